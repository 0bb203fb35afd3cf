/* The names of a state's bodies: "the police" in a text about Tunisia is "the Tunisian police", as a lexicon may have it or not. */
#include "actor/np.h"
#include "script/fold.h"
#include "script/letters.h"

enum { ROOM = 96 /* bytes for the articles, spaces and endings of a nationality */ };

typedef struct phrase {
    char *p;
    size_t n;
} phrase;

static void add(phrase *out, wq_str s)
{
    memcpy(out->p + out->n, s.p, s.n);
    out->n += s.n;
}

/* "الجيش", "قوات الأمن": as it is called without proclitics, spelt plainly. */
static void add_called(const actor_mention *m, wq_str text, phrase *out)
{
    bool melted = (m->clitics & MORPH_LI) && str_starts(text, STR(AR_LAM AR_LAM));
    if (melted) { /* lil- */
        add(out, STR(AR_ALEF));
        text = str_sub(text, 2, text.n);
    }
    add(out, text);
}

/* Each word of a nationality with the article: "التونسية", "الكوري الجنوبي". */
static void add_nationality(wq_str nisba, bool fem, phrase *out)
{
    size_t words = 0;
    for (wq_str word; words < 4 && str_next(&nisba, ' ', &word); words++) {
        add(out, STR(" " AR_AL));
        add(out, word);
        if (fem)
            add(out, STR(AR_TEH_MARBUTA));
    }
}

/* Of those that a state has one of: the group `whole_body` of event/groups.tsv. */
static bool is_whole(const lexicon *lex, uint32_t agent)
{
    return lex_in_group(lex, STR("whole_body"), lex_cell(lex, LEX_AGENT, agent, "id"));
}

static bool is_federal(np_parser *p, uint32_t at)
{
    int64_t row = np_function_row(p, at, STR("np_modifier"));
    return row >= 0 &&
           str_eq(lex_cell(p->lex, LEX_FUNCTION, (uint32_t)row, "id"), STR("mod_federal"));
}

/* One body of one state, told by its common noun alone; no "forces of the police".  *end: where that noun ends. */
static bool is_body(np_parser *p, const actor_mention *m, uint32_t *end)
{
    bool men = m->plural && !m->fem;
    if (m->kind != ACTOR_GROUP || !m->agent || men || m->a.id.p || m->a.name.p ||
        m->owner.p || m->second || m->country2.p || (m->clitics & MORPH_PRONOUN) ||
        !np_has_article(&p->part->token[m->last - 1]) || !is_whole(p->lex, m->agent - 1))
        return false;
    np_unit u = np_unit_at(p, m->first), nisba;
    *end = u.table == LEX_AGENT ? u.last : 0;
    uint32_t after = *end; /* "the federal police" is the state's */
    after += after && after < m->last && is_federal(p, after);
    return after == m->last ||
           (after && np_nisba_at(p, after, &nisba) && nisba.last == m->last);
}

/* "الداخلية" is short for the ministry. */
static wq_str in_full(np_parser *p, const actor_mention *m, uint32_t end)
{
    wq_str lemma = lex_cell(p->lex, LEX_AGENT, m->agent - 1, "lemma");
    bool several = str_find(lemma, STR(" " AR_AL)) > 0;
    if (end == m->first + 1 && several)
        return lemma;
    wq_str text = text_slice_bare(p->part, m->first, end, m->clitics);
    return fold_str(p->mem, text, FOLD_NORM);
}

/* The row of the body of that name and state; -1: it is in no lexicon. */
static int64_t listed(const lexicon *lex, arena *mem, wq_str name, wq_str country)
{
    uint32_t n;
    const lex_entry *e = lex_find(lex, lex_key(mem, name), &n);
    for (uint32_t i = 0; e && i < n; i++)
        if (e[i].table == LEX_ACTOR &&
            str_eq(lex_cell(lex, LEX_ACTOR, e[i].row, "country"), country) &&
            !str_eq(lex_cell(lex, LEX_ACTOR, e[i].row, "kind"), STR("person")))
            return e[i].row;
    return -1;
}

/* The nationality of a state, the first of those that are said; n == 0: none. */
static wq_str nationality(const lexicon *lex, wq_str country)
{
    int64_t state = country.p ? lex_row_by_id(lex, LEX_COUNTRY, country) : -1;
    wq_str first = { NULL, 0 }, nisba = first;
    if (state >= 0 && np_is_state_code(country))
        nisba = lex_cell(lex, LEX_COUNTRY, (uint32_t)state, "nisba");
    return nisba.n && str_next(&nisba, '|', &first) ? first : (wq_str){ NULL, 0 };
}

void actor_name_body(const lexicon *lex, arena *mem, wq_str words, bool fem, wq_actor *a)
{
    wq_str nisba = nationality(lex, a->country);
    if (!nisba.n)
        return;
    phrase name = { arena_alloc(mem, words.n + nisba.n + ROOM), 0 };
    add(&name, words);
    bool forces = str_ends(words, STR(AR_ALEF AR_TEH));
    add_nationality(nisba, fem || forces, &name);
    a->name = (wq_str){ name.p, name.n };
    int64_t row = listed(lex, mem, a->name, a->country);
    if (row < 0)
        return;
    a->id = lex_cell(lex, LEX_ACTOR, (uint32_t)row, "id");
    a->name = lex_cell(lex, LEX_ACTOR, (uint32_t)row, "name");
}

/* "The Armenian and the Azeri forces", "the two armies, the Indian and the Pakistani": each by its name. */
static bool name_two(np_parser *p, actor_mention *m)
{
    if (!m->country2.p || m->second || m->kind != ACTOR_GROUP || !m->agent || m->a.id.p ||
        m->a.name.p || m->owner.p || (m->clitics & MORPH_PRONOUN) ||
        !np_has_article(&p->part->token[m->first]) || !is_whole(p->lex, m->agent - 1))
        return false;
    np_unit u = np_unit_at(p, m->first);
    if (u.table != LEX_AGENT)
        return false;
    wq_str words = text_slice_bare(p->part, m->first, u.last, m->clitics);
    bool fem = m->fem;
    if (u.feats & LEX_F_DUAL) {
        wq_str lemma = lex_cell(p->lex, LEX_AGENT, m->agent - 1, "lemma");
        phrase one = { arena_alloc(p->mem, lemma.n + ROOM), 0 };
        add(&one, STR(AR_AL));
        add(&one, lemma);
        words = (wq_str){ one.p, one.n };
        fem = str_ends(lemma, STR(AR_TEH_MARBUTA));
    }
    wq_actor *second = ARENA_NEW(p->mem, wq_actor);
    *second = m->a;
    second->country = m->country2;
    actor_name_body(p->lex, p->mem, words, fem, &m->a);
    actor_name_body(p->lex, p->mem, words, fem, second);
    m->second = second;
    return true;
}

/* "Units of the police", "members of the army": the body that their words end with. */
static bool body_within(np_parser *p, const actor_mention *m, actor_mention *body)
{
    if (m->kind != ACTOR_GROUP || m->a.id.p || m->a.name.p || m->owner.p || m->second ||
        !m->plural)
        return false;
    for (uint32_t i = m->first + 1; i + 1 < m->last; i++) {
        if (!np_word_kind(p, i, STR("np_origin")))
            continue;
        np_unit u = np_unit_at(p, i + 1);
        *body = (actor_mention){ .first = i + 1, .last = m->last, .kind = ACTOR_GROUP };
        body->clitics = u.clitics & (uint16_t)~MORPH_AL;
        body->agent = u.row + 1;
        body->a.country = m->a.country;
        bool forces = str_ends(p->part->token[i + 1].form, STR(AR_ALEF AR_TEH));
        body->fem = forces || ((u.feats & LEX_F_FEM) && !(u.feats & LEX_F_MASC));
        return u.table == LEX_AGENT && !body->clitics;
    }
    return false;
}

/* "Turkish warplanes", of which no more is told, are of that state's air force, where a lexicon has it. */
static void name_arm(np_parser *p, actor_mention *m, wq_str nisba)
{
    bool flown = m->kind == ACTOR_GROUP && m->agent && !m->a.id.p && !m->a.name.p &&
                 !m->owner.p && !m->second && !m->country2.p &&
                 lex_in_group(p->lex, STR("air_arm"),
                              lex_cell(p->lex, LEX_AGENT, m->agent - 1, "id"));
    int64_t arm = flown ? lex_row_by_id(p->lex, LEX_AGENT, STR("ag_air_force")) : -1;
    if (arm < 0)
        return;
    wq_str text = lex_cell(p->lex, LEX_AGENT, (uint32_t)arm, "lemma");
    phrase name = { arena_alloc(p->mem, text.n + nisba.n + ROOM), 0 };
    add(&name, text);
    add_nationality(nisba, false, &name);
    int64_t row = listed(p->lex, p->mem, (wq_str){ name.p, name.n }, m->a.country);
    if (row < 0)
        return;
    m->a.id = lex_cell(p->lex, LEX_ACTOR, (uint32_t)row, "id");
    m->a.name = lex_cell(p->lex, LEX_ACTOR, (uint32_t)row, "name");
}

void np_name_body(np_parser *p, actor_mention *m)
{
    actor_mention body;
    if (body_within(p, m, &body)) {
        np_name_body(p, &body);
        m->a.id = body.a.id;
        m->a.name = body.a.name;
        return;
    }
    wq_str first = nationality(p->lex, m->a.country);
    uint32_t end;
    if (!first.n || name_two(p, m))
        return;
    name_arm(p, m, first);
    if (!is_body(p, m, &end))
        return;
    wq_str text = in_full(p, m, end);
    phrase called = { arena_alloc(p->mem, text.n + ROOM), 0 };
    add_called(m, text, &called);
    actor_name_body(p->lex, p->mem, (wq_str){ called.p, called.n }, m->fem, &m->a);
}

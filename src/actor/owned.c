/* Offices and bodies with a pronoun: "رئيسها عبد الله غول", "وزير خارجيتها", "حكومته", "قواتها".  Whose they are is a state,
 * a person or an organisation named before.                                                                            */
#include "actor/np.h"
#include "script/fold.h"
#include "script/letters.h"

bool np_is_media(np_parser *p, const np_unit *u)
{
    return u->table == LEX_ACTOR &&
           str_eq(lex_cell(p->lex, LEX_ACTOR, u->row, "kind"), STR("media"));
}

/* "an official (said) to (ل) Reuters": whom somebody talks to; "a correspondent of (ل) Reuters" is its own. */
bool np_is_told(np_parser *p, const np_unit *u, const actor_mention *m)
{
    return u->clitics == MORPH_LI && np_is_media(p, u) && m->kind == ACTOR_GROUP &&
           !str_eq(m->a.sector, STR("JRN")) && !str_eq(m->a.sector, STR("MED"));
}

enum { REACH = 60, SURE = 70 };

static const actor_mention *back(const np_parser *p, uint32_t nth)
{
    return nth < p->list.n ? &p->list.v[p->list.n - 1 - nth] : NULL;
}

/* "her": a state or a body; "his": a man or a body. */
static bool may_own(const actor_mention *m, uint16_t pronoun)
{
    bool person = m->kind == ACTOR_PERSON || m->kind == ACTOR_OFFICE;
    if (!m->a.country.p || m->kind == ACTOR_SOURCE || m->country2.p)
        return false;
    if (pronoun & MORPH_HA)
        return m->kind == ACTOR_STATE || m->fem ||
               (m->kind == ACTOR_ORG && (m->either || m->plural)); /* forces */
    return (pronoun & MORPH_HU) && !m->fem && !m->plural &&
           (person || m->kind == ACTOR_ORG || m->kind == ACTOR_GROUP);
}

/* Of what is a state's (its government) no envoy of an organisation is the owner. */
static const actor_mention *owner_of(const np_parser *p, uint16_t pronoun, wq_str sector)
{
    const actor_mention *m;
    bool of_state = str_eq(sector, STR("GOV"));
    for (uint32_t i = 0; i < REACH && (m = back(p, i)) != NULL; i++)
        if (may_own(m, pronoun) && (!of_state || np_is_state_code(m->a.country)))
            return m;
    return NULL;
}

/* ---- offices ------------------------------------------------------------------------------- */

/* The stem before a pronoun as it is spelt without: teh for teh marbuta, yeh with hamza for hamza. */
static size_t unbound(wq_str stem, char *out)
{
    memcpy(out, stem.p, stem.n);
    if (str_ends(stem, STR(AR_TEH)))
        memcpy(out + stem.n - 2, AR_HEH, 2);
    else if (str_ends(stem, STR(AR_YEH_HAMZA_ABOVE)))
        memcpy(out + stem.n - 2, AR_HAMZA, 2);
    return stem.n;
}

static bool find_office(np_parser *p, wq_str key, np_unit *u)
{
    uint32_t n;
    const lex_entry *e = lex_find(p->lex, key, &n);
    for (uint32_t i = 0; i < n; i++)
        if (e[i].table == LEX_OFFICE) {
            u->table = LEX_OFFICE;
            u->row = e[i].row;
            return true;
        }
    return false;
}

/* "رئيسها", listed with its article: an office that one holds. */
static bool with_article(np_parser *p, wq_str stem, np_unit *u)
{
    char key[128] = AR_AL;
    if (stem.n > sizeof key - 8)
        return false;
    memcpy(key + 4, stem.p, stem.n);
    return find_office(p, (wq_str){ key, stem.n + 4 }, u) &&
           !str_eq(lex_cell(p->lex, LEX_OFFICE, u->row, "single"), STR("0"));
}

static bool is_same_cut(const morph_analysis *m, const morph_analysis *than)
{
    return m->clitics == than->clitics && m->from == than->from && m->to == than->to;
}

static bool one_word(np_parser *p, uint32_t at, np_unit *u)
{
    const text_token *t = &p->part->token[at];
    if (!np_has_pronoun(t) || np_is_plain(p, t))
        return false;
    for (uint32_t i = 0; i < t->morph->n; i++) {
        const morph_analysis *m = &t->morph->v[i];
        if (!(m->clitics & MORPH_PRONOUN) || (m->clitics & MORPH_AL) ||
            morph_is_marbuta(t, m))
            continue;
        *u = (np_unit){ at + 1, m->clitics, LEX_OFFICE, m->entry.row, 0 };
        bool asked = i && is_same_cut(m, m - 1);
        if (m->entry.table == LEX_OFFICE ||
            ((m->clitics & MORPH_HA) && !asked &&
             with_article(p, str_sub(t->form, m->from, m->to), u)))
            return true;
    }
    np_note_plain(p, t);
    return false;
}

/* "وزير خارجيتها": the pronoun is on the second word. */
static bool two_words(np_parser *p, uint32_t at, np_unit *u)
{
    char key[160], scratch[128];
    word_bare bare[10];
    const text_token *head = &p->part->token[at], *t = head + 1;
    if (!np_is_word(p, at) || !np_is_word(p, at + 1) || !np_has_pronoun(t) ||
        !match_may_go_on(head) || head->form.n > 60 || t->form.n > 60)
        return false;
    uint32_t n = match_openings(head, bare, 10, scratch);
    for (uint32_t i = 0; i < t->morph->n; i++) {
        const morph_analysis *m = &t->morph->v[i];
        if (!(m->clitics & MORPH_PRONOUN) || m->from || morph_is_marbuta(t, m) ||
            (i && is_same_cut(m, m - 1)))
            continue;
        for (uint32_t b = 0; b < n; b++) {
            size_t at_stem = bare[b].form.n + 1;
            memcpy(key, bare[b].form.p, bare[b].form.n);
            key[at_stem - 1] = ' ';
            size_t stem = unbound(str_sub(t->form, m->from, m->to), key + at_stem);
            *u = (np_unit){ .last = at + 2 };
            u->clitics = (uint16_t)(bare[b].clitics | (m->clitics & MORPH_PRONOUN));
            if (find_office(p, (wq_str){ key, at_stem + stem }, u))
                return true;
        }
    }
    return false;
}

bool np_owned(np_parser *p, uint32_t at, actor_mention *out)
{
    np_unit u;
    if (!two_words(p, at, &u) && !one_word(p, at, &u))
        return false;
    const actor_mention *of = owner_of(p, u.clitics, (wq_str){ NULL, 0 });
    if (!of)
        return false;
    actor_mention m = { .first = at,
                        .clitics = u.clitics & (uint16_t)~MORPH_PRONOUN,
                        .a.country = of->a.country };
    np_fill_office(p, &u, &m);
    m.last = np_name_after(p, u.last, &m);
    if (m.kind == ACTOR_PERSON)
        m.last = np_appositions(p, m.last, &m);
    m.rule = m.kind == ACTOR_PERSON ? m.rule : "actor.whose";
    m.sure = SURE;
    *out = m;
    return true;
}

/* ---- bodies ----------------------------------------------------------------------------------- */

/* A ministry, a party, a company: its men are not it, as those of an armed movement are. */
static bool is_unarmed(const np_parser *p, const actor_mention *of)
{
    int64_t row = lex_row_by_id(p->lex, LEX_ACTOR, of->a.id);
    return row < 0 ||
           !str_eq(lex_cell(p->lex, LEX_ACTOR, (uint32_t)row, "kind"), STR("armed"));
}

/* "Nasrallah said that his party": the one that he heads or speaks for, where its name begins with that word. */
static bool is_his_party(np_parser *p, const actor_mention *of, const actor_mention *m)
{
    int64_t row = np_is_somebody(of) && of->owner.p
                      ? lex_row_by_id(p->lex, LEX_ACTOR, of->owner)
                      : -1;
    if (row < 0 || !m->agent || m->last != m->first + 1)
        return false;
    wq_str name = lex_cell(p->lex, LEX_ACTOR, (uint32_t)row, "name"), first;
    return str_next(&name, ' ', &first) && name.n &&
           str_eq(fold_view(p->mem, first, FOLD_FULL),
                  fold_view(p->mem, np_agent_row(p, m->agent - 1)->lemma, FOLD_FULL));
}

void np_link_owned(np_parser *p, actor_mention *m)
{
    const actor_mention *of = owner_of(p, m->clitics, m->a.sector);
    if (m->kind != ACTOR_GROUP || m->a.country.p || !of)
        return;
    if (is_his_party(p, of, m)) {
        np_take_body(p, (uint32_t)lex_row_by_id(p->lex, LEX_ACTOR, of->owner), m);
        m->rule = "actor.whose";
        m->sure = SURE;
        return;
    }
    m->a.country = of->a.country;
    if (of->kind == ACTOR_ORG) {
        m->owner = of->a.id;
        if (!is_unarmed(p, of)) { /* "its fighters" are the movement */
            m->a.id = of->a.id;
            m->a.name = of->a.name;
        }
        if (!m->a.n_sectors) {
            m->a.sector = of->a.sector;
            m->a.sectors = of->a.sectors;
            m->a.n_sectors = of->a.n_sectors;
        }
    }
    m->rule = "actor.whose";
    m->sure = SURE;
}

void np_link_envoy(const np_parser *p, actor_mention *m)
{
    const text_token *t = &p->part->token[m->first];
    const morph_analysis *a = morph_as(t, LEX_AGENT, -1);
    if (m->kind != ACTOR_OFFICE || m->a.country.p || m->owner.p || !a ||
        !(a->clitics & MORPH_PRONOUN) || str_find(m->office, STR("envoy")) < 0)
        return;
    const actor_mention *of = owner_of(p, a->clitics, (wq_str){ NULL, 0 });
    if (!of)
        return;
    m->a.country = of->a.country;
    m->rule = "actor.whose";
    m->sure = SURE;
}

uint32_t np_of_own_country(np_parser *p, uint32_t at, actor_mention *m)
{
    actor_mention own;
    if (m->a.country.p || m->owner.p || !np_is_word(p, at) || !np_is_open(p, at) ||
        np_function_row(p, at, STR("np_own_country")) < 0 || !np_own_country(p, at, &own))
        return at;
    m->a.country = own.a.country;
    if (m->kind == ACTOR_GROUP)
        m->rule = "actor.of-own-country";
    return at + 1;
}

#include "actor/actor.h"

#include "actor/np.h"
#include "script/letters.h"
#include "script/skeleton.h"

enum {
    SURNAMES = 64,    /* the latest, compared with each word that is nothing else */
    LEAST_SURNAME = 6 /* bytes */
};

typedef struct surname {
    wq_str form, tail; /* tail: without the article */
    uint32_t mention;
    bool doubtful; /* a word of the language as well */
} surname;

typedef struct finder {
    np_parser p;
    surname seen[SURNAMES];
    uint32_t n_seen;
    uint64_t last_letters; /* of all ever seen, a set of last_bit() */
} finder;

static uint64_t last_bit(wq_str form)
{
    return (uint64_t)1 << (form.p[form.n - 1] & 63);
}

static wq_str without_article(wq_str form)
{
    return str_starts(form, STR(AR_AL)) ? str_sub(form, 4, form.n) : form;
}

/* "مبارك", "واد" three times and more behind "حسني مبارك", as no noun with an adjective: a text speaks of the man, whatever else
 * the word is.                                                                                                       */
static bool is_often_alone(const finder *f, const actor_mention *m)
{
    enum { REACH = 2000, OFTEN = 3 };
    const text_part *part = f->p.part;
    wq_str form = part->token[m->name_last - 1].form;
    uint32_t n = 0;
    for (uint32_t i = m->last; i < part->n_tokens && i < m->last + REACH && n < OFTEN;
         i++) {
        bool bare = str_eq(part->token[i].form, form) && !np_is_given(&f->p, i - 1);
        bool noun = bare && i + 1 < part->n_tokens && np_has_tanween(&f->p, i);
        n += bare && !noun;
    }
    return n >= OFTEN;
}

/* Whoever is introduced by full name may come again by surname. */
static void note_surname(finder *f, const actor_mention *m)
{
    if (m->kind != ACTOR_PERSON || m->name_last <= m->name_first + 1)
        return;
    const text_token *t = &f->p.part->token[m->name_last - 1];
    bool doubtful =
        np_is_word_too(&f->p, m->name_last - 1, LEX_ACTOR) && !np_has_article(t);
    doubtful = doubtful && !np_is_given(&f->p, m->name_last - 1) && !is_often_alone(f, m);
    if (t->form.n < LEAST_SURNAME)
        return;
    f->last_letters |= last_bit(t->form);
    f->seen[f->n_seen++ % SURNAMES] =
        (surname){ t->form, without_article(t->form), f->p.list.n - 1, doubtful };
}

/* "لافرنتيف" for "لافرينتييف": a word that is in no lexicon, and the same name by its consonants. */
static bool is_surname_respelled(const text_token *t, wq_str form, word_bare *out)
{
    char a[SKELETON_MOST], b[SKELETON_MOST];
    enum { LEAST = 4 };
    unsigned n = skeleton_of(form, a);
    if (n < LEAST || skeleton_of(t->form, b) != n || memcmp(a, b, n) != 0)
        return false;
    *out = (word_bare){ .form = t->form };
    return true;
}

static bool is_surname(const text_token *t, wq_str form, word_bare *out)
{
    char scratch[128];
    word_bare bare[10];
    if (t->form.n > 100)
        return false;
    uint32_t n = word_strip(t->form, bare, 10, scratch);
    for (uint32_t b = 0; b < n; b++)
        if (str_eq(bare[b].form, form)) {
            *out = bare[b];
            return true;
        }
    return false;
}

/* As str_ends(), which the last letter of most words has told already; `s` is of three letters at least. */
static bool ends_in(wq_str s, wq_str tail)
{
    return tail.n < 2 || (s.p[s.n - 1] == tail.p[tail.n - 1] &&
                          s.p[s.n - 2] == tail.p[tail.n - 2] && str_ends(s, tail));
}

/* "وحمل أنان": right behind a verb of one man a bare word is his name rather than a thing nobody knew of. */
static bool is_behind_verb(const finder *f, uint32_t at)
{
    const text_token *t = at > f->p.sentence_first ? &f->p.part->token[at - 1] : NULL;
    const morph_analysis *m = t ? morph_as(t, LEX_VERB, LEX_VERBFORM) : NULL;
    const uint32_t him = LEX_F_3 | LEX_F_SING;
    return m && (m->entry.feats & him) == him && !(m->entry.feats & LEX_F_PASSIVE) &&
           !(m->clitics & MORPH_PRONOUN);
}

/* "إن ظريف": a noun that nobody knew of would be its accusative. */
static bool is_behind_that(const finder *f, uint32_t at)
{
    return at > f->p.sentence_first && np_word_kind(&f->p, at - 1, STR("comp")) &&
           !str_ends(f->p.part->token[at].form, STR(AR_ALEF));
}

/* Most words end like no name that was seen, and are words of the language. */
static bool may_be_surname(const finder *f, const text_token *t)
{
    return f->n_seen && t->kind == TOKEN_WORD && t->form.n >= LEAST_SURNAME &&
           ((f->last_letters & last_bit(t->form)) || (t->morph && !t->morph->known));
}

/* A surname of somebody that this text introduced by full name; behind a title whatever word it is. */
static bool surname_at(finder *f, uint32_t at, bool titled, actor_mention *out)
{
    const text_token *t = &f->p.part->token[at];
    uint32_t n = f->n_seen < SURNAMES ? f->n_seen : SURNAMES;
    word_bare bare;
    bool unknown = t->morph && !t->morph->known;
    if (!may_be_surname(f, t) || np_word_kind(&f->p, at, STR("prep")))
        return false; /* Ali is "on", too */
    for (uint32_t i = 0; i < n; i++) {
        const surname *s = &f->seen[(f->n_seen - 1 - i) % SURNAMES];
        if (!(ends_in(t->form, s->tail) && is_surname(t, s->form, &bare)) &&
            !(unknown && is_surname_respelled(t, s->form, &bare)))
            continue;
        if (at > 0 && np_is_given(&f->p, at - 1))
            return false;
        if (s->doubtful &&
            (bare.clitics || !(titled || is_behind_verb(f, at) || is_behind_that(f, at))))
            return false;
        *out = f->p.list.v[s->mention];
        out->first = out->name_first = at;
        out->last = out->name_last = at + 1;
        out->clitics = bare.clitics;
        out->rule = "actor.surname";
        return true;
    }
    return false;
}

static bool seen_surname(finder *f, uint32_t at, actor_mention *out)
{
    return surname_at(f, at, false, out);
}

/* "the major general Menassa", "the minister al-Hajjar": a title of one word and such a surname, which is no nationality. */
static bool titled_surname(finder *f, uint32_t at, actor_mention *out)
{
    enum {
        FIRST = 1000
    }; /* mentions: who is called so was named near the head of the text */
    np_parser *p = &f->p;
    const text_token *t = &p->part->token[at];
    np_unit nisba;
    actor_mention who;
    if (!f->n_seen || !morph_is_any(t, LEX_BIT(LEX_TITLE) | LEX_BIT(LEX_OFFICE)) ||
        !np_has_article(t) || !np_is_word(p, at + 1) || np_is_given(p, at + 1) ||
        !may_be_surname(f, t + 1) || np_nisba_at(p, at + 1, &nisba) ||
        np_function_row(p, at + 1, STR("np_modifier")) >= 0 ||
        !surname_at(f, at + 1, true, &who) || who.clitics ||
        !np_in_paragraph(p, at, at + 2))
        return false;
    const actor_mention *named = f->p.list.v;
    for (uint32_t i = 0; i < p->list.n && i < FIRST; i++)
        if (named[i].name_last > named[i].name_first + 1 &&
            str_eq(named[i].a.name, who.a.name) &&
            str_eq(p->part->token[named[i].name_last - 1].form, t[1].form)) {
            *out = who;
            out->first = at;
            out->clitics = t->morph->v[0].clitics & (uint16_t)~MORPH_AL;
            return true;
        }
    return false;
}

/* "bin Helli", "Abu Zeid": a surname of two words, of somebody whom this text introduced by full name. */
static bool seen_compound(finder *f, uint32_t at, actor_mention *out)
{
    const text_part *part = f->p.part;
    if (at + 1 >= part->n_tokens || !np_word_kind(&f->p, at, STR("np_name_part")) ||
        !seen_surname(f, at + 1, out) || out->clitics)
        return false;
    for (uint32_t i = 0; i < f->p.list.n; i++) {
        const actor_mention *m = &f->p.list.v[i];
        if (str_eq(m->a.name, out->a.name) && m->name_last > m->name_first + 2 &&
            str_eq(part->token[m->name_last - 2].form, part->token[at].form)) {
            out->first = out->name_first = at;
            return true;
        }
    }
    return false;
}

/* "Major General al-Turki" behind "Major General Mansour al-Turki": a title that stood by his name, and the surname that reads like a
 * nationality.                                                                                                        */
static bool is_titled_again(const finder *f, const actor_mention *m,
                            const actor_mention *who)
{
    const text_token *t = f->p.part->token;
    bool same = false;
    for (uint32_t i = who->first; i + 1 < who->name_last && !same; i++)
        same = str_eq(t[i].form, t[m->first].form);
    bool unknown =
        m->kind != ACTOR_PERSON || (!m->a.id.p && m->name_last == m->name_first + 1);
    return same && !m->plural && m->last == m->first + 2 && unknown &&
           m->kind != ACTOR_STATE; /* "President Saleh", which is a given name, too */
}

/* "al-Muallem said", behind "Walid al-Muallem": the word for a teacher by itself is his name there. */
static bool is_surname_of_role(finder *f, const actor_mention *m, actor_mention *out)
{
    bool one = m->kind == ACTOR_GROUP && m->agent && !m->plural && !m->a.country.p &&
               m->last == m->first + 1 && np_has_article(&f->p.part->token[m->first]);
    return one && np_agent_is(&f->p, m->agent - 1, STR("role")) &&
           seen_surname(f, m->first, out);
}

static void take_surname(finder *f, actor_mention *m)
{
    actor_mention named;
    if (is_surname_of_role(f, m, &named)) {
        *m = named;
        return;
    }
    const text_token *last = &f->p.part->token[m->last - 1];
    uint32_t n = f->n_seen < SURNAMES ? f->n_seen : SURNAMES;
    for (uint32_t i = 0; i < n && m->last == m->first + 2; i++) {
        const surname *s = &f->seen[(f->n_seen - 1 - i) % SURNAMES];
        const actor_mention *who = &f->p.list.v[s->mention];
        if (!str_eq(last->form, s->form) || !is_titled_again(f, m, who))
            continue;
        actor_mention again = *who;
        again.first = m->first;
        again.last = again.name_last = m->last;
        again.name_first = m->last - 1;
        again.clitics = m->clitics;
        again.rule = "actor.surname";
        *m = again;
        return;
    }
}

/* ---- what can begin where: most words are told at once to be nothing that a reader below looks for ---- */

static bool may_refer(const text_token *t)
{
    return morph_is_any(t, LEX_BIT(LEX_FUNCTION)) || match_may_be_kind(t, STR("np_two"));
}

static bool may_be_owned(const np_parser *p, uint32_t at)
{
    const text_token *t = &p->part->token[at];
    bool one_word = np_has_pronoun(t) && ((t->morph->clitics & MORPH_HA) ||
                                          morph_is_any(t, LEX_BIT(LEX_OFFICE)));
    return one_word ||
           (np_is_word(p, at + 1) && np_has_pronoun(t + 1) && match_may_go_on(t));
}

static bool may_be_bare_party(const text_token *t)
{
    return morph_may_be(t, STR("np_bare")) || match_may_be_kind(t, STR("np_bare"));
}

static bool may_be_named_again(const np_parser *p, const text_token *t)
{
    return p->list.n && morph_is_any(t, LEX_BIT(LEX_STEM)) &&
           !morph_is_any(t, LEX_BIT(LEX_FUNCTION)) && np_has_article(t);
}

static bool may_be_cut_short(const np_parser *p, uint32_t at)
{
    const text_token *t = &p->part->token[at];
    return p->list.n && np_has_article(t) && np_is_word(p, at + 1) && np_has_article(t + 1);
}

static bool may_be_bare_name(const np_parser *p, uint32_t at)
{
    const text_token *t = &p->part->token[at];
    return p->skip <= at &&
           (morph_may_be(t, STR("given")) || morph_may_be(t, STR("np_name_head")) ||
            (t->morph && !t->morph->known));
}

/* Whom another mention tells. */
static bool referred_at(np_parser *p, uint32_t at, actor_mention *m)
{
    const text_token *t = &p->part->token[at];
    return (str_starts(t->form, STR(AR_WAW)) && np_second(p, at, m)) ||
           (may_refer(t) && np_refer(p, at, m)) ||
           (may_be_owned(p, at) && np_owned(p, at, m));
}

static bool phrase_at(np_parser *p, uint32_t at, actor_mention *m)
{
    const text_token *t = &p->part->token[at];
    bool nation = morph_is_any(t, LEX_BIT(LEX_COUNTRY));
    return (nation && np_counted(p, at, m)) ||
           (may_be_bare_party(t) && np_bare_party(p, at, m)) ||
           (may_be_cut_short(p, at) && np_cut_short(p, at, m)) ||
           (np_may_be_unit(t) && np_parse(p, at, m)) ||
           ((nation || morph_may_be(t, STR("np_other"))) && np_people(p, at, m));
}

static bool mention_at(finder *f, uint32_t at, actor_mention *m)
{
    np_parser *p = &f->p;
    const text_token *t = &p->part->token[at];
    if (t->kind == TOKEN_PUNCT || t->kind == TOKEN_NUMBER)
        return false;
    return referred_at(p, at, m) || titled_surname(f, at, m) || phrase_at(p, at, m) ||
           seen_compound(f, at, m) || (may_be_surname(f, t) && seen_surname(f, at, m)) ||
           (may_be_named_again(p, t) && np_named_again(p, at, m)) ||
           (may_be_bare_name(p, at) && np_bare_name(p, at, m));
}

/* "Shafaq News/ The premier ...": an outlet that opens the sentence, before a stroke, tells it. */
static bool is_signed(const np_parser *p, const actor_mention *m)
{
    return m->kind == ACTOR_ORG && m->first == p->sentence_first &&
           str_eq(m->a.sector, STR("JRN")) &&
           (np_is_mark(p, m->last, '/') || np_is_mark(p, m->last, '-') ||
            np_is_mark(p, m->last, 0x2013));
}

/* "المتظاهرون", "الانقلابيين": the ending says that they are many. */
static bool is_of_men(const np_parser *p, const actor_mention *m)
{
    wq_str form = p->part->token[m->first].form;
    return m->kind == ACTOR_GROUP &&
           (str_ends(form, STR(AR_YEH AR_NOON)) || str_ends(form, STR(AR_WAW AR_NOON)));
}

/* Does the text write "on", "to", "until" with alef maqsura, as most do? */
static bool spells_on(const np_parser *p)
{
    for (uint32_t i = 0; i < p->part->n_tokens; i++)
        if (np_may_be(p, i, STR("prep")) &&
            str_ends(p->part->token[i].norm, STR(AR_ALEF_MAKSURA)) &&
            np_read_kind(p, i, STR("prep")))
            return true;
    return false;
}

void actor_find(const lexicon *lex, arena *a, const text_part *part, const time_list *times,
                int32_t day, const actor_list *other, actor_list *out)
{
    enum { LIKELY = 8 }; /* tokens to a mention, in a text of many */
    finder *f = arena_room(a, sizeof *f);
    f->n_seen = 0;
    f->last_letters = 0;
    f->p = (np_parser){ .lex = lex,
                        .mem = a,
                        .part = part,
                        .times = times,
                        .day = day,
                        .other = other,
                        .agents = np_agents_for(lex, a, part),
                        .units = arena_room(a, part->n_tokens * sizeof(np_unit)),
                        .asked = ARENA_ARRAY(a, uint64_t, part->n_tokens / 64 + 1) };
    f->p.spells_on = spells_on(&f->p);
    vec_reserve(a, &f->p.list, part->n_tokens / LIKELY + 1);
    uint32_t s = 0;
    for (uint32_t i = 0; i < part->n_tokens;) {
        actor_mention m;
        while (s + 1 < part->n_sentences && part->sentence[s].last <= i)
            s++;
        f->p.sentence_first = s < part->n_sentences ? part->sentence[s].first : 0;
        if (!mention_at(f, i, &m)) {
            i = f->p.skip > i ? f->p.skip : i + 1;
            continue;
        }
        take_surname(f, &m);
        np_take_title(&f->p, &m);
        m.sure = m.sure ? m.sure : 100;
        np_link(&f->p, &m);
        np_finish(&f->p, &m);
        m.men = is_of_men(&f->p, &m);
        if (is_signed(&f->p, &m))
            m.kind = ACTOR_SOURCE;
        *vec_push(a, &f->p.list) = m;
        note_surname(f, &m);
        i = m.last;
    }
    *out = (actor_list){ f->p.list.v, f->p.list.n };
}

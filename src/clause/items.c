/* From tokens to items.  A word that can be verb or noun is told by its neighbours. */
#include "base/utf8.h"
#include "clause/reader.h"
#include "morph/morph.h"
#include "script/letters.h"

/* A finite verb of the general dictionary, where the word can be nothing else. */
static const morph_analysis *dictionary_verb(const text_token *t)
{
    const morph_analysis *verb = NULL;
    for (uint32_t i = 0; morph_is_any(t, LEX_BIT(LEX_STEM)) && i < t->morph->n; i++) {
        const morph_analysis *m = &t->morph->v[i];
        if (m->entry.table == LEX_STEM && m->entry.form == LEX_VERBFORM)
            verb = verb ? verb : m;
        else if (m->entry.table == LEX_STEM && (m->entry.feats & LEX_F_VERBAL))
            continue;
        else if (m->entry.table == LEX_AGENT || m->entry.table == LEX_OFFICE ||
                 m->entry.table == LEX_NOUN)
            return NULL; /* also with a pronoun: her ambassador */
        else if (m->entry.table != LEX_PATTERN && m->entry.table != LEX_CITY &&
                 !(m->clitics & MORPH_PRONOUN))
            return NULL;
    }
    return verb;
}

/* Neither behind a preposition nor with the tanween of a noun. */
static bool may_be_verb(reader *r, uint32_t at)
{
    const clause_item *before = r->items.n ? &r->items.v[r->items.n - 1] : NULL;
    const text_token *t = &r->in->part->token[at];
    if (str_ends(t->form, STR(AR_ALEF AR_TEH))) /* a plural in -at */
        return false;
    if (str_ends(t->norm, STR(AR_TEH_MARBUTA))) /* folded, it looks like a pronoun */
        return false;
    return !(before && item_is_function(before, STR("prep"))) &&
           !text_has_mark(r->in->part, t, STR(AR_FATHATAN));
}

static const morph_analysis *dictionary_verb_here(reader *r, uint32_t at)
{
    const morph_analysis *verb = dictionary_verb(&r->in->part->token[at]);
    return verb && may_be_verb(r, at) ? verb : NULL;
}

const actor_mention *reader_actor_at(reader *r, uint32_t at)
{
    while (r->actor < r->in->actors->n && r->in->actors->v[r->actor].first < at)
        r->actor++;
    return r->actor < r->in->actors->n && r->in->actors->v[r->actor].first == at
               ? &r->in->actors->v[r->actor]
               : NULL;
}

/* A perfect whose first letter is written with damma is passive: the press marks it where it would mislead. */
static bool has_damma(reader *r, const text_token *t, const morph_analysis *verb)
{
    wq_str raw = text_raw(r->in->part, t);
    ptrdiff_t damma = str_find(raw, STR(AR_DAMMA));
    return (verb->entry.feats & LEX_F_PERFECT) && damma >= 0 &&
           damma <= (ptrdiff_t)verb->from + 2;
}

/* Only units of what is counted, no "first" and no "half". */
static bool is_numeral(const reader *r, const text_token *t)
{
    for (uint32_t i = 0; i < t->morph->n; i++) {
        const lex_entry *e = &t->morph->v[i].entry;
        if (e->table == LEX_TIME &&
            str_starts(lex_cell(r->in->lex, LEX_TIME, e->row, "kind"), STR("numeral")))
            return true;
    }
    return false;
}

bool reader_is_count(const reader *r, const text_token *t)
{
    return t->kind == TOKEN_NUMBER ||
           (morph_is_any(t, LEX_BIT(LEX_TIME)) && is_numeral(r, t));
}

/* A word of the dictionary, no verb, behind a preposition or a number: "for the course of", not "he ran"; "18 targets". */
static bool noun_of_dictionary(reader *r, const text_token *t)
{
    const clause_item *before = r->items.n ? &r->items.v[r->items.n - 1] : NULL;
    bool counted = before && before->count && str_ends(t->form, STR(AR_ALEF));
    bool any = before && reader_is_any(before);
    if (!before || (!counted && !any && !item_is_function(before, STR("prep"))))
        return false;
    for (uint32_t i = 0; t->morph && i < t->morph->n; i++) {
        const morph_analysis *m = &t->morph->v[i];
        if ((m->entry.table == LEX_STEM && !(m->entry.feats & LEX_F_VERBAL)) ||
            (any && m->entry.table == LEX_NOUN && m->clitics == 0))
            return true;
    }
    return false;
}

/* "Egyptian" is spelt like "my insisting" and "those who insist on": the press means the former. */
static bool is_nisba(const text_token *t, const morph_analysis *m)
{
    const morph_analysis *nisba = m ? morph_as(t, LEX_COUNTRY, LEX_NISBA) : NULL;
    bool participle = m && m->entry.table == LEX_VERB &&
                      (m->entry.form == LEX_ACTIVE || m->entry.form == LEX_PASSIVE);
    return nisba && (participle || (m->clitics & MORPH_I));
}

/* "Cyber" is spelt like "he will acquit me": a word of the lexicon as it stands is what it says. */
static bool is_whole_word(const text_token *t, const morph_analysis *verb)
{
    bool taken_apart = (verb->clitics & MORPH_SA) && (verb->clitics & MORPH_PRONOUN);
    for (uint32_t i = 0; taken_apart && i < t->morph->n; i++)
        if (t->morph->v[i].entry.table == LEX_NOUN &&
            !(t->morph->v[i].clitics & ~(uint32_t)MORPH_AL))
            return true;
    return false;
}

/* "A million American dollars" are nobody's. */
static const morph_analysis *adjective(const reader *r, uint32_t at, const text_token *t)
{
    const morph_analysis *nisba = morph_as(t, LEX_COUNTRY, LEX_NISBA);
    const morph_analysis *m =
        nisba && at > 0 ? morph_as(&r->in->part->token[at - 1], LEX_NOUN, -1) : NULL;
    bool money =
        m && str_eq(lex_cell(r->in->lex, LEX_NOUN, m->entry.row, "id"), STR("money"));
    return money ? NULL : nisba;
}

/* A verb by our lexicon alone, which is another word's noun here. */
static bool is_other_noun(reader *r, uint32_t at, const text_token *t,
                          const morph_analysis *verb)
{
    return noun_of_dictionary(r, t) || is_whole_word(t, verb) ||
           reader_has_noun_instead(r, at, verb);
}

static const morph_analysis *choose_among(reader *r, uint32_t at, const text_token *t,
                                          uint8_t *kind)
{
    const morph_analysis *v = reader_finite(r, t), *n = reader_nominal(r, t);
    n = is_nisba(t, n) ? NULL : n;
    v = is_nisba(t, v) ? NULL : v;
    if (!v && !n)
        v = dictionary_verb_here(r, at);
    if ((v && !n && is_other_noun(r, at, t, v)) || reader_is_cognate(r, t, v) ||
        reader_is_name_of_place(r, at, v))
        v = NULL;
    bool noun = n && (!v || reader_noun_here(r, at, v));
    const morph_analysis *use = noun ? n : v;
    if (use && !noun && (use->entry.feats & LEX_F_ACC))
        use = NULL;
    *kind = !use ? ITEM_WORD : noun ? ITEM_NOMINAL : ITEM_VERB;
    if (!use && (use = adjective(r, at, t)))
        *kind = ITEM_ADJ;
    return use;
}

/* The reading a word has at this point of the sentence: verb, noun, nationality, or NULL, as names have. */
static const morph_analysis *choose(reader *r, uint32_t at, const text_token *t,
                                    uint8_t *kind)
{
    const uint32_t any =
        LEX_BIT(LEX_VERB) | LEX_BIT(LEX_NOUN) | LEX_BIT(LEX_STEM) | LEX_BIT(LEX_COUNTRY);
    *kind = ITEM_WORD;
    return morph_is_any(t, any) ? choose_among(r, at, t, kind) : NULL;
}

/* A town's name whose article is a part of it ("in al-Rajma"), which may be the word itself, has the article all the same. */
static uint16_t with_article(const text_token *t, uint16_t clitics)
{
    for (uint32_t i = 0; i < t->morph->n; i++)
        if (t->morph->v[i].clitics == (clitics | MORPH_AL))
            return clitics | MORPH_AL;
    return clitics;
}

static uint16_t clitics_of_word(const text_token *t)
{
    const morph_analysis *known =
        morph_as(t, LEX_NOUN, -1); /* bi-dawr before the plural of "full moon" */
    if (known)
        return known->clitics;
    const morph_word *w = t->morph;
    uint16_t first = w && w->n ? w->v[0].clitics : 0;
    for (uint32_t i = 1; w && i < w->n && !first; i++)
        if (w->v[i].clitics == MORPH_AL)
            return MORPH_AL; /* "the second", a part of a date's name, too */
    if (w && w->n)
        return (first & MORPH_PREPOSITION) ? with_article(t, first) : first;
    return str_starts(t->form, STR(AR_AL)) ? MORPH_AL : 0; /* unknown, but definite */
}

static bool is_that(reader *r, const text_token *t)
{
    const morph_analysis *m = t->morph ? morph_as(t, LEX_FUNCTION, -1) : NULL;
    return m &&
           str_eq(lex_cell(r->in->lex, LEX_FUNCTION, m->entry.row, "kind"), STR("comp"));
}

/* "that the president accepted an invitation": behind a topic and nothing else. */
static bool is_predicate(const reader *r)
{
    uint32_t n = r->items.n;
    return n > 1 && !r->verb_in_clause && r->items.v[n - 1].kind == ITEM_ACTOR &&
           item_is_function(&r->items.v[n - 2], STR("comp"));
}

static bool may_be(reader *r, const text_token *t, wq_str kind)
{
    bool none =
        !morph_is_any(t, LEX_BIT(LEX_FUNCTION)) || !(t->morph->kinds & str_bit(kind));
    for (uint32_t i = 0; !none && i < t->morph->n; i++) {
        const lex_entry *e = &t->morph->v[i].entry;
        if (e->table == LEX_FUNCTION &&
            str_eq(lex_cell(r->in->lex, LEX_FUNCTION, e->row, "kind"), kind))
            return true;
    }
    return false;
}

/* At the head of a sentence, behind a mark, "while" or "as" a verb may stand. */
static bool may_open(const clause_item *before)
{
    return !before || before->kind == ITEM_MARK || item_is_function(before, STR("sub"));
}

/* "عبر الرئيس ورئيس الوزراء عن": behind somebody joined to the subject comes the preposition of the verb. */
static bool goes_on_with_an(reader *r, uint32_t at)
{
    uint32_t kept = r->actor;
    const text_part *p = r->in->part;
    const actor_mention *who = reader_actor_at(r, at);
    bool an = who && (who->clitics & MORPH_WA) && who->last < p->n_tokens &&
              may_be(r, &p->token[who->last], STR("np_stands_for"));
    r->actor = kept;
    return an;
}

/* Somebody behind whom the clause goes on: no state, no list. */
static bool acts_alone(reader *r, const actor_mention *who)
{
    const text_part *p = r->in->part;
    if (!who || who->kind == ACTOR_STATE || who->place_like ||
        (who->clitics & MORPH_PREPOSITION))
        return false;
    const text_token *next = who->last < p->n_tokens ? &p->token[who->last] : NULL;
    bool joined =
        next && next->morph && next->morph->n && (next->morph->v[0].clitics & MORPH_WA);
    return next && next->kind != TOKEN_PUNCT && (!joined || goes_on_with_an(r, who->last));
}

/* "وبين الوزير أن", "وعبر الأمين العام عن": at the head of a sentence, before one who acts alone, a preposition that
 * can be a verb is one; so it is before "about", which no preposition governs: "وعبر عن أسفه".                       */
static bool is_verb_after_all(reader *r, uint32_t at)
{
    const text_part *p = r->in->part;
    const clause_item *before = r->items.n ? &r->items.v[r->items.n - 1] : NULL;
    if (!reader_finite(r, &p->token[at]) || at + 1 >= p->n_tokens)
        return false;
    if (is_predicate(r) && reader_nominal(r, &p->token[at + 1]))
        return true;
    if (before && item_is_function(before, STR("qad")))
        return true;
    if (reader_is_prep(r, &p->token[at + 1], STR("an")))
        return true;
    if (!may_open(before))
        return false;
    if (is_that(r, &p->token[at + 1]))
        return !may_be(r, &p->token[at], STR("prep_an"));
    return acts_alone(r, reader_actor_at(r, at + 1));
}

static bool is_count_at(reader *r, uint32_t at)
{
    return at < r->in->part->n_tokens && reader_is_count(r, &r->in->part->token[at]);
}

static bool is_others_at(reader *r, uint32_t at)
{
    const text_part *p = r->in->part;
    return at < p->n_tokens && p->token[at].kind == TOKEN_WORD &&
           may_be(r, &p->token[at], STR("np_other"));
}

/* "About thirty", "between thirty and forty": a preposition that belongs to a number ties no phrase. */
static bool is_of_number(reader *r, uint32_t at, const clause_item *it)
{
    const text_part *p = r->in->part;
    if (!item_is_function(it, STR("prep")) || (it->clitics & MORPH_PREPOSITION) ||
        !is_count_at(r, at + 1))
        return false;
    if (str_eq(it->value, STR("nahw")))
        return true;
    if (!str_eq(it->value, STR("bayn")) || at + 2 >= p->n_tokens)
        return false;
    const morph_word *next = p->token[at + 2].morph;
    bool joined =
        p->token[at + 2].n_cp == 1 || (next && next->n && (next->v[0].clitics & MORPH_WA));
    return joined && (is_count_at(r, at + 2) || is_count_at(r, at + 3));
}

/* A number that is spelt like a verb but for its hamza: "two" and "praised". */
static bool is_spelt_as_verb(reader *r, const text_token *t)
{
    const morph_analysis *v = reader_finite(r, t);
    return v && lex_first_alef(str_sub(t->norm, v->from, t->norm.n)) == LEX_F_ALEF_ABOVE &&
           (v->entry.feats & LEX_F_ALEF_ABOVE);
}

/* "This agreement" is the agreement; "this" without a noun is a word of its own. */
static bool is_this_alone(reader *r, uint32_t at, clause_item *it)
{
    if (!str_eq(it->value, STR("this")))
        return false;
    it->value = (wq_str){ NULL, 0 };
    return at + 1 >= r->in->part->n_tokens ||
           !str_starts(r->in->part->token[at + 1].form, STR(AR_AL));
}

/* "His counterpart Lavrov": who that is is named right behind. */
static bool is_named_behind(reader *r, uint32_t at, clause_item *it)
{
    const actor_mention *who = may_be(r, &r->in->part->token[at], STR("np_counterpart"))
                                   ? reader_actor_at(r, at + 1)
                                   : NULL;
    uint16_t clitics = clitics_of_word(&r->in->part->token[at]);
    if (!who || who->kind != ACTOR_PERSON || who->clitics || (clitics & MORPH_WA))
        return false;
    it->kind = ITEM_FUNCTION;
    item_name(it, STR("transparent"));
    it->clitics = clitics & (uint16_t)~MORPH_PRONOUN;
    return true;
}

/* The reading of a word that is no function word, or a verb after all. */
static void read_word(reader *r, uint32_t at, bool verb, clause_item *it)
{
    const text_token *t = &r->in->part->token[at];
    it->kind = ITEM_VERB;
    bool number = !verb && it->count && !is_spelt_as_verb(r, t);
    const morph_analysis *use = verb     ? reader_finite(r, t)
                                : number ? NULL
                                         : choose(r, at, t, &it->kind);
    if (number)
        it->kind = ITEM_WORD;
    it->value = (wq_str){ NULL, 0 };
    item_name(it, it->value);
    it->clitics = use ? use->clitics : clitics_of_word(t);
    if (!use && reader_is_behind_kind_of_place(r))
        it->clitics &= (uint16_t)~MORPH_PREPOSITION; /* "the town of Bozanti" */
    if (use)
        it->entry = use->entry;
    if (it->kind == ITEM_VERB && has_damma(r, t, use))
        it->entry.feats |= LEX_F_PASSIVE;
}

/* "twenty states (دولة) called on China": behind a number such a word is no part of the name behind it. */
static bool is_counted_place(const reader *r, const clause_item *it)
{
    const clause_item *before = r->items.n ? &r->items.v[r->items.n - 1] : NULL;
    return before && before->count && it->clitics == 0 &&
           !item_is_function(before, STR("transparent")) && /* "one of the quarters" */
           item_is_function(it, STR("transparent")) && str_eq(it->value, STR("place"));
}

static void word_item(reader *r, uint32_t at, clause_item *it)
{
    const text_token *t = &r->in->part->token[at];
    it->count = reader_is_count(r, t);
    if ((match_may_be(t, LEX_BIT(LEX_FUNCTION)) && reader_function_phrase(r, at, it)) ||
        (morph_may_be(t, STR("np_counterpart")) && is_named_behind(r, at, it)))
        return;
    bool function = morph_is_any(t, LEX_BIT(LEX_FUNCTION)) && reader_function(r, at, it) &&
                    !is_this_alone(r, at, it) && !is_counted_place(r, it);
    bool prep = item_is_function(it, STR("prep")) && !str_eq(it->value, STR("according"));
    bool lost = item_is_function(it, STR("qad")) && /* فقد خمسة, فقد آخرون */
                (is_count_at(r, at + 1) || is_others_at(r, at + 1)) && reader_finite(r, t);
    bool verb = function && ((prep && is_verb_after_all(r, at)) || lost);
    if (function && is_of_number(r, at, it)) {
        item_name(it, STR("transparent"));
        it->value = (wq_str){ NULL, 0 };
    }
    if (function && !verb)
        return;
    read_word(r, at, verb, it);
}

static uint32_t mark_at(const text_part *p, uint32_t at)
{
    uint32_t cp;
    utf8_decode(p->raw.p + p->token[at].byte, p->token[at].n_byte, &cp);
    return cp == 0x640 ? '-' : cp; /* tatweel by itself is a dash */
}

static const place_mention *place_at(reader *r, uint32_t at)
{
    while (r->place < r->in->places->n && r->in->places->v[r->place].first < at)
        r->place++;
    return r->place < r->in->places->n && r->in->places->v[r->place].first == at
               ? &r->in->places->v[r->place]
               : NULL;
}

static const time_expr *time_at(reader *r, uint32_t at)
{
    while (r->time < r->in->times->n && r->in->times->v[r->time].last <= at)
        r->time++;
    return r->time < r->in->times->n && r->in->times->v[r->time].first <= at
               ? &r->in->times->v[r->time]
               : NULL;
}

static bool is_direction(const reader *r, const text_token *t, const clause_item *it)
{
    for (uint32_t i = 0; morph_may_be(t, STR("direction")) && i < t->morph->n; i++) {
        const morph_analysis *m = &t->morph->v[i];
        if (m->entry.table == LEX_NOUN && m->clitics == it->clitics &&
            !str_ends(t->form, STR(AR_YEH AR_HEH)) && /* "southern towns" */
            str_eq(lex_cell(r->in->lex, LEX_NOUN, m->entry.row, "kind"), STR("direction")))
            return true;
    }
    return false;
}

/* The mention at `at`; none for "(جدة) السعودية", which says only where Jeddah is. */
static const actor_mention *named_at(reader *r, uint32_t at)
{
    const actor_mention *actor = reader_actor_at(r, at);
    return actor && reader_describes_place(r, actor) ? NULL : actor;
}

void reader_item(reader *r, uint32_t at, clause_item *it)
{
    const text_part *p = r->in->part;
    *it = (clause_item){ .first = at, .last = at + 1 };
    if (p->token[at].kind == TOKEN_PUNCT) {
        it->kind = ITEM_MARK;
        it->mark = mark_at(p, at);
        return;
    }
    const time_expr *time = time_at(r, at);
    const actor_mention *actor = named_at(r, at);
    const place_mention *place = place_at(r, at);
    if (morph_may_be(&p->token[at], STR("np_place_head")) &&
        reader_village(r, at, place, it))
        return;
    if (time && !(actor && actor->last > time->last)) {
        it->kind = ITEM_TIME;
        it->time = time;
        it->last = time->last > at ? time->last : at + 1;
        it->clitics = p->token[at].morph && p->token[at].morph->n
                          ? p->token[at].morph->v[0].clitics
                          : 0;
    } else if (actor && !(place && place->last > actor->last)) {
        it->kind = ITEM_ACTOR;
        it->actor = actor;
        it->place = place && place->last == actor->last && actor->place_like ? place : NULL;
        it->last = actor->last;
        it->clitics = actor->clitics;
    } else if (place && reader_place_counts(r, place)) {
        it->kind = ITEM_PLACE;
        it->place = place;
        it->last = place->last;
        it->clitics = place->clitics;
        it->adverbial = is_direction(r, &p->token[at], it);
    } else {
        word_item(r, at, it);
        it->direction = (it->kind == ITEM_NOMINAL || it->kind == ITEM_WORD) &&
                        is_direction(r, &p->token[at], it);
        reader_describe(r, at, it);
        reader_classes(r, it);
    }
    reader_land(r, it);
}

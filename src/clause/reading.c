/* Which reading of a word counts: as a finite verb, as a noun of an event. */
#include "clause/reader.h"
#include "morph/morph.h"
#include "script/letters.h"

/* Behind "did not" and "will not" stands nothing but a verb. */
static bool is_behind_not(const reader *r, const text_token *t)
{
    const morph_analysis *m =
        t > r->in->part->token ? morph_as(t - 1, LEX_FUNCTION, -1) : NULL;
    wq_str id = m ? lex_cell(r->in->lex, LEX_FUNCTION, m->entry.row, "id") : STR("");
    return str_eq(id, STR("not_past")) || str_eq(id, STR("not_future"));
}

/* "أصل" is "origin" before it is "I arrive", "تمرين" an exercise before it is "you (a woman) pass": the press says neither
 * I nor you outside quotations.                                                                                            */
static bool is_doubtful_person(const reader *r, const text_token *t,
                               const morph_analysis *verb)
{
    uint32_t feats = verb->entry.feats;
    bool subject =
        (feats & (LEX_F_1 | LEX_F_2)) &&
        !(feats & LEX_F_3); /* "دعوته" is "his call" before it is "I called him" */
    bool object =
        verb->clitics & MORPH_I; /* "التقني" is "technical" before it is "he met me" */
    if ((!subject && !object) || t->quote || is_behind_not(r, t))
        return false;
    bool we = (feats & LEX_F_1) && (feats & LEX_F_PLUR);
    for (uint32_t i = 0; i < t->morph->n; i++) {
        const morph_analysis *m = &t->morph->v[i];
        bool far = we && ((m->clitics & MORPH_PRONOUN) || (m->entry.feats & LEX_F_DUAL));
        if (m->entry.table == LEX_STEM && !(m->entry.feats & LEX_F_VERBAL) && !far)
            return true; /* "ندين" is "we condemn" before it is "two equals" */
    }
    return false;
}

/* "Me" on a verb is -ni, and nobody is "you" outside quotations: "will take part", not "will buy you". */
static bool is_doubtful_object(const text_token *t, wq_str raw, uint16_t clitics)
{
    bool me = (clitics & MORPH_I) && !str_ends(raw, STR(AR_NOON AR_YEH));
    return me || ((clitics & MORPH_KUM) && !t->quote);
}

static bool may_be_governed(const text_token *t)
{
    for (uint32_t i = 0; t->morph && i < t->morph->n; i++)
        if (t->morph->v[i].clitics & (MORPH_LI | MORPH_BI))
            return true;
    return false;
}

/* "that two soldiers [were killed] (قتلا)": behind "that" two stand in the oblique, and the verb is theirs. */
static bool is_of_two_told(const reader *r, const text_token *t)
{
    const clause_item *two = r->items.n > 1 ? &r->items.v[r->items.n - 1] : NULL;
    return two && two->kind == ITEM_ACTOR && str_ends(t[-1].form, STR(AR_YEH AR_NOON)) &&
           two->actor->last == two->actor->first + 1 &&
           item_is_function(two - 1, STR("comp"));
}

/* "considered it an interference (تدخلا) in": spelt like "the two interfered", but nothing in the dual goes before, and no bare
 * object follows ("رفضا للقرار").                                                                                                          */
static bool is_accusative(const reader *r, const text_token *t, const morph_analysis *verb)
{
    const text_token *first = r->in->part->token, *next = t + 1;
    bool noun = false;
    if (!(verb->entry.feats & LEX_F_DUAL) || (verb->clitics & (MORPH_WA | MORPH_FA)) ||
        t == first || str_ends(t[-1].form, STR(AR_ALEF AR_NOON)) ||
        str_ends(t[-1].form, STR(AR_HEH AR_MEEM AR_ALEF)) || is_of_two_told(r, t))
        return false;
    for (uint32_t i = 0; i < t->morph->n; i++)
        noun |= t->morph->v[i].entry.table != LEX_STEM && !t->morph->v[i].clitics &&
                (t->morph->v[i].entry.feats & LEX_F_ACC);
    bool last = next == first + r->in->part->n_tokens || next->kind != TOKEN_WORD;
    return noun && (last || str_ends(next->form, STR(AR_ALEF)) ||
                    morph_as(next, LEX_FUNCTION, -1) || may_be_governed(next));
}

/* "He received" (تلقى), "he adopted" (تبنى) before "she throws" (تلقي), "she builds", which are spelt with dots. */
static bool is_perfect_by_spelling(wq_str raw, const morph_analysis *best,
                                   const morph_analysis *m)
{
    uint32_t third = LEX_F_3 | LEX_F_PERFECT;
    return best && str_ends(raw, STR(AR_ALEF_MAKSURA)) &&
           (best->entry.feats & LEX_F_IMPERFECT) && (m->entry.feats & third) == third &&
           !(m->entry.feats & LEX_F_IMPERFECT) && m->clitics == best->clitics;
}

/* "That they reached (توصلهما) a deal": a verb that has no object has no pronoun either, and the word is its noun. */
static bool is_noun_of_his(const reader *r, const text_token *t)
{
    for (uint32_t i = 0; i < t->morph->n; i++) {
        const morph_analysis *m = &t->morph->v[i];
        if (m->entry.table == LEX_VERB && m->entry.form == LEX_MASDAR &&
            (m->clitics & (MORPH_PRONOUN & ~(MORPH_I | MORPH_NA))) &&
            lex_in_group(r->in->lex, STR("no_object"),
                         lex_cell(r->in->lex, LEX_VERB, m->entry.row, "id")))
            return true;
    }
    return false;
}

static bool is_participle(const text_token *t)
{
    return morph_as(t, LEX_VERB, LEX_ACTIVE) && str_ends(t->form, STR(AR_ALEF));
}

/* "..., confirming "his refusal of" (لـ) ...": right behind a quotation mark and a participle, a deed of his with its object; the verb
 * spelt alike would have that without a preposition.                                                                  */
static bool is_his_deed_quoted(const reader *r, const text_token *t)
{
    const text_token *first = r->in->part->token, *end = first + r->in->part->n_tokens;
    bool his = false, behind = t > first + 1 && t[-1].kind != TOKEN_WORD &&
                               t[-2].kind == TOKEN_WORD && is_participle(&t[-2]);
    for (uint32_t i = 0; behind && i < t->morph->n; i++)
        his |= t->morph->v[i].entry.table == LEX_VERB &&
               t->morph->v[i].entry.form == LEX_MASDAR &&
               (t->morph->v[i].clitics & (MORPH_HU | MORPH_HA | MORPH_HUM));
    return his && t + 1 < end && t[1].morph && (t[1].morph->clitics & MORPH_LI);
}

/* Is the reading likelier than the best so far? */
static bool is_likelier(wq_str raw, const morph_analysis *best, const morph_analysis *m)
{
    if (!best)
        return true;
    bool third = m->entry.feats & LEX_F_3;
    bool active = third && (best->entry.feats & LEX_F_PASSIVE) &&
                  !(m->entry.feats & LEX_F_PASSIVE) && !(m->clitics & MORPH_PRONOUN);
    return active ||
           is_perfect_by_spelling(raw, best, m) || /* "and sent" before "was met with" */
           (third && !(best->entry.feats & LEX_F_3) && m->clitics == best->clitics);
}

/* Does the word before ask for the jussive? */
static bool is_behind_jussive_particle(const reader *r, const text_token *t)
{
    const morph_analysis *before =
        t > r->in->part->token && t[-1].morph ? morph_as(&t[-1], LEX_FUNCTION, -1) : NULL;
    wq_str kind =
        before ? lex_cell(r->in->lex, LEX_FUNCTION, before->entry.row, "kind") : STR("");
    return str_eq(kind, STR("neg")) || str_eq(kind, STR("cond"));
}

/* "Is held to be" (تعد), spelt like "(did not) return": another verb of the same spelling is no jussive. */
static bool is_other_imperfect(const text_token *t, const morph_analysis *verb)
{
    for (uint32_t i = 0; i < t->morph->n; i++) {
        const morph_analysis *m = &t->morph->v[i];
        if (m->entry.table == LEX_VERB && m->entry.form == LEX_VERBFORM &&
            (m->entry.feats & LEX_F_IMPERFECT) && (m->entry.feats & LEX_F_3) &&
            !(m->entry.feats & LEX_F_JUSSIVE) && m->clitics == verb->clitics)
            return true;
    }
    return false;
}

/* "that their patience is used up (نفد)", a verb of the dictionary's that is spelt like "(did not) let us know": without a particle
 * that asks for it, nobody is in the jussive; but for he, its forms are spelt like others of the same verb.          */
static bool is_stray_jussive(const reader *r, const text_token *t,
                             const morph_analysis *verb)
{
    uint32_t feats = verb->entry.feats;
    bool we = (feats & LEX_F_1) && (feats & LEX_F_PLUR);
    bool one = (feats & LEX_F_3) && (feats & LEX_F_SING) && !(verb->clitics & MORPH_LI);
    bool he = one && !(feats & (LEX_F_2 | LEX_F_FEM | LEX_F_DUAL | LEX_F_PLUR));
    if (!(feats & LEX_F_JUSSIVE) || (!we && !one) || is_behind_jussive_particle(r, t))
        return false;
    if (he || (one && is_other_imperfect(t, verb)))
        return true;
    for (uint32_t i = 0; we && i < t->morph->n; i++) {
        const morph_analysis *m = &t->morph->v[i];
        if (m->entry.table == LEX_STEM && (m->entry.feats & LEX_F_VERBAL) &&
            (m->entry.feats & LEX_F_PERFECT) && (m->entry.feats & LEX_F_3) &&
            m->clitics == verb->clitics)
            return true;
    }
    return false;
}

/* Look-up folds ta marbuta: it is no pronoun on a verb ("governance", not "he was put on trial").  The third person is
 * likelier than the first that is spelt the same.                                                                   */
const morph_analysis *reader_finite(const reader *r, const text_token *t)
{
    if (!morph_is_any(t, LEX_BIT(LEX_VERB)) || is_noun_of_his(r, t) ||
        is_his_deed_quoted(r, t) || text_has_mark(r->in->part, t, STR(AR_FATHATAN)))
        return NULL;
    wq_str raw = text_raw(r->in->part, t);
    const morph_analysis *best = NULL;
    for (uint32_t i = 0; i < t->morph->n; i++) {
        const morph_analysis *m = &t->morph->v[i];
        if (m->entry.table != LEX_VERB || m->entry.form != LEX_VERBFORM)
            continue;
        if (((m->clitics & MORPH_HU) && str_ends(raw, STR(AR_TEH_MARBUTA))) ||
            is_doubtful_person(r, t, m) || is_doubtful_object(t, raw, m->clitics) ||
            is_accusative(r, t, m) || is_stray_jussive(r, t, m))
            continue;
        if (is_likelier(raw, best, m))
            best = m;
    }
    return best;
}

/* Things and adjectives are in the lexicon for conditions only. */
static bool is_event_noun(const reader *r, const text_token *t, const morph_analysis *m)
{
    const uint64_t others = str_bit(STR("thing")) | str_bit(STR("adjective")) |
                            str_bit(STR("tool")) | str_bit(STR("degree")) |
                            str_bit(STR("turn"));
    if (m->entry.table != LEX_NOUN)
        return false;
    if (!(t->morph->kinds & others))
        return true;
    wq_str kind = lex_cell(r->in->lex, LEX_NOUN, m->entry.row, "kind");
    return !str_eq(kind, STR("thing")) && !str_eq(kind, STR("adjective")) &&
           !str_eq(kind, STR("tool")) && !str_eq(kind, STR("degree")) &&
           !str_eq(kind, STR("turn"));
}

const morph_analysis *reader_nominal(const reader *r, const text_token *t)
{
    const uint32_t ours = LEX_BIT(LEX_VERB) | LEX_BIT(LEX_NOUN);
    const morph_analysis *best = NULL;
    for (uint32_t i = 0; morph_is_any(t, ours) && i < t->morph->n; i++) {
        const morph_analysis *m = &t->morph->v[i];
        if (!(LEX_BIT(m->entry.table) & ours))
            continue;
        bool fits = is_event_noun(r, t, m) ||
                    (m->entry.table == LEX_VERB && m->entry.form != LEX_VERBFORM);
        bool like = (m->clitics & MORPH_KA) && !t->morph->v[0].clitics; /* "كامل" */
        bool his =
            (m->clitics & MORPH_HU) && /* "an hour" (ساعة), spelt like "who seeks it" */
            str_ends(text_raw(r->in->part, t), STR(AR_TEH_MARBUTA));
        fits = fits && !like && !his;
        if (fits && (!best || (best->entry.table == LEX_VERB &&
                               m->entry.table == LEX_NOUN && m->clitics == best->clitics)))
            best = m;
    }
    return best;
}

/* "another", "two others": an adjective of somebody before it. */
static bool is_other(const reader *r, uint32_t at)
{
    const text_token *t = &r->in->part->token[at];
    for (uint32_t i = 0; i < t->morph->n; i++) {
        const lex_entry *e = &t->morph->v[i].entry;
        if (e->table == LEX_FUNCTION &&
            str_eq(lex_cell(r->in->lex, LEX_FUNCTION, e->row, "kind"), STR("np_other")))
            return true;
    }
    return false;
}

void reader_classes(const reader *r, clause_item *it)
{
    if (it->kind != ITEM_VERB || it->entry.table != LEX_VERB)
        return;
    it->addresses = lex_in_group(r->in->lex, STR("addresses"),
                                 lex_cell(r->in->lex, LEX_VERB, it->entry.row, "id"));
    wq_str classes = lex_cell(r->in->lex, LEX_VERB, it->entry.row, "class");
    if (classes.n == 0)
        return; /* most have none */
    it->of_people = str_listed(classes, '|', STR("people"));
    it->describes = str_listed(classes, '|', STR("describes"));
    it->strikes = str_listed(classes, '|', STR("strikes"));
    it->meets = str_listed(classes, '|', STR("meets"));
    it->hits = str_listed(classes, '|', STR("hits"));
}

/* "official", "military": an adjective in -i, and nothing that could have a genitive; no "efforts", which ends so too. */
static bool is_quality(const reader *r, const text_token *t)
{
    if (t->kind != TOKEN_WORD || !t->morph || !str_ends(t->form, STR(AR_YEH)))
        return false;
    bool quality = morph_may_be(t, STR("np_modifier"));
    for (uint32_t i = 0; i < t->morph->n; i++) {
        const morph_analysis *m = &t->morph->v[i];
        const lex_entry *e = &m->entry;
        bool word = e->table == LEX_STEM && e->form != LEX_VERBFORM && m->clitics == 0;
        bool adjective = word && ((e->feats & LEX_F_NISBA) ||
                                  str_eq(lex_cell(r->in->lex, LEX_STEM, e->row, "pos"),
                                         STR("adjective")));
        if ((word && !adjective) || e->table == LEX_OFFICE ||
            (e->table == LEX_VERB && e->form == LEX_ACTIVE))
            return false;
        quality = quality || adjective ||
                  (e->table == LEX_NOUN && !m->clitics &&
                   lex_in_group(r->in->lex, STR("qualities"),
                                lex_cell(r->in->lex, LEX_NOUN, e->row, "id")));
    }
    return quality;
}

/* "times": a noun of how often. */
static bool is_turn(const reader *r, const text_token *t)
{
    for (uint32_t i = 0; morph_may_be(t, STR("turn")) && i < t->morph->n; i++) {
        const morph_analysis *m = &t->morph->v[i];
        if (m->entry.table == LEX_NOUN &&
            str_eq(lex_cell(r->in->lex, LEX_NOUN, m->entry.row, "kind"), STR("turn")))
            return true;
    }
    return false;
}

/* "statement", "speech", without article, in any reading. */
static bool is_said_in(const reader *r, const text_token *t)
{
    for (uint32_t i = 0; morph_as(t, LEX_NOUN, -1) && i < t->morph->n; i++) {
        const morph_analysis *m = &t->morph->v[i];
        if (m->entry.table == LEX_NOUN && !m->clitics &&
            lex_in_group(r->in->lex, STR("said_in"),
                         lex_cell(r->in->lex, LEX_NOUN, m->entry.row, "id")))
            return true;
    }
    return false;
}

void reader_describe(const reader *r, uint32_t at, clause_item *it)
{
    it->said_in = !it->clitics && is_said_in(r, &r->in->part->token[at]);
    it->other = morph_may_be(&r->in->part->token[at], STR("np_other")) && is_other(r, at);
    it->turn = it->kind == ITEM_WORD && is_turn(r, &r->in->part->token[at]);
    it->quality =
        it->kind == ITEM_WORD && !it->clitics && is_quality(r, &r->in->part->token[at]);
}

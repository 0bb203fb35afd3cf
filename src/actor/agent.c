/* Common nouns for people and bodies.  The press uses most of them as adjectives and for things as well; the kind of their
 * row in data/actor/agents.tsv says what it takes to be sure:
 *
 *   adj     also an adjective: not behind a noun it agrees with
 *   the     only with the article, with somebody it belongs to, or what it is for
 *   nisba   only with a nationality
 *   whole   says in full who they are ("القادة الأفارقة"): nothing behind it is theirs
 *   kin     with a genitive they are the people of somebody (families of the hostages)
 *   visitor not of the country they are in (tourists, refugees, aircraft), for the event stage
 *   deputy  before an office: who stands in for its holder
 *   of:ID   the members of an organisation; in the singular with the article it is an adjective or a surname  */
#include "actor/np.h"
#include "script/fold.h"
#include "script/letters.h"

/* ---- the form ---- */

static bool is_of_lemma(const np_parser *p, uint32_t at, const morph_analysis *m)
{
    return str_starts(str_sub(p->part->token[at].form, m->from, m->to),
                      np_agent_row(p, m->entry.row)->base);
}

/* Teh marbuta opens up to a teh before a pronoun, and nowhere else: "وزارت" is "and she visited". */
static bool is_open_marbuta(const np_parser *p, const morph_analysis *m, wq_str stem)
{
    if ((m->clitics & MORPH_PRONOUN) || !str_ends(stem, STR(AR_TEH)))
        return false;
    wq_str base = np_agent_row(p, m->entry.row)->base;
    return stem.n == base.n + 2 && str_starts(stem, base) &&
           np_agent_row(p, m->entry.row)->fem;
}

static bool is_particle(const np_parser *p, const lex_entry *e)
{
    return e->table == LEX_FUNCTION &&
           !str_starts(lex_cell(p->lex, LEX_FUNCTION, e->row, "kind"), STR("np_"));
}

/* ---- adjectives ---- */

static bool is_noun_alone(const np_parser *p, uint32_t at)
{
    const text_token *t = &p->part->token[at];
    if (t->kind != TOKEN_WORD || !t->morph)
        return false;
    for (uint32_t i = 0; i < t->morph->n; i++) {
        const lex_entry *e = &t->morph->v[i].entry;
        if ((e->table == LEX_VERB && e->form == LEX_VERBFORM) || e->table == LEX_AGENT)
            return false;
        if (is_particle(p, e) || np_is_numeral(p, &p->part->token[at]))
            return false;
    }
    return true;
}

/* "سياسيا وعسكريا", "الجوية والبحرية": and another adjective. */
static bool is_joined_adjective(const np_parser *p, uint32_t at, const morph_analysis *m)
{
    if (m->entry.feats & LEX_F_ACC)
        return true;
    const text_token *before = at > 0 ? &p->part->token[at - 1] : NULL;
    return (m->clitics & MORPH_AL) && before && np_has_article(before) &&
           (np_function_row(p, at - 1, STR("np_modifier")) >= 0 ||
            morph_as(before, LEX_COUNTRY, LEX_NISBA)) &&
           !(m->entry.feats & LEX_F_PLUR);
}

/* Listed plurals (مدنيون) have their own row's features; the ending tells. */
static bool is_sound_plural(const morph_analysis *m, const text_token *t)
{
    wq_str stem = str_sub(t->form, m->from, m->to);
    return str_ends(stem, STR(AR_WAW AR_NOON)) || str_ends(stem, STR(AR_YEH AR_NOON));
}

/* "(اعتقلت) السلطات التونسية الناشطة سارة ...": behind a nationality somebody with his name is another. */
static bool is_named_other(np_parser *p, uint32_t at, const morph_analysis *m)
{
    return np_is_word(p, at + 1) && np_agent_is(p, m->entry.row, STR("role")) &&
           morph_as(&p->part->token[at - 1], LEX_COUNTRY, LEX_NISBA) &&
           (np_is_given(p, at + 1) || np_name_run(p, at + 1, 2) > at + 2);
}

/* "The civil airport of Misrata": behind a town's name that is the genitive of another noun. */
static bool is_behind_town(const np_parser *p, uint32_t at, const morph_analysis *m)
{
    const text_token *t = &p->part->token[at];
    return at > 1 && m->clitics == MORPH_AL && (m->entry.feats & LEX_F_SING) &&
           !is_sound_plural(m, t) && is_of_lemma(p, at, m) &&
           morph_is_any(t - 1, LEX_BIT(LEX_CITY) | LEX_BIT(LEX_PLACE)) &&
           !morph_as(t - 1, LEX_STEM, -1) && is_noun_alone(p, at - 2);
}

/* "the solution" (الحل): of so short a word only our own lexicon tells. */
static bool is_short_noun(const text_token *t)
{
    for (uint32_t i = 0; t->morph && i < t->morph->n; i++) {
        const morph_analysis *m = &t->morph->v[i];
        if ((m->clitics & MORPH_AL) &&
            (m->entry.table == LEX_NOUN ||
             (m->entry.table == LEX_VERB && m->entry.form == LEX_MASDAR)))
            return true;
    }
    return false;
}

/* "The release of an activist", "the life of a journalist": a noun that only somebody has, and no adjective describes. */
static bool is_had_by_somebody(const np_parser *p, const text_token *t)
{
    const morph_analysis *noun = morph_as(t, LEX_NOUN, -1);
    const morph_analysis *deed = morph_as(t, LEX_VERB, LEX_MASDAR);
    const morph_analysis *m = noun ? noun : deed;
    return m && !(m->clitics & MORPH_AL) &&
           lex_in_group(p->lex, STR("of_somebody"),
                        lex_cell(p->lex, (lex_table)m->entry.table, m->entry.row, "id"));
}

/* Behind a noun that is no state's name; a noun in the accusative may look like a verb: "دعما عسكريا". */
static bool is_behind_noun(np_parser *p, uint32_t at, const morph_analysis *m)
{
    if (np_is_day(p, at - 1) || np_ends_preposition(p, at) || /* "على يد" */
        is_had_by_somebody(p, &p->part->token[at - 1]))
        return false;
    bool support = (m->entry.feats & LEX_F_ACC) && !(m->clitics & MORPH_AL) &&
                   np_is_accusative_noun(&p->part->token[at - 1]);
    return (support || is_noun_alone(p, at - 1)) && !np_is_behind_state(p, at);
}

/* Several people, by their word's form: "gunmen", "gunmen of". */
static bool are_people(const np_parser *p, const morph_analysis *m, const text_token *t)
{
    bool of_them = np_agent_row(p, m->entry.row)->sound_plural &&
                   (m->entry.feats & LEX_F_CONSTRUCT) && str_ends(t->form, STR(AR_YEH));
    return of_them || is_sound_plural(m, t);
}

/* One verbal noun in the masculine: an adjective behind it is no feminine. */
static bool is_one_deed(const text_token *t)
{
    const morph_analysis *m = morph_as(t, LEX_VERB, LEX_MASDAR);
    return m && (m->entry.feats & LEX_F_SING) && (m->entry.feats & LEX_F_MASC) &&
           !(m->entry.feats & LEX_F_FEM);
}

/* "the arrest of a woman journalist": teh marbuta on one of the two alone. */
static bool is_of_other_gender(const text_token *before, const text_token *t,
                               const morph_analysis *m)
{
    bool fem = str_ends(t->form, STR(AR_HEH));
    bool hers = str_ends(before->norm, STR(AR_TEH_MARBUTA));
    bool his =
        morph_as(before, LEX_COUNTRY, LEX_NISBA) && str_ends(before->form, STR(AR_YEH));
    return fem ? his || (!m->clitics && is_one_deed(before)) : hers;
}

/* "a press (صحافي) conference": another spelling of a lemma in -i that ends so as well. */
static bool is_like_lemma(const np_parser *p, uint32_t at, const morph_analysis *m)
{
    wq_str base = np_agent_row(p, m->entry.row)->base;
    wq_str stem = str_sub(p->part->token[at].form, m->from, m->to);
    return is_of_lemma(p, at, m) ||
           (str_ends(base, STR(AR_YEH)) && !(m->clitics & MORPH_AL) &&
            (str_ends(stem, STR(AR_YEH)) || str_ends(stem, STR(AR_YEH AR_ALEF))));
}

/* "The two suicide attacks" (الهجومين الانتحاريين): behind a deed in the dual with the article what looks like men in the plural. */
static bool is_of_two_deeds(const text_token *t)
{
    if (!str_ends(t->form, STR(AR_YEH AR_NOON)) ||
        !str_ends(t[-1].form, STR(AR_YEH AR_NOON)) || !np_has_article(t - 1))
        return false;
    const morph_analysis *deed = morph_as(t - 1, LEX_VERB, LEX_MASDAR);
    deed = deed ? deed : morph_as(t - 1, LEX_NOUN, -1);
    return deed && (deed->entry.feats & LEX_F_DUAL);
}

static bool is_adjective(np_parser *p, uint32_t at, const morph_analysis *m);

/* "The suicide terrorist bombing", "the two suicide attacks": behind another word for somebody that describes a noun, or two deeds. */
static bool is_second_adjective(np_parser *p, uint32_t at, const morph_analysis *m)
{
    const text_token *t = &p->part->token[at];
    if (at == 0 || m->clitics != MORPH_AL || !np_is_word(p, at - 1))
        return false;
    if (is_of_two_deeds(t))
        return true;
    const morph_analysis *before = morph_as(t - 1, LEX_AGENT, -1);
    return before && before->clitics == MORPH_AL && !are_people(p, m, t) &&
           np_agent_is(p, before->entry.row, STR("adj")) && is_adjective(p, at - 1, before);
}

/* Behind a noun with the article a word with it, behind one without it a word without: it says how the noun is. */
static bool is_adjective(np_parser *p, uint32_t at, const morph_analysis *m)
{
    const text_token *t = &p->part->token[at];
    if (m->clitics & MORPH_WA)
        return is_joined_adjective(p, at, m);
    if (is_behind_town(p, at, m) || is_second_adjective(p, at, m))
        return true;
    if (at == 0 || (m->clitics & ~(unsigned)MORPH_AL) || !is_behind_noun(p, at, m) ||
        are_people(p, m, t) || is_named_other(p, at, m) ||
        (!is_like_lemma(p, at, m) && np_function_row(p, at, STR("np_modifier")) < 0))
        return false;
    const text_token *before = t - 1;
    if ((m->entry.feats & LEX_F_ACC) && !str_ends(before->form, STR(AR_ALEF)))
        return false; /* an adjective has the case of its noun: "executed an activist" */
    if (is_of_other_gender(before, t, m))
        return false;
    bool the = (m->clitics & MORPH_AL) || np_has_article(t);
    bool owned = before->morph->n && (before->morph->v[0].clitics & MORPH_PRONOUN);
    return the ? owned || np_has_article(before) || is_short_noun(before)
               : before->morph->known && !np_has_article(before);
}

/* ---- other readings ---- */

/* "talks" before "investigators"; things and adjectives only behind the noun they describe; "the parties" are no "outskirts". */
static bool is_other_noun(const np_parser *p, const morph_analysis *m, bool adjective)
{
    wq_str kind = lex_cell(p->lex, LEX_NOUN, m->entry.row, "kind");
    if (str_eq(kind, STR("direction")))
        return !(m->clitics & MORPH_AL);
    if (str_eq(kind, STR("thing")) || str_eq(kind, STR("adjective")))
        return adjective;
    return !str_eq(kind, STR("group"));
}

typedef struct reading {
    const morph_analysis *as; /* the common noun in question */
    bool noun_here;           /* behind a preposition */
    bool adjective;           /* behind the noun it describes */
    bool governs;             /* before an object */
    bool opens; /* so, and it describes nothing: "received yesterday the two" */
    bool hers;  /* before a nationality in the feminine */
    bool which; /* behind "who", "which": no noun stands there */
    bool men;   /* in the sound plural, which has lost its n before an owner */
} reading;

/* "The son of", rather than a rare verb; not "families of", which is "captured" as well. */
static bool is_relative(const np_parser *p, uint32_t row)
{
    return np_agent_is(p, row, STR("kin")) && np_agent_is(p, row, STR("the"));
}

/* "demanded", not "student"; but "Kenyan teams", where the nationality is no subject of the verb. */
static bool is_rather_verb(const np_parser *p, const morph_analysis *m, const reading *r)
{
    const lex_entry *e = &m->entry;
    if ((is_relative(p, r->as->entry.row) && !r->which) ||
        (r->hers && (e->feats & LEX_F_MASC) && !(e->feats & LEX_F_FEM)))
        return false;
    bool i_do = (e->feats & LEX_F_1) && !(r->which && (e->feats & LEX_F_3));
    return e->form == LEX_VERBFORM && !i_do && !r->noun_here &&
           m->clitics == r->as->clitics && !(m->clitics & MORPH_AL);
}

static bool is_role(const np_parser *p, const morph_analysis *m)
{
    return np_agent_is(p, m->entry.row, STR("role"));
}

/* Does analysis `m` of the same word mean that it is nobody? */
static bool excludes(const np_parser *p, const morph_analysis *m, const reading *r)
{
    const unsigned beside = MORPH_AL | MORPH_WA;
    const lex_entry *e = &m->entry;
    uint32_t feats = r->as->entry.feats;
    bool plain = (m->clitics & ~beside) == (r->as->clitics & ~beside);
    switch (e->table) {
    case LEX_FUNCTION: /* "headed by" is one word before it is "in the presidency of"; "the command" opens no phrase */
        return is_particle(p, e) && (plain || m->clitics == 0) &&
               !((r->as->clitics & MORPH_AL) &&
                 str_eq(lex_cell(p->lex, LEX_FUNCTION, e->row, "kind"),
                        STR("transparent")));
    case LEX_NOUN:
        return plain && is_other_noun(p, m, r->adjective);
    case LEX_TIME: /* the month of Shaaban, not two peoples */
        return plain && (feats & LEX_F_DUAL);
    case LEX_VERB:
        if (e->form ==
            LEX_ACTIVE) /* "accusing", not "a suspect"; "gunmen of" have lost their n */
            return (feats & LEX_F_ACC) && r->governs && !r->men;
        return is_rather_verb(p, m, r);
    case LEX_STEM: /* "world-wide", not "scholars of"; "the two ministers of (defence)" */
        return plain && !(r->opens && is_role(p, r->as)) &&
               (m->clitics & MORPH_WA) == (r->as->clitics & MORPH_WA) &&
               (feats & LEX_F_CONSTRUCT) && !(feats & LEX_F_SING) && !r->men &&
               !is_relative(p, r->as->entry.row);
    default:
        return false;
    }
}

static bool is_behind_preposition(const np_parser *p, uint32_t at)
{
    return (at && np_word_kind(p, at - 1, STR("prep"))) || np_ends_preposition(p, at);
}

/* "(was killed) a student Syrian", "the death of a Syrian student": no verb stands right behind one or behind an open noun,
 * before a nationality without article.                                                                              */
static bool is_behind_verb(np_parser *p, uint32_t at)
{
    np_unit nisba;
    const text_token *before = at > p->sentence_first ? &p->part->token[at - 1] : NULL;
    const morph_analysis *verb = before ? morph_as(before, LEX_VERB, LEX_VERBFORM) : NULL;
    const morph_analysis *noun = before ? morph_as(before, LEX_NOUN, -1) : NULL;
    if (before && !noun)
        noun = morph_as(before, LEX_VERB, LEX_MASDAR);
    if (noun && !(noun->clitics & (MORPH_AL | MORPH_PRONOUN)) && np_is_word(p, at + 1) &&
        !(noun->entry.feats & LEX_F_ACC) && np_nisba_at(p, at + 1, &nisba) &&
        !nisba.clitics)
        return true;
    return verb && np_is_word(p, at + 1) &&
           !str_eq(lex_cell(p->lex, LEX_VERB, verb->entry.row, "class"), STR("aux")) &&
           np_nisba_at(p, at + 1, &nisba) && !nisba.clitics;
}

/* "a hundred captives": what a number counts is no verb. */
static bool is_counted(const np_parser *p, uint32_t at)
{
    const text_token *t = at ? &p->part->token[at - 1] : NULL;
    if (t && t->kind == TOKEN_NUMBER)
        return true;
    for (uint32_t i = 0; t && t->morph && i < t->morph->n; i++)
        if (t->morph->v[i].entry.table == LEX_TIME &&
            str_starts(lex_cell(p->lex, LEX_TIME, t->morph->v[i].entry.row, "kind"),
                       STR("numeral")))
            return true;
    return false;
}

/* A quotation opens at the token, and a word stands in it. */
static bool opens_quotation(const np_parser *p, uint32_t at)
{
    enum { GUILLEMET = 0xab, DOUBLE = 0x201c };
    bool opens =
        np_is_mark(p, at, '"') || np_is_mark(p, at, GUILLEMET) || np_is_mark(p, at, DOUBLE);
    return opens && np_is_word(p, at + 1);
}

/* Behind a comma an accusative tells what somebody does besides, unless an adjective in the accusative goes with it. */
static bool is_set_off(const np_parser *p, uint32_t at)
{
    return at > 0 && np_is_comma(p, at - 1) &&
           !str_ends(p->part->token[at + 1].form, STR(AR_ALEF));
}

/* "متهما إيران", 'متهما "قوى خارجية"': a state, a name or what somebody calls them behind a word in the accusative. */
static bool is_before_object(const np_parser *p, uint32_t at)
{
    if (opens_quotation(p, at + 1))
        return true;
    if (!np_is_word(p, at + 1))
        return false;
    const text_token *t = &p->part->token[at + 1];
    if (morph_as(t, LEX_TIME, -1))
        return false;
    return is_set_off(p, at) || morph_as(t, LEX_COUNTRY, LEX_NAME) ||
           morph_as(t, LEX_METONYM, -1) || morph_as(t, LEX_ACTOR, -1) ||
           morph_as(t, LEX_OFFICE, -1) || np_has_article(t) ||
           (t->morph && !t->morph->known);
}

/* Is the word tied by li-, in any reading? */
static bool is_tied_to(const np_parser *p, uint32_t at)
{
    const morph_word *w = np_is_word(p, at) ? p->part->token[at].morph : NULL;
    for (uint32_t i = 0; w && i < w->n; i++)
        if (w->v[i].clitics & MORPH_LI)
            return true;
    return false;
}

/* "عن معارضته قرار", "معارضتها الشديدة لـ": what somebody voices is his opposing it, no opponents of his. */
static bool is_deed_voiced(const np_parser *p, uint32_t at, const morph_analysis *m)
{
    if (!(m->clitics & MORPH_PRONOUN) || at == 0 ||
        !morph_as(&p->part->token[at], LEX_VERB, LEX_MASDAR))
        return false;
    uint32_t next = at + 1;
    next += np_is_word(p, next) && np_has_article(&p->part->token[next]);
    return np_word_kind(p, at - 1, STR("np_stands_for")) || is_tied_to(p, next);
}

/* "قادة في الجيش": leaders in a body, not "leaders of"; behind such a word stands a genitive. */
static bool is_of_nothing(np_parser *p, uint32_t at, const morph_analysis *m)
{
    return m->entry.table == LEX_FUNCTION &&
           str_eq(lex_cell(p->lex, LEX_FUNCTION, m->entry.row, "kind"),
                  STR("transparent")) &&
           np_word_kind(p, at + 1, STR("np_where"));
}

static bool is_other_word(np_parser *p, uint32_t at, const morph_analysis *group)
{
    const text_token *t = &p->part->token[at];
    bool body =
        np_agent_is(p, group->entry.row, STR("body")) &&
        !np_agent_is(p, group->entry.row, STR("the")) &&
        !np_agent_is(p, group->entry.row, STR("adj")); /* "embassy" describes nothing */
    bool adjective = !body && is_adjective(p, at, group);
    bool counted = is_counted(p, at); /* "twenty accused (متهما) of murder" */
    bool object = !counted && is_before_object(p, at);
    bool owner = object || (np_is_word(p, at + 1) && morph_as(t + 1, LEX_AGENT, -1));
    bool dated = at > 0 && morph_as(t - 1, LEX_TIME, -1);
    bool described = at > 0 && !owner && is_noun_alone(p, at - 1);
    reading r = { group,
                  is_behind_preposition(p, at) || counted || is_behind_verb(p, at),
                  adjective,
                  object,
                  object && (dated || !adjective),
                  np_is_before_her_nation(p, at),
                  at > p->sentence_first && np_word_kind(p, at - 1, STR("rel")),
                  !described && np_agent_row(p, group->entry.row)->sound_plural };
    if (is_deed_voiced(p, at, group))
        return true;
    for (uint32_t i = 0; i < t->morph->n; i++)
        if (excludes(p, &t->morph->v[i], &r) && !is_of_nothing(p, at, &t->morph->v[i]))
            return true;
    return false;
}

/* فعائل, فواعل, فعول, أفعال: what a plural of bodies looks like, as against another word for one (تكتل, تيار). */
static bool is_broken_plural(wq_str stem)
{
    enum { LETTER = 2 }; /* bytes */
    size_t n = stem.n / LETTER;
    bool long_third = n >= 5 && str_eq(str_sub(stem, 2 * LETTER, 3 * LETTER), STR(AR_ALEF));
    bool long_fourth = n == 5 && str_starts(stem, STR(AR_ALEF)) &&
                       str_eq(str_sub(stem, 3 * LETTER, 4 * LETTER), STR(AR_ALEF));
    bool waw = n == 4 && str_eq(str_sub(stem, 2 * LETTER, 3 * LETTER), STR(AR_WAW));
    return (long_third || long_fourth || waw) && !str_ends(stem, STR(AR_HEH)) &&
           !str_ends(stem, STR(AR_NOON));
}

static wq_str letter(wq_str stem, size_t i)
{
    enum { LETTER = 2 }; /* bytes */
    return str_sub(stem, i * LETTER, (i + 1) * LETTER);
}

/* فاعل, فعيل, مفعل, a word in -iyy, and what they are in the feminine: another word for one of them ("writer" among
 * artists); not فعلة, فعول, أهالي, nor the plural before its owner.                                                   */
static bool is_one_man(wq_str stem)
{
    bool she = str_ends(stem, STR(AR_HEH));
    stem.n -= she ? letter(stem, 0).n : 0;
    size_t n = stem.n / letter(stem, 0).n;
    bool yeh = str_ends(stem, STR(AR_YEH)), waw = str_ends(stem, STR(AR_WAW));
    wq_str third = letter(stem, 2);
    if (n <= 3)
        return !she;
    if (n == 4 && !yeh && !waw && !str_eq(third, STR(AR_WAW)))
        return str_eq(letter(stem, 1), STR(AR_ALEF)) || str_eq(third, STR(AR_YEH)) ||
               str_starts(stem, STR(AR_MEEM));
    if (yeh && n >= 5)
        return !str_starts(stem, STR(AR_MEEM)) &&
               !(n == 5 && str_starts(stem, STR(AR_ALEF)) && str_eq(third, STR(AR_ALEF)));
    return n == 5 && str_starts(stem, STR(AR_MEEM)) && !yeh && !waw;
}

uint32_t np_agent_number(const np_parser *p, uint32_t at, const morph_analysis *m)
{
    wq_str stem = str_sub(p->part->token[at].form, m->from, m->to);
    if (m->entry.feats & (LEX_F_PLUR | LEX_F_DUAL))
        return 0;
    if (str_ends(stem, STR(AR_ALEF AR_TEH)))
        return LEX_F_FEM | LEX_F_PLUR;
    const np_agent *row = np_agent_row(p, m->entry.row);
    if (row->fem && str_eq(stem, row->base)) /* "states": no more than the ending is lost */
        return LEX_F_FEM | LEX_F_PLUR;
    if (str_starts(stem, row->base))
        return 0;
    bool role = np_agent_is(p, m->entry.row, STR("role"));
    if (role && !is_one_man(stem))
        return LEX_F_MASC | LEX_F_PLUR;
    if (str_ends(stem, STR(AR_HEH)))
        return LEX_F_FEM;
    if (role)
        return LEX_F_MASC;
    return is_broken_plural(stem) ? LEX_F_MASC | LEX_F_FEM | LEX_F_PLUR : 0;
}

/* "من طرف": the second word of a preposition. */
static bool is_inside_preposition(const np_parser *p, uint32_t at)
{
    match_hit room[MATCH_MAX];
    uint32_t n = 0;
    const match_hit *hit =
        at && np_is_word(p, at - 1) ? match_list(p->lex, p->part, at - 1, room, &n) : NULL;
    for (uint32_t h = 0; h < n; h++)
        if (hit[h].tokens > 1 && match_is_function(p->lex, &hit[h], STR("prep")))
            return true;
    return false;
}

/* "Its ambassador"; but "its fighters" are who fights for it. */
static bool is_his_man(const np_parser *p, uint32_t at, const morph_analysis *m,
                       wq_str stem)
{
    bool several = str_ends(stem, STR(AR_WAW)) || str_ends(stem, STR(AR_YEH));
    return (m->clitics & MORPH_PRONOUN) && np_agent_is(p, m->entry.row, STR("role")) &&
           !several && (m->entry.feats & LEX_F_SING) && is_of_lemma(p, at, m);
}

/* "قصف حوثي", "القصف الحوثي": right behind a deed of force, or a weapon, a word made of an organisation's name tells whose it is. */
static bool is_whose_blow(const np_parser *p, uint32_t at, const morph_analysis *m)
{
    const text_token *t = at > p->sentence_first ? &p->part->token[at - 1] : NULL;
    bool member = np_agent_row(p, m->entry.row)->member >= 0 &&
                  !(m->clitics & ~(unsigned)MORPH_AL) && (m->entry.feats & LEX_F_SING);
    if (!t || !member || np_has_article(t) != ((m->clitics & MORPH_AL) != 0))
        return false;
    for (uint32_t i = 0; t->morph && i < t->morph->n; i++) {
        const lex_entry *e = &t->morph->v[i].entry;
        bool noun = e->table == LEX_NOUN || (e->table == LEX_VERB && e->form == LEX_MASDAR);
        wq_str id = noun ? lex_cell(p->lex, (lex_table)e->table, e->row, "id") : STR("");
        if (noun && !(t->morph->v[i].clitics & MORPH_PRONOUN) &&
            (lex_in_group(p->lex, STR("violence"), id) ||
             lex_in_group(p->lex, STR("means"), id)))
            return true;
    }
    return false;
}

/* "دعاه": called on him, where "preachers" is written with the dots of its teh. */
static bool is_called_him(const text_token *t, wq_str stem)
{
    bool heh = str_ends(stem, STR(AR_ALEF AR_HEH)) && str_ends(t->norm, STR(AR_HEH));
    const morph_analysis *verb = heh ? morph_as(t, LEX_VERB, LEX_VERBFORM) : NULL;
    return verb && (verb->clitics & MORPH_HU);
}

bool np_agent_word(np_parser *p, uint32_t at, const morph_analysis *m)
{
    const text_token *t = &p->part->token[at];
    wq_str stem = str_sub(t->form, m->from, m->to);
    bool marbuta = (m->clitics & MORPH_HU) && str_ends(t->norm, STR(AR_TEH_MARBUTA));
    if (marbuta || (m->clitics & MORPH_I)) /* no "his", and nobody in the news says "my" */
        return false;
    if (is_called_him(t, stem))
        return false;
    if (is_open_marbuta(p, m, stem) || is_other_word(p, at, m) ||
        is_inside_preposition(p, at) || np_is_verb_of_them(p, at, m) ||
        !np_agent_answer(p, t, m, np_agent_has_form))
        return false;
    if (m->entry.feats & LEX_F_ACC && np_agent_is(p, m->entry.row, STR("source")))
        return false;
    if (is_whose_blow(p, at, m))
        return true;
    if (is_his_man(p, at, m, stem))
        return false; /* "its ambassador" is nobody else's side */
    if ((m->entry.feats & LEX_F_SING) && (m->clitics & MORPH_AL) &&
        !is_sound_plural(m, t) && np_agent_row(p, m->entry.row)->member >= 0)
        return false; /* "al-Houthi": a surname, or an adjective */
    return !np_agent_is(p, m->entry.row, STR("adj")) || !is_adjective(p, at, m);
}

/* ---- what makes it count ---- */

static bool is_definite(const np_parser *p, const actor_mention *m)
{
    return m->definite || np_has_article(&p->part->token[m->first]);
}

/* "مصادر الطاقة": sources of something, which nobody quotes. */
static bool is_source_of_thing(np_parser *p, uint32_t end, const actor_mention *m)
{
    return end == m->first + 1 && !is_definite(p, m) && np_is_word(p, end) &&
           str_starts(p->part->token[end].form, STR(AR_AL));
}

/* "لجنة التحقيق", "فرقة العمل": what it is for names it. */
static bool is_named_body(np_parser *p, const actor_mention *m)
{
    uint32_t row = m->agent - 1, next = m->first + 1;
    bool body = np_agent_is(p, row, STR("body")) || str_eq(m->a.sector, STR("MIL"));
    return body && !is_definite(p, m) && np_is_word(p, next) &&
           str_starts(p->part->token[next].form, STR(AR_AL)) &&
           !morph_as(&p->part->token[next], LEX_TIME, -1);
}

bool np_agent_counts(np_parser *p, uint32_t end, actor_mention *m)
{
    uint32_t row = m->agent - 1;
    if (np_is_doing(p, end, m))
        return false;
    if (m->kind == ACTOR_SOURCE && is_source_of_thing(p, end, m))
        return false;
    bool owned = m->a.country.p || m->a.id.p || m->owner.p ||
                 (m->clitics & MORPH_PRONOUN) || is_named_body(p, m);
    if (p->head > m->first + 1)
        return true; /* a phrase of its own */
    if (np_agent_is(p, row, STR("nisba")) && !p->nisba && !m->a.id.p)
        return false;
    return owned || !np_agent_is(p, row, STR("the")) || is_definite(p, m);
}

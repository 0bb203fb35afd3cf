/* A nationality as a noun for people: "ثلاثة فلسطينيين", "الأتراك", "الروس". */
#include "actor/np.h"
#include "script/letters.h"

/* Several people, by the word's form: the plural of men and the broken plurals; no "الدول الأوروبيتين". */
static bool is_of_people(const morph_analysis *m)
{
    uint32_t f = m->entry.feats;
    return (f & LEX_F_PLUR) && (f & LEX_F_MASC) && !(m->clitics & MORPH_PRONOUN);
}

/* Is the word another, others? */
static const morph_analysis *other_at(const np_parser *p, uint32_t at)
{
    const text_token *t = &p->part->token[at];
    const morph_analysis *m =
        morph_may_be(t, STR("np_other")) ? morph_as(t, LEX_FUNCTION, -1) : NULL;
    return m && str_eq(lex_cell(p->lex, LEX_FUNCTION, m->entry.row, "kind"),
                       STR("np_other"))
               ? m
               : NULL;
}

/* "وآخر نمساوي": somebody else, of whom the nationality is told. */
static bool another(np_parser *p, uint32_t at, actor_mention *out)
{
    const morph_analysis *other = other_at(p, at);
    np_unit nisba;
    if (!other || !np_nisba_at(p, at + 1, &nisba) || nisba.clitics)
        return false;
    *out = (actor_mention){ .first = at,
                            .last = nisba.last,
                            .kind = ACTOR_GROUP,
                            .clitics = other->clitics,
                            .plural = nisba.feats & (LEX_F_PLUR | LEX_F_DUAL),
                            .rule = "actor.another" };
    np_set_country(p, &nisba, out);
    np_set_sectors(p, STR("CVL"), out);
    return out->a.country.p != NULL;
}

bool np_is_numeral(const np_parser *p, const text_token *t)
{
    for (uint32_t i = 0; t->morph && i < t->morph->n; i++) {
        const lex_entry *e = &t->morph->v[i].entry;
        if (e->table == LEX_TIME &&
            str_starts(lex_cell(p->lex, LEX_TIME, e->row, "kind"), STR("numeral")))
            return true;
    }
    return t->kind == TOKEN_NUMBER;
}

/* Those of whom the sentence told last, or the one before it: a group of people, no body and no state. */
static const actor_mention *last_people(const np_parser *p)
{
    enum { REACH = 12 };
    for (uint32_t i = 0; i < REACH && i < p->list.n; i++) {
        const actor_mention *m = np_back(p, i);
        bool role = m->agent && np_agent_is(p, m->agent - 1, STR("role"));
        if (m->kind == ACTOR_GROUP && !m->a.id.p &&
            (role || str_eq(m->a.sector, STR("CVL"))))
            return m;
    }
    return NULL;
}

/* "(killed a gunman and arrested) 16 others": more of those of whom was told, as far as a bare number tells. */
static bool others(np_parser *p, uint32_t at, actor_mention *out)
{
    const text_token *t = &p->part->token[at];
    const morph_analysis *other = other_at(p, at);
    bool many =
        str_ends(t->form, STR(AR_YEH AR_NOON)) || str_ends(t->form, STR(AR_WAW AR_NOON));
    if (!other || other->clitics || !many || at == p->sentence_first ||
        !np_is_numeral(p, t - 1))
        return false;
    *out = (actor_mention){ .first = at,
                            .last = at + 1,
                            .kind = ACTOR_GROUP,
                            .plural = true,
                            .rule = "actor.others" };
    const actor_mention *who = last_people(p);
    if (who) {
        np_copy_office(who, out);
        out->a.country = who->a.country;
        out->agent = who->agent;
    }
    return true;
}

/* "since his election in 2008 Kenya": does a time end before the token? */
static bool is_behind_time(const np_parser *p, uint32_t at)
{
    const time_expr *t = at > 0 ? np_time_over(p, at - 1) : NULL;
    return t && t->last == at && t->anchored;
}

/* "15 فلسطينيا", "مئتي سوري": one of those counted, right behind the number, which is no end of a name ("the G7"). */
static bool is_counted(const np_parser *p, uint32_t at, const morph_analysis *m)
{
    bool one = (m->entry.feats & LEX_F_SING) && (m->entry.feats & LEX_F_MASC);
    bool of_name = p->list.n && np_back(p, 0)->last == at;
    return one && m->clitics == 0 && at > p->sentence_first && !of_name &&
           np_is_numeral(p, &p->part->token[at - 1]) && !is_behind_time(p, at);
}

static bool people_of(np_parser *p, uint32_t at, const morph_analysis *nisba,
                      actor_mention *out)
{
    actor_mention m = { .first = at,
                        .last = at + 1,
                        .kind = ACTOR_GROUP,
                        .clitics = nisba->clitics & (uint16_t)~MORPH_AL,
                        .plural = true,
                        .definite = nisba->clitics & MORPH_AL,
                        .rule = "actor.people" };
    np_unit u = { at + 1, nisba->clitics, LEX_COUNTRY, nisba->entry.row,
                  nisba->entry.feats };
    np_set_country(p, &u, &m);
    np_set_sectors(p, STR("CVL"), &m);
    *out = m;
    return m.a.country.p != NULL;
}

/* A word of what befalls people, as event/cues_size.tsv knows them: "killed", "the arrest of". */
static bool befalls(const np_parser *p, const lex_entry *word)
{
    uint32_t n = 0;
    bool verb = word->table == LEX_VERB || word->table == LEX_NOUN;
    const lex_entry *e =
        verb ? lex_refs(p->lex, (lex_table)word->table, word->row, &n) : NULL;
    for (uint32_t i = 0; i < n; i++)
        if (e[i].table == LEX_CUE &&
            str_eq(lex_cell(p->lex, LEX_CUE, e[i].row, "kind"), STR("size")))
            return !str_eq(lex_cell(p->lex, LEX_CUE, e[i].row, "value"),
                           STR("participants"));
    return false;
}

/* "A Palestinian was killed", "arrest of a Saudi": one man right behind such a word. */
static bool is_befallen(const np_parser *p, uint32_t at, const morph_analysis *nisba)
{
    const morph_word *w = at > p->sentence_first ? p->part->token[at - 1].morph : NULL;
    uint32_t f = nisba->entry.feats;
    bool one = (f & (LEX_F_SING | LEX_F_DUAL)) && !(f & LEX_F_PLUR) && nisba->clitics == 0;
    for (uint32_t i = 0; one && w && i < w->n; i++)
        if (befalls(p, &w->v[i].entry) && !(w->v[i].clitics & (MORPH_AL | MORPH_PRONOUN)))
            return true;
    return false;
}

/* "(killed) the soldier a Palestinian": in the accusative, behind somebody right behind such a verb. */
static bool is_struck(const np_parser *p, uint32_t at, const morph_analysis *nisba)
{
    const actor_mention *m = p->list.n ? np_back(p, 0) : NULL;
    const uint32_t one = LEX_F_SING | LEX_F_MASC;
    if (!m || m->last != at || m->first <= p->sentence_first ||
        (m->clitics & ~(unsigned)MORPH_AL) || nisba->clitics ||
        (nisba->entry.feats & one) != one ||
        !str_ends(p->part->token[at].form, STR(AR_YEH AR_ALEF)))
        return false;
    const morph_word *w = p->part->token[m->first - 1].morph;
    for (uint32_t i = 0; w && i < w->n; i++)
        if (w->v[i].entry.table == LEX_VERB && w->v[i].entry.form == LEX_VERBFORM &&
            befalls(p, &w->v[i].entry))
            return true;
    return false;
}

/* "(an attack) that a Palestinian carried out": one man right behind a verb of his with a pronoun for its object. */
static bool is_doer(const np_parser *p, uint32_t at, const morph_analysis *nisba)
{
    const text_token *t = at > p->sentence_first ? &p->part->token[at - 1] : NULL;
    const morph_analysis *verb = t ? morph_as(t, LEX_VERB, LEX_VERBFORM) : NULL;
    const uint32_t him = LEX_F_3 | LEX_F_SING, one = LEX_F_SING | LEX_F_MASC;
    return verb && nisba->clitics == 0 && (nisba->entry.feats & one) == one &&
           !str_ends(p->part->token[at].form, STR(AR_ALEF)) &&
           (verb->entry.feats & him) == him && (verb->entry.feats & LEX_F_MASC) &&
           (verb->clitics & (MORPH_HA | MORPH_HU)) && !morph_as(t, LEX_AGENT, -1) &&
           !morph_as(t, LEX_NOUN, -1) && !morph_as(t, LEX_VERB, LEX_MASDAR);
}

/* Only a finite verb of one man, no auxiliary, nor a noun or a name spelt like it. */
static const morph_analysis *his_verb(const np_parser *p, uint32_t at)
{
    const text_token *t = &p->part->token[at];
    const morph_analysis *m =
        np_is_word(p, at) ? morph_as(t, LEX_VERB, LEX_VERBFORM) : NULL;
    const uint32_t him = LEX_F_3 | LEX_F_SING | LEX_F_MASC;
    bool other = m && (morph_as(t, LEX_AGENT, -1) || morph_as(t, LEX_NOUN, -1) ||
                       morph_as(t, LEX_VERB, LEX_MASDAR) || morph_as(t, LEX_FUNCTION, -1) ||
                       morph_as(t, LEX_COUNTRY, -1) || np_is_given(p, at));
    return m && !other && (m->entry.feats & him) == him &&
                   !str_eq(lex_cell(p->lex, LEX_VERB, m->entry.row, "class"), STR("aux"))
               ? m
               : NULL;
}

/* "A Tunisian stabs", at the head of a sentence, before the present of headlines; "a Syrian attacked", right behind the verb. */
static bool is_subject(const np_parser *p, uint32_t at, const morph_analysis *nisba)
{
    const uint32_t one = LEX_F_SING | LEX_F_MASC;
    if (nisba->clitics || (nisba->entry.feats & one) != one || np_is_given(p, at) ||
        !str_ends(p->part->token[at].form, STR(AR_YEH)))
        return false;
    if (at > p->sentence_first)
        return his_verb(p, at - 1) != NULL;
    const morph_analysis *verb = his_verb(p, at + 1);
    return verb && (verb->entry.feats & LEX_F_IMPERFECT) && !verb->clitics;
}

/* "على يد": is the word before `at` the last of a preposition of several words? */
bool np_ends_preposition(const np_parser *p, uint32_t at)
{
    enum { WORDS = 3 };
    for (uint32_t from = at; from > p->sentence_first && at - from < WORDS; from--) {
        match_hit room[MATCH_MAX];
        uint32_t n = 0;
        const match_hit *hit = at - from > 0 && np_is_word(p, from - 1)
                                   ? match_list(p->lex, p->part, from - 1, room, &n)
                                   : NULL;
        for (uint32_t h = 0; h < n; h++)
            if (from - 1 + hit[h].tokens == at &&
                match_is_function(p->lex, &hit[h], STR("prep")))
                return true;
    }
    return false;
}

/* "(arrested) a Syrian": one man behind a preposition. */
static bool is_governed(const np_parser *p, uint32_t at, const morph_analysis *nisba)
{
    const text_token *t = &p->part->token[at];
    uint32_t f = nisba->entry.feats;
    bool one = (f & LEX_F_SING) && (f & LEX_F_MASC) &&
               !(nisba->clitics & ~(unsigned)MORPH_AL) && str_ends(t->form, STR(AR_YEH)) &&
               at > p->sentence_first && !np_is_given(p, at);
    int64_t prep = one ? np_function_row(p, at - 1, STR("prep")) : -1;
    bool by = one && prep < 0 && np_ends_preposition(p, at); /* "على يد" */
    bool in = prep >= 0 &&
              str_eq(lex_cell(p->lex, LEX_FUNCTION, (uint32_t)prep, "value"), STR("fi"));
    bool noun_behind = at + 1 < p->part->n_tokens &&
                       (np_has_article(t + 1) || morph_as(t + 1, LEX_NOUN, -1));
    return (by || prep >= 0) && !(in && nisba->clitics) &&
           !noun_behind; /* "in the Saudi (league)" */
}

/* "Thousands of Turks": behind an amount it is no other word of that spelling. */
static bool is_of_amount(const np_parser *p, uint32_t at, const morph_analysis *nisba)
{
    return nisba->clitics == MORPH_AL && at > p->sentence_first &&
           np_word_kind(p, at - 1, STR("transparent"));
}

/* Also where the word is a state's name: "20 سوريا". */
bool np_counted(np_parser *p, uint32_t at, actor_mention *out)
{
    const morph_analysis *nisba = morph_as(&p->part->token[at], LEX_COUNTRY, LEX_NISBA);
    return nisba && is_counted(p, at, nisba) && people_of(p, at, nisba, out);
}

/* Behind a common noun it says of which nation that is, whoever that may be ("اللاعبين السوريين" are Syrians, too); behind
 * a noun with another article it belongs to nothing.                                                                   */
bool np_people(np_parser *p, uint32_t at, actor_mention *out)
{
    const morph_analysis *nisba = morph_as(&p->part->token[at], LEX_COUNTRY, LEX_NISBA);
    if (!nisba)
        return another(p, at, out) || others(p, at, out);
    bool many = is_of_people(nisba) &&
                (is_of_amount(p, at, nisba) || !np_is_word_too(p, at, LEX_COUNTRY));
    bool one = !many && (is_befallen(p, at, nisba) || is_doer(p, at, nisba) ||
                         is_subject(p, at, nisba) || is_governed(p, at, nisba) ||
                         (is_struck(p, at, nisba) && !np_is_word_too(p, at, LEX_COUNTRY)));
    if ((!many && !one) || !people_of(p, at, nisba, out))
        return false;
    out->plural = many;
    out->fem = !many && !(nisba->entry.feats & LEX_F_MASC);
    return true;
}

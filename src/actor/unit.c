/* Which phrase of the lexicon stands at a token, and which of its readings is the one for an actor. */
#include "actor/np.h"
#include "base/utf8.h"
#include "script/letters.h"

/* Offices before people before states before common nouns before titles: of the tables in NP_TABLES (np.h) alone. */
static int rank(const lex_entry *e)
{
    switch (e->table) {
    case LEX_OFFICE:
        return 6;
    case LEX_ACTOR:
        return 5;
    case LEX_COUNTRY:
        return e->form == LEX_NAME ? 4 : 0;
    case LEX_METONYM:
        return 3;
    case LEX_AGENT:
        return 2;
    case LEX_TITLE:
        return 1;
    default:
        return 0;
    }
}

static bool is_over(const lexicon *lex, const lex_entry *e)
{
    return lex_is_over(lex, (lex_table)e->table, e->row);
}

/* How much somebody's office tells that he is meant by a name of two people: he leads a state, he holds one, he holds none. */
static int office_rank(np_parser *p, const lex_entry *e)
{
    wq_str office = np_office_of(p, lex_cell(p->lex, LEX_ACTOR, e->row, "id"));
    return !office.p ? 0 : lex_in_group(p->lex, STR("leads_state"), office) ? 2 : 1;
}

/* "President Aoun": of two people by one name he who is in office on the day. */
static bool is_in_office_instead(np_parser *p, const lex_entry *now, const lex_entry *e)
{
    return e->table == LEX_ACTOR && now->table == LEX_ACTOR && e->row != now->row &&
           office_rank(p, e) > office_rank(p, now);
}

/* A user's row wins over one of ours of the same spelling. */
static bool better(np_parser *p, const np_unit *u, const lex_entry *now, const lex_entry *e,
                   uint32_t last)
{
    const lexicon *lex = p->lex;
    if (rank(e) == 0 || u->table == LEX_TABLES || last != u->last)
        return rank(e) > 0 && u->table == LEX_TABLES;
    return rank(e) > rank(now) ||
           (rank(e) == rank(now) &&
            ((is_over(lex, e) && !is_over(lex, now)) || is_in_office_instead(p, now, e)));
}

/* A word of the closed class that folding makes equal to a name: إلى and والي, على and علي. */
static bool is_particle(const np_parser *p, uint32_t at)
{
    const text_token *t = &p->part->token[at];
    if (!str_ends(t->norm, STR(AR_ALEF_MAKSURA))) /* alef maqsura */
        return false;
    for (uint32_t i = 0; t->morph && i < t->morph->n; i++) {
        const lex_entry *e = &t->morph->v[i].entry;
        if (e->table == LEX_FUNCTION &&
            !str_starts(lex_cell(p->lex, LEX_FUNCTION, e->row, "kind"), STR("np_")))
            return true;
    }
    return false;
}

/* "د." needs its full stop: without it the letter is a preposition's or nobody's. */
static bool is_letter_alone(const np_parser *p, uint32_t at, const match_hit *hit)
{
    const text_token *t = &p->part->token[at];
    bool joined = hit->clitics & (MORPH_WA | MORPH_FA),
         tied = hit->clitics & MORPH_PREPOSITION;
    if (hit->tokens != 1 || t->form.n - 2 * (joined + (size_t)tied) != 2)
        return false;
    return hit->clitics || !np_is_mark(p, at + 1, '.');
}

static bool fits(const np_parser *p, uint32_t at, const match_hit *hit, const lex_entry *e)
{
    if (e->table == LEX_AGENT && hit->tokens == 1)
        return false; /* common nouns of one word: the morphology knows more */
    if (e->table == LEX_ACTOR &&
        str_eq(lex_cell(p->lex, LEX_ACTOR, e->row, "kind"), STR("given")))
        return false; /* a first name is nobody yet */
    if (hit->tokens == 1 && is_particle(p, at))
        return false;
    return !(e->table == LEX_TITLE && is_letter_alone(p, at, hit));
}

/* A common noun, with the article or inflected: as the morphology has it. */
void np_agent_at(np_parser *p, uint32_t at, np_unit *u)
{
    const morph_word *w = p->part->token[at].morph;
    if (!w || !(w->tables & LEX_BIT(LEX_AGENT)))
        return;
    for (uint32_t i = 0; i < w->n && u->table == LEX_TABLES; i++) {
        const morph_analysis *m = &w->v[i];
        if (m->entry.table == LEX_AGENT && np_agent_word(p, at, m))
            *u = (np_unit){ at + 1, m->clitics, LEX_AGENT, m->entry.row,
                            m->entry.feats | np_agent_number(p, at, m) };
    }
}

/* A phrase of a group agrees as its first word: "security forces"; where the adjective is feminine and that word is not, it
 * is a plural: "the political powers".                                                                              */
static uint32_t phrase_number(const np_parser *p, uint32_t at, const np_unit *u)
{
    wq_str head = p->part->token[at].form, tail = p->part->token[u->last - 1].form;
    if ((u->feats & (LEX_F_PLUR | LEX_F_DUAL)) || u->last < at + 2)
        return 0;
    if (str_ends(head, STR(AR_ALEF AR_TEH)))
        return LEX_F_FEM | LEX_F_PLUR;
    if (str_ends(head, STR(AR_HEH)))
        return LEX_F_FEM;
    bool adjective = str_starts(head, STR(AR_AL)) && str_starts(tail, STR(AR_AL)) &&
                     str_ends(tail, STR(AR_HEH));
    return adjective ? LEX_F_MASC | LEX_F_FEM | LEX_F_PLUR : 0;
}

/* Can the word before have no adjective in the feminine without article: a particle, a verb, somebody definite, a mark? */
static bool takes_no_adjective(const np_parser *p, uint32_t at, uint16_t clitics)
{
    const text_token *before = at > p->sentence_first ? &p->part->token[at - 1] : NULL;
    if (!before || before->kind != TOKEN_WORD || (clitics & MORPH_PREPOSITION))
        return true;
    bool particle = np_word_kind(p, at - 1, STR("prep")) ||
                    np_word_kind(p, at - 1, STR("comp")) ||
                    np_word_kind(p, at - 1, STR("np_origin"));
    const morph_analysis *state = morph_as(before, LEX_COUNTRY, LEX_NAME);
    const morph_analysis *seat = morph_as(before, LEX_METONYM, -1);
    const morph_analysis *verb = morph_as(before, LEX_VERB, LEX_VERBFORM);
    bool named = np_has_article(before) || state || seat;
    return named || (!(clitics & MORPH_WA) &&
                     (particle || (verb && (verb->entry.feats & LEX_F_3) &&
                                   !morph_as(before, LEX_NOUN, -1) &&
                                   !morph_as(before, LEX_VERB, LEX_MASDAR) &&
                                   !morph_as(before, LEX_AGENT, -1))));
}

/* "visited سورية": the name of a state in the spelling of its nationality. */
bool np_state_as_nisba(const np_parser *p, uint32_t at, np_unit *u)
{
    const morph_word *w = p->part->token[at].morph;
    if (!morph_is_any(&p->part->token[at], LEX_BIT(LEX_COUNTRY)))
        return false;
    for (uint32_t i = 0; w && i < w->n; i++) {
        const morph_analysis *m = &w->v[i];
        if (m->entry.table != LEX_FUNCTION || (m->clitics & MORPH_AL) ||
            !str_eq(lex_cell(p->lex, LEX_FUNCTION, m->entry.row, "kind"),
                    STR("np_state_nisba")) ||
            !takes_no_adjective(p, at, m->clitics))
            continue;
        int64_t row = lex_row_by_id(p->lex, LEX_COUNTRY,
                                    lex_cell(p->lex, LEX_FUNCTION, m->entry.row, "value"));
        if (row >= 0)
            *u = (np_unit){ at + 1, m->clitics, LEX_COUNTRY, (uint32_t)row, 0 };
        return row >= 0;
    }
    return false;
}

/* Does the state of somebody else stand behind a body: "the transitional council in Mali", "the Chadian"? */
static bool is_of_state_behind(np_parser *p, uint32_t at)
{
    np_unit u;
    if (at >= p->part->n_tokens || !np_is_word(p, at))
        return false;
    bool where = np_word_kind(p, at, STR("np_where"));
    u = np_unit_at(p, where ? at + 1 : at);
    bool state = u.table == LEX_COUNTRY || u.table == LEX_METONYM;
    return np_nisba_at(p, at, &u) || (state && (where || (u.clitics & MORPH_BI)));
}

/* "The transitional council": a name that is one body's in some years and another's in others, by its row "ID FIRST LAST|...". */
static bool named_by_year(np_parser *p, uint32_t at, const match_hit *hit,
                          const lex_entry *e, np_unit *u)
{
    uint32_t end = at + hit->tokens;
    if (e->table != LEX_FUNCTION || is_of_state_behind(p, end))
        return false;
    wq_str all = lex_cell(p->lex, LEX_FUNCTION, e->row, "value");
    for (wq_str one; str_next(&all, '|', &one);) {
        wq_str id, first, last;
        if (!str_next(&one, ' ', &id) || !str_next(&one, ' ', &first) ||
            !str_next(&one, ' ', &last) || !np_is_within(p->day, first, last))
            continue;
        int64_t row = lex_row_by_id(p->lex, LEX_ACTOR, id);
        if (row >= 0)
            *u = (np_unit){ end, hit->clitics, LEX_ACTOR, (uint32_t)row, 0 };
        return row >= 0;
    }
    return false;
}

/* The word behind the first "son of" (بن) that follows `word` in a name; n == 0: none. */
static wq_str father_in(wq_str name, wq_str word)
{
    static const char *const son_of = " " AR_BEH AR_NOON " ";
    wq_str of = str_of(son_of);
    for (size_t i = 0; i + word.n + of.n < name.n; i++)
        if (str_eq(str_sub(name, i, i + word.n), word) &&
            str_eq(str_sub(name, i + word.n, i + word.n + of.n), of)) {
            wq_str rest = str_sub(name, i + word.n + of.n, name.n), father;
            return str_next(&rest, ' ', &father) ? father : (wq_str){ NULL, 0 };
        }
    return (wq_str){ NULL, 0 };
}

/* "Hamdan bin Mohammed [bin Zayed]" is not Hamdan bin Mohammed bin Rashid: his name goes on with another father. */
static bool is_son_of_another(np_parser *p, uint32_t at, const match_hit *hit,
                              const lex_entry *e)
{
    uint32_t end = at + hit->tokens;
    int64_t row = e->table == LEX_ACTOR && hit->tokens > 1 && np_is_word(p, end + 1)
                      ? np_function_row(p, end, STR("np_name_part"))
                      : -1;
    if (row < 0 || !str_eq(lex_cell(p->lex, LEX_FUNCTION, (uint32_t)row, "id"), STR("ibn")))
        return false;
    wq_str name = lex_key(p->mem, lex_cell(p->lex, LEX_ACTOR, e->row, "name"));
    wq_str father = father_in(name, p->part->token[end - 1].form);
    wq_str abd = str_of(AR_AIN AR_BEH), said = p->part->token[end + 1].form;
    return father.n && !str_eq(father, said) &&
           !(str_starts(father, abd) && str_starts(said, abd));
}

static void any_by_year(np_parser *p, uint32_t at, const match_hit *hit, uint32_t n,
                        np_unit *u)
{
    for (uint32_t h = 0; h < n && u->table == LEX_TABLES; h++)
        for (uint32_t i = 0; match_is_function(p->lex, &hit[h], STR("np_by_year")) &&
                             i < hit[h].n && u->table == LEX_TABLES;
             i++)
            (void)named_by_year(p, at, &hit[h], &hit[h].entry[i], u);
}

static np_unit find_unit(np_parser *p, uint32_t at)
{
    np_unit u = { .table = LEX_TABLES };
    match_hit room[MATCH_MAX];
    uint32_t n;
    const lex_entry *now = NULL;
    const match_hit *hit = match_list(p->lex, p->part, at, room, &n);
    for (uint32_t h = 0; h < n && !match_is_function(p->lex, &hit[h], STR("np_no_name"));
         h++)
        for (uint32_t i = 0; (hit[h].tables & NP_TABLES) && i < hit[h].n; i++) {
            const lex_entry *e = &hit[h].entry[i];
            if (!better(p, &u, now, e, at + hit[h].tokens) || !fits(p, at, &hit[h], e) ||
                is_son_of_another(p, at, &hit[h], e))
                continue;
            now = e;
            u = (np_unit){ at + hit[h].tokens, hit[h].clitics, e->table, e->row, e->feats };
            if (e->table == LEX_AGENT)
                u.feats |= phrase_number(p, at, &u);
        }
    if (u.table == LEX_TABLES && np_state_as_nisba(p, at, &u))
        return u;
    any_by_year(p, at, hit, n, &u);
    np_agent_at(p, at, &u);
    if (u.last == at + 1 && (u.clitics & MORPH_WA) &&
        morph_is_one_more_adjective(p->part, at))
        return (np_unit){ .table = LEX_TABLES };
    if (u.table == LEX_TITLE && p->part->token[at].form.n == 2)
        u.last++; /* its full stop */
    return u;
}

/* What may be a state in the spelling of its nationality depends on the sentence at hand, too. */
np_unit np_unit_at(np_parser *p, uint32_t at)
{
    if (at >= p->part->n_tokens || !np_may_be_unit(&p->part->token[at]))
        return (np_unit){ .table = LEX_TABLES };
    if (!p->units || morph_may_be(&p->part->token[at], STR("np_state_nisba")))
        return find_unit(p, at);
    uint64_t bit = (uint64_t)1 << at % 64;
    if (!(p->asked[at / 64] & bit)) {
        p->units[at] = find_unit(p, at);
        p->asked[at / 64] |= bit;
    }
    return p->units[at];
}

bool np_seat_meant(np_parser *p, const np_unit *country, uint32_t at, np_unit *seat)
{
    const text_token *t = &p->part->token[at];
    wq_str raw = text_raw(p->part, t);
    if (country->table != LEX_COUNTRY || country->last != at + 1)
        return false;
    for (uint32_t i = 0; t->morph && i < t->morph->n; i++) {
        const lex_entry *e = &t->morph->v[i].entry;
        if (e->table != LEX_METONYM)
            continue;
        wq_str of = lex_cell(p->lex, LEX_METONYM, e->row, "country");
        wq_str own = lex_cell(p->lex, LEX_COUNTRY, country->row, "id");
        *seat = (np_unit){ country->last, country->clitics, LEX_METONYM, e->row, e->feats };
        bool joined = p->list.n && np_back(p, 0)->last == at && /* "Cairo and Amman" */
                      (country->clitics & MORPH_WA) &&
                      str_eq(str_of(np_back(p, 0)->rule), STR("actor.metonym"));
        bool local =
            joined || (at > 0 && (np_word_kind(p, at - 1, STR("np_post_preposition")) ||
                                  np_word_kind(p, at - 1, STR("np_origin"))));
        np_unit nisba; /* "the Jordanian capital Amman" */
        bool named = at > 0 && np_nisba_at(p, at - 1, &nisba) &&
                     str_eq(lex_cell(p->lex, LEX_COUNTRY, nisba.row, "id"), of);
        return named || str_find(raw, STR(AR_SHADDA)) >= 0 || /* its doubled m */
               ((local || np_is_country_here(p, of)) && !np_is_country_here(p, own));
    }
    return false;
}

/* "الكورية الجنوبية", "الجنوب أفريقي" */
static bool nisba_of_words(const np_parser *p, uint32_t at, np_unit *out)
{
    match_hit hit[MATCH_MAX];
    uint32_t n = match_at(p->lex, p->part, at, hit, MATCH_MAX);
    for (uint32_t h = 0; h < n && hit[h].tokens > 1; h++)
        for (uint32_t i = 0; i < hit[h].n; i++) {
            const lex_entry *e = &hit[h].entry[i];
            if (e->table != LEX_COUNTRY || e->form != LEX_NISBA)
                continue;
            uint16_t article = np_has_article(&p->part->token[at]) ? MORPH_AL : 0;
            *out = (np_unit){ at + hit[h].tokens, hit[h].clitics | article, LEX_COUNTRY,
                              e->row, e->feats };
            return true;
        }
    return false;
}

/* Is an office or a role that ends before token `end` one of whom an adjective spelt like a nationality tells nothing else? */
static bool ends_head_of_rare(const np_parser *p, uint32_t end)
{
    enum { LONGEST = 3 };
    match_hit room[MATCH_MAX];
    uint32_t n;
    wq_str heads = STR("rare_nisba_heads");
    const morph_analysis *m = morph_as(&p->part->token[end - 1], LEX_AGENT, -1);
    if (m && lex_in_group(p->lex, heads, lex_cell(p->lex, LEX_AGENT, m->entry.row, "id")))
        return true;
    for (uint32_t k = end; k > p->sentence_first && k + LONGEST > end; k--) {
        const match_hit *hit = match_list(p->lex, p->part, k - 1, room, &n);
        for (uint32_t h = 0; h < n; h++)
            for (uint32_t i = 0; k - 1 + hit[h].tokens == end && i < hit[h].n; i++) {
                const lex_entry *e = &hit[h].entry[i];
                if (e->table == LEX_OFFICE &&
                    lex_in_group(p->lex, heads, lex_cell(p->lex, LEX_OFFICE, e->row, "id")))
                    return true;
            }
    }
    return false;
}

/* "The president", "the transitional president" right before token `at`. */
static bool is_behind_head_of_rare(const np_parser *p, uint32_t at)
{
    return at > p->sentence_first &&
           (ends_head_of_rare(p, at) ||
            (at > p->sentence_first + 1 && np_word_kind(p, at - 1, STR("np_modifier")) &&
             ends_head_of_rare(p, at - 1)));
}

/* "الرئيس المالي": a nationality that is spelt like another adjective (financial). */
static bool rare_nisba(const np_parser *p, uint32_t at, np_unit *out)
{
    int64_t row = np_function_row(p, at, STR("np_rare_nisba"));
    if (row < 0 || !is_behind_head_of_rare(p, at))
        return false;
    int64_t country = lex_row_by_id(p->lex, LEX_COUNTRY,
                                    lex_cell(p->lex, LEX_FUNCTION, (uint32_t)row, "value"));
    bool she = str_ends(p->part->token[at].form, STR(AR_HEH));
    if (country >= 0)
        *out = (np_unit){ at + 1, MORPH_AL, LEX_COUNTRY, (uint32_t)country,
                          LEX_F_SING | (she ? LEX_F_FEM : LEX_F_MASC) };
    return country >= 0;
}

bool np_nisba_at(np_parser *p, uint32_t at, np_unit *out)
{
    if (at >= p->part->n_tokens)
        return false;
    if (nisba_of_words(p, at, out))
        return true;
    const morph_analysis *m = morph_as(&p->part->token[at], LEX_COUNTRY, LEX_NISBA);
    if (!m)
        return rare_nisba(p, at, out);
    *out = (np_unit){ at + 1, m->clitics, LEX_COUNTRY, m->entry.row, m->entry.feats };
    return true;
}

/* "حميدتي": a dual of the dictionary before a genitive, which is rarer than any name. */
static bool is_dual_construct(const lex_entry *e)
{
    return e->table == LEX_STEM && (e->feats & LEX_F_DUAL) &&
           (e->feats & LEX_F_CONSTRUCT) && !(e->feats & (LEX_F_SING | LEX_F_PLUR));
}

bool np_is_word_too(const np_parser *p, uint32_t at, lex_table but)
{
    const text_token *t = &p->part->token[at];
    for (uint32_t i = 0; t->morph && i < t->morph->n; i++) {
        lex_table table = (lex_table)t->morph->v[i].entry.table;
        if (table != but && table != LEX_CITY && table != LEX_PLACE &&
            table != LEX_METONYM && table != LEX_PATTERN &&
            !(t->morph->v[i].clitics & ~(unsigned)MORPH_AL) &&
            !is_dual_construct(&t->morph->v[i].entry))
            return true;
    }
    return false;
}

uint32_t np_past_each_of(np_parser *p, uint32_t at)
{
    uint32_t n = p->part->n_tokens;
    if (at >= n || !np_word_kind(p, at, STR("transparent")))
        return at;
    int64_t row = at + 1 < n ? np_function_row(p, at + 1, STR("prep")) : -1;
    bool of = row >= 0 &&
              str_eq(lex_cell(p->lex, LEX_FUNCTION, (uint32_t)row, "value"), STR("min"));
    return of ? at + 2 : at + 1;
}

/* "workers in Cairo" with bi-, as behind "in"; "the minister in the Republic of" is of that state. */
bool np_tells_where(const np_unit *u, const actor_mention *m)
{
    return u->clitics == MORPH_BI && u->table != LEX_ACTOR &&
           !(m->office.p && u->table == LEX_COUNTRY);
}

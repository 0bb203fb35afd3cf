/* Who met: of "the two sides", "both countries", the two that the text has told to meet, call or receive each other. */
#include "actor/np.h"
#include "script/letters.h"

/* In how many sentences they are sought: as the subject, who speak together; else (called on the two) it may be any two. */
enum { SENTENCES = 6, SENTENCES_OBLIQUE = 2 };
enum { LONGEST = 120 /* tokens that are looked at, of a sentence */ };

/* A word of meeting: of the group `met`, in whatever form. */
static bool is_meeting(const np_parser *p, uint32_t at)
{
    const morph_word *w = p->part->token[at].morph;
    for (uint32_t i = 0; w && i < w->n; i++) {
        lex_table t = w->v[i].entry.table;
        if ((t == LEX_VERB || t == LEX_NOUN) &&
            lex_in_group(p->lex, STR("met"), lex_cell(p->lex, t, w->v[i].entry.row, "id")))
            return true;
    }
    return false;
}

static bool is_slot(const np_parser *p, uint32_t at, wq_str value)
{
    int64_t row = np_function_row(p, at, STR("prep"));
    return row >= 0 &&
           str_eq(lex_cell(p->lex, LEX_FUNCTION, (uint32_t)row, "value"), value);
}

/* One man, or a delegation, of a state or a body of states: no agency, and nobody who is two already. */
static bool may_meet(const actor_mention *m)
{
    bool body = m->kind == ACTOR_GROUP && m->agent && m->a.n_sectors &&
                str_eq(m->a.sector, STR("GOV"));
    return (np_is_somebody(m) || body) && m->a.country.p && !m->second && !m->country2.p &&
           !m->plural && !str_eq(m->a.sector, STR("JRN"));
}

typedef struct met_sides { /* those of a sentence who may meet, about a word of meeting */
    const actor_mention *before, *first, *second; /* of other states than the one ahead */
    const actor_mention *joined; /* "A and B met": who stands before `before`, joined */
} met_sides;

/* In order from the last mention before `behind` back to token `from`. */
static met_sides sides_about(const np_parser *p, uint32_t from, uint32_t at,
                             uint32_t behind)
{
    enum { MOST = 64 };
    met_sides s = { NULL, NULL, NULL, NULL };
    for (uint32_t i = 0, n = 0; i < p->list.n && n < MOST; i++) {
        const actor_mention *m = np_back(p, i);
        if (m->first < from)
            break;
        if (m->first >= behind || !may_meet(m))
            continue;
        n++;
        if (m->last <= at && !s.before) {
            s.before = m;
            continue;
        }
        if (s.before) {
            bool two = m->last == s.before->first && (s.before->clitics & MORPH_WA) &&
                       !str_eq(m->a.country, s.before->a.country);
            s.joined = two ? m : NULL;
            break;
        }
        if (s.first && !str_eq(s.first->a.country, m->a.country))
            s.second = s.first;
        s.first = m;
    }
    return s;
}

/* Is the one side behind the word at `at` the other of a meeting: "received X", "talks with X"?  Whose is told elsewhere. */
static bool is_one_alone(const np_parser *p, uint32_t at, const met_sides *s)
{
    if (!s->first || s->before || s->second)
        return false;
    bool next = s->first->first == at + 1 && !np_has_article(&p->part->token[at]);
    return next || (s->first->first > 0 && is_slot(p, s->first->first - 1, STR("maa")));
}

/* "A and B met", "met A B", "a meeting between A and B", "A met B". */
static bool are_two(const np_parser *p, uint32_t at, const met_sides *s,
                    const actor_mention *two[2])
{
    if (s->joined && (!s->first || str_eq(s->first->a.country, s->joined->a.country) ||
                      str_eq(s->first->a.country, s->before->a.country))) {
        two[0] = s->joined;
        two[1] = s->before;
        return true;
    }
    if (!s->first || s->joined)
        return false;
    bool joined = s->second && (s->second->clitics & MORPH_WA);
    bool other = s->before && !str_eq(s->before->a.country, s->first->a.country);
    bool opens = s->second && !joined && s->first->first == at + 1;
    bool between =
        joined && s->first->first > 0 && is_slot(p, s->first->first - 1, STR("bayn"));
    bool behind = opens || between || (!other && s->second && !joined);
    two[0] = behind ? s->first : s->before;
    two[1] = behind ? s->second : s->first;
    return behind || other;
}

typedef enum met_found { MET_NOBODY, MET_TWO, MET_OTHERS } met_found;

/* "Egypt and Sudan affirmed": the first two of a sentence, joined. */
static bool opens_with_two(const np_parser *p, uint32_t from, uint32_t end,
                           const actor_mention *two[2])
{
    enum { OPENING = 5, MOST = 64 };
    const actor_mention *a = NULL, *b = NULL;
    for (uint32_t i = 0; i < p->list.n && i < MOST && np_back(p, i)->first >= from; i++) {
        b = a;
        a = np_back(p, i);
    }
    two[0] = a;
    two[1] = b;
    return b && b->first < end && a->first < from + OPENING && (b->clitics & MORPH_WA) &&
           a->last == b->first && a->kind == ACTOR_STATE && b->kind == ACTOR_STATE &&
           !(a->clitics & MORPH_PREPOSITION) && !str_eq(a->a.country, b->a.country) &&
           !(a->first > 0 && np_word_kind(p, a->first - 1, STR("prep")));
}

/* The two of the sentence that begins at `from`, up to token `end`; others: somebody met one whom it does not tell. */
static met_found met_in(const np_parser *p, uint32_t from, uint32_t end,
                        const actor_mention *two[2])
{
    uint32_t last = end > from + LONGEST ? from + LONGEST : end;
    met_found found = MET_NOBODY;
    for (uint32_t at = from; at < last; at++) {
        if (!is_meeting(p, at))
            continue;
        met_sides s = sides_about(p, from, at, end);
        if (are_two(p, at, &s, two))
            return MET_TWO;
        found = is_one_alone(p, at, &s) ? MET_OTHERS : found;
    }
    return opens_with_two(p, from, end, two) ? MET_TWO : found;
}

/* Are two states named in the sentence that nobody meets in?  They stand nearer. */
static bool are_named(const np_parser *p, uint32_t from, uint32_t end)
{
    const actor_mention *one = NULL;
    for (uint32_t i = 0; i < p->list.n; i++) {
        const actor_mention *m = np_back(p, i);
        if (m->first < from)
            break;
        if (m->first >= end || !np_is_state_code(m->a.country) || m->kind == ACTOR_SOURCE)
            continue;
        if (one && !str_eq(one->a.country, m->a.country))
            return true;
        one = m;
    }
    return false;
}

/* Two states are meant by their names, others by those who met. */
static bool take_met(np_parser *p, bool states, const actor_mention *two[2],
                     actor_mention *m)
{
    bool both = np_is_state_code(two[0]->a.country) && np_is_state_code(two[1]->a.country);
    if (states && !both)
        return false;
    wq_actor *second = ARENA_NEW(p->mem, wq_actor);
    *second = two[1]->a;
    m->a = two[0]->a;
    if (both) {
        *m = (actor_mention){ .first = m->first,
                              .last = m->last,
                              .kind = m->kind,
                              .plural = true,
                              .definite = true,
                              .rule = m->rule };
        np_set_sectors(p, STR("GOV"), m);
        *second = m->a;
        m->country2 = two[1]->a.country;
        if (!np_name_state(p, two[0]->a.country, &m->a) ||
            !np_name_state(p, two[1]->a.country, second))
            return false;
    }
    m->second = second;
    m->sure = 80;
    return true;
}

/* Whom "the two sides" meant in the sentence that begins at `from`. */
static const actor_mention *meant_in(const np_parser *p, uint32_t from, uint32_t end)
{
    for (uint32_t i = 0; i < p->list.n; i++) {
        const actor_mention *b = np_back(p, i);
        if (b->first < from)
            break;
        if (b->first < end && b->second && str_eq(str_of(b->rule), STR("actor.both-sides")))
            return b;
    }
    return NULL;
}

bool np_who_met(np_parser *p, uint32_t at, bool states, actor_mention *m)
{
    uint32_t from = p->sentence_first, end = at;
    bool subject = str_ends(p->part->token[at].form, STR(AR_ALEF AR_NOON));
    uint32_t most = subject ? SENTENCES : SENTENCES_OBLIQUE;
    for (uint32_t n = 0; n < most; n++) {
        const actor_mention *two[2], *meant = meant_in(p, from, end);
        bool both = meant && np_is_state_code(meant->a.country) &&
                    np_is_state_code(meant->second->country);
        if (meant && (both || !states)) {
            m->a = meant->a;
            m->second = meant->second;
            m->country2 = meant->country2;
            m->sure = meant->sure;
            m->pair = meant->pair;
            return true;
        }
        met_found found = met_in(p, from, end, two);
        if (found == MET_TWO)
            return take_met(p, states, two, m);
        if (from == 0 || found == MET_OTHERS || (n == 0 && are_named(p, from, end)))
            return false;
        end = from;
        from = np_sentence_of(p->part, from - 1);
    }
    return false;
}

/* What a body is for is part of its name: "the Supreme Council for Culture and Arts", "the General Authority for Tourism". */
#include "actor/np.h"

enum { LONGEST = 5 };

/* "(called) for demonstrating": a deed may be what the verb before wants. */
static bool is_deed(const text_token *t)
{
    return morph_as(t, LEX_VERB, LEX_MASDAR) && !str_ends(t->form, STR(AR_ALEF AR_TEH));
}

/* "the elections" are a time, too. */
static bool is_deed_of_time(const text_token *t)
{
    return morph_as(t, LEX_TIME, -1) && morph_as(t, LEX_NOUN, -1);
}

/* "للسلام": nobody, behind li- with the article. */
static bool is_for(np_parser *p, uint32_t at)
{
    return np_is_word(p, at) && str_starts(p->part->token[at].form, STR(AR_LAM AR_LAM)) &&
           !is_deed(&p->part->token[at]) &&
           (np_is_filler(p, at) || is_deed_of_time(&p->part->token[at])) &&
           !np_word_kind(p, at, STR("np_this_state"));
}

/* Definite words go on with it: an adjective, "and the arts". */
static bool goes_on(np_parser *p, uint32_t at)
{
    const text_token *t = &p->part->token[at];
    return np_is_word(p, at) && !is_deed(t) && np_is_filler(p, at) &&
           (str_starts(t->form, STR(AR_WAW AR_AL)) ||
            np_function_row(p, at, STR("np_modifier")) >= 0 ||
            (str_starts(t->form, STR(AR_AL)) && str_ends(t->form, STR(AR_YEH AR_HEH))));
}

/* "and the protection of the environment" (وحماية البيئة) */
static bool is_joined_chain(np_parser *p, uint32_t at)
{
    const text_token *t = &p->part->token[at];
    return np_is_word(p, at) && str_starts(t->form, STR(AR_WAW)) && np_is_genitive(p, at) &&
           !np_has_article(t) && np_unit_at(p, at).table == LEX_TABLES &&
           np_is_filler(p, at + 1) && str_starts(t[1].form, STR(AR_AL));
}

/* Where it ends; "for the defence of" (للدفاع عن) is left alone. */
static uint32_t end_of(np_parser *p, uint32_t at)
{
    uint32_t end = at + 1;
    while (end - at < LONGEST && (goes_on(p, end) || is_joined_chain(p, end)))
        end += goes_on(p, end) ? 1 : 2;
    return np_is_word(p, end) && np_word_kind(p, end, STR("prep")) && end == at + 1 ? at
                                                                                    : end;
}

uint32_t np_what_for(np_parser *p, const np_unit *head, uint32_t at, const actor_mention *m)
{
    bool body = m->agent && np_agent_is(p, m->agent - 1, STR("body")) &&
                np_has_article(&p->part->token[m->first]);
    return body && at > head->last && is_for(p, at) ? end_of(p, at) : at;
}

uint32_t np_what_seat_for(np_parser *p, uint32_t first, const np_unit *office, uint32_t at)
{
    np_unit seat = { .table = LEX_TABLES };
    if (at <= office->last || np_is_ministry(p, first, office->last) ||
        !np_has_article(&p->part->token[office->last - 1]) || !is_for(p, at))
        return at;
    np_agent_at(p, office->last - 1, &seat);
    return seat.table == LEX_AGENT && np_agent_is(p, seat.row, STR("body")) ? end_of(p, at)
                                                                            : at;
}

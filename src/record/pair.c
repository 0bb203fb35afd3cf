/* Are two mentions of one event?
 *
 *      score = 0.45 date + 0.40 who + 0.15 place
 *
 * date   1 the same days; 0.8 a week that holds the day; 0.5 a month; where one of them has no date, 0.5 for the same
 *        day of publication, less for later ones: weak evidence that never suffices alone; 0.9 in near-copies.
 * who    who.c.
 * place  1 the same town or building; 0.5 one is not told; less where neither is.
 *
 * Forbidden are two mentions of one document (the coder has merged what is one there), other modes, other towns,
 * other people, other days.  Days up to three apart are a disagreement about one meeting where the same people on both
 * sides meet and one of the reports looks back; a plan may be moved by a postponement that is reported.                             */
#include <stdlib.h>

#include "calendar/calendar.h"
#include "record/merge.h"

enum {
    WEEK = 7,
    MONTH = 31,
    MOVED_DAYS = 3,     /* between two days given for one meeting */
    POSTPONED_DAYS = 60 /* between a plan and what was made of it */
};

static bool dated(const merge_mention *m)
{
    return m->first != CALENDAR_NONE && m->last != CALENDAR_NONE;
}

static int32_t length(const merge_mention *m)
{
    return m->last - m->first + 1;
}

bool merge_is_loose(const merge_mention *m)
{
    return !dated(m) || length(m) > WEEK || (m->force && !m->specific);
}

static bool verbal(const merge_mention *m)
{
    return !m->force && !str_eq(m->type, STR("CONSULT"));
}

/* ---- what they say became of it ------------------------------------------------------------------ */

static bool planned(const merge_mention *m)
{
    return m->status == MERGE_PLANNED || m->status == MERGE_POSTPONED;
}

/* A plan told after the event is a plan for another one, and so is an event told before the plan. */
static bool order_is_odd(const merge_mention *plan, const merge_mention *made)
{
    if (plan->published == CALENDAR_NONE)
        return false;
    if (made->last != CALENDAR_NONE)
        return plan->published > made->last + 1;
    return made->published != CALENDAR_NONE && made->published < plan->published;
}

static bool statuses_forbid(const merge_mention *a, const merge_mention *b)
{
    if ((a->status == MERGE_IDEA) != (b->status == MERGE_IDEA))
        return true;
    if (planned(a) && b->status == MERGE_MADE)
        return order_is_odd(a, b);
    return planned(b) && a->status == MERGE_MADE && order_is_odd(b, a);
}

/* ---- where -------------------------------------------------------------------------------------------- */

bool merge_same_place(const merge_mention *a, const merge_mention *b)
{
    return (a->place && a->place == b->place) || str_eq(a->place_name, b->place_name);
}

static double place_match(const merge_mention *a, const merge_mention *b)
{
    bool same_country = a->place_country.n && str_eq(a->place_country, b->place_country);
    if (a->specific && b->specific)
        return merge_same_place(a, b) ? 1 : -1;
    if (a->place_country.n && b->place_country.n && !same_country)
        return a->force || str_eq(a->type, STR("CONSULT")) ? -1 : 0.2;
    if (a->specific || b->specific)
        return 0.5;
    return same_country ? 0.4 : 0.3;
}

/* ---- when ----------------------------------------------------------------------------------------------- */

static int32_t gap(const merge_mention *a, const merge_mention *b)
{
    if (a->first > b->last)
        return a->first - b->last;
    return b->first > a->last ? b->first - a->last : 0;
}

static double overlap(const merge_mention *a, const merge_mention *b)
{
    int32_t longer = length(a) > length(b) ? length(a) : length(b);
    if (longer <= 2)
        return 1;
    return longer <= WEEK ? 0.8 : longer <= MONTH ? 0.5 : 0.3;
}

/* One of them has no date: both were published within days of each other, or of the date of the other. */
static double weak_date(const merge_mention *a, const merge_mention *b)
{
    int32_t days = MONTH;
    if (dated(a) && b->published != CALENDAR_NONE)
        days = b->published >= a->first ? b->published - a->last : MONTH;
    else if (dated(b) && a->published != CALENDAR_NONE)
        days = a->published >= b->first ? a->published - b->last : MONTH;
    else if (a->published != CALENDAR_NONE && b->published != CALENDAR_NONE)
        days = abs(a->published - b->published);
    if (days < 0)
        days = 0;
    if (a->original == b->original)
        return 0.9; /* the same text, reprinted */
    if (days > (verbal(a) ? 1 : MOVED_DAYS))
        return -1;
    return 0.5 - 0.05 * days;
}

typedef enum date_relation { DATE_AGREES, DATE_MOVED, DATE_FORBIDS } date_relation;

/* Told while it was news: two such reports with other days are of two meetings. */
static bool is_fresh(const merge_mention *m)
{
    return m->published != CALENDAR_NONE && m->published - m->last <= 1;
}

/* Days that differ can still be those of one event. */
static date_relation other_days(const merge_mention *a, const merge_mention *b, double who,
                                double place)
{
    int32_t days = gap(a, b);
    bool plan = planned(a) || planned(b), looking_back = !is_fresh(a) || !is_fresh(b);
    if (a->force || verbal(a) || str_eq(a->mode, STR("phone")))
        return DATE_FORBIDS;
    if (days <= MOVED_DAYS && place >= 0.5 && who >= 0.9 && (plan || looking_back))
        return DATE_AGREES;
    bool sure = who >= 0.7 && place == 1;
    if (days <= MOVED_DAYS && sure && planned(a) != planned(b))
        return DATE_AGREES;
    return plan && sure && days <= POSTPONED_DAYS ? DATE_MOVED : DATE_FORBIDS;
}

/* A postponement leads from the old day to the new one. */
static bool bridges(const merge_mention *a, const merge_mention *b)
{
    const merge_mention *off = a->status == MERGE_POSTPONED ? a : b;
    const merge_mention *other = off == a ? b : a;
    return off->status == MERGE_POSTPONED && other->status != MERGE_POSTPONED &&
           other->status != MERGE_DENIED;
}

static merge_verdict by_date(const merge_mention *a, const merge_mention *b, merge_match *m)
{
    if (!dated(a) || !dated(b)) {
        m->date = weak_date(a, b);
        return m->date < 0 ? MERGE_FORBIDDEN : MERGE_LINK;
    }
    if (gap(a, b) == 0) {
        m->date = overlap(a, b);
        return MERGE_LINK;
    }
    date_relation relation = other_days(a, b, m->who, m->place);
    m->date = 0.4;
    if (relation == DATE_FORBIDS)
        return MERGE_FORBIDDEN;
    return relation == DATE_AGREES || bridges(a, b) ? MERGE_LINK : MERGE_NEUTRAL;
}

/* ---- the whole --------------------------------------------------------------------------------------------- */

/* Another town on the same day, for the same people on both sides, is a disagreement about the town. */
static bool place_may_differ(const merge_mention *a, const merge_mention *b, double who)
{
    return str_eq(a->type, STR("CONSULT")) && who >= 0.9 && dated(a) && dated(b) &&
           length(a) == 1 && a->first == b->first && a->last == b->last && a->n_side[1] &&
           b->n_side[1] && str_eq(a->place_country, b->place_country);
}

static double threshold(const merge_mention *a, const merge_mention *b)
{
    if (verbal(a))
        return MERGE_THRESHOLD_VERBAL;
    bool vague = a->force && !(a->specific && b->specific) && !merge_sizes_agree(a, b);
    return vague ? MERGE_THRESHOLD_VAGUE : MERGE_THRESHOLD;
}

merge_verdict merge_pair(const merge_mention *a, const merge_mention *b, merge_match *out)
{
    *out = (merge_match){ 0 };
    if (a->document == b->document || !str_eq(a->type, b->type) || statuses_forbid(a, b))
        return MERGE_FORBIDDEN;
    if (a->mode.n && b->mode.n && !str_eq(a->mode, b->mode))
        return MERGE_FORBIDDEN;
    out->who = merge_who(a, b);
    if (out->who < 0)
        return MERGE_FORBIDDEN;
    out->place = place_match(a, b);
    if (out->place < 0 && !place_may_differ(a, b, out->who))
        return MERGE_FORBIDDEN;
    if (out->place < 0)
        out->place = 0;
    merge_verdict verdict = by_date(a, b, out);
    out->score = 0.45 * out->date + 0.40 * out->who + 0.15 * out->place;
    if (verdict == MERGE_LINK && out->score < threshold(a, b))
        verdict = MERGE_NEUTRAL;
    return verdict;
}

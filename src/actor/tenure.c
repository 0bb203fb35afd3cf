/* Tenures: who held which office where, and when (data/office/). */
#include "actor/np.h"

#include <stdlib.h>

/* "2012", "2012-02", "2012-02-06": its first day, or the last one where `end`. */
static int32_t bound(wq_str s, bool end)
{
    calendar_date d = { 0, 1, 1 };
    if (s.n < 4)
        return end ? INT32_MAX : CALENDAR_NONE;
    d.year = atoi(s.p);
    d.month = s.n >= 7 ? atoi(s.p + 5) : end ? 12 : 1;
    d.day = s.n >= 10 ? atoi(s.p + 8) : end ? calendar_month_days(d.year, d.month) : 1;
    return calendar_day(d);
}

bool np_is_within(int32_t day, wq_str first, wq_str last)
{
    return day != CALENDAR_NONE && bound(first, false) <= day && day <= bound(last, true);
}

static bool in_office(const lexicon *lex, uint32_t row, int32_t day)
{
    return np_is_within(day, lex_cell(lex, LEX_TENURE, row, "first"),
                        lex_cell(lex, LEX_TENURE, row, "last"));
}

static bool is_tenure_of(const lexicon *lex, const lex_entry *e, int column, wq_str id)
{
    return e->table == LEX_TENURE &&
           str_eq(lex_cell_at(lex, LEX_TENURE, e->row, column), id);
}

static int by_first_day(const void *a, const void *b)
{
    const actor_tenure *x = a, *y = b;
    if (x->from != y->from)
        return x->from < y->from ? -1 : 1;
    return (x->to > y->to) - (x->to < y->to);
}

uint32_t actor_tenures(const lexicon *lex, arena *a, wq_str id, actor_tenure **out)
{
    VEC(actor_tenure) list = { 0 };
    uint32_t n;
    const lex_entry *e = lex_find_ref(lex, id, &n);
    for (uint32_t i = 0; i < n; i++) {
        if (e[i].table != LEX_TENURE)
            continue;
        uint32_t row = e[i].row;
        actor_tenure t = { .actor = lex_cell(lex, LEX_TENURE, row, "actor"),
                           .office = lex_cell(lex, LEX_TENURE, row, "office"),
                           .country = lex_cell(lex, LEX_TENURE, row, "country"),
                           .first = lex_cell(lex, LEX_TENURE, row, "first"),
                           .last = lex_cell(lex, LEX_TENURE, row, "last"),
                           .source = lex_cell(lex, LEX_TENURE, row, "source") };
        t.from = bound(t.first, false);
        t.to = bound(t.last, true);
        if (str_eq(t.actor, id) || str_eq(t.office, id))
            *vec_push(a, &list) = t;
    }
    if (list.n)
        qsort(list.v, list.n, sizeof *list.v, by_first_day);
    *out = list.v;
    return list.n;
}

/* Who is found in a seat on a day, in the tenures of one office or several. */
typedef struct seat {
    wq_str of; /* a country or an organisation */
    int32_t day;
    wq_str holder; /* p == NULL: nobody yet */
    bool over;     /* by a user's row, which wins over ours */
    bool several;  /* the day of a hand-over, or an office of several */
    bool known;    /* it has tenures, of whatever day */
} seat;

static void seek(const lexicon *lex, wq_str office, seat *s)
{
    uint32_t n;
    const lex_entry *e = lex_find_ref(lex, office, &n);
    int in_country = lex_column(lex, LEX_TENURE, "country"),
        of_office = lex_column(lex, LEX_TENURE, "office");
    for (uint32_t i = 0; i < n && s->of.p; i++) {
        uint32_t row = e[i].row;
        if (!is_tenure_of(lex, &e[i], in_country, s->of) ||
            !is_tenure_of(lex, &e[i], of_office, office))
            continue;
        s->known = true;
        bool over = lex_is_over(lex, LEX_TENURE, row);
        if (!in_office(lex, row, s->day) || (s->holder.p && over < s->over))
            continue;
        wq_str actor = lex_cell(lex, LEX_TENURE, row, "actor");
        s->several =
            s->holder.p && over == s->over && (s->several || !str_eq(s->holder, actor));
        s->holder = actor;
        s->over = over;
    }
}

static wq_str found(const seat *s)
{
    return s->several ? (wq_str){ NULL, 0 } : s->holder;
}

wq_str actor_holder(const lexicon *lex, wq_str office, wq_str country, int32_t day)
{
    seat s = { .of = country, .day = day };
    seek(lex, office, &s);
    return found(&s);
}

static void seek_all(const lexicon *lex, wq_str offices, seat *s)
{
    for (wq_str one; offices.n && str_next(&offices, ',', &one);)
        seek(lex, one, s);
}

wq_str actor_head_offices(const lexicon *lex, wq_str office, wq_str body)
{
    static const char *const groups[][3] = {
        { "head_of_body", "styled_head", "secretary_of_body" },
        { "secretary_of_body", "styled_head", "head_of_body" },
    };
    for (size_t g = 0; g < 2; g++)
        for (size_t i = 0; lex_in_group(lex, str_of(groups[g][0]), office) && i < 3; i++) {
            wq_str offices = lex_members(lex, str_of(groups[g][i]));
            seat s = { .of = body, .day = CALENDAR_NONE };
            seek_all(lex, offices, &s);
            if (s.known)
                return offices;
        }
    return (wq_str){ NULL, 0 };
}

wq_str actor_head(const lexicon *lex, wq_str office, wq_str body, int32_t day)
{
    seat s = { .of = body, .day = day };
    seek_all(lex, actor_head_offices(lex, office, body), &s);
    return found(&s);
}

wq_str np_only_country(np_parser *p, wq_str office)
{
    wq_str only = { NULL, 0 };
    uint32_t n;
    const lex_entry *e = lex_find_ref(p->lex, office, &n);
    int in_country = lex_column(p->lex, LEX_TENURE, "country"),
        of_office = lex_column(p->lex, LEX_TENURE, "office");
    for (uint32_t i = 0; i < n; i++) {
        if (!is_tenure_of(p->lex, &e[i], of_office, office))
            continue;
        wq_str country = lex_cell_at(p->lex, LEX_TENURE, e[i].row, in_country);
        if (only.p && !str_eq(only, country))
            return (wq_str){ NULL, 0 };
        only = country;
    }
    int64_t row = lex_row_by_id(p->lex, LEX_OFFICE, office);
    bool one =
        row >= 0 && str_eq(lex_cell(p->lex, LEX_OFFICE, (uint32_t)row, "single"), STR("2"));
    bool state = np_is_state_code(only) && lex_row_by_id(p->lex, LEX_COUNTRY, only) >= 0;
    return one || !state
               ? only
               : (wq_str){ NULL,
                           0 }; /* of most offices not every state's holders are listed */
}

bool np_holds(np_parser *p, wq_str id, wq_str office)
{
    uint32_t n;
    const lex_entry *e = lex_find_ref(p->lex, id, &n);
    int of_actor = lex_column(p->lex, LEX_TENURE, "actor"),
        of_office = lex_column(p->lex, LEX_TENURE, "office");
    for (uint32_t i = 0; i < n; i++)
        if (is_tenure_of(p->lex, &e[i], of_actor, id) &&
            is_tenure_of(p->lex, &e[i], of_office, office) &&
            in_office(p->lex, e[i].row, p->day))
            return true;
    return false;
}

/* Of several at a time the one that stands first in offices.tsv. */
wq_str np_office_of(np_parser *p, wq_str id)
{
    uint32_t n;
    const lex_entry *e = lex_find_ref(p->lex, id, &n);
    int of_actor = lex_column(p->lex, LEX_TENURE, "actor");
    int64_t best = INT64_MAX;
    for (uint32_t i = 0; i < n; i++) {
        if (!is_tenure_of(p->lex, &e[i], of_actor, id) ||
            !in_office(p->lex, e[i].row, p->day))
            continue;
        int64_t row = lex_row_by_id(p->lex, LEX_OFFICE,
                                    lex_cell(p->lex, LEX_TENURE, e[i].row, "office"));
        best = row >= 0 && row < best ? row : best;
    }
    return best == INT64_MAX ? (wq_str){ NULL, 0 }
                             : lex_cell(p->lex, LEX_OFFICE, (uint32_t)best, "id");
}

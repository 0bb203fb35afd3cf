#include "record/load.h"

#include <stdlib.h>

#include "calendar/calendar.h"
#include "script/fold.h"

/* clang-format off */
static const char MENTIONS[] =
    "SELECT m.id, m.type, m.mode, m.status, m.why, m.cluster, m.document_id, d.sha256, d.published_day, "
    "m.first, m.last, m.trigger_part, m.trigger_start, m.place_id, p.name_folded, p.country, "
    "p.name = c.name_arabic, d.id IN (SELECT document_id FROM unsettled), m.merge_why, "
    "ifnull(n.original_id, d.id) "
    "FROM mention m JOIN document d ON d.id = m.document_id LEFT JOIN place p ON p.id = m.place_id "
    "LEFT JOIN country c ON c.code = p.country LEFT JOIN near_copy n ON n.document_id = d.id WHERE m.block = ?1 ORDER BY m.id";
static const char PARTIES[] =
    "SELECT p.mention_id, p.side, p.actor_id, p.country, p.role, a.kind, a.named, a.listed, a.name_folded, "
    "a.surname, p.text "
    "FROM mention m JOIN mention_participant p ON p.mention_id = m.id JOIN actor a ON a.id = p.actor_id "
    "WHERE m.block = ?1 ORDER BY p.mention_id, p.side, p.n";
static const char SIZES[] =
    "SELECT s.mention_id, s.kind, s.least FROM mention m JOIN mention_size s ON s.mention_id = m.id "
    "WHERE m.block = ?1 AND s.kind IN ('dead', 'injured') ORDER BY s.mention_id, s.n DESC";
/* clang-format on */

wq_status loader_open(wq_record *r, loader *out, wq_error *err)
{
    *out = (loader){ .record = r };
    wq_status st = db_prepare(r, MENTIONS, &out->mentions, err);
    if (st == WQ_OK)
        st = db_prepare(r, PARTIES, &out->parties, err);
    if (st == WQ_OK)
        st = db_prepare(r, SIZES, &out->sizes, err);
    if (st != WQ_OK)
        loader_close(out);
    return st;
}

void loader_close(loader *l)
{
    db_finish(&l->mentions);
    db_finish(&l->parties);
    db_finish(&l->sizes);
}

int32_t day_from_text(wq_str day)
{
    calendar_stamp s;
    return day.n && calendar_parse_iso(day, &s) ? calendar_day(s.date) : CALENDAR_NONE;
}

wq_str day_to_text(arena *a, int32_t day)
{
    if (day == CALENDAR_NONE)
        return (wq_str){ NULL, 0 };
    return calendar_print_date(a, calendar_from_day(day));
}

/* ---- mentions ---------------------------------------------------------------------------------- */

static wq_str keep(arena *a, wq_str s)
{
    return s.p ? arena_str(a, s.p, s.n) : s;
}

static bool has_line(wq_str lines, wq_str line)
{
    for (wq_str one; lines.n && str_next(&lines, '\n', &one);)
        if (str_eq(one, line))
            return true;
    return false;
}

merge_status stage_of(wq_str word, wq_str why)
{
    if (has_line(why, STR("status.postponed")))
        return MERGE_POSTPONED;
    if (has_line(why, STR("status.cancelled")))
        return MERGE_CANCELLED;
    if (str_eq(word, STR("planned")))
        return MERGE_PLANNED;
    if (str_eq(word, STR("denied")))
        return MERGE_DENIED;
    return str_eq(word, STR("occurred")) || str_eq(word, STR("ongoing")) ? MERGE_MADE
                                                                         : MERGE_IDEA;
}

static merge_mention read_mention(const db_query *q, arena *a)
{
    merge_mention m = { .id = keep(a, db_text(q, 0)),
                        .type = keep(a, db_text(q, 1)),
                        .mode = keep(a, db_text(q, 2)),
                        .status_word = keep(a, db_text(q, 3)),
                        .status = stage_of(db_text(q, 3), db_text(q, 4)),
                        .before = keep(a, db_text(q, 5)),
                        .document = db_int(q, 6),
                        .original = db_int(q, 19),
                        .sha256 = keep(a, db_text(q, 7)),
                        .published = day_from_text(db_text(q, 8)),
                        .first = day_from_text(db_text(q, 9)),
                        .last = day_from_text(db_text(q, 10)),
                        .place = db_int(q, 13),
                        .place_name = keep(a, db_text(q, 14)),
                        .place_country = keep(a, db_text(q, 15)),
                        .is_new = db_int(q, 17) != 0,
                        .before_why = keep(a, db_text(q, 18)) };
    bool title = str_eq(db_text(q, 11), STR("title"));
    m.at = (uint32_t)db_int(q, 12) + (title ? 0 : 1u << 24); /* the title comes first */
    m.specific = m.place_name.n && db_int(q, 16) == 0;
    m.force = family_is_force(m.type);
    return m;
}

static wq_status read_mentions(loader *l, arena *a, wq_str block, merge_block *out,
                               wq_error *err)
{
    VEC(merge_mention) v = { 0 };
    wq_status st;
    db_bind_text(&l->mentions, 1, block);
    while ((st = db_step(&l->mentions, err)) == WQ_OK)
        *vec_push(a, &v) = read_mention(&l->mentions, a);
    db_reset(&l->mentions);
    *out = (merge_block){ v.v, v.n };
    return st == WQ_END ? WQ_OK : st;
}

/* Rows come in the order of the mentions they belong to. */
static merge_mention *owner(merge_block *b, uint32_t *at, wq_str id)
{
    while (*at < b->n && str_cmp(b->v[*at].id, id) < 0)
        ++*at;
    return *at < b->n && str_eq(b->v[*at].id, id) ? &b->v[*at] : NULL;
}

merge_party party_read(const db_query *q, arena *a, int at)
{
    wq_str kind = db_text(q, at + 3);
    merge_party p = { .id = keep(a, db_text(q, at)),
                      .country = keep(a, db_text(q, at + 1)),
                      .role = keep(a, db_text(q, at + 2)),
                      .listed = db_int(q, at + 5) != 0,
                      .name = keep(a, db_text(q, at + 6)),
                      .surname = keep(a, db_text(q, at + 7)) };
    p.is_country = str_eq(kind, STR("country"));
    p.named = db_int(q, at + 4) != 0 && !p.is_country;
    p.person = str_eq(kind, STR("person")) || (p.named && !p.listed && p.role.n);
    return p;
}

static merge_party read_party(const db_query *q, arena *a)
{
    merge_party p = party_read(q, a, 2);
    if (p.is_country)
        p.town = fold_str(a, db_text(q, 10), FOLD_FULL);
    if (str_eq(p.town, p.name))
        p.town = (wq_str){ NULL, 0 };
    return p;
}

/* "shelled Homs": the town stands for its country as the recipient, and is where it happened. */
static void find_town(merge_mention *m)
{
    for (uint32_t i = 0; m->force && !m->specific && i < m->n_side[1]; i++)
        if (m->side[1][i].town.p) {
            m->place_name = m->side[1][i].town;
            m->place_country = m->side[1][i].country;
            m->place = 0;
            m->specific = true;
        }
}

typedef VEC(merge_party) party_list;

static void give(merge_mention *m, bool recipient, const party_list *list)
{
    if (!m)
        return;
    m->side[recipient] = list->v;
    m->n_side[recipient] = list->n;
    find_town(m);
}

static wq_status read_parties(loader *l, arena *a, wq_str block, merge_block *b,
                              wq_error *err)
{
    uint32_t at = 0;
    merge_mention *last = NULL;
    bool side = false;
    party_list list = { 0 };
    wq_status st;
    db_bind_text(&l->parties, 1, block);
    while ((st = db_step(&l->parties, err)) == WQ_OK) {
        merge_mention *m = owner(b, &at, db_text(&l->parties, 0));
        bool recipient = str_eq(db_text(&l->parties, 1), STR("recipient"));
        if (m != last || recipient != side) {
            give(last, side, &list);
            list = (party_list){ 0 };
        }
        last = m;
        side = recipient;
        *vec_push(a, &list) = read_party(&l->parties, a);
    }
    give(last, side, &list);
    db_reset(&l->parties);
    return st == WQ_END ? WQ_OK : st;
}

static wq_status read_sizes(loader *l, wq_str block, merge_block *b, wq_error *err)
{
    uint32_t at = 0;
    wq_status st;
    db_bind_text(&l->sizes, 1, block);
    while ((st = db_step(&l->sizes, err)) == WQ_OK) {
        merge_mention *m = owner(b, &at, db_text(&l->sizes, 0));
        if (m)
            m->size[str_eq(db_text(&l->sizes, 1), STR("injured"))] = db_int(&l->sizes, 2);
    }
    db_reset(&l->sizes);
    return st == WQ_END ? WQ_OK : st;
}

wq_status loader_block(loader *l, arena *a, wq_str block, merge_block *out, wq_error *err)
{
    wq_status st = read_mentions(l, a, block, out, err);
    if (st == WQ_OK)
        st = read_parties(l, a, block, out, err);
    return st == WQ_OK ? read_sizes(l, block, out, err) : st;
}

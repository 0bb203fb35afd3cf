/* What follows from all documents together. */
#include "record/record.h"

wq_status settle(wq_record *r, wq_error *err)
{
    return db_run(
        r,
        "INSERT INTO event (id, type, mode, plover, cameo, quad, status, date, first, "
        "last, "
        "place_id, reports, independent, outlets, mentions, confidence, first_published, "
        "last_published, sort_day) SELECT m.id, m.type, m.mode, m.plover, m.cameo, m.quad, "
        "m.status, m.date, m.first, m.last, m.place_id, 1, 1, d.outlet_id IS NOT NULL, 1, "
        "m.confidence, d.published_day, d.published_day, ifnull(m.first, d.published_day) "
        "FROM mention m JOIN document d ON d.id = m.document_id "
        "WHERE d.id IN (SELECT document_id FROM unsettled);"
        "UPDATE mention SET event_id = id WHERE document_id IN "
        "(SELECT document_id FROM unsettled);"
        "INSERT INTO participant SELECT p.mention_id, p.side, p.actor_id, max(p.country), "
        "max(p.sector), max(p.role), 1 FROM mention_participant p JOIN mention m ON m.id = "
        "p.mention_id WHERE m.document_id IN (SELECT document_id FROM unsettled) GROUP BY "
        "1, 2, 3;"
        "DELETE FROM unsettled",
        err);
}

/* Events as rows of CSV and TSV. */
#include <math.h>
#include <stdlib.h>

#include "coder/document_rows.h"

enum {
    EVENT = DOCUMENT_COLUMNS,
    TYPE,
    MODE,
    PLOVER,
    CAMEO,
    QUAD,
    STATUS,
    ACTOR,
    ACTOR_ID,
    ACTOR_COUNTRY,
    ACTOR_SECTOR,
    RECIPIENT,
    RECIPIENT_ID,
    RECIPIENT_COUNTRY,
    RECIPIENT_SECTOR,
    DATE,
    DATE_FIRST,
    DATE_LAST,
    AT_PLACE,
    AT_COUNTRY,
    LAT,
    LON,
    ATTRIBUTION,
    CONFIDENCE,
    EVIDENCE,
    COLUMNS
};

static const rows_column COLUMN[COLUMNS] = {
    [DOCUMENT_ID] = { "doc", WQ_TEXT, ROWS_ALWAYS },
    [DOCUMENT_PUBLISHED] = { "published", WQ_TEXT, ROWS_ALWAYS },
    [DOCUMENT_URL] = { "url", WQ_TEXT, ROWS_ALWAYS },
    [EVENT] = { "event", WQ_TEXT, ROWS_ALWAYS },
    [TYPE] = { "type", WQ_TEXT, ROWS_ALWAYS },
    [MODE] = { "mode", WQ_TEXT, ROWS_ALWAYS },
    [PLOVER] = { "plover", WQ_TEXT, ROWS_ALWAYS },
    [CAMEO] = { "cameo", WQ_TEXT, ROWS_ALWAYS },
    [QUAD] = { "quad", WQ_INTEGER, ROWS_ALWAYS },
    [STATUS] = { "status", WQ_TEXT, ROWS_ALWAYS },
    [ACTOR] = { "actor", WQ_LIST, ROWS_ALWAYS },
    [ACTOR_ID] = { "actor_id", WQ_LIST, ROWS_ALWAYS },
    [ACTOR_COUNTRY] = { "actor_country", WQ_LIST, ROWS_ALWAYS },
    [ACTOR_SECTOR] = { "actor_sector", WQ_LIST, ROWS_ALWAYS },
    [RECIPIENT] = { "recipient", WQ_LIST, ROWS_ALWAYS },
    [RECIPIENT_ID] = { "recipient_id", WQ_LIST, ROWS_ALWAYS },
    [RECIPIENT_COUNTRY] = { "recipient_country", WQ_LIST, ROWS_ALWAYS },
    [RECIPIENT_SECTOR] = { "recipient_sector", WQ_LIST, ROWS_ALWAYS },
    [DATE] = { "date", WQ_TEXT, ROWS_ALWAYS },
    [DATE_FIRST] = { "date_first", WQ_TEXT, ROWS_ALWAYS },
    [DATE_LAST] = { "date_last", WQ_TEXT, ROWS_ALWAYS },
    [AT_PLACE] = { "place", WQ_TEXT, ROWS_ALWAYS },
    [AT_COUNTRY] = { "place_country", WQ_TEXT, ROWS_ALWAYS },
    [LAT] = { "lat", WQ_REAL, ROWS_ALWAYS },
    [LON] = { "lon", WQ_REAL, ROWS_ALWAYS },
    [ATTRIBUTION] = { "attribution", WQ_TEXT, ROWS_ALWAYS },
    [CONFIDENCE] = { "confidence", WQ_REAL, ROWS_ALWAYS },
    [EVIDENCE] = { "evidence", WQ_LONG, ROWS_ALWAYS },
};

/* Four lists of one length: the nth of each are the same actor's. */
static void set_side(wq_rows *rows, uint32_t column, const wq_actor *v, uint32_t n)
{
    wq_str *cell = n ? ARENA_ARRAY(&rows->mem, wq_str, 4 * (size_t)n) : NULL;
    for (uint32_t i = 0; i < n; i++) {
        cell[i] = v[i].name.p ? v[i].name : v[i].text;
        cell[n + i] = v[i].id;
        cell[2 * n + i] = v[i].country;
        cell[3 * n + i] = v[i].sector;
    }
    for (uint32_t k = 0; n && k < 4; k++)
        rows_set_list(rows, column + k, cell + k * n, n);
}

static void set_date(wq_rows *rows, const wq_timex *t)
{
    if (!t)
        return;
    rows_set_text(rows, DATE, t->value);
    rows_set_text(rows, DATE_FIRST, t->first);
    rows_set_text(rows, DATE_LAST, t->last);
}

static void set_place(wq_rows *rows, const wq_place *p)
{
    if (!p)
        return;
    rows_set_text(rows, AT_PLACE, p->text);
    rows_set_text(rows, AT_COUNTRY, p->country);
    if (p->geonames) {
        rows_set_real(rows, LAT, p->lat);
        rows_set_real(rows, LON, p->lon);
    }
}

static void set_codes(wq_rows *rows, const wq_event *e)
{
    rows_set_text(rows, EVENT, e->id);
    rows_set_text(rows, TYPE, e->type);
    rows_set_text(rows, MODE, e->mode);
    rows_set_text(rows, PLOVER, e->plover);
    rows_set_text(rows, CAMEO, e->cameo);
    if (e->quad)
        rows_set_integer(rows, QUAD, e->quad);
    rows_set_text(rows, STATUS, str_of(status_name(e->status)));
}

static wq_status next_event(wq_rows *rows, wq_error *err)
{
    (void)err;
    document_reading *r = rows->self;
    if (r->at == r->doc->found.n_events)
        return WQ_END;
    const wq_event *e = &r->doc->found.event[r->at++];
    document_set_cells(rows, r->doc);
    set_codes(rows, e);
    set_side(rows, ACTOR, e->actors, e->n_actors);
    set_side(rows, RECIPIENT, e->recipients, e->n_recipients);
    set_date(rows, e->date);
    set_place(rows, e->place);
    if (e->n_sources)
        rows_set_text(rows, ATTRIBUTION, e->sources[0].text);
    rows_set_real(rows, CONFIDENCE, round(e->confidence * 100) / 100);
    rows_set_text(rows, EVIDENCE, e->evidence_text);
    return WQ_OK;
}

wq_rows *event_rows(const wq_document *doc)
{
    static const rows_source source = { next_event, free };
    return document_rows(doc, &source, COLUMN, COLUMNS);
}

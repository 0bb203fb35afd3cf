/* Exports: events as they are loaded, and what the formats share.  A format is a file and a row in export.c. */
#ifndef WAQAI_EXPORT_INSIDE_H
#define WAQAI_EXPORT_INSIDE_H

#include <waqai/export.h>

#include "base/json.h"
#include "lexicon/lexicon.h"
#include "query/filter.h"
#include "query/question.h"

/* ---- an event with all that formats ask for ---------------------------------------------------- */

typedef struct x_actor {
    wq_str id, name, latin, country, sector, sectors, role,
        kind;    /* sectors: parted by '|' */
    wq_str text; /* as it is written first */
    bool listed; /* a row of the lexicon */
} x_actor;

typedef struct x_span {
    wq_str part, text;
    int64_t start, end; /* code points */
} x_span;

typedef struct x_mention {
    wq_str id, type, mode, status, date, date_text, place_text;
    wq_str claims, sizes,
        plover_size; /* JSON: arrays of who says so and of counts; {"dead":5} */
    wq_str why;      /* parted by JOIN */
    double confidence;
    x_span trigger, evidence;
    wq_str before, behind;                     /* of the evidence, up to 32 code points */
    int64_t document_id, characters, sentence; /* number of the sentence in its document */
    wq_str document, url, outlet, byline, title, published, published_day, sha256, copy_of;
} x_mention;

typedef struct x_event {
    wq_str id, type, mode, plover, status, date, first, last, day,
        contexts; /* contexts: JOIN */
    int64_t quad, reports, independent, outlets;
    double confidence;
    wq_str first_published, last_published;
    bool placed; /* it has a place, and that has coordinates: */
    wq_str place, place_country;
    int64_t geonames; /* 0: unknown */
    double lat, lon;
    const x_actor *actor, *recipient;
    uint32_t n_actors, n_recipients;
    const x_mention *mention; /* the first that gives it this status first; one at least */
    uint32_t n_mentions;
} x_event;

/* ---- an export under way ------------------------------------------------------------------------- */

typedef struct x_seen x_seen;

typedef struct exporting {
    wq_record *record;
    const lexicon *lex;
    const wq_filter *filter;
    bool excel;
    buf out;
    arena mem; /* of the event at hand */
    arena own; /* of the whole */
    uint64_t n;
    uint64_t lines; /* formats that need commas count what they wrote */
    x_seen *seen;
    wq_sink *sink;
    void *to;
} exporting;

typedef struct export_format {
    const char *name, *about;
    /* One of the two: a whole of its own, or what to do with each event. */
    wq_status (*all)(exporting *x, wq_error *err);
    void (*event)(exporting *x, const x_event *e);
    void (*begin)(exporting *x); /* or NULL */
    void (*end)(exporting *x);   /* or NULL */
} export_format;

/* Hands over what is in x->out. */
wq_status export_flush(exporting *x, wq_error *err);
wq_status export_events(exporting *x, const export_format *f, wq_error *err); /* load.c */
/* True once for each id, of a namespace. */
bool export_once(exporting *x, char space, wq_str id);

/* ---- cells and codes ----------------------------------------------------------------------------- */

/* A line of cells parted by tabs; controls become spaces, unknown and empty cells `none`. */
typedef struct tab_line {
    buf *out;
    const char *none;
    bool begun;
} tab_line;
void tab(tab_line *l, wq_str cell);
void tab_int(tab_line *l, int64_t value);
void tab_real(tab_line *l, double value);
void tab_point(tab_line *l, bool known, double lat, double lon); /* two cells */
void tab_end(tab_line *l);

/* How CAMEO's users would code it: the row of data/codes/events.tsv for what PLOVER makes of type and status. */
typedef struct x_code {
    wq_str type,
        mode; /* PLOVER; type empty: its rules for status give none, and the event is left out */
    wq_str cameo, label; /* "042" */
    double score;        /* PLOVER's */
    double goldstein;    /* of the root */
    int quad;            /* of the CAMEO root */
} x_code;
x_code export_code(const exporting *x, const x_event *e);
int export_quad(const exporting *x, wq_str type); /* PLOVER's, 1..4; 0: no such type */
wq_str export_country(const exporting *x, wq_str country,
                      const char *column);                      /* fips, cow... */
wq_str export_country_name(const exporting *x, wq_str country); /* English */
/* "RUSGOV": country and primary sector; empty where neither is known. */
wq_str export_actor_code(exporting *x, const x_actor *a);
wq_str export_name(const x_actor *a);   /* Latin where the lexicon has it, else Arabic */
wq_str export_arabic(const x_actor *a); /* the other way round */

/* Calls for each pair of those who act and those acted on; symmetric events: of those who act together, in
 * order; an actor alone has no other (NULL).                                                              */
typedef void on_pair(exporting *x, const x_event *e, const x_actor *source,
                     const x_actor *target, uint32_t nth);
void export_pairs(exporting *x, const x_event *e, on_pair *call);

/* The day YYYY-MM-DD on which it began, where that is known to the day; else empty. */
wq_str export_day(const x_event *e);
/* "Who, who > whom: type-mode", for people. */
wq_str export_headline(exporting *x, const x_event *e);

/* "key":["a","b"] of a joined list, and a number or null. */
void export_list(buf *b, const char *key, wq_str joined, char separator);
void export_json(buf *b, const char *key, wq_str value); /* as it is */
void export_real(buf *b, const char *key, bool known, double value);

/* Text for XML and HTML: markup escaped, controls left out. */
void export_xml(buf *b, wq_str text);
/* An array written in pieces, an item a line: the comma before all but the first. */
void export_comma(exporting *x);

/* ---- formats --------------------------------------------------------------------------------------- */

void jsonl_event(exporting *x, const x_event *e);
wq_status csv_all(exporting *x, wq_error *err);
void polecat_begin(exporting *x);
void polecat_event(exporting *x, const x_event *e);
void gdelt_event(exporting *x, const x_event *e);
void gdelt_mentions(exporting *x, const x_event *e);
void icews_begin(exporting *x);
void icews_event(exporting *x, const x_event *e);
void petrarch_event(exporting *x, const x_event *e);
void plover_event(exporting *x, const x_event *e);
void ftm_event(exporting *x, const x_event *e);
wq_status gexf_all(exporting *x, wq_error *err);
void timelinejs_begin(exporting *x);
void timelinejs_event(exporting *x, const x_event *e);
void timelinejs_end(exporting *x);
void ical_begin(exporting *x);
void ical_event(exporting *x, const x_event *e);
void ical_end(exporting *x);
void geojson_begin(exporting *x);
void geojson_event(exporting *x, const x_event *e);
void geojson_end(exporting *x);
void webanno_begin(exporting *x);
void webanno_event(exporting *x, const x_event *e);
void webanno_end(exporting *x);
wq_status labelstudio_all(exporting *x, wq_error *err);

#endif

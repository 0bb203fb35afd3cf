/* waqai.h - coded events from Arabic news.  This header is the manual.
 *
 *   wq_error err;
 *   wq_engine *engine;                  // once; share it between threads
 *   wq_status st = wq_engine_new(NULL, &engine, &err);
 *   wq_reader *reader;
 *   st = wq_reader_open("pages/", NULL, &reader, &err);
 *   wq_page *page;
 *   // (look at st after each call)
 *   while ((st = wq_reader_next(reader, &page, &err)) != WQ_END) {
 *       if (st != WQ_OK) { puts(err.text); continue; }      // this item failed, the rest goes on
 *       wq_document *doc;
 *       if (wq_code(engine, page, &doc, &err) == WQ_OK) {
 *           wq_text out = wq_document_write(doc, WQ_FORMAT_DOCUMENT);
 *           fwrite(out.p, 1, out.n, stdout);                // one line of JSON
 *           wq_text_free(&out);
 *           wq_document_free(doc);
 *       }
 *       wq_page_free(page);
 *   }
 *   wq_reader_close(reader);
 *   wq_engine_free(engine);
 *
 * Names.   wq_noun_verb.  _new/_free: on the heap, _free(NULL) is fine.  _open/_close touch the
 *          outside world.
 * Owners.  What a function returns or points into is borrowed and lives as long as the object it
 *          came from; what comes through a pointer to a pointer is the caller's to free.
 * Errors.  What can fail returns wq_status; wq_error, which may be NULL, says more.  On failure the
 *          other outputs are untouched.  Broken language is not an error.  The library never prints
 *          and never exits.
 * Text.    UTF-8.  A wq_str is borrowed and not NUL-terminated; p == NULL means "unknown".
 *          Offsets are half-open and count Unicode code points of the part they refer to.
 * Threads. An engine may be shared: nothing that is seen of it changes.  Readers, pages and documents belong to one
 *          thread at a time.                                                                       */
#ifndef WAQAI_H
#define WAQAI_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#if defined(__GNUC__)
#define WQ_API       __attribute__((visibility("default")))
#define WQ_NODISCARD __attribute__((warn_unused_result))
#else
#define WQ_API
#define WQ_NODISCARD
#endif

/* ---- status ------------------------------------------------------------ */

typedef enum wq_status {
    WQ_OK = 0,
    WQ_END,       /* nothing more to read */
    WQ_E_NOMEM,   /* out of memory */
    WQ_E_LIMIT,   /* a ceiling was met: the input is too large or too deep */
    WQ_E_IO,      /* the system refused: open, read */
    WQ_E_FORMAT,  /* the input is not what it says it is */
    WQ_E_LEXICON, /* a lexicon row is wrong */
    WQ_E_USE      /* a wrong argument */
} wq_status;

/* `pos` is a byte offset or a line, as the failing function says.  `text` names file and place
 * and what to do; it is one line without a line feed.                                         */
typedef struct wq_error {
    wq_status status;
    uint64_t pos;
    char text[512];
} wq_error;

/* ---- text -------------------------------------------------------------- */

typedef struct wq_str {
    const char *p;
    size_t n;
} wq_str;

typedef struct wq_text { /* owned; free with wq_text_free */
    char *p;
    size_t n;
} wq_text;

WQ_API void wq_text_free(wq_text *text);

/* The folded form of `in`, in which words that the press spells in several ways are equal:
 * marks, tatweel, invisible characters dropped; presentation forms, alef, yeh, teh marbuta and
 * Persian letters unified; digits ASCII; Latin lower case.  `in` must be UTF-8 (WQ_E_FORMAT,
 * err->pos = first bad byte).                                                                  */
WQ_API WQ_NODISCARD wq_status wq_fold(wq_str in, wq_text *out, wq_error *err);

typedef enum wq_fold_level {               /* data/README.md says what each does */
                             WQ_FOLD_NORM, /* drops what is no part of spelling, unifies scripts */
                             WQ_FOLD_FULL /* also merges what the press mixes: that of wq_fold() */
} wq_fold_level;

WQ_API WQ_NODISCARD wq_status wq_fold_at(wq_str in, wq_fold_level level, wq_text *out,
                                         wq_error *err);

/* Folded text with a map both ways, in code points: letter i of the text comes from code point
 * original[i] on, code point k of the original has become folded[k] on.  The maps never fall and
 * end at the ends: original[n_folded] is n_original, folded[n_original] is n_folded.            */
typedef struct wq_fold_map { /* owned; free with wq_fold_map_free */
    wq_text text;
    uint32_t *original, *folded;
    uint32_t n_folded, n_original; /* code points */
} wq_fold_map;

WQ_API WQ_NODISCARD wq_status wq_fold_mapped(wq_str in, wq_fold_level level,
                                             wq_fold_map *out, wq_error *err);
WQ_API void wq_fold_map_free(wq_fold_map *map);

/* ---- engine ------------------------------------------------------------ */

typedef struct wq_engine wq_engine;

typedef struct wq_options {
    const char *lexicon_dir; /* rows laid over the built-in lexicon, or NULL */
    size_t arena_limit;      /* bytes one document may use; 0: 512 MiB */
} wq_options;

/* Fails with WQ_E_LEXICON (a row of lexicon_dir; err->text names file and line), WQ_E_IO,
 * WQ_E_NOMEM.  `options` may be NULL.                                                      */
WQ_API WQ_NODISCARD wq_status wq_engine_new(const wq_options *options, wq_engine **out,
                                            wq_error *err);
WQ_API void wq_engine_free(wq_engine *engine);

WQ_API const char *wq_version(void);                         /* "0.1.0" */
WQ_API const char *wq_schema(void);                          /* "waqai.document/1" */
WQ_API const char *wq_lexicon_hash(const wq_engine *engine); /* 16 hex digits */

/* ---- the lexicon --------------------------------------------------------- */

enum { /* a set of bits */
       WQ_CHECK_ALONE =
           1, /* the folder is a whole lexicon, not laid over the built-in one */
       WQ_CHECK_GAPS =
           2 /* also spans of months in which nobody is known to have held an office */
};

/* Checks the rows in a folder, as wq_options.lexicon_dir would lay them over the built-in lexicon; `how` is a set of
 * WQ_CHECK_ bits.  What contradicts a built-in row is a finding too, though it wins over it.  *n findings come as text, one a line: "DIR/actor/x.tsv:12:
 * sectors: want set:sector, found "GOVT"".  Fails with WQ_E_IO (the folder), WQ_E_LIMIT, WQ_E_NOMEM; rows
 * that are wrong are findings, not failures.                                                              */
WQ_API WQ_NODISCARD wq_status wq_lexicon_check(const char *dir, unsigned how,
                                               wq_text *findings, uint32_t *n,
                                               wq_error *err);

/* Every analysis of a word, or of the words of a phrase, as text: a line "# form" for each word, then for each
 * analysis, the likeliest first, a line of part of speech, features, clitics, file and line of the row, id of the
 * row, lemma, stem, with tabs between; "ar.dic" is the dictionary of hunspell-ar.  `word` must be UTF-8
 * (WQ_E_FORMAT).  Fails with WQ_E_LIMIT, WQ_E_NOMEM.                                                      */
WQ_API WQ_NODISCARD wq_status wq_lexicon_show(const wq_engine *engine, wq_str word,
                                              wq_text *out, wq_error *err);

/* ---- other lists of people ------------------------------------------------ */

typedef enum wq_import_source {
    WQ_IMPORT_WIKIDATA, /* a SPARQL result in JSON, of the query in docs/import.md */
    WQ_IMPORT_PETRARCH  /* a dated actor file of PETRARCH */
} wq_import_source;

typedef struct wq_imported { /* free with wq_imported_free */
    wq_text actor_rows;      /* a file for actor/ of a lexicon folder */
    wq_text office_rows;     /* a file for office/ */
    /* What a person has to complete stands there as a comment. */
    uint32_t persons,
        known;         /* new ones with an Arabic name; those that have a row already */
    uint32_t nameless; /* new ones without an Arabic name (comments) */
    uint32_t tenures, officeless; /* with an office of ours; without (comments) */
    uint32_t unread; /* lines that make no sense (comments that say where and why) */
} wq_imported;

/* Turns `bytes` (a whole file, called `name` in messages) into rows for --lexicon.  Fails with WQ_E_FORMAT (err->pos:
 * byte, line or binding, as err->text says), WQ_E_LIMIT, WQ_E_NOMEM.                                              */
WQ_API WQ_NODISCARD wq_status wq_import(const wq_engine *engine, wq_import_source from,
                                        wq_str bytes, const char *name, wq_imported *out,
                                        wq_error *err);
WQ_API void wq_imported_free(wq_imported *imported);

/* ---- reading inputs ------------------------------------------------------ */

/* A reader walks files, folders and containers and hands out their pages, told apart by
 * content: HTML, plain text, JSON Lines (eval/FORMATS.md), RSS and Atom, WARC and WARC.gz, any of
 * them gzipped.                                                                                 */
typedef struct wq_reader wq_reader;
typedef struct wq_page wq_page;

typedef struct wq_reader_options {
    const char *published; /* ISO 8601 date for pages that have none, or NULL */
    size_t page_limit;     /* bytes of one page; 0: 64 MiB */
    const char *
        except; /* a file in a folder that is passed over (the one being written), or NULL */
} wq_reader_options;

/* `path` is a file, a folder (walked in byte order of names) or "-" for standard input.
 * Fails with WQ_E_IO, WQ_E_NOMEM, WQ_E_USE (a date that is none).                        */
WQ_API WQ_NODISCARD wq_status wq_reader_open(const char *path,
                                             const wq_reader_options *options,
                                             wq_reader **out, wq_error *err);

/* WQ_OK with a page, WQ_END, or an error about one item, after which reading may go on.  */
WQ_API WQ_NODISCARD wq_status wq_reader_next(wq_reader *reader, wq_page **out,
                                             wq_error *err);

/* How far the reader is, in bytes of the files as stored; *total is 0 where it can't be known. */
WQ_API void wq_reader_progress(const wq_reader *reader, uint64_t *done, uint64_t *total);
/* Items passed over on purpose (WARC requests, images, HTTP errors), counted by reason: how many
 * for the nth reason (from 0), 0 behind the last.  `why` may be NULL.                           */
WQ_API uint64_t wq_reader_skipped(const wq_reader *reader, unsigned nth, const char **why);
WQ_API void wq_reader_close(wq_reader *reader);

WQ_API wq_str wq_page_name(const wq_page *page); /* "a.warc.gz:17": file and page */
WQ_API size_t wq_page_size(const wq_page *page); /* bytes */
WQ_API void wq_page_free(wq_page *page);

/* A page from memory: `bytes` (copied) are a page or a line of JSON. */
WQ_API WQ_NODISCARD wq_status wq_page_new(wq_str bytes, const char *name,
                                          const char *published, wq_page **out,
                                          wq_error *err);

/* ---- documents ----------------------------------------------------------- */

typedef struct wq_document wq_document;

typedef enum wq_part { WQ_PART_TITLE, WQ_PART_TEXT } wq_part;

typedef struct wq_span { /* code points of `part` */
    wq_part part;
    uint32_t start, end;
} wq_span;

typedef enum wq_status_of_event { /* what the article says of the event */
                                  WQ_OCCURRED,
                                  WQ_ONGOING,
                                  WQ_PLANNED,
                                  WQ_PROPOSED,
                                  WQ_DENIED,
                                  WQ_HYPOTHETICAL
} wq_status_of_event;

typedef struct wq_timex { /* TIMEX3 (ISO 24617-1) */
    wq_str text;
    wq_span span;
    wq_str type;        /* DATE TIME DURATION SET */
    wq_str value;       /* TIMEX3 value, or unknown */
    wq_str mod;         /* START MID END APPROX BEFORE AFTER..., or unknown */
    wq_str quant, freq; /* of a SET: EVERY; how often, 2X; or unknown */
    wq_str first, last; /* days YYYY-MM-DD it covers, or unknown */
    int tolerance; /* days by which first and last may be off: 1 where a Hijri date gave them */
    wq_str
        conflict; /* what the text also says and can't be true of `value`, as a TIMEX3 value
                         * (XXXX-WXX-2 beside a date that is no Tuesday), or unknown */
    wq_str rule;  /* which rule found and resolved it */
} wq_timex;

typedef struct wq_actor {
    wq_str text; /* as written */
    wq_span span;
    wq_str name;    /* canonical Arabic name, or unknown */
    wq_str id;      /* lexicon id, or unknown */
    wq_str country; /* ISO 3166-1 alpha-3 or IGO UNO EUR NGO ISM IMG MNC, or unknown */
    wq_str sector;  /* primary PLOVER sector, or unknown */
    const wq_str *sectors;
    uint32_t n_sectors;
    wq_str role; /* office in short English, or unknown */
    wq_str
        called; /* the text without the words that count: "people" of "eight people"; else unknown */
} wq_actor;

typedef struct wq_place {
    wq_str text, name, country;
    uint32_t geonames; /* 0: unknown */
    double lat, lon;   /* meaningful when geonames is not 0 */
} wq_place;

typedef struct wq_source { /* who says so */
    wq_str text;
    wq_str id;
    wq_str cue; /* the word of saying, or unknown */
    wq_str
        stance; /* of that word: neutral assertive doubtful denied; neutral without one */
} wq_source;

typedef struct wq_size { /* how many people, or things, of one kind the event counts */
    wq_str kind;         /* dead injured arrested abducted displaced participants */
    uint64_t least;      /* the number, or the lower end of a range; "dozens" is 20 */
    uint64_t most;       /* the upper end; 0: open ("more than 50", "dozens") */
    int approximate;     /* "about 50": the article says that it is not sure */
    wq_str text;         /* number and what is counted, as written */
    wq_span span;
} wq_size;

typedef struct wq_event {
    wq_str id;
    wq_str type, mode; /* PLOVER; mode may be unknown */
    const wq_str *contexts;
    uint32_t n_contexts;
    wq_str plover; /* type after PLOVER's rules for future and negation, or unknown */
    wq_str cameo;  /* CAMEO root of `plover`, or unknown */
    int quad;      /* 1..4; 0 unknown */
    wq_status_of_event status;
    const wq_actor *actors, *recipients;
    uint32_t n_actors, n_recipients;
    const wq_timex *date;  /* NULL: unknown */
    const wq_place *place; /* NULL: unknown */
    const wq_source *sources;
    uint32_t n_sources;
    const wq_size *sizes;
    uint32_t n_sizes;
    wq_span trigger, evidence;
    wq_str trigger_text, evidence_text;
    double confidence; /* 0..1, a ranking, not a probability */
    const wq_str *why; /* rows and rules used */
    uint32_t n_why;
} wq_event;

typedef struct wq_quote {
    wq_str speaker, speaker_id, cue, content;
    int direct;
    wq_span span; /* of content */
} wq_quote;

/* Codes one page.  A document that is no article (no Arabic text) still comes out, without events.
 * Fails with WQ_E_LIMIT, WQ_E_NOMEM, WQ_E_FORMAT (a JSON line that is no object; err->pos = byte). */
WQ_API WQ_NODISCARD wq_status wq_code(const wq_engine *engine, const wq_page *page,
                                      wq_document **out, wq_error *err);
/* Finds the time expressions of a page and nothing else: a document without events and quotations.
 * Fails like wq_code.                                                                            */
WQ_API WQ_NODISCARD wq_status wq_find_times(const wq_engine *engine, const wq_page *page,
                                            wq_document **out, wq_error *err);
WQ_API void wq_document_free(wq_document *doc);

WQ_API wq_str wq_document_id(const wq_document *doc);
WQ_API wq_str wq_document_url(const wq_document *doc);
WQ_API wq_str wq_document_title(const wq_document *doc);
WQ_API wq_str wq_document_text(const wq_document *doc);
WQ_API wq_str wq_document_published(const wq_document *doc); /* ISO 8601, or unknown */
WQ_API wq_str wq_document_published_from(const wq_document *doc);
WQ_API wq_str wq_document_outlet(const wq_document *doc);
WQ_API wq_str wq_document_byline(const wq_document *doc);
/* Bytes at the end of the text in which nothing was looked for: 0 but for a text of more than 2 MiB, which is no article. */
WQ_API uint64_t wq_document_uncoded(const wq_document *doc);
WQ_API const wq_event *wq_document_events(const wq_document *doc, uint32_t *n);
WQ_API const wq_timex *wq_document_times(const wq_document *doc, uint32_t *n);
WQ_API const wq_quote *wq_document_quotes(const wq_document *doc, uint32_t *n);

/* ---- writing --------------------------------------------------------------- */

typedef enum wq_format {
    WQ_FORMAT_DOCUMENT, /* the annotated document, one line of JSON */
    WQ_FORMAT_EVENTS,   /* its events, one line of JSON each */
    WQ_FORMAT_CSV,      /* its events as CSV rows (RFC 4180, LF) without the header */
    WQ_FORMAT_TSV,      /* the same parted by tabs */
    WQ_FORMAT_EXCEL,    /* the same for spreadsheets (rows.h) */
    WQ_FORMAT_TABLE,    /* its events for a terminal: Arabic cells isolated (FSI, PDI) */
    WQ_FORMAT_EXPLAIN,  /* every stage's result, in the notation of the test cases */
    WQ_FORMAT_CASE,     /* events alone in that notation */
    WQ_FORMAT_TIMES,    /* time expressions, one line of JSON each */
    WQ_FORMAT_TIMEML, /* the text with its time expressions in place: a TimeML element, UTF-8 */
    WQ_FORMAT_TIMES_TABLE, /* time expressions for a terminal */
    WQ_FORMAT_ACTORS,      /* who appears in it (who.h), one line of JSON each */
    WQ_FORMAT_ACTORS_CSV,  /* the same as CSV rows without the header */
    WQ_FORMAT_ACTORS_TSV,
    WQ_FORMAT_ACTORS_EXCEL,
    WQ_FORMAT_ACTORS_TABLE, /* the same for a terminal */
    WQ_FORMAT_TIMES_CSV,    /* time expressions as CSV rows without the header */
    WQ_FORMAT_TIMES_TSV,
    WQ_FORMAT_TIMES_EXCEL
} wq_format;

/* The result is empty (p == NULL) where memory ran out.  With no events, _EVENTS, _CSV and
 * _TABLE give an empty text, and so do _TIMES and _TIMES_TABLE without time expressions.   */
WQ_API wq_text wq_document_write(const wq_document *doc, wq_format format);

/* What stands once before the rows of a format of CSV or TSV: the names of its columns.  Empty for other
 * formats, and where memory ran out.                                                                 */
WQ_API wq_text wq_format_header(wq_format format);

/* ---- calendars -------------------------------------------------------------- */

typedef enum wq_calendar { WQ_GREGORIAN, WQ_HIJRI, WQ_PERSIAN } wq_calendar;

typedef struct wq_date {
    int year, month, day; /* from 1; all 0: the calendar does not reach that far */
} wq_date;

/* A day in three calendars: Gregorian (proleptic), Hijri (Umm al-Qura as ICU has it, which reaches
 * from 1300 to 1600 AH, the civil rule outside), Persian solar.                                  */
typedef struct wq_day {
    wq_date date[3];     /* by wq_calendar */
    wq_calendar written; /* the calendar it was given in */
    int weekday;         /* ISO: 1 Monday .. 7 Sunday */
    int week_year, week; /* ISO week */
    int tolerance; /* days by which the Hijri date, or what follows from it, may be off: 0
                          * where the calendar of Saudi Arabia has it (1356 to 1500 AH), else 1.
                          * Countries that go by sight of the moon may differ by one day anyway. */
} wq_day;

/* Reads one day: "2015-07-07", "20 رمضان 1436", "16 تير 1394", "الثلاثاء 7 يوليو 2015", "1394-04-16 SH";
 * figures with a year from 1300 to 1500 are Hijri unless an era (هـ ش, SH) says otherwise.
 * Fails with WQ_E_USE where `text` is no day or more than one.                                     */
WQ_API WQ_NODISCARD wq_status wq_day_read(const wq_engine *engine, wq_str text, wq_day *out,
                                          wq_error *err);
/* Four lines: the day in each calendar, in figures and in Arabic, and its ISO week; empty (p == NULL)
 * where memory ran out.                                                                            */
WQ_API wq_text wq_day_write(const wq_engine *engine, const wq_day *day);

#ifdef __cplusplus
}
#endif
#endif

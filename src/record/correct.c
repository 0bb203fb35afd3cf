/* Corrections as a file: read, kept, written out again.  docs/record.md describes the format. */
#include <stdlib.h>

#include "base/tsv.h"
#include "base/utf8.h"
#include "calendar/calendar.h"
#include "record/overlay.h"

static const char *const HEADER = "verb\tsubject\tfield\tvalue\tnote\n";
static const char *const STATUSES = "occurred ongoing planned proposed denied hypothetical";
enum { COLUMNS = 5, EVENT_ID = 16 };

typedef struct reading {
    wq_record *r;
    tsv_row row;
    int column[COLUMNS]; /* verb subject field value note */
    wq_error *err;
} reading;

enum { VERB, SUBJECT, FIELD, VALUE, NOTE };

static wq_str cell(const reading *x, int which)
{
    return x->row.cell[x->column[which]];
}

static wq_status refuse(const reading *x, const char *what, wq_str found)
{
    return fail(x->err, WQ_E_FORMAT, x->row.line, "%.*s:%u: %s, found \"%.*s\"",
                (int)(x->row.file.n < 150 ? x->row.file.n : 150), x->row.file.p,
                x->row.line, what, (int)(found.n < 80 ? found.n : 80), found.p);
}

/* ---- what a line may say -------------------------------------------------------------------------- */

bool correction_of_event(wq_str subject)
{
    for (size_t i = 0; i < subject.n; i++)
        if (!((subject.p[i] >= '0' && subject.p[i] <= '9') ||
              (subject.p[i] >= 'a' && subject.p[i] <= 'f')))
            return false;
    return subject.n == EVENT_ID;
}

static bool is_word_of(const char *list, wq_str word)
{
    wq_str all = str_of(list);
    for (wq_str one; all.n && str_next(&all, ' ', &one);)
        if (str_eq(one, word))
            return true;
    return false;
}

static wq_status exists(reading *x, const char *sql, wq_str value, bool *found)
{
    db_query q;
    wq_status st = db_prepare(x->r, sql, &q, x->err);
    if (st != WQ_OK)
        return st;
    db_bind_text(&q, 1, value);
    st = db_step(&q, x->err);
    *found = st == WQ_OK;
    db_finish(&q);
    return st == WQ_END ? WQ_OK : st;
}

static wq_status check_known(reading *x, const char *sql, const char *want)
{
    bool found = false;
    wq_status st = exists(x, sql, cell(x, VALUE), &found);
    return st != WQ_OK || found ? st : refuse(x, want, cell(x, VALUE));
}

static wq_status check_recode(reading *x)
{
    wq_str field = cell(x, FIELD), value = cell(x, VALUE);
    calendar_stamp day;
    if (!correction_of_event(cell(x, SUBJECT)))
        return refuse(x, "recode wants an event (16 hex digits)", cell(x, SUBJECT));
    if (str_eq(field, STR("type")))
        return check_known(x, "SELECT 1 FROM plover_type WHERE code = ?1",
                           "want a PLOVER type");
    if (str_eq(field, STR("status")))
        return is_word_of(STATUSES, value) ? WQ_OK : refuse(x, "want a status", value);
    if (value.n == 0 && is_word_of("mode date place", field))
        return WQ_OK; /* not known */
    if (str_eq(field, STR("mode")))
        return check_known(x, "SELECT 1 FROM plover_mode WHERE code = ?1",
                           "want a PLOVER mode");
    if (str_eq(field, STR("date")))
        return value.n == 10 && calendar_parse_iso(value, &day)
                   ? WQ_OK
                   : refuse(x, "want a day YYYY-MM-DD", value);
    if (str_eq(field, STR("place")))
        return check_known(x, "SELECT 1 FROM place WHERE name = ?1",
                           "want the name of a place in the record");
    return refuse(x, "recode knows the fields type, mode, status, date, place", field);
}

static wq_status check_merge(reading *x)
{
    wq_str a = cell(x, SUBJECT), b = cell(x, VALUE);
    if (!b.n || str_eq(a, b))
        return refuse(x, "merge wants a second id as its value", b);
    if (correction_of_event(a) != correction_of_event(b))
        return refuse(x, "merge wants two events, or two actors", b);
    return WQ_OK;
}

static wq_status check(reading *x)
{
    wq_str verb = cell(x, VERB), subject = cell(x, SUBJECT);
    if (!subject.n)
        return refuse(x, "want an id as the subject", subject);
    if (str_eq(verb, STR("recode")))
        return check_recode(x);
    if (str_eq(verb, STR("merge")))
        return check_merge(x);
    if (str_eq(verb, STR("split")))
        return correction_of_event(subject)
                   ? WQ_OK
                   : refuse(x, "split wants a mention (16 hex digits)", subject);
    if (str_eq(verb, STR("rename")))
        return correction_of_event(subject) || !cell(x, VALUE).n
                   ? refuse(x, "rename wants an actor and a name", subject)
                   : WQ_OK;
    if (str_eq(verb, STR("reject")))
        return !cell(x, FIELD).n || str_eq(cell(x, FIELD), STR("mention"))
                   ? WQ_OK
                   : refuse(x, "reject knows the field mention", cell(x, FIELD));
    return refuse(x, "want merge, split, recode, reject or rename", verb);
}

/* ---- reading ------------------------------------------------------------------------------------------ */

static wq_status find_columns(reading *x, const tsv_row *header)
{
    static const char *const name[COLUMNS] = { "verb", "subject", "field", "value",
                                               "note" };
    for (int i = 0; i < COLUMNS; i++) {
        x->column[i] = tsv_column(header, name[i]);
        if (x->column[i] < 0)
            return fail(x->err, WQ_E_FORMAT, header->line, "%.*s:%u: no column %s",
                        (int)(header->file.n < 150 ? header->file.n : 150), header->file.p,
                        header->line, name[i]);
    }
    return WQ_OK;
}

static void bind_known(db_query *q, int n, wq_str s)
{
    db_bind_text(q, n, s.n ? s : (wq_str){ NULL, 0 });
}

static wq_status add_row(reading *x, db_query *q, uint32_t n)
{
    wq_status st = check(x);
    if (st != WQ_OK)
        return st;
    db_bind_int(q, 1, n);
    for (int i = 0; i < COLUMNS; i++)
        bind_known(q, i + 2, cell(x, i));
    return db_exec(q, x->err);
}

static wq_status read_rows(reading *x, tsv_reader *in, uint32_t *n)
{
    db_query q;
    wq_status st =
        db_prepare(x->r,
                   "INSERT INTO correction (n, verb, subject, field, value, note) "
                   "VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                   &q, x->err);
    *n = 0;
    while (st == WQ_OK && (st = tsv_next(in, &x->row, x->err)) == WQ_OK)
        st = add_row(x, &q, ++*n);
    db_finish(&q);
    return st == WQ_END ? WQ_OK : st;
}

wq_status corrections_read(wq_record *r, wq_str text, const char *name, uint32_t *n,
                           wq_error *err)
{
    reading x = { .r = r, .err = err };
    tsv_reader in;
    size_t valid = utf8_valid_prefix(text);
    if (valid != text.n)
        return fail(err, WQ_E_FORMAT, valid, "%.150s: byte %zu is no UTF-8", name, valid);
    wq_status st = tsv_open(&in, str_of(name), text, err);
    if (st == WQ_OK)
        st = find_columns(&x, &in.header);
    return st == WQ_OK ? read_rows(&x, &in, n) : st;
}

/* All or nothing: a wrong line leaves the record as it was. */
wq_status wq_record_correct(wq_record *record, wq_str text, const char *name, uint32_t *n,
                            wq_error *err)
{
    uint32_t rows = 0;
    if (record->mode == WQ_RECORD_READ)
        return fail(err, WQ_E_USE, 0, "%.200s: was opened for reading", record->path);
    wq_status st = record_batch(record, err);
    if (st == WQ_OK)
        st = overlay_undo(record, err);
    if (st == WQ_OK)
        st = db_run(record, "DELETE FROM correction", err);
    if (st == WQ_OK)
        st = corrections_read(record, text, name, &rows, err);
    if (st != WQ_OK) {
        record_roll_back(record);
        return st;
    }
    st = wq_record_end(record, err);
    if (st == WQ_OK && n)
        *n = rows;
    return st;
}

/* ---- writing --------------------------------------------------------------------------------------------- */

wq_status wq_record_corrections(wq_record *record, wq_text *out, wq_error *err)
{
    buf b = { 0 };
    db_query q;
    wq_status st =
        db_prepare(record,
                   "SELECT verb, subject, ifnull(field, '-'), ifnull(value, '-'), "
                   "ifnull(note, '-') FROM correction ORDER BY n",
                   &q, err);
    buf_str(&b, str_of(HEADER));
    while (st == WQ_OK && (st = db_step(&q, err)) == WQ_OK)
        for (int i = 0; i < COLUMNS; i++) {
            buf_str(&b, db_text(&q, i));
            buf_char(&b, i + 1 < COLUMNS ? '\t' : '\n');
        }
    db_finish(&q);
    buf_char(&b, '\0');
    if (st == WQ_END && b.failed)
        st = fail(err, WQ_E_NOMEM, 0, "out of memory");
    if (st != WQ_END) {
        buf_fini(&b);
        return st;
    }
    *out = (wq_text){ b.p, b.n - 1 };
    return WQ_OK;
}

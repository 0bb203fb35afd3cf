#include "answer.h"

#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "run.h"
#include "store.h"

enum { MOST = 1000000000 };

unsigned output_columns(const args *a)
{
    struct winsize w;
    if (a->value[OPT_OUTPUT] || ioctl(STDOUT_FILENO, TIOCGWINSZ, &w) != 0)
        return 0;
    return w.ws_col;
}

/* ---- what was asked --------------------------------------------------------------------------- */

static bool read_count(const args *a, option_id id, unsigned *out)
{
    const char *value = a->value[id];
    if (!value)
        return true;
    char *end;
    long n = strtol(value, &end, 10);
    if (end == value || *end || n < 1 || n > MOST) {
        usage(a->command, "--%s takes a number from 1, not '%s'", options[id].name, value);
        return false;
    }
    *out = (unsigned)n;
    return true;
}

static bool read_share(const args *a, option_id id, double *out)
{
    const char *value = a->value[id];
    if (!value)
        return true;
    char *end;
    double x = strtod(value, &end);
    if (end == value || *end || !(x >= 0 && x <= 1)) {
        usage(a->command, "--%s takes a number from 0 to 1, not '%s'", options[id].name,
              value);
        return false;
    }
    *out = x;
    return true;
}

static bool read_filter(const args *a, wq_filter *f)
{
    *f = (wq_filter){
        .between = { a->value[OPT_BETWEEN], a->second[OPT_BETWEEN] },
        .actor = a->value[OPT_ACTOR],
        .types = a->value[OPT_TYPE],
        .modes = a->value[OPT_MODE],
        .statuses = a->value[OPT_STATUS],
        .since = a->value[OPT_SINCE],
        .until = a->value[OPT_UNTIL],
        .place = a->value[OPT_PLACE],
        .source = a->value[OPT_SOURCE],
        .panel = a->given[OPT_PANEL],
    };
    return read_count(a, OPT_MIN_REPORTS, &f->min_reports) &&
           read_share(a, OPT_MIN_CONFIDENCE, &f->min_confidence) &&
           read_count(a, OPT_LIMIT, &f->limit);
}

static bool excel_fits(const args *a)
{
    const char *format = a->value[OPT_FORMAT];
    if (!a->given[OPT_EXCEL] || !format || strcmp(format, "csv") == 0)
        return true;
    usage(a->command, "--excel goes with the format csv, not with '%s'", format);
    return false;
}

int answer_open(answer *w, const args *a)
{
    *w = (answer){ .a = a, .out.fd = -1 };
    if (!read_filter(a, &w->filter) || !excel_fits(a))
        return EXIT_USAGE;
    if (wq_record_open(record_path(a), WQ_RECORD_READ, &w->record, &w->err) != WQ_OK)
        return complain("%s", w->err.text);
    char *inputs[] = { (char *)record_path(a) };
    if (output_open(&w->out, a->value[OPT_OUTPUT], inputs, 1))
        return EXIT_FINE;
    wq_record_close(w->record);
    return EXIT_FAILED;
}

/* ---- what comes out ------------------------------------------------------------------------------- */

int answer_sink(void *out, const char *p, size_t n)
{
    return output_add(out, p, n);
}

wq_rows_format rows_format(const char *name)
{
    static const struct {
        const char *name;
        wq_rows_format format;
    } formats[] = { { "table", WQ_ROWS_TABLE }, { "records", WQ_ROWS_RECORDS },
                    { "jsonl", WQ_ROWS_JSONL }, { "json", WQ_ROWS_JSON },
                    { "csv", WQ_ROWS_CSV },     { "tsv", WQ_ROWS_TSV } };
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
        if (strcmp(formats[i].name, name) == 0)
            return formats[i].format;
    return WQ_ROWS_JSONL;
}

wq_status answer_write(answer *w, wq_rows *rows, uint64_t *written)
{
    const wq_layout layout = { .format = rows_format(default_format(w->a)),
                               .width = output_columns(w->a),
                               .excel = w->a->given[OPT_EXCEL] };
    wq_status st = wq_rows_write(rows, &layout, answer_sink, &w->out, written, &w->err);
    wq_rows_free(rows);
    return st;
}

/* Where output failed, closing it says so. */
int answer_close(answer *w, wq_status st)
{
    bool failed = w->out.failed != 0;
    bool written = output_close(&w->out);
    wq_record_close(w->record);
    if (st == WQ_E_USE)
        return usage(w->a->command, "%s", w->err.text);
    if (st != WQ_OK && !failed)
        return complain("%s", w->err.text);
    return written ? EXIT_FINE : EXIT_FAILED;
}

int answer_command(const args *a, answer_rows *ask)
{
    answer w;
    int status = answer_open(&w, a);
    if (status != EXIT_FINE)
        return status;
    wq_rows *rows;
    uint64_t written = 0;
    wq_status st = ask(&w, &rows);
    if (st == WQ_OK)
        st = answer_write(&w, rows, &written);
    if (st == WQ_OK && written == 0 && isatty(STDERR_FILENO) && !a->given[OPT_QUIET])
        complain("nothing found");
    return answer_close(&w, st);
}

/* waqai show: all that the record knows of an event. */
#include <string.h>
#include <unistd.h>

#include "answer.h"
#include "run.h"

/* ---- for people: a heading and rows for every part that has any ------------------------------- */

typedef struct heading {
    output *out;
    const char *name; /* not yet written, or NULL */
} heading;

static int headed(void *to, const char *p, size_t n)
{
    heading *h = to;
    if (h->name) {
        char line[64];
        snprintf(line, sizeof line, "-- %s\n", h->name);
        output_add(h->out, line, strlen(line));
        h->name = NULL;
    }
    return answer_sink(h->out, p, n);
}

static wq_status show_page(answer *w, const char *id, wq_part_of_event part)
{
    wq_rows *rows;
    wq_status st = wq_show(w->record, id, part, &rows, &w->err);
    if (st != WQ_OK)
        return st;
    bool lines = part == WQ_EVENT || part == WQ_MENTIONS;
    wq_layout layout = { .format = lines ? WQ_ROWS_RECORDS : WQ_ROWS_TABLE,
                         .width = output_columns(w->a) };
    heading h = { &w->out, part == WQ_EVENT ? NULL : wq_part_name(part) };
    uint64_t n;
    st = wq_rows_write(rows, &layout, headed, &h, &n, &w->err);
    wq_rows_free(rows);
    if (st == WQ_OK && n && !lines)
        output_add(&w->out, "\n", 1);
    return st;
}

/* ---- for programs: one object ---------------------------------------------------------------------- */

/* Texts of JSON hold no line feeds, so all that there are lie between values. */
static int on_one_line(void *out, const char *p, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (p[i] != '\n' && !output_add(out, p + i, 1))
            return 0;
    return 1;
}

static wq_status show_json(answer *w, const char *id, wq_part_of_event part)
{
    wq_rows *rows;
    wq_status st = wq_show(w->record, id, part, &rows, &w->err);
    if (st != WQ_OK)
        return st;
    char key[64];
    snprintf(key, sizeof key, "%c\"%s\":", part == WQ_EVENT ? '{' : ',',
             wq_part_name(part));
    wq_layout layout = { .format = part == WQ_EVENT ? WQ_ROWS_JSONL : WQ_ROWS_JSON };
    output_add(&w->out, key, strlen(key));
    st = wq_rows_write(rows, &layout, on_one_line, &w->out, NULL, &w->err);
    wq_rows_free(rows);
    if (part + 1 == WQ_PARTS_OF_EVENT)
        output_add(&w->out, "}\n", 2);
    return st;
}

/* ---- */

static wq_status show_mentions(answer *w, const char *id)
{
    wq_rows *rows;
    wq_status st = wq_show(w->record, id, WQ_MENTIONS, &rows, &w->err);
    return st == WQ_OK ? answer_write(w, rows, NULL) : st;
}

static wq_status show(answer *w, const char *id)
{
    const char *format = default_format(w->a);
    if (strcmp(format, "csv") == 0 || strcmp(format, "tsv") == 0)
        return show_mentions(w, id);
    bool page = strcmp(format, "table") == 0;
    wq_status st = WQ_OK;
    for (int part = 0; st == WQ_OK && part < WQ_PARTS_OF_EVENT; part++)
        st = page ? show_page(w, id, (wq_part_of_event)part)
                  : show_json(w, id, (wq_part_of_event)part);
    return st;
}

int cmd_show(const args *a)
{
    answer w;
    int status = answer_open(&w, a);
    if (status != EXIT_FINE)
        return status;
    return answer_close(&w, show(&w, a->operands[0]));
}

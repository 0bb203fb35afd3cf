/* waqai correct: corrections in and out. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include <waqai/record.h>

#include "store.h"

enum { MOST = 64 * 1024 * 1024 };

/* The whole file; NULL with a message. */
static char *read_file(const char *path, size_t *n)
{
    FILE *f = strcmp(path, "-") == 0 ? stdin : fopen(path, "rb");
    size_t cap = 1 << 16;
    char *text = f ? malloc(cap) : NULL;
    *n = 0;
    for (size_t got; text && (got = fread(text + *n, 1, cap - *n, f)) > 0;) {
        *n += got;
        char *more = *n < cap ? text : cap < MOST ? realloc(text, cap *= 2) : NULL;
        if (!more)
            free(text);
        text = more;
    }
    if (!text || ferror(f)) {
        complain("%s: %s", path, text || !f ? strerror(errno) : "too large");
        free(text);
        text = NULL;
    }
    if (f && f != stdin)
        fclose(f);
    return text;
}

static int print_corrections(wq_record *record)
{
    wq_error err;
    wq_text out;
    if (wq_record_corrections(record, &out, &err) != WQ_OK)
        return complain("%s", err.text);
    bool written = fwrite(out.p, 1, out.n, stdout) == out.n && fflush(stdout) == 0;
    wq_text_free(&out);
    return written ? EXIT_FINE : complain("standard output: can't be written");
}

static int lay_over(wq_record *record, const char *path)
{
    wq_error err;
    size_t n;
    char *text = read_file(path, &n);
    if (!text)
        return EXIT_FAILED;
    wq_status st = wq_record_correct(record, (wq_str){ text, n }, path, NULL, &err);
    free(text);
    return st == WQ_OK ? EXIT_FINE : complain("%s", err.text);
}

int cmd_correct(const args *a)
{
    wq_record *record;
    wq_error err;
    bool reading = a->n_operands == 0;
    if (wq_record_open(record_path(a), reading ? WQ_RECORD_READ : WQ_RECORD_WRITE, &record,
                       &err) != WQ_OK)
        return complain("%s", err.text);
    int status = reading ? print_corrections(record) : lay_over(record, a->operands[0]);
    wq_record_close(record);
    return status;
}

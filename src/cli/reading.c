#include "reading.h"

#include <string.h>
#include <sys/stat.h>
#include <time.h>

#include "memory.h"

enum { PATIENCE_MS = 300, STEP_MS = 5 };

/* Bytes of all operands, where each is a file. */
static uint64_t total_size(const args *a)
{
    uint64_t total = 0;
    for (int i = 0; i < a->n_operands; i++) {
        struct stat st;
        if (stat(a->operands[i], &st) == 0 && !S_ISREG(st.st_mode))
            return 0;
        total += (uint64_t)st.st_size;
    }
    return total;
}

static void note_progress(reading *r, const wq_reader *reader, uint64_t before)
{
    uint64_t done, total;
    wq_reader_progress(reader, &done, &total);
    pthread_mutex_lock(&r->lock);
    r->done = before + done;
    if (r->a->n_operands == 1)
        r->total = total;
    pthread_mutex_unlock(&r->lock);
}

static void note_skipped(reading *r, const wq_reader *reader)
{
    const char *why;
    uint64_t n;
    pthread_mutex_lock(&r->lock);
    for (unsigned i = 0; (n = wq_reader_skipped(reader, i, &why)) != 0; i++)
        tally_add(&r->skipped, why, n);
    pthread_mutex_unlock(&r->lock);
}

/* ---- an operand -------------------------------------------------------------------------------- */

/* False where the pool was stopped. */
static bool read_all(reading *r, wq_reader *reader)
{
    uint64_t before = r->done;
    wq_page *page;
    wq_error err;
    wq_status st;
    bool going = true;
    while (going && (st = wq_reader_next(reader, &page, &err)) != WQ_END) {
        note_progress(r, reader, before);
        if (st == WQ_OK && r->to && store_knows(r->to, page))
            wq_page_free(page);
        else
            going = st == WQ_OK ? pool_put(r->out, page) : pool_put_failure(r->out, &err);
    }
    note_progress(r, reader, before);
    return going;
}

static bool read_path(reading *r, const char *path)
{
    const char *output = r->to ? r->to->path : r->a->value[OPT_OUTPUT];
    wq_reader_options how = { .published = r->a->value[OPT_PUBLISHED],
                              .except = output && strcmp(output, "-") != 0
                                            ? output
                                            : "/dev/stdout" };
    wq_reader *reader;
    wq_error err;
    if (wq_reader_open(path, &how, &reader, &err) != WQ_OK)
        return pool_put_failure(r->out, &err);
    bool going = read_all(r, reader);
    note_skipped(r, reader);
    wq_reader_close(reader);
    return going;
}

/* "page.html": something short and Latin after the last dot, and no space. */
static bool looks_like_file(const char *operand)
{
    const char *dot = strrchr(operand, '.');
    size_t n = dot ? strspn(dot + 1, "abcdefghijklmnopqrstuvwxyz0123456789") : 0;
    return n >= 2 && n <= 5 && dot[1 + n] == '\0' && !strchr(operand, ' ');
}

/* A missing file is reported as such where the operand can't well be a sentence. */
static bool is_sentence(const char *operand)
{
    struct stat st;
    if (strcmp(operand, "-") == 0 || stat(operand, &st) == 0 || looks_like_file(operand))
        return false;
    for (const char *p = operand; *p; p++)
        if (*p == ' ' || (unsigned char)*p >= 0x80)
            return true;
    return false;
}

static bool read_sentence(reading *r, const char *text)
{
    wq_page *page;
    wq_error err;
    wq_status st = wq_page_new((wq_str){ text, strlen(text) }, "sentence",
                               r->a->value[OPT_PUBLISHED], &page, &err);
    return st == WQ_OK ? pool_put(r->out, page) : pool_put_failure(r->out, &err);
}

/* ---- the thread ---------------------------------------------------------------------------------- */

static void *run(void *arg)
{
    reading *r = arg;
    bool going = true;
    memory_large_pages(30);
    for (int i = 0; going && i < r->a->n_operands; i++) {
        const char *operand = r->a->operands[i];
        going = r->sentences && is_sentence(operand) ? read_sentence(r, operand)
                                                     : read_path(r, operand);
    }
    pool_end(r->out);
    pthread_mutex_lock(&r->lock);
    r->finished = true;
    pthread_mutex_unlock(&r->lock);
    return NULL;
}

static bool is_finished(reading *r)
{
    pthread_mutex_lock(&r->lock);
    bool finished = r->finished;
    pthread_mutex_unlock(&r->lock);
    return finished;
}

bool reading_start(reading *r)
{
    pthread_mutex_init(&r->lock, NULL);
    r->total = total_size(r->a);
    return pthread_create(&r->thread, NULL, run, r) == 0;
}

void reading_progress(reading *r, uint64_t *done, uint64_t *total)
{
    pthread_mutex_lock(&r->lock);
    *done = r->done;
    *total = r->total;
    pthread_mutex_unlock(&r->lock);
}

bool reading_join(reading *r, bool stopped)
{
    const struct timespec step = { .tv_nsec = (long)STEP_MS * 1000000 };
    for (int ms = 0; stopped && !is_finished(r); ms += STEP_MS) {
        if (ms > PATIENCE_MS)
            return false;
        nanosleep(&step, NULL);
    }
    pthread_join(r->thread, NULL);
    pthread_mutex_destroy(&r->lock);
    return true;
}

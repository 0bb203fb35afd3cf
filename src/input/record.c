/* Records: pages with what their container said of them, each in one block of memory. */
#include "input/record.h"

#include <stdlib.h>

#include "input/date.h"
#include "input/reader.h"

/* Every slice of a record. */
static void slices(wq_record *r, wq_str *each[static 11])
{
    wq_str *all[11] = { &r->bytes,     &r->name,    &r->content_type,     &r->url,
                        &r->id,        &r->title,   &r->outlet,           &r->byline,
                        &r->published, &r->crawled, &r->published_default };
    memcpy(each, all, sizeof all);
}

/* One allocation for all: a record of many small ones would cost several times the page. */
static void copy_slices(wq_record *r)
{
    wq_str *each[11];
    slices(r, each);
    size_t total = 0;
    for (int i = 0; i < 11; i++)
        total += each[i]->p ? each[i]->n + 1 : 0;
    char *to = arena_alloc(&r->mem, total + 1);
    for (int i = 0; i < 11; i++) {
        if (!each[i]->p)
            continue;
        if (each[i]->n)
            memcpy(to, each[i]->p, each[i]->n);
        each[i]->p = to;
        to += each[i]->n + 1;
    }
}

wq_status record_make(const wq_record *filled, wq_record **out, wq_error *err)
{
    wq_record *r = malloc(sizeof *r);
    if (!r)
        return fail(err, WQ_E_NOMEM, 0, "out of memory");
    *r = *filled;
    jmp_buf full;
    arena_init(&r->mem, SIZE_MAX / 2);
    r->mem.full = &full;
    if (setjmp(full)) {
        wq_record_free(r);
        return fail(err, WQ_E_NOMEM, 0, "out of memory");
    }
    copy_slices(r);
    r->mem.full = NULL;
    *out = r;
    return WQ_OK;
}

void wq_record_free(wq_record *record)
{
    if (!record)
        return;
    arena_fini(&record->mem);
    free(record);
}

wq_str wq_record_name(const wq_record *record)
{
    return record->name;
}

size_t wq_record_size(const wq_record *record)
{
    return record->bytes.n;
}

/* ---- from memory ------------------------------------------------------------------ */

wq_status wq_record_new(wq_str bytes, const char *name, const char *published,
                        wq_record **out, wq_error *err)
{
    if (published && !date_is_iso(published))
        return fail(err, WQ_E_USE, 0, "not a date (YYYY-MM-DD): %s", published);
    wq_str text = str_trim(
        str_starts(bytes, STR("\xef\xbb\xbf")) ? str_sub(bytes, 3, bytes.n) : bytes);
    sniffed kind = sniff(bytes, true, NULL);
    wq_record filled = { .kind = RECORD_PAGE, .bytes = bytes, .name = str_of(name) };
    if (kind == SNIFF_JSON_LINES || (kind == SNIFF_JSON_VALUES && text.p[0] == '{')) {
        filled.kind = RECORD_JSON;
        filled.bytes = text;
    }
    if (!filled.bytes.p)
        filled.bytes.p = "";
    if (published)
        filled.published_default = str_of(published);
    return record_make(&filled, out, err);
}

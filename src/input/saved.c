/* Records: pages with what their container said of them, each in one block of memory. */
#include "input/saved.h"

#include <stdlib.h>

#include "input/date.h"
#include "input/reader.h"

/* Every slice of a saved. */
static void slices(wq_page *r, wq_str *each[static 11])
{
    wq_str *all[11] = { &r->bytes,     &r->name,    &r->content_type,     &r->url,
                        &r->id,        &r->title,   &r->outlet,           &r->byline,
                        &r->published, &r->crawled, &r->published_default };
    memcpy(each, all, sizeof all);
}

/* One allocation for all: a saved of many small ones would cost several times the page. */
static void copy_slices(wq_page *r)
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

wq_status record_make(const wq_page *filled, wq_page **out, wq_error *err)
{
    wq_page *r = malloc(sizeof *r);
    if (!r)
        return fail(err, WQ_E_NOMEM, 0, "out of memory");
    *r = *filled;
    jmp_buf full;
    arena_init(&r->mem, SIZE_MAX / 2);
    r->mem.full = &full;
    if (setjmp(full)) {
        wq_page_free(r);
        return fail(err, WQ_E_NOMEM, 0, "out of memory");
    }
    copy_slices(r);
    r->mem.full = NULL;
    *out = r;
    return WQ_OK;
}

void wq_page_free(wq_page *saved)
{
    if (!saved)
        return;
    arena_fini(&saved->mem);
    free(saved);
}

wq_str wq_page_name(const wq_page *saved)
{
    return saved->name;
}

size_t wq_page_size(const wq_page *saved)
{
    return saved->bytes.n;
}

/* ---- from memory ------------------------------------------------------------------ */

wq_status wq_page_new(wq_str bytes, const char *name, const char *published, wq_page **out,
                      wq_error *err)
{
    if (published && !date_is_iso(published))
        return fail(err, WQ_E_USE, 0, "not a date (YYYY-MM-DD): %s", published);
    wq_str text = str_trim(
        str_starts(bytes, STR("\xef\xbb\xbf")) ? str_sub(bytes, 3, bytes.n) : bytes);
    sniffed kind = sniff(bytes, true, NULL);
    wq_page filled = { .kind = SAVED_PAGE, .bytes = bytes, .name = str_of(name) };
    if (kind == SNIFF_JSON_LINES || (kind == SNIFF_JSON_VALUES && text.p[0] == '{')) {
        filled.kind = SAVED_JSON;
        filled.bytes = text;
    }
    if (!filled.bytes.p)
        filled.bytes.p = "";
    if (published)
        filled.published_default = str_of(published);
    return record_make(&filled, out, err);
}

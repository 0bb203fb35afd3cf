/* The public functions of folding. */
#include <stdlib.h>

#include "base/utf8.h"
#include "script/fold.h"

static wq_status check_utf8(wq_str in, wq_error *err)
{
    size_t valid = utf8_valid_prefix(in);
    if (valid == in.n)
        return WQ_OK;
    return fail(err, WQ_E_FORMAT, valid, "want UTF-8, found another byte at %zu", valid);
}

wq_status wq_fold_at(wq_str in, wq_fold_level level, wq_text *out, wq_error *err)
{
    wq_status st = check_utf8(in, err);
    if (st != WQ_OK)
        return st;
    char *p = malloc(in.n * FOLD_GROWTH + 1);
    if (!p)
        return fail(err, WQ_E_NOMEM, 0, "out of memory");
    size_t n = fold_into(in, level == WQ_FOLD_NORM ? FOLD_NORM : FOLD_FULL, p);
    p[n] = '\0';
    *out = (wq_text){ p, n };
    return WQ_OK;
}

wq_status wq_fold(wq_str in, wq_text *out, wq_error *err)
{
    return wq_fold_at(in, WQ_FOLD_FULL, out, err);
}

static uint32_t *copy(const uint32_t *from, size_t n)
{
    uint32_t *to = malloc(n * sizeof *to);
    if (to)
        memcpy(to, from, n * sizeof *to);
    return to;
}

void wq_fold_map_free(wq_fold_map *map)
{
    if (!map)
        return;
    free(map->text.p);
    free(map->original);
    free(map->folded);
    *map = (wq_fold_map){ .original = NULL };
}

static wq_status give_map(const fold_map *m, wq_fold_map *out, wq_error *err)
{
    char *p = malloc(m->text.n + 1);
    wq_fold_map got = { .text = { p, m->text.n },
                        .n_folded = m->n_text,
                        .n_original = m->n_original };
    got.original = copy(m->original, (size_t)m->n_text + 1);
    got.folded = copy(m->folded, (size_t)m->n_original + 1);
    if (!p || !got.original || !got.folded) {
        wq_fold_map_free(&got);
        return fail(err, WQ_E_NOMEM, 0, "out of memory");
    }
    if (m->text.n)
        memcpy(p, m->text.p, m->text.n);
    p[m->text.n] = '\0';
    *out = got;
    return WQ_OK;
}

wq_status wq_fold_mapped(wq_str in, wq_fold_level level, wq_fold_map *out, wq_error *err)
{
    arena a;
    jmp_buf full;
    wq_status st = check_utf8(in, err);
    if (st != WQ_OK)
        return st;
    arena_init(&a, SIZE_MAX / 4);
    a.full = &full;
    if (setjmp(full)) {
        arena_fini(&a);
        return fail(err, WQ_E_NOMEM, 0, "out of memory");
    }
    fold_map m = fold_mapped(&a, in, level == WQ_FOLD_NORM ? FOLD_NORM : FOLD_FULL);
    st = give_map(&m, out, err);
    arena_fini(&a);
    return st;
}

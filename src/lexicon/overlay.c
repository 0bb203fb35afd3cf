/* A user's own rows over the built-in ones: compiled anew at run time by the same compiler. */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "base/utf8.h"
#include "lexicon/compile.h"
#include "lexicon/files.h"
#include "lexicon/image.h"

enum { MAX_DEPTH = 3, MAX_FILE = 64 * 1024 * 1024 };

wq_status files_read(arena *a, const char *path, wq_str *out, wq_error *err)
{
    FILE *f = fopen(path, "rb");
    if (!f)
        return fail(err, WQ_E_IO, 0, "%s: can't open it", path);
    struct stat st;
    if (fstat(fileno(f), &st) != 0 || st.st_size > MAX_FILE) {
        fclose(f);
        return fail(err, WQ_E_LIMIT, 0, "%s: larger than %d bytes", path, MAX_FILE);
    }
    char *p = arena_alloc(a, (size_t)st.st_size + 1);
    size_t n = fread(p, 1, (size_t)st.st_size, f);
    fclose(f);
    *out = (wq_str){ p, n };
    return WQ_OK;
}

/* ---- a folder ---- */

typedef struct walker {
    arena *mem;
    files_visit *visit;
    void *ctx;
} walker;

static int not_hidden(const struct dirent *d)
{
    return d->d_name[0] != '.';
}

static int by_bytes(const struct dirent **a, const struct dirent **b)
{
    return strcmp((*a)->d_name,
                  (*b)->d_name); /* not alphasort(), which follows the locale */
}

static wq_status walk(const walker *w, const char *dir, const char *below, int depth,
                      wq_error *err);

static wq_status enter(const walker *w, const char *dir, const char *below,
                       const char *name, int depth, wq_error *err)
{
    wq_str path = arena_printf(w->mem, "%s/%s", dir, name);
    wq_str inner = arena_printf(w->mem, "%s%s%s", below, *below ? "/" : "", name);
    struct stat st;
    wq_str text;
    if (stat(path.p, &st) != 0)
        return fail(err, WQ_E_IO, 0, "%s: can't read it", path.p);
    if (S_ISDIR(st.st_mode))
        return depth < MAX_DEPTH ? walk(w, path.p, inner.p, depth + 1, err) : WQ_OK;
    if (!str_ends(path, STR(".tsv")))
        return WQ_OK;
    wq_status got = files_read(w->mem, path.p, &text, err);
    return got == WQ_OK ? w->visit(w->ctx, path.p, inner, text, err) : got;
}

static wq_status walk(const walker *w, const char *dir, const char *below, int depth,
                      wq_error *err)
{
    struct dirent **names;
    int n = scandir(dir, &names, not_hidden, by_bytes);
    if (n < 0)
        return fail(err, WQ_E_IO, 0, "%s: can't read this folder", dir);
    wq_status st = WQ_OK;
    for (int i = 0; i < n; i++) {
        if (st == WQ_OK)
            st = enter(w, dir, below, names[i]->d_name, depth, err);
        free(names[i]);
    }
    free(names);
    return st;
}

wq_status files_walk(arena *a, const char *dir, files_visit *visit, void *ctx,
                     wq_error *err)
{
    walker w = { a, visit, ctx };
    return walk(&w, dir, "", 0, err);
}

static uint32_t line_at(wq_str text, size_t byte)
{
    uint32_t line = 1;
    for (size_t i = 0; i < byte; i++)
        line += text.p[i] == '\n';
    return line;
}

static wq_status compile_file(void *ctx, const char *path, wq_str below, wq_str text,
                              wq_error *err)
{
    size_t valid = utf8_valid_prefix(text);
    if (valid == text.n)
        return compiler_add_tsv(ctx, below, text, err);
    uint32_t line = line_at(text, valid);
    return fail(err, WQ_E_LEXICON, line, "%s:%u: want UTF-8, found another byte", path,
                line);
}

wq_status files_add_folder(compiler *c, arena *a, const char *dir, wq_error *err)
{
    return files_walk(a, dir, compile_file, c, err);
}

/* ---- the overlay ---- */

static wq_status compile_over(arena *a, const char *dir, wq_str *image, wq_error *err)
{
    compiler *c = compiler_new(a);
    compiler_add_lexicon(c, lex_builtin());
    wq_status st = files_add_folder(c, a, dir, err);
    return st == WQ_OK ? compiler_finish(c, image, err) : st;
}

static lexicon *own(wq_str image)
{
    lexicon *lex = malloc(sizeof *lex);
    void *copy = aligned_alloc(16, (image.n + 15) & ~(size_t)15);
    if (!lex || !copy) {
        free(lex);
        free(copy);
        return NULL;
    }
    memcpy(copy, image.p, image.n);
    *lex = (lexicon){ copy, true };
    return lex;
}

wq_status lex_overlay(const char *dir, lexicon **out, wq_error *err)
{
    arena a;
    jmp_buf full;
    wq_str image = { 0 };
    arena_init(&a, (size_t)1 << 31);
    a.full = &full;
    if (setjmp(full)) {
        arena_fini(&a);
        return fail(err, WQ_E_NOMEM, 0, "%s: out of memory", dir);
    }
    wq_status st = compile_over(&a, dir, &image, err);
    lexicon *lex = st == WQ_OK ? own(image) : NULL;
    arena_fini(&a);
    if (st != WQ_OK)
        return st;
    if (!lex)
        return fail(err, WQ_E_NOMEM, 0, "%s: out of memory", dir);
    *out = lex;
    return WQ_OK;
}

void lex_free(lexicon *lex)
{
    if (!lex || !lex->owned)
        return;
    free((void *)(uintptr_t)lex->image);
    free(lex);
}

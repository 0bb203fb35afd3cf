/* Blocks of a file as cmocka tests, and their expected lines rewritten on demand. */
#include "cases.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>

#include "check.h"
#include "harness.h"

typedef struct case_test {
    case_block block;
    size_t from, to; /* the expected lines as bytes of the file */
    char *name;
    char *actual; /* what came out when accepting; NULL: leave the file's lines */
    size_t actual_n;
    case_render *render;
    void *suite;
} case_test;

typedef struct case_file {
    char *path, *text;
    size_t size;
    size_t first, n; /* its tests */
} case_file;

typedef struct runner {
    case_test *tests;
    size_t n, cap;
    case_file *files;
    size_t n_files, cap_files;
} runner;

static bool accepting(void)
{
    return getenv("WAQAI_ACCEPT") != NULL;
}

/* Makes room for one more and returns the new last item, zeroed. */
static void *grow(void **array, size_t *n, size_t *cap, size_t item)
{
    if (*n == *cap) {
        *cap = *cap ? *cap * 2 : 32;
        *array = realloc(*array, *cap * item);
        if (!*array)
            harness_give_up("cases", "out of memory");
    }
    void *last = (char *)*array + (*n)++ * item;
    memset(last, 0, item);
    return last;
}

/* ---- reading ---- */

typedef struct parser {
    const case_file *file;
    size_t at;     /* bytes read */
    uint32_t line; /* lines read */
    bool markdown, fenced;
} parser;

static bool next_line(parser *p, wq_str *line)
{
    if (p->at >= p->file->size)
        return false;
    const char *from = p->file->text + p->at;
    const char *end = memchr(from, '\n', p->file->size - p->at);
    *line = (wq_str){ from, end ? (size_t)(end - from) : p->file->size - p->at };
    p->at += line->n + 1;
    p->line++;
    return true;
}

static _Noreturn void bad_line(const parser *p, const char *why)
{
    char where[4200];
    (void)snprintf(where, sizeof where, "%s:%u", p->file->path, p->line);
    harness_give_up(where, why);
}

/* The next line that opens a block; comments, empty lines and prose are passed over. */
static bool next_name(parser *p, wq_str *name)
{
    for (wq_str line; next_line(p, &line);) {
        if (p->markdown && str_starts(line, STR("```"))) {
            p->fenced = str_eq(str_trim(line), STR("```cases"));
            continue;
        }
        if ((p->markdown && !p->fenced) || !line.n || line.p[0] == '#')
            continue;
        if (!str_starts(line, STR("= ")))
            bad_line(p, "want a block, which opens with \"= name\"");
        *name = str_trim(str_sub(line, 2, line.n));
        return true;
    }
    return false;
}

static void read_key(const parser *p, case_block *c, wq_str line)
{
    if (c->n_keys == CASE_MAX_KEYS)
        bad_line(p, "too many keys");
    wq_str rest = str_trim(str_sub(line, 2, line.n)), key;
    if (!str_next(&rest, ' ', &key))
        bad_line(p, "want \"@ key value\"");
    c->key[c->n_keys] = key;
    c->value[c->n_keys++] = str_trim(rest);
}

static wq_str lines_between(const parser *p, size_t from, size_t to)
{
    return (wq_str){ p->file->text + from, to > from ? to - from - 1 : 0 };
}

static void read_input(parser *p, case_block *c)
{
    size_t from = p->at, before = p->at;
    bool keys = true;
    for (wq_str line; next_line(p, &line); before = p->at) {
        if (str_eq(line, STR("-"))) {
            c->input = lines_between(p, from, before);
            return;
        }
        keys = keys && str_starts(line, STR("@ "));
        if (keys) {
            read_key(p, c, line);
            from = p->at;
        }
    }
    bad_line(p, "the block does not come to its line \"-\"");
}

static void read_expected(parser *p, case_test *t)
{
    t->from = t->to = p->at < p->file->size ? p->at : p->file->size;
    for (wq_str line; next_line(p, &line) && line.n;) {
        if (p->markdown && str_starts(line, STR("```"))) {
            p->fenced = false;
            break;
        }
        t->to = p->at < p->file->size ? p->at : p->file->size;
    }
    wq_str text = { p->file->text + t->from, t->to - t->from };
    if (text.n && text.p[text.n - 1] == '\n')
        text.n--;
    t->block.expected = text;
}

static void refuse_twin(const runner *r, const parser *p, wq_str name)
{
    for (size_t i = p->file->first; i < r->n; i++)
        if (str_eq(r->tests[i].block.name, name))
            bad_line(p, "this name stands twice in the file");
}

static void read_file(runner *r, const char *path, case_render *render, void *suite)
{
    case_file *file =
        grow((void **)&r->files, &r->n_files, &r->cap_files, sizeof *r->files);
    file->path = strdup(path);
    file->text = harness_read(path, true, &file->size);
    file->first = r->n;
    if (!file->path)
        harness_give_up(path, "out of memory");

    parser p = { .file = file, .markdown = str_ends(str_of(path), STR(".md")) };
    for (wq_str name; next_name(&p, &name);) {
        refuse_twin(r, &p, name);
        case_test *t = grow((void **)&r->tests, &r->n, &r->cap, sizeof *r->tests);
        t->block = (case_block){ .file = file->path, .line = p.line, .name = name };
        t->render = render;
        t->suite = suite;
        read_input(&p, &t->block);
        read_expected(&p, t);
        wq_str stem = harness_stem(path);
        if (asprintf(&t->name, "%.*s/%.*s", STR_ARG(stem), STR_ARG(name)) < 0)
            harness_give_up(path, "out of memory");
    }
    file->n = r->n - file->first;
}

static int is_case_file(const struct dirent *entry)
{
    wq_str name = str_of(entry->d_name);
    return str_ends(name, STR(".cases")) || str_ends(name, STR(".md"));
}

static void read_path(runner *r, const char *path, case_render *render, void *suite)
{
    struct dirent **list;
    int n = scandir(path, &list, is_case_file, alphasort);
    if (n < 0) {
        read_file(r, path, render, suite);
        return;
    }
    for (int i = 0; i < n; i++) {
        char *file;
        if (asprintf(&file, "%s/%s", path, list[i]->d_name) < 0)
            harness_give_up(path, "out of memory");
        read_file(r, file, render, suite);
        free(file);
        free(list[i]);
    }
    free(list);
}

/* ---- running ---- */

wq_str case_value(const case_block *c, const char *key)
{
    for (uint32_t i = 0; i < c->n_keys; i++)
        if (str_eq(c->key[i], str_of(key))) {
            *c->asked |= 1u << i;
            return c->value[i];
        }
    return STR("");
}

static _Noreturn void fail_case(const case_test *t, const char *why, wq_str got)
{
    print_error("%s:%u: %s\n--- want\n%.*s\n--- got\n%.*s\n---\n", t->block.file,
                t->block.line, why, STR_ARG(t->block.expected), STR_ARG(got));
    _fail(t->block.file, (int)t->block.line);
    abort();
}

/* What was rendered without its last line feeds; it must be a block that can be read back. */
static wq_str finish(const case_test *t, const buf *out)
{
    wq_str got = { out->n ? out->p : "", out->n };
    if (out->failed)
        fail_case(t, "out of memory", STR(""));
    while (got.n && got.p[got.n - 1] == '\n')
        got.n--;
    if (str_find(got, STR("\n\n")) >= 0)
        fail_case(t, "an empty line inside a result can't be written in a case file", got);
    return got;
}

static void run_case(void **state)
{
    case_test *t = *state;
    buf out = { 0 };
    uint32_t asked = 0;
    t->block.asked = &asked;
    t->render(&t->block, &out, t->suite);
    wq_str got = finish(t, &out);
    if (asked != (1u << t->block.n_keys) - 1)
        fail_case(t, "one of its keys (\"@ key\") says nothing to this test", got);
    t->actual = malloc(got.n + 1);
    if (!t->actual)
        harness_give_up(t->name, "out of memory");
    memcpy(t->actual, got.p, got.n);
    t->actual_n = got.n;
    buf_fini(&out);
    got.p = t->actual;
    if (!accepting() && !str_eq(got, t->block.expected))
        fail_case(t, "came out differently", got);
}

static void rewrite(const runner *r, const case_file *file)
{
    buf b = { 0 };
    size_t at = 0;
    for (size_t i = file->first; i < file->first + file->n; i++) {
        const case_test *t = &r->tests[i];
        if (!t->actual)
            continue;
        buf_add(&b, file->text + at, t->from - at);
        if (b.n && b.p[b.n - 1] != '\n')
            buf_char(&b, '\n');
        if (t->actual_n) {
            buf_add(&b, t->actual, t->actual_n);
            buf_char(&b, '\n');
        }
        at = t->to;
    }
    buf_add(&b, file->text + at, file->size - at);
    bool same = b.n == file->size && memcmp(b.p, file->text, b.n) == 0;
    FILE *out = b.failed || same ? NULL : fopen(file->path, "wb");
    if (!same && (!out || fwrite(b.p, 1, b.n, out) != b.n || fclose(out) != 0))
        harness_give_up(file->path, "can't be written");
    if (!same)
        printf("accepted: %s\n", file->path);
    buf_fini(&b);
}

static void free_runner(runner *r)
{
    for (size_t i = 0; i < r->n; i++) {
        free(r->tests[i].name);
        free(r->tests[i].actual);
    }
    for (size_t i = 0; i < r->n_files; i++) {
        free(r->files[i].path);
        free(r->files[i].text);
    }
    free(r->tests);
    free(r->files);
}

int cases_run(const char *path, case_render *render, void *suite)
{
    runner r = { 0 };
    read_path(&r, path, render, suite);
    if (r.n == 0)
        harness_give_up(path, "holds no case: it would test nothing");
    struct CMUnitTest *tests = calloc(r.n, sizeof *tests);
    if (!tests)
        harness_give_up(path, "out of memory");
    for (size_t i = 0; i < r.n; i++)
        tests[i] = (struct CMUnitTest){ .name = r.tests[i].name,
                                        .test_func = run_case,
                                        .initial_state = &r.tests[i] };
    cmocka_set_test_filter(getenv("WAQAI_ONLY"));
    int failures = _cmocka_run_group_tests("cases", tests, r.n, NULL, NULL);
    for (size_t i = 0; accepting() && i < r.n_files; i++)
        rewrite(&r, &r.files[i]);
    free(tests);
    free_runner(&r);
    return failures;
}

/* The reader.  A case's input describes a file; the expected lines are the records that come of it.
 *
 *   %warc TYPE URL WORD...   begins a WARC record; the lines up to the next %warc are its block.
 *                            length=N lies about it, brackets writes <URL>, noend leaves out the empty
 *                            lines behind it, lf writes the header with LF alone, version=1.1
 *   %http STATUS TYPE WORD...  begins an HTTP response; the lines after it are its body.
 *                            pack=gzip|zlib|deflate|chunked packs the body (in the order given),
 *                            says=NAME:VALUE adds a header
 *   %repeat N TEXT           TEXT, N times
 *   other lines              text, with the escapes of table_unescape; joined by LF
 *
 * Keys: `pack` gzip (the file) or members (each record); `pad` adds NULs; `cut` drops so many bytes of the end; `spoil`
 * overwrites three bytes at an offset; `limit` is page_limit; `name` of the file; `published`.      */
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

#include "base/utf8.h"
#include "cases.h"
#include "check.h"
#include "input/saved.h"
#include "table.h"

/* ---- packing ------------------------------------------------------------------------------ */

static void deflate_as(int bits, wq_str s, buf *out)
{
    z_stream z = { 0 };
    char piece[65536];
    assert_int_equal(deflateInit2(&z, 9, Z_DEFLATED, bits, 8, Z_DEFAULT_STRATEGY), Z_OK);
    z.next_in = (Bytef *)(uintptr_t)s.p;
    z.avail_in = (uInt)s.n;
    int code;
    do {
        z.next_out = (Bytef *)piece;
        z.avail_out = sizeof piece;
        code = deflate(&z, Z_FINISH);
        buf_add(out, piece, sizeof piece - z.avail_out);
    } while (code == Z_OK);
    deflateEnd(&z);
}

static void chunk(wq_str s, buf *out)
{
    for (size_t at = 0, n; at < s.n; at += n) {
        n = s.n - at < 16 ? s.n - at : 16;
        buf_printf(out, "%zx\r\n", n);
        buf_add(out, s.p + at, n);
        buf_str(out, STR("\r\n"));
    }
    buf_str(out, STR("0\r\n\r\n"));
}

static void pack(wq_str how, wq_str s, buf *out)
{
    if (str_eq(how, STR("chunked")))
        chunk(s, out);
    else if (str_eq(how, STR("zlib")))
        deflate_as(15, s, out);
    else if (str_eq(how, STR("deflate")))
        deflate_as(-15, s, out);
    else
        deflate_as(31, s, out);
}

/* ---- describing a file ------------------------------------------------------------------------ */

typedef struct maker {
    arena mem;
    buf file;
    bool members;
    wq_str warc, http; /* the lines that began the parts under way, or empty */
    buf block, body;   /* their content */
    bool any_line;
} maker;

static wq_str slice(const buf *b)
{
    return (wq_str){ b->p ? b->p : "", b->n };
}

/* The nth word (from 0) of a directive, or the value of its word KEY=VALUE, number `nth`. */
static wq_str word(wq_str line, int nth)
{
    wq_str w = STR("");
    while (nth-- >= 0)
        if (!str_next(&line, ' ', &w))
            return STR("");
    return w;
}

static wq_str value(wq_str line, const char *key, int nth)
{
    wq_str want = str_of(key);
    for (wq_str w; str_next(&line, ' ', &w);)
        if (str_starts(w, want) && nth-- == 0)
            return str_sub(w, want.n, w.n);
    return (wq_str){ NULL, 0 };
}

static void end_http(maker *m)
{
    if (!m->http.n)
        return;
    wq_str body = slice(&m->body);
    for (int i = 0; value(m->http, "pack=", i).p; i++) {
        buf packed = { 0 };
        pack(value(m->http, "pack=", i), body, &packed);
        body = arena_str(&m->mem, packed.p, packed.n);
        buf_fini(&packed);
    }
    buf_printf(&m->block, "HTTP/1.1 %.*s Text\r\nContent-Type: %.*s\r\n",
               STR_ARG(word(m->http, 1)), STR_ARG(word(m->http, 2)));
    for (int i = 0; value(m->http, "says=", i).p; i++)
        buf_printf(&m->block, "%.*s\r\n", STR_ARG(value(m->http, "says=", i)));
    buf_str(&m->block, STR("\r\n"));
    buf_str(&m->block, body);
    m->body.n = 0;
    m->http.n = 0;
}

static void put_head(const maker *m, buf *out)
{
    wq_str length = value(m->warc, "length=", 0), version = value(m->warc, "version=", 0);
    bool brackets = value(m->warc, "brackets", 0).p != NULL;
    const char *end = value(m->warc, "lf", 0).p ? "\n" : "\r\n";
    buf_printf(out, "WARC/%.*s%sWARC-Type: %.*s%s",
               STR_ARG(version.p ? version : STR("1.0")), end, STR_ARG(word(m->warc, 1)),
               end);
    buf_printf(out, "WARC-Target-URI: %s%.*s%s%s", brackets ? "<" : "",
               STR_ARG(word(m->warc, 2)), brackets ? ">" : "", end);
    buf_printf(out, "WARC-Date: 2020-09-05T08:00:00Z%s", end);
    if (length.p)
        buf_printf(out, "Content-Length: %.*s%s%s", STR_ARG(length), end, end);
    else
        buf_printf(out, "Content-Length: %zu%s%s", m->block.n, end, end);
}

static void end_record(maker *m)
{
    end_http(m);
    if (!m->warc.n)
        return;
    buf record = { 0 };
    put_head(m, &record);
    buf_str(&record, slice(&m->block));
    if (!value(m->warc, "noend", 0).p)
        buf_str(&record, STR("\r\n\r\n"));
    if (m->members)
        pack(STR("gzip"), slice(&record), &m->file);
    else
        buf_str(&m->file, slice(&record));
    buf_fini(&record);
    m->block.n = 0;
    m->warc.n = 0;
}

static void put_line(maker *m, wq_str line)
{
    buf *to = m->http.n ? &m->body : m->warc.n ? &m->block : &m->file;
    if (m->any_line)
        buf_char(to, '\n');
    m->any_line = true;
    if (str_starts(line, STR("%repeat "))) {
        wq_str text = str_sub(line, 9 + word(line, 1).n, line.n);
        for (long n = atol(line.p + 8); n > 0; n--)
            buf_str(to, text);
    } else {
        buf_str(to, table_unescape(&m->mem, line));
    }
}

static void make_file(maker *m, wq_str input)
{
    for (wq_str line; str_next(&input, '\n', &line);) {
        if (str_starts(line, STR("%warc "))) {
            end_record(m);
            m->warc = line;
        } else if (str_starts(line, STR("%http "))) {
            m->http = line;
        } else {
            put_line(m, line);
            continue;
        }
        m->any_line = false;
    }
    end_record(m);
}

/* ---- showing records ------------------------------------------------------------------------------ */

static void show_bytes(buf *out, wq_str s)
{
    buf_str(out, STR("  bytes "));
    if (s.n > 400) {
        buf_printf(out, "(%zu)\n", s.n);
        return;
    }
    for (size_t i = 0, n; i < s.n; i += n) {
        uint32_t cp;
        n = utf8_decode(s.p + i, s.n - i, &cp);
        if (cp == '\n')
            buf_str(out, STR("\\n"));
        else if (n == 0 || cp < 0x20 || cp == 0x7f || cp == '\\')
            buf_printf(out, "\\x%02x", (unsigned char)s.p[i]);
        else
            buf_add(out, s.p + i, n);
        n = n ? n : 1;
    }
    buf_char(out, '\n');
}

static void show_record(buf *out, const wq_page *r)
{
    const struct {
        const char *name;
        wq_str value;
    } fields[] = { { "type", r->content_type }, { "url", r->url },
                   { "title", r->title },       { "outlet", r->outlet },
                   { "byline", r->byline },     { "published", r->published },
                   { "crawled", r->crawled },   { "default", r->published_default } };
    buf_printf(out, "%s %.*s\n", r->kind == SAVED_JSON ? "json" : "page", STR_ARG(r->name));
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
        if (fields[i].value.p)
            buf_printf(out, "  %s %.*s\n", fields[i].name, STR_ARG(fields[i].value));
    show_bytes(out, r->bytes);
}

static void show_reader(buf *out, wq_reader *reader)
{
    wq_page *record;
    wq_error err;
    wq_status st;
    unsigned n = 0;
    while ((st = wq_reader_next(reader, &record, &err)) != WQ_END) {
        assert_true(n++ < 1000); /* it terminates */
        if (st != WQ_OK) {
            buf_printf(out, "error %s\n", err.text);
            continue;
        }
        show_record(out, record);
        wq_page_free(record);
    }
    const char *why;
    uint64_t times;
    for (unsigned i = 0; (times = wq_reader_skipped(reader, i, &why)) != 0; i++)
        buf_printf(out, "skipped %s %u\n", why, (unsigned)times);
}

static void show(buf *out, const char *path, const wq_reader_options *options)
{
    wq_reader *reader;
    wq_error err;
    if (wq_reader_open(path, options, &reader, &err) != WQ_OK) {
        buf_printf(out, "open %s\n", err.text);
        return;
    }
    show_reader(out, reader);
    wq_reader_close(reader);
}

/* ---- cases ---------------------------------------------------------------------------------------- */

static void write_file(const char *path, wq_str bytes)
{
    FILE *f = fopen(path, "wb");
    assert_non_null(f);
    assert_int_equal(fwrite(bytes.p, 1, bytes.n, f), bytes.n);
    assert_int_equal(fclose(f), 0);
}

static size_t number(const case_block *c, const char *key)
{
    wq_str v = case_value(c, key);
    return v.n ? (size_t)strtoul(v.p, NULL, 10) : 0;
}

static void finish_file(maker *m, const case_block *c)
{
    if (str_eq(case_value(c, "pack"), STR("gzip"))) {
        buf packed = { 0 };
        pack(STR("gzip"), slice(&m->file), &packed);
        buf_fini(&m->file);
        m->file = packed;
    }
    for (size_t n = number(c, "pad"); n > 0; n--)
        buf_char(&m->file, '\0');
    size_t cut = number(c, "cut"), spoil = number(c, "spoil");
    assert_true(cut <= m->file.n && spoil + 3 <= m->file.n + (spoil == 0 ? 3 : 0));
    m->file.n -= cut;
    if (spoil)
        memset(m->file.p + spoil, 0xa5, 3);
}

static void render(const case_block *c, buf *out, void *suite)
{
    (void)suite;
    maker m = { .members = str_eq(case_value(c, "pack"), STR("members")) };
    arena_init(&m.mem, 1 << 24);
    make_file(&m, c->input);
    finish_file(&m, c);
    wq_str given = case_value(c, "name"), published = case_value(c, "published");
    wq_str name = given.n ? arena_str(&m.mem, given.p, given.n) : STR("in");
    wq_reader_options options = { .page_limit = number(c, "limit") };
    if (published.n)
        options.published = arena_str(&m.mem, published.p, published.n).p;
    write_file(name.p, slice(&m.file));
    show(out, name.p, &options);
    unlink(name.p);
    buf_fini(&m.file);
    buf_fini(&m.block);
    buf_fini(&m.body);
    arena_fini(&m.mem);
}

/* ---- folders, and what no file can describe ---------------------------------------------------------- */

static void expect(const char *want, buf *got)
{
    buf_char(got, '\0');
    assert_string_equal(got->p, want);
    buf_fini(got);
}

static void walks_a_folder_in_order_of_names(void **state)
{
    (void)state;
    mkdir("tree", 0777);
    mkdir("tree/b", 0777);
    write_file("tree/c.html", STR("<p>3"));
    write_file("tree/a.txt", STR("1"));
    write_file("tree/b/x.html", STR("<p>2"));
    write_file("tree/b/empty.html", STR(""));
    write_file("tree/b/.hidden", STR("no"));
    write_file("tree/look.css", STR("p {}"));
    write_file("tree/photo", STR("\x89PNG\r\n"));
    assert_int_equal(symlink("..", "tree/b/up"), 0);
    assert_int_equal(symlink("nowhere", "tree/dangling"), 0);
    buf got = { 0 };
    show(&got, "tree", NULL);
    expect("page tree/a.txt\n  bytes 1\n"
           "page tree/b/x.html\n  bytes <p>2\n"
           "page tree/c.html\n  bytes <p>3\n"
           "error tree/dangling: No such file or directory\n"
           "skipped empty file 1\n"
           "skipped link to a folder already read, or no file 1\n"
           "skipped style sheet 1\n"
           "skipped image 1\n",
           &got);
}

static void passes_over_the_file_being_written(void **state)
{
    (void)state;
    mkdir("both", 0777);
    write_file("both/a.txt", STR("1"));
    write_file("both/out.jsonl", STR("{}\n"));
    wq_reader *reader;
    uint64_t done, total;
    assert_int_equal(wq_reader_open("both", NULL, &reader, NULL), WQ_OK);
    wq_reader_progress(reader, &done, &total);
    assert_true(done == 0 && total == 4); /* known beforehand */
    wq_reader_close(reader);
    buf got = { 0 };
    show(&got, "both", &(wq_reader_options){ .except = "both/out.jsonl" });
    expect("page both/a.txt\n  bytes 1\nskipped the output itself 1\n", &got);
}

static void says_that_a_folder_has_no_pages(void **state)
{
    (void)state;
    mkdir("hollow", 0777);
    buf got = { 0 };
    show(&got, "hollow", NULL);
    expect("error hollow: no pages in this folder\n", &got);
}

static void names_a_missing_file_on_one_line(void **state)
{
    (void)state;
    buf got = { 0 };
    show(&got, "no\nfile", NULL);
    expect("open no?file: No such file or directory\n", &got);
}

static void refuses_a_date_that_is_none(void **state)
{
    (void)state;
    wq_reader *reader;
    wq_error err;
    static const char *const bad[] = { "",           "2020",      "2020-02-30",
                                       "2020-13-01", "yesterday", "2020-09-05T25:00",
                                       "2020-09-05x" };
    static const char *const good[] = { "2020-02-29", "2020-09-05T10:38:00+03:00",
                                        "2020-09-05T10:38Z", "2020-09-05 10:38" };
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        assert_int_equal(wq_reader_open("hollow",
                                        &(wq_reader_options){ .published = bad[i] },
                                        &reader, &err),
                         WQ_E_USE);
    for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
        wq_page *record;
        assert_int_equal(wq_page_new(STR("x"), "x", good[i], &record, &err), WQ_OK);
        wq_page_free(record);
    }
}

/* The record of a line has to come before the next line is there. */
static void gives_lines_as_they_come(void **state)
{
    (void)state;
    int ends[2], saved = dup(STDIN_FILENO);
    assert_int_equal(pipe(ends), 0);
    dup2(ends[0], STDIN_FILENO);
    wq_reader *reader;
    wq_page *record;
    assert_int_equal(wq_reader_open("-", NULL, &reader, NULL), WQ_OK);
    for (int i = 0; i < 3; i++) {
        assert_int_equal(write(ends[1], "{\"id\":1}\n", 9), 9);
        assert_int_equal(wq_reader_next(reader, &record, NULL), WQ_OK);
        assert_int_equal(wq_page_size(record), 8);
        wq_page_free(record);
    }
    close(ends[1]);
    assert_int_equal(wq_reader_next(reader, &record, NULL), WQ_END);
    wq_reader_close(reader);
    dup2(saved, STDIN_FILENO);
    close(saved);
    close(ends[0]);
}

/* Refused by its size, without being read: a sparse file costs no disk. */
static void does_not_read_a_page_that_is_too_large(void **state)
{
    (void)state;
    char text[70000];
    memset(text, 'a', sizeof text);
    memcpy(text, "<html>", 6);
    write_file("huge.html", (wq_str){ text, sizeof text });
    assert_int_equal(truncate("huge.html", (off_t)300 << 20), 0);
    buf got = { 0 };
    show(&got, "huge.html", NULL);
    unlink("huge.html");
    expect("error huge.html: 300.0 MiB, more than the 64.0 MiB one page may have\n", &got);
}

static int run_others(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(walks_a_folder_in_order_of_names),
        cmocka_unit_test(passes_over_the_file_being_written),
        cmocka_unit_test(says_that_a_folder_has_no_pages),
        cmocka_unit_test(names_a_missing_file_on_one_line),
        cmocka_unit_test(refuses_a_date_that_is_none),
        cmocka_unit_test(gives_lines_as_they_come),
        cmocka_unit_test(does_not_read_a_page_that_is_too_large),
    };
    return cmocka_run_group_tests_name("input", tests, NULL, NULL);
}

int main(void)
{
    char folder[] = "/tmp/waqai-input-XXXXXX", command[64];
    if (!mkdtemp(folder) || chdir(folder) != 0)
        return 1;
    int failures = cases_run(WAQAI_CASES "/input", render, NULL);
    failures += run_others();
    snprintf(command, sizeof command, "rm -rf %s", folder);
    return failures + (chdir("/") != 0) + (system(command) != 0);
}

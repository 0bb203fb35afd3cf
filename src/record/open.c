/* Opening, closing, and what a record is. */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "record/names.h"
#include "record/record.h"
#include "record/words.h"
#include "sqlite/fold.h"

enum { PATIENCE_MS = 5000 };

/* A folder, or a file that is to exist and does not, gets a plainer message than SQLite's. */
static wq_status look_at_path(const char *path, wq_record_mode mode, wq_error *err)
{
    struct stat s;
    if (stat(path, &s) != 0 && errno == ENOENT && mode != WQ_RECORD_CREATE)
        return fail(err, WQ_E_IO, 0, "%.200s: no such record (waqai add makes one)", path);
    if (stat(path, &s) == 0 && !S_ISREG(s.st_mode))
        return fail(err, WQ_E_IO, 0, "%.200s: is no file", path);
    return WQ_OK;
}

static int add_functions(sqlite3 *db)
{
    const int pure = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;
    int code = sqlite3_waqaifold_init(db, NULL, NULL);
    if (code != SQLITE_OK)
        return code;
    code =
        sqlite3_create_function(db, "record_words", 1, pure, NULL, words_sql, NULL, NULL);
    if (code != SQLITE_OK)
        return code;
    return sqlite3_create_function(db, "names_contradict", 2, pure, NULL, names_sql, NULL,
                                   NULL);
}

static int open_name(wq_record *r, const char *name, int flags)
{
    int code = sqlite3_open_v2(name, &r->db, flags | SQLITE_OPEN_NOMUTEX, NULL);
    if (code != SQLITE_OK)
        return code;
    sqlite3_extended_result_codes(r->db, 1);
    sqlite3_busy_timeout(r->db, PATIENCE_MS);
    return add_functions(r->db);
}

static int open_file(wq_record *r)
{
    int flags = r->mode == WQ_RECORD_READ ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;
    if (r->mode == WQ_RECORD_CREATE)
        flags |= SQLITE_OPEN_CREATE;
    return open_name(r, r->path, flags);
}

/* Where nothing may be written, not even beside the file, SQLite reads a record only if it is told that nobody
 * else writes to it either: true of a medium or folder that is read-only, unless a journal was left.             */
static int open_immutable(wq_record *r)
{
    sqlite3_str *name = sqlite3_str_new(NULL);
    struct stat s;
    sqlite3_str_appendf(name, "%s-wal", r->path);
    bool journal = stat(sqlite3_str_value(name), &s) == 0 && s.st_size > 0;
    sqlite3_str_reset(name);
    sqlite3_str_appendall(name, "file:");
    for (const char *p = r->path; *p; p++)
        sqlite3_str_appendf(name, strchr("?#%", *p) ? "%%%02x" : "%c", *p);
    sqlite3_str_appendall(name, "?immutable=1");
    char *uri = sqlite3_str_finish(name);
    int code = SQLITE_CANTOPEN;
    if (uri && !journal) {
        sqlite3_close(r->db);
        code = open_name(r, uri, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI);
    }
    sqlite3_free(uri);
    return code;
}

/* A new record appears whole or not at all: it is made beside its place and moved there.  Where that can't be done it
 * is made in its place.                                                                                            */
static wq_status make_beside(wq_record *r, wq_error *err)
{
    struct stat s;
    uint32_t random;
    if (r->mode != WQ_RECORD_CREATE || strcmp(r->path, ":memory:") == 0 ||
        stat(r->path, &s) == 0)
        return WQ_OK;
    sqlite3_randomness(sizeof random, &random);
    char *name = sqlite3_mprintf("%s-new-%08x", r->path, random);
    if (!name)
        return fail(err, WQ_E_NOMEM, 0, "out of memory");
    wq_record made = { .path = r->path, .mode = WQ_RECORD_CREATE, .lex = lex_builtin() };
    int code = open_name(&made, name, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
    wq_status st = code == SQLITE_OK ? schema_ready(&made, err) : db_fail(&made, code, err);
    sqlite3_close(made.db);
    bool moved =
        st == WQ_OK && renameat2(AT_FDCWD, name, AT_FDCWD, r->path, RENAME_NOREPLACE) == 0;
    if (!moved)
        unlink(name);
    sqlite3_free(name);
    return st;
}

static bool can_be_read(wq_record *r)
{
    int code = sqlite3_exec(r->db, "SELECT 1 FROM sqlite_schema LIMIT 1", NULL, NULL, NULL);
    return (code & 0xff) != SQLITE_CANTOPEN && (code & 0xff) != SQLITE_READONLY;
}

/* Who writes keeps the pages that a batch touches.  Who reads has them from the system's cache for less than new memory
 * for each would cost.                                                                                               */
static const char *cache_of(const wq_record *r)
{
    return r->mode == WQ_RECORD_READ ? "PRAGMA cache_size=-4000"
                                     : "PRAGMA cache_size=-30000";
}

static wq_status ready(wq_record *r, wq_error *err)
{
    wq_status made = make_beside(r, err);
    if (made != WQ_OK)
        return made;
    int code = open_file(r);
    if (code == SQLITE_OK && r->mode == WQ_RECORD_READ && !can_be_read(r))
        code = open_immutable(r);
    if (code != SQLITE_OK)
        return db_fail(r, code, err);
    wq_status st = schema_ready(r, err);
    if (st != WQ_OK)
        return st;
    if (r->mode != WQ_RECORD_READ && sqlite3_db_readonly(r->db, "main") == 1)
        return db_fail(r, SQLITE_READONLY, err);
    st = db_run(r, cache_of(r), err);
    if (st != WQ_OK)
        return st;
    /* References are kept by what writes them and looked at by wq_record_verify(): SQLite's own check of every row
     * would cost a tenth of the time of adding.                                                                 */
    return db_run(r,
                  "PRAGMA foreign_keys=OFF; PRAGMA synchronous=NORMAL; "
                  "PRAGMA wal_autocheckpoint=8000; PRAGMA secure_delete=OFF; "
                  "PRAGMA temp_store=MEMORY; PRAGMA trusted_schema=OFF",
                  err);
}

wq_status wq_record_open(const char *path, wq_record_mode mode, wq_record **out,
                         wq_error *err)
{
    wq_status st = look_at_path(path, mode, err);
    if (st != WQ_OK)
        return st;
    wq_record *r = calloc(1, sizeof *r);
    char *copy = r ? strdup(path) : NULL;
    if (!copy) {
        free(r);
        return fail(err, WQ_E_NOMEM, 0, "out of memory");
    }
    *r = (wq_record){ .path = copy, .mode = mode, .lex = lex_builtin() };
    st = ready(r, err);
    if (st != WQ_OK)
        wq_record_close(r);
    else
        *out = r;
    return st;
}

void wq_record_close(wq_record *record)
{
    if (!record)
        return;
    for (int i = 0; i < RECORD_STMTS; i++) {
        db_finish(&record->stmt[i]);
        for (int n = 0; n <= SEVERAL_MOST; n++)
            db_finish(&record->several[i][n]);
    }
    name_set_clear(&record->actors);
    index_clear(&record->queue);
    sqlite3_close(record->db); /* rolls back */
    free(record->options);
    free(record->path);
    free(record);
}

/* ---- what it is --------------------------------------------------------------------------- */

static void copy_text(char *out, size_t n, wq_str s)
{
    snprintf(out, n, "%.*s", (int)s.n, s.n ? s.p : "");
}

static wq_status read_texts(wq_record *r, wq_record_info *out, wq_error *err)
{
    db_query q;
    wq_status st = db_prepare(r,
                              "SELECT min(published_day), max(published_day), "
                              "(SELECT lexicon FROM run ORDER BY id DESC LIMIT 1) "
                              "FROM document",
                              &q, err);
    if (st != WQ_OK)
        return st;
    st = db_step(&q, err);
    if (st == WQ_OK) {
        copy_text(out->first, sizeof out->first, db_text(&q, 0));
        copy_text(out->last, sizeof out->last, db_text(&q, 1));
        copy_text(out->lexicon, sizeof out->lexicon, db_text(&q, 2));
    }
    db_finish(&q);
    return st;
}

wq_status wq_record_about(wq_record *record, wq_record_info *out, wq_error *err)
{
    wq_record_info info = { .schema = RECORD_SCHEMA };
    struct {
        const char *sql;
        uint64_t *to;
    } const counts[] = {
        { "SELECT count(*) FROM document", &info.documents },
        { "SELECT count(*) FROM outlet", &info.outlets },
        { "SELECT count(*) FROM mention", &info.mentions },
        { "SELECT count(*) FROM event", &info.events },
        { "SELECT count(*) FROM actor", &info.actors },
        { "SELECT count(*) FROM near_copy", &info.copies },
        { "SELECT count(*) FROM correction", &info.corrections },
        { "SELECT count(*) FROM run", &info.runs },
        { "SELECT count(*) FROM unsettled", &info.unsettled },
    };
    int64_t n = 0;
    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++) {
        wq_status st = db_number(record, counts[i].sql, &n, err);
        if (st != WQ_OK)
            return st;
        *counts[i].to = (uint64_t)n;
    }
    wq_status st = db_number(
        record, "SELECT EXISTS (SELECT 1 FROM document WHERE text IS NULL)", &n, err);
    info.no_bodies = n != 0;
    if (st == WQ_OK)
        st = read_texts(record, &info, err);
    if (st == WQ_OK)
        *out = info;
    return st;
}

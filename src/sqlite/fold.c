/* Compiled twice: into the library, with SQLITE_CORE, where names of SQLite are functions; and into the module waqai_fold.so,
 * where they are calls through the table that the loading program hands in (sqlite.org/loadext.html).              */
#include "sqlite/fold.h"

#include <sqlite3ext.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <waqai/waqai.h>

#ifndef SQLITE_CORE
SQLITE_EXTENSION_INIT1
#define EXPORTED __attribute__((visibility("default")))
#else
#define EXPORTED
#endif

static void give(sqlite3_context *context, wq_str text, wq_fold_level level)
{
    wq_error err;
    wq_text out;
    wq_status st = wq_fold_at(text, level, &out, &err);
    if (st == WQ_OK)
        sqlite3_result_text64(context, out.p, out.n, free, SQLITE_UTF8);
    else if (st == WQ_E_NOMEM)
        sqlite3_result_error_nomem(context);
    else
        sqlite3_result_error(context, err.text, -1);
}

static void sql_fold(sqlite3_context *context, int n, sqlite3_value **value)
{
    if (n < 1 || n > 2) {
        sqlite3_result_error(context, "waqai_fold takes a text and a level", -1);
        return;
    }
    const char *p = (const char *)sqlite3_value_text(value[0]);
    const char *level = n > 1 ? (const char *)sqlite3_value_text(value[1]) : "full";
    if (!p || !level)
        return; /* NULL of NULL */
    bool norm = strcmp(level, "norm") == 0;
    if (!norm && strcmp(level, "full") != 0) {
        sqlite3_result_error(context, "waqai_fold: the level is 'norm' or 'full'", -1);
        return;
    }
    give(context, (wq_str){ p, (size_t)sqlite3_value_bytes(value[0]) },
         norm ? WQ_FOLD_NORM : WQ_FOLD_FULL);
}

EXPORTED int sqlite3_waqaifold_init(sqlite3 *db, char **why,
                                    const struct sqlite3_api_routines *api)
{
    const int pure = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;
    (void)why;
#ifndef SQLITE_CORE
    SQLITE_EXTENSION_INIT2(api);
#else
    (void)api;
#endif
    return sqlite3_create_function(db, "waqai_fold", -1, pure, NULL, sql_fold, NULL, NULL);
}

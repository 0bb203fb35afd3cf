/* waqai import: other people's lists of actors as rows for --lexicon. */
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli.h"

enum { PATH_MOST = 4096 };

/* The whole file on the heap; false after saying why not. */
static bool read_file(const char *path, wq_text *out)
{
    FILE *in = strcmp(path, "-") == 0 ? stdin : fopen(path, "rb");
    size_t room = 0, n = 0;
    *out = (wq_text){ NULL, 0 };
    while (in && !feof(in) && !ferror(in)) {
        if (out->n == room) {
            char *more = realloc(out->p, room = room ? room * 2 : 1 << 16);
            if (!more)
                break;
            out->p = more;
        }
        n = fread(out->p + out->n, 1, room - out->n, in);
        out->n += n;
    }
    bool fine = in && feof(in);
    if (!fine)
        complain("%s: %s", path, strerror(errno));
    if (in && in != stdin)
        fclose(in);
    return fine;
}

/* "lists/dza.json" -> "dza" */
static void stem(const char *path, char *out, size_t size)
{
    const char *slash = strrchr(path, '/');
    const char *name = slash ? slash + 1 : path;
    size_t n = strcspn(name, ".");
    snprintf(out, size, "%.*s", n ? (int)n : 8, n ? name : "imported");
    if (strcmp(out, "-") == 0)
        snprintf(out, size, "imported");
}

/* Never over a file that is there: somebody may have completed it. */
static int write_new(const char *dir, const char *sub, const char *name,
                     const wq_text *rows)
{
    char path[PATH_MOST];
    snprintf(path, sizeof path, "%s/%s", dir, sub);
    if (mkdir(path, 0777) != 0 && errno != EEXIST)
        return complain("%s: %s", path, strerror(errno));
    snprintf(path, sizeof path, "%s/%s/%s.tsv", dir, sub, name);
    int fd = open(path, O_WRONLY | O_CREAT | O_EXCL, 0666);
    FILE *out = fd < 0 ? NULL : fdopen(fd, "wb");
    if (!out)
        return complain("%s: %s%s", path, strerror(errno),
                        errno == EEXIST ? "; name another folder" : "");
    bool fine = fwrite(rows->p, 1, rows->n, out) == rows->n;
    fine = fclose(out) == 0 && fine;
    return fine ? EXIT_FINE : complain("%s: %s", path, strerror(errno));
}

static int write_all(const args *a, const wq_imported *rows)
{
    char name[256];
    const char *dir = a->operands[1];
    stem(a->operands[0], name, sizeof name);
    if (mkdir(dir, 0777) != 0 && errno != EEXIST)
        return complain("%s: %s", dir, strerror(errno));
    int status = write_new(dir, "actor", name, &rows->actor_rows);
    if (status == EXIT_FINE)
        status = write_new(dir, "office", name, &rows->office_rows);
    if (status == EXIT_FINE && rows->unread)
        status = complain("%s: %u lines not read; %s/office/%s.tsv says which and why",
                          a->operands[0], rows->unread, dir, name);
    if (!a->given[OPT_QUIET])
        fprintf(
            stderr,
            "waqai: %u persons are new, %u known, %u without an Arabic name; %u tenures, "
            "%u of offices without a row (what is missing stands in comments)\n",
            rows->persons, rows->known, rows->nameless, rows->tenures, rows->officeless);
    return status;
}

static int import_with(const args *a, const wq_engine *engine)
{
    const char *format = a->value[OPT_FORMAT];
    wq_text bytes;
    wq_imported rows;
    wq_error err;
    if (!read_file(a->operands[0], &bytes)) {
        wq_text_free(&bytes);
        return EXIT_FAILED;
    }
    wq_status st = wq_import(engine,
                             format && strcmp(format, "petrarch") == 0 ? WQ_IMPORT_PETRARCH
                                                                       : WQ_IMPORT_WIKIDATA,
                             (wq_str){ bytes.p, bytes.n }, a->operands[0], &rows, &err);
    wq_text_free(&bytes);
    if (st != WQ_OK)
        return complain("%s", err.text);
    int status = write_all(a, &rows);
    wq_imported_free(&rows);
    return status;
}

int cmd_import(const args *a)
{
    wq_engine *engine;
    wq_error err;
    if (wq_engine_new(&(wq_options){ .lexicon_dir = a->value[OPT_LEXICON] }, &engine,
                      &err) != WQ_OK)
        return complain("%s", err.text);
    int status = import_with(a, engine);
    wq_engine_free(engine);
    return status;
}

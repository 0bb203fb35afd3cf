#include "input/walk.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>

enum { MAX_DEPTH = 256, FIRST_SEEN = 64 };

struct walk_folder {
    walk_folder *above;
    char *path;
    size_t depth;
    buf names; /* NUL-terminated, one after the other */
    const char **sorted;
    size_t n, next;
};

struct walk_seen {
    dev_t dev;
    ino_t ino;
    bool used;
};

/* ---- folders visited --------------------------------------------------------------- */

static struct walk_seen *slot_of(struct walk_seen *table, size_t cap, dev_t dev, ino_t ino)
{
    size_t i = (size_t)(hash_bytes(HASH_SEED ^ dev, &ino, sizeof ino)) & (cap - 1);
    while (table[i].used && (table[i].dev != dev || table[i].ino != ino))
        i = (i + 1) & (cap - 1);
    return &table[i];
}

static bool grow_seen(walk *w)
{
    size_t cap = w->cap_seen ? w->cap_seen * 2 : FIRST_SEEN;
    struct walk_seen *table = calloc(cap, sizeof *table);
    if (!table)
        return false;
    for (size_t i = 0; i < w->cap_seen; i++)
        if (w->seen[i].used)
            *slot_of(table, cap, w->seen[i].dev, w->seen[i].ino) = w->seen[i];
    free(w->seen);
    w->seen = table;
    w->cap_seen = cap;
    return true;
}

/* 1 new, 0 seen before, -1 no memory. */
static int note_seen(walk *w, const struct stat *st)
{
    if (w->n_seen * 2 >= w->cap_seen && !grow_seen(w))
        return -1;
    struct walk_seen *slot = slot_of(w->seen, w->cap_seen, st->st_dev, st->st_ino);
    if (slot->used)
        return 0;
    *slot = (struct walk_seen){ st->st_dev, st->st_ino, true };
    w->n_seen++;
    return 1;
}

/* ---- one folder --------------------------------------------------------------------- */

static void free_folder(walk_folder *f)
{
    free(f->path);
    free(f->sorted);
    buf_fini(&f->names);
    free(f);
}

static int by_bytes(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Sets errno where it fails, also for a readdir that broke off. */
static bool read_names(walk_folder *f)
{
    DIR *dir = opendir(f->path);
    if (!dir)
        return false;
    errno = 0;
    for (struct dirent *e; (e = readdir(dir)) != NULL; errno = 0) {
        if (e->d_name[0] == '.')
            continue;
        buf_add(&f->names, e->d_name, strlen(e->d_name) + 1);
        f->n++;
    }
    int code = f->names.failed ? ENOMEM : errno;
    closedir(dir);
    errno = code;
    return code == 0;
}

static bool sort_names(walk_folder *f)
{
    f->sorted = malloc((f->n + 1) * sizeof *f->sorted);
    if (!f->sorted)
        return false;
    const char *p = f->names.p;
    for (size_t i = 0; i < f->n; i++, p += strlen(p) + 1)
        f->sorted[i] = p;
    qsort(f->sorted, f->n, sizeof *f->sorted, by_bytes);
    return true;
}

bool walk_enter(walk *w, const char *path)
{
    struct stat st;
    walk_folder *f = calloc(1, sizeof *f);
    if (!f)
        return false;
    f->path = strdup(path);
    bool ok = f->path && stat(path, &st) == 0 && read_names(f) && sort_names(f) &&
              note_seen(w, &st) >= 0;
    if (!ok) {
        int code = errno;
        free_folder(f);
        errno = code;
        return false;
    }
    f->above = w->deepest;
    f->depth = f->above ? f->above->depth + 1 : 0;
    w->deepest = f;
    return true;
}

/* ---- all of them -------------------------------------------------------------------- */

static char *join(const char *folder, const char *name)
{
    size_t n = strlen(folder), m = strlen(name);
    char *path = malloc(n + m + 2);
    if (!path)
        return NULL;
    memcpy(path, folder, n);
    if (n && path[n - 1] != '/')
        path[n++] = '/';
    memcpy(path + n, name, m + 1);
    return path;
}

static void leave(walk *w)
{
    walk_folder *f = w->deepest;
    w->deepest = f->above;
    free_folder(f);
}

/* A folder is entered and gives nothing itself (WALK_END here means: go on). */
static walk_found look_at(walk *w, const char *path, struct stat *st)
{
    if (stat(path, st) != 0)
        return WALK_FAILED;
    if (S_ISREG(st->st_mode))
        return WALK_FILE;
    if (!S_ISDIR(st->st_mode) || w->deepest->depth >= MAX_DEPTH)
        return WALK_OTHER;
    if (w->cap_seen && slot_of(w->seen, w->cap_seen, st->st_dev, st->st_ino)->used)
        return WALK_OTHER;
    return walk_enter(w, path) ? WALK_END : WALK_FAILED;
}

walk_found walk_next(walk *w, char **path, struct stat *st)
{
    *path = NULL;
    while (w->deepest) {
        walk_folder *f = w->deepest;
        if (f->next == f->n) {
            leave(w);
            continue;
        }
        char *p = join(f->path, f->sorted[f->next++]);
        walk_found found = p ? look_at(w, p, st) : WALK_FAILED;
        if (found != WALK_END) {
            *path = p;
            return found;
        }
        free(p);
    }
    return WALK_END;
}

void walk_fini(walk *w)
{
    while (w->deepest)
        leave(w);
    free(w->seen);
    *w = (walk){ 0 };
}

uint64_t walk_size(const char *path, size_t most)
{
    walk w = { 0 };
    uint64_t total = 0;
    size_t n = 0;
    walk_found found = walk_enter(&w, path) ? WALK_OTHER : WALK_END;
    while (found != WALK_END && n <= most) {
        char *file;
        struct stat st;
        found = walk_next(&w, &file, &st);
        free(file);
        total += found == WALK_FILE ? (uint64_t)st.st_size : 0;
        n++;
    }
    walk_fini(&w);
    return n > most ? 0 : total;
}

/* A folder and what is below it, file by file in byte order of names.  Each folder is visited
 * once, however many links lead to it; hidden names are passed over.                          */
#ifndef WAQAI_WALK_H
#define WAQAI_WALK_H

#include <sys/stat.h>

#include "base/base.h"

typedef struct walk_folder walk_folder;

typedef struct walk {
    walk_folder *deepest;
    struct walk_seen *seen; /* folders visited: an open hash table */
    size_t n_seen, cap_seen;
} walk;

typedef enum walk_found {
    WALK_FILE,   /* *path is a regular file, described by *st */
    WALK_OTHER,  /* *path is a pipe, a device, a folder already visited, too deep */
    WALK_FAILED, /* *path can't be looked at, or read as a folder: errno */
    WALK_END
} walk_found;

/* Goes into folder `path`.  False with errno. */
bool walk_enter(walk *w, const char *path);
/* What comes next; *path is the caller's to free, NULL at the end. */
walk_found walk_next(walk *w, char **path, struct stat *st);
void walk_fini(walk *w);

/* Bytes of all files below folder `path`; 0 where there are more than `most`. */
uint64_t walk_size(const char *path, size_t most);

#endif

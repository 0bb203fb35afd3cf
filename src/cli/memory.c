#include "memory.h"

#include <malloc.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

enum {
    MIB = 1024 * 1024,
    MAPPED_FROM = 16 * MIB,
    PIECE = MAPPED_FROM - 64 * 1024,
    MOST = 16
};

/* An article takes about a megabyte and leaves it soon: what is freed is kept for the next one, not given back to the
 * system, which would have to clear it again.                                                                      */
void memory_keep(void)
{
    mallopt(M_MMAP_THRESHOLD, MAPPED_FROM);
    mallopt(M_TRIM_THRESHOLD, 256 * MIB);
}

/* Where the system has no large pages, that is no failure.  The pages at either end are shared with neighbours, so that
 * pieces behind each other make one range.                                                                           */
static void advise(char *piece)
{
    uintptr_t page = (uintptr_t)sysconf(_SC_PAGESIZE),
              from = (uintptr_t)piece & ~(page - 1);
    uintptr_t to = ((uintptr_t)piece + PIECE + page - 1) & ~(page - 1);
    madvise((void *)from, to - from, MADV_HUGEPAGE);
}

/* What is allocated and freed at once stays with the thread, and what was said of it holds for what it allocates next. */
void memory_large_pages(unsigned megabytes)
{
    char *piece[MOST];
    unsigned n = 0;
    while (n < MOST && n * (PIECE / MIB) < megabytes && (piece[n] = malloc(PIECE)))
        advise(piece[n++]);
    while (n)
        free(piece[--n]);
}

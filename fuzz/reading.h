/* Bytes as a file, read record by record, for the targets of the containers. */
#ifndef WAQAI_FUZZ_READING_H
#define WAQAI_FUZZ_READING_H

#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

#include "input/saved.h"

enum { FUZZ_LIMIT = 1 << 20 };

typedef struct fuzz_sum {
    size_t results; /* records and failures */
    size_t bytes;   /* of the records */
} fuzz_sum;

/* `look` is called for each record; aborts where reading does not end. */
static fuzz_sum fuzz_read(const uint8_t *data, size_t size, void (*look)(const wq_page *r))
{
    fuzz_sum sum = { 0, 0 };
    char path[64];
    int fd = memfd_create("input", 0);
    if (fd < 0 || write(fd, data, size) != (ssize_t)size)
        abort();
    snprintf(path, sizeof path, "/proc/self/fd/%d", fd);
    wq_reader *reader;
    wq_page *record;
    wq_error err;
    wq_status st;
    if (wq_reader_open(path, &(wq_reader_options){ .page_limit = FUZZ_LIMIT }, &reader,
                       &err) != WQ_OK)
        abort();
    while ((st = wq_reader_next(reader, &record, &err)) != WQ_END) {
        if (sum.results++ > 2 * size + 2)
            abort();
        if (st != WQ_OK) {
            if (strchr(err.text, '\n') || strncmp(err.text, "/proc", 5) != 0)
                abort(); /* a message is one line and names the file */
            continue;
        }
        look(record);
        sum.bytes += record->bytes.n;
        wq_page_free(record);
    }
    wq_reader_close(reader);
    close(fd);
    return sum;
}

#endif

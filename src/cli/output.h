/* Where results go: whole lines, gathered, and never half of one. */
#ifndef WAQAI_OUTPUT_H
#define WAQAI_OUTPUT_H

#include <stdbool.h>
#include <stddef.h>

typedef struct output {
    int fd;
    const char *name; /* for messages */
    char *held;       /* whole lines not yet written */
    size_t n, cap;
    int failed; /* errno of the first failure; EPIPE: nobody reads any more */
} output;

/* `path` NULL is standard output.  A file must not be one of the inputs; false with a message. */
bool output_open(output *o, const char *path, char **inputs, int n_inputs);
/* Adds `n` bytes of whole lines.  False once writing has failed. */
bool output_add(output *o, const char *p, size_t n);
bool output_flush(output *o);
/* Writes what is held and closes.  False where any of it failed. */
bool output_close(output *o);

#endif

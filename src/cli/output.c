#include "output.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli.h"

enum { GATHER = 64 * 1024 };

/* Writing over an input would destroy it before it is read, writing behind it would never end. */
static bool is_input(const char *path, char **inputs, int n_inputs)
{
    struct stat out, in;
    if ((path ? stat(path, &out) : fstat(STDOUT_FILENO, &out)) != 0 ||
        !S_ISREG(out.st_mode))
        return false;
    for (int i = 0; i < n_inputs; i++)
        if (stat(inputs[i], &in) == 0 && in.st_dev == out.st_dev && in.st_ino == out.st_ino)
            return true;
    return false;
}

bool output_open(output *o, const char *path, char **inputs, int n_inputs)
{
    *o = (output){ .fd = STDOUT_FILENO, .name = "standard output" };
    if (path && strcmp(path, "-") == 0)
        path = NULL;
    if (path)
        o->name = path;
    if (is_input(path, inputs, n_inputs)) {
        complain("%s: is also an input; write to another file", o->name);
        return false;
    }
    if (!path)
        return true;
    o->fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOCTTY, 0666);
    if (o->fd < 0)
        complain("%s: %s", path, strerror(errno));
    return o->fd >= 0;
}

/* After a failure within a line (the disk is full) a file is cut back to its last whole line. */
static void cut_back(const output *o, size_t written)
{
    size_t whole = written;
    while (whole && o->held[whole - 1] != '\n')
        whole--;
    struct stat st;
    off_t at = lseek(o->fd, 0, SEEK_CUR);
    if (whole == written || at < (off_t)written || fstat(o->fd, &st) != 0 ||
        !S_ISREG(st.st_mode))
        return;
    if (ftruncate(o->fd, at - (off_t)(written - whole)) != 0)
        return; /* it was tried */
}

bool output_flush(output *o)
{
    size_t done = 0;
    while (!o->failed && done < o->n) {
        ssize_t n = write(o->fd, o->held + done, o->n - done);
        if (n > 0)
            done += (size_t)n;
        else if (n < 0 && errno != EINTR)
            o->failed = errno;
    }
    if (o->failed && done)
        cut_back(o, done);
    o->n = 0;
    return !o->failed;
}

static bool make_room(output *o, size_t n)
{
    if (o->cap - o->n >= n)
        return true;
    size_t cap = o->n + n > GATHER ? o->n + n : GATHER;
    char *p = realloc(o->held, cap);
    if (!p) {
        o->failed = ENOMEM;
        return false;
    }
    o->held = p;
    o->cap = cap;
    return true;
}

bool output_add(output *o, const char *p, size_t n)
{
    if (o->failed || n == 0)
        return !o->failed;
    if (o->n && o->n + n > GATHER && !output_flush(o))
        return false;
    if (!make_room(o, n))
        return false;
    memcpy(o->held + o->n, p, n);
    o->n += n;
    return o->n < GATHER || output_flush(o);
}

bool output_close(output *o)
{
    output_flush(o);
    if (o->fd > STDERR_FILENO && close(o->fd) != 0 && !o->failed)
        o->failed = errno;
    free(o->held);
    o->held = NULL;
    if (o->failed && o->failed != EPIPE)
        complain("%s: %s", o->name, strerror(o->failed));
    return !o->failed;
}

/* A stream of bytes with a window to look ahead in: a file, a pipe, unpacked on the way where it
 * is gzip (one member or many).  Parsers look at the window, ask for more, and step over what
 * they have used, so memory follows the largest item and not the file.                          */
#ifndef WAQAI_STREAM_H
#define WAQAI_STREAM_H

#include <zlib.h>

#include "base/base.h"

typedef struct stream {
    const char *name; /* for messages; borrowed */
    int fd;
    uint64_t taken; /* bytes read of the file as stored */
    char *window;   /* what is to be seen: window[at..end) */
    size_t at, end, cap;
    bool over;            /* nothing comes after the window */
    bool gzip, in_member; /* unpacking; a member has begun and not ended */
    bool hops;            /* at damage the window is kept, and reading goes on behind it */
    bool gap;             /* such damage lies behind the window */
    z_stream z;
    unsigned char *raw; /* packed bytes not yet unpacked are z.next_in, z.avail_in */
} stream;

/* Takes over `fd` and looks whether it holds gzip.  Fails with WQ_E_IO, WQ_E_NOMEM; the stream
 * can be closed then, too.                                                                     */
wq_status stream_open(stream *s, int fd, const char *name, wq_error *err);
void stream_close(stream *s);

/* Bytes to look at; good until the next call that reads. */
wq_str stream_window(const stream *s);
/* Adds at least one byte to the window: WQ_OK, or WQ_END.  Blocks no longer than the first bytes
 * need.  Damage (WQ_E_FORMAT: gzip, WQ_E_IO: a read failed) empties the window and ends the
 * stream.  Where `hops` is set it is kept, `gap` is set, and if the gzip has another member that
 * is what comes next: whoever has used the window calls stream_jump() first.                    */
wq_status stream_more(stream *s, wq_error *err);
void stream_jump(stream *s);
/* As many bytes as `n` in the window: WQ_OK; WQ_END where the stream ends before. */
wq_status stream_want(stream *s, size_t n, wq_error *err);
void stream_skip(stream *s, size_t n); /* bytes of the window */
/* Steps over `n` bytes, reading them if need be.  WQ_END where there are fewer. */
wq_status stream_drop(stream *s, uint64_t n, wq_error *err);

#endif

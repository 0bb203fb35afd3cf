/* A stored HTTP response: its head, and a body to be unpacked as it is, not as the head says.
 * (Archives keep heads that name encodings already undone, and bodies whose head says nothing.) */
#ifndef WAQAI_HTTP_H
#define WAQAI_HTTP_H

#include "base/base.h"

typedef struct http_head {
    int status;
    wq_str type;  /* Content-Type as sent, or unknown */
    bool chunked; /* the head says so; only tips the scales */
    size_t body;  /* where the body starts */
} http_head;

/* False where `block` does not begin with a complete HTTP response head. */
bool http_parse(wq_str block, http_head *out);

/* The value of header `name` in `head` (lines), trimmed; unknown where there is none. */
wq_str http_header(wq_str head, const char *name);

/* Undoes chunks, gzip, deflate and brotli until plain bytes are left.  *out points into `body`
 * or into `hold`, which the caller frees in any case.  Fails with WQ_E_LIMIT (more than `limit`
 * bytes), WQ_E_FORMAT (cut short or damaged), WQ_E_NOMEM; err->text has no file name.           */
wq_status http_decode(wq_str body, bool chunked, size_t limit, buf *hold, wq_str *out,
                      wq_error *err);

#endif

/* Writing JSON into a buf.  Input must be valid UTF-8; it is written as it is,
 * only '"', '\\' and control characters escaped, U+2028/9 too.                 */
#ifndef WAQAI_JSON_H
#define WAQAI_JSON_H

#include "base/base.h"

void json_str(buf *b, wq_str s);        /* "…" ; a slice with p == NULL gives null */
void json_key(buf *b, const char *key); /* comma if needed, then "key": */
void json_key_str(buf *b, const char *key, wq_str s);
void json_key_int(buf *b, const char *key, long long v);
void json_open(buf *b, char bracket); /* '{' or '[', comma before it if needed */
void json_close(buf *b, char bracket);

#endif

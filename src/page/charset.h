/* From the bytes of a page to UTF-8, whatever it says of its charset. */
#ifndef WAQAI_CHARSET_H
#define WAQAI_CHARSET_H

#include "base/base.h"

/* `bytes` as valid UTF-8 without NUL and with LF line ends, in the arena or `bytes` itself.
 *
 * A byte order mark decides; then UTF-16 by its zeros; then UTF-8 where the bytes are that but for a
 * scratch; then an 8-bit charset: Arabic ones by the commonest pair of letters, others by declaration
 * (`content_type`, meta) and detection.  *bad counts ill-formed sequences made U+FFFD.                */
wq_str charset_decode(arena *a, wq_str bytes, wq_str content_type, uint32_t *bad);

/* The charset named after "charset=" in a Content-Type or the first part of a page; p == NULL: none. */
wq_str charset_declared(wq_str s);

#endif

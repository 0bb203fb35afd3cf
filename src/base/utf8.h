/* UTF-8, after RFC 3629: no surrogates, nothing above U+10FFFF, shortest form only. */
#ifndef WAQAI_UTF8_H
#define WAQAI_UTF8_H

#include "base/base.h"

/* Decode one code point at p (n > 0 bytes left).  Returns its length in bytes,
 * or 0 where the bytes are ill-formed; *cp is then U+FFFD.                    */
static inline unsigned utf8_decode(const char *p, size_t n, uint32_t *cp);
unsigned utf8_encode(uint32_t cp, char out[4]); /* returns the length, 1..4 */
size_t utf8_count(wq_str s);                    /* code points of valid UTF-8 */
size_t utf8_valid_prefix(wq_str s);             /* bytes before the first ill-formed one */
size_t utf8_at(wq_str s, size_t nth);           /* byte offset of the nth code point */

/* A copy with every ill-formed sequence and NUL replaced by U+FFFD, CR LF and CR by LF
 * and a leading BOM dropped; *bad counts what was replaced.  Returns `s` itself where
 * there is nothing to mend.                                                            */
wq_str utf8_repair(arena *a, wq_str s, uint32_t *bad);

unsigned utf8_decode_any(const char *p, size_t n, uint32_t *cp); /* out of line */

/* Most of an article is letters of two bytes. */
static inline unsigned utf8_decode(const char *p, size_t n, uint32_t *cp)
{
    const unsigned char *b = (const unsigned char *)p;
    if (n < 2 || b[0] < 0xc2 || b[0] > 0xdf || (b[1] & 0xc0) != 0x80)
        return utf8_decode_any(p, n, cp);
    *cp = (b[0] & 0x1fu) << 6 | (b[1] & 0x3fu);
    return 2;
}

#endif

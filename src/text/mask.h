/* Words that were masked to slip past filters: الجـ.ـمود, فر.ض, إر*هاب, د ا ع ش, إرهaب. */
#ifndef WAQAI_MASK_H
#define WAQAI_MASK_H

#include "text/scan.h"

typedef struct mask_word {
    wq_str form, norm; /* put together, in the arena */
} mask_word;

/* The end of the masked word that begins with the letters [from, end), so many without their marks; `end` where they are a word
 * of their own.  Letters are joined when the whole is a word of the lexicon and the pieces are none, or where tatweel says that the word goes on.     */
size_t mask_end(text_scan *s, size_t from, size_t end, uint32_t letters, mask_word *out);

#endif

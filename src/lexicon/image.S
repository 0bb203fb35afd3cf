/* The compiled lexicon as read-only data; LEXICON_IMAGE is the path of what tools/lexc wrote.  LEXICON_SHARED: for a
 * shared library of its own, which the tests link; elsewhere nobody outside sees it.                              */
#ifdef LEXICON_SHARED
#define VISIBLE(name)
#else
#define VISIBLE(name) .hidden name
#endif
    .section .rodata
    .balign 16
    VISIBLE(lexicon_image)
    .globl lexicon_image
    .type lexicon_image, %object
lexicon_image:
    .incbin LEXICON_IMAGE
    .size lexicon_image, . - lexicon_image
    VISIBLE(lexicon_image_end)
    .globl lexicon_image_end
    .type lexicon_image_end, %object
lexicon_image_end:
    .byte 0
    .section .note.GNU-stack, "", %progbits

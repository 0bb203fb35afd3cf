/* The compiled lexicon as read-only data; LEXICON_IMAGE is the path of what tools/lexc wrote. */
    .section .rodata
    .balign 16
    .hidden lexicon_image
    .globl lexicon_image
    .type lexicon_image, %object
lexicon_image:
    .incbin LEXICON_IMAGE
    .size lexicon_image, . - lexicon_image
    .hidden lexicon_image_end
    .globl lexicon_image_end
    .type lexicon_image_end, %object
lexicon_image_end:
    .byte 0
    .section .note.GNU-stack, "", %progbits

/* The letters that inflection adds, drops or changes, by their names in Unicode. */
#ifndef WAQAI_LETTERS_H
#define WAQAI_LETTERS_H

enum {
    ALEF_MADDA = 0x622,
    ALEF_HAMZA = 0x623,
    ALEF_HAMZA_BELOW = 0x625,
    ALEF = 0x627,
    WAW = 0x648,
    YEH = 0x64a,
    TEH = 0x62a,
    NUN = 0x646,
    MEEM = 0x645,
    HEH = 0x647,
    HAMZA = 0x621,
    WAW_HAMZA = 0x624,
    YEH_HAMZA = 0x626,
    TEH_MARBUTA = 0x629,
    ALEF_MAKSURA = 0x649,
    SEEN = 0x633
};

#endif

/* The letters that rules of spelling and inflection name, in UTF-8, to be written one after another: STR(AR_WAW AR_NOON).
 * Names are Unicode's.  Source files keep to ASCII outside comments: strings that run from right to left read badly in code.    */
#ifndef WAQAI_LETTERS_H
#define WAQAI_LETTERS_H

#define AR_HAMZA            "\xd8\xa1" /* ء */
#define AR_ALEF_HAMZA_ABOVE "\xd8\xa3" /* أ */
#define AR_ALEF_HAMZA_BELOW "\xd8\xa5" /* إ */
#define AR_WAW_HAMZA_ABOVE  "\xd8\xa4" /* ؤ */
#define AR_YEH_HAMZA_ABOVE  "\xd8\xa6" /* ئ */
#define AR_ALEF             "\xd8\xa7" /* ا */
#define AR_BEH              "\xd8\xa8" /* ب */
#define AR_TEH_MARBUTA      "\xd8\xa9" /* ة */
#define AR_TEH              "\xd8\xaa" /* ت */
#define AR_SEEN             "\xd8\xb3" /* س */
#define AR_AIN              "\xd8\xb9" /* ع */
#define AR_TATWEEL          "\xd9\x80" /* tatweel */
#define AR_FEH              "\xd9\x81" /* ف */
#define AR_KAF              "\xd9\x83" /* ك */
#define AR_LAM              "\xd9\x84" /* ل */
#define AR_MEEM             "\xd9\x85" /* م */
#define AR_NOON             "\xd9\x86" /* ن */
#define AR_HEH              "\xd9\x87" /* ه */
#define AR_WAW              "\xd9\x88" /* و */
#define AR_ALEF_MAKSURA     "\xd9\x89" /* ى */
#define AR_YEH              "\xd9\x8a" /* ي */
#define AR_FATHATAN         "\xd9\x8b" /* mark */
#define AR_DAMMA            "\xd9\x8f" /* mark */
#define AR_SHADDA           "\xd9\x91" /* mark */

#define AR_AL AR_ALEF AR_LAM /* the article */

#endif

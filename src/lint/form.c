/* The form of files, line by line. */
#include <unicode/unorm2.h>
#include <unicode/ustring.h>

#include "base/utf8.h"
#include "lint/rows.h"

static const char *refused(uint32_t cp)
{
    static const struct {
        uint32_t first, last;
        const char *what;
    } ranges[] = {
        { 0x00, 0x08, "a control character" },
        { 0x0a, 0x1f, "a control character" },
        { 0x7f, 0x9f, "a control character" },
        { 0xa0, 0xa0, "a no-break space" },
        { 0xad, 0xad, "an invisible character" },
        { 0x61c, 0x61c, "an invisible direction mark" },
        { 0x640, 0x640, "a tatweel" },
        { 0x200b, 0x200d, "an invisible character" },
        { 0x200e, 0x200f, "an invisible direction mark" },
        { 0x202a, 0x202e, "an invisible direction mark" },
        { 0x2060, 0x2060, "an invisible character" },
        { 0x2066, 0x2069, "an invisible direction mark" },
        { 0xfb50, 0xfdff, "a presentation form" },
        { 0xfe70, 0xfefe, "a presentation form" },
        { 0xfeff, 0xfeff, "an invisible character" },
    };
    for (size_t i = 0; i < sizeof ranges / sizeof *ranges; i++)
        if (cp >= ranges[i].first && cp <= ranges[i].last)
            return ranges[i].what;
    return NULL;
}

static bool is_nfc(lint *l, const UNormalizer2 *nfc, wq_str line)
{
    UChar *wide = ARENA_ARRAY(l->mem, UChar, line.n + 1);
    int32_t n = 0;
    UErrorCode status = U_ZERO_ERROR;
    u_strFromUTF8(wide, (int32_t)line.n + 1, &n, line.p, (int32_t)line.n, &status);
    return unorm2_isNormalized(nfc, wide, n, &status) && U_SUCCESS(status);
}

static bool is_ascii(wq_str line)
{
    for (size_t i = 0; i < line.n; i++)
        if ((unsigned char)line.p[i] >= 0x80)
            return false;
    return true;
}

static void check_line(lint *l, const UNormalizer2 *nfc, wq_str file, uint32_t number,
                       wq_str line)
{
    for (size_t i = 0; i < line.n;) {
        uint32_t cp;
        unsigned n = utf8_decode(line.p + i, line.n - i, &cp);
        if (n == 0) {
            lint_report(l, file, number, "ill-formed UTF-8 at byte %zu", i);
            return;
        }
        const char *why = refused(cp);
        if (why && !lint_excused(l, file, why))
            lint_report(l, file, number, "%s (U+%04X) at byte %zu", why, cp, i);
        i += n;
    }
    if (line.n && (line.p[line.n - 1] == ' ' || line.p[line.n - 1] == '\t'))
        lint_report(l, file, number, "a blank at the end of the line");
    if (nfc && !is_ascii(line) && !is_nfc(l, nfc, line))
        lint_report(l, file, number, "not in Unicode normal form C");
}

void lint_check_form(lint *l)
{
    UErrorCode status = U_ZERO_ERROR;
    const UNormalizer2 *nfc = unorm2_getNFCInstance(&status);
    for (uint32_t i = 0; i < l->files.n; i++) {
        const lint_file *f = &l->files.v[i];
        wq_str rest = f->text, line;
        uint32_t number = 0;
        while (str_next(&rest, '\n', &line))
            check_line(l, U_SUCCESS(status) ? nfc : NULL, f->path, ++number, line);
        if (f->text.n && f->text.p[f->text.n - 1] != '\n')
            lint_report(l, f->path, number, "the last line has no line feed");
    }
}

#include "input/sniff.h"

typedef struct magic {
    size_t at, n;
    const char *bytes, *what;
} magic;

#define MAGIC(at, bytes, what)                   \
    {                                            \
        (at), sizeof(bytes) - 1, (bytes), (what) \
    }

static const magic magics[] = {
    MAGIC(0, "%PDF-", "PDF"),
    MAGIC(0, "\x89PNG", "image"),
    MAGIC(0, "\xff\xd8\xff", "image"),
    MAGIC(0, "GIF8", "image"),
    MAGIC(0, "BM\0\0", "image"),
    MAGIC(0, "\0\0\1\0", "image"),
    MAGIC(8, "WEBP", "image"),
    MAGIC(4, "ftyp", "video"),
    MAGIC(0, "\x1a\x45\xdf\xa3", "video"),
    MAGIC(0, "ID3", "audio"),
    MAGIC(0, "OggS", "audio"),
    MAGIC(0, "wOFF", "font"),
    MAGIC(0, "wOF2", "font"),
    MAGIC(0, "PK\3\4", "ZIP archive"),
    MAGIC(0, "Rar!", "RAR archive"),
    MAGIC(0, "7z\xbc\xaf", "7z archive"),
    MAGIC(257, "ustar", "tar archive"),
    MAGIC(0, "\x1f\x8b\x08", "gzip within gzip"),
    MAGIC(0,
          "\xfd"
          "7zXZ",
          "xz file; unpack it first"),
    MAGIC(0, "\x28\xb5\x2f\xfd", "zstd file; unpack it first"),
    MAGIC(0, "BZh", "bzip2 file; unpack it first"),
    MAGIC(0, "SQLite format 3", "database"),
    MAGIC(0,
          "\x7f"
          "ELF",
          "program"),
};

static const char *known_binary(wq_str s)
{
    for (size_t i = 0; i < sizeof magics / sizeof *magics; i++) {
        const magic *m = &magics[i];
        if (s.n >= m->at + m->n && memcmp(s.p + m->at, m->bytes, m->n) == 0)
            return m->what;
    }
    return NULL;
}

/* Arabic in UTF-16 is full of bytes 0x06; a byte order mark or a NUL in every second place
 * tells it from binary data.                                                               */
static bool is_utf16(wq_str s)
{
    if (str_starts(s, STR("\xff\xfe")) || str_starts(s, STR("\xfe\xff")))
        return true;
    if (s.n < 4 || s.p[0] == s.p[1])
        return false;
    size_t side = s.p[0] == 0 ? 0 : 1;
    return s.p[side] == 0 && s.p[side ^ 1] != 0 && s.p[side + 2] == 0 &&
           s.p[2 + (side ^ 1)] != 0;
}

bool sniff_binary(wq_str s)
{
    if (is_utf16(s))
        return false;
    size_t n = s.n < 4096 ? s.n : 4096;
    size_t control = 0;
    for (size_t i = 0; i < n; i++) {
        unsigned char c = (unsigned char)s.p[i];
        control +=
            c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != 0x1b;
    }
    return control * 20 > n; /* some pages hold a NUL or a form separator or two */
}

/* ---- JSON ------------------------------------------------------------------- */

/* Is the first line of an object all of it?  A pretty-printed one breaks off outside a string
 * after a bracket, colon or comma; a damaged line of JSON Lines breaks off anywhere else.      */
static bool is_spread(wq_str line)
{
    bool quoted = false;
    char last = 0;
    for (size_t i = 0; i < line.n; i++) {
        char c = line.p[i];
        if (quoted && c == '\\')
            i++;
        else if (c == '"')
            quoted = !quoted;
        if (c != ' ' && c != '\t' && c != '\r')
            last = c;
    }
    return !quoted && last && strchr("{[,:", last);
}

static bool is_object_line(wq_str line)
{
    line = str_trim(line);
    return line.n >= 2 && line.p[0] == '{' && line.p[line.n - 1] == '}' &&
           (line.p[1] == '"' || line.p[1] == '}' || line.p[1] == ' ');
}

/* One broken line at the top does not make text of a JSON Lines file. */
static bool has_object_lines(wq_str s)
{
    size_t objects = 0, others = 0;
    for (wq_str line; str_next(&s, '\n', &line) && objects + others < 8;) {
        bool cut = !s.p; /* the last piece may go on */
        if (str_trim(line).n == 0 || cut)
            continue;
        if (is_object_line(line))
            objects++;
        else
            others++;
    }
    return objects > others || (objects && others == 1);
}

static sniffed object_or_text(wq_str s, bool all)
{
    const char *end = memchr(s.p, '\n', s.n);
    if (!end && !all && s.n < SNIFF_ENOUGH)
        return SNIFF_MORE;
    wq_str line = { s.p, end ? (size_t)(end - s.p) : s.n };
    wq_str inside = str_trim(str_sub(s, 1, s.n));
    if (inside.n == 0 && !all && s.n < SNIFF_ENOUGH)
        return SNIFF_MORE;
    if (inside.n && inside.p[0] != '"' && inside.p[0] != '}' && !has_object_lines(s))
        return SNIFF_PAGE; /* text that begins with a brace */
    return end && is_spread(line) ? SNIFF_JSON_VALUES : SNIFF_JSON_LINES;
}

static sniffed array_or_text(wq_str s, bool all)
{
    wq_str inside = str_trim(str_sub(s, 1, s.n));
    if (inside.n == 0 && !all && s.n < SNIFF_ENOUGH)
        return SNIFF_MORE;
    if (inside.n && (inside.p[0] == '{' || inside.p[0] == ']'))
        return SNIFF_JSON_VALUES;
    return SNIFF_PAGE;
}

/* ---- markup ------------------------------------------------------------------ */

/* The name of the root element, past declarations and comments; n == 0 where the bytes at hand
 * end before it.                                                                              */
static wq_str root_name(wq_str s)
{
    for (;;) {
        s = str_trim(s);
        ptrdiff_t skip;
        if (str_starts(s, STR("<!--")))
            skip = str_find(s, STR("-->"));
        else if (str_starts(s, STR("<?")) || str_starts(s, STR("<!")))
            skip = str_find(s, STR(">"));
        else
            break;
        if (skip < 0)
            return STR("");
        s = str_sub(s, (size_t)skip + 1, s.n);
        if (str_starts(s, STR("->"))) /* of "-->" */
            s = str_sub(s, 2, s.n);
    }
    if (s.n == 0 || s.p[0] != '<')
        return s.n ? STR("#text") : STR("");
    size_t n = 1;
    while (n < s.n && !strchr(" \t\r\n/>", s.p[n]))
        n++;
    return n < s.n ? str_sub(s, 1, n) : STR("");
}

static sniffed markup(wq_str s, bool all, const char **what)
{
    wq_str root = root_name(str_sub(s, 0, SNIFF_ENOUGH));
    if (root.n == 0)
        return all || s.n >= SNIFF_ENOUGH ? SNIFF_PAGE : SNIFF_MORE;
    static const char *const feeds[] = { "rss", "feed", "atom:feed", "rdf:RDF" };
    for (size_t i = 0; i < sizeof feeds / sizeof *feeds; i++)
        if (str_eq_nocase(root, str_of(feeds[i])))
            return SNIFF_FEED;
    static const char *const others[][2] = { { "urlset", "sitemap" },
                                             { "sitemapindex", "sitemap" },
                                             { "svg", "image" },
                                             { "opml", "feed list" },
                                             { "OpenSearchDescription",
                                               "search description" } };
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (str_eq_nocase(root, str_of(others[i][0]))) {
            *what = others[i][1];
            return SNIFF_OTHER;
        }
    return SNIFF_PAGE;
}

/* ---- the whole ---------------------------------------------------------------- */

static sniffed text_kind(wq_str s, bool all, const char **what)
{
    if (s.p[0] == '{')
        return object_or_text(s, all);
    if (s.p[0] == '[') {
        sniffed kind = array_or_text(s, all);
        if (kind != SNIFF_PAGE)
            return kind;
    }
    if (s.p[0] == '<')
        return markup(s, all, what);
    if (!all && s.n < SNIFF_ENOUGH)
        return SNIFF_MORE;
    return has_object_lines(s) ? SNIFF_JSON_LINES : SNIFF_PAGE;
}

/* White space at the end is kept: a line feed there ends a line. */
static wq_str past_space(wq_str s)
{
    wq_str trimmed = str_trim(s);
    return trimmed.n ? str_sub(s, (size_t)(trimmed.p - s.p), s.n) : trimmed;
}

sniffed sniff(wq_str start, bool all, const char **what)
{
    const char *unused;
    what = what ? what : &unused;
    bool enough = all || start.n >= SNIFF_ENOUGH;
    if (str_starts(start, STR("WARC/")))
        return SNIFF_WARC;
    *what = known_binary(start);
    if (*what)
        return SNIFF_OTHER;
    wq_str s = str_starts(start, STR("\xef\xbb\xbf")) ? str_sub(start, 3, start.n) : start;
    s = past_space(s);
    if (s.n == 0)
        return enough ? SNIFF_EMPTY : SNIFF_MORE;
    if (s.n < 512 && !enough && s.p[0] != '{')
        return SNIFF_MORE;
    if (sniff_binary(start)) {
        *what = "binary data";
        return SNIFF_OTHER;
    }
    return text_kind(s, all, what);
}

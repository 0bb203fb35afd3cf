#include <stdlib.h>

#include "base/utf8.h"
#include "page/html_text.h"

/* The entities of HTML 4 and the few of HTML 5 that news pages use, sorted by name. */
static const struct entity {
    const char *name;
    uint16_t cp;
} entities[] = {
    { "AElig", 198 },
    { "AMP", 38 },
    { "Aacute", 193 },
    { "Acirc", 194 },
    { "Agrave", 192 },
    { "Alpha", 913 },
    { "Aring", 197 },
    { "Atilde", 195 },
    { "Auml", 196 },
    { "Beta", 914 },
    { "COPY", 169 },
    { "Ccedil", 199 },
    { "Chi", 935 },
    { "Dagger", 8225 },
    { "Delta", 916 },
    { "ETH", 208 },
    { "Eacute", 201 },
    { "Ecirc", 202 },
    { "Egrave", 200 },
    { "Epsilon", 917 },
    { "Eta", 919 },
    { "Euml", 203 },
    { "GT", 62 },
    { "Gamma", 915 },
    { "Iacute", 205 },
    { "Icirc", 206 },
    { "Igrave", 204 },
    { "Iota", 921 },
    { "Iuml", 207 },
    { "Kappa", 922 },
    { "LT", 60 },
    { "Lambda", 923 },
    { "Mu", 924 },
    { "NewLine", 10 },
    { "Ntilde", 209 },
    { "Nu", 925 },
    { "OElig", 338 },
    { "Oacute", 211 },
    { "Ocirc", 212 },
    { "Ograve", 210 },
    { "Omega", 937 },
    { "Omicron", 927 },
    { "Oslash", 216 },
    { "Otilde", 213 },
    { "Ouml", 214 },
    { "Phi", 934 },
    { "Pi", 928 },
    { "Prime", 8243 },
    { "Psi", 936 },
    { "QUOT", 34 },
    { "REG", 174 },
    { "Rho", 929 },
    { "Scaron", 352 },
    { "Sigma", 931 },
    { "THORN", 222 },
    { "Tab", 9 },
    { "Tau", 932 },
    { "Theta", 920 },
    { "Uacute", 218 },
    { "Ucirc", 219 },
    { "Ugrave", 217 },
    { "Upsilon", 933 },
    { "Uuml", 220 },
    { "Xi", 926 },
    { "Yacute", 221 },
    { "Yuml", 376 },
    { "ZeroWidthSpace", 8203 },
    { "Zeta", 918 },
    { "aacute", 225 },
    { "acirc", 226 },
    { "acute", 180 },
    { "aelig", 230 },
    { "agrave", 224 },
    { "alefsym", 8501 },
    { "alpha", 945 },
    { "amp", 38 },
    { "and", 8743 },
    { "ang", 8736 },
    { "apos", 39 },
    { "aring", 229 },
    { "ast", 42 },
    { "asymp", 8776 },
    { "atilde", 227 },
    { "auml", 228 },
    { "bdquo", 8222 },
    { "beta", 946 },
    { "brvbar", 166 },
    { "bull", 8226 },
    { "cap", 8745 },
    { "ccedil", 231 },
    { "cedil", 184 },
    { "cent", 162 },
    { "chi", 967 },
    { "circ", 710 },
    { "clubs", 9827 },
    { "colon", 58 },
    { "comma", 44 },
    { "commat", 64 },
    { "cong", 8773 },
    { "copy", 169 },
    { "crarr", 8629 },
    { "cup", 8746 },
    { "curren", 164 },
    { "dArr", 8659 },
    { "dagger", 8224 },
    { "darr", 8595 },
    { "deg", 176 },
    { "delta", 948 },
    { "diams", 9830 },
    { "divide", 247 },
    { "dollar", 36 },
    { "eacute", 233 },
    { "ecirc", 234 },
    { "egrave", 232 },
    { "empty", 8709 },
    { "emsp", 8195 },
    { "ensp", 8194 },
    { "epsilon", 949 },
    { "equals", 61 },
    { "equiv", 8801 },
    { "eta", 951 },
    { "eth", 240 },
    { "euml", 235 },
    { "euro", 8364 },
    { "excl", 33 },
    { "exist", 8707 },
    { "fnof", 402 },
    { "forall", 8704 },
    { "frac12", 189 },
    { "frac14", 188 },
    { "frac34", 190 },
    { "frasl", 8260 },
    { "gamma", 947 },
    { "ge", 8805 },
    { "gt", 62 },
    { "hArr", 8660 },
    { "harr", 8596 },
    { "hearts", 9829 },
    { "hellip", 8230 },
    { "hyphen", 8208 },
    { "iacute", 237 },
    { "icirc", 238 },
    { "iexcl", 161 },
    { "igrave", 236 },
    { "image", 8465 },
    { "infin", 8734 },
    { "int", 8747 },
    { "iota", 953 },
    { "iquest", 191 },
    { "isin", 8712 },
    { "iuml", 239 },
    { "kappa", 954 },
    { "lArr", 8656 },
    { "lambda", 955 },
    { "lang", 9001 },
    { "laquo", 171 },
    { "larr", 8592 },
    { "lbrack", 91 },
    { "lceil", 8968 },
    { "ldquo", 8220 },
    { "le", 8804 },
    { "lfloor", 8970 },
    { "lowast", 8727 },
    { "lowbar", 95 },
    { "loz", 9674 },
    { "lpar", 40 },
    { "lrm", 8206 },
    { "lsaquo", 8249 },
    { "lsquo", 8216 },
    { "lt", 60 },
    { "macr", 175 },
    { "mdash", 8212 },
    { "micro", 181 },
    { "middot", 183 },
    { "minus", 8722 },
    { "mu", 956 },
    { "nabla", 8711 },
    { "nbsp", 160 },
    { "ndash", 8211 },
    { "ne", 8800 },
    { "ni", 8715 },
    { "not", 172 },
    { "notin", 8713 },
    { "nsub", 8836 },
    { "ntilde", 241 },
    { "nu", 957 },
    { "num", 35 },
    { "oacute", 243 },
    { "ocirc", 244 },
    { "oelig", 339 },
    { "ograve", 242 },
    { "oline", 8254 },
    { "omega", 969 },
    { "omicron", 959 },
    { "oplus", 8853 },
    { "or", 8744 },
    { "ordf", 170 },
    { "ordm", 186 },
    { "oslash", 248 },
    { "otilde", 245 },
    { "otimes", 8855 },
    { "ouml", 246 },
    { "para", 182 },
    { "part", 8706 },
    { "percnt", 37 },
    { "period", 46 },
    { "permil", 8240 },
    { "perp", 8869 },
    { "phi", 966 },
    { "pi", 960 },
    { "piv", 982 },
    { "plus", 43 },
    { "plusmn", 177 },
    { "pound", 163 },
    { "prime", 8242 },
    { "prod", 8719 },
    { "prop", 8733 },
    { "psi", 968 },
    { "quest", 63 },
    { "quot", 34 },
    { "rArr", 8658 },
    { "radic", 8730 },
    { "rang", 9002 },
    { "raquo", 187 },
    { "rarr", 8594 },
    { "rbrack", 93 },
    { "rceil", 8969 },
    { "rdquo", 8221 },
    { "real", 8476 },
    { "reg", 174 },
    { "rfloor", 8971 },
    { "rho", 961 },
    { "rlm", 8207 },
    { "rpar", 41 },
    { "rsaquo", 8250 },
    { "rsquo", 8217 },
    { "sbquo", 8218 },
    { "scaron", 353 },
    { "sdot", 8901 },
    { "sect", 167 },
    { "semi", 59 },
    { "shy", 173 },
    { "sigma", 963 },
    { "sigmaf", 962 },
    { "sim", 8764 },
    { "sol", 47 },
    { "spades", 9824 },
    { "sub", 8834 },
    { "sube", 8838 },
    { "sum", 8721 },
    { "sup", 8835 },
    { "sup1", 185 },
    { "sup2", 178 },
    { "sup3", 179 },
    { "supe", 8839 },
    { "szlig", 223 },
    { "tau", 964 },
    { "there4", 8756 },
    { "theta", 952 },
    { "thetasym", 977 },
    { "thinsp", 8201 },
    { "thorn", 254 },
    { "tilde", 732 },
    { "times", 215 },
    { "trade", 8482 },
    { "uArr", 8657 },
    { "uacute", 250 },
    { "uarr", 8593 },
    { "ucirc", 251 },
    { "ugrave", 249 },
    { "uml", 168 },
    { "upsih", 978 },
    { "upsilon", 965 },
    { "uuml", 252 },
    { "weierp", 8472 },
    { "xi", 958 },
    { "yacute", 253 },
    { "yen", 165 },
    { "yuml", 255 },
    { "zeta", 950 },
    { "zwj", 8205 },
    { "zwnj", 8204 },
};

enum {
    N_ENTITIES = sizeof entities / sizeof entities[0],
    MAX_ENTITY = 15,
    MAX_DIGITS = 8,
    NBSP = 0xa0
};

/* Code points that HTML reads 0x80..0x9F as: windows-1252. */
static const uint16_t c1[32] = {
    0x20ac, 0xfffd, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160,
    0x2039, 0x0152, 0xfffd, 0x017d, 0xfffd, 0xfffd, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
    0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0xfffd, 0x017e, 0x0178,
};

static int hex_value(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    c = (char)(c | 0x20);
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

static uint32_t checked(uint32_t cp)
{
    if (cp >= 0x80 && cp < 0xa0)
        return c1[cp - 0x80];
    if (cp == 0 || cp > 0x10ffff || (cp >= 0xd800 && cp < 0xe000))
        return 0xfffd;
    return cp < 0x20 || cp == 0x7f ? ' ' : cp; /* controls would not be seen either */
}

/* "&#1575;" or "&#x627;" at p. */
static size_t numeric(const char *p, size_t n, uint32_t *cp)
{
    size_t i = 2;
    uint32_t base = 10, value = 0;
    if (i < n && (p[i] == 'x' || p[i] == 'X')) {
        base = 16;
        i++;
    }
    size_t first = i;
    for (int d; i < n && i - first < MAX_DIGITS; i++) {
        d = hex_value(p[i]);
        if (d < 0 || (uint32_t)d >= base)
            break;
        value = value * base + (uint32_t)d;
    }
    if (i == first)
        return 0;
    *cp = checked(value);
    return i + (i < n && p[i] == ';');
}

static int by_name(const void *key, const void *item)
{
    return strcmp(key, ((const struct entity *)item)->name);
}

/* Named entities need their semicolon, but for the five that pages forget it with. */
static bool may_lack_semicolon(const char *name)
{
    return !strcmp(name, "nbsp") || !strcmp(name, "quot") || !strcmp(name, "amp") ||
           !strcmp(name, "lt") || !strcmp(name, "gt");
}

static size_t named(const char *p, size_t n, uint32_t *cp)
{
    char name[MAX_ENTITY + 1];
    size_t i = 1;
    while (i < n && i <= MAX_ENTITY && p[i] > ' ' && p[i] < 0x7f && p[i] != ';' &&
           p[i] != '&')
        i++;
    if (i == 1 || i > MAX_ENTITY)
        return 0;
    memcpy(name, p + 1, i - 1);
    name[i - 1] = '\0';
    const struct entity *e = bsearch(name, entities, N_ENTITIES, sizeof *e, by_name);
    bool closed = i < n && p[i] == ';';
    if (!e || (!closed && !may_lack_semicolon(name)))
        return 0;
    *cp = e->cp;
    return i + closed;
}

size_t html_entity(const char *p, size_t n, uint32_t *cp)
{
    if (n < 3)
        return 0;
    return p[1] == '#' ? numeric(p, n, cp) : named(p, n, cp);
}

/* True where the byte is copied as it is; 0xc2 may begin a no-break space. */
static bool is_plain(char c)
{
    return (unsigned char)c > ' ' && c != '&' && c != '\xc2';
}

static void add_cp(uint32_t cp, char *out, size_t start, size_t *w)
{
    if (cp > ' ' && cp != NBSP)
        *w += utf8_encode(cp, out + *w);
    else if (*w > start && out[*w - 1] != ' ')
        out[(*w)++] = ' ';
}

void html_append(wq_str in, char *out, size_t start, size_t *w)
{
    for (size_t i = 0; i < in.n;) {
        size_t j = i;
        while (j < in.n && is_plain(in.p[j]))
            j++;
        if (j > i) {
            memcpy(out + *w, in.p + i, j - i);
            *w += j - i;
            i = j;
            continue;
        }
        uint32_t cp = (unsigned char)in.p[i];
        size_t len = cp == '&' ? html_entity(in.p + i, in.n - i, &cp)
                               : utf8_decode(in.p + i, in.n - i, &cp);
        if (len || cp == '&') /* nothing for a character that a slice cuts */
            add_cp(cp, out, start, w);
        i += len ? len : 1;
    }
}

wq_str html_decode(arena *a, wq_str in)
{
    size_t i = 0;
    while (i < in.n && is_plain(in.p[i]))
        i++;
    if (i == in.n)
        return str_trim(in);
    char *out = arena_alloc(a, in.n + 1);
    size_t w = 0;
    html_append(in, out, 0, &w);
    return str_trim((wq_str){ out, w });
}

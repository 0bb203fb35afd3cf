#include "page/textmeta.h"

#include <unicode/ucal.h>

#include "base/utf8.h"
#include "page/line.h"
#include "page/pattern.h"

enum {
    STAMP_BYTES = 400, /* a longer line is no stamp */
    STAMP_WORDS = 24,
    STAMP_DATES = 4, /* Gregorian and Hijri, published and changed */
    PIECE_WORDS = 4, /* of a byline between dashes */
    BYLINE_WORDS = 9,
    LEAD_WORDS =
        2 * BYLINE_WORDS + 1, /* a byline, and so many again that a paragraph follows */
    NAME_WORDS = 4,           /* of a reporter or outlet */
    PLACE_WORDS = 3,
    SAME_WORDS = 4, /* a title that begins another has at least so many words */
    SAME_TAIL = 4,
    MAX_HITS = 8,
    WAW = 0x648,
    FEH = 0x641
};

/* ---- what words name --------------------------------------------------------------- */

static bool is_place_table(uint16_t table)
{
    return table == LEX_CITY || table == LEX_PLACE || table == LEX_COUNTRY ||
           table == LEX_METONYM;
}

static bool names_place(const lexicon *lex, wq_str key)
{
    uint32_t n;
    const lex_entry *e = lex_find(lex, key, &n);
    for (uint32_t i = 0; i < n; i++)
        if (is_place_table(e[i].table) && e[i].form == LEX_NAME)
            return true;
    return (pattern_phrase(lex, key, "word", NULL) & PATTERN_ZONE) != 0;
}

static bool names_medium(const lexicon *lex, wq_str key)
{
    uint32_t n;
    const lex_entry *e = lex_find(lex, key, &n);
    for (uint32_t i = 0; i < n; i++) {
        if (e[i].table == LEX_ACTOR &&
            str_eq(lex_cell(lex, LEX_ACTOR, e[i].row, "kind"), STR("media")))
            return true;
    }
    return false;
}

/* ---- stamps ------------------------------------------------------------------------ */

typedef struct stamp_scan {
    const lexicon *lex;
    line_words l;
    calendar_stamp date[STAMP_DATES];
    uint32_t n;
    bool known[LINE_MAX_WORDS]; /* may stand in a stamp */
    uint32_t zone;              /* row of zones.tsv, or UINT32_MAX */
} stamp_scan;

static void find_dates(stamp_scan *s, wq_str line)
{
    for (uint32_t from = 0; s->n < STAMP_DATES; s->n++) {
        calendar_stamp *d = &s->date[s->n];
        if (!calendar_find(s->lex, line, from, d) || d->end <= from)
            break;
        from = d->end;
    }
}

static bool in_date(const stamp_scan *s, const line_word *w)
{
    for (uint32_t i = 0; i < s->n; i++)
        if (w->raw_from < s->date[i].end && w->raw_to > s->date[i].start)
            return true;
    return false;
}

/* Marks the phrase at word `i` that may stand in a stamp, if there is one. */
static void know_phrase(stamp_scan *s, uint32_t i)
{
    for (uint32_t last = i + PLACE_WORDS; last > i; last--) {
        if (last > s->l.n)
            continue;
        uint32_t row = UINT32_MAX;
        wq_str key = line_key(&s->l, i, last);
        unsigned kinds = pattern_phrase(s->lex, key, "word", &row);
        bool zone = kinds & PATTERN_ZONE;
        bool introduces = pattern_phrase(s->lex, key, "prefix", NULL) &
                          (PATTERN_DATELINE | PATTERN_UPDATED);
        if (!zone && !introduces && !(kinds & PATTERN_STAMP) && !names_place(s->lex, key))
            continue;
        if (zone && s->zone == UINT32_MAX)
            s->zone = row;
        for (uint32_t k = i; k < last; k++)
            s->known[k] = true;
        return;
    }
}

static void know_words(stamp_scan *s)
{
    for (uint32_t i = 0; i < s->l.n; i++) {
        if (s->l.w[i].number || in_date(s, &s->l.w[i]))
            s->known[i] = true;
        else if (!s->known[i])
            know_phrase(s, i);
    }
}

static bool is_bar(uint32_t mark)
{
    return mark == '|' || mark == 0x2022 || mark == 0xb7;
}

/* A piece between bars that holds no word of a stamp is somebody's name or a section's. */
static bool is_stamp(const stamp_scan *s)
{
    uint32_t known = 0, unknown = 0;
    for (uint32_t i = 0; i < s->l.n; i++) {
        if (s->known[i])
            known++;
        else
            unknown++;
        if (i + 1 < s->l.n && !is_bar(s->l.w[i].mark))
            continue;
        if ((known && unknown) || unknown > PIECE_WORDS)
            return false;
        known = unknown = 0;
    }
    return true;
}

/* The date that "last update" does not introduce. */
static const calendar_stamp *published_of(const stamp_scan *s)
{
    for (uint32_t i = 0; i < s->n; i++) {
        wq_str before = str_sub(s->l.line, i ? s->date[i - 1].end : 0, s->date[i].start);
        if (!(pattern_line(s->lex, before) & PATTERN_UPDATED))
            return &s->date[i];
    }
    return &s->date[0];
}

/* Minutes east of UTC that clocks of an IANA zone showed at the stamp's local time. */
static bool zone_offset(arena *a, wq_str zone, const calendar_stamp *st, int *minutes)
{
    UErrorCode code = U_ZERO_ERROR;
    UChar *name = ARENA_ARRAY(a, UChar, zone.n + 1);
    for (size_t i = 0; i < zone.n; i++)
        name[i] = (UChar)zone.p[i];
    UCalendar *c = ucal_open(name, (int32_t)zone.n, "en", UCAL_GREGORIAN, &code);
    if (U_FAILURE(code))
        return false;
    ucal_setDateTime(c, st->date.year, st->date.month - 1, st->date.day, st->hour,
                     st->minute < 0 ? 0 : st->minute, 0, &code);
    int32_t ms = ucal_get(c, UCAL_ZONE_OFFSET, &code) + ucal_get(c, UCAL_DST_OFFSET, &code);
    ucal_close(c);
    *minutes = (int)(ms / 60000);
    return U_SUCCESS(code);
}

bool textmeta_date(const lexicon *lex, arena *a, wq_str line, calendar_stamp *out)
{
    if (line.n > STAMP_BYTES)
        return false;
    stamp_scan s = { .lex = lex, .zone = UINT32_MAX };
    line_read(line, &s.l);
    if (s.l.n > STAMP_WORDS || s.l.cut)
        return false;
    find_dates(&s, line);
    if (s.n == 0 || !s.date[0].explicit_year)
        return false;
    know_words(&s);
    if (!is_stamp(&s))
        return false;
    *out = *published_of(&s);
    if (out->hour >= 0 && !out->has_offset && s.zone != UINT32_MAX)
        out->has_offset =
            zone_offset(a, lex_cell(lex, LEX_PATTERN, s.zone, "text"), out, &out->offset);
    return true;
}

/* ---- bylines ----------------------------------------------------------------------- */

typedef struct pieces {
    uint32_t n, words, places,
        sources; /* pieces; words; pieces that are a place, a source */
    bool other;  /* a piece is too long or too common for a name */
} pieces;

/* No colon: it stands in headlines behind a place or a speaker. */
static bool is_dash(uint32_t mark)
{
    return mark == '-' || mark == 0x2013 || mark == 0x2014 || mark == 0x640 ||
           mark == '/' || is_bar(mark);
}

/* Words that no name and no newspaper is made of; in a name of two words "today" may stand. */
static bool is_common_entry(const lex_entry *e, bool longer)
{
    bool thing = e->table == LEX_AGENT || e->table == LEX_OFFICE || e->table == LEX_COUNTRY;
    return thing || (longer && (e->table == LEX_FUNCTION || e->table == LEX_TIME));
}

static bool has_common_word(const lexicon *lex, const line_words *l, uint32_t first,
                            uint32_t last)
{
    for (uint32_t i = first; i < last; i++) {
        uint32_t n;
        const lex_entry *e = lex_find(lex, line_key(l, i, i + 1), &n);
        for (uint32_t k = 0; k < n; k++)
            if (is_common_entry(&e[k], last - first > 2))
                return true;
    }
    return false;
}

static void take_piece(const lexicon *lex, const line_words *l, uint32_t first,
                       uint32_t last, pieces *p)
{
    wq_str key = line_key(l, first, last);
    unsigned whole = pattern_phrase(lex, key, "whole", NULL);
    p->n++;
    if (whole & (PATTERN_BYLINE | PATTERN_AGENCY) || names_medium(lex, key))
        p->sources++;
    else if (last - first <= PLACE_WORDS && names_place(lex, key))
        p->places++;
    else if (last - first > PIECE_WORDS || has_common_word(lex, l, first, last))
        p->other = true;
}

/* Words [0, n) as pieces between dashes, bars and slashes. */
static pieces split_pieces(const lexicon *lex, const line_words *l, uint32_t n)
{
    pieces p = { .words = n };
    for (uint32_t i = 0, first = 0; i < n; i++) {
        if (i + 1 < n && !is_dash(l->w[i].mark))
            continue;
        take_piece(lex, l, first, i + 1, &p);
        first = i + 1;
    }
    return p;
}

/* A place or a source beside something else: "Istanbul - follow-ups", "Name - Riyadh". */
static bool is_byline(const pieces *p)
{
    return p->n >= 2 && p->n <= 4 && p->words <= BYLINE_WORDS && !p->other &&
           p->places + p->sources > 0 && p->places < p->n;
}

static bool has_number(const line_words *l, uint32_t n)
{
    for (uint32_t i = 0; i < n; i++)
        if (l->w[i].number)
            return true;
    return false;
}

/* "by", "written by:" and the name. */
static wq_str after_introduction(const line_words *l, const pattern_hit *hit, uint32_t n)
{
    uint32_t first = 0;
    for (uint32_t i = 0; i < n; i++) {
        if (hit[i].kinds & PATTERN_OUTLET)
            return (wq_str){ 0 };
        if (hit[i].kinds & PATTERN_BYLINE && hit[i].last > first)
            first = hit[i].last;
    }
    bool short_enough = first && first < l->n && l->n - first <= BYLINE_WORDS - 2;
    return short_enough ? line_slice(l, first, l->n) : (wq_str){ 0 };
}

wq_str textmeta_byline(const lexicon *lex, wq_str line)
{
    line_words l;
    pattern_hit hit[MAX_HITS];
    uint32_t n;
    line_read(line_trim(line), &l);
    if (l.n == 0 || l.n > BYLINE_WORDS || l.cut || line_is_sentence(line))
        return (wq_str){ 0 };
    unsigned kinds = pattern_hits(lex, &l, hit, MAX_HITS, &n);
    if (kinds & PATTERN_INLINE)
        return kinds & PATTERN_BYLINE ? line_slice(&l, 0, l.n) : (wq_str){ 0 };
    bool numbered = has_number(&l, l.n);
    if (kinds & PATTERN_BYLINE && !numbered)
        return after_introduction(&l, hit, n);
    pieces p = split_pieces(lex, &l, l.n);
    return is_byline(&p) && (p.sources || !numbered) ? line_slice(&l, 0, l.n)
                                                     : (wq_str){ 0 };
}

/* Words before the first colon, or 0. */
static uint32_t words_before_colon(const line_words *l)
{
    for (uint32_t i = 0; i < l->n && i < BYLINE_WORDS; i++)
        if (l->w[i].mark == ':')
            return i + 1;
    return 0;
}

static bool says_no_name(const lex_entry *e)
{
    switch ((lex_table)e->table) {
    case LEX_AGENT:
    case LEX_TITLE:
    case LEX_OFFICE:
    case LEX_COUNTRY:
    case LEX_FUNCTION:
    case LEX_TIME:
    case LEX_CITY:
    case LEX_PLACE:
    case LEX_PATTERN:
        return true;
    default:
        return false;
    }
}

/* A form of a verb of saying (event/cues.tsv), with or without "and" before it. */
static bool is_saying(const lexicon *lex, wq_str key)
{
    uint32_t n;
    const lex_entry *e = lex_find(lex, key, &n);
    for (uint32_t i = 0; i < n; i++) {
        if (e[i].table != LEX_VERB || e[i].form != LEX_VERBFORM)
            continue;
        char ref[64];
        wq_str id = lex_cell(lex, LEX_VERB, e[i].row, "id");
        if (id.n + 1 >= sizeof ref)
            continue;
        ref[0] = '=';
        memcpy(ref + 1, id.p, id.n);
        uint32_t cues;
        const lex_entry *c = lex_find(lex, (wq_str){ ref, id.n + 1 }, &cues);
        for (uint32_t k = 0; k < cues; k++)
            if (c[k].table == LEX_CUE)
                return true;
    }
    return false;
}

static bool has_conjunction(const lexicon *lex, wq_str key)
{
    uint32_t cp, n;
    unsigned len = utf8_decode(key.p, key.n, &cp);
    if (cp != WAW && cp != FEH)
        return false;
    wq_str rest = str_sub(key, len, key.n);
    return lex_find(lex, rest, &n) != NULL && n > 0;
}

static bool could_be_name(const lexicon *lex, const line_words *l, uint32_t n)
{
    uint32_t found;
    const lex_entry *e = lex_find(lex, line_key(l, 0, n), &found);
    if (n < 2 || n > NAME_WORDS || found ||
        str_find(line_slice(l, 0, n), STR("\u060c")) >= 0)
        return false; /* somebody the lexicon knows is spoken of, and does not write */
    for (uint32_t i = 0; i < n; i++) {
        wq_str word = line_key(l, i, i + 1);
        if (is_saying(lex, word) || has_conjunction(lex, word))
            return false;
        e = lex_find(lex, word, &found);
        for (uint32_t k = 0; k < found; k++)
            if (says_no_name(&e[k]))
                return false;
    }
    return true;
}

/* A report goes on with a verb in the perfect; an interview's answer or a list does not. */
static bool starts_report(const lexicon *lex, const line_words *l, uint32_t at)
{
    uint32_t n;
    if (at >= l->n)
        return false;
    const lex_entry *e = lex_find(lex, line_key(l, at, at + 1), &n);
    for (uint32_t i = 0; i < n; i++) {
        bool perfect = e[i].table == LEX_VERB && e[i].form == LEX_VERBFORM &&
                       e[i].feats & LEX_F_PERFECT;
        if (perfect || (e[i].table == LEX_STEM && e[i].feats & LEX_F_VERBAL))
            return true;
    }
    return false;
}

wq_str textmeta_lead_name(const lexicon *lex, wq_str paragraph)
{
    line_words l;
    line_read_few(line_trim(paragraph), LEAD_WORDS, &l);
    uint32_t n = words_before_colon(&l);
    if (n == 0 || l.n < n + BYLINE_WORDS || has_number(&l, n))
        return (wq_str){ 0 };
    pieces p = split_pieces(lex, &l, n);
    if (is_byline(&p) || (could_be_name(lex, &l, n) && starts_report(lex, &l, n)))
        return line_slice(&l, 0, n);
    return (wq_str){ 0 };
}

/* ---- outlets ----------------------------------------------------------------------- */

/* Words before the first number or bar from `first` on. */
static uint32_t name_end(const line_words *l, uint32_t first)
{
    uint32_t i = first;
    while (i < l->n && !l->w[i].number && (i == first || !is_bar(l->w[i - 1].mark)))
        i++;
    return i;
}

static bool is_generic(const lexicon *lex, wq_str key)
{
    return (pattern_phrase(lex, key, "whole", NULL) & PATTERN_GENERIC) != 0;
}

static bool is_common(const lexicon *lex, wq_str key)
{
    uint32_t n;
    const lex_entry *e = lex_find(lex, key, &n);
    for (uint32_t i = 0; i < n; i++)
        if (e[i].table != LEX_STEM && e[i].table != LEX_NOUN && e[i].table != LEX_VERB &&
            e[i].table != LEX_PATTERN)
            return true;
    return false;
}

/* The name in words [first, last): a known medium, or, where `any`, whatever is no common word. */
static wq_str outlet_name(const lexicon *lex, const line_words *l, uint32_t first,
                          uint32_t last, bool any)
{
    while (first + 1 < last && !names_medium(lex, line_key(l, first, last)) &&
           is_generic(lex, line_key(l, first, first + 1)))
        first++; /* "the site", "the newspaper" before the name */
    if (first >= last || last - first > NAME_WORDS)
        return (wq_str){ 0 };
    wq_str key = line_key(l, first, last);
    if (names_medium(lex, key))
        return line_slice(l, first, last);
    if (!any || is_generic(lex, key) || is_common(lex, key))
        return (wq_str){ 0 };
    return line_slice(l, first, last);
}

wq_str textmeta_outlet(const lexicon *lex, wq_str line)
{
    line_words l;
    pattern_hit hit[MAX_HITS];
    uint32_t n, first = 0;
    line_read(line_trim(line), &l);
    unsigned kinds = pattern_hits(lex, &l, hit, MAX_HITS, &n), by = 0;
    for (uint32_t i = 0; i < n; i++)
        if (hit[i].kinds & PATTERN_OUTLET && hit[i].last > first) {
            first = hit[i].last;
            by = hit[i].kinds;
        }
    if (first == 0 || !(kinds & (PATTERN_FURNITURE | PATTERN_BYLINE)))
        return (wq_str){ 0 };
    uint32_t last = name_end(&l, first);
    if (last == first && first < l.n) /* "© 2020 name" */
        last = name_end(&l, ++first);
    /* a copyright or source line names many who are no outlet */
    bool any = !(kinds & PATTERN_COPYRIGHT) && !(by & PATTERN_BYLINE);
    return outlet_name(lex, &l, first, last, any);
}

wq_str textmeta_dateline(const lexicon *lex, wq_str paragraph)
{
    line_words l;
    line_read_few(line_trim(paragraph), LEAD_WORDS, &l);
    uint32_t i = 0, place = 0;
    while (i < l.n && i < BYLINE_WORDS && !place)
        place = l.w[i++].mark ? i : 0;
    if (!place || place > PLACE_WORDS || !names_place(lex, line_key(&l, 0, place)))
        return (wq_str){ 0 };
    while (i < l.n && i < BYLINE_WORDS && !l.w[i].mark)
        i++;
    if (i >= l.n || !l.w[i].mark || !names_medium(lex, line_key(&l, place, i + 1)))
        return (wq_str){ 0 };
    return line_slice(&l, place, i + 1);
}

wq_str textmeta_medium(const lexicon *lex, wq_str line)
{
    line_words l;
    line_read(line_trim(line), &l);
    bool named = l.n >= 2 && l.n <= NAME_WORDS && names_medium(lex, line_key(&l, 0, l.n));
    return named ? line_slice(&l, 0, l.n) : (wq_str){ 0 };
}

/* ---- titles ------------------------------------------------------------------------ */

/* Words [0, n) of both are the same, numbers as they are written. */
static bool same_words(const line_words *a, const line_words *b, uint32_t n)
{
    if (!str_eq(line_key(a, 0, n), line_key(b, 0, n)))
        return false;
    for (uint32_t i = 0; i < n; i++)
        if (a->w[i].number && !str_eq(line_slice(a, i, i + 1), line_slice(b, i, i + 1)))
            return false;
    return true;
}

static bool same_beginning(wq_str a, wq_str b)
{
    line_words la, lb;
    line_read_few(a, 1, &la);
    line_read_few(b, 1, &lb);
    return la.n && lb.n && same_words(&la, &lb, 1);
}

bool textmeta_same(wq_str a, wq_str b)
{
    line_words la, lb;
    if (!same_beginning(a, b))
        return false;
    line_read(a, &la);
    line_read(b, &lb);
    if (la.n == 0 || lb.n == 0 || la.cut != lb.cut)
        return false;
    const line_words *less = la.n <= lb.n ? &la : &lb, *more = la.n <= lb.n ? &lb : &la;
    if (!same_words(less, more, less->n))
        return false;
    return less->n == more->n || (less->n >= SAME_WORDS && more->n - less->n <= SAME_TAIL &&
                                  more->w[less->n - 1].mark != 0);
}

/* Readings: what a token, or a run of tokens, can be in an expression of time.
 *
 * First what each token is by itself (lexicon, figures, marks), then runs: numerals in words, months with two
 * names, years with their word or era, weekdays in brackets.                                                 */
#include "time/lattice.h"
#include "base/utf8.h"
#include "text/match.h"
#include "time/grammar.h"

enum { MAX_NAME = 96, NAME_WORDS = 5 };

#define NO_ROW UINT32_MAX

#define KIND(name) name, sizeof name - 1
static const struct {
    const char *kind;
    size_t n;
    uint8_t bare, definite; /* class without and with the article */
    uint8_t aux;            /* 1: needs more around it to count */
} KINDS[] = {
    { KIND("month"), C_MONTH, C_NONE, 0 },
    { KIND("month_weak"), C_MONTH_WEAK, C_NONE, 0 },
    { KIND("hijri_month"), C_HIJRI, C_NONE, 0 },
    { KIND("hijri_weak"), C_HIJRI, C_NONE, 1 },
    { KIND("persian_month"), C_PERSIAN, C_NONE, 0 },
    { KIND("weekday"), C_WEEKDAY, C_NONE, 0 },
    { KIND("weekday_bare"), C_WEEKDAY_BARE, C_WEEKDAY, 0 },
    { KIND("unit"), C_UNIT, C_THE_UNIT, 0 },
    { KIND("unit_dual"), C_DUAL, C_THE_DUAL, 0 },
    { KIND("unit_plural"), C_UNITS, C_THE_UNITS, 0 },
    { KIND("day_pair"), C_DAY_PAIR, C_NONE, 0 },
    { KIND("month_pair"), C_MONTH_DUAL, C_NONE, 0 },
    { KIND("year_pair"), C_YEAR_PAIR, C_NONE, 0 },
    { KIND("quarter"), C_NONE, C_QUARTER, 0 },
    { KIND("half_year"), C_NONE, C_HALF_YEAR, 0 },
    { KIND("fraction"), C_FRACTION, C_FRACTION, 0 },
    { KIND("whole"), C_WHOLE, C_NONE, 0 },
    { KIND("numeral"), C_NUMERAL, C_NUMERAL, 0 },
    { KIND("numeral_one"), C_NUMERAL_ONE, C_NUMERAL_ONE, 0 },
    { KIND("numeral_big"), C_BIG, C_BIG, 0 },
    { KIND("ordinal"), C_ORDINAL, C_ORDINAL, 0 },
    { KIND("ordinal_f"), C_ORDINAL, C_ORDINAL, 1 },
    { KIND("hour_the"), C_NONE, C_HOUR, 0 },
    { KIND("pod_weak"), C_POD, C_NONE, 0 },
    { KIND("deictic"), C_DEICTIC, C_NONE, 0 },
    { KIND("deictic_weak"), C_DEICTIC, C_NONE, 1 },
    { KIND("night_deictic"), C_NIGHT, C_NONE, 0 },
    { KIND("midnight"), C_MIDNIGHT, C_NONE, 0 },
    { KIND("midnight_of"), C_MIDNIGHT_OF, C_NONE, 0 },
    { KIND("pod"), C_POD, C_THE_POD, 0 },
    { KIND("pod_eve"), C_POD_EVE, C_NONE, 0 },
    { KIND("pod_adv"), C_POD_ADV, C_NONE, 0 },
    { KIND("rel"), C_NONE, C_REL, 0 },
    { KIND("rel_weak"), C_NONE, C_REL_WEAK, 0 },
    { KIND("rel_next"), C_NONE, C_REL_NEXT, 0 },
    { KIND("rel_recent"), C_NONE, C_RECENT, 0 },
    { KIND("same"), C_SAME, C_SAME, 0 },
    { KIND("dem"), C_DEM, C_NONE, 0 },
    { KIND("dem_far"), C_DEM_FAR, C_NONE, 0 },
    { KIND("which"), C_WHICH, C_NONE, 0 },
    { KIND("elapsed"), C_ELAPSED, C_NONE, 0 },
    { KIND("few"), C_FEW, C_FEW, 0 },
    { KIND("few_before"), C_FEW_BEFORE, C_NONE, 0 },
    { KIND("approx"), C_APPROX, C_NONE, 0 },
    { KIND("approx_after"), C_APPROX_AFTER, C_NONE, 0 },
    { KIND("of_time"), C_OF_TIME, C_NONE, 0 },
    { KIND("part"), C_PART, C_NONE, 0 },
    { KIND("of"), C_OF, C_NONE, 0 },
    { KIND("in"), C_IN, C_NONE, 0 },
    { KIND("to"), C_TO, C_NONE, 0 },
    { KIND("between"), C_BETWEEN, C_NONE, 0 },
    { KIND("and"), C_AND, C_NONE, 0 },
    { KIND("or"), C_OR, C_NONE, 0 },
    { KIND("article"), C_ARTICLE, C_NONE, 0 },
    { KIND("before"), C_BEFORE, C_NONE, 0 },
    { KIND("after"), C_AFTER, C_NONE, 0 },
    { KIND("since"), C_SINCE, C_NONE, 0 },
    { KIND("for"), C_FOR, C_NONE, 0 },
    { KIND("every"), C_EVERY, C_NONE, 0 },
    { KIND("except"), C_EXCEPT, C_NONE, 0 },
    { KIND("clock_at"), C_AT, C_NONE, 0 },
    { KIND("month_day"), C_MONTH_WEAK, C_NONE, 1 },
    { KIND("clock"), C_CLOCKWORD, C_CLOCKWORD, 0 },
    { KIND("unit_head"), C_HEAD, C_NONE, 0 },
    { KIND("unit_head_the"), C_HEAD, C_HEAD, 0 },
    { KIND("counted"), C_COUNTED, C_NONE, 0 },
    { KIND("agreeing"), C_AGREEING, C_NONE, 0 },
    { KIND("year_kind"), C_NONE, C_YEAR_KIND, 0 },
    { KIND("ref_ahead"), C_REF_AHEAD, C_NONE, 0 },
    { KIND("ref_after"), C_REF_AFTER, C_NONE, 0 },
    { KIND("ref_back"), C_REF_BACK, C_NONE, 0 },
    { KIND("midnight_bare"), C_MIDNIGHT_BARE, C_NONE, 0 },
    { KIND("age_head"), C_AGE_HEAD, C_AGE_HEAD, 0 },
    { KIND("clock_zone"), C_ZONE, C_NONE, 0 },
    { KIND("day_first"), C_DAYNUM, C_DAYNUM, 0 },
    { KIND("ref"), C_REF, C_REF, 0 },
    { KIND("ref_time"), C_REF_TIME, C_REF_TIME, 0 },
    { KIND("general_head"), C_GENERAL, C_GENERAL, 0 },
    { KIND("turn"), C_TURN, C_NONE, 0 },
    { KIND("hour"), C_HOUR, C_NONE, 0 },
    { KIND("year_head"), C_YEAR_HEAD, C_YEAR_HEAD, 0 },
    { KIND("ref_in"), C_REF_IN, C_NONE, 0 },
    { KIND("then"), C_THEN, C_NONE, 0 },
    { KIND("adverb_set"), C_ADVERB_SET, C_NONE, 0 },
    { KIND("season"), C_SEASON, C_THE_SEASON, 0 },
    { KIND("decade"), C_DECADE, C_DECADE, 0 },
    { KIND("holiday"), C_HOLIDAY, C_NONE, 0 },
    { KIND("weekend"), C_WEEKEND, C_NONE, 0 },
    { KIND("cue"), C_CUE, C_CUE, 0 },
    { KIND("named_day"), C_NAMED_DAY, C_NAMED_DAY, 0 },
    { KIND("weekday_head"), C_WEEKDAY_HEAD, C_WEEKDAY_HEAD, 0 },
    { KIND("weekday_tail"), C_WEEKDAY_TAIL, C_WEEKDAY_TAIL, 0 },
    { KIND("today_head"), C_TODAY_HEAD, C_TODAY_HEAD, 0 },
    { KIND("half_of"), C_HALF, C_NONE, 0 },
};
#undef KIND
enum { N_KINDS = sizeof KINDS / sizeof *KINDS, UNKNOWN_KIND = 255, UNSEEN = 0 };

/* ---- classes of rows --------------------------------------------------------- */

static uint8_t kind_index(const reader *r, uint32_t row)
{
    if (r->row_kind[row] == UNSEEN) {
        wq_str kind = lex_cell_at(r->lex, LEX_TIME, row, r->kind_column);
        uint8_t k = 0;
        while (k < N_KINDS && !str_eq(kind, (wq_str){ KINDS[k].kind, KINDS[k].n }))
            k++;
        r->row_kind[row] = k < N_KINDS ? (uint8_t)(k + 1) : UNKNOWN_KIND;
    }
    return r->row_kind[row];
}

/* Units are told by one letter: D W M Y as in TIMEX3, E decade, C century; below a day small: h n s. */
static int32_t unit_letter(wq_str value)
{
    if (value.n == 2 && value.p[0] == 'T')
        return value.p[1] + ('a' - 'A');
    return value.n ? value.p[0] : 0;
}

static int32_t cell_number(wq_str value)
{
    int32_t v = 0;
    bool minus = value.n && value.p[0] == '-';
    for (size_t i = minus; i < value.n && value.p[i] >= '0' && value.p[i] <= '9'; i++)
        v = v * 10 + (value.p[i] - '0');
    return minus ? -v : v;
}

static int32_t cell_value(wq_str value)
{
    bool number =
        value.n && (value.p[0] == '-' || (value.p[0] >= '0' && value.p[0] <= '9'));
    return number ? cell_number(value) : unit_letter(value);
}

static time_class half_or_era(wq_str kind, wq_str value)
{
    char v = value.n ? value.p[0] : 0;
    if (str_eq(kind, STR("half")))
        return v == 'A' ? C_AM : C_PM;
    if (str_eq(kind, STR("era")))
        return v == 'G' ? C_ERA_G : v == 'H' ? C_ERA_H : v == 'S' ? C_ERA_S : C_NONE;
    return C_NONE;
}

static time_class row_class(const reader *r, uint32_t row, bool definite, bool name)
{
    uint8_t k = kind_index(r, row);
    if (k == UNKNOWN_KIND) {
        wq_str kind = lex_cell_at(r->lex, LEX_TIME, row, r->kind_column);
        return half_or_era(kind, lex_cell_at(r->lex, LEX_TIME, row, r->value_column));
    }
    uint8_t bare = KINDS[k - 1].bare, with = KINDS[k - 1].definite;
    if (name) /* of several words: the article is part of it */
        return bare != C_NONE && bare != C_UNIT ? bare : with;
    return definite ? with : bare;
}

/* ---- single tokens ------------------------------------------------------------ */

static void add(reader *r, time_reading x)
{
    *vec_push(r->mem, &r->list) = x;
}

static void add_row(reader *r, uint32_t token, uint32_t end, uint16_t clitics, uint32_t row)
{
    time_class class = row_class(r, row, clitics & MORPH_AL, end > token + 1);
    if (class == C_NONE)
        return;
    int32_t value = cell_value(lex_cell_at(r->lex, LEX_TIME, row, r->value_column));
    uint8_t k = r->row_kind[row];
    uint8_t aux = k <= N_KINDS ? KINDS[k - 1].aux : 0;
    add(r, (time_reading){ (uint8_t) class, aux, clitics, value, row, token, end });
}

static void read_word(reader *r, uint32_t i)
{
    const text_token *t = &r->part->token[i];
    for (uint32_t k = 0; morph_is_any(t, LEX_BIT(LEX_TIME)) && k < t->morph->n; k++) {
        const morph_analysis *m = &t->morph->v[k];
        if (m->entry.table == LEX_TIME && !(m->clitics & (MORPH_PRONOUN | MORPH_SA)))
            add_row(r, i, i + 1, m->clitics, m->entry.row);
    }
}

/* Rows of the time table under this key. */
static void add_name(reader *r, uint32_t i, uint32_t end, uint16_t clitics, wq_str key)
{
    uint32_t n;
    const lex_entry *e = lex_find(r->lex, key, &n);
    for (uint32_t k = 0; k < n; k++)
        if (e[k].table == LEX_TIME)
            add_row(r, i, end, clitics, e[k].row);
}

/* Names of several words that begin with `first`. */
static void read_names(reader *r, uint32_t i, wq_str first, uint16_t clitics)
{
    char key[MAX_NAME * 2];
    size_t n = first.n;
    if (n > MAX_NAME || !lex_is_prefix(r->lex, first))
        return;
    memcpy(key, first.p, n);
    for (uint32_t end = i + 1; end < r->part->n_tokens && end < i + NAME_WORDS; end++) {
        const text_token *t = &r->part->token[end];
        if (t->kind != TOKEN_WORD || n + t->form.n + 1 > sizeof key)
            return;
        key[n++] = ' ';
        memcpy(key + n, t->form.p, t->form.n);
        n += t->form.n;
        add_name(r, i, end + 1, clitics, (wq_str){ key, n });
        if (!lex_is_prefix(r->lex, (wq_str){ key, n }))
            return;
    }
}

/* Does any phrase of the lexicon of several words, of which some are times, begin at the token? */
static bool is_phrase(const reader *r, uint32_t i)
{
    uint32_t n;
    match_hit room[MATCH_MAX];
    const match_hit *hit = match_list(r->lex, r->part, i, room, &n);
    for (uint32_t h = 0; h < n && hit[h].tokens > 1; h++)
        if (hit[h].tables & LEX_BIT(LEX_TIME))
            return true;
    return false;
}

static void read_all_names(reader *r, uint32_t i)
{
    enum { MAX_BARE = 4 };
    const text_token *t = &r->part->token[i];
    if (t->form.n > MAX_NAME || i + 1 >= r->part->n_tokens ||
        r->part->token[i + 1].kind != TOKEN_WORD || !is_phrase(r, i))
        return;
    word_bare bare[MAX_BARE];
    char scratch[MAX_NAME + 4];
    uint32_t n = word_strip(t->form, bare, MAX_BARE, scratch);
    for (uint32_t k = 0; k < n; k++)
        read_names(r, i, bare[k].form, bare[k].clitics);
}

static void read_latin(reader *r, uint32_t i)
{
    add_name(r, i, i + 1, 0, r->part->token[i].form);
}

static time_class mark_class(uint32_t cp)
{
    switch (cp) {
    case '/':
    case '\\':
        return C_SLASH;
    case '(':
    case '[':
        return C_OPEN;
    case ')':
    case ']':
        return C_CLOSE;
    case '"':
    case 0xab:
    case 0xbb:
    case 0x201c:
    case 0x201d:
        return C_OPEN; /* and C_CLOSE, see read_mark() */
    case ',':
    case 0x60c:
        return C_COMMA;
    case ':':
        return C_COLON;
    case '-':
    case 0x2013:
    case 0x2014:
    case 0x640: /* tatweel by itself */
        return C_DASH;
    default:
        return C_NONE;
    }
}

static void read_mark(reader *r, uint32_t i)
{
    uint32_t cp = 0;
    const text_token *t = &r->part->token[i];
    utf8_decode(r->part->raw.p + t->byte, t->n_byte, &cp);
    time_class class = mark_class(cp);
    if (class == C_NONE)
        return;
    add(r, (time_reading){ (uint8_t) class, 0, 0, 0, NO_ROW, i, i + 1 });
    if (class == C_OPEN && cp != '(' && cp != '[')
        add(r, (time_reading){ C_CLOSE, 0, 0, 0, NO_ROW, i, i + 1 });
}

/* A conjunction written on a word is a reading of no length before it. */
static void read_conjunction(reader *r, uint32_t i, uint32_t from)
{
    for (uint32_t k = from; k < r->list.n; k++)
        if (r->list.v[k].clitics & MORPH_WA) {
            add(r, (time_reading){ C_AND, 0, 0, 0, NO_ROW, i, i });
            return;
        }
}

static void read_token(reader *r, uint32_t i)
{
    uint32_t from = r->list.n;
    const text_token *t = &r->part->token[i];
    const uint32_t time = LEX_BIT(LEX_TIME);
    switch (t->kind) {
    case TOKEN_WORD:
        if (!match_may_be(t, time) && !morph_is_any(t, time))
            break; /* as most words */
        read_all_names(r, i);
        read_word(r, i);
        read_conjunction(r, i, from);
        break;
    case TOKEN_NUMBER:
        time_read_number(r, i);
        break;
    case TOKEN_LATIN:
        read_latin(r, i);
        break;
    default:
        read_mark(r, i);
    }
}

/* ---- runs ------------------------------------------------------------------------ */

const time_reading *time_reading_at(const reader *r, uint32_t token, time_class class)
{
    if (token >= r->part->n_tokens)
        return NULL;
    for (uint32_t k = r->first[token]; k < r->first[token + 1]; k++)
        if (r->single[k].class == class && r->single[k].end > token)
            return &r->single[k];
    return NULL;
}

static const time_reading *gregorian(const reader *r, uint32_t token)
{
    const time_reading *m = time_reading_at(r, token, C_MONTH);
    return m ? m : time_reading_at(r, token, C_MONTH_WEAK);
}

/* مايو/ أيار, يوليو (تموز), سبتمبر ايلول */
static void read_month_pair(reader *r, uint32_t i)
{
    const time_reading *one = gregorian(r, i);
    if (!one)
        return;
    uint32_t at = one->end;
    bool bracket = time_reading_at(r, at, C_OPEN) != NULL;
    if (bracket || time_reading_at(r, at, C_SLASH) || time_reading_at(r, at, C_DASH))
        at++;
    const time_reading *two = gregorian(r, at);
    if (!two || two->value != one->value || two->clitics)
        return;
    at = two->end;
    if (bracket && !time_reading_at(r, at, C_CLOSE))
        return;
    add(r, (time_reading){ C_MONTH_PAIR, 0, one->clitics, one->value, one->row, i,
                           at + bracket });
}

/* "15 (January) 2015", "in (September) next": the one name left of two. */
static void read_month_set_off(reader *r, uint32_t i)
{
    const time_reading *m = time_reading_at(r, i, C_OPEN) ? gregorian(r, i + 1) : NULL;
    if (!m || m->clitics || !time_reading_at(r, m->end, C_CLOSE))
        return;
    bool day = i > 0 && time_reading_at(r, i - 1, C_DAYNUM);
    uint32_t next = m->end + 1;
    if (day || time_reading_at(r, next, C_REL) || time_reading_at(r, next, C_YEAR4))
        add(r, (time_reading){ C_MONTH, 0, 0, m->value, m->row, i, next });
}

/* “الإثنين”, (الاثنين) */
static void read_weekday_set_off(reader *r, uint32_t i)
{
    if (!time_reading_at(r, i, C_OPEN))
        return;
    const time_reading *w = time_reading_at(r, i + 1, C_WEEKDAY);
    if (w && w->clitics == 0 && time_reading_at(r, w->end, C_CLOSE))
        add(r, (time_reading){ C_WEEKDAY_SET_OFF, 0, 0, w->value, w->row, i, w->end + 1 });
}

/* عام, سنة */
static const time_reading *year_word(const reader *r, uint32_t i)
{
    const time_reading *word = time_reading_at(r, i, C_UNIT);
    word = word ? word : time_reading_at(r, i, C_THE_UNIT);
    return word && word->value == 'Y' ? word : NULL;
}

/* The era after a year: C_ERA_H, C_ERA_G or C_NONE.  One letter counts only where it touches the figures, or where these end
 * a date: 7 / يوليو / 2015 م.                                                                                              */
static time_class era_at(const reader *r, uint32_t i)
{
    const time_reading *h = time_reading_at(r, i, C_ERA_H),
                       *g = time_reading_at(r, i, C_ERA_G);
    if (h && !(h->clitics & ~MORPH_AL))
        return C_ERA_H;
    if (!g || g->clitics)
        return C_NONE;
    const text_token *t = &r->part->token[i];
    bool of_date = i > 1 && (gregorian(r, i - 2) || time_reading_at(r, i - 2, C_SLASH));
    return t->form.n > 2 || !t->space_before || of_date ? C_ERA_G : C_NONE;
}

/* A year in words, after the word for year. */
static bool spelled_year(const reader *r, uint32_t i, time_reading *out)
{
    return time_spelled_number(r, i, out) && out->value >= 1000 && out->value < 3000;
}

/* A year after its word or before its era: عام 1407, سنة ألفين وعشرة, 1961م, 1436 هـ */
static void read_year(reader *r, uint32_t i)
{
    const time_reading *word = year_word(r, i);
    uint32_t at = word ? word->end : i;
    const time_reading *figures = time_reading_at(r, at, C_YEAR4);
    time_reading spelled;
    if (!figures && word && spelled_year(r, at, &spelled))
        figures = &spelled;
    if (!figures || (word && figures->clitics))
        return;
    time_class era = era_at(r, figures->end);
    if (!word && era == C_NONE)
        return;
    bool in_hijri = figures->value >= 1300 && figures->value <= 1500;
    bool hijri = era == C_ERA_H || (in_hijri && era == C_NONE);
    add(r, (time_reading){ C_YEAR, hijri, word ? word->clitics : 0, figures->value, NO_ROW,
                           i, figures->end + (era != C_NONE) });
}

/* Most words of time begin none: prepositions, "and". */
static bool begins_run(const reader *r, uint32_t i)
{
    for (uint32_t k = r->first[i]; k < r->first[i + 1]; k++)
        switch (r->single[k].class) {
        case C_NUMERAL:
        case C_BIG:
        case C_ORDINAL:
        case C_MONTH:
        case C_MONTH_WEAK:
        case C_OPEN:
        case C_UNIT:
        case C_THE_UNIT:
        case C_YEAR4:
            return true;
        default:
            break;
        }
    return false;
}

static void read_runs(reader *r, uint32_t i)
{
    if (!begins_run(r, i))
        return;
    time_read_numeral(r, i);
    read_month_pair(r, i);
    read_month_set_off(r, i);
    read_weekday_set_off(r, i);
    read_year(r, i);
}

/* The longest first, so that a rule tries the longer name before the shorter one it begins with. */
static void sort_by_length(time_reading *v, uint32_t n)
{
    for (uint32_t i = 1; i < n; i++) {
        time_reading x = v[i];
        uint32_t j = i;
        for (; j > 0 && v[j - 1].end < x.end; j--)
            v[j] = v[j - 1];
        v[j] = x;
    }
}

/* ---- all ----------------------------------------------------------------------------- */

time_lattice time_read(const time_context *c)
{
    const text_part *part = c->part;
    arena *a = c->mem;
    reader r = { .lex = c->lex, .mem = a, .part = part, .row_kind = c->begins->row_kind };
    r.kind_column = lex_column(c->lex, LEX_TIME, "kind");
    r.value_column = lex_column(c->lex, LEX_TIME, "value");
    uint32_t *first = ARENA_ARRAY(a, uint32_t, part->n_tokens + 1);
    for (uint32_t i = 0; i < part->n_tokens; i++) {
        first[i] = r.list.n;
        read_token(&r, i);
    }
    first[part->n_tokens] = r.list.n;
    r.single = r.list.v;
    r.first = first;

    reader all = r;
    all.list.v = NULL;
    all.list.n = all.list.cap = 0;
    uint32_t *all_first = ARENA_ARRAY(a, uint32_t, part->n_tokens + 1);
    for (uint32_t i = 0; i < part->n_tokens; i++) {
        all_first[i] = all.list.n;
        if (first[i] == first[i + 1])
            continue;
        read_runs(&all, i);
        for (uint32_t k = first[i]; k < first[i + 1]; k++)
            add(&all, r.single[k]);
        sort_by_length(all.list.v + all_first[i], all.list.n - all_first[i]);
    }
    all_first[part->n_tokens] = all.list.n;
    return (time_lattice){ all.list.v, all_first };
}

/* The dateline that opens a report: "بغداد - وكالات:", "القاهرة 3 أيار (أ ف ب) -", "صحيفة / أوسلو /".  It names where the
 * report was written and who wrote it, and takes no part in the sentence.
 *
 *   dateline = segment (separator segment)* separator, before a verb, or with a news agency in it
 *   one segment is a toponym, with perhaps a date; the others are a few words without a verb                       */
#include "clause/reader.h"

enum { LONGEST = 24, SEGMENT = 5 };

typedef struct dateline {
    uint32_t end;  /* item behind the last separator; 0: none */
    int32_t place; /* item */
    bool agency;
    bool colon_alone; /* "Moscow: ..." may as well be who speaks */
    uint32_t segments;
} dateline;

static bool is_toponym(const clause_item *it)
{
    return (it->kind == ITEM_PLACE || (it->kind == ITEM_ACTOR && it->actor->place_like)) &&
           it->clitics == 0;
}

/* "United Nations (Xinhua)": where it sits. */
static bool is_seat(const clause_item *it)
{
    return it->kind == ITEM_ACTOR && it->actor->kind == ACTOR_ORG && it->clitics == 0;
}

static bool is_separator(const clause_item *it)
{
    return it->mark == '-' || it->mark == 0x2013 || it->mark == 0x2014 || it->mark == ':' ||
           it->mark == '/' || it->mark == ')';
}

static bool is_divider(const clause_item *it)
{
    return is_separator(it) || it->mark == '(' || item_is_comma(it);
}

/* "Moscow on 3 July": the preposition of its date. */
static bool leads_to_date(const clause_sentence *s, uint32_t at)
{
    const clause_item *it = &s->item[at];
    return item_is_function(it, STR("prep")) && str_eq(it->value, STR("fi")) &&
           it->clitics == 0 && at + 1 < s->n_items && it[1].kind == ITEM_TIME;
}

/* The first item from `at` on that divides segments; `at` where the words before it are no segment. */
static uint32_t segment_end(const clause_sentence *s, uint32_t at)
{
    uint32_t i = at;
    while (i < s->n_items && i - at <= SEGMENT && !is_divider(&s->item[i])) {
        const clause_item *it = &s->item[i++];
        bool word = it->kind == ITEM_WORD || it->kind == ITEM_NOMINAL ||
                    it->kind == ITEM_ACTOR || it->kind == ITEM_PLACE ||
                    it->kind == ITEM_TIME || it->kind == ITEM_ADJ ||
                    item_is_function(it, STR("transparent")) || leads_to_date(s, i - 1);
        if (!word)
            return at;
    }
    return i < s->n_items && i - at <= SEGMENT ? i : at;
}

/* A toponym, and nothing else but times and words like "the city of". */
static int32_t place_of(const clause_sentence *s, uint32_t from, uint32_t to)
{
    int32_t place = -1;
    for (uint32_t i = from; i < to; i++) {
        const clause_item *it = &s->item[i];
        if ((is_toponym(it) || (is_seat(it) && i == 0)) && place < 0)
            place = (int32_t)i;
        else if (it->kind != ITEM_TIME && !item_is_function(it, STR("transparent")) &&
                 !leads_to_date(s, i))
            return -1;
    }
    return place;
}

static bool has_agency(const clause_sentence *s, uint32_t from, uint32_t to)
{
    for (uint32_t i = from; i < to; i++)
        if (s->item[i].kind == ITEM_ACTOR && s->item[i].actor->kind == ACTOR_SOURCE)
            return true;
    return false;
}

static void add_segment(const clause_sentence *s, uint32_t from, uint32_t to, dateline *d)
{
    int32_t place = place_of(s, from, to);
    d->place = d->place < 0 ? place : d->place;
    d->agency = d->agency || has_agency(s, from, to);
    d->segments += to > from;
    if (is_separator(&s->item[to])) {
        d->end = to + 1;
        d->colon_alone = d->segments == 1 && s->item[to].mark == ':';
    }
}

static bool goes_on_with_verb(const clause_sentence *s, uint32_t at)
{
    const clause_item *it = &s->item[at];
    return at < s->n_items && it->kind == ITEM_VERB && (it->entry.feats & LEX_F_3) &&
           !(it->clitics & MORPH_SA);
}

/* "الخرطوم 25 أغسطس 2017 أعلن": a toponym and a whole date right before the verb need no separator. */
static bool opens_with_date(const clause_sentence *s, dateline *d)
{
    const clause_item *it = s->item;
    if (s->n_items < 3 || !is_toponym(it) || it[1].kind != ITEM_TIME ||
        s->part->token[it[1].first].kind != TOKEN_NUMBER)
        return false;
    d->place = 0;
    d->end = 2;
    return true;
}

/* "London - MENA summoned": the agency behind the last separator, with none of its own. */
static void take_agency(const clause_sentence *s, dateline *d)
{
    const clause_item *it = &s->item[d->end];
    if (!d->end || d->place < 0 || d->end >= s->n_items || it->kind != ITEM_ACTOR ||
        it->clitics || !str_eq(it->actor->a.sector, STR("JRN")) ||
        !goes_on_with_verb(s, d->end + 1))
        return;
    d->end++;
    d->agency = true;
}

static bool opens_paragraph(const clause_sentence *s)
{
    const text_sentence *t = &s->part->sentence[s->sentence];
    return !t->headline && (s->sentence == 0 || t->paragraph != t[-1].paragraph);
}

/* A news outlet and a stroke, nothing else. */
static bool is_outlet(const clause_sentence *s)
{
    const clause_item *it = s->item;
    return s->n_items > 2 && it->kind == ITEM_ACTOR && it->actor->kind == ACTOR_SOURCE &&
           is_separator(it + 1) && it[1].mark != ':';
}

/* "The United Nations 9 June 2017 / The Secretary-General condemned": an agency or a date shows that it is no subject. */
static bool is_told(const clause_sentence *s, const dateline *d)
{
    return d->agency || (s->n_items > 1 && s->item[1].kind == ITEM_TIME);
}

static void mark_items(const clause_sentence *s, uint32_t end)
{
    for (uint32_t i = 0; i < end; i++)
        if (s->item[i].kind != ITEM_TIME)
            s->item[i].kind = ITEM_MARK;
}

const clause_item *reader_dateline(const clause_sentence *s, arena *a)
{
    dateline d = { .place = -1 };
    if (!opens_paragraph(s))
        return NULL;
    for (uint32_t at = 0; at < LONGEST;) {
        uint32_t end = segment_end(s, at);
        if (end == at && !(at < s->n_items && is_divider(&s->item[at])))
            break;
        add_segment(s, at, end, &d);
        at = end + 1;
    }
    take_agency(s, &d);
    bool body = (d.end || opens_with_date(s, &d)) && goes_on_with_verb(s, d.end);
    if (d.place < 0 && body && is_outlet(s)) {
        mark_items(s, d.end); /* "Shafaq News/ The premier chaired" */
        return NULL;
    }
    if (d.place == 0 && is_seat(&s->item[0]) && !(body && is_told(s, &d)))
        return NULL;
    if (d.place < 0 || d.end <= (uint32_t)d.place ||
        !(body || (d.agency && !d.colon_alone)))
        return NULL;
    clause_item *place = ARENA_NEW(a, clause_item);
    *place = s->item[d.place];
    mark_items(s, d.end);
    return place;
}

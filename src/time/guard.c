/* Guards: what may stand beside a match, so that names, counts and other uses of the same words stay out. */
#include "base/utf8.h"
#include "script/letters.h"
#include "time/rules.h"

enum { OLDEST_BARE = 1850 }; /* earlier figures are rather counts than years */

static bool before(const time_context *c, const time_hit *h, time_class class)
{
    return h->first > c->sentence_first && time_has(c, h->first - 1, class);
}

static bool after(const time_context *c, const time_hit *h, time_class class)
{
    return time_has(c, h->end, class);
}

static const text_token *token_at(const time_context *c, uint32_t i)
{
    return i >= c->sentence_first && i < c->sentence_end ? &c->part->token[i] : NULL;
}

/* Begins with the article (alef, lam), as nouns and adjectives do; a verb like iltaqa ("met") only looks so. */
static bool definite(const text_token *t)
{
    if (!t || t->kind != TOKEN_WORD || t->form.n <= 6 || memcmp(t->form.p, AR_AL, 4) != 0)
        return false;
    const morph_analysis *m = t->morph && t->morph->n ? &t->morph->v[0] : NULL;
    return !m || m->entry.table != LEX_VERB || m->entry.form != LEX_VERBFORM ||
           (m->clitics & MORPH_AL);
}

static bool preposition_on(const time_reading *r)
{
    return (r->clitics & (MORPH_BI | MORPH_LI)) != 0;
}

/* "in", "since", "until" before it, or bi-, li- on it. */
static bool after_preposition(const time_context *c, const time_hit *h)
{
    return preposition_on(h->capture[0]) || before(c, h, C_IN) || before(c, h, C_SINCE) ||
           before(c, h, C_TO) || before(c, h, C_BETWEEN) || before(c, h, C_BEFORE) ||
           before(c, h, C_AFTER);
}

/* Right after another expression and a conjunction: في أيار وحزيران. */
static bool after_another(const time_context *c, const time_hit *h)
{
    return c->last_end && h->first - c->last_end <= 1 &&
           (before(c, h, C_OR) || before(c, h, C_AND) || before(c, h, C_TO) ||
            (h->capture[0]->clitics & MORPH_WA));
}

/* A number, name of a day or month, or definite noun follows, which makes a unit word part of something else. */
static bool continued(const time_context *c, uint32_t token)
{
    static const uint8_t more[] = { C_COUNT,   C_MONTH, C_MONTH_WEAK,   C_HIJRI,  C_WEEKDAY,
                                    C_DEICTIC, C_ORD,   C_WEEKDAY_BARE, C_HOLIDAY };
    if (time_has(c, token, C_OPEN) && !time_has(c, token, C_CLOSE))
        return true;
    for (size_t i = 0; i < sizeof more; i++)
        if (time_has(c, token, (time_class)more[i]))
            return true;
    return definite(token_at(c, token));
}

/* Not "today": a day of remembrance (اليوم العالمي), an outlet (روسيا اليوم), per day (في اليوم), all day. */
static bool other_today(const time_context *c, const time_hit *h, const time_reading *r)
{
    if (time_has(c, r->end, C_NAMED_DAY) || time_has(c, r->end, C_ORD))
        return true;
    return h->first == r->first &&
           (before(c, h, C_TODAY_HEAD) || before(c, h, C_IN) || before(c, h, C_FOR) ||
            (r->clitics & MORPH_PREPOSITION));
}

bool guard_deictic(const time_context *c, const time_hit *h)
{
    const time_reading *r = time_captured(h, C_DEICTIC, C_NONE, 0);
    if (r->aux && h->n == 1)
        return false; /* tomorrow's, used as a name */
    return r->value != 0 || !other_today(c, h, r);
}

/* "After the prayer of Friday" tells a day, "the preacher of the prayer of Friday" names him. */
static bool after_prayer(const time_context *c, const time_hit *h)
{
    enum { FRIDAY = 5 };
    return h->first > c->sentence_first + 1 && time_has(c, h->first - 2, C_AFTER) &&
           h->capture[0]->class == C_WEEKDAY && h->capture[0]->value == FRIDAY;
}

/* "the eleven (الأحد عشر) members": spelt like Sunday before ten, in its short form (عشر, not عشرة). */
static bool is_eleven(const time_context *c, const time_hit *h)
{
    const text_token *ten = after(c, h, C_NUMERAL) ? token_at(c, h->end) : NULL;
    if (!ten || str_ends(ten->form, STR(AR_HEH)) || !definite(token_at(c, h->first)))
        return false;
    for (uint32_t k = c->lattice.first[h->end]; k < c->lattice.first[h->end + 1]; k++)
        if (c->lattice.v[k].class == C_NUMERAL && c->lattice.v[k].value == 10)
            return true;
    return false;
}

bool guard_weekday(const time_context *c, const time_hit *h)
{
    if (c->part->token[h->first].kind == TOKEN_LATIN || is_eleven(c, h))
        return false;
    return (!before(c, h, C_WEEKDAY_HEAD) || after_prayer(c, h)) &&
           !(after(c, h, C_WEEKDAY_TAIL) && definite(token_at(c, h->end)));
}

/* Not part of a name (قوى 14 آذار); a month that is also a common word needs more than a number beside it. */
bool guard_date(const time_context *c, const time_hit *h)
{
    bool year = time_captured(h, C_YEAR4, C_YEAR, 0) != NULL;
    if (before(c, h, C_HEAD) && !year)
        return false;
    bool part =
        before(c, h, C_HALF_YEAR) || before(c, h, C_QUARTER) || before(c, h, C_THE_UNIT);
    bool ordinal = time_captured(h, C_DAYNUM, C_NONE, 0) == h->capture[0] &&
                   (h->capture[0]->clitics & MORPH_AL);
    if (ordinal && (part || ((h->capture[0]->clitics & MORPH_WA) && before(c, h, C_ORD))))
        return false; /* the second half, week of a month; the tens of "the twenty-third" */
    const time_reading *m = time_captured(h, C_HIJRI, C_NONE, 0);
    return !m || m->aux == 0 || year || time_captured(h, C_UNIT, C_THE_UNIT, 0);
}

/* في 14 الجاري: figures after a preposition */
bool guard_day_rel(const time_context *c, const time_hit *h)
{
    const time_reading *d = time_captured(h, C_DAYNUM, C_NONE, 0);
    return c->part->token[d->first].kind == TOKEN_NUMBER && after_preposition(c, h);
}

/* Behind the name of a town at the head of a line. */
bool guard_dateline(const time_context *c, const time_hit *h)
{
    enum { TOWN = 4 };
    return h->first > c->sentence_first && h->first - c->sentence_first <= TOWN;
}

bool guard_ago(const time_context *c, const time_hit *h)
{
    return !time_has(c, h->end, C_OF);
}

/* "Had refused a week ago the draft": right behind its verb, what the verb takes may follow. */
bool guard_ago_one(const time_context *c, const time_hit *h)
{
    bool object = h->first > c->sentence_first && definite(token_at(c, h->end)) &&
                  time_tense_of(c, h->first - 1) == -1;
    return guard_ago(c, h) && (object || !continued(c, h->end));
}

/* A word that no lexicon has: a name, and what stands before it may be one too. */
static bool unknown(const text_token *t)
{
    return t && t->kind == TOKEN_WORD && t->morph && !t->morph->known;
}

/* Folding merges آب, the month, and أب, a father: a word written with another hamza than its row has is no month. */
static bool other_hamza(const time_context *c, const time_reading *r)
{
    enum { ALEF = 0x627 };
    uint32_t written = 0, listed = 0;
    wq_str norm = c->part->token[r->first].norm;
    wq_str name = lex_cell(c->lex, LEX_TIME, r->row, "name");
    if (norm.n && name.n) {
        utf8_decode(norm.p, norm.n, &written);
        utf8_decode(name.p, name.n, &listed);
    }
    return r->clitics == 0 && written != listed && written != ALEF;
}

/* "The revolution of the 23rd OF JULY" is a name as a whole. */
bool guard_month_pair(const time_context *c, const time_hit *h)
{
    return !before(c, h, C_OF) || h->first <= c->sentence_first + 1 ||
           !time_has(c, h->first - 2, C_NUMERAL);
}

/* Most Hijri months are given names too, some others common words. */
bool guard_month_bare(const time_context *c, const time_hit *h)
{
    const time_reading *m = h->capture[0];
    if (!guard_month_pair(c, h))
        return false;
    bool weak = m->class == C_MONTH_WEAK || m->class == C_HIJRI;
    bool sure = before(c, h, C_IN) || before(c, h, C_MONTH_DUAL) || before(c, h, C_SINCE) ||
                before(c, h, C_TO) || preposition_on(m);
    if (c->part->token[m->first].kind == TOKEN_LATIN)
        return false;
    if (weak && (unknown(token_at(c, h->end)) || m->aux))
        return false;
    if (m->class == C_MONTH_WEAK && (preposition_on(m) || other_hamza(c, m)))
        return false;
    if (sure)
        return true;
    return m->class != C_HIJRI &&
           (after_another(c, h) ||
            (m->class == C_MONTH && (after_preposition(c, h) || before(c, h, C_OF))));
}

/* الأمين العام السابق: there the word is an adjective */
bool guard_unit_rel(const time_context *c, const time_hit *h)
{
    const time_reading *u = time_captured(h, C_THE_UNIT, C_NONE, 0);
    bool weak = time_captured(h, C_REL_WEAK, C_NONE, 0) != NULL;
    if (u->value >= 'a' || u->value == 'L')
        return false;
    if (u->value == 'Y' && before(c, h, C_GENERAL))
        return false;
    return !(weak && u->value == 'Y' && u->first > 0 &&
             definite(token_at(c, u->first - 1)));
}

bool guard_unit_part(const time_context *c, const time_hit *h)
{
    (void)c;
    const time_reading *u = time_captured(h, C_THE_UNIT, C_NONE, 0);
    return u->value == 'M' || u->value == 'Y' || u->value == 'W';
}

/* A counted noun after the figures (في 2015 شخصا); round figures count more often than they date. */
static bool counted(const time_context *c, uint32_t i, int32_t figure)
{
    const text_token *t = token_at(c, i);
    if (time_has(c, i, C_COUNTED))
        return true;
    if (figure % 50 || !t || t->kind != TOKEN_WORD || definite(t) || !t->morph)
        return false;
    for (uint32_t k = 0; k < t->morph->n; k++) {
        const lex_entry *e = &t->morph->v[k].entry;
        if (e->table == LEX_FUNCTION || (e->table == LEX_VERB && e->form == LEX_VERBFORM))
            return false;
    }
    return t->morph->known;
}

/* أعوام 2008 و2012 */
static bool after_years(const time_context *c, const time_hit *h)
{
    static const uint8_t words[] = { C_YEAR_PAIR, C_UNITS, C_THE_UNITS, C_THE_DUAL };
    for (size_t i = 0; i < sizeof words; i++)
        if (before(c, h, (time_class)words[i]))
            return true;
    return false;
}

bool guard_year_bare(const time_context *c, const time_hit *h)
{
    const time_reading *y = h->capture[0];
    if (y->aux || y->value < OLDEST_BARE || before(c, h, C_HEAD) ||
        counted(c, h->end, y->value))
        return false;
    if (after_preposition(c, h) || after_another(c, h) || after_years(c, h) ||
        before(c, h, C_YEAR_HEAD))
        return true;
    return before(c, h, C_OF) && after(c, h, C_TO);
}

bool guard_years(const time_context *c, const time_hit *h)
{
    return after_preposition(c, h) || before(c, h, C_OPEN) || after_years(c, h);
}

/* "The years 2008 and 2012" are two, "between 2008 and 2012" is all of them. */
bool guard_years_pair(const time_context *c, const time_hit *h)
{
    const time_reading *one = time_captured(h, C_YEAR4, C_YEAR, 0);
    const time_reading *two = time_captured(h, C_YEAR4, C_YEAR, 1);
    return time_captured(h, C_BETWEEN, C_NONE, 0) || before(c, h, C_BETWEEN) ||
           two->value == one->value + 1;
}

bool guard_clock(const time_context *c, const time_hit *h)
{
    return !(h->n == 2 && h->capture[1]->class == C_HOUR && continued(c, h->end) &&
             !definite(token_at(c, h->end)));
}

bool guard_beside_date(const time_context *c, const time_hit *h)
{
    return h->capture[0]->aux == 0 && c->last_grain == 'D' && c->last_end &&
           h->first - c->last_end <= 3;
}

bool guard_count(const time_context *c, const time_hit *h)
{
    const time_reading *n = time_captured(h, C_COUNT, C_NONE, 0);
    const time_reading *u = time_captured(h, C_UNIT, C_UNITS, 0);
    bool age = before(c, h, C_AGE_HEAD) || (before(c, h, C_OPEN) && after(c, h, C_CLOSE));
    if (age && u->value == 'Y')
        return false;
    if (n->value < 1 || before(c, h, C_CLOCKWORD) || (n->clitics & MORPH_AL))
        return false;
    if (n->value == 1 && u->class == C_UNITS)
        return false; /* "one of the best known": أحد أشهر */
    if (u->class == C_UNIT && (n->value <= 10 || time_has(c, h->end, C_YEAR4)))
        return false;
    return !(u->value == 'Y' && n->value >= 1300 && n->value <= 2150);
}

bool guard_age(const time_context *c, const time_hit *h)
{
    (void)c;
    return time_captured(h, C_ORD, C_NONE, 0)->value > 10;
}

bool guard_two(const time_context *c, const time_hit *h)
{
    const time_reading *u = time_captured(h, C_DUAL, C_NONE, 0);
    const time_reading *two = time_captured(h, C_NUMERAL, C_NONE, 0);
    if (two && two->value != 2)
        return false;
    bool contract_or_horn = u->value == 'E' || u->value == 'C';
    return !contract_or_horn || h->n > 1 || before(c, h, C_FOR) || before(c, h, C_SINCE) ||
           after_preposition(c, h);
}

/* ليلة الواحدة is not "one night" */
bool guard_whole(const time_context *c, const time_hit *h)
{
    (void)c;
    const time_reading *one = time_captured(h, C_NUMERAL_ONE, C_WHOLE, 0);
    return !(one->clitics & MORPH_AL);
}

/* "The first hours" is no clock time, "the 15" are so many. */
bool guard_hour(const time_context *c, const time_hit *h)
{
    const time_reading *clock = time_captured(h, C_CLOCK, C_NONE, 0);
    bool word = time_captured(h, C_CLOCKWORD, C_NONE, 0);
    if ((clock && clock->aux && !word) ||
        (!word && (time_captured(h, C_ARTICLE, C_NONE, 0) || before(c, h, C_ARTICLE))))
        return false;
    return !before(c, h, C_THE_UNITS);
}

bool guard_one(const time_context *c, const time_hit *h)
{
    return !continued(c, h->end);
}

/* "Within hours six observers": what is counted is behind the number. */
static bool counts_others(const time_context *c, uint32_t i)
{
    const text_token *t = token_at(c, i), *what = token_at(c, i + 1);
    return t && t->kind == TOKEN_WORD && time_has(c, i, C_COUNT) && !definite(t) &&
           !time_has(c, i, C_ORD) && what && what->morph && what->morph->n &&
           what->morph->v[0].entry.table != LEX_FUNCTION &&
           !(what->morph->v[0].clitics & ~MORPH_PRONOUN);
}

bool guard_vague(const time_context *c, const time_hit *h)
{
    if (continued(c, h->end) && !counts_others(c, h->end))
        return false; /* days of something */
    return h->n > 1 || before(c, h, C_FOR) || before(c, h, C_SINCE) ||
           before(c, h, C_AFTER) || before(c, h, C_BEFORE) || preposition_on(h->capture[0]);
}

/* Not "the first time in the year", "twice last week". */
bool guard_turns(const time_context *c, const time_hit *h)
{
    const time_reading *turn = time_captured(h, C_TURN, C_NONE, 0);
    bool counted = h->capture[0]->class == C_COUNT;
    return counted == (turn->value == 0) && !before(c, h, C_ORDINAL) &&
           !before(c, h, C_PART) && !after(c, h, C_REL) && !after(c, h, C_REL_WEAK);
}

/* Tuesday and Thursday are two days, Tuesday and Wednesday also a stretch. */
bool guard_weekdays(const time_context *c, const time_hit *h)
{
    (void)c;
    int one = time_captured(h, C_WEEKDAY, C_NONE, 0)->value;
    int two = time_captured(h, C_WEEKDAY, C_NONE, 1)->value;
    return (two - one + 7) % 7 == 1;
}

/* "The one hour" is one o'clock. */
bool guard_per_unit(const time_context *c, const time_hit *h)
{
    (void)c;
    return time_captured(h, C_THE_UNIT, C_NONE, 0)->value != 'h';
}

bool guard_same_unit(const time_context *c, const time_hit *h)
{
    (void)c;
    return h->capture[0]->value == h->capture[2]->value;
}

bool guard_every_weekday(const time_context *c, const time_hit *h)
{
    const time_reading *w = time_captured(h, C_WEEKDAY_BARE, C_NONE, 0);
    (void)c;
    return !w || w->value != 7 ||
           time_captured(h, C_UNIT, C_NONE, 0); /* Sunday is also "one" */
}

/* أيام الجمعة: every Friday; أيام الجمعة والسبت, أيام الجمعة الماضية are certain days */
bool guard_weekday_plural(const time_context *c, const time_hit *h)
{
    return !after(c, h, C_AND) && !after(c, h, C_REL) && !after(c, h, C_REL_WEAK) &&
           !after(c, h, C_REL_NEXT) && !after(c, h, C_COMMA);
}

/* يومها الثالث: its third day, not "on that day" */
bool guard_then(const time_context *c, const time_hit *h)
{
    return !after(c, h, C_ORD) && !after(c, h, C_COUNT) && !after(c, h, C_ARTICLE);
}

static bool is_pod(const time_context *c, uint32_t i)
{
    return time_has(c, i, C_POD_ADV) || time_has(c, i, C_POD);
}

/* شنت ليلا غارة: an accusative beside a verb of the past; not "by day and night" */
bool guard_pod_alone(const time_context *c, const time_hit *h)
{
    const text_token *t = &c->part->token[h->first];
    const text_token *before = token_at(c, h->first - 1);
    return h->first > c->sentence_first && before->kind == TOKEN_WORD &&
           h->end == h->first + 1 && h->capture[0]->clitics == 0 &&
           str_ends(t->form, STR(AR_ALEF)) && !is_pod(c, h->first - 1) &&
           !is_pod(c, h->end) &&
           !str_eq(lex_cell(c->lex, LEX_TIME, h->capture[0]->row, "value"), STR("DT")) &&
           time_tense(c, h->first, h->end) == -1;
}

/* في وقت سابق يوم الاثنين: the day says it better */
bool guard_ref(const time_context *c, const time_hit *h)
{
    return !after(c, h, C_DEICTIC) && !after(c, h, C_WEEKDAY) &&
           !(after(c, h, C_UNIT) && time_has(c, h->end + 1, C_WEEKDAY));
}

/* At most two words before an adverb. */
static bool behind_verb(const time_context *c, const time_hit *h)
{
    for (uint32_t back = 1; back <= 2 && back <= h->first - c->sentence_first; back++)
        if (time_tense_of(c, h->first - back))
            return true;
    return false;
}

/* "soon after (min)", "near (min)"; but not "and among (wa-min)" */
static bool of_follows(const time_context *c, const time_hit *h)
{
    const text_token *t = token_at(c, h->end);
    return after(c, h, C_OF) && !str_starts(t->form, STR(AR_WAW));
}

/* سيصدر قريبا, كما أعلن سابقا: an adverb of the verb, not of a noun before it */
bool guard_ref_tense(const time_context *c, const time_hit *h)
{
    if (h->capture[0]->class == C_REF_AHEAD)
        return time_tense(c, h->first, h->end) == 2 && !of_follows(c, h);
    if (h->capture[0]->class == C_REF_AFTER)
        return time_tense(c, h->first, h->end) != 0 && !of_follows(c, h);
    return !(h->capture[0]->clitics & MORPH_WA) && behind_verb(c, h);
}

bool guard_ref_in(const time_context *c, const time_hit *h)
{
    return !definite(token_at(c, h->end));
}

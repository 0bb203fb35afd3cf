/* How many: the dead, wounded, arrested, abducted, displaced, taking part.  A number is counted where the word before it, the
 * noun behind it or the verb of its clause says what became of those people (kind size in event/cues_size.tsv).          */
#include "event/draft.h"
#include "morph/numeral.h"
#include "text/match.h"

enum { REACH = 7, BEHIND = 3 };

typedef struct count {
    uint32_t first,
        last; /* items: the number with "at least" before it and what is counted behind it */
    uint32_t number;      /* item of the number, or of the noun where that alone tells it */
    int32_t counted;      /* item, or -1 */
    uint64_t least, most; /* most 0: open */
    bool about;
} count;

/* ---- numbers ------------------------------------------------------------------------------ */

/* The value of the phrase row of this kind that begins at an item (at least, about, dozens); its end in *behind. */
static bool phrase_at(const coder_state *c, const clause_sentence *s, uint32_t i,
                      wq_str kind, wq_str *value, uint32_t *behind)
{
    match_hit room[MATCH_MAX];
    uint32_t n;
    const match_hit *hit = match_list(c->lex, s->part, s->item[i].first, room, &n);
    for (uint32_t h = 0; h < n; h++)
        for (uint32_t k = 0; (hit[h].kinds & str_bit(kind)) && k < hit[h].n; k++)
            if (hit[h].entry[k].table == LEX_CUE &&
                str_eq(lex_cell(c->lex, LEX_CUE, hit[h].entry[k].row, "kind"), kind)) {
                *value = lex_cell(c->lex, LEX_CUE, hit[h].entry[k].row, "value");
                *behind = s->item[i].first + hit[h].tokens;
                return true;
            }
    return false;
}

static uint32_t item_at(const clause_sentence *s, uint32_t from, uint32_t token)
{
    while (from < s->n_items && s->item[from].first < token)
        from++;
    return from;
}

/* "Dozens", "hundreds of": the lower end is given, the upper is open. */
static bool read_vague(const coder_state *c, const clause_sentence *s, uint32_t i,
                       count *out)
{
    wq_str value;
    uint32_t behind;
    if (!phrase_at(c, s, i, STR("vague"), &value, &behind))
        return false;
    uint64_t least = 0;
    for (size_t k = 0; k < value.n; k++)
        least = least * 10 + (uint64_t)(value.p[k] - '0');
    *out = (count){ i, item_at(s, i, behind), i, -1, least, 0, false };
    return true;
}

static bool read_exact(const coder_state *c, const clause_sentence *s, uint32_t i,
                       count *out)
{
    uint64_t value;
    uint32_t behind;
    if (s->item[i].kind == ITEM_TIME || s->item[i].kind == ITEM_MARK ||
        !numeral_at(c->lex, s->part, s->item[i].first, &value, &behind) || value == 0)
        return false;
    *out = (count){ i, item_at(s, i, behind), i, -1, value, value, false };
    return true;
}

/* "between 30 and 35", "20 to 25": the second number is the upper end. */
static void read_range(const coder_state *c, const clause_sentence *s, count *n)
{
    uint64_t value;
    uint32_t behind, i = n->last;
    wq_str word;
    bool between =
        n->first > 0 && phrase_at(c, s, n->first - 1, STR("between"), &word, &behind);
    if (i + 1 >= s->n_items || !(between || item_is_function(&s->item[i], STR("prep")) ||
                                 phrase_at(c, s, i, STR("to"), &word, &behind)))
        return;
    if (!between && !str_eq(s->item[i].value, STR("ila")) && s->item[i].mark != '-')
        return;
    if (!numeral_at(c->lex, s->part, s->item[i].first, &value, &behind) &&
        !numeral_at(c->lex, s->part, s->item[++i].first, &value, &behind))
        return;
    if (value <= n->least)
        return;
    n->most = value;
    n->last = item_at(s, i, behind);
    n->first -= between;
}

/* "At least", "more than", "about" before or behind the number. */
static void read_bounds(const coder_state *c, const clause_sentence *s, count *n)
{
    wq_str value;
    enum { LONGEST = 4 };
    uint32_t behind, first = n->first;
    for (uint32_t i = first > LONGEST ? first - LONGEST : 0; i < first; i++)
        if (phrase_at(c, s, i, STR("bound"), &value, &behind) &&
            item_at(s, i, behind) == first) {
            n->first = i;
            if (str_eq(value, STR("least")))
                n->most = 0;
            else if (str_eq(value, STR("most")))
                n->least = 0;
            else
                n->about = true;
            return;
        }
}

static bool is_counted(const clause_item *it)
{
    return (it->kind == ITEM_ACTOR || it->kind == ITEM_WORD || it->kind == ITEM_NOMINAL) &&
           !(it->clitics & (MORPH_WA | MORPH_FA | MORPH_PREPOSITION));
}

/* What is counted: right behind the number, or behind "of" and "others". */
static void read_counted(const clause_sentence *s, count *n)
{
    uint32_t i = n->last;
    if (i < s->n_items && item_is_function(&s->item[i], STR("prep")) &&
        str_eq(s->item[i].value, STR("min")))
        i++;
    if (i >= s->n_items || !is_counted(&s->item[i]) || s->item[i].count)
        return;
    n->counted = (int32_t)i;
    n->last = i + 1;
}

/* "A soldier", "two soldiers" behind the death of: the noun's own number. */
static bool read_single(const clause_sentence *s, uint32_t i, count *out)
{
    const clause_item *it = &s->item[i];
    if (it->kind != ITEM_ACTOR || !it->actor->agent || it->actor->definite ||
        it->actor->kind == ACTOR_ORG)
        return false;
    const morph_analysis *m = morph_as(&s->part->token[it->first], LEX_AGENT, -1);
    if (!m || (m->clitics & (MORPH_AL | MORPH_PRONOUN)))
        return false;
    bool single = (m->entry.feats & LEX_F_SING) && !it->actor->plural;
    uint64_t n = m->entry.feats & LEX_F_DUAL ? 2 : single ? 1 : 0;
    *out = (count){ i, i + 1, i, (int32_t)i, n, n, false };
    return n > 0;
}

static bool read_count(const coder_state *c, const clause_sentence *s, uint32_t i,
                       count *out)
{
    if (s->item[i].kind == ITEM_MARK)
        return false;
    if (!read_vague(c, s, i, out) && !read_exact(c, s, i, out))
        return false;
    if (out->most)
        read_range(c, s, out);
    read_bounds(c, s, out);
    read_counted(s, out);
    return true;
}

/* ---- what became of them ------------------------------------------------------------------- */

static bool of_noun(const coder_state *c, const clause_item *it, wq_str *kind)
{
    if (it->kind == ITEM_ACTOR)
        return it->actor->agent && !item_is_rest(it) &&
               claim_has_cue(c, LEX_AGENT, it->actor->agent - 1, STR("size"), kind);
    return claim_is_cue(c, it, STR("size"), kind);
}

/* The word before the number that says what became of them: "the death of", "wounded". */
static int32_t word_before(const coder_state *c, const clause_sentence *s, const count *n,
                           wq_str *kind)
{
    for (uint32_t i = n->first; i > 0 && i + REACH > n->first; i--) {
        const clause_item *it = &s->item[i - 1];
        if ((it->kind == ITEM_VERB || it->kind == ITEM_NOMINAL) &&
            claim_is_cue(c, it, STR("size"), kind))
            return (int32_t)i - 1;
        bool tie = item_is_function(it, STR("prep")) && i == n->first; /* "the arrest of" */
        bool between =
            it->kind == ITEM_FUNCTION && !tie && !item_is_function(it, STR("transparent"));
        if (it->kind == ITEM_VERB || it->kind == ITEM_MARK || it->count || between)
            return -1;
    }
    return -1;
}

/* "Five soldiers were killed", "met their death": the word behind the number that tells of them. */
static int32_t word_behind(const coder_state *c, const clause_sentence *s, const count *n,
                           wq_str *kind)
{
    uint32_t i = n->last, end = n->last + BEHIND;
    while (i < s->n_items && i < end && s->item[i].kind != ITEM_VERB &&
           s->item[i].kind != ITEM_NOMINAL && s->item[i].kind != ITEM_MARK)
        i++;
    return i < s->n_items && claim_is_cue(c, &s->item[i], STR("size"), kind) ? (int32_t)i
                                                                             : -1;
}

static bool suits(const event_draft *d, wq_str kind)
{
    static const struct {
        const char *kind, *type;
    } of[] = { { "dead", "ASSAULT" },     { "injured", "ASSAULT" },
               { "abducted", "ASSAULT" }, { "arrested", "COERCE" },
               { "displaced", "COERCE" }, { "participants", "PROTEST" } };
    for (size_t i = 0; i < sizeof of / sizeof *of; i++)
        if (str_eq(kind, str_of(of[i].kind)))
            return str_eq(d->type, str_of(of[i].type));
    return false;
}

/* The draft whose trigger the word is, else the nearest of the sentence that such a number belongs to. */
static event_draft *draft_for(draft_list *list, uint32_t first, int32_t word,
                              const count *n, wq_str kind)
{
    event_draft *best = NULL;
    uint32_t distance = UINT32_MAX;
    for (uint32_t i = first; i < list->n; i++) {
        event_draft *d = &list->v[i];
        if (!suits(d, kind))
            continue;
        if (word >= 0 && d->trigger == (uint32_t)word)
            return d;
        uint32_t away =
            d->trigger > n->number ? d->trigger - n->number : n->number - d->trigger;
        if (away < distance) {
            best = d;
            distance = away;
        }
    }
    return best;
}

/* The people counted are among those on a side of the draft. */
static bool is_on_side(const clause_sentence *s, const event_side *side, const count *n)
{
    for (uint32_t i = 0; i < side->list.n && n->counted >= 0; i++) {
        const clause_item *it = &s->item[n->counted];
        if (it->kind == ITEM_ACTOR && it->actor->a.span.start == side->list.v[i].span.start)
            return true;
    }
    return false;
}

static void give(coder_state *c, const clause_sentence *s, event_draft *d, const count *n,
                 wq_str kind)
{
    uint32_t first = s->item[n->first].first, last = s->item[n->last - 1].last;
    uint16_t clitics =
        s->item[n->first].clitics & (MORPH_WA | MORPH_FA | MORPH_PREPOSITION);
    *vec_push(c->mem, &d->sizes) =
        (wq_size){ .kind = kind,
                   .least = n->least,
                   .most = n->most,
                   .approximate = n->about,
                   .text = text_slice_bare(s->part, first, last, clitics),
                   .span = text_span_bare(s->part, first, last, clitics) };
}

/* Protesters: the number stands on the actors' side of a protest. */
static event_draft *protest_of(draft_list *list, const clause_sentence *s, uint32_t first,
                               const count *n)
{
    for (uint32_t i = first; i < list->n; i++)
        if (suits(&list->v[i], STR("participants")) && is_on_side(s, &list->v[i].actor, n))
            return &list->v[i];
    return NULL;
}

/* "Dozens of dead and wounded": the number is that of both. */
static bool is_shared(const coder_state *c, const clause_sentence *s, const count *n)
{
    wq_str kind;
    return n->counted >= 0 && n->last < s->n_items &&
           (s->item[n->last].clitics & MORPH_WA) &&
           of_noun(c, &s->item[n->counted], &kind) && of_noun(c, &s->item[n->last], &kind);
}

/* "15 operations of abduction": deeds are counted, and nobody. */
static bool is_of_deeds(const coder_state *c, const clause_sentence *s, const count *n)
{
    uint32_t rows[ROWS_MAX];
    wq_str kind;
    return n->counted >= 0 && s->item[n->counted].kind == ITEM_NOMINAL &&
           s->item[n->counted].entry.table == LEX_NOUN &&
           !of_noun(c, &s->item[n->counted], &kind) &&
           trigger_rows(c, s, (uint32_t)n->counted, LEX_EVENT, rows) > 0;
}

/* "No soldier was wounded": the one there is nobody. */
static bool is_nobody(const clause_sentence *s, int32_t word)
{
    return word >= 0 && s->item[word].kind == ITEM_VERB &&
           s->clause[s->item[word].clause].negated && !s->clause[s->item[word].clause].only;
}

static void place_count(coder_state *c, const clause_sentence *s, draft_list *list,
                        uint32_t first, const count *n)
{
    wq_str kind;
    event_draft *protest = protest_of(list, s, first, n);
    if (protest) {
        give(c, s, protest, n, STR("participants"));
        return;
    }
    int32_t word = -1;
    bool noun = n->counted >= 0 && of_noun(c, &s->item[n->counted], &kind);
    if (!noun)
        word = word_before(c, s, n, &kind);
    if (!noun && word < 0)
        word = word_behind(c, s, n, &kind);
    if ((!noun && word < 0) || is_of_deeds(c, s, n) || is_nobody(s, word))
        return;
    event_draft *d = draft_for(list, first, word, n, kind);
    if (d && !is_on_side(s, &d->actor, n))
        give(c, s, d, n, kind);
}

static bool is_governed(const coder_state *c, const clause_sentence *s, uint32_t i)
{
    wq_str kind;
    return i > 0 &&
           (s->item[i - 1].kind == ITEM_VERB || s->item[i - 1].kind == ITEM_NOMINAL) &&
           claim_is_cue(c, &s->item[i - 1], STR("size"), &kind) &&
           !str_eq(kind, STR("participants")); /* one alone is no protest */
}

void size_sentence(coder_state *c, const clause_sentence *s, draft_list *list,
                   uint32_t first)
{
    count n;
    for (uint32_t i = 0; first < list->n && i < s->n_items; i++) {
        bool found =
            read_count(c, s, i, &n) || (is_governed(c, s, i) && read_single(s, i, &n));
        if (!found)
            continue;
        if (!is_shared(c, s, &n))
            place_count(c, s, list, first, &n);
        i = n.last - 1;
    }
}

void size_take(coder_state *c, event_draft *to, const event_draft *from)
{
    uint32_t had = to->sizes.n;
    for (uint32_t i = 0; i < from->sizes.n; i++) {
        bool known = false;
        for (uint32_t k = 0; k < had && !known; k++)
            known = str_eq(to->sizes.v[k].kind, from->sizes.v[i].kind);
        if (!known)
            *vec_push(c->mem, &to->sizes) = from->sizes.v[i];
    }
}

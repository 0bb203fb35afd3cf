/* Words of saying in a sentence: which they are, where their speech begins, where the reporter speaks again. */
#include "event/claim.h"

#include "script/letters.h"
#include "text/match.h"

enum {
    SPEECH_TOKENS = 4,   /* shorter quotations are names */
    LONG_QUOTATION = 12, /* longer ones are no names, whatever stands before them */
    WHOLE_QUOTATION = 6, /* in these, verbs of saying are part of what is said */
    COMMA = 0x60c
};

bool speech_is_quote_mark(uint32_t mark)
{
    return mark == '"' || (mark >= 0x201c && mark <= 0x201f) || mark == 0xab ||
           mark == 0xbb;
}

/* ---- quotations ----------------------------------------------------------------------------- */

/* How many quotations begin at or before `token`. */
static uint32_t quotations_before(const text_part *p, uint32_t token)
{
    uint32_t lo = 0, hi = p->n_quotations;
    while (lo < hi) {
        uint32_t mid = lo + (hi - lo) / 2;
        if (p->quotation[mid].first <= token)
            lo = mid + 1;
        else
            hi = mid;
    }
    return lo;
}

const text_quotation *speech_quotation(const text_part *p, uint32_t token)
{
    uint32_t n = quotations_before(p, token);
    return n && p->quotation[n - 1].first == token ? &p->quotation[n - 1] : NULL;
}

/* Inside quotation marks that hold a sentence rather than a name; an adverb is said even in two words. */
static bool is_quoted(const text_part *p, uint32_t token, bool adverb)
{
    enum { NEARBY = 8 };
    if (!p->token[token].quote)
        return false;
    uint32_t n = quotations_before(p, token);
    for (uint32_t i = 0; i < NEARBY && i < n; i++) {
        const text_quotation *q = &p->quotation[n - 1 - i];
        if (q->last > token)
            return q->closed && (adverb || q->last - q->first >= WHOLE_QUOTATION);
    }
    return true;
}

/* ---- which words ------------------------------------------------------------------------------ */

bool speech_takes(const coder_state *c, const clause_item *word, wq_str kind, wq_str slot)
{
    wq_str slots;
    return claim_is_cue(c, word, kind, &slots) && str_listed(slots, '|', slot);
}

/* The token behind a phrase of this kind in a table that begins at this item; 0 where none does. */
static uint32_t phrase_of(const coder_state *c, const clause_sentence *s, uint32_t i,
                          lex_table table, wq_str kind)
{
    match_hit room[MATCH_MAX];
    uint32_t n;
    if (!match_may_be_kind(&s->part->token[s->item[i].first], kind))
        return 0;
    const match_hit *hit = match_list(c->lex, s->part, s->item[i].first, room, &n);
    for (uint32_t h = 0; h < n; h++)
        for (uint32_t k = 0; (hit[h].kinds & str_bit(kind)) && k < hit[h].n; k++) {
            const lex_entry *e = &hit[h].entry[k];
            if (e->table == table && str_eq(lex_cell(c->lex, table, e->row, "kind"), kind))
                return s->item[i].first + hit[h].tokens;
        }
    return 0;
}

uint32_t speech_phrase(const coder_state *c, const clause_sentence *s, uint32_t i,
                       wq_str kind)
{
    return phrase_of(c, s, i, LEX_CUE, kind);
}

bool speech_is_pronominal(const speech *q, uint32_t i)
{
    return i < q->s->n_items && q->s->item[i].kind == ITEM_ACTOR &&
           phrase_of(q->c, q->s, i, LEX_FUNCTION, STR("np_his_highness"));
}

uint32_t speech_source_end(const speech *q, uint32_t i)
{
    const clause_sentence *s = q->s;
    uint32_t last = speech_phrase(q->c, s, i, STR("source"));
    last = last > s->item[i].last ? last : s->item[i].last;
    while (i < s->n_items && s->item[i].first < last)
        i++;
    return i;
}

bool speech_is_also(const speech *q, uint32_t i)
{
    return speech_phrase(q->c, q->s, i, STR("also"));
}

bool speech_is_parenthesis(const speech *q, uint32_t cue)
{
    enum { LONGEST = 12 };
    const clause_sentence *s = q->s;
    uint32_t open = cue > 1 ? speech_mark(s, cue - 2) : 0, i = cue + 1;
    if (!open || open == ':' || open == '.' || speech_is_quote_mark(open) ||
        !speech_is_also(q, cue - 1))
        return false;
    while (i < s->n_items && i < cue + LONGEST && speech_mark(s, i) != open) {
        if (s->item[i].kind == ITEM_VERB || speech_mark(s, i) == ':' ||
            item_is_function(&s->item[i], STR("comp")))
            return false;
        i++;
    }
    return i + 1 < s->n_items && speech_mark(s, i) == open &&
           !item_is_function(&s->item[i + 1], STR("comp")) &&
           !speech_is_quote_mark(speech_mark(s, i + 1));
}

bool speech_is_between(const speech *q, uint32_t i)
{
    return i < q->s->n_items && q->s->item[i].kind != ITEM_MARK &&
           speech_phrase(q->c, q->s, i, STR("between"));
}

bool speech_is_what(const speech *q, uint32_t i)
{
    return q->s->item[i].kind == ITEM_WORD &&
           speech_phrase(q->c, q->s, i, STR("what")) == q->s->item[i].last;
}

bool speech_may_speak(const speech *q, uint32_t i)
{
    return speech_is_document(q, i) || speech_phrase(q->c, q->s, i, STR("speaks"));
}

bool speech_is_document(const speech *q, uint32_t i)
{
    return speech_phrase(q->c, q->s, i, STR("document"));
}

/* ---- where speech begins ------------------------------------------------------------------------ */

/* Not speech: "before that", "without that". */
static bool is_told_by(const clause_item *prep)
{
    static const char *const value[] = { "ila", "ala", "an", "min", "fi" };
    for (size_t i = 0; i < sizeof value / sizeof *value; i++)
        if (str_eq(prep->value, str_of(value[i])))
            return true;
    return false;
}

/* "that"; but not "because" (li-anna), nor what is joined to another clause, nor "before that". */
static bool is_that(const clause_sentence *s, uint32_t i)
{
    if (!item_is_function(&s->item[i], STR("comp")) ||
        (s->item[i].clitics & (MORPH_WA | MORPH_FA)) ||
        (i > 0 && item_is_function(&s->item[i - 1], STR("prep")) &&
         !is_told_by(&s->item[i - 1])) ||
        (i + 1 < s->n_items && item_is_function(&s->item[i + 1], STR("pronoun"))) ||
        (i > 0 && speech_mark(s, i - 1) == '(')) /* the letter of (إن تي في) */
        return false; /* "if (in) she ...": "that she" is one word */
    wq_str form = s->part->token[s->item[i].first].form;
    return !str_starts(form, STR(AR_LAM)) && !str_starts(form, STR(AR_WAW));
}

static bool has_verb(const clause_sentence *s, uint32_t i, uint32_t end)
{
    while (i < s->n_items && s->item[i].first < end)
        if (s->item[i++].kind == ITEM_VERB)
            return true;
    return false;
}

/* "entitled <<...>>", "the film <<...>>" */
static bool is_title(const speech *q, uint32_t i)
{
    enum { WORDS = 2 };
    uint32_t mark = q->s->item[i].first;
    for (uint32_t k = i; k > 0 && k + WORDS > i; k--)
        if (speech_phrase(q->c, q->s, k - 1, STR("titled")) == mark)
            return true;
    return false;
}

/* "Added", "saying", "went on": a name in quotation marks right behind it is no subject of it. */
static bool goes_on(const coder_state *c, const clause_item *cue)
{
    wq_str value;
    return cue->kind == ITEM_NOMINAL || (cue->clitics & (MORPH_WA | MORPH_FA)) ||
           claim_is_cue(c, cue, STR("goes_on"), &value);
}

/* A quotation mark that opens more than a name: "the programme <<United against the abuse of religion>>". */
static bool opens_speech(const speech *sp, uint32_t cue, uint32_t i)
{
    const clause_sentence *s = sp->s;
    const text_quotation *q = speech_quotation(s->part, s->item[i].first + 1);
    if (!q || !speech_is_quote_mark(speech_mark(s, i)) || is_title(sp, i))
        return false;
    uint32_t size = q->last - q->first;
    bool verb = has_verb(s, i + 1, q->last);
    bool behind_word =
        i > 0 && (s->item[i - 1].kind == ITEM_WORD || s->item[i - 1].kind == ITEM_NOMINAL);
    if (i == cue + 1) /* "and added <<we shall see>>" */
        return !q->closed || size >= SPEECH_TOKENS ||
               (size + 2 > SPEECH_TOKENS && verb && goes_on(sp->c, &s->item[cue]));
    return !q->closed || size >= LONG_QUOTATION ||
           (size >= SPEECH_TOKENS && (!behind_word || verb));
}

static bool is_comma(const clause_sentence *s, uint32_t i)
{
    return speech_mark(s, i) == COMMA || speech_mark(s, i) == ',';
}

/* The dots of an abbreviation, of a number. */
static bool is_inside_word(const clause_sentence *s, uint32_t i)
{
    return i + 1 < s->n_items && s->item[i + 1].kind == ITEM_WORD &&
           !s->part->token[s->item[i + 1].first].space_before;
}

/* A verb of saying in a relative clause that a comma closes before "that": "said X, who announced Y, that". */
static bool is_apposed(const speech *q, uint32_t cue, uint32_t i)
{
    const clause_sentence *s = q->s;
    uint32_t own = s->item[i].clause;
    if (s->clause[own].opener != OPEN_WHO || own == s->item[cue].clause)
        return false;
    uint32_t k = i + 1;
    while (k < s->n_items && s->item[k].clause == own)
        k++;
    return k < s->n_items && is_that(s, k) && is_comma(s, k - 1);
}

bool speech_is_in_source(const speech *q, uint32_t i)
{
    enum { NEAR = 3 };
    for (uint32_t k = i; k > 0 && k + NEAR > i; k--)
        if (q->cue[k - 1] == CUE_SOURCE)
            return speech_source_end(q, k - 1) >= i;
    return false;
}

bool speech_breaks(const speech *q, uint32_t cue, uint32_t i)
{
    const clause_item *it = &q->s->item[i];
    uint32_t mark = speech_mark(q->s, i);
    bool that = i + 1 < q->s->n_items && is_that(q->s, i + 1);
    if ((mark == '.' && !is_inside_word(q->s, i)) || mark == '!' || mark == 0x61f ||
        (mark == 0x61b && !that))
        return true;
    bool relative = q->s->clause[it->clause].opener == OPEN_WHO;
    if (q->cue[i] != CUE_NONE && q->cue[i] != CUE_SOURCE && !is_apposed(q, cue, i) &&
        !speech_is_in_source(q, i))
        return true;
    return it->kind == ITEM_VERB && !relative && it->clause != q->s->item[cue].clause &&
           (it->clitics & (MORPH_WA | MORPH_FA));
}

/* "Especially that", "or that": the particle belongs to the word before it. */
static bool is_since(const speech *q, uint32_t that)
{
    return that > 0 && q->s->item[that - 1].kind != ITEM_MARK &&
           speech_phrase(q->c, q->s, that - 1, STR("not_that")) ==
               q->s->item[that - 1].last;
}

/* "said, indeed we won": speech without "that". */
static bool is_indeed(const clause_item *it)
{
    return item_is_function(it, STR("qad")) && str_eq(it->value, STR("speech"));
}

/* "that" and an imperfect behind another verb: "announced the prize that he used TO GIVE". */
static bool is_of_other_verb(const speech *q, uint32_t cue, uint32_t that)
{
    const clause_sentence *s = q->s;
    if (that < cue + 2 || that + 1 >= s->n_items)
        return false;
    const clause_item *verb = &s->item[that - 1], *next = &s->item[that + 1];
    return verb->kind == ITEM_VERB && q->cue[that - 1] == CUE_NONE &&
           next->kind == ITEM_VERB && (next->entry.feats & LEX_F_IMPERFECT) &&
           !(next->entry.feats & LEX_F_PERFECT);
}

/* "<<The Emergency Room>> said that": a short quotation before the particle, or before what the verb takes with `bi`. */
static bool is_name_quoted(const speech *q, uint32_t cue, uint32_t mark)
{
    enum { NAME = 8 };
    const clause_sentence *s = q->s;
    const text_quotation *x =
        mark + 1 < s->n_items ? speech_quotation(s->part, s->item[mark + 1].first) : NULL;
    if (!x || !x->closed || x->last - x->first > NAME)
        return false;
    uint32_t k = mark + 1;
    while (k < s->n_items && s->item[k].first <= x->last)
        k++;
    return k < s->n_items &&
           (is_that(s, k) || ((s->item[k].clitics & MORPH_BI) &&
                              speech_takes(q->c, &s->item[cue], STR("takes"), STR("bi"))));
}

/* "And he added, the people want ...": a comma where others write a colon, and a clause of its own behind it. */
static bool comma_opens(const speech *q, uint32_t cue)
{
    enum { WORDS = 4 };
    const clause_sentence *s = q->s;
    uint32_t at = cue + 2;
    if (at + WORDS >= s->n_items || !is_comma(s, cue + 1) ||
        speech_phrase(q->c, s, cue, STR("set_off")) != s->item[cue].last ||
        !speech_is_noun(&s->item[at]) ||
        s->item[at].clitics & (MORPH_PREPOSITION | MORPH_WA) || speech_is_adverb(s, at))
        return false;
    return has_verb(s, at + 1, s->item[s->n_items - 1].last);
}

static speech_opening opening_behind(const speech *q, uint32_t cue)
{
    const clause_sentence *s = q->s;
    wq_str value;
    bool asks = claim_is_cue(q->c, &s->item[cue], STR("asks"), &value);
    bool by = claim_is_cue(q->c, &s->item[cue], STR("only"), &value);
    bool near = claim_is_cue(q->c, &s->item[cue], STR("near"), &value);
    uint32_t reach = near ? NEAR_CUE : SPEECH_REACH;
    for (uint32_t i = cue + 1;
         i < s->n_items && i < cue + reach && !speech_breaks(q, cue, i); i++) {
        if (is_indeed(&s->item[i]) && !asks)
            return (speech_opening){ OPENS_THAT, i, i };
        if (is_that(s, i) && !asks && !is_since(q, i) &&
            (!by || str_starts(s->part->token[s->item[i].first].form, STR(AR_BEH))) &&
            !is_of_other_verb(q, cue, i))
            return (speech_opening){ OPENS_THAT, i, i + 1 };
        if (speech_mark(s, i) == ':')
            return (speech_opening){ OPENS_COLON, i, i + 1 };
        if (opens_speech(q, cue, i) && !is_name_quoted(q, cue, i))
            return (speech_opening){ OPENS_QUOTATION, i, i + 1 };
    }
    if (comma_opens(q, cue))
        return (speech_opening){ OPENS_COLON, cue + 1, cue + 2 };
    return (speech_opening){ OPENS_NOT, s->n_items, s->n_items };
}

/* ---- words between the cue and its speech --------------------------------------------------------- */

bool speech_is_noun(const clause_item *it)
{
    return it->kind == ITEM_WORD || it->kind == ITEM_NOMINAL || it->kind == ITEM_PLACE ||
           it->kind == ITEM_ACTOR || item_is_function(it, STR("transparent"));
}

bool speech_is_adverb(const clause_sentence *s, uint32_t i)
{
    const clause_item *it = &s->item[i];
    const text_token *t = &s->part->token[it->first];
    return it->kind == ITEM_WORD && !(it->clitics & MORPH_AL) && t->form.n > 4 &&
           str_ends(t->form, STR(AR_ALEF)) && t->morph && t->morph->known;
}

/* "stressing - may God protect him - the depth of": behind a wish between dashes. */
uint32_t speech_behind_wish(const clause_sentence *s, uint32_t i)
{
    enum { WISH = 6 };
    if (speech_mark(s, i + 1) != '-' && speech_mark(s, i + 1) != 0x2013)
        return i;
    for (uint32_t k = i + 2; k < i + 2 + WISH && k < s->n_items; k++)
        if (speech_mark(s, k) == speech_mark(s, i + 1))
            return k;
    return i;
}

/* "in an interview", "to the reporters" behind "his saying". */
static bool tells_where(const speech *q, uint32_t noun, uint32_t i)
{
    enum { NEAR = 8 };
    const clause_item *next = &q->s->item[noun + 1];
    bool led = speech_is_prep(next, STR("fi")) || speech_is_prep(next, STR("li")) ||
               (next->clitics & MORPH_LI);
    return (q->s->item[noun].clitics & MORPH_PRONOUN) && i < noun + NEAR && led &&
           (speech_is_noun(&q->s->item[i]) || i == noun + 1);
}

/* "his saying (on Friday) that": nothing but marks, times and where he said it may stand between. */
static speech_opening opening_of_noun(const speech *q, uint32_t noun)
{
    speech_opening o = opening_behind(q, noun);
    for (uint32_t i = noun + 1; i < o.mark; i++)
        if (q->s->item[i].kind != ITEM_MARK && q->s->item[i].kind != ITEM_TIME &&
            !(i == noun + 1 && (cue_that_follows(q->s, noun) ||
                                speech_is_prep(&q->s->item[i], STR("fi")))) &&
            !tells_where(q, noun, i))
            return (speech_opening){ OPENS_NOT, q->s->n_items, q->s->n_items };
    return o;
}

/* What a cue before this one opens is not opened again. */
static bool is_taken(const speech *q, uint32_t cue, uint32_t at)
{
    for (uint32_t i = cue; i > 0 && i + SPEECH_REACH > cue; i--)
        if (q->cue[i - 1] == CUE_VERB && q->opening[i - 1].how == OPENS_THAT &&
            q->opening[i - 1].at == at)
            return true;
    return false;
}

/* "What drew attention here is that": of what somebody said, only what is right behind the verb. */
static bool is_far_from_what(const speech *q, uint32_t cue, speech_opening o)
{
    enum { NEAR = 3 };
    return cue > 0 && o.how != OPENS_NOT && o.mark > cue + NEAR &&
           speech_is_what(q, cue - 1);
}

static void open_all(speech *q)
{
    for (uint32_t i = 0; i < q->s->n_items; i++)
        if (q->cue[i] == CUE_VERB || q->cue[i] == CUE_PARTICIPLE) {
            speech_opening that = opening_behind(q, i);
            bool aside = speech_is_parenthesis(q, i);
            if ((that.how == OPENS_THAT && is_taken(q, i, that.at)) ||
                is_far_from_what(q, i, that) || aside)
                that = (speech_opening){ OPENS_NOT, q->s->n_items, q->s->n_items };
            q->opening[i] = aside ? that : phrase_behind(q, i, that);
        } else if (q->cue[i] == CUE_NOUN)
            q->opening[i] = opening_of_noun(q, i);
}

/* Only these say something, and what stands at the head of a sentence or behind a mark. */
static bool may_be_cue(const clause_sentence *s, uint32_t i)
{
    const unsigned kinds = 1u << ITEM_VERB | 1u << ITEM_NOMINAL | 1u << ITEM_FUNCTION;
    return (kinds >> s->item[i].kind & 1) || i == 0 || s->item[i - 1].kind == ITEM_MARK;
}

void speech_read(coder_state *c, const clause_sentence *s, speech *q)
{
    *q = (speech){ .c = c, .s = s };
    q->cue = ARENA_ARRAY(c->mem, uint8_t, s->n_items + 1);
    q->opening = ARENA_ARRAY(c->mem, speech_opening, s->n_items + 1);
    q->stop = ARENA_ARRAY(c->mem, uint32_t, s->n_items + 1);
    for (uint32_t i = 0; i < s->n_items; i++)
        if (may_be_cue(s, i) &&
            (!s->part->token[s->item[i].first].quote ||
             !is_quoted(s->part, s->item[i].first, cue_is_adverbial(c, s, i))))
            q->cue[i] = (uint8_t)cue_of(c, s, i);
    open_all(q);
    reporter_stops(q);
}

/* What is said: from where the speech opens to where the reporter speaks again. */
#include "event/claim.h"

#include "script/letters.h"

enum {
    MAX_DEPTH = 3,
    COMMA = 0x60c,
    MIN_WORDS_OF_SOURCE = 4,
    MAX_SOURCES = 4, /* of one sentence */
    LOOK_BACK = 400  /* items, for an opening quotation mark */
};

static bool is_comma(uint32_t mark)
{
    return mark == COMMA || mark == ',';
}

static bool is_opening_mark(uint32_t mark)
{
    return mark && mark != '(' && mark != '[';
}

/* The quotation that begins right at item `at`. */
static const text_quotation *quotation_at(const clause_sentence *s, uint32_t at)
{
    return at > 0 && at < s->n_items && speech_is_quote_mark(speech_mark(s, at - 1))
               ? speech_quotation(s->part, s->item[at].first)
               : NULL;
}

/* "that", without a pronoun: what stands behind it is its noun. */
static bool is_behind_that(const clause_sentence *s, uint32_t from)
{
    return from > 1 && item_is_function(&s->item[from - 2], STR("comp")) &&
           str_ends(s->part->token[s->item[from - 2].first].form, STR(AR_NOON));
}

/* Is the quotation all that is said?  Something else behind it goes on with the sentence. */
static bool is_whole(const clause_sentence *s, const text_quotation *quotation,
                     uint32_t from)
{
    enum { NAME = 8 };
    if (!quotation->closed || quotation->last >= s->item[s->n_items - 1].last)
        return quotation->closed;
    uint32_t i = from;
    bool verb = false;
    for (; i < s->n_items && s->item[i].first <= quotation->last; i++)
        verb = verb || s->item[i].kind == ITEM_VERB;
    if (i >= s->n_items || quotation->last - quotation->first > NAME)
        return true;
    bool named = !verb && is_behind_that(s, from) && i + 1 < s->n_items &&
                 is_comma(speech_mark(s, i)) && s->item[i + 1].kind == ITEM_VERB &&
                 s->item[i + 1].clitics == 0;
    return s->item[i].kind == ITEM_MARK && !named;
}

static uint32_t item_behind(const clause_sentence *s, uint32_t from, uint32_t token)
{
    while (from < s->n_items && s->item[from].first < token)
        from++;
    return from;
}

/* Closing quotation marks go where their opening one is not inside. */
static uint32_t trim_end(const clause_sentence *s, uint32_t from, uint32_t to)
{
    while (to > from) {
        uint32_t mark = speech_mark(s, to - 1);
        if (!mark || mark == ')')
            break;
        if (speech_is_quote_mark(mark)) {
            const text_quotation *q = NULL;
            for (uint32_t i = to - 1; i > from && i + LOOK_BACK > to && !q; i--)
                q = speech_is_quote_mark(speech_mark(s, i - 1))
                        ? speech_quotation(s->part, s->item[i].first)
                        : NULL;
            if (q && q->last == s->item[to - 1].first)
                break;
        }
        to--;
    }
    return to;
}

static int32_t outer_of(const claim_state *st, uint32_t at, int32_t *depth)
{
    *depth = 0;
    int32_t outer = -1;
    for (uint32_t i = st->said.n; i > 0 && i + MAX_DEPTH > st->said.n; i--)
        if (st->said.v[i - 1].to > at && st->said.v[i - 1].from <= at) {
            outer = outer < 0 ? (int32_t)i - 1 : outer;
            ++*depth;
        }
    return outer;
}

/* The word of saying; unknown where only quotation marks say that somebody speaks. */
static wq_str cue_text(const speech *q, uint32_t at)
{
    const clause_sentence *s = q->s;
    const clause_item *cue = &s->item[at];
    if (q->cue[at] == CUE_SOURCE)
        return text_slice_bare(s->part, cue->first,
                               s->item[speech_source_end(q, at) - 1].last,
                               cue->clitics & (MORPH_WA | MORPH_FA));
    if (cue->kind == ITEM_MARK && speech_is_quote_mark(cue->mark))
        return (wq_str){ NULL, 0 };
    return text_slice_bare(s->part, cue->first, cue->last,
                           cue->clitics & (MORPH_WA | MORPH_FA));
}

/* The cue as written, and what the word says of the truth of what follows. */
static void note_word(const speech *q, claim *said)
{
    const clause_item *cue = &q->s->item[said->cue];
    wq_str value;
    bool none = said->cue >= said->from && said->cue < said->to; /* no word says it */
    said->word = none ? (wq_str){ NULL, 0 } : cue_text(q, said->cue);
    said->stance = claim_is_cue(q->c, cue, STR("say"), &value) ? value : STR("neutral");
}

static void emit(speech *q, const claim *said, bool direct)
{
    const clause_sentence *s = q->s;
    uint32_t first = s->item[said->from].first;
    bool that = said->from > 0 && item_is_function(&s->item[said->from - 1], STR("comp"));
    bool colon = said->from > 0 && speech_mark(s, said->from - 1) == ':';
    uint16_t clitics =
        direct || that || colon ? 0 : s->item[said->from].clitics & MORPH_PREPOSITION;
    wq_quote out = { .speaker = said->who.text,
                     .cue = said->word,
                     .content = text_slice_bare(s->part, first, said->last, clitics),
                     .span = text_span_bare(s->part, first, said->last, clitics),
                     .direct = direct };
    if (said->who.actor)
        out.speaker_id = said->who.actor->a.id;
    *vec_push(q->c->mem, &q->c->quotes) = out;
}

void quote_emit(speech *q, claim *said)
{
    note_word(q, said);
    emit(q, said, true);
}

static uint32_t words_in(const clause_sentence *s, uint32_t from, uint32_t to)
{
    uint32_t n = 0;
    for (uint32_t i = from; i < to; i++)
        n += s->item[i].kind == ITEM_MARK ? 0 : s->item[i].last - s->item[i].first;
    return n;
}

/* "The statement pointed out that the minister stressed ...": the minister is quoted, the statement only tells of it. */
static bool only_relays(const speech *q, const claim *said)
{
    enum { NEAR = 4 };
    const actor_mention *m = said->who.actor;
    if (!said->who.document && q->cue[said->cue] != CUE_SOURCE &&
        !(m && (m->kind == ACTOR_SOURCE || str_eq(m->a.sector, STR("JRN")))))
        return false;
    for (uint32_t i = said->from; i < said->to && i < said->from + NEAR; i++)
        if (q->cue[i] == CUE_VERB && q->opening[i].how != OPENS_NOT) {
            int32_t subject = speaker_subject(q, i, q->opening[i]);
            return subject >= (int32_t)said->from && subject <= (int32_t)said->from + 2;
        }
    return false;
}

/* "Announced the suspension of flights": a decision, done by being announced.  Events are told of in it all the same. */
static bool is_decision(const speech *q, const claim *said)
{
    const clause_item *it = &q->s->item[said->from];
    wq_str slots, value;
    if (q->opening[said->cue].how != OPENS_PHRASE ||
        !claim_is_cue(q->c, &q->s->item[said->cue], STR("takes"), &slots) ||
        str_find(slots, STR(":deed")) < 0)
        return false;
    if (said->from > 1 && speech_phrase(q->c, q->s, said->from - 2, STR("responsible")))
        return true;                            /* "its responsibility for the attack" */
    bool own = (it->clitics & MORPH_PRONOUN) || /* "its taking of the town" */
               claim_is_cue(q->c, it, STR("decision"), &value);
    return str_eq(said->stance, STR("denied")) ||
           (own && it->kind == ITEM_NOMINAL && it->entry.form == LEX_MASDAR);
}

/* Fewer words tell nothing; behind "described it as being" one between quotation marks is enough. */
static uint32_t fewest_words(const speech *q, const claim *said, bool direct)
{
    const clause_item *it = &q->s->item[said->from > 1 ? said->from - 2 : 0];
    wq_str value;
    bool one = direct && said->from > said->cue + 2 && item_is_function(it, STR("comp")) &&
               str_starts(q->s->part->token[it->first].form, STR(AR_BEH)) &&
               claim_is_cue(q->c, &q->s->item[said->cue], STR("tells"), &value);
    return one ? 1 : 2;
}

/* Adds the speech in items [from, to); a quotation takes its own end. */
static void add(speech *q, claim said)
{
    const clause_sentence *s = q->s;
    claim_state *st = &q->c->claims;
    while (said.from < said.to && is_opening_mark(speech_mark(s, said.from)))
        said.from++;
    const text_quotation *quotation = quotation_at(s, said.from);
    bool direct = quotation && is_whole(s, quotation, said.from);
    if (direct)
        said.to = item_behind(s, said.from, quotation->last);
    else
        said.to = trim_end(s, said.from, reporter_resumes(q, &said));
    if (quotation && !direct && quotation->closed &&
        said.to > item_behind(s, said.from, quotation->last))
        said.from--; /* a name in quotation marks is the first word of what is said */
    int32_t depth;
    said.outer = outer_of(st, said.cue, &depth);
    if (words_in(s, said.from, said.to) < fewest_words(q, &said, direct) ||
        depth >= MAX_DEPTH)
        return;
    said.last = direct ? quotation->last : s->item[said.to - 1].last;
    note_word(q, &said);
    for (uint32_t i = said.from; i < said.to; i++)
        st->of_item[i] = (int32_t)st->said.n;
    if (direct && said.last > s->item[s->n_items - 1].last)
        st->open = said;
    *vec_push(q->c->mem, &st->said) = said;
    if (s->part->which == WQ_PART_TEXT &&
        (direct || (!only_relays(q, &said) && !is_decision(q, &said))))
        emit(q, &said, direct);
}

/* ---- kinds of speech --------------------------------------------------------------------------- */

/* "...", says so-and-so: nothing is said behind the verb, but a quotation stands before it. */
static bool said_before(speech *q, uint32_t cue, claim *said)
{
    const clause_sentence *s = q->s;
    uint32_t i = cue;
    if (s->item[cue].clitics & (MORPH_WA | MORPH_FA))
        return false;
    while (i > 0 && (is_comma(speech_mark(s, i - 1)) ||
                     item_is_function(&s->item[i - 1], STR("sub"))))
        i--;
    if (i == 0 || !speech_is_quote_mark(speech_mark(s, i - 1)))
        return false;
    said->to = i - 1;
    for (uint32_t k = i - 1; k > 0 && k + LOOK_BACK > i; k--) {
        const text_quotation *x = quotation_at(s, k);
        if (x && x->last == s->item[i - 1].first) {
            said->from = k;
            return x->last - x->first > 2;
        }
    }
    return false;
}

/* Nothing but what belongs to the source stands behind it, up to the end or to what the reporter goes on with: ", while",
 * ", and there remain".                                                                                                */
static bool ends_sentence(const speech *q, uint32_t i)
{
    enum { NEAR = 14 };
    const clause_sentence *s = q->s;
    uint32_t first = i;
    while (i < s->n_items && i < first + NEAR && s->item[i].kind != ITEM_VERB &&
           !is_comma(speech_mark(s, i)) && !item_is_function(&s->item[i], STR("sub")))
        i++;
    if (i + 1 >= s->n_items || !is_comma(speech_mark(s, i)))
        return i == s->n_items;
    const clause_item *next = &s->item[i + 1];
    return speech_phrase(q->c, s, i + 1, STR("while")) ||
           (next->kind == ITEM_VERB && (next->clitics & MORPH_WA));
}

/* Where the clause that ends before item `at` begins, behind ", while": a source is of the last one only. */
static uint32_t clause_of_source(const speech *q, uint32_t at)
{
    const clause_sentence *s = q->s;
    for (uint32_t i = at; i > 1; i--) {
        uint32_t last = is_comma(speech_mark(s, i - 2))
                            ? speech_phrase(q->c, s, i - 1, STR("while"))
                            : 0;
        if (last)
            return item_behind(s, i - 1, last);
    }
    return 0;
}

/* "..., as so-and-so said.": what the sentence tells is what he said. */
static bool told_before(const speech *q, uint32_t cue, claim *said)
{
    const clause_sentence *s = q->s;
    if (cue < MIN_WORDS_OF_SOURCE || !speech_is_also(q, cue - 1) ||
        !is_comma(speech_mark(s, cue - 2)) || q->c->claims.said.n ||
        !ends_sentence(q, cue + 1))
        return false;
    said->from = clause_of_source(q, cue - 1);
    said->to = cue - 1;
    *vec_push(q->c->mem, &q->c->claims.sources) = said->who;
    return words_in(s, said->from, cue - 1) >= MIN_WORDS_OF_SOURCE;
}

/* "said the agency, quoting the minister, that": it is the minister who says it; sources without a name speak through the
 * agency.                                                                                                             */
static void quote_through(const speech *q, uint32_t cue, claim *said)
{
    const actor_mention *m = said->who.actor;
    bool medium = m && !voice_is_person(m) && m->kind != ACTOR_STATE;
    for (uint32_t i = cue + 1; medium && i < q->opening[cue].mark && i < q->s->n_items; i++)
        if (q->cue[i] == CUE_SOURCE) {
            uint32_t behind = i + 1;
            claim_voice who = source_at(q, i, &behind);
            bool own = q->s->item[behind - 1].clitics & MORPH_PRONOUN; /* "its sources" */
            bool named = who.actor && who.actor->kind != ACTOR_SOURCE;
            said->via = named ? said->who : own || !who.actor ? said->via : who;
            said->who = named ? who : said->who;
            return;
        }
}

/* "..., as the paper confirmed, ...": the sentence around it has him as source. */
static void by_parenthesis(speech *q, const claim *said)
{
    if (!speech_is_parenthesis(q, said->cue) || q->c->claims.sources.n >= MAX_SOURCES)
        return;
    *vec_push(q->c->mem, &q->c->claims.sources) = said->who;
    fragment_of_parenthesis(q, said);
}

/* Nothing is said behind the cue: it names who is quoted later, or who said what stands before. */
static void by_silent_cue(speech *q, claim *said)
{
    if (q->cue[said->cue] != CUE_VERB || said->who.text.n == 0)
        return;
    wq_str slot;
    bool from = claim_is_cue(q->c, &q->s->item[said->cue], STR("from"), &slot) &&
                !str_eq(slot, STR("fi"));
    if (said->via.text.n || from) { /* "X quoted Y", "was quoted from Y" */
        q->relayed = said->who;
        q->relayed_by = said->via;
    }
    by_parenthesis(q, said);
    if (said_before(q, said->cue, said) || told_before(q, said->cue, said))
        add(q, *said);
    else if (!said->via.text.n && (said->who.actor || said->who.document) &&
             q->s->clause[q->s->item[said->cue].clause].opener != OPEN_THAT)
        q->c->claims.silent = said->who;
}

static void by_cue(speech *q, uint32_t cue)
{
    speech_opening *opening = &q->opening[cue];
    claim said = { .cue = cue };
    said.who = speaker_of(q, cue, &said.via);
    if (opening->how == OPENS_NOT) {
        by_silent_cue(q, &said);
        return;
    }
    quote_through(q, cue, &said);
    if (opening->how == OPENS_QUOTATION && q->cue[cue] == CUE_VERB && said.who.text.n &&
        said_before(q, cue, &said))
        add(q, said); /* "<<...>>, he said, <<...>>" */
    said.from = opening->at;
    said.to = q->stop[opening->at];
    if (said.who.text.n)
        add(q, said);
}

/* Behind what still belongs to the source, up to its comma. */
static uint32_t behind_source(const clause_sentence *s, uint32_t i)
{
    enum { NEAR = 10 };
    for (uint32_t k = i; k < s->n_items && k < i + NEAR && s->item[k].kind != ITEM_VERB;
         k++)
        if (item_is_function(&s->item[k], STR("comp")) && (s->item[k].clitics & MORPH_FA))
            return k + 1;
    for (uint32_t k = i; k < s->n_items && k < i + NEAR && s->item[k].kind != ITEM_VERB;
         k++)
        if (is_comma(speech_mark(s, k)))
            return k + 1;
    return i;
}

/* "..., and according to witnesses ..."; but not "confirmed X, and according to the agency, THAT ...". */
static bool joins_source(const clause_sentence *s, uint32_t at, uint32_t behind)
{
    if (!(s->item[at].clitics & MORPH_WA) || !is_comma(speech_mark(s, at - 1)))
        return false;
    uint32_t from = behind_source(s, behind);
    const clause_item *it = from < s->n_items ? &s->item[from] : NULL;
    return it && !item_is_function(it, STR("comp")) &&
           (!item_is_function(it, STR("qad")) ||
            str_starts(s->part->token[it->first].form, STR(AR_FEH)));
}

/* "According to X, ..." and "..., according to X." */
static void by_source(speech *q, uint32_t at)
{
    const clause_sentence *s = q->s;
    uint32_t behind = at + 1;
    claim_voice own = source_of_own_words(q, at);
    if (own.text.n && q->c->claims.sources.n < MAX_SOURCES) {
        *vec_push(q->c->mem, &q->c->claims.sources) = own;
        return;
    }
    claim_voice who = source_at(q, at, &behind);
    if (who.text.n == 0 || q->c->claims.sources.n >= MAX_SOURCES)
        return;
    *vec_push(q->c->mem, &q->c->claims.sources) = who;
    claim said = { .cue = at, .who = who, .from = clause_of_source(q, at), .to = at };
    if (at == 0 || joins_source(s, at, behind)) {
        said.from = behind_source(s, behind);
        if (said.from < s->n_items && item_is_function(&s->item[said.from], STR("qad")))
            said.from++; /* "according to X, (it has been that)" */
        said.to = q->stop[said.from];
    } else if (quotation_at(s, behind_source(s, behind) + 1)) {
        said.from = behind_source(s, behind) + 1;
        said.to = s->n_items;
    } else if (who.document ||
               (!who.actor && speech_is_document(q, speech_source_end(q, at))) ||
               !ends_sentence(q, behind) || q->c->claims.said.n) {
        return;
    }
    if (words_in(s, said.from, said.to) >= MIN_WORDS_OF_SOURCE)
        add(q, said);
}

/* A sentence that is a quotation, behind one that gave its speaker. */
static void by_marks(speech *q)
{
    enum { LONG = 6 };
    const clause_sentence *s = q->s;
    const claim_state *st = &q->c->claims;
    const text_quotation *x = s->n_items > 1 ? quotation_at(s, 1) : NULL;
    if (!x || !x->closed || x->last - x->first < LONG || !st->spoke ||
        st->open.last > x->first)
        return;
    bool verb = false; /* else a heading between quotation marks */
    for (uint32_t i = 1; i < s->n_items && !verb; i++)
        verb = s->item[i].kind == ITEM_VERB;
    if (verb && x->last + 2 >= s->item[s->n_items - 1].last)
        add(q, (claim){ .cue = 0, .who = st->speaker, .from = 1, .to = s->n_items });
}

/* Whom a colon has speak at the head of a line: a known person in an interview, an office or body anywhere.  A byline
 * is nobody we know, and an agency is the line's source.                                                              */
static bool may_head_line(const clause_sentence *s)
{
    const actor_mention *m = s->item[0].actor;
    switch (m->kind) {
    case ACTOR_PERSON:
        return m->a.id.n;
    case ACTOR_OFFICE:
        return m->a.id.n || m->last - m->first > 1;
    case ACTOR_ORG:
        return !str_eq(m->a.sector, STR("JRN"));
    default:
        return false;
    }
}

/* The colon behind "So-and-so, the minister of ...:" at the head of a sentence; 0 where there is none. */
static uint32_t colon_of(const clause_sentence *s)
{
    enum { NAME = 8 };
    if (s->n_items == 0 || s->item[0].kind != ITEM_ACTOR)
        return 0;
    for (uint32_t i = 1; i < s->n_items && i < NAME; i++) {
        uint32_t mark = speech_mark(s, i);
        if (mark == ':')
            return i;
        if (s->item[i].kind == ITEM_VERB || s->item[i].kind == ITEM_FUNCTION ||
            (s->item[i].clitics & MORPH_WA) || (mark && !is_comma(mark)))
            return 0;
    }
    return 0;
}

/* "So-and-so: ..."; alone on its line, it is of the paragraph behind. */
static void by_colon(speech *q)
{
    enum { WORDS = 3 };
    const clause_sentence *s = q->s;
    claim_state *st = &q->c->claims;
    uint32_t colon = colon_of(s);
    bool text = s->part->which == WQ_PART_TEXT;
    if (colon == 0 || !may_head_line(s))
        return;
    if (colon + 1 == s->n_items) {
        st->label = voice_of(s, 0);
        st->labelled = text ? s->part->sentence[s->sentence].paragraph + 1 : 0;
    } else if (text && words_in(s, colon + 1, s->n_items) >= WORDS &&
               q->cue[colon + 1] != CUE_VERB) {
        add(q, (claim){ .cue = colon,
                        .who = voice_of(s, 0),
                        .from = colon + 1,
                        .to = q->stop[colon + 1] });
    }
}

/* The paragraph behind a line that names its speaker: its first sentence is what he said, all of it has him as source. */
static void by_label(speech *q)
{
    const clause_sentence *s = q->s;
    claim_state *st = &q->c->claims;
    if (st->label.text.n == 0 || colon_of(s) ||
        st->labelled != s->part->sentence[s->sentence].paragraph)
        return;
    *vec_push(q->c->mem, &st->sources) = st->label;
    bool first = s->sentence == 0 || s->part->sentence[s->sentence - 1].paragraph !=
                                         s->part->sentence[s->sentence].paragraph;
    if (first && st->said.n == 0)
        add(q, (claim){ .cue = 0, .who = st->label, .from = 0, .to = s->n_items });
}

void quote_sentence(speech *q)
{
    by_colon(q);
    for (uint32_t i = 0; i < q->s->n_items; i++)
        switch ((cue_kind)q->cue[i]) {
        case CUE_VERB:
        case CUE_PARTICIPLE:
        case CUE_NOUN:
            by_cue(q, i);
            break;
        case CUE_SOURCE:
            by_source(q, i);
            break;
        default:
            break;
        }
    by_label(q);
    if (q->c->claims.said.n == 0)
        by_marks(q);
    if (q->s->part->which == WQ_PART_TEXT)
        fragment_quotes(q);
}

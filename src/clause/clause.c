/* Clause boundaries and particles. */
#include "clause/clause.h"

#include "clause/reader.h"
#include "morph/morph.h"
#include "script/letters.h"

void item_name(clause_item *it, wq_str kind)
{
    it->function = kind;
    it->key = item_key(kind);
}

bool clause_is_duty(const clause_sentence *s, const clause *c)
{
    const clause_item *it = &s->item[c->first];
    return c->opener == OPEN_THAT && c->first + 2 < c->last &&
           item_is_function(it, STR("comp")) && item_is_function(it + 1, STR("prep")) &&
           str_eq(it[1].value, STR("ala")) && it[2].kind == ITEM_ACTOR;
}

bool reader_may_be_of_group(const lexicon *lex, const text_token *t, wq_str group)
{
    for (uint32_t i = 0; t->morph && i < t->morph->n; i++)
        if (t->morph->v[i].entry.table == LEX_VERB &&
            lex_in_group(lex, group,
                         lex_cell(lex, LEX_VERB, t->morph->v[i].entry.row, "id")))
            return true;
    return false;
}

int32_t clause_bound(const lexicon *lex, const clause_sentence *s, const clause *c)
{
    if (clause_is_duty(s, c))
        return (int32_t)c->first + 2;
    const clause_item *who = &s->item[c->first] + 1;
    bool must =
        c->opener == OPEN_THAT && c->verb > (int32_t)c->first + 1 && !c->negated &&
        c->verb + 1 < (int32_t)s->n_items &&
        clause_topic(s, c, c->verb) == (int32_t)c->first + 1 &&
        item_is_function(&s->item[c->verb + 1], STR("comp")) &&
        reader_may_be_of_group(lex, &s->part->token[s->item[c->verb].first], STR("must"));
    return must && who->kind == ITEM_ACTOR ? (int32_t)c->first + 1 : CLAUSE_NONE;
}

/* Behind an opening quotation mark or a colon a verbal noun may stand for the verb: "Russia: Kyiv has to stop". */
static bool opens_speech(const clause_item *before)
{
    return before->kind == ITEM_MARK && (before->mark == ':' || before->mark == 0xab ||
                                         before->mark == 0x201c || before->mark == '"');
}

bool clause_opens_duty(const clause_sentence *s, uint32_t at)
{
    const clause_item *it = &s->item[at], *end = s->item + s->n_items;
    bool him = item_is_function(it, STR("prep_pronoun"));
    const clause_item *that = him ? it + 1 : it + 2;
    if (!(him || item_is_function(it, STR("prep"))) || !str_eq(it->value, STR("ala")) ||
        that + 1 >= end || (!him && it[1].kind != ITEM_ACTOR))
        return false;
    bool opens = at == 0 || it[-1].kind == ITEM_MARK || (it->clitics & MORPH_WA);
    bool noun = (that->kind == ITEM_NOMINAL || that->kind == ITEM_VERB) &&
                morph_as(&s->part->token[that->first], LEX_VERB, LEX_MASDAR);
    bool deed = noun && (him || (at > 0 && opens_speech(it - 1)));
    return opens &&
           (deed || (item_is_function(that, STR("comp")) && that[1].kind == ITEM_VERB));
}

uint32_t clause_whole(const clause_sentence *s, uint32_t at)
{
    return s->clause[at].whole >= 0 ? (uint32_t)s->clause[at].whole : at;
}

static clause *now(reader *r)
{
    return &r->clauses.v[r->clauses.n - 1];
}

static void open_clause(reader *r, clause_opener opener)
{
    int32_t parent = r->clauses.n ? (int32_t)r->clauses.n - 1 : CLAUSE_NONE;
    if (parent >= 0)
        now(r)->last = r->items.n;
    *vec_push(r->mem, &r->clauses) = (clause){ .first = r->items.n,
                                               .last = r->items.n,
                                               .verb = CLAUSE_NONE,
                                               .aux = CLAUSE_NONE,
                                               .subject = CLAUSE_NONE,
                                               .parent = parent,
                                               .whole = CLAUSE_NONE,
                                               .opener = (uint8_t)opener };
    r->verb_in_clause = false;
}

/* "la yazal", he still does: its particle negates nothing. */
static bool is_still(reader *r, const clause_item *it)
{
    return it->entry.table == LEX_VERB &&
           str_eq(lex_cell(r->in->lex, LEX_VERB, it->entry.row, "class"), STR("still"));
}

static bool is_aux(reader *r, const clause_item *it)
{
    return is_still(r, it) ||
           str_eq(lex_cell(r->in->lex, LEX_VERB, it->entry.row, "class"), STR("aux"));
}

static const clause_item *last_item(const reader *r)
{
    return r->items.n ? &r->items.v[r->items.n - 1] : NULL;
}

static bool after_boundary(const reader *r)
{
    const clause_item *before = last_item(r);
    return !before || before->kind == ITEM_MARK;
}

/* Does this item begin a clause, and how? */
/* "The minister, who was an ally (كان حليفا) of the president, left": behind "was" and what he was, in a relative clause without
 * another mark, the comma ends it.                                                                                    */
static bool is_told_what_he_was(reader *r)
{
    const clause *c = now(r);
    if (c->opener != OPEN_WHO || c->aux < 0 || c->verb != CLAUSE_NONE ||
        (uint32_t)c->aux + 2 >= r->items.n)
        return false;
    const clause_item *what = &r->items.v[c->aux + 1];
    bool noun =
        what->kind == ITEM_WORD || what->kind == ITEM_NOMINAL || what->kind == ITEM_ACTOR;
    for (uint32_t i = (uint32_t)c->aux + 1; i + 1 < r->items.n; i++)
        if (r->items.v[i].kind == ITEM_MARK)
            return false;
    return noun;
}

static bool opens(reader *r, const clause_item *it, clause_opener *how)
{
    bool joined = it->clitics & (MORPH_WA | MORPH_FA);
    if (item_is_function(it, STR("comp")))
        *how = OPEN_THAT;
    else if (item_is_function(it, STR("rel")))
        *how = OPEN_WHO;
    else if (item_is_function(it, STR("sub")))
        *how = OPEN_SUB;
    else if (item_is_function(it, STR("cond")))
        *how = OPEN_IF;
    else if (it->kind == ITEM_VERB && joined)
        *how = OPEN_AND;
    else if (it->kind == ITEM_VERB && after_boundary(r) &&
             (r->verb_in_clause || is_told_what_he_was(r)))
        *how = OPEN_MAIN;
    else if (it->kind == ITEM_VERB && now(r)->verb != CLAUSE_NONE)
        *how = OPEN_AND; /* two verbs without a particle: begins, goes on, is able to ... */
    else
        return false;
    return true;
}

/* "did not release them [but] (إلا) in a deal": it was done; spelt like "that not" but for the hamza. */
static bool is_except(const reader *r, const clause_item *it)
{
    return str_starts(text_raw(r->in->part, &r->in->part->token[it->first]),
                      STR(AR_ALEF_HAMZA_BELOW));
}

static void note_particle(reader *r, const clause_item *it)
{
    if (it->kind != ITEM_FUNCTION)
        return;
    clause *c = now(r);
    bool negates = item_is_function(it, STR("neg"));
    bool without = it->clitics & MORPH_BI; /* "without result" negates no verb */
    if (negates && r->verb_in_clause) {
        c->only |= c->not_past && is_except(r, it);
    } else if (negates && !without && !is_except(r, it)) {
        c->negated = true;
        c->not_past = str_eq(it->value, STR("past"));
    } else if (item_is_function(it, STR("future"))) {
        c->future = true;
    } else if (item_is_function(it, STR("maybe")) || item_is_function(it, STR("cond"))) {
        c->maybe = true;
    }
}

/* "Not a passing visit.. Erdogan arrives": two dots, as headlines have them, end the reach of a negation before the verb. */
static void drop_negation(reader *r)
{
    clause *c = now(r);
    for (uint32_t i = r->items.n; c->negated && i > c->first + 1; i--) {
        const clause_item *it = &r->items.v[i - 1];
        bool dots = it->kind == ITEM_MARK && (it->mark == 0x2026 || it->mark == '.') &&
                    (it->mark == 0x2026 || it[-1].mark == '.');
        if (dots)
            c->negated = false;
        if (item_is_function(it, STR("neg")))
            return;
    }
}

/* "No sooner" (ما إن), "after" and "that", and "and if" (وإن), which goes on as "although". */
static bool is_no_if(const reader *r, const clause_item *that)
{
    return that > r->items.v &&
           ((that->clitics & MORPH_WA) || item_is_function(that - 1, STR("prep")) ||
            str_eq(r->in->part->token[that->first - 1].form, STR(AR_MEEM AR_ALEF)));
}

/* "If (إن) they bomb": behind "that", spelt with its hamza, stands no verb. */
static bool is_if(reader *r, const clause_item *verb)
{
    const text_part *p = r->in->part;
    const clause_item *that = r->items.n ? &r->items.v[r->items.n - 1] : NULL;
    if (!that || !item_is_function(that, STR("comp")) || !str_eq(that->value, STR("an")) ||
        is_no_if(r, that))
        return false;
    bool perfect = (verb->entry.feats & LEX_F_PERFECT) && !verb->clitics &&
                   !(verb->entry.feats & LEX_F_IMPERFECT);
    return perfect && !is_aux(r, verb) && !reader_nominal(r, &p->token[verb->first]) &&
           str_ends(text_raw(p, &p->token[that->first]), STR(AR_ALEF_HAMZA_BELOW AR_NOON));
}

static void note_verb(reader *r, clause_item *it)
{
    clause *c = now(r);
    drop_negation(r);
    const clause_item *before = last_item(r);
    if (is_if(r, it)) {
        clause_item *that = &r->items.v[r->items.n - 1];
        that->function = STR("cond");
        that->value = STR("hypothetical");
        c->opener = c->opener == OPEN_THAT ? OPEN_IF : c->opener;
        c->maybe = true;
    }
    if (before && item_is_function(before, STR("qad")) &&
        (it->entry.feats & LEX_F_IMPERFECT) && !(it->entry.feats & LEX_F_PERFECT)) {
        const morph_analysis *perfect = clause_perfect(r->in->part, it);
        if (perfect)
            it->entry = perfect->entry;
        else
            c->maybe = true;
    }
    if (it->clitics & MORPH_SA)
        c->future = true;
    if (is_aux(r, it) && c->aux == CLAUSE_NONE && c->verb == CLAUSE_NONE) {
        c->aux = (int32_t)r->items.n;
        c->negated = c->negated && !is_still(r, it);
        return; /* the verb proper comes behind its subject */
    }
    c->verb = (int32_t)r->items.n;
    r->verb_in_clause = true;
}

/* "..., and did not sign": the particle before a verb that opens a clause belongs to that clause. */
static void take_particle(reader *r)
{
    clause_item *before = r->items.n ? &r->items.v[r->items.n - 1] : NULL;
    if (!before ||
        !(item_is_function(before, STR("neg")) || item_is_function(before, STR("future")) ||
          item_is_function(before, STR("qad"))))
        return;
    before->clause = r->clauses.n - 1;
    now(r)->first--;
    r->clauses.v[r->clauses.n - 2].last--;
    note_particle(r, before);
}

/* Behind an aside the clause before it goes on, or "that" hangs on it. */
static bool goes_on_behind_aside(reader *r, const clause_item *it)
{
    int32_t before = aside_interrupts(r, it);
    if (before < 0)
        return false;
    bool that = item_is_function(it, STR("comp"));
    open_clause(r, that ? OPEN_THAT : OPEN_REST);
    now(r)->parent = before;
    if (that)
        return true;
    const clause *whole = &r->clauses.v[before];
    now(r)->whole = before;
    now(r)->verb = whole->verb;
    now(r)->aux = whole->aux;
    now(r)->negated = whole->negated;
    now(r)->future = whole->future;
    now(r)->maybe = whole->maybe;
    r->verb_in_clause = true;
    return true;
}

/* "the palace, in which he lives, while planes bombed": behind a comma "while" goes on with what the relative clause is in. */
static void leave_relative(reader *r, bool behind_mark)
{
    const clause *above;
    for (int32_t k = now(r)->parent; behind_mark && k >= 0; k = above->parent) {
        above = &r->clauses.v[k];
        if (above->opener == OPEN_WHO)
            now(r)->parent = above->parent;
        else if (above->opener != OPEN_AND) /* "which buys and hosts" is one */
            return;
    }
}

/* "assailed the party which won the vote, and accused it (فاتهمه) of": what is done "then" to whom the relative clause tells of
 * goes on with what that clause is in.                                                                               */
static bool does_so_to_him(const clause_item *verb, clause_opener how)
{
    return how == OPEN_AND && verb->kind == ITEM_VERB && (verb->clitics & MORPH_FA) &&
           (verb->clitics & (MORPH_HU | MORPH_HA));
}

/* "After the court had fined him he resumed": behind "after", "before" and their clause a past without "and" is the verb of what
 * that clause hangs on.                                                                                             */
static void leave_time_clause(reader *r, const clause_item *verb)
{
    clause *next = now(r);
    const clause *time =
        next->opener == OPEN_AND && next->parent > 0 ? &r->clauses.v[next->parent] : NULL;
    bool past = (verb->entry.feats & LEX_F_PERFECT) &&
                !(verb->entry.feats & LEX_F_IMPERFECT) &&
                !(verb->clitics & (MORPH_WA | MORPH_FA));
    if (!past || !time || time->opener != OPEN_THAT || time->first == 0 ||
        time->verb == CLAUSE_NONE || time->parent < 0)
        return;
    const clause_item *before = &r->items.v[time->first - 1];
    if (item_is_function(before, STR("prep")) &&
        (str_eq(before->value, STR("baad")) || str_eq(before->value, STR("qabl"))) &&
        (before->clitics & MORPH_WA))
        next->parent = time->parent;
}

/* Adds the item behind the last, which has been read into its place. */
static void add_item(reader *r, clause_item *it)
{
    clause_opener how;
    bool behind_mark = after_boundary(r);
    if (!goes_on_behind_aside(r, it) && opens(r, it, &how) &&
        (now(r)->first < r->items.n || r->clauses.n > 1)) {
        bool or = r->items.n && item_is_function(&r->items.v[r->items.n - 1], STR("or"));
        open_clause(r, how);
        if (how == OPEN_AND && or
            &&now(r)->parent >= 0) { /* "will not accept or recognise" */
            const clause *above = &r->clauses.v[now(r)->parent];
            now(r)->negated = above->negated;
            now(r)->future = above->future;
            now(r)->maybe = above->maybe;
        }
        if (how == OPEN_SUB || does_so_to_him(it, how))
            leave_relative(r, behind_mark);
        if (it->kind == ITEM_VERB)
            take_particle(r);
        if (it->kind == ITEM_VERB)
            leave_time_clause(r, it);
    }
    note_particle(r, it);
    if (it->kind == ITEM_VERB)
        note_verb(r, it);
    it->clause = r->clauses.n - 1;
    r->items.n++;
}

/* "Kenya and (و الصومال) Somalia": an "and" that stands apart is as good as one on the word, but for numbers.  Where the
 * item, the next of the reader's, is then.                                                                          */
static clause_item *take_and(reader *r, clause_item *it)
{
    clause_item *and = r->items.n ? it - 1 : NULL;
    if (!and || !item_is_function(and, STR("conj")) || and->last != it->first ||
        it->kind == ITEM_VERB || it->kind == ITEM_FUNCTION || it->kind == ITEM_MARK ||
        it->kind == ITEM_TIME || it->count || (it->clitics & (MORPH_WA | MORPH_FA)))
        return it;
    *and = *it;
    and->clitics |= MORPH_WA;
    r->items.n--;
    return and;
}

/* The first element of a list in order that does not begin before `token`.  Its elements, `size` bytes each, begin with
 * the token they begin at.                                                                                          */
static uint32_t lower_bound(const void *list, size_t size, uint32_t n, uint32_t token)
{
    uint32_t from = 0;
    while (from < n) {
        uint32_t middle = from + (n - from) / 2;
        uint32_t first;
        memcpy(&first, (const char *)list + middle * size, sizeof first);
        if (first < token)
            from = middle + 1;
        else
            n = middle;
    }
    return from;
}
#define FROM(list, token) lower_bound((list)->v, sizeof *(list)->v, (list)->n, token)

void clause_read(const clause_input *in, arena *a, uint32_t sentence, clause_sentence *out)
{
    const text_sentence *t = &in->part->sentence[sentence];
    reader r = { .in = in,
                 .mem = a,
                 .actor = FROM(in->actors, t->first),
                 .place = FROM(in->places, t->first),
                 .time = FROM(in->times, t->first) };
    vec_reserve(a, &r.items, t->last - t->first); /* each has a token, or more */
    open_clause(&r, OPEN_MAIN);
    for (uint32_t at = t->first; at < t->last;) {
        clause_item *it = &r.items.v[r.items.n];
        reader_item(&r, at, it);
        if (it->last > t->last)
            it->last = t->last;
        it = take_and(&r, it);
        if (r.items.n && it[-1].kind == ITEM_FUNCTION)
            reader_end_introduction(&r, it);
        add_item(&r, it);
        at = it->last;
    }
    now(&r)->last = r.items.n;
    *out = (clause_sentence){ in->part,    sentence,    r.items.v, r.items.n,
                              r.clauses.v, r.clauses.n, NULL };
    out->dateline = reader_dateline(out, a);
    for (uint32_t c = 0; c < out->n_clauses; c++) {
        clause *cl = &out->clause[c];
        if (cl->whole >= 0) {
            cl->verb = out->clause[cl->whole].verb;
            cl->subject = out->clause[cl->whole].subject;
            cl->subject_is_topic = out->clause[cl->whole].subject_is_topic;
            continue;
        }
        if (cl->verb == CLAUSE_NONE && cl->aux != CLAUSE_NONE) { /* "the talks were ..." */
            cl->verb = cl->aux;
            cl->aux = CLAUSE_NONE;
        }
        if (cl->verb != CLAUSE_NONE) {
            clause_reread(in->lex, out, &out->item[cl->verb]);
            clause_reread_behind_man(out, cl);
            clause_reread_for_above(out, cl);
            clause_find_subject(in->lex, out, a, cl);
            clause_reread_for_topic(out, cl);
        } else {
            clause_find_nominal_subject(out, cl);
        }
    }
    clause_find_fronted(out);
}

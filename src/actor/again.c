/* A body by the first word of its name, with the article: "الحركة" after "حركة النهضة", "التنظيم" after "تنظيم القاعدة".     */
#include "actor/np.h"
#include "script/fold.h"
#include "script/letters.h"

enum { REACH = 300, NEAR = 60 /* tokens */, SURE = 80 };

/* A folded word without proclitics and article. */
static wq_str bare_head(const np_parser *p, uint32_t at, uint16_t clitics)
{
    enum { LETTER = 2 };
    wq_str w = p->part->token[at].form;
    size_t n = 0;
    n += clitics & (MORPH_WA | MORPH_FA) ? LETTER : 0;
    n += clitics & MORPH_PREPOSITION ? LETTER : 0;
    w = str_sub(w, n < w.n ? n : 0, w.n);
    if (str_starts(w, STR(AR_AL)))
        return str_sub(w, 2 * LETTER, w.n);
    bool melted = (clitics & MORPH_LI) && str_starts(w, STR(AR_LAM)); /* lil- */
    return melted ? str_sub(w, LETTER, w.n) : w;
}

bool np_same_head(const np_parser *p, const actor_mention *a, const actor_mention *b)
{
    return str_eq(bare_head(p, a->first, a->clitics), bare_head(p, b->first, b->clitics));
}

/* Without the ending of a sound plural, which goes with the case. */
static wq_str caseless(wq_str w)
{
    bool sound = str_ends(w, STR(AR_WAW AR_NOON)) || str_ends(w, STR(AR_YEH AR_NOON));
    return sound ? str_sub(w, 0, w.n - STR(AR_YEH AR_NOON).n) : w;
}

bool np_same_noun(const np_parser *p, const actor_mention *a, const actor_mention *b)
{
    return str_eq(caseless(bare_head(p, a->first, a->clitics)),
                  caseless(bare_head(p, b->first, b->clitics)));
}

/* The first of several words that are the full name of organisation `id`; n == 0 where there is none. */
static wq_str head_of(const np_parser *p, wq_str id)
{
    int64_t row = lex_row_by_id(p->lex, LEX_ACTOR, id);
    wq_str name =
        row < 0 ? (wq_str){ NULL, 0 } : lex_cell(p->lex, LEX_ACTOR, (uint32_t)row, "name");
    ptrdiff_t space = str_find(name, STR(" "));
    if (space <= 0 ||
        str_eq(lex_cell(p->lex, LEX_ACTOR, (uint32_t)row, "kind"), STR("person")))
        return (wq_str){ NULL, 0 };
    return fold_str(p->mem, str_sub(name, 0, (size_t)space), FOLD_FULL);
}

/* The same, worked out once. */
static wq_str head_known(np_parser *p, wq_str id)
{
    if (!id.p)
        return id;
    np_head *known = &p->heads[((uintptr_t)id.p >> 2) % NP_HEADS];
    if (known->id != id.p)
        *known = (np_head){ id.p, head_of(p, id) };
    return known->head;
}

/* Does the full name of organisation `id` begin with the word: "the group" for Daesh, "the organisation" for what its
 * secretary-general was named of?                                                                                */
static bool is_called(np_parser *p, wq_str id, wq_str word)
{
    wq_str head = head_known(p, id);
    return head.n && str_eq(head, word);
}

/* "the secretary-general of the organisation of ...": the body that a title ends with; p == NULL: none. */
static wq_str body_within(np_parser *p, const actor_mention *b, wq_str word)
{
    for (uint32_t i = b->first + 1; i < b->last; i++) {
        if (!str_ends(p->part->token[i].form, word))
            continue;
        np_unit u = np_unit_at(p, i);
        if (u.table == LEX_ACTOR && u.last > i + 1 && !np_is_person_row(p, &u))
            return lex_cell(p->lex, LEX_ACTOR, u.row, "id");
    }
    return (wq_str){ NULL, 0 };
}

/* The id of the body whose name begins with the word, that a mention is or belongs to; p == NULL: none. */
static wq_str body_called(np_parser *p, const actor_mention *b, wq_str word)
{
    bool body = b->kind == ACTOR_ORG || b->kind == ACTOR_SOURCE;
    if (body && b->a.id.p &&
        (str_eq(bare_head(p, b->first, b->clitics), word) || is_called(p, b->a.id, word)))
        return b->a.id;
    if (is_called(p, b->owner, word))
        return b->owner;
    return b->kind == ACTOR_OFFICE || b->kind == ACTOR_PERSON ? body_within(p, b, word)
                                                              : (wq_str){ NULL, 0 };
}

/* ---- what no mention is called ---- */

enum { ENDING = 4 /* bytes */ };

static uint32_t ending_bit(wq_str s)
{
    uint32_t last;
    memcpy(&last, s.p + s.n - ENDING, ENDING);
    return (last * 0x9e3779b1u) >> 22;
}
_Static_assert(NP_ENDINGS == 1 << (32 - 22), "as many as ending_bit() tells apart");

/* In a set for one mention; 0, which every set has, where the word is too short to tell. */
static uint64_t called_bit(wq_str s)
{
    return s.n < ENDING ? 0 : (uint64_t)1 << (ending_bit(s) & 63);
}

static uint64_t note_ending(np_parser *p, wq_str s)
{
    if (s.n >= ENDING)
        p->endings[ending_bit(s) / 64] |= (uint64_t)1 << ending_bit(s) % 64;
    return called_bit(s);
}

/* Of all that body_called() and words_alike() compare a word with. */
static uint64_t note_endings(np_parser *p, const actor_mention *b)
{
    uint64_t set = note_ending(p, bare_head(p, b->first, b->clitics)) |
                   note_ending(p, head_known(p, b->a.id)) |
                   note_ending(p, head_known(p, b->owner));
    for (uint32_t i = b->first + 1; i < b->last; i++)
        set |= note_ending(p, p->part->token[i].form);
    return set;
}

static void note_mentions(np_parser *p)
{
    while (p->called.n < p->list.n) {
        uint64_t set = note_endings(p, &p->list.v[p->called.n]);
        *vec_push(p->mem, &p->called) = set;
    }
}

/* Most words end like nothing that was named. */
static bool may_be_called(np_parser *p, wq_str word)
{
    note_mentions(p);
    return word.n < ENDING ||
           (p->endings[ending_bit(word) / 64] >> ending_bit(word) % 64 & 1);
}

bool np_may_be_called(const np_parser *p, uint32_t i, uint64_t bits)
{
    return (p->called.v[p->called.n - 1 - i] & bits) == bits;
}

uint64_t np_head_bits(np_parser *p, const actor_mention *m)
{
    note_mentions(p);
    return called_bit(bare_head(p, m->first, m->clitics));
}

/* The latest mention whose name begins with the word; a news agency in between is meant as well as anybody. */
static const actor_mention *named_with(np_parser *p, wq_str word, wq_str but, wq_str *id)
{
    *id = (wq_str){ NULL, 0 };
    if (!may_be_called(p, word))
        return NULL;
    for (uint32_t i = 0; i < p->list.n && i < REACH; i++) {
        const actor_mention *b = &p->list.v[p->list.n - 1 - i];
        if (!np_may_be_called(p, i, called_bit(word)))
            continue;
        *id = body_called(p, b, word);
        if (id->p && !str_eq(*id, but))
            return b;
    }
    *id = (wq_str){ NULL, 0 };
    return NULL;
}

/* Where two bodies share the word, the one just named. */
static const actor_mention *meant(np_parser *p, uint32_t at, uint16_t clitics)
{
    wq_str word = bare_head(p, at, clitics), id, other;
    const actor_mention *b = named_with(p, word, (wq_str){ NULL, 0 }, &id);
    if (!b || b->kind == ACTOR_SOURCE || b->last > at)
        return NULL;
    return at - b->last <= NEAR || !named_with(p, word, id, &other) ? b : NULL;
}

/* "طائرات التحالف": a word of two that is listed as another spelling of its second. */
static uint32_t chief_word(const np_parser *p, const actor_mention *m)
{
    uint32_t of = m->first + 1;
    if (!m->agent || m->last != of + 1 || np_has_article(&p->part->token[m->first]) ||
        !np_has_article(&p->part->token[of]))
        return m->first;
    wq_str name = lex_cell(p->lex, LEX_AGENT, m->agent - 1, "lemma");
    return str_eq(bare_head(p, of, MORPH_AL), name) ? of : m->first;
}

void np_take_named(np_parser *p, const actor_mention *from, actor_mention *m)
{
    uint32_t chief = chief_word(p, m);
    uint16_t clitics = chief > m->first ? MORPH_AL : m->clitics;
    wq_str id = body_called(p, from, bare_head(p, chief, clitics));
    int64_t row = id.p ? lex_row_by_id(p->lex, LEX_ACTOR, id) : -1;
    if (row < 0)
        return;
    m->kind = ACTOR_ORG;
    np_take_body(p, (uint32_t)row, m);
    if (!m->agent) { /* it agrees as the word it is called by here */
        m->fem = str_ends(p->part->token[m->first].form, STR(AR_HEH));
        m->either = m->plural = false;
    }
    m->definite = true;
    m->rule = "actor.named-again";
    m->sure = SURE;
}

const actor_mention *np_named_before(np_parser *p, const actor_mention *m)
{
    uint32_t chief = chief_word(p, m);
    bool alone = m->last == chief + 1 && np_has_article(&p->part->token[chief]);
    return alone ? meant(p, chief, chief > m->first ? MORPH_AL : m->clitics) : NULL;
}

/* Behind a group or an office: "مقاتلو الحركة", "زعيم التنظيم"; the row of the body meant, or -1. */
static int64_t named_owner(np_parser *p, uint32_t at, uint16_t clitics)
{
    const text_token *t = &p->part->token[at];
    const morph_analysis *a = morph_as(t, LEX_AGENT, -1);
    a = a ? a : morph_as(t, LEX_STEM, -1);
    if (!p->list.n || !a ||
        (a->clitics & ~(unsigned)MORPH_AL) != (clitics & ~(unsigned)MORPH_AL) ||
        !np_has_article(t) ||
        (np_is_word(p, at + 1) && np_has_article(&p->part->token[at + 1])))
        return -1;
    wq_str word = bare_head(p, at, clitics);
    const actor_mention *named = meant(p, at, clitics);
    wq_str id = named ? body_called(p, named, word) : (wq_str){ NULL, 0 };
    return id.p ? lex_row_by_id(p->lex, LEX_ACTOR, id) : -1;
}

int64_t np_named_owner(np_parser *p, uint32_t at)
{
    return named_owner(p, at, MORPH_AL);
}

int64_t np_named_owner_li(np_parser *p, uint32_t at)
{
    return named_owner(p, at, MORPH_AL | MORPH_LI);
}

/* "The group [al-Houthi]": a word with the article behind it says which; a state or a body of its own does not. */
static bool is_described(np_parser *p, uint32_t at)
{
    if (!np_is_word(p, at + 1) || !np_has_article(&p->part->token[at + 1]))
        return false;
    np_unit u = np_unit_at(p, at + 1);
    bool body = u.table == LEX_AGENT && !np_agent_is(p, u.row, STR("adj")) &&
                (np_agent_is(p, u.row, STR("group")) || np_agent_is(p, u.row, STR("body")));
    return !body && !(u.table == LEX_COUNTRY && np_is_state_name(p, at + 1));
}

/* "In the Strip" behind "the Gaza Strip": part of a state, by the first word of its name. */
static bool this_land(np_parser *p, uint32_t at, actor_mention *m)
{
    wq_str word = bare_head(p, at, m->clitics | MORPH_AL);
    const actor_mention *b;
    bool where = (m->clitics & MORPH_PREPOSITION) ||
                 (at > 0 && np_word_kind(p, at - 1, STR("prep")));
    if (!where || !may_be_called(p, word))
        return false;
    for (uint32_t i = 0; i < REACH && (b = np_back(p, i)) != NULL; i++) {
        bool part = i < p->list.n && b->kind == ACTOR_STATE && b->last > b->first + 1 &&
                    b->a.id.p && !str_eq(b->a.id, b->a.country);
        if (!part || !str_eq(bare_head(p, b->first, b->clitics), word))
            continue;
        uint16_t clitics = m->clitics;
        *m = *b;
        m->first = m->name_first = m->name_last = at;
        m->last = at + 1;
        m->clitics = clitics;
        m->rule = "actor.named-again";
        m->sure = SURE;
        return true;
    }
    return false;
}

/* What the word can be besides, and an adjective behind it, make it another thing. */
bool np_named_again(np_parser *p, uint32_t at, actor_mention *out)
{
    const text_token *t = &p->part->token[at];
    const morph_analysis *stem = morph_as(t, LEX_STEM, -1);
    if (!p->list.n || !stem || !np_has_article(t) || morph_as(t, LEX_FUNCTION, -1) ||
        !may_be_called(p, bare_head(p, at, stem->clitics)) || is_described(p, at))
        return false;
    actor_mention m = { .first = at,
                        .last = at + 1,
                        .clitics = stem->clitics & (uint16_t)~MORPH_AL };
    const actor_mention *named = morph_as(t, LEX_TIME, -1) ? NULL : np_named_before(p, &m);
    if (!named && !this_land(p, at, &m))
        return false;
    if (named)
        np_take_named(p, named, &m);
    *out = m;
    return true;
}

/* "The group", "the organisation" alone: where no body of that name was told of, the armed movement that was named last. */
bool np_this_group(np_parser *p, uint32_t at, actor_mention *out)
{
    int64_t row = np_function_row(p, at, STR("np_this_group"));
    const morph_analysis *f =
        row < 0 ? NULL : morph_as(&p->part->token[at], LEX_FUNCTION, -1);
    actor_mention m = { .first = at, .last = at + 1, .definite = true };
    m.clitics = f ? f->clitics & (uint16_t)~MORPH_AL : 0;
    if (!f || is_described(p, at))
        return false;
    const actor_mention *found = NULL, *named = np_named_before(p, &m);
    bool one = str_ends(p->part->token[at].form, STR(AR_HEH)); /* no "rebels" */
    if (named && !one)
        return false;
    if (named) {
        np_take_named(p, named, &m);
        *out = m;
        return m.a.id.p != NULL;
    }
    for (uint32_t i = 0; i < p->list.n && i < REACH; i++) {
        const actor_mention *b = &p->list.v[p->list.n - 1 - i];
        int64_t of = b->kind == ACTOR_ORG ? lex_row_by_id(p->lex, LEX_ACTOR, b->a.id) : -1;
        if (b->last + 2 * NEAR < at)
            break;
        if (of < 0 ||
            !str_eq(lex_cell(p->lex, LEX_ACTOR, (uint32_t)of, "kind"), STR("armed")))
            continue;
        if (found && !str_eq(found->a.id, b->a.id))
            return false;
        found = b;
    }
    if (!found)
        return false;
    np_take_body(p, (uint32_t)lex_row_by_id(p->lex, LEX_ACTOR, found->a.id), &m);
    m.kind = ACTOR_ORG;
    m.fem = str_ends(p->part->token[at].form, STR(AR_HEH)) ||
            str_ends(p->part->token[at].form, STR(AR_YEH AR_ALEF)) ||
            str_ends(p->part->token[at].form, STR(AR_ALEF AR_TEH));
    m.plural = str_ends(p->part->token[at].form, STR(AR_NOON)); /* rebels */
    m.rule = "actor.named-again";
    m.sure = SURE;
    *out = m;
    return true;
}

/* ---- cut short ---- */

/* How many words of the phrase at `at`, all with the article, stand at `from` of an earlier one; of the first no clitic counts. */
static uint32_t words_alike(const np_parser *p, uint32_t at, uint16_t clitics,
                            const actor_mention *b, uint32_t from)
{
    uint32_t n = 0;
    while (from + n < b->last && np_is_word(p, at + n) &&
           np_has_article(&p->part->token[at + n])) {
        uint16_t here = n ? MORPH_AL : clitics,
                 there = from + n > b->first ? MORPH_AL : b->clitics;
        if (!str_eq(bare_head(p, at + n, here), bare_head(p, from + n, there)))
            break;
        n++;
    }
    return n;
}

enum { LEAST = 2 /* words of a name cut short */ };

/* The body of a mention whose name is longer than the phrase at `at` and begins with it: it itself, or whose people it is. */
static wq_str longer_name(const np_parser *p, uint32_t at, uint16_t clitics,
                          const actor_mention *b, uint32_t *words)
{
    enum { AHEAD = 3 /* words: "the head of the delegation of" */ };
    for (uint32_t from = b->first; from + LEAST < b->last && from <= b->first + AHEAD;
         from++) {
        uint32_t n = words_alike(p, at, clitics, b, from);
        if (n < LEAST || from + n >= b->last)
            continue;
        *words = n;
        return from == b->first && b->kind == ACTOR_ORG ? b->a.id : b->owner;
    }
    return (wq_str){ NULL, 0 };
}

/* Of all that a text has named, the one body whose name begins with the phrase; p == NULL: none, or several. */
static wq_str only_longer(const np_parser *p, uint32_t at, uint16_t clitics,
                          uint32_t *words)
{
    wq_str found = { NULL, 0 };
    uint64_t bits = called_bit(bare_head(p, at, clitics | MORPH_AL)) |
                    called_bit(bare_head(p, at + 1, MORPH_AL));
    for (uint32_t i = 0; i < p->list.n && i < REACH; i++) {
        uint32_t n = 0;
        if (!np_may_be_called(p, i, bits))
            continue;
        wq_str id =
            longer_name(p, at, clitics | MORPH_AL, &p->list.v[p->list.n - 1 - i], &n);
        if (id.p && found.p && (!str_eq(found, id) || n != *words))
            return (wq_str){ NULL, 0 };
        if (id.p) {
            found = id;
            *words = n;
        }
    }
    return found;
}

/* "The Popular Front" behind "the Popular Front for the Liberation of ...": the row of the body whose name begins with these words,
 * all with the article, as no other's that was named does; -1: none.                                                    */
static int64_t cut_short(np_parser *p, uint32_t at, uint16_t *clitics, uint32_t *end)
{
    const text_token *t = &p->part->token[at];
    if (!p->list.n || !np_has_article(t) || !np_is_word(p, at + 1) ||
        !np_has_article(&p->part->token[at + 1]))
        return -1;
    const morph_analysis *noun = morph_as(t, LEX_AGENT, -1);
    noun = noun ? noun : morph_as(t, LEX_STEM, -1);
    uint32_t words = 0;
    if (!noun || !may_be_called(p, bare_head(p, at, noun->clitics)) ||
        !may_be_called(p, bare_head(p, at + 1, MORPH_AL)))
        return -1;
    *clitics = noun->clitics & (uint16_t)~MORPH_AL;
    wq_str id = only_longer(p, at, *clitics, &words);
    int64_t row = id.p ? lex_row_by_id(p->lex, LEX_ACTOR, id) : -1;
    if (row < 0 || is_described(p, at + words - 1))
        return -1;
    np_unit whole =
        np_unit_at(p, at); /* "the European Union" is no federation of footballers */
    *end = at + words;
    return whole.table == LEX_ACTOR && whole.last >= *end ? -1 : row;
}

int64_t np_owner_again(np_parser *p, uint32_t at, uint32_t *end)
{
    uint16_t clitics = 0;
    int64_t row = np_named_owner(p, at);
    *end = at + 1;
    row = row < 0 ? cut_short(p, at, &clitics, end) : row;
    row = row < 0 ? np_bare_words(p, at, &clitics, end) : row;
    return clitics ? -1 : row;
}

bool np_cut_short(np_parser *p, uint32_t at, actor_mention *out)
{
    uint16_t clitics;
    uint32_t end;
    int64_t row = cut_short(p, at, &clitics, &end);
    if (row < 0)
        return false;
    wq_str form = p->part->token[at].form;
    actor_mention m = { .first = at, .last = end, .clitics = clitics };
    m.kind = ACTOR_ORG;
    np_take_body(p, (uint32_t)row, &m);
    m.fem = str_ends(form, STR(AR_HEH)) || str_ends(form, STR(AR_ALEF AR_TEH));
    m.definite = true;
    m.rule = "actor.named-again";
    m.sure = SURE;
    *out = m;
    return true;
}

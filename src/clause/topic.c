/* The topic: who is named before the verb, behind the label of a headline. */
#include "clause/clause.h"
#include "clause/reader.h"
#include "morph/morph.h"
#include "script/letters.h"

static bool is_nominal_phrase(const clause_item *it)
{
    return it->kind == ITEM_ACTOR || it->kind == ITEM_PLACE || it->kind == ITEM_WORD ||
           it->kind == ITEM_NOMINAL;
}

/* "the farmer So-and-so": a word with the article has no genitive; the name behind it is whom it means. */
static bool is_title(const clause_sentence *s, uint32_t i)
{
    const clause_item *it = &s->item[i];
    return it->kind == ITEM_WORD && (it->clitics & MORPH_AL) && i + 1 < s->n_items &&
           it[1].kind == ITEM_ACTOR && it[1].actor->kind == ACTOR_PERSON;
}

/* "العراق: متظاهرون يقتحمون", "تونس.. الشرطة تعتقل": a headline tells first where, or who speaks. */
static bool is_label_mark(const clause_item *it)
{
    return it->mark == ':' || it->mark == '.' || it->mark == 0x2026;
}

static bool is_somewhere(const clause_item *it)
{
    return it->kind == ITEM_ACTOR || it->kind == ITEM_PLACE;
}

typedef struct topic_scan {
    int32_t found;
    bool governed; /* what comes next is some word's */
    bool by_prep;  /* a preposition's, or a deed's: so is what is joined to it */
    bool tied;     /* so was the phrase before */
} topic_scan;

static void pass_somebody(const clause_sentence *s, uint32_t i, topic_scan *t)
{
    const clause_item *it = &s->item[i];
    bool joined = t->tied && (it->clitics & MORPH_WA) && is_somewhere(it - 1);
    bool free = !t->governed && !joined && !(it->clitics & MORPH_PREPOSITION);
    if (free && t->found == CLAUSE_NONE && it->kind == ITEM_ACTOR)
        t->found = (int32_t)i;
    t->tied = joined || t->by_prep || (it->clitics & MORPH_PREPOSITION);
    t->governed = t->by_prep = false;
}

/* Another word is the topic: what follows is its genitive. */
static void pass_noun(const clause_sentence *s, uint32_t i, topic_scan *t)
{
    const clause_item *it = &s->item[i];
    if (!is_nominal_phrase(it) || it->count || t->found != CLAUSE_NONE || t->governed)
        return;
    t->governed = !is_title(s, i);
    t->by_prep = t->governed && it->entry.form == LEX_MASDAR && it->kind == ITEM_NOMINAL;
}

/* "three of the soldiers", "a number of them": a number with nothing before it is those of whom "of" tells. */
static bool is_part_of(const clause_sentence *s, uint32_t of, uint32_t from)
{
    const clause_item *many = of > from ? &s->item[of - 1] : NULL;
    return many && str_eq(s->item[of].value, STR("min")) && !many->clitics &&
           (many->count ||
            (item_is_function(many, STR("transparent")) && many->value.n == 0));
}

/* The phrase from item `from` to the predicate that no preposition governs, nor one that it is joined to: "at a meeting with the
 * minister and the envoy, asked".                                                                                    */
static int32_t topic_from(const clause_sentence *s, uint32_t from, int32_t predicate)
{
    topic_scan t = { .found = CLAUSE_NONE };
    for (uint32_t i = from; (int32_t)i < predicate; i++) {
        const clause_item *it = &s->item[i];
        if (item_is_function(it, STR("prep"))) {
            t.governed = t.governed || !is_part_of(s, i, from);
            t.by_prep = !str_eq(it->value, STR("min")); /* "ten of the police and" */
        } else if (item_is_function(it, STR("topic"))) {
            t.governed = false;
        } else if (is_somewhere(it)) {
            pass_somebody(s, i, &t);
        } else if (it->mark == ':' && !s->part->sentence[s->sentence].headline &&
                   (s->item[predicate].entry.feats & LEX_F_3)) {
            t.found = CLAUSE_NONE; /* a dateline or an agency stands before it */
        } else if (it->kind == ITEM_MARK || it->kind == ITEM_TIME) {
            t.governed = false;
        } else {
            pass_noun(s, i, &t);
        }
    }
    return t.found;
}

/* The phrase before the verb, or another predicate, that no preposition governs: "أن موسكو ستجري"; in a headline the one
 * behind the label, where there is one.                                                                              */
int32_t clause_topic(const clause_sentence *s, const clause *c, int32_t predicate)
{
    uint32_t from = c->first;
    bool headline = s->part->sentence[s->sentence].headline && predicate >= 0 &&
                    (s->item[predicate].entry.feats & LEX_F_3);
    for (uint32_t i = c->first; headline && (int32_t)i < predicate; i++)
        if (is_label_mark(&s->item[i]))
            from = i + 1;
    int32_t found = topic_from(s, from, predicate);
    return found == CLAUSE_NONE && from > c->first ? topic_from(s, c->first, predicate)
                                                   : found;
}

/* "The minister (f.) and the two presidents, they agreed": a verb of several men, behind several. */
static bool are_they(const clause_sentence *s, const clause_item *verb, uint32_t topic)
{
    uint32_t f = verb->entry.feats, next = topic + 1;
    return (f & LEX_F_PLUR) && !(f & LEX_F_SING) && next < s->n_items &&
           &s->item[next] < verb && s->item[next].kind == ITEM_ACTOR &&
           (s->item[next].clitics & MORPH_WA) && !s->item[next].actor->fem;
}

/* A verb behind its subject agrees with it in number, too: "the ambassadors, left ..." is about somebody else. */
bool clause_agrees_as_topic(const clause_sentence *s, const clause_item *verb,
                            uint32_t topic)
{
    uint32_t f = verb->entry.feats;
    const actor_mention *m = s->item[topic].actor;
    bool people =
        m && m->plural && !m->fem && !m->either && m->kind == ACTOR_GROUP && !m->country2.p;
    bool one = (f & LEX_F_SING) && !(f & (LEX_F_PLUR | LEX_F_DUAL));
    bool he = (f & LEX_F_MASC) && !(f & LEX_F_FEM) && (f & LEX_F_3);
    bool number = topic > 0 && item_is_function(&s->item[topic - 1], STR("transparent")) &&
                  s->item[topic - 1].value.n == 0; /* "a number of soldiers was killed" */
    return are_they(s, verb, topic) ||
           (clause_agrees(verb, &s->item[topic]) && !(people && one && he && !number));
}

/* Words that describe an indefinite noun: "with a car bomb", "suicidal", "Pakistani". */
static bool describes_noun(const clause_item *it)
{
    return (it->kind == ITEM_WORD || it->kind == ITEM_NOMINAL || it->kind == ITEM_ADJ) &&
           !(it->clitics & (MORPH_AL | MORPH_PRONOUN | MORPH_WA));
}

int32_t clause_occasion_of(const clause_sentence *s, const clause *c)
{
    enum { REACH = 5 };
    if (c->opener != OPEN_AND || c->verb != (int32_t)c->first || c->verb < 0 ||
        (s->item[c->verb].clitics & (MORPH_WA | MORPH_FA)))
        return CLAUSE_NONE;
    for (int32_t i = c->verb - 1; i >= 0 && i + REACH >= c->verb; i--) {
        if (!describes_noun(&s->item[i]))
            return CLAUSE_NONE;
        if (clause_is_occasion(s, (uint32_t)i))
            return i;
    }
    return CLAUSE_NONE;
}

/* "Moscow is ready to": a participle without article is the predicate of a clause that has no verb, or a phrase behind whom
 * it is about.                                                                                                       */
void clause_find_nominal_subject(const clause_sentence *s, clause *c)
{
    for (uint32_t i = c->first + 1; i < c->last; i++) {
        const clause_item *it = &s->item[i];
        if (it->kind == ITEM_NOMINAL && it->entry.form == LEX_ACTIVE &&
            !(it->clitics & (MORPH_AL | MORPH_PREPOSITION))) {
            c->subject = clause_topic(s, c, (int32_t)i);
            c->subject_is_topic = c->subject >= 0;
            return;
        }
    }
    const clause_item *it = &s->item[c->first + 1]; /* "that Moscow is in readiness to" */
    if (c->opener == OPEN_THAT && c->first + 2 < c->last && it->kind == ITEM_ACTOR &&
        !(it->clitics & MORPH_PREPOSITION) && item_is_function(it + 1, STR("prep"))) {
        c->subject = (int32_t)c->first + 1;
        c->subject_is_topic = true;
    }
}

bool item_opens_clause(const clause_sentence *s, uint32_t i)
{
    const clause_item *it = &s->item[i];
    const text_token *t = &s->part->token[it->first];
    return i + 1 < s->n_items && it[1].kind == ITEM_VERB &&
           morph_may_be(t, STR("transparent")) &&
           str_ends(t->form, STR(AR_HEH AR_MEEM AR_ALEF));
}

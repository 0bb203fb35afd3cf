/* Arguments: what stands to the right of a verb or noun, and by which preposition it is tied. */
#include "clause/clause.h"
#include "clause/reader.h"
#include "morph/morph.h"
#include "script/letters.h"

typedef struct scan {
    const clause_sentence *s;
    arena *mem;
    const clause_item *asked; /* whose arguments are looked for */
    VEC(clause_arg) list;
    wq_str slot; /* of the preposition that waits for its phrase */
    bool waiting;
    int32_t head;       /* word that can have a genitive right behind it, or -1 */
    bool head_is_asked; /* it is the word the arguments were asked for */
    wq_str last_slot;   /* of the last phrase, for what is joined to it */
    bool any;
    bool again;    /* the preposition that waits is that of the last phrase, behind "and" */
    int32_t his;   /* the last verbal noun with a pronoun, or -1 */
    bool joining;  /* "and" stood on a word like "a number of" */
    bool listing;  /* inside parentheses right behind the word asked for */
    int32_t count; /* number whose counted noun has not come yet, or -1 */
} scan;

static wq_str clitic_slot(uint16_t clitics)
{
    if (!(clitics & MORPH_PREPOSITION))
        return STR("");
    return clitics & MORPH_BI ? STR("bi") : clitics & MORPH_LI ? STR("li") : STR("ka");
}

/* The preposition on an item; also of "by what (بما) it called", of which no reading tells. */
static wq_str own_slot(const clause_sentence *s, uint32_t i)
{
    const clause_item *it = &s->item[i];
    bool by_what = it->kind == ITEM_WORD && !it->clitics && i + 1 < s->n_items &&
                   it[1].kind == ITEM_VERB &&
                   str_eq(s->part->token[it->first].form, STR(AR_BEH AR_MEEM AR_ALEF));
    return by_what ? STR("bi") : clitic_slot(it->clitics);
}

static bool is_bare_noun(const clause_item *it)
{
    return !(it->clitics & (MORPH_AL | MORPH_PRONOUN)) && !(it->entry.feats & LEX_F_ACC);
}

static void add(scan *c, uint32_t item, wq_str slot, bool coordinated, bool owned)
{
    *vec_push(c->mem, &c->list) = (clause_arg){ slot, item, coordinated, owned };
    c->last_slot = slot;
    c->any = true;
}

/* "during their visit to Russia", "and his meeting with the minister", which have no preposition in Arabic: the noun's own. */
static bool is_object_of_his(const scan *c, uint32_t i)
{
    const clause_item *it = &c->s->item[i];
    bool place =
        it->kind == ITEM_PLACE || (it->kind == ITEM_ACTOR && it->actor->place_like);
    bool tied =
        i > 1 && ((it[-1].clitics & MORPH_WA) ||
                  (item_is_function(it - 2, STR("prep")) &&
                   !str_eq(it[-2].value, STR("fi")))); /* "was there to receive him" */
    bool person = it->kind == ITEM_ACTOR && it->actor->kind <= ACTOR_OFFICE && tied &&
                  !clause_is_met_meanwhile(c->s, i - 1);
    bool men = it->kind == ITEM_ACTOR &&
               it->actor->kind == ACTOR_GROUP && /* "addressing officers" */
               !it->actor->definite && it->clitics == 0 &&
               str_ends(c->s->part->token[it->first].form, STR(AR_ALEF));
    return place || person || men;
}

/* "was arrested after his stabbing of a soldier", "for his attempt at the stabbing of": who is harmed has been named, and what
 * stands right behind a deed of his own is what that was done to.                                                      */
static bool is_done_by_him(const scan *c, uint32_t i)
{
    const clause_item *it = &c->s->item[i];
    bool people = it->kind == ITEM_ACTOR && it->actor->kind == ACTOR_GROUP;
    bool deed = it->kind == ITEM_NOMINAL && it->entry.table == LEX_VERB &&
                it->entry.form == LEX_MASDAR;
    return c->list.n && c->asked->kind == ITEM_VERB && c->asked->of_people &&
           (people || deed);
}

/* Right behind a verbal noun with a pronoun, whose object it is. */
static bool belongs_to_his_deed(const scan *c, uint32_t i)
{
    return c->his == (int32_t)i - 1 && !c->waiting &&
           !(c->s->item[i].clitics & (MORPH_WA | MORPH_PREPOSITION)) &&
           (is_object_of_his(c, i) || is_done_by_him(c, i));
}

/* "met with relatives of victims": behind people without article that a preposition governs, a plural but no sound one, somebody
 * stands in their genitive.                                                                                           */
static bool is_owner_of_governed(const scan *c, uint32_t i)
{
    const clause_item *it = &c->s->item[i], *before = it - 1;
    if (it->clitics || c->joining || c->count >= 0 || before->actor->kind != ACTOR_GROUP ||
        before->actor->definite || before->actor->a.country.p)
        return false;
    wq_str form = c->s->part->token[before->last - 1].form;
    bool governed = (before->clitics & MORPH_PREPOSITION) ||
                    (c->list.n && c->list.v[c->list.n - 1].item == i - 1 &&
                     c->list.v[c->list.n - 1].slot.n);
    return governed && before->last == before->first + 1 &&
           !str_ends(form, STR(AR_WAW AR_NOON)) && !str_ends(form, STR(AR_YEH AR_NOON));
}

/* "fighters of the Tuareg": people in the sound plural that have lost their n own who stands behind. */
static bool is_owner_of_plural(const scan *c, uint32_t i)
{
    const clause_item *it = &c->s->item[i], *before = it - 1;
    if (it->clitics & ~MORPH_AL || c->joining || before->actor->kind != ACTOR_GROUP ||
        before->actor->definite || !before->actor->plural ||
        before->last != before->first + 1)
        return false;
    return str_ends(c->s->part->token[before->first].form, STR(AR_WAW));
}

/* "two old men", both in the nominative of the dual. */
static bool are_two(wq_str noun, wq_str adjective)
{
    return str_ends(noun, STR(AR_ALEF AR_NOON)) &&
           str_ends(adjective, STR(AR_ALEF AR_NOON));
}

/* "conservative deputies threatened him", "three armed women": people in the nominative, or several women behind no men, right
 * behind others without article are no object, but what those are.                                                    */
static bool describes_men(const scan *c, uint32_t i)
{
    const clause_item *it = &c->s->item[i], *before = it - 1;
    if (it->kind != ITEM_ACTOR || it->actor->kind != ACTOR_GROUP || it->clitics ||
        before->actor->kind != ACTOR_GROUP || before->actor->definite ||
        it->last != it->first + 1)
        return false;
    wq_str form = c->s->part->token[it->first].form;
    wq_str end = c->s->part->token[before->last - 1].form;
    bool men = str_ends(end, STR(AR_WAW AR_NOON)) || str_ends(end, STR(AR_YEH AR_NOON));
    if (men && str_ends(form, STR(AR_ALEF AR_TEH)))
        return false; /* "gunmen (abducted) girls" */
    return (before->actor->plural || are_two(end, form)) &&
           (str_ends(form, STR(AR_WAW AR_NOON)) || str_ends(form, STR(AR_ALEF AR_TEH)) ||
            are_two(end, form));
}

/* "20 foreign workers": what an accusative that a number counts is followed by, in the accusative itself, describes it. */
static bool describes_counted(const scan *c, uint32_t i)
{
    const clause_item *it = &c->s->item[i], *before = it - 1;
    const text_token *t = c->s->part->token;
    return it->kind == ITEM_ACTOR && it->clitics == 0 && item_is_counted(c->s, i - 1) &&
           before->last == before->first + 1 &&
           str_ends(t[before->first].form, STR(AR_ALEF)) &&
           str_ends(t[it->first].form, STR(AR_ALEF)) && !it->actor->plural;
}

/* Right behind somebody, his owner, or what he is: no phrase of its own. */
static bool belongs_to_phrase_before(const scan *c, uint32_t i)
{
    if (i == 0 || c->waiting || c->s->item[i - 1].kind != ITEM_ACTOR)
        return false;
    return is_owner_of_governed(c, i) || is_owner_of_plural(c, i) ||
           describes_counted(c, i) || describes_men(c, i);
}

/* "by a sniper's bullet north of Aden": a bare direction behind a phrase with a preposition is no object, nor is it ever of a
 * verb that is done to people ("killed a soldier north of Gaza").                                                      */
static bool tells_where(const scan *c, const clause_item *it)
{
    if (!(it->direction || it->adverbial) || it->clitics || c->waiting)
        return false;
    bool him = c->asked->kind == ITEM_VERB && (c->asked->clitics & MORPH_PRONOUN);
    if (c->asked->of_people || him)
        return true;
    for (uint32_t i = 0; i < c->list.n; i++)
        if (c->list.v[i].slot.n && !str_eq(c->list.v[i].slot, STR("gen")) &&
            !str_eq(c->list.v[i].slot, STR("adj")))
            return true;
    return false;
}

/* "representatives of the government": what stands behind a word like that is tied as it is. */
static bool stands_for(const scan *c, uint32_t i, wq_str slot)
{
    bool of =
        str_eq(slot, STR("an")) || str_eq(slot, STR("li")) || str_eq(slot, STR("min"));
    const clause_item *before = i > 0 ? &c->s->item[i - 1] : NULL;
    return of && before && item_is_function(before, STR("transparent")) &&
           before->value.n == 0;
}

/* Behind "and", a word like "and a number of", "or", "then". */
static bool is_joined(const scan *c, uint32_t i, uint16_t proclitics)
{
    const clause_item *before = i > 0 ? &c->s->item[i - 1] : NULL;
    return (proclitics & MORPH_WA) || c->joining ||
           (before &&
            (item_is_function(before, STR("or")) || item_is_function(before, STR("then"))));
}

/* "accused in a statement the rebels of": behind a verb that wants somebody, whose subject has come, no owner of the statement. */
static bool is_object_behind_text(const scan *c, uint32_t i)
{
    const clause_item *text = &c->s->item[c->head];
    if (c->s->item[i].kind != ITEM_ACTOR || !c->asked->addresses ||
        (c->asked->clitics & MORPH_PRONOUN) || !text->said_in ||
        !item_is_function(text - 1, STR("prep")))
        return false;
    uint32_t bare = 0;
    for (uint32_t k = 0; k < c->list.n; k++)
        bare += c->list.v[k].slot.n == 0 && !c->list.v[k].coordinated;
    int32_t subject = c->s->clause[c->asked->clause].subject;
    bool before = subject >= 0 && &c->s->item[subject] < c->asked;
    return bare == (before ? 0 : 1);
}

static void phrase(scan *c, uint32_t i)
{
    const clause_item *it = &c->s->item[i];
    wq_str own = own_slot(c->s, i);
    if (own.n && stands_for(c, i, own))
        own = STR("");
    uint16_t proclitics = c->count >= 0 ? c->s->item[c->count].clitics : it->clitics;
    bool joined = c->any && own.n == 0 && !c->waiting && is_joined(c, i, proclitics);
    bool owner = belongs_to_phrase_before(c, i);
    c->joining = false;
    c->count = -1;
    if (owner || belongs_to_his_deed(c, i))
        return;
    if (tells_where(c, it))
        add(c, i, STR("qurb"), false, false);
    else if (c->listing)
        add(c, i, STR("list"), c->any && str_eq(c->last_slot, STR("list")), true);
    else if (own.n)
        add(c, i, own, (proclitics & MORPH_WA) && c->any && str_eq(own, c->last_slot),
            false);
    else if (c->waiting)
        add(c, i, c->slot, c->again, false);
    else if (joined)
        add(c, i, c->last_slot, true, c->list.v[c->list.n - 1].owner_is_head);
    else if (c->head >= 0 && !(it->entry.feats & LEX_F_ACC) && !is_object_behind_text(c, i))
        add(c, i, STR("gen"), false, c->head_is_asked);
    else
        add(c, i, STR(""), false, false);
    c->waiting = false;
    c->head = -1;
}

/* "to the temporary capital Aden": an adjective of a word that only introduces a name. */
static bool describes_transparent(const scan *c, uint32_t i)
{
    const clause_item *it = &c->s->item[i];
    return i > 0 && i + 1 < c->s->n_items && c->waiting && it->kind == ITEM_WORD &&
           item_is_function(it - 1, STR("transparent")) &&
           (it[1].kind == ITEM_PLACE || it[1].kind == ITEM_ACTOR);
}

/* "angry protesters", "two others", "another soldier": what agrees with people without article right before it. */
static bool describes_people(const scan *c, uint32_t i)
{
    const clause_item *it = &c->s->item[i], *before = it - 1;
    const text_token *t = c->s->part->token;
    if (i == 0 || it->kind != ITEM_WORD || it->clitics || before->kind != ITEM_ACTOR ||
        before->actor->definite)
        return false;
    wq_str form = t[it->first].form;
    bool subjects = str_ends(t[before->last - 1].form, STR(AR_WAW AR_NOON));
    bool men =
        str_ends(form, STR(AR_WAW AR_NOON)) ||
        (!subjects && str_ends(form, STR(AR_YEH AR_NOON))); /* "(fired) two rockets" */
    return (before->actor->plural && men) || are_two(t[before->last - 1].form, form) ||
           it->other;
}

/* "his visit" */
static bool is_his_deed(const clause_item *it)
{
    return it->kind == ITEM_NOMINAL && it->entry.table == LEX_VERB &&
           (it->clitics & MORPH_PRONOUN);
}

/* "its rejection of the decision" (رفضها القرار), "adopted with the voices of its members the decision": a thing right behind a
 * word with a pronoun is a phrase of its own, no adjective.                                                            */
static bool is_thing_by_itself(const scan *c, uint32_t i)
{
    const text_token *t = c->s->part->token;
    const clause_item *it = &c->s->item[i];
    return i > 0 && morph_is_his(&t[it[-1].last - 1]) &&
           morph_may_be(&t[it->first], STR("thing")) &&
           !morph_may_be(&t[it->first], STR("adjective"));
}

/* Is it part of the phrase before: the genitive of an open noun, or an adjective of a definite one? */
static bool goes_on(const scan *c, uint32_t i)
{
    const clause_item *it = &c->s->item[i], *before = it - 1;
    bool adjective = (it->clitics & MORPH_AL) && i > 0 && it->kind == ITEM_WORD &&
                     !(before->entry.feats & LEX_F_ACC) &&
                     (before->kind == ITEM_NOMINAL || before->kind == ITEM_WORD) &&
                     !is_thing_by_itself(c, i);
    adjective |= clause_is_participle_to(c->s, i);
    return (c->head >= 0 || adjective) && !c->waiting && !(it->clitics & MORPH_WA) &&
           !(it->entry.feats & LEX_F_ACC);
}

/* "Two rockets (hit) a port": a dual that has kept its n has no genitive. */
static bool is_whole_dual(const scan *c, uint32_t i)
{
    const text_token *t = &c->s->part->token[c->s->item[i].last - 1];
    bool n =
        str_ends(t->form, STR(AR_ALEF AR_NOON)) || str_ends(t->form, STR(AR_YEH AR_NOON));
    const clause_item *next = &c->s->item[i] + 1; /* "two separate attacks" */
    n = n && !(i + 1 < c->s->n_items && next->kind == ITEM_WORD && !next->clitics &&
               str_ends(c->s->part->token[next->first].form, STR(AR_YEH AR_NOON)));
    for (uint32_t k = 0; n && t->morph && k < t->morph->n; k++)
        if (t->morph->v[k].entry.table == LEX_NOUN && !t->morph->v[k].clitics &&
            (t->morph->v[k].entry.feats & LEX_F_DUAL))
            return true;
    return false;
}

/* An adjective of what stands before it, which is no phrase by itself. */
static bool describes(const scan *c, uint32_t i)
{
    return describes_transparent(c, i) || describes_people(c, i) ||
           clause_describes_means(c->s, i) || clause_describes_place(c->s, i);
}

static void word(scan *c, uint32_t i)
{
    const clause_item *it = &c->s->item[i];
    if (item_is_how_often(c->s, i)) {
        c->count = -1;
        return;
    }
    if (describes(c, i))
        return;
    wq_str own = own_slot(c->s, i);
    bool continues = own.n == 0 && goes_on(c, i);
    if (!continues)
        phrase(c, i);
    else if (c->head >= 0 &&
             (it->kind == ITEM_NOMINAL || c->head_is_asked)) /* "the holding of talks" */
        add(c, i, STR("gen"), false, c->head_is_asked);
    c->waiting = false;
    c->count = -1;
    c->his = is_his_deed(it) ? (int32_t)i : c->his;
    bool quality =
        continues && (it->entry.form == LEX_ACTIVE || it->entry.form == LEX_PASSIVE ||
                      (it->quality && !(it[-1].clitics & MORPH_AL)));
    c->head = is_bare_noun(it) && !morph_is_his(&c->s->part->token[it->last - 1]) &&
                      !quality && !item_is_manner(c->s, i) && !is_whole_dual(c, i) &&
                      !clause_is_means_of_strike(c->s, i)
                  ? (int32_t)i
                  : -1; /* a participle behind a noun is its adjective */
    c->head_is_asked = false;
}

/* "killed five soldiers", "three of the policemen": the counted noun stands where the number does. */
static void number(scan *c, uint32_t i)
{
    wq_str own = clitic_slot(c->s->item[i].clitics);
    if (own.n) {
        c->slot = own;
        c->waiting = true;
    }
    if (c->count < 0)
        c->count = (int32_t)i;
}

/* "between 30 and 35", 'killed 30 "terrorists"': what is counted is still to come. */
static bool is_amid_number(const clause_item *it)
{
    return it && (item_is_function(it, STR("conj")) ||
                  (it->kind == ITEM_MARK &&
                   (it->mark == 0xab || it->mark == 0x201c || it->mark == '"')));
}

/* Nothing counted came: the number itself is the phrase. */
static void end_number(scan *c, const clause_item *next)
{
    bool counted = next && (next->kind == ITEM_ACTOR || next->kind == ITEM_PLACE ||
                            next->kind == ITEM_WORD || next->kind == ITEM_NOMINAL ||
                            next->kind == ITEM_ADJ || /* "15 Palestinians" */
                            item_is_function(next, STR("transparent")));
    if (is_amid_number(next))
        return;
    bool part_of =
        next && item_is_function(next, STR("prep")) && str_eq(next->value, STR("min"));
    const clause_item *count = c->count > 0 ? &c->s->item[c->count] : NULL;
    bool joined =
        count && ((count->clitics & MORPH_WA) || item_is_function(count - 1, STR("conj")));
    if (joined && next && next->kind == ITEM_VERB)
        return; /* "were killed and 32 were injured": the next verb's */
    if (!counted && !part_of)
        phrase(c, (uint32_t)c->count);
}

static void adjective(scan *c, uint32_t i, uint32_t asked)
{
    bool of_asked = true; /* only adjectives stand between the word and this one */
    bool the = c->s->item[asked].clitics & MORPH_AL;
    for (uint32_t k = asked + 1; k < i; k++)
        of_asked = of_asked && !(c->s->item[k].clitics & MORPH_PREPOSITION) &&
                   (!the || (c->s->item[k].clitics & MORPH_AL) ||
                    c->s->item[k].kind != ITEM_WORD) &&
                   (c->s->item[k].kind == ITEM_ADJ || c->s->item[k].kind == ITEM_WORD ||
                    c->s->item[k].kind == ITEM_MARK);
    of_asked = of_asked && !clause_is_of_genitive(c->s, asked, i);
    *vec_push(c->mem, &c->list) = (clause_arg){ STR("adj"), i, false, of_asked };
    c->head = -1; /* behind its adjective a noun has no genitive */
}

static bool stops(const clause_item *it)
{
    return it->kind == ITEM_VERB || item_is_function(it, STR("comp")) ||
           item_is_function(it, STR("sub")) || item_is_function(it, STR("cond")) ||
           item_is_function(it, STR("rel"));
}

/* A preposition waits for its phrase, or has a pronoun and is complete; so waits a proclitic one on a word like "city" or "representatives". */
static void particle(scan *c, uint32_t i)
{
    const clause_item *it = &c->s->item[i];
    wq_str own = clitic_slot(it->clitics);
    if (str_eq(it->function, STR("prep")) && (c->count >= 0 || stands_for(c, i, it->value)))
        return; /* of the number: end_number() */
    if (str_eq(it->function, STR("prep"))) {
        c->again = (it->clitics & MORPH_WA) && c->any && str_eq(it->value, c->last_slot);
        c->slot = it->value;
        c->waiting = true;
        c->head = -1;
    } else if (str_eq(it->function, STR("prep_pronoun"))) {
        if (clause_is_quantity_of_them(c->s, i))
            add(c, i - 1, STR(""), false, false);
        add(c, i, it->value.n ? it->value : own, false, false);
        c->slot = STR("among"); /* "among them two children": no object */
        c->waiting = str_eq(it->value, STR("bayn")) || str_eq(it->value, STR("min"));
        c->head = -1;
    } else if (str_eq(it->function, STR("also")) || item_joins_quoted(c->s, i)) {
        c->joining = c->any; /* "Egypt and Jordan besides Iraq", "and «OPEC»" */
    } else if (str_eq(it->function, STR("transparent"))) {
        c->joining = c->joining || (it->clitics & MORPH_WA);
        c->slot = own.n ? own : c->slot;
        c->waiting = c->waiting || own.n;
    }
}

static void step(scan *c, uint32_t i, uint32_t asked)
{
    const clause_item *it = &c->s->item[i];
    if (c->count >= 0)
        end_number(c, it);
    switch ((item_kind)it->kind) {
    case ITEM_ACTOR:
    case ITEM_PLACE:
        phrase(c, i);
        break;
    case ITEM_WORD:
    case ITEM_NOMINAL:
        if (it->count)
            number(c, i);
        else if (!item_opens_clause(c->s, i))
            word(c, i);
        break;
    case ITEM_ADJ:
        if (item_is_counted(c->s, i)) /* "hundreds of Palestinians" */
            phrase(c, i);
        else
            adjective(c, i, asked);
        break;
    case ITEM_FUNCTION:
        particle(c, i);
        break;
    case ITEM_TIME:
        c->waiting = false;
        c->head = -1;
        break;
    default:
        if (it->mark == '(' && c->list.n == 0)
            c->listing = true;
        else if (it->mark == ')')
            c->listing = false;
        if (item_is_comma(it) || it->mark == ':' || it->mark == 0x61b)
            c->head = -1;
        if (item_is_comma(it) && item_is_function(it - 1, STR("transparent")))
            c->waiting = false; /* "between the two countries, ..." */
        break;
    }
}

/* Where the clause of a verb goes on behind an aside that begins at item `at`; n_items where it does not.  Of a noun only
 * phrases with a preposition go on there.                                                                             */
static uint32_t behind_interruption(const clause_sentence *s, uint32_t head, uint32_t at)
{
    uint32_t whole = clause_whole(s, s->item[head].clause);
    for (uint32_t k = s->item[at].clause + 1; k < s->n_clauses; k++) {
        const clause *c = &s->clause[k];
        if (c->whole != (int32_t)whole || c->first <= at || c->first >= s->n_items)
            continue;
        bool tied = item_is_function(&s->item[c->first], STR("prep")) ||
                    (s->item[c->first].clitics & MORPH_PREPOSITION);
        return s->item[head].kind == ITEM_VERB || tied ? c->first : s->n_items;
    }
    return s->n_items;
}

/* "X, sister of Y, threatened Z": of two bare phrases behind commas the first explains the one before it. */
static void drop_apposition(const clause_sentence *s, clause_args *args)
{
    for (uint32_t i = 1; i + 1 < args->n; i++) {
        clause_arg *a = &args->v[i];
        const clause_item *before = &s->item[a->item - 1];
        bool behind = a->slot.n == 0 && before->kind == ITEM_MARK &&
                      s->item[a->item].kind == ITEM_ACTOR && a[-1].slot.n == 0 &&
                      a[-1].item + 2 == a->item;
        for (uint32_t k = i + 1; behind && k < args->n; k++)
            if (args->v[k].slot.n == 0 && s->item[args->v[k].item - 1].kind == ITEM_MARK) {
                a->slot = STR("app");
                break;
            }
    }
}

/* ", demanding" of a verb that has its object: spelt like "a demand of", which could be one. */
static bool is_told_besides(const scan *c, uint32_t i)
{
    const clause_item *it = &c->s->item[i];
    int32_t subject = c->s->clause[c->asked->clause].subject;
    if (c->asked->kind != ITEM_VERB || it->kind != ITEM_NOMINAL || it->clitics || i == 0 ||
        !item_is_comma(it - 1) || !clause_may_be_participle(c->s, it))
        return false;
    for (size_t k = 0; k < c->list.n; k++)
        if (c->list.v[k].slot.n == 0 && (int32_t)c->list.v[k].item != subject)
            return true;
    return false;
}

/* Phrases and their words, as most items are: nothing ends, and no aside opens, at them. */
static bool is_of_phrase(const clause_item *it)
{
    const unsigned kinds = 1u << ITEM_WORD | 1u << ITEM_ACTOR | 1u << ITEM_PLACE |
                           1u << ITEM_TIME | 1u << ITEM_ADJ;
    return kinds >> it->kind & 1;
}

static bool goes_on_above(const clause_sentence *s, uint32_t head, uint32_t i)
{
    return s->clause[s->item[i].clause].first == i && clause_goes_on_above(s, head, i);
}

void clause_args_of(const clause_sentence *s, arena *a, uint32_t head, clause_args *out)
{
    const clause_item *asked = &s->item[head];
    scan c = { .s = s, .mem = a, .asked = asked, .head = -1, .count = -1, .his = -1 };
    if (asked->kind != ITEM_VERB && is_bare_noun(asked) &&
        !clause_is_means_of_strike(s, head) &&
        !clause_is_participle_aside(s, head)) { /* "accusing Egypt" has an object */
        c.head = (int32_t)head;
        c.head_is_asked = true;
    }
    bool meanwhile = is_his_deed(asked) && clause_is_met_meanwhile(s, head);
    for (uint32_t i = head + 1; i < s->n_items && !meanwhile; i++) {
        if (is_of_phrase(&s->item[i])) {
            if (goes_on_above(s, head, i))
                break;
            step(&c, i, head);
            continue;
        }
        uint32_t told = clause_skip_description(s, head, i);
        if (told > i) {
            i = told; /* "a visit that lasts two days to Baghdad" */
            continue;
        }
        if (stops(&s->item[i])) {
            i = behind_interruption(s, head, i);
            if (i >= s->n_items)
                break;
            c.waiting = false;
            c.head = -1;
        }
        if (clause_is_participle_aside(s, i) || is_told_besides(&c, i) ||
            goes_on_above(s, head, i))
            break;
        uint32_t behind = clause_skip_aside(s, i);
        if (behind > i)
            i = behind; /* "(a copy of which the paper obtained)" */
        else
            step(&c, i, head);
    }
    if (c.count >= 0)
        end_number(&c, NULL);
    *out = (clause_args){ c.list.v, c.list.n };
    clause_complete_between(s, out);
    if (asked->kind == ITEM_VERB)
        drop_apposition(s, out);
}

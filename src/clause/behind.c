/* The subject behind a verb: the first bare phrase there, unless it shows that it is the object. */
#include "clause/clause.h"
#include "clause/reader.h"
#include "morph/morph.h"
#include "script/letters.h"

/* "and hit rebels (متمردي) of the party": a sound plural in the oblique that has lost its n before its owner; not "families of"
 * (أهالي).                                                                                                            */
static bool is_oblique_of(const lexicon *lex, const clause_sentence *s,
                          const clause_item *it)
{
    const text_token *t = &s->part->token[it->first];
    const morph_analysis *m = morph_as(t, LEX_AGENT, -1);
    wq_str lemma = m ? lex_cell(lex, LEX_AGENT, m->entry.row, "lemma") : STR("");
    return lemma.n && !m->clitics && it->last > it->first + 1 &&
           str_ends(t->form, STR(AR_YEH)) && t->form.n == lemma.n + sizeof AR_YEH - 1 &&
           str_starts(t->form, lemma);
}

/* A plural in -in is no subject: "والتقى المسؤولين". */
static bool is_oblique(const lexicon *lex, const clause_sentence *s, const clause_item *it)
{
    return it->kind == ITEM_ACTOR && it->actor->plural &&
           (str_ends(s->part->token[it->first].form, STR(AR_YEH AR_NOON)) ||
            is_oblique_of(lex, s, it));
}

/* "and executed workers": people without article, with the alef of the accusative, of whom no number tells. */
static bool is_done_to(const clause_sentence *s, const clause_item *verb,
                       const clause_item *it)
{
    const text_token *t = &s->part->token[it->first];
    const morph_analysis *m =
        it->kind == ITEM_ACTOR && it->actor->kind == ACTOR_GROUP && !it->actor->definite
            ? morph_as(t, LEX_AGENT, -1)
            : NULL;
    return m && (verb->clitics & (MORPH_WA | MORPH_FA)) && (m->entry.feats & LEX_F_ACC) &&
           !m->clitics && str_ends(text_raw(s->part, t), STR(AR_ALEF));
}

/* "(the army arrested a man) and wounded": a verb of the clause before has an object right behind its subject. */
static bool goes_on_doing(const clause_sentence *s, const clause_item *verb)
{
    int32_t above = s->clause[verb->clause].parent;
    const clause *cl = above < 0 ? NULL : &s->clause[above];
    if (!cl || cl->verb < 0 || cl->subject != cl->verb + 1)
        return false;
    const clause_item *whom = &s->item[cl->subject + 1];
    whom += whom->count;
    return whom < verb && whom->kind == ITEM_ACTOR && !whom->clitics;
}

/* "and killed ten others": in the oblique, which says little behind a verb of his that is spelt like its passive ("ten were"). */
static bool is_others(const lexicon *lex, const clause_sentence *s, const clause_item *verb,
                      const clause_item *it)
{
    const text_token *t = &s->part->token[it->first];
    const morph_analysis *m = it->kind == ITEM_WORD ? morph_as(t, LEX_FUNCTION, -1) : NULL;
    uint32_t f = verb->entry.feats;
    if (!str_ends(t->form, STR(AR_YEH AR_NOON)))
        return false;
    if (item_is_rest(it))
        return !(f & LEX_F_PASSIVE) &&
               (lex_is_only_feminine(f) || (f & LEX_F_PLUR) || goes_on_doing(s, verb));
    return m && str_eq(lex_cell(lex, LEX_FUNCTION, m->entry.row, "kind"), STR("np_other"));
}

/* "destroyed thirty tanks": the tens, two hundred, two thousand in -in are no subject's. */
static bool is_oblique_number(const clause_sentence *s, uint32_t item)
{
    const clause_item *before = item > 0 ? &s->item[item - 1] : NULL;
    if (before && item > 1 && item_is_function(before, STR("prep")) &&
        item_is_function(before - 1, STR("transparent")))
        before--; /* "met representatives of (عن) the union" */
    if (before && before > s->item && before->count &&
        item_is_function(before - 1, STR("transparent")))
        return false; /* "about thirty": the genitive is that word's */
    return before && (before->count || item_is_function(before, STR("transparent"))) &&
           str_ends(s->part->token[before->last - 1].form, STR(AR_YEH AR_NOON));
}

/* "three of the gunmen": the number is what counts; its item, or that of the phrase itself. */
static uint32_t part_counted(const clause_sentence *s, uint32_t item)
{
    bool part = item > 1 && item_is_function(&s->item[item - 1], STR("prep")) &&
                str_eq(s->item[item - 1].value, STR("min")) && s->item[item - 2].count;
    return part ? item - 1 : item;
}

/* "visited both of", "a number of" in the accusative: no subject's. */
static bool is_behind_accusative(const clause_sentence *s, uint32_t item)
{
    const clause_item *it = item > 0 ? &s->item[item - 1] : NULL;
    return it && item_is_function(it, STR("transparent")) && it->value.n == 0 &&
           it->last > it->first + 1 && !(it->clitics & MORPH_PREPOSITION) &&
           str_ends(s->part->token[it->first].form, STR(AR_ALEF));
}

/* The item behind "in Nairobi" at item `i`, else `i`. */
static uint32_t behind_place(const clause_sentence *s, uint32_t i)
{
    uint32_t k = i + 1;
    if (i + 1 >= s->n_items || !item_is_function(&s->item[i], STR("prep")) ||
        !str_eq(s->item[i].value, STR("fi")))
        return i;
    while (k + 1 < s->n_items && item_is_function(&s->item[k], STR("transparent")))
        k++;
    const clause_item *it = &s->item[k];
    bool place =
        it->kind == ITEM_PLACE || (it->kind == ITEM_ACTOR && it->actor->place_like);
    return place ? k + 1 : i;
}

/* The item right behind the verb, or behind "recently", "again"; what begins or goes on comes behind day and place, too: "there
 * began in Nairobi the trial of".                                                                                    */
static uint32_t behind_adverbs(const lexicon *lex, const clause_sentence *s, uint32_t verb)
{
    uint32_t i = verb + 1, from;
    while (i < s->n_items && item_is_function(&s->item[i], STR("adverb")))
        i++;
    bool more = i < s->n_items &&
                (s->item[i].kind == ITEM_TIME || behind_place(s, i) > i) &&
                lex_in_group(lex, STR("begins"),
                             lex_cell(lex, LEX_VERB, s->item[verb].entry.row, "id"));
    do {
        from = i;
        while (
            more && i < s->n_items &&
            (item_is_function(&s->item[i], STR("adverb")) || s->item[i].kind == ITEM_TIME))
            i++;
        i = more ? behind_place(s, i) : i;
    } while (i > from && i < s->n_items);
    return i;
}

/* "(he) attended the summit": a thing in -a with its article is no subject of a masculine verb right before it. */
static bool is_no_he(const clause_sentence *s, const clause_item *verb, uint32_t item)
{
    const clause_item *it = &s->item[item];
    uint32_t f = verb->entry.feats;
    bool he = (f & LEX_F_MASC) && !(f & LEX_F_FEM) && (f & LEX_F_3);
    return he && it->kind == ITEM_NOMINAL && (it->clitics & MORPH_AL) &&
           !(it->entry.feats & LEX_F_PLUR) && clause_ends_in_teh(s->part, it);
}

/* "met indeed (فعلاً) the envoy": an accusative in tanween right behind the verb, before an actor that agrees, says how. */
static bool is_adverbial(const lexicon *lex, const clause_sentence *s, uint32_t verb,
                         uint32_t item)
{
    const clause_item *it = &s->item[item], *next = it + 1;
    return it->kind == ITEM_WORD && it->clitics == 0 && !it->count &&
           item == behind_adverbs(lex, s, verb) && item + 1 < s->n_items &&
           next->kind == ITEM_ACTOR && next->clitics == 0 &&
           text_has_mark(s->part, &s->part->token[it->last - 1], STR(AR_FATHATAN)) &&
           clause_agrees(&s->item[verb], next);
}

/* A word for people, not for a body: "the Arab leaders", though they are a council; no "families", whose plural does not show. */
static bool is_role(const lexicon *lex, const clause_sentence *s, const clause_item *it)
{
    const morph_analysis *head =
        it->kind == ITEM_ACTOR ? morph_as(&s->part->token[it->first], LEX_AGENT, -1) : NULL;
    return head &&
           str_starts(lex_cell(lex, LEX_AGENT, head->entry.row, "kind"), STR("role"));
}

/* "(he) called on Hamas to": a movement, a group by its bare name, whose full one begins with a word in the feminine. */
static bool is_movement(const clause_sentence *s, const clause_item *it)
{
    wq_str rest = it->actor->a.name, head = { NULL, 0 };
    bool men = str_starts(s->part->token[it->first].form, STR(AR_AL)); /* "the Houthis" */
    return it->actor->kind == ACTOR_ORG && it->last == it->first + 1 && rest.n && !men &&
           str_next(&rest, ' ', &head) && rest.p && str_ends(head, STR(AR_TEH_MARBUTA)) &&
           str_find(text_slice(s->part, it->first, it->last), head) < 0;
}

/* "and (he) accused the Western powers of": several bodies, whose verb is hers before them. */
static bool are_bodies(const lexicon *lex, const clause_sentence *s, const clause_item *it)
{
    const actor_mention *m = it->actor;
    return m->agent && str_starts(s->part->token[it->first].form, STR(AR_AL)) &&
           lex_in_group(lex, STR("many_bodies"),
                        lex_cell(lex, LEX_AGENT, m->agent - 1, "id"));
}

/* "and (he) accused, in a statement to the agency, the government": a verb that is turned on somebody, phrases behind it. */
static bool is_turned_on(const lexicon *lex, const clause_item *verb, const clause_item *it)
{
    return it > verb && (verb->clitics & (MORPH_WA | MORPH_FA)) &&
           verb[1].kind != ITEM_ACTOR &&
           lex_in_group(lex, STR("turned_on"),
                        lex_cell(lex, LEX_VERB, verb->entry.row, "id"));
}

/* "and (he) called on the government to": a body in the feminine right behind a masculine verb of one.  A word that may as well be
 * a verbal noun ("the shelling of the army") is a verb for certain only behind "as", "while".                           */
bool clause_is_she_behind_he(const lexicon *lex, const clause_sentence *s,
                             const clause_item *verb, const clause_item *it)
{
    uint32_t f = verb->entry.feats;
    bool he = (f & LEX_F_MASC) && (f & LEX_F_SING) && (f & LEX_F_3) &&
              !(f & (LEX_F_FEM | LEX_F_PLUR | LEX_F_DUAL | LEX_F_PASSIVE)) &&
              !(verb->clitics & MORPH_PRONOUN);
    bool noun = morph_as(&s->part->token[verb->first], LEX_VERB, LEX_MASDAR);
    bool told = verb > s->item && (item_is_function(verb - 1, STR("sub")) ||
                                   item_is_function(verb - 1, STR("qad")));
    if (!he || (noun && !told) || it->kind != ITEM_ACTOR ||
        (it != verb + 1 && !is_turned_on(lex, verb, it)))
        return false;
    bool she = it->actor->fem && !it->actor->either && it->actor->definite;
    return (is_movement(s, it) ||
            (!is_role(lex, s, it) && (she || are_bodies(lex, s, it)))) &&
           (it->actor->kind == ACTOR_GROUP || it->actor->kind == ACTOR_ORG);
}

/* Is it a verb of hers that goes on from what was told: "and (she) accused"? */
static bool is_hers_that_goes_on(const clause_sentence *s, const clause_item *verb)
{
    const uint32_t her = LEX_F_FEM | LEX_F_SING | LEX_F_3;
    const uint32_t not_her = LEX_F_MASC | LEX_F_PLUR | LEX_F_DUAL | LEX_F_PASSIVE;
    uint32_t f = verb->entry.feats;
    return (f & her) == her && !(f & not_her) && !(verb->clitics & MORPH_PRONOUN) &&
           ((verb->clitics & (MORPH_WA | MORPH_FA)) ||
            (verb > s->item && item_is_function(verb - 1, STR("sub"))));
}

/* "(She) called on the council": somebody told as a man, or a body in the masculine. */
static bool is_he(const clause_sentence *s, const clause_item *it)
{
    const actor_mention *m = it->actor;
    return !m->fem && !m->either && !m->plural && !m->country2.p &&
           !str_ends(s->part->token[it->first].norm, STR(AR_ALEF_MAKSURA)) &&
           (m->kind == ACTOR_OFFICE || m->kind == ACTOR_ORG || m->kind == ACTOR_GROUP);
}

/* "Venezuela accused, earlier (في وقت سابق من) yesterday, the United States of": somebody else behind the phrases, whom no
 * preposition governs, before what is said of him.                                                                   */
static bool has_object_behind(const clause_sentence *s, const clause_item *from)
{
    enum { REACH = 7 };
    const clause_item *end = s->item + s->n_items;
    for (const clause_item *it = from; it < end && it < from + REACH; it++) {
        if (it->kind == ITEM_VERB || it->kind == ITEM_MARK || (it->clitics & MORPH_BI))
            return false;
        if (it->kind == ITEM_ACTOR && !it->clitics && it[-1].kind == ITEM_TIME)
            return true;
    }
    return false;
}

/* "(She) accused Israel of": a state by itself right between a verb that says whom and what is said. */
static bool is_whom(const lexicon *lex, const clause_sentence *s, const clause_item *verb,
                    const clause_item *it)
{
    const clause_item *next = it + 1, *end = s->item + s->n_items;
    return it->actor->kind == ACTOR_STATE && next < end &&
           ((next->clitics & MORPH_BI) ||
            (item_is_function(next, STR("prep")) && !has_object_behind(s, next + 1))) &&
           lex_in_group(lex, STR("takes_whom"),
                        lex_cell(lex, LEX_VERB, verb->entry.row, "id"));
}

/* "condemned the raid and called on Israel to": a state behind a verb that another subject goes on with, a body's, or a state's
 * with no comma between the two; but "Moscow called for calm and Washington called for".                              */
static bool is_called_upon(const lexicon *lex, const clause_sentence *s,
                           const clause_item *verb, const clause_item *it, int32_t handed)
{
    const clause_item *next = it + 1, *end = s->item + s->n_items;
    const actor_mention *who = handed < 0 ? NULL : s->item[handed].actor;
    wq_str id = lex_cell(lex, LEX_VERB, verb->entry.row, "id");
    int32_t above = handed < 0 ? CLAUSE_NONE : s->clause[s->item[handed].clause].verb;
    bool again =
        above >= 0 && str_eq(lex_cell(lex, LEX_VERB, s->item[above].entry.row, "id"), id);
    bool tied = next < end && ((next->clitics & MORPH_BI) ||
                               (item_is_function(next, STR("prep")) &&
                                str_listed(STR("bi|ila|ala"), '|', next->value)));
    return who && !again && tied && it->actor->kind == ACTOR_STATE &&
           (verb->clitics & MORPH_WA) &&
           (who->kind != ACTOR_STATE || !item_is_comma(verb - 1)) &&
           lex_in_group(lex, STR("calls_on"), id);
}

bool clause_is_whom_she(const lexicon *lex, const clause_sentence *s,
                        const clause_item *verb, const clause_item *it, int32_t handed)
{
    return it->kind == ITEM_ACTOR && it == verb + 1 && !(it->clitics & MORPH_WA) &&
           is_hers_that_goes_on(s, verb) &&
           (is_he(s, it) || is_whom(lex, s, verb, it) ||
            is_called_upon(lex, s, verb, it, handed));
}

/* "gave Lebanon (to) fighters": one group without article in the accusative. */
static bool is_accusative(const clause_sentence *s, const clause_item *it)
{
    wq_str raw = text_raw(s->part, &s->part->token[it->first]);
    return it->actor->kind == ACTOR_GROUP && !it->actor->definite &&
           str_ends(raw, STR(AR_ALEF));
}

/* "there arrived in (وصل) Cairo, a delegation": a comma right between a place and somebody who is none, with nothing on him. */
static bool is_apart(const clause_item *comma)
{
    const clause_item *where = comma - 1, *who = comma + 1;
    return (where->kind == ITEM_PLACE ||
            (where->kind == ITEM_ACTOR && where->actor->place_like)) &&
           who->kind == ITEM_ACTOR && !who->actor->place_like && !who->clitics;
}

/* What may stand between an object and the subject behind it: "visited Kenya on Monday the minister", "rejected the Somali
 * proposal both Kenya and Turkey"; behind somebody, words of his name too.                                            */
static bool may_part(const clause_item *it, bool somebody)
{
    if (item_is_comma(it) && is_apart(it))
        return true;
    return it->kind == ITEM_TIME || it->kind == ITEM_ADJ ||
           item_is_function(it, STR("adverb")) ||
           item_is_function(it, STR("transparent")) ||
           (item_is_comma(it) && (it[-1].kind == ITEM_TIME || it[1].kind == ITEM_TIME)) ||
           (it->kind == ITEM_WORD && !it->count && (it->clitics & MORPH_AL)) ||
           (it->kind == ITEM_WORD && !it->count && it->clitics == 0 && somebody);
}

/* Somebody behind bare phrase `at` who can be the subject, if that one is the object: the next bare phrase; -1: nobody. */
static int32_t somebody_behind(const lexicon *lex, const clause_sentence *s, uint32_t verb,
                               const clause_args *args, uint32_t at)
{
    enum { NAME = 3 };
    uint32_t k = at + 1, from = args->v[at].item, item = from + 1;
    bool somebody = s->item[from].kind == ITEM_ACTOR;
    while (k < args->n && (str_eq(args->v[k].slot, STR("adj")) ||
                           (somebody && s->item[args->v[k].item].kind == ITEM_WORD &&
                            args->v[k].item <= from + NAME &&
                            !(s->item[args->v[k].item].clitics & ~(unsigned)MORPH_AL))))
        k++;
    if (k >= args->n || args->v[k].slot.n || args->v[k].coordinated)
        return CLAUSE_NONE;
    while (item < args->v[k].item && may_part(&s->item[item], somebody))
        item++;
    const clause_item *who = &s->item[args->v[k].item];
    bool fits = item == args->v[k].item && who->kind == ITEM_ACTOR &&
                !(who->clitics & ~(unsigned)MORPH_AL) && !is_oblique(lex, s, who) &&
                !is_behind_accusative(s, args->v[k].item) && !is_accusative(s, who) &&
                clause_agrees(&s->item[verb], who);
    return fits ? (int32_t)args->v[k].item : CLAUSE_NONE;
}

/* One man: an office, a group in the singular that is definite, so that no genitive follows, or a name behind a title. */
static bool is_man(const lexicon *lex, const clause_sentence *s, const clause_item *it)
{
    const actor_mention *m = it->kind == ITEM_ACTOR ? it->actor : NULL;
    if (!m || m->fem || m->plural || m->either || m->country2.p)
        return false;
    wq_str first = s->part->token[it->first].norm;
    bool titled = m->kind == ACTOR_PERSON && it->last > it->first + 1 &&
                  str_starts(first, STR(AR_AL)) && !str_ends(first, STR(AR_TEH_MARBUTA));
    return titled || m->kind == ACTOR_OFFICE ||
           (m->kind == ACTOR_GROUP && is_role(lex, s, it) &&
            (m->definite || str_starts(first, STR(AR_AL))));
}

/* One thing in the masculine, with its article: "this request"; of other nouns the plural may not show. */
static bool is_masculine_thing(const clause_sentence *s, const clause_item *it)
{
    return it->kind == ITEM_NOMINAL && it->entry.table == LEX_VERB &&
           (it->clitics & MORPH_AL) && !(it->entry.feats & LEX_F_PLUR) &&
           !clause_ends_in_teh(s->part, it) &&
           !str_ends(s->part->token[it->last - 1].form, STR(AR_ALEF AR_TEH));
}

/* "killed the commander an Israeli drone" (she), "rejected this request the government", "killed the journalist gunmen" (-un): gender
 * or case shows which of two is the subject.                                                                         */
static bool shows_subject(const lexicon *lex, const clause_sentence *s,
                          const clause_item *verb, const clause_item *it,
                          const clause_item *who)
{
    uint32_t f = verb->entry.feats;
    bool she = lex_is_only_feminine(f) && (f & LEX_F_3) && !(f & LEX_F_PASSIVE);
    bool first = str_ends(s->part->token[who->first].form, STR(AR_WAW AR_NOON));
    bool named = who->actor->a.country.p || who->actor->kind == ACTOR_ORG;
    if (she && (is_man(lex, s, it) || is_masculine_thing(s, it)))
        return named && (who->actor->fem || who->actor->kind == ACTOR_STATE);
    return is_man(lex, s, it) && first && who->actor->kind == ACTOR_GROUP &&
           !who->actor->definite && !(f & LEX_F_FEM);
}

/* "rejected the proposal both Kenya and Turkey", "seized the shipment the police": a thing, not "the Saudi universities". */
static bool is_thing_done(const lexicon *lex, const clause_sentence *s,
                          const clause_item *verb, const clause_item *it,
                          const clause_item *who)
{
    const clause_item *both = who - 1;
    bool all = item_is_function(both, STR("transparent")) && both->last == both->first + 2;
    bool thing =
        (it->kind == ITEM_NOMINAL || it->kind == ITEM_WORD) && (it->clitics & MORPH_AL);
    bool adjective = who == it + 1 &&
                     (who->actor->kind == ACTOR_STATE || who->actor->kind >= ACTOR_ORG) &&
                     str_starts(s->part->token[who->first].form, STR(AR_AL));
    return thing && (all || (!adjective && clause_is_done_by_people(lex, verb)));
}

/* "(there) reached the airport of Mogadishu a plane": a noun of a place whose name stands right behind it. */
static bool is_site_of(const clause_sentence *s, const clause_args *args, uint32_t at)
{
    const clause_item *it = &s->item[args->v[at].item], *town = it + 1;
    return at + 1 < args->n && args->v[at + 1].item == args->v[at].item + 1 &&
           str_eq(args->v[at + 1].slot, STR("gen")) && it->kind == ITEM_NOMINAL &&
           it->entry.table == LEX_NOUN && !it->clitics &&
           (town->kind == ITEM_PLACE ||
            (town->kind == ITEM_ACTOR && town->actor->place_like)) &&
           !town->clitics;
}

static bool is_land(const lexicon *lex, const clause_sentence *s, const clause_item *it)
{
    const morph_analysis *m = morph_as(&s->part->token[it->first], LEX_NOUN, -1);
    return m && str_eq(lex_cell(lex, LEX_NOUN, m->entry.row, "id"), STR("the_land"));
}

/* "visited Kenya the minister", "left the country the envoy", "rejected the proposal both Kenya and Turkey": the place a verb of going leads to, a capital
 * behind a masculine verb, or a thing before "both of" is the object of whoever stands behind it; -1: nobody does.     */
static int32_t behind_object(const lexicon *lex, const clause_sentence *s, uint32_t verb,
                             const clause_args *args, uint32_t at)
{
    const clause_item *it = &s->item[args->v[at].item];
    const clause_item *v = &s->item[verb];
    bool leads =
        lex_in_group(lex, STR("leads_to"), lex_cell(lex, LEX_VERB, v->entry.row, "id"));
    if (leads && is_site_of(s, args, at))
        return somebody_behind(lex, s, verb, args, at + 1);
    int32_t who = somebody_behind(lex, s, verb, args, at);
    if (who < 0 || it->clitics & ~(unsigned)MORPH_AL)
        return CLAUSE_NONE;
    bool state = it->kind == ITEM_ACTOR && it->actor->kind == ACTOR_STATE;
    bool place = it->kind == ITEM_PLACE || (state && it->actor->place_like);
    if (place || (leads && is_land(lex, s, it)))
        return s->item[who].actor->kind != ACTOR_STATE &&
                       (leads || (state && !clause_agrees(v, it)))
                   ? who
                   : CLAUSE_NONE;
    if (clause_is_she_behind_he(lex, s, v, it) ||
        shows_subject(lex, s, v, it, &s->item[who]))
        return who; /* "met the committee the head of the authority" */
    return is_thing_done(lex, s, v, it, &s->item[who]) ? who : CLAUSE_NONE;
}

/* The first bare phrase behind the verb, unless its accusative shows that it is the object. */
int32_t clause_behind_verb(const lexicon *lex, const clause_sentence *s, arena *a,
                           uint32_t verb)
{
    clause_args args;
    clause_args_of(s, a, verb, &args);
    for (uint32_t i = 0; i < args.n; i++) {
        uint32_t at = args.v[i].item;
        const clause_item *it = &s->item[at];
        uint32_t part = part_counted(s, at);
        bool counted = item_is_counted(s, part); /* the genitive is the number's */
        bool next_to_it = at == behind_adverbs(lex, s, verb) ||
                          counted; /* else a word is as likely an adverb */
        bool somebody = it->kind == ITEM_ACTOR || it->kind == ITEM_PLACE;
        if (args.v[i].slot.n || item_is_manner(s, at) || is_adverbial(lex, s, verb, at))
            continue;
        int32_t who =
            somebody || next_to_it ? behind_object(lex, s, verb, &args, i) : CLAUSE_NONE;
        if (who >= 0)
            return who;
        if (is_no_he(s, &s->item[verb], at) || !(somebody || next_to_it))
            continue;
        bool object =
            (it->entry.feats & LEX_F_ACC) || is_behind_accusative(s, at) ||
            is_oblique_number(s, part) || is_others(lex, s, &s->item[verb], it) ||
            (!counted && (is_oblique(lex, s, it) || is_done_to(s, &s->item[verb], it)));
        return object ? CLAUSE_NONE : (int32_t)at;
    }
    return CLAUSE_NONE;
}

/* "The police ... arrested four men": counted men want a verb in the masculine, so they are the object of one in the feminine;
 * so are "31 of them" and "seven others" in the oblique.                                                                               */
bool clause_is_counted_object(const clause_sentence *s, const clause_item *verb,
                              int32_t after)
{
    uint32_t f = verb->entry.feats, i = (uint32_t)after;
    if (after < 0)
        return false;
    if (!s->item[i].count && !item_is_counted(s, i))
        return false;
    while (i + 1 < s->n_items && s->item[i].count)
        i++;
    const clause_item *it = &s->item[i];
    if (item_is_rest(it))
        return is_others(NULL, s, verb, it);
    bool oblique = it->kind == ITEM_WORD && !(it->clitics & MORPH_AL) &&
                   str_ends(s->part->token[it->first].form, STR(AR_YEH AR_NOON));
    bool she = lex_is_only_feminine(f);
    bool of_them =
        item_is_function(it, STR("prep_pronoun")) && str_eq(it->value, STR("min"));
    bool men = it->kind == ITEM_ACTOR && !it->actor->fem &&
               (it->actor->kind == ACTOR_GROUP || it->actor->kind == ACTOR_ORG);
    return oblique || (she && (men || of_them));
}

/* "and arrested (she) its leader So-and-so": somebody in an office, told as a man's, with a pronoun on it. */
static bool is_owned_man(const clause_sentence *s, const clause_item *it)
{
    static const char *const his[] = { AR_HEH, AR_HEH AR_ALEF, AR_HEH AR_MEEM };
    const text_token *t = &s->part->token[it->first];
    const actor_mention *m = it->kind == ITEM_ACTOR ? it->actor : NULL;
    bool one = m && (m->kind == ACTOR_PERSON || m->kind == ACTOR_OFFICE) && !m->plural &&
               (morph_as(t, LEX_AGENT, -1) || morph_as(t, LEX_OFFICE, -1));
    for (size_t i = 0; one && i < sizeof his / sizeof *his; i++) {
        wq_str end = str_of(his[i]);
        wq_str stem = str_sub(t->norm, 0, t->norm.n > end.n ? t->norm.n - end.n : 0);
        if (str_ends(t->norm, end) && stem.n)
            return !str_ends(stem, STR(AR_TEH));
    }
    return false;
}

/* "Turkey expelled the envoy and recalled (she) her ambassador": a man who is hers is no subject of a verb of hers. */
bool clause_is_her_man(const clause_sentence *s, const clause_item *verb, int32_t after)
{
    uint32_t f = verb->entry.feats;
    const clause_item *it = after < 0 ? NULL : &s->item[after];
    const morph_analysis *m = it && it->kind == ITEM_WORD && (it->clitics & MORPH_HA)
                                  ? morph_as(&s->part->token[it->first], LEX_AGENT, -1)
                                  : NULL;
    if (it && lex_is_only_feminine(f) && (verb->clitics & MORPH_WA) && it == verb + 1 &&
        is_owned_man(s, it))
        return true;
    return m && lex_is_only_feminine(f) && (m->entry.feats & LEX_F_MASC) &&
           !(m->entry.feats & (LEX_F_FEM | LEX_F_PLUR));
}

/* "the family of the man who killed soldiers": nothing behind the verb takes up "who", so "who" is its subject, whether we know
 * whose clause it is or not.                                                                                        */
bool clause_is_done_by_who(const clause_sentence *s, const clause *c, int32_t after)
{
    const clause_item *verb = &s->item[c->verb], *who = verb - 1;
    uint32_t f = verb->entry.feats;
    bool he = (f & LEX_F_MASC) && !(f & (LEX_F_FEM | LEX_F_PLUR)) && (f & LEX_F_3);
    if (c->opener != OPEN_WHO || !he || !verb->of_people ||
        (verb->clitics & MORPH_PRONOUN) || c->verb != (int32_t)c->first + 1 ||
        !item_is_function(who, STR("rel")) ||
        !str_ends(s->part->token[who->first].form, STR(AR_YEH)) ||
        (s->item[after].clitics & MORPH_PRONOUN))
        return false;
    for (uint32_t i = (uint32_t)c->verb + 1; i < c->last; i++)
        if (item_is_function(&s->item[i], STR("prep_pronoun")))
            return false;
    return true;
}

static bool is_force(wq_str sector)
{
    return sector.n && str_listed(STR("MIL|COP|SPY"), '|', sector);
}

/* "The army raided houses and arrested three people": those behind the verb, where a force is at hand who does such things. */
bool clause_is_taken_in(const lexicon *lex, const clause_sentence *s,
                        const clause_item *verb, const clause_item *it, int32_t handed)
{
    const actor_mention *who = s->item[handed].actor;
    bool she = lex_is_only_feminine(verb->entry.feats);
    bool his = she && it->actor->plural && !it->actor->fem; /* men, behind a verb of hers */
    if (!who || !(verb->clitics & MORPH_WA))
        return false;
    int32_t above = s->clause[verb->clause].parent;
    above = above < 0 ? above : s->clause[above].verb;
    bool killed = above < 0 || s->item[above].of_people; /* "gunmen were killed and" */
    bool force = is_force(who->a.sector) ||
                 (!killed && str_listed(STR("REB|PRM|UAF"), '|', who->a.sector));
    return force && it->actor->kind == ACTOR_GROUP && (!it->actor->definite || his) &&
           !is_force(it->actor->a.sector) &&
           lex_in_group(lex, STR("takes_in"),
                        lex_cell(lex, LEX_VERB, verb->entry.row, "id"));
}

bool clause_is_quantity_of_them(const clause_sentence *s, uint32_t i)
{
    const clause_item *it = &s->item[i], *before = it - 1;
    if (i < 2 || !str_eq(it->value, STR("min")) || before[-1].kind != ITEM_ACTOR ||
        !item_is_function(before, STR("transparent")) || before->clitics || before->value.n)
        return false;
    wq_str form = s->part->token[before->last - 1].form;
    return str_ends(form, STR(AR_ALEF)) || str_ends(form, STR(AR_ALEF AR_TEH));
}

bool clause_is_of_genitive(const clause_sentence *s, uint32_t asked, uint32_t i)
{
    const clause_item *noun = &s->item[asked], *next = noun + 1;
    if (i != asked + 2 || (noun->clitics & MORPH_AL) || next->kind != ITEM_WORD ||
        !(next->clitics & MORPH_AL))
        return false;
    const text_token *t = &s->part->token[noun->last - 1];
    bool fem = str_ends(t->norm, STR(AR_TEH_MARBUTA)) ||
               str_ends(t->form, STR(AR_ALEF AR_TEH)) || (noun->entry.feats & LEX_F_PLUR);
    return fem != str_ends(s->part->token[s->item[i].last - 1].norm, STR(AR_TEH_MARBUTA));
}

/* Is it told that something happened, or is it only named on the way?  "Ten were killed", "the army announced the death
 * of", "an attack targeted" tell; "the man whom they killed", "charged with the murder of", "after the attack",
 * "fears of an attack" name what the reader knows, or what has not happened.                                            */
#include "event/claim.h"
#include "script/letters.h"

enum { MAX_DEPTH = 12 };

/* ---- clauses ----------------------------------------------------------------------------- */

static bool is_say(const coder_state *c, const clause_item *it)
{
    wq_str value;
    return claim_is_cue(c, it, STR("say"), &value) ||
           claim_is_cue(c, it, STR("from"), &value); /* "the complaint had it that" */
}

/* The clause of the word of saying whose speech begins in this clause; -1 where none does. */
static int32_t clause_of_cue(const coder_state *c, const clause_sentence *s,
                             const clause *cl)
{
    enum { OPENING = 3 }; /* "that", quotation marks */
    const claim_state *st = &c->claims;
    for (uint32_t i = cl->first; i < cl->last && i <= cl->first + OPENING; i++) {
        int32_t k = st->of_item[i];
        if (k >= 0 && st->said.v[k].cue < cl->first && st->said.v[k].from >= cl->first)
            return (int32_t)s->item[st->said.v[k].cue].clause;
    }
    return -1;
}

/* "When (حينما) they kill": of any time, where the verb is an imperfect by itself; "while" (في حين) and "though" (رغم أن) are more
 * than one word.                                                                                                     */
static bool is_whenever(const clause_sentence *s, const clause *cl)
{
    const clause_item *when = &s->item[cl->first];
    if (when->last > when->first + 1 ||
        (cl->first > 0 && item_is_function(when - 1, STR("prep"))))
        return false;
    const clause_item *verb = cl->verb >= 0 && cl->aux < 0 ? &s->item[cl->verb] : NULL;
    return verb && (verb->entry.feats & LEX_F_IMPERFECT) && (verb->entry.feats & LEX_F_3) &&
           !(verb->entry.feats & LEX_F_PERFECT) && !cl->future;
}

/* "When ..., " at the head of a sentence tells what the reader knows, as do "whenever", "so that" anywhere; so does a
 * condition that opens the sentence.                                                                               */
static bool is_background(const clause_sentence *s, const clause *cl)
{
    const clause_item *particle = cl->first < s->n_items ? &s->item[cl->first] : NULL;
    if (!particle)
        return false;
    if (item_is_function(particle, STR("cond")))
        return true;
    return item_is_function(particle, STR("sub")) &&
           (str_eq(particle->value, STR("never_news")) ||
            (str_eq(particle->value, STR("when")) &&
             (cl->first == 0 || is_whenever(s, cl))));
}

/* What is asked is not told. */
static bool is_question(const clause_sentence *s)
{
    enum { QUESTION_MARK = 0x61f };
    for (uint32_t i = s->n_items; i > 0 && s->item[i - 1].kind == ITEM_MARK; i--)
        if (s->item[i - 1].mark == QUESTION_MARK || s->item[i - 1].mark == '?')
            return true;
    return false;
}

static bool is_perfect(const clause_item *verb)
{
    return (verb->entry.feats & LEX_F_PERFECT) && !(verb->entry.feats & LEX_F_IMPERFECT);
}

/* "The strike, which began on Wednesday near the parliament": a relative clause that says when is more than a name for what
 * the reader knows.                                                                                                 */
static bool is_dated(const clause_sentence *s, const clause *cl)
{
    if (cl->verb < 0 || cl->negated || cl->future || !is_perfect(&s->item[cl->verb]))
        return false;
    for (uint32_t i = cl->first; i < cl->last; i++)
        if (s->item[i].kind == ITEM_TIME && s->item[i].time->anchored && i > 0 &&
            !(item_is_function(&s->item[i - 1], STR("prep")) &&
              str_eq(s->item[i - 1].value, STR("mundhu"))))
            return true;
    return false;
}

/* "..., which led to": what the clause before told led to it. */
static bool takes_up_all(const clause_sentence *s, const clause *cl)
{
    const clause_item *particle = &s->item[cl->first];
    return item_is_function(particle, STR("rel")) && str_eq(particle->value, STR("what"));
}

/* "used the chaos by seizing towns": behind bi-an a past tells how the clause above was done. */
static bool tells_how(const coder_state *c, const clause_sentence *s, const clause *cl)
{
    wq_str value, that = s->part->token[s->item[cl->first].first].form;
    int32_t above = cl->parent >= 0 ? s->clause[cl->parent].verb : CLAUSE_NONE;
    return str_eq(that, STR(AR_BEH AR_ALEF AR_NOON)) && above >= 0 &&
           cl->verb == (int32_t)cl->first + 1 && is_perfect(&s->item[cl->verb]) &&
           !claim_is_cue(c, &s->item[above], STR("status"), &value) &&
           !str_eq(lex_cell(c->lex, LEX_VERB, s->item[above].entry.row, "class"),
                   STR("blame"));
}

/* "the town, which the army said it had taken": what is said in a relative clause tells as much as what that describes; not "the
 * site where it is believed to have".                                                                                */
static int32_t speaker_clause(const coder_state *c, const clause_sentence *s, int32_t k)
{
    const clause *cl = &s->clause[k];
    wq_str value = { NULL, 0 };
    bool sure = cl->verb >= 0 && cl->subject >= 0 &&
                claim_is_cue(c, &s->item[cl->verb], STR("say"), &value) &&
                !str_eq(value, STR("doubtful"));
    return cl->opener == OPEN_WHO && sure ? cl->parent : k;
}

/* "It is worth mentioning that". */
static bool is_noted(const coder_state *c, const clause_sentence *s, const clause *cl)
{
    return cl->parent >= 0 &&
           speech_phrase(c, s, s->clause[cl->parent].first, STR("impersonal"));
}

/* "marched before (قبل أن) the police dispersed them", "arrested him before letting him go": behind words of such a group what
 * stands behind "before" came next; not "was killed before he could strike".                                           */
static bool tells_what_came(const coder_state *c, const clause_sentence *s,
                            const clause *cl)
{
    const clause_item *tie = cl->first ? &s->item[cl->first - 1] : NULL;
    int32_t above = cl->parent >= 0 ? s->clause[cl->parent].verb : CLAUSE_NONE;
    return above >= 0 && item_is_function(tie, STR("prep")) &&
           str_eq(tie->value, STR("qabl")) && is_perfect(&s->item[above]) &&
           !s->clause[cl->parent].negated &&
           lex_in_group(c->lex, STR("before_next"),
                        lex_cell(c->lex, LEX_VERB, s->item[above].entry.row, "id"));
}

/* The clause above, where this one tells as much as that; -1: it tells by itself; -2: it does not tell. */
static int32_t clause_above(const coder_state *c, const clause_sentence *s,
                            const clause *cl)
{
    int32_t cue = clause_of_cue(c, s, cl);
    if (is_background(s, cl))
        return -2;
    switch ((clause_opener)cl->opener) {
    case OPEN_THAT:
        if (cue >= 0)
            return speaker_clause(c, s, cue);
        if (clause_is_earlier(s, cl) || is_noted(c, s, cl) || tells_what_came(c, s, cl))
            return cl->parent;
        if (cl->parent < 0 || s->clause[cl->parent].verb < 0)
            return -2;
        if (is_say(c, &s->item[s->clause[cl->parent].verb]))
            return speaker_clause(c, s, cl->parent);
        return tells_how(c, s, cl) ? cl->parent : -2;
    case OPEN_SUB:
    case OPEN_AND:
        return cl->parent;
    case OPEN_WHO:
        return takes_up_all(s, cl) || is_dated(s, cl) ? cl->parent : -2;
    case OPEN_IF:
        return -2;
    default:
        return -1;
    }
}

static bool clause_tells(const coder_state *c, const clause_sentence *s, int32_t k)
{
    for (int depth = 0; k >= 0 && depth < MAX_DEPTH; depth++)
        k = clause_above(c, s, &s->clause[k]);
    return k == -1;
}

/* ---- nouns ------------------------------------------------------------------------------- */

static bool is_series(const coder_state *c, const clause_sentence *s, const clause_item *it)
{
    const morph_word *w = s->part->token[it->first].morph;
    for (uint32_t i = 0;
         w && i < w->n && (it->kind == ITEM_WORD || it->kind == ITEM_NOMINAL); i++)
        if (w->v[i].entry.table == LEX_NOUN) {
            wq_str kind = lex_cell(c->lex, LEX_NOUN, w->v[i].entry.row, "kind");
            if (str_eq(kind, STR("series")) || str_eq(kind, STR("degree")))
                return true;
        }
    return item_is_function(it, STR("transparent")) || it->count;
}

/* Something of the same type has been told in this sentence: "dead and wounded", "were killed in an attack". */
static bool in_company(const coder_state *c, const event_draft *d)
{
    wq_str type = event_cell(c, d->row, "type");
    for (uint32_t i = c->drafts.n; i > 0 && c->drafts.v[i - 1].s == d->s; i--)
        if (str_eq(c->drafts.v[i - 1].type, type))
            return true;
    return false;
}

/* "to reach": what is joined to a purpose is one. */
static bool has_purpose(const clause_sentence *s, uint32_t from, uint32_t to)
{
    for (uint32_t i = from + 1; i < to; i++)
        if ((s->item[i].clitics & MORPH_LI) && s->item[i].kind == ITEM_NOMINAL)
            return true;
    return false;
}

/* "The death of two and the arrest of a third": joined to a noun that tells. */
static bool is_joined_to_told(const coder_state *c, const event_draft *d, uint32_t at)
{
    if (!(d->s->item[at].clitics & MORPH_WA) ||
        (d->s->item[at].clitics & MORPH_PREPOSITION))
        return false;
    for (uint32_t i = c->drafts.n; i > 0; i--) {
        const event_draft *before = &c->drafts.v[i - 1];
        if (before->s != d->s || !draft_same_clause(before, d))
            return false;
        if (before->trigger < at && !has_purpose(d->s, before->trigger, at) &&
            before->s->item[before->trigger].kind != ITEM_VERB &&
            str_find(event_type_cell(c, before->type, "needs"), STR("said")) >= 0)
            return true;
    }
    return false;
}

/* Has the verb a row of event/light.tsv, with its noun in this slot where one is given? */
static bool is_light(const coder_state *c, const clause_sentence *s, uint32_t at,
                     wq_str slot)
{
    uint32_t rows[ROWS_MAX];
    uint32_t n =
        s->item[at].entry.table == LEX_VERB ? trigger_rows(c, s, at, LEX_LIGHT, rows) : 0;
    for (uint32_t i = 0; i < n; i++)
        if (slot.n == 0 || str_eq(lex_cell(c->lex, LEX_LIGHT, rows[i], "object"), slot))
            return true;
    return false;
}

/* A verb of which an event noun is subject or object as something that happened: light verbs, "resulted in", "left". */
static bool is_host(const coder_state *c, const clause_sentence *s, uint32_t at)
{
    const clause_item *verb = &s->item[at];
    wq_str value;
    return claim_is_cue(c, verb, STR("result"), &value) ||
           claim_is_cue(c, verb, STR("host"), &value) || is_light(c, s, at, STR("subj")) ||
           is_light(c, s, at, STR("obj"));
}

/* "intends to hold a strike": what is planned by whoever will do it. */
static bool is_planning(const coder_state *c, const event_draft *d, uint32_t at)
{
    wq_str value;
    return event_type_cell(c, event_cell(c, d->row, "type"), "announced").p &&
           claim_is_cue(c, &d->s->item[at], STR("status"), &value) &&
           (str_eq(value, STR("planned")) || str_eq(value, STR("postponed")));
}

/* The first word of the phrase: "a series of attacks", "five attacks". */
static uint32_t head_of(const coder_state *c, const clause_sentence *s, uint32_t at)
{
    while (at > 0 && !(s->item[at].clitics & (MORPH_PREPOSITION | MORPH_WA)) &&
           is_series(c, s, &s->item[at - 1]))
        at--;
    return at;
}

/* A noun that opens its clause: alone in a headline or lead, or the subject of a verb that says it happened. */
static bool opening_tells(const coder_state *c, const event_draft *d, uint32_t at)
{
    const clause_sentence *s = d->s;
    int32_t k = (int32_t)s->item[at].clause;
    const clause *cl = &s->clause[k];
    for (uint32_t i = cl->first; i < at; i++)
        if (s->item[i].kind == ITEM_VERB)
            return false;
    if (cl->verb < 0 || s->part->sentence[s->sentence].headline)
        return cl->opener == OPEN_MAIN;
    return is_host(c, s, (uint32_t)cl->verb) && clause_tells(c, s, k);
}

static bool is_opening(const clause_sentence *s, uint32_t at)
{
    return at == 0 || s->item[at - 1].kind == ITEM_MARK ||
           s->item[at].clause != s->item[at - 1].clause ||
           item_is_function(&s->item[at - 1], STR("comp")) ||
           (item_is_function(&s->item[at - 1], STR("adverb")) &&
            str_eq(s->item[at - 1].value, STR("there")));
}

/* "In the province of X": a toponym, or what stands before it. */
static bool is_of_where(const clause_item *it, const clause_item *end)
{
    bool in = item_is_function(it, STR("prep")) && str_eq(it->value, STR("fi"));
    it += in;
    while (it < end && item_is_function(it, STR("transparent")) &&
           str_eq(it->value, STR("place")))
        it++;
    return it < end && where_is_toponym(it);
}

/* Between the verb and what it carries stands no more than who does it, when, and where he is, or in what words. */
static bool only_subject_between(const coder_state *c, const clause_sentence *s,
                                 uint32_t verb, uint32_t at)
{
    for (uint32_t i = verb + 1; i < at; i++)
        if (teller_in_words(c, s, i))
            i++;
        else if (s->item[i].kind != ITEM_ACTOR && s->item[i].kind != ITEM_WORD &&
                 s->item[i].kind != ITEM_TIME && s->item[i].kind != ITEM_ADJ &&
                 !is_of_where(&s->item[i], &s->item[at]))
            return false;
    return true;
}

/* Does the word of saying have what it says in this slot, be it only a deed? */
static bool is_takes(const coder_state *c, const clause_item *word, wq_str slot)
{
    return speech_takes(c, word, STR("takes"), slot) ||
           (str_eq(slot, STR("obj")) &&
            speech_takes(c, word, STR("takes"), STR("obj:deed"))) ||
           (str_eq(slot, STR("an")) &&
            speech_takes(c, word, STR("takes"), STR("an:deed"))) ||
           (str_eq(slot, STR("bi")) && speech_takes(c, word, STR("takes"), STR("bi:deed")));
}

/* "the death of six", "of dozens of them", "of civilians". */
static bool tells_of_new_people(const clause_sentence *s, uint32_t at)
{
    const clause_item *whom = &s->item[at] + 1;
    return at + 1 < s->n_items && (whom->count || item_is_counted(s, at + 2) ||
                                   (whom->kind == ITEM_ACTOR && !whom->actor->definite &&
                                    whom->actor->kind == ACTOR_GROUP));
}

/* "..., confirming the death of", "..., pointing to the wounding of six": a participle of saying right before the noun or its
 * preposition; who only points to something tells news of it of people whom nobody knows yet.                                */
static bool is_told_besides(const coder_state *c, const clause_sentence *s, uint32_t at)
{
    const clause_item *it = &s->item[at], *before = it - 1;
    wq_str slot = (it->clitics & MORPH_BI) ? STR("bi") : STR("obj");
    if (at > 1 && item_is_function(before, STR("prep"))) {
        slot = before->value;
        before--;
    }
    if (at == 0 || before <= s->item || before->kind != ITEM_NOMINAL ||
        !clause_may_be_participle(s, before) ||
        (before->clitics & (MORPH_AL | MORPH_PREPOSITION)))
        return false;
    return is_takes(c, before, slot) &&
           (!str_eq(slot, STR("ila")) || tells_of_new_people(s, at));
}

/* "Reported the death of", "revealed (about) an attack": the verb of saying takes its noun behind a preposition. */
static bool is_reported(const coder_state *c, const clause_sentence *s, uint32_t at)
{
    int32_t verb = s->clause[s->item[at].clause].verb;
    if (is_told_besides(c, s, at))
        return true;
    if (verb < 0 || verb >= (int32_t)at)
        return false;
    const clause_item *said = &s->item[verb], *before = &s->item[at] - 1;
    if (item_is_function(before, STR("prep")) && str_eq(before->value, STR("an")))
        return only_subject_between(c, s, (uint32_t)verb, at - 1) &&
               is_takes(c, said, STR("an"));
    if (item_is_function(before, STR("prep")) && str_eq(before->value, STR("ila")))
        return tells_of_new_people(s, at) &&
               only_subject_between(c, s, (uint32_t)verb, at - 1) &&
               is_takes(c, said, STR("ila"));
    return (s->item[at].clitics & MORPH_BI) &&
           only_subject_between(c, s, (uint32_t)verb, at) &&
           speech_takes(c, said, STR("takes"), STR("bi"));
}

/* "Dead and wounded in a raid": a clause without a verb that counts those an attack harmed. */
static bool is_toll(const coder_state *c, const event_draft *d, uint32_t at)
{
    const clause_sentence *s = d->s;
    const clause *cl = &s->clause[s->item[at].clause];
    wq_str kind;
    bool behind = at > cl->first && item_is_function(&s->item[at - 1], STR("prep")) &&
                  str_eq(s->item[at - 1].value, STR("fi"));
    if (!behind || cl->verb >= 0 || cl->opener != OPEN_MAIN)
        return false;
    for (uint32_t i = cl->first; i + 1 < at; i++) {
        const clause_item *it = &s->item[i];
        if (it->kind == ITEM_ACTOR && it->actor->agent &&
            (!it->actor->definite || item_is_counted(s, i)))
            return claim_has_cue(c, LEX_AGENT, it->actor->agent - 1, STR("size"), &kind) &&
                   (str_eq(kind, STR("dead")) || str_eq(kind, STR("injured")));
        if (it->kind != ITEM_FUNCTION && it->kind != ITEM_MARK && !it->count)
            return false;
    }
    return false;
}

/* "Burnt because rockets fell": the cause of what is told. */
static bool is_cause(const clause_item *before)
{
    return item_is_function(before, STR("prep")) && str_eq(before->value, STR("bisabab"));
}

/* "handed over the files of the assassination": the noun is another's, which is what is done something to. */
static bool is_owned_by_thing(const clause_sentence *s, uint32_t at)
{
    const clause_item *before = &s->item[at] - 1;
    return at > 0 && before->kind == ITEM_WORD && !before->count &&
           !(before->clitics & (MORPH_AL | MORPH_PRONOUN)) &&
           !(before->entry.feats & LEX_F_ACC) && !(s->item[at].entry.feats & LEX_F_ACC) &&
           !str_ends(s->part->token[before->first].form, STR(AR_ALEF)) &&
           s->clause[s->item[at].clause].subject != (int32_t)at - 1;
}

/* "passed the law amid a boycott": what goes on meanwhile is told. */
static bool is_amid(const clause_sentence *s, uint32_t at)
{
    return at > 0 && item_is_function(&s->item[at - 1], STR("prep")) &&
           str_eq(s->item[at - 1].value, STR("fawq"));
}

bool ground_is_state(const coder_state *c, const clause_sentence *s, const clause_item *it)
{
    const morph_word *w = s->part->token[it->first].morph;
    for (uint32_t i = 0; w && it->kind == ITEM_FUNCTION && i < w->n; i++)
        if (w->v[i].entry.table == LEX_FUNCTION && !w->v[i].clitics &&
            str_eq(lex_cell(c->lex, LEX_FUNCTION, w->v[i].entry.row, "id"),
                   STR("state_of")))
            return true;
    return false;
}

static bool is_in_state(const coder_state *c, const clause_sentence *s, uint32_t at)
{
    const clause_item *it = &s->item[at];
    return at > 0 && ground_is_state(c, s, it) && item_is_function(it - 1, STR("prep")) &&
           str_eq(it[-1].value, STR("fi"));
}

/* "drove Ankara to send troops": the deed is what came of it. */
static bool is_driven_to(const coder_state *c, const event_draft *d, uint32_t at)
{
    const clause *cl = &d->s->clause[d->s->item[at].clause];
    const clause_item *tie = at ? &d->s->item[at - 1] : NULL;
    return cl->verb >= 0 && cl->verb < (int32_t)at && !cl->negated && !cl->future &&
           item_is_function(tie, STR("prep")) &&
           str_listed(STR("ila|ala"), '|', tie->value) &&
           is_perfect(&d->s->item[cl->verb]) &&
           needs_word(c, d, &d->s->item[cl->verb], STR("@drives"));
}

/* Does the verb say that the noun happened, or is to happen? */
static bool hosts(const coder_state *c, const event_draft *d, int32_t verb)
{
    return is_host(c, d->s, (uint32_t)verb) || is_planning(c, d, (uint32_t)verb);
}

/* Does the noun tell where its clause does? */
static bool tells_with_clause(const coder_state *c, const event_draft *d, uint32_t at)
{
    return is_amid(d->s, at) || is_in_state(c, d->s, at) || is_reported(c, d->s, at) ||
           is_driven_to(c, d, at);
}

static bool noun_tells(const coder_state *c, const event_draft *d, uint32_t at)
{
    const clause_sentence *s = d->s;
    const clause_item *item = s->item;
    at = head_of(c, s, at);
    if (is_toll(c, d, at))
        return true;
    if (at > 0 && is_cause(&item[at - 1])) { /* not "will not fall because of" */
        const clause *cl = &s->clause[item[at].clause];
        return !cl->negated && !cl->future && clause_tells(c, s, (int32_t)item[at].clause);
    }
    if (tells_with_clause(c, d, at))
        return clause_tells(c, s, (int32_t)item[at].clause);
    if ((item[at].clitics & (MORPH_PREPOSITION | MORPH_WA)) || in_company(c, d))
        return in_company(c, d) || is_joined_to_told(c, d, at);
    uint32_t i = at;
    while (i > 0 && speech_is_quote_mark(item[i - 1].mark))
        i--;
    if (is_opening(s, i))
        return opening_tells(c, d, at);
    int32_t verb = s->clause[item[at].clause].verb;
    return verb >= 0 && verb < (int32_t)i && hosts(c, d, verb) &&
           only_subject_between(c, s, (uint32_t)verb, i) && !is_owned_by_thing(s, i) &&
           clause_tells(c, s, (int32_t)item[at].clause);
}

/* The alef of its tanween shows that no noun owns it. */
static bool is_accusative(const clause_sentence *s, uint32_t at)
{
    return (s->item[at].entry.feats & LEX_F_ACC) &&
           str_ends(s->part->token[s->item[at].first].form, STR(AR_ALEF));
}

/* Is the noun the light verb's own, not what another noun owns ("a rise in the number of attacks")?  An accusative, a
 * noun behind a preposition and one behind the verb's subject belong to no noun before them.                            */
static bool is_carried_straight(const coder_state *c, const event_draft *d)
{
    const clause_item *item = d->s->item;
    uint32_t from = (uint32_t)d->light, at = head_of(c, d->s, d->trigger);
    bool announced = event_type_cell(c, event_cell(c, d->row, "type"), "announced").p;
    while (announced && at > from + 1 && item[at - 1].kind == ITEM_NOMINAL &&
           item[at - 1].entry.form == LEX_MASDAR && is_light(c, d->s, at - 1, STR("obj")))
        at--; /* "intends the holding of a strike" */
    at -= at > from + 1 && light_is_within(d->s, d->light, at - 1);
    if (at == 0 || from >= at || at - 1 == from)
        return true;
    const clause_item *before = &item[at - 1];
    if (item_is_function(before, STR("prep")))
        return is_light(c, d->s, from, before->value) || light_is_of_series(c, d->s, at);
    bool noun = before->kind == ITEM_WORD || before->kind == ITEM_NOMINAL;
    bool owns = !(before->clitics & (MORPH_AL | MORPH_PRONOUN)) &&
                !(before->entry.feats & LEX_F_ACC);
    bool free = (item[at].clitics & MORPH_PREPOSITION) || is_accusative(d->s, at) ||
                teller_is_behind_words(c, d->s, from, at) ||
                draft_clause(d)->subject == (int32_t)at - 1;
    return free || !noun || !owns;
}

int32_t ground_result(const coder_state *c, const event_draft *d)
{
    const clause *cl = draft_clause(d);
    const clause_item *before = d->trigger ? &d->s->item[d->trigger - 1] : NULL;
    wq_str value;
    if (cl->verb >= 0 && cl->verb < (int32_t)d->trigger &&
        claim_is_cue(c, &d->s->item[cl->verb], STR("result"), &value))
        return cl->verb;
    if (cl->opener != OPEN_WHO || cl->parent < 0 || !item_is_function(before, STR("prep")))
        return -1;
    int32_t above = d->s->clause[cl->parent].verb;
    bool its = above >= 0 && above < (int32_t)cl->first &&
               claim_is_cue(c, &d->s->item[above], STR("result"), &value) &&
               str_eq(before->value, value);
    return its ? above : -1;
}

static bool tells_as_such(const coder_state *c, const event_draft *d)
{
    const clause_item *item = d->s->item, *it = &item[d->trigger];
    if (it->kind == ITEM_VERB)
        return clause_tells(c, d->s, (int32_t)d->clause);
    bool light = d->light >= 0 && d->light < (int32_t)d->trigger;
    if (light && item[d->light].kind == ITEM_NOMINAL)
        return noun_tells(c, d, (uint32_t)d->light); /* "the carrying out of" */
    if (light)
        return is_carried_straight(c, d) &&
               clause_tells(c, d->s, (int32_t)item[d->light].clause);
    int32_t result = ground_result(c, d);
    if (result >= 0)
        return clause_tells(c, d->s, (int32_t)item[result].clause);
    return noun_tells(c, d, d->trigger);
}

bool ground_tells(const coder_state *c, const event_draft *d)
{
    return !is_question(d->s) && (tells_as_such(c, d) || passing_tells(c, d));
}

/* "The demonstrators": a protest that has been told.  "Demonstrators", "hundreds of the demonstrators" are new. */
static bool is_told_crowd(const coder_state *c, const clause_sentence *s, uint32_t at)
{
    const clause_item *it = &s->item[at];
    wq_str kind;
    bool the =
        it->kind == ITEM_ACTOR && /* also where the lexicon lists it with its article */
        (it->actor->definite || str_starts(s->part->token[it->first].form, STR(AR_AL)));
    if (!the || !it->actor->agent)
        return false;
    return !item_is_counted(s, at) &&
           claim_has_cue(c, LEX_AGENT, it->actor->agent - 1, STR("size"), &kind) &&
           str_eq(kind, STR("participants"));
}

bool ground_is_new(const coder_state *c, const event_draft *d)
{
    for (uint32_t i = 0; i < d->s->n_items && d->actor.list.n; i++) {
        const clause_item *it = &d->s->item[i];
        if (it->kind == ITEM_ACTOR &&
            it->actor->a.span.start == d->actor.list.v[0].span.start &&
            is_told_crowd(c, d->s, i))
            return false;
    }
    return true;
}

/* Which of the dates of a sentence is the event's: one in its own clause, the nearest behind the trigger first. */
#include "event/draft.h"
#include "event/where.h"

static bool usable(const clause_item *it)
{
    return it->kind == ITEM_TIME &&
           (it->time->type == TIME_DATE || it->time->type == TIME_TIME) &&
           it->time->value.p && !(it->clitics & MORPH_LI); /* resolution 2254 of 2015 */
}

static bool is_bound(const clause_item *it)
{
    static const char *const bounds[] = { "mundhu", "qabl", "baad", "hatta" };
    for (size_t i = 0; i < sizeof bounds / sizeof *bounds; i++)
        if (item_is_function(it, STR("prep")) && str_eq(it->value, str_of(bounds[i])))
            return true;
    return false;
}

/* "For the first time since 2012"; "after the fall of the regime in December, Russia began": the date of something else,
 * which the event lies before or behind.                                                                             */
static bool is_of_bound(const event_draft *d, uint32_t i)
{
    bool noun = false;
    for (uint32_t k = i; k-- > 0;) {
        const clause_item *it = &d->s->item[k];
        if (is_bound(it))
            return k + 1 == i || noun;
        bool joined = it->kind == ITEM_MARK && it[1].kind == ITEM_TIME &&
                      (it[1].clitics & MORPH_WA); /* "in January, and April" */
        if (k == d->trigger || it->kind == ITEM_VERB || (it->kind == ITEM_MARK && !joined))
            return false;
        noun = noun || it->kind == ITEM_NOMINAL || it->kind == ITEM_WORD;
    }
    return false;
}

/* Item `i` with a preposition before it, or on it, that ties it to what is said, asked or agreed. */
static bool has_tie(const clause_sentence *s, uint32_t i)
{
    static const char *const ties[] = { "ila", "ala", "an" };
    if (s->item[i].clitics & MORPH_LI)
        return true;
    for (size_t k = 0; i > 0 && k < sizeof ties / sizeof *ties; k++)
        if (item_is_function(&s->item[i - 1], STR("prep")) &&
            str_eq(s->item[i - 1].value, str_of(ties[k])))
            return true;
    return false;
}

/* "Agreed, the three who stand for the truce in Syria, today, on": a date between commas is of the verb it interrupts. */
static bool is_set_off(const clause_sentence *s, uint32_t i)
{
    return i > 0 && i + 1 < s->n_items && item_is_comma(&s->item[i - 1]) &&
           item_is_comma(&s->item[i + 1]);
}

/* "Invited him to a visit next week", "agreed to hold a conference on Monday": what follows dates the visit. */
static bool is_of_governed(const coder_state *c, const event_draft *d, uint32_t i)
{
    if (is_set_off(d->s, i))
        return false;
    for (uint32_t k = d->trigger + 1; d->governs && k < i; k++)
        if (d->s->item[k].kind == ITEM_NOMINAL && has_tie(d->s, k))
            return !trigger_is_of_type(c, d, k);
    return false;
}

/* Distance in items; what stands before the trigger counts double, vague expressions come last. */
static uint32_t distance(const event_draft *d, uint32_t i)
{
    uint32_t far = i > d->trigger ? i - d->trigger : 2 * (d->trigger - i);
    return far + (d->s->item[i].time->anchored ? 0 : 1000);
}

static const time_expr *nearest(const coder_state *c, const event_draft *d, uint32_t from,
                                uint32_t to)
{
    const time_expr *best = NULL;
    uint32_t least = UINT32_MAX;
    for (uint32_t i = from; i < to; i++)
        if (usable(&d->s->item[i]) && !is_of_bound(d, i) && !is_of_governed(c, d, i) &&
            distance(d, i) < least) {
            least = distance(d, i);
            best = d->s->item[i].time;
        }
    return best;
}

/* "Arrived on Monday before his visit to Paris", "after a visit to Paris": another journey than that of the day. */
static bool is_other_journey(const event_draft *d)
{
    const clause_item *tie = d->trigger ? &d->s->item[d->trigger - 1] : NULL;
    return tie && str_eq(d->mode, STR("visit")) && item_is_function(tie, STR("prep")) &&
           (str_eq(tie->value, STR("qabl")) || str_eq(tie->value, STR("baad")));
}

/* "Called yesterday for a visit": what stands before such a noun dates the call. */
static bool is_tied(const event_draft *d)
{
    return d->s->item[d->trigger].kind == ITEM_NOMINAL && d->light < 0 &&
           (has_tie(d->s, d->trigger) || is_other_journey(d));
}

/* In the draft's clause, all parts of it where asides interrupt it; first in the part where the trigger stands. */
static const time_expr *in_clause(const coder_state *c, const event_draft *d, uint32_t from)
{
    const time_expr *found = nearest(c, d, from, draft_clause(d)->last);
    uint32_t whole = clause_whole(d->s, d->clause);
    for (uint32_t k = whole; k < d->s->n_clauses && !found; k++)
        if (k != d->clause && clause_whole(d->s, k) == whole && !is_tied(d))
            found = nearest(c, d, d->s->clause[k].first, d->s->clause[k].last);
    return found;
}

static bool opened_by(const event_draft *d, const clause *c, wq_str value)
{
    const clause_item *it = &d->s->item[c->first];
    return c->opener == OPEN_SUB && c->first < c->last &&
           item_is_function(it, STR("sub")) && str_eq(it->value, value);
}

/* "Killed in an attack which happened yesterday": the noun that a relative clause describes is the occasion. */
static bool describes_occasion(const event_draft *d, const clause *next)
{
    return next->first > 0 && clause_is_occasion(d->s, next->first - 1);
}

bool when_is_of_man(const event_draft *d, const clause *who)
{
    int32_t at = who->verb < 0 ? CLAUSE_NONE : clause_antecedent(d->s, who);
    const actor_mention *m = role_mention(d->s, at);
    uint16_t whom = m ? d->s->item[who->verb].clitics & MORPH_PRONOUN : 0;
    return whom && at != (int32_t)d->trigger && !m->place_like && m->kind != ACTOR_STATE &&
           role_fits(m, whom);
}

/* Right behind the trigger, a noun, and the words that describe it: "an extraordinary summit (that) was held yesterday". */
static bool is_behind_words(const event_draft *d, uint32_t at)
{
    uint32_t i = d->trigger + 1;
    bool noun = d->s->item[d->trigger].kind == ITEM_NOMINAL;
    while (noun && i < at && !d->s->item[i].clitics &&
           (d->s->item[i].kind == ITEM_WORD || d->s->item[i].kind == ITEM_ADJ ||
            (d->s->item[i].kind == ITEM_NOMINAL && d->s->item[i].entry.form != LEX_MASDAR)))
        i++; /* "a big demonstration" */
    return i == at;
}

/* "The summit, which was held on ..."; "praised him when they spoke on Thursday". */
static const time_expr *in_next_clause(const coder_state *c, const event_draft *d)
{
    if (d->clause + 1 >= d->s->n_clauses)
        return NULL;
    const clause *next = &d->s->clause[d->clause + 1];
    bool noun = d->s->item[d->trigger].kind != ITEM_VERB;
    bool which = (next->opener == OPEN_WHO && noun && !when_is_of_man(d, next)) ||
                 (clause_is_relative(d->s, next) &&
                  (describes_occasion(d, next) || is_behind_words(d, next->first)));
    return which || opened_by(d, next, STR("when")) ? nearest(c, d, next->first, next->last)
                                                    : NULL;
}

/* "The second early this year, when he held a meeting": the last date before such a clause. */
static const time_expr *before_where(const event_draft *d, const clause *c)
{
    if (!opened_by(d, c, STR("where")) || c->parent < 0)
        return NULL;
    const clause *parent = &d->s->clause[c->parent];
    for (uint32_t i = c->first; i-- > parent->first;)
        if (usable(&d->s->item[i]) && d->s->item[i].time->anchored)
            return is_of_bound(d, i) ? NULL : d->s->item[i].time;
    return NULL;
}

/* "Paid a visit on Monday during which he met ...": the last date before the words that take it up. */
static const time_expr *during_which(const event_draft *d, const clause *cl)
{
    int32_t verb = d->carrier >= 0 ? d->carrier : (int32_t)d->trigger;
    uint32_t i = cl->verb == verb ? cl->first : cl->last;
    while (i < cl->last && !(item_is_function(&d->s->item[i], STR("prep_pronoun")) &&
                             str_eq(d->s->item[i].value, STR("khilal"))))
        i++;
    for (; i < cl->last && i-- > 0;)
        if (usable(&d->s->item[i]) && d->s->item[i].time->anchored)
            return is_of_bound(d, i) ? NULL : d->s->item[i].time;
    return NULL;
}

static bool is_perfect(const clause_sentence *s, const clause *cl)
{
    uint32_t feats = cl->verb < 0 ? 0 : s->item[cl->verb].entry.feats;
    return (feats & LEX_F_PERFECT) && !(feats & LEX_F_IMPERFECT) && cl->aux < 0 &&
           !cl->negated;
}

/* "Issued a statement today in which it announced": the document's day. */
static const time_expr *of_document(const coder_state *c, const event_draft *d,
                                    const clause *cl)
{
    const clause *whole = &d->s->clause[cl - d->s->clause];
    if (cl->opener == OPEN_MAIN || cl->opener == OPEN_AND)
        for (; whole->parent >= 0; whole = &d->s->clause[whole->parent]) {
            uint32_t in = (uint32_t)whole->verb + 1;
            if (whole->opener == OPEN_AND && whole->verb == (int32_t)whole->first &&
                !(d->s->item[whole->verb].clitics & MORPH_WA) && in < d->s->n_items &&
                item_is_function(&d->s->item[in], STR("prep_pronoun")) &&
                str_eq(d->s->item[in].value, STR("fi"))) {
                const clause *first = &d->s->clause[whole->parent];
                return nearest(c, d, first->first, first->last);
            }
        }
    return NULL;
}

/* "The attack which happened on Monday (and left)": a relative clause whose subject is the deed it describes. */
static bool describes_deed(const clause_sentence *s, const clause *cl)
{
    return cl->opener == OPEN_WHO && cl->subject < 0 && cl->first > 0 &&
           s->item[cl->first - 1].kind == ITEM_NOMINAL;
}

/* "Launched its offensive in April and vowed to ...": one story of one subject, which a date opens. */
static const time_expr *of_joined(const coder_state *c, const event_draft *d,
                                  const clause *cl)
{
    int32_t verb = d->carrier >= 0 ? d->carrier : (int32_t)d->trigger;
    while (cl->opener == OPEN_AND && cl->parent >= 0 && cl->verb == verb &&
           is_perfect(d->s, cl) && (d->s->item[verb].clitics & MORPH_WA)) {
        const clause *first = &d->s->clause[cl->parent];
        bool deed = describes_deed(d->s, first) && first->last == cl->first;
        if (!is_perfect(d->s, first) ||
            (!deed && (first->subject < 0 || first->subject != cl->subject)))
            return NULL;
        const time_expr *found = nearest(c, d, first->first, first->last);
        if (found)
            return found;
        cl = first;
        verb = cl->verb;
    }
    return NULL;
}

/* Are both verbs of what was, or of what will be? */
static bool same_tense(const clause_sentence *s, const clause *a, const clause *b)
{
    const uint32_t tenses = LEX_F_PERFECT | LEX_F_IMPERFECT;
    const clause_item *v = &s->item[a->verb], *w = &s->item[b->verb];
    bool future = !(v->entry.feats & LEX_F_PERFECT) && !(w->clitics & MORPH_SA);
    return (v->entry.feats & tenses) == (w->entry.feats & tenses) &&
           a->negated == b->negated && (future || !((v->clitics ^ w->clitics) & MORPH_SA));
}

/* "Will visit Paris and meet his counterpart in May": a date that closes what is joined by "and", of one subject and tense, where
 * nothing but a place stands behind it, is of both.                                                                   */
static const time_expr *of_next_joined(const coder_state *c, const event_draft *d,
                                       const clause *cl)
{
    const clause *next = cl + 1;
    if (d->clause + 1 >= d->s->n_clauses || cl->verb != (int32_t)d->trigger ||
        next->opener != OPEN_AND || next->verb != (int32_t)next->first ||
        next->subject != cl->subject || cl->subject < 0 || cl->last != next->first ||
        !(d->s->item[next->verb].clitics & MORPH_WA) || !same_tense(d->s, cl, next))
        return NULL;
    uint32_t end = next->last;
    while (end > next->first && d->s->item[end - 1].kind == ITEM_MARK)
        end--;
    bool closes = end > next->first && usable(&d->s->item[end - 1]) &&
                  d->s->item[end - 1].time->anchored;
    return closes ? nearest(c, d, next->first, end) : NULL;
}

/* "Condemned today the attack which took place on Wednesday": the noun that a relative clause dates, where nothing behind it
 * in its own clause does.                                                                                                */
static const time_expr *of_described(const coder_state *c, const event_draft *d)
{
    const clause *cl = draft_clause(d), *next = cl + 1;
    bool carried = d->carrier >= 0 && d->carrier < (int32_t)d->trigger;
    if (d->s->item[d->trigger].kind == ITEM_VERB || carried ||
        d->clause + 1 >= d->s->n_clauses || cl->last != next->first ||
        next->opener != OPEN_WHO || !is_perfect(d->s, next) || when_is_of_man(d, next))
        return NULL;
    for (uint32_t i = d->trigger + 1; i < cl->last; i++) {
        const clause_item *it = &d->s->item[i];
        if (it->kind == ITEM_TIME || it->kind == ITEM_MARK || it->kind == ITEM_VERB ||
            it->kind == ITEM_NOMINAL)
            return NULL;
    }
    const time_expr *found = nearest(c, d, next->first, next->last);
    return found && found->anchored ? found : NULL;
}

/* "Approved it in a session held today": the day of the session. */
static const time_expr *of_session(const coder_state *c, const event_draft *d)
{
    const clause *session = venue_session(c, d);
    for (uint32_t i = session ? session->first : 0; session && i < session->last; i++)
        if (usable(&d->s->item[i]) && d->s->item[i].time->anchored && !is_of_bound(d, i))
            return d->s->item[i].time;
    return NULL;
}

/* "A bus that was carrying pilgrims yesterday": the day of what a thing did when it was hit. */
static const time_expr *of_thing_hit(const coder_state *c, const event_draft *d)
{
    const clause *cl = venue_thing_hit(c, d);
    return cl ? nearest(c, d, cl->first, cl->last) : NULL;
}

/* A date after a verb of saying dates the saying; a clause of its own takes none from outside, but for the words that open
 * the sentence before any verb.                                                                                         */
const time_expr *when_of(const coder_state *c, const event_draft *d)
{
    const clause *cl = draft_clause(d);
    after_shift by;
    if (after_phrase(c, d->s, after_head(d), &by)) {
        const time_expr *behind = nearest(c, d, d->trigger, cl->last);
        behind = behind ? behind : in_next_clause(c, d);
        return behind ? behind : after_shifted(c, d, &by);
    }
    const time_expr *own = of_described(c, d);
    own = own ? own : in_clause(c, d, is_tied(d) ? d->trigger : cl->first);
    own = own ? own : of_session(c, d);
    own = own ? own : in_next_clause(c, d);
    own = own ? own : of_thing_hit(c, d);
    own = own ? own : before_where(d, cl);
    own = own ? own : during_which(d, cl);
    own = own ? own : of_joined(c, d, cl);
    own = own ? own : of_document(c, d, cl);
    own = own ? own : of_next_joined(c, d, cl);
    if (own)
        return own;
    if (cl->opener == OPEN_WHO || cl->opener == OPEN_THAT || cl->parent < 0)
        return NULL;
    const clause *first = &d->s->clause[0];
    return first->verb == CLAUSE_NONE ? nearest(c, d, first->first, first->last) : NULL;
}

/* "Since 10 May it besieges": what goes on has the date of its beginning, where "since" and the date stand together behind
 * somebody, somewhere or at the head of the clause; not "for the first time since".                                     */
static const time_expr *since(const event_draft *d)
{
    const clause *cl = draft_verb_clause(d);
    for (uint32_t i = cl->first; i + 1 < cl->last; i++) {
        const clause_item *it = &d->s->item[i];
        if (!item_is_function(it, STR("prep")) || !str_eq(it->value, STR("mundhu")) ||
            !usable(it + 1) || !it[1].time->anchored)
            continue;
        bool head = i == cl->first || it[-1].kind == ITEM_MARK;
        if (head || it[-1].kind == ITEM_ACTOR || it[-1].kind == ITEM_PLACE ||
            i == d->trigger + 1)
            return it[1].time;
    }
    return NULL;
}

/* What has happened by the day of publication has no date behind it: the date is of something that was said, or agreed. */
void when_check(const coder_state *c, event_draft *d)
{
    wq_str quad = event_type_cell(c, d->type, "quad");
    bool deed = quad.p && (quad.p[0] == '2' || quad.p[0] == '4');
    if (!d->time && d->status == WQ_ONGOING && deed)
        d->time = since(d);
    bool past = d->status == WQ_OCCURRED || d->status == WQ_ONGOING;
    if (past && d->time && c->published != CALENDAR_NONE &&
        d->time->first_day != CALENDAR_NONE && d->time->first_day > c->published + 1)
        d->time = NULL;
}

/* ---- what is said in the course of a meeting -------------------------------------------- */

static bool is_verbal(const coder_state *c, const event_draft *d)
{
    wq_str quad = event_type_cell(c, d->type, "quad");
    return quad.p && (quad.p[0] == '1' || quad.p[0] == '3');
}

/* The same, or both speak for one government. */
static bool same_actor(const wq_actor *a, const wq_actor *b)
{
    if (a->id.n && b->id.n && str_eq(a->id, b->id))
        return true;
    return a->country.n && b->country.n && str_eq(a->country, b->country) && a->sector.n &&
           b->sector.n && str_eq(a->sector, b->sector);
}

static bool takes_part(const event_draft *meeting, const wq_actor *who)
{
    for (uint32_t i = 0; i < meeting->actor.list.n; i++)
        if (same_actor(&meeting->actor.list.v[i], who))
            return true;
    for (uint32_t i = 0; i < meeting->recipient.list.n; i++)
        if (same_actor(&meeting->recipient.list.v[i], who))
            return true;
    return false;
}

/* Is it told by what somebody says in clause `saying`, and is he who does it? */
static bool says_so(const event_draft *d, const clause *saying)
{
    const clause_item *who = saying->subject < 0 ? NULL : &d->s->item[saying->subject];
    return saying->verb >= 0 && who && who->actor &&
           same_actor(&who->actor->a, &d->actor.list.v[0]);
}

/* "The minister said yesterday that his country rejected ...", "that it was a crime, demanding": a word of one's own is given
 * by saying so; who met met before.                                                                                  */
void when_speech(const coder_state *c, event_draft *d)
{
    const clause *cl = draft_verb_clause(d);
    bool told = d->status == WQ_OCCURRED || d->status == WQ_ONGOING;
    bool met = event_type_cell(c, d->type, "many").p;
    bool said = (is_verbal(c, d) && !met) || event_type_cell(c, d->type, "decided").p;
    if (d->time || !said || !told || d->actor.list.n == 0)
        return;
    for (bool here = d->hal;
         !d->time && (here || (cl->opener == OPEN_THAT && cl->parent >= 0)); here = false) {
        cl = here ? cl : &d->s->clause[cl->parent];
        if (!says_so(d, cl))
            return;
        d->time = nearest(c, d, cl->first, cl->last);
    }
}

static bool has_own_date(const clause_sentence *s)
{
    for (uint32_t i = 0; i < s->n_items; i++)
        if (s->item[i].kind == ITEM_TIME && s->item[i].time->anchored)
            return true;
    return false;
}

static bool is_talk(const event_draft *d)
{
    return str_eq(d->type, STR("CONSULT")) && d->status == WQ_OCCURRED && d->time &&
           d->time->anchored;
}

/* Words, told in the plain past, in a sentence without a date. */
static bool is_said_in_passing(const coder_state *c, const event_draft *d)
{
    return is_verbal(c, d) && d->status == WQ_OCCURRED && !d->time && d->actor.list.n > 0 &&
           draft_verb_clause(d)->aux < 0 && draft_verb_clause(d)->opener != OPEN_THAT &&
           !has_own_date(d->s);
}

/* "He met his counterpart yesterday.  He stressed ...": what a side of a dated meeting says belongs to it, as long as
 * paragraph after paragraph goes on with it.                                                                        */
void when_carry(coder_state *c)
{
    enum { FAR = 4 };
    const event_draft *talk = NULL;
    uint32_t last = 0; /* paragraph of the last words that belong to it */
    for (uint32_t i = 0; i < c->drafts.n; i++) {
        event_draft *d = &c->drafts.v[i];
        const text_part *p = d->s->part;
        when_check(c, d);
        uint32_t at = p->sentence[d->s->sentence].paragraph;
        if (is_talk(d)) {
            talk = d;
            last = at;
            continue;
        }
        if (!talk || talk->s->part != p || !is_said_in_passing(c, d))
            continue;
        uint32_t from = p->sentence[talk->s->sentence].paragraph;
        if (d->s->sentence > talk->s->sentence && at - last <= 1 && at - from <= FAR &&
            takes_part(talk, &d->actor.list.v[0])) {
            d->time = talk->time;
            last = at;
        }
    }
}

/* "His last visit was in April 2023, when he met": the time of what was told just before, in the sentence. */
const time_expr *when_back_then(const coder_state *c, const event_draft *d)
{
    const clause *cl = draft_clause(d);
    const event_draft *before = c->drafts.n ? &c->drafts.v[c->drafts.n - 1] : NULL;
    bool same = cl->verb == (int32_t)d->trigger && before && before->s == d->s &&
                before->trigger < cl->first && str_eq(before->type, d->type) &&
                (int32_t)before->clause == cl->parent;
    return same && cl->first > 0 && opened_by(d, cl, STR("when")) ? before->time : NULL;
}

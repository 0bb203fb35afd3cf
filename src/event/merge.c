/* One event once: drafts of the same happening in headline, lead and body become one. */
#include "event/draft.h"

bool merge_shares_country(const event_side *a, const event_side *b)
{
    for (uint32_t i = 0; i < a->list.n; i++)
        for (uint32_t j = 0; j < b->list.n; j++)
            if (a->list.v[i].country.p &&
                str_eq(a->list.v[i].country, b->list.v[j].country))
                return true;
    return false;
}

bool merge_names_country(const event_side *side)
{
    for (uint32_t i = 0; i < side->list.n; i++)
        if (side->list.v[i].country.p)
            return true;
    return false;
}

/* A side that names no country ("the rebels") contradicts none. */
bool merge_side_agrees(const event_side *a, const event_side *b)
{
    return !merge_names_country(a) || !merge_names_country(b) || merge_shares_country(a, b);
}

/* A person or organisation by name, not a state standing for its government. */
static bool is_named(const wq_actor *a)
{
    return a->id.p && !(a->country.p && str_eq(a->id, a->country));
}

/* Both name somebody and nobody is on both: Lavrov's visit is not Putin's. */
static bool other_people(const event_side *a, const event_side *b)
{
    bool named_a = false, named_b = false;
    for (uint32_t j = 0; j < b->list.n; j++)
        named_b = named_b || is_named(&b->list.v[j]);
    for (uint32_t i = 0; i < a->list.n; i++) {
        if (!is_named(&a->list.v[i]))
            continue;
        named_a = true;
        for (uint32_t j = 0; j < b->list.n; j++)
            if (b->list.v[j].id.p && str_eq(a->list.v[i].id, b->list.v[j].id))
                return false;
    }
    return named_a && named_b;
}

/* Somebody by his office, of whom nothing more is known: neither name nor country. */
static const actor_mention *mere_office(const event_draft *d, const event_side *side)
{
    const wq_actor *a = side->list.n == 1 ? &side->list.v[0] : NULL;
    const actor_mention *m =
        a && !a->id.p && !a->country.p ? draft_mention(d, a->span) : NULL;
    return m && m->kind == ACTOR_OFFICE && m->office.p ? m : NULL;
}

/* "Met the president ... met the head of government": an office is nobody who holds another. */
static bool other_office(const event_draft *a, const event_side *one, const event_draft *b,
                         const event_side *two)
{
    const actor_mention *m = mere_office(a, one);
    for (uint32_t i = 0; m && i < two->list.n; i++) {
        const actor_mention *n = draft_mention(b, two->list.v[i].span);
        if (!n || !n->office.p || str_eq(m->office, n->office))
            return false;
    }
    return m && two->list.n > 0;
}

/* Both sides agree and one country is shared; a headline may leave all of them out. */
static bool sides_agree(const event_side *a, const event_side *b, const event_side *c,
                        const event_side *d, bool headline)
{
    if (other_people(a, b) || other_people(c, d))
        return false;
    return merge_side_agrees(a, b) && merge_side_agrees(c, d) &&
           (headline || merge_shares_country(a, b) || merge_shares_country(c, d));
}

bool merge_same_people(const event_side *a, const event_side *b)
{
    return merge_names_country(a) && merge_names_country(b) && merge_shares_country(a, b) &&
           !other_people(a, b);
}

bool merge_dates_agree(const event_draft *a, const event_draft *b)
{
    const time_expr *x = a->time && a->time->anchored ? a->time : NULL;
    const time_expr *y = b->time && b->time->anchored ? b->time : NULL;
    if (!x || !y)
        return true;
    return x->first_day <= y->last_day && y->first_day <= x->last_day;
}

static bool ended(const event_draft *d)
{
    return d->status == WQ_OCCURRED || d->status == WQ_ONGOING;
}

/* A headline's present tense may tell of yesterday or of next week: it is no status to differ by. */
static bool is_headline(const event_draft *d)
{
    return str_eq(str_of(d->status_rule), STR("status.headline")) ||
           merge_is_quoted_line(d);
}

static bool is_real(const event_draft *d)
{
    return ended(d) || d->status == WQ_PLANNED;
}

/* "Visits Lebanon today": by the evening it has been. */
static bool is_of_today(const coder_state *c, const event_draft *d)
{
    return str_eq(str_of(d->status_rule), STR("status.schedule")) && d->time &&
           d->time->anchored && d->time->first_day == c->published &&
           d->recipient.list.n == 1;
}

/* `d` tells that it has been. */
static bool is_of_same_day(const event_draft *d)
{
    return ended(d) && d->recipient.list.n < 2;
}

static bool same_stage(const coder_state *c, const event_draft *a, const event_draft *b)
{
    bool headline = (is_headline(a) && is_real(b)) || (is_headline(b) && is_real(a));
    bool today = (is_of_today(c, a) && is_of_same_day(b)) ||
                 (is_of_today(c, b) && is_of_same_day(a));
    return headline || today || ended(a) == ended(b);
}

bool merge_is_conflict(const coder_state *c, wq_str type)
{
    int64_t row = lex_row_by_id(c->lex, LEX_TYPE, type);
    return row >= 0 && str_eq(lex_cell(c->lex, LEX_TYPE, (uint32_t)row, "quad"), STR("4"));
}

/* "were killed", or the fall of "dead and wounded". */
bool merge_counts_people(const coder_state *c, const event_draft *d)
{
    enum { NEAR = 3 };
    const clause_sentence *s = d->s;
    wq_str kind;
    if (claim_is_cue(c, &s->item[d->trigger], STR("size"), &kind))
        return true;
    for (uint32_t i = d->trigger + 1; i < s->n_items && i <= d->trigger + NEAR; i++) {
        const clause_item *it = &s->item[i];
        if (it->kind == ITEM_ACTOR)
            return it->actor->agent &&
                   claim_has_cue(c, LEX_AGENT, it->actor->agent - 1, STR("size"), &kind);
        if (!it->count && it->kind != ITEM_FUNCTION)
            return false;
    }
    return false;
}

/* "Were wounded after the blast of a bomb". */
static bool is_aftermath(const event_draft *what, const event_draft *how)
{
    const clause_item *before = how->trigger > 0 ? &how->s->item[how->trigger - 1] : NULL;
    return before && what->trigger < how->trigger && draft_same_clause(what, how) &&
           item_is_function(before, STR("prep")) && str_eq(before->value, STR("baad"));
}

/* "bombed them after the suicide attack": what somebody answers is another's deed. */
static bool is_answer(const event_draft *what, const event_draft *how)
{
    const clause_item *before = how->trigger > 0 ? &how->s->item[how->trigger - 1] : NULL;
    return before && what->actor.list.n && item_is_function(before, STR("prep")) &&
           (str_eq(before->value, STR("baad")) || str_eq(before->value, STR("rad")) ||
            str_eq(before->value, STR("mundhu")));
}

/* "killed in the attack that hit": the verb of a relative clause tells what the occasion was. */
static bool tells_of_occasion(const coder_state *c, const event_draft *what,
                              const event_draft *how)
{
    const clause *cl = draft_clause(how);
    bool right_before = clause_is_relative(how->s, cl) && cl->first > 0 &&
                        clause_is_occasion(how->s, cl->first - 1);
    const clause_item *means = cl->first > 0 ? &how->s->item[cl->first] - 1 : NULL;
    right_before |= means && means->kind == ITEM_WORD && (means->clitics & MORPH_BI) &&
                    cl->verb == (int32_t)cl->first &&
                    needs_word(c, how, means, STR("@means"));
    return cl->verb == (int32_t)how->trigger && cl->parent == (int32_t)what->clause &&
           (right_before || clause_occasion_of(how->s, cl) >= 0);
}

/* "were killed when a suicide bomber blew himself up": the clause says what killed them. */
static bool tells_when(const event_draft *what, const event_draft *how)
{
    const clause *cl = draft_clause(how);
    const clause_item *opener = &how->s->item[cl->first];
    bool when = cl->opener == OPEN_SUB && item_is_function(opener, STR("sub")) &&
                str_eq(opener->value, STR("when"));
    return cl->verb == (int32_t)how->trigger && cl->parent == (int32_t)what->clause &&
           (when || (clause_is_earlier(how->s, cl) && how->actor.list.n &&
                     str_eq(opener[-1].value, STR("baad"))));
}

/* Does the clause of `what` go on to that of `how`, perhaps with "and ten were wounded" between? */
static bool in_one_breath(const coder_state *c, const event_draft *what,
                          const event_draft *how)
{
    const clause *last = draft_clause(how);
    wq_str kind;
    return draft_same_clause(what, how) || tells_of_occasion(c, what, how) ||
           tells_when(what, how) ||
           (last->opener == OPEN_AND && last->parent == (int32_t)what->clause &&
            last->verb >= 0 &&
            claim_is_cue(c, &how->s->item[last->verb], STR("size"), &kind));
}

/* "... were killed, and Turkey flew raids": in a clause of its own behind, a raid with a doer of its own. */
static bool flies_another(const coder_state *c, const event_draft *what,
                          const event_draft *how)
{
    return how->actor.list.n && how->carrier > (int32_t)what->trigger &&
           how->carrier < (int32_t)how->trigger && !in_one_breath(c, what, how);
}

/* "five were killed in an air raid": the killing and the raid are one event, of which the raid tells the mode. */
static bool tells_how(const coder_state *c, const event_draft *what, const event_draft *how)
{
    bool occasion = clause_is_occasion(how->s, how->trigger);
    bool counts = merge_counts_people(c, what);
    bool bombed = str_eq(what->mode, how->mode) && draft_same_clause(what, how) &&
                  what->s->item[what->trigger].kind == ITEM_VERB;
    bool
        deadly = /* "killed in the blast of a bomb", "bombed in two raids"; who is taken in a raid is one more */
        (occasion && (counts || bombed)) || (counts && is_aftermath(what, how));
    deadly = deadly && (bombed || !str_eq(what->type, STR("COERCE")));
    return what->s == how->s && !flies_another(c, what, how) &&
           (what->mode.n == 0 || deadly) && how->mode.n &&
           (counts || !is_answer(what, how)) && str_eq(what->type, how->type) &&
           what->status == how->status && how->s->item[how->trigger].kind != ITEM_VERB &&
           merge_is_conflict(c, what->type) && merge_side_agrees(&what->actor, &how->actor);
}

/* "five were killed in an attack which gunmen launched": nobody is named as the killer but in the words of the attack. */
static bool tells_who(const coder_state *c, const event_draft *what, const event_draft *how)
{
    bool one_mode = what->mode.n == 0 || how->mode.n == 0 ||
                    (str_eq(what->mode, how->mode) && tells_of_occasion(c, what, how));
    return what->s == how->s && in_one_breath(c, what, how) &&
           what->trigger < how->trigger && str_eq(what->type, how->type) &&
           what->status == how->status && what->actor.list.n == 0 && one_mode &&
           merge_is_conflict(c, what->type) && merge_counts_people(c, what) &&
           (clause_is_occasion(how->s, how->trigger) || tells_of_occasion(c, what, how) ||
            tells_when(what, how));
}

/* "The shelling (that) planes carried out (and that) hit the town led to": the verb of result that the clause goes on with, behind
 * what describes its subject; else the clause itself.                                                                  */
static const clause *result_above(const coder_state *c, const event_draft *what,
                                  const clause *cl)
{
    enum { DEPTH = 2 };
    wq_str value;
    const clause *above = cl;
    for (int k = 0; k < DEPTH && above->parent >= 0; k++) {
        above = &what->s->clause[above->parent];
        if (above->verb >= 0 && above->subject == above->verb + 1 &&
            claim_is_cue(c, &what->s->item[above->verb], STR("result"), &value))
            return above;
    }
    return cl;
}

/* The clause whose verb may say that it led to what `what` tells. */
static const clause *clause_of_result(const coder_state *c, const event_draft *what)
{
    const clause *cl = draft_clause(what);
    wq_str value;
    if (cl->verb >= 0 && /* "which led to" */
        claim_is_cue(c, &what->s->item[cl->verb], STR("result"), &value))
        return cl;
    if (cl->opener == OPEN_WHO && cl->parent >= 0) /* "the attack that X launched led to" */
        return &what->s->clause[cl->parent];
    return result_above(c, what, cl);
}

/* "shelled the village, which left four wounded": the verb of result has the doer of the deed for its own. */
static bool same_doer(const event_draft *a, const event_draft *b)
{
    return a->actor.list.n && b->actor.list.n &&
           a->actor.list.v[0].span.part == b->actor.list.v[0].span.part &&
           a->actor.list.v[0].span.start == b->actor.list.v[0].span.start;
}

/* "shelled the town, which led to the death of": a toll behind a verb of result is that of what was told before it. */
static bool led_to(const coder_state *c, const event_draft *what, const event_draft *how)
{
    const clause *cl = clause_of_result(c, what);
    int32_t verb = cl->verb, deed = draft_clause(how)->subject;
    wq_str value;
    return what->s == how->s && how->trigger < what->trigger &&
           str_eq(what->type, how->type) && what->status == how->status &&
           (what->actor.list.n == 0 || same_doer(what, how)) &&
           (what->mode.n == 0 || how->mode.n == 0) &&
           (verb > (int32_t)how->trigger || cl->subject == (int32_t)how->trigger ||
            (deed >= 0 && cl->subject == deed)) &&
           verb >= 0 && verb <= (int32_t)what->trigger &&
           merge_is_conflict(c, what->type) && merge_counts_people(c, what) &&
           claim_is_cue(c, &what->s->item[verb], STR("result"), &value);
}

/* "... were killed, as ten were wounded". */
static bool opens_besides(const event_draft *first, const event_draft *d)
{
    const clause *cl = draft_clause(d);
    bool other =
        first->sizes.n && d->sizes.n && !str_eq(first->sizes.v[0].kind, d->sizes.v[0].kind);
    return other && cl->opener == OPEN_SUB && cl->verb == (int32_t)d->trigger &&
           cl->first + 1 == d->trigger;
}

static bool joins_toll(const clause_sentence *s, uint32_t at)
{
    const clause_item *before = at > 0 ? &s->item[at - 1] : NULL;
    return (s->item[at].clitics & MORPH_WA) ||
           (before && item_is_function(before, STR("also"))); /* "besides wounding" */
}

/* "five were killed and ten wounded (by gunfire)": one toll, so one event, where only one half tells how. */
static bool is_toll(const coder_state *c, const event_draft *a, const event_draft *b)
{
    bool alike = str_eq(a->mode, b->mode) || !a->mode.n || !b->mode.n;
    return a->s == b->s && str_eq(a->type, b->type) && alike && a->status == b->status &&
           (joins_toll(b->s, b->trigger) || opens_besides(a, b)) &&
           merge_counts_people(c, a) && merge_counts_people(c, b) &&
           merge_side_agrees(&a->actor, &b->actor);
}

/* Somebody takes part in both, on whichever side, or one of them names no country at all. */
static bool takes_part_in_both(const event_draft *a, const event_draft *b)
{
    bool one = merge_names_country(&a->actor) || merge_names_country(&a->recipient);
    bool two = merge_names_country(&b->actor) || merge_names_country(&b->recipient);
    return !one || !two || merge_shares_country(&a->actor, &b->actor) ||
           merge_shares_country(&a->actor, &b->recipient) ||
           merge_shares_country(&a->recipient, &b->actor) ||
           merge_shares_country(&a->recipient, &b->recipient);
}

/* A headline says less than its article, or turns it round, and leaves the means out: one of the type with somebody in both
 * is what it announces.                                                                                           */
static bool announces(const coder_state *c, const event_draft *a, const event_draft *b)
{
    return takes_part_in_both(a, b) && !other_people(&a->actor, &b->actor) &&
           merge_dates_agree(a, b) && same_stage(c, a, b);
}

/* What a call was about is the call: "they discussed", in the sentences around it; no meeting that was told before it. */
static bool same_mode(const coder_state *c, const event_draft *a, const event_draft *b)
{
    if (str_eq(a->mode, b->mode))
        return true;
    const event_draft *call = str_eq(a->mode, STR("phone")) ? a : b;
    const event_draft *talks = call == a ? b : a;
    bool before = call->s->part == talks->s->part &&
                  talks->s->sentence < call->s->sentence &&
                  needs_among(c, STR("@face_to_face"), event_cell(c, talks->row, "word"));
    return str_eq(call->mode, STR("phone")) && talks->mode.n == 0 && !before;
}

/* What is only said is told again in the same words: to praise and to thank are two.  Deals go by several names. */
static bool same_words(const coder_state *c, const event_draft *a, const event_draft *b)
{
    int64_t type = lex_row_by_id(c->lex, LEX_TYPE, a->type);
    wq_str quad = type < 0 ? STR("") : lex_cell(c->lex, LEX_TYPE, (uint32_t)type, "quad");
    bool said = str_eq(quad, STR("3")) || str_eq(a->type, STR("AGREE")) ||
                str_eq(a->type, STR("SUPPORT"));
    wq_str one = event_cell(c, a->row, "word"), two = event_cell(c, b->row, "word");
    uint32_t far =
        a->trigger > b->trigger ? a->trigger - b->trigger : b->trigger - a->trigger;
    const event_draft *later = a->trigger > b->trigger ? a : b;
    bool nested =
        a->s == b->s && far <= 2 && /* "reopened", "condemned and denounced" */
        (draft_same_clause(a, b) || (later->s->item[later->trigger].clitics & MORPH_WA));
    return !said || nested || str_eq(one, two) ||
           (needs_among(c, STR("@deal"), one) && needs_among(c, STR("@deal"), two));
}

static bool is_of_party(const event_draft *d, wq_str country)
{
    return role_is_of_land(&d->actor, country) || role_is_of_land(&d->recipient, country);
}

/* Is somebody on this side of a country that takes no part in the other meeting? */
static bool side_stands_out(const event_side *side, const event_draft *other)
{
    for (uint32_t i = 0; i < side->list.n; i++)
        if (side->list.v[i].country.p && !is_of_party(other, side->list.v[i].country))
            return true;
    return false;
}

/* Two meetings, each with somebody whom the other lacks: one man met two others. */
static bool other_party(const event_draft *a, const event_draft *b)
{
    bool visit = str_eq(a->mode, STR("visit")) || str_eq(b->mode, STR("visit"));
    return !visit && (side_stands_out(&a->actor, b) || side_stands_out(&a->recipient, b)) &&
           (side_stands_out(&b->actor, a) || side_stands_out(&b->recipient, a));
}

/* Two meetings in two countries. */
static bool other_country(const event_draft *a, const event_draft *b)
{
    const place_mention *x = a->place ? a->place->place : NULL;
    const place_mention *y = b->place ? b->place->place : NULL;
    return x && y && x->country.n && y->country.n && !str_eq(x->country, y->country);
}

/* "A round of Russian-Turkish talks": two words for one meeting, of which one tells whose. */
static bool is_shell(const event_draft *a, const event_draft *b)
{
    enum { NEAR = 3 };
    uint32_t far =
        a->trigger > b->trigger ? a->trigger - b->trigger : b->trigger - a->trigger;
    bool one = merge_names_country(&a->actor) || merge_names_country(&a->recipient);
    bool two = merge_names_country(&b->actor) || merge_names_country(&b->recipient);
    return a->s == b->s && far <= NEAR && str_eq(a->type, STR("CONSULT")) && one != two &&
           a->status == b->status && draft_same_clause(a, b);
}

/* Two meetings: in two countries, each with somebody whom the other lacks, with holders of two offices. */
static bool is_other_meeting(const event_draft *a, const event_draft *b, bool headline)
{
    return str_eq(a->type, STR("CONSULT")) &&
           (other_country(a, b) || (!headline && other_party(a, b)) ||
            other_office(a, &a->recipient, b, &b->recipient) ||
            other_office(b, &b->recipient, a, &a->recipient));
}

static bool same_event(const coder_state *c, const event_draft *a, const event_draft *b)
{
    bool headline = a->s->part->which != b->s->part->which;
    if (!str_eq(a->type, b->type))
        return false;
    if (a->s == b->s && a->trigger == b->trigger && a->share == b->share)
        return true; /* one word, read with a light verb and without */
    if ((headline && announces(c, a, b)) || (same_mode(c, a, b) && is_shell(a, b)))
        return true;
    if (!same_mode(c, a, b) || !same_words(c, a, b) || is_other_meeting(a, b, headline))
        return false;
    if (retold_protest(c, a, b))
        return true;
    bool straight =
        sides_agree(&a->actor, &b->actor, &a->recipient, &b->recipient, headline);
    bool crossed =
        str_eq(a->type, STR("CONSULT")) &&
        sides_agree(&a->actor, &b->recipient, &a->recipient, &b->actor, headline);
    return (straight || crossed) && merge_dates_agree(a, b) && same_stage(c, a, b);
}

static void take_what_is_missing(coder_state *c, event_draft *to, const event_draft *from)
{
    size_take(c, to, from);
    if ((is_headline(to) && !is_headline(from)) || (is_of_today(c, to) && ended(from))) {
        to->status = from->status;
        to->status_rule = from->status_rule;
    }
    if (!to->time || !to->time->anchored)
        to->time = from->time && from->time->anchored ? from->time : to->time;
    if (!to->place && from->s->part == to->s->part)
        to->place = from->place;
    if (!to->mode.n && from->s->part == to->s->part)
        to->mode = from->mode;
    if (!to->actor.list.n && !to->recipient.list.n) {
        to->actor = from->actor;
        to->recipient = from->recipient;
    }
    if (to->sources.n == 0)
        to->sources.v = from->sources.v, to->sources.n = to->sources.cap = from->sources.n;
}

/* The draft of the same sentence that tells how, or what, `d` tells, with what `d` adds; or NULL. */
static event_draft *join_how(coder_state *c, uint32_t kept, const event_draft *d)
{
    for (uint32_t k = kept; k > 0; k--) {
        event_draft *before = &c->drafts.v[k - 1], copy = *before;
        if (before->s != d->s)
            break; /* drafts come sentence by sentence */
        if (retold_turned(c, before, d))
            continue;
        if (retold_by_deed(c, before, d) || visit_says_first(c, before, d))
            return before;
        if (is_toll(c, before, d)) {
            merge_take_toll(c, before, d);
            return before;
        }
        bool how = tells_how(c, before, d) || tells_who(c, before, d) ||
                   led_to(c, before, d); /* a verb at the head had its noun read first */
        bool turned = !how && (tells_how(c, d, before) || led_to(c, d, before));
        if (!how && !turned && retold_fight(c, before, d))
            return before;
        if (!how && !turned)
            continue;
        merge_take_how(c, before, how ? &copy : d, how ? d : &copy);
        return before;
    }
    return NULL;
}

/* An ambassador is recalled or sent home once, relations are severed once: told again, it is the same. */
static bool is_done_once(const event_draft *d)
{
    return str_eq(d->type, STR("SANCTION")) &&
           (str_eq(d->mode, STR("withdraw")) || str_eq(d->mode, STR("expel")));
}

/* Acts of force come one upon another: a verb with its doer, in a sentence of its own, tells of one more.  A noun takes up
 * what has been told ("the raid"), and a protest goes on. */
static bool tells_of_another(const coder_state *c, const event_draft *before,
                             const event_draft *d)
{
    const clause_item *verb =
        &d->s->item[d->carrier >= 0 ? d->carrier : (int32_t)d->trigger];
    bool past = verb->kind == ITEM_VERB && (verb->entry.feats & LEX_F_PERFECT);
    bool full = d->actor.list.n && (d->recipient.list.n || d->place || d->site);
    return before->s != d->s && before->s->part == d->s->part && past && full &&
           before->actor.list.n < 2 && merge_is_conflict(c, d->type) &&
           !str_eq(d->type, STR("PROTEST")) && !is_done_once(d);
}

static event_draft *same_before(coder_state *c, uint32_t kept, const event_draft *d)
{
    for (uint32_t k = 0; k < kept; k++)
        if (!tells_of_another(c, &c->drafts.v[k], d) &&
            !visit_is_former(c, &c->drafts.v[k], d) && same_event(c, &c->drafts.v[k], d))
            return &c->drafts.v[k];
    return NULL;
}

/* Joins the draft to one of the first `kept` where it tells of the same; NULL where it tells of something new. */
static event_draft *join(coder_state *c, uint32_t kept, const event_draft *d,
                         const event_draft *last, event_draft *into)
{
    event_draft *same = join_how(c, kept, d);
    if (same)
        return same;
    same = retold_of(c, kept, d, last, into);
    if (same) {
        merge_take_toll(c, same, d);
        return same;
    }
    same = visit_told_before(c, kept, d);
    if (same) {
        if (!same->recipient.list.n)
            same->recipient = d->recipient;
        return same;
    }
    same = same_before(c, kept, d);
    if (same && (d->s->part->which > same->s->part->which ||
                 merge_weight(d) > merge_weight(same))) {
        event_draft better = *d;
        take_what_is_missing(c, &better, same);
        if (same->sizes.n && same->s == d->s && same->recipient.list.n &&
            (same->actor.list.n || !merge_is_between_two(d)) &&
            !(better.recipient.list.n && merge_is_of_rest(same)))
            better.recipient = same->recipient; /* who was killed, not what was hit */
        *same = better;
    } else if (same) {
        take_what_is_missing(c, same, d);
    }
    return same;
}

void merge_drafts(coder_state *c)
{
    uint32_t kept = 0;
    event_draft last = { 0 }, *into = NULL;
    for (uint32_t i = 0; i < c->drafts.n; i++) {
        const event_draft d = c->drafts.v[i];
        into = join(c, kept, &d, &last, into);
        if (!into) {
            into = &c->drafts.v[kept];
            c->drafts.v[kept++] = d;
        }
        last = d;
    }
    c->drafts.n = kept;
    merge_drop_general(c);
    draft_order(&c->drafts);
}

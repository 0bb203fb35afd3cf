/* Light verbs: the verb that carries an event noun, before it ("conducted a visit"), behind it ("a visit that he conducted"),
 * or a purpose.                                                                                                        */
#include "event/draft.h"
#include "script/letters.h"

static bool is_participle(const clause_item *it)
{
    return it->entry.form == LEX_ACTIVE || it->entry.form == LEX_PASSIVE;
}

/* In the genitive of a circumstance: "decided at the end of the meeting to suspend". */
static bool is_far(const clause_args *args, uint32_t i)
{
    return i > 0 && str_eq(args->v[i].slot, STR("gen")) && !args->v[i].owner_is_head &&
           str_eq(args->v[i - 1].slot, STR("fi"));
}

/* "A package", "a round": a noun of kind series or tour, without article. */
static bool is_package(const coder_state *c, const clause_sentence *s,
                       const clause_item *it)
{
    const morph_word *w = s->part->token[it->first].morph;
    for (uint32_t i = 0; w && !it->clitics && i < w->n; i++) {
        wq_str kind = w->v[i].entry.table == LEX_NOUN
                          ? lex_cell(c->lex, LEX_NOUN, w->v[i].entry.row, "kind")
                          : STR("");
        if (str_eq(kind, STR("series")) || str_eq(kind, STR("tour")))
            return true;
    }
    return false;
}

bool light_is_of_series(const coder_state *c, const clause_sentence *s, uint32_t at)
{
    const clause_item *it = &s->item[at];
    if (at < 3 || it->clitics & ~(unsigned)MORPH_AL ||
        !item_is_function(it - 1, STR("prep")) || !str_eq(it[-1].value, STR("min")))
        return false;
    bool quality = it[-2].kind == ITEM_WORD && !it[-2].count && !it[-2].clitics;
    return (quality && item_is_function(it - 3, STR("transparent"))) ||
           is_package(c, s, it - 2) || (quality && is_package(c, s, it - 3));
}

/* "A (fourth) round of (the) sanctions": what is carried stands behind "of"; but a round of talks is one itself. */
static bool is_mere_package(coder_state *c, const clause_sentence *s, uint32_t at)
{
    enum { BEHIND = 3 };
    uint32_t rows[ROWS_MAX];
    for (uint32_t k = at + 2; k <= at + BEHIND && k < s->n_items; k++)
        if (s->item[k].kind == ITEM_NOMINAL && light_is_of_series(c, s, k))
            return is_package(c, s, &s->item[at]) &&
                   trigger_rows(c, s, k, LEX_EVENT, rows) &&
                   !str_eq(event_cell(c, rows[0], "type"), STR("CONSULT"));
    return false;
}

/* "with deep concern": the noun before only says how much. */
static bool is_degree(const coder_state *c, const clause_sentence *s, uint32_t at)
{
    const morph_word *w = s->part->token[s->item[at].first].morph;
    for (uint32_t i = 0; w && i < w->n; i++)
        if (w->v[i].entry.table == LEX_NOUN && !w->v[i].clitics &&
            str_eq(lex_cell(c->lex, LEX_NOUN, w->v[i].entry.row, "kind"), STR("degree")))
            return true;
    return false;
}

static bool may_be_carried(const clause_sentence *s, const clause_args *args, uint32_t i)
{
    const clause_item *it = &s->item[args->v[i].item];
    return it->kind == ITEM_NOMINAL && !is_participle(it);
}

static bool carries(const coder_state *c, const clause_sentence *s, wq_str object,
                    const clause_args *args, uint32_t i)
{
    const clause_arg *a = &args->v[i];
    if (!may_be_carried(s, args, i))
        return false;
    if (str_eq(object, STR("obj")) || str_eq(object, STR("subj")))
        return a->slot.n == 0 || str_eq(a->slot, STR("gen")) ||
               light_is_of_series(c, s, a->item);
    if (i > 0 && str_eq(a->slot, STR("gen")) && a[-1].item + 1 == a->item &&
        is_degree(c, s, a[-1].item))
        a--;
    return str_eq(a->slot, object);
}

/* Whoever intends, studies or puts off a visit, or thinks better of it, is its visitor. */
static bool cue_carries(const coder_state *c, const clause_sentence *s, uint32_t cue,
                        const clause_args *args, uint32_t i)
{
    if (s->item[cue].entry.table == LEX_NOUN && carries(c, s, STR("ala"), args, i))
        return true; /* "his resolve to (على) visit" */
    bool named =
        s->item[args->v[i].item].entry.table == LEX_NOUN; /* "makes ready for a strike" */
    return carries(c, s, STR("obj"), args, i) || carries(c, s, STR("an"), args, i) ||
           carries(c, s, STR("fi"), args, i) ||
           (named && carries(c, s, STR("li"), args, i));
}

/* Has an item a reading as a verb of this group of event/groups.tsv? */
static bool is_verb_of(const coder_state *c, const clause_sentence *s, uint32_t at,
                       wq_str group)
{
    const morph_word *w = s->part->token[s->item[at].first].morph;
    for (uint32_t i = 0; w && i < w->n; i++)
        if (w->v[i].entry.table == LEX_VERB &&
            lex_in_group(c->lex, group,
                         lex_cell(c->lex, LEX_VERB, w->v[i].entry.row, "id")))
            return true;
    return false;
}

/* "sent a plane that carries relief to Sudan": where it goes stands in the clause that describes the load. */
static void add_from_load(coder_state *c, const clause_sentence *s, uint32_t head,
                          clause_args *args)
{
    uint32_t k = s->item[head].clause + 1;
    const clause *load = &s->clause[k];
    bool verb = s->item[head].kind == ITEM_VERB && k < s->n_clauses && load->verb >= 0 &&
                load->verb == (int32_t)load->first && load->first > 0 &&
                s->item[load->first].clitics == 0 &&
                s->item[load->first - 1].clause + 1 == k;
    if (!verb || !is_verb_of(c, s, (uint32_t)load->verb, STR("laden")))
        return;
    clause_args more = event_args(c, s, (uint32_t)load->verb);
    VEC(clause_arg) all = { 0 };
    for (uint32_t i = 0; i < args->n; i++)
        *vec_push(c->mem, &all) = args->v[i];
    for (uint32_t i = 0; i < more.n; i++)
        if (str_eq(more.v[i].slot, STR("ila")) || str_eq(more.v[i].slot, STR("li")))
            *vec_push(c->mem, &all) = more.v[i];
    *args = (clause_args){ all.v, all.n };
}

clause_args event_args(coder_state *c, const clause_sentence *s, uint32_t head)
{
    if (c->args.of != s) {
        c->args.of = s;
        c->args.of_item = arena_alloc(c->mem, (s->n_items + 1) * sizeof *c->args.of_item);
    }
    if (!c->args.of_item[head].known)
        clause_args_of(s, c->mem, head, &c->args.of_item[head].args);
    if (!c->args.of_item[head].known)
        add_from_load(c, s, head, &c->args.of_item[head].args);
    c->args.of_item[head].known = true;
    return c->args.of_item[head].args;
}

/* What may carry: the rows of a light verb, or a cue of status. */
typedef struct carrier {
    uint32_t at, n, rows[ROWS_MAX];
    bool cue;
} carrier;

/* "Foiled an attempt to kill": the noun of a cue is what another verb does something to, so its subject did not attempt. */
static bool is_anothers(coder_state *c, const clause_sentence *s, uint32_t at)
{
    enum { HIS = MORPH_PRONOUN | MORPH_LI };
    uint32_t rows[ROWS_MAX];
    wq_str value;
    int32_t verb = s->clause[s->item[at].clause].verb;
    if (s->item[at].kind != ITEM_NOMINAL || (s->item[at].clitics & HIS) || verb < 0 ||
        verb >= (int32_t)at)
        return false;
    const clause_item *it = &s->item[verb];
    return trigger_rows(c, s, (uint32_t)verb, LEX_LIGHT, rows) == 0 &&
           !claim_is_cue(c, it, STR("status"), &value) &&
           !claim_is_cue(c, it, STR("say"), &value);
}

static wq_str subject_of(coder_state *c, const clause_sentence *s, const carrier *v,
                         uint32_t k)
{
    wq_str value;
    if (v->cue && (claim_is_cue(c, &s->item[v->at], STR("impersonal"), &value) ||
                   is_anothers(c, s, v->at)))
        return STR("none"); /* "it must be done" */
    wq_str subject =
        v->cue ? STR("actor") : lex_cell(c->lex, LEX_LIGHT, v->rows[k], "subject");
    bool host = /* "its readiness to host talks": no place of its own */
        str_eq(subject, STR("place")) && s->item[v->at].kind == ITEM_NOMINAL;
    return host ? STR("actor") : subject;
}

/* "The visit includes talks": of two deeds the one that is the subject of such a verb is not what it carries. */
static bool is_its_subject(coder_state *c, const clause_sentence *s, const carrier *v,
                           uint32_t k, const clause_args *args, uint32_t i)
{
    uint32_t events[ROWS_MAX];
    wq_str doer = subject_of(c, s, v, k); /* "the proposal met with a welcome" */
    bool subject = !v->cue &&
                   (str_eq(doer, STR("none")) || str_eq(doer, STR("recipient"))) &&
                   str_eq(lex_cell(c->lex, LEX_LIGHT, v->rows[k], "object"), STR("obj")) &&
                   s->clause[s->item[v->at].clause].subject == (int32_t)args->v[i].item;
    for (uint32_t n = i + 1; subject && n < args->n; n++)
        if (carries(c, s, STR("obj"), args, n) && args->v[n].slot.n == 0 &&
            trigger_rows(c, s, args->v[n].item, LEX_EVENT, events))
            return true;
    return false;
}

bool light_is_within(const clause_sentence *s, int32_t light, uint32_t at)
{
    bool within = light >= 0 && light < (int32_t)at && s->item[light].kind == ITEM_VERB &&
                  s->item[at].entry.form == LEX_MASDAR && (s->item[at].clitics & MORPH_BI);
    for (int32_t i = light + 1; within && i < (int32_t)at; i++)
        within = s->item[i].kind != ITEM_NOMINAL && s->item[i].kind != ITEM_VERB;
    return within;
}

/* "Carried out the launching of raids": of a verbal noun that is no event, the event that it carries in its turn; -1: none. */
static int32_t carried_within(coder_state *c, const clause_sentence *s, uint32_t at)
{
    uint32_t events[ROWS_MAX], n = trigger_rows(c, s, at, LEX_EVENT, events);
    light_role inner = { 0 };
    for (uint32_t k = 0; k < n; k++)
        if (str_listed(STR("noun|any"), '|', event_cell(c, events[k], "pos")))
            return -1;
    int32_t item = light_carried(c, s, at, &inner);
    return item > (int32_t)at && str_eq(inner.subject, STR("actor")) ? item : -1;
}

static int32_t carried_among(coder_state *c, const clause_sentence *s, const carrier *v,
                             bool far, light_role *light)
{
    uint32_t events[ROWS_MAX];
    clause_args args = event_args(c, s, v->at);
    for (uint32_t i = 0; i < args.n; i++)
        for (uint32_t k = 0; may_be_carried(s, &args, i) && k < v->n + v->cue; k++) {
            bool here =
                v->cue ? cue_carries(c, s, v->at, &args, i)
                       : carries(c, s, lex_cell(c->lex, LEX_LIGHT, v->rows[k], "object"),
                                 &args, i);
            if (!here || (!far && is_far(&args, i)) ||
                is_mere_package(c, s, args.v[i].item) ||
                is_its_subject(c, s, v, k, &args, i))
                continue;
            bool within = !v->cue && light_is_within(s, (int32_t)v->at, args.v[i].item);
            int32_t item = within ? carried_within(c, s, args.v[i].item) : -1;
            if (item < 0 && !trigger_rows(c, s, args.v[i].item, LEX_EVENT, events))
                continue;
            *light =
                (light_role){ .item = (int32_t)v->at, .subject = subject_of(c, s, v, k) };
            return item < 0 ? (int32_t)args.v[i].item : item;
        }
    return -1;
}

/* "reached the seat (مقر) of the army": a participle behind a preposition is a noun, not a verb that carries. */
static bool is_mere_noun(const clause_sentence *s, uint32_t at)
{
    const clause_item *it = &s->item[at];
    return it->kind == ITEM_NOMINAL && is_participle(it) && !(it->clitics & MORPH_AL) &&
           ((it->clitics & MORPH_PREPOSITION) ||
            (at > 0 && item_is_function(it - 1, STR("prep"))));
}

/* "A draft that Kuwait tabled, to extend aid": the verb has the text for its object, and carries nothing behind it. */
static bool is_of_text(const coder_state *c, const clause_sentence *s, uint32_t at)
{
    const clause_item *it = &s->item[at];
    if (it->kind != ITEM_VERB || !(it->clitics & (MORPH_HU | MORPH_HA)) || at == 0)
        return false;
    it -= 1 + (at > 1 && item_is_function(it - 1, STR("rel")));
    const event_draft here = { .s = s };
    return (it->kind == ITEM_WORD || it->kind == ITEM_NOMINAL) &&
           needs_word(c, &here, it, STR("@plans"));
}

int32_t light_carried(coder_state *c, const clause_sentence *s, uint32_t at,
                      light_role *light)
{
    wq_str value;
    carrier v = { .at = at };
    if (is_mere_noun(s, at))
        return -1;
    v.n = trigger_rows(c, s, at, LEX_LIGHT, v.rows);
    v.cue = v.n == 0 && claim_is_cue(c, &s->item[at], STR("status"), &value) &&
            !str_eq(value, STR("weighed")) && !str_eq(value, STR("contained"));
    if ((v.n == 0 && !v.cue) || is_of_text(c, s, at))
        return -1;
    int32_t item = carried_among(c, s, &v, false, light);
    return item >= 0 ? item : carried_among(c, s, &v, true, light);
}

/* "close to signing", "on the verge of signing": who is about to do it is the subject of the clause. */
static bool is_imminent(coder_state *c, const clause_sentence *s, uint32_t at)
{
    wq_str value;
    const clause_item *it = &s->item[at], *before = it - 1;
    if (at < 2 || (it->clitics & (MORPH_PREPOSITION | MORPH_PRONOUN)))
        return false;
    if (item_is_function(before, STR("planned_to")))
        return str_eq(before->value, STR("verge"));
    return item_is_function(before, STR("prep")) && str_eq(before->value, STR("min")) &&
           claim_word_is_cue(c, s, before - 1, STR("close"), &value);
}

static bool is_aux(const coder_state *c, const clause_item *it)
{
    return it->entry.table == LEX_VERB &&
           str_eq(lex_cell(c->lex, LEX_VERB, it->entry.row, "class"), STR("aux"));
}

/* "will be the first stop of his visit (لزيارة)": what a noun is of, where nobody does anything. */
static bool is_of_noun(const coder_state *c, const clause_sentence *s, uint32_t at)
{
    const clause_item *it = &s->item[at];
    const clause *cl = &s->clause[it->clause];
    if (!is_aux(c, &s->item[cl->verb]))
        return false;
    do
        it--;
    while (it > &s->item[cl->first] && it->kind == ITEM_WORD);
    return it->kind == ITEM_NOMINAL && (it->clitics & MORPH_AL) &&
           !(it->clitics & MORPH_PREPOSITION) && !item_is_function(it - 1, STR("prep"));
}

/* "will visit Kampala and then (a meeting) with": a verbal noun where a verb could stand. */
static bool is_next_deed(const clause_sentence *s, uint32_t at)
{
    return at > 0 && item_is_function(&s->item[at - 1], STR("then"));
}

/* "sent soldiers in answer to the request of": what is answered came before. */
static bool is_answered(const coder_state *c, const clause_sentence *s, uint32_t at)
{
    const clause_item *it = at > 0 ? &s->item[at - 1] : NULL;
    return it && it->kind == ITEM_NOMINAL && it->entry.table == LEX_VERB &&
           lex_in_group(c->lex, STR("answers"),
                        lex_cell(c->lex, LEX_VERB, it->entry.row, "id"));
}

bool light_is_prepared(const clause_sentence *s, uint32_t at)
{
    uint16_t tie = s->item[at].clitics;
    if (at == 0 || at + 1 >= s->n_items || (tie && !(tie & MORPH_LI)))
        return false;
    const clause_item *who = &s->item[at + 1];
    return who->kind == ITEM_ACTOR && who->actor->kind != ACTOR_STATE && !who->clitics &&
           morph_may_be(&s->part->token[s->item[at - 1].first], STR("np_prepares"));
}

/* "to hold talks", "to meet Assad": a purpose lends the subject of its clause, as does what it is about to do. */
light_role light_purpose(coder_state *c, const clause_sentence *s, uint32_t at)
{
    const clause *cl = &s->clause[s->item[at].clause];
    bool doing =
        s->item[at].entry.table == LEX_VERB && s->item[at].entry.form == LEX_MASDAR;
    bool others =
        cl->opener == OPEN_WHO && cl->subject < 0; /* "of those who were on their way" */
    bool many = str_ends(s->part->token[s->item[at].last - 1].form, STR(AR_ALEF AR_TEH));
    bool to = doing && (s->item[at].clitics & MORPH_LI) && cl->verb >= 0 && !others &&
              !many && /* "in defiance of the threats of" */
              !is_of_noun(c, s, at) && !is_answered(c, s, at) && !light_is_prepared(s, at);
    bool soon = doing && cl->subject >= 0 && (is_imminent(c, s, at) || is_next_deed(s, at));
    return (light_role){ .item = to || soon ? (int32_t)at : -1, .subject = STR("actor") };
}

int32_t light_above(coder_state *c, const clause_sentence *s, uint32_t at)
{
    enum { REACH = 6 };
    uint32_t rows[ROWS_MAX];
    if (!(s->item[at].clitics & MORPH_PREPOSITION))
        return -1;
    for (uint32_t i = at; i > 0 && at - i < REACH; i--) {
        const clause_item *it = &s->item[i - 1];
        if (it->kind == ITEM_VERB || it->clause != s->item[at].clause)
            break;
        if (it->kind != ITEM_NOMINAL || it->entry.form != LEX_MASDAR ||
            !trigger_rows(c, s, i - 1, LEX_LIGHT, rows) ||
            !str_eq(lex_cell(c->lex, LEX_LIGHT, rows[0], "subject"), STR("actor")))
            continue;
        clause_args args = event_args(c, s, i - 1);
        for (uint32_t k = 0; k < args.n; k++)
            if (args.v[k].item == at && str_eq(args.v[k].slot, STR("bi")))
                return (int32_t)i - 1;
    }
    return -1;
}

bool light_is_of_place(coder_state *c, const clause_sentence *s, uint32_t verb)
{
    uint32_t rows[ROWS_MAX], n = trigger_rows(c, s, verb, LEX_LIGHT, rows);
    for (uint32_t k = 0; k < n; k++)
        if (str_eq(lex_cell(c->lex, LEX_LIGHT, rows[k], "subject"), STR("place")))
            return true;
    return false;
}

/* Between a noun and the verb that carries it stand what describes the noun, whose, where and when, "which", and words of
 * schedule; another noun behind a preposition would be what the verb speaks of.                                        */
static bool describes(const clause_sentence *s, uint32_t i)
{
    const clause_item *it = &s->item[i], *before = it - 1;
    bool governed =
        (it->clitics & MORPH_PREPOSITION) || item_is_function(before, STR("prep"));
    if (item_is_function(it, STR("comp")))
        return item_is_function(before, STR("planned_to")); /* "that he was to pay" */
    if (it->kind == ITEM_FUNCTION)
        return !item_is_function(it, STR("sub")) && !item_is_function(it, STR("cond")) &&
               !item_is_function(it, STR("neg"));
    if (it->kind == ITEM_MARK)
        return it->mark != '.' && it->mark != ':' && it->mark != 0x61f &&
               it->mark != 0x61b && i + 1 < s->n_items &&
               (!item_is_comma(it) || item_is_function(it + 1, STR("rel")));
    if (it->kind == ITEM_WORD || it->kind == ITEM_NOMINAL)
        return visit_is_second_of_two(s, i) ||
               (!governed && !(it->clitics & (MORPH_WA | MORPH_FA)));
    bool joined = it->kind == ITEM_ACTOR && before->kind == ITEM_ACTOR &&
                  (it->clitics & MORPH_WA); /* "between X and Y, which were held" */
    return joined || !(it->clitics & (MORPH_WA | MORPH_FA));
}

/* "will be held in Berlin": neither subject nor object stands behind it or before. */
static bool is_without_sides(coder_state *c, const clause_sentence *s, uint32_t verb)
{
    int32_t subject = s->clause[s->item[verb].clause].subject;
    if (subject >= 0 && s->item[subject].kind == ITEM_ACTOR)
        return false;
    clause_args args = event_args(c, s, verb);
    for (uint32_t i = 0; i < args.n; i++)
        if (args.v[i].slot.n == 0)
            return false;
    return true;
}

/* "his refusal of the truce, which it declared": the pronoun is feminine and the noun is one deed in the masculine. */
static bool is_of_other_gender(const clause_sentence *s, uint32_t noun, uint16_t clitics)
{
    static const char *const fem[] = { AR_TEH AR_HEH, AR_TEH AR_HEH AR_ALEF,
                                       AR_TEH AR_HEH AR_MEEM,
                                       AR_TEH AR_HEH AR_MEEM AR_ALEF };
    const clause_item *it = &s->item[noun];
    wq_str raw = text_raw(s->part, &s->part->token[it->last - 1]);
    bool other = (clitics & MORPH_HA) && (it->clitics & MORPH_PRONOUN) &&
                 it->entry.table == LEX_VERB && it->entry.form == LEX_MASDAR &&
                 !(it->entry.feats & (LEX_F_PLUR | LEX_F_DUAL));
    for (size_t i = 0; other && i < sizeof fem / sizeof *fem; i++)
        other = !str_ends(raw, str_of(fem[i]));
    return other;
}

/* Does the verb, or its verbal noun, take up the noun before it: a pronoun as its object or on its preposition, or as its
 * subject where it has no other?                                                                                      */
static bool takes_up(coder_state *c, const clause_sentence *s, uint32_t noun, uint32_t verb,
                     wq_str object)
{
    const clause_item *it = &s->item[verb], *next = it + 1;
    bool passive = it->entry.feats & LEX_F_PASSIVE;
    if (str_eq(object, STR("subj")))
        return it->kind == ITEM_VERB && !passive;
    if (str_eq(object, STR("obj")))
        return ((it->clitics & (MORPH_HU | MORPH_HA)) &&
                !is_of_other_gender(s, noun, it->clitics)) ||
               (it->kind == ITEM_VERB && (passive || is_without_sides(c, s, verb)));
    return verb + 1 < s->n_items && item_is_function(next, STR("prep_pronoun")) &&
           str_eq(next->value, object);
}

static light_role carried_by(coder_state *c, const clause_sentence *s, uint32_t noun,
                             uint32_t verb)
{
    uint32_t rows[ROWS_MAX], n = trigger_rows(c, s, verb, LEX_LIGHT, rows);
    const clause_item *it = &s->item[verb];
    for (uint32_t k = 0; k < n; k++) {
        wq_str object = lex_cell(c->lex, LEX_LIGHT, rows[k], "object");
        bool passive = str_eq(object, STR("obj")) && it->kind == ITEM_VERB &&
                       !(it->clitics & (MORPH_HU | MORPH_HA));
        wq_str subject =
            passive ? STR("none") : lex_cell(c->lex, LEX_LIGHT, rows[k], "subject");
        if (takes_up(c, s, noun, verb, object))
            return (light_role){ .item = (int32_t)verb, .subject = subject };
    }
    return (light_role){ .item = -1 };
}

light_role light_behind(coder_state *c, const clause_sentence *s, uint32_t at)
{
    enum { REACH = 10 };
    light_role none = { .item = -1 };
    if (s->item[at].kind != ITEM_NOMINAL || is_participle(&s->item[at]))
        return none;
    bool another =
        false; /* "which it imposed again": one verb may stand before the verbal noun */
    for (uint32_t i = at + 1; i < s->n_items && i <= at + REACH; i++) {
        const clause_item *it = &s->item[i];
        bool pronoun = it->kind == ITEM_NOMINAL && !is_participle(it) &&
                       (it->clitics & MORPH_PRONOUN); /* "the summit, to be held" */
        if ((it->kind == ITEM_VERB && !is_aux(c, it)) || pronoun) {
            light_role role = carried_by(c, s, at, i);
            if (role.item >= 0 || (it->kind == ITEM_VERB && another))
                return role;
            another = another || it->kind == ITEM_VERB;
        }
        if (it->kind != ITEM_VERB && !describes(s, i))
            break;
    }
    return none;
}

/* ---- arguments ------------------------------------------------------------------------------ */

/* "A blast shakes Tripoli": the town that a verb behind its subject does it to. */
static bool is_struck(const clause_sentence *s, const clause_arg *a, light_role light)
{
    const clause_item *it = &s->item[a->item], *verb = &s->item[light.item];
    return verb->kind == ITEM_VERB && str_eq(light.subject, STR("none")) &&
           !(verb->clitics & MORPH_PRONOUN) && where_is_toponym(it) &&
           (int32_t)a->item != s->clause[it->clause].subject;
}

/* Before the noun only who and where counts: what else stands there belongs to others. */
static bool is_lent(const clause_sentence *s, const clause_arg *a, uint32_t at,
                    light_role light)
{
    const clause_item *it = &s->item[a->item];
    if ((uint32_t)light.item > at)
        return a->slot.n > 0 || is_struck(s, a, light);
    return a->item < at && a->slot.n && it->kind != ITEM_WORD && it->kind != ITEM_NOMINAL;
}

/* "informed Iran of its refusal": who is told, given or handed something. */
static bool is_whom(const clause_sentence *s, const clause_arg *a, uint32_t at, bool behind)
{
    const clause_item *it = &s->item[a->item];
    if (a->item > 0 && it[-1].kind == ITEM_NOMINAL)
        return false; /* "quoted the minister's affirmation" */
    return !behind && a->item < at && a->slot.n == 0 && it->kind == ITEM_ACTOR &&
           (int32_t)a->item != s->clause[it->clause].subject;
}

/* "Answered by launching (بشن) raids on the town": what stands behind the raids is tied to the launching. */
static void add_from_within(coder_state *c, const clause_sentence *s, uint32_t at,
                            clause_args *args)
{
    clause_args more = event_args(c, s, at - 1);
    VEC(clause_arg) all = { 0 };
    for (uint32_t i = 0; i < args->n; i++)
        *vec_push(c->mem, &all) = args->v[i];
    for (uint32_t i = 0; i < more.n; i++)
        if (more.v[i].item > at)
            *vec_push(c->mem, &all) = more.v[i];
    *args = (clause_args){ all.v, all.n };
}

void light_add_args(coder_state *c, const clause_sentence *s, uint32_t at, light_role light,
                    clause_args *args)
{
    VEC(clause_arg) all = { 0 };
    if (light.item < 0 || (uint32_t)light.item == at)
        return;
    bool behind = (uint32_t)light.item > at;
    clause_args of_light = event_args(c, s, (uint32_t)light.item);
    for (uint32_t i = 0; i < args->n; i++)
        *vec_push(c->mem, &all) = args->v[i];
    for (uint32_t i = 0; i < of_light.n; i++) {
        clause_arg a = of_light.v[i];
        if (light.upto && a.item >= light.upto && !str_eq(a.slot, STR("fi")))
            continue;
        if (is_whom(s, &a, at, behind))
            a.slot = STR("whom");
        else if (!is_lent(s, &a, at, light))
            continue;
        *vec_push(c->mem, &all) = a;
    }
    light_role by = { .item = (int32_t)light.doer - 1 };
    clause_args of_by = light.doer ? event_args(c, s, light.doer - 1) : (clause_args){ 0 };
    for (uint32_t i = 0; i < of_by.n; i++)
        if (is_lent(s, &of_by.v[i], at, by))
            *vec_push(c->mem, &all) = of_by.v[i];
    *args = (clause_args){ all.v, all.n };
    if (light_is_within(s, light.item, at - 1))
        add_from_within(c, s, at, args);
}

/* "the third round of the talks (للمفاوضات)": what there was a round of is told with it. */
static bool is_of_round(const coder_state *c, const clause_sentence *s, uint32_t at,
                        const bool *used)
{
    uint32_t k = at;
    if (at == 0 || !(s->item[at].clitics & MORPH_LI) || s->item[at].kind == ITEM_VERB)
        return false;
    do
        k--;
    while (k > 0 && (s->item[k].kind == ITEM_WORD || s->item[k].kind == ITEM_ADJ));
    const lex_entry *e = &s->item[k].entry;
    return k < at && used[k] && e->table == LEX_NOUN &&
           lex_in_group(c->lex, STR("rounds"), lex_cell(c->lex, LEX_NOUN, e->row, "id"));
}

bool light_passed(const coder_state *c, const clause_sentence *s, uint32_t at,
                  const bool *used, light_role last)
{
    return is_of_round(c, s, at, used) ||
           (last.upto > at && light_is_within(s, last.item, at));
}

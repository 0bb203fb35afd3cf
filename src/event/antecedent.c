/* Whom a pronoun means. */
#include "event/doer.h"
#include "script/letters.h"

/* "hundreds", "residents", whom "them" means and no "her". */
static bool are_people(const actor_mention *m)
{
    return m->kind == ACTOR_GROUP && str_eq(m->a.sector, STR("CVL"));
}

bool role_fits(const actor_mention *m, uint16_t clitics)
{
    bool person = m->kind == ACTOR_PERSON || m->kind == ACTOR_OFFICE;
    bool official = m->kind == ACTOR_OFFICE || (m->kind == ACTOR_GROUP && !m->definite &&
                                                str_eq(m->a.sector, STR("GOV")));
    bool nobody = official && !m->a.country.p && !m->a.id.p;
    if (m->kind == ACTOR_SOURCE || nobody) /* "elected president" */
        return false;
    if (clitics & MORPH_HU)
        return !m->fem && !m->plural && m->kind != ACTOR_STATE;
    if (clitics & MORPH_HA)
        return m->plural ? !person && !are_people(m)
                         : m->fem || (m->either && m->kind == ACTOR_ORG);
    return m->plural || m->country2.p || m->men || are_people(m);
}

uint16_t antecedent_clitics(wq_str form)
{
    if (str_ends(form, STR(AR_HEH AR_MEEM AR_ALEF)))
        return MORPH_HUMA;
    if (str_ends(form, STR(AR_HEH AR_MEEM)))
        return MORPH_HUM;
    return str_ends(form, STR(AR_HEH AR_ALEF)) ? MORPH_HA : MORPH_HU;
}

const actor_mention *role_mention(const clause_sentence *s, int32_t item)
{
    return item >= 0 && s->item[item].kind == ITEM_ACTOR ? s->item[item].actor : NULL;
}

static bool is_same(const actor_mention *a, const actor_mention *b)
{
    return a == b || (a && b && a->a.id.p && str_eq(a->a.id, b->a.id));
}

/* "to send a delegation", of nobody that is told; "ten others", who only count on. */
static bool is_anybody(const actor_mention *m)
{
    if (str_eq(str_of(m->rule), STR("actor.others")))
        return true;
    return m->kind == ACTOR_GROUP && !m->definite && !m->a.sector.n && !m->a.country.p &&
           !m->a.id.p;
}

static const actor_mention *nearest_that_fits(const event_draft *d, uint32_t token,
                                              uint16_t clitics, const actor_mention *never)
{
    const actor_list *all = d->part->in.actors;
    for (uint32_t i = all->n; i > 0; i--) {
        const actor_mention *m = &all->v[i - 1];
        if (m->first < token && role_fits(m, clitics) && !is_anybody(m) &&
            !(never && is_same(m, never)))
            return m;
    }
    return NULL;
}

/* "the council of the league affirmed its solidarity": a body behind the verb that is in no lexicon, and whose it is. */
static bool is_of_stranger(const event_draft *d, const clause *c, uint32_t at)
{
    const clause_item *it = &d->s->item[c->subject < 0 ? 0 : c->subject];
    return c->subject > c->verb && c->verb >= (int32_t)c->first &&
           c->subject < (int32_t)at && it->kind == ITEM_WORD &&
           !(it->clitics & MORPH_PREPOSITION) && !it->count && d->light == c->verb;
}

/* Does the clause open the sentence, with nobody named before item `at` whom a pronoun could mean? */
static bool is_ahead_of_all(const event_draft *d, const clause *c, uint32_t at)
{
    bool first = c == d->s->clause && c->subject > (int32_t)at && c->verb > (int32_t)at &&
                 (c->aux < 0 || c->aux > (int32_t)at);
    for (uint32_t i = c->first; first && i < at; i++)
        first = d->s->item[i].kind != ITEM_ACTOR;
    return first;
}

/* "Mogherini said (قالت) during her meeting": names don't tell whether it is a woman's, the verb does. */
static bool is_she_by_verb(const event_draft *d, const clause *c, const actor_mention *who,
                           uint16_t clitics)
{
    uint32_t f = c->verb < 0 ? 0 : d->s->item[c->verb].entry.feats;
    return who->kind == ACTOR_PERSON && !who->plural && (clitics & MORPH_HA) &&
           (f & LEX_F_3) && lex_is_only_feminine(f);
}

/* "before his talks in Geneva the minister said": is the subject of the clause, behind it, whom a possessive means? */
static bool is_ahead(const event_draft *d, const clause *c, uint32_t at, uint16_t clitics)
{
    const actor_mention *subject = role_mention(d->s, c->subject);
    if (!subject || !is_ahead_of_all(d, c, at))
        return false;
    return is_she_by_verb(d, c, subject, clitics) ||
           (clitics != MORPH_HA && role_fits(subject, clitics));
}

/* "NATO affirmed (he) its support of Turkey in her attack": of a body whose name does not tell, the verb before it does. */
static bool is_shown_otherwise(const event_draft *d, const clause *c,
                               const actor_mention *who, uint16_t clitics)
{
    uint32_t f = c->verb >= 0 && c->verb < c->subject ? d->s->item[c->verb].entry.feats : 0;
    bool told = (f & LEX_F_3) && (f & LEX_F_SING) && who->either && who->kind == ACTOR_ORG;
    bool she = lex_is_only_feminine(f), he = (f & LEX_F_MASC) && !(f & LEX_F_FEM);
    return told && ((she && (clitics & MORPH_HU)) || (he && (clitics & MORPH_HA)));
}

/* "during talks (that went on) between him and": the subject of the clause, who is one of them. */
static const actor_mention *one_of_two(const event_draft *d, uint32_t at)
{
    const clause_item *it = &d->s->item[at];
    int32_t subject = d->s->clause[it->clause].subject;
    bool between = item_is_function(it, STR("prep_pronoun")) &&
                   str_eq(it->value, STR("bayn")) && subject < (int32_t)at;
    return between ? role_mention(d->s, subject) : NULL;
}

/* A possessive goes back to the subject of its clause; the object of a verb or preposition never does: first to the subject
 * of the clause above, then to the nearest mention that fits.                                                          */
static const actor_mention *gone_back_to(const event_draft *d, uint32_t at,
                                         uint16_t clitics)
{
    const clause *c = draft_clause(d);
    const actor_mention *subject = role_mention(d->s, c->subject);
    const actor_mention *theme =
        c->parent >= 0 ? role_mention(d->s, d->s->clause[c->parent].subject) : NULL;
    bool possessive = d->s->item[at].kind == ITEM_NOMINAL;
    if (possessive && subject && is_shown_otherwise(d, c, subject, clitics))
        subject = NULL;
    if (possessive && subject && c->subject < (int32_t)at &&
        (role_fits(subject, clitics) || is_she_by_verb(d, c, subject, clitics)))
        return subject;
    if (possessive && is_of_stranger(d, c, at))
        return NULL;
    if (possessive && is_ahead(d, c, at, clitics))
        return subject;
    if (!possessive && theme && !is_same(theme, subject) && role_fits(theme, clitics))
        return theme;
    return nearest_that_fits(d, d->s->item[at].first, clitics, possessive ? NULL : subject);
}

const actor_mention *role_antecedent(const event_draft *d, uint32_t at, uint16_t clitics)
{
    if (!(clitics & (MORPH_HU | MORPH_HA | MORPH_HUM | MORPH_HUMA)))
        return NULL; /* us and you: nobody that is named */
    const actor_mention *one = one_of_two(d, at);
    return one && role_fits(one, clitics) ? one : gone_back_to(d, at, clitics);
}

const actor_mention *role_resumed(const event_draft *d, uint16_t pronoun)
{
    const clause *c = draft_clause(d);
    bool who = c->opener == OPEN_WHO;
    uint32_t at = who ? c->first : d->trigger;
    const actor_mention *m =
        role_mention(d->s, who ? clause_antecedent(d->s, c) : (int32_t)at - 1);
    const clause_item *it = &d->s->item[at] - 1;
    bool topic = m && !who && at > c->first && !(it->clitics & MORPH_PREPOSITION) &&
                 (at < 2 || !item_is_function(it - 1, STR("prep")));
    uint16_t third = MORPH_HU | MORPH_HA | MORPH_HUM | MORPH_HUMA;
    return m && (pronoun & third) && (who || topic || !m->definite) && role_fits(m, pronoun)
               ? m
               : NULL;
}

/* "16 men (شخصا)", whom "them" means though their word is of one. */
static bool is_counted(const event_draft *d, const actor_mention *m)
{
    for (uint32_t i = 0; i < d->s->n_items; i++)
        if (d->s->item[i].kind == ITEM_ACTOR && d->s->item[i].actor == m)
            return item_is_counted(d->s, i);
    return false;
}

const actor_mention *role_done_before(const coder_state *c, const event_draft *d)
{
    const clause *cl = draft_clause(d);
    uint16_t pronoun = d->s->item[d->trigger].clitics & MORPH_PRONOUN;
    for (uint32_t i = c->drafts.n; cl->opener == OPEN_AND && i > 0; i--) {
        const event_draft *before = &c->drafts.v[i - 1];
        if (before->s != d->s)
            break;
        bool goes_on = before->trigger < d->trigger &&
                       (int32_t)before->clause == cl->parent && cl->subject >= 0 &&
                       cl->subject == d->s->clause[cl->parent].subject &&
                       before->recipient.list.n == 1;
        const actor_mention *m =
            goes_on ? draft_mention(d, before->recipient.list.v[0].span) : NULL;
        if (m && (role_fits(m, pronoun) || ((pronoun & MORPH_HUM) && is_counted(d, m))))
            return m;
    }
    return NULL;
}

/* "The government took his passport for his criticism of the president, but the government gave it back to him": whom the same
 * actor was told to do something to in this sentence.                                                                  */
const actor_mention *role_done_again(const coder_state *c, const event_draft *d,
                                     uint16_t pronoun)
{
    const actor_mention *subject = role_mention(d->s, draft_clause(d)->subject);
    for (uint32_t i = c->drafts.n; subject && i > 0; i--) {
        const event_draft *before = &c->drafts.v[i - 1];
        if (before->s != d->s)
            break;
        if (before->trigger >= d->trigger || before->clause == d->clause ||
            before->actor.list.n != 1 || before->recipient.list.n != 1)
            continue;
        const wq_actor *who = &before->actor.list.v[0];
        bool body = str_eq(who->country, subject->a.country) &&
                    str_eq(who->sector, subject->a.sector) && who->country.p;
        bool same = who->id.p || subject->a.id.p ? str_eq(who->id, subject->a.id) : body;
        const actor_mention *m =
            same ? draft_mention(d, before->recipient.list.v[0].span) : NULL;
        if (m && m->kind == ACTOR_PERSON && role_fits(m, pronoun))
            return m;
    }
    return NULL;
}

bool role_is_resumptive(const event_draft *d, uint32_t at)
{
    const clause *c = draft_clause(d);
    const clause_item *verb = &d->s->item[d->trigger], *before = verb - 1;
    bool ahead = c->subject >= (int32_t)c->first - 1 && c->subject >= 0 &&
                 c->subject < (int32_t)d->trigger; /* "who seized it" */
    bool behind_subject = c->opener == OPEN_WHO && c->verb == (int32_t)d->trigger &&
                          c->subject == c->verb + 1 && (int32_t)at == c->subject + 1;
    if (behind_subject && d->s->item[c->subject].kind == ITEM_ACTOR)
        return true; /* "with whom the government has not agreed" */
    if (verb->kind != ITEM_VERB || at != d->trigger + 1 || d->trigger == 0 || ahead ||
        (verb->clitics & (MORPH_WA | MORPH_FA)))
        return false;
    bool noun = before->kind == ITEM_NOMINAL || before->kind == ITEM_WORD ||
                (before->kind == ITEM_ACTOR && !before->actor->definite);
    return c->opener == OPEN_WHO || (noun && !(before->clitics & MORPH_AL));
}

static bool is_single(const actor_mention *m)
{
    return m->kind != ACTOR_SOURCE && !m->plural && !m->country2.p && !m->second &&
           m->a.country.p;
}

/* "Egypt and Sudan": the last two of the sentence that "and" joins. */
static bool last_pair(const event_draft *d, uint32_t from, uint32_t to,
                      const actor_mention *both[2])
{
    const actor_list *all = d->part->in.actors;
    for (uint32_t i = all->n; i > 1; i--) {
        const actor_mention *b = &all->v[i - 1], *a = b - 1;
        if (a->first < from)
            return false;
        bool three = i < all->n && (b[1].clitics & MORPH_WA) && b[1].first == b->last;
        if (b->first >= to || !(b->clitics & MORPH_WA) || a->last != b->first || three ||
            !is_single(a) || !is_single(b) || is_same(a, b))
            continue;
        both[0] = b;
        both[1] = a;
        return true;
    }
    return false;
}

/* "in Nairobi": where it was, and neither of the two. */
static bool is_where(const event_draft *d, const actor_mention *m)
{
    for (uint32_t i = 1; m->place_like && i < d->s->n_items; i++)
        if (d->s->item[i].actor == m && d->s->item[i].kind == ITEM_ACTOR)
            return (m->clitics & MORPH_BI) ||
                   (item_is_function(&d->s->item[i - 1], STR("prep")) &&
                    str_eq(d->s->item[i - 1].value, STR("fi")));
    return false;
}

bool role_both(const event_draft *d, uint32_t at, const actor_mention *both[2])
{
    const actor_list *all = d->part->in.actors;
    uint32_t from = d->s->item[0].first, to = d->s->item[at].first, n = 0;
    if (last_pair(d, from, to, both))
        return true;
    for (uint32_t i = all->n; i > 0 && n < 2; i--) {
        const actor_mention *m = &all->v[i - 1];
        if (m->first >= to || is_where(d, m))
            continue;
        if (m->first < from || !is_single(m))
            break; /* somebody plural stands nearer, whom it may mean */
        if (n == 0 || (!is_same(m, both[0]) && !str_eq(m->a.country, both[0]->a.country)))
            both[n++] = m;
    }
    return n == 2;
}

/* "Saudi Arabia, Egypt, Bahrain and the Emirates, which (التي) boycott": three states and more before a relative clause in the
 * feminine are all meant, since of two the particle would be dual; item `at` is the last.                             */
void role_add_antecedents(coder_state *c, const event_draft *d, uint32_t at,
                          event_side *side)
{
    enum { FEWEST = 3 };
    const clause *cl = draft_clause(d);
    const clause_item *it = &d->s->item[at];
    uint32_t first = at, n = 1;
    if (cl->opener != OPEN_WHO || at + 1 != cl->first || cl->verb < 0 ||
        !lex_is_only_feminine(d->s->item[cl->verb].entry.feats))
        return;
    while (it->kind == ITEM_ACTOR && it->actor->kind == ACTOR_STATE &&
           (it->clitics & MORPH_WA) && first > 0) {
        first -= first > 1 && item_is_comma(it - 1) ? 2 : 1;
        it = &d->s->item[first];
        n++;
    }
    if (n < FEWEST || it->kind != ITEM_ACTOR || it->actor->kind != ACTOR_STATE)
        return;
    for (uint32_t i = first; i < at; i++)
        if (d->s->item[i].kind == ITEM_ACTOR)
            role_add(c, d, &d->s->item[i], side);
}

/* "between them", "their meeting": the two of whom was spoken. */
bool role_add_both(coder_state *c, const event_draft *d, uint32_t at, uint16_t clitics,
                   event_side *side)
{
    const actor_mention *both[2];
    if (!(clitics & MORPH_HUMA) || !role_both(d, at, both))
        return false;
    role_add_mention(c, both[1], side);
    role_add_mention(c, both[0], side);
    return true;
}

bool role_fill_pronoun(coder_state *c, event_draft *d, event_side *side)
{
    const clause_item *it = &d->s->item[d->trigger];
    uint16_t pronoun = it->clitics & MORPH_PRONOUN;
    if (role_add_both(c, d, d->trigger, pronoun, side))
        return true;
    if ((pronoun & MORPH_HUM) && role_is_by_several(d) && role_subject(c, d, side))
        return true;
    if (pronoun && thing_meant(c, d) >= 0)
        return false;
    const clause_item *owner;
    if (pronoun && thing_resumed(c, d, &owner))
        return owner && role_add(c, d, owner, side);
    const actor_mention *m = pronoun ? role_possessor(c, d, pronoun) : NULL;
    if (!m)
        return false;
    d->inherited = true;
    role_add_mention(c, m, side);
    for (uint32_t i = 0; i < d->trigger && !(pronoun & MORPH_HU); i++)
        if (d->s->item[i].actor ==
            m) /* "Poland, France and Germany affirmed their support" */
            role_add_joined(c, d, i, d->trigger, side);
    return true;
}

/* The pronoun on a verb: whoever fits, of a verb that is done to people, or where it is "them" (هم), which no things are; else
 * it may be a thing.                                                                                                    */
bool role_fill_object(coder_state *c, event_draft *d, wq_str slot, event_side *side)
{
    const actor_mention *m = role_resumed(d, d->s->item[d->trigger].clitics);
    bool people = str_eq(slot, STR("obj")) || (d->s->item[d->trigger].clitics & MORPH_HUM);
    bool him = people && !(m && draft_clause(d)->opener == OPEN_WHO);
    if (him && (role_fill_pronoun(c, d, side) || thing_meant(c, d) >= 0))
        return side->list.n > 0;
    m = m ? m : role_done_before(c, d);
    if (m) {
        role_add_mention(c, m, side);
        return true;
    }
    const clause_item *owner;
    return thing_resumed(c, d, &owner) && owner && role_add(c, d, owner, side);
}

bool role_fill_done(coder_state *c, event_draft *d, event_side *side)
{
    const actor_mention *m = role_done_before(c, d);
    if (m)
        role_add_mention(c, m, side);
    else if (d->s->item[d->trigger].clitics & MORPH_HUM)
        return role_fill_pronoun(c, d, side);
    return m;
}

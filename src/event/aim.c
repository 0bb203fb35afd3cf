/* What somebody does something for: it is to come. */
#include "event/claim.h"
#include "event/doer.h"

/* "Arrived to hold talks": they are still to come, where the verb is that of a journey. */
static bool is_on_the_way(const coder_state *c, const event_draft *d, const clause *cl)
{
    for (uint32_t i = c->drafts.n; i > 0 && c->drafts.v[i - 1].s == d->s; i--)
        if ((int32_t)c->drafts.v[i - 1].trigger == cl->verb ||
            c->drafts.v[i - 1].carrier == cl->verb)
            return str_eq(d->type, STR("CONSULT")) &&
                   str_eq(c->drafts.v[i - 1].mode, STR("visit"));
    return false;
}

/* "Arrived to hold talks and sign (وتوقيع) a treaty": joined to what somebody goes to do. */
static bool is_joined_to_aim(const coder_state *c, const event_draft *d, const clause *cl)
{
    const clause_item *it = &d->s->item[d->trigger];
    bool joined = it->kind == ITEM_NOMINAL && it->entry.form == LEX_MASDAR &&
                  it->clitics == MORPH_WA && cl->verb >= 0;
    for (uint32_t i = d->trigger; joined && i-- > (uint32_t)cl->verb + 1;) {
        const clause_item *aim = &d->s->item[i];
        if (aim->kind == ITEM_VERB || item_is_comma(aim))
            return false;
        if (aim->kind == ITEM_NOMINAL && aim->entry.form == LEX_MASDAR &&
            aim->clitics == MORPH_LI)
            return needs_word(c, d, &d->s->item[cl->verb], STR("@leads_to,@goes"));
    }
    return false;
}

/* "arrives to hold talks", "efforts to set the captive free": the verbal noun that carries it is an aim; behind a perfect what was
 * aimed at has as likely been done ("visited them to show its support"), but for captives.                             */
static bool is_carried_to_be(const coder_state *c, const event_draft *d, const clause *cl)
{
    if (is_joined_to_aim(c, d, cl))
        return true;
    const clause_item *carrier = d->carrier < 0 ? NULL : &d->s->item[d->carrier];
    uint32_t feats = cl->verb < 0 ? 0 : d->s->item[cl->verb].entry.feats;
    bool imperfect = (feats & LEX_F_IMPERFECT) && !(feats & LEX_F_PERFECT) && cl->aux < 0;
    return carrier && carrier->kind == ITEM_NOMINAL && (carrier->clitics & MORPH_LI) &&
           (imperfect || str_eq(d->type, STR("RETREAT")) || is_on_the_way(c, d, cl));
}

bool status_is_aim(coder_state *c, const event_draft *d, const clause *cl)
{
    return d->light == (int32_t)d->trigger || is_carried_to_be(c, d, cl) ||
           (light_is_prepared(d->s, d->trigger) && str_eq(d->mode, STR("visit")));
}

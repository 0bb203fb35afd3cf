/* Of whom the release of people is demanded, or against whom a crowd or a critic of their arrest is: "demanded the release of the
 * detained", "in protest at the verdicts", in an article that tells of one state alone which arrests or convicts.      */
#include "event/doer.h"

static bool is_arrest(const event_draft *d)
{
    return str_listed(STR("arrest|convict"), '|', d->mode) &&
           (d->status == WQ_OCCURRED || d->status == WQ_ONGOING);
}

/* Who arrests or convicts in the article, where all are of one state; NULL: nobody, or those of several. */
static const wq_actor *detainer(const coder_state *c)
{
    const wq_actor *one = NULL;
    for (uint32_t i = 0; i < c->drafts.n; i++) {
        const event_draft *d = &c->drafts.v[i];
        for (uint32_t k = 0; is_arrest(d) && k < d->actor.list.n; k++) {
            const wq_actor *a = &d->actor.list.v[k];
            if (!a->country.p || (one && !str_eq(one->country, a->country)))
                return NULL;
            one = one ? one : a;
        }
    }
    return one && lex_row_by_id(c->lex, LEX_COUNTRY, one->country) >= 0 ? one : NULL;
}

/* "The release of the detained" right behind the demand, of nobody who is somewhere else. */
static bool is_of_release(coder_state *c, const event_draft *d, wq_str state)
{
    enum { REACH = 5, PHRASE = 10 };
    bool release = false;
    words_note(c, d->s);
    for (uint32_t i = d->trigger + 1; i < d->s->n_items && i <= d->trigger + PHRASE; i++) {
        const clause_item *it = &d->s->item[i];
        if (it->kind == ITEM_VERB)
            break;
        bool land = where_is_toponym(it) || it->kind == ITEM_ADJ;
        wq_str of = it->kind == ITEM_ADJ
                        ? lex_cell(c->lex, LEX_COUNTRY, it->entry.row, "top")
                    : land ? where_country(it)
                           : state;
        if (land && !str_eq(of, state))
            return false;
        release = release || (i <= d->trigger + REACH && it->kind == ITEM_NOMINAL &&
                              needs_word(c, d, it, STR("@releases")));
    }
    return release;
}

static bool is_stance(const event_draft *d)
{
    return str_eq(d->type, STR("PROTEST")) ||
           (str_eq(d->type, STR("ACCUSE")) && str_eq(d->mode, STR("disapprove")));
}

/* "(Condemned) this arrest", "(demonstrated in protest) at the verdicts": those that were told of. */
static bool is_of_arrest(coder_state *c, const event_draft *d)
{
    enum { REACH = 8 };
    words_note(c, d->s);
    for (uint32_t i = d->trigger + 1; i < d->s->n_items && i <= d->trigger + REACH; i++) {
        const clause_item *it = &d->s->item[i];
        if (it->kind == ITEM_VERB || item_is_function(it, STR("comp")))
            return false;
        bool told = (it->clitics & (MORPH_AL | MORPH_PRONOUN)) ||
                    words_is_demonstrative(c, d->s, i - 1);
        if (told && (it->kind == ITEM_NOMINAL || it->kind == ITEM_WORD) &&
            needs_word(c, d, it, STR("@jails")))
            return true;
    }
    return false;
}

/* "The release of 60 soldiers who were captives in the hands of (لدى) Kyiv": the item of who held them; NULL: not told. */
static const clause_item *captor(const coder_state *c, const event_draft *d)
{
    enum { REACH = 10 };
    for (uint32_t i = d->trigger + 1; i + 2 < d->s->n_items && i <= d->trigger + REACH;
         i++) {
        const clause_item *it = &d->s->item[i], *who = it + 2;
        if (item_is_function(it + 1, STR("prep")) && str_eq(it[1].value, STR("lada")) &&
            (where_is_toponym(who) || who->kind == ITEM_ACTOR) &&
            needs_word(c, d, it, STR("@captives")))
            return who;
        if (it->kind == ITEM_MARK)
            break;
    }
    return NULL;
}

/* Who announces the return of his own men is not who lets them go. */
static void captor_complete(coder_state *c, event_draft *d)
{
    words_note(c, d->s);
    const clause_item *who = captor(c, d);
    const wq_actor *teller = d->actor.list.n ? &d->actor.list.v[0] : NULL;
    event_side held = { 0 };
    if (!who || !role_add(c, d, who, &held) ||
        (teller && teller->country.p && str_eq(teller->country, held.list.v[0].country)))
        return;
    for (uint32_t i = 0; teller && i < d->recipient.list.n; i++)
        if (!d->recipient.list.v[i].country.p)
            d->recipient.list.v[i].country = teller->country;
    d->actor = held;
}

void detainer_complete(coder_state *c)
{
    for (uint32_t i = 0; i < c->drafts.n; i++)
        if (str_eq(c->drafts.v[i].mode, STR("release")) &&
            str_eq(c->drafts.v[i].type, STR("RETREAT")))
            captor_complete(c, &c->drafts.v[i]);
    const wq_actor *who = detainer(c);
    for (uint32_t i = 0; who && i < c->drafts.n; i++) {
        event_draft *d = &c->drafts.v[i];
        bool foreign = d->actor.list.n && !role_is_same_party(&d->actor.list.v[0], who);
        bool asks = str_eq(d->type, STR("REQUEST")) && is_of_release(c, d, who->country);
        if (d->recipient.list.n == 0 && foreign &&
            (asks || (is_stance(d) && is_of_arrest(c, d))))
            role_add_actor(c, who, &d->recipient);
    }
}

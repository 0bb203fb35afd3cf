/* A word that can be verb or noun, told by what stands before and behind it. */
#include "clause/reader.h"
#include "morph/morph.h"
#include "script/letters.h"

static bool is_indefinite_adjective(const reader *r, uint32_t at)
{
    const text_part *p = r->in->part;
    if (at >= p->n_tokens)
        return false;
    const morph_analysis *m = morph_as(&p->token[at], LEX_NOUN, -1);
    if (m && m->clitics == 0 && !morph_as(&p->token[at], LEX_AGENT, -1) &&
        str_eq(lex_cell(r->in->lex, LEX_NOUN, m->entry.row, "kind"), STR("adjective")))
        return true; /* "shelling by artillery" */
    m = morph_as(&p->token[at], LEX_COUNTRY, LEX_NISBA);
    return m && m->clitics == 0 &&
           !morph_as(&p->token[at], LEX_COUNTRY, LEX_NAME); /* روسيا */
}

bool clause_ends_in_teh(const text_part *part, const clause_item *it)
{
    return str_ends(text_raw(part, &part->token[it->last - 1]), STR(AR_TEH_MARBUTA));
}

/* "a session of work": the pronoun may take up what the noun before is of. */
static bool is_of_her(const reader *r, const clause_item *before)
{
    const clause_item *head = r->items.n > 1 ? before - 1 : NULL;
    return head && head->kind == ITEM_NOMINAL && !(before->clitics & MORPH_PREPOSITION) &&
           !(head->clitics & (MORPH_AL | MORPH_PRONOUN)) &&
           clause_ends_in_teh(r->in->part, head);
}

/* "A Palestinian was killed", no Palestinian killing: one man of a nation right behind a verb of death or wounds. */
static bool befalls_man(reader *r, uint32_t at, const morph_analysis *verb)
{
    uint32_t n = 0;
    const lexicon *lex = r->in->lex;
    const actor_mention *who = reader_actor_at(r, at + 1);
    if (!who || who->kind != ACTOR_GROUP || who->agent || who->definite)
        return false;
    const lex_entry *e = lex_refs(lex, LEX_VERB, verb->entry.row, &n);
    for (uint32_t i = 0; i < n; i++) {
        bool size = e[i].table == LEX_CUE &&
                    str_eq(lex_cell(lex, LEX_CUE, e[i].row, "kind"), STR("size"));
        wq_str what = size ? lex_cell(lex, LEX_CUE, e[i].row, "value") : STR("");
        if (str_eq(what, STR("dead")) || str_eq(what, STR("injured")))
            return true;
    }
    return false;
}

/* Behind "a number of" at a token: the token of what is counted; else the token itself. */
static uint32_t behind_quantity(reader *r, uint32_t at)
{
    match_hit room[MATCH_MAX];
    uint32_t n = 0;
    const match_hit *hit = at < r->in->part->n_tokens
                               ? match_list(r->in->lex, r->in->part, at, room, &n)
                               : NULL;
    for (uint32_t h = 0; h < n; h++)
        for (uint32_t i = 0; (hit[h].tables & LEX_BIT(LEX_FUNCTION)) && i < hit[h].n; i++) {
            const lex_entry *e = &hit[h].entry[i];
            if (e->table == LEX_FUNCTION &&
                str_eq(lex_cell(r->in->lex, LEX_FUNCTION, e->row, "kind"),
                       STR("transparent")) &&
                lex_cell(r->in->lex, LEX_FUNCTION, e->row, "value").n == 0)
                return at + hit[h].tokens;
        }
    return at;
}

/* "talks that the Kazakh capital hosted": a place that begins at the token, as it stands. */
static bool is_place_behind(const reader *r, uint32_t at)
{
    const place_list *all = r->in->places;
    uint32_t low = 0, high = all ? all->n : 0;
    while (low < high) {
        uint32_t mid = (low + high) / 2;
        if (all->v[mid].first < at)
            low = mid + 1;
        else
            high = mid;
    }
    const text_token *t = &r->in->part->token[at];
    return all && low < all->n && all->v[low].first == at &&
           !(t->morph && (t->morph->clitics & (MORPH_PREPOSITION | MORPH_WA)));
}

/* "a letter that he sent (بعثها) to": such a verb goes on with its subject, and a preposition follows. */
static bool is_sent(const reader *r, uint32_t at, const morph_analysis *verb)
{
    const text_token *next =
        at + 1 < r->in->part->n_tokens ? &r->in->part->token[at + 1] : NULL;
    bool tied = next && ((next->morph && (next->morph->clitics & MORPH_LI)) ||
                         reader_is_prep(r, next, STR("ila")));
    return tied && (verb->clitics & MORPH_HA) &&
           lex_in_group(r->in->lex, STR("utters"),
                        lex_cell(r->in->lex, LEX_VERB, verb->entry.row, "id"));
}

/* "an attack that gunmen launched": behind a noun nobody knew of before, a verb whose pronoun takes it up and whose
 * subject follows.  A masdar spelt alike ("the operation of killing him") has a pronoun of another gender there.     */
static bool takes_up(reader *r, uint32_t at, const morph_analysis *verb)
{
    const clause_item *before = r->items.n ? &r->items.v[r->items.n - 1] : NULL;
    if (!before || !(verb->clitics & MORPH_PRONOUN) ||
        (before->clitics & (MORPH_AL | MORPH_PRONOUN)))
        return false;
    bool noun = before->kind == ITEM_NOMINAL || before->kind == ITEM_WORD ||
                (before->kind == ITEM_ACTOR && !before->actor->definite);
    const text_token *t = &r->in->part->token[before->last - 1];
    wq_str raw = text_raw(r->in->part, t);
    bool masculine = before->entry.form == LEX_MASDAR && before->kind == ITEM_NOMINAL &&
                     !(before->entry.feats & LEX_F_PLUR) &&
                     !str_ends(raw, STR(AR_TEH_MARBUTA)) &&
                     !str_ends(raw, STR(AR_ALEF AR_TEH));
    if (!noun || ((verb->clitics & MORPH_HU) && str_ends(raw, STR(AR_TEH_MARBUTA))) ||
        ((verb->clitics & MORPH_HA) && masculine && !is_of_her(r, before)))
        return false;
    if (is_sent(r, at, verb))
        return true;
    uint32_t kept = r->actor;
    const actor_mention *who = reader_actor_at(r, behind_quantity(r, at + 1));
    r->actor = kept;
    return who ? !(who->clitics & (MORPH_PREPOSITION | MORPH_WA))
               : is_place_behind(r, at + 1);
}

/* "But the minister, So-and-so, held Israel responsible": behind somebody and a comma his verb is still to come. */
static bool is_behind_topic(const reader *r)
{
    const clause_item *it = r->items.n > 1 ? &r->items.v[r->items.n - 1] : NULL;
    return it && item_is_comma(it) && !r->verb_in_clause && it[-1].kind == ITEM_ACTOR &&
           !(it[-1].clitics & MORPH_PREPOSITION);
}

/* "that shelling by aircraft": a clause that opens with a masculine verb does not go on with a feminine subject; but "(he) called
 * on the government to" (طالب), which is spelt like "student", has its object there.                                    */
static bool disagrees_at_head(reader *r, uint32_t at, const morph_analysis *verb)
{
    const clause_item *before = r->items.n ? &r->items.v[r->items.n - 1] : NULL;
    const morph_analysis *noun = reader_nominal(r, &r->in->part->token[at]);
    if (noun && noun->entry.form == LEX_ACTIVE && (verb->clitics & MORPH_WA))
        return false;
    bool head = !before || (before->kind == ITEM_MARK && !is_behind_topic(r)) ||
                (item_is_function(before, STR("comp")) &&
                 str_ends(r->in->part->token[before->first].form, STR(AR_NOON)));
    const actor_mention *who = head ? reader_actor_at(r, at + 1) : NULL;
    bool masculine = (verb->entry.feats & LEX_F_MASC) && !(verb->entry.feats & LEX_F_FEM);
    bool that =
        before && item_is_function(before, STR("comp")); /* "that Turkey's refusal" */
    bool she = who && (who->kind == ACTOR_STATE ? that && who->place_like && !who->he
                                                : who->fem && !who->either);
    return she && masculine && !(who->clitics & (MORPH_PREPOSITION | MORPH_WA));
}

/* Behind inna, which no verb follows; with its hamza below the alef it is neither an nor anna. */
static bool is_behind_inna(reader *r)
{
    const clause_item *before = r->items.n ? &r->items.v[r->items.n - 1] : NULL;
    const text_token *t = before ? &r->in->part->token[before->first] : NULL;
    return before && item_is_function(before, STR("comp")) &&
           str_eq(t->form, STR(AR_ALEF AR_NOON)) &&
           lex_first_alef(t->norm) == LEX_F_ALEF_BELOW;
}

/* "Opponents affirm that lifting": behind somebody who says so stands anna, which no verb follows; an follows "before", "it was for
 * him". */
static bool is_behind_anna(const reader *r)
{
    uint32_t n = r->items.n;
    if (n < 3 || !item_is_function(&r->items.v[n - 1], STR("comp")))
        return false;
    const clause_item *that = &r->items.v[n - 1], *who = that - 1, *before = who - 1;
    return str_eq(r->in->part->token[that->first].form, STR(AR_ALEF AR_NOON)) &&
           who->kind == ITEM_ACTOR && !(who->clitics & MORPH_PREPOSITION) &&
           before->kind == ITEM_VERB;
}

/* "affirmed, in receiving his counterpart, his country's support": behind the comma that ends an aside the verb before it goes
 * on, and no verb without "and" begins a clause.                                                                       */
static bool closes_aside(const reader *r)
{
    uint32_t n = r->items.n;
    if (n < 4 || !r->verb_in_clause || r->items.v[n - 1].kind != ITEM_MARK)
        return false;
    uint32_t mark = r->items.v[n - 1].mark;
    const clause *own = &r->clauses.v[r->clauses.n - 1];
    for (uint32_t i = n - 1; i-- > own->first && (int32_t)i > own->verb;)
        if (r->items.v[i].kind == ITEM_MARK)
            return item_is_comma(&r->items.v[n - 1]) && r->items.v[i].mark == mark &&
                   (r->items.v[i + 1].kind == ITEM_TIME ||
                    item_is_function(&r->items.v[i + 1], STR("prep")));
    return false;
}

/* "The ministry announced, the stopping of imports": behind verb, subject and comma the object is still to come, and no verb
 * without "and" begins a clause.                                                                                      */
static bool waits_for_object(const reader *r)
{
    uint32_t n = r->items.n;
    return n >= 3 && r->verb_in_clause && item_is_comma(&r->items.v[n - 1]) &&
           r->items.v[n - 2].kind == ITEM_ACTOR && r->items.v[n - 2].clitics == 0 &&
           r->items.v[n - 3].kind == ITEM_VERB;
}

bool reader_is_any(const clause_item *before)
{
    return item_is_function(before, STR("not_noun")) ||
           (item_is_function(before, STR("transparent")) && before->value.n == 0);
}

/* Behind "not", "a number of" or an open noun stands another noun. */
static bool wants_noun(const clause_item *before)
{
    return item_is_function(before, STR("not_noun")) ||
           item_is_function(before, STR("transparent")) ||
           (before->kind == ITEM_NOMINAL &&
            !(before->clitics & (MORPH_AL | MORPH_PRONOUN)));
}

/* "organise a gathering", spelt like "that the two gather": no dual of the imperfect loses its nun without a particle. */
static bool lacks_particle(const reader *r, uint32_t at, const morph_analysis *verb)
{
    const clause_item *before = r->items.n ? &r->items.v[r->items.n - 1] : NULL;
    bool dual = (verb->entry.feats & LEX_F_IMPERFECT) && (verb->entry.feats & LEX_F_DUAL) &&
                !(verb->clitics & (MORPH_LI | MORPH_PRONOUN)) &&
                str_ends(r->in->part->token[at].form, STR(AR_ALEF));
    return dual && !(before && before->kind == ITEM_FUNCTION);
}

/* "the deal or its rejection": behind a noun and "or", a verb of the past would begin nothing. */
static bool joins_noun(const reader *r)
{
    uint32_t n = r->items.n;
    return n > 1 && item_is_function(&r->items.v[n - 1], STR("or")) &&
           r->items.v[n - 2].kind == ITEM_NOMINAL;
}

/* "NATO (the alliance) affirmed its solidarity": a parenthesis that has been closed tells nothing of what comes behind it. */
static const clause_item *before_parenthesis(const reader *r, const clause_item *before)
{
    enum { LONGEST = 8 };
    if (!before || before->mark != ')')
        return before;
    for (const clause_item *it = before; it > r->items.v && it + LONGEST > before; it--)
        if (it->mark == '(')
            return it[-1].kind == ITEM_MARK ? before : it - 1;
    return before;
}

/* A clause has one verb: what follows a phrase of it is a noun, also behind "again" or a preposition with a pronoun ("announced
 * in it the cutting of ties"), but for a relative clause ("whom he met with refused").                                           */
static bool is_behind_its_verb(const reader *r, const clause_item *before)
{
    if (!r->verb_in_clause || !before || before->kind == ITEM_MARK)
        return false;
    bool main = r->clauses.v[r->clauses.n - 1].opener != OPEN_WHO;
    bool joins =
        item_is_function(before, STR("or")) || item_is_function(before, STR("then"));
    return joins || before->kind != ITEM_FUNCTION ||
           (main && (item_is_function(before, STR("prep_pronoun")) ||
                     item_is_function(before, STR("adverb"))));
}

/* "reduced its mission" (بعثتها), spelt like "sent her": right behind the subject of a verb, a word for people or a thing with a
 * pronoun is its object.                                                                                             */
bool reader_has_noun_instead(const reader *r, uint32_t at, const morph_analysis *verb)
{
    uint32_t n = r->items.n;
    const text_token *t = &r->in->part->token[at];
    if (n < 2 || !r->verb_in_clause || r->items.v[n - 1].kind != ITEM_ACTOR ||
        r->items.v[n - 2].kind != ITEM_VERB || !(verb->clitics & MORPH_PRONOUN) ||
        (verb->clitics & (MORPH_WA | MORPH_FA | MORPH_SA)) ||
        r->clauses.v[r->clauses.n - 1].verb != (int32_t)n - 2 ||
        !(verb->entry.feats & LEX_F_PERFECT) || (verb->entry.feats & LEX_F_IMPERFECT) ||
        !(r->items.v[n - 1].actor->definite || r->items.v[n - 1].actor->a.country.p))
        return false;
    for (uint32_t i = 0; i < t->morph->n; i++)
        if (t->morph->v[i].entry.table == LEX_AGENT &&
            t->morph->v[i].clitics == verb->clitics)
            return true;
    return false;
}

/* "its support and its solidarity": behind a verbal noun with a pronoun, "and" with the same pronoun goes on with another. */
static bool goes_on_with_noun(const clause_item *before, const morph_analysis *verb)
{
    uint16_t who = verb->clitics & (MORPH_HU | MORPH_HA);
    return who && (verb->clitics & MORPH_WA) && before->kind == ITEM_NOMINAL &&
           before->entry.form == LEX_MASDAR && (before->clitics & who);
}

static bool needs_noun(const clause_item *before, const morph_analysis *verb)
{
    return item_is_function(before, STR("prep")) || reader_is_any(before) ||
           goes_on_with_noun(before, verb);
}

/* "in protest at «his raising of»": a preposition governs what the quotation marks behind it hold. */
static bool is_governed_quote(const reader *r)
{
    uint32_t n = r->items.n;
    if (n < 2 || r->items.v[n - 1].kind != ITEM_MARK)
        return false;
    uint32_t mark = r->items.v[n - 1].mark;
    bool opens = mark == 0xab || mark == 0x201c || mark == '"';
    return opens && item_is_function(&r->items.v[n - 2], STR("prep"));
}

/* "to strengthen its cooperation (تعاونها)", spelt like "she helps her": behind a deed that a preposition ties stands whose or what
 * in the genitive.                                                                                                  */
static bool is_of_deed(const reader *r, uint32_t at, const morph_analysis *verb)
{
    const clause_item *deed = r->items.n ? &r->items.v[r->items.n - 1] : NULL;
    const morph_analysis *noun = reader_nominal(r, &r->in->part->token[at]);
    return deed && deed->kind == ITEM_NOMINAL && deed->entry.form == LEX_MASDAR &&
           (deed->clitics & MORPH_PREPOSITION) &&
           !(deed->clitics & (MORPH_AL | MORPH_PRONOUN)) && noun &&
           (noun->clitics & MORPH_PRONOUN) && verb->clitics == noun->clitics;
}

/* Spelt like its masdar, with ta- before it: "cooperate" and "cooperation". */
static bool is_reciprocal(const reader *r, const morph_analysis *verb)
{
    wq_str perfect = lex_cell(r->in->lex, LEX_VERB, verb->entry.row, "perfect");
    return verb->clitics == 0 && str_starts(perfect, STR(AR_TEH)) &&
           str_eq(perfect, lex_cell(r->in->lex, LEX_VERB, verb->entry.row, "masdar"));
}

/* "Military cooperation between Egypt and France": of what is between two a headline speaks as a noun, whether one word tells
 * its kind ("an exchange of prisoners between") or none.                                                                */
static bool is_between(reader *r, uint32_t at, const morph_analysis *verb)
{
    enum { NEAR = 3 };
    const text_part *p = r->in->part;
    bool head = r->items.n == 0 || r->items.v[r->items.n - 1].kind == ITEM_MARK;
    if (!head || !is_reciprocal(r, verb))
        return false;
    for (uint32_t i = at + 1; i <= at + NEAR && i < p->n_tokens; i++)
        if (reader_is_prep(r, &p->token[i], STR("bayn")))
            return true;
    return false;
}

/* "A student (طالب) stabs": a word for somebody right before a finite verb that is nothing else is its subject. */
static bool is_somebody_acting(const reader *r, uint32_t at, const morph_analysis *verb)
{
    const text_part *p = r->in->part;
    const text_token *t = &p->token[at], *next = at + 1 < p->n_tokens ? t + 1 : NULL;
    const morph_analysis *who = verb->clitics ? NULL : morph_as(t, LEX_AGENT, -1);
    if (!who || who->clitics || !next || !next->morph || reader_nominal(r, next))
        return false;
    const morph_analysis *deed = reader_finite(r, next);
    return deed && deed->clitics == 0 && (deed->entry.feats & LEX_F_IMPERFECT) &&
           !(deed->entry.feats & LEX_F_PERFECT);
}

static bool is_noun_at_head(reader *r, uint32_t at, const morph_analysis *verb)
{
    return disagrees_at_head(r, at, verb) || is_between(r, at, verb) ||
           is_somebody_acting(r, at, verb);
}

/* What stands before it wants a noun, or ends an aside behind which none but a noun goes on. */
static bool is_awaited_noun(const reader *r, const clause_item *before, bool joined)
{
    return (before && wants_noun(before)) ||
           (!joined && (closes_aside(r) || waits_for_object(r))) || joins_noun(r) ||
           (!joined && is_behind_its_verb(r, before_parenthesis(r, before)));
}

/* Both readings are there: is it a noun at this point of the sentence? */
bool reader_noun_here(reader *r, uint32_t at, const morph_analysis *verb)
{
    const clause_item *before = r->items.n ? &r->items.v[r->items.n - 1] : NULL;
    bool joined = verb->clitics & (MORPH_WA | MORPH_FA | MORPH_SA);
    if (before && (needs_noun(before, verb) || is_governed_quote(r)))
        return true;
    if (lacks_particle(r, at, verb))
        return true;
    bool taken_up = takes_up(r, at, verb);
    if (!taken_up && is_of_deed(r, at, verb))
        return true;
    if ((verb->entry.feats & LEX_F_IMPERFECT) || taken_up)
        return false;
    bool man = befalls_man(r, at, verb);
    if ((!man && is_indefinite_adjective(r, at + 1)) || is_noun_at_head(r, at, verb) ||
        is_behind_inna(r) || is_behind_anna(r))
        return true;
    return is_awaited_noun(r, before, joined);
}

static bool may_be_verb_row(const text_token *t, uint32_t row)
{
    for (uint32_t i = 0; t->morph && i < t->morph->n; i++)
        if (t->morph->v[i].entry.table == LEX_VERB && t->morph->v[i].entry.row == row)
            return true;
    return false;
}

/* "سترد ردا ساحقا": a word in -an behind a verb of its own root is the object that only repeats it. */
bool reader_is_cognate(const reader *r, const text_token *t, const morph_analysis *verb)
{
    enum { NEAR = 4 };
    bool an = verb && str_ends(t->form, STR(AR_ALEF)) && verb->clitics == 0;
    for (uint32_t n = 0; an && n < NEAR && n < r->items.n; n++) {
        const clause_item *it = &r->items.v[r->items.n - 1 - n];
        if (it->kind == ITEM_MARK)
            return false;
        if (it->kind == ITEM_VERB)
            return may_be_verb_row(&r->in->part->token[it->first], verb->entry.row);
    }
    return false;
}

bool reader_is_prep(const reader *r, const text_token *t, wq_str value)
{
    const morph_analysis *m = t->morph ? morph_as(t, LEX_FUNCTION, -1) : NULL;
    return m && m->clitics == 0 &&
           str_eq(lex_cell(r->in->lex, LEX_FUNCTION, m->entry.row, "kind"), STR("prep")) &&
           str_eq(lex_cell(r->in->lex, LEX_FUNCTION, m->entry.row, "value"), value);
}

bool item_is_how_often(const clause_sentence *s, uint32_t item)
{
    const clause_item *it = &s->item[item];
    bool adjective = item > 0 && it->kind == ITEM_WORD && it[-1].turn && !it[-1].clitics;
    return (it->other && (it->clitics & MORPH_HA)) ||
           (!it->clitics && (it->turn || adjective));
}

bool item_is_manner(const clause_sentence *s, uint32_t item)
{
    const clause_item *it = &s->item[item];
    wq_str form = s->part->token[it->first].form;
    return it->kind == ITEM_WORD && it->clitics == 0 &&
           str_ends(form, STR(AR_YEH AR_ALEF)) &&
           !str_ends(form, STR(AR_ALEF AR_YEH AR_ALEF));
}

/* Whose "the government" is, where the phrase does not say: what the whole article makes likely, or where it is published.
 *
 *   speaker   in what an office holder of a state says, his own state's bodies
 *   article   the state that most of the article's people and places are of
 *   outlet    the state whose official outlet publishes it                                                  */
#include "actor/np.h"
#include "place/place.h"

enum { STATES = 48, SPEAKER_SURE = 80, ARTICLE_SURE = 60, OUTLET_SURE = 50 };

typedef struct tally {
    wq_str state[STATES];
    uint32_t n[STATES];
    uint32_t states;
} tally;

static bool is_state(const lexicon *lex, wq_str country)
{
    return country.p && np_is_state_code(country) &&
           lex_row_by_id(lex, LEX_COUNTRY, country) >= 0;
}

static void count(const lexicon *lex, wq_str country, uint32_t weight, tally *t)
{
    uint32_t i = 0;
    while (i < t->states && !str_eq(t->state[i], country))
        i++;
    if (i == STATES || !is_state(lex, country))
        return;
    if (i == t->states)
        t->state[t->states++] = country;
    t->n[i] += weight;
}

/* "and ten others", "(tourists) most of them British": the state that they are of was named by somebody else. */
static bool is_rest(const actor_mention *m)
{
    return str_eq(str_of(m->rule), STR("actor.others")) ||
           str_eq(str_of(m->rule), STR("actor.most-of-them"));
}

/* A headline counts double. */
static void count_part(const lexicon *lex, const actor_scene *s, tally *t)
{
    uint32_t weight = s->part->which == WQ_PART_TITLE ? 2 : 1;
    for (uint32_t i = 0; i < s->actors->n; i++)
        if (s->actors->v[i].kind != ACTOR_SOURCE && !is_rest(&s->actors->v[i])) {
            count(lex, s->actors->v[i].a.country, weight, t);
            count(lex, s->actors->v[i].country2, weight, t);
        }
    for (uint32_t i = 0; i < s->places->n; i++)
        if (s->places->v[i].rank != PLACE_COUNTRY &&
            s->places->v[i].rank != PLACE_CAPITAL && !s->places->v[i].weak)
            count(lex, s->places->v[i].country, weight, t);
}

/* Was he named a short while ago?  Looks no farther, for the work's sake. */
static bool is_again(const actor_list *all, uint32_t i)
{
    enum { REACH = 64 };
    wq_str id = all->v[i].a.id;
    for (uint32_t k = i; id.p && k > 0 && k + REACH > i; k--)
        if (str_eq(all->v[k - 1].a.id, id))
            return true;
    return false;
}

/* Those alone who hold an office, are a body or people of a state: not the state itself, as a place or as a partner; no guest
 * counts as often as he is named.                                                                                     */
static void count_people(const lexicon *lex, const actor_scene *s, tally *t)
{
    for (uint32_t i = 0; i < s->actors->n; i++) {
        const actor_mention *m = &s->actors->v[i];
        bool man = m->kind == ACTOR_PERSON || m->kind == ACTOR_OFFICE;
        if (m->kind != ACTOR_SOURCE && m->kind != ACTOR_STATE && !is_rest(m) &&
            !(man && is_again(s->actors, i)))
            count(lex, m->a.country, 1, t);
    }
}

static uint32_t weight(void *ctx, wq_str country)
{
    const tally *t = ctx;
    for (uint32_t i = 0; i < t->states; i++)
        if (str_eq(t->state[i], country))
            return t->n[i];
    return 0;
}

/* The state named at least three times, and twice as often as any other; twice, where there is no other. */
static wq_str dominant(const tally *t)
{
    enum { LEAST = 3 };
    uint32_t best = 0, second = 0, at = 0;
    for (uint32_t i = 0; i < t->states; i++) {
        if (t->n[i] > best) {
            second = best;
            best = t->n[i];
            at = i;
        } else if (t->n[i] > second) {
            second = t->n[i];
        }
    }
    bool clear = best >= LEAST && best >= 2 * second;
    return clear || (best >= 2 && second == 0) ? t->state[at] : (wq_str){ NULL, 0 };
}

/* No state is named more often, or none at all: what a paper says of "the government" without more is at home. */
static bool is_foremost(const tally *t, wq_str state)
{
    uint32_t most = 0, own = 0;
    for (uint32_t i = 0; i < t->states; i++) {
        most = t->n[i] > most ? t->n[i] : most;
        own = str_eq(t->state[i], state) ? t->n[i] : own;
    }
    return own == most;
}

/* ---- the outlet's domain ---------------------------------------------------------------------- */

/* The host of a URL: between "//" and the next slash or colon. */
static wq_str host_of(wq_str url)
{
    ptrdiff_t from = str_find(url, STR("//"));
    wq_str host = from < 0 ? url : str_sub(url, (size_t)from + 2, url.n);
    size_t n = 0;
    while (n < host.n && host.p[n] != '/' && host.p[n] != ':' && host.p[n] != '?')
        n++;
    return str_sub(host, 0, n);
}

static bool is_code(wq_str upper, const char *lower)
{
    return upper.n == 2 && (upper.p[0] | 0x20) == lower[0] &&
           (upper.p[1] | 0x20) == lower[1];
}

/* Has the state media that the lexicon knows?  Domains such as ".tv" and ".me" are anybody's. */
static bool has_media(const lexicon *lex, wq_str state)
{
    uint32_t rows = lex_rows(lex, LEX_ACTOR);
    for (uint32_t i = 0; i < rows; i++)
        if ((lex_kind_bit(lex, LEX_ACTOR, i) & str_bit(STR("media"))) &&
            str_eq(lex_cell(lex, LEX_ACTOR, i, "country"), state) &&
            str_eq(lex_cell(lex, LEX_ACTOR, i, "kind"), STR("media")))
            return true;
    return false;
}

/* The state whose domain a page's address ends with (".eg"); p == NULL: none. */
static wq_str nation_of(const lexicon *lex, wq_str url)
{
    wq_str host = host_of(url);
    if (host.n < 4 || host.p[host.n - 3] != '.')
        return (wq_str){ NULL, 0 };
    uint32_t rows = lex_rows(lex, LEX_CODE_COUNTRY);
    int iso = lex_column(lex, LEX_CODE_COUNTRY, "iso2");
    for (uint32_t i = 0; i < rows; i++)
        if (is_code(lex_cell_at(lex, LEX_CODE_COUNTRY, i, iso), host.p + host.n - 2))
            return lex_cell(lex, LEX_CODE_COUNTRY, i, "id");
    return (wq_str){ NULL, 0 };
}

/* ---- whom it concerns ----------------------------------------------------------------------- */

static bool is_definite(const text_part *part, const actor_mention *m)
{
    return m->definite || np_has_article(&part->token[m->last - 1]);
}

/* A sector of the state, or of those who want to govern it. */
static bool is_national(const lexicon *lex, wq_str sector)
{
    return sector.n && lex_in_group(lex, STR("national"), sector);
}

bool actor_word_is_foreign(const lexicon *lex, const text_token *t)
{
    for (uint32_t i = 0; t->morph && i < t->morph->n; i++) {
        const lex_entry *e = &t->morph->v[i].entry;
        if (e->table == LEX_NOUN &&
            str_eq(lex_cell(lex, LEX_NOUN, e->row, "id"), STR("foreign_w")))
            return true;
    }
    return false;
}

bool actor_is_foreign(const lexicon *lex, const text_part *part, const actor_mention *m)
{
    uint32_t from = m->last > m->first + 1 ? m->last - 1 : m->last;
    for (uint32_t i = from; i <= m->last && i < part->n_tokens; i++)
        if (actor_word_is_foreign(lex, &part->token[i]))
            return true;
    return false;
}

/* "السفير", "المبعوث": may be of any other state than the article's. */
static bool is_sent(const lexicon *lex, const text_part *part, const actor_mention *m)
{
    const morph_word *w = part->token[m->first].morph;
    for (uint32_t i = 0; w && i < w->n; i++)
        if (w->v[i].entry.table == LEX_AGENT &&
            str_find(lex_cell(lex, LEX_AGENT, w->v[i].entry.row, "kind"), STR("visitor")) >=
                0)
            return true;
    return false;
}

/* "القاضي", "المحافظ محمد علي": of many that hold such an office one that the reader is to know; no "قائد مركبة". */
static bool is_ours(const lexicon *lex, const text_part *part, const actor_mention *m)
{
    return (m->kind == ACTOR_PERSON || is_definite(part, m)) && !is_sent(lex, part, m);
}

static bool wants_state(const lexicon *lex, const text_part *part, const actor_mention *m)
{
    if (m->a.country.p || m->owner.p || m->a.id.p || (m->clitics & MORPH_PRONOUN))
        return false;
    if (m->office.p) {
        int64_t row = lex_row_by_id(lex, LEX_OFFICE, m->office);
        return row >= 0 && is_national(lex, m->a.sector) && !m->plural &&
               (m->of_body || is_ours(lex, part, m) ||
                str_eq(lex_cell(lex, LEX_OFFICE, (uint32_t)row, "single"), STR("1")));
    }
    bool visitor =
        m->agent && !str_eq(m->a.sector, STR("OPP")) &&
        str_find(lex_cell(lex, LEX_AGENT, m->agent - 1, "kind"), STR("visitor")) >= 0;
    return m->kind == ACTOR_GROUP && !visitor && is_national(lex, m->a.sector) &&
           is_definite(part, m) && !actor_is_foreign(lex, part, m);
}

/* ---- the speaker's own ------------------------------------------------------------------------ */

static bool is_that(const np_parser *p, uint32_t from, uint32_t to)
{
    for (uint32_t i = from; i < to; i++)
        if (np_word_kind(p, i, STR("comp")) || np_is_mark(p, i, ':'))
            return true;
    return false;
}

/* "The Turkish prime minister said that the police ...": the holder of an office of a state, or a body of it, just before a "that" or a colon of the
 * same sentence.                                                                                                     */
static wq_str speakers_state(const np_parser *p, const actor_list *list, uint32_t i,
                             uint32_t sentence_first)
{
    enum { REACH = 32 }; /* keeps the work linear in endless sentences */
    const actor_mention *m = &list->v[i];
    wq_str nearer = { NULL, 0 }; /* "the minister said that the Syrian air force ..." */
    uint32_t least = i > REACH ? i - REACH : 0;
    for (uint32_t k = i; k > least && list->v[k - 1].first >= sentence_first; k--) {
        const actor_mention *who = &list->v[k - 1];
        bool holder =
            (who->kind == ACTOR_PERSON || who->kind == ACTOR_OFFICE) && who->office.p;
        bool body = (who->kind == ACTOR_GROUP || who->kind == ACTOR_ORG) &&
                    is_national(p->lex, who->a.sector);
        if (!(holder || body) || !is_state(p->lex, who->a.country))
            continue;
        if (is_that(p, who->last, m->first))
            return nearer.p && !str_eq(nearer, who->a.country) ? (wq_str){ NULL, 0 }
                                                               : who->a.country;
        if (body && k < i)
            nearer = who->a.country;
    }
    return (wq_str){ NULL, 0 };
}

/* ---- the pass ------------------------------------------------------------------------------------ */

static void give(np_parser *p, wq_str state, const char *rule, uint8_t sure,
                 actor_mention *m)
{
    m->a.country = state;
    m->rule = rule;
    m->sure = sure;
    if (m->office.p && m->kind == ACTOR_OFFICE)
        np_finish(p, m);
}

/* "The emir", "the prime minister": a leader's office is not of a state that the lexicon knows no holder of, where it knows any. */
static bool may_be_of(const np_parser *p, const actor_mention *m, wq_str state)
{
    uint32_t n;
    bool none = true;
    const lex_entry *e = lex_in_group(p->lex, STR("leads_state"), m->office)
                             ? lex_find_ref(p->lex, m->office, &n)
                             : NULL;
    if (!e || !state.p)
        return state.p != NULL;
    for (uint32_t i = 0; i < n; i++) {
        if (e[i].table != LEX_TENURE ||
            !str_eq(lex_cell(p->lex, LEX_TENURE, e[i].row, "office"), m->office))
            continue;
        if (str_eq(lex_cell(p->lex, LEX_TENURE, e[i].row, "country"), state))
            return true;
        none = false;
    }
    return none;
}

/* "The Tunisian army and the national guard": of the same state as the body before it that it is joined to. */
static wq_str joined_state(const np_parser *p, const actor_list *list, uint32_t i)
{
    const actor_mention *m = &list->v[i], *before = i ? m - 1 : NULL;
    bool joined = before && (m->clitics & MORPH_WA) && before->last == m->first &&
                  before->kind != ACTOR_STATE && before->kind != ACTOR_SOURCE &&
                  !before->country2.p && !before->second;
    return joined && is_state(p->lex, before->a.country) ? before->a.country
                                                         : (wq_str){ NULL, 0 };
}

/* has_media() looks through all actors, and so is asked last. */
static bool is_foremost_nation(const lexicon *lex, const actor_settings *how,
                               const tally *t, wq_str *nation)
{
    *nation = nation_of(lex, how->url);
    return nation->p && is_foremost(t, *nation) && has_media(lex, *nation);
}

static bool opens_clause(const np_parser *p, uint32_t at)
{
    const morph_analysis *verb =
        np_is_word(p, at) ? morph_as(&p->part->token[at], LEX_VERB, LEX_VERBFORM) : NULL;
    return verb && !(verb->clitics & MORPH_WA) && !np_has_article(&p->part->token[at]);
}

/* "In Israel, the cabinet approved", "in Washington voted the Senate": the state that a sentence opens with, before a comma or the
 * verb, where a body of it follows; an opposition speaks abroad.                                                        */
static wq_str fronted_state(np_parser *p, const actor_list *list, uint32_t i,
                            uint32_t sentence_first)
{
    enum { REACH = 4 };
    const actor_mention *m = &list->v[i];
    if (m->kind != ACTOR_GROUP || m->office.p ||
        str_listed(STR("OPP|REB"), '|', m->a.sector))
        return (wq_str){ NULL, 0 };
    for (uint32_t k = i; k > 0 && k + REACH > i && list->v[k - 1].first >= sentence_first;
         k--) {
        const actor_mention *where = &list->v[k - 1];
        if (where->first == sentence_first + 1 && where->kind == ACTOR_STATE &&
            where->place_like && np_word_kind(p, sentence_first, STR("np_where")) &&
            (np_is_comma(p, where->last) || opens_clause(p, where->last)))
            return where->a.country;
    }
    return (wq_str){ NULL, 0 };
}

static void settle_one(np_parser *p, const actor_settings *how, const tally *t,
                       wq_str speakers, wq_str people, actor_mention *m)
{
    wq_str topic = dominant(t);
    if (!topic.p && people.p && is_foremost(t, people)) /* "lawmakers", near raids abroad */
        topic = people;
    bool against = str_listed(STR("OPP|REB"), '|', m->a.sector) &&
                   topic.p; /* of the land told of, not the speaker's */
    if (!against && may_be_of(p, m, speakers))
        give(p, speakers, "actor.of-the-speaker", SPEAKER_SURE, m);
    else if (may_be_of(p, m, topic))
        give(p, topic, "actor.of-the-article", ARTICLE_SURE, m);
    else if (may_be_of(p, m, how->home))
        give(p, how->home, "actor.of-the-outlet", OUTLET_SURE, m);
    else if (is_foremost_nation(p->lex, how, t, &topic) && may_be_of(p, m, topic))
        give(p, topic, "actor.of-the-outlet", OUTLET_SURE, m);
}

/* "The kingdom's solidarity with Jordan": a state that is named right behind it is another. */
static bool is_the_other(const actor_list *all, const actor_mention *m, wq_str state)
{
    enum { NEAR = 3 /* tokens */ };
    const actor_mention *next = m + 1;
    bool behind = next < all->v + all->n && next->first > m->last &&
                  next->first < m->last + NEAR && next->kind == ACTOR_STATE;
    return behind && str_eq(next->a.country, state);
}

/* "The kingdom": of those it can be the one that the text names most, or the outlet's. */
static void settle_state(np_parser *p, const actor_settings *how, const tally *t,
                         const actor_list *all, actor_mention *m)
{
    wq_str best = { NULL, 0 }, states = m->states;
    uint32_t most = 0;
    for (wq_str one; str_next(&states, '|', &one);)
        for (uint32_t i = 0; i < t->states; i++)
            if (str_eq(t->state[i], one) && t->n[i] > most && !is_the_other(all, m, one)) {
                best = t->state[i];
                most = t->n[i];
            }
    states = m->states;
    wq_str nation = best.p ? best : nation_of(p->lex, how->url);
    for (wq_str one; !best.p && str_next(&states, '|', &one);)
        if (str_eq(one, how->home) ||
            (str_eq(one, nation) && (!nation.p || has_media(p->lex, nation))))
            best = one;
    int64_t row = best.p ? lex_row_by_id(p->lex, LEX_COUNTRY, best) : -1;
    if (row < 0)
        return;
    m->a.country = best;
    m->a.id = lex_cell(p->lex, LEX_COUNTRY, (uint32_t)row, "id");
    m->a.name = lex_cell(p->lex, LEX_COUNTRY, (uint32_t)row, "name");
    m->sure = most ? SPEAKER_SURE : OUTLET_SURE;
}

/* "Tripoli (in the) north (of) Lebanon": a state right behind the town that may be another's, a direction between them. */
static const place_mention *state_behind(const lexicon *lex, const actor_scene *s,
                                         uint32_t k)
{
    const place_mention *town = &s->places->v[k], *state = town + 1;
    if (k + 1 == s->places->n || !town->homonym || (state->clitics & MORPH_WA) ||
        str_eq(state->country, town->country))
        return NULL;
    if (state->first == town->last)
        return state->rank == PLACE_REGION ? state : NULL;
    const morph_analysis *m = morph_as(&s->part->token[town->last], LEX_NOUN, -1);
    bool direction =
        state->first == town->last + 1 && m && !(m->clitics & MORPH_WA) &&
        str_eq(lex_cell(lex, LEX_NOUN, m->entry.row, "kind"), STR("direction"));
    return direction && state->rank == PLACE_COUNTRY ? state : NULL;
}

/* So said once, it goes for all towns of that name. */
static void count_placed(const lexicon *lex, const actor_scene *s, tally *t)
{
    enum { SAID = 50 };
    for (uint32_t k = 0; k < s->places->n; k++) {
        const place_mention *state = state_behind(lex, s, k);
        if (state)
            count(lex, state->country, SAID, t);
    }
}

/* A capital that turned out to be a town of another country is no government. */
static void follow_places(const lexicon *lex, const actor_scene *s)
{
    uint32_t i = 0;
    for (uint32_t k = 0; k < s->places->n; k++) {
        const place_mention *town = &s->places->v[k];
        while (i < s->actors->n && s->actors->v[i].first < town->first)
            i++;
        actor_mention *m = i < s->actors->n ? &s->actors->v[i] : NULL;
        int64_t row = lex_row_by_id(lex, LEX_COUNTRY, town->country);
        bool part = m && !str_eq(m->a.id, m->a.country); /* Zanzibar, Zinjibar */
        if (!m || !(town->homonym || part) || m->first != town->first || !m->place_like ||
            row < 0 || str_eq(m->a.country, town->country))
            continue;
        if (i > 0 && m[-1].kind == ACTOR_GROUP && m[-1].last + 1 == m->first &&
            str_eq(m[-1].a.country, m->a.country))
            m[-1].a.country = town->country; /* "protesters in Tripoli" */
        m->a.country = m->a.id = town->country;
        m->a.name = lex_cell(lex, LEX_COUNTRY, (uint32_t)row, "name");
        m->rule = "actor.town-of";
        m->sure = SPEAKER_SURE;
    }
}

/* Where the word "in" or "from" stands between people and the body that they are of: "members of (في) the Senate", "diplomats
 * working in the embassy".                                                                                              */
static bool leads_to_body(np_parser *p, uint32_t at, uint32_t body)
{
    while (at < body && np_word_kind(p, at, STR("np_works")))
        at++;
    return at + 1 == body &&
           (np_word_kind(p, at, STR("np_where")) || np_word_kind(p, at, STR("np_origin")));
}

static bool is_body_of_state(np_parser *p, const actor_mention *body)
{
    bool national = body->kind == ACTOR_ORG ||
                    (body->agent && np_agent_is(p, body->agent - 1, STR("body")));
    return national && !body->second && !body->country2.p && /* "of both sides" */
           is_national(p->lex, body->a.sector) && is_state(p->lex, body->a.country);
}

/* Of the state that the body behind them has turned out to be of. */
static void follow_bodies(np_parser *p, const actor_list *list)
{
    for (uint32_t i = 0; i + 1 < list->n; i++) {
        actor_mention *m = &list->v[i];
        const actor_mention *body = m + 1;
        bool unknown = m->kind == ACTOR_GROUP && m->agent && !m->a.country.p &&
                       !m->a.id.p && !m->owner.p;
        if (unknown && !(body->clitics & MORPH_WA) &&
            np_agent_is(p, m->agent - 1, STR("role")) &&
            leads_to_body(p, m->last, body->first) && is_body_of_state(p, body))
            give(p, body->a.country, "actor.of-its-body", body->sure, m);
    }
}

/* One of two sides, by the words it was named with. */
static wq_actor side_of_pair(const actor_mention *one, const actor_mention *m)
{
    wq_actor a = one->a;
    a.name = a.name.p ? a.name : a.text;
    a.text = m->a.text;
    a.span = m->a.span;
    return a;
}

/* "The two sides": what has been settled of them since. */
static void settle_pair(arena *a, const actor_list *list, actor_mention *m)
{
    if (!m->pair)
        return;
    wq_actor *second = ARENA_NEW(a, wq_actor);
    *second = side_of_pair(&list->v[m->pair], m);
    m->a = side_of_pair(&list->v[m->pair - 1], m);
    m->second = second;
}

static void name_bodies(const lexicon *lex, arena *a, const actor_scene *s)
{
    np_parser p = {
        .lex = lex, .mem = a, .part = s->part, .agents = np_agents_for(lex, a, s->part)
    };
    for (uint32_t i = 0; i < s->actors->n; i++)
        np_name_body(&p, &s->actors->v[i]);
}

wq_str actor_settle(const lexicon *lex, arena *a, const actor_settings *how,
                    const actor_scene scene[2])
{
    tally t = { .states = 0 }, people = { .states = 0 };
    for (int k = 0; k < 2; k++) {
        count_part(lex, &scene[k], &t);
        count_people(lex, &scene[k], &people);
    }
    tally placed = t;
    for (int k = 0; k < 2; k++)
        count_placed(lex, &scene[k], &placed);
    const place_countries about = { weight, &placed };
    for (int k = 0; k < 2; k++)
        place_settle(lex, a, scene[k].part, scene[k].places, &about);
    for (int k = 0; k < 2; k++)
        follow_places(lex, &scene[k]);
    for (int k = 0; k < 2; k++) {
        const text_part *part = scene[k].part;
        np_parser p = { .lex = lex,
                        .mem = a,
                        .part = part,
                        .day = how->day,
                        .agents = np_agents_for(lex, a, part) };
        uint32_t s = 0;
        for (uint32_t i = 0; i < scene[k].actors->n; i++) {
            actor_mention *m = &scene[k].actors->v[i];
            while (s + 1 < part->n_sentences && part->sentence[s].last <= m->first)
                s++;
            uint32_t from = s < part->n_sentences ? part->sentence[s].first : 0;
            wq_str joined = joined_state(&p, scene[k].actors, i);
            joined = joined.p ? joined : fronted_state(&p, scene[k].actors, i, from);
            if (m->pair)
                continue;
            if (m->states.n)
                settle_state(&p, how, &t, scene[k].actors, m);
            else if (!wants_state(lex, part, m))
                continue;
            else if (joined.p)
                give(&p, joined, "actor.joined", SPEAKER_SURE, m);
            else
                settle_one(&p, how, &t, speakers_state(&p, scene[k].actors, i, from),
                           dominant(&people), m);
        }
        follow_bodies(&p, scene[k].actors);
    }
    for (int k = 0; k < 2; k++)
        name_bodies(lex, a, &scene[k]);
    for (int k = 0; k < 2; k++)
        for (uint32_t i = 0; i < scene[k].actors->n; i++)
            settle_pair(a, scene[k].actors, &scene[k].actors->v[i]);
    return dominant(&t);
}

wq_str actor_home(const lexicon *lex, arena *a, wq_str outlet)
{
    uint32_t n;
    const lex_entry *e = outlet.n ? lex_find(lex, lex_key(a, outlet), &n) : NULL;
    for (uint32_t i = 0; e && i < n; i++)
        if (e[i].table == LEX_ACTOR &&
            str_eq(lex_cell(lex, LEX_ACTOR, e[i].row, "kind"), STR("media")) &&
            str_find(lex_cell(lex, LEX_ACTOR, e[i].row, "sectors"), STR("GOV")) >= 0)
            return np_known(lex_cell(lex, LEX_ACTOR, e[i].row, "country"));
    return (wq_str){ NULL, 0 };
}

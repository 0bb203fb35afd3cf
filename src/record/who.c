/* Do the participants of two mentions agree? */
#include "record/merge.h"

static const double FORBIDDEN = -1;

bool merge_maybe_same(const merge_party *a, const merge_party *b)
{
    bool same = a->surname.n && str_eq(a->surname, b->surname) && !str_eq(a->name, b->name);
    bool office = !a->role.n || !b->role.n || str_eq(a->role, b->role);
    return same && office && !(a->listed && b->listed);
}

static bool same_person(const merge_party *a, const merge_party *b)
{
    return str_eq(a->id, b->id) || merge_maybe_same(a, b);
}

static bool same_role(const merge_party *a, const merge_party *b)
{
    return a->role.n && str_eq(a->role, b->role);
}

static bool same_country(const merge_party *a, const merge_party *b)
{
    return a->country.n && str_eq(a->country, b->country);
}

/* Two that may be the same: 1 the same name, 0.8 an office and who may hold it, 0.5 the same words or country,
 * 0.3 the same country at different heights.                                                                     */
static double party_match(const merge_party *a, const merge_party *b)
{
    if (a->person && b->person)
        return same_person(a, b) ? (str_eq(a->id, b->id) ? 1 : 0.9) : FORBIDDEN;
    if (str_eq(a->id, b->id))
        return a->named ? 0.9 : 0.5;
    if (same_role(a, b))
        return a->named != b->named ? 0.8 : 0.6;
    return same_country(a, b) && (a->person || b->person) ? 0.5 : 0.3;
}

/* ---- all sides together: talks, where who visits whom is told from either end --------------------- */

static bool has_country(const merge_mention *m, wq_str country)
{
    for (int s = 0; s < MERGE_SIDES; s++)
        for (uint32_t i = 0; i < m->n_side[s]; i++)
            if (str_eq(m->side[s][i].country, country))
                return true;
    return false;
}

/* The best match of one party among those of its country; 0 where there is none. */
static double among(const merge_party *p, const merge_mention *m)
{
    double best = 0;
    bool forbidden = false;
    for (int s = 0; s < MERGE_SIDES; s++)
        for (uint32_t i = 0; i < m->n_side[s]; i++) {
            if (!same_country(p, &m->side[s][i]))
                continue;
            double x = party_match(p, &m->side[s][i]);
            forbidden = forbidden || x < 0;
            best = x > best ? x : best;
        }
    return forbidden && best < 0.9 ? FORBIDDEN : best;
}

/* The match of a country: its best-matching party. */
static double country_match(const merge_mention *a, const merge_mention *b, wq_str country)
{
    double best = 0;
    bool forbidden = false;
    for (int s = 0; s < MERGE_SIDES; s++)
        for (uint32_t i = 0; i < a->n_side[s]; i++) {
            if (!str_eq(a->side[s][i].country, country))
                continue;
            double x = among(&a->side[s][i], b);
            forbidden = forbidden || x < 0;
            best = x > best ? x : best;
        }
    return forbidden && best < 0.9 ? FORBIDDEN : best;
}

static bool seen_before(const merge_mention *m, int side, uint32_t at)
{
    for (int s = 0; s <= side; s++)
        for (uint32_t i = 0; i < (s == side ? at : m->n_side[s]); i++)
            if (str_eq(m->side[s][i].country, m->side[side][at].country))
                return true;
    return false;
}

/* The mean over the countries of `a`. */
static double together_one_way(const merge_mention *a, const merge_mention *b)
{
    double sum = 0;
    int n = 0;
    for (int s = 0; s < MERGE_SIDES; s++)
        for (uint32_t i = 0; i < a->n_side[s]; i++) {
            wq_str country = a->side[s][i].country;
            if (!country.n || seen_before(a, s, i))
                continue;
            double x = has_country(b, country) ? country_match(a, b, country) : 0.3;
            if (x < 0)
                return FORBIDDEN;
            sum += x;
            n++;
        }
    return n ? sum / n : 0.2;
}

static double together(const merge_mention *a, const merge_mention *b)
{
    double x = together_one_way(a, b), y = together_one_way(b, a);
    return x < 0 || y < 0 ? FORBIDDEN : (x < y ? x : y);
}

/* ---- side by side: who does it to whom ---------------------------------------------------------------- */

static bool is_anybody(const merge_party *p)
{
    return !p->country.n && !p->named;
}

/* Side `s` of `a` with side `t` of `b`. */
static double sides_match(const merge_mention *a, int s, const merge_mention *b, int t)
{
    if (!a->n_side[s] || !b->n_side[t])
        return a->n_side[s] == b->n_side[t] ? 0.6 : 0.4;
    double best = FORBIDDEN;
    bool unknown = false;
    for (uint32_t i = 0; i < a->n_side[s]; i++)
        for (uint32_t j = 0; j < b->n_side[t]; j++) {
            const merge_party *x = &a->side[s][i], *y = &b->side[t][j];
            if (is_anybody(x) && is_anybody(y))
                unknown =
                    unknown || a->force; /* "civilians", "people"; but he thanked others */
            else
                unknown = unknown || !x->country.n || !y->country.n;
            if (!same_country(x, y) && !str_eq(x->id, y->id))
                continue;
            double match = party_match(x, y);
            best = match > best ? match : best;
        }
    return best < 0 && unknown ? 0.2 : best;
}

static double side_match(const merge_mention *a, const merge_mention *b, int s)
{
    return sides_match(a, s, b, s);
}

static double directed(const merge_mention *a, const merge_mention *b)
{
    double x = side_match(a, b, 0), y = side_match(a, b, 1);
    return x < 0 || y < 0 ? FORBIDDEN : (x + y) / 2;
}

/* ---- talks: who visits whom is told from either end ------------------------------------------------------- */

static double both(double x, double y)
{
    return x < 0 || y < 0 ? FORBIDDEN : (x + y) / 2;
}

static bool is_of_one_country(const merge_mention *m)
{
    wq_str country = { NULL, 0 };
    for (int s = 0; s < MERGE_SIDES; s++)
        for (uint32_t i = 0; i < m->n_side[s]; i++) {
            wq_str c = m->side[s][i].country;
            if (c.n && country.n && !str_eq(c, country))
                return false;
            country = c.n ? c : country;
        }
    return true;
}

/* Parties of `a` that `b` names too. */
static uint32_t in_common(const merge_mention *a, const merge_mention *b)
{
    uint32_t n = 0;
    for (int s = 0; s < MERGE_SIDES; s++)
        for (uint32_t i = 0; i < a->n_side[s]; i++) {
            bool found = false;
            for (int t = 0; t < MERGE_SIDES && !found; t++)
                for (uint32_t k = 0; k < b->n_side[t] && !found; k++)
                    found = party_match(&a->side[s][i], &b->side[t][k]) >= 0.5 &&
                            (same_country(&a->side[s][i], &b->side[t][k]) ||
                             str_eq(a->side[s][i].id, b->side[t][k].id));
            n += found;
        }
    return n;
}

/* Whom a king receives at home on one day is of one event only where the guests are the same too. */
static double talks(const merge_mention *a, const merge_mention *b)
{
    double who;
    if (a->n_side[0] && a->n_side[1] && b->n_side[0] && b->n_side[1]) {
        double straight = both(sides_match(a, 0, b, 0), sides_match(a, 1, b, 1));
        double crossed = both(sides_match(a, 0, b, 1), sides_match(a, 1, b, 0));
        who = straight > crossed ? straight : crossed;
    } else {
        who = together(a, b);
    }
    bool thin = is_of_one_country(a) && is_of_one_country(b) && in_common(a, b) < 2;
    return thin && who > 0.3 ? 0.3 : who;
}

/* ---- force: who did it is what reports differ on -------------------------------------------------------- */

bool merge_sizes_agree(const merge_mention *a, const merge_mention *b)
{
    for (int i = 0; i < MERGE_SIZES; i++)
        if (a->size[i] && a->size[i] == b->size[i])
            return true;
    return false;
}

static bool same_mode(const merge_mention *a, const merge_mention *b)
{
    return a->mode.n && str_eq(a->mode, b->mode);
}

/* Another culprit is a disagreement where the rest leaves no doubt: the same town and day, and the same way or toll. */
static double other_culprit(const merge_mention *a, const merge_mention *b)
{
    bool where = a->specific && b->specific && merge_same_place(a, b);
    bool when = a->first == b->first && a->last == b->last && a->first == a->last;
    return where && when && (same_mode(a, b) || merge_sizes_agree(a, b)) ? 0.4 : FORBIDDEN;
}

/* Two bodies by name are two culprits; "warplanes" may be anybody's of their country. */
static bool may_be_same_culprit(const merge_party *a, const merge_party *b)
{
    return str_eq(a->id, b->id) || (same_country(a, b) && !(a->named && b->named));
}

static double culprit_match(const merge_mention *a, const merge_mention *b)
{
    bool unknown = false;
    if (!a->n_side[0] || !b->n_side[0])
        return side_match(a, b, 0);
    for (uint32_t i = 0; i < a->n_side[0]; i++)
        for (uint32_t k = 0; k < b->n_side[0]; k++) {
            const merge_party *x = &a->side[0][i], *y = &b->side[0][k];
            if (may_be_same_culprit(x, y))
                return str_eq(x->id, y->id) ? 1 : 0.7;
            unknown =
                unknown || (!x->country.n && !x->named) || (!y->country.n && !y->named);
        }
    return unknown ? 0.3 : FORBIDDEN;
}

static double force(const merge_mention *a, const merge_mention *b)
{
    double actor = culprit_match(a, b), recipient = side_match(a, b, 1);
    if (actor < 0)
        actor = other_culprit(a, b);
    if (actor < 0 || recipient < 0)
        return FORBIDDEN;
    double who = (actor + recipient) / 2 + (merge_sizes_agree(a, b) ? 0.3 : 0);
    return who > 1 ? 1 : who;
}

double merge_who(const merge_mention *a, const merge_mention *b)
{
    if (a->force)
        return force(a, b);
    return str_eq(a->type, STR("CONSULT")) ? talks(a, b) : directed(a, b);
}

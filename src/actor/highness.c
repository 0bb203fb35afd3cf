/* "سموه", "جلالته", "معاليه": whom an honorific with a pronoun means: him who has that title or an office it goes with. */
#include "actor/np.h"

enum { REACH = 300 }; /* how many mentions back */

/* The row of such a word, proclitics or not: "بسموه"; -1: it is none. */
static int64_t row_at(const np_parser *p, uint32_t at)
{
    const morph_word *w = p->part->token[at].morph;
    for (uint32_t i = 0; w && i < w->n; i++) {
        const lex_entry *e = &w->v[i].entry;
        if (e->table == LEX_FUNCTION && !(w->v[i].clitics & MORPH_PRONOUN) &&
            str_eq(lex_cell(p->lex, LEX_FUNCTION, e->row, "kind"), STR("np_his_highness")))
            return e->row;
    }
    return -1;
}

/* Is the office one of the row's, or of its kind ("minister" of all ministers)? */
static bool has_office(const actor_mention *m, wq_str ids)
{
    wq_str id;
    while (m->office.p && str_next(&ids, '|', &id)) {
        bool kind = m->office.n > id.n && str_ends(m->office, id) &&
                    m->office.p[m->office.n - id.n - 1] == '_';
        if (str_eq(m->office, id) || kind)
            return true;
    }
    return false;
}

/* Is he called so, by a title before his name, or by this same word? */
static bool has_title(np_parser *p, const actor_mention *m, int64_t row, wq_str ids)
{
    if (np_may_be(p, m->first, STR("np_his_highness")) && row_at(p, m->first) == row)
        return true;
    for (uint32_t i = m->first; i < m->last; i++) {
        np_unit u = np_unit_at(p, i);
        if (u.table == LEX_TITLE &&
            str_listed(ids, '|', lex_cell(p->lex, LEX_TITLE, u.row, "id")))
            return true;
        if (i >= m->name_first && m->name_last > m->name_first)
            break;
    }
    return false;
}

/* The mention of the word's own sentence that such a word made: "(received) His Highness": the next one is another. */
static const actor_mention *named_so_here(const np_parser *p)
{
    const actor_mention *m = p->list.n ? np_back(p, 0) : NULL;
    bool here = m && m->first >= p->sentence_first &&
                str_eq(str_of(m->rule), STR("actor.his-highness"));
    return here ? m : NULL;
}

static bool is_same(const actor_mention *a, const actor_mention *b)
{
    return str_eq(a->a.name, b->a.name) && str_eq(a->office, b->office) &&
           str_eq(a->a.country, b->a.country);
}

/* As an object the last one who fits; as the subject of a verb the first of the last sentence that has one: whom it was about. */
static const actor_mention *whom(np_parser *p, uint32_t at, int64_t row)
{
    wq_str ids = lex_cell(p->lex, LEX_FUNCTION, (uint32_t)row, "value");
    bool subject = at > 0 && morph_as(&p->part->token[at - 1], LEX_VERB, LEX_VERBFORM);
    const actor_mention *m, *found = NULL, *not_he = named_so_here(p);
    uint32_t from = 0;
    for (uint32_t i = 0; i < REACH && (m = np_back(p, i)) != NULL; i++) {
        if (found && m->first < from)
            break;
        if (!np_is_somebody(m) || m->plural || (not_he && is_same(m, not_he)) ||
            !(has_office(m, ids) || has_title(p, m, row, ids)))
            continue;
        if (!subject)
            return m;
        if (!found)
            from = np_sentence_of(p->part, m->first);
        found = m;
    }
    return found;
}

bool np_his_highness(np_parser *p, uint32_t at, actor_mention *out)
{
    int64_t row = row_at(p, at);
    const actor_mention *of = row < 0 ? NULL : whom(p, at, row);
    of = of ? of : np_last_somebody(p, false);
    if (!of)
        return false;
    *out = *of;
    out->first = out->name_first = out->name_last = at;
    out->last = at + 1;
    out->rule = "actor.his-highness";
    return true;
}

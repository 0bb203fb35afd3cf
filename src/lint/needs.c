/* The words and groups that the conditions of events name: a condition on a word that is nowhere never holds. */
#include "lint/rows.h"

enum { EVENT_NEEDS = 7, GROUP_MEMBERS = 2 };

static bool is_word(const lint *l, wq_str id)
{
    static const lex_table words[] = { LEX_VERB, LEX_NOUN, LEX_AGENT, LEX_FUNCTION,
                                       LEX_OFFICE };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (lint_find(l, words[i], id))
            return true;
    return false;
}

/* Sectors and countries are in capitals. */
static bool is_code(wq_str id)
{
    return id.p[0] >= 'A' && id.p[0] <= 'Z';
}

static bool is_known(const lint *l, wq_str id)
{
    if (id.n == 0 || str_eq(id, STR("*")))
        return true;
    if (id.p[0] == '@')
        return lint_find(l, LEX_GROUP, str_sub(id, 1, id.n)) != NULL;
    return is_code(id) || is_word(l, id) ||
           lint_find(l, LEX_ACTOR, id); /* "the coalition" of a country */
}

static void check_ids(lint *l, const lint_row *row, wq_str ids)
{
    for (wq_str id; ids.n && str_next(&ids, ',', &id);)
        if (!is_known(l, id))
            lint_report(l, row->file, row->line,
                        "no verb, noun, agent, office or group has the id \"%.*s\"",
                        STR_ARG(id));
}

static void check_conditions(lint *l, const lint_row *row)
{
    wq_str needs = row->cell[EVENT_NEEDS], one, cond, slots;
    while (needs.n && str_next(&needs, ';', &one))
        while (one.n && str_next(&one, ' ', &cond)) {
            if (cond.n && (cond.p[0] == '~' || cond.p[0] == '!'))
                cond = str_sub(cond, 1, cond.n);
            bool of_sector = str_find(cond, STR("=")) < 0;
            str_next(&cond, of_sector ? ':' : '=', &slots);
            if (cond.p && !str_eq(slots, STR("tied"))) /* names prepositions */
                check_ids(l, row, cond);
        }
}

void lint_check_needs(lint *l)
{
    const lint_rows *events = &l->table[LEX_EVENT], *groups = &l->table[LEX_GROUP];
    if (l->table[LEX_VERB].rows.n == 0)
        return; /* a folder by itself: nothing to compare with */
    for (uint32_t i = 0; i < events->rows.n; i++)
        if (events->rows.v[i].ours)
            check_conditions(l, &events->rows.v[i]);
    for (uint32_t i = 0; i < groups->rows.n; i++)
        if (groups->rows.v[i].ours)
            check_ids(l, &groups->rows.v[i], groups->rows.v[i].cell[GROUP_MEMBERS]);
}

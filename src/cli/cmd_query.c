/* waqai timeline, search, count, network, conflicts: questions that give rows. */
#include <stdlib.h>
#include <string.h>

#include "answer.h"

static wq_status ask_timeline(answer *w, wq_rows **out)
{
    return wq_timeline(w->record, &w->filter, out, &w->err);
}

int cmd_timeline(const args *a)
{
    return answer_command(a, ask_timeline);
}

static wq_status ask_conflicts(answer *w, wq_rows **out)
{
    return wq_conflicts(w->record, &w->filter, out, &w->err);
}

int cmd_conflicts(const args *a)
{
    return answer_command(a, ask_conflicts);
}

/* Operands are words; one with a blank in it, quoted for the shell, stays what it is: words too. */
static wq_status ask_search(answer *w, wq_rows **out)
{
    size_t n = 1;
    for (int i = 0; i < w->a->n_operands; i++)
        n += strlen(w->a->operands[i]) + 1;
    char *words = calloc(n, 1);
    if (!words) {
        snprintf(w->err.text, sizeof w->err.text, "out of memory");
        return WQ_E_NOMEM;
    }
    for (int i = 0; i < w->a->n_operands; i++) {
        strcat(words, i ? " " : "");
        strcat(words, w->a->operands[i]);
    }
    wq_status st = wq_search(w->record, words, &w->filter, out, &w->err);
    free(words);
    return st;
}

int cmd_search(const args *a)
{
    return answer_command(a, ask_search);
}

static wq_status ask_count(answer *w, wq_rows **out)
{
    const char *by = w->a->value[OPT_BY] ? w->a->value[OPT_BY] : "month";
    return wq_count(w->record, by, &w->filter, out, &w->err);
}

int cmd_count(const args *a)
{
    return answer_command(a, ask_count);
}

static wq_status ask_network(answer *w, wq_rows **out)
{
    wq_network_options how = { .nodes = w->a->given[OPT_NODES],
                               .level = w->a->value[OPT_LEVEL],
                               .by = w->a->value[OPT_BY] };
    return wq_network(w->record, &how, &w->filter, out, &w->err);
}

int cmd_network(const args *a)
{
    return answer_command(a, ask_network);
}

/* waqai lexicon: for who edits the tables. */
#include <string.h>

#include "cli.h"

static void write_text(FILE *out, const void *what)
{
    const wq_text *text = what;
    fwrite(text->p, 1, text->n, out);
}

static int check_folder(const char *dir, int alone)
{
    wq_text findings;
    uint32_t n;
    wq_error err;
    if (wq_lexicon_check(dir, alone, &findings, &n, &err) != WQ_OK)
        return complain("%s", err.text);
    int status = print_text(write_text, &findings);
    wq_text_free(&findings);
    if (n)
        return complain("%s: %u %s", dir, n, n == 1 ? "finding" : "findings");
    return status;
}

static int check(const args *a)
{
    int status = EXIT_FINE;
    if (a->n_operands < 2)
        return usage(a->command, "lexicon check needs DIR");
    for (int i = 1; i < a->n_operands; i++) {
        int one = check_folder(a->operands[i], a->given[OPT_ALONE]);
        status = one > status ? one : status;
    }
    return status;
}

int cmd_lexicon(const args *a)
{
    if (strcmp(a->operands[0], "check") == 0)
        return check(a);
    return usage(a->command, "lexicon does not know '%s', there are: %s", a->operands[0],
                 a->command->choices);
}

/* waqai lexicon: for who edits the tables. */
#include <string.h>

#include "cli.h"

static void write_text(FILE *out, const void *what)
{
    const wq_text *text = what;
    fwrite(text->p, 1, text->n, out);
}

static int check_folder(const char *dir, unsigned how)
{
    wq_text findings;
    uint32_t n;
    wq_error err;
    if (wq_lexicon_check(dir, how, &findings, &n, &err) != WQ_OK)
        return complain("%s", err.text);
    int status = print_text(write_text, &findings);
    wq_text_free(&findings);
    if (n)
        return complain("%s: %u %s", dir, n, n == 1 ? "finding" : "findings");
    return status;
}

static int check(const args *a)
{
    unsigned how = (a->given[OPT_ALONE] ? WQ_CHECK_ALONE : 0u) |
                   (a->given[OPT_GAPS] ? WQ_CHECK_GAPS : 0u);
    int status = EXIT_FINE;
    if (a->n_operands < 2)
        return usage(a->command, "lexicon check needs DIR");
    for (int i = 1; i < a->n_operands; i++) {
        int one = check_folder(a->operands[i], how);
        status = one > status ? one : status;
    }
    return status;
}

static int show_word(const wq_engine *engine, const char *word)
{
    wq_text text;
    wq_error err;
    if (wq_lexicon_show(engine, (wq_str){ word, strlen(word) }, &text, &err) != WQ_OK)
        return complain("%s: %s", word, err.text);
    int status = print_text(write_text, &text);
    wq_text_free(&text);
    return status;
}

static int show(const args *a)
{
    wq_engine *engine;
    wq_error err;
    int status = EXIT_FINE;
    if (a->n_operands < 2)
        return usage(a->command, "lexicon show needs WORD");
    if (wq_engine_new(&(wq_options){ .lexicon_dir = a->value[OPT_LEXICON] }, &engine,
                      &err) != WQ_OK)
        return complain("%s", err.text);
    for (int i = 1; i < a->n_operands; i++) {
        int one = show_word(engine, a->operands[i]);
        status = one > status ? one : status;
    }
    wq_engine_free(engine);
    return status;
}

int cmd_lexicon(const args *a)
{
    if (strcmp(a->operands[0], "check") == 0)
        return check(a);
    if (strcmp(a->operands[0], "show") == 0)
        return show(a);
    return usage(a->command, "lexicon does not know '%s', there are: %s", a->operands[0],
                 a->command->choices);
}

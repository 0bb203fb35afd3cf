/* waqai help, man, completion, --version: texts. */
#include <errno.h>
#include <string.h>

#include "cli.h"

int print_text(void (*write)(FILE *out, const void *what), const void *what)
{
    write(stdout, what);
    if (fflush(stdout) == 0 && !ferror(stdout))
        return EXIT_FINE;
    return errno == EPIPE ? EXIT_FAILED : complain("standard output: %s", strerror(errno));
}

static void write_help(FILE *out, const void *what)
{
    if (what)
        help_command(out, what);
    else
        help_program(out);
}

int show_help(const command *c)
{
    return print_text(write_help, c);
}

int cmd_help(const args *a)
{
    const command *c = a->n_operands ? find_command(a->operands[0]) : NULL;
    if (a->n_operands && !c)
        return usage(NULL, "no command '%s'", a->operands[0]);
    return show_help(c);
}

static void write_manual(FILE *out, const void *what)
{
    (void)what;
    help_manual(out);
}

int cmd_man(const args *a)
{
    (void)a;
    return print_text(write_manual, NULL);
}

static void write_completion(FILE *out, const void *what)
{
    if (strcmp(what, "bash") == 0)
        completion_bash(out);
    else if (strcmp(what, "zsh") == 0)
        completion_zsh(out);
    else
        completion_fish(out);
}

int cmd_completion(const args *a)
{
    const char *shell = a->operands[0];
    if (strcmp(shell, "bash") != 0 && strcmp(shell, "zsh") != 0 &&
        strcmp(shell, "fish") != 0)
        return usage(a->command, "no completion for '%s', there are: %s", shell,
                     a->command->choices);
    return print_text(write_completion, shell);
}

static void write_version(FILE *out, const void *what)
{
    const wq_engine *engine = what;
    fprintf(out, "waqai %s\nschema %s\nlexicon %s\n", wq_version(), wq_schema(),
            wq_lexicon_hash(engine));
}

int cmd_version(const args *a)
{
    wq_engine *engine;
    wq_error err;
    if (wq_engine_new(&(wq_options){ .lexicon_dir = a->value[OPT_LEXICON] }, &engine,
                      &err) != WQ_OK)
        return complain("%s", err.text);
    int status = print_text(write_version, engine);
    wq_engine_free(engine);
    return status;
}

/* Help and the manual page, from the table. */
#include <string.h>

#include "cli.h"

enum { WIDTH = 79, OPTION_COLUMN = 26 };

#define PURPOSE "coded events from Arabic news"

/* Words of `text` in lines of WIDTH, each indented; the first continues at column `at`. */
static void wrap(FILE *out, const char *text, int indent, int at)
{
    while (*text) {
        int n = (int)strcspn(text, " ");
        if (at > indent && at + 1 + n > WIDTH) {
            fputc('\n', out);
            at = 0;
        }
        if (at < indent)
            at += fprintf(out, "%*s", indent - at, "");
        else if (at > indent)
            at += fprintf(out, " ");
        at += fprintf(out, "%.*s", n, text);
        text += n;
        text += *text == ' ';
    }
    fputc('\n', out);
}

static void put_option(FILE *out, const command *c, const option *o)
{
    int at = o->letter ? fprintf(out, "  -%c, --%s", o->letter, o->name)
                       : fprintf(out, "      --%s", o->name);
    if (o->value)
        at += fprintf(out, " %s", o->value);
    at += fprintf(out, " ");
    if (at > OPTION_COLUMN) {
        fputc('\n', out);
        at = 0;
    }
    at += fprintf(out, "%*s", OPTION_COLUMN - at, "");
    char help[200];
    const char *choices = c ? option_choices(c, (option_id)(o - options)) : NULL;
    if (choices)
        snprintf(help, sizeof help, "%s: %s", o->help, choices);
    else
        snprintf(help, sizeof help, "%s", o->help);
    wrap(out, help, OPTION_COLUMN, at);
}

void help_command(FILE *out, const command *c)
{
    fprintf(out, "usage: waqai %s [options] %s\n\n", c->name, c->operands);
    wrap(out, c->text, 0, 0);
    fputs("\noptions:\n", out);
    for (int id = 0; id < OPTIONS; id++)
        if (takes_option(c, (option_id)id))
            put_option(out, c, &options[id]);
}

void help_program(FILE *out)
{
    fputs("waqai: " PURPOSE "\n\nusage: waqai COMMAND [options] ...\n\ncommands:\n", out);
    for (const command *c = commands; c->name; c++)
        fprintf(out, "  %-11s %s\n", c->name, c->summary);
    fputs("\noptions:\n", out);
    put_option(out, NULL, &options[OPT_HELP]);
    put_option(out, NULL, &options[OPT_VERSION]);
    fputs("\nwaqai COMMAND --help tells more about a command, waqai man all.\n", out);
}

/* ---- manual page ------------------------------------------------------------------------------- */

/* roff takes '-' for a hyphen, '\' for an escape and a '.' or ''' at the start for a request. */
static void roff(FILE *out, const char *text)
{
    if (*text == '.' || *text == '\'')
        fputs("\\&", out);
    for (; *text; text++) {
        if (*text == '-')
            fputs("\\-", out);
        else if (*text == '\\')
            fputs("\\e", out);
        else
            fputc(*text, out);
    }
}

static void roff_option(FILE *out, const option *o)
{
    fputs(".TP\n", out);
    if (o->letter)
        fprintf(out, "\\fB\\-%c\\fR, ", o->letter);
    fprintf(out, "\\fB\\-\\-%s\\fR", o->name);
    if (o->value)
        fprintf(out, " \\fI%s\\fR", o->value);
    fputc('\n', out);
    roff(out, o->help);
    fputs(".\n", out);
}

static void roff_command(FILE *out, const command *c)
{
    fprintf(out, ".SS \"waqai %s %s\"\n", c->name, c->operands);
    roff(out, c->text);
    fputs("\n.br\nOptions:", out);
    const char *comma = "";
    for (int id = 0; id < OPTIONS; id++) {
        if (!takes_option(c, (option_id)id))
            continue;
        fprintf(out, "%s \\fB\\-\\-%s\\fR", comma, options[id].name);
        if (id == OPT_FORMAT)
            fprintf(out, " (%s)", c->formats);
        comma = ",";
    }
    fputs(".\n", out);
}

static const char manual_end[] =
    ".SH OUTPUT\n"
    "Results come in the order of the inputs, however many are coded at a time, and in "
    "whole "
    "lines: a line of JSON is never cut short, also not when the program is interrupted or "
    "the disk "
    "is full. What an input made fail is told on standard error, and the others go on. On "
    "a "
    "terminal, work that takes longer shows how far it is and ends with a line that counts "
    "what was "
    "read, coded, skipped and failed; elsewhere that line comes with "
    "\\fB\\-\\-verbose\\fR.\n"
    ".PP\n"
    "SIGINT and SIGTERM end a run in order: documents being coded are finished and "
    "written.\n"
    ".SH EXIT STATUS\n"
    ".TP\n0\nall inputs were coded\n"
    ".TP\n1\nsome inputs failed, or the output could not be written; without a message "
    "where whoever read it "
    "closed it early, as head does\n"
    ".TP\n2\nwrong use\n"
    ".TP\n130, 143\nended by SIGINT, SIGTERM\n"
    ".SH ENVIRONMENT\n"
    ".TP\nNO_COLOR\nif set, messages have no colour\n"
    ".TP\nTERM\nif unset or \"dumb\", no progress is shown\n";

void help_manual(FILE *out)
{
    fprintf(out, ".TH WAQAI 1 \"\" \"waqai %s\" \"User Commands\"\n", wq_version());
    fputs(".SH NAME\nwaqai \\- " PURPOSE "\n.SH SYNOPSIS\n", out);
    for (const command *c = commands; c->name; c++)
        fprintf(out, ".B waqai %s\n[options] %s\n.br\n", c->name, c->operands);
    fputs(".SH DESCRIPTION\nWaqai reads saved Arabic news pages and writes the political "
          "events they "
          "tell of: who did what to whom, when, where, and who says so.\n.SH COMMANDS\n",
          out);
    for (const command *c = commands; c->name; c++)
        roff_command(out, c);
    fputs(".SH OPTIONS\n", out);
    for (int id = 0; id < OPTIONS; id++)
        roff_option(out, &options[id]);
    fputs(manual_end, out);
}

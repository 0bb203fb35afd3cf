/* The program: commands, options, and what several commands need.  It uses the public headers and nothing
 * else of the library, so it is also the longest example of its use.                           */
#ifndef WAQAI_CLI_H
#define WAQAI_CLI_H

#include <stdbool.h>
#include <stdio.h>

#include <waqai/waqai.h>

/* Exit status, also told in the manual page. */
enum { EXIT_FINE = 0, EXIT_FAILED = 1, EXIT_USAGE = 2, EXIT_SIGNAL = 128 };

/* ---- the table: help, manual page and completions are made from it ------------------------ */

typedef enum option_id {
    OPT_FORMAT,
    OPT_OUTPUT,
    OPT_PUBLISHED,
    OPT_LEXICON,
    OPT_JOBS,
    OPT_CASES,
    OPT_ALONE,
    OPT_GAPS,
    OPT_DB,
    OPT_NO_BODIES,
    OPT_ON,
    OPT_EXCEL,
    OPT_BETWEEN,
    OPT_ACTOR,
    OPT_TYPE,
    OPT_MODE,
    OPT_STATUS,
    OPT_SINCE,
    OPT_UNTIL,
    OPT_PLACE,
    OPT_SOURCE,
    OPT_MIN_REPORTS,
    OPT_MIN_CONFIDENCE,
    OPT_PANEL,
    OPT_LIMIT,
    OPT_BY,
    OPT_LEVEL,
    OPT_NODES,
    OPT_QUIET,
    OPT_VERBOSE,
    OPT_HELP,
    OPT_VERSION,
    OPTIONS
} option_id;

typedef enum value_kind {
    VALUE_NONE,
    VALUE_TEXT,
    VALUE_PAIR,   /* two words */
    VALUE_CHOICE, /* one of option.choices, or of command.formats */
    VALUE_FILE,
    VALUE_FOLDER
} value_kind;

typedef struct option {
    const char *name; /* without "--" */
    char letter;      /* or 0 */
    value_kind kind;
    const char *value; /* how help calls it */
    const char *help;
    const char *choices; /* of VALUE_CHOICE; NULL: the formats of the command */
} option;

#define OPTION_BIT(id) ((uint64_t)1 << (id))
_Static_assert(OPTIONS <= 64, "the options of a command are bits");

typedef struct args args;

typedef struct command {
    const char *name;
    const char *operands; /* as help shows them */
    const char *summary;  /* one line */
    const char *text;     /* a paragraph for its help and the manual page */
    uint64_t options;     /* OPTION_BIT(id) of each */
    const char *formats;  /* what --format takes, the default first: "jsonl table csv" */
    const char *choices;  /* what the operand may be, or NULL: files */
    int least, most;      /* operands; most < 0: any number */
    int (*run)(const args *a);
} command;

extern const option options[OPTIONS];
extern const command commands[]; /* ends with name == NULL */
const command *find_command(const char *name);
bool takes_option(const command *c, option_id id);
/* Words, parted by spaces, of which the value must be one; NULL: it is free. */
const char *option_choices(const command *c, option_id id);

/* ---- a command line read ---------------------------------------------------------------------- */

struct args {
    const command *command; /* NULL: none was named */
    const char *value[OPTIONS];
    const char *second[OPTIONS]; /* of a VALUE_PAIR */
    bool given[OPTIONS];
    char **operands;
    int n_operands;
    unsigned jobs;
};

/* Sorts operands to the front of argv.  False where the use is wrong; it has been said then. */
bool args_read(args *a, int argc, char **argv);
/* One line on standard error: what is wrong and where to read on.  Gives EXIT_USAGE. */
int usage(const command *c, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* "waqai: ..." on standard error.  Gives EXIT_FAILED. */
int complain(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* ---- texts made from the table ------------------------------------------------------------------- */

void help_program(FILE *out);
void help_command(FILE *out, const command *c);
void help_manual(FILE *out);
void completion_bash(FILE *out);
void completion_zsh(FILE *out);
void completion_fish(FILE *out);
/* Prints what `write` writes on standard output; EXIT_FAILED where that fails. */
int print_text(void (*write)(FILE *out, const void *what), const void *what);

/* ---- commands ---------------------------------------------------------------------------------------- */

int cmd_code(const args *a);
int cmd_annotate(const args *a);
int cmd_times(const args *a);
int cmd_calendar(const args *a);
int cmd_explain(const args *a);
int cmd_actors(const args *a);
int cmd_who(const args *a);
int cmd_lexicon(const args *a);
int cmd_import(const args *a);
int cmd_add(const args *a);
int cmd_correct(const args *a);
int cmd_info(const args *a);
int cmd_verify(const args *a);
int cmd_diff(const args *a);
int cmd_timeline(const args *a);
int cmd_show(const args *a);
int cmd_search(const args *a);
int cmd_count(const args *a);
int cmd_network(const args *a);
int cmd_conflicts(const args *a);
int cmd_export(const args *a);
int cmd_help(const args *a);
int show_help(const command *c); /* NULL: of the program */
int cmd_completion(const args *a);
int cmd_man(const args *a);
int cmd_version(const args *a);

#endif

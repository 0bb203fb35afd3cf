/* The command line, read by the table. */
#include <sched.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli.h"

enum { MOST_JOBS = 256, LONGEST_WORD = 32 };

/* ---- messages --------------------------------------------------------------------------- */

int complain(const char *format, ...)
{
    va_list ap;
    va_start(ap, format);
    fputs("waqai: ", stderr);
    vfprintf(stderr, format, ap);
    fputc('\n', stderr);
    va_end(ap);
    return EXIT_FAILED;
}

int usage(const command *c, const char *format, ...)
{
    va_list ap;
    va_start(ap, format);
    fputs("waqai: ", stderr);
    vfprintf(stderr, format, ap);
    fprintf(stderr, "; see waqai%s%s --help\n", c ? " " : "", c ? c->name : "");
    va_end(ap);
    return EXIT_USAGE;
}

/* ---- what was meant ------------------------------------------------------------------------ */

static int least(int a, int b)
{
    return a < b ? a : b;
}

/* Letters to insert, drop or change to make one word of the other. */
static int distance(const char *a, const char *b)
{
    int n = (int)strlen(b), row[LONGEST_WORD + 1];
    if (n > LONGEST_WORD)
        return LONGEST_WORD;
    for (int j = 0; j <= n; j++)
        row[j] = j;
    for (int i = 1; a[i - 1]; i++) {
        int diagonal = row[0];
        row[0] = i;
        for (int j = 1; j <= n; j++) {
            int change = diagonal + (a[i - 1] != b[j - 1]);
            diagonal = row[j];
            row[j] = least(change, least(row[j], row[j - 1]) + 1);
        }
    }
    return row[n];
}

static bool is_near(const char *word, const char *name)
{
    return strlen(name) > 2 && distance(word, name) <= 2;
}

static int unknown_command(const char *word)
{
    for (const command *c = commands; c->name; c++)
        if (is_near(word, c->name))
            return usage(NULL, "no command '%s' (did you mean %s?)", word, c->name);
    return usage(NULL, "no command '%s'", word);
}

static bool has(const command *c, option_id id)
{
    return c ? takes_option(c, id) : id == OPT_HELP || id == OPT_VERSION;
}

static bool unknown_option(const command *c, const char *word)
{
    for (int i = 0; i < OPTIONS; i++)
        if (has(c, (option_id)i) && is_near(word, options[i].name)) {
            usage(c, "no option '--%s' (did you mean --%s?)", word, options[i].name);
            return false;
        }
    usage(c, "no option '--%s'", word);
    return false;
}

/* ---- options --------------------------------------------------------------------------------- */

static bool is_choice(const char *choices, const char *word)
{
    size_t n = strlen(word);
    for (const char *p = choices; p && *p; p += strcspn(p, " "), p += *p == ' ')
        if (strcspn(p, " ") == n && memcmp(p, word, n) == 0)
            return true;
    return false;
}

static bool set_jobs(args *a, const char *value)
{
    char *end;
    long n = strtol(value, &end, 10);
    if (end == value || *end || n < 1 || n > MOST_JOBS) {
        usage(a->command, "--jobs takes a number from 1 to %d, not '%s'", MOST_JOBS, value);
        return false;
    }
    a->jobs = (unsigned)n;
    return true;
}

static bool is_date(const command *c, const char *value)
{
    wq_error err;
    wq_page *page;
    wq_status st = wq_page_new((wq_str){ "", 0 }, "", value, &page, &err);
    if (st == WQ_OK)
        wq_page_free(page);
    if (st == WQ_E_USE)
        usage(c, "--published takes a day such as 2020-09-05, not '%s'", value);
    return st != WQ_E_USE;
}

static bool set_option(args *a, option_id id, const char *value)
{
    a->given[id] = true;
    a->value[id] = value;
    if (id == OPT_JOBS)
        return set_jobs(a, value);
    if (id == OPT_PUBLISHED)
        return is_date(a->command, value);
    const char *choices = option_choices(a->command, id);
    if (choices && !is_choice(choices, value)) {
        usage(a->command, "no %s '%s', there are: %s", options[id].name, value, choices);
        return false;
    }
    return true;
}

/* The value of option `id`: `attached`, or the next word. */
static bool take_value(args *a, option_id id, const char *attached, char **argv, int *i)
{
    if (options[id].kind == VALUE_NONE && attached) {
        usage(a->command, "--%s takes no value", options[id].name);
        return false;
    }
    if (options[id].kind != VALUE_NONE && !attached && !(attached = argv[++*i])) {
        usage(a->command, "--%s needs a value (%s)", options[id].name, options[id].value);
        return false;
    }
    if (options[id].kind == VALUE_PAIR && !(a->second[id] = argv[++*i])) {
        usage(a->command, "--%s needs two values (%s)", options[id].name,
              options[id].value);
        return false;
    }
    return set_option(a, id, attached);
}

static bool long_option(args *a, const char *word, char **argv, int *i)
{
    size_t n = strcspn(word, "=");
    for (int id = 0; id < OPTIONS; id++)
        if (has(a->command, (option_id)id) && strlen(options[id].name) == n &&
            memcmp(options[id].name, word, n) == 0)
            return take_value(a, (option_id)id, word[n] ? word + n + 1 : NULL, argv, i);
    return unknown_option(a->command, word);
}

static int find_letter(const command *c, char letter)
{
    for (int id = 0; id < OPTIONS; id++)
        if (has(c, (option_id)id) && options[id].letter == letter)
            return id;
    return -1;
}

/* "-qv", "-j4", "-j 4". */
static bool letters(args *a, const char *word, char **argv, int *i)
{
    for (; *word; word++) {
        int id = find_letter(a->command, *word);
        if (id < 0) {
            usage(a->command, "no option '-%c'", *word);
            return false;
        }
        bool valued = options[id].kind != VALUE_NONE;
        if (!take_value(a, (option_id)id, valued && word[1] ? word + 1 : NULL, argv, i))
            return false;
        if (valued)
            return true;
    }
    return true;
}

/* ---- the whole ---------------------------------------------------------------------------------- */

static unsigned processors(void)
{
    cpu_set_t set;
    int n = sched_getaffinity(0, sizeof set, &set) == 0 ? CPU_COUNT(&set) : 1;
    return (unsigned)(n < 1 ? 1 : least(n, MOST_JOBS));
}

static bool check_operands(const args *a)
{
    const command *c = a->command;
    if (a->given[OPT_HELP])
        return true;
    if (a->n_operands < c->least)
        usage(c, "%s needs %s", c->name, c->operands);
    else if (c->most >= 0 && a->n_operands > c->most)
        usage(c, "%s: one '%s' too many", c->name, a->operands[c->most]);
    else
        return true;
    return false;
}

/* A first word that is no option names the command. */
static bool take_word(args *a, char *word)
{
    if (!a->command) {
        a->command = find_command(word);
        if (!a->command)
            unknown_command(word);
        return a->command != NULL;
    }
    a->operands[a->n_operands++] = word;
    return true;
}

bool args_read(args *a, int argc, char **argv)
{
    *a = (args){ .operands = argv, .jobs = processors() };
    bool plain = false; /* after "--" */
    for (int i = 1; i < argc; i++) {
        char *word = argv[i];
        bool ok;
        if (plain || word[0] != '-' || word[1] == '\0')
            ok = take_word(a, word);
        else if (strcmp(word, "--") == 0)
            ok = plain = true;
        else if (word[1] == '-')
            ok = long_option(a, word + 2, argv, &i);
        else
            ok = letters(a, word + 1, argv, &i);
        if (!ok)
            return false;
    }
    return !a->command || check_operands(a);
}

/* Completion scripts, from the table. */
#include <string.h>

#include "cli.h"

static void put_names(FILE *out, const char *separator)
{
    for (const command *c = commands; c->name; c++)
        fprintf(out, "%s%s", c == commands ? "" : separator, c->name);
}

static void put_options(FILE *out, const command *c)
{
    const char *space = "";
    for (int id = 0; id < OPTIONS; id++) {
        if (!takes_option(c, (option_id)id))
            continue;
        if (options[id].letter)
            fprintf(out, "%s-%c", space, options[id].letter), space = " ";
        fprintf(out, "%s--%s", space, options[id].name);
        space = " ";
    }
}

/* Words an operand of `c` may be; NULL: files. */
static void put_choices(FILE *out, const command *c)
{
    if (strcmp(c->choices, "COMMANDS") == 0)
        put_names(out, " ");
    else
        fputs(c->choices, out);
}

/* ---- bash ----------------------------------------------------------------------------------- */

static void bash_values(FILE *out)
{
    fputs("    case $prev in\n", out);
    for (int id = 0; id < OPTIONS; id++) {
        const option *o = &options[id];
        if (o->kind == VALUE_NONE)
            continue;
        fputs("    ", out);
        if (o->letter)
            fprintf(out, "-%c|", o->letter);
        fprintf(out, "--%s)", o->name);
        if (o->kind == VALUE_FILE)
            fputs(" COMPREPLY=($(compgen -f -- \"$cur\")) ;", out);
        else if (o->kind == VALUE_FOLDER)
            fputs(" COMPREPLY=($(compgen -d -- \"$cur\")) ;", out);
        else if (o->kind == VALUE_CHOICE)
            fprintf(out, " COMPREPLY=($(compgen -W \"%s\" -- \"$cur\")) ;",
                    o->choices ? o->choices : "$formats");
        fputs(" return ;;\n", out);
    }
    fputs("    esac\n", out);
}

static void bash_command(FILE *out, const command *c)
{
    fprintf(out, "    %s) options='", c->name);
    put_options(out, c);
    fprintf(out, "' formats='%s'", c->formats ? c->formats : "");
    if (c->choices) {
        fputs(" words='", out);
        put_choices(out, c);
        fputs("' files=0", out);
    }
    fputs(" ;;\n", out);
}

void completion_bash(FILE *out)
{
    fputs("# bash completion for waqai\n_waqai() {\n"
          "    local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]}\n"
          "    local options='' formats='' words='' files=1\n"
          "    if [ \"$COMP_CWORD\" -eq 1 ]; then\n        COMPREPLY=($(compgen -W '",
          out);
    put_names(out, " ");
    fputs(" --help --version' -- \"$cur\"))\n        return\n    fi\n    case "
          "${COMP_WORDS[1]} in\n",
          out);
    for (const command *c = commands; c->name; c++)
        bash_command(out, c);
    fputs("    esac\n", out);
    bash_values(out);
    fputs("    case $cur in\n"
          "    -*) COMPREPLY=($(compgen -W \"$options\" -- \"$cur\")) ;;\n"
          "    *) COMPREPLY=($(compgen -W \"$words\" -- \"$cur\"))\n"
          "       [ $files = 1 ] && COMPREPLY+=($(compgen -f -- \"$cur\")) ;;\n"
          "    esac\n}\ncomplete -o filenames -F _waqai waqai\n",
          out);
}

/* ---- zsh ------------------------------------------------------------------------------------- */

static void zsh_quoted(FILE *out, const char *text)
{
    for (; *text; text++) {
        if (strchr("[]:\\", *text))
            fputc('\\', out);
        fputc(*text, out);
    }
}

static void zsh_option(FILE *out, const command *c, const option *o)
{
    static const char *const actions[] = {
        [VALUE_NONE] = "",           [VALUE_TEXT] = ":%s: ",
        [VALUE_PAIR] = ":%s: :%s: ", [VALUE_CHOICE] = ":%s:",
        [VALUE_FILE] = ":%s:_files", [VALUE_FOLDER] = ":%s:_files -/"
    };
    for (int spelling = o->letter ? 0 : 1; spelling < 2; spelling++) {
        if (spelling == 0)
            fprintf(out, " \\\n            '-%c[", o->letter);
        else
            fprintf(out, " \\\n            '--%s%s[", o->name, o->value ? "=" : "");
        zsh_quoted(out, o->help);
        fputc(']', out);
        for (const char *p = actions[o->kind]; *p; p++) {
            if (p[0] == '%' && p[1] == 's')
                fputs(o->value, out), p++;
            else
                fputc(*p, out);
        }
        if (o->kind == VALUE_CHOICE)
            fprintf(out, "(%s)", option_choices(c, (option_id)(o - options)));
        fputc('\'', out);
    }
}

static void zsh_command(FILE *out, const command *c)
{
    fprintf(out, "    %s)\n        _arguments", c->name);
    for (int id = 0; id < OPTIONS; id++)
        if (takes_option(c, (option_id)id))
            zsh_option(out, c, &options[id]);
    fputs(" \\\n            '*::operand:", out);
    if (c->choices) {
        fputc('(', out);
        put_choices(out, c);
        fputc(')', out);
    } else {
        fputs("_files", out);
    }
    fputs("' ;;\n", out);
}

void completion_zsh(FILE *out)
{
    fputs("#compdef waqai\n_waqai() {\n    local -a commands=(\n", out);
    for (const command *c = commands; c->name; c++) {
        fprintf(out, "        '%s:", c->name);
        zsh_quoted(out, c->summary);
        fputs("'\n", out);
    }
    fputs("    )\n    if (( CURRENT == 2 )); then\n        _describe command commands\n    "
          "    return\n"
          "    fi\n    local command=$words[2]\n    shift words\n    (( CURRENT-- ))\n"
          "    case $command in\n",
          out);
    for (const command *c = commands; c->name; c++)
        zsh_command(out, c);
    fputs("    esac\n}\n[ \"$funcstack[1]\" = _waqai ] && _waqai \"$@\" || compdef _waqai "
          "waqai\n",
          out);
}

/* ---- fish -------------------------------------------------------------------------------------- */

static void fish_option(FILE *out, const command *c, const option *o)
{
    fprintf(out, "complete -c waqai -n '__fish_seen_subcommand_from %s' -l %s", c->name,
            o->name);
    if (o->letter)
        fprintf(out, " -s %c", o->letter);
    if (o->kind == VALUE_CHOICE)
        fprintf(out, " -x -a '%s'", option_choices(c, (option_id)(o - options)));
    else if (o->kind == VALUE_FILE)
        fputs(" -r -F", out);
    else if (o->kind == VALUE_FOLDER)
        fputs(" -x -a '(__fish_complete_directories)'", out);
    else if (o->kind == VALUE_TEXT || o->kind == VALUE_PAIR)
        fputs(" -x", out);
    fprintf(out, " -d '%s'\n", o->help);
}

void completion_fish(FILE *out)
{
    fputs("# fish completion for waqai\n", out);
    for (const command *c = commands; c->name; c++)
        fprintf(out, "complete -c waqai -n __fish_use_subcommand -f -a %s -d '%s'\n",
                c->name, c->summary);
    for (const command *c = commands; c->name; c++) {
        for (int id = 0; id < OPTIONS; id++)
            if (takes_option(c, (option_id)id))
                fish_option(out, c, &options[id]);
        if (!c->choices)
            continue;
        fprintf(out, "complete -c waqai -n '__fish_seen_subcommand_from %s' -f -a '",
                c->name);
        put_choices(out, c);
        fputs("'\n", out);
    }
}

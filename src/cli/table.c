/* The table of options and commands.  A new command is a row here and a file cmd_<verb>.c. */
#include <string.h>

#include "cli.h"

const option options[OPTIONS] = {
    [OPT_FORMAT] = { "format", 'f', VALUE_CHOICE, "FORMAT", "how to write what was found" },
    [OPT_OUTPUT] = { "output", 'o', VALUE_FILE, "FILE",
                     "write to FILE instead of standard output" },
    [OPT_PUBLISHED] = { "published", 'p', VALUE_TEXT, "DATE",
                        "day of publication (YYYY-MM-DD) of pages that do not tell "
                        "theirs" },
    [OPT_LEXICON] = { "lexicon", 'l', VALUE_FOLDER, "DIR",
                      "lay the tables in DIR over the built-in lexicon" },
    [OPT_JOBS] = { "jobs", 'j', VALUE_TEXT, "N",
                   "documents coded at a time (as many as processors)" },
    [OPT_CASES] = { "cases", 0, VALUE_NONE, NULL,
                    "the events alone, in the notation of the tests" },
    [OPT_ALONE] = { "alone", 0, VALUE_NONE, NULL,
                    "check: DIR is a whole lexicon, not laid over the built-in one" },
    [OPT_DB] = { "db", 'd', VALUE_FILE, "FILE",
                 "the record ($WAQAI_DB, or waqai.db in the folder at hand)" },
    [OPT_NO_BODIES] = { "no-bodies", 0, VALUE_NONE, NULL,
                        "keep spans and facts, but no article texts" },
    [OPT_ON] = { "on", 0, VALUE_TEXT, "DATE",
                 "what was held on that day (YYYY-MM-DD), and no other" },
    [OPT_QUIET] = { "quiet", 'q', VALUE_NONE, NULL, "say nothing of inputs that fail" },
    [OPT_VERBOSE] = { "verbose", 'v', VALUE_NONE, NULL,
                      "say at the end what was read, skipped, failed" },
    [OPT_HELP] = { "help", 'h', VALUE_NONE, NULL, "show help" },
    [OPT_VERSION] = { "version", 'V', VALUE_NONE, NULL,
                      "show the versions of program, schema and lexicon" },
};

#define BIT OPTION_BIT
#define READING                                                                \
    (BIT(OPT_OUTPUT) | BIT(OPT_PUBLISHED) | BIT(OPT_LEXICON) | BIT(OPT_JOBS) | \
     BIT(OPT_QUIET) | BIT(OPT_VERBOSE) | BIT(OPT_HELP))

#define INPUTS                                                                             \
    "FILE is a page (HTML or text), JSON Lines, an RSS or Atom feed, a WARC, any of them " \
    "gzipped, "                                                                            \
    "a folder of these, or - for standard input; what it holds is told from its content."

const command commands[] = {
    { "code", "FILE...", "code the events in pages, one line each",
      "Reads each FILE and writes the events found, with actors, place, date, status, "
      "source and "
      "evidence. " INPUTS " On a terminal the default is a table.",
      READING | BIT(OPT_FORMAT), "jsonl table csv", NULL, 0, -1, cmd_code },
    { "annotate", "FILE...", "annotate documents, one line of JSON each",
      "Reads each FILE and writes every document with its text, title, date of "
      "publication, events, "
      "times and quotations. " INPUTS,
      READING, NULL, NULL, 0, -1, cmd_annotate },
    { "times", "FILE...", "find the time expressions in pages",
      "Reads each FILE and writes its dates, times, durations and sets as TIMEX3: type, "
      "value, modifier, first and last day, the rule that read them, and what in the text "
      "contradicts them. jsonl has a line for each, timeml an element TimeML for each "
      "document, with its text. " INPUTS " On a terminal the default is a table.",
      READING | BIT(OPT_FORMAT), "jsonl timeml table", NULL, 0, -1, cmd_times },
    { "calendar", "DATE...", "convert a day between calendars",
      "Takes a day of the Gregorian, the Hijri (Umm al-Qura) or the Persian solar "
      "calendar, in "
      "figures (2015-07-07, 1436-09-20, 1394-04-16 SH) or in Arabic words, and prints it "
      "in "
      "all three, with its week. Figures with a year from 1300 to 1500 are Hijri unless "
      "SH stands behind them. Hijri dates of other countries may differ by one day.",
      BIT(OPT_LEXICON) | BIT(OPT_HELP), NULL, "", 1, -1, cmd_calendar },
    { "explain", "SENTENCE|FILE...", "show how a sentence or a page was understood",
      "Prints what each stage made of the text: tokens, times, actors, clauses, and for "
      "every event "
      "the words, rows and rules behind it. An operand that names no file is taken as the "
      "text "
      "itself; - is standard input.",
      READING | BIT(OPT_CASES), NULL, NULL, 0, -1, cmd_explain },
    { "add", "FILE...", "code pages into a record",
      "Codes each FILE and adds what it says to the record, one SQLite file, which is made "
      "where there is none. Pages that the record knows are passed over, so a run that was "
      "broken off is gone on with by running it again. " INPUTS,
      (READING & ~BIT(OPT_OUTPUT)) | BIT(OPT_DB) | BIT(OPT_NO_BODIES), NULL, NULL, 0, -1,
      cmd_add },
    { "actors", "FILE...", "list who appears in pages",
      "Reads each FILE and writes a row for each person, office, state, organisation and "
      "group in it: id, name, country, sectors, role, how often, and where first. " INPUTS,
      READING | BIT(OPT_FORMAT), "jsonl table csv", NULL, 0, -1, cmd_actors },
    { "who", "NAME", "who somebody is, and which offices were theirs",
      "NAME is a name in any spelling the lexicon has, an id, a surname in Latin letters, "
      "or "
      "an office with its country. Without --on it lists every tenure.",
      BIT(OPT_FORMAT) | BIT(OPT_ON) | BIT(OPT_LEXICON) | BIT(OPT_HELP),
      "jsonl table records json csv tsv", NULL, 1, 1, cmd_who },
    { "lexicon", "check DIR", "check tables of words, names and offices",
      "check reads the tables in DIR, as --lexicon would lay them over the built-in "
      "lexicon, and lists all that is wrong in them, each with file and line; the exit "
      "status is 1 where there is anything.",
      BIT(OPT_ALONE) | BIT(OPT_HELP), NULL, "check", 1, -1, cmd_lexicon },
    { "import", "FILE DIR", "turn another list of people into lexicon rows",
      "Reads a SPARQL result of Wikidata in JSON (docs/import.md has the query) or a dated "
      "actor "
      "file of PETRARCH, and writes DIR/actor/NAME.tsv and DIR/office/NAME.tsv for "
      "--lexicon. "
      "People the lexicon knows keep their rows and get their tenures; who has no Arabic "
      "name, "
      "and what office has no row, stands there as a comment to be completed.",
      BIT(OPT_FORMAT) | BIT(OPT_LEXICON) | BIT(OPT_QUIET) | BIT(OPT_HELP),
      "wikidata petrarch", NULL, 2, 2, cmd_import },
    { "help", "[COMMAND]", "show help for the program or a command",
      "Without COMMAND it lists the commands.", BIT(OPT_HELP), NULL, "COMMANDS", 0, 1,
      cmd_help },
    { "completion", "bash|zsh|fish", "print a completion script for a shell",
      "For example: waqai completion bash > "
      "~/.local/share/bash-completion/completions/waqai",
      BIT(OPT_HELP), NULL, "bash zsh fish", 1, 1, cmd_completion },
    { "man", "", "print the manual page", "To read it: waqai man | man -l -", BIT(OPT_HELP),
      NULL, "", 0, 0, cmd_man },
    { 0 },
};

bool takes_option(const command *c, option_id id)
{
    return (c->options & OPTION_BIT(id)) != 0;
}

const char *option_choices(const command *c, option_id id)
{
    return options[id].kind != VALUE_CHOICE ? NULL
           : options[id].choices            ? options[id].choices
                                            : c->formats;
}

const command *find_command(const char *name)
{
    for (const command *c = commands; c->name; c++)
        if (strcmp(c->name, name) == 0)
            return c;
    return NULL;
}

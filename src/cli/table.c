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
    [OPT_GAPS] = { "gaps", 0, VALUE_NONE, NULL,
                   "check: also list spans of months in which nobody is known to have held "
                   "an office" },
    [OPT_DB] = { "db", 'd', VALUE_FILE, "FILE",
                 "the record ($WAQAI_DB, or waqai.db in the folder at hand)" },
    [OPT_NO_BODIES] = { "no-bodies", 0, VALUE_NONE, NULL,
                        "keep spans and facts, but no article texts" },
    [OPT_ON] = { "on", 0, VALUE_TEXT, "DATE",
                 "what was held on that day (YYYY-MM-DD), and no other" },
    [OPT_EXCEL] = { "excel", 0, VALUE_NONE, NULL,
                    "CSV as spreadsheets take it: byte order mark, CRLF, no formulas" },
    [OPT_BETWEEN] = { "between", 0, VALUE_PAIR, "WHO WHO",
                      "events in which one acts and the other takes part; WHO is a country "
                      "(RUS), an id, or a name as the press writes it" },
    [OPT_ACTOR] = { "actor", 'a', VALUE_TEXT, "WHO", "events in which WHO takes part" },
    [OPT_TYPE] = { "type", 't', VALUE_TEXT, "TYPE,...", "events of these PLOVER types" },
    [OPT_MODE] = { "mode", 0, VALUE_TEXT, "MODE,...", "events of these modes" },
    [OPT_STATUS] = { "status", 0, VALUE_TEXT, "STATUS,...",
                     "occurred, ongoing, planned, proposed, denied, hypothetical" },
    [OPT_SINCE] = { "since", 0, VALUE_TEXT, "DATE",
                    "events of that year, month or day (2020, 2020-09, 2020-09-05) and "
                    "later" },
    [OPT_UNTIL] = { "until", 0, VALUE_TEXT, "DATE", "and earlier" },
    [OPT_PLACE] = { "place", 0, VALUE_TEXT, "PLACE",
                    "events there: a country (SYR), a GeoNames id, or a name" },
    [OPT_SOURCE] = { "source", 0, VALUE_TEXT, "WHO",
                     "events that this outlet reports, or that WHO is quoted for" },
    [OPT_MIN_REPORTS] = { "min-reports", 0, VALUE_TEXT, "N",
                          "events with as many reports that copy no other" },
    [OPT_MIN_CONFIDENCE] = { "min-confidence", 0, VALUE_TEXT, "X",
                             "events as sure as that, 0 to 1" },
    [OPT_PANEL] = { "panel", 0, VALUE_NONE, NULL,
                    "only outlets that were read in every month of the time asked for" },
    [OPT_LIMIT] = { "limit", 'n', VALUE_TEXT, "N", "no more than N rows" },
    [OPT_BY] = { "by", 'b', VALUE_TEXT, "WHAT,...", "what to tell apart" },
    [OPT_LEVEL] = { "level", 0, VALUE_CHOICE, "LEVEL", "what a node is", "country actor" },
    [OPT_NODES] = { "nodes", 0, VALUE_NONE, NULL, "the nodes instead of the edges" },
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

#define FILTER                                                                             \
    (BIT(OPT_BETWEEN) | BIT(OPT_ACTOR) | BIT(OPT_TYPE) | BIT(OPT_MODE) | BIT(OPT_STATUS) | \
     BIT(OPT_SINCE) | BIT(OPT_UNTIL) | BIT(OPT_PLACE) | BIT(OPT_SOURCE) |                  \
     BIT(OPT_MIN_REPORTS) | BIT(OPT_MIN_CONFIDENCE) | BIT(OPT_PANEL) | BIT(OPT_LIMIT))
#define ANSWER                                                                           \
    (BIT(OPT_DB) | BIT(OPT_FORMAT) | BIT(OPT_EXCEL) | BIT(OPT_OUTPUT) | BIT(OPT_QUIET) | \
     BIT(OPT_HELP))
#define ROWS "jsonl table json csv tsv"

#define INPUTS                                                                             \
    "FILE is a page (HTML or text), JSON Lines, an RSS or Atom feed, a WARC, any of them " \
    "gzipped, "                                                                            \
    "a folder of these, or - for standard input; what it holds is told from its content."

const command commands[] = {
    { "code", "FILE...", "code the events in pages, one line each",
      "Reads each FILE and writes the events found, with actors, place, date, status, "
      "source and "
      "evidence. " INPUTS " On a terminal the default is a table.",
      READING | BIT(OPT_FORMAT) | BIT(OPT_EXCEL), ROWS, NULL, 0, -1, cmd_code },
    { "annotate", "FILE...", "annotate documents, one line of JSON each",
      "Reads each FILE and writes every document with its text, title, date of "
      "publication, events, "
      "times and quotations. " INPUTS,
      READING, NULL, NULL, 0, -1, cmd_annotate },
    { "times", "FILE...", "find the time expressions in pages",
      "Reads each FILE and writes its dates, times, durations and sets as TIMEX3: type, "
      "value, modifier, first and last day, the rule that read them, and what in the text "
      "contradicts them. jsonl, csv and tsv have a line for each, timeml an element TimeML "
      "for each "
      "document, with its text. " INPUTS " On a terminal the default is a table.",
      READING | BIT(OPT_FORMAT) | BIT(OPT_EXCEL), ROWS " timeml", NULL, 0, -1, cmd_times },
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
      READING | BIT(OPT_FORMAT) | BIT(OPT_EXCEL), ROWS, NULL, 0, -1, cmd_actors },
    { "who", "NAME", "who somebody is, and which offices were theirs",
      "NAME is a name in any spelling the lexicon has, an id, a surname in Latin letters, "
      "or "
      "an office with its country. Without --on it lists every tenure. A table ends with "
      "the "
      "first events of a record in which NAME takes part, where there is one.",
      BIT(OPT_FORMAT) | BIT(OPT_ON) | BIT(OPT_DB) | BIT(OPT_LEXICON) | BIT(OPT_HELP),
      "jsonl table records json csv tsv", NULL, 1, 1, cmd_who },
    { "timeline", "", "list the events of a record by day",
      "Lists what happened: when (~ before the day of the first report, where no other is "
      "known), type, status, who to whom, where, in how many reports, and a sentence of "
      "the "
      "first. On a terminal the default is a table.",
      ANSWER | FILTER, ROWS, "", 0, 0, cmd_timeline },
    { "show", "EVENT", "show all that a record knows of an event",
      "EVENT is an id as timeline prints it, or the beginning of one. Shown are who took "
      "part, what became of it, who is quoted for it, where reports disagree, and every "
      "mention with its sentence and the rows and rules that read it. csv and tsv have the "
      "mentions alone.",
      ANSWER, ROWS, "", 1, 1, cmd_show },
    { "search", "WORD...", "find articles and sentences in a record",
      "Finds the articles with all words, in whatever spelling of alef, yeh and teh "
      "marbuta, with marks or without, also behind conjunctions, prepositions and the "
      "article, best first, each with its best sentence. WORD* stands for all words that "
      "begin so; words in double quotes are found as they are written. --since and --until "
      "are about the day of publication; filters about events find articles that tell of "
      "such an event.",
      ANSWER | FILTER, ROWS, "", 1, -1, cmd_search },
    { "count", "", "count the events of a record",
      "Counts events, reports and independent reports, with the number of articles read in "
      "the same time and from the same outlet. --by takes day month year type mode quad "
      "status dyad actor recipient place source, several parted by commas; without it "
      "events are counted by month.",
      ANSWER | FILTER | BIT(OPT_BY), ROWS, "", 0, 0, cmd_count },
    { "network", "", "list who acts on whom in a record",
      "Lists edges with their numbers of events and reports; --nodes lists the nodes. --by "
      "takes day month year type quad, several parted by commas.",
      ANSWER | FILTER | BIT(OPT_BY) | BIT(OPT_LEVEL) | BIT(OPT_NODES), ROWS, "", 0, 0,
      cmd_network },
    { "conflicts", "", "list where reports of a record contradict each other",
      "Lists, for every event whose reports differ in its day, its place, a name, a number "
      "or "
      "who did it, the values and how many reports give them.",
      ANSWER | FILTER, ROWS, "", 0, 0, cmd_conflicts },
    { "export", "", "write a record in the format of another program",
      "Writes the events of a record as JSON Lines or CSV, or as other programs load them: "
      "POLECAT, GDELT (events and mentions), ICEWS, PETRARCH and PLOVER for those who work "
      "with event data, FollowTheMoney, GEXF for Gephi, TimelineJS, iCalendar, GeoJSON, "
      "Web "
      "Annotations, Label Studio. docs/export.md tells what each of them can't hold.",
      ANSWER | FILTER,
      "jsonl csv polecat gdelt gdelt-mentions icews petrarch plover ftm gexf timelinejs "
      "ical "
      "geojson webanno labelstudio",
      "", 0, 0, cmd_export },
    { "correct", "[FILE]", "lay corrections over a record, or print them",
      "FILE holds all corrections of the record, one per line: merge, split, recode, "
      "reject, "
      "rename, by event or actor (docs/record.md); - is standard input. They are kept "
      "apart "
      "from what the program says and hold for documents added later. A wrong line is "
      "named "
      "and changes nothing. Without FILE the corrections are printed in the same form.",
      BIT(OPT_DB) | BIT(OPT_HELP), NULL, NULL, 0, 1, cmd_correct },
    { "info", "", "tell what a record holds",
      "Prints how many documents, mentions, events, actors and outlets the record holds, "
      "from "
      "which days, and by which lexicon it was last added to.",
      BIT(OPT_DB) | BIT(OPT_HELP), NULL, "", 0, 0, cmd_info },
    { "verify", "", "check a record",
      "Reads every hash, span and reference of the record again and lists what does not "
      "hold; the exit status is 1 where there is anything.",
      BIT(OPT_DB) | BIT(OPT_QUIET) | BIT(OPT_HELP), NULL, NULL, 0, 0, cmd_verify },
    { "diff", "A.db B.db", "compare two records",
      "Lists what is in A only (-), in B only (+) or not the same (~): documents, "
      "mentions, "
      "events with their dates, places, participants and histories. The order in which "
      "documents were added makes no difference. The exit status is 1 where there is any.",
      BIT(OPT_QUIET) | BIT(OPT_HELP), NULL, NULL, 2, 2, cmd_diff },
    { "lexicon", "check DIR... | show WORD...",
      "check tables of words, names and offices; look a word up",
      "check reads the tables in DIR, as --lexicon would lay them over the built-in "
      "lexicon, and lists all that is wrong in them, each with file and line; the exit "
      "status is 1 where there is anything. show prints every analysis of a word or "
      "phrase, the likeliest first: part of speech, features, clitics, file and line of "
      "the row it comes from, id, lemma and stem, with tabs between.",
      BIT(OPT_ALONE) | BIT(OPT_GAPS) | BIT(OPT_LEXICON) | BIT(OPT_HELP), NULL, "check show",
      1, -1, cmd_lexicon },
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

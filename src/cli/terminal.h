/* Standard error as a terminal: a line that tells how far the work is. */
#ifndef WAQAI_TERMINAL_H
#define WAQAI_TERMINAL_H

#include <stdbool.h>
#include <stdint.h>

typedef struct terminal {
    bool live; /* the line may be drawn and wiped */
    bool colour;
    bool shared; /* standard output is a terminal too: wipe before writing there */
    bool drawn;  /* the line stands there now */
    bool ever;   /* it has been drawn: the run was a long one */
    double start, last;
} terminal;

typedef struct progress {
    uint64_t documents, done, total; /* bytes; total 0: not known */
} progress;

double seconds_now(void); /* monotonic */
/* Looks at the environment: TERM, NO_COLOR.  `quiet`: never a line. */
void terminal_init(terminal *t, bool quiet);
/* Draws the line, if the work is long enough and the last drawing old enough. */
void terminal_draw(terminal *t, const progress *p);
void terminal_wipe(terminal *t);
/* A message of its own line, "waqai: ...", above the progress. */
void terminal_say(terminal *t, const char *text);

#endif

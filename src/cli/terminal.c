#include "terminal.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <time.h>
#include <unistd.h>

static const double first_after = 0.5, between = 0.1;

double seconds_now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

void terminal_init(terminal *t, bool quiet)
{
    const char *term = getenv("TERM"), *no_colour = getenv("NO_COLOR");
    bool able = isatty(STDERR_FILENO) && term && *term && strcmp(term, "dumb") != 0;
    *t = (terminal){ .live = able && !quiet,
                     .colour = able && !(no_colour && *no_colour),
                     .shared = isatty(STDOUT_FILENO),
                     .start = seconds_now() };
}

static int columns(void)
{
    struct winsize w;
    int n = ioctl(STDERR_FILENO, TIOCGWINSZ, &w) == 0 ? w.ws_col : 0;
    return n > 0 ? n : 80;
}

static void put_left(char *out, size_t n, double seconds)
{
    unsigned long s = (unsigned long)(seconds + 0.5);
    if (s >= 3600)
        snprintf(out, n, "%lu:%02lu:%02lu left", s / 3600, s / 60 % 60, s % 60);
    else
        snprintf(out, n, "%lu:%02lu left", s / 60, s % 60);
}

/* "[######------]  38 %  0:42 left", or nothing where the end is not known. */
static void put_bar(char *out, size_t n, const progress *p, double elapsed)
{
    enum { CELLS = 20 };
    out[0] = '\0';
    if (!p->total || !p->done)
        return;
    double share = p->done < p->total ? (double)p->done / (double)p->total : 1;
    char bar[CELLS + 1], left[40];
    for (int i = 0; i < CELLS; i++)
        bar[i] = i < (int)(share * CELLS) ? '#' : '-';
    bar[CELLS] = '\0';
    put_left(left, sizeof left, elapsed * (1 - share) / share);
    snprintf(out, n, "[%s] %3d %%  %s  ", bar, (int)(share * 100), left);
}

void terminal_draw(terminal *t, const progress *p)
{
    double now = seconds_now();
    if (!t->live || now - t->start < first_after || now - t->last < between)
        return;
    char bar[96], line[256];
    double elapsed = now - t->start, megabytes = (double)p->done / 1e6;
    put_bar(bar, sizeof bar, p, elapsed);
    snprintf(line, sizeof line, "%s%llu documents  %.1f MB  %.1f MB/s", bar,
             (unsigned long long)p->documents, megabytes, megabytes / elapsed);
    fprintf(stderr, "\r%.*s\033[K", columns() - 1, line);
    t->drawn = t->ever = true;
    t->last = now;
}

void terminal_wipe(terminal *t)
{
    if (t->drawn)
        fputs("\r\033[K", stderr);
    t->drawn = false;
}

void terminal_say(terminal *t, const char *text)
{
    terminal_wipe(t);
    if (t->colour)
        fprintf(stderr, "\033[31mwaqai:\033[0m %s\n", text);
    else
        fprintf(stderr, "waqai: %s\n", text);
}

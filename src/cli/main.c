/* waqai: the program. */
#include <fcntl.h>
#include <malloc.h>
#include <signal.h>
#include <sqlite3.h>
#include <unistd.h>

#include "cli.h"

/* A file opened later must not become standard output by accident; writing there shall fail. */
static void fill_standard_streams(void)
{
    for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
        if (fcntl(fd, F_GETFD) < 0 &&
            open("/dev/null", fd == STDERR_FILENO ? O_WRONLY : O_RDONLY) < 0)
            return;
}

/* An article takes about a megabyte and leaves it soon: what is freed is kept for the next one, not given back to the
 * system, which would have to clear it again.                                                                      */
static void keep_freed_memory(void)
{
    mallopt(M_MMAP_THRESHOLD, 16 * 1024 * 1024);
    mallopt(M_TRIM_THRESHOLD, 64 * 1024 * 1024);
}

/* Nobody asks SQLite how much memory it has in use, and counting takes a lock at every allocation. */
static void count_no_memory(void)
{
    sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

int main(int argc, char **argv)
{
    args a;
    fill_standard_streams();
    keep_freed_memory();
    count_no_memory();
    signal(SIGPIPE, SIG_IGN);
    if (!args_read(&a, argc, argv))
        return EXIT_USAGE;
    if (a.given[OPT_VERSION])
        return cmd_version(&a);
    if (a.given[OPT_HELP])
        return show_help(a.command);
    if (!a.command) {
        help_program(stderr);
        return EXIT_USAGE;
    }
    return a.command->run(&a);
}

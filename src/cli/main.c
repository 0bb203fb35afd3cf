/* waqai: the program. */
#include <fcntl.h>
#include <signal.h>
#include <sqlite3.h>
#include <unistd.h>

#include "cli.h"
#include "memory.h"

/* A file opened later must not become standard output by accident; writing there shall fail. */
static void fill_standard_streams(void)
{
    for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
        if (fcntl(fd, F_GETFD) < 0 &&
            open("/dev/null", fd == STDERR_FILENO ? O_WRONLY : O_RDONLY) < 0)
            return;
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
    memory_keep();
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

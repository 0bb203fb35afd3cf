/* Replays a corpus through a fuzz target without a fuzzing engine, so that every build and the
 * ordinary test run keep each past find as a regression test.  Arguments: files and folders.
 * A run without a single file fails: it would test nothing.                                    */
#include <dirent.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* The bytes of a file in a block of exactly that size, so that reading past the end shows. */
static uint8_t *read_all(FILE *file, size_t *size)
{
    uint8_t *data = NULL;
    *size = 0;
    for (size_t cap = 0;;) {
        if (*size == cap) {
            cap = cap ? cap * 2 : 4096;
            data = realloc(data, cap);
            if (!data)
                abort();
        }
        size_t n = fread(data + *size, 1, cap - *size, file);
        if (n == 0)
            break;
        *size += n;
    }
    uint8_t *exact = realloc(data, *size ? *size : 1);
    return exact ? exact : data;
}

static unsigned replay_file(const char *path)
{
    FILE *file = fopen(path, "rb");
    if (!file) {
        perror(path);
        exit(1);
    }
    size_t size;
    uint8_t *data = read_all(file, &size);
    (void)fclose(file);
    fprintf(stderr, "%s\n", path); /* the last line before a crash names the file */
    (void)LLVMFuzzerTestOneInput(data, size);
    free(data);
    return 1;
}

static int is_visible(const struct dirent *entry)
{
    return entry->d_name[0] != '.';
}

static unsigned replay(const char *path)
{
    struct dirent **list;
    int n = scandir(path, &list, is_visible, alphasort);
    if (n < 0)
        return replay_file(path);
    unsigned count = 0;
    for (int i = 0; i < n; i++) {
        char file[4096];
        (void)snprintf(file, sizeof file, "%s/%s", path, list[i]->d_name);
        count += replay(file);
        free(list[i]);
    }
    free(list);
    return count;
}

int main(int argc, char **argv)
{
    unsigned count = 0;
    for (int i = 1; i < argc; i++)
        count += replay(argv[i]);
    printf("%u inputs replayed\n", count);
    return count ? 0 : 1;
}

#include "harness.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/utf8.h"

void harness_give_up(const char *where, const char *why)
{
    fprintf(stderr, "%s: %s\n", where, why);
    exit(1);
}

char *harness_read(const char *path, bool utf8, size_t *size)
{
    FILE *file = fopen(path, "rb");
    if (!file)
        harness_give_up(path, "can't be opened");
    buf b = { 0 };
    char chunk[8192];
    for (size_t n; (n = fread(chunk, 1, sizeof chunk, file)) > 0;)
        buf_add(&b, chunk, n);
    buf_char(&b, '\0');
    if (ferror(file) || b.failed)
        harness_give_up(path, "can't be read");
    (void)fclose(file);
    *size = b.n - 1;
    if (utf8 && utf8_valid_prefix((wq_str){ b.p, *size }) != *size)
        harness_give_up(path, "is not UTF-8");
    return b.p;
}

wq_str harness_stem(const char *path)
{
    const char *slash = strrchr(path, '/');
    wq_str name = str_of(slash ? slash + 1 : path);
    ptrdiff_t dot = str_find(name, STR("."));
    return dot < 0 ? name : str_sub(name, 0, (size_t)dot);
}

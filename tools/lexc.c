/* lexc OUT DATA_DIR HUNSPELL_DIR CITIES_FILE: compiles the lexicon image that the library embeds. */
#include <stdio.h>
#include <stdlib.h>

#include "lexicon/files.h"

const unsigned char lexicon_image[1]; /* this program has none built in */

static void check(wq_status st, const wq_error *err)
{
    if (st == WQ_OK)
        return;
    fprintf(stderr, "lexc: %s\n", err->text);
    exit(1);
}

static wq_str need(arena *a, const char *folder, const char *name)
{
    wq_error err;
    wq_str text;
    wq_str path = arena_printf(a, "%s%s%s", folder, *folder ? "/" : "", name);
    check(files_read(a, path.p, &text, &err), &err);
    return text;
}

int main(int argc, char **argv)
{
    wq_error err;
    wq_str image;
    arena a;
    if (argc != 5) {
        fputs("usage: lexc OUT DATA_DIR HUNSPELL_DIR CITIES_FILE\n", stderr);
        return 2;
    }
    arena_init(&a, (size_t)1 << 31);
    compiler *c = compiler_new(&a);
    const char *slash = strrchr(argv[4], '/');
    wq_str folder = slash ? arena_str(&a, argv[4], (size_t)(slash - argv[4])) : str_of(".");
    check(files_add_folder(c, &a, argv[2], &err), &err);
    check(compiler_add_hunspell(c, need(&a, argv[3], "ar.dic"), need(&a, argv[3], "ar.aff"),
                                &err),
          &err);
    check(compiler_add_cities(c, need(&a, "", argv[4]),
                              need(&a, folder.p, "countryInfo.txt"), &err),
          &err);
    check(compiler_finish(c, &image, &err), &err);
    FILE *f = fopen(argv[1], "wb");
    if (!f || fwrite(image.p, 1, image.n, f) != image.n || fclose(f) != 0) {
        fprintf(stderr, "lexc: %s: can't write it\n", argv[1]);
        return 1;
    }
    arena_fini(&a);
    return 0;
}

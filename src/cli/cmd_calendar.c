/* waqai calendar: a day in all calendars. */
#include <string.h>

#include "cli.h"

static void write_text(FILE *out, const void *what)
{
    const wq_text *text = what;
    fwrite(text->p, 1, text->n, out);
}

static int convert(const wq_engine *engine, const char *words)
{
    wq_day day;
    wq_error err;
    if (wq_day_read(engine, (wq_str){ words, strlen(words) }, &day, &err) != WQ_OK)
        return complain("%s", err.text);
    wq_text text = wq_day_write(engine, &day);
    if (!text.p)
        return complain("out of memory");
    int status = print_text(write_text, &text);
    wq_text_free(&text);
    return status;
}

int cmd_calendar(const args *a)
{
    wq_engine *engine;
    wq_error err;
    if (wq_engine_new(&(wq_options){ .lexicon_dir = a->value[OPT_LEXICON] }, &engine,
                      &err) != WQ_OK)
        return complain("%s", err.text);
    int status = EXIT_FINE;
    for (int i = 0; i < a->n_operands; i++)
        if (convert(engine, a->operands[i]) != EXIT_FINE)
            status = EXIT_FAILED;
    wq_engine_free(engine);
    return status;
}

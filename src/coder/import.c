/* The public door of the importers. */
#include "import/import.h"

#include "coder/document.h"

enum { IMPORT_LIMIT = 1 << 30 };

static void count(const import_list *list, wq_imported *out)
{
    for (uint32_t i = 0; i < list->persons.n; i++) {
        const import_person *p = &list->persons.v[i];
        out->persons += !p->known && p->name.n;
        out->known += p->known;
        out->nameless += !p->known && !p->name.n;
    }
    for (uint32_t i = 0; i < list->tenures.n; i++)
        out->officeless += !list->tenures.v[i].office.n;
    out->tenures = list->tenures.n - out->officeless;
    out->unread = list->unread.n;
}

static wq_status give(const import_list *list, wq_imported *out, wq_error *err)
{
    buf actors = { 0 }, tenures = { 0 };
    import_write_actors(list, &actors);
    import_write_tenures(list, &tenures);
    if (actors.failed || tenures.failed) {
        buf_fini(&actors);
        buf_fini(&tenures);
        return fail(err, WQ_E_NOMEM, 0, "out of memory");
    }
    *out = (wq_imported){ .actor_rows = { actors.p, actors.n },
                          .office_rows = { tenures.p, tenures.n } };
    count(list, out);
    return WQ_OK;
}

static wq_status read_list(import_list *list, wq_import_source from, wq_str bytes,
                           wq_imported *out, wq_error *err)
{
    jmp_buf full;
    list->mem->full = &full;
    if (setjmp(full))
        return fail(err, WQ_E_LIMIT, 0, "%.*s: needs more than %d bytes to read",
                    STR_ARG(list->file), IMPORT_LIMIT);
    wq_status st = WQ_OK;
    if (from == WQ_IMPORT_WIKIDATA)
        st = import_wikidata(list, bytes, err);
    else
        import_petrarch(list, bytes);
    return st == WQ_OK ? give(list, out, err) : st;
}

wq_status wq_import(const wq_engine *engine, wq_import_source from, wq_str bytes,
                    const char *name, wq_imported *out, wq_error *err)
{
    arena mem;
    arena_init(&mem, IMPORT_LIMIT);
    import_list list = { .lex = engine->lex, .mem = &mem, .file = str_of(name) };
    wq_status st = read_list(&list, from, bytes, out, err);
    arena_fini(&mem);
    return st;
}

void wq_imported_free(wq_imported *imported)
{
    wq_text_free(&imported->actor_rows);
    wq_text_free(&imported->office_rows);
}

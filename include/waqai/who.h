/* who.h - people, offices and organisations: who appears in a document, and who somebody is.
 *
 *   wq_rows *rows;
 *   if (wq_who(engine, "وزير الخارجية السوري", "2015-07-01", &rows, &err) == WQ_OK)
 *       st = wq_rows_write(rows, &layout, sink, to, NULL, &err);
 *   wq_rows_free(rows);
 *
 * Both give rows (rows.h).  Conventions are those of waqai.h.                                     */
#ifndef WAQAI_WHO_H
#define WAQAI_WHO_H

#include <waqai/rows.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Who appears in a document, in the order of first mention: columns doc, id, name, text (as first written), kind
 * (state, person, office, org, group, source), country, sectors, role, count (mentions), part, start, end (of the
 * first, code points).  A person is one row whatever the text calls him; so is a group of one kind and country.
 * Fails with WQ_E_NOMEM.                                                                                          */
WQ_API WQ_NODISCARD wq_status wq_document_actors(const wq_document *doc, wq_rows **out,
                                                 wq_error *err);

/* Who `name` is: a name in any spelling the lexicon has, an id, a surname in Latin letters, or an office with its
 * country.  `on`: a day YYYY-MM-DD, or NULL.  Columns: id, name, latin, kind, country, sectors, role (office), of
 * (whose office), first, last, held (1 on that day, or, without one, to this day), source, note; a row for each tenure, without
 * one for whoever has none.  With `on`, only what was held that day.
 * Fails with WQ_END (nobody of that name; err->text says so, and names the nearest spelling), WQ_E_USE (`on` is no
 * day), WQ_E_FORMAT (not UTF-8), WQ_E_LIMIT, WQ_E_NOMEM.                                                                                   */
WQ_API WQ_NODISCARD wq_status wq_who(const wq_engine *engine, const char *name,
                                     const char *on, wq_rows **out, wq_error *err);

#ifdef __cplusplus
}
#endif
#endif

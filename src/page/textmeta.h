/* What single lines of visible text say of an article: stamp, byline, outlet. */
#ifndef WAQAI_TEXTMETA_H
#define WAQAI_TEXTMETA_H

#include "base/base.h"
#include "calendar/calendar.h"
#include "lexicon/lexicon.h"

/* True where `line` is the stamp of publication: a full date and nothing else but the words that stand
 * beside one (weekday, clock, city, "published on", the Hijri date), or with others only behind a bar.
 * A sentence with a date in it is none.  A clock time without zone gets the offset that a city named
 * beside it had on that day (data/page/zones.tsv).  *out is untouched where the result is false.      */
bool textmeta_date(const lexicon *lex, arena *a, wq_str line, calendar_stamp *out);

/* The byline that `line` is ("إسطنبول - متابعات", "كتب: ..."), without its introduction; a slice of
 * `line`; p == NULL where the line is something else.                                               */
wq_str textmeta_byline(const lexicon *lex, wq_str line);

/* The reporter where a paragraph opens with the name and a colon; a slice of it; else p == NULL. */
wq_str textmeta_lead_name(const lexicon *lex, wq_str paragraph);

/* The outlet that a line of furniture names (comment disclaimer, copyright, appeal, source); a slice of
 * it; p == NULL where it names none.                                                                 */
wq_str textmeta_outlet(const lexicon *lex, wq_str line);

/* The medium in the dateline that opens a paragraph ("دمشق (رويترز) -"), if the lexicon knows it; a
 * slice of it; else p == NULL.                                                                       */
wq_str textmeta_dateline(const lexicon *lex, wq_str paragraph);

/* The medium (actor/media.tsv) that `line` is the name of and nothing else, in two words at least; else
 * p == NULL.                                                                                         */
wq_str textmeta_medium(const lexicon *lex, wq_str line);

/* True where both say the same in folded words, or one is the other with a short tail (a site's name). */
bool textmeta_same(wq_str a, wq_str b);

#endif

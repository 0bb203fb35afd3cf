/* The dates that containers write: ISO 8601 and the form of mail headers. */
#ifndef WAQAI_DATE_H
#define WAQAI_DATE_H

#include "base/base.h"

enum { DATE_SIZE = 48 };

/* YYYY-MM-DD, or with a time and perhaps a zone after it; the day exists. */
bool date_is_iso(const char *date);

/* "Sat, 05 Sep 2020 10:38:00 +0300" (RFC 822, also with four digits, full month names, no
 * seconds) and ISO 8601 become ISO 8601.  False where `s` is neither.                      */
bool date_to_iso(wq_str s, char out[static DATE_SIZE]);

#endif

#include "record/findings.h"

#include <stdio.h>

void finding(findings *f, const char *format, ...)
{
    char line[1024];
    va_list ap;
    if (f->n++ >= MOST_FINDINGS)
        return;
    va_start(ap, format);
    vsnprintf(line, sizeof line, format, ap);
    va_end(ap);
    buf_str(&f->text, str_of(line));
    buf_char(&f->text, '\n');
}

wq_status findings_give(findings *f, wq_text *out, uint32_t *n, wq_error *err)
{
    if (f->n > MOST_FINDINGS)
        buf_printf(&f->text, "and %u more\n", f->n - MOST_FINDINGS);
    buf_char(&f->text, '\0');
    if (f->text.failed) {
        buf_fini(&f->text);
        return fail(err, WQ_E_NOMEM, 0, "out of memory");
    }
    *out = (wq_text){ f->text.p, f->text.n - 1 };
    *n = f->n;
    return WQ_OK;
}

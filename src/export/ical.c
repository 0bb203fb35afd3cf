/* iCalendar (RFC 5545): dated events as whole days. */
#include "calendar/calendar.h"
#include "export/export.h"

enum { LINE = 75 }; /* octets, without CRLF */

/* A content line, folded between code points. */
static void put_line(exporting *x, const char *name, wq_str value)
{
    buf line = { 0 };
    buf_printf(&line, "%s:", name);
    buf_str(&line, value);
    size_t room = LINE, from = 0;
    while (line.n - from > room) {
        size_t n = room;
        while (n && ((unsigned char)line.p[from + n] & 0xc0) == 0x80)
            n--;
        buf_add(&x->out, line.p + from, n);
        buf_str(&x->out, STR("\r\n "));
        from += n;
        room = LINE - 1;
    }
    buf_add(&x->out, line.p + from, line.n - from);
    buf_str(&x->out, STR("\r\n"));
    x->out.failed = x->out.failed || line.failed;
    buf_fini(&line);
}

static void put_text(exporting *x, const char *name, wq_str text)
{
    buf b = { 0 };
    if (text.n == 0)
        return;
    for (size_t i = 0; i < text.n; i++) {
        unsigned char c = (unsigned char)text.p[i];
        if (c == ',' || c == ';' || c == '\\')
            buf_char(&b, '\\');
        if (c == '\n')
            buf_str(&b, STR("\\n"));
        else
            buf_char(&b, c < ' ' ? ' ' : (char)c);
    }
    put_line(x, name, (wq_str){ b.p, b.n });
    x->out.failed = x->out.failed || b.failed;
    buf_fini(&b);
}

static int32_t day_of(wq_str s)
{
    calendar_stamp stamp;
    return s.n && calendar_parse_iso(s, &stamp) ? calendar_day(stamp.date) : CALENDAR_NONE;
}

static wq_str compact(exporting *x, int32_t day)
{
    calendar_date d = calendar_from_day(day);
    return arena_printf(&x->mem, "%04d%02d%02d", d.year, d.month, d.day);
}

/* CANCELLED is what was denied; what has not happened yet is TENTATIVE. */
static const char *status_of(wq_str status)
{
    if (str_eq(status, STR("occurred")) || str_eq(status, STR("ongoing")))
        return "CONFIRMED";
    return str_eq(status, STR("denied")) ? "CANCELLED" : "TENTATIVE";
}

void ical_begin(exporting *x)
{
    buf_str(&x->out,
            STR("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Waqai//Waqai//EN\r\n"));
}

void ical_end(exporting *x)
{
    buf_str(&x->out, STR("END:VCALENDAR\r\n"));
}

/* The last report is the last change; without the day of one the day of the event has to do. */
static void put_times(exporting *x, const x_event *e, int32_t first, int32_t last)
{
    int32_t report = day_of(e->last_published);
    wq_str stamp = compact(x, report == CALENDAR_NONE ? first : report);
    put_line(x, "DTSTAMP", arena_printf(&x->mem, "%.*sT000000Z", STR_ARG(stamp)));
    put_line(x, "DTSTART;VALUE=DATE", compact(x, first));
    put_line(x, "DTEND;VALUE=DATE",
             compact(x, last + 1)); /* the first day that is not part of it */
}

void ical_event(exporting *x, const x_event *e)
{
    int32_t first = day_of(e->first), last = day_of(e->last);
    if (first == CALENDAR_NONE)
        return;
    if (last == CALENDAR_NONE || last < first)
        last = first;
    put_line(x, "BEGIN", STR("VEVENT"));
    put_line(x, "UID", arena_printf(&x->mem, "%.*s@waqai", STR_ARG(e->id)));
    put_times(x, e, first, last);
    put_text(x, "SUMMARY", export_headline(x, e));
    put_text(x, "DESCRIPTION", e->mention[0].evidence.text);
    put_text(x, "LOCATION",
             e->place.n ? e->place : export_country_name(x, e->place_country));
    if (e->placed)
        put_line(x, "GEO", arena_printf(&x->mem, "%.6f;%.6f", e->lat, e->lon));
    put_text(x, "CATEGORIES", e->type);
    put_line(x, "STATUS", str_of(status_of(e->status)));
    if (e->mention[0].url.n)
        put_line(x, "URL", e->mention[0].url);
    put_line(x, "TRANSP", STR("TRANSPARENT"));
    put_line(x, "END", STR("VEVENT"));
}

/* The rows: header, then those that stand by themselves, and as comments those that a person has to complete. */
#include "import/import.h"

static void cell(buf *b, wq_str s, char end)
{
    if (!s.n)
        buf_char(b, '-');
    for (size_t i = 0; i < s.n; i++) /* a cell holds no tab and no line feed */
        buf_char(b, (unsigned char)s.p[i] < 0x20 ? ' ' : s.p[i]);
    buf_char(b, end);
}

void import_write_actors(const import_list *list, buf *out)
{
    buf_str(out, STR("id\tkind\tcountry\tsectors\tlatin\tnote\tname\tnames\n"));
    for (uint32_t i = 0; i < list->persons.n; i++) {
        const import_person *p = &list->persons.v[i];
        if (p->known)
            continue;
        if (!p->name.n)
            buf_str(out, STR("# no Arabic name: "));
        cell(out, p->id, '\t');
        cell(out, STR("person"), '\t');
        cell(out, p->country, '\t');
        cell(out, p->sectors, '\t');
        cell(out, p->latin, '\t');
        cell(out, p->note, '\t');
        cell(out, p->name, '\t');
        cell(out, p->names, '\n');
    }
}

static void comment(const import_person *p, const import_tenure *t, buf *out)
{
    if (!t->office.n) {
        buf_str(out, STR("# no office for \""));
        buf_str(out, t->label);
        buf_str(out, STR("\": "));
    } else if (!p->known && !p->name.n) {
        buf_str(out, STR("# no Arabic name: "));
    }
}

void import_write_tenures(const import_list *list, buf *out)
{
    buf_str(out, STR("actor\toffice\tcountry\tfirst\tlast\tsource\n"));
    for (uint32_t i = 0; i < list->unread.n; i++) {
        buf_str(out, STR("# not read: "));
        cell(out, list->unread.v[i], '\n');
    }
    for (uint32_t i = 0; i < list->tenures.n; i++) {
        const import_tenure *t = &list->tenures.v[i];
        const import_person *p = &list->persons.v[t->person];
        comment(p, t, out);
        cell(out, p->id, '\t');
        cell(out, t->office, '\t');
        cell(out, t->country, '\t');
        cell(out, t->first, '\t');
        cell(out, t->last, '\t');
        cell(out, t->source, '\n');
    }
}

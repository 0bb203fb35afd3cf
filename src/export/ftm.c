/* FollowTheMoney: entities of people, organisations, articles and events, each once, a line of JSON each.  An Event
 * has no direction: who acts is `organizer` only as far as `involved` goes, so both sides stand in `involved`.     */
#include "export/export.h"

/* ---- properties ------------------------------------------------------------------------------------ */

static void open_entity(buf *b, wq_str id, const char *schema)
{
    json_open(b, '{');
    json_key_str(b, "id", id);
    json_key_str(b, "schema", str_of(schema));
    json_key(b, "properties");
    json_open(b, '{');
}

static void close_entity(buf *b)
{
    json_close(b, '}');
    json_close(b, '}');
    buf_char(b, '\n');
}

static void property(buf *b, const char *name, wq_str value)
{
    if (value.n)
        export_list(b, name, value, '\0');
}

/* ISO 3166-1 alpha-2, lower case. */
static void property_country(exporting *x, wq_str country)
{
    wq_str code = export_country(x, country, "iso2");
    if (code.n == 2)
        property(&x->out, "country",
                 arena_printf(&x->mem, "%c%c", code.p[0] | 0x20, code.p[1] | 0x20));
}

/* ---- ids --------------------------------------------------------------------------------------------- */

static wq_str entity_id(exporting *x, const char *space, wq_str id)
{
    uint64_t h = hash_bytes(HASH_SEED, id.p, id.n);
    return arena_printf(&x->mem, "waqai-%s-%016llx", space, (unsigned long long)h);
}

static wq_str actor_id(exporting *x, const x_actor *a)
{
    return entity_id(x, "actor", a->id);
}

/* ---- who --------------------------------------------------------------------------------------------- */

static const char *schema_of(const x_actor *a)
{
    static const struct {
        const char *kind, *schema;
    } schemas[] = {
        { "person", "Person" },       { "government", "PublicBody" },
        { "ministry", "PublicBody" }, { "agency", "PublicBody" },
        { "military", "PublicBody" }, { "body", "PublicBody" },
        { "company", "Company" },     { "party", "Organization" },
        { "armed", "Organization" },  { "coalition", "Organization" },
        { "igo", "Organization" },    { "ngo", "Organization" },
        { "media", "Organization" },  { "religious", "Organization" },
    };
    for (size_t i = 0; i < sizeof schemas / sizeof *schemas; i++)
        if (str_eq(a->kind, str_of(schemas[i].kind)))
            return schemas[i].schema;
    return "LegalEntity"; /* not sure */
}

static void put_actor(exporting *x, const x_actor *a)
{
    const char *schema = schema_of(a);
    buf *b = &x->out;
    if (!export_once(x, 'a', a->id))
        return;
    open_entity(b, actor_id(x, a), schema);
    property(b, "name", export_arabic(a));
    property(b, "alias", a->latin);
    property_country(x, a->country);
    if (strcmp(schema, "Person") == 0)
        property(b, "position", a->role);
    if (a->sectors.n)
        export_list(b, "sector", a->sectors, '|');
    close_entity(b);
}

static void put_article(exporting *x, const x_mention *m)
{
    buf *b = &x->out;
    if (!export_once(x, 'd', m->document))
        return;
    open_entity(b, entity_id(x, "article", m->document), "Article");
    property(b, "fileName", m->document);
    property(b, "title", m->title);
    property(b, "author", m->byline);
    property(b, "publishedAt", m->published_day);
    property(b, "sourceUrl", m->url);
    property(b, "publisher", m->outlet);
    property(b, "language", STR("ara"));
    close_entity(b);
}

/* ---- what happened ------------------------------------------------------------------------------------ */

static void put_involved(exporting *x, const x_event *e)
{
    buf ids = { 0 };
    for (uint32_t i = 0; i < e->n_actors + e->n_recipients; i++) {
        const x_actor *a = i < e->n_actors ? &e->actor[i] : &e->recipient[i - e->n_actors];
        wq_str id = actor_id(x, a);
        buf_printf(&ids, "%s%.*s", i ? "|" : "", STR_ARG(id));
    }
    if (ids.n)
        export_list(&x->out, "involved", (wq_str){ ids.p, ids.n }, '|');
    buf_fini(&ids);
}

static void put_proof(exporting *x, const x_event *e)
{
    buf ids = { 0 };
    for (uint32_t i = 0; i < e->n_mentions; i++) {
        wq_str id = entity_id(x, "article", e->mention[i].document);
        if (str_find((wq_str){ ids.p, ids.n }, id) < 0)
            buf_printf(&ids, "%s%.*s", ids.n ? "|" : "", STR_ARG(id));
    }
    export_list(&x->out, "proof", (wq_str){ ids.p, ids.n }, '|');
    buf_fini(&ids);
}

/* Type, mode and status: what an Event has no property for. */
static void put_keywords(exporting *x, const x_event *e)
{
    wq_str words = arena_printf(&x->mem, "%.*s|%.*s%s%.*s", STR_ARG(e->type),
                                STR_ARG(e->status), e->mode.n ? "|" : "", STR_ARG(e->mode));
    export_list(&x->out, "keywords", words, '|');
}

void ftm_event(exporting *x, const x_event *e)
{
    buf *b = &x->out;
    const x_mention *m = &e->mention[0];
    for (uint32_t i = 0; i < e->n_actors; i++)
        put_actor(x, &e->actor[i]);
    for (uint32_t i = 0; i < e->n_recipients; i++)
        put_actor(x, &e->recipient[i]);
    for (uint32_t i = 0; i < e->n_mentions; i++)
        put_article(x, &e->mention[i]);
    open_entity(b, arena_printf(&x->mem, "waqai-event-%.*s", STR_ARG(e->id)), "Event");
    property(b, "name", export_headline(x, e));
    property(b, "summary", m->evidence.text);
    property(b, "recordId", e->id);
    property(b, "date", export_day(e));
    property(b, "startDate", e->first);
    property(b, "endDate", e->last);
    property(b, "location", e->place);
    property_country(x, e->place_country);
    property(b, "sourceUrl", m->url);
    property(b, "publisher", m->outlet);
    put_involved(x, e);
    put_keywords(x, e);
    put_proof(x, e);
    close_entity(b);
}

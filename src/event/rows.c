/* What rows of event/ say, taken out of their cells: the notation is described in data/event/README.md. */
#include "event/draft.h"

/* ---- conditions ------------------------------------------------------------------------------ */

typedef struct named {
    wq_str name;
    uint8_t kind;
} named;

static uint8_t kind_of(const named *v, size_t n, wq_str name, uint8_t otherwise)
{
    for (size_t i = 0; i < n; i++)
        if (str_eq(v[i].name, name))
            return v[i].kind;
    return otherwise;
}
#define KIND_OF(table, name, otherwise) \
    kind_of(table, sizeof(table) / sizeof *(table), name, otherwise)
#define NAMED(text, kind)                \
    {                                    \
        { text, sizeof(text) - 1 }, kind \
    }

static const named WORDS[] = { NAMED("plural", NEED_PLURAL),
                               NAMED("near", NEED_NEAR),
                               NAMED("dated", NEED_DATED),
                               NAMED("recalled", NEED_RECALLED),
                               NAMED("own", NEED_OWN),
                               NAMED("opens", NEED_OPENS),
                               NAMED("heads", NEED_HEADS),
                               NAMED("aside", NEED_ASIDE),
                               NAMED("passive", NEED_PASSIVE),
                               NAMED("negated", NEED_NEGATED),
                               NAMED("future", NEED_FUTURE),
                               NAMED("present", NEED_PRESENT),
                               NAMED("carried", NEED_CARRIED),
                               NAMED("A", NEED_A),
                               NAMED("R", NEED_R),
                               NAMED("AA", NEED_AA),
                               NAMED("K", NEED_K),
                               NAMED("foreign", NEED_FOREIGN),
                               NAMED("away", NEED_AWAY),
                               NAMED("P", NEED_P),
                               NAMED("said", NEED_SAID),
                               NAMED("bare", NEED_BARE),
                               NAMED("theirs", NEED_THEIRS),
                               NAMED("need", NEED_NEED),
                               NAMED("new", NEED_NEW) };

static const named ARGUMENTS[] = {
    NAMED("any", NEED_ANY),       NAMED("clause", NEED_CLAUSE), NAMED("that", NEED_THAT),
    NAMED("inside", NEED_INSIDE), NAMED("is", NEED_IS),         NAMED("tied", NEED_TIED),
    NAMED("which", NEED_WHICH),   NAMED("subj", NEED_SUBJECT)
};

static const named SLOTS[] = { NAMED("subj", SLOT_SUBJ), NAMED("obj", SLOT_OBJ),
                               NAMED("gen", SLOT_GEN),   NAMED("next", SLOT_NEXT),
                               NAMED("prev", SLOT_PREV), NAMED("light", SLOT_LIGHT) };

/* What has to have been worked out before it can be asked. */
static draft_known asked_from(wq_str cond)
{
    if (cond.n && cond.p[0] == '!')
        cond = str_sub(cond, 1, cond.n);
    if (str_eq(cond, STR("P")) || str_eq(cond, STR("said")))
        return KNOWN_ALL;
    bool side = cond.n && (cond.p[0] == 'A' || cond.p[0] == 'R');
    bool of_sides = side ? cond.n == 1 || cond.p[1] == ':' || str_eq(cond, STR("AA"))
                         : str_eq(cond, STR("K")) || str_eq(cond, STR("foreign")) ||
                               str_eq(cond, STR("away")) || str_eq(cond, STR("new"));
    return of_sides ? KNOWN_SIDES : KNOWN_WORDS;
}

static void read_slots(arena *mem, wq_str slots, row_need *n)
{
    VEC(need_slot) all = { 0 };
    for (wq_str one; str_next(&slots, '|', &one);)
        *vec_push(mem, &all) = (need_slot){ KIND_OF(SLOTS, one, SLOT_TIED), one };
    n->slot = all.v;
    n->n_slots = all.n;
}

/* "ila|li=zara,hadara" */
static void read_argument(const coder_state *c, arena *mem, wq_str cond, row_need *n)
{
    wq_str slots;
    str_next(&cond, '=', &slots);
    n->kind = KIND_OF(ARGUMENTS, slots, NEED_SLOTS);
    n->anything = str_eq(cond, STR("*"));
    n->words = words_read(c, mem, cond);
    read_slots(mem, slots, n);
}

/* "A:MIL" */
static void read_side(const coder_state *c, arena *mem, wq_str cond, row_need *n)
{
    wq_str name;
    str_next(&cond, ':', &name);
    n->kind = NEED_SIDE;
    n->words = words_read(c, mem, cond);
    read_slots(mem, name, n);
}

static row_need read_need(const coder_state *c, arena *mem, wq_str cond)
{
    bool lenient = cond.n && cond.p[0] == '~';
    row_need n = { .text = str_sub(cond, lenient, cond.n), .lenient = lenient };
    n.known = (uint8_t)asked_from(n.text);
    n.not = n.text.n && n.text.p[0] == '!';
    wq_str plain = str_sub(n.text, n.not, n.text.n);
    if (n.text.n == 0)
        n.kind = NEED_NOTHING;
    else if (str_find(plain, STR("=")) >= 0)
        read_argument(c, mem, plain, &n);
    else if (str_find(plain, STR(":")) >= 0)
        read_side(c, mem, plain, &n);
    else if (!(n.kind = KIND_OF(WORDS, plain, NEED_NOTHING)))
        read_argument(c, mem, plain, &n);
    return n;
}

/* Is nothing asked by the first alternative with so much known?  What is lenient is weighed when all is. */
static bool is_open(const row_need *n, draft_known known)
{
    while (n->kind == NEED_NOTHING || known < n->known || n->lenient) {
        if (n->rest == 1)
            return true;
        n++;
    }
    return false;
}

/* Alternatives are parted by ';', the conditions of each by spaces. */
need_list rows_read_needs(const coder_state *c, arena *mem, wq_str cell)
{
    VEC(row_need) all = { 0 };
    for (wq_str rest = cell, one, cond; str_next(&rest, ';', &one);) {
        uint32_t before = all.n;
        while (str_next(&one, ' ', &cond))
            *vec_push(mem, &all) = read_need(c, mem, cond);
        if (all.n == before)
            *vec_push(mem, &all) = (row_need){ .known = KNOWN_WORDS };
        for (uint32_t i = before; i < all.n; i++)
            all.v[i].rest = all.n - i;
    }
    need_list list = { .v = all.v, .n = all.n };
    for (int known = 0; known < KNOWN_ALL; known++)
        list.open[known] = all.n == 0 || is_open(all.v, (draft_known)known);
    return list;
}

/* ---- rows -------------------------------------------------------------------------------------- */

static const named POS[] = {
    NAMED("verb", POS_VERB),     NAMED("noun", POS_NOUN),
    NAMED("any", POS_ANY),       NAMED("participle", POS_PARTICIPLE),
    NAMED("active", POS_ACTIVE), NAMED("passive", POS_PASSIVE)
};

/* Does a condition ask what stands in such a slot? */
static bool asks_for(const need_list *own, int kind)
{
    for (const row_need *n = own->v, *end = n + own->n; n < end; n++)
        for (uint32_t i = 0; i < n->n_slots && !n->not ; i++)
            if ((int)n->slot[i].kind == kind && n->kind == NEED_SLOTS && !n->anything)
                return true;
    return false;
}

/* The slots of a role in a frame. */
static wq_str slots_of(wq_str frame, wq_str role)
{
    for (wq_str one, name; str_next(&frame, ' ', &one);) {
        (void)str_next(&one, '=', &name);
        if (str_eq(name, role))
            return one;
    }
    return (wq_str){ NULL, 0 };
}

static bool is_by_tie(wq_str slots)
{
    for (wq_str slot, tie; str_next(&slots, '|', &slot);) {
        (void)str_next(&slot, ':', &tie);
        if (str_listed(STR("bi|li|ila|ala|an|fi|min|maa|didd|hawl|nahw|amam"), '|', tie))
            return true;
    }
    return false;
}

const event_row *rows_read(const coder_state *c, arena *mem, uint32_t row,
                           const need_list *general)
{
    event_row *out = ARENA_NEW(mem, event_row);
    wq_str type = event_cell(c, row, "type"), frame = event_cell(c, row, "frame");
    wq_str quad = event_type_cell(c, type, "quad");
    *out = (event_row){ .type = type,
                        .frame = frame,
                        .quad = quad,
                        .type_row = words_type(c, type),
                        .pos = (row_pos)KIND_OF(POS, event_cell(c, row, "pos"), POS_OTHER),
                        .own = rows_read_needs(c, mem, event_cell(c, row, "needs")),
                        .general = general,
                        .needs_ground =
                            str_find(event_type_cell(c, type, "needs"), STR("said")) >= 0,
                        .verbal = str_eq(quad, STR("1")) || str_eq(quad, STR("3")),
                        .scene = event_type_cell(c, type, "scene").p != NULL,
                        .of_genitive = str_find(frame, STR("R=gen")) >= 0,
                        .lends = str_find(frame, STR("none")) < 0,
                        .by_tie = is_by_tie(slots_of(frame, STR("R"))) };
    out->asks_object = asks_for(&out->own, SLOT_OBJ);
    out->asks_tied = asks_for(&out->own, SLOT_TIED);
    out->of_object = out->asks_object || str_find(frame, STR("R=obj")) >= 0;
    return out;
}

#include "event/event.h"

#include "event/draft.h"

static void read_part(coder_state *c, const event_part *part, uint32_t n_sentences)
{
    for (uint32_t i = 0; i < n_sentences; i++) {
        claim_sentence(c, &part->sentence[i]);
        uint32_t first = c->drafts.n, spare = c->reserve.n;
        trigger_sentence(c, part, &part->sentence[i]);
        c->mishap |=
            part->in.part->which == WQ_PART_TITLE && bar_forbids(c, STR("ASSAULT"));
        size_sentence(c, &part->sentence[i], &c->drafts, first);
        size_sentence(c, &part->sentence[i], &c->reserve, spare);
    }
}

void event_code(const lexicon *lex, arena *a, const event_part part[2],
                const event_frame *frame, event_result *out)
{
    coder_state c = { .lex = lex,
                      .mem = a,
                      .published = frame->published,
                      .about = frame->about,
                      .wants_misses = frame->misses };
    words_begin(&c, part[1].in.part);
    for (int i = 0; i < 2; i++)
        bar_article(&c, part[i].in.part);
    read_part(&c, &part[0], part[0].n_sentences);
    read_part(&c, &part[1], footer_begins(&part[0], &part[1]));
    merge_drafts(&c);
    reserve_admit(&c);
    when_carry(&c);
    cause_complete(&c);
    parties_of_talks(&c);
    parties_complete(&c);
    guest_complete(&c);
    foe_complete(&c);
    retaken_complete(&c);
    blame_complete(&c);
    domestic_complete(&c, part);
    addressed_complete(&c);
    donor_complete(&c);
    detainer_complete(&c);
    known_complete(&c);
    where_note_scene(&c);
    wq_event *events = ARENA_ARRAY(a, wq_event, c.drafts.n + 1);
    for (uint32_t i = 0; i < c.drafts.n; i++)
        assemble(&c, &c.drafts.v[i], frame->id, &events[i]);
    country_of_fighters(&c); /* whose sides the events share */
    *out = (event_result){ .event = events,
                           .n_events = c.drafts.n,
                           .near_miss = c.near_misses.v,
                           .n_near_misses = c.near_misses.n,
                           .quote = c.quotes.v,
                           .n_quotes = c.quotes.n };
}

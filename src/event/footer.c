/* The title once more at the end of the text, as pages have it under an article ("link to this story: ..."). */
#include "event/draft.h"

static bool is_word(const text_token *t)
{
    return t->kind == TOKEN_WORD || t->kind == TOKEN_NUMBER;
}

/* The last word before token `at`; -1: none. */
static int32_t word_before(const text_part *p, int32_t at)
{
    while (--at >= 0)
        if (is_word(&p->token[at]))
            return at;
    return -1;
}

/* Where the words of the title begin that the text ends with, all of them; its n_tokens: it ends otherwise. */
static uint32_t repeats_from(const text_part *title, const text_part *text)
{
    enum { FEWEST = 4 }; /* a title of fewer words is anybody's */
    int32_t a = (int32_t)title->n_tokens, b = (int32_t)text->n_tokens;
    uint32_t n = 0, from = text->n_tokens;
    while ((a = word_before(title, a)) >= 0) {
        b = word_before(text, b);
        if (b < 0 || !str_eq(title->token[a].form, text->token[b].form))
            return text->n_tokens;
        from = (uint32_t)b;
        n++;
    }
    return n >= FEWEST ? from : text->n_tokens;
}

uint32_t footer_begins(const event_part *title, const event_part *text)
{
    enum { LABEL = 6 }; /* words that lead to it, at most */
    const text_part *p = text->in.part;
    uint32_t from = repeats_from(title->in.part, p), n = text->n_sentences;
    for (uint32_t before = 0; from < p->n_tokens && n > 1; n--) {
        const text_sentence *t = &p->sentence[text->sentence[n - 1].sentence];
        if (t->last <= from)
            break;
        for (uint32_t at = t->first; at < from; at++)
            before += is_word(&p->token[at]);
        if (before > LABEL)
            break;
    }
    return n;
}

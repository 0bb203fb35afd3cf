/* What the rows of data/actor/agents.tsv say, read once for all articles of a worker; an article asks each of a few again and
 * again.                                                                                                               */
#include "actor/np.h"
#include "script/fold.h"
#include "script/letters.h"
#include "text/memory.h"

enum { ANSWERS = 1024 };

/* An answer follows from the row and the form of a word, and is the same wherever the word stands. */
typedef struct answer {
    const known_word *word; /* NULL: none yet */
    uint32_t row, feats;
    uint8_t from, to;
    bool is;
} answer;

struct np_agents {
    arena *mem;
    answer answer[ANSWERS];
    const known_word *plain[ANSWERS]; /* words that are no office with a pronoun */
    np_agent row[];
};

static np_agents *agents_new(const lexicon *lex, arena *mem)
{
    np_agents *a =
        arena_alloc(mem, sizeof *a + (lex_rows(lex, LEX_AGENT) + 1) * sizeof(np_agent));
    a->mem = mem;
    return a;
}

np_agents *np_agents_for(const lexicon *lex, arena *mem, const text_part *part)
{
    word_memory *m = part->memory;
    bool kept = m && m->mem == &m->own;
    if (!kept)
        return agents_new(lex, mem);
    if (!m->agents)
        m->agents = agents_new(lex, m->mem);
    return m->agents;
}

static uint64_t kinds_of(wq_str cell)
{
    uint64_t set = 0;
    for (wq_str one; cell.n && str_next(&cell, '|', &one);)
        set |= str_bit(one);
    return set;
}

static int64_t member_of(const lexicon *lex, wq_str kinds)
{
    for (wq_str one; kinds.n && str_next(&kinds, '|', &one);)
        if (str_starts(one, STR("of:")))
            return lex_row_by_id(lex, LEX_ACTOR, str_sub(one, 3, one.n));
    return -1;
}

static wq_str base_of(arena *mem, wq_str lemma)
{
    wq_str base = fold_view(mem, lemma, FOLD_FULL);
    if (str_ends(base, STR(AR_HEH)))
        base.n -= 2;
    return base;
}

static bool has_sound_plural(wq_str lemma, wq_str forms)
{
    for (wq_str one; forms.n && str_next(&forms, '|', &one);)
        if (str_ends(one, STR(AR_WAW AR_NOON)) && str_starts(one, lemma))
            return true;
    return false;
}

const np_agent *np_agent_row(const np_parser *p, uint32_t row)
{
    np_agent *a = &p->agents->row[row];
    if (a->read)
        return a;
    wq_str kind = lex_cell(p->lex, LEX_AGENT, row, "kind"),
           lemma = lex_cell(p->lex, LEX_AGENT, row, "lemma"),
           forms = lex_cell(p->lex, LEX_AGENT, row, "forms");
    *a = (np_agent){ .kind = kind,
                     .kinds = kinds_of(kind),
                     .lemma = lemma,
                     .forms = forms,
                     .base = base_of(p->agents->mem, lemma),
                     .member = member_of(p->lex, kind),
                     .fem = str_ends(lemma, STR(AR_TEH_MARBUTA)),
                     .sound_plural = has_sound_plural(lemma, forms),
                     .read = true };
    return a;
}

bool np_agent_is(const np_parser *p, uint32_t row, wq_str flag)
{
    const np_agent *a = np_agent_row(p, row);
    return (a->kinds & str_bit(flag)) && str_listed(a->kind, '|', flag);
}

static const known_word **plain_at(const np_parser *p, const text_token *t)
{
    return &p->agents->plain[((uintptr_t)t->word >> 4) % ANSWERS];
}

bool np_is_plain(const np_parser *p, const text_token *t)
{
    return t->word && *plain_at(p, t) == t->word;
}

void np_note_plain(const np_parser *p, const text_token *t)
{
    *plain_at(p, t) = t->word;
}

bool np_agent_answer(const np_parser *p, const text_token *t, const morph_analysis *m,
                     np_agent_question *ask)
{
    wq_str stem = str_sub(t->form, m->from, m->to);
    const lex_entry *e = &m->entry;
    if (!t->word)
        return ask(p, e->row, stem, e->feats);
    size_t at = ((uintptr_t)t->word >> 4) * 31 + e->row * 7 + m->from + m->to + e->feats;
    answer *known = &p->agents->answer[at % ANSWERS];
    if (known->word != t->word || known->row != e->row || known->feats != e->feats ||
        known->from != m->from || known->to != m->to)
        *known = (answer){ t->word, e->row, e->feats,
                           m->from, m->to,  ask(p, e->row, stem, e->feats) };
    return known->is;
}

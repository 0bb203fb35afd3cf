/* Names of people that no lexicon has: up to six words of which at least one looks like nothing but a name. */
#include "actor/np.h"
#include "script/letters.h"

enum { NOT_A_NAME, MAYBE, SURELY };

static bool is_of_kind(const np_parser *p, uint32_t at, wq_str kind)
{
    int64_t row = np_function_row(p, at, kind);
    return row >= 0 && np_spelled_as(p, at, LEX_FUNCTION, (uint32_t)row);
}

static bool is_part(const np_parser *p, uint32_t at)
{
    return is_of_kind(p, at, STR("np_name_part"));
}

static bool ends_like_surname(const text_token *t);
static bool has_article(const text_token *t);

/* A verb of saying that governs no "on": behind "he said" stands a name, not a preposition. */
static bool is_said_by(const np_parser *p, uint32_t at)
{
    const morph_word *w = p->part->token[at].morph;
    uint64_t say = str_bit(STR("say")), takes = str_bit(STR("takes"));
    for (uint32_t i = 0; w && i < w->n; i++) {
        const lex_entry *e = &w->v[i].entry;
        if (e->table != LEX_VERB || e->form != LEX_VERBFORM || !(e->feats & LEX_F_3))
            continue;
        uint32_t n;
        const lex_entry *cue = lex_refs(p->lex, LEX_VERB, e->row, &n);
        bool says = false, governs = false;
        for (uint32_t k = 0; k < n; k++)
            if (cue[k].table == LEX_CUE) {
                uint64_t bit = lex_kind_bit(p->lex, LEX_CUE, cue[k].row);
                says = says || (bit & say);
                governs = governs || (bit & takes);
            }
        if (says && !governs)
            return true;
    }
    return false;
}

/* "the young man (الشاب) Ali", "the young man «Ali": right behind one by a common noun with the article. */
static bool is_behind_the_man(const np_parser *p, uint32_t at)
{
    uint32_t before = at > 0 && np_is_quote(p, at - 1) ? at - 1 : at;
    const text_token *man = before > 0 ? &p->part->token[before - 1] : NULL;
    const morph_analysis *m = man && man->morph ? morph_as(man, LEX_AGENT, -1) : NULL;
    return m && has_article(man) && np_is_word(p, at + 1) &&
           str_ends(p->part->token[at].norm, STR(AR_YEH)) &&
           !(m->entry.feats & LEX_F_PLUR) && np_agent_is(p, m->entry.row, STR("role")) &&
           np_is_surname_like(p, at + 1);
}

/* "the journalist Ali al-...": behind what one man is called, where the text spells "on" otherwise or a surname follows. */
static bool is_ali_of_agent(const np_parser *p, uint32_t at)
{
    const text_token *t = &p->part->token[at];
    const morph_analysis *who = has_article(t - 1) ? morph_as(t - 1, LEX_AGENT, -1) : NULL;
    bool one = who && !(who->entry.feats & (LEX_F_PLUR | LEX_F_DUAL));
    return one && !is_of_kind(p, at + 1, STR("prep")) &&
           (p->spells_on || !t[1].morph->known || np_is_given(p, at + 1));
}

/* "the deputy Ali al-...": spelt with its yeh, between a title or a given name and a surname. */
static bool is_ali(const np_parser *p, uint32_t at)
{
    const text_token *t = &p->part->token[at];
    if (at == 0 || !str_ends(t->norm, STR(AR_YEH)) || !np_is_word(p, at - 1))
        return false;
    if (!np_is_word(p, at + 1)) /* "Mohammed Ali, the minister": no phrase ends with "on" */
        return morph_as(t - 1, LEX_ACTOR, -1) || is_part(p, at - 1);
    bool before = morph_as(t - 1, LEX_TITLE, -1) || morph_as(t - 1, LEX_ACTOR, -1) ||
                  is_part(p, at - 1) || is_said_by(p, at - 1);
    bool office =
        morph_as(t - 1, LEX_OFFICE, -1) || /* "the Iranian ambassador Ali Reza ..." */
        (has_article(t - 1) && morph_as(t - 1, LEX_COUNTRY, LEX_NISBA));
    bool surname = !t[1].morph->known || ends_like_surname(t + 1);
    return (before && surname) || is_ali_of_agent(p, at) ||
           ((before || office) && np_is_given(p, at + 1) && np_is_word(p, at + 2) &&
            !has_article(t + 2) && !is_of_kind(p, at + 2, STR("prep")));
}

/* "now" (الآن), spelt like Alan. */
static bool is_now(const np_parser *p, const text_token *t)
{
    const morph_analysis *m = morph_as(t, LEX_TIME, -1);
    return m && !m->clitics &&
           str_eq(lex_cell(p->lex, LEX_TIME, m->entry.row, "kind"), STR("ref"));
}

bool np_read_given(const np_parser *p, uint32_t at)
{
    const text_token *t = &p->part->token[at];
    if (is_now(p, t))
        return false;
    for (uint32_t i = 0; i < t->morph->n; i++) {
        const morph_analysis *m = &t->morph->v[i];
        if (m->entry.table == LEX_ACTOR && m->clitics == 0 &&
            str_eq(lex_cell(p->lex, LEX_ACTOR, m->entry.row, "kind"), STR("given")))
            return np_spelled_as(p, at, LEX_ACTOR, m->entry.row) &&
                   (!is_of_kind(p, at, STR("prep")) || is_behind_the_man(p, at) ||
                    is_ali(p, at)) && /* Ali, not "on" */
                   !(str_ends(t->norm, STR(AR_ALEF_MAKSURA)) &&
                     is_of_kind(p, at, STR("np_modifier"))); /* Aali, not "highest" */
    }
    return false;
}

/* ---- words that cannot be names ---- */

static bool is_nominal(const lex_entry *e)
{
    return e->table == LEX_STEM || e->table == LEX_NOUN || e->table == LEX_VERB ||
           e->table == LEX_TIME;
}

static bool is_known_stem(const np_parser *p, wq_str stem)
{
    uint32_t n;
    const lex_entry *e = stem.n >= 6 ? lex_find(p->lex, stem, &n) : NULL;
    for (uint32_t i = 0; e && i < n; i++)
        if (is_nominal(&e[i]))
            return true;
    return false;
}

/* An inflected common word: its endings taken off, the rest is in the dictionary. */
static bool has_known_stem(const np_parser *p, wq_str form)
{
    static const char *const ending[] = {
        AR_WAW AR_ALEF,        AR_ALEF AR_TEH, AR_WAW AR_NOON,
        AR_YEH AR_NOON,        AR_HEH AR_ALEF, AR_HEH AR_MEEM,
        AR_ALEF AR_TEH AR_HEH, AR_TEH AR_HEH,  AR_TEH AR_HEH AR_ALEF,
        AR_YEH AR_HEH,         AR_TEH
    };
    for (size_t i = 0; i < sizeof ending / sizeof *ending; i++) {
        wq_str tail = str_of(ending[i]);
        if (form.n >= tail.n + 6 && str_ends(form, tail) &&
            is_known_stem(p, str_sub(form, 0, form.n - tail.n)))
            return true;
    }
    return is_known_stem(p, form);
}

/* The dictionary lacks most inflected forms; a verb of the imperfect gives itself away by prefix and stem. */
static bool is_imperfect(const np_parser *p, wq_str form)
{
    static const char *const prefix[] = { AR_YEH, AR_TEH, AR_SEEN AR_YEH, AR_SEEN AR_TEH };
    char with_alef[128] = AR_ALEF;
    for (size_t i = 0; i < 4; i++) {
        wq_str head = str_of(prefix[i]);
        if (!str_starts(form, head) || form.n < head.n + 6 || form.n > 100)
            continue;
        wq_str rest = str_sub(form, head.n, form.n);
        memcpy(with_alef + 2, rest.p, rest.n);
        if (has_known_stem(p, rest) || has_known_stem(p, (wq_str){ with_alef, rest.n + 2 }))
            return true;
    }
    return false;
}

static bool is_inflected(const np_parser *p, const text_token *t)
{
    char scratch[128];
    word_bare bare[10];
    if (t->form.n > 100)
        return true;
    if (is_imperfect(p, t->form))
        return true;
    uint32_t n = word_strip(t->form, bare, 10, scratch);
    for (uint32_t i = 0; i < n; i++) {
        wq_str form = bare[i].form;
        bool article = str_starts(form, STR(AR_AL));
        if (bare[i].clitics == MORPH_KA && str_ends(form, STR(AR_ALEF)))
            continue; /* "Camara" (كامارا): behind "as" there is no accusative */
        if (article)
            form = str_sub(form, 4, form.n);
        if ((article || bare[i].clitics == 0)
                ? has_known_stem(p, form) && !is_known_stem(p, form)
                : bare[i].clitics != MORPH_WA && form.n >= 10 && has_known_stem(p, form))
            return true;
    }
    return false;
}

static bool is_organisation(const np_parser *p, uint32_t row)
{
    wq_str kind = lex_cell(p->lex, LEX_ACTOR, row, "kind");
    return !str_eq(kind, STR("person")) && !str_eq(kind, STR("given")) &&
           !str_eq(kind, STR("family"));
}

/* Words that are of time only beside another: "friday's preacher" (خطيب), "the black" (الأسود) Friday. */
static bool is_beside_time(const np_parser *p, const morph_analysis *m)
{
    if (m->entry.table != LEX_TIME)
        return false;
    wq_str kind = lex_cell(p->lex, LEX_TIME, m->entry.row, "kind");
    return str_ends(kind, STR("_head")) || str_ends(kind, STR("_tail")) ||
           str_eq(kind, STR("named_day"));
}

/* "and the president". */
static bool is_joined_title(const morph_analysis *m)
{
    bool title = m->entry.table == LEX_OFFICE || m->entry.table == LEX_TITLE ||
                 m->entry.table == LEX_AGENT;
    return title && m->clitics == (MORPH_WA | MORPH_AL);
}

/* Words of our own tables, which the rules have other use for. */
static bool is_ours(const np_parser *p, const text_token *t)
{
    for (uint32_t i = 0; t->morph && i < t->morph->n; i++) {
        const morph_analysis *m = &t->morph->v[i];
        lex_table table = (lex_table)m->entry.table;
        if (table == LEX_STEM || table == LEX_CITY || table == LEX_PLACE ||
            table == LEX_PATTERN || is_beside_time(p, m) ||
            (table == LEX_ACTOR && !is_organisation(p, m->entry.row)))
            continue;
        if (table == LEX_FUNCTION &&
            str_starts(lex_cell(p->lex, table, m->entry.row, "kind"), STR("np_")) &&
            !str_eq(lex_cell(p->lex, table, m->entry.row, "kind"), STR("np_modifier")))
            continue;
        if ((m->clitics & ~(unsigned)MORPH_AL) == 0 || table == LEX_VERB ||
            table == LEX_NOUN || table == LEX_FUNCTION || is_joined_title(m))
            return true;
    }
    return false;
}

static bool has_article(const text_token *t)
{
    return str_starts(t->form, STR(AR_AL));
}

/* Nothing but somebody's name or a town. */
static bool is_only_name(const text_token *t)
{
    for (uint32_t i = 0; i < t->morph->n; i++) {
        lex_table table = (lex_table)t->morph->v[i].entry.table;
        if (t->morph->v[i].clitics ||
            (table != LEX_ACTOR && table != LEX_CITY && table != LEX_PLACE))
            return false;
    }
    return true;
}

static int looks_like_name(const np_parser *p, uint32_t at)
{
    const text_token *t = &p->part->token[at];
    if (t->kind != TOKEN_WORD || np_has_tanween(p, at))
        return NOT_A_NAME;
    if (is_part(p, at) || np_is_given(p, at) || is_of_kind(p, at, STR("np_name_inner")) ||
        is_of_kind(p, at, STR("np_name_tail")))
        return SURELY;
    if (t->form.n < 4 || is_ours(p, t) || str_starts(t->form, STR(AR_LAM AR_LAM)))
        return NOT_A_NAME;
    if (!t->morph->known || is_only_name(t))
        return is_inflected(p, t) ? NOT_A_NAME : SURELY;
    return t->masked ? NOT_A_NAME : MAYBE;
}

/* "المصري", "الخطيب" behind a given name: a surname whatever else it is. */
static bool is_surname(const np_parser *p, uint32_t at)
{
    const text_token *t = &p->part->token[at];
    if (t->kind != TOKEN_WORD || !has_article(t) || np_has_tanween(p, at) ||
        str_ends(t->form, STR(AR_ALEF AR_TEH)))
        return false;
    return morph_as(t, LEX_COUNTRY, LEX_NISBA) || morph_as(t, LEX_AGENT, -1) ||
           !is_ours(p, t);
}

static bool ends_like_surname(const text_token *t)
{
    return has_article(t) && str_ends(t->form, STR(AR_YEH));
}

/* With article and yeh, and in no dictionary. */
static bool is_unknown_surname(const np_parser *p, uint32_t at)
{
    return np_is_word(p, at) && ends_like_surname(&p->part->token[at]) &&
           looks_like_name(p, at) == SURELY;
}

/* A common word begins a name only before one that can be nothing else; "فان" begins none. */
static int first_word(const np_parser *p, uint32_t at, int look)
{
    const text_token *t = &p->part->token[at];
    bool alone =
        is_of_kind(p, at, STR("np_name_tail")) || is_of_kind(p, at, STR("np_name_inner"));
    if (alone || (has_article(t) && str_ends(t->form, STR(AR_HEH))))
        return NOT_A_NAME;
    if (look == MAYBE && str_starts(t->form, STR(AR_WAW AR_AL)))
        return NOT_A_NAME; /* "and the critic" */
    if (look == MAYBE && is_unknown_surname(p, at + 1))
        return look; /* "ناهد المنياوي" */
    if (look == MAYBE &&
        (has_article(t) || at + 1 >= p->part->n_tokens ||
         has_article(&p->part->token[at + 1]) || looks_like_name(p, at + 1) != SURELY))
        return NOT_A_NAME;
    return look;
}

/* "and" before something we know: the next name of a list, or his wife. */
static bool is_joined(const np_parser *p, const text_token *t)
{
    uint32_t n;
    if (!str_starts(t->form, STR(AR_WAW)) || t->form.n < 8 || t->form.n > 100)
        return false;
    wq_str rest = str_sub(t->form, 2, t->form.n);
    if (str_starts(rest, STR(AR_AL)) && is_known_stem(p, str_sub(rest, 4, rest.n)))
        return true; /* "and the critic" */
    const lex_entry *e = lex_find(p->lex, rest, &n);
    bool only_stem =
        e && str_starts(rest, STR(AR_WAW)); /* "Woolf" (وولف), but "and a minister" */
    for (uint32_t i = 0; only_stem && i < n; i++)
        only_stem = e[i].table == LEX_STEM;
    return !only_stem && (e || has_known_stem(p, rest));
}

bool np_is_surname_like(const np_parser *p, uint32_t at)
{
    const text_token *t = &p->part->token[at];
    return !t->morph || !t->morph->known || is_only_name(t) || np_is_given(p, at) ||
           is_part(p, at) || ends_like_surname(t);
}

/* Does nothing more belong to a phrase at token `at`: a mark, or "and the ..."? */
static bool ends_phrase(const np_parser *p, uint32_t at)
{
    return at >= p->part->n_tokens || p->part->token[at].kind == TOKEN_PUNCT ||
           str_starts(p->part->token[at].form, STR(AR_WAW AR_AL));
}

/* A common word that ends a name: with the article and yeh, or behind two given names. */
static bool is_last_name(const np_parser *p, uint32_t at, uint32_t i)
{
    bool given = np_is_given(p, i - 1);
    if (i - at == 2 && given && np_is_given(p, at) && ends_phrase(p, i + 1))
        return !np_word_kind(p, i, STR("np_alias")) &&
               !np_word_kind(p, i, STR("np_called"));
    return ends_like_surname(&p->part->token[i]) && (given || is_part(p, i - 2));
}

/* "محمد بنكاتب", "نزار بنبركة": "son of", written in one with the father's name, behind a given name. */
static bool is_son_of(const np_parser *p, uint32_t i)
{
    enum { LETTERS = 10 /* bytes: of which three are the father's */ };
    const text_token *t = &p->part->token[i];
    return t->kind == TOKEN_WORD && str_starts(t->form, STR(AR_BEH AR_NOON)) &&
           t->form.n >= LETTERS && !t->morph->known && np_is_given(p, i - 1);
}

/* May word `i` of a run that began at `at` go on with it? */
static int next_word(const np_parser *p, uint32_t at, uint32_t i, bool part_before)
{
    const text_token *t = &p->part->token[i];
    if (part_before)
        return t->kind == TOKEN_WORD
                   ? SURELY
                   : NOT_A_NAME; /* whatever follows "son of" or "father of" */
    int look = looks_like_name(p, i);
    if (i > at && is_joined(p, t))
        return NOT_A_NAME;
    if (i == at)
        return first_word(p, at, look);
    if (is_son_of(p, i))
        return SURELY;
    if (np_is_given(p, i - 1) && i - at <= 2 && look != SURELY && is_surname(p, i))
        return i - at == 1 || ends_like_surname(t) || is_last_name(p, at, i) ? MAYBE
                                                                             : NOT_A_NAME;
    if (look == MAYBE && i - at >= 2)
        return is_last_name(p, at, i) ? MAYBE : NOT_A_NAME;
    if (look == MAYBE && has_article(t))
        return NOT_A_NAME;
    return look;
}

/* "Jean-Yves": a dash right behind a name, with the next half of it behind. */
static bool is_tying_dash(const np_parser *p, uint32_t at, uint32_t end)
{
    const text_token *t = &p->part->token[end];
    return end > at && np_is_mark(p, end, '-') && np_is_word(p, end + 1) &&
           t[-1].byte + t[-1].n_byte == t->byte && !has_article(t + 1) &&
           !str_starts(t[1].form, STR(AR_WAW)) && looks_like_name(p, end + 1) != NOT_A_NAME;
}

uint32_t np_name_run(np_parser *p, uint32_t at, uint32_t max)
{
    uint32_t end = at, sure = 0;
    bool part_before = false;
    for (; end < p->part->n_tokens && end - at < max; end++) {
        if (is_tying_dash(p, at, end)) {
            part_before = true;
            continue;
        }
        if (end > at && !part_before && np_unit_at(p, end).table == LEX_OFFICE &&
            np_unit_at(p, end).last > end + 1)
            break; /* "Charles [crown prince of]" */
        int look = next_word(p, at, end, part_before);
        if (look == NOT_A_NAME || p->part->token[end].quote != p->part->token[at].quote)
            break;
        sure += look == SURELY;
        part_before = is_part(p, end) || is_of_kind(p, end, STR("np_name_inner"));
    }
    if (end > at && part_before)
        end--;
    return sure ? end : at;
}

uint32_t np_name_chain(np_parser *p, uint32_t at)
{
    enum { MAX_CHAIN = 8 };
    uint32_t end = at;
    for (int i = 0; i < MAX_CHAIN && is_part(p, end) && np_is_word(p, end + 1); i++) {
        end += 2;
        if (is_part(p, end - 1) && np_is_word(p, end))
            end++; /* bin Abd al-Aziz */
    }
    return end;
}

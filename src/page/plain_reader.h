/* What the parts of the plain-text reader share: lines with their classes, and the state of one reading. */
#ifndef WAQAI_PLAIN_READER_H
#define WAQAI_PLAIN_READER_H

#include "calendar/calendar.h"
#include "page/line.h"
#include "page/page.h"
#include "page/pattern.h"

#define NO_LINE UINT32_MAX

enum { TITLE_WORDS = 4 }; /* a headline has at least so many */

typedef enum role {
    ROLE_TEXT,
    ROLE_BLANK,
    ROLE_OUT,
    ROLE_TITLE,
    ROLE_DATE,
    ROLE_BYLINE,
    ROLE_CAPTION
} role;

typedef struct plain_line {
    wq_str raw, trim; /* without line feed; without white space */
    unsigned kinds;   /* PATTERN_... */
    uint32_t words;   /* at most LINE_MAX_WORDS are counted */
    bool sentence;    /* ends with a full stop or the like */
    bool credited;    /* ends with the credit of an agency */
    bool address;     /* a link or an e-mail address, alone */
    role role;
} plain_line;

typedef struct plain_reader {
    const lexicon *lex;
    arena *a;
    page_article *article;
    line_words words; /* scratch */
    VEC(plain_line) line;
    uint32_t title, body; /* lines; body: the first paragraph, or the number of lines */
    uint32_t seen_from,
        seen_at; /* lines [seen_from, seen_at) are no paragraphs, seen_at is one */
    calendar_stamp date;
    bool has_date, only_updated;
    bool picked; /* the title was not given */
    bool copied; /* off a page: furniture stands above the title */
} plain_reader;

/* plain_line.c: lines one by one. */
void plain_split(plain_reader *r, wq_str text);
bool plain_is_furniture(const plain_line *l);
bool plain_is_source(const plain_line *l); /* "source: ..." */
bool plain_has_full_stop(const plain_line *l);
bool plain_is_paragraph(const plain_line *l);
/* The first paragraph from line `from` on, or the number of lines.  The last answer is kept, so that
 * asking line by line costs one walk.                                                               */
uint32_t plain_next_paragraph(plain_reader *r, uint32_t from);
/* If the line is a stamp or a byline, give it that role and keep what it says. */
bool plain_read_date(plain_reader *r, plain_line *l);
bool plain_read_byline(plain_reader *r, plain_line *l);

/* plain_head.c: sets title and body, and the roles of the lines above the body. */
void plain_class_head(plain_reader *r);
/* In the copy of a whole page: drops the items of a menu between title and body. */
void plain_drop_menu(plain_reader *r);

#endif

#include "input/http.h"

static bool is_blank_line(wq_str line)
{
    return line.n == 0 || (line.n == 1 && line.p[0] == '\r');
}

wq_str http_header(wq_str head, const char *name)
{
    wq_str want = str_of(name);
    for (wq_str line; str_next(&head, '\n', &line) && !is_blank_line(line);) {
        if (line.n > want.n && line.p[want.n] == ':' &&
            str_eq_nocase(str_sub(line, 0, want.n), want))
            return str_trim(str_sub(line, want.n + 1, line.n));
    }
    return (wq_str){ NULL, 0 };
}

/* Bytes up to and with the empty line, or 0. */
static size_t head_length(wq_str block)
{
    wq_str rest = block;
    for (wq_str line; str_next(&rest, '\n', &line);)
        if (is_blank_line(line))
            return rest.p ? (size_t)(rest.p - block.p) : 0;
    return 0;
}

bool http_parse(wq_str block, http_head *out)
{
    if (!str_starts(block, STR("HTTP/")))
        return false;
    size_t n = head_length(block);
    const char *space = n ? memchr(block.p, ' ', n) : NULL;
    if (!space || block.p + n - space < 5)
        return false;
    int status = 0;
    for (int i = 1; i <= 3; i++) {
        if (space[i] < '0' || space[i] > '9')
            return false;
        status = status * 10 + (space[i] - '0');
    }
    wq_str head = { block.p, n };
    wq_str coding = http_header(head, "Transfer-Encoding");
    *out = (http_head){ .status = status,
                        .type = http_header(head, "Content-Type"),
                        .chunked = str_find_nocase(coding, STR("chunked")) >= 0,
                        .body = n };
    return true;
}

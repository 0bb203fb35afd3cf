/* Feeds: what an item gives is UTF-8, and the items together are not much more than the feed. */
#include "base/utf8.h"
#include "input/feed.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check_text(wq_str s)
{
    if (s.p && utf8_valid_prefix(s) != s.n)
        abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    feed *f;
    feed_item item;
    wq_status st;
    size_t items = 0, bytes = 0;
    if (feed_open((wq_str){ (const char *)data, size }, &f, NULL) != WQ_OK)
        return 0;
    while ((st = feed_next(f, &item, NULL)) != WQ_END) {
        if (items++ > size)
            abort();
        if (st != WQ_OK)
            continue;
        check_text(item.html);
        check_text(item.title);
        check_text(item.url);
        check_text(item.outlet);
        check_text(item.byline);
        bytes += item.html.n + item.title.n;
    }
    if (bytes > 200 * items + 32 * size)
        abort();
    feed_close(f);
    return 0;
}

/* The public header first and alone, under strict C17: it must need nothing before it, and link. */
#include <waqai/export.h>
#include <waqai/query.h>
#include <waqai/record.h>
#include <waqai/rows.h>
#include <waqai/waqai.h>
#include <waqai/who.h>

int main(void)
{
    wq_text text = { NULL, 0 };
    wq_error err;
    if (wq_fold((wq_str){ "A", 1 }, &text, &err) != WQ_OK)
        return 1;
    int differs = text.n != 1 || text.p[0] != 'a' || !wq_version()[0];
    wq_text_free(&text);
    return differs;
}

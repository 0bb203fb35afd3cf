/* jsonlines [KEY...]: reads standard input, which must be whole lines of one JSON object each, every one
 * with these keys.  Prints how many; fails with the number of the first bad line.                      */
#include <cjson/cJSON.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>

static int bad(long line, const char *why)
{
    fprintf(stderr, "line %ld: %s\n", line, why);
    return 1;
}

static int check(const char *text, size_t n, long line, char **keys)
{
    cJSON *json = cJSON_ParseWithLength(text, n);
    int failed = 0;
    if (!cJSON_IsObject(json))
        failed = bad(line, "no JSON object");
    for (; *keys && !failed; keys++)
        if (!cJSON_HasObjectItem(json, *keys))
            failed = bad(line, *keys);
    cJSON_Delete(json);
    return failed;
}

int main(int argc, char **argv)
{
    char *text = NULL;
    size_t cap = 0;
    long line = 0;
    int failed = 0;
    (void)argc;
    for (ssize_t n; !failed && (n = getline(&text, &cap, stdin)) > 0;) {
        line++;
        if (text[n - 1] != '\n')
            failed = bad(line, "ends without a line feed");
        else if (memchr(text, '\0', (size_t)n))
            failed = bad(line, "holds a NUL");
        else
            failed = check(text, (size_t)n - 1, line, argv + 1);
    }
    free(text);
    if (!failed)
        printf("%ld\n", line);
    return failed;
}

/* saudi < day.json: the articles of SaudiNewsNet (an array of objects) as JSON Lines that waqai reads. */
#include <cjson/cJSON.h>
#include <stdio.h>
#include <stdlib.h>

static char *read_all(FILE *in, size_t *n)
{
    size_t cap = 1 << 20;
    char *text = malloc(cap);
    *n = 0;
    for (size_t got; text && (got = fread(text + *n, 1, cap - *n, in)) > 0;) {
        *n += got;
        if (*n == cap)
            text = realloc(text, cap *= 2);
    }
    return text;
}

static void copy(cJSON *to, const char *key, const cJSON *from, const char *old)
{
    const char *value = cJSON_GetStringValue(cJSON_GetObjectItem(from, old));
    if (value && *value)
        cJSON_AddStringToObject(to, key, value);
}

int main(void)
{
    size_t n;
    char *text = read_all(stdin, &n);
    cJSON *day = text ? cJSON_ParseWithLength(text, n) : NULL;
    if (!day || !cJSON_IsArray(day)) {
        fputs("saudi: want a JSON array\n", stderr);
        return 1;
    }
    for (const cJSON *article = day->child; article; article = article->next) {
        cJSON *out = cJSON_CreateObject();
        copy(out, "title", article, "title");
        copy(out, "text", article, "content");
        copy(out, "url", article, "url");
        copy(out, "outlet", article, "source");
        copy(out, "byline", article, "author");
        const char *date =
            cJSON_GetStringValue(cJSON_GetObjectItem(article, "date_extracted"));
        char published[11] = "";
        if (date && snprintf(published, sizeof published, "%s", date) >= 10)
            cJSON_AddStringToObject(out, "published", published);
        char *line = cJSON_PrintUnformatted(out);
        puts(line ? line : "{}");
        free(line);
        cJSON_Delete(out);
    }
    cJSON_Delete(day);
    free(text);
    return 0;
}

#define _GNU_SOURCE
#include "library.h"

#include <locale.h>

#ifdef CURLU_PUNYCODE
static char *convert(const cc_library *library, const char *url) {
    CURLU *handle = library->url();
    if (!handle) return NULL;
    char *host = NULL;
    if (library->url_set(handle, CURLUPART_URL, url, 0) == CURLUE_OK)
        library->url_get(handle, CURLUPART_HOST, &host, CURLU_PUNYCODE);
    library->url_cleanup(handle);
    return host;
}
#endif

char *cc_ascii_host(const cc_library *library, const char *url) {
#ifdef CURLU_PUNYCODE
    /* libcurl takes the name for text of the thread's locale, which may know ASCII only. */
    locale_t utf8 = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0);
    if (!utf8) return NULL;
    locale_t before = uselocale(utf8);
    char *host = convert(library, url);
    uselocale(before);
    freelocale(utf8);
    return host;
#else
    (void)library, (void)url;
    return NULL;
#endif
}

void cc_free(const cc_library *library, void *memory) { library->free(memory); }

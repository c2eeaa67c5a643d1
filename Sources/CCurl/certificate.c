#include "library.h"

#include <string.h>

/* The value behind a name in one line of what is known of a certificate. */
static const char *value(const char *line, const char *name) {
    size_t count = strlen(name);
    return strncmp(line, name, count) == 0 ? line + count : NULL;
}

const char *cc_certificate_names(const cc_library *library, void *easy) {
    struct curl_certinfo *info = NULL;
    if (library->easy_getinfo(easy, CURLINFO_CERTINFO, &info) != CURLE_OK || !info) return NULL;
    if (info->num_of_certs < 1) return NULL;
    const char *subject = NULL;
    for (struct curl_slist *line = info->certinfo[0]; line; line = line->next) {
        const char *names = value(line->data, "X509v3 Subject Alternative Name:");
        if (names) return names;
        if (!subject) subject = value(line->data, "Subject:");
    }
    return subject;
}

#include "library.h"

#include <sys/socket.h>

void *cc_easy_init(const cc_library *library) { return library->easy_init(); }

void cc_easy_reset(const cc_library *library, void *easy) { library->easy_reset(easy); }

void cc_easy_cleanup(const cc_library *library, void *easy) { library->easy_cleanup(easy); }

CURLcode cc_set_long(const cc_library *library, void *easy, CURLoption option, long value) {
    return library->easy_setopt(easy, option, value);
}

CURLcode cc_set_text(const cc_library *library, void *easy, CURLoption option, const char *value) {
    return library->easy_setopt(easy, option, value);
}

CURLcode cc_set_list(
    const cc_library *library, void *easy, CURLoption option, struct curl_slist *value) {
    return library->easy_setopt(easy, option, value);
}

CURLcode cc_set_body(const cc_library *library, void *easy, const uint8_t *bytes, size_t count) {
    /* The size first: without it libcurl copies up to the first zero byte. */
    CURLcode code =
        library->easy_setopt(easy, CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t)count);
    if (code != CURLE_OK) return code;
    return library->easy_setopt(
        easy, CURLOPT_COPYPOSTFIELDS, bytes ? (const char *)bytes : "");
}

CURLcode cc_set_error_buffer(const cc_library *library, void *easy, char *buffer) {
    return library->easy_setopt(easy, CURLOPT_ERRORBUFFER, buffer);
}

CURLcode cc_set_callbacks(
    const cc_library *library, void *easy, cc_data_callback header, cc_data_callback body,
    void *context) {
    CURLcode code = library->easy_setopt(easy, CURLOPT_HEADERFUNCTION, header);
    if (code == CURLE_OK) code = library->easy_setopt(easy, CURLOPT_HEADERDATA, context);
    if (code == CURLE_OK) code = library->easy_setopt(easy, CURLOPT_WRITEFUNCTION, body);
    if (code == CURLE_OK) code = library->easy_setopt(easy, CURLOPT_WRITEDATA, context);
    return code;
}

CURLcode cc_set_progress(
    const cc_library *library, void *easy, cc_progress_callback progress, void *context) {
    CURLcode code = library->easy_setopt(easy, CURLOPT_XFERINFOFUNCTION, progress);
    if (code == CURLE_OK) code = library->easy_setopt(easy, CURLOPT_XFERINFODATA, context);
    if (code == CURLE_OK) code = library->easy_setopt(easy, CURLOPT_NOPROGRESS, 0L);
    return code;
}

static curl_socket_t open_private(
    void *context, curlsocktype purpose, struct curl_sockaddr *address) {
    (void)context, (void)purpose;
    return socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

CURLcode cc_set_private_sockets(const cc_library *library, void *easy) {
    return library->easy_setopt(easy, CURLOPT_OPENSOCKETFUNCTION, open_private);
}

long cc_info_long(const cc_library *library, void *easy, CURLINFO info) {
    long value = 0;
    library->easy_getinfo(easy, info, &value);
    return value;
}

const char *cc_error_text(const cc_library *library, CURLcode code) {
    return library->easy_strerror(code);
}

struct curl_slist *cc_list_append(
    const cc_library *library, struct curl_slist *list, const char *text) {
    return library->slist_append(list, text);
}

void cc_list_free(const cc_library *library, struct curl_slist *list) {
    library->slist_free_all(list);
}

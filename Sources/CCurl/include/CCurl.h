/*
 * libcurl's C side: its variadic calls as typed functions, over a library that is loaded when it is
 * first needed. Nothing links libcurl: it and what it depends on cost 11 ms of start.
 */
#ifndef CCURL_H
#define CCURL_H

#include <curl/curl.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The calls of one loaded libcurl. */
typedef struct cc_library cc_library;

/*
 * Loads the library of that name and initialises it; on failure says why in `error` and returns
 * NULL. Any thread. What is loaded stays so: OpenSSL cannot be unloaded.
 */
const cc_library *_Nullable cc_load(
    const char *_Nonnull name, char *_Nonnull error, size_t capacity);

/* ---- easy handles ------------------------------------------------------------------------ */

/* Bytes of a header line or a body; fewer than given ends the transfer. */
typedef size_t (*cc_data_callback)(
    char *_Nullable bytes, size_t size, size_t count, void *_Nullable context);

void *_Nullable cc_easy_init(const cc_library *_Nonnull library);
void cc_easy_reset(const cc_library *_Nonnull library, void *_Nonnull easy);
void cc_easy_cleanup(const cc_library *_Nonnull library, void *_Nonnull easy);
CURLcode cc_set_long(
    const cc_library *_Nonnull library, void *_Nonnull easy, CURLoption option, long value);
CURLcode cc_set_text(
    const cc_library *_Nonnull library, void *_Nonnull easy, CURLoption option,
    const char *_Nonnull value);
CURLcode cc_set_list(
    const cc_library *_Nonnull library, void *_Nonnull easy, CURLoption option,
    struct curl_slist *_Nullable value);
/* Copies the bytes. */
CURLcode cc_set_body(
    const cc_library *_Nonnull library, void *_Nonnull easy, const uint8_t *_Nullable bytes,
    size_t count);
/* At least CURL_ERROR_SIZE bytes that outlive the transfer. */
CURLcode cc_set_error_buffer(
    const cc_library *_Nonnull library, void *_Nonnull easy, char *_Nonnull buffer);
CURLcode cc_set_callbacks(
    const cc_library *_Nonnull library, void *_Nonnull easy, cc_data_callback _Nonnull header,
    cc_data_callback _Nonnull body, void *_Nonnull context);
/* Bytes that are to come and have come, then those that are to go and have gone; not 0 ends the transfer. */
typedef int (*cc_progress_callback)(
    void *_Nullable context, curl_off_t to_receive, curl_off_t received, curl_off_t to_send,
    curl_off_t sent);
CURLcode cc_set_progress(
    const cc_library *_Nonnull library, void *_Nonnull easy,
    cc_progress_callback _Nonnull progress, void *_Nonnull context);
/* Sockets that a child process does not inherit. */
CURLcode cc_set_private_sockets(const cc_library *_Nonnull library, void *_Nonnull easy);
/* 0 when the transfer does not know. */
long cc_info_long(const cc_library *_Nonnull library, void *_Nonnull easy, CURLINFO info);
/*
 * Whom the certificate of the server names, in libcurl's words; NULL when nobody knows. It holds
 * until the handle is used again. The transfer must have been asked to keep it (CERTINFO).
 */
const char *_Nullable cc_certificate_names(const cc_library *_Nonnull library, void *_Nonnull easy);
const char *_Nonnull cc_error_text(const cc_library *_Nonnull library, CURLcode code);

/* On failure NULL, and the old list is the caller's still. */
struct curl_slist *_Nullable cc_list_append(
    const cc_library *_Nonnull library, struct curl_slist *_Nullable list,
    const char *_Nonnull text);
void cc_list_free(const cc_library *_Nonnull library, struct curl_slist *_Nullable list);

/*
 * The host of a URL as it stands in the name system (the A-labels of RFC 5890); NULL when it cannot
 * be one, or when this libcurl cannot tell. To be given to cc_free.
 */
char *_Nullable cc_ascii_host(const cc_library *_Nonnull library, const char *_Nonnull url);
void cc_free(const cc_library *_Nonnull library, void *_Nullable memory);

/* ---- multi handles ----------------------------------------------------------------------- */

void *_Nullable cc_multi_init(const cc_library *_Nonnull library);
void cc_multi_cleanup(const cc_library *_Nonnull library, void *_Nonnull multi);
CURLMcode cc_multi_set_long(
    const cc_library *_Nonnull library, void *_Nonnull multi, CURLMoption option, long value);
CURLMcode cc_multi_add(
    const cc_library *_Nonnull library, void *_Nonnull multi, void *_Nonnull easy);
CURLMcode cc_multi_remove(
    const cc_library *_Nonnull library, void *_Nonnull multi, void *_Nonnull easy);
CURLMcode cc_multi_perform(const cc_library *_Nonnull library, void *_Nonnull multi);
CURLMcode cc_multi_poll(
    const cc_library *_Nonnull library, void *_Nonnull multi, int milliseconds);
/* The next transfer that has ended, with its result; NULL when there is none. */
void *_Nullable cc_multi_next_done(
    const cc_library *_Nonnull library, void *_Nonnull multi, CURLcode *_Nonnull result);
/* The only call that another thread than the multi handle's own may make. */
CURLMcode cc_multi_wakeup(const cc_library *_Nonnull library, void *_Nonnull multi);

/* ---- the thread -------------------------------------------------------------------------- */

/*
 * Runs `body(context)` on a new detached thread that takes no signal but those of its own faults:
 * signals stay with the thread that waits for them, and a write to a closed socket is an error
 * (libcurl's own guard against SIGPIPE is off with CURLOPT_NOSIGNAL). `name` has at most 15 bytes.
 */
bool cc_spawn_thread(
    const char *_Nonnull name, void (*_Nonnull body)(void *_Nonnull context),
    void *_Nonnull context);

#endif

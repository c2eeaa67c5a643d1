#include "library.h"

void *cc_multi_init(const cc_library *library) { return library->multi_init(); }

void cc_multi_cleanup(const cc_library *library, void *multi) { library->multi_cleanup(multi); }

CURLMcode cc_multi_set_long(
    const cc_library *library, void *multi, CURLMoption option, long value) {
    return library->multi_setopt(multi, option, value);
}

CURLMcode cc_multi_add(const cc_library *library, void *multi, void *easy) {
    return library->multi_add_handle(multi, easy);
}

CURLMcode cc_multi_remove(const cc_library *library, void *multi, void *easy) {
    return library->multi_remove_handle(multi, easy);
}

CURLMcode cc_multi_perform(const cc_library *library, void *multi) {
    int running;
    return library->multi_perform(multi, &running);
}

CURLMcode cc_multi_poll(const cc_library *library, void *multi, int milliseconds) {
    return library->multi_poll(multi, NULL, 0, milliseconds, NULL);
}

void *cc_multi_next_done(const cc_library *library, void *multi, CURLcode *result) {
    int left;
    CURLMsg *message;
    while ((message = library->multi_info_read(multi, &left))) {
        if (message->msg != CURLMSG_DONE) continue;
        *result = message->data.result;
        return message->easy_handle;
    }
    return NULL;
}

CURLMcode cc_multi_wakeup(const cc_library *library, void *multi) {
    return library->multi_wakeup(multi);
}

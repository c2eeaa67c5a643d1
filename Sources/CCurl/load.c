#include "library.h"

#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const cc_library *cc_load(const char *name, char *error, size_t capacity) {
    void *handle = dlopen(name, RTLD_LAZY | RTLD_LOCAL);
    if (!handle) {
        snprintf(error, capacity, "%s", dlerror());
        return NULL;
    }
    cc_library *library = calloc(1, sizeof *library);
    if (!library) {
        snprintf(error, capacity, "%s: out of memory", name);
        return NULL;
    }
#define CC_FIND(call)                                                                            \
    do {                                                                                         \
        void *symbol = dlsym(handle, "curl_" #call);                                             \
        if (!symbol) {                                                                           \
            snprintf(error, capacity, "%s: no curl_" #call, name);                               \
            free(library);                                                                       \
            return NULL;                                                                         \
        }                                                                                        \
        memcpy(&library->call, &symbol, sizeof symbol);                                          \
    } while (0);
    CC_CALLS(CC_FIND)
#undef CC_FIND
    /* Counted by libcurl, and safe on any thread since 7.84. */
    CURLcode code = library->global_init(CURL_GLOBAL_DEFAULT);
    if (code != CURLE_OK) {
        snprintf(error, capacity, "%s: %s", name, library->easy_strerror(code));
        free(library);
        return NULL;
    }
    return library;
}

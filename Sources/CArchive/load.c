#include "library.h"

#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const ca_library *ca_load(const char *name, char *error, size_t capacity) {
    void *handle = dlopen(name, RTLD_LAZY | RTLD_LOCAL);
    if (!handle) {
        snprintf(error, capacity, "%s", dlerror());
        return NULL;
    }
    ca_library *library = calloc(1, sizeof *library);
    if (!library) {
        snprintf(error, capacity, "%s: out of memory", name);
        return NULL;
    }
#define CA_TAKE(field, call)                                                                     \
    do {                                                                                         \
        void *symbol = dlsym(handle, "archive_" call);                                           \
        if (!symbol) {                                                                           \
            snprintf(error, capacity, "%s: no archive_" call, name);                             \
            free(library);                                                                       \
            return NULL;                                                                         \
        }                                                                                        \
        memcpy(&library->field, &symbol, sizeof symbol);                                         \
    } while (0);
#define CA_FIND(call) CA_TAKE(call, #call)
    CA_CALLS(CA_FIND)
    CA_TAKE(error_number, "errno")
#undef CA_FIND
#undef CA_TAKE
    return library;
}

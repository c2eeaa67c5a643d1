#include "load.h"

#include <dlfcn.h>
#include <stdio.h>
#include <string.h>

void *cp_open(const char *name, char *error, size_t capacity) {
    /* NB: all calls are found at once: later nothing can be opened any more. */
    void *library = dlopen(name, RTLD_NOW | RTLD_LOCAL);
    if (!library) snprintf(error, capacity, "%s", dlerror());
    return library;
}

_Bool cp_find(void *library, const char *call, void *place, char *error, size_t capacity) {
    void *symbol = dlsym(library, call);
    if (!symbol) {
        snprintf(error, capacity, "no %s", call);
        return 0;
    }
    memcpy(place, &symbol, sizeof symbol);
    return 1;
}

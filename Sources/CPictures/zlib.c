#include "CPictures.h"
#include "load.h"

#include <stdlib.h>

struct cp_zlib {
    unsigned long (*bound)(unsigned long);
    int (*compress)(unsigned char *, unsigned long *, const unsigned char *, unsigned long, int);
};

/* Flat art is as small with zlib's own level as with the highest. */
enum { LEVEL = 6 };

const cp_zlib *cp_load_zlib(char *error, size_t capacity) {
    static cp_zlib zlib;
    void *library = cp_open("libz.so.1", error, capacity);
    return library && cp_find(library, "compressBound", &zlib.bound, error, capacity) &&
                   cp_find(library, "compress2", &zlib.compress, error, capacity)
               ? &zlib
               : NULL;
}

uint8_t *cp_deflate(const cp_zlib *zlib, const uint8_t *bytes, size_t count, size_t *deflated) {
    unsigned long room = zlib->bound(count);
    uint8_t *target = malloc(room);
    if (!target) return NULL;
    if (zlib->compress(target, &room, bytes, count, LEVEL) != 0) {
        free(target);
        return NULL;
    }
    *deflated = room;
    return target;
}

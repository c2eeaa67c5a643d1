#ifndef CPICTURES_DECODERS_H
#define CPICTURES_DECODERS_H

#include "CPictures.h"

/* What each library's file has: how its calls are found, and how it decodes. */
typedef struct {
    bool (*load)(char *error, size_t capacity);
    /* Leaves `rgba` to be freed whatever comes of it; `*step` is what is still to be made smaller. */
    bool (*decode)(
        const uint8_t *bytes, size_t count, int side, int *step, cp_image *image, char *error,
        size_t capacity);
} cp_format;

extern const cp_format cp_png, cp_jpeg, cp_webp;

/* Room for an image of that size; tells in `error` when it is too large or there is no memory. */
bool cp_make_room(cp_image *image, int side, char *error, size_t capacity);

#endif

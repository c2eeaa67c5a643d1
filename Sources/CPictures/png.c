/* libpng's simplified API, as its manual has it: structure and calls are stable within 1.6. */
#include "format.h"
#include "load.h"

#include <stdio.h>

typedef struct {
    void *opaque;
    uint32_t version, width, height, format, flags, colormap_entries, warning_or_error;
    char message[64];
} png_image;

/* Sixteen bits a channel are sRGB where the file says nothing else, as everywhere: not linear. */
enum { VERSION = 1, RGBA = 3, SIXTEEN_BIT_SRGB = 4 };

static int (*begin_read_from_memory)(png_image *, const void *, size_t);
static int (*finish_read)(png_image *, const void *, void *, int32_t, void *);
static void (*image_free)(png_image *);

static bool load(char *error, size_t capacity) {
    void *library = cp_open("libpng16.so.16", error, capacity);
    return library &&
           cp_find(
               library, "png_image_begin_read_from_memory", &begin_read_from_memory, error,
               capacity) &&
           cp_find(library, "png_image_finish_read", &finish_read, error, capacity) &&
           cp_find(library, "png_image_free", &image_free, error, capacity);
}

static bool decode(
    const uint8_t *bytes, size_t count, int side, int *step, cp_image *image, char *error,
    size_t capacity) {
    (void)step;
    png_image png = {.version = VERSION};
    if (!begin_read_from_memory(&png, bytes, count)) {
        snprintf(error, capacity, "%s", png.message);
        return false;
    }
    png.format = RGBA;
    png.flags |= SIXTEEN_BIT_SRGB;
    image->width = png.width <= (uint32_t)side ? (int)png.width : 0;
    image->height = png.height <= (uint32_t)side ? (int)png.height : 0;
    if (!cp_make_room(image, side, error, capacity)) {
        image_free(&png);
        return false;
    }
    bool is_read = finish_read(&png, NULL, image->rgba, 0, NULL);
    if (!is_read) snprintf(error, capacity, "%s", png.message);
    image_free(&png);
    return is_read;
}

const cp_format cp_png = {load, decode};

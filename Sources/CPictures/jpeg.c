/* libjpeg-turbo's TurboJPEG API 2.0. */
#include "format.h"
#include "load.h"

#include <stdio.h>

enum { RGBA = 7, STOP_ON_WARNING = 8192, LIMIT_SCANS = 32768 };

static void *(*init_decompress)(void);
static int (*decompress_header)(
    void *, const unsigned char *, unsigned long, int *, int *, int *, int *);
static int (*decompress)(
    void *, const unsigned char *, unsigned long, unsigned char *, int, int, int, int, int);
static char *(*error_text)(void *);
static int (*destroy)(void *);

static bool load(char *error, size_t capacity) {
    void *library = cp_open("libturbojpeg.so.0", error, capacity);
    return library &&
           cp_find(library, "tjInitDecompress", &init_decompress, error, capacity) &&
           cp_find(library, "tjDecompressHeader3", &decompress_header, error, capacity) &&
           cp_find(library, "tjDecompress2", &decompress, error, capacity) &&
           cp_find(library, "tjGetErrorStr2", &error_text, error, capacity) &&
           cp_find(library, "tjDestroy", &destroy, error, capacity);
}

/* The library itself makes a picture 2, 4 or 8 times smaller, which is less work. */
static bool decode(
    const uint8_t *bytes, size_t count, int side, int *step, cp_image *image, char *error,
    size_t capacity) {
    void *handle = init_decompress();
    if (!handle) {
        snprintf(error, capacity, "out of memory");
        return false;
    }
    int width, height, subsampling, colors;
    bool is_read = decompress_header(
                       handle, bytes, count, &width, &height, &subsampling, &colors) == 0;
    if (!is_read) {
        snprintf(error, capacity, "%s", error_text(handle));
    } else if (width > side || height > side) {
        is_read = cp_make_room(image, side, error, capacity);
    } else {
        int smaller = *step < 8 ? *step : 8;
        image->width = (width + smaller - 1) / smaller;
        image->height = (height + smaller - 1) / smaller;
        is_read = cp_make_room(image, side, error, capacity);
        if (is_read &&
            decompress(
                handle, bytes, count, image->rgba, image->width, 0, image->height, RGBA,
                STOP_ON_WARNING | LIMIT_SCANS) != 0) {
            snprintf(error, capacity, "%s", error_text(handle));
            is_read = false;
        }
        *step /= smaller;
    }
    destroy(handle);
    return is_read;
}

const cp_format cp_jpeg = {load, decode};

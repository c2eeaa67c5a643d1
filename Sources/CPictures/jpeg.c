/* libjpeg-turbo's TurboJPEG API 2.0. */
#include "format.h"
#include "load.h"

#include <stdio.h>
#include <string.h>

enum { RGBA = 7, CMYK = 11, STOP_ON_WARNING = 8192, LIMIT_SCANS = 32768 };
/* Colour spaces, as the header has them. */
enum { IS_CMYK = 3, IS_YCCK = 4 };

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

/* Whether a program of Adobe's, or one like them, has written it: these turn the four inks round. */
static bool is_adobes(const uint8_t *bytes, size_t count) {
    for (size_t place = 2; place + 9 <= count && bytes[place] == 0xFF;) {
        unsigned marker = bytes[place + 1];
        if (marker == 0xDA || marker == 0xD9) return false;
        if (marker == 0xEE && memcmp(bytes + place + 4, "Adobe", 5) == 0) return true;
        place += marker == 0xFF ? 1 : 2 + (size_t)(bytes[place + 2] << 8 | bytes[place + 3]);
    }
    return false;
}

/* Four inks become the light that they leave, without a printer's profile. */
static void mix(cp_image *image, bool are_inverted) {
    uint8_t *pixel = image->rgba;
    for (size_t rest = (size_t)image->width * (size_t)image->height; rest > 0; rest--, pixel += 4) {
        unsigned turn = are_inverted ? 0 : 255;
        unsigned black = pixel[3] ^ turn;
        for (int i = 0; i < 3; i++) pixel[i] = (uint8_t)(((pixel[i] ^ turn) * black + 127) / 255);
        pixel[3] = 255;
    }
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
        bool are_inks = colors == IS_CMYK || colors == IS_YCCK;
        int smaller = *step < 8 ? *step : 8;
        image->width = (width + smaller - 1) / smaller;
        image->height = (height + smaller - 1) / smaller;
        is_read = cp_make_room(image, side, error, capacity);
        if (is_read &&
            decompress(
                handle, bytes, count, image->rgba, image->width, 0, image->height,
                are_inks ? CMYK : RGBA, STOP_ON_WARNING | LIMIT_SCANS) != 0) {
            snprintf(error, capacity, "%s", error_text(handle));
            is_read = false;
        }
        if (is_read && are_inks) mix(image, is_adobes(bytes, count));
        *step /= smaller;
    }
    destroy(handle);
    return is_read;
}

const cp_format cp_jpeg = {load, decode};

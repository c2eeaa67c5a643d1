#include "format.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct cp_decoder {
    const cp_format *format;
};

static const cp_decoder decoders[] = {
    [CP_PNG] = {&cp_png}, [CP_JPEG] = {&cp_jpeg}, [CP_WEBP] = {&cp_webp}};

const cp_decoder *cp_load_decoder(cp_kind kind, char *error, size_t capacity) {
    return decoders[kind].format->load(error, capacity) ? &decoders[kind] : NULL;
}

bool cp_make_room(cp_image *image, int side, char *error, size_t capacity) {
    if (image->width <= 0 || image->height <= 0 || image->width > side || image->height > side) {
        snprintf(error, capacity, "its size is another than its head says");
        return false;
    }
    image->rgba = malloc((size_t)image->width * (size_t)image->height * 4);
    if (!image->rgba) snprintf(error, capacity, "out of memory");
    return image->rgba;
}

/* The mean of a square; a pixel that shows little counts little. */
static void mean(
    const cp_image *image, int left, int top, int step, uint8_t *pixel) {
    int right = left + step < image->width ? left + step : image->width;
    int bottom = top + step < image->height ? top + step : image->height;
    uint64_t red = 0, green = 0, blue = 0, alpha = 0;
    for (int y = top; y < bottom; y++) {
        const uint8_t *p = image->rgba + ((size_t)y * (size_t)image->width + (size_t)left) * 4;
        for (int x = left; x < right; x++, p += 4) {
            alpha += p[3];
            red += (uint32_t)p[0] * p[3];
            green += (uint32_t)p[1] * p[3];
            blue += (uint32_t)p[2] * p[3];
        }
    }
    uint64_t count = (uint64_t)(right - left) * (uint64_t)(bottom - top);
    pixel[0] = alpha ? (uint8_t)((red + alpha / 2) / alpha) : 0;
    pixel[1] = alpha ? (uint8_t)((green + alpha / 2) / alpha) : 0;
    pixel[2] = alpha ? (uint8_t)((blue + alpha / 2) / alpha) : 0;
    pixel[3] = (uint8_t)((alpha + count / 2) / count);
}

/* In place: each square is read before anything of it is written over. */
static void shrink(cp_image *image, int step) {
    int width = (image->width + step - 1) / step;
    int height = (image->height + step - 1) / step;
    uint8_t *target = image->rgba;
    for (int y = 0; y < height; y++)
        for (int x = 0; x < width; x++) {
            uint8_t pixel[4];
            mean(image, x * step, y * step, step, pixel);
            for (int i = 0; i < 4; i++) *target++ = pixel[i];
        }
    image->width = width;
    image->height = height;
    uint8_t *smaller = realloc(image->rgba, (size_t)width * (size_t)height * 4);
    if (smaller) image->rgba = smaller;
}

/* Where a pixel of the turned picture stands in the one that lies; its sides are `width` and `height`. */
static size_t lying(int orientation, int width, int height, int x, int y) {
    int column = x, row = y;
    switch (orientation) {
    case 2: column = width - 1 - x; break;
    case 3: column = width - 1 - x; row = height - 1 - y; break;
    case 4: row = height - 1 - y; break;
    case 5: column = y; row = x; break;
    case 6: column = y; row = height - 1 - x; break;
    case 7: column = width - 1 - y; row = height - 1 - x; break;
    case 8: column = width - 1 - y; row = x; break;
    default: break;
    }
    return (size_t)row * (size_t)width + (size_t)column;
}

bool cp_turn(cp_image *image, int orientation) {
    if (orientation < 2 || orientation > 8) return true;
    size_t count = (size_t)image->width * (size_t)image->height;
    uint8_t *turned = malloc(count * 4);
    if (!turned) return false;
    int width = orientation > 4 ? image->height : image->width;
    int height = orientation > 4 ? image->width : image->height;
    uint8_t *target = turned;
    for (int y = 0; y < height; y++)
        for (int x = 0; x < width; x++, target += 4)
            memcpy(
                target, image->rgba + 4 * lying(orientation, image->width, image->height, x, y), 4);
    free(image->rgba);
    *image = (cp_image){turned, width, height};
    return true;
}

bool cp_decode(
    const cp_decoder *decoder, const uint8_t *bytes, size_t count, int side, int step,
    cp_image *image, char *error, size_t capacity) {
    *image = (cp_image){NULL, 0, 0};
    if (!decoder->format->decode(bytes, count, side, &step, image, error, capacity)) {
        free(image->rgba);
        image->rgba = NULL;
        return false;
    }
    if (step > 1) shrink(image, step);
    return true;
}

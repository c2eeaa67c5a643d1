/* libwebp's simple decoding API. */
#include "format.h"
#include "load.h"

#include <stdio.h>

/*
 * 1.2.4, of which Debian's deb12u1 has the repair of CVE-2023-4863; others have it since 1.3.2. The
 * library does not say whose it is, so that a 1.2.4 without the repair cannot be told from one with it.
 */
enum { OLDEST = 0x010204 };

static int (*version)(void);
static int (*get_info)(const uint8_t *, size_t, int *, int *);
static uint8_t *(*decode_into)(const uint8_t *, size_t, uint8_t *, size_t, int);

static bool load(char *error, size_t capacity) {
    void *library = cp_open("libwebp.so.7", error, capacity);
    if (!library || !cp_find(library, "WebPGetDecoderVersion", &version, error, capacity))
        return false;
    if (version() < OLDEST) {
        snprintf(error, capacity, "libwebp is older than 1.2.4");
        return false;
    }
    return cp_find(library, "WebPGetInfo", &get_info, error, capacity) &&
           cp_find(library, "WebPDecodeRGBAInto", &decode_into, error, capacity);
}

static bool decode(
    const uint8_t *bytes, size_t count, int side, int *step, cp_image *image, char *error,
    size_t capacity) {
    (void)step;
    if (!get_info(bytes, count, &image->width, &image->height)) {
        snprintf(error, capacity, "not a WebP picture");
        return false;
    }
    if (!cp_make_room(image, side, error, capacity)) return false;
    size_t stride = (size_t)image->width * 4;
    if (!decode_into(bytes, count, image->rgba, stride * (size_t)image->height, (int)stride)) {
        snprintf(error, capacity, "damaged, cut short or too large for the memory");
        return false;
    }
    return true;
}

const cp_format cp_webp = {load, decode};

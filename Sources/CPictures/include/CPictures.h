/*
 * What a picture takes: libpng, libjpeg-turbo, libwebp, libchafa and zlib, each loaded when it is
 * asked for. Only a process of its own may call what is here: the libraries read what strangers have
 * made.
 */
#ifndef CPICTURES_H
#define CPICTURES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* ---- limits of this process ---------------------------------------------------------------- */

/*
 * For good: seconds of CPU, megabytes of memory, no file that grows, no core, no new rights, no
 * environment, and an end after `patience` seconds whatever happens. Says whether all of it holds.
 */
bool cp_confine(unsigned cpu_seconds, unsigned megabytes, unsigned patience);

/* For good: nothing can be opened any more. */
bool cp_close_files(void);

/* ---- pixels out of a file ------------------------------------------------------------------ */

typedef enum { CP_PNG, CP_JPEG, CP_WEBP } cp_kind;

/* The calls of one loaded library. */
typedef struct cp_decoder cp_decoder;

/* Loads what reads a kind; on failure says why in `error` and returns NULL. */
const cp_decoder *_Nullable cp_load_decoder(cp_kind kind, char *_Nonnull error, size_t capacity);

/* Red, green, blue and alpha, not multiplied, row by row; `rgba` is freed with free(3). */
typedef struct {
    uint8_t *_Nullable rgba;
    int width;
    int height;
} cp_image;

/*
 * Decodes what is at most `side` pixels wide and high, `step` (1, 2, 4, …) times smaller than it is:
 * each pixel is the mean of a square. On failure says why in `error`.
 */
bool cp_decode(
    const cp_decoder *_Nonnull decoder, const uint8_t *_Nonnull bytes, size_t count, int side,
    int step, cp_image *_Nonnull image, char *_Nonnull error, size_t capacity);

/* Turns what was decoded as Exif's orientation (1-8) says; false without memory. */
bool cp_turn(cp_image *_Nonnull image, int orientation);

/* ---- libchafa ------------------------------------------------------------------------------ */

typedef struct cp_chafa cp_chafa;

const cp_chafa *_Nullable cp_load_chafa(char *_Nonnull error, size_t capacity);

/* A block symbol; colours are 0xRRGGBB. */
typedef struct {
    uint32_t scalar;
    uint32_t foreground;
    uint32_t background;
} cp_cell;

/* Pixels of 3 bytes, `columns` × 8 wide and `rows` × 16 high, as cells, row by row. */
bool cp_chafa_cells(
    const cp_chafa *_Nonnull chafa, const uint8_t *_Nonnull rgb, int columns, int rows,
    cp_cell *_Nonnull cells);

/*
 * Pixels of 3 bytes, their rows a multiple of six, as a sixel sequence. It stays until the process
 * ends; NULL on failure.
 */
const uint8_t *_Nullable cp_chafa_sixel(
    const cp_chafa *_Nonnull chafa, const uint8_t *_Nonnull rgb, int width, int height,
    size_t *_Nonnull count);

/* ---- zlib ---------------------------------------------------------------------------------- */

typedef struct cp_zlib cp_zlib;

const cp_zlib *_Nullable cp_load_zlib(char *_Nonnull error, size_t capacity);

/* Bytes in zlib's format (RFC 1950), freed with free(3); NULL without memory. */
uint8_t *_Nullable cp_deflate(
    const cp_zlib *_Nonnull zlib, const uint8_t *_Nonnull bytes, size_t count,
    size_t *_Nonnull deflated);

#endif

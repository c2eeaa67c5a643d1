/* libchafa 1.8 to 1.14; its calls take GLib's int, float and boolean, which are C's. */
#include "CPictures.h"
#include "load.h"

#include <stdlib.h>

typedef struct {
    char *str;
    size_t len;
    size_t allocated_len;
} GString;

enum {
    TAG_SPACE = 1 << 0,
    TAG_SOLID = 1 << 1,
    TAG_STIPPLE = 1 << 2,
    TAG_BLOCK = 1 << 3,
    TAG_QUAD = 1 << 7,
    TAG_HALF = 1 << 8 | 1 << 9,
};
enum { DIRECT = 0, MEDIAN = 1, NO_DITHER = 0, PIXELS_SYMBOLS = 0, PIXELS_SIXELS = 1, RGBA8 = 4 };

/* A call, its result, what it takes. */
#define CHAFA_CALLS(X)                                                                           \
    X(set_n_threads, void, (int))                                                                \
    X(symbol_map_new, void *, (void))                                                            \
    X(symbol_map_add_by_tags, void, (void *, int))                                               \
    X(symbol_map_remove_by_tags, void, (void *, int))                                            \
    X(canvas_config_new, void *, (void))                                                         \
    X(canvas_config_set_geometry, void, (void *, int, int))                                      \
    X(canvas_config_set_cell_geometry, void, (void *, int, int))                                 \
    X(canvas_config_set_canvas_mode, void, (void *, int))                                        \
    X(canvas_config_set_color_extractor, void, (void *, int))                                    \
    X(canvas_config_set_pixel_mode, void, (void *, int))                                         \
    X(canvas_config_set_symbol_map, void, (void *, const void *))                                \
    X(canvas_config_set_dither_mode, void, (void *, int))                                        \
    X(canvas_config_set_preprocessing_enabled, void, (void *, int))                              \
    X(canvas_config_set_work_factor, void, (void *, float))                                      \
    X(canvas_new, void *, (const void *))                                                        \
    X(canvas_draw_all_pixels, void, (void *, int, const uint8_t *, int, int, int))               \
    X(canvas_get_char_at, uint32_t, (void *, int, int))                                          \
    X(canvas_get_raw_colors_at, void, (void *, int, int, int *, int *))                          \
    X(canvas_print, GString *, (void *, void *))

struct cp_chafa {
#define CHAFA_FIELD(name, result, arguments) result(*name) arguments;
    CHAFA_CALLS(CHAFA_FIELD)
#undef CHAFA_FIELD
};

const cp_chafa *cp_load_chafa(char *error, size_t capacity) {
    static cp_chafa chafa;
    void *library = cp_open("libchafa.so.0", error, capacity);
    if (!library) return NULL;
#define CHAFA_FIND(name, result, arguments)                                                      \
    if (!cp_find(library, "chafa_" #name, &chafa.name, error, capacity)) return NULL;
    CHAFA_CALLS(CHAFA_FIND)
#undef CHAFA_FIND
    /* A thread would take address space for its stack, and there is little. */
    chafa.set_n_threads(1);
    return &chafa;
}

static void *config(
    const cp_chafa *chafa, int columns, int rows, int cell_width, int cell_height) {
    void *config = chafa->canvas_config_new();
    chafa->canvas_config_set_geometry(config, columns, rows);
    chafa->canvas_config_set_cell_geometry(config, cell_width, cell_height);
    chafa->canvas_config_set_dither_mode(config, NO_DITHER);
    chafa->canvas_config_set_preprocessing_enabled(config, 0);
    chafa->canvas_config_set_work_factor(config, 1);
    return config;
}

/* NB: rows of three bytes a pixel come out slanted unless their length is a multiple of four. */
static void *draw(
    const cp_chafa *chafa, void *config, const uint8_t *rgb, int width, int height) {
    size_t count = (size_t)width * (size_t)height;
    uint8_t *rgba = malloc(count * 4);
    void *canvas = rgba ? chafa->canvas_new(config) : NULL;
    if (!canvas) return NULL;
    uint8_t *target = rgba;
    for (size_t i = 0; i < count; i++, rgb += 3) {
        for (int channel = 0; channel < 3; channel++) *target++ = rgb[channel];
        *target++ = 255;
    }
    chafa->canvas_draw_all_pixels(canvas, RGBA8, rgba, width, height, width * 4);
    return canvas;
}

bool cp_chafa_cells(
    const cp_chafa *chafa, const uint8_t *rgb, int columns, int rows, cp_cell *cells) {
    void *symbols = chafa->symbol_map_new();
    chafa->symbol_map_add_by_tags(symbols, TAG_SPACE | TAG_SOLID | TAG_BLOCK | TAG_QUAD | TAG_HALF);
    chafa->symbol_map_remove_by_tags(symbols, TAG_STIPPLE);
    void *settings = config(chafa, columns, rows, 8, 16);
    chafa->canvas_config_set_pixel_mode(settings, PIXELS_SYMBOLS);
    chafa->canvas_config_set_canvas_mode(settings, DIRECT);
    chafa->canvas_config_set_color_extractor(settings, MEDIAN);
    chafa->canvas_config_set_symbol_map(settings, symbols);
    void *canvas = draw(chafa, settings, rgb, columns * 8, rows * 16);
    if (!canvas) return false;
    for (int y = 0; y < rows; y++)
        for (int x = 0; x < columns; x++, cells++) {
            int foreground, background;
            chafa->canvas_get_raw_colors_at(canvas, x, y, &foreground, &background);
            cells->scalar = chafa->canvas_get_char_at(canvas, x, y);
            /* Negative is transparent, which no pixel is. */
            cells->foreground = foreground < 0 ? 0 : (uint32_t)foreground;
            cells->background = background < 0 ? 0 : (uint32_t)background;
        }
    return true;
}

const uint8_t *cp_chafa_sixel(
    const cp_chafa *chafa, const uint8_t *rgb, int width, int height, size_t *count) {
    /* As one cell: of several it would draw no more rows than fit in sixes. */
    void *settings = config(chafa, 1, 1, width, height);
    chafa->canvas_config_set_pixel_mode(settings, PIXELS_SIXELS);
    chafa->canvas_config_set_canvas_mode(settings, DIRECT);
    void *canvas = draw(chafa, settings, rgb, width, height);
    GString *text = canvas ? chafa->canvas_print(canvas, NULL) : NULL;
    if (!text) return NULL;
    *count = text->len;
    return (const uint8_t *)text->str;
}

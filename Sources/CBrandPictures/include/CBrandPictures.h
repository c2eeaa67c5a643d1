/*
 * The pictures of the brands in Server/Seed/Brands, byte for byte: as arrays of Swift they would be
 * copied, and take minutes to compile.
 */
#ifndef CBRANDPICTURES_H
#define CBRANDPICTURES_H

#include <stddef.h>
#include <stdint.h>

typedef struct {
    /* Of the file, such as cup.png. */
    const char *_Nonnull name;
    const uint8_t *_Nonnull bytes;
    size_t count;
} cb_picture;

typedef struct {
    const cb_picture *_Nonnull pictures;
    size_t count;
} cb_pictures;

cb_pictures cb_coffee(void);
cb_pictures cb_pharmacy(void);
cb_pictures cb_books(void);

#endif

/* Shared by encoder.c and repeats.c, and hidden from Swift. */
#ifndef CTERMINAL_REPEATS_H
#define CTERMINAL_REPEATS_H

#include <stddef.h>
#include <stdint.h>

/*
 * Takes colours out of a frame that the terminal has already: ncurses says ink and ground again when
 * one of them changes. Returns the bytes that are left, in place.
 */
size_t ct_drop_repeated_colors(uint8_t *bytes, size_t count);

#endif

/* Shared by encoder.c and repeats.c, and hidden from Swift. */
#ifndef CTERMINAL_REPEATS_H
#define CTERMINAL_REPEATS_H

#include <stddef.h>
#include <stdint.h>

/*
 * Says the colours and attributes of a frame once, and only what differs from before: ncurses begins
 * anew at each change of style. Returns the count of the bytes that are left, in place.
 */
size_t ct_shorten_renditions(uint8_t *bytes, size_t count);

#endif

#ifndef CPICTURES_LOAD_H
#define CPICTURES_LOAD_H

#include <stddef.h>

/* A library to find calls in; on failure says why in `error` and returns NULL. */
void *cp_open(const char *name, char *error, size_t capacity);

/* Puts the address of a call into `*place`; a call that is not there is told in `error`. */
_Bool cp_find(void *library, const char *call, void *place, char *error, size_t capacity);

#endif

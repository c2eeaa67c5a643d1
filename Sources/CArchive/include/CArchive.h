/*
 * libarchive's C side, over a library that is loaded when the first file with cards is read or
 * written: linking it would cost every start of the program.
 */
#ifndef CARCHIVE_H
#define CARCHIVE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The calls of one loaded libarchive. */
typedef struct ca_library ca_library;

/*
 * Loads the library of that name; on failure says why in `error` and returns NULL. Any thread. What
 * is loaded stays so.
 */
const ca_library *_Nullable ca_load(
    const char *_Nonnull name, char *_Nonnull error, size_t capacity);

/* ---- reading a zip ----------------------------------------------------------------------- */

typedef enum { CA_ENTRY, CA_END, CA_FAILED } ca_result;

/* One entry; `name` holds until the next one is asked for, and may be NULL. */
typedef struct {
    const char *_Nullable name;
    bool is_file;
    bool is_folder;
    bool is_encrypted;
    /* Seconds since 1970; 0 when the archive does not say. */
    int64_t made;
} ca_entry;

/* Opens a zip on a descriptor that stays the caller's; NULL without memory. */
void *_Nullable ca_read_open(
    const ca_library *_Nonnull library, int descriptor, const char *_Nullable password,
    bool *_Nonnull is_open);
/* The same for a zip in memory, which has to stay there until it is closed. */
void *_Nullable ca_read_open_memory(
    const ca_library *_Nonnull library, const uint8_t *_Nonnull bytes, size_t count,
    const char *_Nullable password, bool *_Nonnull is_open);
void ca_read_close(const ca_library *_Nonnull library, void *_Nonnull archive);
ca_result ca_read_next(
    const ca_library *_Nonnull library, void *_Nonnull archive, ca_entry *_Nonnull entry);
/* Bytes of the entry, 0 at its end, negative on failure. */
long ca_read_data(
    const ca_library *_Nonnull library, void *_Nonnull archive, uint8_t *_Nonnull bytes,
    size_t count);
/* Why the last call failed; never NULL. */
const char *_Nonnull ca_error(const ca_library *_Nonnull library, void *_Nonnull archive);

/* The system's number for it; 0 when the system has not refused anything. */
int ca_error_number(const ca_library *_Nonnull library, void *_Nonnull archive);

/* ---- writing a zip ----------------------------------------------------------------------- */

/* With a password the entries are encrypted (WinZip's AES-256). NULL without memory. */
void *_Nullable ca_write_open(
    const ca_library *_Nonnull library, int descriptor, const char *_Nullable password,
    bool *_Nonnull is_open);
bool ca_write_entry(
    const ca_library *_Nonnull library, void *_Nonnull archive, const char *_Nonnull name,
    const uint8_t *_Nullable bytes, size_t count);
/* Writes what is still to be written; the archive is closed whatever comes of it. */
bool ca_write_finish(const ca_library *_Nonnull library, void *_Nonnull archive);
void ca_write_close(const ca_library *_Nonnull library, void *_Nonnull archive);

#endif

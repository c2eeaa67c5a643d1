/*
 * JavaScriptCore, loaded when it is asked for, and what confines the process that it runs in: a
 * script may loop, fill the memory, or find a fault of the library. Only that process may call what
 * is here.
 */
#ifndef CJAVASCRIPT_H
#define CJAVASCRIPT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* ---- limits of this process ---------------------------------------------------------------- */

/*
 * Before the library is loaded: its options, no machine code of scripts among them, and nothing else
 * in the environment; no file that grows, no core, no new rights. Says whether all of it holds.
 */
bool cj_prepare(void);

/*
 * For good, when the library is loaded: so many megabytes more than now, and no call of the system
 * but those for memory, threads, clocks and open files. Says whether all of it holds.
 */
bool cj_confine(unsigned megabytes);

/* The process ends when it has used so many seconds of CPU from now on. */
bool cj_allow_seconds(unsigned seconds);

/* ---- scripts ------------------------------------------------------------------------------- */

/* Texts are UTF-16. */
typedef struct cj_machine cj_machine;

/*
 * Loads the library, and makes the object that all scripts share out of its source. On failure says
 * why in `error` and returns NULL.
 */
cj_machine *_Nullable cj_open(
    const char *_Nonnull library, const uint16_t *_Nonnull shared, size_t shared_count,
    char *_Nonnull error, size_t capacity);

/*
 * Runs a script in a world of its own, in which a name that nobody has declared is `undefined`.
 *
 * The prelude is a function of what is shared and of the text that is given: it prepares the names
 * that the script finds, and returns the function that makes a text of how it ended, of whether it
 * has failed and of its value or exception; its property `refuse` is called for promises that
 * nobody looks after. `line` is that of the source in its file, from 1.
 *
 * Returns that text, which stays until the next script; NULL when there is none.
 */
const uint16_t *_Nullable cj_run(
    cj_machine *_Nonnull machine, const uint16_t *_Nonnull prelude, size_t prelude_count,
    const uint16_t *_Nonnull given, size_t given_count, const uint16_t *_Nonnull source,
    size_t source_count, const uint16_t *_Nonnull file, size_t file_count, int line,
    size_t *_Nonnull count);

/*
 * Whether the library would begin to run a script; what it says against another one, `cj_run` tells
 * without running any of it.
 */
bool cj_fits(
    cj_machine *_Nonnull machine, const uint16_t *_Nonnull source, size_t source_count,
    const uint16_t *_Nonnull file, size_t file_count, int line);

#endif

/*
 * Processes of ours for what strangers have made, or what may not end: how one is started, and what
 * it may use.
 */
#ifndef CPROCESSES_H
#define CPROCESSES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/resource.h>
#include <sys/types.h>

/*
 * Starts a program of ours with one argument, a socket as its input and output, and nothing else of
 * this process: no other file, no environment, no folder; our end of the socket is for the caller to
 * close. Returns the system's number for what went wrong, else 0.
 */
int process_start(
    const char *_Nonnull program, const char *_Nonnull verb, pid_t *_Nonnull process,
    int *_Nonnull socket);

/* Closes the socket, kills all of the process unless it has ended, waits for it: its wait status. */
int process_end(pid_t process, int socket);

/* Reads so many bytes, whatever interrupts it; says whether there were as many. */
bool process_read(int file, void *_Nonnull bytes, size_t count);

/* Writes all of them, whatever interrupts it; says whether they were taken. */
bool process_write(int file, const void *_Nonnull bytes, size_t count);

/*
 * Makes a pipe whose ends no program inherits, whichever thread starts one meanwhile. Returns the
 * system's number for what went wrong, else 0.
 */
int process_pipe(int ends[_Nonnull 2]);

/*
 * Limits this process to `most` for now and to `end` for good; what is limited to less already stays
 * so. Says whether it holds.
 */
bool process_limit(int resource, uint64_t most, uint64_t end);

#endif

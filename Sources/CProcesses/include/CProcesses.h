/*
 * Processes of ours for what strangers have made, or what may not end: how one is started, and what
 * it may use.
 */
#ifndef CPROCESSES_H
#define CPROCESSES_H

#include <stdbool.h>
#include <stdint.h>
#include <sys/resource.h>
#include <sys/types.h>

/*
 * Starts a program of ours with one argument, a socket as its input and output, and nothing else of
 * this process: no other file, no environment, no folder. Returns the system's number for what went
 * wrong, else 0.
 */
int process_spawn(
    const char *_Nonnull program, const char *_Nonnull verb, int socket,
    pid_t *_Nonnull process);

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

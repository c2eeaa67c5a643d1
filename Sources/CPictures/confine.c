#define _GNU_SOURCE
#include "CPictures.h"
#include "CProcesses.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <unistd.h>

/* Bytes of address space in use; 0 when the system does not say. */
static size_t space_in_use(void) {
    FILE *file = fopen("/proc/self/statm", "re");
    if (!file) return 0;
    unsigned long pages = 0;
    if (fscanf(file, "%lu", &pages) != 1) pages = 0;
    fclose(file);
    return pages * (size_t)sysconf(_SC_PAGESIZE);
}

bool cp_confine(unsigned cpu_seconds, unsigned megabytes, unsigned patience) {
    alarm(patience);
    clearenv();
    rlim_t most = (rlim_t)megabytes << 20;
    /* A build with a sanitizer has reserved more than that: there only what is written counts. */
    int memory = space_in_use() < most - most / 3 ? RLIMIT_AS : RLIMIT_DATA;
    /* The first is told by a signal of its own, SIGXCPU. */
    bool is_confined = process_limit(RLIMIT_CPU, cpu_seconds, cpu_seconds + 1);
    is_confined = process_limit(memory, most, most) && is_confined;
    is_confined = process_limit(RLIMIT_FSIZE, 0, 0) && is_confined;
    is_confined = process_limit(RLIMIT_CORE, 0, 0) && is_confined;
    return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && is_confined;
}

bool cp_close_files(void) { return process_limit(RLIMIT_NOFILE, 3, 3); }

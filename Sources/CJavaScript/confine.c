#define _GNU_SOURCE
#include "CJavaScript.h"
#include "CProcesses.h"
#include "system-calls.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <unistd.h>

bool cj_prepare(void) {
    /* In the library's cage typed arrays are no memory that the system counts. */
    bool is_set = clearenv() == 0 && setenv("JSC_useJIT", "0", 1) == 0 &&
                  setenv("GIGACAGE_ENABLED", "0", 1) == 0 && setenv("TZ", "UTC", 1) == 0;
    bool is_limited =
        process_limit(RLIMIT_FSIZE, 0, 0) && process_limit(RLIMIT_CORE, 0, 0);
    return is_set && is_limited && prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0;
}

/* Bytes that this process may write to; 0 when the system does not say. */
static uint64_t writable(void) {
    FILE *file = fopen("/proc/self/statm", "re");
    if (!file) return 0;
    unsigned long pages = 0;
    if (fscanf(file, "%*u %*u %*u %*u %*u %lu", &pages) != 1) pages = 0;
    fclose(file);
    return pages * (uint64_t)sysconf(_SC_PAGESIZE);
}

bool cj_confine(unsigned megabytes) {
    uint64_t now = writable();
    uint64_t most = now + ((uint64_t)megabytes << 20);
    return now > 0 && process_limit(RLIMIT_DATA, most, most) &&
           process_limit(RLIMIT_NOFILE, 3, 3) && js_limit_system_calls();
}

bool cj_allow_seconds(unsigned seconds) {
    struct rusage used;
    if (getrusage(RUSAGE_SELF, &used) != 0) return false;
    uint64_t now = (uint64_t)used.ru_utime.tv_sec + (uint64_t)used.ru_stime.tv_sec;
    /* Both are cut to whole seconds. */
    return process_limit(RLIMIT_CPU, now + 2 + seconds, RLIM_INFINITY);
}

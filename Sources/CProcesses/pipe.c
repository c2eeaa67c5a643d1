#define _GNU_SOURCE
#include "CProcesses.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

int process_pipe(int ends[2]) {
    return pipe2(ends, O_CLOEXEC) == 0 ? 0 : errno;
}

bool process_read(int file, void *bytes, size_t count) {
    char *place = bytes;
    while (count > 0) {
        ssize_t more = read(file, place, count);
        if (more < 0 && errno == EINTR) continue;
        if (more <= 0) return false;
        place += more;
        count -= (size_t)more;
    }
    return true;
}

bool process_write(int file, const void *bytes, size_t count) {
    const char *place = bytes;
    while (count > 0) {
        ssize_t more = write(file, place, count);
        if (more < 0 && errno == EINTR) continue;
        if (more <= 0) return false;
        place += more;
        count -= (size_t)more;
    }
    return true;
}

/*
 * The last resort of a terminal: what happens when the program dies without leaving its screen.
 * Everything in the handler is async-signal-safe: system calls on memory that was prepared before.
 */
#define _GNU_SOURCE
#include "CTerminal.h"
#include "mode.h"

#include <errno.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

enum { RESTORE_CAPACITY = 512, STACK_SIZE = 64 * 1024, TAIL_LIMIT = 4096 };

typedef struct {
    size_t count;
    uint8_t bytes[RESTORE_CAPACITY];
} restore;

static const int fatal[] = {SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGFPE, SIGABRT, SIGSYS};
enum { FATAL_COUNT = sizeof fatal / sizeof *fatal };

static struct sigaction before[FATAL_COUNT];
static uint8_t stack[STACK_SIZE];
static int tty = -1;
static struct termios mode;
static int held_stderr = -1;
static int real_stderr = -1;
static int log_fd = -1;

/* Two buffers, so that a crash while one is written still finds the other whole. */
static restore buffers[2];
static _Atomic(restore *) current;
static atomic_bool armed;

static void write_all(int fd, const uint8_t *bytes, size_t count) {
    while (count > 0) {
        ssize_t written = write(fd, bytes, count);
        if (written < 0 && errno == EINTR) {
            continue;
        }
        if (written <= 0) {
            return;
        }
        bytes += written;
        count -= (size_t)written;
    }
}

/* A log may hold words of a server: no byte of it may move the cursor. */
static void make_plain(uint8_t *bytes, size_t count) {
    for (size_t i = 0; i < count; i++) {
        bool is_c1 = bytes[i] == 0xC2 && i + 1 < count && bytes[i + 1] >= 0x80 && bytes[i + 1] < 0xA0;
        if (is_c1) {
            bytes[i] = bytes[i + 1] = '?';
        } else if ((bytes[i] < ' ' && bytes[i] != '\n' && bytes[i] != '\t') || bytes[i] == 0x7F) {
            bytes[i] = '?';
        }
    }
}

int ct_log_open(void) {
    return memfd_create("stderr", MFD_CLOEXEC);
}

void ct_write_tail(int from, int to, size_t limit) {
    uint8_t bytes[TAIL_LIMIT];
    struct stat status;
    off_t start = 0;
    if (fstat(from, &status) != 0 || status.st_size == 0) {
        return;
    }
    if (limit > sizeof bytes) {
        limit = sizeof bytes;
    }
    if (status.st_size > (off_t)limit) {
        start = status.st_size - (off_t)limit;
    }
    ssize_t count = pread(from, bytes, limit, start);
    if (count > 0) {
        make_plain(bytes, (size_t)count);
        write_all(to, bytes, (size_t)count);
    }
}

static void restore_terminal(void) {
    if (!atomic_exchange(&armed, false)) {
        return;
    }
    const restore *closing = atomic_load(&current);
    if (closing) {
        write_all(tty, closing->bytes, closing->count);
    }
    tcsetattr(tty, TCSANOW, &mode);
    if (held_stderr >= 0 && real_stderr >= 0) {
        ct_write_tail(held_stderr, real_stderr, TAIL_LIMIT);
    }
    if (held_stderr >= 0 && log_fd >= 0) {
        ct_write_tail(held_stderr, log_fd, TAIL_LIMIT);
    }
}

static void on_fatal_signal(int number) {
    restore_terminal();
    signal(number, SIG_DFL);
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, number);
    raise(number);
    pthread_sigmask(SIG_UNBLOCK, &set, NULL); /* dies here, of the signal that came */
}

void ct_guard_arm(int terminal, const ct_tty_mode *saved) {
    static atomic_bool registered;
    tty = terminal;
    mode = saved->termios;
    if (!atomic_exchange(&registered, true)) {
        atexit(restore_terminal);
    }
    stack_t alternate = {.ss_sp = stack, .ss_size = sizeof stack};
    sigaltstack(&alternate, NULL);
    struct sigaction action = {.sa_handler = on_fatal_signal, .sa_flags = SA_ONSTACK};
    sigfillset(&action.sa_mask);
    for (int i = 0; i < FATAL_COUNT; i++) {
        /* Takes the place of Swift's backtracer, which would ask questions on a broken screen. */
        sigaction(fatal[i], &action, &before[i]);
    }
    atomic_store(&armed, true);
}

bool ct_guard_set_restore(const uint8_t *bytes, size_t count) {
    if (count > RESTORE_CAPACITY) {
        return false;
    }
    restore *spare = atomic_load(&current) == &buffers[0] ? &buffers[1] : &buffers[0];
    memcpy(spare->bytes, bytes, count);
    spare->count = count;
    atomic_store(&current, spare);
    return true;
}

void ct_guard_set_log(int held, int stderr_before, int log) {
    held_stderr = held;
    real_stderr = stderr_before;
    log_fd = log;
}

void ct_guard_disarm(void) {
    atomic_store(&armed, false);
    atomic_store(&current, NULL);
    for (int i = 0; i < FATAL_COUNT; i++) {
        sigaction(fatal[i], &before[i], NULL);
    }
}

/* Signals and wake-ups as descriptors, so that one poll waits for everything. */
#define _GNU_SOURCE
#include "CTerminal.h"

#include <signal.h>
#include <sys/eventfd.h>
#include <sys/signalfd.h>
#include <time.h>
#include <unistd.h>

static __thread sigset_t mask_before;

int ct_signals_open(void) {
    static const int reported[] = {
        SIGWINCH, SIGTSTP, SIGCONT, SIGTERM, SIGHUP, SIGINT, SIGQUIT,
        /* What else would end the process and leave the terminal as it is; see signal(7). */
        SIGUSR1, SIGUSR2, SIGALRM, SIGVTALRM, SIGPROF, SIGIO, SIGPWR, SIGSTKFLT, SIGXCPU, SIGXFSZ,
    };
    sigset_t set;
    sigemptyset(&set);
    for (size_t i = 0; i < sizeof reported / sizeof *reported; i++) {
        sigaddset(&set, reported[i]);
    }
    for (int number = SIGRTMIN; number <= SIGRTMAX; number++) {
        sigaddset(&set, number);
    }
    signal(SIGPIPE, SIG_IGN);
    if (pthread_sigmask(SIG_BLOCK, &set, &mask_before) != 0) {
        return -1;
    }
    int fd = signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK);
    if (fd < 0) {
        pthread_sigmask(SIG_SETMASK, &mask_before, NULL);
    }
    return fd;
}

int ct_signals_read(int fd) {
    struct signalfd_siginfo info;
    while (read(fd, &info, sizeof info) == sizeof info) {
        /* A write of our own beyond a limit on files: the write fails, and whoever wrote says so. */
        if (info.ssi_signo == SIGXFSZ && info.ssi_pid == (uint32_t)getpid()) {
            continue;
        }
        return (int)info.ssi_signo;
    }
    return 0;
}

void ct_signals_close(int fd) {
    /* What came while we were leaving was about the session that ends here. */
    while (ct_signals_read(fd) != 0) {
    }
    close(fd);
    pthread_sigmask(SIG_SETMASK, &mask_before, NULL);
}

void ct_signals_stop(bool group) {
    struct sigaction stop = {.sa_handler = SIG_DFL};
    struct sigaction before;
    sigset_t stopping;
    sigset_t old;
    sigemptyset(&stopping);
    sigaddset(&stopping, SIGTSTP);
    sigaction(SIGTSTP, &stop, &before);
    if (group) {
        kill(0, SIGTSTP);
    } else {
        kill(getpid(), SIGTSTP);
    }
    pthread_sigmask(SIG_UNBLOCK, &stopping, &old); /* stops here */
    pthread_sigmask(SIG_SETMASK, &old, NULL);
    sigaction(SIGTSTP, &before, NULL);

    /* The CONT that woke us is told by returning, not by the descriptor again. */
    sigset_t continued;
    sigemptyset(&continued);
    sigaddset(&continued, SIGCONT);
    struct timespec now = {0, 0};
    while (sigtimedwait(&continued, NULL, &now) == SIGCONT) {
    }
}

int ct_wake_open(void) {
    return eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
}

void ct_wake(int fd) {
    uint64_t one = 1;
    if (write(fd, &one, sizeof one) < 0) {
        /* NB: the counter is full, so the loop is awake already. */
    }
}

void ct_wake_drain(int fd) {
    uint64_t count;
    if (read(fd, &count, sizeof count) < 0) {
        /* NB: nothing was waiting. */
    }
}

/* The mode and the size of a terminal. */
#define _GNU_SOURCE
#include "CTerminal.h"
#include "mode.h"

#include <errno.h>
#include <stdlib.h>
#include <sys/ioctl.h>

ct_tty_mode *ct_tty_save(int fd) {
    ct_tty_mode *saved = malloc(sizeof *saved);
    if (saved && tcgetattr(fd, &saved->termios) != 0) {
        free(saved);
        return NULL;
    }
    return saved;
}

static int set(int fd, const struct termios *mode) {
    while (tcsetattr(fd, TCSADRAIN, mode) != 0) {
        if (errno != EINTR) {
            return errno;
        }
    }
    return 0;
}

int ct_tty_raw(int fd, const ct_tty_mode *saved) {
    struct termios raw = saved->termios;
    cfmakeraw(&raw);
    raw.c_cc[VMIN] = 1;
    raw.c_cc[VTIME] = 0;
    return set(fd, &raw);
}

int ct_tty_restore(int fd, const ct_tty_mode *saved) {
    return set(fd, &saved->termios);
}

void ct_tty_free(ct_tty_mode *saved) {
    free(saved);
}

bool ct_tty_size(int fd, int *rows, int *columns) {
    struct winsize size;
    if (ioctl(fd, TIOCGWINSZ, &size) != 0 || size.ws_row == 0 || size.ws_col == 0) {
        return false;
    }
    *rows = size.ws_row;
    *columns = size.ws_col;
    return true;
}

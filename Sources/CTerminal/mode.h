/* Shared by tty.c and guard.c, and hidden from Swift. */
#ifndef CTERMINAL_MODE_H
#define CTERMINAL_MODE_H

#include <termios.h>

struct ct_tty_mode {
    struct termios termios;
};

#endif

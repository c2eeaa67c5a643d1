/*
 * The terminal's C side: ncursesw as a byte encoder, termios, signals, wake-ups, the crash guard.
 * No ncurses type crosses this header, and nothing here knows what is drawn.
 */
#ifndef CTERMINAL_H
#define CTERMINAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

/* ---- encoder.c: cells in, bytes out ------------------------------------------------------ */

enum {
    CT_SCALARS = 6, /* Unicode scalars in one cell */

    CT_BOLD = 1,
    CT_DIM = 2,
    CT_ITALIC = 4,
    CT_UNDERLINE = 8,
    CT_REVERSE = 16,
};

typedef struct {
    uint32_t text[CT_SCALARS]; /* ended by 0 when shorter */
    uint8_t width;             /* columns, 1 or 2; 0 is the second half of a wide cell */
    uint8_t attributes;        /* CT_BOLD … */
    int32_t foreground;        /* an index below ct_encoder_colors; -1 is the terminal's own */
    int32_t background;
} ct_cell;

typedef struct ct_encoder ct_encoder;

typedef enum {
    CT_OPENED,
    CT_UNKNOWN_TERM,
    CT_DUMB_TERM,
    CT_NO_MEMORY,
    CT_NO_ROOM, /* a limit on files (RLIMIT_FSIZE) is smaller than a frame */
    CT_BUSY, /* ncurses can have one encoder at a time */
} ct_open_result;

/*
 * Never writes to a terminal and never exits: a bad TERM is an answer. With `direct` the terminal is
 * taken to have 24-bit colour, whatever its description says, if it has colours at all.
 */
ct_open_result ct_encoder_open(
    const char *term, bool direct, int rows, int columns, ct_encoder **encoder);
/* 0 for a monochrome terminal. */
int ct_encoder_colors(const ct_encoder *encoder);
/* Colour numbers are 24-bit RGB, except for the first eight. */
bool ct_encoder_is_direct(const ct_encoder *encoder);
/* The next frame is a full one. */
void ct_encoder_resize(ct_encoder *encoder, int rows, int columns);
/* The next frame is a full one: something else has written to the terminal. */
void ct_encoder_repaint(ct_encoder *encoder);
void ct_encoder_put_row(ct_encoder *encoder, int y, const ct_cell *cells, int count);
/* A negative place hides the cursor. */
void ct_encoder_cursor(ct_encoder *encoder, int y, int x);
/* Encodes what was put until now, as a part of the frame that comes. */
void ct_encoder_update(ct_encoder *encoder);
/* Encodes what changed since the last frame; the bytes are the encoder's until its next call. */
const uint8_t *ct_encoder_frame(ct_encoder *encoder, size_t *count);
/* The bytes that give the screen back; a later frame takes it again. */
const uint8_t *ct_encoder_leave(ct_encoder *encoder, size_t *count);
/* What restores the screen at any moment, from the terminal's description. */
size_t ct_encoder_restore(ct_encoder *encoder, uint8_t *bytes, size_t capacity);
void ct_encoder_close(ct_encoder *encoder);

/* ---- tty.c ------------------------------------------------------------------------------- */

typedef struct ct_tty_mode ct_tty_mode;

/* NULL when the descriptor is not a terminal. */
ct_tty_mode *ct_tty_save(int fd);
/* Raw: no echo, no lines, no signals from keys, no output processing. 0 or errno. */
int ct_tty_raw(int fd, const ct_tty_mode *saved);
int ct_tty_restore(int fd, const ct_tty_mode *saved);
void ct_tty_free(ct_tty_mode *saved);
/* False when the terminal does not know its size. */
bool ct_tty_size(int fd, int *rows, int *columns);

/* ---- signals.c --------------------------------------------------------------------------- */

/*
 * Blocks WINCH, TSTP, CONT and all signals that ask a process to end in this thread, and in all
 * threads that it starts later, ignores PIPE, and returns the descriptor that reports them, or -1.
 * Those that tell of a fault of the program are the guard's.
 */
int ct_signals_open(void);
/* One reported signal, or 0 when there is none. */
int ct_signals_read(int fd);
/* Gives the thread back the signals that it had. */
void ct_signals_close(int fd);
/* Stops this process, or with `group` its whole job, as Ctrl-Z does; returns when continued. */
void ct_signals_stop(bool group);

/* An eventfd: wake from any thread, drain from the loop. */
int ct_wake_open(void);
void ct_wake(int fd);
void ct_wake_drain(int fd);

/* ---- guard.c ----------------------------------------------------------------------------- */

/*
 * While armed, a crash or an exit that nobody planned writes the restore bytes, gives the terminal
 * its mode back, shows the end of what was held back on the real stderr, adds it to the log, and
 * dies of the same signal.
 */
void ct_guard_arm(int tty, const ct_tty_mode *saved);
/* Replaces the bytes that close what is open now. False when they are too many to keep. */
bool ct_guard_set_restore(const uint8_t *bytes, size_t count);
/* Where stderr goes meanwhile, the real one, and a log or -1; all -1 when it is the real one. */
void ct_guard_set_log(int held, int real_stderr, int log);
void ct_guard_disarm(void);

/* A file in memory that takes the place of stderr, or -1. */
int ct_log_open(void);
/* Writes the last `limit` bytes of a file, without control characters. */
void ct_write_tail(int from, int to, size_t limit);

/* ---- memory ------------------------------------------------------------------------------- */

/* All threads share one heap; to be called before there is a second thread. See mallopt(3). */
void ct_share_heap(void);

#endif

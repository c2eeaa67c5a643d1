/*
 * ncurses draws into a file in memory and its bytes are read back from there: it still chooses the
 * shortest sequences for this terminal, and the caller decides when and how they are written.
 */
#define _GNU_SOURCE
#define NCURSES_WIDECHAR 1
#include "CTerminal.h"
#include "direct.h"
#include "repeats.h"

#include <ncursesw/curses.h>

#include <errno.h>
#include <locale.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>
#include <wchar.h>

struct ct_encoder {
    SCREEN *screen;
    FILE *output;
    FILE *input;
    uint8_t *bytes;
    size_t capacity;
    int colors;
    bool direct;
    bool has_default_colors;
    bool cursor_visible;
};

/*
 * NB: ncurses keeps its windows in one list for all screens, and resizing or deleting one screen
 * breaks the windows of the others (seen in 6.4): so there is one encoder at a time.
 */
static atomic_bool is_open;

/* Widths and bytes of characters must not depend on the member's language: UTF-8, this thread only. */
static locale_t utf8;

static locale_t enter(void) {
    if (!utf8) {
        utf8 = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0);
    }
    return uselocale(utf8); /* changes nothing when there is no such locale */
}

static void leave(locale_t before) {
    uselocale(before);
}

/* A capability of the terminal's description, or NULL. */
static const char *capability(const char *name) {
    const char *value = tigetstr(name);
    return value == (const char *)-1 ? NULL : value;
}

static bool can_draw(void) {
    return capability("cup") && capability("clear") && tigetflag("gn") <= 0 && tigetflag("hc") <= 0;
}

static void free_encoder(ct_encoder *encoder) {
    if (encoder->screen) {
        delscreen(encoder->screen);
    }
    if (encoder->output) {
        fclose(encoder->output);
    }
    if (encoder->input) {
        fclose(encoder->input);
    }
    free(encoder->bytes);
    free(encoder);
}

/*
 * A limit on files (RLIMIT_FSIZE) holds for files in memory too, and would cut each frame there.
 * NB: the smallest frame that matters; a limit above it may still cut a frame of a huge window.
 */
static bool holds_a_frame(int fd) {
    static const uint8_t frame[16 * 1024];
    bool holds = pwrite(fd, frame, sizeof frame, 0) == (ssize_t)sizeof frame;
    if (ftruncate(fd, 0) != 0 || !holds) {
        errno = EFBIG;
        return false;
    }
    return true;
}

static FILE *memory_file(void) {
    int fd = memfd_create("frames", MFD_CLOEXEC);
    FILE *file = fd < 0 || !holds_a_frame(fd) ? NULL : fdopen(fd, "r+");
    if (!file && fd >= 0) {
        close(fd);
    }
    return file;
}

/* NB: newterm sets the margins of the size in the terminal's description; ours are the last word. */
static void set_margins(ct_encoder *encoder, int rows) {
    const char *margins = capability("csr") ? tiparm(capability("csr"), 0, rows - 1) : NULL;
    if (margins && write(fileno(encoder->output), margins, strlen(margins)) < 0) {
        /* NB: a file in memory; without the margins a scrolling line is all that can go wrong. */
    }
}

static void set_up_colors(ct_encoder *encoder) {
    if (!has_colors() || start_color() == ERR) {
        return;
    }
    encoder->has_default_colors = use_default_colors() == OK;
    encoder->colors = COLORS;
    encoder->direct = COLORS > 256;
}

/*
 * LINES and COLUMNS may claim any size, for which newterm would take the memory; the true one is set
 * afterwards. NB: use_env(false) makes it refuse terminals without a size of their own, as linux.
 */
static char *set_aside(const char *name) {
    const char *value = getenv(name);
    char *copy = value ? strdup(value) : NULL;
    if (copy) {
        unsetenv(name);
    }
    return copy;
}

static void bring_back(const char *name, char *value) {
    if (value) {
        setenv(name, value, 1);
    }
    free(value);
}

static SCREEN *open_described(const char *term, const ct_encoder *encoder) {
    return newterm(term, encoder->output, encoder->input);
}

/*
 * NB: the environment is as before when this returns: a program that we start later finds the
 * person's own TERMINFO, or none.
 */
static SCREEN *open_direct(const char *term, const ct_encoder *encoder) {
    char *description = ct_direct_description(term);
    if (!description) {
        return NULL;
    }
    char *before = set_aside("TERMINFO");
    SCREEN *screen =
        setenv("TERMINFO", description, 1) == 0 ? open_described(term, encoder) : NULL;
    unsetenv("TERMINFO");
    bring_back("TERMINFO", before);
    free(description);
    return screen;
}

/* newterm also takes four signals over, which are none of its business here. */
static SCREEN *open_screen(const char *term, bool direct, const ct_encoder *encoder) {
    static const int taken[] = {SIGINT, SIGTERM, SIGTSTP, SIGWINCH};
    enum { COUNT = sizeof taken / sizeof *taken };
    struct sigaction before[COUNT];
    for (int i = 0; i < COUNT; i++) {
        sigaction(taken[i], NULL, &before[i]);
    }
    char *sizes[] = {set_aside("LINES"), set_aside("COLUMNS")};
    SCREEN *screen = direct ? open_direct(term, encoder) : NULL;
    screen = screen ? screen : open_described(term, encoder);
    bring_back("LINES", sizes[0]);
    bring_back("COLUMNS", sizes[1]);
    for (int i = 0; i < COUNT; i++) {
        sigaction(taken[i], &before[i], NULL);
    }
    return screen;
}

static ct_open_result open_encoder(
    const char *term, bool direct, int rows, int columns, ct_encoder *encoder) {
    encoder->output = memory_file();
    if (!encoder->output) {
        return errno == EFBIG ? CT_NO_ROOM : CT_NO_MEMORY;
    }
    encoder->input = fopen("/dev/null", "re");
    if (!encoder->input) {
        return CT_NO_MEMORY;
    }
    encoder->screen = open_screen(term, direct, encoder);
    if (!encoder->screen) {
        return CT_UNKNOWN_TERM;
    }
    if (!can_draw()) {
        return CT_DUMB_TERM;
    }
    typeahead(-1); /* else a waiting key cuts a frame short */
    nonl();
    leaveok(stdscr, true);
    curs_set(0); /* also makes newterm's own bytes come first */
    set_up_colors(encoder);
    resizeterm(rows, columns);
    set_margins(encoder, rows);
    return CT_OPENED;
}

ct_open_result ct_encoder_open(
    const char *term, bool direct, int rows, int columns, ct_encoder **result) {
    if (atomic_exchange(&is_open, true)) {
        return CT_BUSY;
    }
    ct_encoder *encoder = calloc(1, sizeof *encoder);
    locale_t before = enter();
    ct_open_result opened =
        encoder ? open_encoder(term, direct, rows, columns, encoder) : CT_NO_MEMORY;
    if (opened != CT_OPENED && encoder) {
        free_encoder(encoder);
        encoder = NULL;
    }
    leave(before);
    *result = encoder;
    atomic_store(&is_open, encoder != NULL);
    return opened;
}

int ct_encoder_colors(const ct_encoder *encoder) {
    return encoder->colors;
}

bool ct_encoder_is_direct(const ct_encoder *encoder) {
    return encoder->direct;
}

void ct_encoder_resize(ct_encoder *encoder, int rows, int columns) {
    locale_t before = enter();
    resizeterm(rows, columns);
    clearok(curscr, true);
    leave(before);
}

void ct_encoder_repaint(ct_encoder *encoder) {
    locale_t before = enter();
    clearok(curscr, true);
    leave(before);
}

static int pair_of(const ct_encoder *encoder, int foreground, int background) {
    if (encoder->colors == 0) {
        return 0;
    }
    if (!encoder->has_default_colors) {
        foreground = foreground < 0 ? COLOR_WHITE : foreground;
        background = background < 0 ? COLOR_BLACK : background;
    } else if (foreground < 0 && background < 0) {
        return 0;
    }
    int pair = alloc_pair(foreground, background);
    return pair < 0 ? 0 : pair;
}

static attr_t attributes_of(uint8_t attributes) {
    attr_t result = A_NORMAL;
    result |= attributes & CT_BOLD ? A_BOLD : 0;
    result |= attributes & CT_DIM ? A_DIM : 0;
    result |= attributes & CT_ITALIC ? A_ITALIC : 0;
    result |= attributes & CT_UNDERLINE ? A_UNDERLINE : 0;
    result |= attributes & CT_REVERSE ? A_REVERSE : 0;
    return result;
}

static const wchar_t replacement[] = {0xFFFD, 0};

/*
 * Splits a cell's scalars into the characters that ncurses knows: one with a width and the marks on
 * it. Their widths must add up to the cell's, or the rest of the row would move.
 */
static int characters_of(const ct_cell *cell, wchar_t parts[2][CCHARW_MAX + 1]) {
    int count = 0;
    int length = 0;
    int columns = 0;
    for (int i = 0; i < CT_SCALARS && cell->text[i]; i++) {
        wchar_t scalar = (wchar_t)cell->text[i];
        int width = wcwidth(scalar);
        if (width < 0 || (width == 0 && count == 0) || (width > 0 && count == 2)) {
            return 0;
        }
        if (width > 0) {
            count++;
            length = 0;
            columns += width;
        }
        if (length < CCHARW_MAX) {
            parts[count - 1][length++] = scalar;
            parts[count - 1][length] = 0;
        }
    }
    return columns == cell->width ? count : 0;
}

static int encode_cell(const ct_cell *cell, attr_t attributes, int pair, cchar_t *output) {
    wchar_t parts[2][CCHARW_MAX + 1];
    int count = characters_of(cell, parts);
    if (count == 0) {
        count = cell->width;
        wcscpy(parts[0], replacement);
        wcscpy(parts[1], L" ");
    }
    for (int i = 0; i < count; i++) {
        setcchar(&output[i], parts[i], attributes, 0, &pair);
    }
    return count;
}

void ct_encoder_put_row(ct_encoder *encoder, int y, const ct_cell *cells, int count) {
    cchar_t row[count > 0 ? count : 1];
    int filled = 0;
    int pair = 0;
    const ct_cell *last = NULL;
    locale_t before = enter();
    for (int x = 0; x < count; x++) {
        const ct_cell *cell = &cells[x];
        if (cell->width == 0 || x + cell->width > count) {
            continue;
        }
        if (!last || last->foreground != cell->foreground || last->background != cell->background) {
            pair = pair_of(encoder, cell->foreground, cell->background);
            last = cell;
        }
        filled += encode_cell(cell, attributes_of(cell->attributes), pair, &row[filled]);
    }
    mvadd_wchnstr(y, 0, row, filled);
    leave(before);
}

void ct_encoder_cursor(ct_encoder *encoder, int y, int x) {
    bool visible = y >= 0 && x >= 0;
    locale_t before = enter();
    if (visible) {
        move(y, x);
    }
    if (visible != encoder->cursor_visible) {
        leaveok(stdscr, !visible);
        curs_set(visible ? 1 : 0);
        encoder->cursor_visible = visible;
    }
    leave(before);
}

/* Reads what ncurses wrote and empties the file. */
static uint8_t *take(ct_encoder *encoder, size_t *count) {
    int fd = fileno(encoder->output);
    off_t length = lseek(fd, 0, SEEK_CUR);
    *count = 0;
    if (length <= 0) {
        return encoder->bytes;
    }
    if ((size_t)length > encoder->capacity) {
        uint8_t *bytes = realloc(encoder->bytes, (size_t)length);
        if (!bytes) {
            return encoder->bytes; /* kept in the file for the next try */
        }
        encoder->bytes = bytes;
        encoder->capacity = (size_t)length;
    }
    ssize_t taken = pread(fd, encoder->bytes, (size_t)length, 0);
    *count = taken < 0 ? 0 : (size_t)taken;
    lseek(fd, 0, SEEK_SET);
    if (ftruncate(fd, 0) != 0) {
        /* NB: harmless, the length that counts is the offset. */
    }
    return encoder->bytes;
}

void ct_encoder_update(ct_encoder *encoder) {
    (void)encoder;
    locale_t before = enter();
    wnoutrefresh(stdscr);
    doupdate();
    leave(before);
}

const uint8_t *ct_encoder_frame(ct_encoder *encoder, size_t *count) {
    ct_encoder_update(encoder);
    locale_t before = enter();
    uint8_t *bytes = take(encoder, count);
    *count = ct_shorten_renditions(bytes, *count);
    leave(before);
    return bytes;
}

const uint8_t *ct_encoder_leave(ct_encoder *encoder, size_t *count) {
    locale_t before = enter();
    endwin();
    const uint8_t *bytes = take(encoder, count);
    leave(before);
    return bytes;
}

/* A capability as bytes, without padding; what is missing adds nothing. */
static size_t append(uint8_t *bytes, size_t used, size_t capacity, const char *name) {
    for (const char *next = capability(name); next && *next && used < capacity; next++) {
        if (next[0] == '$' && next[1] == '<') {
            next = strchr(next, '>');
            if (!next) {
                break;
            }
            continue;
        }
        bytes[used++] = (uint8_t)*next;
    }
    return used;
}

size_t ct_encoder_restore(ct_encoder *encoder, uint8_t *bytes, size_t capacity) {
    locale_t before = enter();
    size_t used = append(bytes, 0, capacity, "sgr0");
    used = append(bytes, used, capacity, "op");
    used = append(bytes, used, capacity, "cnorm");
    used = append(bytes, used, capacity, "rmcup");
    leave(before);
    return used;
}

void ct_encoder_close(ct_encoder *encoder) {
    locale_t before = enter();
    endwin();
    free_encoder(encoder);
    leave(before);
    atomic_store(&is_open, false);
}

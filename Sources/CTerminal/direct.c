/*
 * Debian's ncurses-base has no description with 24-bit colour (`*-direct`), and one of another
 * terminal would bring another terminal's ways. So the terminal's own is read, its colours are
 * changed, and ncurses is given the result in the form of term(5), "Extended number format".
 */
#define NCURSES_WIDECHAR 1
#include "direct.h"

#include <ncursesw/curses.h>
#include <ncursesw/term.h>

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum {
    MAGIC = 01036,        /* numbers have 32 bits */
    COLORS_OF_24 = 1 << 24,
    PAIRS = 1 << 16,
    LARGEST = 32 * 1024,  /* ncurses reads no longer description */
};

/* Places of capabilities in a description (Caps of ncurses, in the order of term.h). */
enum {
    COLORS_PLACE = 13,
    PAIRS_PLACE = 14,
    CAN_CHANGE_PLACE = 27,
    ORIGINAL_COLORS_PLACE = 298,
    FIRST_OF_CHANGES = 299, /* initc, initp, scp, setf, setb */
    LAST_OF_CHANGES = 303,
    INK_PLACE = 359,
    GROUND_PLACE = 360,
};

/*
 * As in tmux-direct: 0-7 stay entries of the palette. With semicolons, which each terminal that has
 * direct colour understands; not each knows the colons of ITU T.416.
 */
#define DIRECT(palette, rgb)                                                                   \
    "\033[%?%p1%{8}%<%t" palette "%p1%d%e" rgb                                                 \
    ";2;%p1%{65536}%/%d;%p1%{256}%/%{255}%&%d;%p1%{255}%&%d%;m"
static char ink[] = DIRECT("3", "38");
static char ground[] = DIRECT("4", "48");

typedef struct {
    uint8_t bytes[LARGEST];
    size_t used;
    bool overflows;
} description;

static void add(description *to, const void *bytes, size_t count) {
    if (count > LARGEST - to->used) {
        to->overflows = true;
        return;
    }
    memcpy(to->bytes + to->used, bytes, count);
    to->used += count;
}

static void add_number(description *to, int value, size_t width) {
    const uint8_t bytes[] = {
        (uint8_t)value, (uint8_t)(value >> 8), (uint8_t)(value >> 16), (uint8_t)(value >> 24)};
    add(to, bytes, width);
}

static void add_to_even(description *to) {
    if (to->used % 2 == 1) {
        add(to, "", 1);
    }
}

static const char *string_at(const TERMTYPE *type, int place) {
    if (place == INK_PLACE || place == GROUND_PLACE) {
        return place == INK_PLACE ? ink : ground;
    }
    /* No colour is changed, so none has to be given back. */
    if (place >= ORIGINAL_COLORS_PLACE && place <= LAST_OF_CHANGES) {
        return NULL;
    }
    const char *value = type->Strings[place];
    return value == (const char *)-1 ? NULL : value;
}

static int number_at(const TERMTYPE *type, int place) {
    switch (place) {
    case COLORS_PLACE:
        return COLORS_OF_24;
    case PAIRS_PLACE:
        return PAIRS;
    default:
        return type->Numbers[place];
    }
}

static void add_standard(description *to, const TERMTYPE *type, const char *name) {
    size_t table = 0;
    for (int i = 0; i < STRCOUNT; i++) {
        const char *value = string_at(type, i);
        table += value ? strlen(value) + 1 : 0;
    }
    const int header[] = {
        MAGIC, (int)strlen(name) + 1, BOOLCOUNT, NUMCOUNT, STRCOUNT, (int)table};
    for (int i = 0; i < 6; i++) {
        add_number(to, header[i], 2);
    }
    add(to, name, strlen(name) + 1);
    for (int i = 0; i < BOOLCOUNT; i++) {
        add_number(to, i != CAN_CHANGE_PLACE && type->Booleans[i] == 1, 1);
    }
    add_to_even(to);
    for (int i = 0; i < NUMCOUNT; i++) {
        add_number(to, number_at(type, i), 4);
    }
    for (int i = 0, offset = 0; i < STRCOUNT; i++) {
        const char *value = string_at(type, i);
        add_number(to, value ? offset : -1, 2);
        offset += value ? (int)strlen(value) + 1 : 0;
    }
    for (int i = 0; i < STRCOUNT; i++) {
        const char *value = string_at(type, i);
        if (value) {
            add(to, value, strlen(value) + 1);
        }
    }
}

/* What ncurses itself asks for beyond the standard: AX, XT, and U8 of the consoles; then RGB. */
static void add_extended(description *to) {
    static const char *const flags[] = {"AX", "RGB", "XT"};
    static const char *const names = "AX\0RGB\0XT\0U8";
    enum { FLAGS = 3, NUMBERS = 1, NAMES = FLAGS + NUMBERS, TABLE = sizeof "AX\0RGB\0XT\0U8" };
    static const int offsets[NAMES] = {0, 3, 7, 10};
    const int header[] = {FLAGS, NUMBERS, 0, NAMES, TABLE};
    add_to_even(to);
    for (int i = 0; i < 5; i++) {
        add_number(to, header[i], 2);
    }
    for (int i = 0; i < FLAGS; i++) {
        add_number(to, strcmp(flags[i], "RGB") == 0 || tigetflag(flags[i]) > 0, 1);
    }
    add_to_even(to);
    add_number(to, tigetnum("U8") < 0 ? -1 : tigetnum("U8"), 4);
    for (int i = 0; i < NAMES; i++) {
        add_number(to, offsets[i], 2);
    }
    add(to, names, TABLE);
}

/* RFC 4648. */
static char *base64(const description *of) {
    static const char digits[] =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    static const char prefix[] = "b64:";
    char *text = malloc(sizeof prefix + (of->used + 2) / 3 * 4);
    if (!text) {
        return NULL;
    }
    char *next = strcpy(text, prefix) + strlen(prefix);
    for (size_t i = 0; i < of->used; i += 3) {
        size_t left = of->used - i;
        uint32_t three = (uint32_t)of->bytes[i] << 16
            | (left > 1 ? (uint32_t)of->bytes[i + 1] << 8 : 0) | (left > 2 ? of->bytes[i + 2] : 0);
        for (size_t digit = 0; digit < 4; digit++) {
            *next++ = digit > left ? '=' : digits[three >> (18 - 6 * digit) & 63];
        }
    }
    *next = 0;
    return text;
}

static char *derived(const TERMTYPE *type, const char *name) {
    if (type->Numbers[COLORS_PLACE] < 8) {
        return NULL;
    }
    description *description = calloc(1, sizeof *description);
    if (!description) {
        return NULL;
    }
    add_standard(description, type, name);
    add_extended(description);
    char *text = description->overflows ? NULL : base64(description);
    free(description);
    return text;
}

char *ct_direct_description(const char *term) {
    int null = open("/dev/null", O_RDWR | O_CLOEXEC);
    int found = 0;
    if (null < 0) {
        return NULL;
    }
    char *text = NULL;
    if (setupterm((char *)(uintptr_t)term, null, &found) == OK) {
        text = derived((const TERMTYPE *)cur_term, term);
        del_curterm(cur_term);
    }
    close(null);
    return text;
}

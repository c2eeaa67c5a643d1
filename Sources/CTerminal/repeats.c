/* "Select graphic rendition" of ECMA-48, as far as it is about colours. */
#include "repeats.h"

#include <stdbool.h>

enum { ESCAPE = 0x1B, LARGEST_COUNT = 16 };

/* A colour by number, above it how the number is meant. */
typedef int64_t color;
static const color UNKNOWN = -1;
static const color DEFAULT = 0;

static color named(int kind, int number) {
    return (color)(kind + 1) << 32 | number;
}

typedef struct {
    color ink;
    color ground;
} colors;

typedef struct {
    int values[LARGEST_COUNT];
    int count;
    bool is_odd; /* more of them, or not only decimal numbers */
} parameters;

static parameters read_parameters(const uint8_t *bytes, size_t count) {
    parameters result = {.count = 1};
    for (size_t i = 0; i < count; i++) {
        int *last = &result.values[result.count - 1];
        if (bytes[i] == ';' && result.count < LARGEST_COUNT) {
            result.count++;
        } else if (bytes[i] >= '0' && bytes[i] <= '9' && *last < 1000) {
            *last = *last * 10 + bytes[i] - '0';
        } else {
            result.is_odd = true;
        }
    }
    return result;
}

/* Reads "38;5;n" or "38;2;r;g;b" at `i`, or 48 in its place; how many numbers that are, or 0. */
static int read_long(const parameters *from, int i, color *result) {
    const int *values = from->values + i;
    int left = from->count - i;
    if (left >= 3 && values[1] == 5) {
        *result = named(1, values[2]);
        return 3;
    }
    if (left >= 5 && values[1] == 2) {
        *result = named(2, values[2] << 16 | values[3] << 8 | values[4]);
        return 5;
    }
    return 0;
}

/* Follows one sequence; whether it is about nothing but colours. */
static bool follow(const parameters *sequence, colors *now) {
    bool is_only_color = !sequence->is_odd;
    if (sequence->is_odd) {
        *now = (colors){UNKNOWN, UNKNOWN};
        return false;
    }
    for (int i = 0; i < sequence->count;) {
        int value = sequence->values[i];
        int taken = 1;
        if (value == 38 || value == 48) {
            taken = read_long(sequence, i, value == 38 ? &now->ink : &now->ground);
            if (taken == 0) {
                *now = (colors){UNKNOWN, UNKNOWN};
                return false;
            }
        } else if (value == 39 || (value >= 30 && value <= 37) || (value >= 90 && value <= 97)) {
            now->ink = value == 39 ? DEFAULT : named(0, value);
        } else if (value == 49 || (value >= 40 && value <= 47) || (value >= 100 && value <= 107)) {
            now->ground = value == 49 ? DEFAULT : named(0, value);
        } else {
            is_only_color = false;
            if (value == 0) {
                *now = (colors){DEFAULT, DEFAULT};
            }
        }
        i += taken;
    }
    return is_only_color;
}

/* The length of the control sequence that begins at `i`, or 0 when none does. */
static size_t sequence_length(const uint8_t *bytes, size_t count, size_t i) {
    if (i + 2 >= count || bytes[i] != ESCAPE || bytes[i + 1] != '[') {
        return 0;
    }
    for (size_t end = i + 2; end < count; end++) {
        if (bytes[end] >= 0x40) {
            return end + 1 - i;
        }
    }
    return 0;
}

size_t ct_drop_repeated_colors(uint8_t *bytes, size_t count) {
    colors now = {UNKNOWN, UNKNOWN};
    size_t kept = 0;
    for (size_t i = 0; i < count;) {
        size_t length = sequence_length(bytes, count, i);
        bool is_repeated = false;
        if (length > 0 && bytes[i + length - 1] == 'm') {
            parameters sequence = read_parameters(bytes + i + 2, length - 3);
            colors before = now;
            is_repeated = follow(&sequence, &now) && before.ink == now.ink
                && before.ground == now.ground && before.ink != UNKNOWN
                && before.ground != UNKNOWN;
        } else if (length == 0 && bytes[i] == ESCAPE && i + 1 < count && bytes[i + 1] != '('
                   && bytes[i + 1] != ')') {
            /* Anything: it may bring back the colours that were saved. */
            now = (colors){UNKNOWN, UNKNOWN};
        }
        length = length == 0 ? 1 : length;
        for (size_t next = i; !is_repeated && next < i + length; next++) {
            bytes[kept++] = bytes[next];
        }
        i += length;
    }
    return kept;
}

/*
 * "Select graphic rendition" of ECMA-48: what a frame says of colours and attributes waits for the
 * first character that they are for, and is then said once, as the difference to what the terminal has.
 */
#include "repeats.h"

#include <stdbool.h>

enum { ESCAPE = 0x1B, LARGEST_COUNT = 16, LARGEST_SEQUENCE = 96 };

/* A colour by number, above it how the number is meant. */
typedef int64_t color;
static const color DEFAULT = 0;
enum { NAMED = 1, INDEXED, DIRECT };

static color make_color(int kind, int number) {
    return (color)kind << 32 | number;
}

/* How characters look; an attribute is the bit of its number in SGR, 1 to 9 but 6. */
typedef struct {
    color ink;
    color ground;
    unsigned attributes;
} look;

static const look PLAIN = {DEFAULT, DEFAULT, 0};

typedef struct {
    int values[LARGEST_COUNT];
    int count;
    bool is_odd; /* more of them, or not only decimal numbers */
} parameters;

typedef struct {
    uint8_t bytes[LARGEST_SEQUENCE];
    size_t count;
} sequence;

static parameters read_parameters(const uint8_t *bytes, size_t count) {
    parameters result = {.count = 1};
    for (size_t i = 0; i < count; i++) {
        int *last = &result.values[result.count - 1];
        bool is_number = bytes[i] >= '0' && bytes[i] <= '9';
        bool is_after_number = i > 0 && bytes[i - 1] != ';';
        if (bytes[i] == ';' && is_after_number && i + 1 < count && result.count < LARGEST_COUNT) {
            result.count++;
        } else if (is_number && *last < 1000) {
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
        *result = make_color(INDEXED, values[2]);
        return 3;
    }
    bool is_direct = left >= 5 && values[1] == 2;
    if (is_direct && values[2] < 256 && values[3] < 256 && values[4] < 256) {
        *result = make_color(DIRECT, values[2] << 16 | values[3] << 8 | values[4]);
        return 5;
    }
    return 0;
}

/* Changes a look by one sequence; whether it held nothing else. */
static bool follow(const parameters *from, look *now) {
    for (int i = 0; !from->is_odd && i < from->count;) {
        int value = from->values[i];
        int taken = 1;
        if (value == 0) {
            *now = PLAIN;
        } else if (value <= 9 && value != 6) {
            now->attributes |= 1u << value;
        } else if (value == 38 || value == 48) {
            taken = read_long(from, i, value == 38 ? &now->ink : &now->ground);
            if (taken == 0) {
                return false;
            }
        } else if (value == 39 || (value >= 30 && value <= 37) || (value >= 90 && value <= 97)) {
            now->ink = value == 39 ? DEFAULT : make_color(NAMED, value);
        } else if (value == 49 || (value >= 40 && value <= 47) || (value >= 100 && value <= 107)) {
            now->ground = value == 49 ? DEFAULT : make_color(NAMED, value);
        } else {
            return false;
        }
        i += taken;
    }
    return !from->is_odd;
}

static void add(sequence *to, int number) {
    char digits[12];
    int count = 0;
    do {
        digits[count++] = (char)('0' + number % 10);
        number /= 10;
    } while (number > 0);
    if (to->count > 2) {
        to->bytes[to->count++] = ';';
    }
    while (count > 0) {
        to->bytes[to->count++] = (uint8_t)digits[--count];
    }
}

/* - Parameter place: 38 or 48. */
static void add_color(sequence *to, color color, int place) {
    int number = (int)(color & 0xFFFFFF);
    switch ((int)(color >> 32)) {
    case NAMED:
        add(to, number);
        break;
    case INDEXED:
        add(to, place);
        add(to, 5);
        add(to, number);
        break;
    case DIRECT:
        add(to, place);
        add(to, 2);
        add(to, number >> 16);
        add(to, number >> 8 & 0xFF);
        add(to, number & 0xFF);
        break;
    default:
        add(to, place + 1);
    }
}

/* What ends attributes one by one; bold and faint end together. */
static void end_attributes(sequence *to, unsigned ended) {
    for (int attribute = 2; attribute <= 9; attribute++) {
        unsigned own = attribute == 2 ? 1u << 1 | 1u << 2 : 1u << attribute;
        if (ended & own) {
            add(to, 20 + attribute);
        }
    }
}

static sequence difference(const look *from, const look *to, bool is_anew) {
    look start = is_anew ? PLAIN : *from;
    sequence result = {.bytes = {ESCAPE, '['}, .count = 2};
    bool is_plain = to->ink == DEFAULT && to->ground == DEFAULT && to->attributes == 0;
    if (is_anew && !is_plain) {
        add(&result, 0);
    }
    unsigned ended = start.attributes & ~to->attributes;
    end_attributes(&result, ended);
    if (ended & (1u << 1 | 1u << 2)) {
        start.attributes &= ~(1u << 1 | 1u << 2);
    }
    for (int attribute = 1; attribute <= 9; attribute++) {
        if ((to->attributes & ~start.attributes) >> attribute & 1) {
            add(&result, attribute);
        }
    }
    if (to->ink != start.ink) {
        add_color(&result, to->ink, 38);
    }
    if (to->ground != start.ground) {
        add_color(&result, to->ground, 48);
    }
    if (result.count == 2 && !is_anew) {
        return (sequence){.count = 0};
    }
    result.bytes[result.count++] = 'm';
    return result;
}

/* Whether a colour is one of those that came when attributes had long ended one by one. */
static bool is_late(color color) {
    return color >> 32 > NAMED;
}

/* The shortest way from one look to another; on old terminals attributes end all at once only. */
static sequence shortest(const look *from, const look *to) {
    sequence anew = difference(from, to, true);
    bool is_old = !is_late(from->ink) && !is_late(from->ground) && !is_late(to->ink)
        && !is_late(to->ground);
    if (is_old && (from->attributes & ~to->attributes) != 0) {
        return anew;
    }
    sequence added = difference(from, to, false);
    return added.count <= anew.count ? added : anew;
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

/* Whether a control sequence only moves the cursor. */
static bool is_move(uint8_t last) {
    return (last >= 'A' && last <= 'H') || last == 'd' || last == 'f' || last == '`';
}

typedef struct {
    uint8_t *bytes;
    size_t kept;
    /* Of the terminal, as soon as something has set all of it; and what comes next. */
    look has, wants;
    bool is_known;
    /* What ESC ( has chosen last; 0 as long as that is not known. */
    uint8_t charset;
} frame;

static void keep(frame *frame, const uint8_t *bytes, size_t count) {
    for (size_t i = 0; i < count; i++) {
        frame->bytes[frame->kept++] = bytes[i];
    }
}

static void say(frame *frame) {
    if (frame->is_known) {
        sequence sequence = shortest(&frame->has, &frame->wants);
        keep(frame, sequence.bytes, sequence.count);
        frame->has = frame->wants;
    }
}

static void take_rendition(frame *frame, const uint8_t *bytes, size_t length) {
    parameters parameters = read_parameters(bytes + 2, length - 3);
    look wanted = frame->wants;
    bool is_clear = follow(&parameters, &wanted);
    bool sets_all = is_clear && parameters.values[0] == 0;
    if (frame->is_known && is_clear) {
        frame->wants = wanted;
        return;
    }
    say(frame);
    keep(frame, bytes, length);
    frame->is_known = sets_all;
    frame->has = frame->wants = wanted;
}

static void take_escape(frame *frame, const uint8_t *bytes, size_t count) {
    if (count >= 3 && bytes[1] == '(') {
        if (bytes[2] != frame->charset) {
            keep(frame, bytes, 3);
        }
        frame->charset = bytes[2];
    } else {
        /* Anything: it may bring back what was saved. */
        say(frame);
        keep(frame, bytes, 1);
        frame->is_known = false;
        frame->charset = 0;
    }
}

size_t ct_shorten_renditions(uint8_t *bytes, size_t count) {
    frame frame = {.bytes = bytes};
    for (size_t i = 0; i < count;) {
        size_t length = sequence_length(bytes, count, i);
        if (length > 0 && bytes[i + length - 1] == 'm') {
            take_rendition(&frame, bytes + i, length);
        } else if (length > 0) {
            if (!is_move(bytes[i + length - 1])) {
                say(&frame);
            }
            keep(&frame, bytes + i, length);
        } else if (bytes[i] == ESCAPE) {
            length = i + 2 < count && bytes[i + 1] == '(' ? 3 : 1;
            take_escape(&frame, bytes + i, count - i);
        } else {
            length = 1;
            if (bytes[i] >= ' ' || bytes[i] == '\n') {
                say(&frame);
            }
            keep(&frame, bytes + i, 1);
        }
        i += length;
    }
    say(&frame);
    return frame.kept;
}

"""Each kind of picture that cameras, scanners, printers' programs and drawing programs make is drawn as
it is meant: what is read is compared pixel by pixel."""

import struct
import zlib

import pytest
from harness.picture_files import (
    CLEAR_WEBP, INKS, LARGE_JPEG, ORANGE, PAPER, QUARTER_COLORS, lying, png_of)
from harness.pictures import CELLS, KITTY, PIXELS, chunk, decoded

# Of a grey that is 0x80 of sixteen bits.
MIDDLE = (0x80, 0x80, 0x80)


def pixels(file, columns, rows, size):
    """Rows of red, green, blue and alpha in a place of so many cells of `size` pixels."""
    kind, body = decoded(file, form=KITTY, size=(columns, rows), cell=size)
    assert kind == PIXELS, body
    width, height = struct.unpack(">HH", body[:4])
    data = zlib.decompress(body[4:])
    return [[tuple(data[(y * width + x) * 4:][:4]) for x in range(width)] for y in range(height)]


def near(pixel, color, bound=8):
    return pixel[3] == 255 and max(abs(a - b) for a, b in zip(pixel, color)) <= bound


# Of each way to hold a camera: where the four quarters are seen, row by row (Exif 2.3, 4.6.4 A).
SEEN = {1: "0123", 2: "1032", 3: "3210", 4: "2301", 5: "0213", 6: "2031", 7: "3120", 8: "1302"}


@pytest.mark.parametrize("orientation", SEEN)
@pytest.mark.parametrize("cell", [(8, 16), (4, 8)], ids=["whole", "smaller"])
def test_a_picture_stands_as_the_camera_was_held(orientation, cell):
    columns, rows = (6, 2) if orientation < 5 else (4, 3)
    drawn = pixels(lying(orientation), columns, rows, cell)
    width, height = len(drawn[0]), len(drawn)
    for place, quarter in enumerate(SEEN[orientation]):
        x, y = width // 4 + place % 2 * width // 2, height // 4 + place // 2 * height // 2
        assert near(drawn[y][x], QUARTER_COLORS[int(quarter)]), (place, drawn[y][x])


@pytest.mark.parametrize("size", [(20, 6), (60, 20), (2, 40)])
def test_the_largest_one_on_its_side_passes_within_the_limits(size):
    kind, body = decoded(lying(6, LARGE_JPEG), size=size)
    assert kind == CELLS, body


def test_an_orientation_that_is_none_turns_nothing():
    assert near(pixels(lying(9), 6, 2, (8, 16))[2][2], QUARTER_COLORS[0])


def test_four_inks_are_mixed_as_their_program_says():
    assert near(pixels(INKS, 2, 1, (8, 16))[8][8], ORANGE)
    # Without Adobe's mark a number is that much ink.
    assert INKS[2:4] == b"\xff\xee"
    plain = INKS[:2] + INKS[18:]
    inks = pixels(plain, 2, 1, (8, 16))[8][8]
    assert inks[3] == 255 and not near(inks, ORANGE)


LEFT, RIGHT = bytes(ORANGE), bytes(PAPER)
PALETTE = chunk(b"PLTE", LEFT + RIGHT)


@pytest.mark.parametrize("file, left, right", [
    (png_of(0, 16, b"\x80\x80" * 16), MIDDLE, MIDDLE),
    (png_of(2, 16, b"".join(bytes((value, value)) for value in LEFT * 8 + RIGHT * 8)), LEFT, RIGHT),
    (png_of(6, 16, b"".join(bytes((value, value)) for value in (LEFT + b"\xff") * 16)), LEFT, LEFT),
    (png_of(0, 1, b"\x00\xff"), (0, 0, 0), (255, 255, 255)),
    (png_of(0, 2, b"\x00\x00\xaa\xaa"), (0, 0, 0), (0xAA, 0xAA, 0xAA)),
    (png_of(3, 1, b"\x00\xff", before=PALETTE), LEFT, RIGHT),
    (png_of(3, 4, b"\x00\x00\x00\x00\x11\x11\x11\x11", before=PALETTE), LEFT, RIGHT),
    (png_of(3, 8, bytes(8) + b"\x01" * 8, before=PALETTE + chunk(b"tRNS", b"\x00")), None, RIGHT),
    (png_of(2, 8, LEFT * 8 + RIGHT * 8, before=chunk(b"tRNS", b"".join(
        bytes((0, value)) for value in RIGHT))), LEFT, None),
    (png_of(4, 8, b"\x80\xff" * 8 + b"\x80\x00" * 8), MIDDLE, None),
    (png_of(2, 8, LEFT * 8 + RIGHT * 8, interlaced=True), LEFT, RIGHT),
    (png_of(3, 8, bytes(8) + b"\x01" * 8, before=PALETTE, interlaced=True), LEFT, RIGHT),
    (png_of(4, 8, b"\x80\xff" * 8 + b"\x80\x00" * 8, interlaced=True), MIDDLE, None),
    (CLEAR_WEBP, LEFT, None),
], ids=["grey16", "rgb16", "rgba16", "grey1", "grey2", "palette1", "palette4", "palette-alpha",
        "one-clear-colour", "grey-alpha", "interlaced", "interlaced-palette",
        "interlaced-grey-alpha", "webp-alpha"])
def test_each_kind_of_file_is_drawn_as_it_is_meant(file, left, right):
    drawn = pixels(file, 2, 1, (8, 16))
    for pixel, color in ((drawn[8][3], left), (drawn[8][12], right)):
        assert pixel[3] == 0 if color is None else near(pixel, color, 12), pixel


def test_what_can_be_seen_through_shows_the_ground_in_cells():
    kind, body = decoded(CLEAR_WEBP, size=(4, 2))
    assert kind == CELLS
    # The last cell is the ground, in the screen's own words.
    assert body[-9:][5:] == bytes(4)

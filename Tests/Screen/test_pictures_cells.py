"""The brands' pictures as cells beside what the files have: the colour of each cell, and how far all
of it is from the file, which half blocks must not beat."""

import statistics
import struct
import zlib

import pytest
from harness.effort import sample
from harness.pictures import CELLS, DIRECT, PALETTE_16, PALETTE_256, decoded, errors
from harness.programs import ROOT

FOLDER = ROOT / "Sources/Server/Seed/Brands"
FILES = sorted(FOLDER.glob("*/pictures/*.png"))
GROUND = (0x10, 0x0E, 0x0D)
# The shapes of the places: all of the pictures are 23 to 6.
# How much nearer half blocks may be where their colours are means.
SOFT = 1.05
SIZES = [(23, 6), (46, 12)]


def unpacked(file):
    """(width, height, rows of colours) of a PNG with a palette; our own reading, no library's."""
    data, place, pixels, clear = file.read_bytes(), 8, b"", b""
    while place < len(data):
        length, name = struct.unpack(">I4s", data[place:place + 8])
        body = data[place + 8:place + 8 + length]
        if name == b"IHDR":
            width, height, depth, kind, *_, interlaced = struct.unpack(">IIBBBBB", body)
            assert (depth, kind, interlaced) == (8, 3, 0), file
        elif name == b"PLTE":
            palette = [tuple(body[start:start + 3]) for start in range(0, length, 3)]
        elif name == b"tRNS":
            clear = body
        elif name == b"IDAT":
            pixels += body
        place += length + 12
    colors = [mixed(color, clear[index] if index < len(clear) else 255)
              for index, color in enumerate(palette)]
    return width, height, [
        [colors[index] for index in row] for row in unfiltered(zlib.decompress(pixels), width)]


def mixed(color, alpha):
    return tuple((channel * alpha + ground * (255 - alpha) + 127) // 255
                 for channel, ground in zip(color, GROUND))


def unfiltered(data, width):
    """The rows of one byte a pixel."""
    above = bytearray(width)
    for start in range(0, len(data), width + 1):
        way, row = data[start], bytearray(data[start + 1:start + 1 + width])
        for x in range(width):
            left, up, corner = (row[x - 1], above[x], above[x - 1]) if x else (0, above[x], 0)
            if way == 1:
                row[x] = (row[x] + left) & 255
            elif way == 2:
                row[x] = (row[x] + up) & 255
            elif way == 3:
                row[x] = (row[x] + (left + up) // 2) & 255
            elif way == 4:
                guess = left + up - corner
                near = min((abs(guess - left), 0, left), (abs(guess - up), 1, up),
                           (abs(guess - corner), 2, corner))
                row[x] = (row[x] + near[2]) & 255
        yield row
        above = row


def mean(rows, left, top, right, bottom):
    """The mean colour of an area of whole pixels."""
    count = (right - left) * (bottom - top)
    sums = [0, 0, 0]
    for row in rows[top:bottom]:
        for color in row[left:right]:
            for channel in range(3):
                sums[channel] += color[channel]
    return [value / count for value in sums]


def median(rows, left, top, right, bottom):
    """Of each channel, as our cells have it: flat art stays flat."""
    return [statistics.median(color[channel] for row in rows[top:bottom] for color in row[left:right])
            for channel in range(3)]


def halves_error(rows, color_of):
    """How far half blocks stay, with one colour for each half of 8x8 samples."""
    squares = 0
    for y in range(0, len(rows), 8):
        for x in range(0, len(rows[0]), 8):
            color = color_of(rows, x, y, x + 8, y + 8)
            squares += sum((value - part) ** 2 for row in rows[y:y + 8] for pixel in row[x:x + 8]
                           for value, part in zip(pixel, color))
    return (squares / (len(rows) * len(rows[0]) * 3)) ** 0.5


def cells_error(rows, columns, body):
    """How far the cells are from the samples, sample by sample."""
    squares = 0
    for place, start in enumerate(range(4, len(body), 9)):
        on, off = seen(body[start + 1:start + 5]), seen(body[start + 5:start + 9])
        left, top = place % columns * 8, place // columns * 16
        for y in range(16):
            for x in range(8):
                color = on if fills(body[start], x, y) else off
                squares += sum((value - part) ** 2
                               for value, part in zip(rows[top + y][left + x], color))
    return (squares / (len(rows) * len(rows[0]) * 3)) ** 0.5


def fills(symbol, x, y):
    """Whether a symbol fills a sample of its cell, which has 8 columns and 16 rows of them."""
    left, top = x < 4, y < 8
    if symbol < 2:
        return symbol == 1
    if symbol < 9:
        return y >= 16 - 2 * (symbol - 1)
    if symbol < 11:
        return y < (2 if symbol == 9 else 8)
    if symbol < 18:
        return x <= symbol - 11
    if symbol < 20:
        return x >= (7 if symbol == 18 else 4)
    if symbol < 28:
        quarter = (top and left, top and not left, not top and left, not top and not left)
        return quarter[(symbol - 20) % 4] != (symbol >= 24)
    return (left == top) == (symbol == 28)


def standard(entry):
    """The colour of an entry of the palette of 256 (xterm)."""
    if entry < 16:
        return STANDARD[entry]
    if entry >= 232:
        return (8 + 10 * (entry - 232),) * 3
    steps = (0, 95, 135, 175, 215, 255)
    entry -= 16
    return steps[entry // 36], steps[entry // 6 % 6], steps[entry % 6]


STANDARD = [(0, 0, 0), (205, 0, 0), (0, 205, 0), (205, 205, 0), (0, 0, 238), (205, 0, 205),
            (0, 205, 205), (229, 229, 229), (127, 127, 127), (255, 0, 0), (0, 255, 0),
            (255, 255, 0), (92, 92, 255), (255, 0, 255), (0, 255, 255), (255, 255, 255)]


def seen(color):
    return GROUND if color[0] == 0 else standard(color[1]) if color[0] == 1 else tuple(color[1:])


def cell_colors(body):
    """The mean colour of each cell."""
    for start in range(4, len(body), 9):
        share = SHARES[body[start]]
        on, off = seen(body[start + 1:start + 5]), seen(body[start + 5:start + 9])
        yield [share * one + (1 - share) * other for one, other in zip(on, off)]


# How much of its cell each symbol fills, as the process numbers them.
SHARES = [sum(fills(symbol, x, y) for x in range(8) for y in range(16)) / 128
          for symbol in range(30)]
# Of the distance of a cell's mean colour from the file's, 0-255 a channel: of all cells on average,
# and of the farthest one. The fewer colours there are, the farther is the nearest.
BOUNDS = {DIRECT: (3, 40), PALETTE_256: (26, 55), PALETTE_16: (70, 105)}
SAMPLES = [file for file in FILES if file.stem in ("card-face", "croissant", "shelf", "mortar")]


@pytest.mark.parametrize("file", SAMPLES, ids=lambda file: f"{file.parts[-3]}-{file.stem}")
def test_cells_have_the_colours_of_the_file(file):
    width, height, rows = unpacked(file)
    for columns, lines in SIZES:
        across, down = width // columns, height // lines
        wanted = [mean(rows, x * across, y * down, (x + 1) * across, (y + 1) * down)
                  for y in range(lines) for x in range(columns)]
        for form, (average, most) in BOUNDS.items():
            kind, body = decoded(file.read_bytes(), form=form, size=(columns, lines))
            assert kind == CELLS
            apart = [sum(abs(a - b) for a, b in zip(cell, color)) / 3
                     for cell, color in zip(cell_colors(body), wanted, strict=True)]
            assert sum(apart) / len(apart) <= average
            assert max(apart) <= most


@pytest.mark.parametrize(
    "file", FILES[::sample(8, 1)], ids=lambda file: f"{file.parts[-3]}-{file.stem}")
def test_the_nearest_cells_are_kept(file):
    """Ours or libchafa's, whichever are nearer; half blocks, at their best, are never nearer."""
    width, height, rows = unpacked(file)
    columns, lines = SIZES[0]
    step = width // (columns * 8)
    samples = [[mean(rows, x, y, x + step, y + step) for x in range(0, width, step)]
               for y in range(0, height, step)]
    kind, body = decoded(file.read_bytes(), size=(columns, lines))
    assert kind == CELLS
    ours, chafa = errors(body)
    halves, least = halves_error(samples, median), halves_error(samples, mean)
    print(f"{file.parts[-3]}-{file.stem}: ours {ours:.1f}, libchafa {chafa}, halves {halves:.1f}, "
          f"with means {least:.1f}")
    assert chafa is not None
    # What is kept is one of the two, and that one is what has come.
    kept = cells_error(samples, columns, body)
    assert abs(kept - min(ours, chafa)) < 0.5
    assert kept <= halves
    # A mean is nearer to soft edges than a median, and gives hard ones a halo.
    assert kept <= least * SOFT

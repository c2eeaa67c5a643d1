"""Reads a bar code off a captured screen, as the scanner at a till does."""

import re
import subprocess

_SGR = re.compile(r"\x1b\[([0-9;:]*)m")
_BASE = [(0, 0, 0), (205, 0, 0), (0, 205, 0), (205, 205, 0), (0, 0, 238), (205, 0, 205),
         (0, 205, 205), (229, 229, 229), (127, 127, 127), (255, 0, 0), (0, 255, 0),
         (255, 255, 0), (92, 92, 255), (255, 0, 255), (0, 255, 255), (255, 255, 255)]
# Which quarters of a cell are ink: upper left, upper right, lower left, lower right.
_BLOCKS = {
    "█": "1111", "▀": "1100", "▄": "0011", "▌": "1010", "▐": "0101", "▘": "1000", "▝": "0100",
    "▖": "0010", "▗": "0001", "▚": "1001", "▞": "0110", "▙": "1011", "▟": "0111", "▛": "1110",
    "▜": "1101",
}
# A quarter is half a cell wide and half a cell high; a cell is twice as high as it is wide.
_WIDE, _HIGH = 4, 8


def decode(coloured_text, path):
    """What the decoder says about a screen captured with its colours; `path` takes the picture."""
    path.write_bytes(picture(coloured_text))
    return subprocess.run(["ZXingReader", str(path)], stdout=subprocess.PIPE,
                          text=True, timeout=20).stdout


def picture(coloured_text):
    """A grey picture (PGM) of a screen: block elements exactly, letters as their background."""
    rows = [_quarters(line, state) for state in [_Pen()] for line in coloured_text.split("\n")]
    width = max((len(upper) for upper, _ in rows), default=0)
    pixels = bytearray()
    for halves in rows:
        for half in halves:
            half = half + [0] * (width - len(half))
            line = bytes(grey for grey in half for _ in range(_WIDE))
            pixels += line * _HIGH
    return b"P5 %d %d 255\n" % (width * _WIDE, len(rows) * 2 * _HIGH) + bytes(pixels)


class _Pen:
    """The colours in force; the terminal's own are light on dark."""

    def __init__(self):
        self.reset()

    def reset(self):
        self.ink, self.paper, self.reverse = _BASE[7], _BASE[0], False

    def apply(self, parameters):
        numbers = [int(number or 0) for number in parameters.replace(":", ";").split(";")]
        while numbers:
            number = numbers.pop(0)
            if number == 0:
                self.reset()
            elif number in (7, 27):
                self.reverse = number == 7
            elif 30 <= number <= 37 or 90 <= number <= 97:
                self.ink = _BASE[number % 10 + (8 if number >= 90 else 0)]
            elif 40 <= number <= 47 or 100 <= number <= 107:
                self.paper = _BASE[number % 10 + (8 if number >= 100 else 0)]
            elif number == 39:
                self.ink = _BASE[7]
            elif number == 49:
                self.paper = _BASE[0]
            elif number in (38, 48):
                colour = _extended(numbers)
                if number == 38:
                    self.ink = colour
                else:
                    self.paper = colour

    def greys(self):
        ink, paper = (sum(colour) // 3 for colour in (self.ink, self.paper))
        return (paper, ink) if self.reverse else (ink, paper)


def _extended(numbers):
    if numbers.pop(0) == 2:
        red, green, blue = numbers[:3]
        del numbers[:3]
        return red, green, blue
    index = numbers.pop(0)
    if index < 16:
        return _BASE[index]
    if index >= 232:
        return (8 + (index - 232) * 10,) * 3
    index -= 16
    return tuple(0 if part == 0 else 55 + part * 40
                 for part in (index // 36, index // 6 % 6, index % 6))


def _quarters(line, pen):
    upper, lower = [], []
    end = 0
    for match in [*_SGR.finditer(line), None]:
        ink, paper = pen.greys()
        for character in line[end:match.start() if match else None]:
            a, b, c, d = (ink if bit == "1" else paper
                          for bit in _BLOCKS.get(character, "0000"))
            upper += [a, b]
            lower += [c, d]
        if match:
            pen.apply(match[1])
            end = match.end()
    return upper, lower

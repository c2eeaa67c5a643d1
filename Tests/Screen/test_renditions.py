"""What a frame says of colours and attributes, shortened, shows the same (`CTerminal/repeats.c`)."""

import ctypes
import random
import re
import subprocess
from pathlib import Path

import pytest
from harness import effort

SOURCE = Path(__file__).parents[2] / "Sources/CTerminal/repeats.c"
CONTROL = re.compile(rb"\x1b\[([0-9;:<=>?]*)([ -/]*)([@-~])")
TEXT = re.compile(rb"\x1b[\]PX^_].*?(?:\x07|\x1b\\)", re.DOTALL)
MOVES = b"ABCDEFGHdf`"


@pytest.fixture(scope="module")
def shorten(tmp_path_factory):
    library = tmp_path_factory.mktemp("renditions") / "repeats.so"
    subprocess.run(["clang", "-O1", "-shared", "-fPIC", "-o", library, SOURCE], check=True)
    function = ctypes.CDLL(str(library)).ct_shorten_renditions
    function.restype = ctypes.c_size_t
    function.argtypes = [ctypes.c_char_p, ctypes.c_size_t]

    def shorten(data: bytes) -> bytes:
        buffer = ctypes.create_string_buffer(data, len(data))
        count = function(buffer, len(data))
        assert count <= len(data)
        return buffer.raw[:count]

    return shorten


class Pen:
    """How a terminal would draw the next character."""

    def __init__(self, ink="own", ground="own", attributes=(), charset=b"B"):
        self.ink, self.ground, self.font = ink, ground, 10
        self.attributes, self.charset = frozenset(attributes), charset

    @property
    def look(self):
        return self.ink, self.ground, self.attributes, self.font, self.charset

    def follow(self, text: bytes):
        values = [int(value or 0) for value in text.replace(b":", b";").split(b";")]
        while values:
            value = values.pop(0)
            if value == 0:
                self.ink, self.ground, self.attributes, self.font = "own", "own", frozenset(), 10
            elif value <= 9:
                self.attributes |= {value}
            elif value == 22:
                self.attributes -= {1, 2}
            elif 23 <= value <= 29:
                self.attributes -= {value - 20}
            elif 10 <= value <= 19:
                self.font = value
            elif value in (38, 48):
                count = {5: 2, 2: 4}.get(values[0] if values else None, len(values))
                color, values = tuple(values[:count]), values[count:]
                self.ink, self.ground = (
                    (color, self.ground) if value == 38 else (self.ink, color)
                )
            elif value == 39:
                self.ink = "own"
            elif value == 49:
                self.ground = "own"
            elif 30 <= value <= 37 or 90 <= value <= 97:
                self.ink = value
            elif 40 <= value <= 47 or 100 <= value <= 107:
                self.ground = value


def shown(data: bytes, pen: Pen):
    """What a terminal does, and how each thing that it draws looks."""
    done, at = [], 0
    while at < len(data):
        control, text = CONTROL.match(data, at), TEXT.match(data, at)
        if control:
            at = control.end()
            parameters, between, last = control.groups()
            if last == b"m" and not between and not parameters[:1].strip(b"0123456789;:"):
                pen.follow(parameters)
            elif last in MOVES and not between:
                done.append(control[0])
            else:
                done.append((control[0], pen.look))
        elif text:
            at = text.end()
            done.append((text[0], "a string"))
        elif data[at : at + 2] == b"\x1b(" and at + 2 < len(data):
            pen.charset, at = data[at + 2 : at + 3], at + 3
        elif data[at] == 0x1B:
            done.append((data[at : at + 2], pen.look))
            at += 2
        else:
            sign = data[at : at + 1]
            done.append((sign, pen.look) if sign >= b" " or sign == b"\n" else sign)
            at += 1
    return done, pen.look


def check(data: bytes, result: bytes, note=""):
    for pen in [{}, {"ink": 3, "ground": (5, 9), "attributes": [1, 7], "charset": b"0"}]:
        assert shown(data, Pen(**pen)) == shown(result, Pen(**pen)), (data, result, note)


def token(chance: random.Random, is_odd: bool) -> bytes:
    def color(ten: int) -> bytes:
        return chance.choice(
            [
                b"%d9" % ten,
                b"%d%d" % (ten, chance.randrange(8)),
                b"%d%d" % (ten + 6, chance.randrange(8)),
                b"%d8;5;%d" % (ten, chance.randrange(20)),
                b"%d8;2;%d;2;3" % (ten, chance.randrange(4)),
            ]
        )

    kinds = [
        [b"a", "Ж".encode(), "漢".encode(), "█─".encode(), b"x ", b"\n", b"\r", b"\b"],
        [b"\x1b[K", b"\x1b[3X", b"\x1b[5C", b"\x1b[2;3H", b"\x1b[4d", b"\x1b[2b"],
        [b"\x1b(B\x1b[m", b"\x1b[m", b"\x1b[0m", b"\x1b[0;1m", b"\x1b(B", b"\x1b(0"],
        [b"\x1b[%dm" % chance.choice([1, 2, 3, 4, 5, 7, 8, 9])],
        [b"\x1b[" + color(3) + b"m", b"\x1b[" + color(4) + b"m"],
        [b"\x1b[" + color(3) + b";" + color(4) + b"m"],
    ]
    if is_odd:
        kinds.append(
            [
                b"\x1b[27m", b"\x1b[22m", b"\x1b[10m", b"\x1b[11m", b"\x1b7", b"\x1b8", b"\x1bM",
                b"\x1b[38:5:3m", b"\x1b[48:2:1:2:3m", b"\x1b[4:3m", b"\x1b[;1m", b"\x1b[?25l",
                b"\x1b[>4;2m", b"\x1b[?2026h", b"\x1b[1 q", b"\x1b]0;a[1mb\x07",
                b"\x1b]8;;https://a.b\x1b\\", b"\x1bP$q1m\x1b\\",
            ]
        )  # fmt: skip
    return chance.choice(chance.choice(kinds))


def test_it_shows_the_same_in_fewer_bytes(shorten):
    chance = random.Random(14)
    before = after = 0
    for number in range(effort.sample(2_500, 40_000)):
        tokens = [token(chance, number % 2 == 1) for _ in range(chance.randrange(1, 25))]
        data = b"".join(tokens)
        result = shorten(data)
        check(data, result)
        before, after = before + len(data), after + len(result)
        # Two writes of it, the cut wherever it falls.
        cut = chance.randrange(len(data) + 1)
        check(data, shorten(data[:cut]) + shorten(data[cut:]), cut)
    assert after < before * 0.9


@pytest.mark.parametrize(
    "data",
    [
        b"\x1b[0m\x1b[38:5:3mx", b"\x1b[0m\x1b[48:2::1:2:3mx", b"\x1b[0m\x1b[4:3mx",
        b"\x1b[>4;2m", b"\x1b[?2026h", b"\x1b[0m\x1b[?4mx",
        b"\x1b]0;\xd0\x96 [1m\x07", b"\x1b]52;c;AAAA\x1b\\", b"\x1bP$q m\x1b\\",
        b"\x1b", b"\x1b[", b"\x1b[38;5", b"\x1b(", b"\xd0", b"", "Зёрна 👩‍👩‍👧".encode(),
    ],
)  # fmt: skip
def test_what_it_does_not_know_passes_as_it_is(shorten, data):
    assert shorten(data) == data


@pytest.mark.parametrize(
    "data, result",
    [
        # What was said already, and what is changed before anything is drawn.
        (b"\x1b[0;31mx\x1b[31my", b"\x1b[0;31mxy"),
        (b"\x1b[0mx\x1b[31m\x1b[32my", b"\x1b[0mx\x1b[32my"),
        # All of 256 colours ends attributes by themselves; of eight all end at once.
        (b"\x1b[0;1;38;5;200mx\x1b[0;38;5;200my", b"\x1b[0;1;38;5;200mx\x1b[22my"),
        (b"\x1b[0;1;31mx\x1b[0;31my", b"\x1b[0;1;31mx\x1b[0;31my"),
        # Nothing is drawn where the cursor goes.
        (b"\x1b[0;7mx\x1b[0m\x1b[2;3H\x1b[7my", b"\x1b[0;7mx\x1b[2;3Hy"),
        # An erased line has a ground.
        (b"\x1b[0;41mx\x1b[42m\x1b[K", b"\x1b[0;41mx\x1b[42m\x1b[K"),
        # What may bring back what was saved is not second-guessed.
        (b"\x1b[0;1mx\x1b8\x1b[1my", b"\x1b[0;1mx\x1b8\x1b[1my"),
    ],
)
def test_what_is_said_is_the_difference(shorten, data, result):
    assert shorten(data) == result

"""The process that decodes pictures, spoken to as the app does, and files for it."""

import re
import struct
import subprocess
import zlib

from harness.programs import CLIENT

DIRECT, PALETTE_256, PALETTE_16, SIXEL, KITTY = range(5)
CELLS, SIXELS, PIXELS, NO_LIBRARY, UNREADABLE = range(5)


def request(file, form=DIRECT, size=(20, 6), cell=(8, 16), length=None):
    """A request as it is sent; `length` is what it says of the file's, else the truth."""
    return (b"LHP1" + struct.pack(">BHHBBBBB3sI", form, *size, *cell, 0, 50, 50, b"\x10\x0e\x0d",
                                  len(file) if length is None else length) + file)


def start(environment=None):
    return subprocess.Popen(
        [CLIENT, "decode-picture"], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        stderr=subprocess.PIPE, env=environment or {})


def ask(data, environment=None):
    """Its exit status, and its answer: what it is and what it says, or None."""
    process = start(environment)
    output, errors = process.communicate(data, timeout=60)
    assert errors == b"", errors
    if not output:
        return process.returncode, None, b""
    assert output[:4] == b"LHA1"
    assert struct.unpack(">I", output[4:8])[0] == len(output) - 8
    return process.returncode, output[8], output[9:]


def decoded(file, **options):
    """What came of a file."""
    status, kind, body = ask(request(file, **options))
    assert status == 0, f"it ended with {status}"
    return kind, body


def errors(body):
    """How far from the picture our cells and libchafa's are, 0-255 each."""
    ours, chafa = struct.unpack(">HH", body[:4])
    return ours / 100, None if chafa == 0xFFFF else chafa / 100


def chunk(name, data):
    return struct.pack(">I", len(data)) + name + data + struct.pack(
        ">I", zlib.crc32(name + data))


def png(width, height, rows=None, *, before=b"", interlaced=False):
    """An RGBA picture; without rows all of it is transparent."""
    data = rows if rows is not None else (b"\0" + bytes(width * 4)) * height
    return (b"\x89PNG\r\n\x1a\n"
            + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, int(interlaced)))
            + before + chunk(b"IDAT", zlib.compress(data, 9)) + chunk(b"IEND", b""))


def sixel_pixels(sequence, width, height):
    """What a sequence draws: rows of colours, None where it draws nothing."""
    rows = [[None] * width for _ in range(height)]
    palette, color, x, y = {}, None, 0, 0
    text = sequence[sequence.index(b"q") + 1:-2].decode()
    for command in re.findall(r'"[\d;]+|#[\d;]+|!\d+.|[?-~]|\$|-', text):
        if command[0] == "#":
            color, *numbers = map(int, command[1:].split(";"))
            if numbers:
                palette[color] = [value * 255 / 100 for value in numbers[1:]]
        elif command == "$":
            x = 0
        elif command == "-":
            x, y = 0, y + 6
        elif command[0] != '"':
            count = int(command[1:-1]) if command[0] == "!" else 1
            for row in range(6):
                if ord(command[-1]) - 63 >> row & 1:
                    rows[y + row][x:x + count] = [palette[color]] * count
            x += count
    return rows

"""The process that decodes pictures against files that are made to hurt it.

Whatever it is given: it ends by itself, within its limits, and says why it has nothing to show.
"""

import os
import pathlib
import resource
import struct
import subprocess
import time
import zlib

import pytest
from harness import pictures
from harness.pictures import (
    CELLS, DIRECT, KITTY, NO_LIBRARY, PALETTE_16, PALETTE_256, PIXELS, SIXEL, SIXELS, UNREADABLE,
    ask, decoded, png, request)
from harness.picture_files import (
    FILES, JPEG, LARGE_JPEG, LARGE_WEBP, LOSSLESS, LOSSY, MOVING, ORANGE, PAPER, PNG, halves)
from harness.programs import CLIENT


@pytest.mark.parametrize("name", FILES)
def test_each_kind_becomes_cells(name):
    kind, body = decoded(FILES[name], size=(4, 2))
    assert kind == CELLS
    first, last = body[4:13], body[-9:]
    for cell, color in ((first, ORANGE), (last, PAPER)):
        assert cell[5] == 2
        assert max(abs(a - b) for a, b in zip(cell[6:9], color)) < 12


def test_each_form_is_answered():
    sizes = {}
    for form in (DIRECT, PALETTE_256, PALETTE_16):
        kind, body = decoded(PNG, form=form)
        assert kind == CELLS and len(body) == 4 + 9 * 20 * 6
        ours, chafa = pictures.errors(body)
        sizes[form] = min(ours, chafa)
    assert sizes[DIRECT] == 0
    kind, body = decoded(PNG, form=SIXEL)
    assert kind == SIXELS and body.startswith(b"\x1bP") and body.endswith(b"\x1b\\")
    kind, body = decoded(PNG, form=KITTY)
    assert kind == PIXELS
    width, height = struct.unpack(">HH", body[:4])
    pixels = zlib.decompress(body[4:])
    assert (width, height) == (160, 96) and len(pixels) == 160 * 96 * 4
    assert pixels[:4] == bytes((*ORANGE, 255)) and pixels[-4:] == bytes((*PAPER, 255))


@pytest.mark.parametrize("cell", [(8, 16), (10, 20), (9, 19), (7, 15)])
def test_a_sixel_sequence_shows_the_pixels_of_its_place(cell):
    place = {"size": (5, 3), "cell": cell}
    width, height = 5 * cell[0], 3 * cell[1]
    kind, sequence = decoded(PNG, form=SIXEL, **place)
    assert kind == SIXELS and not sequence.endswith(b"-\x1b\\")
    pixels = zlib.decompress(decoded(PNG, form=KITTY, **place)[1][4:])
    drawn = pictures.sixel_pixels(sequence, width, height)
    for y in range(height):
        for x in range(width):
            place = (y * width + x) * 4
            assert max(abs(a - b) for a, b in zip(drawn[y][x], pixels[place:place + 3])) < 50


def interlaced():
    """Its rows in the seven passes of a PNG that refines the whole."""
    return b"".join(
        (b"\0" + bytes(4 * -(-(4096 - x) // dx))) * -(-(4096 - y) // dy)
        for x, y, dx, dy in ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4),
                             (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)))


@pytest.mark.parametrize("make", [
    lambda: png(4096, 4096), lambda: png(4096, 4096, interlaced(), interlaced=True),
    lambda: LARGE_WEBP, lambda: LARGE_JPEG], ids=["png", "interlaced", "webp", "jpeg"])
@pytest.mark.parametrize("size", [(20, 6), (60, 20)])
def test_the_largest_picture_passes_within_the_limits(make, size):
    file = make()
    assert len(file) < 512_000
    kind, body = decoded(file, size=size)
    assert kind == CELLS, body


@pytest.mark.parametrize("file, words", [
    (png(20_000, 1), b"20000"), (png(1, 20_000), b"20000"),
    (png(32, 32, halves(), before=pictures.chunk(b"acTL", struct.pack(">II", 2, 0))), b"moves"),
    (MOVING, b"moves"), (b"GIF89a" + bytes(200), b"no PNG"), (b"", b"empty"),
    (PNG[:30], b"cut short"), (PNG[:-30], b""), (JPEG[:-60], b""), (LOSSLESS[:-9], b""),
    (LOSSY[:-20], b""), (b"\x89PNG\r\n\x1a\n" + JPEG, b""), (JPEG[:3] + PNG, b""),
    (PNG[:33] + b"\0" * 400_000, b""),
], ids=range(14))
def test_what_is_no_picture_is_refused_with_a_reason(file, words):
    kind, body = decoded(file)
    assert kind == UNREADABLE, (kind, body)
    assert words in body and body and body.isascii() and body.decode().isprintable()


@pytest.mark.parametrize("data", [
    b"", b"LHP1", b"GET / HTTP/1.1\r\n\r\n", bytes(100), request(PNG)[:-1], request(PNG)[:25],
    request(PNG, length=10_000), request(PNG, length=0xFFFFFFFF), request(PNG, form=9)],
    ids=range(9))
def test_what_is_no_request_has_no_answer(data):
    status, kind, _ = ask(data)
    assert status == 1 and kind is None


@pytest.mark.parametrize("size, cell", [
    ((0, 6), (8, 16)), ((20, 0), (8, 16)), ((65535, 65535), (8, 16)), ((20, 6), (0, 16)),
    ((20, 6), (255, 255)), ((512, 256), (64, 128))])
def test_a_place_that_is_none_is_refused(size, cell):
    kind, body = decoded(PNG, form=KITTY, size=size, cell=cell)
    assert kind == UNREADABLE and b"no place" in body


def test_a_request_without_an_end_is_answered():
    """What follows the file is not read, so that it costs nothing."""
    process = pictures.start()
    process.stdin.write(request(PNG))
    process.stdin.flush()
    # The pipe stays open; with more than it holds the process would be waited for.
    os.set_blocking(process.stdin.fileno(), False)
    try:
        while True:
            process.stdin.write(bytes(4096))
            process.stdin.flush()
    except (BlockingIOError, BrokenPipeError):
        pass
    assert process.stdout.read()[:4] == b"LHA1"
    assert process.wait(60) == 0
    try:
        process.stdin.close()
    except BrokenPipeError:
        pass
    process.stdout.close()
    process.stderr.close()


@pytest.mark.parametrize("library, package, file, form", [
    ("libpng16.so.16", b"libpng16-16", PNG, DIRECT),
    ("libturbojpeg.so.0", b"libturbojpeg0", JPEG, DIRECT),
    ("libwebp.so.7", b"libwebp7", LOSSY, DIRECT), ("libchafa.so.0", b"libchafa0", PNG, SIXEL),
    ("libz.so.1", b"zlib1g", JPEG, KITTY)])
def test_without_a_library_its_package_is_named(tmp_path, library, package, file, form):
    linked = subprocess.run(["ldd", CLIENT], capture_output=True, text=True, check=True).stdout
    if library in linked:
        pytest.skip(f"the program itself is linked to {library}")
    (tmp_path / library).write_bytes(b"no library")
    status, kind, body = ask(
        request(file, form=form), environment={"LD_LIBRARY_PATH": str(tmp_path)})
    assert (status, kind, body) == (0, NO_LIBRARY, package)


def test_a_libwebp_that_is_too_old_is_not_used(tmp_path):
    (tmp_path / "old.c").write_text(
        "int WebPGetDecoderVersion(void) { return 0x010203; }\n"
        "int WebPGetInfo(void) { __builtin_trap(); }\n"
        "void *WebPDecodeRGBAInto(void) { __builtin_trap(); }\n")
    subprocess.run(["clang", "-shared", "-fPIC", "-o", str(tmp_path / "libwebp.so.7"),
                    str(tmp_path / "old.c")], check=True)
    status, kind, body = ask(request(LOSSY), environment={"LD_LIBRARY_PATH": str(tmp_path)})
    assert (status, kind, body) == (0, NO_LIBRARY, b"libwebp7")


def test_without_libchafa_cells_are_ours(tmp_path):
    (tmp_path / "libchafa.so.0").write_bytes(b"no library")
    status, kind, body = ask(request(PNG), environment={"LD_LIBRARY_PATH": str(tmp_path)})
    assert (status, kind) == (0, CELLS)
    assert pictures.errors(body) == (0, None)


def test_it_confines_itself():
    """Its limits, read while it waits for a request."""
    process = pictures.start({"HOME": "/root", "SECRET": "x"})
    folder = pathlib.Path(f"/proc/{process.pid}")
    deadline = time.monotonic() + 60
    while "NoNewPrivs:\t1" not in (folder / "status").read_text():
        assert time.monotonic() < deadline and process.poll() is None
    limits = {name: resource.prlimit(process.pid, getattr(resource, name)) for name in (
        "RLIMIT_CPU", "RLIMIT_AS", "RLIMIT_FSIZE", "RLIMIT_CORE")}
    process.communicate(b"", timeout=60)
    assert limits == {
        "RLIMIT_CPU": (2, 3), "RLIMIT_AS": (256 << 20, 256 << 20), "RLIMIT_FSIZE": (0, 0),
        "RLIMIT_CORE": (0, 0)}


def test_no_help_and_no_completion_names_it():
    for arguments in (["--help"], ["help"], ["--generate-completion-script", "bash"]):
        done = subprocess.run([CLIENT, *arguments], capture_output=True, text=True, timeout=60)
        assert "decode-picture" not in done.stdout + done.stderr

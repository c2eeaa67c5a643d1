"""Pictures that are none, that never come, or of which there are too many: their words stand in their
places, the others come, and each key is answered at once."""

import contextlib
import hashlib
import os
import random
import select
import signal
import struct
import subprocess
import threading
import time
import zlib

import pytest
from harness import processes
from harness.picture_files import FILES, JPEG, LARGE_WEBP, LOSSY, MOVING, PNG, halves
from harness.pictured import Pictured, found, log_of, sending
from harness.pictures import chunk, png

# Seconds in which a key must be answered.
PROMISED = 1.0
# Bytes that a file may have on a disk that is full: more than a frame, less than a large picture.
SMALL = 20_000


def noise(side):
    """A PNG that cannot be deflated."""
    generator = random.Random(side)
    return png(side, side, b"".join(b"\0" + generator.randbytes(side * 4) for _ in range(side)))


def claiming(width, height):
    """A PNG whose head claims another size than its pixels have."""
    return PNG[:8] + chunk(b"IHDR", struct.pack(">II", width, height) + PNG[24:29]) + PNG[33:]


def colored(number):
    """One picture of thousands."""
    return png(8, 8, (b"\0" + bytes((number % 256, number // 256, 90, 255)) * 8) * 8)


BAD = {
    "cut short": PNG[:-30], "cut in its head": PNG[:30], "of no bytes": b"",
    "of garbage": bytes(range(256)) * 40, "with a broken head": PNG[:20] + b"\xff" * 9 + PNG[29:],
    "twenty thousand wide": png(20_000, 1), "claiming to be wide": claiming(65_000, 65_000),
    "claiming to be large": claiming(4_096, 4_096), "too short a JPEG": JPEG[:-60],
    "moving in PNG": png(
        32, 32, halves(), before=chunk(b"acTL", struct.pack(">II", 2, 0))),
    "moving in WebP": MOVING, "half a WebP": LOSSY[:-20],
    "of too many bytes": noise(400),
    "not there": None,
    "of other bytes": sending(PNG), "behind a page": sending(b"<html>", kind="text/html"),
}
GOOD = {"alright": PNG, "in JPEG": sending(JPEG, kind="image/png"), "in WebP": FILES["lossy"],
        "a bomb": png(4_096, 4_096), "a bomb in WebP": LARGE_WEBP}
DIGESTS = {"in JPEG": hashlib.sha256(JPEG).hexdigest()}


def answered(client):
    """Seconds until a key is answered: the help comes, and goes again."""
    before = len(client.output)
    begin = time.monotonic()
    client.press("?")
    client.wait_for(lambda: len(client.output) > before)
    seconds = time.monotonic() - begin
    client.wait_for("Suspend")
    client.press("Escape")
    client.wait_for(lambda: "Suspend" not in client.text)
    return seconds


def quit_by(client):
    client.press("C-c")
    assert client.wait_for_exit() == 0


def test_what_is_no_picture_has_its_words_and_one_line_in_the_log(home, server):
    alts = {f"A picture {name}.": answer for name, answer in {**BAD, **GOOD}.items()}
    good = [f"A picture {name}." for name in GOOD]
    bad = [alt for alt in alts if alt not in good]
    digests = {f"A picture {name}.": digest for name, digest in DIGESTS.items()}
    with Pictured(server, alts, digests) as page, page.client(
            home, columns=50, rows=500) as client:
        page.wait_for_drawn(client, good, bad)
        assert answered(client) < PROMISED
        # Each was asked for once, and is not asked for again by a key.
        assert sorted(page.asked) == sorted(page.digests.values())
        log = log_of(home)
        for alt in bad:
            lines = [line for line in log if page.digests[alt] in line]
            assert len(lines) == 1, (alt, log)
        assert len(log) == len(bad), log
        assert processes.children(client.process) == []
        quit_by(client)


def dripping(connection):
    connection.sendall(found(b"", length=100_000))
    while True:
        connection.sendall(b"x")
        select.select([connection], [], [], 0.2)


def endless(connection):
    connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: image/png\r\nConnection: close\r\n\r\n")
    while True:
        connection.sendall(b"x" * 65_536)


def silent(connection):
    connection.recv(1)


def test_what_comes_slowly_or_never_keeps_nobody_waiting(home, server):
    gone = {}

    def timed(name, talk):
        def answer(connection):
            begin = time.monotonic()
            try:
                talk(connection)
            finally:
                gone[name] = time.monotonic() - begin
        return answer

    slow = {"A dripping one.": dripping, "An endless one.": endless, "A silent one.": silent}
    answers = {**{alt: timed(alt, talk) for alt, talk in slow.items()}, "A good one.": PNG}
    with Pictured(server, answers) as page, page.client(home) as client:
        page.wait_for_drawn(client, ["A good one."], slow, seconds=10)
        assert answered(client) < PROMISED
        # None of them is waited for longer than any other answer.
        client.wait_for(lambda: len(gone) == len(slow), 25)
        assert answered(client) < PROMISED
        assert all(alt in client.text for alt in slow)
        quit_by(client)
    assert gone["An endless one."] < 5, gone


@contextlib.contextmanager
def watched(client, tell):
    """Tells all the time which processes the client has started that still run."""
    done = threading.Event()

    def watch():
        while not done.wait(0.002):
            # One may end while it is looked at.
            with contextlib.suppress(OSError):
                tell([child for child, _ in processes.children(client.process)])

    watcher = threading.Thread(target=watch)
    watcher.start()
    try:
        yield
    finally:
        done.set()
        watcher.join()


def test_five_hundred_pictures_on_a_page_are_decoded_one_at_a_time(home, server):
    answers = {f"Number {number}.": colored(number) for number in range(500)}
    most, slowest = 0, 0

    def count(children):
        nonlocal most
        most = max(most, len(children))

    with Pictured(server, answers) as page, page.client(home, columns=60, rows=40) as client:
        with watched(client, count):
            page.wait_for_drawn(client, ["Number 0."])
            for _ in range(60):
                begin, before = time.monotonic(), len(client.output)
                client.press("PageDown")
                client.wait_for(lambda: len(client.output) > before)
                slowest = max(slowest, time.monotonic() - begin)
            client.press("End")
            # What is looked at is there soon, however many were passed by.
            page.wait_for_drawn(client, ["Number 499."], seconds=15)
        asked = len(page.asked)
        quit_by(client)
    assert most == 1
    assert slowest < PROMISED
    assert asked < 100, asked


def test_a_process_that_is_killed_amid_its_work_costs_its_picture_alone(home, server):
    """The large one takes long enough to be met."""
    slow = png(4_096, 4_096)
    killed = []

    def kill(children):
        if children and not killed:
            os.kill(children[0], signal.SIGKILL)
            killed.append(children[0])

    with Pictured(server, {"A slow one.": slow, "A good one.": PNG}) as page:
        with page.client(home) as client:
            with watched(client, kill):
                client.wait_for(lambda: killed)
                client.wait_for(
                    lambda: ("A slow one." in client.text) != ("A good one." in client.text))
            assert answered(client) < PROMISED
            assert [line for line in log_of(home) if "signal 9" in line]
            assert processes.children(client.process) == []
            quit_by(client)


def fill_disk(client):
    subprocess.run(["prlimit", "--pid", str(client.process), f"--fsize={SMALL}:"], check=True)


def read_notice(client):
    client.wait_for("Nothing is kept")
    client.press("Escape")
    client.wait_for(lambda: "Nothing is kept" not in client.text)


@pytest.mark.parametrize("way", ["full", "a file", "read-only", "garbage", "no home"])
def test_a_cache_that_keeps_nothing_costs_nothing_else(home, server, way):
    cache = home.path / "xdg_cache_home"
    # A large file that is flat to look at: its frame has room where the file has none.
    large = png(32, 32, halves(), before=chunk(b"noIs", random.Random(1).randbytes(SMALL)))
    with Pictured(server, {"A large one.": large, "A good one.": PNG}) as page:
        folder = cache / "loyalhub/pictures"
        if way == "a file":
            cache.write_text("no folder")
        elif way == "read-only":
            cache.symlink_to("/proc/sys")
        elif way == "garbage":
            folder.mkdir(parents=True)
            for digest in page.digests.values():
                (folder / digest).write_bytes(b"garbage")
        nowhere = {"HOME": "/proc/nowhere", **{
            f"XDG_{name}_HOME": None for name in ("CONFIG", "DATA", "STATE", "CACHE")}}
        first = {"full": fill_disk, "no home": read_notice}.get(way)
        # In 256 colours there are none but those of the page.
        changes = {"COLORTERM": None, **(nowhere if way == "no home" else {})}
        with page.client(home, first=first, **changes) as client:
            page.wait_for_drawn(client, page.digests)
            assert answered(client) < PROMISED
            assert log_of(home) == []
            quit_by(client)
        if way == "full":
            assert [path.name for path in folder.iterdir()] == [page.digests["A good one."]]
        if way == "garbage":
            assert {path.name: path.stat().st_size for path in folder.iterdir()} == {
                page.digests["A large one."]: len(large), page.digests["A good one."]: len(PNG)}

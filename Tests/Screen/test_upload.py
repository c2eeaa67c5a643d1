"""A picture on its way from a file into the editor's screen, over a line that is slow, or breaks."""

import contextlib
import random
import socket
import sqlite3
import struct
import threading
import zlib

import pytest
from harness.member import log_in, open_client
from harness.programs import EDITOR


def noise(width, height):
    """A picture that no compression makes smaller."""
    def chunk(name, body):
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
    draw = random.Random(4).randbytes
    rows = b"".join(b"\0" + draw(3 * width) for _ in range(height))
    return (b"\x89PNG\r\n\x1a\n"
            + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
            + chunk(b"IDAT", zlib.compress(rows, 1)) + chunk(b"IEND", b""))


class Line:
    """Stands between client and server; while it is not open long requests stay in it, `cut` ends
    connections."""

    def __init__(self, server, path):
        self.address = f"unix:{path}"
        self.next_code = server.next_code
        self.is_open = threading.Event()
        self.is_open.set()
        self._target = server.socket
        self._open = []
        self._listener = socket.socket(socket.AF_UNIX)
        self._listener.bind(str(path))
        self._listener.listen()
        threading.Thread(target=self._accept, daemon=True).start()

    def cut(self):
        self._listener.close()
        for end in self._open:
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)

    def _accept(self):
        with contextlib.suppress(OSError):
            while True:
                near, _ = self._listener.accept()
                far = socket.socket(socket.AF_UNIX)
                far.connect(self._target)
                self._open += [near, far]
                threading.Thread(target=self._pump, args=(near, far, True), daemon=True).start()
                threading.Thread(target=self._pump, args=(far, near, False), daemon=True).start()

    def _pump(self, here, there, is_request):
        passed = 0
        with contextlib.suppress(OSError):
            while data := here.recv(16384):
                passed += len(data) if len(data) > 8000 else 0
                if is_request and passed > 100_000:
                    self.is_open.wait(60)
                there.sendall(data)
        for end in (here, there):
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)


@pytest.fixture
def line(home, server):
    line = Line(server, home.path / "line.sock")
    yield line
    line.cut()


def open_sheet(client, line, path):
    log_in(client, line, EDITOR)
    client.press("5")
    client.wait_for("Ethiopia Guji")
    client.press("e")
    client.wait_for("Blocks")
    client.press("a", "Down", "Down", "Down", "Enter")
    client.wait_for("Words for it")
    client.press("Escape")
    client.wait_until_quiet()
    client.press("Home", "Enter")
    client.wait_for("drop the file")
    # As terminals paste what is dropped on them.
    client.send(f"\x1b[200~'{path}' \x1b[201~".encode())
    client.wait_for(r"400×400, \d+ kB")


def kept(server):
    connection = sqlite3.connect(server.database)
    count = connection.execute("SELECT count(*) FROM picture WHERE width = 400").fetchone()[0]
    connection.close()
    return count


def test_a_slow_line_shows_how_far_it_is_and_can_be_stopped(home, server, line):
    path = home.path / "a picture.png"
    path.write_bytes(noise(400, 400))
    with open_client(home, line) as client:
        open_sheet(client, line, path)
        line.is_open.clear()
        client.press("C-s")
        # Some of it is on its way, and not all.
        share = client.wait_for(r"(\d+) kB of (\d+) kB")
        client.wait_until_quiet()
        sent, whole = map(int, client.wait_for(r"(\d+) kB of (\d+) kB").groups())
        assert 0 < sent < whole, share
        client.press("Escape")
        client.wait_for("Use it")
        assert str(path) in client.text and kept(server) == 0
        line.is_open.set()
        client.press("C-s")
        client.wait_for("is on the server")
        client.wait_for("a picture.png, PNG")
    assert kept(server) == 1


def test_a_line_that_breaks_loses_nothing(home, server, line):
    path = home.path / "cup.png"
    path.write_bytes(noise(400, 400))
    with open_client(home, line) as client:
        open_sheet(client, line, path)
        line.is_open.clear()
        client.press("C-s")
        client.wait_for(r"\d+ kB of \d+ kB")
        line.cut()
        client.wait_for("send it again", 60)
        assert str(path) in client.text
        # The draft is on the disk all the same.
        client.press("Escape", "Escape")
        client.wait_until_quiet()
    assert kept(server) == 0

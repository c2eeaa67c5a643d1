"""Pictures in real pixels, in terminals that show them: xterm by sixel, kitty by its own protocol."""

import hashlib
import json
import re
import signal
import sqlite3
import time
import zlib

import pytest
from harness import pictures
from harness.member import open_client
from harness.programs import CLIENT
from harness.terminal import Terminal
from harness.window import Window

WIDTH, HEIGHT = 160, 120
SECOND = "Second slide"


def drawing():
    """Flat as drawings are, with another colour in each part, so that no place looks like another."""
    rows = b""
    for y in range(HEIGHT):
        rows += b"\0"
        for x in range(WIDTH):
            column, row = x * 8 // WIDTH, y * 6 // HEIGHT
            rows += bytes([(40, 90, 150, 200, 230, 120)[(column + row) % 6], column * 35, row * 50,
                           255])
    return pictures.png(WIDTH, HEIGHT, rows)


@pytest.fixture
def pictured(server):
    """A server whose first slide has the picture, and the second none."""
    file = drawing()
    digest = hashlib.sha256(file).hexdigest()
    slide = {"slug": "one", "title": {"en": "First slide"}, "blocks": [
        {"id": "picture", "type": "image", "text": {}, "fallback": None,
         "props": {"alt": {"en": "Bands of colour"}, "picture": {"sha256": digest}}}]}
    other = {"slug": "two", "title": {"en": SECOND}, "blocks": []}
    with sqlite3.connect(server.database) as database:
        database.execute(
            "INSERT INTO picture (sha256, kind, width, height, size, created_at, bytes) "
            "VALUES (?, 'png', ?, ?, ?, 0, ?)", (digest, WIDTH, HEIGHT, len(file), file))
        database.execute(
            "INSERT OR REPLACE INTO setting (name, value) VALUES ('intro', ?)",
            (json.dumps([slide, other]),))
    database.close()
    server.picture = file
    return server


class Shown:
    """Where a frame has put the picture, and what is to be seen there."""

    def __init__(self, form, window):
        self.form, self.window = form, window

    def place(self):
        """Of the last one that was put: column, row, columns, rows, and pixels of a cell."""
        output = self.window.output
        if self.form == "kitty":
            found = re.findall(
                rb"\x1b\[(\d+);(\d+)H\x1b_Ga=p,i=\d+,p=\d+,x=0,y=0,w=(\d+),h=(\d+),"
                rb"c=(\d+),r=(\d+),", output)
            if not found:
                return None
            y, x, width, height, columns, rows = map(int, found[-1])
        else:
            found = re.findall(
                rb"\x1b\[(\d+);(\d+)H\x1bP[\d;]*q\"1;1;(\d+);(\d+)[^\x1b]*\x1b\\", output)
            if not found:
                return None
            y, x, width, height = map(int, found[-1])
            cell = self.window.cell
            columns, rows = width // cell[0], height // cell[1]
        return x - 1, y - 1, columns, rows, (width // columns, height // rows)

    def distance(self, file):
        """How far the mean colours of cells are from those of the picture as it was decoded: on the
        mean, and at most."""
        place = self.place()
        if place is None:
            return None
        x, y, columns, rows, cell = place
        _, body = pictures.decoded(
            file, form=pictures.KITTY, size=(columns, rows), cell=cell)
        pixels = zlib.decompress(body[4:])
        screen, width = self.window.pixels, columns * cell[0]
        distances = []
        for row in range(0, rows, 2):
            for column in range(0, columns, 3):
                seen = screen.cell(x + column, y + row, cell)
                sums = [0, 0, 0]
                for line in range(row * cell[1], (row + 1) * cell[1]):
                    start = (line * width + column * cell[0]) * 4
                    part = pixels[start:start + cell[0] * 4]
                    for channel in range(3):
                        sums[channel] += sum(part[channel::4])
                count = cell[0] * cell[1]
                distances.append(max(abs(a - b / count) for a, b in zip(seen, sums)))
        return sum(distances) / len(distances), max(distances)

    def colours(self, place):
        """How many colours the cells of a place have, on the mean, that are not those of the ground."""
        x, y, columns, rows, cell = place
        screen = self.window.pixels
        return len({tuple(map(int, screen.cell(x + column, y + row, cell)))
                    for row in range(rows) for column in range(columns)})


# A colour of a sixel sequence is one of 256 that libchafa chooses: what is rare in a picture is not met well.
BOUNDS = {"sixel": (5, 45), "kitty": (1, 3)}


@pytest.mark.parametrize("form", ["sixel", "kitty"])
def test_a_picture_is_seen_as_it_is_and_leaves_nothing_behind(home, pictured, form):
    with Window(home, form, ["--server", pictured.address, "--language", "en"]) as window:
        shown = Shown(form, window)

        def is_seen():
            distances = shown.distance(pictured.picture)
            return distances and all(map(float.__lt__, distances, map(float, BOUNDS[form])))

        window.wait_for(is_seen)
        place = shown.place()

        # The next slide has none: of this one nothing stays.
        window.press("\r")
        window.wait_for(lambda: SECOND.encode() in window.output)
        window.wait_for(lambda: shown.colours(place) < 40)
        window.press("\x1b[D")
        window.wait_for(is_seen)

        # Below a dialog it is cells, and then it is back.
        window.press("?")
        window.wait_for(lambda: not is_seen())
        window.press("\x1b")
        window.wait_for(is_seen)

        # Another size, and another place.
        window.resize(900, 500)
        window.wait_for(lambda: shown.place()[2:4] != place[2:4])
        window.wait_for(is_seen)

        # All of it is drawn anew.
        before = len(window.output)
        window.press("\x0c")
        window.wait_for(lambda: re.search(rb"\x1bP|_Ga=t", window.output[before:]))
        window.wait_for(is_seen)

        window.press("\x03")
        window.wait_for(lambda: window.output.endswith(b"\0"))
        window.wait_for(lambda: shown.colours(shown.place()) <= 2)


@pytest.mark.parametrize("form", ["sixel", "kitty"])
def test_a_crash_takes_it_off_the_screen(home, pictured, form):
    with Window(home, form, ["--server", pictured.address, "--language", "en"]) as window:
        shown = Shown(form, window)
        window.wait_for(lambda: shown.place() and shown.colours(shown.place()) > 40)
        window.signal(signal.SIGSEGV)
        window.wait_for(lambda: window.output.endswith(b"\0"))
        window.wait_for(lambda: shown.colours(shown.place()) <= 2)


class Late(Terminal):
    """A terminal at the end of a slow line: each answer takes its time."""

    delay = 0.4

    def __init__(self, *arguments, **options):
        self._waiting = []
        super().__init__(*arguments, **options)

    def send(self, data):
        if data.endswith(b"c") and data.startswith(b"\x1b[?"):
            self._waiting.append((time.monotonic() + self.delay, data))
        else:
            super().send(data)

    def _pump(self, seconds):
        if not self._waiting:
            return super()._pump(seconds)
        left = self._waiting[0][0] - time.monotonic()
        if left > 0:
            return super()._pump(min(left, seconds))
        super().send(self._waiting.pop(0)[1])
        return True


@pytest.mark.parametrize("delay, is_slow", [(0.4, True), (0, False)])
def test_over_a_slow_line_words_stand_for_pictures(home, pictured, delay, is_slow):
    arguments = [CLIENT, "--server", pictured.address, "--language", "en"]
    environment = home.environment(COLORTERM="truecolor")
    with Late(arguments, environment) as terminal:
        terminal.delay = delay
        log = home.path / "xdg_state_home" / "loyalhub" / "loyalhub.log"
        if is_slow:
            terminal.wait_for(lambda: log.exists() and "pictures: none, as" in log.read_text())
            terminal.wait_for("Bands of colour")
            assert terminal.output.count(b"\x1b[c") == 3
        else:
            terminal.wait_for("[▀▄▌▐▘▝▖▗▂▆▎▊]{3}")
            assert terminal.output.count(b"\x1b[c") == 1
        # What this emulator prints of strings that it does not know is not seen.
        assert b"\x1b_G" in terminal.output and "AAAA" not in terminal.text


@pytest.mark.parametrize("options, changes", [
    ([], {"TMUX": "/tmp/tmux-0/default,1,0"}), ([], {"STY": "1.pts-0"}),
    ([], {"TERM": "tmux-256color"}), ([], {"TERM": "screen-256color"}), ([], {"TERM": "linux"}),
    (["--no-pictures"], {}), (["--color", "never"], {})])
def test_where_no_pixels_can_be_nothing_is_asked(home, pictured, options, changes):
    with open_client(home, pictured, *options, "--language", "en", **changes) as client:
        client.wait_for("First slide")
        client.wait_until_quiet()
        assert b"_G" not in client.output and b"[16t" not in client.output

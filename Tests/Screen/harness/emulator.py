"""pyte, with what ncurses and modern programs send and pyte does not know."""

import itertools
import re

import pyte

# Strings that pyte would print: DCS, APC, PM, SOS, and CSI with a private prefix other than "?".
_UNKNOWN = re.compile(rb"\x1b[PX^_][^\x1b]*\x1b\\|\x1b\[[<=>][0-9;:]*[ -/]*[@-~]|\x1b\[\?[0-9;]*\$p")
_UNFINISHED = re.compile(rb"\x1b(?:[PX^_][^\x1b]*\x1b?|\[[<=>?]?[0-9;:]*[ -/]*)?\Z")
_STAIN = "\N{SNOWMAN}"


class _Screen(pyte.Screen):
    def repeat(self, count=1):
        """REP: ncurses draws runs of one character with it."""
        self.draw(self._last * (count or 1))

    def scroll_up(self, count=1):
        self._scroll(count or 1, self.delete_lines)

    def scroll_down(self, count=1):
        self._scroll(count or 1, self.insert_lines)

    def _scroll(self, count, edit):
        x, y = self.cursor.x, self.cursor.y
        self.cursor.y = self.margins.top if self.margins else 0
        edit(count)
        self.cursor.x, self.cursor.y = x, y

    def draw(self, data):
        self._last = data[-1:]
        super().draw(data)

    _last = " "


class _Stream(pyte.ByteStream):
    csi = {**pyte.ByteStream.csi, "b": "repeat", "S": "scroll_up", "T": "scroll_down"}
    events = frozenset(itertools.chain(
        pyte.ByteStream.events, ("repeat", "scroll_up", "scroll_down")))


class Emulator:
    """The screen that a program's bytes make."""

    def __init__(self, columns, rows):
        self._screen = _Screen(columns, rows)
        self._stream = _Stream(self._screen)
        self._rest = b""

    def feed(self, data):
        data = _UNKNOWN.sub(b"", self._rest + data)
        unfinished = _UNFINISHED.search(data)
        end = unfinished.start() if unfinished else len(data)
        self._rest = data[end:]
        self._stream.feed(data[:end])

    def stain(self, x, y, width, height):
        """Puts what nobody draws into a place, so that one sees what is drawn there from now on."""
        for row in range(y, y + height):
            for column in range(x, x + width):
                line = self._screen.buffer[row]
                line[column] = line[column]._replace(data=_STAIN)

    def stains(self, x, y, width, height):
        """How much of it is left."""
        return sum(
            self._screen.buffer[row][column].data == _STAIN
            for row in range(y, y + height) for column in range(x, x + width))

    def resize(self, columns, rows):
        self._screen.resize(rows, columns)

    @property
    def lines(self):
        return [line.rstrip() for line in self._screen.display]

    @property
    def text(self):
        return "\n".join(self.lines)

"""A program in a pseudo-terminal of our own, with every byte it wrote and when."""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time

from .emulator import Emulator
from .letters import with_numbers
from .modes import APPLICATION_CURSOR_KEYS, Modes

_KEYS = {
    "Up": b"\x1b[A", "Down": b"\x1b[B", "Right": b"\x1b[C", "Left": b"\x1b[D",
    "Home": b"\x1b[H", "End": b"\x1b[F", "PageUp": b"\x1b[5~", "PageDown": b"\x1b[6~",
    "Enter": b"\r", "Escape": b"\x1b", "Tab": b"\t", "Backspace": b"\x7f",
    "C-c": b"\x03", "C-z": b"\x1a", "C-x": b"\x18", "C-s": b"\x13",
}
_CURSOR_KEY = re.compile(rb"\x1b\[([ABCDHF])")

# What a terminal answers when it is asked; one match at a time, in order.
_QUERY = re.compile(
    rb"\x1b\[0?c|\x1b\[>0?c|\x1b\[6n|\x1b\]1([01]);\?(?:\x07|\x1b\\)|\x1b\[\?(\d+)\$p")


class Terminal:
    """Runs a program at a size; use as a context manager, which ends it for certain."""

    def __init__(self, arguments, environment, columns=80, rows=24):
        self.master, self._slave = pty.openpty()
        os.set_blocking(self.master, False)
        self._set_size(columns, rows)
        self.settings = termios.tcgetattr(self._slave)
        self.emulator = Emulator(columns, rows)
        self.output = bytearray()
        # (nanoseconds, length of `output`) after each read
        self.arrivals = []
        self.status = None
        self._answered = 0
        device = os.ttyname(self._slave)
        # The first terminal that a session leader opens becomes its controlling terminal.
        self.started = time.monotonic_ns()
        self.process = os.posix_spawn(
            arguments[0], arguments, environment, setsid=True,
            setsigmask=[],
            setsigdef=signal.valid_signals() - {signal.SIGKILL, signal.SIGSTOP},
            file_actions=[(os.POSIX_SPAWN_OPEN, 0, device, os.O_RDWR, 0),
                          (os.POSIX_SPAWN_DUP2, 0, 1), (os.POSIX_SPAWN_DUP2, 0, 2)])
        self._exit = os.pidfd_open(self.process)

    # What the person does

    def press(self, *keys):
        """Keys by name, in one write; anything else is typed as it is."""
        data = b"".join(_KEYS.get(key) or key.encode() for key in keys)
        if self.modes.on[APPLICATION_CURSOR_KEYS]:
            data = _CURSOR_KEY.sub(b"\x1bO\\1", data)
        self.send(data)

    def send(self, data):
        while data:
            select.select([], [self.master], [], 10)
            data = data[os.write(self.master, data):]

    def resize(self, columns, rows):
        """The window gets another size; the kernel tells the program."""
        self.emulator.resize(columns, rows)
        self._set_size(columns, rows)

    def claim(self, columns, rows):
        """The window says a size, of which our picture of the screen knows nothing."""
        self._set_size(columns, rows)

    def signal(self, number):
        os.kill(self.process, number)

    def hang_up(self):
        """The window is closed: no terminal any more."""
        os.close(self._slave)
        os.close(self.master)
        self.master = self._slave = None

    # What the person sees

    @property
    def text(self):
        return with_numbers(self.emulator.text)

    @property
    def modes(self):
        return Modes(bytes(self.output))

    @property
    def changed_settings(self):
        """Line settings that are not as they were before the program ran, in words."""
        names = ("iflag", "oflag", "cflag", "lflag", "ispeed", "ospeed", "control characters")
        now = termios.tcgetattr(self._slave)
        # PENDIN is the kernel's own: it stands while typed input waits to be read again.
        now[3] &= ~termios.PENDIN
        return [name for name, old, new in zip(names, self.settings, now) if old != new]

    @property
    def unread_keys(self):
        """Bytes that were typed and that the program has not read yet."""
        return struct.unpack("i", fcntl.ioctl(self._slave, termios.FIONREAD, bytes(4)))[0]

    def wait_for(self, what, seconds=15):
        """Waits until the screen matches a regular expression, or a condition holds; its result."""
        holds = what if callable(what) else lambda: re.search(what, self.text)
        deadline = time.monotonic() + seconds
        while not (found := holds()):
            if self.status is not None:
                raise AssertionError(self._report(f"ended ({self.status}) before {what!r}"))
            left = deadline - time.monotonic()
            if left <= 0:
                raise AssertionError(self._report(f"no {what!r} within {seconds} s"))
            self._pump(left)
        return found

    def wait_until_quiet(self, quiet=0.15, seconds=15):
        """Waits until nothing was written for `quiet` seconds."""
        deadline = time.monotonic() + seconds
        while self._pump(quiet):
            if time.monotonic() > deadline:
                raise AssertionError(self._report(f"still writing after {seconds} s"))

    def wait_for_exit(self, seconds=10):
        """The exit status, negative for the signal it died by."""
        deadline = time.monotonic() + seconds
        while self.status is None:
            left = deadline - time.monotonic()
            if left <= 0:
                raise AssertionError(self._report(f"still running after {seconds} s"))
            self._pump(left)
        return self.status

    def written_by(self, action, quiet=0.15):
        """The bytes that an action makes the program write."""
        self.wait_until_quiet(quiet)
        begin = len(self.output)
        action()
        self.wait_for(lambda: len(self.output) > begin)
        self.wait_until_quiet(quiet)
        return bytes(self.output[begin:])

    # Inside

    def _set_size(self, columns, rows):
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def _pump(self, seconds):
        """Waits for output or the end and takes it; whether there was output."""
        if self.status is not None:
            return False
        watched = [self._exit] + ([self.master] if self.master is not None else [])
        ready, _, _ = select.select(watched, [], [], seconds)
        got = False
        # All output is there when the end is noticed: drain first.
        while self.master is not None and self._read():
            got = True
        if self._exit in ready:
            self.status = os.waitstatus_to_exitcode(os.waitpid(self.process, 0)[1])
        return got

    def _read(self):
        try:
            data = os.read(self.master, 65536)
        except OSError:
            return False
        now = time.monotonic_ns()
        self.output += data
        self.arrivals.append((now, len(self.output)))
        self.emulator.feed(data)
        self._answer()
        return bool(data)

    def _answer(self):
        while match := _QUERY.search(self.output, self._answered):
            self._answered = match.end()
            query = match[0]
            if match[1]:
                channel = b"d0d0" if match[1] == b"0" else b"1010"
                answer = b"\x1b]1%b;rgb:%b/%b/%b\x1b\\" % (match[1], channel, channel, channel)
            elif match[2]:
                answer = b"\x1b[?%b;2$y" % match[2]
            elif query.endswith(b"6n"):
                answer = b"\x1b[1;1R"
            elif query.startswith(b"\x1b[>"):
                answer = b"\x1b[>41;370;0c"
            else:
                answer = b"\x1b[?62;22c"
            self.send(answer)
        # A query may arrive in two reads.
        self._answered = max(self._answered, len(self.output) - 16)

    def _report(self, problem):
        return f"{problem}; the screen:\n{self.text.rstrip()}\nthe last bytes: {bytes(self.output[-200:])!r}"

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.status is None:
            os.kill(self.process, signal.SIGKILL)
            os.waitpid(self.process, 0)
        for descriptor in (self._exit, self.master, self._slave):
            if descriptor is not None:
                os.close(descriptor)

"""Terminals with a window, on a screen that is only in memory, and what is seen of them."""

import ctypes
import os
import pathlib
import select
import shutil
import signal
import struct
import subprocess
import sys
import time

from .programs import CLIENT

RELAY = str(pathlib.Path(__file__).with_name("relay.py"))

# Each with its own font, and without what would differ from machine to machine.
TERMINALS = {
    "sixel": ["xterm", "-ti", "vt340", "-tn", "xterm-256color", "-fa", "DejaVu Sans Mono", "-fs",
              "9", "-b", "0", "-bw", "0", "+sb", "-geometry", "{columns}x{rows}", "-e"],
    "kitty": ["kitty", "--config", "NONE", "-o", "font_size=9", "-o", "remember_window_size=no",
              "-o", "initial_window_width={columns}c", "-o", "initial_window_height={rows}c",
              "-o", "window_padding_width=0", "-o", "enable_audio_bell=no",
              "-o", "cursor_blink_interval=0", "-o", "update_check_interval=0", "-o",
              "placement_strategy=top-left", "-o", "window_border_width=0"],
}


class Window:
    """A program in a terminal of its own; use as a context manager, which ends all of it."""

    def __init__(self, home, form, arguments, columns=80, rows=24):
        self.folder = home.path / "window"
        self.folder.mkdir()
        self.columns, self.rows = columns, rows
        self._output = self.folder / "output"
        self._output.touch()
        for pipe in ("keys", "written"):
            os.mkfifo(self.folder / pipe)
        self._pipe, self._written = (
            os.open(self.folder / pipe, os.O_RDWR | os.O_NONBLOCK) for pipe in ("keys", "written"))
        self._processes = []
        display = self._start_screen(home)
        self.environment = home.environment(
            DISPLAY=display, LIBGL_ALWAYS_SOFTWARE="1", COLORTERM="truecolor", TERM=None,
            LC_ALL="C.UTF-8", KITTY_DISABLE_WAYLAND="1")
        command = [part.format(columns=columns, rows=rows) for part in TERMINALS[form]]
        self._start([*command, sys.executable, RELAY, str(self.folder), CLIENT, *arguments])

    def _start_screen(self, home):
        """An X server whose screen is a file; its display."""
        reading, writing = os.pipe()
        self._start(["Xvfb", "-displayfd", str(writing), "-screen", "0", "1200x900x24", "-fbdir",
                     str(self.folder), "-nolisten", "tcp"], pass_fds=[writing],
                    env=home.environment())
        os.close(writing)
        with open(reading) as pipe:
            number = pipe.readline().strip()
        assert number, "Xvfb did not start"
        return ":" + number

    def _start(self, command, **options):
        options.setdefault("env", getattr(self, "environment", None))
        log = open(self.folder / "log", "ab")
        self._processes.append(subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, **options))
        log.close()

    # What the person does

    def press(self, keys):
        os.write(self._pipe, keys.encode())

    def signal(self, number):
        os.kill(int((self.folder / "process").read_text()), number)

    def resize(self, width, height):
        """Of the terminal's window, in pixels: there is no window manager to be asked."""
        library = ctypes.CDLL("libX11.so.6")
        library.XOpenDisplay.restype = ctypes.c_void_p
        display = library.XOpenDisplay(self.environment["DISPLAY"].encode())
        assert display
        display = ctypes.c_void_p(display)
        library.XDefaultRootWindow.restype = ctypes.c_ulong
        root = ctypes.c_ulong(library.XDefaultRootWindow(display))
        above, parent, count = ctypes.c_ulong(), ctypes.c_ulong(), ctypes.c_uint()
        children = ctypes.POINTER(ctypes.c_ulong)()
        library.XQueryTree(display, root, ctypes.byref(above), ctypes.byref(parent),
                           ctypes.byref(children), ctypes.byref(count))
        for index in range(count.value):
            library.XResizeWindow(display, ctypes.c_ulong(children[index]), width, height)
        library.XSync(display, 0)
        library.XCloseDisplay(display)

    # What there is to see

    @property
    def output(self):
        """All that the program has written."""
        return self._output.read_bytes()

    @property
    def cell(self):
        """Pixels of a cell."""
        rows, columns, width, height = struct.unpack("HHHH", (self.folder / "size").read_bytes())
        return width // columns, height // rows

    @property
    def pixels(self):
        """The screen: width, and rows of red, green, blue and nothing."""
        data = (self.folder / "Xvfb_screen0").read_bytes()
        # X Window Dump, version 7: the header's length, …, width, height, …, bytes of a row, colours.
        fields = struct.unpack(">25I", data[:100])
        header, width, height, row, colors = (
            fields[0], fields[4], fields[5], fields[12], fields[19])
        start = header + colors * 12
        return Screen(width, height, row, data[start:start + row * height])

    def wait_for(self, condition, seconds=20):
        deadline = time.monotonic() + seconds
        while not (found := condition()):
            if time.monotonic() > deadline:
                log = (self.folder / "log").read_text(errors="replace")[-500:]
                raise AssertionError(f"not within {seconds} s; {self.output[-300:]!r}; {log}")
            # The terminal draws some time after it was written to, and tells nobody.
            if select.select([self._written], [], [], 0.1)[0]:
                os.read(self._written, 65536)
        return found

    def __enter__(self):
        return self

    def __exit__(self, *_):
        for process in reversed(self._processes):
            process.send_signal(signal.SIGTERM)
            try:
                process.wait(5)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        os.close(self._pipe)
        os.close(self._written)
        shutil.rmtree(self.folder, ignore_errors=True)


class Screen:
    """Pixels of a screen as the X server keeps them: blue, green, red and nothing."""

    def __init__(self, width, height, row, data):
        self.width, self.height, self._row, self._data = width, height, row, data

    def mean(self, x, y, width, height):
        """The mean colour of a rectangle."""
        sums, count = [0, 0, 0], width * height
        for line in range(y, y + height):
            start = line * self._row + x * 4
            part = self._data[start:start + width * 4]
            for channel in range(3):
                sums[channel] += sum(part[2 - channel::4])
        return tuple(value / count for value in sums)

    def cell(self, x, y, size):
        return self.mean(x * size[0], y * size[1], *size)

"""The client against the yardstick, in turn (A B A B …), so that ratios survive a drifting machine.

Both start on the client's own store, filled by a login through the client. Times are wall-clock
milliseconds, taken when the bytes reach the terminal's side of the pty.
"""

import argparse
import os
import pathlib
import re
import statistics
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "Screen"))

from harness import processes  # noqa: E402  (beside this file)
from harness.emulator import Emulator  # noqa: E402
from harness.member import HISTORY, log_in, open_client  # noqa: E402
from harness.modes import frames  # noqa: E402
from harness.programs import CLIENT, FOLDER, ROOT, Home, Server  # noqa: E402
from harness.terminal import Terminal  # noqa: E402

YARDSTICK = str(ROOT / ".build/yardstick")
# What the client reads before its first frame, and the page of the history that it scrolls in.
ROWS = [
    "SELECT * FROM program",
    "SELECT * FROM member",
    "SELECT id, symbology, value, number FROM card ORDER BY position",
    "SELECT points, at, day FROM expiry ORDER BY position",
    "SELECT available, pending, reserved, as_of FROM balance",
    "SELECT fetched_at FROM resource WHERE name = 'balance'",
    "SELECT * FROM ledger_stretch ORDER BY top_at DESC, top_id DESC",
    "SELECT id, kind, points, title, place, created_at FROM ledger"
    " ORDER BY created_at DESC, id DESC LIMIT 100",
]
QUIET = 0.03


class Program:
    """One of the two: how it starts, when it is complete, how its list is reached."""

    def __init__(self, name, start, ready, to_list=()):
        self.name, self.start, self.ready, self.to_list = name, start, ready, to_list
        self.results = {}

    def note(self, what, value):
        self.results.setdefault(what, []).append(value)

    def median(self, what):
        values = self.results.get(what)
        return statistics.median(values) if values else None


def first_match(terminal, pattern):
    """When the screen first matched, in ms after the start: seen again from what was recorded."""
    emulator, begin = Emulator(80, 24), 0
    for moment, end in terminal.arrivals:
        emulator.feed(bytes(terminal.output[begin:end]))
        begin = end
        if re.search(pattern, emulator.text):
            return (moment - terminal.started) / 1e6
    raise AssertionError(f"never {pattern!r}")


def measure_start(program, what):
    with program.start() as terminal:
        terminal.wait_for(program.ready)
        program.note(what, first_match(terminal, program.ready))
        terminal.wait_until_quiet(0.1)
        begin = time.monotonic_ns()
        terminal.press("q")
        terminal.wait_for_exit()
        program.note("exit", (time.monotonic_ns() - begin) / 1e6)


def measure_list(program, idle):
    with program.start() as terminal:
        terminal.wait_for(program.ready)
        terminal.wait_until_quiet(0.5)
        for key in program.to_list:
            terminal.written_by(lambda: terminal.press(key))
        terminal.written_by(lambda: terminal.press(*["Down"] * 5))
        for key in ["Down", "Up"] * 5:
            data, milliseconds = timed(terminal, lambda: terminal.press(key))
            program.note("key", milliseconds)
            program.note("move", len(data))
        data, milliseconds = timed(terminal, lambda: terminal.press(*["Down"] * 200), 0.15)
        program.note("burst", milliseconds)
        program.note("burst bytes", len(data))
        program.note("burst frames", frames(data))
        if idle:
            terminal.wait_until_quiet(5)
            before = processes.wakeups(terminal.process)
            terminal.wait_until_quiet(idle, seconds=3 * idle)
            program.note("wakeups", processes.wakeups(terminal.process) - before)
        program.note("memory", processes.peak_memory(terminal.process) / 1e6)
        program.note("written", processes.written_memory(terminal.process) / 1e6)
        terminal.press("q")
        terminal.wait_for_exit()


def timed(terminal, action, quiet=QUIET):
    """What an action makes a program write, and ms until the last byte of it."""
    begin = 0

    def act():
        nonlocal begin
        begin = time.monotonic_ns()
        action()

    data = terminal.written_by(act, quiet)
    return data, (terminal.arrivals[-1][0] - begin) / 1e6


def fill_store(home, server):
    """Logs in once; returns the balance on the screen and the store."""
    with open_client(home, server) as client:
        balance = log_in(client, server)
        # The history is fetched as it is scrolled.
        client.press("2")
        client.wait_for(HISTORY)
        for _ in range(4):
            client.press("End")
            client.wait_until_quiet(0.3)
        client.press("q")
        client.wait_for_exit()
    [store] = home.path.rglob("store.sqlite")
    return balance, store


LINES = [
    ("start, server on", "first complete frame, warm cache, server on", "ms", "≤ 25, ≤ 2×"),
    ("start, server off", "first complete frame, warm cache, server off", "ms", "≤ 25, ≤ 2×"),
    ("key", "Down to the last byte of its frame", "ms", ""),
    ("move", "moving the selection by one", "bytes", "≤ 340"),
    ("burst", "200 Down in one write to the last byte", "ms", ""),
    ("burst bytes", "… bytes", "bytes", "≤ 3000"),
    ("burst frames", "… frames (synchronized updates)", "", "≤ 5"),
    ("wakeups", "wakeups while idle", "", "0"),
    ("memory", "peak resident memory", "MB", "≤ 20"),
    ("written", "… of it written by the process itself", "MB", "≤ 8"),
    ("exit", "q to the end of the process", "ms", "≤ 20"),
]


def print_table(client, yardstick, load):
    print(f"{'':46}{'loyalhub':>12}{'yardstick':>12}{'ratio':>8}   aim")
    for what, title, unit, aim in LINES:
        ours, theirs = client.median(what), yardstick.median(what)
        if ours is None:
            continue
        ratio = f"{ours / theirs:.2f}" if theirs and unit == "ms" or theirs and unit == "MB" else ""
        print(f"{title + (', ' + unit if unit else ''):46}{cell(ours):>12}{cell(theirs):>12}"
              f"{ratio:>8}   {aim}")
    size = os.stat(CLIENT).st_size / 1e6
    print(f"{'size of the client, MB':46}{size:>12.1f}{'':>12}{'':>8}   ≤ 20")
    print(f"\n{FOLDER.relative_to(ROOT) if FOLDER.is_relative_to(ROOT) else FOLDER}, 80×24, "
          f"medians; load {load[0]:.1f} before, {os.getloadavg()[0]:.1f} after. Trust the ratios.")


def cell(value):
    if value is None:
        return ""
    return f"{value:.0f}" if value == int(value) else f"{value:.2f}"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=15, help="starts of each program")
    parser.add_argument("--idle", type=float, default=10, help="seconds to watch it idle")
    options = parser.parse_args()

    load = os.getloadavg()
    home, elsewhere = Home(), Home()
    server = Server(elsewhere)
    try:
        balance, store = fill_store(home, server)
        client = Program("loyalhub", lambda: open_client(home, server), re.escape(balance), ["2"])
        yardstick = Program(
            "yardstick", lambda: Terminal([YARDSTICK, str(store), *ROWS], home.environment()),
            "q quit")
        both = [client, yardstick]
        for run in range(options.runs + 1):
            for program in both:
                measure_start(program, "start, server on" if run else "warm-up")
        for run in range(3):
            for program in both:
                measure_list(program, options.idle if run == 0 else 0)
        server.stop()
        for _ in range(options.runs):
            for program in both:
                measure_start(program, "start, server off")
        print_table(client, yardstick, load)
    finally:
        server.stop()
        home.remove()
        elsewhere.remove()


if __name__ == "__main__":
    main()

"""The walk through `loyalhub demo` in a pseudo-terminal: pexpect types, pyte shows the screen."""

import pathlib
import sys
import time

import pexpect

BENCH = pathlib.Path(__file__).resolve().parents[1]
sys.path[:0] = [str(BENCH), str(BENCH.parent / "Screen")]

from harness.emulator import Emulator  # noqa: E402  (beside this file)
from harness.programs import CLIENT, Home  # noqa: E402
from walks.steps import WALK  # noqa: E402

KEYS = {"Enter": "\r", "Escape": "\x1b", "Down": "\x1bOB", "F2": "\x1bOQ"}
DEMO = ["demo", "--language", "en", "--reduce-motion", "--no-pictures",
        "--clock", "2026-11-23T14:05:00+03:00"]
PATIENCE = 30


class Walker:
    """One demo, and what its terminal shows."""

    def launch(self, home):
        self.emulator = Emulator(80, 24)
        self.child = pexpect.spawn(
            CLIENT, DEMO, env=home.environment(), dimensions=(24, 80), timeout=PATIENCE)
        # As fast as it can be: else it waits for 50 ms before each key.
        self.child.delaybeforesend = None
        self.child.ptyproc.delayafterclose = 0

    def see(self, text):
        end = time.monotonic() + PATIENCE
        while text not in self.emulator.text:
            left = end - time.monotonic()
            assert left > 0, f"no {text!r}; the screen:\n{self.emulator.text}"
            try:
                self.emulator.feed(self.child.read_nonblocking(65536, left))
            except pexpect.TIMEOUT:
                pass

    def type(self, text):
        self.child.send(text)

    def press(self, key):
        self.child.send(KEYS.get(key, key))

    def tap(self, text):
        self.see(text)
        row, line = next(
            (row, line) for row, line in reversed(list(enumerate(self.emulator.lines, 1)))
            if text in line)
        place = f"{line.index(text) + 1};{row}"
        self.child.send(f"\x1b[<0;{place}M\x1b[<0;{place}m")

    def leave(self):
        self.child.send("\x03")
        self.child.expect(pexpect.EOF)
        self.child.close()
        assert self.child.exitstatus == 0, self.child.exitstatus


def walk(steps):
    home, walker = Home(), Walker()
    try:
        for kind, value in WALK[:steps]:
            walker.launch(home) if kind == "launch" else getattr(walker, kind)(value)
        walker.leave()
    finally:
        home.remove()


if __name__ == "__main__":
    walks, steps = map(int, sys.argv[1:])
    for _ in range(walks):
        walk(steps)

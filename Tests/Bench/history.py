"""A history of 100,000 lines beside one of 1,000: times of keys and of a search, and memory."""

import argparse
import pathlib
import statistics
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "Screen"))

from harness import processes  # noqa: E402  (beside this file)
from harness.archive import lengthen  # noqa: E402
from harness.member import BALANCE, HISTORY, log_in, open_client  # noqa: E402
from harness.programs import Home, Server  # noqa: E402

LENGTHS = (1_000, 100_000)
NOTHING = "Nothing found"


class Member:
    """A home whose store has a history of some length."""

    def __init__(self, server, length):
        self.home, self.results = Home(), {}
        with open_client(self.home, server) as client:
            log_in(client, server)
            client.wait_until_quiet(0.3)
            client.press("q")
            client.wait_for_exit()
        [store] = self.home.path.rglob("store.sqlite")
        lengthen(store, length)

    def note(self, what, value):
        self.results.setdefault(what, []).append(value)

    def median(self, what):
        return statistics.median(self.results[what])


def answer(client, *keys, quiet=0.03):
    """Milliseconds from a key to the last byte of what it makes the client write."""
    begin = time.monotonic_ns()
    client.written_by(lambda: client.press(*keys), quiet)
    return (client.arrivals[-1][0] - begin) / 1e6


def measure(member, server):
    with open_client(member.home, server) as client:
        client.wait_for(BALANCE)
        client.press("2")
        client.wait_for(HISTORY)
        client.wait_until_quiet(0.3)
        for _ in range(40):
            member.note("page down", answer(client, "PageDown"))
        # Past what is kept, and back: rows are let go and read again.
        for _ in range(60):
            client.press(*["PageDown"] * 10)
            client.wait_until_quiet(0.03)
        for _ in range(40):
            member.note("page up, far down", answer(client, "PageUp"))
        member.note("home, from far down", answer(client, "Home"))
        client.press("/")
        client.wait_until_quiet(0.1)
        begin = time.monotonic_ns()
        client.press(*"zzz")
        client.wait_for(NOTHING)
        member.note("a search that finds nothing", (time.monotonic_ns() - begin) / 1e6)
        # A key amid a search that looks at every line: no frame waits for it.
        client.press("C-u")
        client.wait_until_quiet(0.1)
        client.press(*"zz")
        member.note("a letter amid a search", first_answer(client, "y"))
        client.wait_for(NOTHING)
        member.note("peak memory, MB", processes.peak_memory(client.process) / 1e6)
        client.press("C-c")
        client.wait_for_exit()


def first_answer(client, key):
    """Milliseconds until the first byte after a key."""
    count, begin = len(client.arrivals), time.monotonic_ns()
    client.written_by(lambda: client.press(key), 0.02)
    return (client.arrivals[count][0] - begin) / 1e6


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args()
    elsewhere = Home()
    server = Server(elsewhere)
    members = [Member(server, length) for length in LENGTHS]
    try:
        for _ in range(options.runs):
            for member in members:
                measure(member, server)
        print(f"{'median, ms':32}" + "".join(f"{length:>12,}" for length in LENGTHS) + "   ratio")
        for what in members[0].results:
            values = [member.median(what) for member in members]
            print(f"{what:32}" + "".join(f"{value:>12.2f}" for value in values)
                  + f"{values[1] / values[0]:>8.2f}")
    finally:
        server.stop()
        elsewhere.remove()
        for member in members:
            member.home.remove()


if __name__ == "__main__":
    main()

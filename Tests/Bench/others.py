"""What one person costs all others: listeners beside a purchase, a long history beside a balance."""

import argparse
import http.client
import json
import os
import pathlib
import re
import select
import sqlite3
import statistics
import sys
import threading
import time
import uuid

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "Screen"))

from harness.listening import Listening  # noqa: E402  (beside this file)
from harness.programs import PHONE, Home  # noqa: E402

LONG = "+79990100000"
ADMIN = "+79260000001"


class Asking:
    """One kept connection of somebody; milliseconds of each answer."""

    def __init__(self, server, token):
        host, port = server.address.removeprefix("http://").rsplit(":", 1)
        self.connection = http.client.HTTPConnection(host, int(port), timeout=120)
        self.fields = {"Authorization": f"Bearer {token}"} if token else {}

    def ask(self, method, path, body=None, fields=()):
        begin = time.monotonic_ns()
        self.connection.request(
            method, path, body=json.dumps(body) if body else None,
            headers={**self.fields, "Content-Type": "application/json", **dict(fields)})
        response = self.connection.getresponse()
        text = response.read()
        assert response.status < 300, (response.status, text[:200])
        return (time.monotonic_ns() - begin) / 1e6, text

    def listen(self):
        self.connection.request("GET", "/v1/events", headers=self.fields)
        response = self.connection.getresponse()
        assert response.status == 200, response.status


def processor(process):
    """Seconds that a process has had of the processor."""
    fields = pathlib.Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def purchases(server, till, number, count):
    """Median milliseconds of a purchase, and those of the processor that one takes.

    The customer is a new one each time: offers count what one has bought before.
    """
    server.token(phone := f"+799900200{number:02}")
    with sqlite3.connect(server.database) as database:
        [card] = database.execute(
            "SELECT value FROM card JOIN member ON member.id = card.member WHERE phone = ?",
            [phone]).fetchone()
    begin = processor(server.process.pid)
    median = statistics.median(
        till.ask(
            "POST", "/v1/admin/purchases",
            {"card": card, "amount": {"amount": 40_000, "currency": "RUB"}, "categories": ["tea"]},
            {"Idempotency-Key": str(uuid.uuid4())})[0]
        for _ in range(count))
    return median, (processor(server.process.pid) - begin) / count * 1000


def hear(server, count):
    """So many guests who listen, or as many as are let in."""
    listeners = []
    for _ in range(count):
        listener = Asking(server, None)
        try:
            listener.listen()
        except AssertionError:  # guests have a share of the streams
            break
        listeners.append(listener)
    return listeners


def beside(server, token, other, path):
    """Longest milliseconds of a balance of one member while another one asks for something."""
    waiting, asker = Asking(server, token), Asking(server, other)
    done, took = threading.Event(), []

    def ask():
        for _ in range(3):
            took.append(asker.ask("GET", path)[0])
        done.set()

    alone = [waiting.ask("GET", "/v1/me/balance")[0] for _ in range(50)]
    thread = threading.Thread(target=ask)
    thread.start()
    times = [waiting.ask("GET", "/v1/me/balance")[0]]
    while not done.is_set():
        times.append(waiting.ask("GET", "/v1/me/balance")[0])
    thread.join()
    return statistics.median(took), statistics.median(alone), max(times)


def idle(process, seconds=10):
    """Wakeups per second, once what the start has begun is over."""
    select.select([], [], [], 3)
    before = switches(process)
    select.select([], [], [], seconds)
    after = switches(process)
    # What a thread had before it ended is not known any more.
    return sum(after[thread] - before.get(thread, 0) for thread in after) / seconds


def switches(process):
    """How often each thread gave up the processor of its own accord."""
    return {
        task.name: int(re.search(
            r"^voluntary_ctxt_switches:\s*(\d+)", (task / "status").read_text(), re.M)[1])
        for task in pathlib.Path(f"/proc/{process}/task").iterdir()
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--entries", type=int, default=100_000, help="lines of the long history")
    parser.add_argument("--listeners", type=int, default=396)
    parser.add_argument("--purchases", type=int, default=200)
    options = parser.parse_args()
    home = Home()
    server = Listening(home)
    try:
        print(f"wakeups a second, nobody there: {idle(server.process.pid):.1f}")
        till = Asking(server, server.token(ADMIN))
        purchases(server, till, 0, 20)
        alone = [purchases(server, till, number, options.purchases) for number in (1, 2, 3)]
        listeners = hear(server, options.listeners)
        heard = [purchases(server, till, number, options.purchases) for number in (4, 5, 6)]
        for name, runs in [("alone", alone), (f"with {len(listeners)} listeners", heard)]:
            print(f"a purchase {name}: {min(run[0] for run in runs):.2f} ms, "
                  f"{min(run[1] for run in runs):.2f} ms of the processor")
        print(server.fill(LONG, options.entries))
        anna, long = server.token(PHONE), server.token(LONG)
        print(f"{'ms':28}{'few lines':>10}{'many':>10}{'balance alone':>16}{'slowest beside':>16}")
        for path in ["/v1/me/balance", "/v1/me/balance/explanation", "/v1/me/tier", "/v1/changes",
                     "/v1/me/ledger?limit=100", "/v1/me/export"]:
            few = statistics.median(Asking(server, anna).ask("GET", path)[0] for _ in range(5))
            took, usual, slowest = beside(server, anna, long, path)
            print(f"{path:28}{few:>10.1f}{took:>10.1f}{usual:>16.1f}{slowest:>16.1f}")
    finally:
        server.stop()
        home.remove()


if __name__ == "__main__":
    main()

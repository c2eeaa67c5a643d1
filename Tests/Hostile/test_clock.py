"""A clock that is set wrongly while the server runs, and what then waits for a person."""

import mmap
import pathlib
import re
import sqlite3
import struct
import subprocess

import pytest
from harness.beside import member_beside
from harness.listening import Listening
from harness.programs import PHONE, SERVER

DAY = 86_400
DOUBT = r"the clock shows .* days (after|before) .* settle --yes --database"


class WrongClock:
    """What the programs that are started with `environment` take for the time, in days from now."""

    def __init__(self, folder):
        library = folder / "wrong_clock.so"
        source = pathlib.Path(__file__).with_name("wrong_clock.c")
        subprocess.run(["cc", "-shared", "-fPIC", "-O1", "-o", library, source], check=True)
        path = folder / "wrong_clock"
        path.write_bytes(bytes(8))
        self._file = path.open("r+b")
        self._memory = mmap.mmap(self._file.fileno(), 8)
        self.environment = {"LD_PRELOAD": str(library), "WRONG_CLOCK": str(path)}

    def set(self, days):
        self._memory[:8] = struct.pack("q", days * DAY)


@pytest.fixture
def clock(home):
    return WrongClock(home.path)


@pytest.fixture
def errors(home):
    with (home.path / "errors").open("w+") as file:
        yield file


@pytest.fixture
def started(home, clock, errors):
    """Starts servers on one database; those that are left are killed."""
    servers = []

    def start():
        servers.append(Listening(home, stderr=errors, **clock.environment))
        return servers[-1]

    yield start
    for server in servers:
        server.process.kill()
        server.process.wait()
        server.process.stdout.close()


def settle(home, clock, *options):
    return subprocess.run(
        [SERVER, "settle", "--database", home.path / "server.sqlite", *options],
        env=home.environment(**clock.environment), capture_output=True, text=True, check=True,
        timeout=20).stdout


def points(home):
    """All points of all members."""
    with sqlite3.connect(home.path / "server.sqlite") as database:
        return database.execute(
            "SELECT sum(remaining) FROM lot WHERE entry IS NOT NULL").fetchone()[0]


def said(errors):
    return re.findall(DOUBT, pathlib.Path(errors.name).read_text())


@pytest.mark.parametrize("days", [400, -400])
def test_a_clock_that_is_wrong_for_a_moment_takes_nothing_away(home, clock, errors, started, days):
    server = started()
    token = server.token(PHONE)
    before = points(home)
    balance = server.get("/v1/me/balance", token)["available"]
    with member_beside(server, f"a clock {days} days off", token):
        clock.set(days)
        for _ in range(5):
            assert server.get("/v1/me/balance", token)["available"] == balance
            assert server.get("/v1/changes", token)["data"]["balance"]["available"] == balance
        assert said(errors) == ["after" if days > 0 else "before"]
        clock.set(0)
        assert server.get("/v1/me/balance", token)["available"] == balance
    assert points(home) == before
    server.process.terminate()
    assert server.process.wait(20) == 0


def test_what_waits_is_done_by_a_yes(home, clock, errors, started):
    server = started()
    before = points(home)
    server.process.kill()
    server.process.wait()
    clock.set(400)
    server = started()
    token = server.token(PHONE)
    balance = server.get("/v1/me/balance", token)["available"]
    assert points(home) == before
    assert said(errors) == ["after"]
    asked = settle(home, clock)
    members, lost = re.search(r"(\d+) members? would lose (\d+) points", asked).groups()
    assert "nothing was done" in asked and int(lost) > 0
    assert points(home) == before
    done = settle(home, clock, "--yes")
    assert re.search(rf"{members} members? ha(s|ve) lost {lost} points", done)
    assert points(home) < before
    assert server.get("/v1/me/balance", token)["available"] < balance
    # Somebody who was there hears of it, and a start after it needs nobody.
    server.process.kill()
    server.process.wait()
    server = started()
    assert server.get("/v1/health", "none")["status"] == "ok"
    assert len(said(errors)) == 1


def test_a_till_at_a_wrong_clock_sells_and_takes_nothing_away(home, clock, started):
    server = started()
    server.process.kill()
    server.process.wait()
    with sqlite3.connect(home.path / "server.sqlite") as database:
        card = database.execute("SELECT value FROM card WHERE member = 'mem_anna'").fetchone()[0]
    before = points(home)
    clock.set(400)
    sold = subprocess.run(
        [SERVER, "till", "--database", home.path / "server.sqlite", "--card", card,
         "--amount", "100"],
        env=home.environment(**clock.environment), capture_output=True, text=True, check=True,
        timeout=20)
    assert re.search(DOUBT, sold.stderr)
    assert points(home) > before


def test_a_start_after_a_long_stop_needs_nobody(home, clock, errors, started):
    server = started()
    before = points(home)
    server.process.terminate()
    assert server.process.wait(20) == 0
    clock.set(400)
    server = started()
    token = server.token(PHONE)
    assert server.get("/v1/me/balance", token)["available"] < before
    assert not said(errors)
    assert points(home) < before


def test_a_travelling_demo_needs_nobody(home, clock, errors, started):
    server = started()
    before = points(home)
    with sqlite3.connect(home.path / "server.sqlite") as database:
        assert database.execute("SELECT count(*) FROM setting WHERE name = 'demo'").fetchone()[0]
    server.process.kill()
    server.process.wait()
    clock.set(400)
    moved = Listening(home, "--clock", "2028-12-31T23:59:00Z", stderr=errors, **clock.environment)
    try:
        token = moved.token(PHONE)
        assert moved.get("/v1/me/balance", token)["available"] < before
    finally:
        moved.stop()
    assert not said(errors)

"""A calendar of one's own: what is refused, in words, before anything starts."""

import sqlite3
import subprocess

import pytest
from harness.programs import CLIENT, SERVER

EXAMPLE = "2026-12-31T23:59:00+03:00"


def run(home, *command):
    return subprocess.run(
        command, env=home.environment(), capture_output=True, text=True, timeout=60, check=False,
        stdin=subprocess.DEVNULL)


@pytest.mark.parametrize("instant", ["tomorrow", "2026-02-30T00:00:00Z", "2026-12-31", "", "-1",
                                     "9999-12-31T23:59:59Z"])
@pytest.mark.parametrize("command", [
    (CLIENT, "--linear"), (CLIENT, "demo", "--linear"), (CLIENT, "test", "Tests/Flows"),
    (SERVER, "--database", "never.sqlite", "--seed", "coffee")])
def test_what_is_no_moment_is_refused_with_one_that_is(home, command, instant):
    refused = run(home, *command, f"--clock={instant}")
    assert refused.returncode != 0
    assert EXAMPLE in refused.stderr and instant in refused.stderr
    assert not (home.path / "never.sqlite").exists()


def test_the_calendar_of_people_is_not_moved(home):
    database = home.path / "server.sqlite"
    seeded = run(home, SERVER, "till", "--database", str(database), "--card", "x", "--amount", "1")
    assert seeded.returncode != 0
    sqlite3.connect(database).close()
    refused = run(home, SERVER, "--database", str(database), "--port", "0", "--clock", EXAMPLE)
    assert refused.returncode != 0
    assert "no demo has filled this database" in refused.stderr


def test_the_demo_opens_on_another_day(home):
    lines = run(home, CLIENT, "demo", "--linear", "--language", "en", "--clock", EXAMPLE)
    assert lines.returncode == 0, lines.stderr

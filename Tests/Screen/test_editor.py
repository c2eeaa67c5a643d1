"""The editor of screens from outside: the person's own editor, and death at any moment."""

import os
import random
import re
import signal
import sqlite3
import stat
import time

import pytest
from harness.member import log_in, open_client
from harness.programs import EDITOR

WORDS = "abcdefghij"


def edit_news(client):
    """Opens the screen "News" in the editor."""
    client.press("5")
    client.wait_for("The winter menu")
    client.press("e")
    client.wait_for("Blocks")


def open_editor(home, server, **changes):
    client = open_client(home, server, columns=120, rows=40, **changes)
    return client


@pytest.fixture
def signed_in(home, server):
    with open_editor(home, server) as client:
        log_in(client, server, EDITOR)
        client.wait_until_quiet()
    return home


def own_editor(home, script):
    path = home.path / "editor"
    path.write_text("#!/bin/sh\n" + script)
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return str(path)


def choose_english_heading(client):
    client.press("Down", "Enter")
    client.wait_for("Text · en")
    client.press("Down")


@pytest.mark.parametrize("script, said", [
    ('printf "From outside\\n" > "$1"', "From outside"),
    ('printf "x" > "$1"; exit 3', "Your editor failed"),
    ('kill -9 $$', "Your editor failed"),
    ('printf "\\377\\376" > "$1"', "no text that can be taken"),
])
def test_the_person_s_own_editor(signed_in, server, script, said):
    program = own_editor(signed_in, script)
    with open_editor(signed_in, server, EDITOR=f"'{program}'") as client:
        client.wait_for("Home")
        edit_news(client)
        choose_english_heading(client)
        client.press("C-x")
        client.wait_for(re.escape(said))
        if "From" not in said:
            assert "Winter at Zerna: soon" in client.text
        # The screen is whole again, and nothing of the text is left on the disk.
        client.wait_for("Blocks")
        assert not list((signed_in.path / "tmp").glob("loyalhub-*"))


def kept(home):
    """The first heading as it is kept on the disk; `None` when nothing is."""
    stores = list(home.path.rglob("store.sqlite"))
    connection = sqlite3.connect(stores[0])
    row = connection.execute("SELECT content FROM draft").fetchone()
    connection.close()
    return re.search(rb'"en":"Winter at Zerna: soon([a-j]*)"', row[0]).group(1).decode() if row else None


def forget(home):
    """The next round begins anew: a heading has its longest length."""
    connection = sqlite3.connect(next(home.path.rglob("store.sqlite")))
    connection.execute("DELETE FROM draft")
    connection.commit()
    connection.close()


def test_killed_at_any_moment_only_the_last_two_seconds_are_lost(signed_in, server):
    chance = random.Random(20_261_124)
    typed = ""
    # `Tests/run long` kills 300 times, in nine minutes.
    for _ in range(int(os.environ.get("LOYALHUB_KILLS", "8"))):
        with open_editor(signed_in, server) as client:
            client.wait_for("Home")
            edit_news(client)
            choose_english_heading(client)
            client.press("Enter")
            begun = kept(signed_in) or ""
            typed = begun
            history = []
            for _ in range(chance.randrange(3, 12)):
                letter = chance.choice(WORDS)
                client.press(letter)
                typed += letter
                history.append((time.monotonic(), typed))
                client.wait_until_quiet(chance.uniform(0.01, 0.4))
            client.signal(signal.SIGKILL)
            died = time.monotonic()
        found = kept(signed_in) or ""
        states = [begun] + [text for _, text in history]
        assert found in states, f"{found!r} was never typed"
        old = [text for moment, text in history if died - moment > 2]
        assert not old or len(found) >= len(old[-1]), (found, history, died)
        forget(signed_in)

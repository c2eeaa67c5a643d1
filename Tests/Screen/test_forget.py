"""Forget this machine: all that is kept here goes, also when the program is killed in the middle."""

import json
import os
import sqlite3
import subprocess

from harness.member import BALANCE
from harness.programs import CLIENT, PHONE
from test_linear import Conversation


def conversation(home, server):
    arguments = [CLIENT, "--linear", "--server", server.address, "--language", "en"]
    return Conversation(arguments, home.environment())


def log_in(client, server):
    client.hear(r"Phone: $")
    client.say(PHONE)
    client.hear(r"Code: $")
    client.say(server.next_code())
    client.hear(BALANCE)


def leave_a_session(home, server):
    with conversation(home, server) as client:
        log_in(client, server)
        client.say("q")
        assert client.process.wait(15) == 0


def choose(client, words):
    client.say(client.hear(rf"(\d+)\. {words}[^\n]*\n")[1])


def kept(home):
    """What is there of before: the start that goes on may have something to say in a log of its own."""
    return [path for path in home.files
            if path.startswith("xdg_") and not path.endswith("loyalhub.log")]


def sessions(server):
    with sqlite3.connect(server.database) as connection:
        return connection.execute("SELECT count(*) FROM session").fetchone()[0]


def plan(home, server, wallet=False):
    """As a run leaves it that was killed right after it was confirmed."""
    path = home.path / "xdg_state_home/loyalhub/forgetting.json"
    path.write_text(json.dumps({"accounts": [server.address], "takesWallet": wallet}))


def start(home):
    return subprocess.run(
        [CLIENT, "--linear", "--language", "en"], env=home.environment(), input="q\n",
        capture_output=True, text=True, timeout=90)


def test_nothing_is_left_but_the_wallet(home, server):
    table = home.path / "cards.csv"
    table.write_text("name,code,code_type\nBakery,4600702084115,EAN_13\n")
    added = subprocess.run(
        [CLIENT, "wallet", "import", str(table)], env=home.environment(), capture_output=True)
    with conversation(home, server) as client:
        log_in(client, server)
        choose(client, "More")
        choose(client, "Forget this machine")
        client.hear(r"You are logged out of Zerna\.")
        choose(client, "Forget everything")
        client.hear("This machine knows nothing about you any more")
        client.say("q")
        assert client.process.wait(15) == 0
    assert sessions(server) == 0
    names = [os.path.basename(path) for path in kept(home)]
    assert added.returncode != 0 or names
    assert all(name.startswith("wallet.") for name in names), names


def test_another_window_is_in_the_way(home, server):
    with conversation(home, server) as other:
        log_in(other, server)
        with conversation(home, server) as client:
            client.hear(BALANCE)
            choose(client, "More")
            choose(client, "Forget this machine")
            choose(client, "Forget everything")
            client.hear("open in another window")
            client.say("q")
            assert client.process.wait(15) == 0
        assert sessions(server) == 1


def test_the_next_start_goes_on_where_one_was_killed(home, server):
    leave_a_session(home, server)
    assert sessions(server) == 1
    plan(home, server)
    done = start(home)
    assert "This machine knows nothing about you any more." in done.stderr
    assert "no server yet" in done.stderr and done.returncode == 1
    assert sessions(server) == 0
    assert kept(home) == []


def test_a_server_that_is_not_reached_is_named(home, server):
    leave_a_session(home, server)
    plan(home, server)
    server.stop()
    done = start(home)
    assert f"Not reached: {server.address}" in done.stderr
    assert kept(home) == []


def test_a_plan_that_makes_no_sense_keeps_the_wallet(home, server):
    leave_a_session(home, server)
    folder = home.path / "xdg_data_home/loyalhub"
    (folder / "wallet.sqlite").write_bytes(b"")
    (home.path / "xdg_state_home/loyalhub/forgetting.json").write_text("{")
    start(home)
    names = [os.path.basename(path) for path in kept(home)]
    assert "wallet.sqlite" in names
    assert all(name.startswith("wallet.sqlite") for name in names), names

"""Forget this machine: all that is kept here goes, also when the program is killed in the middle."""

import json
import os
import pathlib
import shutil
import signal
import sqlite3
import subprocess

import pytest
from harness import effort
from harness.member import BALANCE
from harness.programs import CLIENT, PHONE
from test_linear import Conversation


def conversation(home, server, **changes):
    arguments = [CLIENT, "--linear", "--server", server.address, "--language", "en"]
    return Conversation(arguments, home.environment(**changes))


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


def start(home, **changes):
    return subprocess.run(
        [CLIENT, "--linear", "--language", "en"], env=home.environment(**changes), input="q\n",
        capture_output=True, text=True, timeout=90)


def import_card(home):
    table = home.path / "cards.csv"
    table.write_text("2\n\n_id\n\n_id,store,cardid\n1,Bakery,4600702084115\n")
    subprocess.run(
        [CLIENT, "wallet", "import", str(table)], env=home.environment(), check=True,
        capture_output=True)


def test_nothing_is_left_but_the_wallet(home, server):
    import_card(home)
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
    assert "wallet.sqlite" in names and all(name.startswith("wallet.") for name in names), names


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


@pytest.fixture(scope="module")
def dying(tmp_path_factory):
    """What has a program die before one of its steps; `harness/dying.c`."""
    library = tmp_path_factory.mktemp("dying") / "dying.so"
    source = pathlib.Path(__file__).parent / "harness/dying.c"
    subprocess.run(["clang", "-O1", "-shared", "-fPIC", "-o", library, source], check=True)
    return str(library)


class Machine:
    """A machine of somebody who is logged in and has a card in the wallet: as often as one likes."""

    def __init__(self, home, server):
        self.home, self.server = home, server
        self.folders = sorted(path for path in home.path.iterdir() if path.name.startswith("xdg_"))
        server.stop()
        self._kept = home.path / "kept"
        for path in [*self.folders, pathlib.Path(server.database)]:
            self._copy(path, self._kept / path.name)

    def restore(self):
        self.server.stop()
        for path in pathlib.Path(self.server.database).parent.glob("server.sqlite*"):
            path.unlink()
        for path in [*self.folders, pathlib.Path(self.server.database)]:
            shutil.rmtree(path, ignore_errors=True)
            self._copy(self._kept / path.name, path)
        self.server.start()

    def forget(self, **changes):
        """Asks to forget all but the wallet; whether the program lived to say that it is done."""
        with conversation(self.home, self.server, **changes) as client:
            client.hear(BALANCE)
            choose(client, "More")
            choose(client, "Forget this machine")
            choose(client, "Forget everything")
            try:
                client.hear("knows nothing about you any more")
            except AssertionError:
                assert client.process.wait(15) == -signal.SIGKILL
                return False
            client.say("q")
            assert client.process.wait(15) in (0, -signal.SIGKILL)
            return True

    @staticmethod
    def _copy(source, target):
        target.parent.mkdir(exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, target, symlinks=True)
        else:
            shutil.copy2(source, target)


def test_killed_at_any_step_it_is_as_before_or_goes_on(home, server, dying):
    import_card(home)
    leave_a_session(home, server)
    machine = Machine(home, server)
    steps = home.path / "steps"
    found = set()

    def die(at, **changes):
        return {"LD_PRELOAD": dying, "DYING_AT": str(at), "DYING_STEPS": str(steps), **changes}

    machine.restore()
    assert machine.forget(**die(1_000_000, DYING_FROM="forgetting.json"))
    count = len(steps.read_text())
    assert count >= 10
    # Its beginning, where the plan is not there yet or nothing is lost yet, and its end in any case.
    middle = range(5, count - 3, effort.sample(max(1, count // 6), 1))
    for number in sorted({1, 2, 3, 4, *middle, *range(count - 3, count + 1)}):
        machine.restore()
        machine.forget(**die(number, DYING_FROM="forgetting.json"))
        # The next start is killed too, at another step.
        again = start(home, **die(1 + number * 7 % count))
        last = start(home)
        names = [os.path.basename(path) for path in kept(home)]
        assert "wallet.sqlite" in names, (number, names)
        with sqlite3.connect(home.path / "xdg_data_home/loyalhub/wallet.sqlite") as wallet:
            assert wallet.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            assert wallet.execute("SELECT count(*) FROM card").fetchone() == (1,)
        if all(name.startswith("wallet.") for name in names):
            assert sessions(server) == 0, (number, again, last)
            found.add("gone")
        else:
            assert sessions(server) == 1 and last.returncode == 0, (number, names, last.stderr)
            found.add("as before")
        assert again.returncode in (0, 1, -signal.SIGKILL), again.stderr
    assert found == {"gone", "as before"}

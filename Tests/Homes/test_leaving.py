"""However the client is left, no write-ahead log stays behind."""

import signal
import subprocess

import pytest
from harness.commands import run
from harness.member import WELCOME, log_in, open_client
from harness.programs import CLIENT, Home, Server


def logs(home):
    return [file for file in home.files if file.endswith(("-wal", "-shm"))]


@pytest.mark.parametrize("way", [
    "q", "C-c", signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT, "closed"])
def test_the_screen(home, server, way):
    with open_client(home, server) as client:
        log_in(client, server)
        client.wait_until_quiet()
        assert logs(home)
        if way == "closed":
            client.hang_up()
        elif isinstance(way, str):
            client.press(way)
        else:
            client.signal(way)
        client.wait_for_exit()
    assert logs(home) == []
    [store] = home.path.rglob("store.sqlite")
    assert store.stat().st_size > 0


def test_another_account(home, server):
    other_home = Home()
    other = Server(other_home)
    try:
        with open_client(home, server) as client:
            log_in(client, server)
            client.press("\x1bOS")
            client.wait_for("Accounts")
            client.press("n")
            client.wait_for("Address")
            client.press(other.address, "Enter")
            client.wait_for(WELCOME)
            client.wait_until_quiet(0.5)
            folders = {file.rsplit("/", 1)[0] for file in logs(home)}
            assert len(folders) == 1, "the first account's store is closed, the second's is open"
            client.press("C-c")
            client.wait_for_exit()
        assert logs(home) == []
    finally:
        other.stop()
        other_home.remove()


@pytest.mark.parametrize("way", [
    "choice", "end", signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT, signal.SIGUSR1])
def test_lines(home, server, way):
    with subprocess.Popen(
            [CLIENT, "--linear", "--server", server.address], env=home.environment(),
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as client:
        heard = ""
        while not heard.endswith("Phone: "):
            heard += client.stdout.read(1)
        assert logs(home)
        if way == "choice":
            client.stdin.write("q\n")
        if way in ("choice", "end"):
            client.stdin.close()
            assert client.wait(20) == 0
        else:
            client.send_signal(way)
            assert client.wait(20) == -way
    assert logs(home) == []


def test_commands(home):
    assert run([CLIENT, "wallet", "list"], home.environment()).returncode == 0
    assert run([CLIENT, "content", "log", "x", "--server", "unix:/nowhere"],
               home.environment()).returncode == 4
    assert logs(home) == []
    assert any(file.endswith("wallet.sqlite") for file in home.files)

"""However the program ends, the terminal is as it was found.

The rows of the matrix: a key that quits, Ctrl-C, TERM, HUP, QUIT, stopping and going on, our own
crashes (fatalError, an index out of range, a nil unwrapped, a segmentation fault, abort), PIPE, the
window closed, a full disk, an end during a resize, an end during a frame.
"""

import os
import pathlib
import shutil
import signal

import pytest
from harness.member import BALANCE, WELCOME, log_in, open_client, open_demo
from harness.modes import ALTERNATE_SCREEN
from harness.programs import CLIENT, PHONE
from harness.terminal import Terminal

# What ends a process unless it is taken, and tells of no fault of the program.
ASKING = [signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGUSR1, signal.SIGUSR2,
          signal.SIGALRM, signal.SIGVTALRM, signal.SIGPROF, signal.SIGIO, signal.SIGPWR,
          signal.SIGSTKFLT, signal.SIGXCPU, signal.SIGXFSZ, signal.SIGRTMIN, signal.SIGRTMAX]
# How Swift's traps end a process: SIGILL on x86, SIGTRAP on ARM.
TRAPS = {-signal.SIGILL, -signal.SIGTRAP, -signal.SIGABRT}


def assert_restored(terminal):
    modes = terminal.modes
    assert modes.opened[ALTERNATE_SCREEN] == 1, "it was a full-screen program"
    assert modes.closed[ALTERNATE_SCREEN] == 1, "the alternate screen is left exactly once"
    assert modes.left_behind == []
    assert terminal.changed_settings == []


@pytest.mark.parametrize("key", ["q", "C-c"])
def test_a_key_that_quits(home, key):
    with open_demo(home) as demo:
        log_in(demo)
        demo.press(key)
        assert demo.wait_for_exit() == 0
        assert_restored(demo)


def test_control_c_while_typing(home):
    with open_demo(home) as demo:
        demo.wait_for(WELCOME)
        demo.press("q", "C-c")
        assert demo.wait_for_exit() == 0
        assert_restored(demo)


@pytest.mark.parametrize("number", [*ASKING, signal.SIGQUIT], ids=int)
def test_a_signal_that_asks_it_to_end(home, number):
    with open_nowhere(home) as client:
        client.wait_for(WELCOME)
        client.signal(number)
        # By the signal, or with the status that a shell would show for it.
        assert client.wait_for_exit() in {-number, 128 + number}
        assert_restored(client)


@pytest.mark.parametrize("number", [signal.SIGSEGV, signal.SIGABRT, signal.SIGBUS, signal.SIGILL,
                                    signal.SIGFPE, signal.SIGTRAP, signal.SIGSYS])
def test_a_crash(home, number):
    with open_demo(home) as demo:
        demo.wait_for(WELCOME)
        demo.signal(number)
        assert demo.wait_for_exit(30) == -number
        assert_restored(demo)


@pytest.mark.parametrize("kind, statuses", [
    ("fatal", TRAPS), ("bounds", TRAPS), ("nil", TRAPS), ("abort", {-signal.SIGABRT}),
    ("segmentation", {-signal.SIGSEGV}),
])
def test_a_crash_of_our_own(home, kind, statuses):
    with open_demo(home, LOYALHUB_CRASH=kind) as demo:
        assert demo.wait_for_exit(30) in statuses
        assert_restored(demo)


def test_the_window_is_closed(home):
    with open_demo(home) as demo:
        demo.wait_for(WELCOME)
        demo.hang_up()
        assert demo.wait_for_exit() == 128 + signal.SIGHUP
        assert home.files == []


def test_a_broken_pipe_is_no_end(home):
    with open_nowhere(home) as client:
        client.wait_for(WELCOME)
        client.signal(signal.SIGPIPE)
        client.press("7")
        client.wait_for("7")
        client.press("C-c")
        assert client.wait_for_exit() == 0
        assert_restored(client)


def test_the_disk_is_full(home, server):
    """The home, with the cache and the log, is a small file system, which something else fills."""
    disk = home.path / "disk"
    disk.mkdir()
    environment = home.environment(
        HOME=str(disk), XDG_STATE_HOME=None, XDG_DATA_HOME=None, XDG_CONFIG_HOME=None,
        XDG_CACHE_HOME=None, LOYALHUB=CLIENT)
    command = [
        shutil.which("unshare"), "--map-root-user", "--mount", "sh", "-c",
        'mount -t tmpfs -o size=2m tmpfs "$HOME" && exec "$LOYALHUB" --server "$1"', "sh",
        server.address]
    with Terminal(command, environment) as client:
        client.wait_for(WELCOME)
        with open(f"/proc/{client.process}/root{disk}/filling", "wb", buffering=0) as filling:
            with pytest.raises(OSError, match="No space left"):
                while True:
                    filling.write(bytes(4096))
        client.press(PHONE, "Enter")
        client.wait_for("Code")
        client.press(server.next_code(), "Enter")
        # One row of the reason: beside the mark of the business it is wrapped.
        client.wait_for("space left on device")
        client.press("C-c")
        assert client.wait_for_exit() == 0
        assert_restored(client)


@pytest.mark.parametrize("how", [*ASKING[:4], "C-c"], ids=str)
def test_an_end_during_a_resize(home, how):
    """Eight times each: forty in all."""
    for columns in range(70, 110, 5):
        with open_nowhere(home) as client:
            client.wait_for(WELCOME)
            client.resize(columns, 30)
            if how == "C-c":
                client.press(how)
            else:
                client.signal(how)
            assert client.wait_for_exit() == (0 if how == "C-c" else 128 + how)
            assert_restored(client)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGUSR1, signal.SIGQUIT, signal.SIGSEGV])
def test_an_end_during_a_frame(home, number):
    with open_nowhere(home, columns=200, rows=60) as client:
        client.wait_for(WELCOME)
        client.wait_until_quiet()
        # Nobody reads: frames fill the terminal up, until one of them is stuck in the middle.
        while not _is_stuck(client):
            if client.unread_keys == 0:
                client.send(b"\x0c")
        client.signal(number)
        assert client.wait_for_exit() in {-number, 128 + number}
        assert_restored(client)


@pytest.mark.parametrize("shell", [
    ["bash", "--norc", "--noprofile", "--noediting", "-i"],
    # Unlike bash, dash does not mend the line settings after a job.
    ["dash", "-i"],
])
@pytest.mark.parametrize("how", ["key", "signal"])
def test_stopping_and_going_on(home, shell, how):
    environment = home.environment(PS1="prompt> ", ENV=None, LOYALHUB=CLIENT)
    with Terminal(["/bin/" + shell[0], *shell[1:]], environment) as terminal:
        terminal.wait_for("prompt>")
        settings = _settings(terminal)
        # Twice with each key and signal in each shell; fifty times with one of them.
        times = 51 if (how, shell[0]) == ("signal", "dash") else 3
        for round in range(1, times):
            if round == 1:
                terminal.press('"$LOYALHUB" demo; echo status=$?', "Enter")
                log_in(terminal)
            else:
                terminal.press("fg", "Enter")
                terminal.wait_for(lambda: terminal.modes.opened[ALTERNATE_SCREEN] == round)
                terminal.wait_for(BALANCE)
            terminal.wait_until_quiet()
            assert not _is_line_by_line(terminal)
            if how == "key":
                terminal.press("C-z")
            else:
                _stop_foreground(terminal)
            terminal.wait_for(lambda: terminal.modes.closed[ALTERNATE_SCREEN] == round)
            terminal.wait_for(lambda: terminal.emulator.text.rstrip().endswith("prompt>"))
            assert terminal.modes.left_behind == []
            assert _settings(terminal) == settings
        terminal.press("fg", "Enter")
        terminal.wait_for(lambda: terminal.modes.opened[ALTERNATE_SCREEN] == times)
        terminal.wait_for(BALANCE)
        terminal.press("q")
        terminal.wait_for(lambda: terminal.modes.closed[ALTERNATE_SCREEN] == times)
        # The shell's prompt: what is typed before it would be read by neither.
        terminal.wait_for(lambda: terminal.output.rstrip().endswith(b"prompt>"))
        terminal.press("echo status=$?", "Enter")
        terminal.wait_for("status=0")
        assert terminal.modes.left_behind == []
        terminal.press("exit", "Enter")
        terminal.wait_for_exit()


def _settings(terminal):
    return terminal.changed_settings


def _is_line_by_line(terminal):
    return "lflag" not in terminal.changed_settings


def _stop_foreground(terminal):
    os.kill(-os.tcgetpgrp(terminal.master), signal.SIGTSTP)


def open_nowhere(home, **changes):
    """The login, of a server that is not there: it starts at once."""
    return open_client(home, None, "--server", "unix:/nowhere", **changes)


def _is_stuck(terminal):
    """Whether the process waits for its terminal to take more, and not only for a moment."""
    call = pathlib.Path(f"/proc/{terminal.process}/syscall")
    return all(call.read_text().split()[:2] == ["1", "0x1"] for _ in range(200))

"""However the program ends, the terminal is as it was found."""

import os
import signal

import pytest
from harness.member import BALANCE, WELCOME, log_in, open_demo
from harness.modes import ALTERNATE_SCREEN
from harness.programs import CLIENT
from harness.terminal import Terminal

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


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGQUIT])
def test_a_signal_that_asks_it_to_end(home, number):
    with open_demo(home) as demo:
        demo.wait_for(WELCOME)
        demo.signal(number)
        # By the signal, or with the status that a shell would show for it.
        assert demo.wait_for_exit() in {-number, 128 + number}
        assert_restored(demo)


@pytest.mark.parametrize("number", [signal.SIGSEGV, signal.SIGABRT, signal.SIGBUS])
def test_a_crash(home, number):
    with open_demo(home) as demo:
        demo.wait_for(WELCOME)
        demo.signal(number)
        assert demo.wait_for_exit(30) == -number
        assert_restored(demo)


@pytest.mark.parametrize("kind, statuses", [
    ("fatal", TRAPS), ("bounds", TRAPS), ("abort", {-signal.SIGABRT}),
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
        for round in range(1, 4):
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
            terminal.wait_for(lambda: terminal.text.rstrip().endswith("prompt>"))
            assert terminal.modes.left_behind == []
            assert _settings(terminal) == settings
        terminal.press("fg", "Enter")
        terminal.wait_for(lambda: terminal.modes.opened[ALTERNATE_SCREEN] == 4)
        terminal.wait_for(BALANCE)
        terminal.press("q")
        terminal.wait_for(lambda: terminal.modes.closed[ALTERNATE_SCREEN] == 4)
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

"""Where a full screen makes no sense, one line names the command to use."""

import subprocess

import pytest
from harness.programs import CLIENT
from harness.terminal import Terminal

COMMANDS = [["demo"], ["--server", "unix:/nowhere"]]


def assert_refusal(status, text):
    assert status == 2
    assert len(text.strip().splitlines()) == 1
    assert "--linear" in text
    assert "\x1b" not in text


@pytest.mark.parametrize("command", COMMANDS)
def test_a_dumb_terminal(home, command):
    environment = home.environment(TERM="dumb")
    with Terminal([CLIENT, *command], environment, columns=200) as terminal:
        status = terminal.wait_for_exit()
        assert_refusal(status, terminal.output.decode())
        assert terminal.changed_settings == []


@pytest.mark.parametrize("term", ["", "no-such-terminal", None])
def test_a_terminal_that_is_not_known(home, term):
    with Terminal([CLIENT, "demo"], home.environment(TERM=term), columns=200) as terminal:
        status = terminal.wait_for_exit()
        assert_refusal(status, terminal.output.decode())


@pytest.mark.parametrize("command", COMMANDS)
def test_no_terminal_at_all(home, command):
    done = subprocess.run(
        [CLIENT, *command], env=home.environment(), stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, timeout=20)
    assert done.stdout == ""
    assert_refusal(done.returncode, done.stderr)


@pytest.mark.parametrize("term", ["xterm", "screen", "tmux-256color", "linux", "vt100"])
def test_other_terminals_draw(home, term):
    with Terminal([CLIENT, "demo"], home.environment(TERM=term)) as terminal:
        terminal.wait_for("Phone")
        terminal.press("C-c")
        assert terminal.wait_for_exit() == 0
        assert terminal.changed_settings == []

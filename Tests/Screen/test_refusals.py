"""What cannot be done is refused at once, in words, with what to do instead."""

import re
import subprocess

import pytest
from harness.programs import CLIENT, SERVER
from harness.terminal import Terminal

# How Swift prints a value of ours that has no words: `unknownTerm("")`, `dumb(term: "x")`.
SWIFT_VALUE = re.compile(r"\b[a-z]\w*\((\"|\w+: |[a-z]\w*\.)|\bOptional\(|\w+Error\b|Swift\.|Context\(")

COMMANDS = [["demo"], ["--server", "unix:/nowhere"]]


def assert_refusal(status, text):
    assert status == 2
    assert len(text.strip().splitlines()) == 1
    assert "--linear" in text
    assert "\x1b" not in text
    assert not SWIFT_VALUE.search(text)
    assert "notATerminal" not in text


@pytest.mark.parametrize("command", COMMANDS)
def test_a_dumb_terminal(home, command):
    environment = home.environment(TERM="dumb")
    with Terminal([CLIENT, *command], environment, columns=200) as terminal:
        status = terminal.wait_for_exit()
        assert_refusal(status, terminal.output.decode())
        assert terminal.changed_settings == []


@pytest.mark.parametrize("language, word", [("en", "if it is like xterm"), ("ru", "похож на xterm")])
@pytest.mark.parametrize("term", ["", "no-such-terminal", "dumb", "../xterm", "x" * 9000, None])
def test_a_terminal_that_is_not_known(home, term, language, word):
    command = [CLIENT, "demo", "--language", language]
    with Terminal(command, home.environment(TERM=term), columns=400) as terminal:
        status = terminal.wait_for_exit()
        said = terminal.output.decode()
        assert_refusal(status, said)
        assert "TERM=xterm-256color loyalhub demo" in said and word in said


@pytest.mark.parametrize("term", [
    "xterm-kitty", "xterm-ghostty", "foot", "alacritty", "wezterm", "konsole-256color", "tmux-direct"])
@pytest.mark.parametrize("place", [None, "/nowhere"])
def test_a_terminal_like_xterm_needs_no_description(home, term, place):
    environment = home.environment(TERM=term, TERMINFO=place)
    with Terminal([CLIENT, "--server", "unix:/nowhere"], environment) as terminal:
        terminal.wait_for("Phone")
        terminal.press("C-c")
        assert terminal.wait_for_exit() == 0
        assert terminal.modes.left_behind == []


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


# What is asked for wrongly, and what the refusal names.
MISTAKES = [
    ([CLIENT, "walet"], "'wallet'"), ([CLIENT, "tset", "x.yaml"], "'test'"),
    ([CLIENT, "wallet", "lsit"], "'list'"), ([CLIENT, "wallet", "imprt", "x"], "'import'"),
    ([CLIENT, "content", "pul", "x"], "'pull'"), ([CLIENT, "help", "walet"], "'wallet'"),
    ([CLIENT, "frobnicate"], "open, demo, wallet, content, test"),
    ([CLIENT, "--langauge", "ru"], "'--language'"), ([CLIENT, "demo", "--thme", "x"], "'--theme'"),
    ([CLIENT, "wallet", "list", "--jsno"], "'--json'"),
    ([CLIENT, "hierarchy", "--fwol", "x"], "'--flow'"), ([CLIENT, "hierarchy", "--size", "0x9"], "80x24"),
    ([CLIENT, "demo", "--theme", "drak"], "'dark'"),
    ([CLIENT, "--linear", "--theme", "nope"], "dark, light"), ([CLIENT, "--theme", ""], "dark, light"),
    ([CLIENT, "--language", "de"], "ru and en"), ([CLIENT, "wallet", "list", "--language", "xx"], "ru"),
    ([CLIENT, "content", "lint", ".", "--language", "de"], "ru and en"),
    ([CLIENT, "--color", "sometimes"], "- always"), ([CLIENT, "demo", "extra"], "'extra'"),
    ([CLIENT, "content", "revert", "news", "two"], "'two'"),
    ([SERVER, "sreve"], "'serve'"), ([SERVER, "openpai"], "'openapi'"),
    ([SERVER, "--database", "x", "--prot", "1"], "'--port'"), ([SERVER, "--database", "x", "--seed", "cofee"], "'coffee'"),
    ([SERVER, "--database", "x", "--sms", "fax"], "'log'"),
    ([SERVER, "--database", "x", "--port", "99999"], "99999"),
    ([SERVER, "serve", "--databse", "x"], "'--database'"), ([SERVER, "--vesion"], "'--version'"),
    ([SERVER, "till", "--crad", "A", "--amount", "5"], "'--card'"), ([SERVER, "helpp"], "'help'"),
    ([CLIENT, "content", "push", "--publsh"], "'--publish'"), ([CLIENT, "--hlep"], "'--help'"),
    ([CLIENT, "wallet", "--hlep"], "'--help'"), ([CLIENT, "—linear"], "'--linear'"),
]


@pytest.mark.parametrize("command, named", MISTAKES, ids=lambda part: "-".join(part[1:])
                         if isinstance(part, list) else "")
def test_what_is_asked_for_wrongly_is_refused_before_anything_starts(home, command, named):
    done = subprocess.run(command, env=home.environment(), cwd=home.path, stdin=subprocess.DEVNULL,
                          capture_output=True, text=True, timeout=20)
    assert done.returncode == 64
    assert done.stdout == ""
    assert named in done.stderr
    assert not SWIFT_VALUE.search(done.stderr)
    assert home.files == []


@pytest.mark.parametrize("command", [
    [CLIENT, "--server", "foo"], [CLIENT], [CLIENT, "test", "/nowhere"], [CLIENT, "test", "."],
    [CLIENT, "wallet", "import", "/nowhere"], [CLIENT, "wallet", "import", "/"],
    [CLIENT, "wallet", "export", "/nowhere/x.zip"], [CLIENT, "content", "lint", "/nowhere"],
    [CLIENT, "content", "log", "news", "--server", "unix:/nowhere"],
    [SERVER, "--database", "/nowhere/x"], [SERVER, "--database", "/"],
    [SERVER, "fill", "--database", "/nowhere"],
    [SERVER, "--database", "x", "--socket", "/nowhere/s"],
    [SERVER, "--database", "x", "--host", "fe80::1%nosuch", "--port", "0"],
    [SERVER, "--database", "x", "--private-folder", "/tmp"],
    [SERVER, "till", "--database", "/nowhere", "--card", "1", "--amount", "1"],
], ids=" ".join)
def test_a_failure_is_said_in_words(home, command):
    done = subprocess.run(command, env=home.environment(), cwd=home.path, stdin=subprocess.DEVNULL,
                          capture_output=True, text=True, timeout=20)
    assert done.returncode in {1, 2, 3, 4}
    assert done.stderr.strip()
    assert not SWIFT_VALUE.search(done.stderr + done.stdout)

"""Colours as the theme says them, where the terminal has them; and nowhere else."""

import re
import stat

import pytest
from harness.member import log_in, open_client
from harness.programs import CLIENT, EDITOR, ROOT
from harness.tmux import Tmux

DIRECT = re.compile(rb"\x1b\[[34]8;2;(\d+);(\d+);(\d+)m")


def theme_colours():
    """Each colour of the demo's own theme and of the one that it starts from."""
    text = "".join((ROOT / "themes" / f"{name}.yaml").read_text() for name in ("dark", "coffee"))
    return {tuple(bytes.fromhex(digits)) for digits in re.findall(r'"#([0-9a-f]{6})', text)}


def shown(home, *options, **changes):
    with open_client(home, None, "demo", *options, **changes) as demo:
        log_in(demo)
        demo.press("?")
        demo.wait_until_quiet()
        return bytes(demo.output)


@pytest.mark.parametrize("term", ["xterm-256color", "tmux-256color", "foot"])
def test_a_terminal_that_claims_them_gets_the_theme_s_own_colours(home, term):
    claim = {"COLORTERM": "truecolor", "TERM": term}
    output = shown(home, **claim)
    sent = {tuple(map(int, colour)) for colour in DIRECT.findall(output)}
    assert len(sent & theme_colours()) > 5
    assert b"8;5;" not in output


@pytest.mark.parametrize("options, changes, expected", [
    ((), {"COLORTERM": "truecolor", "NO_COLOR": "1"}, None),
    (("--color", "never"), {"COLORTERM": "truecolor"}, None),
    (("--color", "256"), {"COLORTERM": "truecolor"}, b"8;5;"),
    (("--color", "16"), {"COLORTERM": "truecolor"}, b"\x1b[3"),
    ((), {"COLORTERM": "truecolor", "TERM": "screen-256color"}, b"8;5;"),
    ((), {}, b"8;5;"),
])
def test_a_wish_and_a_name_win_over_the_claim(home, options, changes, expected):
    output = shown(home, *options, **changes)
    assert not DIRECT.search(output)
    assert expected is None or expected in output


def test_a_wish_wins_where_nothing_is_claimed(home):
    assert DIRECT.search(shown(home, "--color", "truecolor"))


@pytest.mark.parametrize("own", [None, "/usr/share/terminfo"])
def test_the_person_s_editor_gets_the_environment_that_we_got(home, server, own):
    program = home.path / "editor"
    program.write_text(f'#!/bin/sh\nenv > "{home.path}/seen"\n')
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    with open_client(home, server, columns=120, rows=40, EDITOR=str(program),
                     COLORTERM="truecolor", TERMINFO=own) as client:
        log_in(client, server, EDITOR)
        client.press("5")
        client.wait_for("The winter menu")
        client.press("e")
        client.wait_for("Blocks")
        client.press("Down", "Enter")
        client.wait_for("Text · en")
        client.press("Down", "C-x")
        client.wait_for(lambda: (home.path / "seen").exists())
        client.wait_for("Blocks")
        assert DIRECT.search(bytes(client.output))
    seen = dict(line.split("=", 1) for line in (home.path / "seen").read_text().splitlines()
                if "=" in line)
    assert seen.get("TERMINFO") == own
    assert seen["TERM"] == "xterm-256color" and seen["COLORTERM"] == "truecolor"


def test_tmux_shows_the_same_with_exact_colours(home):
    """tmux tells in SGR what it has understood."""
    with Tmux(home) as tmux:
        tmux.command(f"COLORTERM=truecolor {CLIENT} demo")
        tmux.wait_for("Phone")
        text = tmux.coloured_text
        sent = {tuple(map(int, colour)) for colour in
                re.findall(r"[;\[][34]8;2;(\d+);(\d+);(\d+)(?=[;m])", text)}
        assert len(sent & theme_colours()) > 2
        tmux.press("C-c")
        tmux.wait_for(lambda: "Phone" not in tmux.text)

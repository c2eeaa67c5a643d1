"""`--phone`: the app as on a phone, in the middle of any terminal."""

import re

from harness.member import BALANCE, HISTORY, log_in, open_client

WIDTH = 44


def click(terminal, x, y):
    """Columns and rows from 0, as xterm tells them with SGR coordinates (1006)."""
    terminal.send(b"\x1b[<0;%d;%dM\x1b[<0;%d;%dm" % (x + 1, y + 1, x + 1, y + 1))


def place_of(terminal, words):
    """The last of them: the bar is below all else."""
    for y, line in reversed(list(enumerate(terminal.emulator.lines))):
        if (x := line.find(words)) >= 0:
            return x, y
    raise AssertionError(f"no {words!r} on the screen:\n{terminal.text}")


def edges(terminal):
    """The column of the left edge, and the rows of the upper and the lower one."""
    lines = terminal.emulator.lines
    top = next(y for y, line in enumerate(lines) if "╭" in line)
    bottom = next(y for y, line in enumerate(lines) if "╰" in line)
    return lines[top].index("╭"), top, bottom


def test_it_stands_in_the_middle_and_listens_to_keys_and_clicks(home):
    with open_client(home, None, "demo", "--phone", columns=120, rows=50) as demo:
        log_in(demo)
        left, top, bottom = edges(demo)
        assert (left, top, bottom) == (37, 4, 45)
        for line in demo.emulator.lines[top + 1:bottom]:
            assert not line[:left].strip() and line[left] == "│"
            assert line[left + WIDTH + 1] == "│" and not line[left + WIDTH + 2:].strip()
        # Beside the phone nothing is hit; on it what is seen there is.
        demo.wait_for("new ")
        demo.wait_until_quiet()
        before = demo.text
        click(demo, 2, 20)
        demo.wait_until_quiet()
        assert demo.text == before
        click(demo, *place_of(demo, "2"))
        demo.wait_for(HISTORY)
        demo.press("1")
        demo.wait_for(BALANCE)


def test_a_terminal_as_small_as_a_phone_is_one(home):
    with open_client(home, None, "demo", "--phone", columns=80, rows=24) as demo:
        demo.wait_for("Phone")
        assert edges(demo) == (17, 0, 23)
        for columns, rows in [(40, 15), (45, 30), (1, 1), (46, 16)]:
            demo.resize(columns, rows)
            demo.wait_until_quiet()
            assert "╭" not in demo.text and "│" not in demo.text
        demo.resize(100, 30)
        demo.wait_for(lambda: "╰" in demo.text)
        demo.wait_until_quiet()
        assert edges(demo) == (27, 0, 29)
        assert re.search("Phone", demo.text)


def test_the_caret_stands_where_one_types(home):
    with open_client(home, None, "demo", "--phone", columns=100, rows=30) as demo:
        demo.wait_for("Phone")
        demo.press("916")
        demo.wait_for("916")
        demo.wait_until_quiet()
        cursor = demo.emulator._screen.cursor
        assert demo.emulator.lines[cursor.y][:cursor.x].rstrip().endswith("916")

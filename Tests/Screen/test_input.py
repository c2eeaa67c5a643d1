"""Whatever a terminal sends, keys stay keys: pastes without an end, answers that nobody asked for."""

import signal

import pytest
from harness.member import WELCOME, open_client

UNFINISHED = [b"\x1b[200~12", b"\x1b]52;c;12", b"\x1bP12", b"\x1b_12", b"\x1b^12", b"\x1b[12",
              b"\x1bO1"]


def open_login(home):
    return open_client(home, None, "--server", "unix:/nowhere")


@pytest.mark.parametrize("beginning", UNFINISHED, ids=repr)
def test_control_c_leaves_while_something_has_not_ended(home, beginning):
    with open_login(home) as client:
        client.wait_for(WELCOME)
        client.wait_until_quiet()
        client.send(beginning)
        client.wait_until_quiet()
        client.press("C-c")
        assert client.wait_for_exit(3) == 0
        assert client.modes.left_behind == []


def test_an_unfinished_paste_is_shown_after_a_moment(home):
    with open_login(home) as client:
        client.wait_for(WELCOME)
        client.wait_until_quiet()
        client.send(b"\x1b[200~+7 916 123")
        client.wait_for(r"\+7 916 123 *\n", seconds=3)
        client.press("4")
        client.wait_for(r"\+7 916 1234 *\n")
        client.press("C-c")
        assert client.wait_for_exit() == 0


@pytest.mark.parametrize("begin, end", [
    (b"\x1b[", b"m"), (b"\x1bO", b"P"), (b"\x1b]52;c;", b"\x07"), (b"\x1bP", b"\x1b\\"),
    (b"\x1b_", b"\x1b\\"), (b"\x1b^", b"\x1b\\")], ids=repr)
def test_nothing_of_a_long_sequence_is_typed(home, begin, end):
    with open_login(home) as client:
        client.wait_for(WELCOME)
        client.wait_until_quiet()
        client.send(begin + b"1" * 300_000 + end)
        client.send(b"7")
        client.wait_for(r"(?m)  7 *$")
        client.signal(signal.SIGTERM)
        assert client.wait_for_exit() == 128 + signal.SIGTERM

"""The demo from the shell's prompt and back, in a real terminal."""

import os
import re
import signal

import pytest
from harness import barcode, processes
from harness.member import BALANCE, CODE, HISTORY, WELCOME, log_in, open_demo
from harness.programs import CLIENT, PHONE
from harness.tmux import Tmux


@pytest.mark.parametrize("language", ["en_US", "ru_RU"])
def test_a_member_logs_in_reads_the_balance_shows_the_card_and_leaves(home, language):
    with Tmux(home) as tmux:
        tmux.command("echo before; stty -g >$HOME/settings")
        tmux.wait_for("before\nprompt>")
        tmux.command(f"LANG={language}.UTF-8 {CLIENT} demo; echo status=$?")
        tmux.wait_for(lambda: re.search(WELCOME, tmux.text))
        tmux.type(PHONE)
        tmux.press("Enter")
        tmux.type(tmux.wait_for(lambda: re.search(CODE, tmux.text))[0])
        tmux.press("Enter")
        tmux.wait_for(lambda: re.search(BALANCE, tmux.text))

        # The card, as the scanner at the till sees it.
        decoded = tmux.wait_for(lambda: _decoded(tmux, home))
        assert re.search(r"Format:\s+QRCode", decoded)
        assert re.search(r"Text:\s+\"?\S+", decoded)

        tmux.press("2")
        tmux.wait_for(lambda: len(re.findall(r"[+−-]\s?\d", tmux.text)) > 10)
        assert re.search(HISTORY, tmux.text)

        tmux.press("q")
        tmux.wait_for("status=0")
        assert "before\nprompt>" in tmux.text, "the shell's screen is back"
        flags = tmux.state("alternate_on", "cursor_flag", "mouse_any_flag", "keypad_cursor_flag",
                           "keypad_flag", "insert_flag", "wrap_flag")
        assert flags == {"alternate_on": "0", "cursor_flag": "1", "mouse_any_flag": "0",
                         "keypad_cursor_flag": "0", "keypad_flag": "0", "insert_flag": "0",
                         "wrap_flag": "1"}
        tmux.command("stty -g | cmp - $HOME/settings && echo same")
        tmux.wait_for("\nsame\n")


def _decoded(tmux, home):
    text = barcode.decode(tmux.coloured_text, home.path / "card.pgm")
    return text if "Text:" in text else None


@pytest.mark.parametrize("number", [None, signal.SIGKILL])
def test_the_server_leaves_with_its_parent_and_leaves_nothing_behind(home, number):
    with open_demo(home) as demo:
        log_in(demo)
        servers = [child for child, name in processes.children(demo.process)
                   if name == "loyalhub-server"]
        assert len(servers) == 1
        server = os.pidfd_open(servers[0])
        demo.press("q") if number is None else demo.signal(number)
        assert demo.wait_for_exit() == -(number or 0)
        assert processes.wait_for_end(server), "the server still runs"
        os.close(server)
        assert home.files == []


def test_keys_typed_before_the_first_frame_are_not_lost(home):
    with open_demo(home) as demo:
        demo.press(PHONE)
        demo.wait_for(WELCOME)
        demo.wait_for(lambda: PHONE[-4:] in demo.text)

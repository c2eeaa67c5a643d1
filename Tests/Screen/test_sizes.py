"""Any size draws something sensible, and the way back gives the same screen."""

import re

import pytest
from harness.member import WELCOME, log_in, open_demo
from harness.processes import peak_memory

SIZES = [(1, 1), (2, 1), (1, 60), (200, 1), (3, 2), (10, 3), (20, 5), (39, 14), (40, 15),
         (79, 23), (80, 24), (81, 25), (120, 40), (200, 60)]


def resized(terminal, columns, rows):
    begin = terminal.modes.closed[2026]
    terminal.resize(columns, rows)
    terminal.wait_for(lambda: terminal.modes.closed[2026] > begin)
    terminal.wait_until_quiet(0.05)


def test_each_size_while_it_runs(home):
    with open_demo(home, COLORTERM="truecolor") as demo:
        log_in(demo)
        for page in ["1", "2", "?"]:
            demo.press(page)
            demo.wait_until_quiet()
            if page == "1":
                demo.wait_for(lambda: has_picture(demo))
            before = without_times(demo.text)
            for columns, rows in SIZES + [(100, 30), *reversed(SIZES)]:
                resized(demo, columns, rows)
            resized(demo, 80, 25)
            resized(demo, 80, 24)
            demo.wait_for(lambda: without_times(demo.text) == before)
        demo.press("Escape")
        demo.wait_until_quiet()
        demo.press("q")
        assert demo.wait_for_exit() == 0


@pytest.mark.parametrize("columns, rows", [(1, 1), (20, 5), (200, 60)])
def test_each_size_from_the_start(home, columns, rows):
    with open_demo(home, columns=columns, rows=rows) as demo:
        demo.wait_for(lambda: demo.modes.closed[2026] > 0)
        resized(demo, 80, 24)
        demo.wait_for(WELCOME)
        demo.press("C-c")
        assert demo.wait_for_exit() == 0


def test_a_storm_of_sizes_settles(home):
    with open_demo(home, COLORTERM="truecolor") as demo:
        log_in(demo)
        demo.wait_for(lambda: has_picture(demo))
        demo.wait_until_quiet()
        before = without_times(demo.text)
        for step in range(200):
            demo.resize(1 + step * 7 % 160, 1 + step * 3 % 50)
        resized(demo, 80, 24)
        demo.wait_for(lambda: without_times(demo.text) == before)


def test_sizes_that_no_window_has(home):
    """5,000 by 5,000 cells once took minutes; zero is a terminal that does not know its size."""
    with open_demo(home) as demo:
        log_in(demo)
        for columns, rows in [(65535, 65535), (65535, 1), (1, 65535), (5000, 5000), (0, 0),
                              (0, 65535), (65535, 0)]:
            begin = demo.modes.closed[2026]
            demo.claim(columns, rows)
            demo.wait_for(lambda: demo.modes.closed[2026] > begin, seconds=10)
        resized(demo, 80, 24)
        assert peak_memory(demo.process) < 400_000_000
        demo.press("2")
        demo.wait_for("History")
        demo.press("q")
        assert demo.wait_for_exit() == 0


def test_sizes_of_the_environment_are_not_believed(home):
    with open_demo(home, LINES="65535", COLUMNS="65535") as demo:
        demo.wait_for(WELCOME)
        assert peak_memory(demo.process) < 200_000_000
        demo.press("C-c")
        assert demo.wait_for_exit() == 0


def has_picture(demo):
    """On the card's face, which has words in whole letters only."""
    return re.search("[▀-▟]", demo.text.splitlines()[0])


def without_times(text):
    """A clock may have gone on; toasts go by themselves."""
    return re.sub(r"\d{1,2}:\d{2}", "--:--", text)

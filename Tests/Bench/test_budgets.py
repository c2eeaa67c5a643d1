"""Budgets of what is the same on each machine: bytes, frames, wakeups, memory.

They hold for the release build; how long things take is for `Tests/Bench/run` to report.
"""

import time

import pytest
from harness import processes
from harness.archive import lengthen
from harness.member import BALANCE, HISTORY, log_in, open_client, open_demo
from harness.modes import frames

# Two whole rows: the one that was selected and the one that is; by what the terminal claims.
BYTES_OF_A_MOVE = {"": 600, "truecolor": 800}
# A screen of history, whatever the colours: each ink is said once (1,900 to 2,400 bytes).
BYTES_OF_A_BURST = 3_000
FRAMES_OF_A_BURST = 5
# The upper left corner of a code.
FINDER = "█▀▀▀▀▀█"
# Of it some 25 MB are pages of files: the program, and the 32 libraries that come with libcurl. The
# kernel maps those around a page that stand in its cache already, so that their number is no fixed
# one (29.8 to 30.3 MB in five runs, 31.6 since the program is 1.2 MB larger, 32.7 since it shows
# pictures and is 0.7 MB larger, 33.0 to 33.4 since it plays flows and is 1.2 MB larger: pages of the file
# alone, what is written stays 5.4 MB).
PEAK_MEMORY = 34_200_000
WRITTEN_MEMORY = 6_000_000
# What a history of 100,000 lines may cost more than one of a hundred: SQLite's own cache.
MEMORY_OF_LENGTH = 3_000_000


@pytest.fixture
def claim():
    """What the terminal claims of its colours (`COLORTERM`)."""
    return ""


@pytest.fixture
def history(home, claim):
    """The demo with the history open, the selection in the middle of the screen."""
    with open_demo(home, COLORTERM=claim) as demo:
        log_in(demo)
        demo.press("2")
        demo.wait_for(HISTORY)
        demo.written_by(lambda: demo.press(*["Down"] * 5))
        yield demo


@pytest.mark.parametrize("claim", BYTES_OF_A_MOVE)
@pytest.mark.parametrize("key", ["Down", "Up"])
def test_moving_the_selection_by_one(history, key, claim):
    data = history.written_by(lambda: history.press(key))
    assert frames(data) == 1
    assert len(data) <= BYTES_OF_A_MOVE[claim], data


@pytest.mark.parametrize("claim", BYTES_OF_A_MOVE)
def test_moving_the_selection_among_the_rewards(history, claim):
    history.written_by(lambda: history.press("3"))
    history.written_by(lambda: history.press(*["Down"] * 5))
    for key in ["Down"] * 8 + ["Up"]:
        data = history.written_by(lambda: history.press(key))
        assert frames(data) == 1
        assert len(data) <= BYTES_OF_A_MOVE[claim], data


@pytest.mark.parametrize("claim", BYTES_OF_A_MOVE)
def test_a_burst_of_keys_in_one_write(history, claim):
    data = history.written_by(lambda: history.press(*["Down"] * 200))
    assert 1 <= frames(data) <= FRAMES_OF_A_BURST
    assert len(data) <= BYTES_OF_A_BURST, len(data)


def test_a_key_that_changes_nothing_writes_nothing(history):
    history.written_by(lambda: history.press("Home"))
    begin = len(history.output)
    history.press("Up")
    history.wait_until_quiet()
    assert len(history.output) == begin
    # It did not miss the key: the next one is answered.
    assert frames(history.written_by(lambda: history.press("Down"))) == 1


def test_nothing_wakes_it_while_nobody_touches_it(history):
    quiet_spans = 0
    # A toast may still go away by itself: two quiet spans in a row are wanted.
    for _ in range(6):
        history.wait_until_quiet(0.5)
        before, begin = processes.wakeups(history.process), len(history.output)
        history.wait_until_quiet(3)
        woken = processes.wakeups(history.process) - before
        quiet_spans = quiet_spans + 1 if woken == 0 and len(history.output) == begin else 0
        if quiet_spans == 2:
            return
    raise AssertionError(f"{woken} wakeups in 3 s")


def test_the_card_before_the_scanner_costs_a_waking_and_a_hundred_bytes_a_second(history):
    history.press("z")
    history.wait_for("One-time code")
    calm_spans = 0
    # The next code is fetched in one of them.
    for _ in range(8):
        before, begin = processes.wakeups(history.process), len(history.output)
        start = time.monotonic()
        history.wait_for(lambda start=start: time.monotonic() >= start + 3)
        woken, data = processes.wakeups(history.process) - before, history.output[begin:]
        seconds = frames(data)
        is_calm = seconds <= time.monotonic() - start + 1
        calm_spans += is_calm and woken <= seconds and 0 < len(data) <= 100 * seconds
        if calm_spans == 2:
            return
    raise AssertionError(f"{woken} wakeups and {len(data)} bytes in {seconds} s")


@pytest.mark.parametrize("key", ["t", "?"])
def test_esc_to_home_does_not_send_the_code_again(home, key):
    with open_demo(home, columns=200, rows=60) as demo:
        log_in(demo)
        demo.wait_until_quiet(1)
        [row, column] = next(
            (y, line.index(FINDER)) for y, line in enumerate(demo.text.split("\n")) if FINDER in line)
        place = (column, row, 25, 13)
        for press in (key, "Escape"):
            # Whatever is drawn there now takes the place of these.
            demo.emulator.stain(*place)
            demo.written_by(lambda press=press: demo.press(press))
            assert demo.emulator.stains(*place) == 25 * 13


def test_peak_memory(history):
    history.written_by(lambda: history.press("PageDown"))
    assert processes.peak_memory(history.process) <= PEAK_MEMORY
    assert processes.written_memory(history.process) <= WRITTEN_MEMORY


def test_a_long_history_takes_no_more_memory(home, server):
    with open_client(home, server) as client:
        log_in(client, server)
        client.wait_until_quiet()
        client.press("q")
        assert client.wait_for_exit() == 0
    [store] = home.path.rglob("store.sqlite")
    lengthen(store, 100_000)
    with open_client(home, server) as client:
        client.wait_for(BALANCE)
        client.press("2")
        client.wait_for(HISTORY)
        for _ in range(30):
            client.written_by(lambda: client.press(*["PageDown"] * 20))
        # Thousands of lines down; now a search that looks at every one of them.
        client.press("/")
        client.press(*"zzz")
        client.wait_for("Nothing found")
        assert processes.peak_memory(client.process) <= PEAK_MEMORY + MEMORY_OF_LENGTH

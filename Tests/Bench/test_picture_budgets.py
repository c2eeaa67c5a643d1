"""Budgets of a page with pictures, in cells: bytes, wakeups, requests, and how soon one is seen.

They hold for the release build; see `test_budgets.py`.
"""

import select
import shutil
import statistics
import time
from hashlib import sha256

import pytest
from harness import processes
from harness.member import log_in
from harness.modes import frames
from harness.pictured import Pictured, found
from harness.pictures import decoded
from harness.programs import CLIENT, ROOT
from harness.terminal import Terminal

BRAND = ROOT / "Sources/Server/Seed/Brands/coffee/pictures"
NAMES = ["croissant", "cappuccino", "storefront", "winter"]
# A screen of new cells, most of them pictures'; by what the terminal claims (4,300 to 16,000 bytes).
BYTES_OF_A_SCROLL = {"": 30_000, "truecolor": 30_000}
# Among cards with pictures, with one of them described beside the list (1,650 to 5,020 bytes).
BYTES_OF_A_MOVE = 7_000
# One page further writes as many frames as any other key.
FRAMES_OF_A_SCROLL = 2
# Milliseconds from the last byte of a picture to the first one of the frame that shows it.
FIRST_PICTURE = 150
# Times of what the process that decodes takes alone, where the machine is that slow.
SLOWER = 4


def bytes_of(name):
    return (BRAND / f"{name}.png").read_bytes()


def alt(name):
    return f"What {name} shows."


@pytest.fixture(params=BYTES_OF_A_SCROLL)
def claim(request):
    return request.param


@pytest.fixture
def page(server):
    with Pictured(server, {alt(name): bytes_of(name) for name in NAMES}) as page:
        yield page


@pytest.fixture
def shown(home, page, claim):
    """All four have been seen, and the first of them is."""
    with page.client(home, columns=120, rows=40, COLORTERM=claim) as client:
        page.wait_for_drawn(client, [alt(NAMES[0])])
        for key, name in (("End", NAMES[-1]), ("Home", NAMES[0])):
            client.written_by(lambda key=key: client.press(key))
            page.wait_for_drawn(client, [alt(name)])
        for _ in range(4):
            client.press("PageDown")
            client.wait_until_quiet(0.5)
        client.press("Home")
        page.wait_for_drawn(client, [alt(NAMES[0])])
        client.wait_until_quiet(0.5)
        yield client


def test_a_scroll_of_a_page_with_four_pictures(shown, claim):
    for key in ["PageDown", "Up", "Home", "Down", "End", "PageUp"]:
        data = shown.written_by(lambda key=key: shown.press(key))
        assert 1 <= frames(data) <= FRAMES_OF_A_SCROLL
        assert len(data) <= BYTES_OF_A_SCROLL[claim], (key, len(data))


def test_what_was_seen_is_asked_for_no_more(shown, page):
    assert sorted(page.asked) == sorted(page.digests.values())
    for key in ["End", "Home"] * 3:
        shown.written_by(lambda key=key: shown.press(key))
    assert len(page.asked) == len(NAMES)


def test_nothing_wakes_it_while_pictures_stand_still(shown):
    for _ in range(6):
        shown.wait_until_quiet(0.5)
        before, begin = processes.wakeups(shown.process), len(shown.output)
        shown.wait_until_quiet(3)
        woken = processes.wakeups(shown.process) - before
        if woken == 0 and len(shown.output) == begin:
            return
    raise AssertionError(f"{woken} wakeups in 3 s")


def test_pictures_that_stand_still_are_not_written_again(shown):
    """The palette comes over them and goes: their cells are sunk and come back, and no key more."""
    shown.written_by(lambda: shown.press(":"))
    for letter in "hist":
        data = shown.written_by(lambda letter=letter: shown.press(letter))
        assert frames(data) == 1
        assert len(data) <= 3_000, (letter, len(data))


def test_moving_among_rewards_exchanges_one_picture(home, claim):
    """The cards' own stand still; what is written is that of the one that is described beside them."""
    with Terminal([CLIENT, "demo"], home.environment(COLORTERM=claim), columns=120,
                  rows=40) as demo:
        log_in(demo)
        demo.press("3")
        demo.wait_for("Rewards")
        demo.wait_until_quiet(1, 60)
        # All that is described below has been seen.
        for key in ["Down", "Right", "Left", "Down", "Up"]:
            demo.written_by(lambda key=key: demo.press(key), 0.8)
        for key in ["Right", "Left", "Down", "Up"]:
            data = demo.written_by(lambda key=key: demo.press(key))
            assert frames(data) == 1
            assert len(data) <= BYTES_OF_A_MOVE, (key, len(data))


def test_what_is_not_near_the_screen_is_not_asked_for(home, server):
    answers = {alt(f"{name}{number}"): bytes_of(name) + bytes([number])
               for number in range(10) for name in NAMES}
    with Pictured(server, answers) as page:
        with page.client(home, columns=120, rows=40) as client:
            page.wait_for_drawn(client, [alt(f"{NAMES[0]}0")])
            client.wait_until_quiet(0.5)
            asked = len(page.asked)
            assert asked <= 4
            client.written_by(lambda: client.press("?"))
            client.written_by(lambda: client.press("Escape"))
            assert len(page.asked) == asked
            client.written_by(lambda: client.press("PageDown"))
            client.wait_until_quiet(0.5)
            assert asked < len(page.asked) <= asked + 4


def test_the_first_picture_is_there_soon_after_its_bytes(home, server):
    picture, sent, alone, seen = bytes_of(NAMES[0]), [], [], []

    def answer(connection):
        # What the page itself takes is drawn by then.
        select.select([connection], [], [], 0.3)
        connection.sendall(found(picture))
        sent.append(time.monotonic_ns())

    digests = {alt(NAMES[0]): sha256(picture).hexdigest()}
    with Pictured(server, {alt(NAMES[0]): answer}, digests) as page:
        for number in range(6):
            begin = time.monotonic_ns()
            decoded(picture, size=(70, 14))
            alone.append((time.monotonic_ns() - begin) / 1e6)
            shutil.rmtree(home.path / "xdg_cache_home", ignore_errors=True)
            with page.client(home, columns=120, rows=40, is_known=number > 0) as client:
                page.wait_for_drawn(client, [alt(NAMES[0])])
                seen.append(min((moment - sent[-1]) / 1e6 for moment, _ in client.arrivals
                                if moment > sent[-1]))
    soonest, typical = statistics.median(alone), statistics.median(seen)
    print(f"decoded alone in {soonest:.0f} ms, seen after {typical:.0f} ms")
    assert typical <= max(FIRST_PICTURE, SLOWER * soonest)

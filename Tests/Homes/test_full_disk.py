"""A disk that fills up while the app runs: each refusal says why and what to do, nothing that was
there is lost, and with room the app goes on by itself.

The limit on files stands in for the disk: it can be set and lifted from outside.
"""

import os
import re
import subprocess
import zipfile

import pytest
from harness.commands import run
from harness.member import log_in, open_client
from harness.programs import CLIENT

# Bytes: more than a frame, as some kernels hold writes to a terminal to it too; less than a log has.
SMALL = 20_000
ROOM = "No space left on device"
# Whatever the width at which a message is broken.
ADVICE = r"Make\s+room\s+on\s+the\s+disk"


def limit(client, size):
    subprocess.run(["prlimit", "--pid", str(client.process), f"--fsize={size}:"], check=True)


def squeezed(client):
    return re.sub(r"\s+", " ", client.text)


@pytest.fixture
def client(home, server):
    """The list of cards, on a tall screen, so that messages do not hide what is behind them."""
    with open_client(home, server, columns=120, rows=50) as client:
        log_in(client, server)
        client.wait_until_quiet(0.3)
        client.press("6")
        client.wait_for("Promo code")
        client.press("Down", "Enter")
        client.wait_for("No cards yet")
        yield client


def fill_in(client, name, number):
    client.press("a")
    client.wait_for("New card")
    client.press(name)
    client.press("Tab")
    client.press(number)
    client.press(*["Tab"] * 7)


def test_a_card_is_refused_in_words_and_kept_once_there_is_room(home, client):
    fill_in(client, "First", "111222")
    client.press("Enter")
    client.wait_for("The card is kept")
    limit(client, SMALL)
    fill_in(client, "Second", "333444")
    client.press("Enter")
    client.wait_for(ADVICE)
    assert ROOM in squeezed(client) and "wallet.sqlite" in client.text
    # What was typed is still there.
    assert "Second" in client.text and "333444" in client.text
    limit(client, "unlimited")
    client.press("Enter")
    client.wait_for(lambda: "New card" not in client.text and "Second" in client.text)
    client.press("C-c")
    assert client.wait_for_exit() == 0
    done = run([CLIENT, "wallet", "list"], home.environment())
    assert sorted(line.split(" · ")[1] for line in done.stdout.splitlines()) == ["111222", "333444"]
    log = (home.path / "xdg_state_home/loyalhub").glob("loyalhub.log")
    texts = [path.read_text() for path in log]
    assert all(ROOM in text for text in texts), texts


def test_an_export_leaves_no_half_a_file(home, client):
    fill_in(client, "First", "111222")
    client.press("Enter")
    client.wait_for("The card is kept")
    target = home.path / "cards.zip"
    done = run(["prlimit", "--fsize=20", CLIENT, "wallet", "export", str(target)],
               home.environment())
    assert done.returncode == 1
    assert not target.exists()
    done = run([CLIENT, "wallet", "export", str(target)], home.environment())
    assert done.returncode == 0 and zipfile.is_zipfile(target)


def test_what_comes_is_taken_once_there_is_room(home, server, client):
    client.press("Escape")
    client.wait_for("Promo code")
    client.press("1")
    client.wait_for("points")
    client.wait_until_quiet(0.3)
    limit(client, SMALL)
    points = f"{server.sell(4000):,}"
    client.wait_for(ADVICE)
    assert ROOM in squeezed(client)
    assert points not in client.text
    limit(client, "unlimited")
    # Nobody presses a key.
    client.wait_for(points, seconds=60)
    client.press("C-c")
    assert client.wait_for_exit() == 0
    assert not [name for name in os.listdir(home.path) if name.endswith(".new")]


def test_ones_data_are_no_half_a_file_either_and_the_log_says_why(home, client):
    client.press("Escape")
    client.wait_for("Promo code")
    client.press(":")
    client.press("export my data")
    client.wait_for("1 of")
    client.press("Enter")
    client.wait_for("Save the file")
    target = home.path / "mine.json"
    client.press("\x15", str(target))
    limit(client, SMALL)
    client.press("Enter")
    client.wait_for("The disk is full")
    assert not target.exists()
    limit(client, "unlimited")
    client.press("Enter")
    client.wait_for("Saved:")
    assert target.read_bytes().rstrip().endswith(b"}") and target.stat().st_size > SMALL
    log = (home.path / "xdg_state_home/loyalhub/loyalhub.log").read_text()
    assert "export: no file was made: the disk is full" in log

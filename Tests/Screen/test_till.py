"""A till on the command line: what it sells is there for every server on the same database."""

import contextlib
import sqlite3
import subprocess

import pytest
from harness.programs import SERVER
from test_server import HEALTH, Running


def till(home, *options):
    return subprocess.run(
        [SERVER, "till", "--database", str(home.path / "server.sqlite"), *options],
        env=home.environment(), capture_output=True, text=True, timeout=20, check=False)


def read(home, query):
    connection = sqlite3.connect(home.path / "server.sqlite")
    try:
        return connection.execute(query).fetchone()[0]
    finally:
        connection.close()


def test_a_purchase_beside_a_running_server(home):
    with Running(home, "--port", "0") as server:
        card = read(home, "SELECT value FROM card WHERE member = 'mem_anna'")
        first = till(home, "--card", card, "--amount", "400,00", "--key", "sale-1")
        assert first.returncode == 0, first.stderr
        assert first.stdout.startswith("20 points, ")
        again = till(home, "--card", card, "--amount", "400", "--key", "sale-1")
        assert again.returncode == 0, again.stderr
        assert again.stdout.startswith(first.stdout)
        assert "posted before" in again.stdout and "posted before" not in first.stdout
        assert read(home, "SELECT count(*) FROM purchase WHERE amount = 40000") == 1
        assert server.ask(HEALTH)[0] == 200


def test_each_line_adds_up(home):
    with Running(home, "--port", "0"):
        card = read(home, "SELECT value FROM card WHERE member = 'mem_anna'")
        lines = [till(home, "--card", card, "--amount", "10").stdout.splitlines()[0]
                 for _ in range(8)]
        assert any(" from offers, " in line for line in lines)
        numbers = [[int(word) for word in line.split() if word.isdigit()] for line in lines]
        for before, line in zip(numbers, numbers[1:], strict=False):
            assert before[-1] + sum(line[:-1]) == line[-1], lines


@pytest.mark.parametrize("other", [("--amount", "401"), ("--category", "food"), ("--card", "other")])
def test_the_key_of_another_sale_is_refused(home, other):
    with Running(home, "--port", "0"):
        cards = {name: read(home, f"SELECT value FROM card WHERE member {sign} 'mem_anna'")
                 for name, sign in [("anna", "="), ("other", "<>")]}
        sale = {"--card": "anna", "--amount": "400", "--category": "coffee", "--key": "sale-1"}
        words = [[item for pair in (values | {"--card": cards[values["--card"]]}).items()
                  for item in pair] for values in (sale, sale | dict([other]))]
        assert till(home, *words[0]).returncode == 0
        count = read(home, "SELECT count(*) FROM purchase")
        refused = till(home, *words[1])
        assert refused.returncode == 1
        assert refused.stdout == ""
        assert "another sale" in refused.stderr and "sale-1" in refused.stderr
        assert read(home, "SELECT count(*) FROM purchase") == count


def numbers(line):
    """The points of a slip's first line: what came or went, and what there is then."""
    *moved, available = [int(word) for word in line.split() if word.lstrip("-").isdigit()]
    return sum(moved), available


def test_a_sale_is_taken_back_in_parts_and_whole(home):
    with Running(home, "--port", "0"):
        card = read(home, "SELECT value FROM card WHERE member = 'mem_anna'")
        sold = till(home, "--card", card, "--amount", "400", "--key", "sale-1")
        before = numbers(sold.stdout.splitlines()[0])[1] - numbers(sold.stdout.splitlines()[0])[0]
        name = sold.stdout.splitlines()[-1].removeprefix("sale: ")
        part = ["return", "--sale", "sale-1", "--amount", "100,50", "--key", "back-1"]
        first = till(home, *part)
        assert first.returncode == 0, first.stderr
        assert "100.50 RUB taken back, 299.50 RUB of the sale is left" in first.stdout
        again = till(home, *part)
        assert again.stdout.startswith(first.stdout) and "posted before" in again.stdout
        # The word may stand anywhere, and the sale may go by its name.
        rest = till(home, "--sale", name, "return")
        assert rest.returncode == 0, rest.stderr
        assert "299.50 RUB taken back, 0.00 RUB of the sale is left" in rest.stdout
        moved = [numbers(slip.stdout.splitlines()[0]) for slip in (first, rest)]
        assert moved[0][0] + moved[1][0] == -numbers(sold.stdout.splitlines()[0])[0]
        assert moved[1][1] == before
        # The sale says the same again, and what has become of it.
        told = till(home, "--card", card, "--amount", "400", "--key", "sale-1")
        assert told.stdout.startswith(sold.stdout)
        assert "Of it 400.00 RUB has been taken back since." in told.stdout


def test_a_return_that_is_killed_is_made_once(home):
    with Running(home, "--port", "0"):
        card = read(home, "SELECT value FROM card WHERE member = 'mem_anna'")
        sold = till(home, "--card", card, "--amount", "400", "--key", "sale")
        for number, milliseconds in enumerate([1, 5, 10, 15, 20, 30, 40, 60]):
            words = ["return", "--sale", "sale", "--amount", "20", "--key", f"back-{number}"]
            killed = subprocess.Popen(
                [SERVER, "till", "--database", str(home.path / "server.sqlite"), *words],
                env=home.environment(), stdout=subprocess.DEVNULL)
            with contextlib.suppress(subprocess.TimeoutExpired):
                killed.wait(milliseconds / 1000)
            killed.kill()
            killed.wait(20)
            done = till(home, *words)
            assert done.returncode == 0, done.stderr
            assert f"{400 - 20 * (number + 1)}.00 RUB of the sale is left" in done.stdout
        before = numbers(sold.stdout.splitlines()[0])[1]
        assert numbers(done.stdout.splitlines()[0])[1] == before - 8


# What is wrong with a return, and what the refusal says of it.
@pytest.mark.parametrize("options, words", [
    (["--sale", "sale-2"], "There is no such sale. Nothing was taken back."),
    (["--sale", "sale-1", "--amount", "400.01"], "No more than 400.00 RUB of this sale is left."),
    (["--sale", "sale-1", "--amount", "0"], "0.01–1000000.00 RUB"),
    (["--sale", "sale-1", "--card", "other"], "another member’s"),
    (["--sale", "sale-1", "--card", "none"], "Nobody has this card."),
    (["--sale", "sale-1", "--category", "beans"], "The sale had no such goods."),
    (["--sale", "sale-1", "--amount", "1", "--key", "taken"], "'taken' belongs to another return")])
def test_a_return_that_cannot_be_is_refused_in_words(home, options, words):
    with Running(home, "--port", "0"):
        cards = {name: read(home, f"SELECT value FROM card WHERE member {sign} 'mem_anna'")
                 for name, sign in [("anna", "="), ("other", "<>")]}
        for key in ("sale-1", "sale-3"):
            till(home, "--card", cards["anna"], "--amount", "400", "--key", key)
        assert till(home, "return", "--sale", "sale-3", "--key", "taken").returncode == 0
        count = read(home, "SELECT count(*) FROM entry")
        refused = till(home, "return", *[cards.get(word, word) for word in options])
        assert refused.returncode == 1
        assert refused.stdout == "" and words in refused.stderr, refused.stderr
        assert read(home, "SELECT count(*) FROM entry") == count


@pytest.mark.parametrize("options, words", [
    (["return"], "a return needs --sale"), (["--amount", "5"], "a sale needs --card"),
    (["--card", "x"], "a sale needs --amount"),
    (["--card", "x", "--amount", "5", "--sale", "y"], "till return"),
    (["refund", "--sale", "y"], "'sell' and 'return'")])
def test_a_mistyped_return_says_what_is_missing(home, options, words):
    refused = till(home, *options)
    assert refused.returncode == 64
    assert words in refused.stderr, refused.stderr


def test_the_help_of_the_till_tells_of_returns(home):
    told = subprocess.run([SERVER, "till", "--help"], env=home.environment(), capture_output=True,
                          text=True, timeout=20, check=True).stdout
    assert "till return --database <path> --sale <sale> [--amount <money>]" in told


def test_the_number_that_is_printed_on_the_card(home):
    with Running(home, "--port", "0"):
        number = read(home, "SELECT number FROM card WHERE member = 'mem_anna'")
        for typed in [number, number.replace(" ", "")]:
            assert till(home, "--card", typed, "--amount", "5").returncode == 0


# What is wrong with a sale, and what the refusal says of it.
@pytest.mark.parametrize("card, amount, words", [
    ("7000 0000", "5", "nobody has the card '7000 0000'"),
    (None, "0", "0.01–1000000.00 RUB"), (None, "1000000,01", "0.01–1000000.00 RUB"),
    (None, "9" * 40, "0.01–1000000.00 RUB")])
def test_a_refusal_says_what_would_do(home, card, amount, words):
    with Running(home, "--port", "0"):
        card = card or read(home, "SELECT value FROM card WHERE member = 'mem_anna'")
        refused = till(home, "--card", card, "--amount", amount)
        assert refused.returncode == 1
        assert words in refused.stderr
        assert "Usage" not in refused.stderr
        assert till(home, "--card", card, "--amount", "1000000", "--key", "").returncode == 64


def test_a_receipt_that_cannot_be_printed_is_said(home):
    with Running(home, "--port", "0"), open("/dev/full", "w") as full:
        card = read(home, "SELECT value FROM card WHERE member = 'mem_anna'")
        words = ["--card", card, "--amount", "5", "--key", "sale-1"]
        done = subprocess.run(
            [SERVER, "till", "--database", str(home.path / "server.sqlite"), *words],
            env=home.environment(), stdout=full, stderr=subprocess.PIPE, text=True, timeout=20)
        assert done.returncode == 1
        assert "standard output: No space left on device" in done.stderr
        assert "posted before" in till(home, *words).stdout


@pytest.mark.parametrize(
    "options", [("--card", "nobody", "--amount", "5"), ("--card", "x", "--amount", "-5"),
                ("--card", "x", "--amount", "1e9"), ("--card", "x", "--amount", "3.999")])
def test_a_bad_sale_is_named_and_changes_nothing(home, options):
    with Running(home, "--port", "0"):
        count = read(home, "SELECT count(*) FROM purchase")
        refused = till(home, *options)
        assert refused.returncode != 0
        assert refused.stderr.startswith("Error: ")
        assert read(home, "SELECT count(*) FROM purchase") == count


def test_a_database_that_is_not_there_is_not_made(home):
    refused = till(home, "--card", "x", "--amount", "5")
    assert refused.returncode != 0
    assert not (home.path / "server.sqlite").exists()

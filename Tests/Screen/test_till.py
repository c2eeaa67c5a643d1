"""A till on the command line: what it sells is there for every server on the same database."""

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
        assert again.stdout.splitlines()[0] == first.stdout.splitlines()[0]
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

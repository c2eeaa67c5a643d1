"""The database's lock is held by another process, as a backup holds it."""

import http.client
import json
import sqlite3
import subprocess
import threading
import time
import uuid

import pytest
from harness.beside import member_beside
from harness.effort import sample
from harness.programs import PHONE, SERVER

# Seconds after which a request that cannot write is told so: one for the lock, two in all.
MOST = 2.5


def ask_for_code(address, key, phone):
    """(status, seconds, Retry-After) of a request that has to write."""
    begin = time.monotonic()
    connection = http.client.HTTPConnection(address.removeprefix("http://"), timeout=20)
    connection.request(
        "POST", "/v1/auth/otp", json.dumps({"phone": phone, "channel": "sms"}),
        {"Content-Type": "application/json", "Idempotency-Key": key})
    answer = connection.getresponse()
    answer.read()
    connection.close()
    return answer.status, time.monotonic() - begin, answer.headers["Retry-After"]


@pytest.mark.parametrize("kind", ["IMMEDIATE", "EXCLUSIVE"])
def test_a_backup_stops_no_reader_and_each_writer_is_told_soon(listening, kind):
    token = listening.token(PHONE)
    backup = sqlite3.connect(listening.database, isolation_level=None)
    answers = []
    rounds = sample(2, 3)
    key = str(uuid.uuid4())

    def write(number):
        answers.append(ask_for_code(listening.address, key if number == 0 else str(uuid.uuid4()),
                                    f"+7999001{number:04}"))

    if kind == "EXCLUSIVE":
        # Each balance would like to note when the session was used last.
        backup.execute("UPDATE session SET last_used_at = 0")
    backup.execute(f"BEGIN {kind}")
    with member_beside(listening, f"lock held, {kind.lower()}", token):
        for _ in range(rounds):
            threads = [threading.Thread(target=write, args=[number]) for number in range(16)]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()
            assert listening.get("/v1/changes", token)["next"]
    assert len(answers) == 16 * rounds
    assert {(status, retry) for status, _, retry in answers} == {(503, "1")}
    assert max(seconds for _, seconds, _ in answers) < MOST
    # After the first one nobody waits for long.
    assert sorted(seconds for _, seconds, _ in answers)[16 * (rounds - 1) - 1] < 1.3
    backup.execute("COMMIT")
    backup.close()
    assert ask_for_code(listening.address, key, "+79990010000")[0] == 202


def test_a_flood_of_refused_writers_does_not_fill_the_log_and_a_till_says_why(home):
    database = str(home.path / "server.sqlite")
    command = [SERVER, "--port", "0", "--database", database, "--seed", "coffee", "--sms", "stdout"]
    with subprocess.Popen(
            command, env=home.environment(), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
            stderr=subprocess.PIPE, text=True) as server:
        address = server.stdout.readline().split()[-1]
        backup = sqlite3.connect(database, isolation_level=None)
        backup.execute("BEGIN IMMEDIATE")
        # It waits for longer than the others.
        till = subprocess.Popen(
            [SERVER, "till", "--database", database, "--card", "x", "--amount", "5"],
            env=home.environment(), stderr=subprocess.PIPE, text=True)
        begin = time.monotonic()
        for number in range(30):
            assert ask_for_code(address, str(uuid.uuid4()), f"+7999001{number:04}")[0] == 503
        seconds = time.monotonic() - begin
        _, words = till.communicate(timeout=60)
        backup.execute("COMMIT")
        backup.close()
        server.terminate()
        lines = server.stderr.read().splitlines()
    said = [line for line in lines if "POST /v1/auth/otp: 503 busy" in line]
    assert 1 <= len(said) <= seconds + 2, lines
    # The last one says how many were left out.
    assert len(lines) <= len(said) + 1, lines
    assert "database is locked" in said[0]
    assert not any("+7" in line for line in lines)
    assert till.returncode == 1
    assert "is busy: another process is writing to it" in words
    assert len(words.splitlines()) == 1

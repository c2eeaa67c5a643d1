"""A member with a very long history asks for all of it, again and again, and then leaves."""

import http.client
import sqlite3
import threading
import time

from harness.beside import member_beside
from harness.effort import sample
from harness.listening import Listening

LONG = "+79990100000"
LINES = sample(5_000, 20_000)


def ask(server, method, path, token):
    connection = http.client.HTTPConnection(
        server.address.removeprefix("http://"), timeout=120, source_address=("127.0.0.2", 0))
    connection.request(method, path, headers={"Authorization": f"Bearer {token}"})
    answer = connection.getresponse()
    answer.read()
    connection.close()
    return answer.status


def lines(server, member):
    with sqlite3.connect(server.database) as database:
        query = "SELECT count(*) FROM entry WHERE member = ?"
        return database.execute(query, [member]).fetchone()[0]


def test_a_long_history_is_asked_for_and_deleted_and_nobody_waits(listening):
    listening.fill(LONG, LINES)
    token = listening.token(LONG)
    with sqlite3.connect(listening.database) as database:
        query = "SELECT id FROM member WHERE phone = ?"
        member = database.execute(query, [LONG]).fetchone()[0]
    answers = []

    def look(path):
        answers.append(ask(listening, "GET", path, token))

    with member_beside(listening, f"a history of {LINES:,} lines"):
        paths = ["/v1/me/export", "/v1/me/balance/explanation", "/v1/me/tier", "/v1/changes"]
        threads = [threading.Thread(target=look, args=[path]) for path in paths * 2]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert set(answers) <= {200, 503} and answers.count(200) >= 4
    with member_beside(listening, f"{LINES:,} lines are deleted"):
        assert ask(listening, "DELETE", "/v1/me", token) == 204
        assert ask(listening, "GET", "/v1/me/balance", token) == 401
        # The name went at once; the lines go while others are served.
        end = time.monotonic() + 60
        while lines(listening, member) > 0:
            assert time.monotonic() < end
            assert ask(listening, "GET", "/v1/health", token) == 200
    # The phone joins anew, as a stranger.
    assert ask(listening, "GET", "/v1/me/balance", listening.token(LONG)) == 200


def test_what_was_going_on_goes_on_after_a_start_although_nobody_asks(home):
    server = Listening(home)
    server.process.kill()
    server.stop()
    with sqlite3.connect(server.database) as database:
        database.execute("INSERT INTO leaving VALUES ('mem_anna')")
    assert lines(server, "mem_anna") > 0
    server = Listening(home)
    try:
        end = time.monotonic() + 20
        while lines(server, "mem_anna") > 0:
            assert time.monotonic() < end
    finally:
        server.stop()

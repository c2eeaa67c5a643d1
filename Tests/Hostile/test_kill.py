"""A server that is killed in the middle of a request, and the one that comes after it."""

import http.client
import json
import sqlite3
import threading
import time
import uuid

from harness.beside import figures
from harness.listening import Listening
from harness.programs import ADMIN

# Seconds in which the same key must be answered.
AT_ONCE = 1.0


def sell(address, token, card, key):
    """(status, seconds, body) of a purchase at a till; status 0 when the server has gone."""
    begin = time.monotonic()
    connection = http.client.HTTPConnection(address.removeprefix("http://"), timeout=20)
    try:
        connection.request(
            "POST", "/v1/admin/purchases",
            json.dumps({"card": card, "amount": {"amount": 40000, "currency": "RUB"},
                        "categories": ["coffee"]}),
            {"Content-Type": "application/json", "Idempotency-Key": key,
             "Authorization": f"Bearer {token}"})
        answer = connection.getresponse()
        return answer.status, time.monotonic() - begin, answer.read()
    except (OSError, http.client.HTTPException):
        return 0, time.monotonic() - begin, b""
    finally:
        connection.close()


def count(database, query):
    connection = sqlite3.connect(database)
    try:
        return connection.execute(query).fetchone()[0]
    finally:
        connection.close()


def test_whoever_comes_again_after_a_kill_is_answered_at_once(home):
    server = Listening(home)
    token = server.token(ADMIN)
    card = count(server.database, "SELECT value FROM card WHERE member = 'mem_anna'")
    before = count(server.database, "SELECT count(*) FROM purchase")
    slowest, cut = 0.0, 0
    keys = [str(uuid.uuid4()) for _ in range(12)]
    try:
        for round_, key in enumerate(keys):
            backup = sqlite3.connect(server.database, isolation_level=None)
            if round_ % 3 == 0:
                # It waits for the lock when it is killed.
                backup.execute("BEGIN IMMEDIATE")
            first = []
            asking = threading.Thread(
                target=lambda address, key, first: first.append(sell(address, token, card, key)),
                args=[server.address, key, first])
            asking.start()
            # From before it has come to after it is answered.
            asking.join(0.1 if round_ % 3 == 0 else round_ * 0.0008)
            server.process.kill()
            asking.join()
            backup.close()
            cut += first[0][0] == 0
            server.stop()
            server = Listening(home)
            status, seconds, body = sell(server.address, token, card, key)
            assert status == 201, body
            slowest = max(slowest, seconds)
            if first[0][0] == 201:
                assert body == first[0][2]
            assert sell(server.address, token, card, key)[2] == body
    finally:
        server.stop()
    assert cut >= len(keys) // 3
    assert slowest < AT_ONCE
    assert count(server.database, "SELECT count(*) FROM purchase") == before + len(keys)
    figures.append(
        f"killed {len(keys)} times, {cut} in the middle: the same key was answered after "
        f"{1000 * slowest:.0f} ms at most")

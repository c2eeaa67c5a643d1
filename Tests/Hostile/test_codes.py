"""One-time codes: a flood from one address, and a stranger who knows a member's phone."""

import http.client
import json
import sqlite3
import time
import uuid

from harness.beside import ATTACKER, MEMBER, figures, member_beside
from harness.effort import sample
from harness.programs import EDITOR

# Phones, and seconds in which a code is asked for each.
PHONES = sample(500, 2000)
SECONDS = sample(2.5, 10)
# Messages that one address gets in a minute.
MOST = 30
# Pairs of posts that are refused.
REFUSED = sample(250, 500)


def post(connection, path, body):
    """The status, the fields and the body of the answer; the connection stays."""
    connection.request(
        "POST", path, json.dumps(body),
        {"Content-Type": "application/json", "Idempotency-Key": str(uuid.uuid4())})
    answer = connection.getresponse()
    return answer.status, answer.headers, json.loads(answer.read())


def connection(server, address):
    host, port = server.address.removeprefix("http://").rsplit(":", 1)
    return http.client.HTTPConnection(host, int(port), timeout=20, source_address=(address, 0))


def ask(at, phone, **more):
    return post(at, "/v1/auth/otp", {"phone": phone, "channel": "sms", **more})


def next_code(server):
    return json.loads(server.process.stdout.readline())["sms"]


def rows(server, table):
    with sqlite3.connect(server.database) as database:
        count = database.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
    database.close()
    return count


def test_a_flood_of_phones_from_one_address_is_a_few_messages(listening):
    with member_beside(listening, f"{PHONES:,} phones"):
        stranger = connection(listening, ATTACKER)
        before = rows(listening, "code_send")
        begin = time.monotonic()
        answers = []
        for number in range(PHONES):
            # At a steady pace, or as fast as the server is.
            while time.monotonic() - begin < number * SECONDS / PHONES:
                pass
            answers.append(ask(stranger, f"+7999{3_000_000 + number}"))
            if time.monotonic() - begin > 50:
                break
        sent = rows(listening, "code_send") - before
    refused = [answer for answer in answers if answer[0] == 429]
    figures.append(f"codes sent to {len(answers)} phones from one address: {sent}")
    assert sent == MOST
    assert len(refused) == len(answers) - MOST
    assert all(int(answer[1]["Retry-After"]) in range(1, 61) for answer in refused)
    assert "your network" in refused[0][2]["detail"]


def test_a_stranger_who_knows_a_phone_does_not_lock_its_owner_out(listening):
    with member_beside(listening, "a member's codes"):
        stranger = connection(listening, ATTACKER)
        for _ in range(10):
            status, _, challenge = ask(stranger, EDITOR)
            if status != 202:
                continue
            code = next_code(listening)["code"]
            wrong = "000000" if code != "000000" else "000001"
            for _ in range(7):
                post(stranger, "/v1/auth/otp/verify",
                     {"challenge_id": challenge["challenge_id"], "code": wrong})
        owner = connection(listening, MEMBER)
        status, _, challenge = ask(owner, EDITOR)
        assert status == 202
        status, _, tokens = post(owner, "/v1/auth/otp/verify", {
            "challenge_id": challenge["challenge_id"], "code": next_code(listening)["code"]})
        assert status == 200 and tokens["access_token"]


def test_refused_posts_of_strangers_keep_nothing(listening):
    with member_beside(listening, f"{2 * REFUSED:,} refused posts"):
        stranger = connection(listening, ATTACKER)
        tables = ["idempotency", "challenge", "code_send", "code_miss"]
        before = {table: rows(listening, table) for table in tables}
        for number in range(REFUSED):
            assert ask(stranger, f"+{number}")[0] == 422
            assert post(stranger, "/v1/auth/otp/verify",
                        {"challenge_id": f"otp_{number}", "code": "000000"})[0] == 422
        kept = {table: rows(listening, table) - before[table] for table in tables}
    figures.append(f"rows kept for {2 * REFUSED:,} refused posts: {sum(kept.values())}")
    assert kept == dict.fromkeys(tables, 0)

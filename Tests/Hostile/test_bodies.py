"""Bodies that are large, many, slow to read or no JSON at all."""

import http.client
import json
import socket
import threading
import time
import uuid

import pytest
from harness.beside import ATTACKER, figures, member_beside
from harness.effort import sample
from harness.programs import EDITOR, PUBLISHER

KILO = 1024
# Places where a body can go, and the largest one that each takes.
OPEN = ["/v1/auth/otp", "/v1/auth/otp/verify", "/v1/auth/refresh"]
CLOSED = ["/v1/me/notifications/read", "/v1/promo-codes", "/v1/referrals", "/v1/admin/purchases"]
SCREENS = "/v1/admin/screens"


def address(server):
    host, port = server.address.removeprefix("http://").rsplit(":", 1)
    return host, int(port)


def post(server, path, body, token=None, method="POST"):
    """(status, problem) of a post from the attacker's address."""
    connection = http.client.HTTPConnection(
        *address(server), timeout=20, source_address=(ATTACKER, 0))
    fields = {"Content-Type": "application/json", "Idempotency-Key": str(uuid.uuid4())}
    if token:
        fields["Authorization"] = f"Bearer {token}"
    try:
        connection.request(method, path, body, fields)
        answer = connection.getresponse()
        return answer.status, json.loads(answer.read())
    finally:
        connection.close()


def numbers(size):
    """A draft of so many bytes, nearly all of them numbers."""
    draft = b'{"slug":"%s","title":{"en":"X"},"blocks":[],"moon":[0%s]}'
    return draft % (b"n", b",0" * ((size - len(draft)) // 2))


def texts(slug, size):
    """A draft of so many bytes that is taken: long texts in few values."""
    block = '{"id":"%d","type":"paragraph","text":{"en":"%s"}}'
    blocks = ",".join(block % (index, "word " * 3600) for index in range(size // 18_100))
    return f'{{"slug":"{slug}","title":{{"en":"X"}},"blocks":[{blocks}]}}'


HEAVY = {
    "zeros": lambda: b"[" + b"0," * (512 * KILO - 1) + b"0]",
    "brackets": lambda: b"[" * (KILO * KILO),
    "strings": lambda: b'["' + b"x" * (KILO * KILO) + b'"]',
    "objects": lambda: b"[" + b'{"a":1},' * (128 * KILO - 1) + b"{}]",
    "no UTF-8": lambda: b"\xff" * (KILO * KILO),
}


@pytest.mark.parametrize("name", HEAVY)
def test_a_megabyte_without_a_login_is_not_read(shared, name):
    body = HEAVY[name]()
    with member_beside(shared, f"1 MB of {name} without a login", shared.member):
        begin = time.monotonic()
        for path in OPEN + CLOSED + [SCREENS]:
            status, problem = post(shared, path, body)
            assert status in (401, 413), (path, status)
            assert problem["title"] and problem["code"] in ("unauthenticated", "body_too_large")
        each = 1000 * (time.monotonic() - begin) / (len(OPEN + CLOSED) + 1)
    figures.append(f"    a body of 1 MB without a login: {each:.0f} ms")


def test_a_longer_body_is_refused_before_it_comes(shared):
    head = (f"POST {OPEN[0]} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
            "Idempotency-Key: k\r\n")
    for rest in ("Content-Length: 1000000000000\r\n\r\n",
                 "Transfer-Encoding: chunked\r\n\r\n8000\r\n" + "x" * 0x8000 + "\r\n"):
        with socket.create_connection(
                address(shared), timeout=20, source_address=(ATTACKER, 0)) as connection:
            connection.sendall((head + rest).encode())
            answer = http.client.HTTPResponse(connection)
            answer.begin()
            assert answer.status == 413
            assert answer.getheader("connection") == "close"
            assert json.loads(answer.read())["code"] == "body_too_large"


@pytest.mark.parametrize("body", [
    b"", b"nul", b"\xef\xbb\xbf", b"\xff\xfe{}", b'{"a":1e400}', b'{"a":1,"a":2}', b"[" * 5000,
    b"[" + b"-0," * 5000 + b"0]", b'{"phone":"' + b"9" * 15_000 + b'","channel":"sms"}',
    b'{"phone":"\\ud800","channel":"sms"}', b'{"phone":"\x00","channel":"sms"}',
    "{}".encode("utf-16"), "{}".encode("utf-32"), b"{" + b'"a":{' * 3000,
], ids=lambda body: repr(body[:12]))
def test_what_is_no_body_is_refused_in_words(shared, body):
    for path in OPEN:
        status, problem = post(shared, path, body)
        assert status in (400, 413, 422), (path, status)
        assert problem["title"] and (problem["errors"] or problem["detail"])


def test_a_heavy_draft_is_refused_and_no_list_grows_with_a_long_one(listening):
    vera = listening.token(PUBLISHER)
    boris = listening.token(EDITOR)

    def list_time():
        begin = time.monotonic()
        screens = listening.get(SCREENS, vera)["data"]
        return 1000 * (time.monotonic() - begin), screens

    names = [f"long-{index}" for index in range(sample(2, 4))]
    _, before = list_time()
    quick = min(list_time()[0] for _ in range(5))
    with member_beside(listening, "drafts of 900 kB"):
        status, problem = post(listening, SCREENS, numbers(900 * KILO), boris)
        assert status == 413 and "values" in problem["detail"]
        for name in names:
            status, made = post(listening, SCREENS, texts(name, 900 * KILO), boris)
            assert status == 201, made
        slow, after = list_time()
        slow = min([slow] + [list_time()[0] for _ in range(5)])
    assert {screen["slug"] for screen in after} - {screen["slug"] for screen in before} == set(names)
    assert all(screen["blocks"] == [] for screen in after)
    figures.append(f"    a list of screens: {quick:.0f} ms, {slow:.0f} ms beside those of 900 kB")
    assert slow < 5 * quick + 20


def test_many_at_once_leave_room_for_others(listening):
    body = HEAVY["zeros"]()
    small = b"[" + b"0," * 8000 + b"0]"

    def attack():
        for _ in range(10):
            post(listening, OPEN[0], body)
            post(listening, OPEN[1], small)

    with member_beside(listening, "20 senders of heavy bodies"):
        threads = [threading.Thread(target=attack) for _ in range(20)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()


def test_long_addresses_and_fields_are_refused(listening):
    for target, fields, expected in [
        ("/v1/changes?since=" + "a" * 9000, "", {414}), ("/v1/health", "X: " + "a" * 13_000, {431}),
        ("/v1/health", "\r\n".join(f"X-{number}: {'a' * 100}" for number in range(500)), {431}),
        ("/v1/health", "X: " + "a" * 200_000, {431}),
        ("/" + "a" * 200_000, "", {414}),
    ]:
        with socket.create_connection(
                address(listening), timeout=20, source_address=(ATTACKER, 0)) as connection:
            lines = ["GET " + target + " HTTP/1.1", "Host: x"] + ([fields] if fields else [])
            connection.sendall(("\r\n".join(lines) + "\r\n\r\n").encode())
            answer = http.client.HTTPResponse(connection)
            answer.begin()
            assert answer.status in expected, (target[:20], fields[:20], answer.status)
    assert listening.get("/v1/health", "none")["status"] == "ok"

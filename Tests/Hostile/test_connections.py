"""One address that holds connections, and a member beside it."""

import collections
import contextlib
import http.client
import json
import resource
import select
import signal
import socket
import struct
import subprocess
import threading
import time

import pytest
from harness.beside import ATTACKER, MEMBER, member_beside
from harness.connection import HEALTH, answer, seconds_until_end
from harness.effort import sample
from harness.listening import Listening
from harness.programs import PHONE

# Connections of a carrier.
BUSY = sample(500, 2000)
OTHER = "127.0.0.4"
# Of Linux; Python has no name for it.
BIND_ADDRESS_NO_PORT = 24
PROXY = "127.0.0.9"
# Of a stream.
END = b"0\r\n\r\n"
HALF_HEAD = b"GET /v1/health HTTP/1.1\r\nHost:"
HALF_BODY = (b"POST /v1/auth/otp HTTP/1.1\r\nHost: x\r\nIdempotency-Key: k\r\n"
             b"Content-Type: application/json\r\nContent-Length: 1000\r\n\r\n{")


def begin_stream(connection, fields=""):
    """Asks for the events; the status."""
    connection.sendall(f"GET /v1/events HTTP/1.1\r\nHost: x\r\n{fields}\r\n".encode())
    head = b""
    while b"\r\n\r\n" not in head:
        data = connection.recv(4096)
        assert data, f"the stream ended: {head}"
        head += data
    return int(head.split()[1])


def is_over(connection):
    """Whether the server has closed it, or ended the stream on it."""
    connection.setblocking(False)
    said = b""
    try:
        while data := connection.recv(65536):
            said += data
        return True
    except BlockingIOError:
        return said.endswith(END)
    except OSError:
        return True
    finally:
        connection.settimeout(20)


def ended(connections):
    return [connection for connection in connections if is_over(connection)]


@pytest.mark.parametrize("kind, sent", [
    ("idle connections", b""), ("kept connections", HEALTH), ("half heads", HALF_HEAD),
    ("half bodies", HALF_BODY)])
def test_an_address_with_many_waiting_connections_loses_its_oldest(serve, connect, kind, sent):
    server = serve("--max-connections", "200")
    beside = connect(server, OTHER, HEALTH)
    answer(beside)
    with member_beside(server, f"400 {kind}"):
        mine = []
        for _ in range(400):
            mine.append(connect(server, sent=sent))
            # Only who has been answered is one that waits: a busy server is not there yet.
            if sent == HEALTH:
                answer(mine[-1])
        connect(server, OTHER, HEALTH)
        assert answer(connect(server, OTHER, HEALTH))[0] == 200
    lost = ended(mine)
    assert 200 <= len(lost) <= 300
    # They have waited longest, by a moment, in which the server may have taken up several.
    assert len(set(lost) & set(mine[:150])) >= 140
    assert not set(lost) & set(mine[-50:])
    # Who has one connection keeps it, however old it is.
    beside.sendall(HEALTH)
    assert answer(beside)[0] == 200


def flood(server, seconds):
    """Opens connections as fast as it can, and leaves them as soon; how many."""
    host, port = server.address.removeprefix("http://").rsplit(":", 1)
    place, cut = (host, int(port)), struct.pack("ii", 1, 0)
    kept = collections.deque()
    count, end = 0, time.monotonic() + seconds
    while time.monotonic() < end:
        opened = socket.socket()
        opened.setblocking(False)
        # No port is left behind, and none is looked for before it is known where to.
        opened.setsockopt(socket.IPPROTO_IP, BIND_ADDRESS_NO_PORT, 1)
        opened.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, cut)
        opened.bind((ATTACKER, 0))
        opened.connect_ex(place)
        kept.append(opened)
        count += 1
        if len(kept) > 200:
            kept.popleft().close()
    for opened in kept:
        opened.close()
    return count


@pytest.mark.parametrize("options", [(), ("--max-connections", "50")])
def test_an_address_that_opens_connections_without_end_does_not_stand_before_a_member(
        serve, options):
    server = serve(*options)
    # NB: whose SYN finds the system's queue full sends it again after a second (RFC 6298, 5.5):
    # the server has to turn away faster than connections can be opened.
    with member_beside(server, f"a flood of connections {options}", may_resend=True):
        count = flood(server, 3)
    assert count > 3000


def test_a_flood_that_is_never_turned_away_does_not_hold_up_the_end(home, connect):
    server = Listening(
        home, "--drain", "15", "--trusted-proxy", ATTACKER, stderr=subprocess.PIPE)
    flooding = threading.Thread(target=flood, args=(server, 6))
    try:
        flooding.start()
        assert answer(connect(server, MEMBER, HEALTH))[0] == 200
        begin = time.monotonic()
        server.process.send_signal(signal.SIGTERM)
        assert server.process.wait(30) == 0
        assert time.monotonic() - begin < 10
        assert "did not end in time" not in server.process.stderr.read()
    finally:
        flooding.join()
        server.stop()


def test_a_proxy_of_ours_may_open_connections_as_fast_as_it_can(serve, connect):
    server = serve("--max-connections", "2000", "--trusted-proxy", PROXY)
    mine = [connect(server, PROXY) for _ in range(1990)]
    mine[-1].sendall(HEALTH)
    assert answer(mine[-1])[0] == 200
    assert ended(mine) == []


def test_a_carrier_with_a_great_many_busy_connections_loses_none(serve, connect):
    server = serve("--max-connections", str(2 * BUSY))
    with member_beside(server, f"{BUSY:,} busy connections of a carrier"):
        mine = []
        for _ in range(BUSY):
            mine.append(connect(server, sent=HEALTH))
            assert answer(mine[-1])[0] == 200
        for connection in mine:
            connection.sendall(HEALTH)
            assert answer(connection)[0] == 200
    assert ended(mine) == []


def test_a_proxy_of_ours_keeps_all_of_its_connections_and_what_is_too_much_is_told(
        serve, connect):
    server = serve("--max-connections", "20", "--trusted-proxy", PROXY)
    mine = [connect(server, PROXY, HEALTH) for _ in range(20)]
    for connection in mine:
        assert answer(connection)[0] == 200
    status, fields, body = answer(connect(server, MEMBER, HEALTH))
    assert (status, fields["connection"]) == (503, "close")
    assert int(fields["retry-after"]) > 0
    assert json.loads(body)["code"] == "busy"
    assert ended(mine) == []
    mine.pop().close()
    deadline = time.monotonic() + 20
    while answer(connect(server, MEMBER, HEALTH))[0] != 200:
        assert time.monotonic() < deadline


@pytest.mark.parametrize("sent, pause, said", [
    (b"", "--head-time", b""), (HALF_HEAD, "--head-time", b"HTTP/1.1 408 "),
    (HALF_BODY, "--body-time", b"HTTP/1.1 408 ")])
def test_who_does_not_go_on_is_not_waited_for(serve, connect, sent, pause, said):
    server = serve(pause, "1")
    took, answered = seconds_until_end(connect(server, sent=sent))
    assert 0.9 <= took <= 6
    assert answered.startswith(said) and bool(answered) == bool(said)


def test_a_kept_connection_has_its_time(serve, connect):
    server = serve("--idle-time", "1")
    kept = connect(server, sent=HEALTH)
    assert answer(kept)[0] == 200
    took, answered = seconds_until_end(kept)
    assert 0.9 <= took <= 6
    assert answered == b""


def test_drops_of_a_head_or_of_a_body_do_not_prolong_the_time(serve, connect):
    server = serve("--head-time", "1", "--least-rate", "1000", "--patience", "1")
    for begun in (HALF_HEAD, HALF_BODY):
        connection = connect(server, sent=begun)
        begin = time.monotonic()
        # A byte at a time, each as soon as the connection has been quiet for a moment.
        while not select.select([connection], [], [], 0.05)[0]:
            connection.sendall(b" ")
            assert time.monotonic() - begin < 6
        assert time.monotonic() - begin >= 0.9
        assert answer(connection)[0] == 408


def test_who_never_reads_is_not_held_for_ever(serve, connect):
    server = serve("--patience", "1", "--least-rate", "1000000")
    connection = connect(server)
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    connection.settimeout(1)
    asked = b"GET /v1/bootstrap HTTP/1.1\r\nHost: x\r\n\r\n"
    asked, sent = memoryview(asked * 1000), 0
    begin = time.monotonic()
    with pytest.raises(ConnectionError):
        while True:
            assert time.monotonic() - begin < 60
            with contextlib.suppress(TimeoutError):
                sent = (sent + connection.send(asked[sent:])) % len(asked)


def test_bodies_that_fill_the_memory_are_the_loss_of_who_sends_them(serve, connect):
    server = serve("--body-memory", "1")
    body = b" " * 15_000
    post = HALF_BODY.replace(b"1000", b"15001")[:-1]
    honest = connect(server, OTHER, post + body)
    with member_beside(server, "100 bodies of 15 kB"):
        mine = [connect(server, sent=post + body) for _ in range(100)]
        lost, deadline = [], time.monotonic() + 20
        while len(lost) < 30:
            lost += ended(mine)
            mine = [connection for connection in mine if connection not in lost]
            assert time.monotonic() < deadline
    assert len(mine) >= 50
    honest.sendall(b" ")
    assert answer(honest)[0] in (413, 422)


def test_guests_streams_of_one_address_take_nothing_from_others(serve, connect):
    server = serve("--max-streams", "100", "--max-guest-streams", "20")
    beside = connect(server, OTHER)
    assert begin_stream(beside) == 200
    with member_beside(server, "400 streams"):
        mine = [connect(server) for _ in range(400)]
        assert all(begin_stream(connection) == 200 for connection in mine)
        later = connect(server, MEMBER)
        assert begin_stream(later) == 200
    assert ended([beside, later]) == []
    lost = ended(mine)
    assert 380 <= len(lost) < 400
    assert lost == mine[:len(lost)], "the oldest"


def test_where_there_is_no_room_for_a_stream_it_is_told(serve, connect):
    server = serve("--max-streams", "4")
    # One guest has the share, and nobody else takes it from them.
    assert begin_stream(connect(server, OTHER)) == 200
    waiting = connect(server)
    waiting.sendall(b"GET /v1/events HTTP/1.1\r\nHost: x\r\n\r\n")
    status, fields, body = answer(waiting)
    assert (status, json.loads(body)["code"]) == (503, "busy")
    assert int(fields["retry-after"]) > 0


def test_a_member_has_four_streams_wherever_they_are(serve, connect):
    server = serve()
    fields = f"Authorization: Bearer {server.token(PHONE)}\r\n"
    mine = [connect(server, f"127.0.1.{number}") for number in range(1, 6)]
    for connection in mine:
        assert begin_stream(connection, fields) == 200
    said = b""
    while not said.endswith(END):
        data = mine[0].recv(4096)
        assert data, said
        said += data
    assert ended(mine[1:]) == []


def test_a_field_tells_an_address_only_behind_a_proxy_of_ours(serve, connect):
    options = ["--max-streams", "100", "--max-guest-streams", "10", "--trusted-proxy", PROXY]
    server = serve(*options)

    def stream(source, address):
        connection = connect(server, source)
        assert begin_stream(connection, f"X-Forwarded-For: {address}\r\n") == 200
        return connection

    customer = stream(PROXY, "1.1.1.1, 203.0.113.1")
    flood = [stream(PROXY, f"1.1.1.{number}, 203.0.113.2") for number in range(20)]
    assert len(ended(flood)) >= 10, "they are one address, whatever it says of itself"
    hidden = [stream(ATTACKER, f"203.0.113.{number}") for number in range(3, 23)]
    assert len(ended(hidden)) >= 10, "nobody asked them"
    assert ended([customer]) == []


def test_who_asks_on_hundreds_of_connections_does_not_stand_before_a_member(serve, connect):
    server = serve()
    asked = b"GET /v1/stores HTTP/1.1\r\nHost: x\r\n\r\n"
    with member_beside(server, "300 connections that ask for the shops"):
        # More requests than threads can answer in two seconds.
        mine = [connect(server, sent=asked * 5) for _ in range(300)]
        for connection in mine:
            status = answer(connection)[0]
            # Whose turn does not come is told.
            assert status in (200, 503)
    # Nobody reads the other answers.
    server.process.kill()


def test_who_sends_requests_without_end_gets_one_answer_after_another(serve, connect):
    server = serve()
    asked = b"GET /v1/bootstrap HTTP/1.1\r\nHost: x\r\n\r\n" * 2000
    with member_beside(server, "300 connections that ask 2,000 times at once"):
        mine = [connect(server) for _ in range(300)]
        for connection in mine:
            connection.setblocking(False)
            # What has no room yet makes no difference.
            connection.send(asked)
        for _ in range(200):
            for connection in select.select(mine[:20], [], [], 0.01)[0]:
                connection.recv(65536)
    # What is not yet answered is not made into requests either.
    assert resident(server) < 150 << 20


def resident(server):
    """Bytes of memory that it has."""
    with open(f"/proc/{server.process.pid}/statm") as numbers:
        return int(numbers.read().split()[1]) * resource.getpagesize()


@pytest.mark.parametrize("first", [HEALTH, HALF_BODY.replace(b"1000", b"1")])
@pytest.mark.parametrize("is_later", [False, True])
def test_half_a_request_behind_another_one_has_the_time_of_a_head(serve, connect, first, is_later):
    server = serve("--head-time", "1", "--idle-time", "30")
    connection = connect(server, sent=first + (b"" if is_later else HALF_HEAD))
    if is_later:
        connection.recv(1)
        connection.sendall(HALF_HEAD)
    took, answered = seconds_until_end(connection)
    assert 0.9 <= took <= 6
    assert b"HTTP/1.1 408 " in answered


def test_requests_that_come_at_once_are_all_answered_in_their_order(serve, connect):
    post = HALF_BODY.replace(b"1000", b"1")
    chunks = HALF_BODY.replace(b"Content-Length: 1000", b"Transfer-Encoding: chunked")[:-1] + (
        b"1\r\n{\r\n2\r\n\n\n\r\n0\r\n\r\n")
    server = serve()
    connection = connect(server, sent=(HEALTH + post + chunks) * 300 + HEALTH[:-2])
    connection.sendall(b"Connection: close\r\n\r\n")
    _, said = seconds_until_end(connection)
    statuses = [int(words[:3]) for words in said.decode().split("HTTP/1.1 ")[1:]]
    assert statuses == [200, 422, 422] * 300 + [200]
    # Nor does it matter that nothing more can come.
    connection = connect(server, sent=HEALTH * 1000)
    connection.shutdown(socket.SHUT_WR)
    assert seconds_until_end(connection)[1].count(b"HTTP/1.1 200 ") == 1000


@pytest.mark.parametrize("sent, status, code", [
    (b"GET /v1/health HTTP/1.1\r\n\r\n", 400, "bad_request"),
    (b"GET /v1/health HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n", 400, "bad_request"),
    (b"GET /v1/health HTTP/1.0\r\nHost: x\r\nHost: x\r\n\r\n", 400, "bad_request"),
    (b"\x16\x03\x01\x02\r\n\r\n", 400, "bad_request"),
    (HEALTH[:-2] + b"X: " + b"x" * 30_000 + b"\r\n\r\n", 431, "fields_too_large"),
    (HEALTH[:-2] + b"X: x\r\n" * 200 + b"\r\n", 431, "fields_too_large")])
def test_what_is_no_request_is_told_so_in_words(serve, connect, sent, status, code):
    connection = connect(serve(), sent=sent + HEALTH)
    told, fields, body = answer(connection)
    assert (told, fields["content-type"], fields["connection"]) == (
        status, "application/problem+json", "close")
    assert (json.loads(body)["code"], json.loads(body)["status"]) == (code, status)
    assert seconds_until_end(connection)[1] == b"", "nothing after it is answered"


def test_only_a_request_of_old_http_needs_no_host(serve, connect):
    server = serve()
    assert answer(connect(server, sent=b"GET /v1/health HTTP/1.0\r\n\r\n"))[0] == 200
    asked = b"GET /v1/health HTTP/1.1\r\nAccept-Language: ru\r\n\r\n"
    problem = json.loads(answer(connect(server, sent=asked))[2])
    assert problem["detail"] == "Нет поля Host."

"""Nobody reads what the server says: on standard output, on standard error, or for a while."""

import fcntl
import json
import os
import re
import select
import signal
import socket
import sqlite3
import subprocess
import time
import uuid

import pytest
from harness.beside import ATTACKER, member_beside
from harness.listening import Listening

# Bytes, the least that a pipe can have: it is full at once.
PIPE = 4096
STORES = b"GET /v1/stores HTTP/1.1\r\nHost: x\r\n\r\n"


@pytest.fixture
def unread(home):
    """Starts a server whose outputs are pipes with little room, of which only its start is read."""
    servers = []

    def start(*options):
        servers.append(Listening(home, "--sms-limit", "100000", *options, stderr=subprocess.PIPE))
        for pipe in (servers[-1].process.stdout, servers[-1].process.stderr):
            fcntl.fcntl(pipe, fcntl.F_SETPIPE_SZ, PIPE)
        return servers[-1]

    yield start
    for server in servers:
        server.process.kill()
        server.process.communicate(timeout=20)


def send(server, source, requests):
    """Sends them one after the other on one connection; how often each status came."""
    host, port = server.address.removeprefix("http://").rsplit(":", 1)
    statuses = {}
    with socket.create_connection((host, int(port)), 20, source_address=(source, 0)) as connection:
        reading = connection.makefile("rb")
        for first in range(0, len(requests), 50):
            some = requests[first:first + 50]
            connection.sendall(b"".join(some))
            for _ in some:
                status = int(reading.readline().split()[1])
                length = 0
                while (line := reading.readline()) != b"\r\n":
                    if line.lower().startswith(b"content-length:"):
                        length = int(line.split(b":")[1])
                reading.read(length)
                statuses[status] = statuses.get(status, 0) + 1
    return statuses


def ask_for_codes(server, count, first=0):
    """From as many addresses as it takes: each has its limit, and each phone too."""
    for number in range(first, first + count, 25):
        requests = []
        for phone in range(number, number + 25):
            body = json.dumps({"phone": f"+7999{phone:07}", "channel": "sms"}).encode()
            requests.append(
                b"POST /v1/auth/otp HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                b"Idempotency-Key: %s\r\nContent-Length: %d\r\n\r\n"
                % (str(uuid.uuid4()).encode(), len(body)) + body)
        assert send(server, f"127.0.2.{number // 25 + 1}", requests) == {202: 25}


def fail(server, count):
    """Makes the server fail so often, a line each."""
    with sqlite3.connect(server.database) as database:
        database.execute("UPDATE store SET body = '{\"Anna\":'")
    database.close()
    assert send(server, ATTACKER, [STORES] * count) == {500: count}


def leave(server):
    """Seconds that the server takes to leave, while nobody reads."""
    begin = time.monotonic()
    server.process.send_signal(signal.SIGTERM)
    assert server.process.wait(20) == 0
    return time.monotonic() - begin


def rest(pipe):
    """What lies in a pipe, as whole lines."""
    said = pipe.read()
    assert said.endswith("\n") or not said
    return said.splitlines()


def lines_of(pipe):
    """The lines of a pipe as they come; fails when none comes."""
    said = b""
    while select.select([pipe], [], [], 20)[0]:
        said += os.read(pipe.fileno(), 65536)
        *lines, said = said.split(b"\n")
        yield from (line.decode() for line in lines)
    raise AssertionError(f"no line comes any more after {said}")


@pytest.mark.parametrize("sms", ["stdout", "log"])
def test_codes_that_nobody_reads_hold_up_nobody(unread, sms):
    server = unread()
    token = server.token("+79161234567")
    if sms == "log":
        server.process.send_signal(signal.SIGTERM)
        server.process.wait(20)
        server = unread("--sms", "log")
    with member_beside(server, f"500 codes into a full pipe, {sms}", token):
        ask_for_codes(server, 500)
    assert leave(server) < 6
    for line in rest(server.process.stdout):
        assert "sms" in json.loads(line)
    assert all("SMS to" in line for line in rest(server.process.stderr))


def test_a_flood_of_failures_is_a_line_and_a_number(unread):
    server = unread()
    token = server.token("+79161234567")
    with member_beside(server, "1,000 failures", token):
        fail(server, 1000)
    assert leave(server) < 6
    first, count = rest(server.process.stderr)
    assert "GET /v1/stores: 500 internal_error" in first
    assert re.match("loyalhub-server: 999 more: GET /v1/stores: 500 internal_error", count)


def test_who_reads_late_gets_all_that_there_was_room_for_and_hears_of_the_rest(unread):
    server = unread("--sms", "log")
    # The lines are long, so that a few hundred of them take all the room.
    name = json.dumps(dict.fromkeys(["en", "ru"], "Coffee " * 500))
    with sqlite3.connect(server.database) as database:
        database.execute("UPDATE program SET body = json_set(body, '$.name', json(?))", [name])
    database.close()
    ask_for_codes(server, 500)
    codes, lost = 0, 0
    for line in lines_of(server.process.stderr):
        if said := re.fullmatch(
                r"loyalhub-server: nobody read standard error for a while; lines lost: (\d+)",
                line):
            lost += int(said[1])
        else:
            assert "SMS to" in line
            codes += 1
        if codes + lost == 500:
            break
    assert codes > 200 and lost > 0
    # From now on somebody is there.
    ask_for_codes(server, 25, first=500)
    lines = lines_of(server.process.stderr)
    assert all("SMS to" in next(lines) for _ in range(25))
    assert leave(server) < 6


def test_who_reads_slowly_for_a_moment_loses_nothing(unread):
    server = unread()
    ask_for_codes(server, 500)
    codes = [json.loads(server.process.stdout.readline())["sms"]["to"] for _ in range(500)]
    assert codes == [f"+7999{phone:07}" for phone in range(500)]
    ask_for_codes(server, 100, first=500)
    # What has not been read when the server is to leave has a second.
    server.process.send_signal(signal.SIGTERM)
    assert len(rest(server.process.stdout)) == 100
    assert server.process.wait(20) == 0
    assert rest(server.process.stderr) == []


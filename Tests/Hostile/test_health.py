"""What the port for health tells, whatever happens at the other one."""

import contextlib
import json
import socket
import time

import pytest
from harness.beside import ATTACKER, MEMBER
from harness.connection import HEALTH, answer, seconds_until_end
from harness.listening import Listening
from harness.programs import Home


def ask_health(port, path):
    with socket.create_connection(("127.0.0.1", port), timeout=20) as connection:
        connection.sendall(f"GET {path} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
        begin = time.monotonic()
        status, _, body = answer(connection)
        assert time.monotonic() - begin < 2
        return status, json.loads(body)["status"]


def health_port(server):
    line = server.process.stdout.readline()
    assert line.startswith("health on http://127.0.0.1:")
    return int(line.rsplit(":", 1)[1])


@pytest.fixture(scope="module")
def health():
    """The port for health of a server that serves all cases."""
    home = Home()
    server = Listening(home, "--health", "0")
    yield health_port(server)
    server.stop()
    home.remove()


def test_health_is_told_whatever_happens_at_the_other_port(serve, connect, home):
    server = serve("--health", "0", "--max-connections", "20", "--trusted-proxy", ATTACKER)
    port = health_port(server)
    assert ask_health(port, "/v1/health") == (200, "ok")
    assert ask_health(port, "/ready") == (200, "ready")
    for _ in range(40):
        connect(server)
    assert answer(connect(server, MEMBER, HEALTH))[0] == 503
    # Nor do those who ask for it and say nothing hold up others.
    with contextlib.ExitStack() as stack:
        for _ in range(100):
            slow = socket.create_connection(("127.0.0.1", port), timeout=20)
            stack.callback(slow.close)
            slow.sendall(b"GET /ready HTT")
        assert ask_health(port, "/v1/health") == (200, "ok")
        assert ask_health(port, "/ready") == (200, "ready")
        # Each has its time.
        assert seconds_until_end(slow)[0] < 10


def test_a_server_whose_database_has_gone_lives_and_is_not_ready(serve, home):
    server = serve("--health", "0")
    port = health_port(server)
    assert ask_health(port, "/ready") == (200, "ready")
    path = home.path / "server.sqlite"
    path.rename(home.path / "away")
    deadline = time.monotonic() + 20
    while ask_health(port, "/ready")[0] != 503:
        assert time.monotonic() < deadline
    assert ask_health(port, "/v1/health") == (200, "ok")
    (home.path / "away").rename(path)
    while ask_health(port, "/ready") != (200, "ready"):
        assert time.monotonic() < deadline


@pytest.mark.parametrize("request_line, status", [
    (b"GET /v1/me HTTP/1.1\r\n\r\n", 404), (b"POST /ready HTTP/1.1\r\n\r\n", 405),
    (b"\x16\x03\x01\x02\r\n\r\n", 400), (b"GET /ready?x=1 HTTP/1.0\n\n", 200)])
def test_health_answers_what_it_is_asked_and_no_more(health, request_line, status):
    with socket.create_connection(("127.0.0.1", health), timeout=20) as connection:
        connection.sendall(request_line)
        assert answer(connection)[0] == status

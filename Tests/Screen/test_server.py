"""The server as a program: where it listens, what it bears, how it leaves."""

import http.client
import os
import re
import select
import signal
import socket
import sqlite3
import stat
import subprocess
import sys
import tempfile
import time

import pytest
from harness.connection import begin
from harness.processes import wait_for_end, wakeups
from harness.programs import SERVER

HEALTH = b"GET /v1/health HTTP/1.1\r\nHost: x\r\n\r\n"


class Running:
    """A server in the foreground; its standard input is a pipe that this test holds."""

    def __init__(self, home, *options, sms=("--sms", "stdout"), before=(), log=subprocess.PIPE):
        self.process = subprocess.Popen(
            [*before, SERVER, "--database", str(home.path / "server.sqlite"), *options,
             "--seed", "coffee", *sms],
            env=home.environment(), stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            stderr=log, text=True)
        self.first_line = self.process.stdout.readline().strip()
        self.address = self.first_line.removeprefix("listening on ")

    def connect(self):
        if self.address.startswith("unix:"):
            connection = socket.socket(socket.AF_UNIX)
            connection.settimeout(20)
            connection.connect(self.address.removeprefix("unix:"))
            return connection
        host, port = self.address.removeprefix("http://").rsplit(":", 1)
        return socket.create_connection((host, int(port)), timeout=20)

    def ask(self, request):
        """Sends bytes as they are; the status, the fields and the body that come back."""
        with self.connect() as connection:
            connection.sendall(request)
            return answer(connection)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.process.poll() is None:
            self.process.kill()
        self.process.communicate(timeout=20)

    def leave(self, number=signal.SIGTERM):
        self.process.send_signal(number)
        return self.process.wait(20)


def answer(connection, method="GET"):
    response = http.client.HTTPResponse(connection, method=method)
    response.begin()
    return response.status, response.headers, response.read()


def listening(home, where):
    return ["--socket", str(home.path / "s.sock")] if where == "unix" else ["--port", "0"]


@pytest.fixture(params=["tcp", "unix"])
def running(home, request):
    with Running(home, *listening(home, request.param)) as server:
        yield server


def test_it_says_where_it_listens_and_answers_there(running):
    assert running.first_line.startswith("listening on ")
    assert not running.address.endswith(":0")
    status, fields, body = running.ask(HEALTH)
    assert (status, fields["content-type"]) == (200, "application/json")
    assert b'"status":"ok"' in body


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_it_finishes_what_is_in_flight_and_leaves(running, number):
    body = b'{"channel":"sms","phone":"+79161234567"}'
    head = (b"POST /v1/auth/otp HTTP/1.1\r\nHost: x\r\nIdempotency-Key: k1\r\n"
            b"Content-Type: application/json\r\nContent-Length: %d\r\n\r\n" % len(body))
    with running.connect() as asking, running.connect() as idle:
        idle.sendall(HEALTH)
        assert answer(idle)[0] == 200
        begin(asking, head + body[:10])
        running.process.send_signal(number)
        assert idle.recv(1) == b""  # an idle connection is closed at once
        asking.sendall(body[10:])
        status, fields, text = answer(asking)
    assert (status, b"challenge_id" in text) == (202, True)
    assert fields["connection"] == "close"
    assert running.process.wait(20) == 0
    assert running.process.stderr.read() == ""


BEGUN = (b"POST /v1/auth/otp HTTP/1.1\r\nHost: x\r\nIdempotency-Key: k2\r\n"
         b"Content-Type: application/json\r\nContent-Length: 1000\r\n\r\n{")
# What stays of a server that has left.
KEPT = ["server.sqlite", "server.sqlite.phone-key"]
EVENTS = b"GET /v1/events HTTP/1.1\r\nHost: x\r\n\r\n"


@pytest.mark.parametrize("where", ["tcp", "unix"])
@pytest.mark.parametrize("begun, waited", [
    (BEGUN, True), (BEGUN[:20], False), (HEALTH, False), (EVENTS, False)],
    ids=["half a body", "half a head", "nothing", "a stream"])
def test_what_is_never_finished_does_not_hold_it_up(home, where, begun, waited):
    with Running(home, *listening(home, where), "--drain", "1" if waited else "3600") as server:
        with server.connect() as asking, server.connect() as idle:
            if begun == BEGUN:
                begin(asking, begun)
            else:
                asking.sendall(begun)
            if begun in (HEALTH, EVENTS):
                assert asking.recv(4096)
            idle.sendall(HEALTH)
            assert answer(idle)[0] == 200
            start = time.monotonic()
            assert server.leave() == 0
            took = time.monotonic() - start
        assert took >= 0.9 or not waited
        assert server.process.stderr.read() == ""
    assert [file for file in home.files if file.startswith("server")] == KEPT


@pytest.mark.parametrize("second", [signal.SIGTERM, signal.SIGINT])
def test_a_second_signal_ends_it_at_once(home, second):
    with Running(home, "--port", "0", "--drain", "3600") as server:
        with server.connect() as asking, server.connect() as idle:
            begin(asking, BEGUN)
            idle.sendall(HEALTH)
            assert answer(idle)[0] == 200
            server.process.send_signal(signal.SIGTERM)
            assert idle.recv(1) == b""
            assert server.process.poll() is None
            assert server.leave(second) == 0
    assert [file for file in home.files if file.startswith("server")] == KEPT


def test_a_start_can_be_called_off(home):
    folder = tempfile.mkdtemp(dir=home.path)
    own = str(home.path / "own.sock")
    for options in [
            ["--private-folder", folder, "--socket", folder + "/s.sock"], ["--port", "0"],
            ["--socket", own]]:
        database = str(home.path) + ("/own.sqlite" if own in options else "/server.sqlite")
        if folder in options:
            database = folder + "/server.sqlite"
        with subprocess.Popen(
                [SERVER, *options, "--database", database, "--seed", "coffee"],
                env=home.environment(), stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL) as process:
            while not os.path.exists(database):
                assert process.poll() is None
            process.terminate()
            assert process.wait(20) == 0
    assert not os.path.exists(folder)
    assert not os.path.exists(own)
    assert [file for file in home.files if file.startswith("server")] == KEPT


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_before_anybody_watches_waits(home, number):
    folder = tempfile.mkdtemp(dir=home.path)
    with subprocess.Popen(
            [SERVER, "--private-folder", folder, "--socket", folder + "/s.sock",
             "--database", folder + "/server.sqlite", "--seed", "coffee"],
            env=home.environment(), stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL) as process:
        try:
            noted = False
            while not noted:
                with open(f"/proc/{process.pid}/status") as status:
                    fields = dict(line.split(":\t") for line in status if line.startswith("Sig"))
                noted, serves = (
                    int(fields[field], 16) >> which - 1 & 1
                    for field, which in [("SigCgt", number), ("SigIgn", signal.SIGPIPE)])
                # The first thing that it does when it knows that it is to serve.
                assert noted or not serves
            process.send_signal(number)
            assert process.wait(20) == 0
        finally:
            process.kill()
    assert not os.path.exists(folder)


def test_whose_parent_is_gone_is_not_held_up_either(home):
    with Running(home, "--port", "0", "--drain", "1", "--exit-with-parent") as server:
        with server.connect() as asking:
            asking.sendall(HEALTH + BEGUN)
            assert answer(asking)[0] == 200
            server.process.stdin.close()
            assert server.process.wait(20) == 0
            server.process.stdin = None


def test_who_waits_for_the_database_is_answered_before_it_leaves(home):
    body = b'{"channel":"sms","phone":"+79161234567"}'
    post = BEGUN[:-1].replace(b"1000", b"%d" % len(body)) + body
    with Running(home, "--port", "0") as server:
        with sqlite3.connect(home.path / "server.sqlite", isolation_level=None) as holder:
            holder.execute("BEGIN IMMEDIATE")
            with server.connect() as asking, server.connect() as idle:
                begin(asking, post)
                idle.sendall(HEALTH)
                assert answer(idle)[0] == 200
                server.process.send_signal(signal.SIGTERM)
                assert idle.recv(1) == b""
                holder.execute("ROLLBACK")
                status, fields, _ = answer(asking)
                # Busy, where that took too long.
                assert (status in (202, 503), fields["connection"]) == (True, "close")
        holder.close()
        assert server.process.wait(20) == 0


def test_it_is_not_ready_while_it_leaves(home):
    with Running(home, "--port", "0", "--health", "0", "--drain", "3600") as server:
        port = int(server.process.stdout.readline().rsplit(":", 1)[1])

        def ask(path):
            with socket.create_connection(("127.0.0.1", port), timeout=20) as connection:
                connection.sendall(b"GET %b HTTP/1.1\r\nHost: x\r\n\r\n" % path)
                return answer(connection)[0]

        with server.connect() as asking, server.connect() as idle:
            begin(asking, BEGUN)
            idle.sendall(HEALTH)
            assert answer(idle)[0] == 200
            assert (ask(b"/v1/health"), ask(b"/ready")) == (200, 200)
            server.process.send_signal(signal.SIGTERM)
            assert idle.recv(1) == b""
            assert (ask(b"/v1/health"), ask(b"/ready")) == (200, 503)
            with pytest.raises(OSError):
                server.ask(HEALTH)
            assert server.leave() == 0
    assert [file for file in home.files if file.startswith("server")] == KEPT


def test_a_hangup_changes_nothing_and_is_said(running):
    with running.connect() as connection:
        for _ in range(2):
            running.process.send_signal(signal.SIGHUP)
            assert "SIGHUP" in running.process.stderr.readline()
            connection.sendall(HEALTH)
            assert answer(connection)[0] == 200
    assert running.leave() == 0


@pytest.mark.parametrize("options, said", [
    (["--max-connections", "0"], "--max-connections"),
    (["--max-connections", "999999"], "open files"),
    (["--max-streams", "9", "--max-connections", "9"], "--max-streams"),
    (["--head-time", "0"], "--head-time"), (["--idle-time", "nan"], "--idle-time"),
    (["--drain", "-1"], "--drain"), (["--health", "65536"], "65536"),
    (["--trusted-proxy", "0.0.0.0/0"], "--trusted-proxy"),
    (["--trusted-proxy", "localhost"], "--trusted-proxy")])
def test_a_limit_that_makes_no_sense_is_refused(home, options, said):
    with Running(home, "--port", "0", *options) as server:
        assert server.process.wait(20) != 0
        assert said in server.process.stderr.read()
    assert home.files == []


@pytest.mark.parametrize("options, place", [
    ([], None), (["--sms", "none"], None), (["--sms", "log"], "stderr"), (["--sms", "stdout"], "stdout")])
def test_codes_are_printed_only_where_that_was_asked_for(home, options, place):
    body = b'{"channel":"sms","phone":"+79161234567"}'
    request = (b"POST /v1/auth/otp HTTP/1.1\r\nHost: x\r\nIdempotency-Key: k1\r\n"
               b"Content-Type: application/json\r\nContent-Length: %d\r\n\r\n" % len(body) + body)
    with Running(home, "--port", "0", sms=options) as server:
        assert server.ask(request)[0] == 202
        assert server.leave() == 0
        said = {"stdout": server.process.stdout.read(), "stderr": server.process.stderr.read()}
    for name, text in said.items():
        assert bool(re.search(r"\b[0-9]{6}\b", text)) == (name == place), text
    advice = [line for line in said["stderr"].splitlines() if "codes go nowhere" in line]
    assert len(advice) == (1 if place is None else 0)
    assert place or "--sms log" in advice[0]


def test_hostile_requests_do_not_hurt_the_next_one(running):
    large = b"x" * (2 << 20)
    post = b"POST /v1/auth/otp HTTP/1.1\r\nHost: x\r\n"
    for request, expected in [
        (post + b"Content-Length: %d\r\n\r\n" % len(large) + large, 413),
        (post + b"Transfer-Encoding: chunked\r\n\r\n200000\r\n" + large + b"\r\n0\r\n\r\n", 413),
        (b"BREW /v1/health HTTP/1.1\r\nHost: x\r\n\r\n", 400),
        (b"GET /v1/health HTTP/1.1\r\nX: " + b"a" * 200_000 + b"\r\n\r\n", 431),
        (b"GET /v1/health HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n", 400),
        (b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n", 400),
        (b"PATCH /v1/health HTTP/1.1\r\nHost: x\r\n\r\n", 405),
        (b"GET /v1/../etc/passwd HTTP/1.1\r\nHost: x\r\n\r\n", 404),
        (b"GET /v1/me/ledger?limit=%ff HTTP/1.1\r\nHost: x\r\n\r\n", 422),
        (post + b"Idempotency-Key: k\r\nContent-Length: 4\r\n\r\n\xff\xfe{}", 422),
    ]:
        assert running.ask(request)[0] == expected, request[:60]
        assert running.ask(HEALTH)[0] == 200


def test_who_waits_to_hear_that_a_body_is_welcome_is_told(running):
    body = b'{"channel":"sms","phone":"+79161234567"}'
    head = (b"POST %s HTTP/1.1\r\nHost: x\r\nIdempotency-Key: k1\r\nExpect: 100-continue\r\n"
            b"Content-Type: application/json\r\nContent-Length: %d\r\n\r\n")
    with running.connect() as connection:
        connection.sendall(head % (b"/v1/auth/otp", len(body)))
        assert connection.recv(4096) == b"HTTP/1.1 100 Continue\r\n\r\n"
        connection.sendall(body)
        assert answer(connection)[0] == 202
        # What is refused need not be sent.
        connection.sendall(head % (b"/v1/auth/otp", 100_000))
        status, fields, _ = answer(connection)
        assert (status, fields["connection"]) == (413, "close")


def test_nothing_wakes_it_while_nobody_asks(home):
    with Running(home, "--port", "0") as server:
        assert server.ask(HEALTH)[0] == 200
        # What the request has begun may still be ending: one quiet span of several is enough.
        for _ in range(6):
            before = wakeups(server.process.pid)
            assert not select.select([server.process.stdout], [], [], 3)[0]
            woken = wakeups(server.process.pid) - before
            if woken <= 3:
                return
        raise AssertionError(f"{woken} wakeups in 3 s")


def test_a_head_request_gets_no_body(running):
    with running.connect() as connection:
        connection.sendall(HEALTH.replace(b"GET", b"HEAD"))
        status, fields, body = answer(connection, method="HEAD")
        assert (status, body) == (200, b"")
        assert int(fields["content-length"]) > 0
        connection.sendall(HEALTH)
        assert answer(connection)[0] == 200


def test_its_socket_is_for_its_owner_and_goes_with_it(home):
    path = home.path / "s.sock"
    with Running(home, "--socket", str(path)) as server:
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert server.leave() == 0
    assert not path.exists()


def test_a_stale_socket_is_replaced_and_a_live_one_is_not(home):
    path = home.path / "s.sock"
    with Running(home, "--socket", str(path)) as server:
        server.leave(signal.SIGKILL)
    assert path.exists()
    with Running(home, "--socket", str(path)) as server:
        assert server.ask(HEALTH)[0] == 200
        with Running(home, "--socket", str(path)) as second:
            assert second.process.wait(20) != 0
            assert "answers" in second.process.stderr.read()
        assert server.ask(HEALTH)[0] == 200


def test_a_file_that_is_no_socket_is_left_alone(home):
    path = home.path / "s.sock"
    path.write_text("words")
    with Running(home, "--socket", str(path)) as server:
        assert server.process.wait(20) != 0
    assert path.read_text() == "words"


def test_it_leaves_when_its_standard_input_ends(home):
    folder = tempfile.mkdtemp(dir=home.path)
    options = ["--exit-with-parent", "--private-folder", folder]
    with Running(home, "--socket", folder + "/s.sock", *options) as server:
        server.process.stdin.write("anything\n")
        server.process.stdin.flush()
        assert server.ask(HEALTH)[0] == 200
        server.process.stdin.close()
        assert server.process.wait(20) == 0
        server.process.stdin = None
    assert not os.path.exists(folder)


def test_it_leaves_when_its_parent_is_killed(home):
    folder = tempfile.mkdtemp(dir=home.path)
    starter = (
        "import subprocess, sys, time\n"
        "child = subprocess.Popen(sys.argv[1:], stdin=subprocess.PIPE, stdout=subprocess.PIPE)\n"
        "child.stdout.readline(); print(child.pid, flush=True); child.wait()\n")
    parent = subprocess.Popen(
        [sys.executable, "-c", starter, SERVER, "--socket", folder + "/s.sock",
         "--database", folder + "/server.sqlite", "--seed", "coffee", "--exit-with-parent",
         "--private-folder", folder],
        env=home.environment(), stdout=subprocess.PIPE, text=True)
    server = os.pidfd_open(int(parent.stdout.readline()))
    parent.kill()
    parent.communicate()
    assert wait_for_end(server)
    os.close(server)
    assert not os.path.exists(folder)


@pytest.mark.parametrize("mode", [0o755, 0o777])
def test_only_a_private_folder_is_removed(home, mode):
    folder = home.path / "shared"
    folder.mkdir()
    folder.chmod(mode)
    with Running(home, "--port", "0", "--private-folder", str(folder)) as server:
        assert server.process.wait(20) != 0
    assert folder.exists()


def test_a_home_is_never_a_private_folder(home):
    home.path.chmod(0o700)
    with Running(home, "--port", "0", "--private-folder", str(home.path)) as server:
        assert server.process.wait(20) != 0
    assert home.path.exists()


def test_a_port_that_is_taken_is_said(home):
    with Running(home, "--port", "0") as server:
        port = server.address.rsplit(":", 1)[1]
        with Running(home, "--port", port) as second:
            assert second.process.wait(20) != 0
            assert port in second.process.stderr.read()

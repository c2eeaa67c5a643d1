"""The server's database and its start: what is refused is named, and leaves nothing behind."""

import contextlib
import os
import re
import signal
import socket
import sqlite3
import subprocess

import pytest
from harness.commands import ORDINARY, run
from harness.programs import SERVER
from test_server import HEALTH, Running, answer


def serve(home, database, *options, before=()):
    return run([*before, SERVER, "serve", "--port", "0", "--database", str(database), *options],
               home.environment())


def put(kind, path):
    if kind == "folder":
        path.mkdir()
    elif kind == "pipe":
        os.mkfifo(path)
    elif kind == "socket":
        with socket.socket(socket.AF_UNIX) as end:
            end.bind(str(path))
    elif kind == "text":
        path.write_text("neither a database nor empty\n" * 40)
    elif kind == "foreign":
        with sqlite3.connect(path) as connection:
            connection.execute("CREATE TABLE note (words TEXT)")
    elif kind == "closed":
        path.touch(mode=0)
    elif kind == "link":
        path.symlink_to("/nowhere/db.sqlite")


@pytest.mark.parametrize("kind, words", [
    ("folder", "is a folder, not a file"), ("pipe", "is a pipe, not a file"),
    ("socket", "is a socket, not a file"), ("text", "is no SQLite database"),
    ("foreign", "is another program's database"), ("closed", "Permission denied"),
    ("link", "is a link that leads nowhere")])
@pytest.mark.parametrize("command", ["serve", "till"])
def test_a_database_that_cannot_be_used_is_named_with_the_reason(home, kind, words, command):
    path = home.path / "db.sqlite"
    put(kind, path)
    before = path.read_bytes() if kind in ("text", "foreign") else None
    options = {"serve": ["--port", "0", "--seed", "coffee"],
               "till": ["--card", "x", "--amount", "5"]}[command]
    if (kind, command) == ("link", "till"):
        words = "no such database"
    done = run([*ORDINARY, SERVER, command, "--database", str(path), *options],
               home.environment())
    assert done.returncode == 1
    [line] = done.stderr.splitlines()
    assert str(path) in line and words in line
    assert before is None or path.read_bytes() == before
    assert [file for file in home.files if file != "db.sqlite"] == []


@pytest.mark.parametrize("there", [False, True])
@pytest.mark.parametrize("command", ["serve", "till", "fill"])
def test_without_a_program_there_is_nothing_to_serve(home, command, there):
    path = home.path / "db.sqlite"
    if there:
        path.touch()
    options = {"serve": ["--port", "0"], "till": ["--card", "x", "--amount", "5"], "fill": []}[command]
    done = run([SERVER, command, "--database", str(path), *options], home.environment())
    assert done.returncode == 1
    [line] = done.stderr.splitlines()
    if there or command == "serve":
        assert f"{path}: there is no program in it" in line and "--seed" in line
    assert home.files == (["db.sqlite"] if there else [])
    assert not there or path.read_bytes() == b""


@pytest.mark.parametrize("text", ["", "secret", "00" * 32, "0123456789abcdef" * 4 + "0"])
def test_a_phone_key_that_is_none_makes_no_database(home, text):
    done = run([SERVER, "--port", "0", "--database", str(home.path / "db.sqlite"), "--seed", "coffee"],
               home.environment(LOYALHUB_PHONE_KEY=text))
    assert done.returncode == 1
    [line] = done.stderr.splitlines()
    assert "LOYALHUB_PHONE_KEY must be 64 hexadecimal digits" in line and "openssl rand -hex 32" in line
    assert text == "" or text not in line
    assert home.files == []


def test_a_folder_that_is_missing_is_named(home):
    done = serve(home, home.path / "none/db.sqlite", "--seed", "coffee")
    assert done.returncode == 1
    assert f"there is no folder {home.path / 'none'}" in done.stderr
    assert len(done.stderr.splitlines()) == 1
    done = serve(home, "", "--seed", "coffee")
    assert done.returncode == 1 and "--database" in done.stderr


def test_a_folder_that_may_not_be_written_is_named(home):
    folder = home.path / "shut"
    folder.mkdir(mode=0o555)
    done = serve(home, folder / "db.sqlite", "--seed", "coffee", before=ORDINARY)
    assert done.returncode == 1
    assert f"db.sqlite: Permission denied; its user must be able to write it and its folder {folder}" \
        in done.stderr


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may mount")
def test_a_disk_that_is_read_only_is_named(home):
    script = (f"mount --bind {home.path} {home.path} && "
              f"mount -o remount,bind,ro {home.path} && exec \"$@\"")
    shell = ["unshare", "--mount", "sh", "-ec", script, "sh"]
    if run([*shell, "true"], home.environment()).returncode != 0:
        pytest.skip("no mounts of one's own on this machine")
    done = serve(home, home.path / "db.sqlite", "--seed", "coffee", before=shell)
    assert done.returncode == 1
    assert "db.sqlite: Read-only file system; put it on a disk that can be written" in done.stderr


def test_a_database_of_a_newer_version_is_left_alone(home):
    path = home.path / "server.sqlite"
    with Running(home, "--port", "0") as server:
        server.leave()
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version = 999")
    connection.close()
    before = path.read_bytes()
    done = serve(home, path)
    assert done.returncode == 1
    assert f"{path}: a newer version has written it (schema 999" in done.stderr
    assert path.read_bytes() == before


def test_a_disk_without_room_is_named(home):
    done = serve(home, home.path / "db.sqlite", "--seed", "coffee",
                 before=["prlimit", "--fsize=20000"])
    assert done.returncode == 1
    assert f"{home.path}/db.sqlite: No space left on device; make room" in done.stderr


@pytest.mark.parametrize("options, words", [
    (["--clock", "2026-12-31T23:59:00+03:00"], "--clock is for demos"),
    (["--clock", "yesterday"], "--clock needs"),
    (["--seed", "tea"], "tea"),
    (["--seed", "coffee", "--host", "no-such-host.invalid"], "there is no such host"),
    (["--seed", "coffee", "--host", "192.0.2.1"], "Cannot assign requested address"),
    (["--seed", "coffee", "--socket", "/nowhere/s"], "No such file or directory"),
    (["--seed", "coffee", "--private-folder", "/"], "--private-folder must be"),
    (["--seed", "coffee", "--port", "70000"], "no such port"),
    (["--seed", "coffee", "--port", "TAKEN"], "Address already in use")])
def test_a_start_that_is_refused_makes_no_database(home, options, words):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        options = [str(taken.getsockname()[1]) if word == "TAKEN" else word for word in options]
        done = serve(home, home.path / "db.sqlite", *options)
    assert done.returncode != 0
    assert words in done.stderr
    assert home.files == []


@pytest.mark.parametrize("options, needed", [
    (["--port", "0"], True), (["--socket", "SOCKET"], False),
    (["--socket", "SOCKET", "--sms", "stdout"], True)])
@pytest.mark.parametrize("out", ["full", "closed", "gone"])
def test_a_start_line_that_cannot_be_written_is_said(home, options, needed, out):
    """It goes on where the address is known without the line; else nobody could ever use it."""
    path = home.path / "s.sock"
    command = [SERVER, "serve", "--database", str(home.path / "db.sqlite"), "--seed", "coffee",
               *[str(path) if word == "SOCKET" else word for word in options]]
    ends = os.pipe()
    os.close(ends[0])
    shell = {"full": 'exec "$@" >/dev/full', "closed": 'exec "$@" >&-', "gone": 'exec "$@"'}[out]
    with subprocess.Popen(["sh", "-c", shell, "sh", *command], env=home.environment(),
                          stdin=subprocess.DEVNULL, stdout=ends[1], stderr=subprocess.PIPE,
                          text=True) as process:
        os.close(ends[1])
        line = process.stderr.readline()
        assert "standard output: " in line
        if needed:
            assert process.wait(20) == 1
        else:
            assert f"listening on unix:{path}" in line
            with socket.socket(socket.AF_UNIX) as connection:
                connection.settimeout(20)
                connection.connect(str(path))
                connection.sendall(HEALTH)
                assert answer(connection)[0] == 200
            process.terminate()
            process.wait(20)


@pytest.mark.parametrize("number, status", [
    (signal.SIGTERM, 0), (signal.SIGINT, 0), (signal.SIGQUIT, -3),
    (signal.SIGUSR1, -10)])
def test_however_it_is_told_to_leave_its_log_is_in_the_database(home, number, status):
    with Running(home, "--port", "0") as server:
        assert server.ask(HEALTH)[0] == 200
        assert "server.sqlite-wal" in home.files
        assert server.leave(number) == status
        assert server.process.stderr.read() == ""
    assert [file for file in home.files if file.startswith("server")] \
        == ["server.sqlite", "server.sqlite.phone-key"]


def test_what_a_crash_leaves_is_read_back(home):
    with Running(home, "--port", "0") as server:
        # Nothing of it is in the file itself: not even the tables.
        assert (home.path / "server.sqlite-wal").stat().st_size > 0
        members = "SELECT count(*) FROM member"
        with sqlite3.connect(home.path / "server.sqlite") as connection:
            before = connection.execute(members).fetchone()
        connection.close()
        assert server.leave(signal.SIGKILL) == -signal.SIGKILL
    assert "server.sqlite-wal" in home.files
    with Running(home, "--port", "0") as server:
        assert server.ask(HEALTH)[0] == 200
        assert server.leave() == 0
    with sqlite3.connect(home.path / "server.sqlite") as connection:
        assert connection.execute(members).fetchone() == before
    connection.close()


POST = b'{"channel":"sms","phone":"+79161234567"}'
ASK = (b"POST /v1/auth/otp HTTP/1.1\r\nHost: x\r\nIdempotency-Key: k%%d\r\n"
       b"Content-Type: application/json\r\nContent-Length: %d\r\n\r\n" % len(POST) + POST)


def test_a_disk_that_fills_up_is_said_and_survived(home):
    """The limit on files stands in for the disk: it can be lifted while the server runs."""
    with Running(home, "--port", "0") as server:
        process = str(server.process.pid)
        assert server.ask(HEALTH)[0] == 200
        subprocess.run(["prlimit", "--pid", process, "--fsize=1:"], check=True)
        status, _, body = server.ask(ASK % 1)
        assert status == 507
        assert b"storage_unavailable" in body and b"nothing was changed" in body
        # What can be read is still there.
        assert server.ask(HEALTH)[0] == 200
        assert server.ask(b"GET /v1/bootstrap HTTP/1.1\r\nHost: x\r\n\r\n")[0] == 200
        subprocess.run(["prlimit", "--pid", process, "--fsize=unlimited:"], check=True)
        assert server.ask(ASK % 2)[0] == 202
        assert server.leave() == 0
        said = server.process.stderr.read()
    assert f"{home.path}/server.sqlite: No space left on device" in said
    assert len(said.splitlines()) <= 3, said


def test_a_folder_that_is_shut_while_it_runs_is_named_as_that(home):
    folder = home.path / "shut"
    folder.mkdir()
    path = folder / "db.sqlite"
    with Running(
            home, "--port", "0", "--database", str(path), before=ORDINARY) as server:
        folder.chmod(0)
        assert server.ask(ASK % 1)[0] == 507
        folder.chmod(0o700)
        assert server.ask(ASK % 2)[0] == 202
        assert server.leave() == 0
        [said] = server.process.stderr.read().splitlines()
    assert f"{path}: Permission denied; its user must be able to write it and its folder" in said


def test_a_log_that_is_removed_while_it_runs_takes_nothing_with_it(home):
    path = home.path / "server.sqlite"
    with Running(home, "--port", "0") as server:
        assert server.ask(ASK % 1)[0] == 202
        (home.path / "server.sqlite-wal").unlink()
        assert server.ask(ASK % 2)[0] == 507
        done = run([SERVER, "till", "--database", str(path), "--card", "x", "--amount", "5"],
                   home.environment())
        assert done.returncode == 1
        assert f"{path}: its log beside it (-wal, -shm) was removed" in done.stderr
        assert server.leave() == 0
        said = server.process.stderr.read()
    assert f"{path}: its log beside it (-wal, -shm) was removed or replaced" in said
    with sqlite3.connect(path) as connection:
        assert connection.execute("SELECT count(*) FROM code_send").fetchone() == (1,)
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    connection.close()


def test_a_log_that_has_no_room_says_later_how_much_is_missing(home):
    """The limit stands in for the disk, which takes a part of a line and then nothing more."""
    path = home.path / "log"
    limit = 64 << 20
    with path.open("ab") as log, Running(
            home, "--port", "0", sms=("--sms", "log"), log=log) as server:
        process = str(server.process.pid)
        os.truncate(path, limit - 20)
        subprocess.run(["prlimit", "--pid", process, f"--fsize={limit}:"], check=True)
        for number in range(3):
            assert server.ask(ASK % number)[0] == 202
        while path.stat().st_size < limit:
            assert server.ask(HEALTH)[0] == 200
        subprocess.run(["prlimit", "--pid", process, "--fsize=unlimited:"], check=True)
        assert server.ask(ASK.replace(b"4567", b"4568") % 3)[0] == 202
        assert server.leave() == 0
    with path.open("rb") as log:
        log.seek(limit - 20)
        part, *lines = log.read().decode().splitlines()
    assert len(part) == 20 and "loyalhub-server: SMS to".startswith(part)
    lost = [re.fullmatch(r"loyalhub-server: standard error: File too large; lines lost: (\d)", line)
            for line in lines]
    assert sum(int(said[1]) if said else 1 for said in lost) == 4, lines
    assert sum(said is not None for said in lost) == 1, lines


def test_each_failure_of_its_own_is_one_line_in_the_log(home):
    with Running(home, "--port", "0") as server:
        with sqlite3.connect(home.path / "server.sqlite") as connection:
            connection.execute("UPDATE program SET body = '{\"Anna\":'")
        connection.close()
        ids = []
        for path in ["/v1/bootstrap", "/v1/stores", "/v1/rewards?x=%2B79161234567"]:
            request = f"GET {path} HTTP/1.1\r\nHost: x\r\nX-Origin-Request-Id: mine\r\n\r\n".encode()
            status, fields, body = server.ask(request)
            assert (status, b"internal_error" in body) == (500, True), path
            ids.append(fields["x-request-id"])
        assert server.ask(HEALTH)[0] == 200
        assert server.leave() == 0
        lines = server.process.stderr.read().splitlines()
    routes = ["/v1/bootstrap", "/v1/stores", "/v1/rewards"]
    assert len(lines) == 3, lines
    for line, name, route in zip(lines, ids, routes, strict=True):
        assert f"{name} (the client's mine) GET {route}: 500 internal_error: not_json" in line
        assert "program" in line and "Anna" not in line and "7916" not in line


def test_too_few_open_files_are_said(home):
    done = serve(home, home.path / "db.sqlite", "--seed", "coffee",
                 before=["prlimit", "--nofile=9"])
    assert done.returncode == 1
    assert "at most 9 open files are allowed" in done.stderr
    assert home.files == []
    # With as many as it asks for, it does what it is for.
    needed = re.search(r"and (\d+) are needed", done.stderr)[1]
    with subprocess.Popen(
            ["prlimit", f"--nofile={needed}", SERVER, "--port", "0", "--seed", "coffee",
             "--database", str(home.path / "db.sqlite")],
            env=home.environment(), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
            text=True) as process:
        host, port = process.stdout.readline().removeprefix("listening on http://").rsplit(":", 1)
        with contextlib.ExitStack() as stack:
            for _ in range(20):
                stack.enter_context(socket.create_connection((host, int(port)), timeout=20))
            with socket.create_connection((host, int(port)), timeout=20) as connection:
                connection.sendall(b"GET /v1/bootstrap HTTP/1.1\r\nHost: x\r\n\r\n")
                assert answer(connection)[0] in (200, 503)
        process.terminate()
        assert process.wait(20) == 0

"""Real processes and real sockets that get in each other's way."""

import concurrent.futures
import json
import re
import socket
import sqlite3
import subprocess

from harness.listening import Listening
from harness.member import BALANCE, log_in, open_client
from harness.programs import CLIENT, PHONE


def read(database, query):
    connection = sqlite3.connect(database)
    try:
        return connection.execute(query).fetchone()
    finally:
        connection.close()


def test_twenty_processes_across_an_expiry_refresh_once(home, server):
    with open_client(home, server) as client:
        log_in(client, server)
        client.wait_until_quiet()
        client.press("q")
        assert client.wait_for_exit() == 0
    [file] = home.path.rglob("session.json")
    session = json.loads(file.read_text())
    session["expires_at"] = "2020-01-01T00:00:00.000Z"
    file.write_text(json.dumps(session))
    query = "SELECT (SELECT count(*) FROM retired), count(previous), count(*) FROM session"
    assert read(server.database, query) == (0, 0, 1)

    processes = [
        subprocess.Popen(
            [CLIENT, "--server", server.address, "--linear"], env=home.environment(),
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        for _ in range(20)
    ]
    for process in processes:
        said, _ = process.communicate(timeout=60)
        assert process.returncode == 0, said
        assert re.search(BALANCE, said), said
    # One refresh replaces the tokens once; a second one would have retired the first pair.
    assert read(server.database, query) == (0, 1, 1)
    assert json.loads(file.read_text())["refresh_token"] != session["refresh_token"]


def test_fifty_redemptions_of_one_key_with_cut_connections_make_one_coupon(home):
    server = Listening(home)
    try:
        token = server.token(PHONE)
        reward = next(reward for reward in server.get("/v1/rewards", token)["data"]
                      if not reward["blockers"])
        before = server.get("/v1/me/balance", token)["available"]
        host, port = server.address.removeprefix("http://").rsplit(":", 1)
        body = json.dumps({"expected_cost": reward["cost"]}).encode()
        request = (
            f"POST /v1/rewards/{reward['id']}/redemptions HTTP/1.1\r\nHost: {host}\r\n"
            f"Authorization: Bearer {token}\r\nIdempotency-Key: once\r\n"
            f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n"
            "Connection: close\r\n\r\n").encode() + body

        def post(number):
            with socket.create_connection((host, int(port)), timeout=20) as connection:
                if number % 3 == 0:
                    # In the middle of the body: never a whole request.
                    connection.sendall(request[:-5])
                    return None
                connection.sendall(request)
                if number % 3 == 1:
                    # The answer is on its way to nobody.
                    return None
                answer = b""
                while part := connection.recv(65536):
                    answer += part
            head, _, answer = answer.partition(b"\r\n\r\n")
            return int(head.split()[1]), json.loads(answer)

        with concurrent.futures.ThreadPoolExecutor(50) as threads:
            answers = [answer for answer in threads.map(post, range(50)) if answer]
        # Whoever came while the first was at work is told to come again.
        assert {status for status, _ in answers} <= {201, 409}
        status, coupon = post(2)
        assert status == 201
        assert {answer["id"] for status, answer in answers if status == 201} <= {coupon["id"]}
        assert read(server.database, "SELECT count(*) FROM coupon WHERE key LIKE '%once%'") == (1,)
        assert server.get("/v1/me/balance", token)["available"] == before - reward["cost"]
    finally:
        server.stop()

"""One that has to leave while others keep it waiting."""

import signal
import socket
import time

import pytest
from harness.beside import ATTACKER, figures, member_beside
from harness.listening import Listening


def address(server):
    host, port = server.address.removeprefix("http://").rsplit(":", 1)
    return host, int(port)


@pytest.mark.parametrize("sent", ["half a head", "half a body", "a stream", "nothing"])
def test_who_does_not_go_on_does_not_hold_a_server_that_leaves(home, sent):
    server = Listening(home, "--drain", "1")
    head = "POST /v1/auth/otp HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n"
    said = {"half a head": head[:30], "half a body": head + "{", "nothing": "",
            "a stream": "GET /v1/events HTTP/1.1\r\nHost: x\r\n\r\n"}[sent]
    try:
        with member_beside(server, f"{sent} before the end"):
            connections = [
                socket.create_connection(address(server), 20, source_address=(ATTACKER, 0))
                for _ in range(20)]
            for connection in connections:
                connection.sendall(said.encode())
        begin = time.monotonic()
        server.process.send_signal(signal.SIGTERM)
        assert server.process.wait(20) == 0
        seconds = time.monotonic() - begin
        for connection in connections:
            connection.close()
        figures.append(f"    SIGTERM with {sent} from 20: gone after {seconds:.1f} s")
        assert seconds < 6
    finally:
        server.stop()

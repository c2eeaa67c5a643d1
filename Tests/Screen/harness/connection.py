"""A connection to a server, below what an HTTP library would do with it."""

import contextlib
import http.client
import time

HEALTH = b"GET /v1/health HTTP/1.1\r\nHost: x\r\n\r\n"


def begin(connection, request):
    """Sends a request with a part of its body; when this returns, the server waits for the rest."""
    head, body = request.split(b"\r\n\r\n", 1)
    connection.sendall(head + b"\r\nExpect: 100-continue\r\n\r\n")
    said = b""
    while b"\r\n\r\n" not in said:
        data = connection.recv(4096)
        assert data, f"the server has closed: {said}"
        said += data
    assert said.startswith(b"HTTP/1.1 100 "), said
    connection.sendall(body)


def answer(connection):
    response = http.client.HTTPResponse(connection)
    response.begin()
    return response.status, response.headers, response.read()


def seconds_until_end(connection):
    """How long the server still holds it, and what it says."""
    begin = time.monotonic()
    said = b""
    with contextlib.suppress(ConnectionError):
        while data := connection.recv(65536):
            said += data
    return time.monotonic() - begin, said

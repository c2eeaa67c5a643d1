"""A connection to a server, below what an HTTP library would do with it."""

import contextlib
import http.client
import time

HEALTH = b"GET /v1/health HTTP/1.1\r\nHost: x\r\n\r\n"


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

"""A server that is attacked, and how long a member beside the attack waited for the balance."""

import contextlib
import resource
import socket

import pytest
from harness.beside import ATTACKER, figures
from harness.listening import Listening
from harness.programs import PHONE, Home


@pytest.fixture
def listening(home):
    """A server on TCP that leaves at the end of the test, if it is still there."""
    server = Listening(home)
    yield server
    ended = server.process.poll()
    server.stop()
    assert ended in (None, 0, -9), f"the server has ended by itself: {ended}"


@pytest.fixture(scope="module")
def shared():
    """One server for the cases of a module that leave nothing behind; `member` is a login at it."""
    home = Home()
    server = Listening(home)
    server.member = server.token(PHONE)
    yield server
    ended = server.process.poll()
    server.stop()
    home.remove()
    assert ended is None, f"the server has ended by itself: {ended}"


@pytest.fixture
def serve(home):
    """Starts a server with further options."""
    with contextlib.ExitStack() as stack:
        def start(*options):
            server = Listening(home, *options)
            stack.callback(server.stop)
            return server
        yield start


@pytest.fixture
def connect():
    """Opens connections from an address; they are closed at the end of the test."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    with contextlib.ExitStack() as stack:
        def open_one(server, source=ATTACKER, sent=b""):
            host, port = server.address.removeprefix("http://").rsplit(":", 1)
            connection = socket.create_connection(
                (host, int(port)), timeout=20, source_address=(source, 0))
            stack.callback(connection.close)
            if sent:
                connection.sendall(sent)
            return connection
        yield open_one
    resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))


def pytest_sessionfinish(session):
    """One of several processes hands its lines to the one that prints."""
    if hasattr(session.config, "workeroutput"):
        session.config.workeroutput["figures"] = figures


def pytest_testnodedown(node):
    figures.extend(getattr(node, "workeroutput", {}).get("figures", []))


def pytest_terminal_summary(terminalreporter):
    if figures:
        terminalreporter.section("A member beside")
        for line in figures:
            terminalreporter.write_line(line)

"""A server that is attacked, and how long a member beside the attack waited for the balance."""

import pytest
from harness.beside import figures
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


def pytest_terminal_summary(terminalreporter):
    if figures:
        terminalreporter.section("A member beside")
        for line in figures:
            terminalreporter.write_line(line)

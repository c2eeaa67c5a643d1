"""A server that is attacked, and how long a member beside the attack waited for the balance."""

import pytest
from harness.beside import figures
from harness.listening import Listening


@pytest.fixture
def listening(home):
    """A server on TCP that leaves at the end of the test, if it is still there."""
    server = Listening(home)
    yield server
    ended = server.process.poll()
    server.stop()
    assert ended in (None, 0, -9), f"the server has ended by itself: {ended}"


def pytest_terminal_summary(terminalreporter):
    if figures:
        terminalreporter.section("A member beside")
        for line in figures:
            terminalreporter.write_line(line)

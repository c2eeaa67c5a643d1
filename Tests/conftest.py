"""Fixtures of the screen tests and of the budgets."""

import os
import pathlib
import signal
import sys

import pytest

sys.path.insert(0, str(pathlib.Path(__file__).parent / "Screen"))

from harness.programs import CLIENT, SERVER, Home, Server  # noqa: E402  (beside this file)


def pytest_sessionstart():
    # A shell starts what runs in the background with these ignored, and so would all programs be.
    for number in (signal.SIGINT, signal.SIGQUIT, signal.SIGHUP):
        if signal.getsignal(number) is signal.SIG_IGN:
            signal.signal(number, signal.SIG_DFL)
    for program in (CLIENT, SERVER):
        if not os.access(program, os.X_OK):
            pytest.exit(f"{program} is not built", returncode=1)


@pytest.fixture
def home():
    home = Home()
    yield home
    home.remove()


@pytest.fixture
def server():
    """A running server, with a home of its own."""
    home = Home()
    server = Server(home)
    yield server
    server.stop()
    home.remove()

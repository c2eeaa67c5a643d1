"""The app as plain lines, over pipes: for screen readers, scripts and simple terminals."""

import codecs
import os
import re
import select
import socket
import subprocess
import time

import pytest
from harness.member import BALANCE, CODE
from harness.programs import CLIENT, PHONE


class Conversation:
    """A program on two pipes: a line in, and what it says until a text is there."""

    def __init__(self, arguments, environment):
        self.process = subprocess.Popen(
            arguments, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT, bufsize=0)
        self.said = ""
        # A letter may come in two reads.
        self._decoder = codecs.getincrementaldecoder("utf-8")()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.kill()
        self.process.wait()

    def hear(self, pattern, seconds=15):
        """Everything up to the first match, which is taken; the match."""
        deadline = time.monotonic() + seconds
        while not (match := re.search(pattern, self.said)):
            left = deadline - time.monotonic()
            ready, _, _ = select.select([self.process.stdout], [], [], max(0, left))
            data = os.read(self.process.stdout.fileno(), 65536) if ready else b""
            assert data, f"no {pattern!r} in {self.said!r}"
            self.said += self._decoder.decode(data)
        assert "\x1b" not in self.said
        self.said = self.said[match.end():]
        return match

    def say(self, line):
        self.process.stdin.write((line if isinstance(line, bytes) else line.encode()) + b"\n")

    def end(self):
        self.process.stdin.close()
        return self.process.wait(10)


def log_in(client):
    client.hear(r"(?:Phone|Телефон): $")
    client.say(PHONE)
    code = client.hear(CODE)[0]
    client.hear(r"(?:Code|Код): $")
    client.say(code)


@pytest.mark.parametrize("language, history, leave", [
    ("en_US", "History", "q"), ("ru_RU", "История", "й")])
def test_home_and_history_are_lines_with_numbers(home, language, history, leave):
    environment = home.environment(LANG=language + ".UTF-8", TERM="dumb")
    with Conversation([CLIENT, "demo", "--linear"], environment) as client:
        log_in(client)
        client.hear(BALANCE)
        number = client.hear(rf"(\d+)\. {history}\n")[1]
        client.say(number)
        client.hear(rf"# {history}\n")
        # Lines of the ledger, with months between them.
        said = client.hear(r"(?s)((?:(?:# |\d+\. )[^\n]+[+−]\d+[^\n]*\n){20,})")[1].splitlines()
        assert sum(line.startswith("# ") for line in said) >= 2
        rows = [line for line in said if not line.startswith("# ")]
        assert [int(row.split(".")[0]) for row in rows] == list(range(1, len(rows) + 1))
        client.say("999")
        client.hear("999")
        client.say("1")
        client.hear(r"1\. (?:Close|Закрыть)\n")
        client.say(leave)
        assert client.process.wait(10) == 0
    assert home.files == []


def test_the_end_of_the_input_ends_the_app(home):
    with Conversation([CLIENT, "demo", "--linear"], home.environment()) as client:
        client.hear(r"Phone: $")
        assert client.end() == 0
    assert home.files == []


@pytest.fixture
def silent():
    """The address of a server that takes connections and says nothing."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"


WAITING = {"en_US": "Waiting for the server", "ru_RU": "Ждём ответа сервера"}


@pytest.mark.parametrize("language", WAITING)
def test_a_silent_server_keeps_nobody_waiting(home, silent, language):
    environment = home.environment(LANG=language + ".UTF-8", TERM="dumb")
    with Conversation([CLIENT, "--linear", "--server", silent], environment) as client:
        started = time.monotonic()
        number = client.hear(r"(\d+)\. (?:My cards|Мои карты)\n", 5)[1]
        client.hear(WAITING[language], 5)
        client.hear(r": $", 5)
        client.say(number)
        client.hear(r"# (?:My cards|Мои карты)", 5)
        client.hear(WAITING[language], 5)
        client.say("q")
        assert client.process.wait(5) == 0
        # libcurl gives up after ten seconds.
        assert time.monotonic() - started < 8


def test_a_script_waits_for_a_silent_server_some_seconds_and_no_more(home, silent):
    done = subprocess.run(
        [CLIENT, "--linear", "--server", silent], env=home.environment(), input=b"q\nx\n",
        capture_output=True, timeout=9)
    assert done.returncode == 0
    assert b"Waiting for the server" in done.stdout


@pytest.mark.parametrize("lines, said", [
    ([b"\xef\xbb\xbf999", b"\xef\xbb\xbfq"], "There is no choice 999"),
    ([b"\xff\xfe999\x1b[31m\r", b"q\r"], "There is no choice \ufffd\ufffd999[31m"),
    ([b"\x00\x80" + b"9" * 200_000, b"q"], "There is no choice \ufffd999"),
    ([b"999", b"q\n" * 100_000], "There is no choice 999"),
])
def test_odd_bytes_are_a_line_like_any_other(home, lines, said):
    with Conversation([CLIENT, "demo", "--linear"], home.environment()) as client:
        number = client.hear(r"(\d+)\. My cards\n")[1]
        client.hear(r": $")
        client.say(number)
        client.hear(r"# My cards")
        client.hear(r": $")
        client.say(lines[0])
        client.hear(re.escape(said))
        client.hear(r": $")
        try:
            client.say(lines[1])
        except BrokenPipeError:
            pass
        assert client.process.wait(10) == 0


def test_a_server_that_is_not_there_is_said_once_and_everything_else_works(home):
    with socket.create_server(("127.0.0.1", 0)) as listener:
        address = f"http://127.0.0.1:{listener.getsockname()[1]}"
    with Conversation([CLIENT, "--linear", "--server", address], home.environment()) as client:
        number = client.hear(r"(\d+)\. My cards\n")[1]
        client.hear(r": $")
        client.say(number)
        client.hear(r"No cards yet")
        said = client.hear(r"(?s)(.*)\d+\. Quit \(q\)\n")[1]
        assert "Star" not in said and "Large" not in said and "a adds" not in said
        client.say("q")
        assert client.process.wait(10) == 0


def test_a_number_means_what_it_meant_when_it_was_printed(home, server):
    with Conversation(
            [CLIENT, "--linear", "--server", server.address], home.environment()) as client:
        client.hear(r"Phone: $")
        client.say(PHONE)
        client.hear(r"Code: $")
        client.say(server.next_code())
        number = client.hear(r"(\d+)\. History\n")[1]
        client.hear(r"to quit: $")
        client.say(number)
        row = client.hear(r"\n1\. ([^\n]+[+−]\d+[^\n]*)\n")[1]
        client.hear(r"to quit: $")
        # Whether or not the client has heard of it: it is another row than the one that was read.
        server.sell(12345)
        client.say("1")
        assert client.hear(r"# ([^\n]+)\n")[1] in row

"""The app as plain lines, over pipes: for screen readers, scripts and simple terminals."""

import codecs
import os
import re
import select
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
        self.process.stdin.write(line.encode() + b"\n")

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
        rows = client.hear(r"(?s)((?:\d+\. [^\n]+[+−]\d+[^\n]*\n){20,})")[1].splitlines()
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

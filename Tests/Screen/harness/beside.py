"""A member beside an attack, who asks for the balance all the time from an address of their own.

It is a process of its own, so that what the attacker does in Python takes nothing from it. On a
machine that has too much to do everything is late: how late the balance came before the attack, in
the same run, says what a second is worth (`Beside.most`).
"""

import contextlib
import json
import math
import select
import socket
import subprocess
import sys
import time

from .programs import PHONE

ATTACKER = "127.0.0.2"
MEMBER = "127.0.0.3"

# Seconds in which the balance must come.
PROMISED = 1.0
# Times as slow as before the attack, where the machine itself is that slow.
SLOWER = 10
# A SYN that found the system's queue full is sent again after a second (RFC 6298, 5.5), and once a second
# from then on (Linux, tcp_syn_linear_timeouts): seconds of three such tries, and of how many balances one
# may meet that where it is allowed. On a busy machine nobody empties the queue in time.
RESENT = 3.0
RESENT_OF = 10
# Requests before the attack.
REFERENCES = 20
# Seconds between an answer and the next request.
PAUSE = 0.05

# Lines for the summary at the end of the run, of each attack one.
figures = []


class Beside:
    """The member's answers: (status, seconds), the status 0 when none came."""

    def __init__(self, server, token):
        host, port = server.address.removeprefix("http://").rsplit(":", 1)
        self._process = subprocess.Popen(
            [sys.executable, "-m", "harness.beside"], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            text=True, env={"PYTHONPATH": __file__.rsplit("/", 2)[0], "PYTHONDONTWRITEBYTECODE": "1"})
        self._say({"host": host, "port": int(port), "token": token})
        self.may_resend = False
        self.before = self._told()
        self.answers = []

    @property
    def most(self):
        """Seconds that the balance may take: one, or longer where it took long without an attack."""
        return max(PROMISED, SLOWER * max(seconds for _, seconds in self.before))

    def finish(self):
        """Takes the answers; the last one was asked for after this."""
        self._say("end")
        self.answers = self._told()
        self._process.wait(10)

    def check(self, name):
        """Fails when a balance did not come, or came late; notes how they came."""
        times = sorted(seconds for _, seconds in self.answers)
        p99 = times[math.ceil(0.99 * len(times)) - 1]
        figures.append(
            f"{name}: {len(times)} balances, p50 {1000 * times[len(times) // 2]:.0f} ms, "
            f"p99 {1000 * p99:.0f} ms, slowest {1000 * times[-1]:.0f} ms "
            f"(at most {1000 * self.most:.0f} ms)")
        assert all(status == 200 for status, _ in self.before), f"before: {self.before}"
        late = [answer for answer in self.answers if answer[0] != 200 or answer[1] > self.most]
        if self.may_resend and len(late) <= len(times) / RESENT_OF:
            late = [(status, seconds) for status, seconds in late
                    if status != 200 or seconds > self.most + RESENT]
        assert not late, f"{len(late)} of {len(times)} balances, such as {late[:5]}"

    def kill(self):
        self._process.kill()
        self._process.wait()
        self._process.stdin.close()
        self._process.stdout.close()

    def _say(self, what):
        self._process.stdin.write(json.dumps(what) + "\n")
        self._process.stdin.flush()

    def _told(self):
        line = self._process.stdout.readline()
        assert line, "the member's process has ended"
        return json.loads(line)


@contextlib.contextmanager
def member_beside(server, name, token=None, may_resend=False):
    """Whoever does something to the server inside of it does it beside a member.

    Where the kernel may make the member wait, one of ten balances may take as long as it takes to knock
    again.

    NB: the server must be there all the time; what ends it comes after the block.
    """
    member = Beside(server, token or server.token(PHONE))
    member.may_resend = may_resend
    try:
        yield member
        member.finish()
    finally:
        member.kill()
    member.check(name)


def ask(asked, patience):
    """(status, seconds) of one balance on a connection of its own."""
    request = (f"GET /v1/me/balance HTTP/1.1\r\nHost: {asked['host']}\r\n"
               f"Authorization: Bearer {asked['token']}\r\nConnection: close\r\n\r\n").encode()
    begin = time.monotonic()
    try:
        with socket.create_connection(
                (asked["host"], asked["port"]), timeout=patience,
                source_address=(MEMBER, 0)) as connection:
            connection.sendall(request)
            answer = b""
            while data := connection.recv(65536):
                answer += data
        words = answer.split(b"\r\n", 1)[0].split()
        whole = b"\r\n\r\n" in answer and b"available" in answer.split(b"\r\n\r\n", 1)[1]
        status = int(words[1]) if whole or len(words) > 1 and words[1] != b"200" else 0
    except (OSError, IndexError, ValueError):
        status = 0
    return status, time.monotonic() - begin


def main():
    """The member's process: what to ask comes on a line, a second line ends it."""
    asked = json.loads(sys.stdin.readline())
    print(json.dumps([ask(asked, 20) for _ in range(REFERENCES)]), flush=True)
    answers = []
    ending = False
    while not ending:
        ending = bool(select.select([sys.stdin], [], [], PAUSE)[0])
        answers.append(ask(asked, 20))
    print(json.dumps(answers), flush=True)


if __name__ == "__main__":
    main()

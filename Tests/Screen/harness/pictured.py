"""A page of pictures: the server behind knows the screen, and a test answers for its pictures."""

import contextlib
import hashlib
import json
import re
import select
import socket
import sqlite3
import threading

from .answering import Answering
from .member import BALANCE, log_in, open_client

NEWS = "5"
_PICTURE = re.compile(rb"GET /v1/pictures/([0-9a-f]{64}) ")


class Pictured:
    """Stands before a server; use as a context manager. `answers` says by alt text what comes."""

    def __init__(self, server, answers, digests=None):
        """A picture is bytes, which are sent as they are, a function of the connection, or None for what
        the server behind says; `digests` are of those whose bytes are none of theirs."""
        self._server = server
        self._talks, blocks = {}, []
        for alt, answer in answers.items():
            named = (digests or {}).get(alt)
            digest = named or hashlib.sha256(
                answer if isinstance(answer, bytes) else alt.encode()).hexdigest()
            self._talks[digest] = answer
            blocks.append({
                "id": f"p{len(blocks)}", "type": "image",
                "text": {"en": caption(len(blocks))},
                "props": {"picture": {"sha256": digest}, "alt": {"en": alt}}})
        self.digests = dict(zip(answers, self._talks))
        self._captions = {alt: caption(number) for number, alt in enumerate(answers)}
        # Digests in the order in which they were asked for.
        self.asked = []
        self._lock = threading.Lock()
        self._front = Answering(self._talk)
        self.address = f"http://127.0.0.1:{self._front.port}"
        with contextlib.closing(sqlite3.connect(server.database, timeout=20)) as database, database:
            changed = database.execute(
                "UPDATE screen_revision SET content = json_set(content, '$.blocks', json(?)) "
                "WHERE screen = (SELECT id FROM screen WHERE published_slug = 'news')",
                (json.dumps(blocks),)).rowcount
        assert changed >= 1

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._front.__exit__()

    @contextlib.contextmanager
    def client(self, home, columns=80, rows=200, first=None, is_known=False, **changes):
        """Somebody who has logged in, has done something `first`, and looks at the page; `is_known` for
        who was here before."""
        changes = {"COLORTERM": "truecolor", **changes}
        with open_client(home, self, columns=columns, rows=rows, **changes) as client:
            if is_known:
                client.wait_for(BALANCE)
            else:
                log_in(client, self._server)
            client.wait_until_quiet()
            if first:
                first(client)
            client.press(NEWS)
            yield client

    def wait_for_drawn(self, client, drawn, words=(), seconds=60):
        """Waits until these pictures are on the screen; of the others there are the words."""
        def are_drawn():
            text = client.text
            return all(alt not in text and self._captions[alt] in text for alt in drawn)

        client.wait_for(are_drawn, seconds)
        client.wait_until_quiet()
        text = client.text
        missing = [alt for alt in words if alt not in text]
        assert not missing, f"no words: {missing}"

    def _talk(self, connection):
        head = b""
        while b"\r\n\r\n" not in head:
            data = connection.recv(65536)
            if not data:
                return
            head += data
        if match := _PICTURE.match(head):
            digest = match[1].decode()
            if digest in self._talks:
                with self._lock:
                    self.asked.append(digest)
            answer = self._talks.get(digest)
            if answer is not None:
                if isinstance(answer, bytes):
                    connection.sendall(found(answer))
                else:
                    answer(connection)
                return
        with socket.socket(socket.AF_UNIX) as behind:
            behind.connect(self._server.socket)
            behind.sendall(head.replace(b"\r\n", b"\r\nConnection: close\r\n", 1))
            _relay(connection, behind)


def caption(number):
    """What stands below a picture."""
    return f"Below number {number}:"


def _relay(connection, behind):
    """Both ways, until the server behind has said all or the client has gone."""
    ends = {connection: behind, behind: connection}
    while True:
        for end in select.select(list(ends), [], [])[0]:
            data = end.recv(65536)
            if not data:
                return
            ends[end].sendall(data)


def found(body, status="200 OK", kind="image/png", length=None):
    """An answer as bytes; `length` is what it says of its own, else the truth."""
    return (f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nConnection: close\r\n"
            f"Content-Length: {len(body) if length is None else length}\r\n\r\n").encode() + body


def sending(*arguments, **options):
    """Sends such an answer."""
    return lambda connection: connection.sendall(found(*arguments, **options))


def log_of(home):
    """The lines of the client's log."""
    log = home.path / "xdg_state_home/loyalhub/loyalhub.log"
    return log.read_text().splitlines() if log.exists() else []

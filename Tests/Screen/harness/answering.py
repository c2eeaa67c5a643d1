"""Servers of a few lines on this machine: what a client may meet in place of the one it wants."""

import contextlib
import select
import socket
import ssl
import threading


class Answering:
    """Listens on a free port of 127.0.0.1 and hands each connection to a function."""

    def __init__(self, talk, certificate=None):
        self._talk = talk
        self._context = None
        if certificate:
            self._context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            self._context.load_cert_chain(certificate)
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = self._listener.getsockname()[1]
        threading.Thread(target=self._serve, daemon=True).start()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        # Wakes whoever waits in `accept`; closing alone does not.
        with contextlib.suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()

    def _serve(self):
        while True:
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            threading.Thread(target=self._answer, args=(connection,), daemon=True).start()

    def _answer(self, connection):
        connection.settimeout(20)
        # A client that does not like what it finds hangs up: that is its right.
        with contextlib.suppress(OSError), connection:
            if self._context:
                connection = self._context.wrap_socket(connection, server_side=True)
            with connection:
                self._talk(connection)


def saying(status, body=b"", **fields):
    """Answers each request with the same words."""
    names = {name.replace("_", "-"): value for name, value in fields.items()}
    head = "".join(f"{name}: {value}\r\n" for name, value in names.items())
    answer = (f"HTTP/1.1 {status}\r\n{head}Content-Length: {len(body)}\r\n"
              "Connection: close\r\n\r\n").encode() + body

    def talk(connection):
        request = b""
        while b"\r\n\r\n" not in request:
            data = connection.recv(65536)
            if not data:
                return
            request += data
        connection.sendall(answer)

    return talk


def forwarding(path):
    """Hands on all bytes to a Unix socket and back, as what stands before a server does."""

    def talk(connection):
        with socket.socket(socket.AF_UNIX) as behind:
            behind.connect(path)
            ends = {connection: behind, behind: connection}
            while True:
                waiting = isinstance(connection, ssl.SSLSocket) and connection.pending()
                ready = [connection] if waiting else select.select(list(ends), [], [], 20)[0]
                for end in ready:
                    data = end.recv(65536)
                    if not data:
                        return
                    ends[end].sendall(data)
                if not ready:
                    return

    return talk

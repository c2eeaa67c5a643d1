"""The two programs under test, a home for each run, and a server to talk to."""

import json
import os
import pathlib
import shutil
import signal
import sqlite3
import subprocess
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[3]
FOLDER = (ROOT / os.environ.get("LOYALHUB_PROGRAMS", ".build/debug")).resolve()
CLIENT = str(FOLDER / "loyalhub")
SERVER = str(FOLDER / "loyalhub-server")

PHONE = "+79161234567"
ADMIN = "+79260000001"
EDITOR = "+79031112233"
PUBLISHER = "+79265550199"


class Home:
    """An empty home folder of its own. Its path is short: it holds Unix sockets."""

    def __init__(self):
        self.path = pathlib.Path(tempfile.mkdtemp(prefix="lh-"))
        (self.path / "tmp").mkdir()

    def environment(self, **changes):
        """What a program started here sees; nothing of the machine's own settings."""
        variables = {
            "HOME": str(self.path), "TMPDIR": str(self.path / "tmp"), "PATH": os.environ["PATH"],
            "LANG": "en_US.UTF-8", "TERM": "xterm-256color",
        }
        for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
            variables[name] = str(self.path / name.lower())
        variables.update(changes)
        return {name: value for name, value in variables.items() if value is not None}

    @property
    def files(self):
        return sorted(str(path.relative_to(self.path))
                      for path in self.path.rglob("*") if not path.is_dir())

    def remove(self):
        shutil.rmtree(self.path, ignore_errors=True)


class Server:
    """`loyalhub-server` on a Unix socket, with its database kept over restarts."""

    def __init__(self, home):
        self._home = home
        self.socket = str(home.path / "server.sock")
        self.address = "unix:" + self.socket
        self.database = str(home.path / "server.sqlite")
        self._process = None
        self.start()

    def start(self):
        self._process = subprocess.Popen(
            [SERVER, "serve", "--socket", self.socket,
             "--database", self.database,
             "--seed", "coffee", "--sms", "stdout"],
            env=self._home.environment(), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
            text=True)
        line = self._process.stdout.readline()
        assert line.startswith("listening on "), f"the server says {line!r}"

    def next_code(self):
        """The code of the next SMS; waits for it."""
        for line in self._process.stdout:
            if "sms" in (message := json.loads(line)):
                return message["sms"]["code"]
        raise AssertionError("the server ended without an SMS")

    def sell(self, roubles, key=None):
        """A purchase of Anna's at a till on the same database; the points that she has then."""
        connection = sqlite3.connect(self.database)
        query = "SELECT value FROM card WHERE member = 'mem_anna'"
        card = connection.execute(query).fetchone()[0]
        connection.close()
        sold = subprocess.run(
            [SERVER, "till", "--database", self.database, "--card", card,
             "--amount", str(roubles), *(["--key", key] if key else [])],
            env=self._home.environment(), capture_output=True, text=True, timeout=20, check=True)
        return int(sold.stdout.splitlines()[0].split()[-2])

    def take_back(self, sale):
        """A sale comes back at such a till."""
        subprocess.run(
            [SERVER, "till", "return", "--database", self.database, "--sale", sale],
            env=self._home.environment(), capture_output=True, text=True, timeout=20, check=True)

    def stop(self):
        """Asks it to finish; its exit status."""
        if self._process.poll() is None:
            self._process.send_signal(signal.SIGTERM)
        try:
            return self._process.wait(15)
        except subprocess.TimeoutExpired:
            self._process.kill()
            raise
        finally:
            self._process.stdout.close()

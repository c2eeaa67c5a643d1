"""`loyalhub-server` on a free TCP port, for programs that speak HTTP themselves."""

import http.client
import json
import subprocess
import uuid

from .programs import SERVER


class Listening:
    """A server that leaves with `stop`; what it keeps is in the home's folder."""

    def __init__(self, home, *options, stderr=None, **changes):
        """What the server is given beside the usual options, and in its environment."""
        self._home = home
        self.database = str(home.path / "server.sqlite")
        self.process = subprocess.Popen(
            [SERVER, "--port", "0", "--database", self.database, "--seed", "coffee",
             "--sms", "stdout", *options],
            env=home.environment(**changes), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
            stderr=stderr, text=True)
        self.address = self.process.stdout.readline().split()[-1]

    def fill(self, phone, entries):
        """Gives a member a long history; what the server says about it."""
        return subprocess.run(
            [SERVER, "fill", "--database", self.database, "--entries", str(entries),
             "--phone", phone],
            env=self._home.environment(), capture_output=True, text=True, check=True).stdout.strip()

    def token(self, phone):
        """An access token, by the code of the message."""
        challenge = self._post("/v1/auth/otp", {"phone": phone, "channel": "sms"})
        code = json.loads(self.process.stdout.readline())["sms"]["code"]
        return self._post(
            "/v1/auth/otp/verify",
            {"challenge_id": challenge["challenge_id"], "code": code})["access_token"]

    def get(self, path, token):
        connection = self._connection()
        connection.request("GET", path, headers={"Authorization": f"Bearer {token}"})
        return json.load(connection.getresponse())

    def stop(self):
        self.process.terminate()
        self.process.wait(15)
        self.process.stdout.close()

    def _post(self, path, body):
        connection = self._connection()
        connection.request(
            "POST", path, json.dumps(body),
            {"Content-Type": "application/json", "Idempotency-Key": str(uuid.uuid4())})
        return json.load(connection.getresponse())

    def _connection(self):
        return http.client.HTTPConnection(self.address.removeprefix("http://"), timeout=20)

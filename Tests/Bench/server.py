"""Requests per second and p99 of the reference server, each as a share of the listener's hello."""

import argparse
import http.client
import json
import os
import pathlib
import re
import subprocess
import sys
import uuid

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "Screen"))

from harness.programs import PHONE, SERVER, Home  # noqa: E402  (beside this file)

LONG = "+79990100000"
CONNECTIONS = 16


class Listening:
    """The server on a free TCP port, with a long history beside the seed."""

    def __init__(self, home, entries):
        database = str(home.path / "server.sqlite")
        self.process = subprocess.Popen(
            [SERVER, "--port", "0", "--database", database, "--seed", "coffee",
             "--sms", "stdout"],
            env=home.environment(), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, text=True)
        self.address = self.process.stdout.readline().split()[-1]
        made = subprocess.run(
            [SERVER, "fill", "--database", database, "--entries", str(entries), "--phone", LONG],
            env=home.environment(), capture_output=True, text=True, check=True)
        print(made.stdout.strip())

    def post(self, path, body):
        connection = http.client.HTTPConnection(self.address.removeprefix("http://"))
        connection.request(
            "POST", path, json.dumps(body),
            {"Content-Type": "application/json", "Idempotency-Key": str(uuid.uuid4())})
        return json.load(connection.getresponse())

    def token(self, phone):
        challenge = self.post("/v1/auth/otp", {"phone": phone, "channel": "sms"})
        code = json.loads(self.process.stdout.readline())["sms"]["code"]
        return self.post(
            "/v1/auth/otp/verify",
            {"challenge_id": challenge["challenge_id"], "code": code})["access_token"]

    def next_token(self, token):
        connection = http.client.HTTPConnection(self.address.removeprefix("http://"))
        connection.request("GET", "/v1/changes", headers={"Authorization": f"Bearer {token}"})
        return json.load(connection.getresponse())["next"]

    def stop(self):
        self.process.terminate()
        self.process.wait(15)


def measure(address, path, token, seconds, connections):
    """Requests per second and the 99th percentile in ms; no answer may be anything but a 200."""
    header = ["-H", f"Authorization: Bearer {token}"] if token else []
    said = subprocess.run(
        ["wrk", "--latency", "-t1", f"-c{connections}", f"-d{seconds}s", *header, address + path],
        capture_output=True, text=True, check=True).stdout
    assert "Non-2xx" not in said and "Socket errors" not in said, said
    rate = float(re.search(r"Requests/sec:\s+([\d.]+)", said)[1])
    number, unit = re.search(r"99%\s+([\d.]+)(us|ms|s)", said).groups()
    return rate, float(number) * {"us": 0.001, "ms": 1, "s": 1000}[unit]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seconds", type=int, default=5, help="for each route")
    parser.add_argument("--entries", type=int, default=100_000, help="lines of the long history")
    options = parser.parse_args()
    home = Home()
    server = Listening(home, options.entries)
    try:
        anna, long = server.token(PHONE), server.token(LONG)
        routes = [
            ("hello", "/v1/health", None), ("bootstrap", "/v1/bootstrap", None),
            ("balance", "/v1/me/balance", anna),
            ("changes, nothing new", "/v1/changes?since=" + server.next_token(anna), anna),
            ("changes, everything", "/v1/changes", anna),
            ("balance, long history", "/v1/me/balance", long),
            ("changes, nothing new, long", "/v1/changes?since=" + server.next_token(long), long),
            ("history page, long", "/v1/me/ledger?limit=100", long),
        ]
        # These look at each line of the history, once for each purchase: alone, not in a crowd.
        dear = [
            ("changes, everything, long", "/v1/changes", long),
            ("explanation, long", "/v1/me/balance/explanation", long),
        ]
        print(f"{'':30}{'requests/s':>12}{'of hello':>10}{'p99, ms':>10}")
        hello = None
        for name, path, token in routes + dear:
            connections = CONNECTIONS if (name, path, token) in routes else 1
            rate, late = measure(server.address, path, token, options.seconds, connections)
            hello = hello or rate
            print(f"{name:30}{rate:>12.0f}{rate / hello:>10.3f}{late:>10.2f}")
        print(f"\nwrk, {CONNECTIONS} connections (the last two: one) on the same two cores; load "
              f"{os.getloadavg()[0]:.1f}. Trust the ratios.")
    finally:
        server.stop()
        home.remove()


if __name__ == "__main__":
    main()

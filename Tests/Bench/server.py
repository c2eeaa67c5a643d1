"""Requests per second and p99 of the reference server, each as a share of the listener's hello."""

import argparse
import os
import pathlib
import re
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "Screen"))

from harness.listening import Listening  # noqa: E402  (beside this file)
from harness.programs import PHONE, Home  # noqa: E402

LONG = "+79990100000"
CONNECTIONS = 16


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
    server = Listening(home)
    try:
        print(server.fill(LONG, options.entries))
        anna, long = server.token(PHONE), server.token(LONG)
        routes = [
            ("hello", "/v1/health", None), ("bootstrap", "/v1/bootstrap", None),
            ("balance", "/v1/me/balance", anna),
            ("changes, nothing new", "/v1/changes?since=" + server.get("/v1/changes", anna)["next"], anna),
            ("changes, everything", "/v1/changes", anna),
            ("balance, long history", "/v1/me/balance", long),
            ("changes, nothing new, long", "/v1/changes?since=" + server.get("/v1/changes", long)["next"], long),
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

"""The OpenAPI document against a running server, with thousands of requests that follow from it.

Schemathesis asks as nobody, as a member and as an administrator; any 5xx and any answer that the
document does not describe fails. The stream of events has no end and is left out: `EventTests`
reads it; bodies that are pictures are `PictureTests`'.
"""

import argparse
import concurrent.futures
import pathlib
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "Screen"))

from harness.listening import Listening  # noqa: E402  (beside this file)
from harness.programs import ADMIN, PHONE, SERVER, Home  # noqa: E402

SETTINGS = pathlib.Path(__file__).with_name("schemathesis.toml")


# After these the token is good for nothing, so they are asked for alone.
FAREWELLS = ["endSession", "deleteMember"]
STRANGER = "+79990200000"


def shortened(said):
    """What failed and the summary, without the ends of bodies that were sent."""
    failures = said[said.find("= FAILURES ="):]
    return "\n".join(line[:400] for line in failures.split("\n"))[:12_000]


def examine(name, server, document, token, options, *selection):
    """Whether all answers were as the document says."""
    identity = ["-H", f"Authorization: Bearer {token}"] if token else []
    done = subprocess.run(
        [sys.executable, "-m", "schemathesis.cli", "--config-file", str(SETTINGS), "run", document,
         "--url", server.address, *identity, "--exclude-path", "/v1/events",
         "--exclude-operation-id", "putPicture",
         *selection, "--max-examples", str(options.cases), "--seed", str(options.seed),
         "--no-color"],
        capture_output=True, text=True, check=False)
    said = done.stdout + done.stderr
    passed = done.returncode == 0
    print(f"{name}: " + " ".join(said.split("Test cases:")[-1].split("\n")[1].split())
          if passed else f"{name}:\n" + shortened(said))
    return passed


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--cases", type=int, default=15, help="of each operation and phase")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    home = Home()
    server = Listening(home)
    try:
        document = home.path / "openapi.json"
        document.write_bytes(subprocess.run([SERVER, "openapi"], capture_output=True, check=True)
                             .stdout)
        staying = [word for name in FAREWELLS for word in ("--exclude-operation-id", name)]
        leaving = [word for name in FAREWELLS for word in ("--include-operation-id", name)]
        asking = [("member", server.token(PHONE), staying),
                  ("administrator", server.token(ADMIN), staying), ("guest", None, []),
                  ("leaver", server.token(STRANGER), leaving)]
        # Two at once: they make up requests longer than the server answers.
        with concurrent.futures.ThreadPoolExecutor(2) as pool:
            results = list(pool.map(
                lambda role: examine(role[0], server, str(document), role[1], options, *role[2]),
                asking))
        assert server.process.poll() is None, "the server is gone"
    finally:
        server.stop()
        home.remove()
    sys.exit(0 if all(results) else 1)


if __name__ == "__main__":
    main()

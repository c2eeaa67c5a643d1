"""A command whose words cannot be written says so, and does not end as if all were well."""

import os
import signal
import subprocess

import pytest
from harness.programs import CLIENT, ROOT, SERVER

FULL = "standard output: No space left on device"


def commands(home):
    screens = home.path / "screens"
    screens.mkdir(exist_ok=True)
    (screens / "a.yaml").write_text("slug: a\ntitle: {en: A}\nblocks: [{type: none, id: b}]\n")
    return {
        "list": [CLIENT, "wallet", "list", "--json"],
        "lint": [CLIENT, "content", "lint", str(screens), "--server", "unix:/nowhere"],
        "lint-json": [CLIENT, "content", "lint", str(screens), "--json", "--server",
                      "unix:/nowhere"],
        "test": [CLIENT, "test", str(ROOT / "Tests/Flows/F33-offline.yaml")],
        "linear": [CLIENT, "--linear", "--server", "unix:/nowhere"],
        "help": [CLIENT, "--help"],
        "help-of": [CLIENT, "wallet", "import", "--help"],
        "version": [CLIENT, "--version"],
        "completion": [CLIENT, "--generate-completion-script", "bash"],
        "openapi": [SERVER, "openapi"],
        "server-help": [SERVER, "--help"],
        "server-version": [SERVER, "--version"],
    }


NAMES = ["list", "lint", "lint-json", "test", "linear", "help", "help-of", "version", "completion",
         "openapi", "server-help", "server-version"]


@pytest.mark.parametrize("name", NAMES)
def test_a_full_disk(home, name):
    command = commands(home)[name]
    with open("/dev/full", "w") as full:
        done = subprocess.run(
            command, env=home.environment(), stdin=subprocess.DEVNULL, stdout=full,
            stderr=subprocess.PIPE, text=True, timeout=60)
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1] == f"{os.path.basename(command[0])}: {FULL}"


@pytest.mark.parametrize("name", ["list", "help", "version", "linear", "openapi"])
def test_no_standard_output_at_all(home, name):
    command = commands(home)[name]
    done = subprocess.run(
        ["sh", "-c", 'exec "$@" >&-', "sh", *command], env=home.environment(),
        stdin=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, timeout=60)
    assert done.returncode == 1
    assert "standard output: Bad file descriptor" in done.stderr
    # What was printed is in no file that was opened in place of the output.
    for file in home.files:
        assert b"Phone" not in (home.path / file).read_bytes()


@pytest.mark.parametrize("name", ["help", "completion", "linear", "openapi", "list"])
@pytest.mark.parametrize("ignored", [False, True])
def test_whoever_reads_has_gone(home, name, ignored):
    """As with any other program: no word, and the end that SIGPIPE brings."""
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run(
        commands(home)[name], env=home.environment(), stdin=subprocess.DEVNULL, stdout=write,
        stderr=subprocess.PIPE, text=True, timeout=60,
        restore_signals=not ignored)
    os.close(write)
    assert done.returncode == -signal.SIGPIPE
    assert done.stderr == ""


def test_a_disk_that_is_full_in_the_middle(home):
    """A limit on files is one more way of having no room."""
    target = home.path / "out.txt"
    with target.open("w") as out:
        done = subprocess.run(
            ["prlimit", "--fsize=100", CLIENT, "--help"], env=home.environment(), stdout=out,
            stderr=subprocess.PIPE, text=True, timeout=60)
    assert done.returncode == 1
    assert "standard output: File too large" in done.stderr

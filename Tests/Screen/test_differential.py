"""Three that know terminals agree on each flow's last screen: our own grid, tmux, pyte.

The bytes are those of the whole flow, frame after frame, so that what the encoder leaves out counts too.
"""

import re
import subprocess

import pytest
from harness.commands import run
from harness.emulator import Emulator
from harness.programs import CLIENT, ROOT, Home


@pytest.fixture(scope="module")
def recordings(tmp_path_factory):
    """Each flow's bytes for a terminal with 24-bit colour, by the flow's name."""
    home, folder = Home(), tmp_path_factory.mktemp("flows")
    try:
        ended = run([CLIENT, "test", "--parallel", "3", "--output", str(folder),
                     str(ROOT / "Tests/Flows")],
                    home.environment(), seconds=600)
        assert ended.returncode == 0, ended.stdout
    finally:
        home.remove()
    flows = {path.stem for path in (ROOT / "Tests/Flows").glob("*.yaml")}
    found = sorted(folder.glob("*.ansi"))
    assert {path.name.split(".")[0] for path in found} == flows
    return found


def size_of(path):
    columns, rows = re.search(r"\.(\d+)x(\d+)\.ansi$", path.name).groups()
    return int(columns), int(rows)


def plain(lines):
    """Without what the eye does not see: which kind of space, and rows below the last letter."""
    lines = [line.replace("\xa0", " ").rstrip() for line in lines]
    while lines and not lines[-1]:
        lines.pop()
    return lines


def expected(path):
    return plain(path.with_suffix(".txt").read_text().split("\n"))


def test_pyte_shows_what_the_grid_has(recordings):
    for path in recordings:
        emulator = Emulator(*size_of(path))
        emulator.feed(path.read_bytes())
        assert plain(emulator.lines) == expected(path), path.name


def test_tmux_shows_what_the_grid_has(recordings, tmp_path):
    settings, socket = tmp_path / "conf", tmp_path / "t"
    settings.write_text("set -g status off\n")

    def tmux(*arguments):
        return subprocess.run(
            ["tmux", "-u", "-S", str(socket), "-f", str(settings), *arguments], check=True,
            env={"PATH": "/usr/bin:/bin", "HOME": str(tmp_path), "LANG": "C.UTF-8"},
            stdout=subprocess.PIPE, text=True, timeout=30).stdout

    tmux("new-session", "-d", "-s", "own", "sleep 1000")
    try:
        for path in recordings:
            columns, rows = size_of(path)
            # The window lives on, with nothing that writes into it, until it has been looked at.
            tmux("new-session", "-d", "-s", "flow", "-x", str(columns), "-y", str(rows),
                 f"stty raw -echo; cat '{path}'; tmux -S '{socket}' wait-for -S shown; sleep 1000")
            tmux("wait-for", "shown")
            lines = tmux("capture-pane", "-p", "-t", "flow").split("\n")
            assert plain(lines) == expected(path), path.name
            tmux("kill-session", "-t", "flow")
    finally:
        tmux("kill-server")

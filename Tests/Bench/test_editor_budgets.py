"""Budgets of the editor with the largest screen that there may be: 500 blocks.

They hold for the release build; see `test_budgets.py`.
"""

import subprocess

import pytest
from harness import processes
from harness.member import log_in, open_client
from harness.modes import frames
from harness.programs import CLIENT, PUBLISHER, Home

BLOCKS = 500
# The outline and, beside it, the fields of another block.
BYTES_OF_A_MOVE = 1_100
# At 120 columns the phone beside them is drawn from another block on as well.
BYTES_OF_A_MOVE_WITH_PREVIEW = 3_500
BYTES_OF_A_LETTER = 400
BYTES_OF_A_BURST = 16_000
FRAMES_OF_A_BURST = 5
FRAMES_OF_A_TEXT = 30
# Beside what the app takes without the editor (36.0 to 36.5 MB; see `test_budgets.py`).
PEAK_MEMORY = 37_200_000


def long_screen():
    blocks = "".join(
        f"- id: b{number}\n  type: {'heading' if number % 10 == 0 else 'paragraph'}\n"
        f"  text:\n    ru: Строка {number} о кофе\n    en: Line {number} about coffee\n"
        for number in range(BLOCKS))
    return ("slug: long\ntab: {place: more, position: 1}\ntitle: {ru: Длинный, en: Long}\n"
            f"blocks:\n{blocks}")


@pytest.fixture(params=[(80, 24), (120, 40)], ids=["80x24", "120x40"])
def editor(request, server):
    """The long screen in the editor, somewhere in its middle."""
    home = Home()
    columns, rows = request.param
    with open_client(home, server, columns=columns, rows=rows) as client:
        log_in(client, server, PUBLISHER)
        folder = home.path / "screens"
        folder.mkdir()
        (folder / "long.yaml").write_text(long_screen())
        subprocess.run(
            [CLIENT, "content", "push", str(folder), "--publish", "--yes", "--server",
             server.address],
            env=home.environment(LC_ALL="C"), check=True, capture_output=True, timeout=60)
        client.press("m")
        client.wait_for("Long")
        row = next(y for y, line in enumerate(client.text.split("\n"), 1) if "Long" in line)
        client.send(f"\x1b[<0;5;{row}M\x1b[<0;5;{row}m".encode())
        client.wait_for("Line 1 about")
        client.press("e")
        client.wait_for("Blocks")
        client.wait_until_quiet(0.5)
        client.written_by(lambda: client.press(*["PageDown"] * 6))
        client.columns = columns
        yield client
    home.remove()


def test_moving_the_selection_by_one(editor):
    limit = BYTES_OF_A_MOVE if editor.columns < 110 else BYTES_OF_A_MOVE_WITH_PREVIEW
    for key in ["Down"] * 5 + ["Up"]:
        data = editor.written_by(lambda: editor.press(key))
        assert frames(data) == 1
        assert len(data) <= limit, len(data)


def test_a_letter(editor):
    editor.written_by(lambda: editor.press("Enter"))
    editor.written_by(lambda: editor.press("Enter"))
    # The first one marks the screen as changed.
    editor.written_by(lambda: editor.press("x"), 1.5)
    sizes = []
    for letter in "abcde":
        data = editor.written_by(lambda: editor.press(letter))
        # Beside the letter's own there is the one that says that it is kept.
        assert frames(data) <= 2
        sizes.append(len(data))
    assert sorted(sizes)[2] <= BYTES_OF_A_LETTER, sizes


def test_bursts(editor):
    data = editor.written_by(lambda: editor.press(*["Down"] * 200))
    assert 1 <= frames(data) <= FRAMES_OF_A_BURST
    assert len(data) <= BYTES_OF_A_BURST, len(data)
    # A text that is pasted without brackets: as many keys.
    editor.written_by(lambda: editor.press("Enter"))
    editor.written_by(lambda: editor.press("Enter"))
    data = editor.written_by(lambda: editor.press(*"a new line of text " * 20), 0.3)
    assert 1 <= frames(data) <= FRAMES_OF_A_TEXT


def test_memory_and_undo_of_everything(editor):
    for _ in range(100):
        editor.press("d", "J")
    editor.wait_until_quiet(0.5)
    editor.written_by(lambda: editor.press(*["u"] * 200), 0.5)
    editor.wait_for("revision 1")
    assert processes.peak_memory(editor.process) <= PEAK_MEMORY

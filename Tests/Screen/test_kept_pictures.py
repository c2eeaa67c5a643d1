"""The pictures that a server keeps: what its operator is told of them, and what a purge takes."""

import os
import pathlib
import sqlite3

import pytest
from harness.commands import ORDINARY, run
from harness.programs import EDITOR, SERVER
from test_content_files import Editor, png, with_picture


class Operator:
    """Whoever runs the server: its commands beside the running one."""

    def __init__(self, home, database):
        self.home = home
        self.database = database

    def run(self, *arguments, status=0, before=()):
        done = run([*before, SERVER, "pictures", *arguments, "--database", str(self.database)],
                   self.home.environment())
        assert done.returncode == status, done
        return done.stdout, done.stderr

    def list(self, *options):
        return [line.split() for line in self.run("list", *options)[0].splitlines()]

    def change(self, statement):
        connection = sqlite3.connect(self.database, timeout=20)
        connection.execute("PRAGMA foreign_keys = ON")
        with connection:
            connection.execute(statement)
        connection.close()


@pytest.fixture
def operator(home, server):
    return Operator(home, server.database)


DAYS_AGO = "created_at - 2 * 86400000"


def test_a_purge_takes_what_nothing_names_and_is_a_day_old_and_says_what(operator, server):
    operator.change("DELETE FROM picture")
    boris = Editor(server, EDITOR)
    boris.pull()
    (boris.folder / "pictures").mkdir(exist_ok=True)
    for name, width in (("old.png", 16), ("new.png", 17), ("gone.png", 18)):
        (boris.folder / "pictures" / name).write_bytes(png(width, 8))
    with_picture(boris, "old.png")
    boris.push("--yes")
    # A draft names another one now; the revision before it is kept.
    boris.change("about", "picture: old.png", "picture: new.png")
    boris.push("--yes")
    assert [line[-1] for line in operator.list()] == ["used", "used"]
    assert operator.run("list", "--unused") == ("", "no picture is unused\n")
    # A screen that is deleted takes its revisions with it.
    (boris.folder / "cups.yaml").write_text(
        "slug: cups\ntitle: {ru: Кружки, en: Cups}\nblocks:\n- id: cup\n  type: image\n"
        "  props: {alt: {ru: Чашка, en: A cup}, picture: gone.png}\n")
    boris.push("--yes")
    operator.change("DELETE FROM screen WHERE slug = 'cups'")
    [unused] = operator.list("--unused")
    assert unused[1:4] == ["png", "18x8", str(len(png(18, 8)))] and unused[-1] == "unused"
    assert operator.run("purge", "--yes")[0].splitlines() == [
        "there is nothing to remove", "1 picture that nothing names came within a day: kept"]
    operator.change(f"UPDATE picture SET created_at = {DAYS_AGO}")
    said = operator.run("purge")[0].splitlines()
    assert said[0].split() == operator.list("--unused")[0]
    assert said[1:] == [f"1 picture of {len(png(18, 8))} bytes would be removed; --yes does it"]
    assert len(operator.list()) == 3
    # While the server runs, and once more.
    said = operator.run("purge", "--yes")[0].splitlines()
    assert said[1:] == [f"removed 1 picture of {len(png(18, 8))} bytes"]
    assert operator.run("purge", "--yes")[0] == "there is nothing to remove\n"
    assert [line[-1] for line in operator.list()] == ["used", "used"]
    boris.home.remove()


def test_a_server_without_pictures_has_nothing_to_list_or_remove(operator):
    operator.change("DELETE FROM picture")
    assert operator.run("list") == ("", "there are no pictures\n")
    assert operator.run("purge", "--yes") == ("there is nothing to remove\n", "")


@pytest.mark.parametrize("command", [("list",), ("purge",), ("purge", "--yes")])
def test_a_database_that_may_not_be_written_is_named(operator, server, command):
    server.stop()
    database = pathlib.Path(operator.database)
    for path in database.parent.glob("server.sqlite*"):
        os.chmod(path, 0o444)
    os.chmod(database.parent, 0o555)
    try:
        said = operator.run(*command, status=1, before=ORDINARY)[1]
    finally:
        os.chmod(database.parent, 0o755)
    [line] = said.splitlines()
    assert str(operator.database) in line and "must be able to write it" in line


def test_no_database_is_made_for_a_question(home):
    operator = Operator(home, home.path / "none.sqlite")
    for command in ("list", "purge"):
        assert "no such database" in operator.run(command, status=1)[1]
    assert not operator.database.exists()

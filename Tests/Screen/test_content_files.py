"""Screens as files: two people with a home each, one server, and the app that shows the result."""

import json
import re
import sqlite3
import struct
import subprocess
import zlib

import pytest
from harness.member import log_in, open_client
from harness.programs import CLIENT, EDITOR, PHONE, PUBLISHER, Home


class Editor:
    """Somebody who is signed in on a machine of their own and has a folder of screens there."""

    def __init__(self, server, phone):
        self.home = Home()
        self.server = server
        self.folder = self.home.path / "screens"
        with open_client(self.home, server) as client:
            log_in(client, server, phone)
            client.wait_until_quiet()
            client.press("q")
            assert client.wait_for_exit() == 0

    def run(self, *arguments, status=0):
        done = subprocess.run(
            [CLIENT, "content", *map(str, arguments), "--server", self.server.address],
            env=self.home.environment(LC_ALL="C"), stdin=subprocess.DEVNULL, capture_output=True,
            text=True, timeout=60)
        assert done.returncode == status, done
        return done.stdout + done.stderr

    def pull(self, **options):
        return self.run("pull", self.folder, **options)

    def push(self, *options, **more):
        return self.run("push", self.folder, *options, **more)

    def text(self, slug):
        return (self.folder / f"{slug}.yaml").read_text()

    def change(self, slug, old, new):
        text = self.text(slug)
        assert old in text
        (self.folder / f"{slug}.yaml").write_text(text.replace(old, new, 1))


@pytest.fixture
def boris(server):
    editor = Editor(server, EDITOR)
    yield editor
    editor.home.remove()


@pytest.fixture
def vera(server):
    editor = Editor(server, PUBLISHER)
    yield editor
    editor.home.remove()


def test_what_is_pushed_and_published_is_in_the_open_app(home, server, vera):
    vera.pull()
    with open_client(home, server) as client:
        log_in(client, server)
        client.press("5")
        client.wait_for("Ethiopia Guji")
        vera.change("news", "Winter at Zerna: soon", "Spring at Zerna: soon")
        said = vera.push("--publish", "--yes")
        assert "+ Spring at Zerna" in said and "published" in said
        # Nobody touches the keyboard of the app.
        client.wait_for("Spring at Zerna", 10)
    assert vera.run("diff", vera.folder) == ""
    assert "Nothing to do" in vera.push("--publish", "--yes")


def test_edits_of_different_blocks_both_stand_and_of_the_same_one_conflict(boris, vera):
    boris.pull()
    vera.pull()
    boris.change("about", "Trade points for rewards", "Trade points for gifts")
    boris.push("--yes")
    vera.change("about", "How it works", "How this works")
    said = vera.push("--yes")
    assert "+ How this works" in said and "gifts" not in said
    assert "Trade points for gifts" in vera.text("about")
    assert "merged" in boris.pull() or "How this works" in boris.text("about")

    # The same block, field by field: nothing is written on either side.
    boris.change("about", "How this works", "How it all works")
    boris.push("--yes")
    vera.change("about", "How this works", "So it works")
    before = vera.text("about")
    said = vera.push("--yes", status=5)
    for words in ("How this works", "So it works", "How it all works", "heading how"):
        assert words in said
    assert vera.text("about") == before
    vera.pull(status=5)
    assert vera.text("about") == before
    # Settled in the file.
    vera.change("about", "So it works", "How it all works")
    vera.pull()
    assert "Nothing to do" in vera.push("--yes")


def test_people_s_comments_and_their_own_way_of_writing_stay(vera):
    vera.pull()
    path = vera.folder / "faq.yaml"
    path.write_text("# Ask the lawyers.\n" + path.read_text())
    untouched = path.read_text()
    vera.pull()
    assert path.read_text() == untouched
    assert vera.run("diff", vera.folder) == ""


def test_what_is_not_fit_is_refused_with_its_line(vera):
    vera.pull()
    vera.change("winter", "target: rew_cappuccino", "target: rew_gone")
    line = next(number for number, text in enumerate(vera.text("winter").split("\n"), 1)
                if "rew_gone" in text)
    said = vera.run("lint", vera.folder, status=1)
    assert re.search(rf"winter\.yaml:{line}:\d+: error: .*rew_gone", said)
    found = json.loads(vera.run("lint", vera.folder, "--json", status=1))
    assert ("dead_link", "error") in {(item["code"], item["severity"]) for item in found}
    assert "rew_gone" in vera.push("--yes", status=1)
    # Tiers and segments are the program's, as the server has told them with the pull.
    vera.change("winter", "target: rew_gone", "target: rew_cappuccino")
    vera.change("news", "[tier_gold, tier_platinum]", "[tier_gold, Да!]")
    said = vera.run("lint", vera.folder, status=1)
    assert re.search(r"news\.yaml:\d+:\d+: error: The program has no tier “Да!”\.", said)
    vera.change("news", "[tier_gold, Да!]", "[tier_gold, tier_platinum]")
    vera.change("news", "segments: [regulars]", "segments: [nobody]")
    assert "no segment “nobody”" in vera.push("--yes", status=1)
    vera.change("winter", "target: rew_cappuccino", "\ttarget: x")
    assert "A tab cannot stand here" in vera.push("--yes", status=2)


def test_a_push_publishes_what_it_changes_and_others_by_their_names(server, boris, vera):
    # Two drafts of a colleague, one of them empty: not fit for the app, and none of Vera's business.
    boris.pull()
    (boris.folder / "later.yaml").write_text(
        "slug: later\ntitle: {ru: Позже, en: Later}\nblocks:\n- {id: line, type: divider}\n")
    boris.change("faq", "en: ", "en: Draft. ")
    boris.push("--yes")
    with sqlite3.connect(server.database) as database:
        database.execute(
            "UPDATE screen_revision SET content = json_set(content, '$.blocks', json('[]')) "
            "WHERE screen = (SELECT id FROM screen WHERE slug = 'later')")
    vera.pull()
    assert "divider" not in vera.text("later")
    vera.change("about", "How it works", "How this works")
    said = vera.push("--publish", "--yes")
    assert "about: published" in said
    assert "faq: published" not in said and "later: published" not in said
    assert re.search(r"name them to publish: .*faq, later", said)
    assert "Nothing to do" in vera.push("--publish", "--yes")
    assert "published" not in vera.run("log", "faq").split("\n")[0]
    said = vera.push("faq", "--publish", "--yes")
    assert "faq: published" in said and "about" not in said
    # What becomes public with it is shown.
    assert "Draft. " in said
    # What is not fit stops only the push that it is part of.
    vera.change("winter", "target: rew_cappuccino", "target: rew_gone")
    vera.change("about", "How this works", "How it works")
    assert "rew_gone" in vera.push("--yes", status=1)
    assert "about: published" in vera.push(
        vera.folder / "about.yaml", "--publish", "--yes")
    assert "later.yaml" in vera.push("later", "--publish", "--yes", status=1)
    assert "There is no screen “nobody”" in vera.push("nobody", "--publish", "--yes", status=2)
    assert "Did you mean “winter”?" in vera.push("wintr", "--publish", "--yes", status=2)
    assert "has no revision 99" in vera.run("revert", "faq", "99", status=2)


def test_a_push_publishes_no_draft_that_is_in_the_same_screen(boris, vera):
    for editor in (boris, vera):
        editor.pull()
    boris.change("faq", "en: ", "en: Draft. ")
    boris.push("--yes")
    block = "- {id: line_vera, type: divider}\n"
    (vera.folder / "faq.yaml").write_text(vera.text("faq").rstrip("\n") + "\n" + block)
    said = vera.push("--publish", "--yes")
    assert re.search(r"not published, since .* you have not pulled; .*: .*faq", said, re.S)
    assert "faq: revision" in said and "faq: published" not in said
    assert "published" not in vera.run("log", "faq").split("\n")[0]
    said = vera.push("faq", "--publish", "--yes")
    assert "Draft. " in said and "line_vera" in said and "faq: published" in said


def test_lint_needs_no_account_and_names_what_it_does_not_read(home):
    folder = home.path / "screens"
    folder.mkdir()
    text = "slug: cups\ntitle: {ru: Кружки, en: Cups}\nblocks:\n" \
        "- {id: line, type: divider}\n- {id: go, type: button, text: {ru: Да, en: Go}, " \
        "props: {action: {kind: reward, target: rew_x}}}\n"
    # As an editor on Windows saves it.
    (folder / "cups.yaml").write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    for name in ("news.yml", "NEWS.YAML", "news.yaml.bak", "news.bak", ".news.yaml", "README.md"):
        (folder / name).write_text("slug: [")
    for name in ("old/a.yaml", "pictures/a.png"):
        (folder / name).parent.mkdir()
        (folder / name).write_text("slug: [")
    files = sorted(path.name for path in home.path.rglob("*"))

    def lint(status=0, **changes):
        done = subprocess.run(
            [CLIENT, "content", "lint", folder], env=home.environment(LC_ALL="C", **changes),
            stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=60)
        assert done.returncode == status, done
        return done.stdout, done.stderr

    said, notes = lint()
    assert said == ""
    for name in ("news.yml", "NEWS.YAML", "news.yaml.bak", "news.bak", ".news.yaml", "old/"):
        assert name in notes
    assert "README.md" not in notes and "pictures" not in notes
    for words in ("the program's languages", "links to rewards", "links to screens"):
        assert words in notes
    # Nothing was made in the home, and an address that nobody answers changes nothing.
    assert sorted(path.name for path in home.path.rglob("*")) == files
    assert lint(LOYALHUB_SERVER="http://127.0.0.1:9") == (said, notes)
    (folder / "cups.yaml").write_text(text.replace("type: divider", "type: divider, min_client: x"))
    assert "cups.yaml:4:" in lint(status=1)[0]


def test_a_file_keeps_its_name(vera):
    vera.pull()
    (vera.folder / "faq.yaml").rename(vera.folder / "questions.yaml")
    text = (vera.folder / "questions.yaml").read_text()
    (vera.folder / "questions.yaml").write_text(text.replace("en: ", "en: Now. ", 1))
    vera.push("--yes")
    vera.pull()
    assert not (vera.folder / "faq.yaml").exists()
    assert "Nothing to do" in vera.push("--yes")


def test_a_new_screen_a_revert_and_who_may_do_what(home, server, boris, vera):
    boris.pull()
    (boris.folder / "cups.yaml").write_text(
        "slug: cups\ntitle: {ru: Кружки, en: Cups}\nblocks:\n- id: text\n  type: paragraph\n"
        "  text: {ru: Свои, en: Ours}\n  glow: {rate: 0.5}\n")
    assert "--yes" in boris.push(status=2)
    assert "created" in boris.push("--yes")
    # Publishing is for publishers; what was saved stays saved.
    assert "not allowed" in boris.push("cups", "--publish", "--yes", status=4)
    vera.pull()
    assert "glow:\n    rate: 0.5" in vera.text("cups").replace("  glow", "glow", 1)
    assert "published" in vera.push("cups", "--publish", "--yes")
    vera.change("cups", "Ours", "Yours")
    vera.push("--yes")
    log = vera.run("log", "cups").split("\n")
    assert log[0].startswith("2 · ") and "published" in log[1]
    vera.run("revert", "cups", 1)
    vera.pull()
    assert "Ours" in vera.text("cups")
    vera.run("revert", "cups", 99, status=2)
    stranger = Editor(server, PHONE)
    stranger.pull(status=4)
    stranger.home.remove()
    server.stop()
    vera.pull(status=3)
    server.start()


def png(width, height):
    """A picture of one colour."""
    def chunk(name, body):
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
    rows = (b"\0" + b"\xc4\x62\x1a" * width) * height
    return (b"\x89PNG\r\n\x1a\n"
            + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
            + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""))


def with_picture(editor, name):
    """Puts an image block at the head of the screen "About"."""
    editor.change("about", "blocks:\n", IMAGE.format(name=name))


IMAGE = """blocks:
- id: cup
  type: image
  props:
    alt:
      en: A cup
      ru: Чашка
    picture: {name}
"""


def test_pictures_go_up_before_the_screen_that_names_them_and_come_down_with_it(boris, vera):
    boris.pull()
    (boris.folder / "pictures" / "cup.png").write_bytes(png(16, 8))
    with_picture(boris, "cup.png")
    said = boris.push("--yes")
    assert "cup.png, 76 B: sent" in said
    assert said.index("cup.png") < said.index("about: revision")
    assert "    picture: cup.png\n" in boris.text("about")
    assert boris.run("diff", boris.folder) == ""
    vera.pull()
    [file] = [file for file in (vera.folder / "pictures").iterdir()
              if file.read_bytes() == png(16, 8)]
    assert f"    picture: {file.name}\n" in vera.text("about").replace('"', "")
    # Another screen names it, by a name of its own: it is there already.
    (boris.folder / "pictures" / "mug.png").write_bytes(png(16, 8))
    (boris.folder / "pictures" / "cup.png").unlink()
    boris.change("about", "picture: cup.png", "picture: mug.png")
    assert "Nothing to do" in boris.push("--yes")
    boris.change("faq", "blocks:\n", IMAGE.format(name="{file: mug.png, fit: contain}"))
    said = boris.push("--yes")
    assert "= mug.png, 76 B: on the server already" in said
    assert "image cup" in said
    # What is another one is told by its name.
    (boris.folder / "pictures" / "jug.png").write_bytes(png(8, 16))
    boris.change("about", "picture: mug.png", "picture: jug.png")
    said = boris.run("diff", boris.folder, status=1)
    assert "image cup · props.picture\n  − mug.png\n  + jug.png" in said
    boris.change("about", "picture: jug.png", "picture: mug.png")
    # The server has the picture, so that the screen may be published.
    assert "published" in vera.push("about", "--publish", "--yes")


def test_a_file_that_is_no_picture_is_refused_with_its_path_and_nothing_is_pushed(boris):
    boris.pull()
    file = boris.folder / "pictures" / "cup.png"
    with_picture(boris, "cup.png")
    assert "There is no picture" in boris.push("--yes", status=2)
    for bytes_, words in (
            (b"GIF89a\3\0\2\0", "no PNG, JPEG or WebP"), (png(5000, 1), "4096 each way is the most"),
            (png(4, 4) + bytes(900_000), "900073 bytes; 512000 is the most"), (b"", "is empty"),
            (png(4, 4)[:30], "cut short"),
            (b"\xff\xd8\xff\xc0\0\x0b\x08\0\1\0\1\1\1\x11\0", "is JPEG, not PNG")):
        file.write_bytes(bytes_)
        said = boris.push("--yes", status=2)
        assert f"{file}: " in said and words in said
        assert "about.yaml:" in said
        # A check without a server says the same.
        assert f"{file}: " in boris.run("lint", boris.folder, status=2)
    file.write_bytes(png(4, 4))
    boris.change("about", "      ru: Чашка\n", "")
    assert "no words for it in “ru”" in boris.run("lint", boris.folder, status=1)
    boris.change("about", "      en: A cup\n", "      en: A cup\n      ru: Чашка\n")
    boris.change("about", "picture: cup.png", "picture: ../../secret.png")
    assert "no name of a picture" in boris.push("--yes", status=2)


def test_a_picture_that_the_server_refuses_is_named(server, boris):
    boris.pull()
    (boris.folder / "pictures" / "cup.png").write_bytes(png(16, 8))
    with_picture(boris, "cup.png")
    # As many as it takes.
    connection = sqlite3.connect(server.database, timeout=20)
    with connection:
        connection.execute("""
            WITH RECURSIVE number(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < 2000)
            INSERT INTO picture (sha256, kind, width, height, size, created_at, bytes)
            SELECT printf('%064x', n), 'png', 1, 1, 0, 0, x'' FROM number""")
    connection.close()
    said = boris.push("--yes", status=1)
    assert "pictures/cup.png: " in said and "2000 pictures" in said
    assert "about: revision" not in said

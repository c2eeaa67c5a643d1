"""Files that a person names on the command line, and what is said of those that are not fit."""

import contextlib
import json
import os
import socket
import subprocess

import pytest
from harness.programs import CLIENT, SERVER

FLOW = "appId: a\nname: Nothing\n---\n- launchApp\n"
SCREEN = "slug: cups\ntitle: {ru: Кружки, en: Cups}\nblocks:\n- {id: line, type: divider}\n"
NOWHERE = ["--server", "unix:/nowhere"]
# Moves the cursor, renames the window, and is seen by nobody.
STEERING = "\x1b[2J\x1b]0;mine\x07\x9b1m\u202e"


def run(home, *command, status, **changes):
    done = subprocess.run(
        [CLIENT, *map(str, command)], env=home.environment(**{"LC_ALL": "C", **changes}), cwd=home.path,
        stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=60)
    assert done.returncode == status, done
    assert_harmless(done.stdout + done.stderr)
    return done


def assert_harmless(text):
    assert not [letter for letter in text if letter != "\n" and not letter.isprintable()], repr(text)


def log(home):
    path = home.path / "xdg_state_home/loyalhub/loyalhub.log"
    return path.read_text() if path.exists() else ""


def complain(home, text, kind, **changes):
    """What is said of a text as a flow, a screen or the configuration, and where it stands."""
    if kind == "flow":
        path, command, status = home.path / "a.yaml", ["test", "a.yaml"], 2
        name = "a.yaml"
    elif kind == "screen":
        path, command, status = home.path / "in/a.yaml", ["content", "lint", "in"], 2
        name = "in/a.yaml"
    else:
        path = home.path / "xdg_config_home/loyalhub/config.yaml"
        command, status = ["content", "log", "news"], 1
        name = str(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text)
    return run(home, *command, status=status, **changes).stderr, name


@pytest.mark.parametrize("kind", ["flow", "screen", "configuration"])
@pytest.mark.parametrize("text, place, words", [
    (b"a: 1\nb:\n\t- c\n", "3:1", "tab"), (b"a: 1\na: 2\n", "2:1", "twice"),
    (b"# ok\na: caf\xe9\n", "2:7", "0xE9"), ("\ufeffa: {\n".encode("utf-16-le"), "2:1", ""),
    ("a: 1\nb\ufeff: 2\n".encode(), "2:2", "byte order mark"),
    (f'a: 1\n? ["{STEERING}"]\n'.encode(), "2:5", "U+001B"),
    (b'"\\e[2J\\e]0;mine\\a": 1\n"\\e[2J\\e]0;mine\\a": 1\n', "2:1", "twice"),
])
def test_what_is_wrong_in_a_file_begins_with_its_place_and_is_logged(home, kind, text, place, words):
    said, name = complain(home, text, kind)
    assert said.startswith(f"{name}:{place}") and words in said
    assert said.split("\n")[0] in log(home)


def test_two_files_of_one_screen_name_each_other(home):
    folder = home.path / "in"
    folder.mkdir()
    for name in ("a.yaml", "b.yaml"):
        (folder / name).write_text(SCREEN)
    said = run(home, "content", "lint", "in", status=2).stderr
    # The first of them is checked.
    words, left_out, _ = said.split("\n")
    assert words == "in/b.yaml:1:7: the short name “cups” is also that of in/a.yaml:1:7"
    assert left_out.startswith("Not checked")
    assert "in/b.yaml:1:7" in log(home)
    russian = run(home, "content", "lint", "in", "--language", "ru", status=2).stderr
    assert russian.startswith("in/b.yaml:1:7: короткое имя «cups» есть и в in/a.yaml:1:7\n")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_a_screen_in_any_encoding_of_yaml(home, encoding):
    (home.path / "in").mkdir()
    (home.path / "in/cups.yaml").write_bytes(SCREEN.encode(encoding))
    assert run(home, "content", "lint", "in", status=0).stdout == ""


@contextlib.contextmanager
def thing(kind, path):
    """Something that is no file."""
    end = None
    if kind == "pipe":
        os.mkfifo(path)
    elif kind == "socket":
        end = socket.socket(socket.AF_UNIX)
        end.bind(os.path.relpath(path))
    elif kind == "folder":
        path.mkdir()
    elif kind == "device":
        path.symlink_to("/dev/zero")
    elif kind == "dead":
        path.symlink_to("nowhere")
    yield
    if end:
        end.close()


KINDS = {
    "pipe": "is a pipe into which nobody writes", "socket": "is a socket, not a ", "folder": "is a folder, not a ",
    "device": "is a device, not a ", "dead": "is a link that leads nowhere",
    "none": "No such file or folder"}


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_no_file_is_said_to_be_what_it_is(home, kind, monkeypatch):
    monkeypatch.chdir(home.path)
    words = KINDS[kind]
    (home.path / "in").mkdir()
    with thing(kind, home.path / "in/x.yaml"):
        if kind != "none":
            file = words + ("file" if words.endswith(" ") else "")
            assert run(home, "test", "in", status=2).stderr == f"loyalhub: in/x.yaml: {file}\n"
            assert run(home, "content", "lint", "in", status=2).stderr == f"loyalhub: in/x.yaml: {file}\n"
        if kind != "folder":
            file = words + ("file" if words.endswith(" ") else "")
            assert run(home, "test", "in/x.yaml", status=2).stderr == f"loyalhub: in/x.yaml: {file}\n"
            folder = words + ("folder" if words.endswith(" ") else "")
            if kind == "pipe":
                folder = "is a pipe, not a folder"
            for command in (["lint"], ["push", "--yes", *NOWHERE], ["pull", *NOWHERE]):
                if kind == "none" and command[0] == "pull":
                    continue
                said = run(home, "content", command[0], "in/x.yaml", *command[1:], status=2).stderr
                assert f"loyalhub: in/x.yaml: {folder}\n" in said
    assert "in/x.yaml" in log(home)


def test_a_program_may_write_the_file(home):
    """Process substitution, as bash and zsh have it."""
    script = f"{CLIENT} test <(printf 'appId: a\\n'; printf -- '---\\n- nothing\\n')"
    done = subprocess.run(
        ["bash", "-c", script], env=home.environment(LC_ALL="C"), stdin=subprocess.DEVNULL,
        capture_output=True, text=True, timeout=60)
    assert done.returncode == 2
    assert ":3:3: There is no command \"nothing\"" in done.stderr


@pytest.mark.parametrize("command", [
    ["test", f"{STEERING}.yaml"], ["content", "lint", STEERING], ["content", "push", STEERING, *NOWHERE],
    ["wallet", "import", STEERING], ["wallet", "export", f"{STEERING}/x.zip"],
    ["--server", f"https://{STEERING}"], [STEERING], ["--theme", STEERING], ["--clock", STEERING],
    ["content", "revert", STEERING, "1", *NOWHERE], ["content", "revert", "a", STEERING],
    ["wallet", "import", "x", "--password-file", STEERING],
])
def test_what_is_typed_cannot_steer_the_terminal(home, command):
    done = subprocess.run(
        [CLIENT, *command], env=home.environment(), cwd=home.path, stdin=subprocess.DEVNULL,
        capture_output=True, text=True, timeout=60)
    assert done.returncode != 0 and done.stderr
    assert_harmless(done.stdout + done.stderr)


@pytest.mark.parametrize("command", [
    ["--database", f"/nowhere/{STEERING}"], ["--database", "x", "--socket", f"/nowhere/{STEERING}"],
    ["--database", "x", "--seed", STEERING], ["--database", "x", "--host", STEERING, "--port", "0"],
    ["till", "--database", f"/nowhere/{STEERING}", "--card", "1", "--amount", "1"], [STEERING],
])
def test_nor_can_it_of_the_server(home, command):
    done = subprocess.run(
        [SERVER, *command], env=home.environment(), cwd=home.path, stdin=subprocess.DEVNULL,
        capture_output=True, text=True, timeout=60)
    assert done.returncode != 0 and done.stderr
    assert_harmless(done.stdout + done.stderr)


def test_names_and_keys_of_others_cannot_steer_the_terminal(home):
    folder = home.path / "in"
    folder.mkdir()
    (folder / f"{STEERING}.yaml").write_text('"\\e[2J": 1\n"\\e[2J": 2\n')
    (folder / f"{STEERING}.yml").write_text("")
    assert run(home, "content", "lint", "in", status=2).stderr.count("\n") == 2
    assert run(home, "test", "in", status=2).stderr
    text = SCREEN.replace("divider", '"\\e[2J"') + '- {id: "\\e]0;x\\a", type: divider, min_client: "\\e[1m"}\n'
    for path in folder.iterdir():
        path.unlink()
    (folder / f"{STEERING}.yaml").write_text(text)
    assert run(home, "content", "lint", "in", status=1).stdout
    json.loads(run(home, "content", "lint", "in", "--json", status=1).stdout)


def lint(home, *options, status=2):
    """What a script gets: the list, and what people are told beside it."""
    done = run(home, "content", "lint", "in", "--json", *options, status=status)
    return [(item["place"], item["severity"], item["code"], item["pointer"], item["message"])
            for item in json.loads(done.stdout)], done.stderr


def test_a_script_gets_a_list_whatever_the_files_are(home):
    folder = home.path / "in"
    folder.mkdir()
    (folder / "cups.yaml").write_text(SCREEN)
    (folder / "bare.yaml").write_text(SCREEN.replace("cups", "bare").replace("divider", "heading"))
    (folder / "empty.yaml").write_text("")
    (folder / "torn.yaml").write_text("slug: torn\ntitle: {ru: Рвань\n")
    (folder / "twin.yaml").write_text(SCREEN.replace("divider", "heading"))
    os.mkfifo(folder / "pipe.yaml")
    found, said = lint(home)
    assert [item[:4] for item in found[:4]] == [
        (place, "warning", "missing_language", f"/blocks/0/text/{language}")
        for place in ("in/bare.yaml:4:3", "in/twin.yaml:4:3") for language in ("en", "ru")]
    unfit = [
        ("in/empty.yaml:1:1", "error", "bad_yaml", "", "The file is empty"),
        ("in/pipe.yaml", "error", "unreadable", "", "is a pipe into which nobody writes"),
        ("in/torn.yaml:3:1", "error", "bad_yaml", "",
         "Did not find expected ',' or '}' (while parsing a flow mapping)"),
        ("in/twin.yaml:1:7", "error", "same_slug", "",
         "the short name “cups” is also that of in/cups.yaml:1:7")]
    assert found[4:] == unfit
    for place, _, _, _, message in unfit:
        assert f"{place}: {message}" in said
    # Without it the findings of the good files stand beside what is wrong with the others.
    told = run(home, "content", "lint", "in", status=2)
    assert told.stderr == said and told.stdout.count("in/bare.yaml:4:3: ") == 2
    russian, said = lint(home, "--language", "ru")
    assert [item[4] for item in russian[4:]] == [
        "Файл пуст", "это канал, в который никто не пишет",
        "Не хватает «,» или «}» (в фигурных скобках)",
        "короткое имя «cups» есть и в in/cups.yaml:1:7"]
    assert "in/torn.yaml:3:1: Не хватает «,» или «}» (в фигурных скобках)\n" in said
    # What is noted is for whoever reads the log, in one language.
    assert "in/torn.yaml:3:1: Did not find" in log(home) and "Не хватает" not in log(home)


def test_a_script_gets_a_list_of_a_folder_that_is_none_or_has_lost_its_notes(home):
    assert lint(home)[0] == [("in", "error", "unreadable", "", "No such file or folder")]
    (home.path / "in").write_text("")
    assert lint(home)[0] == [("in", "error", "unreadable", "", "is a file, not a folder")]
    (home.path / "in").unlink()
    (home.path / "in").mkdir()
    assert lint(home, status=0)[0] == []
    (home.path / "in/.loyalhub.json").write_text("{")
    assert lint(home)[0] == [
        ("in/.loyalhub.json", "error", "bad_state", "", "makes no sense; remove it and pull again")]


def test_a_link_to_the_screen_of_a_broken_file_is_not_dead(home):
    folder = home.path / "in"
    folder.mkdir()
    button = '- {id: go, type: button, text: {ru: Да, en: Go}, ' \
        'props: {action: {kind: screen, target: %s}}}\n'
    (folder / "cups.yaml").write_text(SCREEN + button % "news" + (button % "gone").replace("go,", "b,"))
    (folder / "news.yaml").write_text("slug: [")
    (folder / ".loyalhub.json").write_text(json.dumps({"version": 1, "screens": {"x": {
        "id": "scr_1", "etag": "1", "content": {"slug": "x", "title": {}, "blocks": []}}}}))
    codes = [(item[2], item[4]) for item in lint(home)[0]]
    assert [code for code, _ in codes] == ["dead_link", "bad_yaml"] and "gone" in codes[0][1]


@pytest.mark.parametrize("words", [{"LC_ALL": "ru_RU.UTF-8"}, {"LC_ALL": "", "LANG": "ru_RU.UTF-8"}])
@pytest.mark.parametrize("kind", ["flow", "screen", "configuration"])
def test_what_is_wrong_in_a_file_is_said_in_russian(home, kind, words):
    said, name = complain(home, b"a: 1\na: 2\n", kind, **words)
    # Of a flow the line itself stands below.
    assert said.split("\n")[0] == f"{name}:2:1: Ключ «a» стоит здесь дважды"

"""A home that is missing, that cannot be written, or that holds something else than files."""

import os
import shutil
import socket
import subprocess
import zipfile

import pytest
from harness.commands import HOMELESS, ORDINARY, run
from harness.programs import CLIENT
from harness.terminal import Terminal

NOTHING_KEPT = "Nothing is kept on this machine when you leave"
NOWHERE = ["--server", "unix:/nowhere"]
IS_ROOT = os.geteuid() == 0


@pytest.fixture
def cards(home):
    """A home with a wallet of two cards, one of them in the write-ahead log only."""
    source = home.path / "cards.zip"
    table = home.path / "catima.csv"
    table.write_text(
        "2\n\n_id\nFood\n\n"
        "_id,store,note,validfrom,expiry,balance,balancetype,cardid,barcodeid,barcodetype,"
        "headercolor,starstatus,lastused,archive\n"
        "1,Bakery,,,,0,,111,,,,0,0,0\n2,Library,,,,0,,222,,,,0,0,0\n\n"
        "cardId,groupId\n1,Food\n")
    with zipfile.ZipFile(source, "w") as archive:
        archive.write(table, "catima.csv")
    done = run([CLIENT, "wallet", "import", str(source)], home.environment())
    assert done.returncode == 0, done.stderr
    wallet = home.path / "xdg_data_home/loyalhub/wallet.sqlite"
    # Whoever is killed leaves a log behind.
    subprocess.run(
        ["python3", "-c",
         "import os, sqlite3, sys\n"
         "connection = sqlite3.connect(sys.argv[1])\n"
         "connection.execute('PRAGMA wal_autocheckpoint = 0')\n"
         "connection.execute(\"UPDATE card SET store = 'Archive' WHERE store = 'Library'\")\n"
         "connection.commit()\n"
         "os._exit(0)\n", str(wallet)], check=True, timeout=20)
    assert wallet.with_name("wallet.sqlite-wal").stat().st_size > 0
    source.unlink()
    table.unlink()
    return home


def assert_lists(done):
    assert done.returncode == 0, done.stderr
    assert [line.split(" · ")[0].strip() for line in done.stdout.splitlines()] == [
        "Bakery", "Archive"]


def close_folders(home, mode):
    """Takes rights from all folders of the home, or gives them back."""
    for folder in sorted(home.path.rglob("*"), reverse=True):
        if folder.is_dir() and not folder.is_symlink() and folder.name != "tmp":
            folder.chmod(mode)
    home.path.chmod(mode)


@pytest.fixture
def closed(cards):
    close_folders(cards, 0o555)
    yield cards
    close_folders(cards, 0o755)


@pytest.mark.skipif(not IS_ROOT, reason="only root may run as somebody whom nobody knows")
@pytest.mark.parametrize("value", [None, "", ".", "home"])
def test_without_any_home_a_command_names_it_and_writes_nothing(home, value):
    folder = home.path / "here"
    folder.mkdir()
    folder.chmod(0o777)
    home.path.chmod(0o755)
    environment = {
        name: text for name, text in home.environment(HOME=value).items()
        if not name.startswith("XDG_")}
    for command in (["wallet", "list"], ["wallet", "import", "x.zip"],
                    ["content", "log", "news", *NOWHERE]):
        done = run([*HOMELESS, CLIENT, *command], environment, cwd=folder)
        assert done.returncode == 1
        assert "HOME" in done.stderr and len(done.stderr.splitlines()) == 1
    done = run([*HOMELESS, CLIENT, "--linear", *NOWHERE], environment, "q\n", cwd=folder)
    assert done.returncode == 0
    assert done.stdout.count(NOTHING_KEPT) == 1 and "HOME" in done.stdout
    assert list(folder.iterdir()) == []


def test_a_home_that_cannot_be_written(closed):
    before = closed.files
    done = run([*ORDINARY, CLIENT, "--linear", *NOWHERE], closed.environment(), "q\n")
    assert done.returncode == 0, done.stderr
    assert done.stdout.count(NOTHING_KEPT) == 1
    assert str(closed.path) in done.stdout and "Permission denied" in done.stdout
    assert_lists(run([*ORDINARY, CLIENT, "wallet", "list"], closed.environment()))
    done = run([*ORDINARY, CLIENT, "wallet", "import", "/nowhere.zip"], closed.environment())
    assert done.returncode == 1
    assert closed.files == before


def test_it_is_said_in_russian_too(closed):
    done = run([*ORDINARY, CLIENT, "--linear", *NOWHERE],
               closed.environment(LANG="ru_RU.UTF-8"), "q\n")
    assert "ничего не сохранится" in done.stdout and "Нет прав доступа" in done.stdout


@pytest.mark.skipif(not IS_ROOT, reason="only root may give files away")
@pytest.mark.parametrize("place", ["folder", "lock", "store", "session"])
def test_files_of_another_user(cards, place):
    """What one `sudo` leaves behind."""
    run([CLIENT, "--linear", *NOWHERE], cards.environment(), "q\n")
    [store] = cards.path.rglob("store.sqlite")
    [session] = (cards.path / "xdg_state_home/loyalhub").glob("unix*")
    (session / "session.json").write_text("{}")
    theirs = {"folder": store.parent, "store": store, "session": session / "session.json",
              "lock": store.with_name("store.sqlite.lock")}[place]
    theirs.chmod(0o700 if place == "folder" else 0o600)
    os.chown(theirs, 54321, 54321)
    done = run([*ORDINARY, CLIENT, "--linear", *NOWHERE], cards.environment(), "q\n")
    assert done.returncode == 0, done.stderr
    assert done.stdout.count(NOTHING_KEPT) == 1
    assert str(theirs) in done.stdout and "Permission denied" in done.stdout


def test_a_limit_on_files_is_no_room(cards):
    limited = ["prlimit", "--fsize=0"]
    done = run([*limited, CLIENT, "--linear", *NOWHERE], cards.environment(), "q\n")
    assert done.returncode == 0, done.stderr
    assert done.stdout.count(NOTHING_KEPT) == 1 and "No space left" in done.stdout


def test_a_limit_on_files_does_not_end_the_screen(home):
    limited = [shutil.which("prlimit"), "--fsize=50000", CLIENT, *NOWHERE]
    with Terminal(limited, home.environment()) as client:
        client.wait_for(NOTHING_KEPT.split(" on this")[0])
        client.press("C-c")
        assert client.wait_for_exit() == 0


@pytest.mark.parametrize("size", [0, 5000])
def test_a_limit_on_files_that_holds_no_frame_is_named(home, size):
    limited = [shutil.which("prlimit"), f"--fsize={size}", CLIENT, *NOWHERE]
    with Terminal(limited, home.environment()) as client:
        assert client.wait_for_exit() == 2
        assert "ulimit -f: File too large; use `loyalhub" in client.text


def test_a_disk_without_room(cards):
    data = cards.path / "xdg_data_home"
    kept = cards.path / "kept"
    shutil.copytree(data, kept)
    script = (f"mount -t tmpfs -o size=1m none {data} && cp -r {kept}/. {data} && "
              f"(cat /dev/zero > {data}/filler 2>/dev/null; true) && exec \"$@\"")
    assert_in_own_mounts(script, cards, "No space left")


def test_a_disk_that_is_read_only(cards):
    script = (f"mount --bind {cards.path} {cards.path} && "
              f"mount -o remount,bind,ro {cards.path} && exec \"$@\"")
    assert_in_own_mounts(script, cards, "Read-only file system")


def assert_in_own_mounts(script, home, reason):
    shell = ["unshare", "--mount", "--map-root-user", "sh", "-ec", script, "sh"]
    if subprocess.run([*shell, "true"], capture_output=True).returncode != 0:
        pytest.skip("no mounts of one's own on this machine")
    environment = home.environment(TMPDIR="/tmp")
    done = run([*shell, CLIENT, "--linear", *NOWHERE], environment, "q\n")
    assert done.returncode == 0, done.stderr
    assert done.stdout.count(NOTHING_KEPT) == 1 and reason in done.stdout
    assert_lists(run([*shell, CLIENT, "wallet", "list"], environment))


def put(kind, path):
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.is_symlink() or path.exists():
        path.unlink()
    if kind == "pipe":
        os.mkfifo(path)
    elif kind == "folder":
        path.mkdir()
    elif kind == "link":
        path.symlink_to("/etc/hostname")
    elif kind == "nowhere":
        path.symlink_to("/nowhere/file")
    elif kind == "denied":
        path.touch(mode=0)
    else:
        with socket.socket(socket.AF_UNIX) as end:
            end.bind(str(path))


@pytest.mark.parametrize("kind", ["pipe", "folder", "link", "socket"])
def test_what_is_no_file_is_named_at_once(home, kind):
    run([CLIENT, "--linear", *NOWHERE], home.environment(), "q\n")
    [store] = home.path.rglob("store.sqlite")
    session = home.path / "xdg_state_home/loyalhub" / store.parent.name / "session.json"
    for path in (store, session):
        put(kind, path)
        done = run([CLIENT, "--linear", *NOWHERE], home.environment(), "q\n")
        assert done.returncode == 0
        assert NOTHING_KEPT in done.stdout
        assert f"{path}: is a {kind}, not a file" in done.stdout
        path.rmdir() if kind == "folder" else path.unlink()

    accounts = home.path / "xdg_config_home/loyalhub/accounts.json"
    put(kind, accounts)
    done = run([CLIENT, "--linear", *NOWHERE], home.environment(), "q\n")
    assert f"The list of accounts cannot be kept. {accounts}: is a {kind}, not a file" in done.stdout
    assert NOTHING_KEPT not in done.stdout

    wallet = home.path / "xdg_data_home/loyalhub/wallet.sqlite"
    put(kind, wallet)
    done = run([CLIENT, "wallet", "list"], home.environment())
    assert done.returncode == 1
    assert f"{wallet}: is a {kind}, not a file" in done.stderr


@pytest.mark.parametrize("kind", ["pipe", "folder", "link", "socket", "nowhere", "denied"])
def test_a_log_that_is_no_file_is_named_once_and_done_without(home, kind):
    log = home.path / "xdg_state_home/loyalhub/loyalhub.log"
    words = {"denied": f"Permission denied: {log}", "nowhere": f"{log}: is a link, not a file"}.get(
        kind, f"{log}: is a {kind}, not a file")
    put(kind, log)
    done = run([*ORDINARY, CLIENT, "--linear", *NOWHERE], home.environment(), "6\n6\nq\n")
    assert done.returncode == 0
    assert done.stdout.count(f"No log of what goes wrong is kept. {words}") == 1
    assert NOTHING_KEPT not in done.stdout
    done = run([*ORDINARY, CLIENT, "wallet", "list"], home.environment())
    assert done.returncode == 0
    assert done.stderr == f"loyalhub: No log of what goes wrong is kept. {words}\n"
    done = run([*ORDINARY, CLIENT, "wallet", "list"], home.environment(LANG="ru_RU.UTF-8"))
    assert done.stderr.startswith("loyalhub: Журнал неполадок не ведётся. ")


@pytest.mark.parametrize("kind, words", [
    ("pipe", "is a pipe, not a file"), ("folder", "is a folder, not a file"),
    ("socket", "is a socket, not a file"), ("nowhere", "is a link that leads nowhere"),
    ("denied", "Permission denied")])
def test_a_configuration_that_is_no_file_is_named_at_once(home, kind, words):
    config = home.path / "xdg_config_home/loyalhub/config.yaml"
    put(kind, config)
    done = run([*ORDINARY, CLIENT, "--linear"], home.environment(), "q\n")
    assert done.returncode == 1
    assert f"{config}: {words}" in done.stderr
    assert "--server https://" in done.stderr
    # One that is given on the command line needs no file.
    assert run([CLIENT, "--linear", *NOWHERE], home.environment(), "q\n").returncode == 0


@pytest.mark.parametrize("language, words", [("en_US", "no server yet"), ("ru_RU", "сервер не выбран")])
def test_without_a_server_one_line_says_what_to_do(home, language, words):
    done = run([CLIENT, "--linear"], home.environment(LANG=language + ".UTF-8"))
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1 and words in done.stderr
    # What is asked for counts more than what the system speaks.
    for option in (["--language", language[:2]], [f"--language={language[:2]}"]):
        done = run([CLIENT, "--linear", *option], home.environment(LANG="en_US.UTF-8"))
        assert words in done.stderr


def test_a_configuration_may_be_a_link(home):
    """As those have it who keep their settings in a repository."""
    config = home.path / "xdg_config_home/loyalhub/config.yaml"
    config.parent.mkdir(parents=True)
    (home.path / "mine.yaml").write_text("server: unix:/nowhere\n")
    config.symlink_to(home.path / "mine.yaml")
    assert "Phone" in run([CLIENT, "--linear"], home.environment(), "q\n").stdout


@pytest.mark.parametrize("value, words", [
    ("/dev/null", "/dev/null: is not a folder"), ("FILE", "is a file, not a folder")])
def test_a_home_that_is_no_folder_is_called_what_it_is(home, value, words):
    (home.path / "file").touch()
    value = value.replace("FILE", str(home.path / "file"))
    environment = {name: text for name, text in home.environment(HOME=value).items()
                   if not name.startswith("XDG_")}
    done = run([CLIENT, "--linear", *NOWHERE], environment, "q\n")
    assert done.returncode == 0
    assert done.stdout.count(NOTHING_KEPT) == 1 and words in done.stdout
    done = run([CLIENT, "wallet", "list"], environment)
    assert done.returncode == 1 and words in done.stderr


def test_a_demo_needs_no_folder_for_temporary_files(home):
    for folder in ("/nowhere", "relative", str(home.path / "file")):
        (home.path / "file").touch()
        done = run([CLIENT, "demo", "--linear"], home.environment(TMPDIR=folder), "q\n")
        assert done.returncode == 0, done.stderr


def test_a_password_is_never_waited_for_in_vain(home):
    pipe = home.path / "pipe"
    os.mkfifo(pipe)
    target = str(home.path / "cards.zip")
    export = [CLIENT, "wallet", "export", target, "--password-file"]
    done = run([*export, str(pipe)], home.environment())
    assert done.returncode == 1
    assert f"{pipe}: is a pipe into which nobody writes" in done.stderr
    assert not os.path.exists(target)
    # Whoever writes may come a little later, be slow, or write more than a line.
    for writer in ("printf secret", "printf 'se'; sleep 0.3; printf 'cret\\nmore'", "yes secret"):
        script = f'exec "$@" <({writer})'
        done = run(["bash", "-c", script, "bash", *export], home.environment())
        assert done.returncode == 0, done.stderr
        os.unlink(target)
    script = f'(sleep 0.3; echo secret) > {pipe} & exec "$@" {pipe}'
    done = run(["bash", "-c", script, "bash", *export], home.environment())
    assert done.returncode == 0, done.stderr


def test_folders_may_be_links(home):
    elsewhere = home.path / "disk"
    elsewhere.mkdir()
    (home.path / "xdg_data_home").symlink_to(elsewhere)
    done = run([CLIENT, "--linear", *NOWHERE], home.environment(), "q\n")
    assert NOTHING_KEPT not in done.stdout
    assert list(elsewhere.rglob("store.sqlite"))

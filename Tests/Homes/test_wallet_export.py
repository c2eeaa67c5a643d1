"""An export is a whole file or none, and a refusal names the path and the reason."""

import os
import signal
import subprocess
import zipfile

import pytest
from harness.commands import ORDINARY, run
from harness.programs import CLIENT

TABLE = "2\n\n_id\n\n_id,store,cardid\n1,Bakery,111\n2,Library,222\n"


@pytest.fixture
def pictured(home):
    """A wallet whose export has some megabytes that no archive makes smaller."""
    source = home.path / "cards.zip"
    with zipfile.ZipFile(source, "w") as archive:
        archive.writestr("catima.csv", TABLE)
        for card in [1, 2]:
            archive.writestr(f"card_{card}_front.png", b"\x89PNG\r\n\x1a\n" + os.urandom(7 << 20))
    done = run([CLIENT, "wallet", "import", str(source)], home.environment())
    assert done.returncode == 0, done.stderr
    source.unlink()
    return home


def export(home, path, *before):
    return run([*before, CLIENT, "wallet", "export", str(path)], home.environment())


def assert_refused(done, *words):
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("loyalhub: The file cannot be used: ")
    for each in words:
        assert each in done.stderr, done.stderr


def test_a_disk_that_fills_up(pictured):
    folder = pictured.path / "disk"
    folder.mkdir()
    script = (f"mount -t tmpfs -o size=1m none {folder} && "
              f"\"$@\"; code=$?; ls -A {folder}; exit $code")
    shell = ["unshare", "--mount", "--map-root-user", "sh", "-ec", script, "sh"]
    if subprocess.run([*shell, "true"], capture_output=True, timeout=20).returncode:
        pytest.skip("no mounts of one's own on this machine")
    assert_refused(
        export(pictured, folder / "a.zip", *shell), f"{folder}/a.zip: No space left on device")


def test_a_limit_on_files(pictured):
    folder = pictured.path / "out"
    folder.mkdir()
    done = export(pictured, folder / "a.zip", "prlimit", "--fsize=1000000")
    assert_refused(done, f"{folder}/a.zip: No space left on device")
    assert os.listdir(folder) == []


def test_a_place_that_takes_no_file(pictured):
    folder = pictured.path / "closed"
    folder.mkdir(mode=0o555)
    done = export(pictured, folder / "a.zip", *ORDINARY)
    assert_refused(done, f"{folder}/a.zip: Permission denied")
    assert_refused(export(pictured, folder), f"{folder}: is a folder, not a file")
    assert_refused(export(pictured, folder / "none/a.zip"), f"{folder}/none: No such file or folder")
    assert_refused(export(pictured, "/dev/full"), "/dev/full: is a device, not a file")
    assert os.listdir(folder) == []


def test_killed_in_the_middle(pictured):
    """Also of a program that can do nothing more, nothing half-written is left."""
    folder = pictured.path / "out"
    folder.mkdir()
    program = subprocess.Popen(
        [CLIENT, "wallet", "export", str(folder / "a.zip")], env=pictured.environment(),
        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while program.poll() is None and not writes_into(program.pid, folder):
        pass
    program.send_signal(signal.SIGKILL)
    program.wait(timeout=20)
    if names := os.listdir(folder):
        assert names == ["a.zip"]
        with zipfile.ZipFile(folder / "a.zip") as archive:
            assert archive.testzip() is None


def writes_into(process, folder):
    links = f"/proc/{process}/fd"
    for link in os.listdir(links):
        try:
            if os.readlink(f"{links}/{link}").startswith(f"{folder}/"):
                return True
        except OSError:
            pass  # It was closed meanwhile.
    return False

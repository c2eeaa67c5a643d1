"""`loyalhub test` as who tests with it sees it: many flows, and what goes wrong with one of them."""

import os
import re
import select
import signal
import subprocess
import time

import pytest
from harness.programs import CLIENT

HEAD = "appId: loyalhub\n---\n- launchApp: {clearState: true}\n"
GOOD = HEAD + "- assertVisible: {id: login.phone}\n"
BAD = HEAD + "- assertVisible: Champagne\n"
# Typed key by key, it takes a while.
LONG = HEAD + "- repeat:\n    times: 2000\n    commands:\n      - pressKey: Down\n"


@pytest.fixture
def folder(home):
    folder = home.path / "flows"
    folder.mkdir()
    return folder


def write(folder, **flows):
    for name, text in flows.items():
        (folder / f"{name}.yaml").write_text(text)


def start(home, *options, **more):
    return subprocess.Popen(
        [CLIENT, "test", *map(str, options)], env=home.environment(), cwd=home.path, text=True,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, **more)


def run(home, *options, status=0, said=""):
    with start(home, *options, stdin=subprocess.PIPE) as process:
        out, err = process.communicate(said, timeout=120)
    assert process.returncode == status, out + err
    return out, err


def children(process):
    try:
        with open(f"/proc/{process}/task/{process}/children") as numbers:
            return [int(number) for number in numbers.read().split()]
    except FileNotFoundError:
        return []


def wait_for(found, seconds=30):
    end = time.monotonic() + seconds
    while not (value := found()):
        assert time.monotonic() < end
        select.select([], [], [], 0.01)
    return value


@pytest.mark.parametrize("width", [1, 3])
def test_each_flow_is_told_of_whatever_becomes_of_the_others(home, folder, width):
    write(folder, a=GOOD, b=BAD, c=GOOD, d=GOOD)
    out, _ = run(home, "--parallel", width, folder, status=1)
    assert sorted(re.findall("^([✓✗] [a-d]) · ", out, re.M)) == ["✓ a", "✓ c", "✓ d", "✗ b"]
    assert f"{folder}/b.yaml:4: \"Champagne\" is not visible\n" in out
    assert out.endswith("3 passed, 1 failed\n")


def test_none_is_begun_after_one_that_failed(home, folder):
    write(folder, a=GOOD, b=BAD, c=GOOD, d=GOOD)
    out, _ = run(home, "--fail-fast", folder, status=1)
    assert out.endswith("1 passed, 1 failed, 2 not played\n")


def test_a_process_that_is_killed_ends_one_flow(home, folder):
    write(folder, a=LONG, b=GOOD)
    with start(home, "--parallel", 1, folder) as process:
        [worker] = wait_for(lambda: children(process.pid))
        # It has a server of its own once it plays.
        wait_for(lambda: children(worker))
        os.kill(worker, signal.SIGKILL)
        out, err = process.communicate(timeout=120)
    assert process.returncode == 1 and err == ""
    assert "✗ a · " in out and "ended by signal 9" in out
    assert "✓ b · " in out and out.endswith("1 passed, 1 failed\n")


@pytest.mark.parametrize("words", [["test", "a.yaml"], ["demo", "--linear"]])
def test_a_server_that_cannot_start_says_why(home, folder, words):
    write(folder, a=GOOD)
    # No room for the name of a socket; the server removes its folder, and the log in it.
    place = folder / ("x" * 100)
    place.mkdir()
    environment = home.environment() | {"TMPDIR": str(place)}
    done = subprocess.run(
        [CLIENT, *words], env=environment, cwd=folder, capture_output=True, text=True, timeout=60)
    assert done.returncode == 1
    assert "a socket's path has at most 107 bytes" in done.stdout + done.stderr
    assert not list(place.iterdir())


def test_what_ran_is_told_when_it_is_called_off(home, folder):
    write(folder, a=GOOD, b=LONG)
    with start(home, "--output", home.path / "out", folder) as process:
        first = process.stdout.readline()
        assert "✓ a · " in first
        [worker] = children(process.pid)
        wait_for(lambda: children(worker))
        process.send_signal(signal.SIGINT)
        out, _ = process.communicate(timeout=60)
    assert process.returncode == -signal.SIGINT
    assert out.endswith("called off before its end\n1 passed, 1 failed\n")
    report = (home.path / "out/junit.xml").read_text()
    assert 'name="a"' in report and "called off before its end" in report
    wait_for(lambda: not os.path.exists(f"/proc/{worker}"))


def test_all_that_is_wrong_is_told_before_anything_is_played(home, folder):
    write(folder, a=HEAD + "- tapOnn: A\n- pressKey: Entre\n", b="appId: other\n---\n- back\n",
          c=GOOD)
    out, err = run(home, folder, status=2)
    assert out == ""
    places = re.findall(rf"^{folder}/([ab]\.yaml:\d+:\d+): ", err, re.M)
    assert places == ["a.yaml:4:3", "a.yaml:5:13", "b.yaml:1:8"]
    assert 'Did you mean "tapOn"?' in err
    assert run(home, "--check", folder / "c.yaml")[0] == "1 flow can be read\n"


def test_a_flow_may_come_from_the_standard_input(home):
    assert "✓ - · " in run(home, "-", said=GOOD)[0]
    assert "-:4:3: " in run(home, "-", status=2, said=HEAD + "- nothing\n")[1]


def test_what_is_given_stands_in_no_report(home, folder):
    write(folder, a=HEAD + "- assertVisible: ${SECRET}\n")
    (home.path / "env").write_text("SECRET=from a file\n")
    output = home.path / "out"
    out, _ = run(home, "--output", output, "--env-file", home.path / "env", "-e",
                 "SECRET=Xyzzy-42", folder, status=1)
    told = out + "".join(path.read_text() for path in output.glob("[jr]*.*"))
    assert "is not visible" in told
    assert "Xyzzy" not in told


def test_what_scripts_say_is_in_the_report(home, folder):
    write(folder, a=HEAD + "- evalScript: \"${console.log('so it is')}\"\n")
    output = home.path / "out"
    run(home, "--output", output, folder)
    assert "so it is" in (output / "report.jsonl").read_text()
    assert "so it is" in (output / "junit.xml").read_text()


def test_screenshots_of_cases_are_told_apart(home, folder):
    head = "appId: loyalhub\nmatrix: {language: [en, ru]}\n---\n- launchApp: {clearState: true}\n"
    write(folder, a=head + "- takeScreenshot: home\n", b=HEAD + "- takeScreenshot: own\n")
    output = home.path / "out"
    run(home, "--parallel", 3, "--output", output, folder)
    assert "Log in" in (output / "home-a-en.txt").read_text()
    assert "Вход" in (output / "home-a-ru.txt").read_text()
    assert (output / "own.svg").exists()


def test_the_next_run_takes_away_what_the_last_one_has_left(home, folder):
    output = home.path / "out"
    output.mkdir()
    (output / "mine.txt").write_text("x")
    for name in ("one", "two", "two"):
        write(folder, a=HEAD + f"- takeScreenshot: {name}\n- takeScreenshot: {name}\n")
        run(home, "--output", output, folder)
    assert {path.name for path in output.glob("*.txt")} == {
        "mine.txt", "two.txt", "two-2.txt", "a.80x24.txt"}


def test_reports_that_cannot_be_written_are_a_failure(home, folder):
    write(folder, a=GOOD)
    (home.path / "out/report.html/x").mkdir(parents=True)
    out, err = run(home, "--output", home.path / "out", folder, status=1)
    assert "1 passed" in out and "report.html" in err


def test_who_calls_off_finds_nothing_left_behind(home, folder):
    write(folder, a=GOOD, b=GOOD, c=GOOD)
    place = home.path / "temporary"
    place.mkdir()
    for tenths in range(0, 16, 3):
        process = subprocess.Popen(
            [CLIENT, "test", "--parallel", "3", folder], stdout=subprocess.PIPE, text=True,
            env=home.environment() | {"TMPDIR": str(place)})
        # However far it is by then.
        select.select([], [], [], tenths / 10)
        process.send_signal(signal.SIGTERM)
        out, _ = process.communicate(timeout=60)
        assert process.returncode in (-signal.SIGTERM, 0)
        assert out.count(" passed, ") <= 1
        assert not list(place.iterdir()), tenths


def test_what_is_given_stands_on_no_screen_that_is_kept(home, folder):
    write(folder, a=HEAD + "- tapOn: {id: login.phone}\n- inputText: ${PHONE}\n- takeScreenshot: it\n"
          "- takeScreenshot: it-${PHONE}\n")
    output = home.path / "out"
    run(home, "--output", output, "-e", "PHONE=9161234567", folder)
    assert "•••" in (output / "it.txt").read_text()
    for path in output.iterdir():
        # As it is typed and as the field shows it; of a terminal's bytes, what a person reads.
        assert "9161234567" not in path.name
        text = re.sub("\x1b\\[[0-9;?]*[A-Za-z]", "", path.read_text())
        assert not re.search("9\\W?1\\W?6\\W{0,3}1\\W?2\\W?3\\W{0,3}4", text), path.name


def test_a_flow_that_fails_now_and_then_is_named_with_its_seeds(home, folder):
    write(folder, a=HEAD + "- assertTrue: ${Math.random() < 0.5}\n")
    out, _ = run(home, "--repeat", 12, "--parallel", 3, folder, status=1)
    seeds = re.search(r"^flaky: .*a\.yaml: (\d+) of 12 failed, with --seed ([\d, ]+)$", out, re.M)
    failing = seeds[2].split(", ")
    assert len(failing) == int(seeds[1])
    # The same seed is the same flow.
    run(home, "--seed", failing[0], folder, status=1)


def test_the_same_flow_is_the_same_bytes(home, folder):
    write(folder, a=HEAD + "- tapOn: {id: login.phone}\n- inputRandomNumber: {length: 10}\n"
                           "- startRecording: part\n- pressKey: Enter\n- stopRecording\n"
                           "- takeScreenshot: end\n",
          # Codes, numbers of cards and what is redeemed are left to chance.
          b=HEAD.replace("true}", "true, arguments: {session: demo, language: en}}")
          + "- takeScreenshot: card\n- pressKey: '3'\n- tapOn: A shot of syrup, 30 points\n"
          "- tapOn: {id: reward.redeem}\n- tapOn: {id: reward.confirm}\n"
          "- assertVisible: {id: coupon.number}\n- takeScreenshot: coupon\n")
    for name in ("one", "two"):
        run(home, "--output", home.path / name, folder)
    one, two = (
        {path.name: path.read_bytes() for path in (home.path / name).iterdir()}
        for name in ("one", "two"))
    assert {"a.80x24.ansi", "part.80x24.ansi", "end.svg", "end.txt"} <= set(one)
    assert len(one["part.80x24.ansi"]) < len(one["a.80x24.ansi"])
    for name in one:
        # How long it took is told by these.
        if not name.startswith(("junit", "report")):
            assert one[name] == two[name], name


def test_what_is_changed_is_played_again(home, folder):
    write(folder, a=GOOD, b=GOOD)
    with start(home, "--continuous", "--output", folder / "out", folder) as process:
        def until(words):
            said = ""
            while words not in said:
                line = process.stdout.readline()
                assert line, process.stderr.read()
                said += line
            return said
        assert "2 passed, 0 failed" in until("waiting until")
        write(folder, b=BAD)
        said = until("waiting until")
        assert "✗ b" in said and "0 passed, 1 failed" in said
        write(folder, b=HEAD + "- asertVisible: x\n")
        assert "passed" not in until("waiting until")
        write(folder, b=GOOD, c=GOOD)
        assert "2 passed, 0 failed" in until("waiting until")
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=30)
    assert process.returncode == -signal.SIGINT
    assert "passed" not in out and 'Did you mean "assertVisible"?' in err


def test_each_of_a_matrix_is_played(home, folder):
    write(folder, a="appId: loyalhub\nmatrix: {language: [en, ru], size: [80x24, 40x15]}\n---\n"
                    "- launchApp: {clearState: true}\n- assertVisible: {id: login.phone}\n")
    out, _ = run(home, "--parallel", 2, folder)
    assert sorted(re.findall(r"^✓ a \[(.*)\]", out, re.M)) == [
        "en 40x15", "en 80x24", "ru 40x15", "ru 80x24"]

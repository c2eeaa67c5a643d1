"""`loyalhub hierarchy` says what a selector can name, so that none is guessed."""

import json

import pytest
from harness.commands import run
from harness.programs import CLIENT, ROOT


def hierarchy(home, *words, status=0):
    ended = run([CLIENT, "hierarchy", *words], home.environment(), seconds=60)
    assert ended.returncode == status, ended.stderr
    return ended


def ids(elements):
    return [element["id"] for element in elements] + [
        found for element in elements for found in ids(element["children"])]


def test_the_first_screen_of_the_demo(home):
    text = hierarchy(home).stdout
    assert text.startswith("80x24 ")
    line = next(line for line in text.splitlines() if line.split()[:1] == ["login.phone"])
    assert "field" in line and "focused" in line


@pytest.mark.parametrize("language, word", [("en", "Phone"), ("ru", "Телефон")])
def test_it_is_json_in_a_language_and_a_size(home, language, word):
    text = hierarchy(home, "--json", "--language", language, "--size", "60x20").stdout
    screen = json.loads(text)
    assert (screen["width"], screen["height"]) == (60, 20)
    assert "login.phone" in ids(screen["elements"])
    assert word in text


def test_a_flow_is_played_first(home):
    text = hierarchy(home, "--flow", str(ROOT / "Tests/Flows/F10-history.yaml")).stdout
    assert "login.phone" not in text
    assert "history" in text


def test_a_flow_that_fails_shows_where(home):
    flow = home.path / "wrong.yaml"
    flow.write_text("appId: loyalhub.coffee\n---\n- launchApp\n- assertVisible: Nothing of the kind\n")
    ended = hierarchy(home, "--flow", str(flow), status=1)
    assert "login.phone" in ended.stdout
    assert "wrong.yaml:4" in ended.stderr


def test_a_flow_that_is_none_is_refused(home):
    flow = home.path / "none.yaml"
    flow.write_text("appId: loyalhub.coffee\n---\n- fly: away\n")
    ended = hierarchy(home, "--flow", str(flow), status=2)
    assert ended.stdout == ""
    assert "none.yaml:3" in ended.stderr

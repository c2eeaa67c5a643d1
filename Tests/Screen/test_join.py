"""A join link: `loyalhub https://…` opens the app at that server, and says what is wrong with a link."""

import subprocess

import pytest
from harness.answering import Answering, saying
from harness.programs import CLIENT


def run(words, home, **environment):
    return subprocess.run(
        [CLIENT, *words], env=home.environment(**environment), input="q\n", capture_output=True,
        text=True, timeout=60)


def config(home):
    return home.path / "xdg_config_home/loyalhub/config.yaml"


def test_a_link_opens_the_program_it_leads_to(home, server):
    done = run(["--linear", server.address], home)
    assert done.returncode == 0, done.stderr
    assert "Zerna" in done.stdout and "Phone" in done.stdout
    # It has answered: from now on it is the one.
    assert run(["--linear"], home).returncode == 0
    assert server.address in config(home).read_text()


@pytest.mark.parametrize("body, kind, words", [
    (b"<html>shop</html>", "text/html", "Another page answers"),
    (b'{"ok": true}', "application/json", "This is not a Loyalhub server")])
def test_a_link_to_something_else_is_told_and_not_kept(home, body, kind, words):
    with Answering(saying("200 OK", body, Content_Type=kind)) as other:
        done = run([f"http://127.0.0.1:{other.port}/join", "--linear"], home)
    assert words in done.stdout
    assert not config(home).exists()


@pytest.mark.parametrize("link, words", [
    ("https://anna:secret@shop.example", "user name or a password"),
    ("ftp://shop.example", "begins with neither https://"),
    ("javascript:alert(1)", "begins with neither https://"),
    ("shop.example", "begins with neither https://"),
    ("http://shop.example", "--insecure-http"),
    ("https://shop.example/?ref=1", "“?” or “#”"),
    ("https://shop\x1b[2J.example", "character that addresses do not have"),
    ("https://аpple.com", "look alike"),
    ("https://", "there is no host"),
    ("", "it is empty"),
])
def test_a_link_that_is_none_is_refused_in_words(home, link, words):
    done = run([link, "--linear"], home)
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
    assert words in done.stderr and "secret" not in done.stderr and "\x1b" not in done.stderr
    assert home.files == [] or not config(home).exists()


def test_a_mistyped_command_is_no_link(home):
    done = run(["dmeo"], home)
    assert done.returncode == 64
    assert "Did you mean 'demo'?" in done.stderr


def test_a_link_and_the_option_are_one_too_many(home):
    done = run(["https://a.example", "--server", "https://b.example"], home)
    assert done.returncode == 64 and "one server at a time" in done.stderr


def test_an_option_after_a_link_is_looked_at(home):
    done = run(["https://a.example", "--liner"], home)
    assert done.returncode == 64 and "Did you mean '--linear'?" in done.stderr

"""Others can read the reports of flows: XML by its schema, the page by a parser of HTML.

They come from the unit tests' own records, in which each text is as odd as it can be.
"""

import base64
import hashlib
import html.parser
import os
import re
import subprocess
import sys
import tarfile
from importlib.metadata import version

import pytest
from harness.commands import run
from harness.programs import FOLDER

TESTS = FOLDER / "loyalhub-tuiPackageTests.xctest"
SCHEMA = "testing/example_scripts/junit-10.xsd"


def write_reports(folder, *before, **options):
    if not TESTS.exists():
        pytest.skip("the unit tests are not built here")
    return run(
        [*before, TESTS, "--testing-library", "swift-testing", "--filter", "ReportFilesTests"],
        os.environ | {"LOYALHUB_REPORTS": str(folder)}, seconds=120, **options)


@pytest.fixture(scope="module")
def reports(tmp_path_factory):
    folder = tmp_path_factory.mktemp("reports")
    written = write_reports(folder)
    assert written.returncode == 0, written.stdout
    return folder


@pytest.fixture(scope="module")
def schema(tmp_path_factory):
    """The schema of xUnit 2, as the sources of the pytest that runs here have it."""
    folder = tmp_path_factory.mktemp("pytest")
    try:
        fetched = subprocess.run(
            [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check",
             "--no-deps", "--no-binary", "pytest", "--dest", str(folder),
             f"pytest=={version('pytest')}"], capture_output=True, text=True, timeout=180)
    except subprocess.TimeoutExpired:
        pytest.skip("pytest's sources did not come in time")
    archives = list(folder.glob("pytest-*.tar.gz"))
    if not archives:
        pytest.skip(f"pytest's sources cannot be had: {fetched.stderr.strip()[-200:]}")
    with tarfile.open(archives[0]) as archive:
        member = next(each for each in archive if each.name.endswith(SCHEMA))
        path = folder / "junit.xsd"
        path.write_bytes(archive.extractfile(member).read())
    return path


@pytest.mark.parametrize("language", ["", "ru"])
def test_junit_is_valid(reports, schema, language):
    checked = subprocess.run(
        ["xmllint", "--noout", "--schema", str(schema), str(reports / language / "junit.xml")],
        capture_output=True, text=True, timeout=60)
    assert checked.returncode == 0, checked.stderr


class Page(html.parser.HTMLParser):
    """The elements of a page, the text of its scripts, and what it would fetch."""

    VOID = {"meta", "input"}

    def __init__(self, text):
        super().__init__()
        self.open, self.scripts, self.fetched, self.texts, self.ids = [], [], [], [], []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attributes):
        if tag not in self.VOID:
            self.open.append(tag)
        for name, value in attributes:
            assert not name.startswith("on"), (tag, name)
            if name == "id":
                self.ids.append(value)
            if name in ("src", "href", "action") and not value.startswith("#"):
                self.fetched.append(value)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        (self.scripts if self.open[-1:] == ["script"] else self.texts).append(data)


@pytest.mark.parametrize("language", ["", "ru"])
def test_the_page_is_whole_and_runs_its_own_script_alone(reports, language):
    text = (reports / language / "report.html").read_text()
    page = Page(text)
    assert page.open == []
    assert page.fetched == []
    assert len(page.ids) == len(set(page.ids))
    script = "".join(page.scripts)
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    # `HTMLReport.scriptDigest`, to be changed with the script.
    assert re.findall(r"script-src '([^']*)'", text) == [f"sha256-{digest}"]
    assert "<script>alert(1)</script>" in "".join(page.texts)


def test_a_full_disk_is_told_and_no_half_a_report_is_left(tmp_path):
    # The limit on files stands in for the disk; Python ignores its signal, and so does what it starts.
    written = write_reports(tmp_path, "prlimit", "--fsize=20000", restore_signals=False)
    assert written.returncode != 0
    assert "report.html: No space left on device" in written.stdout + written.stderr
    assert sorted(path.name for path in tmp_path.iterdir()) == ["junit.xml", "report.jsonl"]

"""Pictures of frames, looked at from outside: a code in one is read as off a phone."""

import re
import shutil
import subprocess

import pytest
from harness.programs import FOLDER, ROOT

TESTS = FOLDER / "loyalhub-tuiPackageTests.xctest"


@pytest.fixture(scope="module")
def gallery(tmp_path_factory):
    """The member's card in each look, and a screen of lines and letters."""
    missing = [f"{tool} ({package})" for tool, package in (
        ("rsvg-convert", "librsvg2-bin"), ("zbarimg", "zbar-tools")) if not shutil.which(tool)]
    if missing:
        pytest.skip("needs " + " and ".join(missing))
    if FOLDER != (ROOT / ".build/debug").resolve() or not TESTS.exists():
        pytest.skip("the gallery is made by the debug build of the tests")
    folder = tmp_path_factory.mktemp("gallery")
    subprocess.run(
        [ROOT / "Tests/gallery", folder, "--screens", "card,localCard", "--sizes", "80x24,120x40",
         "--languages", "ru", "--brands", "coffee,books", "--colors", "direct,16,mono"],
        check=True, timeout=120)
    return folder


def test_each_symbol_decodes_in_each_look(gallery):
    pictures = sorted(gallery.glob("card-*.png"))
    assert len(pictures) == 2 * 2 * 2 * 3
    for picture in pictures:
        read = subprocess.run(["zbarimg", "-q", "--raw", picture], capture_output=True, text=True)
        assert read.stdout == "LH1:7Q4M-2K9T-XW35-81ZC\n", picture.name


def test_the_pictures_have_the_size_of_their_cells(gallery):
    for picture in gallery.glob("card-80x24-*.svg"):
        assert re.search(r'width="640" height="384" viewBox="0 0 1280 768"', picture.read_text())

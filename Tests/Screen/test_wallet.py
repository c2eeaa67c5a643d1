"""The wallet's commands against archives that another program's library has made."""

import hashlib
import hmac
import json
import os
import stat
import struct
import subprocess
import zipfile

import pytest
from harness.programs import CLIENT

PICTURE = b"\x89PNG\r\n\x1a\n" + b"pixels" * 50
TABLE = """2\r
\r
_id\r
Food\r
\r
_id,store,note,validfrom,expiry,balance,balancetype,cardid,barcodeid,barcodetype,headercolor,mood\r
7,Bakery,"one

two",,,12.50,EUR,4600702084115,,EAN_13,-45147,sunny\r
9,Gym,,,,0,,42,,CODABAR,,\r
\r
cardId,groupId\r
7,Food\r
"""


def run(home, *arguments):
    return subprocess.run(
        [CLIENT, "wallet", *map(str, arguments)], env=home.environment(LC_ALL="C"),
        stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=60)


def cards(home):
    done = run(home, "list", "--json")
    assert (done.returncode, done.stderr) == (0, "")
    return json.loads(done.stdout)


def catima(path, table=TABLE, **others):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("catima.csv", table)
        for name, data in others.items():
            archive.writestr(name.replace("__", "."), data)
    return path


def test_catimas_zip_comes_in_and_goes_out_whole(home, tmp_path):
    path = catima(tmp_path / "catima.zip", card_7_front__png=PICTURE)
    done = run(home, "import", path)
    assert done.returncode == 0, done.stderr
    assert done.stdout == "Cards read. New: 2, completed: 0, already here: 0.\n"
    assert run(home, "import", path).stdout.endswith("New: 0, completed: 0, already here: 2.\n")
    bakery, gym = cards(home)
    assert bakery["store"] == "Bakery" and bakery["note"] == "one\n\ntwo"
    assert bakery["balance"] == "12.50 EUR" and bakery["groups"] == ["Food"]
    assert gym["symbology"] == "codabar" and "expires_on" not in bakery

    exported = tmp_path / "exported.zip"
    assert run(home, "export", exported).returncode == 0
    assert stat.S_IMODE(os.stat(exported).st_mode) == 0o600
    with zipfile.ZipFile(exported) as archive:
        assert archive.testzip() is None
        assert sorted(archive.namelist()) == ["card_1_front.png", "catima.csv"]
        assert archive.read("card_1_front.png") == PICTURE
        table = archive.read("catima.csv").decode()
    assert ",mood\r\n" in table and ",sunny\r\n" in table and "-45147" in table
    assert "CODABAR" in table and "1,Food\r\n" in table
    before = exported.read_bytes()
    again = run(home, "export", exported)
    assert again.returncode == 1 and "not replaced" in again.stderr and again.stdout == ""
    assert exported.read_bytes() == before
    assert sorted(os.listdir(tmp_path)) == ["catima.zip", "exported.zip"]


def test_a_password_comes_from_a_file(home, tmp_path):
    assert run(home, "import", catima(tmp_path / "a.zip")).returncode == 0
    secret = tmp_path / "secret"
    secret.write_text("correct horse\nnot this\n")
    locked = tmp_path / "locked.zip"
    assert run(home, "export", locked, "--password-file", secret).returncode == 0
    assert_sealed(locked, b"correct horse")
    refused = run(home, "import", locked)
    assert refused.returncode == 1 and "encrypted" in refused.stderr
    opened = run(home, "import", locked, "--password-file", secret)
    assert opened.stdout.endswith("already here: 2.\n"), opened.stderr


@pytest.mark.parametrize("text", [
    b"\xef\xbb\xbf\xd0\xb6 1\r\nrest", b"\xd0\xb6 1", b"\xd0\xb6 1\n", b"\xd0\xb6 1\rrest\r"])
def test_a_password_is_the_first_line_however_it_was_saved(home, tmp_path, text):
    assert run(home, "import", catima(tmp_path / "a.zip")).returncode == 0
    secret = tmp_path / "secret"
    secret.write_bytes(text)
    assert run(home, "export", tmp_path / "b.zip", "--password-file", secret).returncode == 0
    assert_sealed(tmp_path / "b.zip", "ж 1".encode())


@pytest.mark.parametrize("text, words", [
    (b"caf\xe9\n", "is no text in UTF-8"), (b"\xef\xbb\xbf\r\nlater\n", "its first line is empty"),
    (b"", "its first line is empty"), (None, "No such file or folder")])
def test_a_password_that_is_none_is_refused_and_nothing_is_written(home, tmp_path, text, words):
    assert run(home, "import", catima(tmp_path / "a.zip")).returncode == 0
    secret = tmp_path / "secret"
    if text is not None:
        secret.write_bytes(text)
    refused = run(home, "export", tmp_path / "b.zip", "--password-file", secret)
    assert refused.returncode == 1 and f"{secret}: {words}" in refused.stderr, refused
    assert not (tmp_path / "b.zip").exists()


def assert_sealed(path, password):
    """WinZip's AES-256 (AE-1 or AE-2), checked by its password bytes and its seal."""
    with zipfile.ZipFile(path) as archive:
        (entry,) = archive.infolist()
    assert entry.flag_bits & 1 and entry.compress_type == 99
    field = entry.extra[entry.extra.index(b"\x01\x99"):]
    assert field[6:8] == b"AE" and field[8] == 3
    data = path.read_bytes()
    start = entry.header_offset
    name, extra = struct.unpack("<HH", data[start + 26:start + 30])
    start += 30 + name + extra
    sealed = data[start:start + entry.compress_size]
    salt, check, text, seal = sealed[:16], sealed[16:18], sealed[18:-10], sealed[-10:]
    keys = hashlib.pbkdf2_hmac("sha1", password, salt, 1000, 66)
    assert keys[64:] == check
    assert hmac.digest(keys[32:64], text, "sha1")[:10] == seal


HOSTILE = {
    "traversal": ({"../../evil": b"x"}, "unsafe name"),
    "absolute": ({"/etc/cron.d/evil": b"x"}, "unsafe name"),
    "bomb": ({"card_7_back.png": b"\x89PNG\r\n\x1a\n" + bytes(7 << 20)}, "far more"),
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_hostile_archive_changes_nothing(home, tmp_path, kind):
    files, words = HOSTILE[kind]
    path = tmp_path / "hostile.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("catima.csv", TABLE)
        for name, data in files.items():
            archive.writestr(name, data)
    done = run(home, "import", path)
    assert done.returncode == 1 and words in done.stderr and done.stdout == ""
    assert cards(home) == []
    assert os.listdir(tmp_path) == ["hostile.zip"]


def test_what_can_be_read_is_taken_and_the_rest_is_named(home, tmp_path):
    table = TABLE.replace("9,Gym,,,,0,", "9,Gym,,,,much,")
    done = run(home, "import", catima(tmp_path / "odd.zip", table, card_7_back__png=b"MZ"))
    assert done.returncode == 0
    assert done.stderr == (
        "loyalhub: Left out: line 10, a detail: the balance is no number.\n"
        "loyalhub: Left out: card_7_back.png, a picture that is damaged, "
        "too large or no PNG.\n")
    assert [card["store"] for card in cards(home)] == ["Bakery", "Gym"]
    # A card that is missing has a status of its own; a file without any changes nothing.
    (tmp_path / "short.csv").write_text("2\n\n_id\n\n_id,store,cardid\n1,Shop,5\n2,,6\n")
    done = run(home, "import", tmp_path / "short.csv")
    assert (done.returncode, done.stdout) == (
        3, "Cards read. New: 1, completed: 0, already here: 0.\n")
    assert done.stderr == "loyalhub: Left out: line 7, the card: the store has no name.\n"
    (tmp_path / "bad.csv").write_text("2\n\n_id\n\n_id,store,cardid\n1,,5\n")
    done = run(home, "import", tmp_path / "bad.csv")
    assert (done.returncode, done.stdout) == (1, "") and "Nothing was changed" in done.stderr


def test_a_day_is_the_same_in_each_zone(home, tmp_path):
    """Midnight in Berlin, read in London; then written for the zone of whoever exports it."""
    table = "2\n\n_id\n\n_id,store,cardid,expiry\n1,Shop,5,1830207600000\n"
    (tmp_path / "berlin.csv").write_text(table)
    for zone in ["Europe/London", "America/New_York", "Asia/Tokyo"]:
        done = subprocess.run(
            [CLIENT, "wallet", "import", tmp_path / "berlin.csv"],
            env=home.environment(LC_ALL="C", TZ=zone), capture_output=True, text=True, timeout=60)
        assert done.returncode == 0, done.stderr
        assert [card["expires_on"] for card in cards(home)] == ["2027-12-31"]
    written = tmp_path / "moscow.zip"
    subprocess.run(
        [CLIENT, "wallet", "export", written], check=True, timeout=60, capture_output=True,
        env=home.environment(LC_ALL="C", TZ="Europe/Moscow"))
    with zipfile.ZipFile(written) as archive:
        assert ",1830200400000," in archive.read("catima.csv").decode()


def test_a_newer_pass_updates_its_card(home, tmp_path):
    def bread(name, message, description):
        path = tmp_path / name
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("pass.json", json.dumps({
                "organizationName": "Bakery", "passTypeIdentifier": "pass.bread",
                "serialNumber": 7, "description": description,
                "barcode": {"format": "PKBarcodeFormatQR", "message": message}}))
        return path
    bundle = tmp_path / "all.pkpasses"
    with zipfile.ZipFile(bundle, "w") as archive:
        archive.write(bread("old.pkpass", "A-1", "5 points"), "old.pkpass")
        archive.writestr("broken.pkpass", b"nothing")
    done = run(home, "import", bundle)
    assert done.returncode == 3 and "broken.pkpass" in done.stderr
    done = run(home, "import", bread("new.pkpass", "A-2", "9 points"))
    assert done.stdout == "Cards read. New: 0, completed: 1, already here: 0.\n"
    (card,) = cards(home)
    assert (card["value"], card["note"]) == ("A-2", "9 points")


def test_a_pass_comes_in(home, tmp_path):
    path = tmp_path / "bread.pkpass"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("manifest.json", "{}")
        archive.writestr("pass.json", json.dumps({
            "organizationName": "Хлеб", "serialNumber": "1", "description": "Карта",
            "barcodes": [{"format": "PKBarcodeFormatQR", "message": "A-1",
                          "messageEncoding": "iso-8859-1"}]}))
    assert run(home, "import", path).returncode == 0
    (card,) = cards(home)
    assert (card["store"], card["value"], card["symbology"]) == ("Хлеб", "A-1", "qr")


def test_what_a_pass_has_and_a_card_cannot_have_is_named(home, tmp_path):
    path = tmp_path / "long.pkpass"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("pass.json", json.dumps({
            "organizationName": "Bakery", "serialNumber": "S-1", "expirationDate": "soon",
            "barcode": {"format": "PKBarcodeFormatQR", "message": "7" * 2001}}))
    done = run(home, "import", path)
    assert (done.returncode, done.stdout) == (
        3, "Cards read. New: 1, completed: 0, already here: 0.\n")
    assert done.stderr == (
        "loyalhub: Left out: long.pkpass, the code: a text is too long.\n"
        "loyalhub: Left out: long.pkpass, the last day: a date is no date.\n")
    (card,) = cards(home)
    assert (card["number"], "expires_on" in card) == ("S-1", False)


def test_the_library_is_loaded_only_for_files(home):
    """A list of the cards needs no libarchive, nor what that brings."""
    environment = home.environment(LD_DEBUG="libs", LC_ALL="C")
    done = subprocess.run(
        [CLIENT, "wallet", "list"], env=environment, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0
    assert "libsqlite3" in done.stderr and "libarchive" not in done.stderr

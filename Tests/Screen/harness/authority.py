"""An authority of our own that signs certificates for servers on this machine, by openssl(1)."""

import subprocess

_CONFIGURATION = """
[ca]
default_ca = ours
[ours]
dir = {folder}
database = {folder}/index.txt
new_certs_dir = {folder}
serial = {folder}/serial
private_key = {folder}/ca.key
certificate = {folder}/ca.crt
default_md = sha256
policy = any
unique_subject = no
copy_extensions = copy
[any]
commonName = supplied
"""


class Authority:
    """Nobody trusts it but who is told to: `certificate` is the file to tell."""

    def __init__(self, folder):
        self.folder = folder
        self.folder.mkdir()
        (folder / "index.txt").touch()
        (folder / "serial").write_text("01\n")
        (folder / "ca.cnf").write_text(_CONFIGURATION.format(folder=folder))
        self.certificate = folder / "ca.crt"
        self._openssl(
            "req", "-x509", *_NEW_KEY, "-days", "2", "-subj", "/CN=Test authority",
            "-keyout", "ca.key", "-out", "ca.crt")

    def sign(self, name, host="localhost", days=("-1d", "+1d")):
        """A file with a key and a certificate for a host, valid between two days from now."""
        begin, end = (_utc(day) for day in days)
        self._openssl(
            "req", "-new", *_NEW_KEY, "-subj", f"/CN={host}",
            "-addext", f"subjectAltName=DNS:{host}", "-keyout", f"{name}.key", "-out", f"{name}.csr")
        self._openssl(
            "ca", "-batch", "-config", "ca.cnf", "-notext", "-startdate", begin, "-enddate", end,
            "-in", f"{name}.csr", "-out", f"{name}.crt")
        both = self.folder / f"{name}.pem"
        both.write_bytes(b"".join(
            (self.folder / f"{name}.{part}").read_bytes() for part in ("key", "crt")))
        return both

    def hashed(self):
        """A folder with the authority as c_rehash(1) lays it out."""
        folder = self.folder / "hashed"
        folder.mkdir(exist_ok=True)
        name = self._openssl("x509", "-hash", "-noout", "-in", "ca.crt").strip()
        (folder / f"{name}.0").write_bytes(self.certificate.read_bytes())
        return folder

    def _openssl(self, *arguments):
        return subprocess.run(
            ["openssl", *arguments], cwd=self.folder, check=True, timeout=30, text=True,
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout


_NEW_KEY = ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes")


def _utc(day):
    """`+3d` as openssl writes it."""
    return subprocess.run(
        ["date", "-u", "-d", f"now {day.replace('d', ' days')}", "+%Y%m%d%H%M%SZ"], check=True,
        stdout=subprocess.PIPE, text=True).stdout.strip()

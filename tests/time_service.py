"""A time-stamping service on this machine: openssl answers, over HTTP, with certificates made for the run."""

import shutil
import subprocess
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import ClassVar

import pytest

OPENSSL = shutil.which("openssl")

_EXTENSIONS = """\
[service]
basicConstraints = critical,CA:FALSE
keyUsage = critical,digitalSignature
extendedKeyUsage = critical,timeStamping
"""
_SETTINGS = """\
[tsa]
default_tsa = here
[here]
serial = {folder}/serial
signer_cert = {signer}.pem
signer_key = {signer}.key
{chain}
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = {digests}
accuracy = secs:1, millisecs:500
ess_cert_id_alg = sha256
"""
_NEW_KEY = ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes")


class TimeService:
    """Answers questions for a time. ``root`` is its certificate; each name in ``SIGNERS`` is a way to answer."""

    SIGNERS: ClassVar = ("good", "chain", "past", "picky", "stranger")

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        (folder / "extensions").write_text(_EXTENSIONS, encoding="utf-8")
        self.root = self._root("root", "Roden")
        self.other_root = self._root("other", "Roden")
        self._signer("signer", "Tidstjenesten", self.root)
        self._signer("ended", "Tidstjenesten i går", self.root, days=-1)
        self._signer("unknown", "Tidstjenesten", self.other_root)
        self._settings("good", "signer")
        self._settings("chain", "signer", chain="certs = root.pem")
        self._settings("past", "ended")
        self._settings("picky", "signer", digests="sha512")
        self._settings("stranger", "unknown")

    def answer(self, question: bytes, way: str = "good") -> bytes:
        """Return the answer to a TimeStampReq."""
        with tempfile.TemporaryDirectory(dir=self.folder) as place:
            asked, answered = Path(place) / "asked", Path(place) / "answered"
            asked.write_bytes(question)
            self._openssl("ts", "-reply", "-config", way, "-queryfile", str(asked), "-out", str(answered))
            return answered.read_bytes()

    def accepts(self, lines: bytes, token: Path) -> bool:
        """Tell what openssl itself says of a kept answer."""
        file = self.folder / "lines"
        file.write_bytes(lines)
        asked = ("ts", "-verify", "-data", str(file), "-in", str(token), "-CAfile", str(self.root))
        return subprocess.run([str(OPENSSL), *asked], capture_output=True, check=False).returncode == 0

    def _root(self, name: str, called: str) -> Path:
        made = self.folder / f"{name}.pem"
        self._openssl("req", "-x509", *_NEW_KEY, *self._key(name), "-out", str(made), *_named(called), "-days", "30")
        return made

    def _signer(self, name: str, called: str, root: Path, days: int = 10) -> None:
        self._openssl("req", *_NEW_KEY, *self._key(name), "-out", f"{name}.csr", *_named(called))
        signed = ("-CA", str(root), "-CAkey", str(root.with_suffix(".key")), "-CAcreateserial", "-days", str(days))
        extensions = ("-extfile", "extensions", "-extensions", "service")
        self._openssl("x509", "-req", "-in", f"{name}.csr", *signed, *extensions, "-out", f"{name}.pem")

    def _settings(self, way: str, signer: str, chain: str = "", digests: str = "sha256") -> None:
        text = _SETTINGS.format(folder=self.folder, signer=signer, chain=chain, digests=digests)
        (self.folder / way).write_text(text, encoding="utf-8")

    def _key(self, name: str) -> tuple[str, str]:
        return "-keyout", f"{name}.key"

    def _openssl(self, *arguments: str) -> None:
        subprocess.run([str(OPENSSL), *arguments], cwd=self.folder, capture_output=True, check=True)


def _named(called: str) -> tuple[str, ...]:
    return "-utf8", "-subj", f"/CN={called}"


class _Asked(BaseHTTPRequestHandler):
    """Answers by the path: one of the service's ways, or as something does that is no such service."""

    service: ClassVar[TimeService]
    earlier: ClassVar[list[bytes]] = []
    letting_go: ClassVar[threading.Event]

    def do_POST(self) -> None:
        question = self.rfile.read(int(self.headers["Content-Length"]))
        way = self.path.strip("/")
        if way in TimeService.SIGNERS:
            self._say(self.service.answer(question, way))
        elif way == "earlier":
            self.earlier.append(self.service.answer(question))
            self._say(self.earlier[0])
        elif way == "big":
            self._say(b"\x30" * 200_000)
        elif way == "page":
            self._say(b"<html>Velkommen</html>")
        elif way == "elsewhere":
            self.send_response(302)
            self.send_header("Location", "/good")
            self.end_headers()
        elif way == "drop":
            self._drop()
        else:
            self.send_error(404)

    def _say(self, data: bytes) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "application/timestamp-reply")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def _drop(self) -> None:
        """Send a byte now and then, and never end, until the test lets go."""
        self.send_response(200)
        self.end_headers()
        while not self.letting_go.wait(0.02):
            self.wfile.write(b"\x30")
            self.wfile.flush()

    def log_message(self, *_rest: object) -> None:
        pass


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_rest: object) -> None:
        """Nobody reads on: that is what some of the answers are for."""


@contextmanager
def serving(service: TimeService) -> Iterator[str]:
    """Serve on a free port, and give the address before the path."""
    letting_go = threading.Event()
    handler = type("Asked", (_Asked,), {"service": service, "earlier": [], "letting_go": letting_go})
    with _Server(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            letting_go.set()
            server.shutdown()
            thread.join()


def made_service(folder: Path) -> TimeService:
    """Return a service, or skip the test where there is no openssl, or not the extra that reads what it answers."""
    pytest.importorskip("rfc3161_client", reason="needs the extra: pip install 'referat[timestamps]'")
    if OPENSSL is None:
        pytest.skip("needs openssl, which is not here")
    return TimeService(folder)

"""The command `referat` in a real terminal: a pseudo-terminal with a process of its own."""

import os
import re
import select
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.events.test_sqlite_store import tampered
from tests.tui.books import BOOK, append_person, full_book

pty = pytest.importorskip("pty", reason="needs a pseudo-terminal, which this system does not have")
import fcntl  # noqa: E402 - these two exist where pty does
import struct  # noqa: E402
import termios  # noqa: E402

REFERAT = Path(sys.executable).parent / "referat"
PATIENCE = 30.0
_CONTROL = re.compile(r"\x1b\[[0-9;?<>=$]*[ -/]*[@-~]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1bP.*?\x1b\\|\x1b.")


class Terminal:
    """A process in a terminal of 80x24; everything that it writes is kept."""

    def __init__(self, command: list[str], environment: dict[str, str]) -> None:
        self.screen, held = pty.openpty()
        fcntl.ioctl(held, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        self.before = termios.tcgetattr(held)
        self._held = held
        self.written = ""
        self.process = subprocess.Popen(
            command, stdin=held, stdout=held, stderr=held, env=environment, start_new_session=True
        )

    def wait_for(self, text: str) -> None:
        """Wait until the process has written a text."""
        until = time.monotonic() + PATIENCE
        while text not in self.words and time.monotonic() < until:
            self._read(0.1)
        assert text in self.words, self.words[-2000:]

    @property
    def words(self) -> str:
        """What was written, without control sequences."""
        return _CONTROL.sub("", self.written)

    def type(self, keys: str) -> None:
        """Type keys."""
        os.write(self.screen, keys.encode())

    def resize(self, width: int, height: int) -> None:
        """Change the size of the terminal."""
        fcntl.ioctl(self._held, termios.TIOCSWINSZ, struct.pack("HHHH", height, width, 0, 0))
        os.killpg(self.process.pid, signal.SIGWINCH)

    def ended(self) -> int:
        """Wait for the end and return the exit code."""
        until = time.monotonic() + PATIENCE
        while self.process.poll() is None and time.monotonic() < until:
            self._read(0.05)
        self._read(0.05)
        assert self.process.poll() is not None, "still running"
        return self.process.returncode

    def assert_restored(self) -> None:
        """Check that the terminal is as it was: its settings, the normal screen, the cursor in sight."""
        assert termios.tcgetattr(self._held) == self.before
        assert self.written.count("\x1b[?1049h") == self.written.count("\x1b[?1049l")
        assert self.written.rfind("\x1b[?25h") >= self.written.rfind("\x1b[?25l")
        assert "Traceback" not in self.written

    def close(self) -> None:
        """End the process and let go."""
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        os.close(self.screen)
        os.close(self._held)

    def _read(self, seconds: float) -> None:
        while select.select([self.screen], [], [], seconds)[0]:
            self.written += os.read(self.screen, 65536).decode("utf-8", "replace")
            seconds = 0


@pytest.fixture
def record(tmp_path: Path) -> Path:
    """A record with one book, in a folder with a space in its name."""
    path = tmp_path / "en mappe" / "protokol.referat"
    path.parent.mkdir()
    full_book(path)
    append_person(path, BOOK, 45, "Åse Sørensen Ægir")
    return path


@pytest.fixture
def environment(record: Path, tmp_path: Path) -> dict[str, str]:
    """What the process finds around it: this record, Danish, and a terminal that most are like."""
    return {
        **os.environ,
        "REFERAT_RECORD": str(record),
        "REFERAT_LANG": "da",
        "TERM": "xterm-256color",
        "COLUMNS": "80",
        "LINES": "24",
        "TMPDIR": str(tmp_path),
    }


@pytest.fixture
def start(environment: dict[str, str]) -> Iterator[object]:
    """Start a command in a terminal; it is ended after the test."""
    started: list[Terminal] = []

    def begin(*command: str, **changed: str) -> Terminal:
        started.append(Terminal(list(command) or [str(REFERAT)], environment | changed))
        return started[-1]

    yield begin
    for terminal in started:
        terminal.close()


@pytest.mark.parametrize(("key", "code"), [("q", 0), ("\x11", 0)])
def test_referat_shows_the_book_and_leaves_the_terminal_as_it_was(start, key: str, code: int) -> None:
    terminal = start()
    terminal.wait_for("Åse Sørensen Ægir nævnes første gang")
    terminal.type("2")
    terminal.wait_for("Medlemmer efter førelse 45: 3 personer")
    terminal.type("s")
    terminal.wait_for("Søg:")
    terminal.type("ørum\r")
    terminal.wait_for("1 med »ørum«")
    terminal.resize(100, 30)
    terminal.resize(40, 10)
    terminal.wait_for("Vinduet er 40 x 10.")
    terminal.resize(80, 24)
    terminal.type(key)
    assert terminal.ended() == code
    terminal.assert_restored()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_request_to_end_leaves_the_terminal_as_it_was(start, number: signal.Signals) -> None:
    terminal = start()
    terminal.wait_for("Åse Sørensen Ægir nævnes første gang")
    terminal.process.send_signal(number)
    assert terminal.ended() == 128 + number
    terminal.assert_restored()


def test_a_file_that_is_no_record_is_said_as_on_the_command_line(start, tmp_path: Path) -> None:
    foreign = tmp_path / "brev.txt"
    foreign.write_text("Kære råd", encoding="utf-8")
    application = start(REFERAT_RECORD=str(foreign))
    assert application.ended() == 5
    command = start(str(REFERAT), "books", REFERAT_RECORD=str(foreign))
    assert command.ended() == 5
    assert application.words == command.words
    assert "\x1b" not in application.written


def test_damage_that_shows_while_reading_is_said_on_the_screen_and_after_it(start, record: Path) -> None:
    tampered(record, "UPDATE entries SET body = x'7b7d' WHERE number = 30")
    terminal = start()
    terminal.wait_for("Protokollen kan ikke læses")
    terminal.type("q")
    assert terminal.ended() == 5
    terminal.assert_restored()
    after = _CONTROL.sub("", terminal.written[terminal.written.rindex("\x1b[?1049l") :])
    assert "En førelse kan ikke læses" in after


def test_no_record_yet_says_what_to_do_first(start, tmp_path: Path) -> None:
    terminal = start(REFERAT_RECORD=str(tmp_path / "intet.referat"))
    terminal.wait_for("referat import FIL")
    terminal.type("q")
    assert terminal.ended() == 0
    assert not (tmp_path / "intet.referat").exists()


def test_a_fault_in_the_program_ends_in_words_and_a_report(start, tmp_path: Path) -> None:
    broken = (
        "import tui.screens.book_showing as showing\n"
        "def broken(self):\n"
        "    raise RuntimeError('a fault of ours')\n"
        "showing.ShowsBook.show = broken\n"
        "from tui.__main__ import main\n"
        "import sys\n"
        "sys.argv = ['referat']\n"
        "main()\n"
    )
    terminal = start(sys.executable, "-c", broken)
    assert terminal.ended() == 1
    terminal.assert_restored()
    assert "Der ligger en rapport i " in terminal.words
    (report,) = tmp_path.glob("referat-*.txt")
    assert "a fault of ours" in report.read_text(encoding="utf-8")


@pytest.mark.parametrize("stream", ["stdin", "stdout", "stderr"])
def test_without_a_terminal_it_says_so(environment: dict[str, str], stream: str) -> None:
    screen, held = pty.openpty()
    try:
        streams = {"stdin": held, "stdout": held, "stderr": held, stream: subprocess.DEVNULL}
        ended = subprocess.run([REFERAT], env=environment, timeout=PATIENCE, check=False, **streams)
    finally:
        os.close(held)
        os.close(screen)
    assert ended.returncode == 2


def test_loading_the_command_line_does_not_load_the_application(environment: dict[str, str]) -> None:
    asked = "import sys, tui.__main__, tui.opening; sys.exit('textual' in sys.modules)"
    ended = subprocess.run([sys.executable, "-c", asked], env=environment, timeout=PATIENCE, check=False)
    assert ended.returncode == 0

"""The command `referat` in a real terminal: a pseudo-terminal with a process of its own."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.events.test_sqlite_store import tampered
from tests.tui.books import BOOK, HEAD, append_person, full_book
from tests.tui.terminal import CONTROL, PATIENCE, QUIT, REFERAT, Terminal, pty

Start = Callable[..., Terminal]


@pytest.fixture
def record(tmp_path: Path) -> Path:
    """A record with one book, in a folder with a space in its name."""
    path = tmp_path / "en mappe" / "protokol.referat"
    path.parent.mkdir()
    full_book(path)
    append_person(path, BOOK, HEAD + 1, "Åse Sørensen Ægir")
    return path


@pytest.fixture
def environment(record: Path, tmp_path: Path) -> dict[str, str]:
    """What the process finds around it: this record, Danish, and a terminal that most are like."""
    return {
        **os.environ,
        "REFERAT_RECORD": str(record),
        "REFERAT_LANG": "da",
        "REFERAT_BY": "Hanne Bro",
        "REFERAT_SETTINGS": str(tmp_path / "settings.json"),
        "TERM": "xterm-256color",
        "COLUMNS": "80",
        "LINES": "24",
        "TMPDIR": str(tmp_path),
    }


@pytest.fixture
def start(environment: dict[str, str]) -> Iterator[Start]:
    """Start a command in a terminal; it is ended after the test."""
    started: list[Terminal] = []

    def begin(*command: str, **changed: str) -> Terminal:
        started.append(Terminal(list(command) or [str(REFERAT)], environment | changed))
        return started[-1]

    yield begin
    for terminal in started:
        terminal.close()


def _browse(terminal: Terminal) -> None:
    """Go from the meetings to the archive."""
    terminal.wait_for("Næste skridt")
    terminal.type("k")
    terminal.wait_for("Åse Sørensen Ægir nævnes første gang")


@pytest.mark.parametrize(("key", "code"), [("q", 0), (QUIT, 0)])
def test_referat_shows_the_book_and_leaves_the_terminal_as_it_was(start: Start, key: str, code: int) -> None:
    terminal = start()
    _browse(terminal)
    terminal.type("2")
    terminal.wait_for(f"Medlemmer efter førelse {HEAD + 1}: 3 personer")
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
def test_a_request_to_end_leaves_the_terminal_as_it_was(start: Start, number: signal.Signals) -> None:
    terminal = start()
    _browse(terminal)
    terminal.process.send_signal(number)
    assert terminal.ended() == 128 + number
    terminal.assert_restored()


def test_a_file_that_is_no_record_is_said_as_on_the_command_line(start: Start, tmp_path: Path) -> None:
    foreign = tmp_path / "brev.txt"
    foreign.write_text("Kære råd", encoding="utf-8")
    application = start(REFERAT_RECORD=str(foreign))
    assert application.ended() == 5
    command = start(str(REFERAT), "books", REFERAT_RECORD=str(foreign))
    assert command.ended() == 5
    assert application.words == command.words
    assert "\x1b" not in application.written


def test_damage_that_shows_while_reading_is_said_on_the_screen_and_after_it(start: Start, record: Path) -> None:
    tampered(record, "UPDATE entries SET body = x'7b7d' WHERE number = 30")
    terminal = start()
    terminal.wait_for("Protokollen kan ikke læses")
    terminal.type("q")
    assert terminal.ended() == 5
    terminal.assert_restored()
    after = CONTROL.sub("", terminal.written[terminal.written.rindex("\x1b[?1049l") :])
    assert "En førelse kan ikke læses" in after


def test_no_record_yet_says_what_to_do_first(start: Start, tmp_path: Path) -> None:
    terminal = start(REFERAT_RECORD=str(tmp_path / "intet.referat"))
    terminal.wait_for("Hvad vil du begynde med?")
    terminal.type("q")
    assert terminal.ended() == 0
    assert not (tmp_path / "intet.referat").exists()


def test_a_fault_in_the_program_ends_in_words_and_a_report(start: Start, tmp_path: Path) -> None:
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
    terminal.wait_for("Næste skridt")
    terminal.type("k")
    assert terminal.ended() == 1
    terminal.assert_restored()
    assert "Programmet måtte stoppe" in terminal.words
    assert "Det, du var ved at skrive, er gemt." in terminal.words
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

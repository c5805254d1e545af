"""The application in a real terminal, ended in every way there is in the middle of a word: nothing is lost."""

import os
import signal
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from events.catalogue import AnyEvent, MeetingClosed, NoteWritten
from events.sqlite.log import SqliteLog
from governance.book import Book
from governance.drafts import Draft, Drafts
from tests.tui.meetings import COUNCIL, council_that_meets
from tests.tui.terminal import ENTER, F2, F4, F6, QUIT, REFERAT, SAVE, Terminal

_LETTERS = "rådet drøfter æbler på øen "

KEPT_WITHIN = 1.0
"""Seconds after the last key."""


@pytest.fixture
def record(tmp_path: Path) -> Path:
    """A record with a council that meets today."""
    path = tmp_path / "protokol.referat"
    council_that_meets(path)
    return path


@pytest.fixture
def begin(record: Path, tmp_path: Path) -> Iterator[Callable[..., Terminal]]:
    """Open the application in a terminal of its own; it is ended after the test."""
    environment = {
        **os.environ,
        "REFERAT_RECORD": str(record),
        "REFERAT_SETTINGS": str(tmp_path / "settings.json"),
        "REFERAT_LANG": "da",
        "REFERAT_BY": "Hanne Bro",
        "TERM": "xterm-256color",
        "TMPDIR": str(tmp_path),
    }
    started: list[Terminal] = []

    def open_it(*command: str) -> Terminal:
        started.append(Terminal(list(command) or [str(REFERAT)], environment))
        return started[-1]

    yield open_it
    for terminal in started:
        terminal.close()


def test_a_meeting_that_is_killed_in_the_middle_of_a_note_goes_on_where_it_was(
    begin: Callable[[], Terminal], record: Path
) -> None:
    terminal = begin()
    _to_the_meeting(terminal)
    terminal.type(F4)
    terminal.wait_for("Fremmøde")
    terminal.type(ENTER)
    terminal.wait_for("3/3 til stede")
    terminal.type(F6)
    terminal.wait_for("Åbn mødet")
    terminal.type(ENTER)
    terminal.wait_for("I GANG")
    terminal.type("Åse gennemgik budgettet for ældreområdet.")
    terminal.wait_for("ældreområdet.")
    terminal.type(SAVE)
    terminal.wait_for("Sidst:")
    terminal.type(F6)
    terminal.wait_for("Notat til punkt 2")
    terminal.type("Rådet ønsker at høre på, hvad Bo Æb")
    time.sleep(KEPT_WITHIN)
    terminal.kill()
    assert _notes(record) == ["Åse gennemgik budgettet for ældreområdet."]
    assert list(Drafts(record).written.values()) == [Draft("Rådet ønsker at høre på, hvad Bo Æb", 0, 35)]

    terminal = begin()
    terminal.wait_for("Notat til punkt 2")
    terminal.wait_for("Rådet ønsker at høre på, hvad Bo Æb")
    terminal.type("eltoft siger.")
    terminal.wait_for("siger.")
    terminal.type(SAVE)
    terminal.wait_for("Sidst:")
    terminal.type(QUIT)
    assert terminal.ended() == 0
    terminal.assert_restored()
    assert _notes(record) == [
        "Åse gennemgik budgettet for ældreområdet.",
        "Rådet ønsker at høre på, hvad Bo Æbeltoft siger.",
    ]
    assert Drafts(record).written == {}
    assert not any(isinstance(event, MeetingClosed) for event in _events(record))


@pytest.mark.parametrize("seconds", [1.4, 2.3])
def test_whenever_it_is_killed_at_most_the_last_second_is_gone(
    begin: Callable[[], Terminal], record: Path, seconds: float
) -> None:
    terminal = begin()
    _to_the_meeting(terminal)
    typed: list[float] = []
    until = time.monotonic() + seconds
    while (now := time.monotonic()) < until:
        terminal.type(_LETTERS[len(typed) % len(_LETTERS)])
        typed.append(now)
        terminal.read(0.02)
    terminal.kill()
    ended = time.monotonic()
    text = "".join(_LETTERS[index % len(_LETTERS)] for index in range(len(typed)))
    (draft,) = Drafts(record).written.values()
    assert text.startswith(draft.text)
    assert len(draft.text) >= sum(ended - when > KEPT_WITHIN for when in typed)


@pytest.mark.parametrize("end", [signal.SIGTERM, signal.SIGHUP, "hang up", "quit"])
def test_the_last_key_is_kept_where_the_application_ends_in_order(
    begin: Callable[[], Terminal], record: Path, end: object
) -> None:
    terminal = begin()
    _to_the_meeting(terminal)
    terminal.type("Æblegrød på fløden")
    terminal.wait_for("fløden")
    if end == "hang up":
        code, expected = terminal.hang_up(), 128 + signal.SIGHUP
    elif end == "quit":
        terminal.type(QUIT)
        code, expected = terminal.ended(), 0
    else:
        assert isinstance(end, signal.Signals)
        terminal.process.send_signal(end)
        code, expected = terminal.ended(), 128 + end
    assert [draft.text for draft in Drafts(record).written.values()] == ["Æblegrød på fløden"]
    assert code == expected


_BROKEN = """
import sys
from textual import work
from tui.screens.sitting import SittingScreen
{worker}
def broken(self):
    raise RuntimeError("a fault of ours")
SittingScreen.action_decide = broken
sys.argv = ["referat"]
from tui.__main__ import main
main()
"""


@pytest.mark.parametrize("worker", ["", "@work(thread=True)"], ids=["handler", "worker"])
def test_a_fault_of_ours_is_said_in_words_and_keeps_what_was_typed(
    begin: Callable[..., Terminal], record: Path, tmp_path: Path, worker: str
) -> None:
    terminal = begin(sys.executable, "-c", _BROKEN.format(worker=worker))
    _to_the_meeting(terminal)
    terminal.type("Æblegrød på fløden")
    terminal.wait_for("fløden")
    terminal.type(F2)
    assert terminal.ended() == 1
    terminal.assert_restored()
    for words in ("Programmet måtte stoppe", "Intet, der er ført, er gået tabt.", "Åbn referat igen"):
        assert words in terminal.words
    (report,) = tmp_path.glob("referat-*.txt")
    assert "a fault of ours" in report.read_text(encoding="utf-8")
    assert "Æblegrød" not in report.read_text(encoding="utf-8")
    again = begin()
    again.wait_for("Æblegrød på fløden")


def test_a_disk_that_takes_no_more_is_said_and_what_was_typed_is_kept_elsewhere(
    begin: Callable[[], Terminal], record: Path, tmp_path: Path
) -> None:
    record.with_name("protokol.referat.kladder").mkdir()
    terminal = begin()
    _to_the_meeting(terminal)
    terminal.type("Æblegrød")
    terminal.wait_for("kladden er IKKE gemt")
    terminal.type(QUIT)
    assert terminal.ended() == 0
    terminal.wait_for("Kladderne kunne ikke gemmes ved siden af protokollen.")
    (rescued,) = tmp_path.glob("referat-kladder-*.txt")
    assert "Æblegrød" in rescued.read_text(encoding="utf-8")


_NO_ROOM = """
import resource, sys
from pathlib import Path
sys.argv = ["referat"]
from events.sqlite.log import SqliteLog
append = SqliteLog.append
def append_where_no_room_is(self, entries):
    wal = Path(str(self.path) + "-wal")
    most = wal.stat().st_size if wal.exists() else 0
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    if Path({mark!r}).exists():
        resource.setrlimit(resource.RLIMIT_FSIZE, (max(most, 4096), before[1]))
    try:
        append(self, entries)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
SqliteLog.append = append_where_no_room_is
from tui.__main__ import main
main()
"""
"""The system itself refuses to let the record grow while a mark lies there."""


def test_a_disk_that_is_full_while_recording_is_said_beside_the_work_and_the_text_stays(
    begin: Callable[..., Terminal], record: Path, tmp_path: Path
) -> None:
    mark = tmp_path / "full"
    mark.touch()
    before = len(_events(record))
    terminal = begin(sys.executable, "-c", _NO_ROOM.format(mark=str(mark)))
    _to_the_meeting(terminal)
    terminal.type("Æblegrød på fløden")
    terminal.wait_for("fløden")
    terminal.forget()
    terminal.type(SAVE)
    terminal.wait_for("Disken ville ikke tage imod")
    terminal.wait_for("Æblegrød på fløden")
    assert len(_events(record)) == before
    mark.unlink()
    terminal.type(SAVE)
    terminal.wait_for("Sidst:")
    terminal.type(QUIT)
    assert terminal.ended() == 0
    assert _notes(record) == ["Æblegrød på fløden"]


def _to_the_meeting(terminal: Terminal) -> None:
    terminal.wait_for("Status: planlagt")
    terminal.type("m")
    terminal.wait_for("Notat til punkt 1")


def _events(record: Path) -> list[AnyEvent]:
    log = SqliteLog(record)
    try:
        return [entry.event for entry in Book(log, COUNCIL).entries()]
    finally:
        log.close()


def _notes(record: Path) -> list[str | None]:
    return [event.text for event in _events(record) if isinstance(event, NoteWritten)]

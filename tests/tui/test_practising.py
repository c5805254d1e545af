"""The council to practise on: a meeting that was held, and one today that is ready to be opened."""

from datetime import UTC, datetime
from pathlib import Path

from events.sqlite.log import SqliteLog
from governance.book import Book
from governance.planning.agenda import agenda_now
from governance.planning.board import board
from tui.practising import make_practice


def _clock() -> datetime:
    return datetime(2026, 11, 22, 12, tzinfo=UTC)


def test_it_is_ready_to_be_practised_on_and_leaves_nothing_behind(tmp_path: Path) -> None:
    practice = make_practice(tmp_path / "protokol.referat", "Hanne Bro", _clock)
    log = SqliteLog(practice.record)
    book = Book(log, practice.book, clock=_clock)
    meetings = board(book.current(), book.today()).meetings
    assert [(held.status, held.step) for held in meetings] == [("issued", "approve"), ("called", "open")]
    assert meetings[1].day == "2026-11-22"
    agenda = agenda_now(book.current(), meetings[1].id)
    assert [item.title for item in agenda.items][:2] == ["Godkendelse af dagsorden", "Godkendelse af referat"]
    assert "Besøg på sprogskolen" in [item.title for item in agenda.items]
    assert agenda.suggested == ()
    log.close()
    practice.throw_away()
    assert not practice.record.exists()
    assert not (tmp_path / "protokol.referat").exists()

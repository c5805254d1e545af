"""A book with erased words: it folds, tells, checks and writes its minutes, whichever words are gone."""

from pathlib import Path

import pytest

from events.catalogue import CouncilEstablished, MemberAppointed, PersonRegistered, PersonRenamed
from events.entry import words_of
from events.moments import Effective
from events.sqlite.log import SqliteLog
from events.words import ACTOR
from governance.book import Book
from governance.checking import check
from governance.checking.examined import Examined
from governance.documents.composing import compose_minutes
from governance.documents.writing.document import write
from governance.erasing import Fields, erased, fields_about, places_of
from governance.log_lines import LogLines
from governance.rules.act import Act
from governance.state.publishing import publish
from governance.wording.meeting_summary import meeting_summary
from governance.wording.summary import summary
from tests.each import BOOKS


def book_in(path: Path, name: str) -> Book:
    book = Book(SqliteLog(path), "bog", actor="Alice Ørsted")
    for event, effective in BOOKS[name]:
        book.record(Act(event=event, effective=Effective(effective) if effective else None))
    return book


def all_told(book: Book) -> str:
    """Return everything that is told of a book in words."""
    fold = book.fold()
    state = publish(fold)
    lines = LogLines(book)
    told = [*summary(state), *(line for meeting in state.meetings for line in meeting_summary(state, meeting))]
    told += [lines.as_text(entry) for entry in book.entries()]
    standing = list(book.standing())
    told += [write(compose_minutes(fold, standing, held), "md") for held in fold.meetings.values() if held.opened]
    check(Examined(fold, list(book.entries()), "2026-01-01"))
    return "\n".join(told)


def words_still_there(book: Book) -> Fields:
    return {
        entry.number: tuple(at for at, text in words_of(entry).items() if text != "[erased]")
        for entry in book.entries()
        if any(text != "[erased]" for text in words_of(entry).values())
    }


@pytest.mark.parametrize("name", BOOKS)
def test_every_word_of_a_book_can_be_erased(name: str, tmp_path: Path) -> None:
    book = book_in(tmp_path / "protokol.referat", name)
    gone = words_still_there(book)
    shown = [text for entry in book.entries() for text in words_of(entry).values() if len(text) > 8]
    book.carry_out(erased(gone, "Loven", "Kommunen", book.today()))
    told = all_told(book)
    assert [text for text in shown if text in told and text != "Alice Ørsted"] == []
    assert set(words_still_there(book)) == {e.number for e in book.entries() if e.number > max(gone)}
    book.log.close()


@pytest.mark.parametrize("name", BOOKS)
def test_any_one_entry_without_its_words_folds(name: str, tmp_path: Path) -> None:
    book = book_in(tmp_path / "protokol.referat", name)
    for number, pointers in words_still_there(book).items():
        book.carry_out(erased({number: pointers}, "Loven", "Kommunen", book.today()))
        publish(book.fold())
    all_told(book)
    book.log.close()


def test_what_is_about_a_person_and_where_a_name_stands(tmp_path: Path) -> None:
    book = Book(SqliteLog(tmp_path / "protokol.referat"), "bog", actor="Alice")
    for event in (
        CouncilEstablished(name="Rådet"),
        PersonRegistered(name="Anna Holm"),
        PersonRegistered(name="Bo Annasen"),
        MemberAppointed(person="p2", party="Q"),  # type: ignore[arg-type]
        PersonRenamed(person="p2", name="Anna Holm Dal"),  # type: ignore[arg-type]
    ):
        book.record(Act(event=event))
    entries = list(book.entries())
    without = fields_about(entries, "p2", names=False)  # type: ignore[arg-type]
    assert ACTOR not in {at for pointers in without.values() for at in pointers}
    assert {2, 5}.isdisjoint(without)
    assert set(fields_about(entries, "p2", names=True)) == {2, *without, 5}  # type: ignore[arg-type]
    assert [place.entry for place in places_of(entries, ["anna holm"])][:1] == [2]
    assert 3 not in [place.entry for place in places_of(entries, ["Anna"])]
    assert not list(places_of(entries, ["An"]))
    book.log.close()

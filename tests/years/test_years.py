"""The generated books: they are what the application makes of them, and regular; the whole record behind ``make torture``."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import jsonschema
import msgspec
import pytest

from events.catalogue import EVENT_TYPES, CouncilKind
from events.ids import PersonId
from events.moments import applies_on
from events.sqlite.log import SqliteLog
from events.sqlite.verification import verified
from governance.book import Book
from governance.checking import check
from governance.checking.examined import Examined
from governance.checking.finding import Finding
from governance.documents.composing import compose_minutes
from governance.documents.reading.reading import read_text
from governance.documents.writing.document import write
from governance.exporting import state_json, state_schema
from governance.state.fold import Fold
from governance.state.model import Meeting, State
from governance.state.naming import named_on
from governance.state.publishing import publish
from governance.withholding import PublicCopy
from tests.governance.test_documents import differences
from tests.taken import documents_of, only_book, take
from tests.years.bodies import Body, bodies, body_of
from tests.years.ledger import Ledger
from tests.years.making import written

SMALL = (
    (body_of(CouncilKind.MUNICIPAL_COUNCIL, 1), 2021),
    (body_of(CouncilKind.COMMITTEE, 1), 2021),
    (body_of(CouncilKind.INTEGRATION_COUNCIL, 1), 2021),
    (body_of(CouncilKind.SENIORS_COUNCIL, 1), 2017),
    (body_of(CouncilKind.DISABILITY_COUNCIL, 1), 2021),
    (body_of(CouncilKind.ASSOCIATION_BOARD, 4), 2021),
)
"""A body of each kind, with the first of the two years it is looked at: a term changes, a name, and one comes to its end."""

SEED = 12
FORMS: tuple[Literal["md", "txt"], ...] = ("md", "txt")
VALIDATOR = jsonschema.Draft202012Validator(state_schema())


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[Ledger]]:
    """A record of the small books, with their ledgers."""
    path = tmp_path_factory.mktemp("years") / "years.referat"
    return path, [
        ledger for body, first in SMALL for ledger in written(path, [body], first=first, last=first + 1, seed=SEED)
    ]


@pytest.fixture
def books(record: tuple[Path, list[Ledger]]) -> Iterator[list[Book]]:
    """The small books, read from the file."""
    log = SqliteLog(record[0])
    yield [Book(log, body.book) for body, _ in SMALL]
    log.close()


def findings(book: Book) -> list[Finding]:
    """Return what the checks find in a book on its last day."""
    return check(Examined(book.fold(), book.standing(), book.newest_day()))


def types_in(ledgers: list[Ledger]) -> Counter[str]:
    """Return how often each event type occurs."""
    return Counter(type(entry.event).__name__ for ledger in ledgers for entry in ledger.entries)


def test_every_event_type_occurs(record: tuple[Path, list[Ledger]]) -> None:
    assert set(EVENT_TYPES) - set(types_in(record[1])) == set()


def test_the_books_replay_to_what_they_were_while_written(record: tuple[Path, list[Ledger]], books: list[Book]) -> None:
    for ledger, book in zip(record[1], books, strict=True):
        state = publish(book.fold())
        assert state == publish(ledger.fold) == publish(ledger.book.current())
    assert sum(1 for _ in verified(record[0])) == sum(len(ledger.entries) for ledger in record[1])


def test_the_books_are_regular(books: list[Book]) -> None:
    for book in books:
        assert findings(book) == [], book.name


def test_the_books_are_regular_on_any_day(books: list[Book]) -> None:
    """A check of an earlier day may remind of what is under way, and finds nothing wrong either."""
    for book in books:
        for day in (f"{book.newest_day()[:4]}-0{month}-20" for month in (2, 6, 9)):
            fold = book.fold(on=day)
            entries = [entry for entry in book.standing() if applies_on(entry.effective, day)]
            wrong = [one for one in check(Examined(fold, entries, day)) if one.severity != "reminder"]
            assert wrong == [], (book.name, day)


def test_the_books_export_as_the_schema_says(books: list[Book]) -> None:
    for book in books:
        state = publish(book.fold())
        exported = state_json(state)
        assert msgspec.json.decode(exported, type=State) == state
        VALIDATOR.validate(msgspec.json.decode(exported))
        public = state_json(publish(Book(PublicCopy(book.log), book.name).fold()))
        VALIDATOR.validate(msgspec.json.decode(public))


def test_minutes_written_out_read_back(books: list[Book]) -> None:
    for book in books:
        fold, entries = book.fold(), list(book.standing())
        issued = [meeting for meeting in fold.meetings.values() if meeting.issued_through is not None]
        for meeting in issued[:: max(1, len(issued) // 4)]:
            document = compose_minutes(fold, entries, meeting)
            for form in FORMS:
                text = write(document, form)
                assert not differences(read_text(text), document), text


def test_the_same_seed_makes_the_same_book(tmp_path: Path) -> None:
    body, first = SMALL[4]
    made = []
    for name in ("one", "two"):
        path = tmp_path / f"{name}.referat"
        written(path, [body], first=first, last=first, seed=7)
        log = SqliteLog(path)
        made.append(list(log.read(body.book)))
        log.close()
    assert made[0] == made[1]
    written(tmp_path / "three.referat", [body], first=first, last=first, seed=8)
    log = SqliteLog(tmp_path / "three.referat")
    assert list(log.read(body.book)) != made[0]
    log.close()


def proceedings(fold: Fold, meeting: Meeting) -> tuple[object, ...]:
    """Return what minutes tell of a meeting, by the names of its day."""
    names = named_on(fold, meeting.date).persons
    return (
        meeting.date,
        sorted((names[PersonId(one.member)], one.status) for one in meeting.attendance),
        [(item.number, item.title, item.kind, item.outcome, item.decision) for item in meeting.agenda],
        [
            (item.number, vote.adopted, vote.votes_for, len(vote.named))
            for item in meeting.agenda
            for vote in item.votes
        ],
    )


def test_minutes_written_out_are_taken_over_as_they_were(tmp_path: Path, books: list[Book]) -> None:
    (book,) = [one for one in books if one.name.startswith("handicapraad")]
    take(tmp_path / "again.referat", documents_of(book, "md")[:4])
    again, fold = only_book(tmp_path / "again.referat").fold(), book.fold()
    told = [held for held in publish(again).meetings if held.status in ("issued", "approved")]
    was = {meeting.date: proceedings(fold, meeting) for meeting in publish(fold).meetings}
    assert len(told) == 4
    assert [proceedings(again, meeting) for meeting in told] == [was[meeting.date] for meeting in told]


@pytest.mark.torture
@pytest.mark.parametrize("body", bodies(), ids=lambda body: body.book)
def test_a_book_of_twelve_years(tmp_path: Path, body: Body) -> None:
    (ledger,) = written(tmp_path / "years.referat", [body])
    log = SqliteLog(tmp_path / "years.referat")
    book = Book(log, body.book)
    state = publish(book.fold())
    assert state == publish(ledger.fold)
    assert findings(book) == []
    exported = state_json(state)
    assert msgspec.json.decode(exported, type=State) == state
    VALIDATOR.validate(msgspec.json.decode(exported))
    assert len(ledger.entries) > 3_000
    log.close()


@pytest.mark.torture
def test_every_event_type_occurs_in_the_record(tmp_path: Path) -> None:
    ledgers = written(tmp_path / "years.referat")
    assert len(ledgers) == 30
    assert set(EVENT_TYPES) - set(types_in(ledgers)) == set()

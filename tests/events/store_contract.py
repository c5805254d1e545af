"""What every store of books must do. A store's test file makes a class of these tests with a fixture ``log``.

The fixture returns an empty store; ``reopened`` returns another view of the same record, as another process has it.
"""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor

import pytest

from events.catalogue import CouncilEstablished, EntryStruck, NoteWritten
from events.entry import Entry, Sealed, seal, unseal
from events.errors import BookConflict, RecordError
from events.event import Event
from events.log import BookHead, Log

Reopen = Callable[[], Log]


def sealed(number: int, *, book: str = "bog", event: Event | None = None, command: str | None = None) -> Sealed:
    """Return an entry ready to be appended."""
    first: Event = CouncilEstablished(name="Rådet") if number == 1 else NoteWritten(meeting="m2", text=f"Nr. {number}")  # type: ignore[arg-type]
    return seal(
        Entry(
            book=book,
            number=number,
            schema_version=1,
            command_id=command or f"{book}-{number}",
            recorded_at="2026-11-21T22:01:00.000000Z",  # type: ignore[arg-type]
            recorded_by="Alice",
            event=event or first,  # type: ignore[arg-type]
        )
    )


def texts(entries: Sequence[tuple[bytes, bytes]]) -> list[int]:
    """Return the numbers of the entries."""
    return [unseal(body, words).number for body, words in entries]


class StoreContract:
    """The tests."""

    def test_what_was_appended_is_read_back_byte_for_byte(self, log: Log, reopened: Reopen) -> None:
        entries = [sealed(number) for number in range(1, 6)]
        log.append(entries)
        for view in (log, reopened()):
            assert list(view.read("bog")) == [(entry.body, entry.words) for entry in entries]

    def test_ranges_are_read_in_order(self, log: Log) -> None:
        log.append([sealed(number) for number in range(1, 11)])
        assert texts(list(log.read("bog", after=3, upto=6))) == [4, 5, 6]
        assert texts(list(log.read("bog", after=8))) == [9, 10]
        assert texts(list(log.read("bog", upto=2))) == [1, 2]
        assert list(log.read("bog", after=10)) == []

    def test_long_books_are_read_whole(self, log: Log) -> None:
        log.append([sealed(number, command="one") for number in range(1, 10_001)])
        assert texts(list(log.read("bog"))) == list(range(1, 10_001))

    def test_books_are_apart(self, log: Log) -> None:
        log.append([sealed(1, book="b"), sealed(2, book="b")])
        log.append([sealed(1, book="a")])
        assert log.books() == [BookHead("a", 1), BookHead("b", 2)]
        assert (log.head("a"), log.head("b"), log.head("c")) == (1, 2, 0)
        assert list(log.read("c")) == []

    def test_a_number_is_given_once(self, log: Log, reopened: Reopen) -> None:
        log.append([sealed(1), sealed(2)])
        other = reopened()
        other.append([sealed(3, command="theirs")])
        with pytest.raises(BookConflict, match="3"):
            log.append([sealed(3, command="mine")])
        assert log.head("bog") == 3

    def test_a_gap_is_refused(self, log: Log) -> None:
        log.append([sealed(1)])
        with pytest.raises(RecordError, match="does not follow"):
            log.append([sealed(7)])
        with pytest.raises(RecordError, match="does not follow"):
            log.append([sealed(2), sealed(4)])
        assert log.head("bog") == 1

    def test_all_or_none(self, log: Log) -> None:
        log.append([sealed(1), sealed(2)])
        with pytest.raises(BookConflict):
            log.append([sealed(2, command="again"), sealed(3)])
        assert texts(list(log.read("bog"))) == [1, 2]

    def test_a_command_is_known_by_its_entries(self, log: Log) -> None:
        log.append([sealed(1, command="first")])
        log.append([sealed(2, command="second"), sealed(3, command="second")])
        assert log.recorded_by_command("bog", "first") == (1, 1)
        assert log.recorded_by_command("bog", "second") == (2, 3)
        assert log.recorded_by_command("bog", "third") is None
        assert log.recorded_by_command("other", "first") is None

    def test_a_command_records_once(self, log: Log) -> None:
        log.append([sealed(1, command="same")])
        with pytest.raises(BookConflict):
            log.append([sealed(2, command="same")])

    def test_amendments_are_found_without_reading_the_rest(self, log: Log) -> None:
        strike = EntryStruck(entry=2, reason="Fejl")
        log.append([sealed(1), sealed(2), sealed(3, event=strike), sealed(4)])
        assert texts(list(log.amendments("bog"))) == [3]
        assert texts(list(log.amendments("bog", upto=2))) == []

    def test_many_writers_leave_no_gap_and_lose_nothing(self, log: Log, reopened: Reopen) -> None:
        log.append([sealed(1)])
        views = [reopened() for _ in range(4)]

        def write(view: Log, name: int) -> int:
            done = 0
            for attempt in range(400):
                try:
                    view.append([sealed(view.head("bog") + 1, command=f"{name}-{attempt}")])
                    done += 1
                except BookConflict:
                    continue
                if done == 10:
                    break
            return done

        with ThreadPoolExecutor(4) as pool:
            done = list(pool.map(write, views, range(4)))
        assert done == [10, 10, 10, 10]
        assert texts(list(log.read("bog"))) == list(range(1, 42))
        for view in views:
            view.close()

    def test_a_reader_sees_what_another_wrote(self, log: Log, reopened: Reopen) -> None:
        log.append([sealed(1)])
        reader = reopened()
        assert reader.head("bog") == 1
        log.append([sealed(2)])
        assert reader.head("bog") == 2
        reader.close()

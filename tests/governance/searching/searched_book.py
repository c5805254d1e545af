"""A book that is searched in tests, with its index."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from events.catalogue import (
    AnyEvent,
    MemberAppointed,
)
from events.entry import Entry, seal
from events.moments import Effective, timestamp
from events.sqlite.log import SqliteLog
from governance.searching.finding import Search, kept_up
from governance.searching.index import SearchIndex
from governance.searching.sought import Sought

BOOK = "raadet"


def entry_of(book: str, number: int, event: AnyEvent, effective: Effective | None) -> Entry:
    return Entry(
        book=book,
        number=number,
        schema_version=1,
        command_id=f"command-{number}",
        recorded_at=timestamp(datetime(2026, 11, 22, 9, 0, tzinfo=UTC) + timedelta(seconds=number)),
        recorded_by="Hanne Bro",
        effective=effective,
        event=event,
    )


class Searched:
    """A record with its index, and a book that entries are appended to."""

    def __init__(self, record: Path, name: str = BOOK) -> None:
        self.record = record
        self.log = SqliteLog(record)
        self.name = name
        self.index = SearchIndex(record)

    def given(self, *events: AnyEvent, effective: str | None = None) -> int:
        """Append events and return the number of the last entry; members are there from 2020 on."""
        for event in events:
            number = self.log.head(self.name) + 1 if self.record.exists() else 1
            since = "2020-01-01" if isinstance(event, MemberAppointed) else None
            when = effective or since
            self.log.append([seal(entry_of(self.name, number, event, Effective(when) if when else None))])
        return number

    def found(self, words: str = "", **more: object) -> list[int]:
        """Return the numbers of what is found once the index has caught up."""
        list(kept_up(self.log, self.index, self.name))
        sought = Sought(words=words, **more)  # type: ignore[arg-type]
        return list(Search(self.log, self.index, self.name, sought).numbers())

    def close(self) -> None:
        """Let go of everything."""
        self.index.close()
        self.log.close()

"""The writing half of the SQLite store, on eventsourcing's application, mapper and recorder.

Imported only by what writes, because the library takes time to load.
"""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import groupby
from pathlib import Path
from typing import Any
from uuid import UUID

from eventsourcing.application import Application
from eventsourcing.domain import DomainEventProtocol
from eventsourcing.persistence import (
    InfrastructureFactory,
    IntegrityError,
    Mapper,
    OperationalError,
    StoredEvent,
    Transcoder,
)
from eventsourcing.sqlite import (
    SQLiteApplicationRecorder,
    SQLiteConnection,
    SQLiteConnectionPool,
    SQLiteCursor,
    SQLiteDatastore,
    SQLiteFactory,
)
from eventsourcing.utils import Environment

from events.entry import Sealed
from events.sqlite.blocks import add_block_roots
from events.sqlite.erasing import erase_named, erases
from events.sqlite.making import configure
from events.sqlite.opening import WAIT_SECONDS
from events.sqlite.schema import INSERT_COMMAND, INSERT_ENTRY

_SEPARATOR = b"\n"
"""Stands between body and words in a stored event's state; canonical JSON holds no line feed."""


class SealedEvent:
    """A sealed entry as eventsourcing sees it: an event of an originator (the book) with a version (the number)."""

    __slots__ = ("originator_id", "originator_version", "sealed")

    def __init__(self, sealed: Sealed) -> None:
        self.originator_id = sealed.book
        self.originator_version = sealed.number
        self.sealed = sealed


class SealedMapper(Mapper[str]):
    """Maps sealed entries to stored events without touching their bytes."""

    def to_stored_event(self, domain_event: DomainEventProtocol[str]) -> StoredEvent:
        """Return the stored event: the state is the body and the words."""
        assert isinstance(domain_event, SealedEvent)
        sealed = domain_event.sealed
        return StoredEvent(sealed.book, sealed.number, sealed.type, sealed.body + _SEPARATOR + sealed.words)

    def to_domain_event(self, stored_event: StoredEvent) -> DomainEventProtocol[str]:
        """Return the sealed entry again; its command is in the body."""
        body, _, words = stored_event.state.partition(_SEPARATOR)
        assert isinstance(stored_event.originator_id, str)
        return SealedEvent(
            Sealed(stored_event.originator_id, stored_event.originator_version, stored_event.topic, "", body, words)
        )


class NoTranscoder(Transcoder):
    """Entries come sealed; nothing is left to transcode."""

    def encode(self, obj: Any) -> bytes:
        """Refuse: nothing passes here."""
        raise TypeError(f"{type(obj).__name__} was not sealed")

    def decode(self, data: bytes) -> Any:
        """Refuse: nothing passes here."""
        del data
        raise TypeError("a sealed entry needs no transcoding")


class RecordConnectionPool(SQLiteConnectionPool):
    """Connections on which a commit is durable before it is acknowledged."""

    def _create_connection(self) -> SQLiteConnection:
        connection = super()._create_connection()
        configure(connection._sqlite_conn)
        return connection


class RecordDatastore(SQLiteDatastore):
    """The library's datastore with our connections, and writing transactions that take their lock at once.

    A deferred BEGIN fails at once when another process wrote between its read and its write.
    """

    def __init__(self, path: str) -> None:
        super().__init__(path, originator_id_type="text", lock_timeout=WAIT_SECONDS)
        self.pool.close()
        self.pool = RecordConnectionPool(db_name=path, lock_timeout=WAIT_SECONDS)

    @contextmanager
    def transaction(self, *, commit: bool) -> Iterator[SQLiteCursor]:
        """Run a transaction; a writing one begins IMMEDIATE."""
        if not commit:
            with super().transaction(commit=False) as cursor:
                yield cursor
            return
        with self.get_connection(commit=True) as held:
            raw = held._sqlite_conn
            try:
                raw.execute("BEGIN IMMEDIATE")
                try:
                    yield SQLiteCursor(raw.cursor())
                    raw.execute("COMMIT")
                except BaseException:
                    if raw.in_transaction:
                        raw.execute("ROLLBACK")
                    raise
            except sqlite3.IntegrityError as problem:
                raise IntegrityError(problem) from problem
            except sqlite3.OperationalError as problem:
                raise OperationalError(problem) from problem


class RecordRecorder(SQLiteApplicationRecorder):
    """The library's recorder over our table: body and words in columns of their own, positions that never repeat."""

    def __init__(self, datastore: SQLiteDatastore) -> None:
        super().__init__(datastore, events_table_name=_AS_STORED_EVENTS)

    def construct_create_table_statements(self) -> list[str]:
        """Return nothing: the record is made when it is opened, before any recorder."""
        return []

    def _insert_events(self, c: SQLiteCursor, stored_events: Sequence[StoredEvent], **kwargs: Any) -> Sequence[int]:
        cursor = c.sqlite_cursor
        last = cursor.execute("SELECT coalesce(max(position), 0) FROM entries").fetchone()[0]
        cursor.executemany(INSERT_ENTRY, map(_row, stored_events))
        cursor.executemany(INSERT_COMMAND, kwargs.get("commands", ()))
        add_block_roots(cursor, _grown(stored_events))
        for event in stored_events:
            if erases((event.topic,)):
                erase_named(cursor, _book(event), event.state.partition(_SEPARATOR)[0])
        return list(range(last + 1, last + 1 + len(stored_events)))


class RecordFactory(SQLiteFactory):
    """The library's factory with our datastore and recorder."""

    application_recorder_class: type[SQLiteApplicationRecorder] = RecordRecorder

    def __init__(self, env: Environment) -> None:
        super().__init__(env)
        self.datastore.close()
        self.datastore = RecordDatastore(self.env[self.SQLITE_DBNAME])


class Books(Application[str]):
    """The books of a record as an eventsourcing application: one stream a book, versions are entry numbers."""

    def __init__(self, path: Path) -> None:
        super().__init__({"SQLITE_DBNAME": path.absolute().as_uri(), "CREATE_TABLE": "n"})

    def construct_factory(self, env: Environment) -> InfrastructureFactory[Any]:
        """Return our factory."""
        return RecordFactory(env)

    def construct_mapper(self) -> Mapper[str]:
        """Return the mapper that leaves sealed bytes alone."""
        return SealedMapper(NoTranscoder())

    def append(self, entries: Sequence[Sealed]) -> None:
        """Append sealed entries in one durable transaction, with the commands that made them."""
        self.events.put([SealedEvent(sealed) for sealed in entries], commands=list(_commands(entries)))


def _commands(entries: Sequence[Sealed]) -> Iterator[tuple[str, str, int, int]]:
    for (book, command_id), group in groupby(entries, key=lambda sealed: (sealed.book, sealed.command_id)):
        numbers = [sealed.number for sealed in group]
        yield book, command_id, numbers[0], numbers[-1]


def _grown(events: Sequence[StoredEvent]) -> Iterator[tuple[str, int, int]]:
    for book, group in groupby(events, key=_book):
        numbers = [event.originator_version for event in group]
        yield book, numbers[0] - 1, numbers[-1]


def _book(event: StoredEvent) -> str:
    return event.originator_id.hex if isinstance(event.originator_id, UUID) else event.originator_id


def _row(event: StoredEvent) -> tuple[str, int, str, bytes, bytes]:
    body, _, words = event.state.partition(_SEPARATOR)
    return _book(event), event.originator_version, event.topic, body, words


_AS_STORED_EVENTS = """(
  SELECT position AS rowid, book AS originator_id, number AS originator_version, type AS topic,
    CASE WHEN length(words) THEN CAST(body || x'0A' || words AS BLOB) ELSE body END AS state
  FROM entries)"""

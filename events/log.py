"""What a store of books does, whatever keeps it: append entries, and read them back as the same bytes."""

from collections.abc import Iterator, Sequence
from typing import Protocol

import msgspec

from events.entry import Sealed


class BookHead(msgspec.Struct, frozen=True):
    """A book in a record: its name and the number of its last entry."""

    book: str
    entries: int


class Log(Protocol):
    """The books of one record. Entry numbers count from 1 without gaps in each book."""

    def books(self) -> list[BookHead]:
        """Return the books there are, by name."""

    def head(self, book: str) -> int:
        """Return the number of the book's last entry; 0 where there is no such book."""

    def read(self, book: str, *, after: int = 0, upto: int | None = None) -> Iterator[tuple[bytes, bytes]]:
        """Return (body, words) of the entries with ``after < number <= upto``, in order."""

    def amendments(self, book: str, *, upto: int | None = None) -> Iterator[tuple[bytes, bytes]]:
        """Return (body, words) of the strikes and corrections up to that number, in order."""

    def of_type(self, book: str, name: str) -> Iterator[tuple[bytes, bytes]]:
        """Return (body, words) of the entries whose event has this name, in order."""

    def recorded_by_command(self, book: str, command_id: str) -> tuple[int, int] | None:
        """Return the first and last entry that the command made, or None where it made none."""

    def block_roots(self, book: str, first: int, end: int) -> Iterator[tuple[int, bytes]]:
        """Return (block, root) of the kept roots with ``first <= block < end``, in order; any may be missing or wrong.

        Block 0 is entries 1 to 256.
        """

    def append(self, entries: Sequence[Sealed]) -> None:
        """Append entries of one book, all or none, durably.

        Raises BookConflict when the first is not the book's next number because someone else recorded meanwhile, and
        RecordError when the record cannot be written.
        """

    def prepare(self) -> None:
        """Make the record where there is none. Raises RecordError where that cannot be done."""

    def close(self) -> None:
        """Let go of the store."""

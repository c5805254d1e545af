"""Bringing books back from JSON Lines: every line is checked, and all of it is taken in, or nothing."""

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from events.entry import Sealed, unseal
from events.errors import N_, RecordDamaged, ReferatError
from events.jsonlines import lines_in, read
from events.log import BookHead
from events.pipes import require_no_pipe
from events.sqlite.log import SqliteLog
from events.sqlite.opening import said_in_words
from events.system_faults import system_fault
from governance.book import Book

_AT_ONCE = 5_000


class BookThere(ReferatError):
    """The record holds a book of that name already."""

    exit_code = 5


def restore(record: Path, source: str) -> list[BookHead]:
    """Take the books in a file of JSON Lines into a record that does not hold them yet, and return them.

    They are first put together in a new file beside the record; a record that held nothing is replaced by it, another
    one takes them over in one transaction. Raises RecordDamaged for a bad line, BookThere for a book that is there.
    """
    held = _held(record)
    with said_in_words(record):
        record.parent.mkdir(parents=True, exist_ok=True)
    fresh = record.with_name(f".{record.name}.{os.getpid()}.new")
    try:
        heads = _gathered(fresh, source, held)
        _require_folding(fresh, heads)
        if held:
            _taken_over(fresh, record, heads)
        else:
            _in_place_of(fresh, record)
    finally:
        for name in (fresh, *_companions(fresh)):
            name.unlink(missing_ok=True)
    return heads


def _held(record: Path) -> set[str]:
    if not record.exists() or not record.stat().st_size:
        return set()
    log = SqliteLog(record)
    try:
        return {head.book for head in log.books()}
    finally:
        log.close()


def _gathered(fresh: Path, source: str, held: set[str]) -> list[BookHead]:
    log = SqliteLog(fresh)
    try:
        log.prepare()
        with _opened(source) as lines:
            for chunk in _in_chunks(read(lines)):
                if chunk[0].book in held:
                    raise BookThere(
                        N_(
                            "The record holds {book} already. Restore into another file: --record NEW.referat restore …"
                        ),
                        book=chunk[0].book,
                    )
                log.append(chunk)
        heads = log.books()
    finally:
        log.close()
    if not heads:
        raise RecordDamaged(N_("{file} holds no entries. Nothing was restored."), file=source)
    return heads


def _in_chunks(entries: Iterator[Sealed]) -> Iterator[list[Sealed]]:
    """Group entries for appending; the entries of one command stay together."""
    held: list[Sealed] = []
    for sealed in entries:
        ends = held and (held[-1].book != sealed.book or held[-1].command_id != sealed.command_id)
        if held and (held[-1].book != sealed.book or (ends and len(held) >= _AT_ONCE)):
            yield held
            held = []
        held.append(sealed)
    if held:
        yield held


def _require_folding(fresh: Path, heads: list[BookHead]) -> None:
    log = SqliteLog(fresh)
    try:
        for head in heads:
            Book(log, head.book).fold()
    finally:
        log.close()


def _taken_over(fresh: Path, record: Path, heads: list[BookHead]) -> None:
    source, target = SqliteLog(fresh), SqliteLog(record)
    try:
        target.append([sealed for head in heads for sealed in _sealed(source, head.book)])
    finally:
        source.close()
        target.close()


def _sealed(log: SqliteLog, book: str) -> Iterable[Sealed]:
    for body, words in log.read(book):
        entry = unseal(body, words)
        yield Sealed(entry.book, entry.number, type(entry.event).__name__, entry.command_id, body, words)


def _in_place_of(fresh: Path, record: Path) -> None:
    for name in _companions(record):
        name.unlink(missing_ok=True)
    fresh.replace(record)


def _companions(path: Path) -> list[Path]:
    return [path.with_name(path.name + ending) for ending in ("-wal", "-shm")]


@contextmanager
def _opened(source: str) -> Iterator[Iterable[bytes]]:
    if source == "-":
        yield lines_in(sys.stdin.buffer)
        return
    require_no_pipe(Path(source))
    try:
        file: BinaryIO = Path(source).open("rb")  # noqa: SIM115 - closed below; only opening fails in these words
    except OSError as problem:
        raise RecordDamaged(
            N_("{file} cannot be read: {problem}."), file=source, problem=system_fault(problem)
        ) from None
    with file:
        yield lines_in(file)

"""Taking over texts into a book, as the command line does."""

from collections.abc import Sequence
from pathlib import Path

from events.sqlite.log import SqliteLog
from governance.book import Book
from governance.documents.composing import compose_agenda, compose_minutes
from governance.documents.reading.reading import read_text
from governance.documents.writing.document import Form, write
from governance.importing.files import FileRead
from governance.importing.source import source_from
from governance.importing.taking_over import FileProposal, TakingOver


def file_read(text: str, name: str = "referat.txt") -> FileRead:
    """Return a text as a file that was read."""
    source = source_from(name, text.encode())
    return FileRead(source, read_text(source.text))


def take(
    record: Path, texts: Sequence[str], *, together: bool = False, keep_unclear: bool = False
) -> list[tuple[FileProposal, int, int]]:
    """Take texts over into a record, one after the other or in one go, and return what was recorded for each."""
    log = SqliteLog(record)
    over = TakingOver(log, "Alice Ørsted", None, keep_unclear=keep_unclear)
    batches = [list(texts)] if together else [[text] for text in texts]
    try:
        return [done for batch in batches for done in over.record([file_read(text) for text in batch])]
    finally:
        log.close()


def only_book(record: Path) -> Book:
    """Return the one book of a record."""
    log = SqliteLog(record)
    (head,) = log.books()
    return Book(log, head.book, actor="Alice Ørsted")


def documents_of(book: Book, form: Form, *, agendas: bool = False) -> list[str]:
    """Return the minutes of the meetings that have them (and the agendas of those that do not), by date."""
    fold = book.fold()
    entries = list(book.standing())
    texts = []
    for meeting in sorted(fold.meetings.values(), key=lambda meeting: meeting.date):
        if meeting.issued_through is not None:
            texts.append(write(compose_minutes(fold, entries, meeting), form))
        elif agendas and meeting.date:
            texts.append(write(compose_agenda(fold, meeting), form))
    return texts

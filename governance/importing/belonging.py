"""Which book a document belongs in: that of the council it names, or the one that somebody named for it."""

from events.catalogue import CouncilEstablished
from events.errors import N_
from events.log import Log
from events.sqlite.opening import RecordMissing
from governance.book import Book
from governance.documents.model import Document
from governance.importing.councils import is_council, slug_for
from governance.importing.files import FileRead
from governance.importing.source import SourceRefused


class BookUnclear(SourceRefused):
    """A file does not say in which book it belongs."""


class Belonging:
    """Finds the books of documents in a record, as it stands now. ``book`` is the one that was named for them all;
    with ``keep_unclear`` it may be that of another council.
    """

    def __init__(self, log: Log, book: str | None = None, *, keep_unclear: bool = False) -> None:
        self._book, self._keep_unclear = book, keep_unclear
        self._known = {head.book: Book(log, head.book).councils() for head in log.books()} if is_there(log) else {}
        self._begun: dict[str, Document] = {}

    def book_for(self, file: FileRead) -> str:
        """Return the name of the book; a council without one gets the name of a new one.

        Raises BookUnclear where the document does not say, SourceRefused where it says that it is another council's.
        """
        document, known, begun = file.document, self._known, self._begun
        if self._book is not None:
            if self._book not in known and self._book not in begun:
                begun[self._book] = document
            self._require_its(file, known.get(self._book, []))
            return self._book
        if document.body is None:
            raise BookUnclear(
                N_("{file} does not say whose minutes they are. Write the name of the council at the top of the text."),
                file=file.source.name,
            )
        found = [name for name, councils in known.items() if is_council(councils, document)]
        found += [
            name
            for name, other in begun.items()
            if other.body == document.body and other.municipality == document.municipality
        ]
        if len(found) > 1:
            raise BookUnclear(
                N_(
                    "{file} may belong in any of: {books}. Write the name of the council in full, with its municipality."
                ),
                file=file.source.name,
                books=", ".join(found),
            )
        if found:
            return found[0]
        name = slug_for(document.body, document.municipality, [*known, *begun])
        begun[name] = document
        return name

    def _require_its(self, file: FileRead, councils: list[CouncilEstablished]) -> None:
        """Raise SourceRefused where a document names another council than that of the book it is to go into."""
        document = file.document
        if not councils or document.body is None or self._keep_unclear or is_council(councils, document):
            return
        council = councils[-1]
        raise SourceRefused(
            N_(
                "{file} is of {body}, and the book {book} is that of {council}. Leave --book out, "
                "or add --keep-unclear to record it there all the same. Nothing was recorded."
            ),
            file=file.source.name,
            body=_spoken(document.body, document.municipality),
            book=self._book or "",
            council=_spoken(council.name, council.municipality),
        )


def is_there(log: Log) -> bool:
    """Tell whether there is a record yet."""
    try:
        log.books()
    except RecordMissing:
        return False
    return True


def _spoken(body: str, municipality: str | None) -> str:
    return f"{body}, {municipality}" if municipality else body

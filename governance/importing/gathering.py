"""Many files at once: what each of them is, and how its reading stands before anybody looked at it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from events.errors import RecordError, ReferatError
from events.log import Log
from governance.book import Book
from governance.documents.reading.usage import NOTHING_TAUGHT, Usage
from governance.history import Recorded
from governance.importing.belonging import Belonging, is_there
from governance.importing.choices import Choices, ChosenDraft
from governance.importing.doubting import Standing
from governance.importing.files import FileRead, read_again, read_file
from governance.importing.meetings import AlreadyThere
from governance.importing.reviewing import Review, review_on


@dataclass(frozen=True)
class Counts:
    """How many entries of a document stand how; ``sure`` are those said and those inferred."""

    sure: int
    noted: int
    unsure: int
    unclear: int

    @property
    def is_clear(self) -> bool:
        """Whether nothing is unsure or unclear."""
        return not self.unsure and not self.unclear


@dataclass(frozen=True)
class Gathered:
    """A file of many. ``refused`` is why it cannot be taken over, or that it was already; else it has a ``file``, a ``book``
    and, once it was assessed, ``counts``.
    """

    name: str
    file: FileRead | None = None
    book: str | None = None
    counts: Counts | None = None
    refused: ReferatError | None = None

    @property
    def is_there(self) -> bool:
        """Whether its minutes are in the book already."""
        return isinstance(self.refused, AlreadyThere)


def gathered(log: Log, names: Sequence[str]) -> Iterator[Gathered]:
    """Read files one after the other, and find out in which book each belongs. Raises RecordError where the record will
    not do; what is wrong with a file is said of that file only.
    """
    belonging = Belonging(log)
    for name in names:
        try:
            file = read_file(name)
            book = belonging.book_for(file)
        except RecordError:
            raise
        except ReferatError as refusal:
            yield Gathered(name, refused=refusal)
        else:
            yield Gathered(name, file, book)


class Assessing:
    """Proposes files one after the other, each on the state that the ones before would make, to tell how they stand.
    Nothing is recorded.
    """

    def __init__(self, log: Log, usages: Mapping[str, Usage]) -> None:
        self._log, self._usages = log, usages
        self._drafts: dict[str, ChosenDraft] = {}

    def assessed(self, one: Gathered, choices: Choices | None = None) -> Gathered:
        """Return a file with its counts, or with why it cannot be taken over. Raises RecordError."""
        if one.file is None or one.book is None:
            return one
        draft = self._draft(one.book)
        draft.begin(choices or Choices())
        usage = self._usages.get(one.book, NOTHING_TAUGHT)
        try:
            found = review_on(draft, read_again(one.file, usage), usage)
        except RecordError:
            raise
        except ReferatError as refusal:
            return replace(one, counts=None, refused=refusal)
        return replace(one, file=found.file, counts=counts_of(found), refused=None)

    def _draft(self, name: str) -> ChosenDraft:
        if name not in self._drafts:
            book = Book(self._log, name)
            self._drafts[name] = ChosenDraft(history_of(book), name, book.today(), Choices())
        return self._drafts[name]


def history_of(book: Book) -> Recorded:
    """Return the entries of a book; none where it has not begun, or there is no record yet."""
    return book.history() if is_there(book.log) else Recorded(book.name, list)


def by_date(one: Gathered) -> tuple[str, str]:
    """Return what orders files: the day of the meeting, and the name; those without a day come first."""
    return (one.file.document.date or "") if one.file is not None else "", one.name


def counts_of(review: Review) -> Counts:
    """Return how many entries of a reading stand how."""
    return Counts(
        sure=review.count(Standing.SAID, Standing.INFERRED),
        noted=review.count(Standing.NOTED),
        unsure=review.count(Standing.UNSURE),
        unclear=review.count(Standing.UNCLEAR),
    )

"""Taking over files: read them all, propose on a draft, and record them all or none."""

import msgspec

from events.catalogue import CouncilEstablished
from events.errors import N_, ReferatError
from events.log import Log
from events.sqlite.opening import RecordMissing
from governance.book import Book
from governance.documents.model import Document, Problem
from governance.documents.reading.reading import read_text
from governance.history import Recorded
from governance.importing.councils import is_council, slug_for
from governance.importing.drafting import Draft
from governance.importing.meetings import AlreadyThere
from governance.importing.proposing import propose
from governance.importing.source import Source, SourceRefused, read_source
from governance.language import _
from governance.rules.act import Act
from governance.state.fold import Fold


class FileRead(msgspec.Struct, frozen=True):
    """A file with what it says."""

    source: Source
    document: Document


class FileProposal(msgspec.Struct, frozen=True):
    """What to record for a file, in which book; ``skipped`` says why nothing is."""

    file: FileRead
    book: str
    acts: list[Act]
    problems: list[Problem]
    first: int
    draft: Fold
    skipped: str | None = None


class BookUnclear(SourceRefused):
    """A file does not say in which book it belongs."""


class ImportRefused(ReferatError):
    """Files hold what cannot be taken over as it stands; ``problems`` tells what and where."""

    exit_code = 3

    def __init__(self, problems: list[tuple[str, Problem]]) -> None:
        said = [(name, _(problem.message).format(**problem.details)) for name, problem in problems]
        lines = "\n".join(f"{name}: {text}" for name, text in said)
        super().__init__(
            N_("{problems}\nNothing was recorded. Mend the text and import again, or keep such sentences as notes."),
            problems=lines,
        )
        self.problems = problems


def read_files(names: list[str]) -> list[FileRead]:
    """Return what the files say, in the order of their dates. Raises SourceRefused where one cannot be taken over."""
    read = []
    for name in names:
        source = read_source(name)
        document = read_text(source.text)
        _require_minutes(name, document)
        read.append(FileRead(source, document))
    return sorted(read, key=lambda held: held.document.date or "")


def _require_minutes(name: str, document: Document) -> None:
    fatal = next((problem for problem in document.problems if problem.code in ("second-document",)), None)
    if fatal is not None:
        raise SourceRefused(N_("{file}: {problem}"), file=name, problem=_(fatal.message).format(**fatal.details))
    if document.kind == "other":
        raise SourceRefused(
            N_(
                "{file} is neither minutes nor an agenda: no numbered items under a date and a council were found. Nothing was recorded."
            ),
            file=name,
        )
    if document.date is None:
        wrong = next((problem for problem in document.problems if problem.code == "no-such-day"), None)
        if wrong is not None:
            raise SourceRefused(N_("{file}: {problem}"), file=name, problem=_(wrong.message).format(**wrong.details))
        raise SourceRefused(
            N_(
                "{file} does not say on which day the meeting was. Write the date with its year at the top, e.g. 28. september 2022."
            ),
            file=name,
        )


class TakingOver:
    """Takes files over into the books of a record. A book that is not there yet is begun."""

    def __init__(self, log: Log, actor: str | None, book: str | None, *, keep_unclear: bool) -> None:
        self._log = log
        self._actor = actor
        self._book = book
        self._keep_unclear = keep_unclear

    def propose(self, files: list[FileRead]) -> list[FileProposal]:
        """Return what to record for each file. Raises ImportRefused where something must be mended first."""
        proposals = [
            held
            for name, part in self._by_book(files).items()
            for held in self._proposed(name, part, self._history(name))
        ]
        self._require_clear(proposals)
        return proposals

    def record(self, files: list[FileRead]) -> list[tuple[FileProposal, int, int]]:
        """Record the files and return for each its proposal with the first and last entry; each book all or none."""
        return [
            (held, held.first, held.first + len(held.acts) - 1)
            for name, part in self._by_book(files).items()
            for held in self._recorded(name, part)
        ]

    def _recorded(self, name: str, files: list[FileRead]) -> list[FileProposal]:
        proposals: list[FileProposal] = []

        def plan(_fold: Fold, history: Recorded) -> list[Act]:
            proposals[:] = self._proposed(name, files, history)
            self._require_clear(proposals)
            return [act for held in proposals for act in held.acts]

        Book(self._log, name, actor=self._actor).carry_out(plan)
        return proposals

    def _proposed(self, name: str, files: list[FileRead], history: Recorded) -> list[FileProposal]:
        draft = Draft(history, name, Book(self._log, name).today())
        found: list[FileProposal] = []
        for file in files:
            before = len(draft.acts)
            first = draft.fold.number + 1
            problems: list[Problem] = []
            skipped = None
            try:
                problems = propose(draft, file.document, file.source.sha256)
            except AlreadyThere as there:
                skipped = _(there.message).format(**there.details)
            found.append(FileProposal(file, name, draft.acts[before:], problems, first, draft.fold, skipped))
        return found

    def _require_clear(self, proposals: list[FileProposal]) -> None:
        fatal = [(held.file.source.name, problem) for held in proposals for problem in held.problems if problem.fatal]
        if fatal and not self._keep_unclear:
            raise ImportRefused(fatal)

    def _history(self, name: str) -> Recorded:
        return Book(self._log, name).history() if self._is_there() else Recorded(name, list)

    def _is_there(self) -> bool:
        try:
            self._log.books()
        except RecordMissing:
            return False
        return True

    def _by_book(self, files: list[FileRead]) -> dict[str, list[FileRead]]:
        """Group the files by the book they belong in; councils without a book get the name of a new one."""
        known = (
            {head.book: Book(self._log, head.book).councils() for head in self._log.books()} if self._is_there() else {}
        )
        groups: dict[str, list[FileRead]] = {}
        begun: dict[str, Document] = {}
        for file in files:
            groups.setdefault(self._book_for(file, known, begun), []).append(file)
        return groups

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

    def _book_for(self, file: FileRead, known: dict[str, list[CouncilEstablished]], begun: dict[str, Document]) -> str:
        document = file.document
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


def _spoken(body: str, municipality: str | None) -> str:
    return f"{body}, {municipality}" if municipality else body

"""Taking over files: read them all, propose on a draft, and record them all or none."""

from collections.abc import Mapping

import msgspec

from events.errors import N_, ReferatError
from events.log import Log
from governance.book import Book
from governance.documents.model import Problem
from governance.documents.reading.usage import NOTHING_TAUGHT, Usage
from governance.history import Recorded
from governance.importing.belonging import Belonging, is_there
from governance.importing.drafting import Draft
from governance.importing.files import FileRead, read_again
from governance.importing.meetings import AlreadyThere
from governance.importing.proposing import propose
from governance.language import _
from governance.rules.act import Act
from governance.state.fold import Fold


class FileProposal(msgspec.Struct, frozen=True):
    """What to record for a file, in which book; ``skipped`` says why nothing is."""

    file: FileRead
    book: str
    acts: list[Act]
    problems: list[Problem]
    first: int
    draft: Fold
    skipped: str | None = None


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


class TakingOver:
    """Takes files over into the books of a record. A book that is not there yet is begun.

    ``usages`` are what the minutes of each book call things.
    """

    def __init__(
        self,
        log: Log,
        actor: str | None,
        book: str | None,
        *,
        keep_unclear: bool,
        usages: Mapping[str, Usage] | None = None,
    ) -> None:
        self._log = log
        self._actor = actor
        self._book = book
        self._keep_unclear = keep_unclear
        self._usages = usages or {}

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
                problems = propose(draft, file.document, file.source.sha256, self._usage(name))
            except AlreadyThere as there:
                skipped = _(there.message).format(**there.details)
            found.append(FileProposal(file, name, draft.acts[before:], problems, first, draft.fold, skipped))
        return found

    def _require_clear(self, proposals: list[FileProposal]) -> None:
        fatal = [(held.file.source.name, problem) for held in proposals for problem in held.problems if problem.fatal]
        if fatal and not self._keep_unclear:
            raise ImportRefused(fatal)

    def _history(self, name: str) -> Recorded:
        return Book(self._log, name).history() if is_there(self._log) else Recorded(name, list)

    def _by_book(self, files: list[FileRead]) -> dict[str, list[FileRead]]:
        """Group the files by the book they belong in, read as the minutes of that council are."""
        belonging = Belonging(self._log, self._book, keep_unclear=self._keep_unclear)
        groups: dict[str, list[FileRead]] = {}
        for file in files:
            book = belonging.book_for(file)
            groups.setdefault(book, []).append(read_again(file, self._usage(book)))
        return groups

    def _usage(self, book: str) -> Usage:
        return self._usages.get(book, NOTHING_TAUGHT)

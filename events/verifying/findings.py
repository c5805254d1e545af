"""What verification found: the kind of damage, the entry, and what to do about it; and what was verified."""

from collections.abc import Iterable

import msgspec

from events.damage import Damage, EntryDamaged
from events.errors import N_, RecordError, ReferatError
from events.proofs.checkpoints import Checkpoint
from events.system_faults import has_words, system_fault

MOST_FINDINGS = 100
"""Findings that one report names beside those against a checkpoint from outside; a record that somebody garbled has no use
for more. How many more there are is counted.
"""


class Finding(msgspec.Struct, frozen=True):
    """Something that is not as it was recorded.

    ``cause`` is the sentence for the reader (template and details). ``book`` is None for what concerns the whole file.
    ``first`` and ``last`` are the entries in question; where ``last`` is greater, the first bad entry is one of them, or,
    with ``every``, all of them are bad in the same way and ``cause`` is what is said of the first. ``outside`` tells that a
    checkpoint shows it that was kept outside the record: nothing that an insider adds to the record hides it.
    """

    damage: Damage
    cause: ReferatError
    book: str | None = None
    first: int | None = None
    last: int | None = None
    every: bool = False
    outside: bool = False

    @property
    def advice(self) -> str:
        """What the auditor should do next, as an English template for translation."""
        return _ADVICE.get(self.damage, _KEEP_AND_COMPARE)


class VerifiedBook(msgspec.Struct, frozen=True):
    """A book that was verified: its checkpoint as it is now, and what is missing of its words.

    ``checkpoint`` is None where entries are missing, so that there is no tree. ``erased`` and ``withheld`` count words;
    ``first_withheld`` is the first entry that lacks some.
    """

    book: str
    entries: int
    checkpoint: Checkpoint | None
    erased: int = 0
    withheld: int = 0
    first_withheld: int | None = None


class HeldCheckpoint(msgspec.Struct, frozen=True):
    """How a kept checkpoint fared: ``name`` is the file's, ``holds`` tells whether the book still begins with it."""

    name: str
    checkpoint: Checkpoint
    book: str | None
    holds: bool


class Report(msgspec.Struct, frozen=True):
    """What verification found. Without findings, everything is as it was recorded.

    ``more`` counts the findings that are not named beside those in ``findings``.
    """

    books: tuple[VerifiedBook, ...]
    findings: tuple[Finding, ...]
    kept: tuple[HeldCheckpoint, ...] = ()
    more: int = 0

    @property
    def sound(self) -> bool:
        """Whether there is nothing wrong."""
        return not self.findings

    @property
    def first(self) -> Finding | None:
        """The finding that says most of the first bad entry: of the file itself, else against a checkpoint from outside,
        else the lowest number with the most exact place.
        """
        return self.findings[0] if self.findings else None


def found(problem: Exception, book: str | None = None, number: int | None = None) -> Finding:
    """Return an exception as a finding: whatever goes wrong over a record is something that is wrong with it."""
    if isinstance(problem, EntryDamaged):
        return Finding(problem.damage, problem, book, number, number)
    if isinstance(problem, ReferatError):
        damage = Damage.UNREADABLE if number is not None else Damage.FILE
        return Finding(damage, problem, book, number, number)
    told = system_fault(problem) if has_words(problem) else f"{type(problem).__name__}: {problem}"[:300]
    cause = RecordError(N_("it cannot be read ({problem})"), problem=told)
    return Finding(Damage.UNREADABLE if number is not None else Damage.FILE, cause, book, number, number)


class Gathering:
    """Findings as they come; entries that follow one another and are damaged in the same way are one finding.

    ``more`` counts those that came when ``found`` was full.
    """

    def __init__(self, most: int | None = None) -> None:
        self.found: list[Finding] = []
        self.more = 0
        self._most = most
        self._runs: dict[tuple[Damage, str, str], int] = {}

    def add(self, finding: Finding) -> None:
        """Add one."""
        if not _gathers(finding) or not self._led_on(finding):
            if self._most is not None and len(self.found) >= self._most:
                self.more += 1
                return
            if _gathers(finding):
                self._runs[_kind(finding)] = len(self.found)
            self.found.append(finding)

    def _led_on(self, finding: Finding) -> bool:
        at = self._runs.get(_kind(finding))
        if at is None or (self.found[at].last or 0) + 1 != finding.first:
            return False
        self.found[at] = msgspec.structs.replace(self.found[at], last=finding.last, every=True)
        return True


def _kind(finding: Finding) -> tuple[Damage, str, str]:
    return finding.damage, finding.book or "", finding.cause.message


def _gathers(finding: Finding) -> bool:
    """Whether one finding can stand for it and its like: not what tells of a checkpoint, a signature or a file by name."""
    if finding.outside or finding.book is None or finding.first is None:
        return False
    of_its_own = finding.damage in (Damage.CHECKPOINT, Damage.ATTACHMENT)
    return not of_its_own and (finding.every or finding.first == finding.last)


def report_of(
    books: Iterable[VerifiedBook], findings: Iterable[Finding], kept: Iterable[HeldCheckpoint] = (), more: int = 0
) -> Report:
    """Return the report with the finding that matters most first.

    At most MOST_FINDINGS are named beside those against a checkpoint from outside; ``more`` are not among them already.
    """
    gathering = Gathering()
    for finding in findings:
        gathering.add(finding)
    named, others = list[Finding](), 0
    for finding in _sorted(gathering.found):
        if finding.outside or others < MOST_FINDINGS:
            named.append(finding)
            others += not finding.outside
        else:
            more += 1
    return Report(tuple(books), tuple(named), tuple(kept), more)


def and_found(report: Report, findings: Iterable[Finding]) -> Report:
    """Return the report with further findings."""
    return report_of(report.books, [*findings, *report.findings], report.kept, report.more)


_FILE, _OUTSIDE, _INSIDE, _MILD = range(4)


def _sorted(findings: Iterable[Finding]) -> list[Finding]:
    """Return them in order; of those on the file itself, one comes before what checkpoints from outside show."""
    first, *others = [*sorted(findings, key=_order), None]
    return [] if first is None else [first, *sorted(filter(None, others), key=lambda one: _order(one)[0] != _OUTSIDE)]


def _order(finding: Finding) -> tuple[int, bool, bool, bool, bool, int, int]:
    first = finding.first or 0
    last = finding.last or first
    gone = finding.outside and finding.book is None
    mild = finding.damage in (Damage.BLOCK_ROOT, Damage.CHECKPOINT, Damage.TIME_STAMP) and not gone
    rank = _MILD if mild else _OUTSIDE if finding.outside else _FILE if finding.book is None else _INSIDE
    beside = finding.damage in (Damage.COMMAND, Damage.ATTACHMENT)
    nowhere = finding.book is not None and finding.first is None
    return (rank, finding.book is not None, nowhere, beside, last > first and not finding.every, first, last)


_KEEP_AND_COMPARE = N_(
    "Do not write in the record. Keep the file as it is, take the newest copy that verifies, and compare the entries from "
    "there on with what was printed and signed."
)
_ADVICE = {
    Damage.TRUNCATED: N_(
        "Do not write in the record. Look for a copy that has the missing entries, such as the last handed out, and ask "
        "who replaced the file."
    ),
    Damage.WORD_RESTORED: N_(
        "The words must be erased again: they may have come back with an old copy. Ask who put the file there."
    ),
    Damage.WORD_LOST: N_(
        "The entry itself is as it was; its words are gone. Take them from the newest copy, or ask who erased them."
    ),
    Damage.WORD_WITHHELD: N_(
        "In a public copy that is as it should be. From the council's own record somebody took them out: keep the file as it "
        "is, and take the words from the newest copy."
    ),
    Damage.ATTACHMENT: N_(
        "The entry itself is as it was; the document beside the record is not. Put the right file back from the newest copy."
    ),
    Damage.BLOCK_ROOT: N_(
        "The entries are as they were. Restore the record from its JSON Lines to make the roots anew."
    ),
    Damage.CHECKPOINT: N_("See that the checkpoint belongs to this record, and is the one that you were given."),
    Damage.TIME_STAMP: N_(
        "The entries are as they were. See that the time stamp lies beside the checkpoint that it was asked for, and that "
        "the certificate is that of the service that was asked."
    ),
    Damage.FILE: N_("Do not open the record for writing. Keep the file as it is, and take the newest copy."),
}

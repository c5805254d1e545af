"""What verification found: the kind of damage, the entry, and what to do about it; and what was verified."""

import msgspec

from events.damage import Damage, EntryDamaged
from events.errors import N_, RecordError, ReferatError
from events.proofs.checkpoints import Checkpoint
from events.system_faults import has_words, system_fault

MOST_FINDINGS = 100
"""Findings that one report names; a record that somebody garbled has no use for more."""


class Finding(msgspec.Struct, frozen=True):
    """Something that is not as it was recorded.

    ``cause`` is the sentence for the reader (template and details). ``book`` is None for what concerns the whole file.
    ``first`` and ``last`` are the entries in question; where ``last`` is greater, the first bad entry is one of them.
    """

    damage: Damage
    cause: ReferatError
    book: str | None = None
    first: int | None = None
    last: int | None = None

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
    """What verification found. Without findings, everything is as it was recorded."""

    books: tuple[VerifiedBook, ...]
    findings: tuple[Finding, ...]
    kept: tuple[HeldCheckpoint, ...] = ()

    @property
    def sound(self) -> bool:
        """Whether there is nothing wrong."""
        return not self.findings

    @property
    def first(self) -> Finding | None:
        """The finding of the first bad entry: of the file itself, else the lowest number with the most exact place."""
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


def in_order(findings: list[Finding]) -> tuple[Finding, ...]:
    """Return the findings with the one that matters most first, at most MOST_FINDINGS of them."""
    return tuple(sorted(findings, key=_order)[:MOST_FINDINGS])


def _order(finding: Finding) -> tuple[int, int, int, int]:
    first = finding.first or 0
    last = finding.last or first
    mild = finding.damage in (Damage.BLOCK_ROOT, Damage.CHECKPOINT, Damage.TIME_STAMP)
    if finding.book is None:
        return (1 if mild else 0, 0, 0, 0)
    return (2 if mild else 1, 1 if last > first else 0, first, last)


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

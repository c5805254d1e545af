"""Verifying a stretch of a book's entries by themselves, so that stretches can be verified side by side.

What concerns more than one stretch (erasures, signatures over earlier roots, the joints) is handed on.
"""

from collections.abc import Sequence

import msgspec

from events.attachments import attached_in
from events.catalogue import CouncilEstablished, DocumentAttached, EntryCorrected, MinutesSigned, WordsErased
from events.checking import checked
from events.checking_together import checked_together
from events.damage import Damage, EntryDamaged
from events.entry import Entry, committed
from events.errors import N_
from events.event import Event
from events.proofs.merkle import full_root, leaf_hash, leaf_hashes
from events.proofs.tree import BLOCK
from events.text import cut
from events.verifying.findings import MOST_FINDINGS, Finding, Gathering, found
from events.words import Words

_TELLING: frozenset[type[Event]] = frozenset({WordsErased, MinutesSigned, DocumentAttached, EntryCorrected})
"""Events that may say something of other entries, or of files."""


class Erasure(msgspec.Struct, frozen=True):
    """Entry ``by`` tells that these words of an entry were erased."""

    by: int
    entry: int
    fields: tuple[str, ...]


class SignedRoot(msgspec.Struct, frozen=True):
    """Entry ``by`` holds somebody's signature over this root (base64) of the first ``size`` entries."""

    by: int
    size: int
    root: str


class AttachedFile(msgspec.Struct, frozen=True):
    """Entry ``by`` attaches the file with this SHA-256 and size."""

    by: int
    sha256: str
    size: int


class Stretch(msgspec.Struct):
    """What came of a stretch of entries.

    ``blocks`` are the roots of its full blocks, ``rest`` the leaf hashes after the last of them; both are empty where
    ``whole`` is false, because numbers are missing. ``moment`` is when the last entry was recorded.
    """

    book: str
    first: int
    last: int
    moment: str = ""
    first_moment: str = ""
    whole: bool = True
    blocks: list[bytes] = []
    rest: list[bytes] = []
    findings: list[Finding] = []
    more: int = 0
    """Findings that are only counted."""
    erasures: list[Erasure] = []
    signed: list[SignedRoot] = []
    attached: list[AttachedFile] = []
    lacking: dict[int, list[str]] = {}
    """Entry -> the pointers of its words that are gone, which some later entry must tell of."""
    withheld: int = 0
    first_withheld: int | None = None


class StretchCheck:
    """Takes the entries of a stretch one by one. ``first`` and ``last`` are the numbers that it should have.

    A stretch begins after a full block. ``next_number`` is the one that should come next.
    """

    def __init__(self, book: str, first: int, last: int) -> None:
        self.stretch = Stretch(book, first, last)
        self._gathering = Gathering(MOST_FINDINGS)
        self._leaves: list[bytes] = []
        self.next_number = first
        self._moment = ""

    def take(self, numbers: Sequence[int], bodies: Sequence[bytes], beside: Sequence[bytes]) -> list[Entry | None]:
        """Take the next entries as they are stored: under which number, their bodies, and the words beside them.

        Return each, or None where it is none.
        """
        entries = checked_together(bodies, beside)
        if not self._follow(numbers, entries):
            self._take_each(numbers, bodies, beside, entries)
        self._grow(leaf_hashes(bodies))
        self._date(entries)
        return entries

    def _follow(self, numbers: Sequence[int], entries: Sequence[Entry | None]) -> bool:
        """Take a page of which nothing has to be said: every entry is known, and follows the one before it."""
        known = [entry for entry in entries if entry is not None]
        follow = range(self.next_number, self.next_number + len(entries))
        moments = [self._moment, *(entry.recorded_at for entry in known)]
        if (
            self.next_number == 1
            or len(known) < len(entries)
            or not list(follow) == list(numbers) == [entry.number for entry in known]
            or {entry.book for entry in known} != {self.stretch.book}
            or moments != sorted(moments)
            or not _TELLING.isdisjoint({type(entry.event) for entry in known})
        ):
            return False
        self.next_number, self._moment = follow.stop, moments[-1]
        return True

    def _take_each(
        self,
        numbers: Sequence[int],
        bodies: Sequence[bytes],
        beside: Sequence[bytes],
        entries: list[Entry | None],
    ) -> None:
        book = self.stretch.book
        for at, (number, body, words, entry) in enumerate(zip(numbers, bodies, beside, entries, strict=True)):
            if number != self.next_number:
                self._missing(self.next_number)
            self.next_number = number + 1
            try:
                if entry is None:
                    entry, held, withheld = checked(body, words)
                    entries[at] = entry
                    self._tell_missing(number, held, withheld)
                if type(entry.event) in _TELLING:
                    self._tell(number, entry)
                if entry.number != number or entry.book != book or number == 1:
                    self._place(number, entry)
                if entry.recorded_at < self._moment:
                    raise EntryDamaged(N_("it was recorded before the entry before it"), Damage.CLOCK)
            except Exception as problem:  # whatever a hostile entry provokes is a finding
                self.find(found(_misplaced(number, body) or problem, book, number))
            if entry is not None:
                self._moment = entry.recorded_at

    def done(self) -> Stretch:
        """Return what came of the stretch."""
        stretch = self.stretch
        if self.next_number <= stretch.last:
            self._missing(self.next_number)
        if stretch.whole:
            stretch.rest = self._leaves
        else:
            stretch.blocks = []
        stretch.findings, stretch.more = self._gathering.found, self._gathering.more
        return stretch

    def find(self, finding: Finding) -> None:
        """Add a finding."""
        self._gathering.add(finding)

    def unreadable(self, number: int, problem: Exception, body: bytes | None) -> None:
        """Take the next entry as one that cannot be read whole; ``body`` is None where that cannot be read either."""
        if number != self.next_number:
            self._missing(self.next_number)
        self.next_number = number + 1
        if body is None:
            self.stretch.whole = False
        else:
            self._grow([leaf_hash(body)])
        self.find(found(problem, self.stretch.book, number))

    def _place(self, number: int, entry: Entry) -> None:
        if entry.number != number:
            raise EntryDamaged(N_("it stands in another's place"), Damage.OUT_OF_ORDER)
        if entry.book != self.stretch.book:
            raise EntryDamaged(N_("the entry belongs to the book {book}"), Damage.COLUMN, book=cut(entry.book))
        if number == 1 and type(entry.event) is not CouncilEstablished:
            raise EntryDamaged(N_("a book begins with CouncilEstablished"), Damage.ALTERED)

    def _tell_missing(self, number: int, words: Words, withheld: int) -> None:
        stretch = self.stretch
        lacking = [pointer for pointer, word in words.items() if word is None]
        if lacking:
            stretch.lacking[number] = lacking
        if withheld:
            stretch.withheld += withheld
            stretch.first_withheld = stretch.first_withheld or number

    def _tell(self, number: int, entry: Entry) -> None:
        stretch, event = self.stretch, entry.event
        if type(event) is WordsErased:
            stretch.erasures.append(Erasure(number, event.entry, event.fields))
        elif type(event) is MinutesSigned and event.sign_off is not None:
            stretch.signed.append(SignedRoot(number, event.sign_off.size, event.sign_off.root))
        elif (document := attached_in(entry)) is not None:
            stretch.attached.append(AttachedFile(number, document.sha256, document.size))

    def _date(self, entries: Sequence[Entry | None]) -> None:
        if not self.stretch.first_moment:
            self.stretch.first_moment = next((entry.recorded_at for entry in entries if entry is not None), "")
        self.stretch.moment = self._moment

    def _grow(self, leaves: list[bytes]) -> None:
        self._leaves += leaves
        full = len(self._leaves) // BLOCK * BLOCK
        self.stretch.blocks += [full_root(self._leaves[at : at + BLOCK]) for at in range(0, full, BLOCK)]
        del self._leaves[:full]

    def _missing(self, number: int) -> None:
        self.stretch.whole = False
        cause = EntryDamaged(N_("there is no such entry, and the book goes on after it"), Damage.MISSING)
        self.find(Finding(Damage.MISSING, cause, self.stretch.book, number, number))


def _misplaced(number: int, body: bytes) -> EntryDamaged | None:
    """Return that the body is another entry's: then its words do not fit it either, which says less."""
    entry = committed(body)
    if entry is None or entry.number == number:
        return None
    return EntryDamaged(
        N_("the entry that stands there calls itself {number}"), Damage.OUT_OF_ORDER, number=entry.number
    )

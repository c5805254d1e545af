"""Verifying a whole book from its stretches: the joints, the tree, erasures, signed roots, and kept checkpoints."""

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Protocol

import msgspec

from events.catalogue import WordsErased
from events.damage import Damage, EntryDamaged
from events.entry import committed
from events.errors import N_
from events.proofs.checkpoints import Checkpoint, origin_of
from events.proofs.encoding import encoded
from events.proofs.merkle import HASH_BYTES, Frontier, leaf_hash
from events.proofs.tree import BLOCK, BLOCK_LEVEL
from events.text import cut
from events.verifying.entries import AttachedFile, Erasure, SignedRoot, Stretch
from events.verifying.findings import Finding, VerifiedBook, found
from events.words import Words

_WORDS = msgspec.json.Decoder(Words)
_ANY = 2**63 - 1


class _Named(msgspec.Struct):
    """The part of a body that says which book it belongs to."""

    book: str


_NAMED = msgspec.json.Decoder(_Named)


def book_named_in(body: bytes) -> str | None:
    """Return which book a body says that it belongs to, or None where it says none."""
    try:
        return _NAMED.decode(body).book
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None


class Stored(Protocol):
    """Where a book's entries are read again, to look at some of them closer."""

    def bodies(self, book: str, after: int, upto: int) -> Iterator[tuple[int, bytes]]:
        """Return (number, body) of the entries there are with ``after < number <= upto``, in order; the body is empty where
        it cannot be read.
        """

    def words(self, book: str, number: int) -> bytes | None:
        """Return the words of an entry as they are stored, or None where there is no such entry."""


class BookCheck:
    """Puts the stretches of one book together, in order.

    Keeps the root of every 256 entries (an eighth of a byte an entry) and what is told of words that are gone.
    """

    def __init__(self, book: str, stored: Stored) -> None:
        self.book = book
        self.last = 0
        self.findings: list[Finding] = []
        self.more = 0
        self.attached: list[AttachedFile] = []
        self._stored = stored
        self._blocks = bytearray()
        self._whole = True
        self._moment = ""
        self._erasures: list[Erasure] = []
        self._signed: list[SignedRoot] = []
        self._lacking: dict[int, list[str]] = {}
        self._erased = self._withheld = 0
        self._first_withheld: int | None = None

    def take(self, stretch: Stretch) -> None:
        """Take the next stretch."""
        if stretch.first != self.last + 1:
            self._whole = False
            self.find(Damage.MISSING, N_("there is no such entry, and the book goes on after it"), self.last + 1)
        elif stretch.first_moment and stretch.first_moment < self._moment:
            self.find(Damage.CLOCK, N_("it was recorded before the entry before it"), stretch.first)
        self.last, self._moment = stretch.last, stretch.moment or self._moment
        self._whole = self._whole and stretch.whole
        if self._whole:
            self._blocks += b"".join(stretch.blocks)
        self.findings += stretch.findings
        self.more += stretch.more
        self._erasures += stretch.erasures
        self._signed += stretch.signed
        self.attached += stretch.attached
        self._lacking.update(stretch.lacking)
        self._withheld += stretch.withheld
        if self._first_withheld is None:
            self._first_withheld = stretch.first_withheld

    def finish(self) -> VerifiedBook:
        """Judge what concerns the whole book, and return what was verified of it."""
        self._erased = sum(map(len, self._lacking.values()))
        self._check_erasures()
        self._check_signed()
        return VerifiedBook(
            self.book, self.last, self._checkpoint(), self._erased, self._withheld, self._first_withheld
        )

    def roots(self, sizes: Sequence[int]) -> dict[int, bytes]:
        """Return the root over the first ``size`` entries for every size of these that the book has without a gap."""
        frontier, roots = Frontier(), dict[int, bytes]()
        full = len(self._blocks) // HASH_BYTES * BLOCK
        for size in sorted({size for size in sizes if 0 < size <= self.last}):
            while frontier.size < full and frontier.size + BLOCK <= size:
                at = frontier.size // BLOCK * HASH_BYTES
                frontier.add(bytes(self._blocks[at : at + HASH_BYTES]), BLOCK_LEVEL)
            partial = frontier.copy() if frontier.size < full else frontier
            self._grow(partial, size)
            if partial.size == size:
                roots[size] = partial.root()
        return roots

    def _grow(self, frontier: Frontier, size: int) -> None:
        """Let it grow to this size, or up to the first gap."""
        for number, body in self._stored.bodies(self.book, frontier.size, size):
            if number != frontier.size + 1 or not body:
                return
            frontier.add(leaf_hash(body))

    def bodies(self, after: int = 0, upto: int | None = None) -> Iterator[tuple[int, bytes]]:
        """Return (number, body) of the entries as they are stored; the body is empty where it cannot be read."""
        return self._stored.bodies(self.book, after, self.last if upto is None else upto)

    @property
    def origin(self) -> str | None:
        """The origin of the book's log, or None where it has no first entry."""
        return None if self._first_body is None else origin_of(self._first_body)

    @property
    def in_its_place(self) -> bool:
        """Whether the first entry says itself that it belongs to this book."""
        return self._first_body is not None and book_named_in(self._first_body) == self.book

    @cached_property
    def _first_body(self) -> bytes | None:
        return next((body for number, body in self.bodies(upto=1) if number == 1 and body), None)

    def _checkpoint(self) -> Checkpoint | None:
        root, origin = self.roots([self.last] if self._whole else []).get(self.last), self.origin
        return None if root is None or origin is None else Checkpoint(origin, self.last, root)

    def _check_erasures(self) -> None:
        for erasure in self._erasures:
            held = self._words(erasure.entry)
            back = [pointer for pointer in erasure.fields if held.get(pointer) is not None]
            if back:
                cause = N_("the word at {pointer} stands there, and entry {by} says that it was erased")
                self.find(Damage.WORD_RESTORED, cause, erasure.entry, pointer=cut(back[0]), by=erasure.by)
            lacking = self._lacking.get(erasure.entry)
            if lacking is not None:
                self._lacking[erasure.entry] = [pointer for pointer in lacking if pointer not in erasure.fields]
        if any(self._lacking.values()):
            self._allow_later_erasures()
        for number, pointers in self._lacking.items():
            if pointers:
                cause = N_("the word at {pointer} is gone, and no entry says that it was erased")
                self.find(Damage.WORD_LOST, cause, number, pointer=cut(pointers[0]))

    def _allow_later_erasures(self) -> None:
        """Somebody may have erased words, in good order, while the book was being verified."""
        for _, body in self._stored.bodies(self.book, self.last, _ANY):
            entry = committed(body)
            if entry is not None and type(entry.event) is WordsErased:
                gone = self._lacking.get(entry.event.entry, [])
                self._lacking[entry.event.entry] = [one for one in gone if one not in entry.event.fields]

    def _words(self, number: int) -> Words:
        try:
            return _WORDS.decode(self._stored.words(self.book, number) or b"{}")
        except Exception as problem:
            self.findings.append(found(problem, self.book, number))
            return {}

    def _check_signed(self) -> None:
        roots = self.roots([signed.size for signed in self._signed])
        good = 0
        for signed in sorted(self._signed, key=lambda signed: (signed.size, signed.by)):
            if not 0 < signed.size < signed.by:
                cause = N_("it signs {size} entries, and no more than those before it can have been there")
                self.find(Damage.CHECKPOINT, cause, signed.by, size=signed.size)
            elif signed.size in roots and encoded(roots[signed.size]) != signed.root:
                cause = N_(
                    "the first {size} entries are not those that entry {by} signed; the first bad one is one of "
                    "{first} to {size}"
                )
                self.find(Damage.ALTERED, cause, good + 1, signed.size, size=signed.size, by=signed.by, first=good + 1)
                return
            else:
                good = signed.size

    def find(self, damage: Damage, message: str, first: int, last: int | None = None, /, **details: object) -> None:
        """Add a finding: the kind, the template of the sentence, the first and last entry, and the details."""
        cause = EntryDamaged(message, damage, **details)
        self.findings.append(Finding(damage, cause, self.book, first, first if last is None else last))

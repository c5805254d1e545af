"""Holding a book against what somebody kept of it: does it still begin with that, and if not, where does it differ?"""

from collections.abc import Iterable, Iterator, Sequence

import msgspec
import orjson

from events.damage import Damage, EntryDamaged
from events.entry import canonical
from events.errors import N_
from events.proofs.errors import ProofRefused
from events.proofs.leaf_lists import KeptCheckpoint
from events.proofs.merkle import Frontier, leaf_hash
from events.verifying.books import BookCheck
from events.verifying.findings import Finding, HeldCheckpoint, found


def held_against(
    books: Sequence[BookCheck], kept: Sequence[KeptCheckpoint]
) -> tuple[list[HeldCheckpoint], list[Finding]]:
    """Return how each kept checkpoint fared, in their order, and what is to be found from them.

    The books are finished.
    """
    origins: dict[str | None, list[BookCheck]] = {}
    for book in books if kept else ():
        origins.setdefault(_origin(book), []).append(book)
    judged: dict[int, HeldCheckpoint] = {}
    findings: list[Finding] = []
    for origin in dict.fromkeys(one.checkpoint.origin for one in kept):
        these = sorted((one for one in kept if one.checkpoint.origin == origin), key=lambda one: one.checkpoint.size)
        meant, holds = _meant(origins.get(origin, []), these)
        for one, good in zip(these, holds, strict=True):
            judged[id(one)] = HeldCheckpoint(one.name, one.checkpoint, meant.book if meant else None, good)
        findings += _of_no_book(books, these) if meant is None else _judged(meant, these, holds)
    return [judged[id(one)] for one in kept], findings


def _origin(book: BookCheck) -> str | None:
    """Return the origin, or None where it cannot be told: one book must not keep the others from being compared."""
    try:
        return book.origin
    except Exception:  # it was told of when the book was verified
        return None


def _meant(books: Sequence[BookCheck], kept: Sequence[KeptCheckpoint]) -> tuple[BookCheck | None, list[bool]]:
    """Return which of the books that begin alike the checkpoints are of, and which of them hold.

    It is the one that its first entry names; the others are copies under another name. Where there are only such, it is
    the one that most of the checkpoints fit.
    """
    tried = [(book, _holding(book, kept)) for book in [book for book in books if book.in_its_place] or books]
    return max(tried, key=lambda one: sum(one[1]), default=(None, [False] * len(kept)))


def _holding(book: BookCheck, kept: Sequence[KeptCheckpoint]) -> list[bool]:
    try:
        roots = book.roots([one.checkpoint.size for one in kept])
    except Exception:  # what cannot be read does not fit
        roots = {}
    return [roots.get(one.checkpoint.size) == one.checkpoint.root for one in kept]


def _of_no_book(books: Sequence[BookCheck], kept: Sequence[KeptCheckpoint]) -> Iterator[Finding]:
    names = ", ".join(one.name for one in kept)
    outside = not all(one.beside for one in kept)
    fitting = next((book for book in books if any(_holding(book, kept))), None)
    if fitting is not None:
        yield msgspec.structs.replace(_mistyped(fitting, kept[0], names), outside=outside)
        return
    if len(books) == 1:
        yield msgspec.structs.replace(_beginning_otherwise(books[0], kept, names), outside=outside)
        return
    cause = EntryDamaged(
        N_(
            "No book begins as {origin} does, which the checkpoint {names} is of: its first entry was changed, the book "
            "was taken away, or the checkpoint is of another record."
        ),
        Damage.CHECKPOINT,
        origin=kept[0].checkpoint.origin,
        names=names,
    )
    yield Finding(Damage.CHECKPOINT, cause, outside=outside)


def _mistyped(book: BookCheck, one: KeptCheckpoint, names: str) -> Finding:
    cause = EntryDamaged(
        N_(
            "The checkpoint {names} calls the log {origin}, though its number of entries and its root are those of {book}, "
            "whose log is {own}: a mistake in typing. Correct the first line, and verify again."
        ),
        Damage.CHECKPOINT,
        names=names,
        origin=one.checkpoint.origin,
        book=book.book,
        own=_origin(book),
    )
    return Finding(Damage.CHECKPOINT, cause)


def _beginning_otherwise(book: BookCheck, kept: Sequence[KeptCheckpoint], names: str) -> Finding:
    """Return what follows where the only book begins otherwise: its first entry was changed where later ones are as an
    auditor's file has them; else the checkpoint may as well be of another book.
    """
    if any(_shares_later(book, one) for one in kept):
        cause = EntryDamaged(N_("it is not the first entry of the checkpoint {names}"), Damage.ALTERED, names=names)
        return Finding(Damage.ALTERED, cause, book.book, 1, 1)
    cause = EntryDamaged(
        N_(
            "the checkpoint {names} belongs to no book of this record: it is one of another book, or the first entry was "
            "changed"
        ),
        Damage.CHECKPOINT,
        names=names,
    )
    return Finding(Damage.CHECKPOINT, cause, book.book, 1, 1)


def _shares_later(book: BookCheck, one: KeptCheckpoint) -> bool:
    try:
        pairs = _beside(one.leaves() or (), book.bodies())
        return any(body is not None and leaf_hash(body) == leaf for leaf, body in pairs)
    except Exception:  # what cannot be read tells nothing
        return False


def _judged(book: BookCheck, kept: Sequence[KeptCheckpoint], holds: Sequence[bool]) -> Iterator[Finding]:
    """Return what follows from the checkpoints of one book, by size: the first bad entry as exactly as they allow.

    Those beside the record are asked only where those from outside hold: an insider makes them anew.
    """
    held = list(zip(kept, holds, strict=True))
    outside = [
        msgspec.structs.replace(finding, outside=True)
        for finding in _differing(book, [one for one in held if not one[0].beside])
    ]
    yield from outside or _differing(book, held)


def _differing(book: BookCheck, held: Sequence[tuple[KeptCheckpoint, bool]]) -> Iterator[Finding]:
    fitting = [one.checkpoint.size for one, good in held if good]
    newest = max(fitting, default=0)
    failed = list[KeptCheckpoint]()
    for one in (one for one, good in held if not good):
        if not one.checkpoint.size:
            yield _of_nothing(book, one)
        elif one.beside and one.checkpoint.size <= newest:
            yield _disagreeing(book, one, newest)
        else:
            failed.append(one)
    for one in failed:
        place = _first_difference(book, one)
        if isinstance(place, Finding):
            yield place
            if place.damage is not Damage.CHECKPOINT:
                return
    if failed:
        size = failed[0].checkpoint.size
        good = max((fits for fits in fitting if fits < size), default=0)
        yield _between(book, good, failed[0]) if newest < size else _overtaken(book, good, failed[0], newest)


def _of_nothing(book: BookCheck, one: KeptCheckpoint) -> Finding:
    cause = EntryDamaged(
        N_("{name} is a checkpoint of 0 entries, which shows nothing of a book. Look at its second line"),
        Damage.CHECKPOINT,
        name=one.name,
    )
    return Finding(Damage.CHECKPOINT, cause, book.book)


def _disagreeing(book: BookCheck, one: KeptCheckpoint, good: int) -> Finding:
    cause = EntryDamaged(
        N_(
            "{name} does not fit the book, though a checkpoint of {size} entries does: it is not of this book's history"
        ),
        Damage.CHECKPOINT,
        name=one.name,
        size=good,
    )
    return Finding(Damage.CHECKPOINT, cause, book.book, 1, one.checkpoint.size)


def _overtaken(book: BookCheck, good: int, one: KeptCheckpoint, newer: int) -> Finding:
    """Return that an older checkpoint does not hold and a newer one does: the newer may have been made of the change."""
    size, first = one.checkpoint.size, good + 1
    cause = EntryDamaged(
        N_(
            "the first {size} entries are not those that {name} was made of, though a checkpoint of {newer} entries fits: "
            "the book was changed before that one was made, or {name} is not of its history; the first bad one is one of "
            "{first} to {size}"
        ),
        Damage.ALTERED,
        size=size,
        name=one.name,
        newer=newer,
        first=first,
    )
    return Finding(Damage.ALTERED, cause, book.book, first, size)


def _between(book: BookCheck, good: int, one: KeptCheckpoint) -> Finding:
    size, first = one.checkpoint.size, good + 1
    last = min(size, book.last + 1)
    damage, message = (
        Damage.ALTERED,
        N_(
            "the first {size} entries are not those that {name} was made of; the first bad one is one of {first} to {last}"
        ),
    )
    if book.last == good:
        damage, message = Damage.TRUNCATED, N_("the book ends before it, and had {size} entries when {name} was made")
    elif book.last < size:
        damage, message = (
            Damage.TRUNCATED,
            N_(
                "the book had {size} entries when {name} was made, and has fewer; the first that is missing or changed is one "
                "of {first} to {last}"
            ),
        )
    cause = EntryDamaged(message, damage, size=size, name=one.name, first=first, last=last)
    return Finding(damage, cause, book.book, first, last)


def _first_difference(book: BookCheck, one: KeptCheckpoint) -> Finding | None:
    """Return where the book first differs from an auditor's file; None where the file has no leaf hashes.

    The finding is about the file itself where its hashes do not lead to its own root.
    """
    try:
        differing = _compared(book, one)
    except Exception as problem:  # what is wrong with the file is a finding like the rest
        return msgspec.structs.replace(found(problem, book.book), damage=Damage.CHECKPOINT)
    if differing is None:
        return None
    number, leaves = differing
    stored = dict(book.bodies(number - 1, number + 1))
    damage, message = _kind(number, book.last, leaves, stored)
    return Finding(damage, EntryDamaged(message, damage, name=one.name), book.book, number, number)


def _compared(book: BookCheck, one: KeptCheckpoint) -> tuple[int, list[bytes]] | None:
    """Return the first number that differs, and the leaf hashes that were kept of it and of the one after it."""
    leaves = one.leaves()
    if leaves is None:
        return None
    frontier, at, after = Frontier(), None, list[bytes]()
    for number, (leaf, body) in enumerate(_beside(leaves, book.bodies()), 1):
        frontier.add(leaf)
        if at is None and (body is None or leaf_hash(body) != leaf):
            at = number
        if at is not None and len(after) < 2:
            after.append(leaf)
    if frontier.size != one.checkpoint.size or frontier.root() != one.checkpoint.root:
        raise ProofRefused(N_("the hashes in {name} do not lead to its own root"), name=one.name)
    return None if at is None else (at, after)


def _beside(leaves: Iterable[bytes], bodies: Iterator[tuple[int, bytes]]) -> Iterator[tuple[bytes, bytes | None]]:
    """Return each leaf hash with the body that stands under its number, or None where none does."""
    number, body = next(bodies, (0, b""))
    for at, leaf in enumerate(leaves, 1):
        while 0 < number < at:
            number, body = next(bodies, (0, b""))
        yield leaf, body if number == at else None


def _kind(number: int, last: int, leaves: Sequence[bytes], stored: dict[int, bytes]) -> tuple[Damage, str]:
    """Return what happened, as far as the next entry tells: an entry moved by one place is known again."""
    if number > last:
        return Damage.TRUNCATED, N_("the book ends before it; {name} has it")
    if number not in stored:
        return Damage.MISSING, N_("there is no such entry; {name} has it")
    moved_up = len(leaves) > 1 and leaves[1] in _as_numbered(stored[number], number + 1)
    moved_down = number + 1 in stored and leaves[0] in _as_numbered(stored[number + 1], number)
    if moved_up and moved_down:
        return Damage.OUT_OF_ORDER, N_(
            "it and the entry after it stand in each other's place; {name} has them in order"
        )
    if moved_up:
        return Damage.MISSING, N_("it was taken out, and the entry after it has its number; {name} has it")
    if moved_down:
        return Damage.INSERTED, N_("it was put in before the entry that had its number; {name} does not have it")
    return Damage.ALTERED, N_("it is not the entry that {name} was made of")


def _as_numbered(body: bytes, number: int) -> Iterator[bytes]:
    """Return the leaf hashes that a body has as it is, and with this number."""
    yield leaf_hash(body)
    try:
        yield leaf_hash(canonical({**orjson.loads(body), "number": number}))
    except (ValueError, TypeError):
        return

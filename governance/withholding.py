"""The public copy of a book: what is not for everybody is left out, and everything else stays as it is.

Left out are words alone, beside bodies that are not touched: so the copy has the same bodies with the same hashes, it
restores, verifies and replays, and a word that is left out reads as withheld. Withheld are

- every word of a closed item, and of what follows from it: the matter, tasks, groups, plans, what was sent, answers,
  and strikes, corrections and remarks that speak of them. An item is closed as it reads now; what was recorded as
  closed stays withheld in an item that was opened later, and so does everything of a closed item that was struck.
- the names of bodies, in every entry about them, that are named under closed items only.
- why members stayed away.
- the words of those who are not of the council: their names, wherever they stand written out, and what they said. Of
  the council is who is or was a member, stands or stood on a list of stand-ins or was called in, or was elected to an
  office or as a representative, and is known as that by more than closed items. Who records is told only where that is
  somebody of the council.

Bodies, which are left as they are, hold ids, dates, amounts and votes by name, those of closed items too.
Whoever is known by a first name alone in a text is not recognised. What was public is judged by the newest state.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import orjson

from events.catalogue import (
    AgendaItemAdded,
    AgendaItemChanged,
    AttendanceRecorded,
    CouncilEstablished,
    EntryCorrected,
    EntryStruck,
    Event,
    ExternalBodyAbbreviated,
    ExternalBodyRegistered,
    ExternalBodyRenamed,
    MatterOpened,
    OfficeEnded,
    PersonRegistered,
    PersonRenamed,
    RemarkRecorded,
    RepresentationEnded,
)
from events.entry import Entry, Sealed, canonical, unseal
from events.ids import (
    LETTERS,
    BodyId,
    DispatchId,
    GroupId,
    ItemId,
    MatterId,
    PlanId,
    ProposalId,
    StatementId,
    TaskId,
    VoteId,
    made_by,
)
from events.log import BookHead, Log
from events.naming import introduced, names
from events.words import ACTOR
from governance.danish.names import folded
from governance.history import amendments_in, replay
from governance.state.fold import Fold

_FOLLOWS: frozenset[str] = frozenset(
    LETTERS[kind] for kind in (StatementId, GroupId, PlanId, DispatchId, TaskId, ProposalId, VoteId)
)
"""The letters of what follows from an item alone; persons, bodies and meetings are there without it."""

_ABOUT = (EntryStruck, EntryCorrected, RemarkRecorded)
_OF_BODIES = (ExternalBodyRegistered, ExternalBodyAbbreviated, ExternalBodyRenamed)
"""What is recorded of a body itself, whatever item it came up under."""
_ENDED = (OfficeEnded, RepresentationEnded)
"""The end of what somebody was elected to tells no more openly than the election who that was."""


class PublicCopy:
    """The books of a record as everybody may read them: a log whose entries lack the words that are not for everybody.

    It can be read as any log; nothing is recorded in it.
    """

    def __init__(self, log: Log) -> None:
        self._log = log
        self._closed: dict[str, Withheld] = {}

    def books(self) -> list[BookHead]:
        """Return the books there are, by name."""
        return self._log.books()

    def head(self, book: str) -> int:
        """Return the number of the book's last entry; 0 where there is no such book."""
        return self._log.head(book)

    def read(self, book: str, *, after: int = 0, upto: int | None = None) -> Iterator[tuple[bytes, bytes]]:
        """Return (body, words) of the entries with ``after < number <= upto``, in order."""
        return self._without(book, self._log.read(book, after=after, upto=upto))

    def amendments(self, book: str, *, upto: int | None = None) -> Iterator[tuple[bytes, bytes]]:
        """Return (body, words) of the strikes and corrections up to that number, in order."""
        return self._without(book, self._log.amendments(book, upto=upto))

    def of_type(self, book: str, name: str) -> Iterator[tuple[bytes, bytes]]:
        """Return (body, words) of the entries whose event has this name, in order."""
        return self._without(book, self._log.of_type(book, name))

    def recorded_by_command(self, book: str, command_id: str) -> tuple[int, int] | None:
        """Return the first and last entry that the command made, or None where it made none."""
        return self._log.recorded_by_command(book, command_id)

    def block_roots(self, book: str, first: int, end: int) -> Iterator[tuple[int, bytes]]:
        """Return (block, root) of the kept roots: bodies are the same in a public copy."""
        return self._log.block_roots(book, first, end)

    def append(self, entries: Sequence[Sealed]) -> None:
        """Raise TypeError: a copy is read."""
        raise TypeError(f"a public copy is not recorded in; {len(entries)} entries were to be")

    def prepare(self) -> None:
        """Raise TypeError, as ``append``."""
        raise TypeError("a public copy is not recorded in")

    def close(self) -> None:
        """Let go of the store."""
        self._log.close()

    def withheld(self, book: str) -> "Withheld":
        """Return what is not for everybody in a book, as it was when it was first asked for."""
        held = self._closed.get(book)
        if held is None:
            entries = [unseal(body, words) for body, words in self._log.read(book)]
            held = self._closed[book] = Withheld(book, entries)
        return held

    def _without(self, book: str, stored: Iterable[tuple[bytes, bytes]]) -> Iterator[tuple[bytes, bytes]]:
        withheld = self.withheld(book)
        for body, words in stored:
            yield body, withheld.without(body, words)


class Withheld:
    """What is not for everybody in one book, worked out from all of its entries."""

    def __init__(self, book: str, entries: list[Entry]) -> None:
        fold = replay(book, entries, amendments_in(entries))
        closed = _closed_items(entries, fold)
        self._secret = _speaking_of(entries, closed)
        self._reasoned = {entry.number for entry in entries if _gives_reason(entry.event)}
        self._council = _council(fold, self._secret)
        self._secret |= _of_closed_bodies(entries, self._secret)
        named: dict[bool, set[str]] = {True: set(), False: set()}
        for person, name in _names(entries):
            named[person in self._council].add(name)
        self._members, self._others = _pattern(named[True]), _pattern(named[False])
        self._known = {folded(name) for name in named[True]}

    def without(self, body: bytes, words: bytes) -> bytes:
        """Return the words of an entry without those that are not for everybody."""
        entry = unseal(body, words)
        held: dict[str, Any] = orjson.loads(words)
        return canonical(
            {
                pointer: word
                for pointer, word in held.items()
                if word is None or self._is_public(entry, pointer, word[1])
            }
        )

    def _is_public(self, entry: Entry, pointer: str, value: str) -> bool:
        if pointer == ACTOR:
            return folded(value) in self._known
        event = entry.event
        said = event.replacement if isinstance(event, EntryCorrected) else event
        if entry.number in self._secret or self._is_of_others(entry, said):
            return False
        if isinstance(said, AttendanceRecorded) and pointer.endswith("/reason"):
            return False
        if isinstance(event, _ABOUT) and not pointer.startswith("/event/replacement") and self._tells_reason(entry):
            return False
        return isinstance(said, CouncilEstablished) or not self._names_others(value)

    def _tells_reason(self, entry: Entry) -> bool:
        return not self._reasoned.isdisjoint((entry.number, getattr(entry.event, "entry", 0)))

    def _is_of_others(self, entry: Entry, said: Event) -> bool:
        """Tell whether the words of an event are the name of somebody who is not of the council, or what they said."""
        person = getattr(said, "person", None) or getattr(said, "proposed_by", None)
        if isinstance(said, PersonRegistered):
            person = _person_of(entry)
        return person is not None and person not in self._council

    def _names_others(self, value: str) -> bool:
        return self._others.search(self._members.sub("", value)) is not None


def _closed_items(entries: list[Entry], fold: Fold) -> set[str]:
    """Return the items that are closed as they read now, and those that were ever and are there no more."""
    ever = {item for entry in entries for item in _said_closed(entry)}
    return {item for item in ever if item not in fold.items or fold.items[item].closed}


def _said_closed(entry: Entry) -> Iterator[ItemId]:
    said = _said(entry)
    if isinstance(said, AgendaItemAdded) and said.closed:
        number = entry.event.entry if isinstance(entry.event, EntryCorrected) else entry.number
        yield made_by(ItemId, number)
    elif isinstance(said, AgendaItemChanged) and said.closed:
        yield said.item


def _speaking_of(entries: list[Entry], closed: set[str]) -> set[int]:
    """Return the numbers of the entries that speak of closed items, or of what follows from them."""
    found: set[int] = set()
    kept = {entry.number for entry in entries if any(True for _ in _said_closed(entry))}
    secret = set(closed)
    matters = _matters(entries, closed | {item for entry in entries for item in _said_closed(entry)})
    while True:
        more = [e for e in entries if e.number not in found and _is_secret(e, secret, matters, found)]
        if not more:
            return found | kept
        found |= {entry.number for entry in more}
        found |= {entry.event.entry for entry in more if isinstance(entry.event, EntryCorrected)}
        secret |= {made for entry in entries if entry.number in found for made in _what_follows(entry)}


def _is_secret(entry: Entry, secret: set[str], matters: set[str], found: set[int]) -> bool:
    event = entry.event
    if not secret.isdisjoint(names(event)) or made_by(ItemId, entry.number) in secret:
        return True
    if isinstance(event, _ABOUT) and event.entry in found:
        return True
    return isinstance(event, MatterOpened) and made_by(MatterId, entry.number) in matters


def _what_follows(entry: Entry) -> set[str]:
    return {made for made in introduced(entry.event, entry.number) if made[0] in _FOLLOWS}


def _matters(entries: list[Entry], closed: set[str]) -> set[str]:
    """Return the matters of items that are or ever were closed."""
    found: set[str] = set()
    for entry in entries:
        said = _said(entry)
        number = entry.event.entry if isinstance(entry.event, EntryCorrected) else entry.number
        if isinstance(said, AgendaItemAdded | AgendaItemChanged) and said.matter is not None:
            item = said.item if isinstance(said, AgendaItemChanged) else made_by(ItemId, number)
            found |= {said.matter} if item in closed else set()
    return found


def _of_closed_bodies(entries: list[Entry], secret: set[int]) -> set[int]:
    """Return the numbers of the entries about bodies that are named, and by none but these secret ones."""
    openly: dict[bool, set[str]] = {True: set(), False: set()}
    for entry in entries:
        if not isinstance(_said(entry), (*_OF_BODIES, *_ENDED)):
            openly[entry.number not in secret].update(names(entry.event))
    closed = openly[False] - openly[True]
    found: set[int] = set()
    for entry in entries:
        if _body_of(entry) in closed or (isinstance(entry.event, _ABOUT) and entry.event.entry in found):
            found.add(entry.number)
    return found


def _body_of(entry: Entry) -> str | None:
    """Return the body that an entry is about, or None."""
    said = _said(entry)
    if isinstance(said, ExternalBodyRegistered):
        return made_by(BodyId, entry.event.entry if isinstance(entry.event, EntryCorrected) else entry.number)
    return said.body if isinstance(said, ExternalBodyAbbreviated | ExternalBodyRenamed) else None


def _said(entry: Entry) -> Event:
    return entry.event.replacement if isinstance(entry.event, EntryCorrected) else entry.event


def _gives_reason(event: Event) -> bool:
    said = event.replacement if isinstance(event, EntryCorrected) else event
    return isinstance(said, AttendanceRecorded) and said.reason is not None


def _council(fold: Fold, secret: set[int]) -> set[str]:
    """Return the persons who are or were of the council by what is not secret."""
    found: set[str] = {person for person, facts in fold.memberships.items() if any(fact.joined for fact in facts)}
    for facts in (fold.stand_ins, fold.calls, fold.offices, fold.representations):
        found |= {fact.said.person for fact in facts if fact.number not in secret and not isinstance(fact.said, _ENDED)}
    attended = {person for meeting in fold.meetings.values() for person in meeting.attendance}
    found |= attended & {call.said.person for call in fold.calls}
    return found


def _names(entries: list[Entry]) -> Iterator[tuple[str, str]]:
    """Return every name that a person was ever given, with the person."""
    for entry in entries:
        said = _said(entry)
        if isinstance(said, PersonRegistered):
            yield _person_of(entry), said.name
        elif isinstance(said, PersonRenamed):
            yield said.person, said.name


def _person_of(entry: Entry) -> str:
    return f"p{entry.event.entry if isinstance(entry.event, EntryCorrected) else entry.number}"


def _pattern(found: set[str]) -> re.Pattern[str]:
    """Return a pattern of names as whole words, the genitive too; one that never matches where there are none."""
    choices = "|".join(re.escape(name) for name in sorted(found, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{choices})(?:['’]?e?s)?(?!\w)", re.I) if found else re.compile(r"(?!)")

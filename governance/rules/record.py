"""Rules about acts on the record itself: striking, correcting, remarking."""

from typing import TypeVar

import msgspec

from events.catalogue import (
    Authority,
    AuthorityKind,
    Correctable,
    CouncilEstablished,
    EntryCorrected,
    EntryStruck,
    Event,
    ExternalBodyRegistered,
    PersonRegistered,
    RemarkRecorded,
    WordsErased,
)
from events.entry import Entry, words_of
from events.errors import N_
from events.ids import ItemId, MeetingId, made_by
from events.naming import introduced, names
from events.text import ERASED, WITHHELD
from events.words import spoken_field
from governance.rules import known
from governance.rules.act import History, RuleRefused
from governance.state.fold import Fold

_NAMES = (CouncilEstablished, PersonRegistered, ExternalBodyRegistered)
Amendment = TypeVar("Amendment", EntryStruck, EntryCorrected)


class StrikeRefused(RuleRefused):
    """A strike was refused because later entries name what the entry introduced; ``dependents`` are their numbers."""

    def __init__(self, number: int, dependents: list[int]) -> None:
        super().__init__(
            N_("Entry {number} cannot be struck alone: entries {dependents} build on it. Strike them all together."),
            number=number,
            dependents=", ".join(map(str, dependents)),
        )
        self.number = number
        self.dependents = dependents


class AuthorityMissing(RuleRefused):
    """Minutes that tell the entry have been issued, and nobody is named who allowed that it is changed."""

    def __init__(self, number: int) -> None:
        super().__init__(
            N_(
                "Entry {number} stands in minutes that have been issued. Say on what authority it is changed: "
                "that of a meeting, or written procedure."
            ),
            number=number,
        )
        self.number = number


class ErasedAlready(RuleRefused):
    """The words were erased before."""

    def __init__(self, number: int, field: str) -> None:
        super().__init__(
            N_("The words in '{field}' of entry {number} have been erased already."), number=number, field=field
        )


def entry_struck(fold: Fold, event: EntryStruck, history: History) -> EntryStruck:
    """An entry is struck once, never a strike, and only what nothing later builds on."""
    original = _amendable(fold, event.entry, history)
    if isinstance(original.event, EntryStruck):
        raise RuleRefused(
            N_("Entry {number} is a strike; a strike is never struck. Record anew what was struck."), number=event.entry
        )
    if isinstance(original.event, CouncilEstablished):
        raise RuleRefused(
            N_("Entry {number} says whose book this is and cannot be struck. Correct it instead."), number=event.entry
        )
    dependents = dependents_of(original, history)
    if dependents:
        raise StrikeRefused(event.entry, dependents)
    return _authorised(fold, event, original)


def entry_corrected(fold: Fold, event: EntryCorrected, history: History) -> EntryCorrected:
    """A fact is corrected by a fact that introduces the same kind of thing."""
    original = _amendable(fold, event.entry, history)
    if not isinstance(original.event, Correctable):
        raise RuleRefused(
            N_("Entry {number} is an act on the record; strike it and record anew instead of correcting it."),
            number=event.entry,
        )
    lost = set(introduced(original.event, original.number)) - set(introduced(event.replacement, original.number))
    used = [entry.number for entry in history.since(original.number) if lost & set(names(entry.event))]
    if used:
        raise RuleRefused(
            N_(
                "The correction of entry {number} must introduce the same as the entry does: entries {dependents} build on it."
            ),
            number=event.entry,
            dependents=", ".join(map(str, used)),
        )
    return _authorised(fold, event, original)


def remark_recorded(_fold: Fold, event: RemarkRecorded, history: History) -> RemarkRecorded:
    """A remark is about an entry that there is."""
    if history.entry(event.entry) is None:
        raise RuleRefused(N_("There is no entry {number} in the book."), number=event.entry)
    return event


def words_erased(fold: Fold, event: WordsErased, history: History) -> WordsErased:
    """Words are erased of an entry that there is, and that still has them. Each is named once."""
    original = history.entry(event.entry)
    if original is None:
        raise RuleRefused(N_("There is no entry {number} in the book."), number=event.entry)
    words = words_of(original)
    fields = tuple(dict.fromkeys(event.fields))
    if not fields:
        raise RuleRefused(
            N_("Say which words of entry {number} are to be erased. It has: {fields}."),
            number=event.entry,
            fields=_spoken(words),
        )
    for pointer in fields:
        _require_word(fold, event.entry, pointer, words)
    return msgspec.structs.replace(event, fields=fields)


def _require_word(fold: Fold, number: int, pointer: str, words: dict[str, str]) -> None:
    if pointer not in words:
        raise RuleRefused(
            N_("Entry {number} has no words in '{field}'. It has: {fields}."),
            number=number,
            field=spoken_field(pointer),
            fields=_spoken(words),
        )
    if words[pointer] == ERASED or any(number == held.entry and pointer in held.fields for held in fold.erasures):
        raise ErasedAlready(number, spoken_field(pointer))
    if words[pointer] == WITHHELD:
        raise RuleRefused(
            N_("The words in '{field}' of entry {number} are not in this copy. Erase them in the record itself."),
            number=number,
            field=spoken_field(pointer),
        )


def _spoken(words: dict[str, str]) -> str:
    return ", ".join(sorted(spoken_field(pointer) for pointer in words))


def require_authority_of_ones_own(event: Event) -> None:
    """Raise RuleRefused where an act by hand names a document as its authority, as only taking one over or back may."""
    authority = getattr(event, "authority", None)
    if isinstance(authority, Authority) and authority.kind is AuthorityKind.SOURCE:
        raise RuleRefused(N_("A document is no authority for an act by hand. Name the meeting, or written-procedure."))


def dependents_of(original: Entry, history: History) -> list[int]:
    """Return the numbers of the later entries in force that name what the entry introduced, directly or through others."""
    made = set(introduced(original.event, original.number))
    found: list[int] = []
    for entry in history.since(original.number):
        if made & set(names(entry.event)):
            found.append(entry.number)
            made |= set(introduced(entry.event, entry.number))
    return found


def _amendable(fold: Fold, number: int, history: History) -> Entry:
    original = history.entry(number)
    if original is None:
        raise RuleRefused(N_("There is no entry {number} in the book."), number=number)
    if isinstance(original.event, WordsErased):
        raise RuleRefused(
            N_("Entry {number} says that words were erased. They do not come back, and so the entry stands."),
            number=number,
        )
    if number in fold.struck:
        raise RuleRefused(N_("Entry {number} has been struck already."), number=number)
    return original


def _authorised(fold: Fold, event: Amendment, original: Entry) -> Amendment:
    through = _issued_through(fold, original)
    if event.authority is not None:
        _check_authority(fold, event.authority)
    elif through is not None and original.number <= through:
        raise AuthorityMissing(original.number)
    return event


def _issued_through(fold: Fold, original: Entry) -> int | None:
    """Return up to which entry minutes were issued that tell this one; names stand in all of them."""
    if isinstance(original.event, _NAMES):
        return max((meeting.issued_through or 0 for meeting in fold.meetings.values()), default=0)
    meeting = meeting_spoken_of(fold, original)
    return fold.meetings[meeting].issued_through if meeting is not None and meeting in fold.meetings else None


def _check_authority(fold: Fold, authority: Authority) -> None:
    if authority.kind is AuthorityKind.MEETING:
        if authority.meeting is None:
            raise RuleRefused(N_("Name the meeting that decided it."))
        known.meeting(fold, authority.meeting)


def meeting_spoken_of(fold: Fold, entry: Entry) -> MeetingId | None:
    """Return the meeting that an entry is about, where it is about one."""
    event: Event = entry.event
    if isinstance(event, EntryCorrected):
        event = event.replacement
    meeting = getattr(event, "meeting", None)
    if meeting is not None:
        return MeetingId(meeting)
    item = fold.items.get(ItemId(getattr(event, "item", None) or getattr(event, "agreed_in", None) or ""))
    if item is not None and item.meeting is not None:
        return MeetingId(item.meeting)
    own = made_by(MeetingId, entry.number)
    return own if own in fold.meetings else None

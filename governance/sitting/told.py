"""What has been recorded of a meeting, item by item, in words with the time: what a secretary looks back at."""

from collections.abc import Iterable
from datetime import datetime

import msgspec

from events.catalogue import (
    AgendaItemAdded,
    AgendaItemChanged,
    AgendaSent,
    AttendanceRecorded,
    EntryCorrected,
    EntryStruck,
    Event,
    GuestAttended,
    MatterOpened,
    MeetingArrangement,
    MeetingCalled,
    MeetingClosed,
    MeetingOpened,
    MemberArrived,
    MemberLeft,
    NoteWritten,
    RemarkRecorded,
    StandInCalled,
    WordsErased,
)
from events.entry import Entry
from events.ids import ItemId, MeetingId, introducing_entry
from governance.history import Amendments
from governance.language import _
from governance.sitting.hearing import under_item
from governance.sitting.hours import clock_at
from governance.state.fold import Fold
from governance.state.proceedings import time_of
from governance.wording.lines import line
from governance.wording.speaking import person

_IN_PASSING = (MemberArrived, MemberLeft, GuestAttended, StandInCalled)
"""What happens while an item is dealt with and belongs to none."""
_SILENT = (
    EntryStruck,
    EntryCorrected,
    RemarkRecorded,
    WordsErased,
    AgendaItemAdded,
    AgendaItemChanged,
    AgendaSent,
    AttendanceRecorded,
    MatterOpened,
    MeetingCalled,
)
"""What the agenda and the list of those attending show already."""


class TellingLine(msgspec.Struct, frozen=True):
    """An entry in words. ``time`` is the time of day, that of recording where none was given on the day of the meeting itself,
    else empty; ``text`` is what the minutes say.
    """

    number: int
    time: str
    words: str
    text: str | None
    struck: bool
    corrected: bool


def first_entry(fold: Fold, meeting: MeetingId) -> int:
    """Return the first entry that may be about a meeting or its items."""
    return min(introducing_entry(one) for one in (meeting, *fold.meetings[meeting].items))


def told_of(
    fold: Fold, meeting: MeetingId, entries: Iterable[Entry], amendments: Amendments
) -> dict[ItemId | None, list[TellingLine]]:
    """Return what the entries tell, by item; under None what is of no item. Who comes or goes stands under the item that
    was being dealt with.
    """
    day, items = fold.meetings[meeting].date, set(fold.meetings[meeting].items)
    told: dict[ItemId | None, list[TellingLine]] = {}
    now: ItemId | None = None
    for recorded in entries:
        entry = amendments.in_force(recorded) or recorded
        event = entry.event
        if isinstance(event, _SILENT):
            continue
        item = getattr(event, "item", None) or getattr(event, "agreed_in", None)
        if item in items:
            now = item
        elif getattr(event, "meeting", None) != meeting or isinstance(event, MeetingArrangement):
            continue
        elif isinstance(event, MeetingOpened | MeetingClosed):
            now, item = None, None
        elif isinstance(event, _IN_PASSING):
            item = now
        told.setdefault(item, []).append(_line(fold, item, entry, day, amendments))
    return told


def _line(fold: Fold, item: ItemId | None, entry: Entry, day: str, amendments: Amendments) -> TellingLine:
    event: Event = entry.event
    text = getattr(event, "text", None)
    words = _here(fold, item, event)
    if text is not None and isinstance(event, NoteWritten):
        words = ""
    return TellingLine(
        number=entry.number,
        time=time_of(entry.effective) or clock_at(day, datetime.fromisoformat(entry.recorded_at)) or "",
        words=words,
        text=text,
        struck=entry.number in amendments.struck,
        corrected=entry.number in amendments.corrections,
    )


def _here(fold: Fold, item: ItemId | None, event: Event) -> str:
    """Return what an event says at the meeting itself, which need not be named."""
    if isinstance(event, MemberLeft):
        return _("{name} left the meeting").format(name=person(fold, event.person))
    if isinstance(event, MemberArrived):
        return _("{name} came to the meeting").format(name=person(fold, event.person))
    if isinstance(event, MeetingOpened):
        return _("The meeting was opened")
    if isinstance(event, MeetingClosed):
        return _("The meeting was closed")
    return under_item(fold, item, event) if item is not None else line(fold, event)

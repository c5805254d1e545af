"""When an act takes effect in the world, where nobody says so."""

from typing import Literal

import msgspec

from events.catalogue import (
    AgendaItemAdded,
    AgendaItemChanged,
    AgendaItemMoved,
    AgendaItemWithdrawn,
    AgendaSent,
    AnyEvent,
    CouncilEstablished,
    DocumentAttached,
    EntryCorrected,
    EntryStruck,
    Event,
    ExternalBodyRegistered,
    MeetingArrangement,
    MeetingCalled,
    MeetingCancelled,
    MeetingRescheduled,
    MinutesIssued,
    MinutesSigned,
    PersonRegistered,
    RemarkRecorded,
    WordsErased,
)
from events.ids import ItemId, MeetingId
from events.moments import Effective
from governance.state.fold import Fold

TIMELESS = (
    CouncilEstablished,
    PersonRegistered,
    ExternalBodyRegistered,
    EntryStruck,
    EntryCorrected,
    RemarkRecorded,
    WordsErased,
)
"""What has no time of its own: registrations, and acts on the record."""

Usual = Literal["today", "meeting", "meeting or today", "today or meeting"]

_AT = ("meeting", "item")
_AGENDA = (AgendaItemAdded, AgendaItemChanged, AgendaItemMoved, AgendaItemWithdrawn, AgendaSent)
_ON_THE_DAY = (MeetingCalled, MeetingCancelled, MinutesIssued, MinutesSigned, DocumentAttached)


def default_effective(fold: Fold, event: AnyEvent, today: str) -> Effective | None:
    """Return when an act takes effect: acts of a meeting on its day, agendas no later than it, the rest today."""
    if isinstance(event, TIMELESS):
        return None
    if isinstance(event, _ON_THE_DAY):
        return Effective(today)
    if isinstance(event, MeetingArrangement):
        day = _day_of_item(fold, event.agreed_in)
        return Effective(day or max(_arranged_before(fold, event), min(today, event.date)))
    day = _day_of(fold, event)
    if isinstance(event, _AGENDA) and day is not None:
        return Effective(min(today, day))
    return Effective(day or today)


def usual_time(event_type: type[Event]) -> Usual:
    """Return when acts of a type take effect where nobody says so, as far as the type tells."""
    if issubclass(event_type, _ON_THE_DAY) or issubclass(event_type, MeetingArrangement):
        return "today"
    fields = {field.name: field.required for field in msgspec.structs.fields(event_type) if field.name in _AT}
    if not fields:
        return "today"
    if issubclass(event_type, _AGENDA):
        return "today or meeting"
    return "meeting" if any(fields.values()) else "meeting or today"


def _arranged_before(fold: Fold, event: MeetingArrangement) -> str:
    """Return when the meeting was last arranged: who arranges it anew without saying when means later than that."""
    held = fold.meetings.get(event.meeting) if isinstance(event, MeetingRescheduled) else None
    return held.arrangements[-1][0][:10] if held is not None and held.arrangements else ""


def _day_of(fold: Fold, event: AnyEvent) -> str | None:
    meeting: MeetingId | None = getattr(event, "meeting", None)
    if meeting is not None:
        held = fold.meetings.get(meeting)
        return (held.date or None) if held is not None else None
    return _day_of_item(fold, getattr(event, "item", None))


def _day_of_item(fold: Fold, item: ItemId | None) -> str | None:
    held = fold.meeting_of(item) if item is not None else None
    return (held.date or None) if held is not None else None

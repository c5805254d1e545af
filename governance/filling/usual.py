"""What a form is filled in with before anything is typed: the meeting and the item that are being dealt with."""

from events.catalogue import (
    AgendaItemChanged,
    Event,
    GuestAttended,
    MeetingScheduled,
    MemberArrived,
    MemberLeft,
    StandInCalled,
)
from events.ids import ItemId, MeetingId

_ELSE = frozenset(
    {
        (AgendaItemChanged, "meeting"),
        (GuestAttended, "item"),
        (MemberArrived, "item"),
        (MemberLeft, "item"),
        (StandInCalled, "item"),
    }
)
"""Fields that mean something else than where one is: where an item is to go, the one item that a guest is there for."""


def usual_values(event_type: type[Event], meeting: MeetingId | None, item: ItemId | None) -> dict[str, str]:
    """Return the values that an event usually has at a meeting, under an item."""
    where = {"meeting": meeting, "item": item}
    found = {
        name: str(value)
        for name, value in where.items()
        if value is not None and name in event_type.__struct_fields__ and (event_type, name) not in _ELSE
    }
    if event_type is MeetingScheduled and item is not None:
        found["agreed_in"] = str(item)
    return found

"""How far a meeting has come: its items, each with what came of it."""

from typing import Literal

import msgspec

from events.catalogue import ItemKind
from events.ids import ItemId, MatterId, MeetingId
from governance.sitting.room import RoomNow, room_now
from governance.state import model
from governance.state.fold import Fold, Item
from governance.state.publishing.agenda import agenda_of, shown_numbers
from governance.state.publishing.items import is_dealt_with
from governance.state.publishing.meetings import status_of

Mark = Literal["waiting", "open", "done", "postponed", "withdrawn"]
DEALT_WITH: tuple[Mark, ...] = ("done", "postponed", "withdrawn")


class SittingItem(msgspec.Struct, frozen=True):
    """An item as it stands now. ``mark`` tells how far it has come; ``noted`` whether anything is written under it."""

    id: ItemId
    number: str
    title: str
    kind: ItemKind
    closed: bool
    late: bool
    matter: MatterId | None
    mark: Mark
    noted: bool


class Sitting(msgspec.Struct, frozen=True):
    """A meeting as it stands now. ``number`` is the entry after which it was read."""

    number: int
    meeting: MeetingId
    day: str
    start: str | None
    place: str | None
    status: model.MeetingStatus
    ordstyrer: str | None
    referent: str | None
    room: RoomNow
    items: tuple[SittingItem, ...]

    def item(self, identifier: ItemId) -> SittingItem | None:
        """Return an item of the agenda."""
        return next((item for item in self.items if item.id == identifier), None)

    @property
    def done(self) -> int:
        """How many items have been dealt with."""
        return sum(item.mark in DEALT_WITH for item in self.items)


def sitting(fold: Fold, identifier: MeetingId) -> Sitting:
    """Return a meeting as it stands now. Raises KeyError where the book has no such meeting."""
    meeting = fold.meetings[identifier]
    agenda = agenda_of(fold, meeting)
    numbers = shown_numbers(agenda)
    return Sitting(
        number=fold.number,
        meeting=identifier,
        day=meeting.date,
        start=meeting.start,
        place=meeting.place,
        status=status_of(fold, meeting),
        ordstyrer=fold.persons.get(meeting.ordstyrer) if meeting.ordstyrer else None,
        referent=fold.persons.get(meeting.referent) if meeting.referent else None,
        room=room_now(fold, meeting),
        items=tuple(_item(item, numbers[item.id]) for item in agenda),
    )


def mark_of(item: Item) -> Mark:
    """Return how far an item has come."""
    if item.withdrawn is not None:
        return "withdrawn"
    if item.postponed is not None:
        return "postponed"
    if is_dealt_with(item):
        return "done"
    return "open" if item.openings or item.statements else "waiting"


def _item(item: Item, number: str) -> SittingItem:
    return SittingItem(
        id=item.id,
        number=number,
        title=item.title,
        kind=ItemKind(item.kind),
        closed=item.closed,
        late=item.accepted_late is not None,
        matter=item.matter,
        mark=mark_of(item),
        noted=bool(item.statements),
    )

"""What else happens to a meeting while it goes on: a late item, another order, a break, guests and stand-ins."""

from events.catalogue import (
    AgendaItemAdded,
    AgendaItemMoved,
    AgendaItemWithdrawn,
    GuestAttended,
    ItemKind,
    LateItemAccepted,
    MeetingInterrupted,
    MeetingResumed,
)
from events.ids import ItemId, MeetingId, PersonId, made_by
from governance.documents.reading.items import described
from governance.filling.reading import NEW
from governance.importing.drafting import Draft
from governance.sitting.attending import call_in
from governance.sitting.hours import effective_at
from governance.sitting.opening import named
from governance.sitting.together import Deed


def take_up_late(meeting: MeetingId, title: str, before: ItemId | None) -> Deed:
    """Return the deed that takes up an item that was not on the agenda: before another one, or last."""
    said = described(None, title.strip())

    def deed(draft: Draft) -> None:
        added = AgendaItemAdded(meeting=meeting, title=title.strip(), kind=ItemKind(said.kind), closed=said.closed)
        item = made_by(ItemId, draft.record(added))
        draft.record(LateItemAccepted(item=item))
        if before is not None:
            draft.record(AgendaItemMoved(item=item, before=before, told_in=draft.fold.items[item].statements[-1].id))

    return deed


def move(item: ItemId, before: ItemId | None) -> Deed:
    """Return the deed that moves an item: before another one, or last."""
    return lambda draft: draft.record(AgendaItemMoved(item=item, before=before))


def withdraw(item: ItemId) -> Deed:
    """Return the deed that takes an item off the agenda."""
    return lambda draft: draft.record(AgendaItemWithdrawn(item=item))


def pause(meeting: MeetingId, item: ItemId | None, time: str, *, resumed: bool) -> Deed:
    """Return the deed that interrupts a meeting, or lets it go on, at a time of day."""

    def deed(draft: Draft) -> None:
        event = (MeetingResumed if resumed else MeetingInterrupted)(meeting=meeting, item=item)
        draft.record(event, effective=effective_at(draft.fold.meetings[meeting].date, time))

    return deed


def attend_as_guest(meeting: MeetingId, who: str) -> Deed:
    """Return the deed that records a guest: somebody whom the book knows, or ``new:`` and a name."""
    return lambda draft: draft.record(GuestAttended(meeting=meeting, person=_person(draft, who)))


def sit_in(meeting: MeetingId, who: str, member: PersonId) -> Deed:
    """Return the deed that calls somebody in for a member: somebody whom the book knows, or ``new:`` and a name."""
    return lambda draft: call_in(meeting, _person(draft, who), member)(draft)


def _person(draft: Draft, who: str) -> PersonId:
    return named(draft, who.removeprefix(NEW)) if who.startswith(NEW) else PersonId(who)

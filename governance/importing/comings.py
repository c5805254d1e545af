"""Taking over what minutes tell of a meeting in no sentence: who came and went, guests, when items were opened, the order
of the agenda, who signed. Items are named by their numbers, so all of it is recorded behind the last of them.
"""

from events.catalogue import (
    AgendaItemMoved,
    AgendaSent,
    GuestAttended,
    GuestRole,
    ItemOpened,
    MemberArrived,
    MemberLeft,
    MinutesSigned,
)
from events.ids import ItemId, MeetingId
from events.moments import Effective
from governance.documents.model import Guest, Movement
from governance.importing.taking import Taking


def open_item(taking: Taking, item: ItemId, at: str | None) -> None:
    """Record when the meeting turned to an item, where minutes tell the time."""
    if at is not None:
        taking.attempt(ItemOpened(item=item), None, "item-opened", effective=Effective(f"{taking.day}T{at}"))


def take_comings(taking: Taking, meeting: MeetingId) -> None:
    """Record who came and went, guests, and how the agenda was moved."""
    document = taking.document
    for move, fact, told_in in taking.moves:
        before = _numbered(taking, fact.before)
        if fact.before is None or before is not None:
            moved = AgendaItemMoved(item=move, before=before, told_in=told_in)
            taking.attempt(moved, None, fact.rule)
    for movement in document.movements:
        _take_movement(taking, meeting, movement)
    for guest in document.guests:
        _take_guest(taking, meeting, guest)


def _take_movement(taking: Taking, meeting: MeetingId, movement: Movement) -> None:
    person = taking.resolver.person(movement.name)
    if person is None:
        taking.problems.append(taking.resolver.unknown_person(movement.name, None))
        return
    made = MemberArrived if movement.arrived else MemberLeft
    event = made(meeting=meeting, person=person, item=_numbered(taking, movement.item))
    effective = Effective(f"{taking.day}T{movement.time}") if movement.time else None
    taking.attempt(event, None, "coming-and-going", effective=effective)


def _take_guest(taking: Taking, meeting: MeetingId, guest: Guest) -> None:
    person = taking.resolver.person(guest.name) or taking.resolver.registered_person(guest.name, None)
    item = _numbered(taking, guest.item)
    attended = GuestAttended(meeting=meeting, person=person, role=GuestRole(guest.role), item=item)
    taking.attempt(attended, None, "guest")


def _numbered(taking: Taking, number: str | None) -> ItemId | None:
    return next((identifier for item, identifier in taking.items if number is not None and item.number == number), None)


def take_sending(taking: Taking, meeting: MeetingId) -> None:
    """Record when the agenda went out."""
    sent = taking.document.agenda_sent
    if sent is not None:
        taking.attempt(AgendaSent(meeting=meeting), None, "agenda-sent", effective=Effective(sent))


def take_signatures(taking: Taking, meeting: MeetingId) -> None:
    """Record who signed the minutes; without a day, that it was no earlier than the meeting."""
    for signature in taking.document.signatures:
        person = taking.resolver.person(signature.name) or taking.resolver.registered_person(signature.name, None)
        signed = MinutesSigned(meeting=meeting, person=person, reservation=signature.reservation)
        on = Effective(signature.on or f"{taking.day}/..")
        taking.attempt(signed, None, "signature", effective=on)

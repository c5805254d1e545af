"""What minutes tell of a meeting in no sentence: who stood in, came and went, guests, signatures, when items were opened."""

from events.ids import ItemId
from events.moments import order_of
from governance.documents.facts.proceedings import number_of
from governance.documents.model import Guest, Movement, Signature, StandIn
from governance.state.fold import Fold, Meeting
from governance.state.fold import Item as ItemInBook
from governance.state.proceedings import time_of
from governance.state.publishing.presence import in_order

ROLES = {"ordstyrer": "ordstyrer", "dirigent": "dirigent", "chair": "mødeleder"}
"""How minutes call who leads a meeting."""


def stand_ins(fold: Fold, meeting: Meeting) -> tuple[StandIn, ...]:
    """Return who was called in for whom, for this meeting or an item of it."""
    return tuple(
        StandIn(
            name=fold.persons.get(call.said.person, ""),
            member=fold.persons.get(call.said.member, ""),
            item=_number(fold, call.said.item, meeting),
        )
        for call in fold.calls
        if call.said.meeting == meeting.id
    )


def movements(fold: Fold, meeting: Meeting) -> tuple[Movement, ...]:
    """Return who came late and went early, member by member."""
    return tuple(
        Movement(
            name=fold.persons.get(person, ""),
            arrived=held.arrived,
            time=held.time,
            item=_number(fold, held.item, meeting),
        )
        for person, found in meeting.movements.items()
        for held in in_order(fold, meeting, found)
    )


def guests(fold: Fold, meeting: Meeting) -> tuple[Guest, ...]:
    """Return who was there without being a member."""
    return tuple(
        Guest(name=fold.persons.get(held.person, ""), role=held.role.value, item=_number(fold, held.item, meeting))
        for held in meeting.guests
    )


def signatures(fold: Fold, meeting: Meeting) -> tuple[Signature, ...]:
    """Return who signed the minutes, in the order in which that was recorded."""
    return tuple(
        Signature(
            name=fold.persons.get(held.person, ""),
            on=order_of(held.effective)[:10] or None,
            reservation=held.reservation,
        )
        for held in meeting.signatures
    )


def agenda_sent(meeting: Meeting) -> str | None:
    """Return the day on which the agenda was sent out last."""
    days = [order_of(held.effective)[:10] for held in meeting.sent]
    return max(days, default=None) or None


def opened_at(item: ItemInBook) -> str | None:
    """Return when the meeting turned to an item, where the time is known."""
    first = next((held for held in item.openings if not held.again), None)
    return time_of(first.effective) if first is not None else None


def _number(fold: Fold, item: ItemId | None, meeting: Meeting) -> str | None:
    """Return the number of an item on this meeting's agenda; None where it has gone to another."""
    return number_of(fold, item) if item in meeting.items else None

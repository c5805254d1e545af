"""What usually comes of an item, by its kind and title. It is proposed, never forced."""

import re
from datetime import date
from enum import StrEnum

import msgspec

from events.catalogue import ItemKind
from events.ids import ItemId, PersonId
from governance.danish.dates import dates_in, resolved
from governance.sitting.leading import may_lead
from governance.state.fold import Fold, Item

_AGENDA = re.compile(r"\bdagsord", re.I)
_MINUTES = re.compile(r"\breferat|\bprotokol", re.I)
_LEADER = re.compile(r"\b(?:ordstyrer|dirigent|mødeleder)", re.I)
_APPROVAL = re.compile(r"\bgodkend", re.I)


class Came(StrEnum):
    """What may come of an item."""

    AGENDA_APPROVED = "agenda-approved"
    AGENDA_CHANGED = "agenda-changed"
    MINUTES_APPROVED = "minutes-approved"
    LEADER = "leader"
    APPROVED = "approved"
    DECIDED = "decided"
    NOTED = "noted"
    DISCUSSED = "discussed"
    CONTINUED = "continued"
    NEXT_MEETING = "next-meeting"
    ELECTED = "elected"
    REJECTED = "rejected"
    NOTHING = "nothing"


class Outcome(msgspec.Struct, frozen=True):
    """What may come of an item; ``person`` is who would lead the meeting, ``of`` the day whose minutes are meant."""

    came: Came
    person: PersonId | None = None
    of: str | None = None


_ALWAYS = (Came.DECIDED, Came.APPROVED, Came.NOTED, Came.DISCUSSED, Came.CONTINUED, Came.REJECTED, Came.NOTHING)
_BY_KIND = {
    ItemKind.APPROVAL: Came.APPROVED,
    ItemKind.INFORMATION: Came.NOTED,
    ItemKind.DISCUSSION: Came.DISCUSSED,
    ItemKind.DECISION: Came.DECIDED,
    ItemKind.ELECTION: Came.ELECTED,
    ItemKind.NEXT_MEETING: Came.NEXT_MEETING,
    ItemKind.ANY_OTHER_BUSINESS: Came.NOTHING,
}


def outcomes(fold: Fold, item: ItemId, *, written: bool) -> tuple[Outcome, ...]:
    """Return what may come of an item, what is usual first; ``written`` tells that something stands under it."""
    held = fold.items[item]
    usual = _special(fold, held) or (Outcome(_usual(held, written=written)),)
    return (*usual, *(Outcome(came) for came in _ALWAYS if all(came is not one.came for one in usual)))


def minutes_day(fold: Fold, item: Item) -> str | None:
    """Return the day of the meeting whose minutes an item is about, as its title says."""
    meeting = fold.meetings.get(item.meeting) if item.meeting is not None else None
    near = date.fromisoformat(meeting.date) if meeting is not None and meeting.date else None
    days = [resolved(mention, near, "past") for mention in dates_in(item.title, bare=True)]
    return next((day.isoformat() for day in days if day is not None and (near is None or day < near)), None)


def _special(fold: Fold, item: Item) -> tuple[Outcome, ...]:
    if item.kind == ItemKind.APPROVAL or _APPROVAL.search(item.title):
        if _AGENDA.search(item.title):
            return Outcome(Came.AGENDA_APPROVED), Outcome(Came.AGENDA_CHANGED)
        if _MINUTES.search(item.title):
            return (Outcome(Came.MINUTES_APPROVED, of=minutes_day(fold, item)),)
    meeting = fold.meetings.get(item.meeting) if item.meeting is not None else None
    if meeting is not None and _LEADER.search(item.title):
        return tuple(Outcome(Came.LEADER, person=person) for person in may_lead(fold, meeting))
    return ()


def _usual(item: Item, *, written: bool) -> Came:
    kind = ItemKind(item.kind)
    if kind is ItemKind.ANY_OTHER_BUSINESS and (written or item.statements):
        return Came.DISCUSSED
    if kind is ItemKind.DISCUSSION and item.proposals:
        return Came.DECIDED
    return _BY_KIND[kind]

"""Publishing: who holds or held which office, who represents the council where, and who stands in for whom."""

from datetime import date, timedelta

import msgspec

from events.catalogue import (
    LeaveEnded,
    Office,
    OfficerElected,
    RepresentativeElected,
    StandInCalled,
    StandInListed,
    StandInRemoved,
)
from events.ids import PersonId
from governance.state.facts import Dated, in_order
from governance.state.fold import Fold
from governance.state.membership import OfficeHeld, Representation, StandIn, StandInCall

_HELD_BY_ONE = (Office.CHAIR, Office.VICE_CHAIR, Office.TREASURER, Office.SECRETARY)
"""Offices whose next holder takes the place of the one before, where they are called alike."""


def offices(fold: Fold) -> list[OfficeHeld]:
    """Return the times in office, in the order in which they began."""
    held: list[OfficeHeld] = []
    for fact in in_order(fold.offices):
        said = fact.said
        if not isinstance(said, OfficerElected):
            held = [_left(one, fact.day, (one.person, one.office) == (said.person, said.office)) for one in held]
            continue
        same = (said.office, said.title)
        held = [
            _left(
                one,
                fact.day,
                (one.office, one.title) == same and (one.person == said.person or said.office in _HELD_BY_ONE),
            )
            for one in held
        ]
        held.append(
            OfficeHeld(
                person=said.person,
                office=said.office.value,
                title=said.title,
                from_=fact.day,
                until=said.until,
                to=None,
                meeting=said.meeting,
                item=said.item,
            )
        )
    return held


def representations(fold: Fold) -> list[Representation]:
    """Return who represents or represented the council in other bodies, in the order in which it began."""
    held: list[Representation] = []
    for fact in in_order(fold.representations):
        said = fact.said
        held = [_gone(one, fact.day, (one.person, one.body) == (said.person, said.body)) for one in held]
        if isinstance(said, RepresentativeElected):
            held.append(
                Representation(
                    person=said.person,
                    body=said.body,
                    from_=fact.day,
                    until=said.until,
                    to=None,
                    meeting=said.meeting,
                    item=said.item,
                )
            )
    return held


def stand_ins(fold: Fold) -> list[StandIn]:
    """Return the places on lists of stand-ins: list by list, each in its order."""
    held: list[StandIn] = []
    for fact in in_order(fold.stand_ins):
        said = fact.said
        if not isinstance(said, StandInListed):
            held = [_off(one, fact.day, one.person == said.person) for one in held]
            continue
        place = (said.person, said.member, said.of)
        held = [_off(one, fact.day, (one.person, one.member, one.of) == place) for one in held]
        held.append(
            StandIn(
                person=said.person,
                position=said.position,
                member=said.member,
                of=said.of,
                from_=fact.day,
                to=None,
            )
        )
    return sorted(held, key=lambda one: (one.member or "", one.of or "", one.to is not None, one.position))


def calls(fold: Fold) -> list[StandInCall]:
    """Return the stand-ins who were called in, in the order of time."""
    return [
        StandInCall(
            person=fact.said.person,
            member=fact.said.member,
            meeting=fact.said.meeting,
            item=fact.said.item,
            from_=fact.day,
        )
        for fact in in_order(fold.calls)
    ]


def called_in(fold: Fold, person: PersonId, day: str) -> bool:
    """Tell whether a person was called in as a stand-in on a day (ISO date): for a meeting then, or until further notice.

    Until further notice is until the stand-in is taken off the lists, or the member is back from leave.
    """
    for call in fold.calls:
        if call.said.person != person:
            continue
        held = fold.meetings.get(call.said.meeting) if call.said.meeting is not None else None
        if held.date == day if held is not None else still_called(fold, call, day):
            return True
    return False


def still_called(fold: Fold, call: Dated[StandInCalled], day: str) -> bool:
    """Tell whether a call until further notice is in force on a day (ISO date)."""
    start = call.day or ""
    if day < start:
        return False
    ended = [
        fact.day or ""
        for fact in fold.stand_ins
        if isinstance(fact.said, StandInRemoved) and fact.said.person == call.said.person
    ]
    ended += [fact.day or "" for fact in fold.leaves.get(call.said.member, []) if isinstance(fact.said, LeaveEnded)]
    return not any(start < end <= day for end in ended)


def _left(held: OfficeHeld, day: str | None, ends: bool) -> OfficeHeld:
    return msgspec.structs.replace(held, to=over_on(held.until, day)) if ends and held.to is None else held


def _gone(held: Representation, day: str | None, ends: bool) -> Representation:
    return msgspec.structs.replace(held, to=over_on(held.until, day)) if ends and held.to is None else held


def _off(held: StandIn, day: str | None, ends: bool) -> StandIn:
    return msgspec.structs.replace(held, to=day) if ends and held.to is None else held


def over_on(until: str | None, day: str | None) -> str | None:
    """Return the first day on which something is over that another thing ends on a day, but that was set until one."""
    after = day_after(until) if until is not None else None
    return min(filter(None, (after, day)), default=None)


def day_after(day: str) -> str:
    """Return the next day (ISO dates); the last day there is has none after it."""
    try:
        return (date.fromisoformat(day) + timedelta(days=1)).isoformat()
    except OverflowError:
        return day

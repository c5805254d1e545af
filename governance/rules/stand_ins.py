"""Rules about stand-ins (stedfortrædere, suppleanter): who is on which list, and who is called in for whom."""

import msgspec

from events.catalogue import StandInCalled, StandInListed, StandInRemoved
from events.errors import N_
from events.moments import Effective, order_of
from governance.rules import known
from governance.rules.act import RuleRefused
from governance.state.fold import Fold
from governance.state.publishing.offices import stand_ins
from governance.state.publishing.people import is_member


def stand_in_listed(fold: Fold, event: StandInListed, when: Effective | None) -> StandInListed:
    """A place on a list is one person's, and nobody stands in for themselves."""
    name = known.person(fold, event.person)
    if event.member is not None and event.of is not None:
        raise RuleRefused(N_("The list is that of a member, or of a party or organisation. Leave out one of the two."))
    if event.member is not None:
        known.member_on(fold, event.member, order_of(when)[:10])
    if event.member == event.person:
        raise _own(name)
    for place in stand_ins(fold):
        if place.to is not None or (place.member, place.of) != (event.member, event.of):
            continue
        if place.person == event.person and place.position == event.position:
            raise RuleRefused(
                N_("{name} is number {position} on that list already."), name=name, position=place.position
            )
        if place.person != event.person and place.position == event.position:
            raise RuleRefused(
                N_("Number {position} on that list is {name}. Take {name} off it first, or give another number."),
                position=place.position,
                name=fold.persons.get(place.person, place.person),  # type: ignore[call-overload]
            )
    return event


def stand_in_removed(fold: Fold, event: StandInRemoved, _when: Effective | None) -> StandInRemoved:
    """Only who is on a list is taken off it."""
    name = known.person(fold, event.person)
    if not any(place.person == event.person and place.to is None for place in stand_ins(fold)):
        raise RuleRefused(N_("{name} is on no list of stand-ins."), name=name)
    return event


def stand_in_called(fold: Fold, event: StandInCalled, when: Effective | None) -> StandInCalled:
    """A stand-in takes the seat of a member and has none already. An item says which meeting."""
    if event.item is not None and event.meeting is None:
        event = msgspec.structs.replace(event, meeting=known.item(fold, event.item).meeting)
    day = order_of(when)[:10]
    if event.meeting is not None:
        day = known.meeting_that_counts(fold, event.meeting).date
        known.item_of(fold, event.item, event.meeting)
    name = known.person(fold, event.person)
    if event.person == event.member:
        raise _own(name)
    known.member_on(fold, event.member, day)
    if is_member(fold.memberships.get(event.person, []), day, fold.reappointments.get(event.person, [])):
        raise RuleRefused(
            N_("{name} is a member on {day} and stands in for nobody. Call in somebody else."), name=name, day=day
        )
    return event


def _own(name: str) -> RuleRefused:
    return RuleRefused(N_("{name} cannot stand in for {name}. Name the stand-in and the member."), name=name)

"""One line for each act: members, their leave, and stand-ins."""

from collections.abc import Callable
from typing import Any

from events.catalogue import (
    Event,
    LeaveEnded,
    LeaveGranted,
    MemberAppointed,
    MemberReappointed,
    MembershipEnded,
    MemberWelcomed,
    PersonRegistered,
    PersonRenamed,
    StandInCalled,
    StandInListed,
    StandInRemoved,
)
from governance.language import _
from governance.state.fold import Fold
from governance.state.naming import name_before
from governance.wording.offices import basis_said, cause_said
from governance.wording.speaking import day, item, meeting, person


def until_said(text: str, until: str | None) -> str:
    """Return a line with the last day behind it, where one was set."""
    return text + (", " + _("until {day}").format(day=day(until)) if until else "")


def _appointed(fold: Fold, event: MemberAppointed) -> str:
    name = person(fold, event.person)
    said = (
        _("{name} ({party}) became a member").format(name=name, party=event.party)
        if event.party
        else _("{name} became a member").format(name=name)
    )
    if event.basis is not None:
        said += f", {basis_said(event.basis.value)}"
    if event.appointed_by:
        said += ", " + _("by {body}").format(body=event.appointed_by)
    if event.organisation:
        said += ", " + _("for {organisation}").format(organisation=event.organisation)
    if not event.votes:
        said += ", " + _("without a vote")
    return until_said(said, event.until)


def _ended(fold: Fold, event: MembershipEnded) -> str:
    said = _("{name} ceased to be a member").format(name=person(fold, event.person))
    return f"{said}: {cause_said(event.cause.value)}" if event.cause is not None else said


def _renamed(fold: Fold, event: PersonRenamed) -> str:
    before = name_before(fold.person_names.get(event.person, []), event.name)
    return _("{before} is now called {name}").format(before=before or person(fold, event.person), name=event.name)


def _listed(fold: Fold, event: StandInListed) -> str:
    name = person(fold, event.person)
    if event.member is not None:
        return _("{name} is stand-in no. {position} for {member}").format(
            name=name, position=event.position, member=person(fold, event.member)
        )
    if event.of:
        return _("{name} is stand-in no. {position} on the list of {of}").format(
            name=name, position=event.position, of=event.of
        )
    return _("{name} is stand-in no. {position}").format(name=name, position=event.position)


def _called(fold: Fold, event: StandInCalled) -> str:
    said = _("{name} called in for {member}").format(name=person(fold, event.person), member=person(fold, event.member))
    if event.item is not None:
        return f"{said}, {item(fold, event.item)}"
    if event.meeting is not None:
        return said + ", " + _("meeting of {day}").format(day=meeting(fold, event.meeting))
    return said + ", " + _("until further notice")


LINES: dict[type[Event], Callable[[Fold, Any], str]] = {
    PersonRegistered: lambda f, e: _("{name} is named for the first time").format(name=e.name),
    PersonRenamed: _renamed,
    MemberAppointed: _appointed,
    MemberReappointed: lambda f, e: until_said(
        _("{name} reappointed as a member").format(name=person(f, e.person)), e.until
    ),
    MembershipEnded: _ended,
    MemberWelcomed: lambda f, e: _("{name} was welcomed on {day}").format(
        name=person(f, e.person), day=meeting(f, e.meeting)
    ),
    LeaveGranted: lambda f, e: until_said(_("{name} has leave").format(name=person(f, e.person)), e.until),
    LeaveEnded: lambda f, e: _("{name} is back from leave").format(name=person(f, e.person)),
    StandInListed: _listed,
    StandInRemoved: lambda f, e: _("{name} is no longer a stand-in").format(name=person(f, e.person)),
    StandInCalled: _called,
}

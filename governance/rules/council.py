"""Rules about the council, its persons and members, and the bodies around it."""

from events.catalogue import (
    CouncilEstablished,
    ExternalBodyAbbreviated,
    ExternalBodyRegistered,
    MemberAppointed,
    MembershipEnded,
    MemberWelcomed,
    PersonRegistered,
)
from events.errors import N_
from events.moments import Effective, order_of
from governance.danish.names import folded
from governance.rules import known
from governance.rules.act import RuleRefused
from governance.state.fold import Fold
from governance.state.publishing.people import is_member


def council_established(fold: Fold, event: CouncilEstablished, _when: Effective | None) -> CouncilEstablished:
    """A book has one council, from its first entry on."""
    if fold.council is not None:
        raise RuleRefused(
            N_("This book is that of {name} already. Another council needs a book of its own."), name=fold.council.name
        )
    return event


def person_registered(_fold: Fold, event: PersonRegistered, _when: Effective | None) -> PersonRegistered:
    """Anybody can be named; two persons may have the same name."""
    return event


def member_appointed(fold: Fold, event: MemberAppointed, when: Effective | None) -> MemberAppointed:
    """Nobody becomes a member who is one."""
    name = known.person(fold, event.person)
    day = order_of(when)[:10]
    if day and is_member(fold.memberships.get(event.person, []), day):
        raise RuleRefused(N_("{name} is a member already on {day}."), name=name, day=day)
    return event


def membership_ended(fold: Fold, event: MembershipEnded, _when: Effective | None) -> MembershipEnded:
    """Only a member can stop being one."""
    name = known.person(fold, event.person)
    if not any(fact.joined for fact in fold.memberships.get(event.person, [])):
        raise RuleRefused(N_("{name} has never been a member; there is no membership to end."), name=name)
    return event


def member_welcomed(fold: Fold, event: MemberWelcomed, _when: Effective | None) -> MemberWelcomed:
    """A meeting welcomes a person the book knows."""
    known.meeting_that_counts(fold, event.meeting)
    known.person(fold, event.person)
    return event


def body_registered(fold: Fold, event: ExternalBodyRegistered, _when: Effective | None) -> ExternalBodyRegistered:
    """A body is registered once."""
    for body in fold.bodies.values():
        if body.registered is not None and folded(body.registered.name) == folded(event.name):
            raise RuleRefused(N_("{name} is registered already, as {id}."), name=event.name, id=body.id)
    return event


def body_abbreviated(fold: Fold, event: ExternalBodyAbbreviated, _when: Effective | None) -> ExternalBodyAbbreviated:
    """An abbreviation means one body."""
    known.body(fold, event.body)
    for body in fold.bodies.values():
        if body.id != event.body and body.abbreviation == event.abbreviation:
            raise RuleRefused(
                N_("{abbreviation} is short for another body already, {id}."),
                abbreviation=event.abbreviation,
                id=body.id,
            )
    return event

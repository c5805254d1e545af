"""Rules about who is a member when: appointed, reappointed, on leave, gone."""

from events.catalogue import (
    LeaveEnded,
    LeaveGranted,
    MemberAppointed,
    MemberReappointed,
    MembershipEnded,
    MemberWelcomed,
)
from events.errors import N_
from events.ids import PersonId
from events.moments import Effective, is_exact, order_of
from governance.rules import known
from governance.rules.act import RuleRefused
from governance.state.fold import Fold
from governance.state.publishing.people import is_member, leaves_of, may_be_member


def member_appointed(fold: Fold, event: MemberAppointed, when: Effective | None) -> MemberAppointed:
    """Nobody becomes a member who is one."""
    name = known.person(fold, event.person)
    day = order_of(when)[:10]
    facts, prolonged = fold.memberships.get(event.person, []), fold.reappointments.get(event.person, [])
    if day and is_member(facts, day, prolonged):
        raise RuleRefused(N_("{name} is a member already on {day}."), name=name, day=day)
    known.not_over_before(event.until, when)
    return event


def member_reappointed(fold: Fold, event: MemberReappointed, when: Effective | None) -> MemberReappointed:
    """Only a member goes on as one."""
    known.member_on(fold, event.person, order_of(when)[:10])
    known.not_over_before(event.until, when)
    return event


def membership_ended(fold: Fold, event: MembershipEnded, when: Effective | None) -> MembershipEnded:
    """Only who is or may be a member can stop being one."""
    name = known.person(fold, event.person)
    facts = fold.memberships.get(event.person, [])
    if not any(fact.joined for fact in facts):
        raise RuleRefused(N_("{name} has never been a member; there is no membership to end."), name=name)
    if when is not None and is_exact(when) and not may_be_member(facts, when[:10]):
        raise RuleRefused(N_("{name} is no member on {day}; there is no membership to end."), name=name, day=when[:10])
    return event


def member_welcomed(fold: Fold, event: MemberWelcomed, _when: Effective | None) -> MemberWelcomed:
    """A meeting welcomes a person the book knows."""
    known.meeting_that_counts(fold, event.meeting)
    known.person(fold, event.person)
    return event


def leave_granted(fold: Fold, event: LeaveGranted, when: Effective | None) -> LeaveGranted:
    """A member who is not on leave may go on leave."""
    day = order_of(when)[:10]
    name = known.member_on(fold, event.person, day)
    known.not_over_before(event.until, when)
    if on_leave(fold, event.person, day):
        raise RuleRefused(N_("{name} is on leave already on {day}."), name=name, day=day)
    return event


def leave_ended(fold: Fold, event: LeaveEnded, when: Effective | None) -> LeaveEnded:
    """Only who is on leave comes back."""
    day = order_of(when)[:10]
    name = known.person(fold, event.person)
    leaves = leaves_of(fold.leaves.get(event.person, []))
    if not any((leave.from_ or "") <= day and (leave.to is None or day < leave.to) for leave in leaves):
        raise RuleRefused(N_("{name} is not on leave on {day}. Record the leave first."), name=name, day=day)
    return event


def on_leave(fold: Fold, person: PersonId, day: str) -> bool:
    """Tell whether a person has leave of absence on a day (ISO date)."""
    return any(
        (leave.from_ or "") <= day
        and (leave.to is None or day < leave.to)
        and (leave.until is None or day <= leave.until)
        for leave in leaves_of(fold.leaves.get(person, []))
    )

"""Folding: members, their leave, and stand-ins."""

from events.catalogue import (
    LeaveEnded,
    LeaveGranted,
    MemberAppointed,
    MemberReappointed,
    MembershipEnded,
    MemberWelcomed,
    StandInCalled,
    StandInListed,
    StandInRemoved,
)
from events.entry import Entry
from governance.state.evolving.statements import told_at_meeting
from governance.state.facts import Dated
from governance.state.fold import Fold, MembershipFact


def member_appointed(fold: Fold, event: MemberAppointed, entry: Entry) -> None:
    """A person joined."""
    _membership(fold, event, entry, party=event.party)


def membership_ended(fold: Fold, event: MembershipEnded, entry: Entry) -> None:
    """A person left."""
    _membership(fold, event, entry, party=None)


def member_reappointed(fold: Fold, event: MemberReappointed, entry: Entry) -> None:
    """A member goes on."""
    fold.reappointments.setdefault(event.person, []).append(Dated(entry.number, entry.effective, event))


def member_welcomed(fold: Fold, event: MemberWelcomed, entry: Entry) -> None:
    """A meeting welcomed a member."""
    told_at_meeting(fold, event, entry, event.meeting)
    fold.meeting(event.meeting).welcomed.append(event.person)


def on_leave(fold: Fold, event: LeaveGranted | LeaveEnded, entry: Entry) -> None:
    """A member's leave began or ended."""
    fold.leaves.setdefault(event.person, []).append(Dated(entry.number, entry.effective, event))


def stand_in_listed(fold: Fold, event: StandInListed | StandInRemoved, entry: Entry) -> None:
    """A person was put on a list of stand-ins, or taken off all of them."""
    fold.stand_ins.append(Dated(entry.number, entry.effective, event))


def stand_in_called(fold: Fold, event: StandInCalled, entry: Entry) -> None:
    """A stand-in was called in."""
    fold.calls.append(Dated(entry.number, entry.effective, event))


def _membership(fold: Fold, event: MemberAppointed | MembershipEnded, entry: Entry, *, party: str | None) -> None:
    inferred = entry.provenance is not None and entry.provenance.inferred
    joined = isinstance(event, MemberAppointed)
    fact = MembershipFact(entry.number, joined, entry.effective, party, inferred, event)
    fold.memberships.setdefault(event.person, []).append(fact)

"""Folding: the council, its persons, members, and the bodies around it."""

from events.catalogue import (
    CouncilEstablished,
    ExternalBodyAbbreviated,
    ExternalBodyRegistered,
    MemberAppointed,
    MembershipEnded,
    MemberWelcomed,
    PersonRegistered,
)
from events.entry import Entry
from events.ids import BodyId, PersonId, made_by
from events.moments import order_of
from governance.state.evolving.statements import told_at_meeting
from governance.state.fold import Fold, MembershipFact


def council_established(fold: Fold, event: CouncilEstablished, _entry: Entry) -> None:
    """The book has a council."""
    fold.council = event


def person_registered(fold: Fold, event: PersonRegistered, entry: Entry) -> None:
    """A person has a name."""
    fold.persons[made_by(PersonId, entry.number)] = event.name


def member_appointed(fold: Fold, event: MemberAppointed, entry: Entry) -> None:
    """A person joined."""
    _membership(fold, event.person, entry, joined=True, party=event.party)


def membership_ended(fold: Fold, event: MembershipEnded, entry: Entry) -> None:
    """A person left."""
    _membership(fold, event.person, entry, joined=False, party=None)


def member_welcomed(fold: Fold, event: MemberWelcomed, entry: Entry) -> None:
    """A meeting welcomed a member."""
    told_at_meeting(fold, event, entry, event.meeting)
    fold.meeting(event.meeting).welcomed.append(event.person)


def body_registered(fold: Fold, event: ExternalBodyRegistered, entry: Entry) -> None:
    """A body has a name."""
    fold.body(made_by(BodyId, entry.number)).registered = event


def body_abbreviated(fold: Fold, event: ExternalBodyAbbreviated, entry: Entry) -> None:
    """A body has an abbreviation; the latest in the world's order counts."""
    body, order = fold.body(event.body), order_of(entry.effective)
    if order >= body.abbreviated:
        body.abbreviation, body.abbreviated = event.abbreviation, order


def _membership(fold: Fold, person: PersonId, entry: Entry, *, joined: bool, party: str | None) -> None:
    inferred = entry.provenance is not None and entry.provenance.inferred
    fact = MembershipFact(entry.number, joined, entry.effective, party, inferred)
    fold.memberships.setdefault(person, []).append(fact)

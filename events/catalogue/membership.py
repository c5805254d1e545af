"""Persons and who is a member of the council when. Ethnicity and contact data are not modelled."""

from enum import StrEnum
from typing import ClassVar

from events.event import Date, Event, Told
from events.ids import BodyId, ItemId, MeetingId, PersonId
from events.words import Word


class PersonRegistered(Event, frozen=True, kw_only=True):
    """A person was named for the first time. Everything else in the book speaks of the person by id."""

    introduces: ClassVar[type[str] | None] = PersonId

    name: Word


class MembershipBasis(StrEnum):
    """How a person came to be a member."""

    APPOINTED = "appointed"
    ELECTED = "elected"
    NOMINATED = "nominated"
    EX_OFFICIO = "ex-officio"
    STAND_IN = "stand-in"


class MemberAppointed(Event, frozen=True, kw_only=True):
    """A person became a member on the entry's effective date (or within its interval).

    ``party`` is the list letter that minutes print behind the name of a member whom the municipal council appointed among
    its own; ``organisation`` is whom another member speaks for. ``until`` is the last day of the term where one was set;
    who is attached without a vote (tilforordnet) does not vote.
    """

    person: PersonId
    party: Word | None = None
    organisation: Word | None = None
    appointed_by: Word | None = None
    basis: MembershipBasis | None = None
    until: Date | None = None
    votes: bool = True


class MemberReappointed(Event, frozen=True, kw_only=True):
    """A member goes on for another term from the effective date, until the day ``until`` where one was set."""

    person: PersonId
    until: Date | None = None


class EndCause(StrEnum):
    """Why a membership ended."""

    LEFT = "left"
    TERM_ENDED = "term-ended"
    MOVED = "moved"
    LOST_ELIGIBILITY = "lost-eligibility"
    RECALLED = "recalled"
    DIED = "died"


class MembershipEnded(Event, frozen=True, kw_only=True):
    """A person was no longer a member from the entry's effective date (or from within its interval)."""

    person: PersonId
    cause: EndCause | None = None


class LeaveGranted(Event, frozen=True, kw_only=True):
    """A member has leave of absence (orlov) from the effective date, until the day ``until`` where one was set."""

    person: PersonId
    until: Date | None = None


class LeaveEnded(Event, frozen=True, kw_only=True):
    """A member is back from leave on the effective date."""

    person: PersonId


class StandInListed(Event, frozen=True, kw_only=True):
    """A person stands on a list of stand-ins (stedfortrædere, suppleanter), at ``position`` from 1.

    The list is that of ``member`` alone, of the party or organisation ``of``, or, with neither, of the whole council.
    """

    person: PersonId
    position: int
    member: PersonId | None = None
    of: Word | None = None


class StandInRemoved(Event, frozen=True, kw_only=True):
    """A person stands on no list of stand-ins any more."""

    person: PersonId


class StandInCalled(Event, frozen=True, kw_only=True):
    """A stand-in was called in for a member: for a meeting, for one item of it, or, with neither, until further notice."""

    person: PersonId
    member: PersonId
    meeting: MeetingId | None = None
    item: ItemId | None = None


class Office(StrEnum):
    """What a person is elected to do for the council."""

    CHAIR = "chair"
    VICE_CHAIR = "vice-chair"
    TREASURER = "treasurer"
    SECRETARY = "secretary"
    AUDITOR = "auditor"
    BOARD_MEMBER = "board-member"
    TELLER = "teller"
    OTHER = "other"


class OfficerElected(Told, frozen=True, kw_only=True):
    """A person was elected to an office from the effective date, until the day ``until`` where one was set.

    ``title`` is what the office is called where it is none of the usual ones.
    """

    person: PersonId
    office: Office
    title: Word | None = None
    until: Date | None = None
    meeting: MeetingId | None = None
    item: ItemId | None = None


class OfficeEnded(Event, frozen=True, kw_only=True):
    """A person holds an office no more from the effective date on."""

    person: PersonId
    office: Office


class RepresentativeElected(Told, frozen=True, kw_only=True):
    """A person was elected to represent the council in another body, until the day ``until`` where one was set."""

    person: PersonId
    body: BodyId
    until: Date | None = None
    meeting: MeetingId | None = None
    item: ItemId | None = None


class RepresentationEnded(Event, frozen=True, kw_only=True):
    """A person represents the council in a body no more."""

    person: PersonId
    body: BodyId


class PersonRenamed(Event, frozen=True, kw_only=True):
    """A person goes by another name from the effective date on."""

    person: PersonId
    name: Word


class MemberWelcomed(Told, frozen=True, kw_only=True):
    """A new member was welcomed at a meeting."""

    introduces: ClassVar[type[str] | None] = None

    meeting: MeetingId
    person: PersonId

"""Persons and who is a member of the council when. Ethnicity and contact data are not modelled."""

from typing import ClassVar

from events.event import Event, Told
from events.ids import MeetingId, PersonId
from events.words import Word


class PersonRegistered(Event, frozen=True, kw_only=True):
    """A person was named for the first time. Everything else in the book speaks of the person by id."""

    introduces: ClassVar[type[str] | None] = PersonId

    name: Word


class MemberAppointed(Event, frozen=True, kw_only=True):
    """A person became a member on the entry's effective date (or within its interval).

    ``party`` is the list letter or organisation that minutes print behind the name of a member whom the municipal
    council appointed among its own.
    """

    person: PersonId
    party: Word | None = None


class MembershipEnded(Event, frozen=True, kw_only=True):
    """A person was no longer a member from the entry's effective date (or from within its interval)."""

    person: PersonId


class MemberWelcomed(Told, frozen=True, kw_only=True):
    """A new member was welcomed at a meeting."""

    introduces: ClassVar[type[str] | None] = None

    meeting: MeetingId
    person: PersonId

"""Meetings: scheduled, called, opened, closed; who attended, who led, who wrote."""

from enum import StrEnum
from typing import ClassVar

import msgspec

from events.event import Date, Event, Told
from events.ids import BodyId, ItemId, MeetingId, PersonId
from events.moments import ClockTime
from events.words import Text, Word


class MeetingPart(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True, gc=False):
    """One part of a meeting that is held in parts, e.g. first with another team and then alone."""

    start: ClockTime | None = None
    end: ClockTime | None = None
    place: Word | None = None
    counterpart: BodyId | None = None


class MeetingArrangement(Told, frozen=True, kw_only=True):
    """When and where a meeting is to be held. Times are the wall clock at the place; the end is the planned one.

    ``contents`` is what was said about the contents of the meeting, ``agreed_in`` the item under which it was agreed.
    """

    date: Date
    start: ClockTime | None = None
    end: ClockTime | None = None
    place: Word | None = None
    parts: tuple[MeetingPart, ...] = ()
    contents: Text | None = None
    agreed_in: ItemId | None = None


class MeetingScheduled(MeetingArrangement, frozen=True, kw_only=True):
    """A meeting was planned, or is known to have been held."""

    introduces: ClassVar[type[str] | None] = MeetingId


class MeetingRescheduled(MeetingArrangement, frozen=True, kw_only=True):
    """The arrangement of a meeting was stated anew: moved, or more is known. What is left out stays as it was."""

    meeting: MeetingId


class MeetingCalled(Event, frozen=True, kw_only=True):
    """The notice of a meeting with its agenda was sent to the members on the effective date."""

    meeting: MeetingId


class MeetingCancelled(Event, frozen=True, kw_only=True):
    """A meeting was called off."""

    meeting: MeetingId
    reason: Text | None = None


class MeetingOpened(Event, frozen=True, kw_only=True):
    """A meeting was opened, at the effective date and time where the time is known."""

    meeting: MeetingId


class MeetingClosed(Event, frozen=True, kw_only=True):
    """A meeting was closed, at the effective date and time where the time is known."""

    meeting: MeetingId


class AttendanceStatus(StrEnum):
    """How a member stood to a meeting: there, excused (afbud), or away without having said so."""

    PRESENT = "present"
    APOLOGY = "apology"
    ABSENT = "absent"


class AttendanceRecorded(Event, frozen=True, kw_only=True):
    """A member was present at a meeting, sent an apology (afbud), or was absent. A later one replaces an earlier.

    ``party`` is the letter behind the name where a list of members prints one.
    """

    meeting: MeetingId
    person: PersonId
    status: AttendanceStatus
    party: Word | None = None


class ReferentNamed(Event, frozen=True, kw_only=True):
    """A person writes the minutes of a meeting (referent)."""

    meeting: MeetingId
    person: PersonId


class OrdstyrerElected(Told, frozen=True, kw_only=True):
    """A member was elected to lead a meeting (ordstyrer), under an item of its agenda where there is one."""

    meeting: MeetingId
    person: PersonId
    item: ItemId | None = None

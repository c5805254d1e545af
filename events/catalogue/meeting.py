"""Meetings: scheduled, called, opened, closed; who attended, who led, who wrote."""

from enum import StrEnum
from typing import Annotated, ClassVar

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


class MeetingForm(StrEnum):
    """How the council meets; in written procedure nobody meets, and members answer in writing."""

    ROOM = "room"
    ONLINE = "online"
    HYBRID = "hybrid"
    WRITTEN = "written"


class MeetingKind(StrEnum):
    """What kind of meeting it is, where it is no ordinary one."""

    ORDINARY = "ordinary"
    EXTRAORDINARY = "extraordinary"
    INAUGURAL = "inaugural"
    GENERAL_MEETING = "general-meeting"
    EXTRAORDINARY_GENERAL_MEETING = "extraordinary-general-meeting"


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
    form: MeetingForm | None = None
    kind: MeetingKind | None = None


class MeetingScheduled(MeetingArrangement, frozen=True, kw_only=True):
    """A meeting was planned, or is known to have been held."""

    introduces: ClassVar[type[str] | None] = MeetingId


class MeetingRescheduled(MeetingArrangement, frozen=True, kw_only=True):
    """The arrangement of a meeting was stated anew: moved, or more is known. What is left out stays as it was."""

    meeting: MeetingId


class MeetingCalled(Event, frozen=True, kw_only=True):
    """The notice of a meeting with its agenda was sent to the members on the effective date.

    ``demanded_by`` are the members who demanded an extraordinary meeting, where that was said.
    """

    meeting: MeetingId
    demanded_by: tuple[PersonId, ...] = ()


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


class MeetingInterrupted(Told, frozen=True, kw_only=True):
    """A meeting was interrupted (suspenderet) at the effective time."""

    meeting: MeetingId
    item: ItemId | None = None


class MeetingResumed(Told, frozen=True, kw_only=True):
    """An interrupted meeting went on at the effective time."""

    meeting: MeetingId
    item: ItemId | None = None


class AttendanceStatus(StrEnum):
    """How a member stood to a meeting: there, excused (afbud), or away without having said so."""

    PRESENT = "present"
    APOLOGY = "apology"
    ABSENT = "absent"


class AbsenceReason(StrEnum):
    """Why a member stayed away, as a category only. It is never made public."""

    HOLIDAY = "holiday"
    WORK = "work"
    ILLNESS = "illness"
    LEAVE = "leave"
    OTHER = "other"


AbsenceWord = Annotated[str, "word", "absence-reason"]
"""One of the reasons, as a word: so that it can be left out of a public copy while the body stays as it is."""


class AttendanceRecorded(Event, frozen=True, kw_only=True):
    """A member was present at a meeting, sent an apology (afbud), or was absent. A later one replaces an earlier.

    ``party`` is the letter behind the name where a list of members prints one.
    """

    meeting: MeetingId
    person: PersonId
    status: AttendanceStatus
    party: Word | None = None
    reason: AbsenceWord | None = None


class MemberArrived(Event, frozen=True, kw_only=True):
    """A member came after the meeting had begun: at the effective time, or as ``item`` began where one is named."""

    meeting: MeetingId
    person: PersonId
    item: ItemId | None = None


class MemberLeft(Event, frozen=True, kw_only=True):
    """A member went before the meeting was over: at the effective time, or when ``item`` was done where one is named."""

    meeting: MeetingId
    person: PersonId
    item: ItemId | None = None


class GuestRole(StrEnum):
    """As what somebody was there who is no member."""

    GUEST = "guest"
    OBSERVER = "observer"
    PRESENTER = "presenter"
    ADMINISTRATION = "administration"


class GuestAttended(Event, frozen=True, kw_only=True):
    """Somebody who is no member was there: throughout, or for one item."""

    meeting: MeetingId
    person: PersonId
    role: GuestRole = GuestRole.GUEST
    item: ItemId | None = None


class DisqualificationRaised(Told, frozen=True, kw_only=True):
    """It was raised that a member may be inhabil (forvaltningsloven section 3) under an item."""

    item: ItemId
    person: PersonId
    reason: Text | None = None


class DisqualificationDecided(Told, frozen=True, kw_only=True):
    """The council decided whether a member is inhabil under an item; who is leaves the room for it."""

    item: ItemId
    person: PersonId
    disqualified: bool


class ReferentNamed(Event, frozen=True, kw_only=True):
    """A person writes the minutes of a meeting (referent)."""

    meeting: MeetingId
    person: PersonId


class PresidingRole(StrEnum):
    """As what somebody leads a meeting."""

    ORDSTYRER = "ordstyrer"
    DIRIGENT = "dirigent"
    CHAIR = "chair"


class OrdstyrerElected(Told, frozen=True, kw_only=True):
    """A member was elected to lead a meeting (ordstyrer), under an item of its agenda where there is one.

    A later one replaces an earlier. A dirigent need be no member.
    """

    meeting: MeetingId
    person: PersonId
    item: ItemId | None = None
    role: PresidingRole = PresidingRole.ORDSTYRER

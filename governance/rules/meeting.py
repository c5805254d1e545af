"""Rules about meetings: when they are, who is there, who leads and who writes."""

from typing import TypeVar

from events.catalogue import (
    AttendanceStatus,
    MeetingArrangement,
    MeetingCalled,
    MeetingCancelled,
    MeetingClosed,
    MeetingKind,
    MeetingOpened,
    MeetingRescheduled,
    MeetingScheduled,
    OrdstyrerElected,
    PresidingRole,
    ReferentNamed,
)
from events.errors import N_
from events.ids import PersonId
from events.moments import Effective, order_of
from governance.rules import known
from governance.rules.act import RuleRefused, TimeRefused
from governance.state.fold import Fold, Meeting
from governance.state.publishing.meetings import decided_in_writing

A = TypeVar("A", bound=MeetingArrangement)

_ON_DEMAND = (MeetingKind.EXTRAORDINARY, MeetingKind.EXTRAORDINARY_GENERAL_MEETING)
"""The kinds of meeting that members may demand; a general meeting's own members need be none of the board."""


def meeting_scheduled(fold: Fold, event: MeetingScheduled, _when: Effective | None) -> MeetingScheduled:
    """A meeting stands in the book once."""
    for meeting in fold.meetings.values():
        overlaps = event.start is None or meeting.start is None or event.start == meeting.start
        if meeting.date == event.date and overlaps and not meeting.cancelled:
            raise RuleRefused(
                N_("There is a meeting on {date} already, {id}. To change it, record MeetingRescheduled."),
                date=event.date,
                id=meeting.id,
            )
    return _arrangement(fold, event)


def meeting_rescheduled(fold: Fold, event: MeetingRescheduled, _when: Effective | None) -> MeetingRescheduled:
    """A meeting that counts can be arranged anew."""
    known.meeting_that_counts(fold, event.meeting)
    return _arrangement(fold, event)


def _arrangement(fold: Fold, event: A) -> A:
    for start, end in ((event.start, event.end), *((part.start, part.end) for part in event.parts)):
        if end is not None and (start is None or end <= start):
            raise RuleRefused(N_("The meeting ends at {end} but begins at {start}."), end=end, start=start or "?")
    for part in event.parts:
        known.body(fold, part.counterpart)
    if event.agreed_in is not None:
        known.item(fold, event.agreed_in)
    return event


def meeting_called(fold: Fold, event: MeetingCalled, when: Effective | None) -> MeetingCalled:
    """The notice goes out before the meeting; what members demand is an extraordinary one."""
    meeting = known.meeting_that_counts(fold, event.meeting)
    if meeting.opened is not None and order_of(when)[:10] > order_of(meeting.opened)[:10]:
        raise TimeRefused(
            N_("The meeting was opened on {day}; its notice went out no later. Give the day on which it did."),
            day=order_of(meeting.opened)[:10],
        )
    if event.demanded_by:
        _require_demand(fold, meeting, event.demanded_by, order_of(when)[:10])
    return event


def _require_demand(fold: Fold, meeting: Meeting, people: tuple[PersonId, ...], day: str) -> None:
    if meeting.kind not in (None, *_ON_DEMAND):
        raise RuleRefused(
            N_("The meeting of {date} is no extraordinary one; nobody needs to demand it."), date=meeting.date
        )
    if len(set(people)) < len(people):
        raise RuleRefused(N_("A person is named twice among those who demanded the meeting."))
    for person in people:
        if meeting.kind is MeetingKind.EXTRAORDINARY_GENERAL_MEETING:
            known.person(fold, person)
        else:
            known.member_on(fold, person, day)


def meeting_cancelled(fold: Fold, event: MeetingCancelled, _when: Effective | None) -> MeetingCancelled:
    """What has begun cannot be called off."""
    if known.meeting_that_counts(fold, event.meeting).opened is not None:
        raise RuleRefused(N_("The meeting has been opened; it cannot be called off any more. Close it instead."))
    return event


def meeting_opened(fold: Fold, event: MeetingOpened, _when: Effective | None) -> MeetingOpened:
    """A meeting opens once."""
    if known.meeting_that_counts(fold, event.meeting).opened is not None:
        raise RuleRefused(N_("The meeting is open already."))
    return event


def meeting_closed(fold: Fold, event: MeetingClosed, _when: Effective | None) -> MeetingClosed:
    """An open meeting closes once, and so does a written procedure, which nobody opens, that has decided something."""
    meeting = known.meeting_that_counts(fold, event.meeting)
    if meeting.opened is None and not decided_in_writing(fold, meeting):
        raise RuleRefused(N_("The meeting has not been opened; it cannot be closed."))
    if meeting.closed is not None:
        raise RuleRefused(N_("The meeting is closed already."))
    return event


def referent_named(fold: Fold, event: ReferentNamed, _when: Effective | None) -> ReferentNamed:
    """Anybody the book knows may write the minutes."""
    known.meeting_that_counts(fold, event.meeting)
    known.person(fold, event.person)
    return event


def ordstyrer_elected(fold: Fold, event: OrdstyrerElected, _when: Effective | None) -> OrdstyrerElected:
    """The ordstyrer is a member, a dirigent may be anybody; neither is somebody who stayed away."""
    meeting = known.meeting_that_counts(fold, event.meeting)
    known.item_of(fold, event.item, event.meeting)
    outside = event.role is PresidingRole.DIRIGENT
    name = known.person(fold, event.person) if outside else known.seated_on(fold, event.person, meeting.date)
    if meeting.attendance.get(event.person, AttendanceStatus.PRESENT) is not AttendanceStatus.PRESENT:
        raise RuleRefused(
            N_("{name} is not at the meeting of {date} and cannot lead it."), name=name, date=meeting.date
        )
    return event

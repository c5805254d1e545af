"""Publishing: meetings with attendance and agenda."""

from events.catalogue import MeetingForm, MeetingKind, MinutesApproved
from events.moments import Effective, order_of
from governance.state import model
from governance.state.fold import Fold, Meeting
from governance.state.proceedings import Interruption
from governance.state.publishing.agenda import agenda_of as agenda_of
from governance.state.publishing.agenda import shown_numbers as shown_numbers
from governance.state.publishing.items import agenda, is_dealt_with
from governance.state.publishing.later import chronological as chronological
from governance.state.publishing.presence import attendance


def meetings(fold: Fold) -> list[model.Meeting]:
    """Return the meetings in the order of their dates."""
    known = [meeting for meeting in fold.meetings.values() if meeting.date]
    return [published_meeting(fold, meeting) for meeting in sorted(known, key=chronological)]


def status_of(fold: Fold, meeting: Meeting) -> model.MeetingStatus:
    """Return how far a meeting has come."""
    if meeting.cancelled:
        return "cancelled"
    if meeting.issued_through is not None:
        approved = any(minutes_meant(fold, approval) is meeting for approval in fold.approvals)
        return "approved" if approved else "issued"
    if meeting.closed is not None:
        return "closed"
    if meeting.opened is not None or decided_in_writing(fold, meeting):
        return "open"
    return "called" if meeting.called else "planned"


def decided_in_writing(fold: Fold, meeting: Meeting) -> bool:
    """Tell whether a written procedure came to anything: so it was held, though nobody opened it."""
    items = (fold.items[item] for item in meeting.items if item in fold.items)
    return meeting.form is MeetingForm.WRITTEN and any(is_dealt_with(item) for item in items)


def minutes_meant(fold: Fold, approval: MinutesApproved) -> Meeting | None:
    """Return the meeting whose minutes were approved: that on the day named, else the last one held before."""
    if approval.of is not None:
        on_the_day = [meeting for meeting in fold.meetings.values() if meeting.date == approval.of]
        return max(
            on_the_day, key=lambda held: (held.issued_through is not None, held.opened is not None), default=None
        )
    here = fold.meetings.get(approval.meeting) if approval.meeting is not None else None
    before = [
        meeting
        for meeting in fold.meetings.values()
        if here is not None and meeting.date and meeting.date < here.date and not meeting.cancelled
    ]
    return max(before, key=chronological, default=None)


def published_meeting(fold: Fold, meeting: Meeting) -> model.Meeting:
    """Return one meeting."""
    return model.Meeting(
        id=meeting.id,
        date=meeting.date,
        start=meeting.start,
        end=meeting.end,
        place=meeting.place,
        form=meeting.form.value if meeting.form else None,
        kind=(meeting.kind or MeetingKind.ORDINARY).value,
        status=status_of(fold, meeting),
        parts=[
            model.Part(start=part.start, end=part.end, place=part.place, counterpart=part.counterpart)
            for part in meeting.parts
        ],
        contents=meeting.contents,
        demanded_by=list(meeting.demanded_by),
        agenda_sent=[model.AgendaSending(on=_day(held.effective), items=list(held.items)) for held in meeting.sent],
        opened_at=_clock(meeting.opened),
        closed_at=_clock(meeting.closed),
        interruptions=[_interruption(held) for held in meeting.interruptions],
        cancelled_because=meeting.cancelled_because,
        referent=meeting.referent,
        ordstyrer=meeting.ordstyrer,
        ordstyrer_role=meeting.ordstyrer_role.value if meeting.ordstyrer else None,
        attendance=attendance(fold, meeting),
        guests=[model.Guest(person=held.person, role=held.role.value, item=held.item) for held in meeting.guests],
        welcomed=list(meeting.welcomed),
        notes=[statement.text for statement in meeting.statements],
        agenda=agenda(fold, meeting),
        refused_items=[model.RefusedItem(title=held.title, proposed_by=held.proposed_by) for held in meeting.refused],
        signatures=[
            model.Signature(
                person=held.person,
                on=_day(held.effective),
                reservation=held.reservation,
                key=held.sign_off.key if held.sign_off is not None else None,
            )
            for held in meeting.signatures
        ],
    )


def _clock(moment: Effective | None) -> str | None:
    return moment[11:16] or None if moment else None


def _interruption(held: Interruption) -> model.Interruption:
    return model.Interruption(
        from_=held.begun, to=held.ended, item=held.item, resumed=held.resumed, resumed_in=held.resumed_in
    )


def _day(moment: Effective | None) -> str | None:
    return order_of(moment)[:10] or None

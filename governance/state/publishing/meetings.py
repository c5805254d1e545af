"""Publishing: meetings with attendance and agenda."""

from datetime import date

from events.catalogue import MinutesApproved
from events.moments import Effective
from governance.state import model
from governance.state.fold import Fold, Item, Meeting
from governance.state.outcomes import weightiest


def meetings(fold: Fold) -> list[model.Meeting]:
    """Return the meetings in the order of their dates."""
    known = [meeting for meeting in fold.meetings.values() if meeting.date]
    return [_meeting(fold, meeting) for meeting in sorted(known, key=chronological)]


def chronological(meeting: Meeting) -> tuple[str, str, int]:
    """Return the key by which meetings sort: date, start, and the order in which they came into the book."""
    return meeting.date, meeting.start or "", int(meeting.id[1:])


def agenda_of(fold: Fold, meeting: Meeting) -> list[Item]:
    """Return the items on the meeting's agenda, by number where they have one."""
    items = [fold.items[item] for item in meeting.items if item in fold.items]
    return sorted(items, key=lambda item: (number_order(item.number or ""), int(item.id[1:])))


def shown_numbers(items: list[Item]) -> dict[str, str]:
    """Return the number of each item: its own, else the next free one after the items before it."""
    taken = {item.number for item in items if item.number}
    shown: dict[str, str] = {}
    last = 0
    for item in items:
        if item.number:
            last = max(last, number_order(item.number)[0])
        else:
            last += 1
            while str(last) in taken:
                last += 1
        shown[item.id] = item.number or str(last)
    return shown


def number_order(number: str) -> tuple[int, str]:
    """Return a key by which item numbers sort: 2 before 10, 1.a after 1, unnumbered last."""
    digits = ""
    for character in number:
        if not character.isdigit():
            break
        digits += character
    return (int(digits), number[len(digits) :]) if digits else (10**9, number)


def status_of(fold: Fold, meeting: Meeting) -> model.MeetingStatus:
    """Return how far a meeting has come."""
    if meeting.cancelled:
        return "cancelled"
    if meeting.issued_through is not None:
        approved = any(minutes_meant(fold, approval) is meeting for approval in fold.approvals)
        return "approved" if approved else "issued"
    if meeting.closed is not None:
        return "closed"
    if meeting.opened is not None:
        return "open"
    return "called" if meeting.called else "planned"


def outcome_of(item: Item) -> model.ItemOutcome:
    """Return what came of an item: the weightiest thing recorded; none where nothing was, unknown where only notes."""
    found = weightiest(outcome.outcome for outcome in item.outcomes)
    if found is not None:
        return found
    return "unknown" if item.statements else "none"


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


def postponed_to(fold: Fold, item: Item) -> str | None:
    """Return the meeting to which an item was put off: the one picked, that on the day named, or the next one that has
    the matter on its agenda.
    """
    event = item.postponed
    if event is None:
        return None
    return event.to_meeting or _in_period(fold, item, event.to_date) or _next_with(fold, item)


def continued_to(fold: Fold, item: Item) -> str | None:
    """Return the meeting at which work on an item goes on: the one picked, or the first in the time named."""
    event = item.continued
    if event is None:
        return None
    return event.to_meeting or _in_period(fold, item, event.to_period)


def _in_period(fold: Fold, item: Item, period: str | None) -> str | None:
    here = fold.meetings.get(item.meeting) if item.meeting else None
    if here is None or period is None:
        return None
    later = [held for held in fold.meetings.values() if held.date > here.date and _falls_in(held.date, period)]
    return min(later, key=chronological).id if later else None


def _falls_in(day: str, period: str) -> bool:
    if "W" in period:
        year, week, _ = date.fromisoformat(day).isocalendar()
        return f"{year:04d}-W{week:02d}" == period
    return day.startswith(period)


def _next_with(fold: Fold, item: Item) -> str | None:
    here = fold.meetings.get(item.meeting) if item.meeting else None
    if here is None or item.matter is None:
        return None
    later = [
        meeting
        for other in fold.items.values()
        if other.matter == item.matter and other.meeting and (meeting := fold.meeting(other.meeting)).date > here.date
    ]
    return min(later, key=chronological).id if later else None


def _meeting(fold: Fold, meeting: Meeting) -> model.Meeting:
    return model.Meeting(
        id=meeting.id,
        date=meeting.date,
        start=meeting.start,
        end=meeting.end,
        place=meeting.place,
        status=status_of(fold, meeting),
        parts=[
            model.Part(start=part.start, end=part.end, place=part.place, counterpart=part.counterpart)
            for part in meeting.parts
        ],
        contents=meeting.contents,
        opened_at=_clock(meeting.opened),
        closed_at=_clock(meeting.closed),
        cancelled_because=meeting.cancelled_because,
        referent=meeting.referent,
        ordstyrer=meeting.ordstyrer,
        attendance=[
            model.Attendance(member=person, status=status.value) for person, status in meeting.attendance.items()
        ],
        welcomed=list(meeting.welcomed),
        notes=[statement.text for statement in meeting.statements],
        agenda=_agenda(fold, meeting),
    )


def _agenda(fold: Fold, meeting: Meeting) -> list[model.Item]:
    items = agenda_of(fold, meeting)
    numbers = shown_numbers(items)
    return [_item(fold, item, numbers[item.id]) for item in items]


def _clock(moment: Effective | None) -> str | None:
    return moment[11:16] or None if moment else None


def _item(fold: Fold, item: Item, number: str) -> model.Item:
    decisions = [statement.text for statement in item.statements if statement.decides]
    details = [outcome.detail for outcome in item.outcomes if outcome.detail is not None]
    postponed, continued = item.postponed, item.continued
    return model.Item(
        id=item.id,
        number=number,
        title=item.title,
        kind=item.kind,
        closed=item.closed,
        presenter=item.presenter,
        matter=item.matter,
        outcome=outcome_of(item),
        outcome_detail=details[-1] if details else None,
        postponed_to=postponed_to(fold, item),
        postponed_until=postponed.until if postponed else None,
        postponed_because=postponed.reason if postponed else None,
        continued_to=continued_to(fold, item),
        continued_until=continued.to_period if continued else None,
        notes=[statement.text for statement in item.statements if not statement.decides],
        decision="\n".join(decisions) or None,
        reports=[
            model.Report(person=report.person, body=report.body, occasion=report.occasion, held_on=report.held_on)
            for report in item.reports
        ],
    )

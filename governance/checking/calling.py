"""How meetings were called: the notice and the agenda in time, items in time, and who may demand a meeting.

A municipal council's members have the agenda and its material four weekdays before (kommunestyrelsesloven section 8);
other councils have it in their own rules.
"""

from collections.abc import Iterator, Sequence

from events.catalogue import (
    AgendaItemAdded,
    AgendaSent,
    Deadline,
    ExtraordinaryRule,
    MeetingCalled,
    MeetingForm,
    MeetingKind,
    MeetingOpened,
    Office,
)
from events.entry import Entry
from events.ids import ItemId, made_by
from governance.checking.examined import Examined
from governance.checking.finding import Finding, broken
from governance.checking.times import days_given, exact_day, is_short, is_taken_over
from governance.profiles import InForce
from governance.state.fold import Item, Meeting

_NOT_PROPOSED = ("approval", "next-meeting", "any-other-business")
"""Items that stand on every agenda, and that nobody proposes."""


def notice_too_short(book: Examined) -> Iterator[Finding]:
    """The agenda goes out in time. A notice in time with an agenda that followed late is doubtful only."""
    calls, sendings = book.by_meeting(MeetingCalled), book.by_meeting(AgendaSent)
    for meeting in book.fold.meetings.values():
        rules = book.rules(meeting.date, meeting)
        rule, deadline = notice_of(rules, meeting)
        called = _first(meeting, calls.get(meeting.id, ()))
        first = _first(meeting, sendings.get(meeting.id, ())) or called
        day = exact_day(first) if first is not None else None
        if deadline is None or first is None or day is None or meeting.cancelled:
            continue
        if not is_short(deadline, day, meeting.date):
            continue
        noticed = exact_day(called) if called is not None else None
        in_time = noticed is not None and not is_short(deadline, noticed, meeting.date)
        yield broken(
            rules,
            rule,
            "agenda-sent-late" if in_time else "notice-too-short",
            "doubt" if in_time else "breach",
            day=day,
            meeting=meeting.id,
            entries=[first.number, *([called.number] if called is not None and called is not first else [])],
            date=meeting.date,
            sent=day,
            noticed=noticed or day,
            given=days_given(deadline.kind, day, meeting.date),
            least=deadline.days,
            counted=deadline.kind.value,
        )


def notice_of(rules: InForce, meeting: Meeting) -> tuple[str, Deadline | None]:
    """Return which rule says how long before a meeting its agenda goes out, and what it says; None fixes nothing."""
    own = rules.values.notice_extraordinary
    if meeting.form is MeetingForm.WRITTEN or not meeting.date:
        return "notice", None
    if meeting.kind is MeetingKind.EXTRAORDINARY:
        return "notice_extraordinary", own
    if meeting.kind is MeetingKind.EXTRAORDINARY_GENERAL_MEETING and own is not None:
        return "notice_extraordinary", own
    return "notice", rules.values.notice


def _first(meeting: Meeting, sent: Sequence[tuple[Entry, object]]) -> Entry | None:
    """Return the first sending; None where a day is not known, or lies behind the meeting as one recorded late does."""
    days = [(day, entry.number, entry) for entry, _ in sent if (day := exact_day(entry)) is not None]
    if len(days) < len(sent) or not days or min(days)[0] > meeting.date:
        return None
    return min(days)[2]


def agenda_not_sent(book: Examined) -> Iterator[Finding]:
    """In a book that tells when agendas go out, it tells so of each meeting that was recorded as it was held."""
    told = book.by_meeting(MeetingCalled).keys() | book.by_meeting(AgendaSent).keys()
    openings = book.by_meeting(MeetingOpened)
    for meeting in (*book.course.held, *book.course.general):
        before = book.course.previous(meeting)
        opened = openings.get(meeting.id)
        if before is None or before.id not in told or meeting.id in told or not opened:
            continue
        rules = book.rules(meeting.date, meeting)
        rule, deadline = notice_of(rules, meeting)
        if deadline is None or is_taken_over(opened[0][0]):
            continue
        yield broken(
            rules,
            rule,
            "agenda-not-sent",
            "doubt",
            day=meeting.date,
            meeting=meeting.id,
            entries=[opened[0][0].number],
            date=meeting.date,
            before=before.date,
        )


def item_too_late(book: Examined) -> Iterator[Finding]:
    """What a member wants on the agenda is proposed in time. Who leads the council puts the agenda together."""
    seen: dict[str, str] = {}
    for item in book.fold.items.values():
        meeting = book.fold.meeting_of(item.id)
        if item.matter is not None and meeting is not None and meeting.date:
            seen[item.matter] = min(seen.get(item.matter, meeting.date), meeting.date)
    for entry, event in book.of(AgendaItemAdded):
        item = book.fold.items[made_by(ItemId, entry.number)]
        meeting = book.fold.meeting_of(item.id)
        if meeting is None or meeting.cancelled or meeting.id != event.meeting or is_taken_over(entry):
            continue
        rules = book.rules(meeting.date, meeting)
        deadline, day = rules.values.item_deadline, exact_day(entry)
        if deadline is None or day is None or day >= meeting.date or not is_short(deadline, day, meeting.date):
            continue
        if seen.get(item.matter or "", meeting.date) < meeting.date or not _is_proposed(book, meeting, item, day):
            continue
        yield broken(
            rules,
            "item_deadline",
            "item-too-late",
            "doubt",
            day=day,
            meeting=meeting.id,
            entries=[entry.number],
            item=item.id,
            person=str(item.presenter),
            date=meeting.date,
            added=day,
            least=deadline.days,
            counted=deadline.kind.value,
        )


def _is_proposed(book: Examined, meeting: Meeting, item: Item, day: str) -> bool:
    """Tell whether a member other than the chair stands behind an item that was on the agenda as it went out."""
    if item.kind in _NOT_PROPOSED or item.presenter is None or item.accepted_late is not None:
        return False
    if meeting.sent and not any(item.id in sending.items for sending in meeting.sent):
        return False
    chairs = book.seating.holders(day, Office.CHAIR)
    return item.presenter not in chairs and book.seating.is_member(item.presenter, day) is True


def not_entitled_to_demand(book: Examined) -> Iterator[Finding]:
    """An extraordinary meeting is demanded by the chair, or by as many members as the rule says."""
    for entry, event in book.of(MeetingCalled):
        meeting = book.fold.meetings.get(event.meeting)
        if not event.demanded_by or meeting is None or meeting.cancelled or meeting.is_general:
            continue
        day = exact_day(entry) or meeting.date
        rules = book.rules(day, meeting)
        rule = rules.values.extraordinary
        seats = book.seating.on(day, continues=rules.values.continues_until_successor is True)
        chairs = book.seating.holders(day, Office.CHAIR)
        demanding = seats.members.intersection(event.demanded_by)
        least = _least(rule, len(seats.members))
        if rule is None or chairs.intersection(event.demanded_by) or (least is not None and len(demanding) >= least):
            continue
        yield broken(
            rules,
            "extraordinary",
            "not-entitled-to-demand",
            "breach" if chairs and not seats.maybe else "doubt",
            day=day,
            meeting=meeting.id,
            entries=[entry.number],
            date=meeting.date,
            people=",".join(event.demanded_by),
            demanding=len(demanding),
            members=len(seats.members),
            least=least or 0,
        )


def _least(rule: ExtraordinaryRule | None, members: int) -> int | None:
    """Return how many members may demand a meeting; None where no number of them may."""
    if rule is ExtraordinaryRule.CHAIR_OR_THIRD:
        return -(-members // 3)
    return members // 2 + 1 if rule is ExtraordinaryRule.CHAIR_OR_MAJORITY else None


CHECKS = (notice_too_short, agenda_not_sent, item_too_late, not_entitled_to_demand)

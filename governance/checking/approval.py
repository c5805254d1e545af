"""How minutes were approved: at the next meeting, in writing, or because nobody objected in time."""

import re
from collections import defaultdict
from collections.abc import Iterator

import msgspec

from events.catalogue import (
    ApprovalForm,
    ApprovalRule,
    MeetingClosed,
    MinutesApproved,
    MinutesIssued,
)
from events.entry import Entry
from events.ids import MeetingId
from governance.checking.course import is_over, was_held
from governance.checking.examined import Examined, day_of
from governance.checking.finding import Finding, broken
from governance.checking.gaps import is_long, may_lack
from governance.checking.times import days_after, exact_day
from governance.state.fold import Meeting
from governance.state.publishing.meetings import minutes_meant
from governance.views.matters import days_between

_MINUTES = re.compile(r"refera|protokol", re.I)


class Approval(msgspec.Struct, frozen=True):
    """An approval: ``of`` which day's minutes, of which meeting where the book holds it, on which day."""

    entry: Entry
    said: MinutesApproved
    of: str | None
    minutes: Meeting | None
    day: str

    @property
    def how(self) -> ApprovalForm:
        """How they were approved."""
        return self.said.how or ApprovalForm.AT_MEETING


def approvals(book: Examined) -> list[Approval]:
    """Return the approvals of minutes in the order of time."""
    found = []
    for entry, said in book.of(MinutesApproved):
        meant = minutes_meant(book.fold, said)
        minutes = meant if meant is not None and was_held(book.fold, meant) else None
        at = book.fold.meetings.get(said.meeting) if said.meeting is not None else None
        of = said.of or (minutes.date if minutes is not None else None)
        found.append(Approval(entry, said, of, minutes, at.date if at is not None else day_of(entry)))
    return sorted(found, key=lambda held: (held.day, held.entry.number))


def by_minutes(book: Examined) -> dict[MeetingId, list[Approval]]:
    """Return the approvals by the meeting whose minutes they are about."""
    found: dict[MeetingId, list[Approval]] = defaultdict(list)
    for approval in approvals(book):
        if approval.minutes is not None:
            found[approval.minutes.id].append(approval)
    return found


def not_approved_next(book: Examined) -> Iterator[Finding]:
    """Minutes are approved at the next meeting, or in writing before it, as the rule says."""
    approved, issues = by_minutes(book), book.by_meeting(MinutesIssued)
    closings = book.by_meeting(MeetingClosed)
    for meeting in book.course.held:
        there = book.course.next(meeting)
        if there is None or not is_over(there) or meeting.id not in issues:
            continue
        rules = book.rules(there.date, there)
        if rules.values.approval not in (ApprovalRule.NEXT_MEETING, ApprovalRule.WRITTEN):
            continue
        mine = approved.get(meeting.id, [])
        in_time = any(approval.day <= there.date for approval in mine)
        if in_time or may_lack(book, meeting, there) or _tells_approval(book, there):
            continue
        issued = issues[meeting.id][0][0].number
        ended = closings[there.id][0][0].number if there.id in closings else issued
        late = mine[0] if mine else None
        where = late.said.meeting if late is not None else there.id
        yield broken(
            rules,
            "approval",
            "minutes-approved-late" if late is not None else "minutes-not-approved",
            "breach",
            day=late.day if late is not None else there.date,
            meeting=where,
            entries=[late.entry.number, issued] if late is not None else sorted({ended, issued}, reverse=True),
            date=meeting.date,
            next=there.date,
            approved=late.day if late is not None else "",
        )


def _tells_approval(book: Examined, meeting: Meeting) -> bool:
    """Tell whether an item about minutes was dealt with at a meeting, though nothing says whose they were."""
    return any(
        item.outcomes and _MINUTES.search(item.title) and not _names_approval(book, item.id)
        for item in (book.fold.items[one] for one in meeting.items)
        if item.kind == "approval"
    )


def _names_approval(book: Examined, item: str) -> bool:
    return any(
        isinstance(entry.event, MinutesApproved)
        for entry in book.proceedings.under(item)  # type: ignore[arg-type]
    )


def lay_long(book: Examined) -> Iterator[Finding]:
    """Minutes of a meeting that the book does not hold were not approved at the next one, where they lay for twice the
    time that usually lies between two meetings.
    """
    for approval in approvals(book):
        at = book.fold.meetings.get(approval.said.meeting) if approval.said.meeting is not None else None
        if at is None or approval.of is None or approval.minutes is not None:
            continue
        rules = book.rules(at.date, at)
        a_year = rules.values.meetings_a_year
        days = days_between(approval.of, at.date)
        if rules.values.approval is ApprovalRule.NEXT_MEETING and a_year and is_long(days, a_year):
            yield broken(
                rules,
                "approval",
                "minutes-lay-long",
                "doubt",
                day=at.date,
                meeting=at.id,
                entries=[approval.entry.number],
                of=approval.of,
                date=at.date,
                days=days,
            )


def approved_otherwise(book: Examined) -> Iterator[Finding]:
    """Minutes are approved as the rule says; what a meeting approves stands by any rule."""
    allowed = {
        ApprovalForm.SILENCE: (ApprovalRule.SILENCE,),
        ApprovalForm.WRITTEN: (ApprovalRule.WRITTEN, ApprovalRule.EACH_MEMBER),
    }
    for approval in approvals(book):
        if approval.how not in allowed or approval.of is None:
            continue
        rules = book.rules(approval.of, approval.minutes)
        if rules.values.approval not in (None, *allowed[approval.how]):
            yield broken(
                rules,
                "approval",
                "minutes-approved-otherwise",
                "breach",
                day=approval.day,
                meeting=approval.minutes.id if approval.minutes is not None else None,
                entries=[approval.entry.number],
                date=approval.of,
                approved=approval.day,
                how=approval.how.value,
            )


def silence(book: Examined) -> Iterator[Finding]:
    """Who objects has the days that the rule gives; after them the minutes stand, and the book is to tell so."""
    approved = by_minutes(book)
    for issue, event in book.of(MinutesIssued):
        meeting, issued = book.fold.meetings.get(event.meeting), exact_day(issue)
        if meeting is None or issued is None:
            continue
        rules = book.rules(meeting.date, meeting)
        days = rules.values.silence_days
        if rules.values.approval is not ApprovalRule.SILENCE or days is None:
            continue
        until = days_after(issued, days)
        mine = approved.get(meeting.id, [])
        early = next((one for one in mine if one.how is ApprovalForm.SILENCE and one.day < until), None)
        if early is None and (mine or book.today <= until):
            continue
        yield broken(
            rules,
            "silence_days",
            "silence-too-short" if early is not None else "silence-over",
            "breach" if early is not None else "reminder",
            day=early.day if early is not None else until,
            meeting=meeting.id,
            entries=[early.entry.number, issue.number] if early is not None else [issue.number],
            date=meeting.date,
            issued=issued,
            until=until,
            approved=early.day if early is not None else "",
            given=days_between(issued, early.day) if early is not None else days,
            least=days,
        )


CHECKS = (not_approved_next, lay_long, approved_otherwise, silence)

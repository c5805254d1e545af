"""What was to follow from meetings and did not: matters that never came back, answers and tasks overdue, groups."""

from collections import defaultdict
from collections.abc import Iterator

from events.catalogue import ItemContinued, ItemPostponed
from events.entry import Entry
from events.ids import DispatchId, MatterId, TaskId
from governance.checking.course import is_over
from governance.checking.examined import Examined
from governance.checking.finding import Finding, finding
from governance.checking.gaps import may_lack
from governance.checking.periods import first_day_of, last_day_of
from governance.state.fold import Item, Meeting
from governance.views.matters import days_between

Seen = dict[MatterId, list[tuple[str, Item]]]


def never_came_back(book: Examined) -> Iterator[Finding]:
    """A matter that was put off, or that work goes on with, comes back: at the meeting or by the day that was said, else
    at the next meeting.
    """
    seen = _appearances(book)
    for entry, event in book.of(ItemPostponed, ItemContinued):
        item, here = book.fold.items.get(event.item), book.fold.meeting_of(event.item)
        if item is None or here is None or here.cancelled or item.matter is None:
            continue
        said = item.postponed if isinstance(event, ItemPostponed) else item.continued
        decisions = (one for one in book.proceedings.decisions(here) if getattr(one.event, "item", None) == item.id)
        settled = any(one.number > entry.number for one in decisions)
        if said != event or settled or any(day > here.date for day, _ in seen[item.matter]):
            continue
        without = _held_without(book, here, event)
        if without is not None:
            yield _missing(here, item, entry, event, without)


def _appearances(book: Examined) -> Seen:
    """Return on which days each matter stood on an agenda of a meeting that was not called off."""
    found: Seen = defaultdict(list)
    for item in book.fold.items.values():
        meeting = book.fold.meeting_of(item.id)
        if item.matter is not None and meeting is not None and meeting.date and not meeting.cancelled:
            found[item.matter].append((meeting.date, item))
    return found


def _held_without(book: Examined, here: Meeting, event: ItemPostponed | ItemContinued) -> Meeting | None:
    """Return the meeting at which the matter should have been back by now, which was held without it."""
    named = book.fold.meetings.get(event.to_meeting) if event.to_meeting is not None else None
    if named is not None and not named.cancelled:
        return named if is_over(named) else None
    until = event.to_date if isinstance(event, ItemPostponed) else event.to_period
    if until is None and isinstance(event, ItemContinued) and named is None:
        return None
    day = last_day_of(until) if until is not None else here.date
    later = [one for one in book.course.held if one.date > here.date]
    within = [one for one in later if until is not None and first_day_of(until) <= one.date <= day]
    there = within[-1] if within else next((one for one in later if one.date > day), None)
    if there is None or not is_over(there) or book.today <= day:
        return None
    return None if may_lack(book, here, there, day) else there


def _missing(
    here: Meeting, item: Item, entry: Entry, event: ItemPostponed | ItemContinued, without: Meeting
) -> Finding:
    postponed = isinstance(event, ItemPostponed)
    until = event.to_date if isinstance(event, ItemPostponed) else event.to_period
    return finding(
        "postponed-never-back" if postponed else "continued-never-back",
        "doubt",
        day=without.date,
        meeting=here.id,
        entries=[entry.number],
        item=item.id,
        date=here.date,
        until=until or "",
        named="yes" if event.to_meeting == without.id else "no",
        without=without.date,
    )


def answer_overdue(book: Examined) -> Iterator[Finding]:
    """An answer that was due has come."""
    for identifier, dispatch in book.fold.dispatches.items():
        sent = dispatch.sent
        if sent is None or sent.answer_due is None or dispatch.answers or sent.answer_due >= book.today:
            continue
        meeting = book.fold.meeting_of(sent.item)
        yield finding(
            "answer-overdue",
            "reminder",
            day=sent.answer_due,
            meeting=meeting.id if meeting is not None else None,
            entries=[_number(identifier)],
            item=sent.item,
            title=dispatch.title or "",
            body=sent.recipient,
            due=sent.answer_due,
            days=days_between(sent.answer_due, book.today),
        )


def task_overdue(book: Examined) -> Iterator[Finding]:
    """A task that was due is done."""
    for identifier, task in book.fold.tasks.items():
        if task.agreed is None or task.over or task.due is None or task.due >= book.today:
            continue
        meeting = book.fold.meeting_of(task.agreed.item)
        said = [number for _, number, version in task.versions if version.due is not None]
        yield finding(
            "task-overdue",
            "reminder",
            day=task.due,
            meeting=meeting.id if meeting is not None else None,
            entries=sorted({_number(identifier), *said[-1:]}),
            task=task.task,
            person=task.responsible or "",
            due=task.due,
            days=days_between(task.due, book.today),
        )


def group_of_one_who_left(book: Examined) -> Iterator[Finding]:
    """Who left the council has left its working groups, or the group is named anew."""
    if book.fold.dissolved is not None:
        return
    for group in book.fold.groups.values():
        if group.formed is None or group.over:
            continue
        for person in group.members:
            ended = _left(book, person)
            if ended is None:
                continue
            meeting = book.fold.meeting_of(group.formed.item)
            yield finding(
                "group-of-one-who-left",
                "reminder",
                day=ended[0],
                meeting=meeting.id if meeting is not None else None,
                entries=[group.versions[-1][1], ended[1]],
                person=person,
                group=group.about() or "",
                ended=ended[0],
            )


def _left(book: Examined, person: str) -> tuple[str, int] | None:
    """Return when, and by which entry, somebody who was a member stopped being one for good."""
    facts = book.fold.memberships.get(person, [])  # type: ignore[call-overload]
    if not facts or book.seating.is_member(person, book.today) is not False:  # type: ignore[arg-type]
        return None
    ended = [((fact.effective or "").split("/")[-1][:10], fact.number) for fact in facts if not fact.joined]
    return max(ended) if ended and max(ended)[0] <= book.today else None


def neither_held_nor_called_off(book: Examined) -> Iterator[Finding]:
    """Of a meeting that was planned, the book tells whether it was held."""
    gone = book.fold.dissolved.day if book.fold.dissolved is not None else None
    for meeting in book.course.open_ended:
        if gone is not None and gone <= meeting.date:
            continue
        yield finding(
            "neither-held-nor-called-off",
            "reminder",
            day=meeting.date,
            meeting=meeting.id,
            entries=[meeting.arrangements[-1][1]],
            date=meeting.date,
        )


def _number(identifier: DispatchId | TaskId) -> int:
    return int(identifier[1:])


CHECKS = (never_came_back, answer_overdue, task_overdue, group_of_one_who_left, neither_held_nor_called_off)

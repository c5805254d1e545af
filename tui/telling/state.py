"""The state on the screen: a row for each member, meeting, matter and so on, and what is told beside it."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

from governance.language import _, plural
from governance.state import model
from governance.wording.meeting_summary import meeting_summary
from governance.wording.speaking import day, time
from governance.wording.summary import (
    body_line,
    matter_line,
    meeting_line,
    member_line,
    names_in,
)
from governance.wording.undertakings import dispatch_line, focus_line, group_line, plan_line, task_line
from tui.telling.labels import code
from tui.widgets.lines import Line


class Row(NamedTuple):
    """A line of a list, and what is told when the cursor stands on it."""

    line: Line
    detail: Callable[[], Sequence[Line]]


def member_rows(state: model.State) -> list[Row]:
    """Return those who are members, then those who were."""
    rows = [
        Row(Line(member_line(member), "faint" if _ended(member) else ""), partial(_member, state, member))
        for member in sorted(state.members, key=_ended)
    ]
    others = {person.id for person in state.persons} - {member.id for member in state.members}
    named = [person for person in state.persons if person.id in others]
    return rows + [
        Row(
            Line(_("{name}: named, no member").format(name=person.name), "faint"),
            partial(_roles, state, person.id, person.name),
        )
        for person in named
    ]


def meeting_rows(state: model.State) -> list[Row]:
    """Return the meetings in the order of their dates."""
    names = names_in(state)
    return [
        Row(
            Line(meeting_line(meeting, names), "struck" if meeting.status == "cancelled" else ""),
            partial(_meeting, state, meeting),
        )
        for meeting in sorted(state.meetings, key=lambda meeting: (meeting.date, meeting.start or ""))
    ]


def matter_rows(state: model.State) -> list[Row]:
    """Return the open matters, then the closed."""
    return [
        Row(
            Line(matter_line(matter), "faint" if matter.status == "closed" else ""),
            partial(_matter, state, matter),
        )
        for matter in sorted(state.matters, key=lambda matter: matter.status == "closed")
    ]


def task_rows(state: model.State) -> list[Row]:
    """Return the tasks, then what was sent to others."""
    names = names_in(state)
    tasks = [
        Row(Line(_("Task: {task}").format(task=task_line(task, names))), partial(_task, state, task))
        for task in state.tasks
    ]
    return tasks + [
        Row(Line(_("Sent: {sent}").format(sent=dispatch_line(sent, names))), partial(_dispatch, state, sent))
        for sent in state.dispatches
    ]


def other_rows(state: model.State) -> list[Row]:
    """Return working groups, plans, other bodies, approvals and remarks."""
    names = names_in(state)
    told: list[tuple[str, str | None]] = []
    told += [(_("Working group: {group}").format(group=group_line(group, names)), group.item) for group in state.groups]
    told += [(_("Plan: {plan}").format(plan=plan_line(plan, names)), plan.item) for plan in state.plans]
    told += [(_("Focus area: {focus}").format(focus=focus_line(focus)), focus.item) for focus in state.focus_areas]
    told += [(_("Body: {body}").format(body=body_line(body)), None) for body in state.bodies]
    told += [
        (_("Approved: minutes of {day}").format(day=day(held.of) if held.of else "-"), held.item or held.meeting)
        for held in state.approvals
    ]
    told += [
        (_("Remark on entry {number}: {text}").format(number=remark.entry, text=remark.text), None)
        for remark in state.remarks
    ]
    return [Row(Line(text), partial(_other, state, text, place)) for text, place in told]


def _other(state: model.State, text: str, place: str | None) -> list[Line]:
    return [Line(text, "heading"), *_place(state, place)]


def _ended(member: model.Member) -> bool:
    return all(term.to is not None or term.to_between is not None for term in member.terms)


def _member(state: model.State, member: model.Member) -> list[Line]:
    lines = _roles(state, member.id, member_line(member))
    if any(term.inferred for term in member.terms):
        lines.insert(1, Line(_("Inferred from who is listed in the minutes.")))
    counts = {"present": 0, "apology": 0, "absent": 0}
    for meeting in state.meetings:
        for held in meeting.attendance:
            counts[held.status] += held.member == member.id
    lines.append(Line(""))
    lines += [Line(f"{code(status).capitalize()}: {count}") for status, count in counts.items()]
    return lines


def _roles(state: model.State, person: str, heading: str) -> list[Line]:
    lines = [Line(heading, "heading"), Line("")]
    for meeting in state.meetings:
        held = [_("referent")] if meeting.referent == person else []
        held += [_("ordstyrer")] if meeting.ordstyrer == person else []
        held += [code(one.status) for one in meeting.attendance if one.member == person]
        if held:
            lines.append(Line(f"{day(meeting.date)}: {', '.join(held)}"))
    return lines


def _meeting(state: model.State, meeting: model.Meeting) -> list[Line]:
    heading, *told = meeting_summary(state, meeting)
    return [Line(heading, "heading"), *(Line(text) for text in told)]


def _matter(state: model.State, matter: model.Matter) -> list[Line]:
    lines = [Line(matter_line(matter), "heading")]
    if matter.addressee:
        lines.append(Line(_("Addressed to: {body}").format(body=names_in(state).get(matter.addressee, ""))))
    opened = day(matter.opened_on) if matter.opened_on else _("an unknown day")
    lines.append(Line(_("Came up: {day}").format(day=opened)))
    if matter.closed_on:
        lines.append(Line(_("Closed: {day}").format(day=day(matter.closed_on))))
    lines += [Line(""), Line(_("On the agenda of"), "heading")]
    meetings = {meeting.id: meeting for meeting in state.meetings}
    for seen in matter.appearances:
        meeting = meetings.get(seen.meeting)
        item = next((item for item in meeting.agenda if item.id == seen.item), None) if meeting else None
        if meeting is not None and item is not None:
            where = _("{day} item {number}").format(day=day(meeting.date), number=item.number)
            lines.append(Line(where if item.outcome == "none" else f"{where}: {code(item.outcome)}"))
    return lines


def _task(state: model.State, task: model.Task) -> list[Line]:
    lines = [Line(task_line(task, names_in(state)), "heading")]
    if task.agreed_on:
        lines.append(Line(_("Agreed: {day}").format(day=day(task.agreed_on))))
    return [*lines, *_place(state, task.item)]


def _dispatch(state: model.State, sent: model.Dispatch) -> list[Line]:
    lines = [Line(dispatch_line(sent, names_in(state)), "heading")]
    lines += [Line(f"{number}. {question}") for number, question in enumerate(sent.questions, 1)]
    lines += [Line(_("Answer: {text}").format(text=answer.answer)) for answer in sent.answers if answer.answer]
    return [*lines, *_place(state, sent.item)]


def _place(state: model.State, place: str | None) -> Iterator[Line]:
    for meeting in state.meetings:
        when = f"{day(meeting.date)} {time(meeting.start, meeting.end)}".rstrip()
        if meeting.id == place:
            yield Line(_("Meeting: {when}").format(when=when))
        for item in meeting.agenda:
            if item.id == place:
                where = _("{day} item {number}").format(day=day(meeting.date), number=item.number)
                yield Line(f"{where}: {item.title}")


VIEWS: dict[str, tuple[Callable[[model.State], list[Row]], Callable[[int], str]]] = {
    "members": (member_rows, lambda count: plural("{count} person", "{count} persons", count)),
    "meetings": (meeting_rows, lambda count: plural("{count} meeting", "{count} meetings", count)),
    "matters": (matter_rows, lambda count: plural("{count} matter", "{count} matters", count)),
    "tasks": (task_rows, lambda count: plural("{count} task or dispatch", "{count} tasks and dispatches", count)),
    "others": (other_rows, lambda count: plural("{count} thing", "{count} things", count)),
}
"""The views of the state: what makes their rows, and how the rows are counted."""

"""The state on the screen: a row for each member, meeting, matter and so on, and what is told beside it."""

from collections.abc import Callable, Iterator
from functools import partial

from governance.language import _, plural
from governance.state import model
from governance.wording.labels import code
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
from tui.telling.rows import Row
from tui.widgets.lines import Line


def member_rows(state: model.State) -> list[Row]:
    """Return those who are members, then those who were, then others who are named."""
    rows = [
        Row(
            Line(member_line(member), "faint" if _ended(member) else ""),
            partial(_member, state, member),
            about=member.id,
        )
        for member in sorted(state.members, key=_ended)
    ]
    others = {person.id for person in state.persons} - {member.id for member in state.members}
    named = [person for person in state.persons if person.id in others]
    return rows + [
        Row(
            Line(_("{name}: named, no member").format(name=person.name), "faint"),
            partial(_roles, state, person.id, person.name),
            about=person.id,
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
            about=meeting.id,
        )
        for meeting in sorted(state.meetings, key=lambda meeting: (meeting.date, meeting.start or ""))
    ]


def matter_rows(state: model.State) -> list[Row]:
    """Return the open matters, then the closed."""
    return [
        Row(
            Line(matter_line(matter), "faint" if matter.status == "closed" else ""),
            partial(_matter, state, matter),
            about=matter.id,
        )
        for matter in sorted(state.matters, key=lambda matter: matter.status == "closed")
    ]


def task_rows(state: model.State) -> list[Row]:
    """Return the tasks, those that are not done first."""
    names = names_in(state)
    return [
        Row(
            Line(task_line(task, names), "faint" if task.completed else ""),
            partial(_task, state, task),
            about=task.id,
        )
        for task in sorted(state.tasks, key=lambda task: task.completed)
    ]


def sent_rows(state: model.State) -> list[Row]:
    """Return what was sent to others, with what became of it."""
    names = names_in(state)
    return [
        Row(Line(dispatch_line(sent, names)), partial(_dispatch, state, sent), about=sent.id)
        for sent in state.dispatches
    ]


def group_rows(state: model.State) -> list[Row]:
    """Return the working groups, their plans, and the focus areas."""
    names = names_in(state)
    rows = [
        Row(
            Line(
                _("Working group: {group}").format(group=group_line(group, names)), "faint" if group.dissolved else ""
            ),
            partial(_group, state, group),
            about=group.id,
        )
        for group in state.groups
    ]
    rows += [
        _placed(state, _("Plan: {plan}").format(plan=plan_line(plan, names)), plan.item, about=plan.id)
        for plan in state.plans
    ]
    return rows + [
        _placed(state, _("Focus area: {focus}").format(focus=focus_line(focus)), focus.item, about=focus.item)
        for focus in state.focus_areas
    ]


def other_rows(state: model.State) -> list[Row]:
    """Return other bodies, approvals and remarks."""
    rows = [
        _placed(state, _("Body: {body}").format(body=body_line(body)), None, about=body.id) for body in state.bodies
    ]
    rows += [
        _placed(
            state,
            _("Approved: minutes of {day}").format(day=day(held.of) if held.of else "-"),
            held.item or held.meeting,
            about=held.minutes_of or held.meeting or "",
        )
        for held in state.approvals
    ]
    return rows + [
        _placed(
            state, _("Remark on entry {number}: {text}").format(number=remark.entry, text=remark.text), None
        )._replace(entries=(remark.entry,))
        for remark in state.remarks
    ]


def _placed(state: model.State, text: str, place: str | None, *, about: str = "") -> Row:
    return Row(Line(text), partial(_other, state, text, place), about=about)


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
    lines += [Line(""), Line(_("On the agenda of"), "heading"), *_chain(state, matter)]
    followed = list(_followed(state, matter.id))
    return [*lines, Line(""), Line(_("What came of it"), "heading"), *followed] if followed else lines


def _chain(state: model.State, matter: model.Matter) -> Iterator[Line]:
    """Return the meetings that the matter came before, with what they did about it."""
    meetings = {meeting.id: meeting for meeting in state.meetings}
    for seen in matter.appearances:
        meeting = meetings.get(seen.meeting)
        item = next((item for item in meeting.agenda if item.id == seen.item), None) if meeting else None
        if meeting is not None and item is not None:
            where = _("{day} item {number}").format(day=day(meeting.date), number=item.number)
            yield Line(where if item.outcome == "none" else f"{where}: {code(item.outcome)}")
            if item.decision:
                yield Line(f"  {item.decision}", "faint")


def _followed(state: model.State, matter: str) -> Iterator[Line]:
    """Return what was set going under a matter: groups, plans, tasks and what was sent."""
    names = names_in(state)
    for group in state.groups:
        if group.matter == matter:
            yield Line(_("Working group: {group}").format(group=group_line(group, names)))
    for plan in state.plans:
        if plan.matter == matter:
            yield Line(_("Plan: {plan}").format(plan=plan_line(plan, names)))
    for task in state.tasks:
        if task.matter == matter:
            yield Line(_("Task: {task}").format(task=task_line(task, names)))
    for sent in state.dispatches:
        if sent.matter == matter:
            yield Line(_("Sent: {sent}").format(sent=dispatch_line(sent, names)))


def _group(state: model.State, group: model.Group) -> list[Line]:
    names = names_in(state)
    lines = [Line(group_line(group, names), "heading")]
    lines += [
        Line(_("Plan: {plan}").format(plan=plan_line(plan, names))) for plan in state.plans if plan.id in group.plans
    ]
    return [*lines, *_place(state, group.item)]


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
    "tasks": (task_rows, lambda count: plural("{count} task", "{count} tasks", count)),
    "sent": (sent_rows, lambda count: plural("{count} dispatch", "{count} dispatches", count)),
    "groups": (
        group_rows,
        lambda count: plural("{count} group, plan or focus area", "{count} groups, plans and focus areas", count),
    ),
    "others": (other_rows, lambda count: plural("{count} thing", "{count} things", count)),
}
"""The views of the state: what makes their rows, and how the rows are counted."""

"""The views of a book in plain lines."""

from collections.abc import Callable, Iterator
from typing import Any

from governance.danish.money import spoken_amount
from governance.language import _, plural
from governance.views.attendance import AttendanceStatistics, MemberAttendance
from governance.views.fees import Fees
from governance.views.matters import OpenMatter, OpenMatters
from governance.views.overdue import Overdue, OverdueAnswer, OverdueTask
from governance.views.who import GroupThen, Holder, MemberThen, StandInThen, Who
from governance.wording.offices import office_said
from governance.wording.speaking import day

Names = dict[str, str]
View = AttendanceStatistics | Fees | OpenMatters | Overdue | Who


def view_lines(view: View, names: Names) -> Iterator[str]:
    """Return the lines of a view. ``names`` are those of people and bodies by id."""
    yield from _LINES[type(view)](view, names)


def _attendance(view: AttendanceStatistics, _names: Names) -> Iterator[str]:
    held = plural("{count} meeting", "{count} meetings", view.meetings).format(count=view.meetings)
    yield _("Attendance, {period}: {meetings} held.").format(period=_period(view.first, view.last), meetings=held)
    yield from (f"  {_member(member)}" for member in view.members)


def _member(held: MemberAttendance) -> str:
    percent = f" ({held.percent} %)" if held.percent is not None else ""
    said = _("{name}: present at {present} of {meetings}{percent}").format(
        name=held.name, present=held.present, meetings=held.meetings, percent=percent
    )
    counted = (
        (held.partly, _("{count} in part")),
        (held.apology, _("{count} with apology")),
        (held.absent, _("{count} absent")),
        (held.unrecorded, _("{count} not told")),
    )
    return ", ".join([said, *(text.format(count=count) for count, text in counted if count)])


def _fees(view: Fees, _names: Names) -> Iterator[str]:
    yield _("Attendance fees, {period}, {fee} a meeting.").format(
        period=_period(view.first, view.last), fee=spoken_amount(view.fee)
    )
    for held in view.persons:
        days = ", ".join(day(one) for one in held.meetings)
        yield f"  {held.name}: {spoken_amount(held.amount)} ({days})"
    yield "  " + _("In all: {amount}").format(amount=spoken_amount(view.total))


def _matters(view: OpenMatters, _names: Names) -> Iterator[str]:
    yield from _listed(_("Open matters on {day}").format(day=day(view.on)), (_matter(held) for held in view.matters))


def _matter(held: OpenMatter) -> str:
    status = {
        "open": _("open"),
        "postponed": _("postponed"),
        "continued": _("work goes on"),
        "closed": _("dealt with"),
    }[held.status]
    said = f"{held.title}: {status}"
    if held.opened_on is not None and held.age_days is not None:
        days = plural("{count} day", "{count} days", held.age_days).format(count=held.age_days)
        said += ", " + _("{days} since {day}").format(days=days, day=day(held.opened_on))
    if held.postponements:
        said += ", " + plural("postponed {count} time", "postponed {count} times", held.postponements).format(
            count=held.postponements
        )
    if held.last_meeting is not None and held.last_meeting != held.opened_on:
        said += ", " + _("last on the agenda {day}").format(day=day(held.last_meeting))
    return said


def _overdue(view: Overdue, names: Names) -> Iterator[str]:
    yield from _listed(
        _("Tasks overdue on {day}").format(day=day(view.on)), (_task(held, names) for held in view.tasks)
    )
    yield from _listed(
        _("Answers overdue on {day}").format(day=day(view.on)), (_answer(held, names) for held in view.answers)
    )


def _task(held: OverdueTask, names: Names) -> str:
    who = f", {names.get(held.responsible, held.responsible)}" if held.responsible else ""
    return f"{held.task}{who}, {_late(held.due, held.days)}"


def _answer(held: OverdueAnswer, names: Names) -> str:
    what = held.title or _("questions")
    return f"{names.get(held.recipient, held.recipient)}: {what}, {_late(held.answer_due, held.days)}"


def _late(due: str, count: int) -> str:
    days = plural("{count} day", "{count} days", count).format(count=count)
    return _("due {day}, {days} ago").format(day=day(due), days=days)


def _who(view: Who, names: Names) -> Iterator[str]:
    yield from _listed(
        _("Members on {day}").format(day=day(view.on)), (_member_then(held) for held in view.members if held.certain)
    )
    parts = (
        (
            _("Members or not, the minutes do not tell"),
            [_member_then(held) for held in view.members if not held.certain],
        ),
        (_("Offices"), [_office(held) for held in view.offices]),
        (
            _("Represent the council"),
            [f"{names.get(held.body or '', '-')}: {held.name}" for held in view.representatives],
        ),
        (_("Stand-ins"), [_stand_in(held, names) for held in view.stand_ins]),
        (_("Working groups"), [_group(held, names) for held in view.groups]),
    )
    for title, lines in parts:
        if lines:
            yield from _listed(title, iter(lines))


def _member_then(held: MemberThen) -> str:
    party = f" ({held.party})" if held.party else ""
    said = [f"{held.name}{party}"]
    said += [_("for {organisation}").format(organisation=held.organisation)] if held.organisation else []
    said += [_("from {start}").format(start=day(held.from_))] if held.from_ else []
    said += [] if held.votes else [_("without a vote")]
    said += [_("on leave")] if held.on_leave else []
    return ", ".join(said)


def _office(held: Holder) -> str:
    return f"{office_said(held.office or 'other', held.title)}: {held.name}"


def _stand_in(held: StandInThen, names: Names) -> str:
    of = names.get(held.member, held.member) if held.member else held.of
    return f"{held.position}. {held.name}" + (" " + _("for {organisation}").format(organisation=of) if of else "")


def _group(held: GroupThen, names: Names) -> str:
    members = ", ".join(names.get(member, member) for member in held.members)
    return f"{held.name or held.focus_area or held.id}" + (f": {members}" if members else "")


def _listed(title: str, lines: Iterator[str]) -> Iterator[str]:
    held = list(lines)
    yield f"{title}:"
    yield from (f"  {line}" for line in held or [_("none")])


def _period(first: str | None, last: str | None) -> str:
    if first and last:
        return _("{first} to {last}").format(first=day(first), last=day(last))
    if first:
        return _("from {start}").format(start=day(first))
    return _("to {end}").format(end=day(last)) if last else _("the whole book")


_LINES: dict[type[View], Callable[[Any, Names], Iterator[str]]] = {
    AttendanceStatistics: _attendance,
    Fees: _fees,
    OpenMatters: _matters,
    Overdue: _overdue,
    Who: _who,
}

"""What the council has set going, each in one line: working groups, plans, focus areas, tasks, and what was sent."""

from governance.danish.money import spoken_amount
from governance.language import _, plural
from governance.state import model
from governance.wording.speaking import day, period


def group_line(group: model.Group, names: dict[str, str]) -> str:
    """Return a working group in one line."""
    members = ", ".join(names.get(member, member) for member in group.members)
    called = f"{group.name} ({group.focus_area})" if group.focus_area and group.name else None
    said = f"{called or group.name or group.focus_area or group.id}{': ' + members if members else ''}"
    if not group.dissolved:
        return said
    ended = _("dissolved {day}").format(day=day(group.dissolved_on)) if group.dissolved_on else _("dissolved")
    return f"{said}, {ended}"


def plan_line(plan: model.Plan, names: dict[str, str]) -> str:
    """Return a plan in one line: of which group, and how far it has come."""
    said = f"{plan.title} ({names.get(plan.group or '', '-')})"
    if plan.status == "proposed":
        return said + ", " + _("adopted") if plan.adopted_as else said
    said += ", " + (_("adopted {day}").format(day=day(plan.adopted_on)) if plan.adopted_on else _("adopted"))
    count = len(plan.activities)
    if count:
        said += ", " + plural("{count} activity", "{count} activities", count).format(count=count)
    return said + (f", {spoken_amount(plan.budget)}" if plan.budget else "")


def focus_line(focus: model.FocusArea) -> str:
    """Return what the council looks at in one line."""
    return f"{focus.focus_area} ({period(focus.period)})" if focus.period else focus.focus_area


def task_line(task: model.Task, names: dict[str, str]) -> str:
    """Return a task in one line: what, who, for whom, when, and whether it is done."""
    said = task.task
    if task.responsible:
        said += f", {names.get(task.responsible, task.responsible)}"
    if task.recipient:
        said += ", " + _("for {body}").format(body=names.get(task.recipient, task.recipient))
    said += ", " + _("due {day}").format(day=day(task.due)) if task.due else ""
    if not task.completed:
        return said
    done = _("done {day}").format(day=day(task.completed_on)) if task.completed_on else _("done on a day not known")
    return f"{said}, {done}"


def dispatch_line(sent: model.Dispatch, names: dict[str, str]) -> str:
    """Return something that was sent in one line, with what became of it."""
    what = sent.title or plural("{count} question", "{count} questions", len(sent.questions)).format(
        count=len(sent.questions)
    )
    said = _("{day} to {body}: {what}").format(
        day=day(sent.date or "-"), body=names.get(sent.recipient, sent.recipient), what=what
    )
    said += f", {spoken_amount(sent.amount)}" if sent.amount else ""
    if not sent.answers:
        return said + (", " + _("answer due {day}").format(day=day(sent.answer_due)) if sent.answer_due else "")
    return f"{said}, {_answered(sent)}"


def _answered(sent: model.Dispatch) -> str:
    last = sent.answers[-1]
    when = day(last.received_on) if last.received_on else ""
    said = {None: _("answered {day}"), True: _("granted {day}"), False: _("refused {day}")}[sent.granted]
    return said.format(day=when).rstrip()

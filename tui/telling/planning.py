"""The lines of a council's board, of an agenda that is being built, and of what is to be followed up."""

from typing import TYPE_CHECKING

from governance.language import _, plural
from governance.planning.board import BoardMeeting, Step
from governance.state import meeting as published
from governance.wording.codes import code
from governance.wording.speaking import day, time
from governance.wording.values import value_said
from tui.widgets.lines import Line

if TYPE_CHECKING:  # what reads agendas takes a while to load, and the list of the meetings needs none of it
    from governance.planning.agenda import AgendaNow, PlannedItem
    from governance.planning.followup import FollowUp
    from governance.planning.suggesting import Suggestion


def step_words(step: Step) -> str:
    """Return what usually comes next, in words."""
    return {
        "build-agenda": _("Build the agenda"),
        "send-agenda": _("Send the agenda"),
        "open": _("Hold the meeting"),
        "go-on": _("Go on with the meeting"),
        "issue": _("Issue the minutes"),
        "approve": _("Approve the minutes"),
        "sign": _("Sign the minutes"),
        "read": _("Read the minutes"),
    }[step]


def status_words(status: str) -> str:
    """Return how far a meeting has come, in words."""
    return value_said(published.Meeting, "status", status, {})


def board_line(held: BoardMeeting) -> Line:
    """Return the line of a meeting on the board."""
    when = f"{day(held.day)}  {time(held.start, held.end):<11}"
    if held.status == "cancelled":
        return Line(f"{when}  {status_words(held.status)}", "struck")
    items = plural("{count} item", "{count} items", held.items).format(count=held.items)
    return Line(f"{when}  {status_words(held.status):<17} {items:<9} → {step_words(held.step)}")


def about_meeting(held: BoardMeeting, today: str) -> list[Line]:
    """Return all about the meeting under the cursor: what is next, and by when."""
    lines = [Line(_("Meeting on {day}").format(day=day(held.day)), "heading")]
    lines += [Line(text) for text in (time(held.start, held.end), held.place or "") if text]
    lines.append(Line(_("Status: {status}").format(status=status_words(held.status))))
    if held.send_by is not None:
        late = held.send_by < today
        words = (
            _("The agenda should have gone out by {day}.") if late else _("The agenda goes out by {day} at the latest.")
        )
        lines.append(Line(words.format(day=day(held.send_by))))
    if held.status != "cancelled":
        lines.append(Line(_("Enter: {step}").format(step=step_words(held.step))))
    return lines


def item_line(item: "PlannedItem") -> Line:
    """Return the line of an item on an agenda that is being built."""
    marks = [
        *([_("closed item")] if item.closed else []),
        *([item.presenter] if item.presenter and item.presenter not in item.title else []),
        *([code("withdrawn")] if item.withdrawn else []),
    ]
    text = f"{item.number:>3}  {item.title}" + (f"  ({', '.join(marks)})" if marks else "")
    return Line(text, "struck" if item.withdrawn else "")


def suggestion_line(one: "Suggestion") -> Line:
    """Return the line of something that an agenda may take up."""
    why = {
        "usual": _("usual"),
        "postponed": _("put off on {day}"),
        "continued": _("goes on from {day}"),
        "not-reached": _("not reached on {day}"),
        "answer-overdue": _("no answer since {day}"),
    }[one.why].format(day=day(one.since or "-"))
    return Line(f"+  {one.title}  ({why})")


def agenda_state(agenda: "AgendaNow") -> str:
    """Return whether an agenda was sent, or by when it goes out."""
    if agenda.sent_on is not None:
        sent = _("sent {day}").format(day=day(agenda.sent_on))
        return _("{sent}, changed since").format(sent=sent) if agenda.changed else sent
    if agenda.send_by is not None:
        return _("to be sent by {day}").format(day=day(agenda.send_by))
    return _("not sent")


def follow_up_line(held: "FollowUp") -> Line:
    """Return the line of a task or of something that was sent."""
    kind = _("task") if held.kind == "task" else code(held.kind)
    if held.done:
        when = _("done {day}").format(day=day(held.done_on or "-"))
    elif held.due is None:
        when = _("no date")
    else:
        when = (_("OVERDUE {day}") if held.overdue else _("by {day}")).format(day=day(held.due))
    who = f"  ({held.who})" if held.who else ""
    return Line(f"{when:<19} {kind:<12} {held.what}{who}", "faint" if held.done else "heading" if held.overdue else "")

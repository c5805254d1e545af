"""One meeting in lines of text, all that the book says of it."""

from collections.abc import Iterator

from governance.language import _
from governance.state import model
from governance.wording.attachments import attachment_line
from governance.wording.item_summary import dealt_with_lines, detail_of
from governance.wording.presence_summary import (
    arrangement_lines,
    attended,
    closing_lines,
    guest_lines,
    interruption_lines,
)
from governance.wording.speaking import day, time
from governance.wording.summary import meeting_line, names_in


def meeting_summary(state: model.State, meeting: model.Meeting) -> Iterator[str]:
    """Return the lines: time and place, who was there, notes, and each item with its outcome and words."""
    names = names_in(state)
    yield meeting_line(meeting, names)
    yield from _around(meeting, names)
    for approval in state.approvals:
        if approval.meeting == meeting.id:
            yield "  " + _("minutes approved: {day}").format(day=day(approval.of) if approval.of else "-")
    yield from (f"  {note}" for note in meeting.notes)
    items = {item.id for item in meeting.agenda}
    attached = [held for held in state.attachments if held.meeting == meeting.id or held.item in items]
    yield from (f"  {attachment_line(held)}" for held in attached)
    held = meeting.status not in ("planned", "called", "cancelled")
    for item in meeting.agenda:
        yield from _item(item, names, held)
    yield from closing_lines(meeting, names)


def meeting_in(state: model.State, identifier: str) -> model.Meeting:
    """Return the meeting with this id."""
    return next(meeting for meeting in state.meetings if meeting.id == identifier)


def _around(meeting: model.Meeting, names: dict[str, str]) -> Iterator[str]:
    yield from (f"  {said}" for said in (meeting.place, meeting.contents, meeting.cancelled_because) if said)
    for part in meeting.parts:
        held = (time(part.start, part.end), part.place, names.get(part.counterpart or ""))
        yield "  " + ", ".join(filter(None, held))
    yield from (f"  {said}" for said in arrangement_lines(meeting))
    for moment, said in ((meeting.opened_at, _("opened: {time}")), (meeting.closed_at, _("closed: {time}"))):
        if moment:
            yield "  " + said.format(time=moment)
    statuses = {"present": _("present"), "apology": _("apology"), "absent": _("absent")}
    for status, word in statuses.items():
        people = [attended(meeting, held, names) for held in meeting.attendance if held.status == status]
        if people:
            yield f"  {word}: {', '.join(people)}"
    if meeting.referent:
        yield f"  referent: {names.get(meeting.referent, meeting.referent)}"
    yield from (f"  {said}" for said in (*guest_lines(meeting, names), *interruption_lines(meeting)))


def _item(item: model.Item, names: dict[str, str], held: bool) -> Iterator[str]:
    outcomes = {
        "approved": _("approved"),
        "noted": _("noted"),
        "decided": _("decided"),
        "discussed": _("discussed"),
        "postponed": _("postponed"),
        "elected": _("elected"),
        "rejected": _("rejected"),
        "none": _("nothing raised") if held and item.outcome_detail != "withdrawn" else None,
    }
    said = [outcomes.get(item.outcome), detail_of(item, names)]
    worded = ", ".join(filter(None, said))
    yield ""
    yield f"  {item.number}. {item.title}" + (f": {worded}" if worded else "")
    yield from (f"     {line}" for line in dealt_with_lines(item, names))
    for text in (*item.notes, item.decision, item.postponed_because):
        yield from (f"     {line}" for line in (text or "").splitlines())
    for report in item.reports:
        person = names.get(report.person, report.person)
        yield "     " + _("{name} reported from {occasion}").format(name=person, occasion=report.occasion)

"""One line for each act: the minutes."""

from collections.abc import Callable
from typing import Any

from events.catalogue import (
    ApprovalForm,
    Event,
    MinutesApproved,
    MinutesIssued,
    MinutesSigned,
)
from governance.language import _
from governance.state.fold import Fold
from governance.wording.speaking import day, meeting, person, quoted


def _minutes_approved(fold: Fold, event: MinutesApproved) -> str:
    if event.meeting is None:
        said = (
            _("Minutes of {of} approved in writing")
            if event.how is ApprovalForm.WRITTEN
            else _("Minutes of {of} approved: nobody objected in time")
        )
        return said.format(of=day(event.of or "-"))
    where = meeting(fold, event.meeting)
    if event.of:
        return _("Minutes of {of} approved on {day}").format(of=day(event.of), day=where)
    return _("Minutes of the meeting before approved on {day}").format(day=where)


def _signed(fold: Fold, event: MinutesSigned) -> str:
    said = (
        _("{name} signed the minutes of {day} with a reservation")
        if event.reservation
        else _("{name} signed the minutes of {day}")
    )
    return said.format(name=person(fold, event.person), day=meeting(fold, event.meeting)) + quoted(event.reservation)


LINES: dict[type[Event], Callable[[Fold, Any], str]] = {
    MinutesIssued: lambda f, e: _("Minutes of {day} issued, telling entries up to {number}").format(
        day=meeting(f, e.meeting), number=e.through
    ),
    MinutesApproved: _minutes_approved,
    MinutesSigned: _signed,
}

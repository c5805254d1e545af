"""One line for each act: the minutes."""

from collections.abc import Callable
from typing import Any

from events.catalogue import (
    Event,
    MinutesApproved,
    MinutesIssued,
)
from governance.language import _
from governance.state.fold import Fold
from governance.wording.speaking import day, meeting


def _minutes_approved(fold: Fold, event: MinutesApproved) -> str:
    where = meeting(fold, event.meeting)
    if event.of:
        return _("Minutes of {of} approved on {day}").format(of=day(event.of), day=where)
    return _("Minutes of the meeting before approved on {day}").format(day=where)


LINES: dict[type[Event], Callable[[Fold, Any], str]] = {
    MinutesIssued: lambda f, e: _("Minutes of {day} issued, telling entries up to {number}").format(
        day=meeting(f, e.meeting), number=e.through
    ),
    MinutesApproved: _minutes_approved,
}

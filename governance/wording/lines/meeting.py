"""One line for each act: meetings."""

from collections.abc import Callable
from typing import Any

from events.catalogue import (
    Event,
    MeetingArrangement,
    MeetingCalled,
    MeetingCancelled,
    MeetingClosed,
    MeetingOpened,
    MeetingRescheduled,
    MeetingScheduled,
    OrdstyrerElected,
    PresidingRole,
    ReferentNamed,
)
from governance.language import _, plural
from governance.state.fold import Fold
from governance.wording.arrangement import form_of_meeting, kind_of_meeting
from governance.wording.speaking import day, meeting, person, quoted, time


def _arranged(event: MeetingArrangement, said: str) -> str:
    text = said.format(day=day(event.date), time=time(event.start, event.end)).rstrip()
    if event.place:
        text += f", {event.place}"
    text += f", {kind_of_meeting(event.kind)}" if event.kind is not None else ""
    text += f", {form_of_meeting(event.form)}" if event.form is not None else ""
    if len(event.parts) > 1:
        text += ", " + plural("in {count} part", "in {count} parts", len(event.parts)).format(count=len(event.parts))
    return text


def _called(fold: Fold, event: MeetingCalled) -> str:
    text = _("Notice of the meeting of {day} sent").format(day=meeting(fold, event.meeting))
    if not event.demanded_by:
        return text
    names = ", ".join(person(fold, one) for one in event.demanded_by)
    return text + ", " + _("demanded by {names}").format(names=names)


def _leader(fold: Fold, event: OrdstyrerElected) -> str:
    said = {
        PresidingRole.ORDSTYRER: _("{name} elected ordstyrer of {day}"),
        PresidingRole.DIRIGENT: _("{name} elected dirigent of {day}"),
        PresidingRole.CHAIR: _("{name} leads the meeting of {day}"),
    }[event.role]
    return said.format(name=person(fold, event.person), day=meeting(fold, event.meeting))


LINES: dict[type[Event], Callable[[Fold, Any], str]] = {
    MeetingScheduled: lambda f, e: _arranged(e, _("Meeting on {day} {time}")),
    MeetingRescheduled: lambda f, e: _arranged(e, _("Meeting stated anew: {day} {time}")),
    MeetingCalled: _called,
    MeetingCancelled: lambda f, e: (
        _("Meeting of {day} called off").format(day=meeting(f, e.meeting)) + quoted(e.reason)
    ),
    MeetingOpened: lambda f, e: _("Meeting of {day} opened").format(day=meeting(f, e.meeting)),
    MeetingClosed: lambda f, e: _("Meeting of {day} closed").format(day=meeting(f, e.meeting)),
    ReferentNamed: lambda f, e: _("{name} writes the minutes of {day}").format(
        name=person(f, e.person), day=meeting(f, e.meeting)
    ),
    OrdstyrerElected: _leader,
}

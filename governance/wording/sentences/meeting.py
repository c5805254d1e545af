"""The usual wording in the minutes: meetings."""

from collections.abc import Callable
from typing import Any

from events.catalogue import (
    Event,
    MeetingArrangement,
    MeetingRescheduled,
    MeetingScheduled,
    OrdstyrerElected,
    PresidingRole,
)
from governance.danish.dates import spoken_date, spoken_weekday
from governance.danish.times import spoken_time
from governance.state.fold import Fold
from governance.wording.sentences.names import person


def _ordstyrer(fold: Fold, event: OrdstyrerElected) -> str | None:
    role = {PresidingRole.DIRIGENT: "dirigent", PresidingRole.CHAIR: "mødeleder"}.get(event.role, "ordstyrer")
    return f"{person(fold, event.person)} blev valgt til {role}." if event.item is not None else None


def _meeting(_fold: Fold, event: MeetingArrangement) -> str | None:
    if event.agreed_in is None:
        return None
    said = f"Næste møde: {spoken_weekday(event.date).capitalize()} d. {spoken_date(event.date)}"
    said += f" {spoken_time(event.start, event.end)}" if event.start else ""
    said += f", sted: {event.place}" if event.place else ""
    return f"{said}." + (f" Indhold: {event.contents.rstrip('.')}." if event.contents else "")


SENTENCES: dict[type[Event], Callable[[Fold, Any], str | None]] = {
    OrdstyrerElected: _ordstyrer,
    MeetingScheduled: _meeting,
    MeetingRescheduled: _meeting,
}

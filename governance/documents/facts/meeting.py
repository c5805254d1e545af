"""Events as facts of a document: meetings."""

from collections.abc import Callable
from typing import Any

from events.catalogue import (
    Event,
    MeetingRescheduled,
    MeetingScheduled,
    OrdstyrerElected,
    PresidingRole,
)
from governance.documents import model
from governance.documents.facts.names import body, person
from governance.state.fold import Fold


def _agreement(fold: Fold, event: MeetingScheduled | MeetingRescheduled) -> model.Fact | None:
    if event.text is None and event.told_in is None:
        return None
    return model.MeetingAgreement(
        date=event.date,
        start=event.start,
        end=event.end,
        place=event.place,
        parts=tuple(
            model.MeetingPart(
                start=part.start, end=part.end, place=part.place, counterpart=body(fold, part.counterpart)
            )
            for part in event.parts
        ),
        contents=event.contents,
        meeting_form=event.form.value if event.form is not None else None,
        meeting_kind=event.kind.value if event.kind is not None else None,
    )


def _ordstyrer(fold: Fold, event: OrdstyrerElected) -> model.Fact:
    name = person(fold, event.person) or ""
    if event.role is PresidingRole.ORDSTYRER:
        return model.OrdstyrerElection(name=name)
    return model.OrdstyrerElection(name=name, role="dirigent" if event.role is PresidingRole.DIRIGENT else "chair")


FACTS: dict[type[Event], Callable[[Fold, Any], model.Fact | None]] = {
    OrdstyrerElected: _ordstyrer,
    MeetingScheduled: _agreement,
    MeetingRescheduled: _agreement,
}

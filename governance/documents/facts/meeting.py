"""Events as facts of a document: meetings."""

from collections.abc import Callable
from typing import Any

from events.catalogue import (
    Event,
    MeetingRescheduled,
    MeetingScheduled,
    OrdstyrerElected,
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
    )


FACTS: dict[type[Event], Callable[[Fold, Any], model.Fact | None]] = {
    OrdstyrerElected: lambda fold, event: model.OrdstyrerElection(name=person(fold, event.person) or ""),
    MeetingScheduled: _agreement,
    MeetingRescheduled: _agreement,
}

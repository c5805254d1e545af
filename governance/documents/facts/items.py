"""Events as facts of a document: what happens under an item."""

from collections.abc import Callable
from typing import Any

from events.catalogue import (
    Event,
    ItemContinued,
    ItemDecided,
    ItemDiscussed,
    ItemNoted,
    ItemPostponed,
    NothingRaised,
)
from events.ids import MeetingId
from governance.documents import model
from governance.state.fold import Fold


def _day(fold: Fold, meeting: MeetingId | None) -> str | None:
    held = fold.meetings.get(meeting) if meeting is not None else None
    return held.date if held is not None else None


def _noting(_fold: Fold, event: ItemNoted) -> model.Fact:
    return model.Noting(explicit=event.text is not None)


def _postponement(fold: Fold, event: ItemPostponed) -> model.Fact:
    return model.Postponement(until=event.until, to=event.to_date or _day(fold, event.to_meeting), reason=event.reason)


def _continuation(fold: Fold, event: ItemContinued) -> model.Fact:
    return model.Continuation(to=_day(fold, event.to_meeting), period=event.to_period)


FACTS: dict[type[Event], Callable[[Fold, Any], model.Fact | None]] = {
    ItemDecided: lambda _fold, event: model.Decision(outcome=event.outcome.value),
    ItemDiscussed: lambda _fold, _event: model.Discussion(),
    NothingRaised: lambda _fold, _event: model.Nothing(),
    ItemNoted: _noting,
    ItemPostponed: _postponement,
    ItemContinued: _continuation,
}

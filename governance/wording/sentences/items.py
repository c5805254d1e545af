"""The usual wording in the minutes: what happens under an item."""

from collections.abc import Callable
from typing import Any

from events.catalogue import (
    DecisionOutcome,
    Event,
    ItemContinued,
    ItemDecided,
    ItemDiscussed,
    ItemNoted,
    ItemPostponed,
    NothingRaised,
)
from governance.danish.dates import spoken_date, spoken_period
from governance.state.fold import Fold


def _decided(_fold: Fold, event: ItemDecided) -> str:
    return {
        DecisionOutcome.APPROVED: "Godkendt.",
        DecisionOutcome.DECIDED: "Besluttet.",
        DecisionOutcome.ELECTED: "Valgt.",
        DecisionOutcome.REJECTED: "Forkastet.",
    }[event.outcome]


def _continued(fold: Fold, event: ItemContinued) -> str:
    meeting = fold.meetings.get(event.to_meeting) if event.to_meeting is not None else None
    if meeting is not None:
        return f"Arbejdet fortsættes til mødet d. {spoken_date(meeting.date)}."
    return f"Arbejdet fortsættes til {spoken_period(event.to_period)}." if event.to_period else "Arbejdet fortsættes."


def _postponed(fold: Fold, event: ItemPostponed) -> str:
    meeting = fold.meetings.get(event.to_meeting) if event.to_meeting is not None else None
    day = event.to_date or (meeting.date if meeting is not None else None)
    until = event.until or (f"mødet d. {spoken_date(day)}" if day else None)
    because = f", da {event.reason.rstrip('.')}" if event.reason else ""
    return f"Udsat til {until}{because}." if until else f"Udsat{because}."


SENTENCES: dict[type[Event], Callable[[Fold, Any], str | None]] = {
    ItemDecided: _decided,
    ItemNoted: lambda _fold, _event: "Taget til efterretning.",
    ItemDiscussed: lambda _fold, _event: "Punktet blev drøftet.",
    ItemContinued: _continued,
    ItemPostponed: _postponed,
    NothingRaised: lambda _fold, _event: "Intet.",
}

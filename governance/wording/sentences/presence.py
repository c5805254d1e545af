"""The usual wording in the minutes: breaks in a meeting, and who is inhabil."""

from collections.abc import Callable
from typing import Any

from events.catalogue import (
    DisqualificationDecided,
    DisqualificationRaised,
    Event,
    ItemReopened,
    MeetingInterrupted,
    MeetingResumed,
)
from events.moments import Effective
from governance.danish.times import spoken_time
from governance.state.fold import Fold
from governance.state.proceedings import time_of
from governance.wording.sentences.names import person


def _interrupted(_fold: Fold, _event: MeetingInterrupted, effective: Effective | None) -> str:
    return f"Mødet blev afbrudt{_at(effective)}."


def _resumed(_fold: Fold, _event: MeetingResumed, effective: Effective | None) -> str:
    return f"Mødet blev genoptaget{_at(effective)}."


def _reopened(_fold: Fold, _event: ItemReopened, effective: Effective | None) -> str:
    return f"Punktet blev taget op igen{_at(effective)}."


def _at(effective: Effective | None) -> str:
    time = time_of(effective)
    return f" {spoken_time(time)}" if time else ""


def _raised(fold: Fold, event: DisqualificationRaised) -> str:
    said = f"Det blev rejst, om {person(fold, event.person)} er inhabil"
    return f"{said}, da {event.reason.rstrip('.')}." if event.reason else f"{said}."


def _decided(fold: Fold, event: DisqualificationDecided) -> str:
    name = person(fold, event.person)
    if event.disqualified:
        return f"{name} blev erklæret inhabil og forlod lokalet."
    return f"Det blev besluttet, at {name} ikke er inhabil."


SENTENCES: dict[type[Event], Callable[[Fold, Any], str | None]] = {
    DisqualificationRaised: _raised,
    DisqualificationDecided: _decided,
}
TIMED: dict[type[Event], Callable[[Fold, Any, Effective | None], str | None]] = {
    MeetingInterrupted: _interrupted,
    MeetingResumed: _resumed,
    ItemReopened: _reopened,
}

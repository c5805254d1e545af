"""The usual wording in the minutes: bodies outside the council."""

from collections.abc import Callable
from typing import Any

from events.catalogue import (
    CompositionReported,
    Event,
)
from governance.state.fold import Fold
from governance.wording.sentences.names import body


def _composition(fold: Fold, event: CompositionReported) -> str:
    total = sum(seat.count for seat in event.seats)
    seats = "; ".join(f"{seat.count}: {seat.basis.rstrip('.')}" for seat in event.seats)
    return f"{body(fold, event.body)} har {total} medlemmer: {seats}."


SENTENCES: dict[type[Event], Callable[[Fold, Any], str | None]] = {
    CompositionReported: _composition,
}

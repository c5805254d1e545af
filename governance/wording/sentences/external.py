"""The usual wording in the minutes: bodies outside the council."""

from collections.abc import Callable
from typing import Any

from events.catalogue import (
    CompositionReported,
    Event,
    Seats,
)
from governance.state.fold import Fold
from governance.wording.sentences.names import body


def _composition(fold: Fold, event: CompositionReported) -> str:
    total = sum(seat.count for seat in event.seats)
    between = "; " if any("," in seat.basis for seat in event.seats) else ", "
    seats = between.join(map(_seats, event.seats))
    return f"{body(fold, event.body)} har {total} {'medlem' if total == 1 else 'medlemmer'}: {seats}."


def _seats(seats: Seats) -> str:
    basis = seats.basis.rstrip(".")
    return f"{seats.count}{':' if basis[:1].isupper() else ''} {basis}"


SENTENCES: dict[type[Event], Callable[[Fold, Any], str | None]] = {
    CompositionReported: _composition,
}

"""Events as facts of a document: bodies outside the council."""

from collections.abc import Callable
from typing import Any

from events.catalogue import (
    CompositionReported,
    Event,
)
from governance.documents import model
from governance.documents.facts.names import body
from governance.state.fold import Fold


def _composition(fold: Fold, event: CompositionReported) -> model.Fact:
    seats = tuple(
        model.SeatGroup(count=seat.count, basis=seat.basis, includes_chair=seat.includes_chair) for seat in event.seats
    )
    return model.CompositionReport(body=body(fold, event.body) or "", seats=seats)


FACTS: dict[type[Event], Callable[[Fold, Any], model.Fact | None]] = {
    CompositionReported: _composition,
}

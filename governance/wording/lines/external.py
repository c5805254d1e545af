"""One line for each act: bodies outside the council."""

from collections.abc import Callable
from typing import Any

from events.catalogue import (
    CompositionReported,
    Event,
    ExternalBodyAbbreviated,
    ExternalBodyRegistered,
)
from governance.language import _
from governance.state.fold import Fold
from governance.wording.speaking import body, item


def _composition(fold: Fold, event: CompositionReported) -> str:
    total = sum(seat.count for seat in event.seats)
    return _("{item}: {body} is reported to have {total} seats").format(
        item=item(fold, event.item), body=body(fold, event.body), total=total
    )


LINES: dict[type[Event], Callable[[Fold, Any], str]] = {
    ExternalBodyRegistered: lambda f, e: _("{name} is named for the first time").format(name=e.name),
    ExternalBodyAbbreviated: lambda f, e: _("{body} is called {abbreviation} for short").format(
        body=body(f, e.body), abbreviation=e.abbreviation
    ),
    CompositionReported: _composition,
}

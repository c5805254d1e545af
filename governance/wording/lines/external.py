"""One line for each act: bodies outside the council."""

from collections.abc import Callable
from typing import Any

from events.catalogue import (
    CompositionReported,
    Event,
    ExternalBodyAbbreviated,
    ExternalBodyRegistered,
    ExternalBodyRenamed,
)
from governance.language import _
from governance.state.fold import Fold
from governance.state.naming import name_before
from governance.wording.speaking import body, item


def _composition(fold: Fold, event: CompositionReported) -> str:
    total = sum(seat.count for seat in event.seats)
    return _("{item}: {body} is reported to have {total} seats").format(
        item=item(fold, event.item), body=body(fold, event.body), total=total
    )


def _renamed(fold: Fold, event: ExternalBodyRenamed) -> str:
    held = fold.bodies.get(event.body)
    before = name_before(held.names, event.name) if held is not None else None
    return _("{before} is now called {name}").format(before=before or body(fold, event.body), name=event.name)


LINES: dict[type[Event], Callable[[Fold, Any], str]] = {
    ExternalBodyRegistered: lambda f, e: _("{name} is named for the first time").format(name=e.name),
    ExternalBodyAbbreviated: lambda f, e: _("{body} is called {abbreviation} for short").format(
        body=body(f, e.body), abbreviation=e.abbreviation
    ),
    ExternalBodyRenamed: _renamed,
    CompositionReported: _composition,
}

"""One line for each act: the council."""

from collections.abc import Callable
from typing import Any

from events.catalogue import (
    CouncilEstablished,
    Event,
)
from governance.language import _
from governance.state.fold import Fold


def _established(_fold: Fold, event: CouncilEstablished) -> str:
    if event.municipality:
        return _("The book of {name}, {municipality}, begins").format(name=event.name, municipality=event.municipality)
    return _("The book of {name} begins").format(name=event.name)


LINES: dict[type[Event], Callable[[Fold, Any], str]] = {
    CouncilEstablished: _established,
}

"""The usual wording in the minutes: the agenda."""

from collections.abc import Callable
from typing import Any

from events.catalogue import (
    AgendaApproved,
    Event,
)
from governance.state.fold import Fold


def _agenda_approved(_fold: Fold, event: AgendaApproved) -> str:
    return "Dagsordenen blev godkendt med ændringer." if event.changed else "Dagsordenen blev godkendt."


SENTENCES: dict[type[Event], Callable[[Fold, Any], str | None]] = {
    AgendaApproved: _agenda_approved,
}

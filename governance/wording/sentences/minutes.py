"""The usual wording in the minutes: the minutes."""

from collections.abc import Callable
from typing import Any

from events.catalogue import (
    Event,
    MinutesApproved,
)
from governance.danish.dates import spoken_date
from governance.state.fold import Fold


def _minutes_approved(_fold: Fold, event: MinutesApproved) -> str | None:
    if event.meeting is None:
        return None
    return f"Referatet fra d. {spoken_date(event.of)} blev godkendt." if event.of else "Referatet blev godkendt."


SENTENCES: dict[type[Event], Callable[[Fold, Any], str | None]] = {
    MinutesApproved: _minutes_approved,
}

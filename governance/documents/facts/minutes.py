"""Events as facts of a document: the minutes."""

from collections.abc import Callable
from typing import Any

from events.catalogue import (
    Event,
    MinutesApproved,
)
from governance.documents import model
from governance.state.fold import Fold

FACTS: dict[type[Event], Callable[[Fold, Any], model.Fact | None]] = {
    MinutesApproved: lambda _fold, event: model.MinutesApproval(
        of=event.of, how=event.how.value if event.how is not None else None
    ),
}

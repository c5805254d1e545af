"""Events as facts of a document: the agenda."""

from collections.abc import Callable
from typing import Any

from events.catalogue import (
    AgendaApproved,
    Event,
)
from governance.documents import model
from governance.state.fold import Fold

FACTS: dict[type[Event], Callable[[Fold, Any], model.Fact | None]] = {
    AgendaApproved: lambda _fold, event: model.AgendaApproval(changed=event.changed),
}

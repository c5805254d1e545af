"""Events as facts of a document: members, stand-ins and officers."""

from collections.abc import Callable
from typing import Any

from events.catalogue import (
    Event,
    MemberWelcomed,
)
from governance.documents import model
from governance.documents.facts.names import person
from governance.state.fold import Fold

FACTS: dict[type[Event], Callable[[Fold, Any], model.Fact | None]] = {
    MemberWelcomed: lambda fold, event: model.Welcome(name=person(fold, event.person) or ""),
}

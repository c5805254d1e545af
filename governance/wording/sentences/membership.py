"""The usual wording in the minutes: members, stand-ins and officers."""

from collections.abc import Callable
from typing import Any

from events.catalogue import (
    Event,
    MemberWelcomed,
)
from governance.state.fold import Fold
from governance.wording.sentences.names import person


def _welcomed(fold: Fold, event: MemberWelcomed) -> str:
    return f"Velkomst til {person(fold, event.person)}."


SENTENCES: dict[type[Event], Callable[[Fold, Any], str | None]] = {
    MemberWelcomed: _welcomed,
}

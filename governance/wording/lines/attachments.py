"""One line for each act: documents that are attached."""

from collections.abc import Callable
from typing import Any

from events.catalogue import DocumentAttached, Event
from governance.language import _
from governance.state.fold import Fold
from governance.wording.speaking import item, meeting


def _attached(fold: Fold, event: DocumentAttached) -> str:
    if event.item is not None:
        return _("{document} attached to {item}").format(document=event.name, item=item(fold, event.item))
    day = meeting(fold, event.meeting) if event.meeting is not None else "-"
    return _("{document} attached to the meeting of {day}").format(document=event.name, day=day)


LINES: dict[type[Event], Callable[[Fold, Any], str]] = {DocumentAttached: _attached}

"""Why a field is as it is, where that is worked out and no entry says it in so many words."""

from collections.abc import Callable, Iterator
from typing import Any

from governance.explaining import reasons_of_meetings, reasons_of_people
from governance.explaining.reason import Looked, Reason
from governance.state.places import Place, parts_at

_Find = Callable[[Looked, Any, str], Iterator[Reason]]

_FIND: dict[type, _Find] = {**reasons_of_people.FIND, **reasons_of_meetings.FIND}
"""For each part of the state what it knows of its fields; the field is empty where the whole part is asked about."""


def reasons(looked: Looked, place: Place) -> list[Reason]:
    """Return why what stands at a place is so, as far as there is more to say than what the entries say."""
    parts = parts_at(looked.state, place)
    found: list[Reason] = []
    for index in range(len(parts) - 1, 0, -1):
        find = _FIND.get(type(parts[index]))
        if find is not None:
            step = place[index] if index < len(place) else ""
            found = list(find(looked, parts[index], step if isinstance(step, str) else ""))
            break
    return found

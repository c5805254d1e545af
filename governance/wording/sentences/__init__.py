"""The usual wording of an act in the minutes, for when the secretary gives none. Minutes are Danish.

The wording is recorded with the act: what minutes said does not change with the program.
"""

from collections.abc import Callable
from typing import Any

from events.catalogue import Event
from governance.state.fold import Fold
from governance.wording.sentences import agenda, external, followup, items, meeting, membership, minutes


def sentence(fold: Fold, event: Event) -> str | None:
    """Return the usual wording of an act, or None for one that the minutes do not tell in a sentence."""
    worded = _SENTENCES.get(type(event))
    return worded(fold, event) if worded is not None else None


_SENTENCES: dict[type[Event], Callable[[Fold, Any], str | None]] = {
    **agenda.SENTENCES,
    **minutes.SENTENCES,
    **meeting.SENTENCES,
    **items.SENTENCES,
    **membership.SENTENCES,
    **followup.SENTENCES,
    **external.SENTENCES,
}

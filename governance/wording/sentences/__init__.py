"""The usual wording of an act in the minutes, for when the secretary gives none. Minutes are Danish.

The wording is recorded with the act: what minutes said does not change with the program.
"""

from collections.abc import Callable
from typing import Any

from events.catalogue import Event
from events.moments import Effective
from governance.state.fold import Fold
from governance.wording.sentences import (
    agenda,
    debate,
    external,
    followup,
    items,
    meeting,
    membership,
    minutes,
    offices,
    presence,
    voting,
)


def sentence(fold: Fold, event: Event, effective: Effective | None = None) -> str | None:
    """Return the usual wording of an act, or None for one that the minutes do not tell in a sentence. ``effective`` is
    when it took effect, which some sentences tell.
    """
    timed = _TIMED.get(type(event))
    if timed is not None:
        return timed(fold, event, effective)
    worded = _SENTENCES.get(type(event))
    return worded(fold, event) if worded is not None else None


_TIMED: dict[type[Event], Callable[[Fold, Any, Effective | None], str | None]] = {**presence.TIMED}
_SENTENCES: dict[type[Event], Callable[[Fold, Any], str | None]] = {
    **agenda.SENTENCES,
    **minutes.SENTENCES,
    **meeting.SENTENCES,
    **presence.SENTENCES,
    **debate.SENTENCES,
    **voting.SENTENCES,
    **items.SENTENCES,
    **membership.SENTENCES,
    **offices.SENTENCES,
    **followup.SENTENCES,
    **external.SENTENCES,
}

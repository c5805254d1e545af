"""What an event says, as a fact of a document: names and days in place of ids."""

from collections.abc import Callable
from typing import Any

from events.catalogue import Event
from governance.documents import model
from governance.documents.facts import (
    agenda,
    external,
    followup,
    items,
    meeting,
    membership,
    minutes,
    offices,
    proceedings,
)
from governance.state.fold import Fold


def fact_of(fold: Fold, event: Event) -> model.Fact | None:
    """Return the fact that an event is, or None for one that documents do not tell as a fact."""
    made = _FACTS.get(type(event))
    return made(fold, event) if made is not None else None


_FACTS: dict[type[Event], Callable[[Fold, Any], model.Fact | None]] = {
    **agenda.FACTS,
    **minutes.FACTS,
    **meeting.FACTS,
    **membership.FACTS,
    **offices.FACTS,
    **proceedings.FACTS,
    **items.FACTS,
    **followup.FACTS,
    **external.FACTS,
}

"""The usual wording in the minutes: the agenda."""

from collections.abc import Callable
from typing import Any

from events.catalogue import (
    AgendaApproved,
    AgendaItemMoved,
    AgendaItemWithdrawn,
    Event,
    LateItemAccepted,
    LateItemRefused,
)
from governance.state.fold import Fold
from governance.state.publishing.agenda import agenda_of, shown_numbers
from governance.wording.sentences.names import person


def _agenda_approved(_fold: Fold, event: AgendaApproved) -> str:
    return "Dagsordenen blev godkendt med ændringer." if event.changed else "Dagsordenen blev godkendt."


def _moved(fold: Fold, event: AgendaItemMoved) -> str | None:
    """Minutes tell what the meeting moved, not how its agenda was put together before."""
    meeting = fold.meeting_of(event.item)
    if meeting is not None and meeting.opened is None:
        return None
    if event.before is None or meeting is None:
        return "Punktet blev flyttet til sidst på dagsordenen."
    number = shown_numbers(agenda_of(fold, meeting)).get(event.before, "?")
    return f"Punktet blev flyttet og behandles før punkt {number}."


def _withdrawn(_fold: Fold, event: AgendaItemWithdrawn) -> str:
    return f"Punktet udgår, da {event.reason.rstrip('.')}." if event.reason else "Punktet udgår."


def _accepted(_fold: Fold, event: LateItemAccepted) -> str:
    votes = f" med {event.votes} {'stemme' if event.votes == 1 else 'stemmer'} for" if event.votes is not None else ""
    return f"Punktet blev optaget på dagsordenen{votes}."


def _refused(fold: Fold, event: LateItemRefused) -> str:
    by = f" fra {person(fold, event.proposed_by)}" if event.proposed_by is not None else ""
    return f"Et ønske{by} om at optage »{event.title}« på dagsordenen blev ikke imødekommet."


SENTENCES: dict[type[Event], Callable[[Fold, Any], str | None]] = {
    AgendaApproved: _agenda_approved,
    AgendaItemMoved: _moved,
    AgendaItemWithdrawn: _withdrawn,
    LateItemAccepted: _accepted,
    LateItemRefused: _refused,
}

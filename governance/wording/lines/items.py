"""One line for each act: what happens under an item."""

from collections.abc import Callable
from typing import Any

from events.catalogue import (
    DecisionOutcome,
    Event,
    ItemContinued,
    ItemDecided,
    ItemDiscussed,
    ItemNoted,
    ItemPostponed,
    NoteWritten,
    NothingRaised,
)
from governance.language import _
from governance.state.fold import Fold
from governance.wording.speaking import day, item, meeting, period, quoted


def _decided(fold: Fold, event: ItemDecided) -> str:
    said = {
        DecisionOutcome.APPROVED: _("{item}: approved"),
        DecisionOutcome.DECIDED: _("{item}: decided"),
        DecisionOutcome.ELECTED: _("{item}: elected"),
        DecisionOutcome.REJECTED: _("{item}: rejected"),
    }[event.outcome].format(item=item(fold, event.item))
    return said + quoted(event.text)


def _postponed(fold: Fold, event: ItemPostponed) -> str:
    until = (
        event.until
        or (meeting(fold, event.to_meeting) if event.to_meeting else None)
        or (day(event.to_date) if event.to_date else None)
    )
    where = item(fold, event.item)
    text = (
        _("{item}: postponed to {until}").format(item=where, until=until)
        if until
        else _("{item}: postponed").format(item=where)
    )
    return f"{text} ({event.reason})" if event.reason else text


def _continued(fold: Fold, event: ItemContinued) -> str:
    until = meeting(fold, event.to_meeting) if event.to_meeting else period(event.to_period or "")
    where = item(fold, event.item)
    return (
        _("{item}: work goes on until {until}").format(item=where, until=until)
        if until
        else _("{item}: work goes on").format(item=where)
    )


def _note(fold: Fold, event: NoteWritten) -> str:
    where = item(fold, event.item) if event.item else meeting(fold, event.meeting)
    return _("{where}: note").format(where=where) + quoted(event.text)


LINES: dict[type[Event], Callable[[Fold, Any], str]] = {
    NoteWritten: _note,
    ItemDecided: _decided,
    ItemNoted: lambda f, e: _("{item}: noted").format(item=item(f, e.item)) + quoted(e.text),
    ItemDiscussed: lambda f, e: _("{item}: discussed").format(item=item(f, e.item)) + quoted(e.text),
    ItemContinued: _continued,
    ItemPostponed: _postponed,
    NothingRaised: lambda f, e: _("{item}: nothing raised").format(item=item(f, e.item)),
}

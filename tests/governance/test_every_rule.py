"""Every event type is accepted where it fits, and refused where it names what the book does not know or says nonsense."""

from typing import Any

import msgspec
import pytest

from events.catalogue import (
    EVENT_TYPES,
    AnyEvent,
    CouncilDissolved,
    CouncilEstablished,
    Deadline,
    EntryCorrected,
    EntryStruck,
    ExternalBodyRegistered,
    MatterOpened,
    MeetingScheduled,
    PersonRegistered,
    RemarkRecorded,
    Rules,
    RulesAdopted,
)
from events.errors import ReferatError
from events.ids import LETTERS
from events.moments import ClockTime
from events.naming import names
from tests.each import BOOKS
from tests.scenario import Scenario

_UNKNOWN = 9999
_SAYING_NOTHING_THAT_CAN_BE: dict[type[AnyEvent], tuple[AnyEvent, str]] = {
    CouncilEstablished: (CouncilEstablished(name="Et andet råd"), "already"),
    MeetingScheduled: (
        MeetingScheduled(date="2030-01-08", start=ClockTime("17:00"), end=ClockTime("16:00")),
        "16:00",
    ),
    RulesAdopted: (RulesAdopted(rules=Rules(notice=Deadline(days=-1))), "-1"),
    EntryStruck: (EntryStruck(entry=_UNKNOWN, reason="x"), "9999"),
    EntryCorrected: (EntryCorrected(entry=_UNKNOWN, replacement=PersonRegistered(name="X"), reason="x"), "9999"),
    RemarkRecorded: (RemarkRecorded(entry=_UNKNOWN, text="x"), "9999"),
    CouncilDissolved: (CouncilDissolved(), "was dissolved on"),
}
_NAMES_ONLY = (PersonRegistered, ExternalBodyRegistered, MatterOpened)
"""What only gives a name: any name goes, save the empty one, which the border refuses (tests/commandline)."""


def example(kind: type[AnyEvent]) -> tuple[str, int, AnyEvent, str | None]:
    """Return the last event of a kind that names something, else the last: its book, its place, and when it took effect."""
    found = [
        (book, index, event, effective)
        for book, acts in BOOKS.items()
        for index, (event, effective) in enumerate(acts)
        if type(event) is kind
    ]
    return next((held for held in reversed(found) if any(names(held[2]))), found[-1])


def until(book: str, count: int) -> Scenario:
    """Return a book after so many of its acts."""
    scenario = Scenario(council=False)
    for event, effective in BOOKS[book][:count]:
        scenario.given(event, effective)
    return scenario


@pytest.mark.parametrize("name", EVENT_TYPES)
def test_it_is_accepted_where_it_fits_and_refused_where_it_does_not(name: str) -> None:
    book, index, event, effective = example(EVENT_TYPES[name])
    if isinstance(event, _NAMES_ONLY) and not any(names(event)):
        until(book, index).given(event, effective)
        return
    if any(names(event)):
        wrong, says = _naming_the_unknown(event)
        scenario = until(book, index)
    else:
        wrong, says = _SAYING_NOTHING_THAT_CAN_BE.get(type(event), (event, "already"))
        scenario = until(book, index + 1)
    before = scenario.draft.fold.number
    with pytest.raises(ReferatError, match=says):
        scenario.given(wrong, effective)
    assert scenario.draft.fold.number == before
    if any(names(event)):
        scenario.given(event, effective)
        assert scenario.draft.fold.number > before


def _naming_the_unknown(event: AnyEvent) -> tuple[AnyEvent, str]:
    """Return the event with the first id that it names replaced by one that the book does not know."""
    first = next(names(event))
    letter = first[0]
    assert letter in LETTERS.values()
    unknown = f"{letter}{_UNKNOWN}"
    return _with(event, first, unknown), unknown


def _with(value: Any, old: str, new: str) -> Any:
    if isinstance(value, msgspec.Struct):
        return type(value)(**{name: _with(getattr(value, name), old, new) for name in value.__struct_fields__})
    if isinstance(value, tuple):
        return tuple(_with(inner, old, new) for inner in value)
    return new if value == old else value

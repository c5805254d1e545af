"""What stands around an entry, as lines of the screen that travels."""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from events.ids import MeetingId
from governance.state.model import State
from governance.state.places import Place
from governance.travelling.placing import Stand
from governance.wording.changed_at import changed_at
from governance.wording.since_approved import since_approved_in_short, since_approved_said
from governance.wording.standing import Standing, council_standing, matters_standing, meeting_standing
from tui.journey import Journey
from tui.widgets.lines import Line

Placed = Sequence[tuple[Line, Any]]
"""Lines, each with the place in the state that it tells."""


_AFTER_STATUS = 2
"""The lines of a meeting that come before what became of its minutes: which it is, and how far it came."""


class Around(NamedTuple):
    """What is shown at an entry: what it changed, its meeting with the place of the item ``in_hand`` and what was changed
    since its minutes were approved, and the council.
    """

    number: int
    on: str | None
    stand: Stand
    changed: Sequence[Line]
    meeting: Placed
    in_hand: Place | None
    since_approved: str
    council: Placed


def around(journey: Journey, number: int, on: str | None) -> Around:
    """Return what is shown at an entry, as of a day (ISO) where one is given. Raises a ReferatError."""
    seen = journey.seen(number)
    stand, state = seen.stand, seen.state if on is None else journey.seen(number, on).state
    first, *rest = changed_at(seen, journey.amendments)
    changed = [Line(first, "heading"), *(Line(text) for text in rest)]
    meeting = list(meeting_standing(state, stand.meeting, stand.item))
    since = journey.since_approved(MeetingId(stand.meeting)) if stand.meeting else None
    in_short = ""
    if since is not None and since.issued is not None and number >= since.issued:
        in_short = since_approved_in_short(since)
        meeting[_AFTER_STATUS:_AFTER_STATUS] = [Standing(text) for text in since_approved_said(since)]
    day = on or stand.day or seen.entry.recorded_at[:10]
    here = next((line.place for line in meeting if line.in_hand), None)
    council = placed(council_standing(state, day))
    return Around(number, on, stand, changed, placed(meeting), here, in_short, council)


def matters(state: State) -> Placed:
    """Return what is not done with in a whole state."""
    return placed(matters_standing(state))


def placed(lines: Iterable[Standing]) -> list[tuple[Line, Any]]:
    """Return lines for the screen, each with its place."""
    return [(Line(line.text, line.look), line.place or None) for line in lines]

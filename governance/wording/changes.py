"""What differs between two states, in plain lines: thing by thing, what stood there before and after."""

from collections.abc import Iterator
from itertools import groupby
from typing import Any

import msgspec

from governance.differing import Change
from governance.language import _
from governance.state import council
from governance.state.model import State
from governance.state.places import NOTHING, Place, parts_at
from governance.wording.placing import field_said, place_said, split_at_thing
from governance.wording.things import Names, described, things_named
from governance.wording.values import field_value, value_said

_LONGEST = 120


def change_lines(changes: list[Change], before: State, after: State) -> Iterator[str]:
    """Return the lines: a heading for each thing in which something differs, and what does below it."""
    names = things_named(before) | things_named(after)
    for thing, group in groupby(changes, key=lambda change: _thing_of(change, before, after)):
        yield place_said(_that_has(thing, before, after), thing, names) if thing else _("The book")
        yield from (f"  {_line(change, before, after, names)}" for change in group)


def _thing_of(change: Change, before: State, after: State) -> Place:
    """Return the place of the thing under which a change is told; of a thing that came or went, what it belongs to."""
    place = change.place
    if NOTHING in (change.before, change.after):
        place = place[:-1]
    return split_at_thing(_that_has(place, before, after), place)[0] or place[:1]


def _that_has(place: Place, before: State, after: State) -> State:
    return after if parts_at(after, place)[-1] is not NOTHING else before


def _line(change: Change, before: State, after: State, names: Names) -> str:
    state = _that_has(change.place, before, after)
    if change.after is NOTHING:
        return _("gone: {what}").format(what=_thing_said(change.before, state, change.place, names))
    if change.before is NOTHING:
        return _("new: {what}").format(what=_thing_said(change.after, state, change.place, names))
    field = field_said(state, change.place, names) or place_said(state, change.place, names)
    if change.reordered:
        return _("{field}: in another order").format(field=field)
    owner = next(part for part in reversed(parts_at(state, change.place)[:-1]) if isinstance(part, msgspec.Struct))
    old, new = _differing(change.before, change.after)
    return _("{field}: {before} → {after}").format(
        field=field,
        before=_shown(owner, change.place, old, before, names),
        after=_shown(owner, change.place, new, after, names),
    )


def _thing_said(thing: Any, state: State, place: Place, names: Names) -> str:
    said = described(thing, names) if isinstance(thing, msgspec.Struct) else None
    said = said or value_said(type(thing), "", thing, names, longest=_LONGEST)
    inside = len(split_at_thing(state, place[:-1])[0])
    within = field_said(state, place[:-1], names) if len(place) > 2 and inside < len(place) - 1 else ""
    return f"{within}, {said}" if within else said


def _shown(owner: msgspec.Struct, place: Place, value: Any, state: State, names: Names) -> str:
    here = parts_at(state, place[:-1])[-1]
    owner = here if isinstance(owner, council.RuleSet) and isinstance(here, council.RuleSet) else owner
    return field_value(owner, place, value, names, longest=_LONGEST)


def _differing(before: Any, after: Any) -> tuple[Any, Any]:
    """Return two values, of two lists only what the other does not hold: a long list would hide what differs."""
    if not isinstance(before, list) or not isinstance(after, list):
        return before, after
    old, new = [held for held in before if held not in after], [held for held in after if held not in before]
    return (old, new) if old or new else (before, after)

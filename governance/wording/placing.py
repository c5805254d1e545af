"""Where something stands in the state, in words."""

from typing import Any

import msgspec

from governance.language import _
from governance.state.model import State
from governance.state.places import NOTHING, Element, End, Place, parts_at
from governance.wording.fields import field_label
from governance.wording.things import Names, called

_SPEAK_FOR_THEMSELVES = frozenset(("meetings", "agenda", "persons", "approvals", "remarks"))
"""Lists whose things say what they are when they are named."""


def place_said(state: State, place: Place, names: Names) -> str:
    """Return where a place is, from the thing down to the field: ``meeting of 28.09.2022, item 7, Budget: outcome``."""
    if not place:
        return _("the whole book")
    thing, field = split_at_thing(state, place)
    said = _on_the_way(parts_at(state, place), place, names, 0, len(thing))
    rest = _on_the_way(parts_at(state, place), place, names, len(thing), len(place))
    text = ", ".join(said) + (": " if said and field else "") + ", ".join(rest)
    return text[:1].upper() + text[1:]


def field_said(state: State, place: Place, names: Names) -> str:
    """Return where a place is within its thing."""
    thing, _field = split_at_thing(state, place)
    return ", ".join(_on_the_way(parts_at(state, place), place, names, len(thing), len(place)))


def split_at_thing(state: State, place: Place) -> tuple[Place, Place]:
    """Return the place of the thing that a place belongs to, and the rest of the way."""
    cut = 0
    for index, part in enumerate(parts_at(state, place)):
        if index and (hasattr(part, "id") or (index == 2 and isinstance(place[1], Element))):
            cut = index
    if not cut and len(place) > 1:
        cut = 1
    return place[:cut], place[cut:]


def _on_the_way(parts: list[Any], place: Place, names: Names, first: int, last: int) -> list[str]:
    """Return a word or two for each step from the first to the last."""
    said: list[str] = []
    for index in range(first, last):
        step, owner = place[index], parts[index]
        if isinstance(step, str):
            leads_on = index + 1 < last and isinstance(place[index + 1], Element)
            if not (leads_on and step in _SPEAK_FOR_THEMSELVES):
                said.append(field_label(type(owner), step))
        elif isinstance(step, End):
            said.append(_("the first day") if step.which == 0 else _("the last day"))
        else:
            said.append(_element(parts[index + 1], owner, names))
    return said


def _element(thing: Any, owner: Any, names: Names) -> str:
    name = called(thing, names) if isinstance(thing, msgspec.Struct) else names.get(str(thing), None)
    if name:
        return name
    if thing is NOTHING:
        return "-"
    place = next(index for index, one in enumerate(owner) if one is thing) + 1
    return _("no. {position}").format(position=place)

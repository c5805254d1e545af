"""From what somebody types to a place in the state.

A place is written as a JSON Pointer into the export (RFC 6901), ``/meetings/1/agenda/6/outcome``. For people there are
shorter ways: a thing by its id, its name or its day in place of where it stands in a list
(``meetings/2022-09-28/agenda/i20``), a thing by its id alone (``i20/outcome``), and a meeting by its day, with the
number of an item (``2022-09-28/7/outcome``).
"""

from collections.abc import Iterator
from typing import Any

import msgspec

from events.errors import ReferatError
from governance.danish.dates import dates_in, resolved
from governance.danish.names import folded
from governance.state.meeting import Meeting
from governance.state.model import State
from governance.state.places import Element, Place, Step, elements, fields_of, is_id, steps_from, value_at

_NAMED_BY = ("id", "name", "title", "focus_area", "task", "member", "person")


class NoSuchPlace(ReferatError):
    """Nothing in the state stands at what was typed. ``reached`` is the deepest place on the way, ``missed`` what is
    not there; ``several`` are the places that it may mean, where there are some.
    """

    exit_code = 7

    def __init__(self, reached: Place, missed: str, several: list[Place]) -> None:
        super().__init__("{missed}", missed=missed)
        self.reached = reached
        self.missed = missed
        self.several = several


def place_meant(state: State, said: str) -> Place:
    """Return the place that somebody means. Raises NoSuchPlace where there is none, or more than one."""
    segments = [segment.replace("~1", "/").replace("~0", "~") for segment in said.strip().split("/")]
    exactly = said.startswith("/")
    place: Place = ()
    for segment in segments[1:] if exactly else segments:
        if segment or exactly:
            place += _on(state, place, segment, exactly=exactly)
    return place


def _on(state: State, place: Place, segment: str, *, exactly: bool) -> Place:
    part = value_at(state, place)
    found: list[Place] = [(step,) for step, _ in _named(part, segment)]
    if not found and not exactly:
        found = list(_short(state, place, part, segment))
    if isinstance(part, Meeting) and segment.isdecimal() and not found:
        place = (*place, "agenda")
    if len(found) != 1:
        raise NoSuchPlace(place, segment, [(*place, *way) for way in found])
    return found[0]


def _named(part: Any, segment: str) -> Iterator[tuple[Step, Any]]:
    """Return the steps that a segment names: a field, a place in a list, or a thing of it."""
    steps = list(steps_from(part))
    if isinstance(part, msgspec.Struct):
        yield from ((step, held) for step, held in steps if step == segment)
    elif segment.isdecimal() and (segment == "0" or segment[0] != "0"):
        yield from steps[int(segment) : int(segment) + 1]
    elif isinstance(part, list):
        yield from ((step, held) for step, held in steps if _goes_by(held, segment))


def _short(state: State, place: Place, part: Any, segment: str) -> Iterator[Place]:
    """Return the ways that a short form means: a thing in one of the lists here, a meeting by its day, an item by its
    number.
    """
    if isinstance(part, Meeting) and segment.isdecimal():
        yield from (("agenda", step) for step, item in elements(part.agenda) if item.number == segment)
    elif not place and is_id(segment):
        yield from list(_deep(state, (), segment))[:1]
    elif not place:
        yield from (("meetings", step) for step, meeting in elements(state.meetings) if _goes_by(meeting, segment))
        if _day(segment) is None:
            yield from (("members", step) for step, member in elements(state.members) if _goes_by(member, segment))
    elif isinstance(part, msgspec.Struct):
        for name, attribute in fields_of(part).items():
            held = getattr(part, attribute)
            if isinstance(held, list):
                yield from ((name, step) for step, one in elements(held) if _goes_by(one, segment))


def _deep(part: Any, place: Place, identifier: str) -> Iterator[Place]:
    """Return the places of the thing with an id; of a person first that among the members."""
    steps = sorted(steps_from(part), key=lambda held: held[0] == "persons")
    for step, held in steps:
        here = (*place, step)
        if isinstance(step, Element) and getattr(held, "id", None) == identifier:
            yield here
        elif isinstance(held, msgspec.Struct | list):
            yield from _deep(held, here, identifier)


def _goes_by(one: Any, segment: str) -> bool:
    if isinstance(one, Meeting) and _day(segment) == one.date:
        return True
    if isinstance(one, str):
        return folded(one) == folded(segment)
    held = [getattr(one, name, None) for name in _NAMED_BY]
    return any(isinstance(name, str) and folded(name) == folded(segment) for name in held)


def _day(text: str) -> str | None:
    mentions = dates_in(text)
    day = resolved(mentions[0], None, "past") if len(mentions) == 1 else None
    return day.isoformat() if day is not None else None


def continuations(state: State, typed: str) -> list[str]:
    """Return how a path that is being typed may go on: the next step of it, each with what stands before."""
    before, slash, begun = typed.rpartition("/")
    try:
        place = place_meant(state, before)
    except NoSuchPlace:
        return []
    names = [_typed(index, step, held) for index, (step, held) in enumerate(steps_from(value_at(state, place)))]
    return [f"{before}{slash}{name}" for name in names if name.startswith(begun)]


def _typed(index: int, step: Step, held: Any) -> str:
    if isinstance(step, str):
        return step
    return str(getattr(held, "id", None) or index)

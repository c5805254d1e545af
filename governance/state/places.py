"""Places in the published state: from the whole down to one field, found again in another state of the same book.

Things are told apart by what identifies them, never by where in a list they stand: what stands before them may come
and go.
"""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any, NamedTuple

import msgspec

from events.ids import LETTERS
from governance.state import council, followup, item, meeting, membership, model
from governance.state.published import Published

_ID = re.compile(rf"[{''.join(LETTERS.values())}][1-9][0-9]{{0,8}}\Z")

IDENTITY: dict[type[Published], tuple[str, ...]] = {
    membership.Naming: ("name",),
    membership.Term: ("from_", "from_between"),
    membership.Leave: ("from_",),
    membership.StandIn: ("person", "member", "of", "from_"),
    membership.StandInCall: ("person", "member", "meeting", "item", "from_"),
    membership.OfficeHeld: ("person", "office", "title", "from_"),
    membership.Representation: ("person", "body", "from_"),
    council.RulesVersion: ("from_", "title"),
    model.SeatGroup: ("basis",),
    model.Appearance: ("meeting", "item"),
    model.Approval: ("of", "minutes_of", "meeting", "item"),
    model.Remark: ("entry", "text"),
    model.Erasure: ("entry",),
    model.Attachment: ("entry",),
    meeting.Part: ("start", "counterpart"),
    meeting.AgendaSending: ("on",),
    meeting.Interruption: ("from_", "item"),
    meeting.Attendance: ("member",),
    meeting.Presence: ("from_time", "from_item"),
    meeting.Guest: ("person", "item"),
    meeting.RefusedItem: ("title",),
    meeting.Signature: ("person",),
    item.Report: ("person", "body", "occasion"),
    item.Opening: ("at", "again"),
    item.Disqualification: ("member",),
    item.Presentation: ("person",),
    item.NamedVote: ("member",),
    item.GroupVote: ("group",),
    item.Entered: ("person", "statement"),
    item.Dissent: ("person", "dissent"),
    followup.Activity: ("activity",),
    followup.FocusArea: ("focus_area", "item"),
    followup.Answer: ("received_on", "answer", "item"),
}
"""What tells the things of a list apart that have no id. Of two that are the same in this, the order tells."""


class Element(NamedTuple):
    """A thing of a list: the one with this identity, of several the ``rank``-th (from 0)."""

    key: tuple[Any, ...]
    rank: int


class End(NamedTuple):
    """The first or the second of two days."""

    which: int


Step = str | Element | End
"""A field by its name in the export, a thing of a list, or one of two days."""

Place = tuple[Step, ...]


class Nothing:
    """What stands at a place that is not there."""


NOTHING = Nothing()


def is_id(text: object) -> bool:
    """Tell whether a value has the form of an id."""
    return isinstance(text, str) and _ID.match(text) is not None


def fields_of(part: msgspec.Struct) -> dict[str, str]:
    """Return the fields of a part of the state: the name in the export, and that in the code."""
    return dict(zip(part.__struct_encode_fields__, part.__struct_fields__, strict=True))


def elements(held: list[Any]) -> Iterator[tuple[Element, Any]]:
    """Return the things of a list, each with what tells it apart."""
    seen: Counter[tuple[Any, ...]] = Counter()
    for one in held:
        key = _key(one)
        yield Element(key, seen[key]), one
        seen[key] += 1


def steps_from(part: Any) -> Iterator[tuple[Step, Any]]:
    """Return the steps that lead on from a part of the state, each with where it leads."""
    if isinstance(part, msgspec.Struct):
        for name, attribute in fields_of(part).items():
            yield name, getattr(part, attribute)
    elif isinstance(part, list):
        yield from elements(part)
    elif isinstance(part, tuple):
        yield from ((End(index), day) for index, day in enumerate(part))


def value_at(part: Any, place: Place) -> Any:
    """Return what stands at a place, seen from a part of the state; NOTHING where the place is not there."""
    for step in place:
        part = _one_step(part, step)
    return part


def parts_at(part: Any, place: Place) -> list[Any]:
    """Return the parts of the state on the way to a place, from the whole to what stands there."""
    found = [part]
    for step in place:
        found.append(_one_step(found[-1], step))
    return found


def pointer(part: Any, place: Place) -> str:
    """Return the JSON Pointer (RFC 6901) of a place, seen from the whole state."""
    text = ""
    for step in place:
        if isinstance(step, Element):
            index = next(index for index, (found, _) in enumerate(elements(part)) if found == step)
            text += f"/{index}"
        else:
            name = step if isinstance(step, str) else str(step.which)
            text += "/" + name.replace("~", "~0").replace("/", "~1")
        part = _one_step(part, step)
    return text


def _one_step(part: Any, step: Step) -> Any:
    if isinstance(step, Element):
        return next((one for found, one in elements(part) if found == step), NOTHING) if _is_list(part) else NOTHING
    if isinstance(step, End):
        return part[step.which] if isinstance(part, tuple) and step.which < len(part) else NOTHING
    if not isinstance(part, msgspec.Struct):
        return NOTHING
    attribute = fields_of(part).get(step)
    return NOTHING if attribute is None else getattr(part, attribute)


def _is_list(part: Any) -> bool:
    return isinstance(part, list)


def _key(one: Any) -> tuple[Any, ...]:
    if not isinstance(one, msgspec.Struct):
        return (one,)
    named = IDENTITY.get(type(one), ("id",))  # type: ignore[arg-type]
    return tuple(getattr(one, name) for name in named)

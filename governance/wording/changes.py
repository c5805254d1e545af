"""A difference between two states as a line."""

import re
from typing import Any

from governance.differing import Difference
from governance.language import _
from governance.state.model import State
from governance.wording.speaking import day

_LONGEST = 80


def change_line(difference: Difference, before: State, after: State) -> str:
    """Return one line that names the place in words and what stood there before and after."""
    names = {**_names(before), **_names(after)}
    path = re.sub(r"\[([a-z]\d+)\]", lambda found: f"[{names.get(found.group(1), found.group(1))}]", difference.path)
    if difference.before is None:
        return f"+ {path}: {_shown(difference.after, names)}"
    if difference.after is None:
        return f"- {path}: {_shown(difference.before, names)}"
    old, new = _differing(difference.before, difference.after)
    return f"~ {path}: {_shown(old, names)} → {_shown(new, names)}"


def _differing(before: Any, after: Any) -> tuple[Any, Any]:
    """Return two values, of two lists only what the other does not hold: a long list would hide what differs."""
    if not isinstance(before, list) or not isinstance(after, list):
        return before, after
    old, new = [held for held in before if held not in after], [held for held in after if held not in before]
    return (old, new) if old or new else (before, after)


def _names(state: State) -> dict[str, str]:
    names = {person.id: person.name for person in state.persons}
    names |= {body.id: body.name for body in state.bodies}
    names |= {matter.id: matter.title for matter in state.matters}
    for meeting in state.meetings:
        names[meeting.id] = day(meeting.date)
        names |= {item.id: f"{item.number}. {item.title}" for item in meeting.agenda}
    return names


def _shown(value: Any, names: dict[str, str]) -> str:
    if value is None:
        return _("nothing")
    if isinstance(value, dict):
        named = [
            names.get(str(value[key]), str(value[key]))
            for key in ("title", "name", "focus_area", "date", "member", "task", "of")
            if value.get(key)
        ]
        return _cut(", ".join(named or (f"{key} {_shown(held, names)}" for key, held in value.items() if held)))
    if isinstance(value, list | tuple):
        return f"[{_cut(', '.join(_shown(held, names) for held in value))}]"
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    return _cut(names.get(str(value), str(value)))


def _cut(text: str) -> str:
    flat = " ".join(text.split())
    return f"{flat[:_LONGEST]}…" if len(flat) > _LONGEST else flat

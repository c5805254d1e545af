"""Reading old entries: a stored body is never rewritten, it is brought up step by step when it is read.

A step takes an event's fields from one schema version to the next. It sees words as text, already put in place.
"""

from collections.abc import Callable, Mapping
from typing import Any

from events.words import Words, read

Fields = dict[str, Any]


class Step:
    """One step: ``words`` are the pointers of the old version's words (``*`` for each element of a list), ``up``
    returns the fields of the next version; ``renamed`` is the event's new name where it changed.
    """

    def __init__(self, words: tuple[str, ...], up: Callable[[Fields], Fields], renamed: str | None = None) -> None:
        self.words = words
        self.up = up
        self.renamed = renamed


Steps = Mapping[tuple[str, int], Step]
"""(event name, schema version) -> the step that leads on from there."""

STEPS: Steps = {}


def brought_up(body: Fields, words: Words, steps: Steps, versions: Mapping[str, int]) -> Fields:
    """Return the body's fields in the newest schema, words in place.

    Raises KeyError when no chain of steps leads to the newest version, as for an entry of a newer program.
    """
    event, version = body["event"], body["schema_version"]
    name = event.pop("type")
    body["recorded_by"] = read(words, "/recorded_by")
    first = steps[name, version]
    for pointer in first.words:
        _put(event, pointer.strip("/").split("/"), "/event", words)
    while version != versions.get(name):
        step = steps[name, version]
        event, name, version = step.up(event), step.renamed or name, version + 1
    return {**body, "event": {**event, "type": name}, "schema_version": version}


def _put(holder: Any, path: list[str], pointer: str, words: Words) -> None:
    head, rest = path[0], path[1:]
    keys: list[Any] = list(range(len(holder))) if head == "*" else ([head] if holder.get(head) is not None else [])
    for key in keys:
        if rest:
            _put(holder[key], rest, f"{pointer}/{key}", words)
        else:
            holder[key] = read(words, f"{pointer}/{key}")

"""What a secretary chose about a reading: what to leave out, and what is to read otherwise.

Every time the document is proposed anew the choices are made again, so whatever follows from them is decided anew too.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

import msgspec

from events.border import event_from
from events.catalogue import AnyEvent, Event, MinutesIssued
from events.entry import Provenance
from events.errors import N_
from events.ids import made_by
from events.moments import Effective
from events.naming import introduced
from governance.filling.fields import WHEN, Field, Holds, fields_of
from governance.filling.reading import REGISTERED, New, new_in
from governance.history import Recorded
from governance.importing.drafting import Draft, LeftOut
from governance.rules.act import RuleRefused
from governance.rules.timing import default_effective

_SAME_MATTER = {"item": "item-same-matter"}
"""Rules by which the book reads more than the entry says; what a secretary says counts as said in so many words."""


class Key(NamedTuple):
    """Which proposed entry is meant, whatever number it would get: by what was read, where, and as the how-manyth."""

    lines: tuple[int, int] | None
    rule: str
    event: str
    place: int


class Pending(NamedTuple):
    """The id of something that another proposed entry introduces: its letter, and that entry."""

    letter: str
    by: Key


@dataclass(frozen=True)
class Change:
    """What an entry is to read as. ``fields`` are as a form reads them, with Pending and New in place of the ids of what
    is not in the book yet; ``when`` is as typed, ``T16:30`` for a time on the day that the entry has anyhow.
    """

    event: str
    fields: Mapping[str, Any]
    when: str | None = None


@dataclass(frozen=True)
class Choices:
    """What was chosen for one document so far."""

    left_out: frozenset[Key] = frozenset()
    changes: Mapping[Key, Change] = field(default_factory=dict)

    def leaving_out(self, key: Key) -> "Choices":
        """Return the choices with an entry left out."""
        return replace(self, left_out=self.left_out | {key})

    def changing(self, key: Key, change: Change) -> "Choices":
        """Return the choices with an entry changed."""
        return Choices(self.left_out - {key}, {**self.changes, key: change})

    def as_read(self, key: Key) -> "Choices":
        """Return the choices with an entry as it was read."""
        changes = {held: change for held, change in self.changes.items() if held != key}
        return Choices(self.left_out - {key}, changes)


class Skipped(NamedTuple):
    """An entry that was left out: in front of which act it would stand, and what it would say."""

    before: int
    key: Key
    event: AnyEvent
    lines: tuple[int, int] | None


class ChosenDraft(Draft):
    """A draft in which what is read is recorded as a secretary chose. ``keys`` are those of the acts, None for what only
    follows from another; ``skipped`` is what was left out, ``begun`` the entry in front of the document's first.
    """

    def __init__(self, history: Recorded, book: str, today: str, choices: Choices) -> None:
        super().__init__(history, book, today)
        self.begin(choices)

    def begin(self, choices: Choices) -> None:
        """Begin with a document; what the ones before added stays in the state, and is no part of ``acts`` any more."""
        self.choices = choices
        self.acts = []
        self.keys: list[Key | None] = []
        self.skipped: list[Skipped] = []
        self.begun = self.fold.number
        self._places: Counter[tuple[Any, ...]] = Counter()

    def record(
        self, event: AnyEvent, *, effective: Effective | None = None, provenance: Provenance | None = None
    ) -> int:
        """Add an event as it was chosen. Raises LeftOut where it was left out, else as ``Draft.record``."""
        key = self._key(event, provenance)
        if key in self.choices.left_out:
            self.skipped.append(Skipped(len(self.acts), key, event, key.lines))
            raise LeftOut(
                N_(
                    "The rest of the document builds on this, so it cannot be left out by itself. "
                    "Change it, or leave the whole document out."
                )
            )
        change = self.choices.changes.get(key)
        if change is not None:
            event, effective = self._changed(change, event, effective, provenance)
            provenance = _by_hand(provenance)
        return self._record(event, effective, provenance, key)

    def pending(self) -> dict[str, Pending]:
        """Return the ids of everything that the entries of this draft introduce."""
        return {
            identifier: Pending(identifier[0], key)
            for number, (act, key) in enumerate(zip(self.acts, self.keys, strict=True), self.begun + 1)
            if key is not None
            for identifier in introduced(act.event, number)
        }

    def _record(
        self, event: AnyEvent, effective: Effective | None, provenance: Provenance | None, key: Key | None
    ) -> int:
        before = len(self.acts)
        number = super().record(event, effective=effective, provenance=provenance)
        added = self.acts[before:]
        main = next(index for index, act in enumerate(added) if type(act.event) is type(event))
        self.keys += [key if index == main else None for index in range(len(added))]
        return number

    def _key(self, event: AnyEvent, provenance: Provenance | None) -> Key:
        lines, rule = (provenance.lines, provenance.rule or "") if provenance is not None else (None, "")
        name = type(event).__name__
        self._places[lines, rule, name] += 1
        return Key(lines, rule, name, self._places[lines, rule, name])

    def _changed(
        self, change: Change, read: AnyEvent, effective: Effective | None, provenance: Provenance | None
    ) -> tuple[AnyEvent, Effective | None]:
        ids = {new: self._registered(new, provenance) for new in dict.fromkeys(new_in(change.fields))}
        event = event_from(change.event, _with_ids(change.fields, ids, self._numbers()))
        if isinstance(event, MinutesIssued) and isinstance(read, MinutesIssued):
            event = msgspec.structs.replace(event, through=read.through)
        if change.when is None:
            return event, effective
        if not change.when.startswith("T"):
            return event, Effective(change.when)
        day = (effective or default_effective(self.fold, event, self._today) or self._today)[:10]
        return event, Effective(f"{day}{change.when}")

    def _registered(self, new: New, provenance: Provenance | None) -> str:
        event = event_from(REGISTERED[new.kind].__name__, {"name": new.name})
        return made_by(new.kind, self._record(event, None, _by_hand(provenance), None))

    def _numbers(self) -> dict[Key, int]:
        return {key: number for number, key in enumerate(self.keys, self.begun + 1) if key is not None}


def change_to(fields: type[Event], values: Mapping[str, Any], pending: Mapping[str, Pending]) -> Change:
    """Return the change to an event of this type with the values of a form, which was filled in on a draft that would
    introduce what is ``pending``.
    """
    said = {name: value for name, value in values.items() if name != WHEN}
    return Change(fields.__name__, _with_pending(fields_of(fields), said, pending), values.get(WHEN))


def _with_pending(
    fields: tuple[Field, ...], values: Mapping[str, Any], pending: Mapping[str, Pending]
) -> dict[str, Any]:
    found = dict(values)
    for one in fields:
        found = _put(found, one.path, one, pending)
    return found


def _put(
    values: Mapping[str, Any], path: tuple[str, ...], one: Field, pending: Mapping[str, Pending]
) -> dict[str, Any]:
    name, *rest = path
    value = values.get(name)
    if value is None:
        return dict(values)
    if rest:
        return {**values, name: _put(value, tuple(rest), one, pending)}
    if one.holds is Holds.THING:
        held: Any = [pending.get(inner, inner) for inner in value] if one.many else pending.get(value, value)
        return {**values, name: held}
    if one.part is not None:
        return {**values, name: [_with_pending(fields_of(one.part), inner, pending) for inner in value]}
    return dict(values)


def _with_ids(value: Any, registered: Mapping[New, str], numbers: Mapping[Key, int]) -> Any:
    if isinstance(value, New):
        return registered[value]
    if isinstance(value, Pending):
        if value.by not in numbers:
            raise RuleRefused(N_("What this names was left out, or comes later. Name something else."))
        return f"{value.letter}{numbers[value.by]}"
    if isinstance(value, Mapping):
        return {name: _with_ids(inner, registered, numbers) for name, inner in value.items()}
    return [_with_ids(inner, registered, numbers) for inner in value] if isinstance(value, list) else value


def _by_hand(provenance: Provenance | None) -> Provenance | None:
    if provenance is None:
        return None
    rule = _SAME_MATTER.get(provenance.rule or "", provenance.rule)
    return msgspec.structs.replace(provenance, rule=rule, inferred=False)

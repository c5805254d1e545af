"""Undoing and redoing one's own acts: an act is undone by striking its entries, redone by recording it anew.

What was done since the application was opened is kept as steps, newest last. Nothing is ever taken out of the book: the
entries, the strikes and the entries recorded anew all stay.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import msgspec

from events.catalogue import EntryCorrected, EntryStruck
from events.entry import Entry
from events.naming import introduced
from governance.history import Recorded
from governance.importing.drafting import Draft
from governance.rules.act import Act
from governance.state.fold import Fold

_REASON = "Fortrudt."


@dataclass(frozen=True)
class Step:
    """Entries that were recorded together, and in which words the secretary knows them."""

    entries: tuple[Entry, ...]
    words: str


@dataclass
class Steps:
    """What one person did since the application was opened: ``done`` can be undone, ``undone`` redone, the last first."""

    done: list[Step] = field(default_factory=list)
    undone: list[Step] = field(default_factory=list)

    def recorded(self, entries: Sequence[Entry], words: str) -> None:
        """Take in what was recorded. Strikes and corrections are amendments of their own and no step."""
        if entries and not any(isinstance(entry.event, EntryStruck | EntryCorrected) for entry in entries):
            self.done.append(Step(tuple(entries), words))
            self.undone.clear()

    def forget_struck(self, struck: frozenset[int]) -> None:
        """Leave out steps of which every entry was struck by other means."""
        self.done = [step for step in self.done if any(entry.number not in struck for entry in step.entries)]

    def was_undone(self) -> None:
        """The newest step was undone."""
        self.undone.append(self.done.pop())

    def was_redone(self, entries: Sequence[Entry]) -> None:
        """The step that was undone last was recorded anew, as these entries."""
        self.done.append(Step(tuple(entries), self.undone.pop().words))


def undo(book: str, today: str, step: Step) -> "Undoing":
    """Return the plan that strikes what a step recorded, the newest entry first."""
    return Undoing(book, today, step)


@dataclass(frozen=True)
class Undoing:
    """Strikes the entries of a step. Raises StrikeRefused where later entries build on them."""

    book: str
    today: str
    step: Step

    def __call__(self, fold: Fold, history: Recorded) -> Sequence[Act]:
        """Return the strikes."""
        draft = Draft(history, self.book, self.today)
        for entry in reversed(self.step.entries):
            if entry.number not in fold.struck:
                draft.record(EntryStruck(entry=entry.number, reason=_REASON))
        return draft.acts


def redo(book: str, today: str, step: Step) -> "Redoing":
    """Return the plan that records anew what a step that was undone had recorded."""
    return Redoing(book, today, step)


@dataclass(frozen=True)
class Redoing:
    """Records the entries of a step anew; what they introduced gets new ids, and they name each other by those."""

    book: str
    today: str
    step: Step

    def __call__(self, fold: Fold, _history: Recorded) -> Sequence[Act]:
        """Return the acts."""
        renamed: dict[str, str] = {}
        acts = []
        for offset, entry in enumerate(self.step.entries, 1):
            number = fold.number + offset
            renamed |= dict(zip(introduced(entry.event, entry.number), introduced(entry.event, number), strict=True))
            acts.append(Act(event=_renamed(entry.event, renamed), effective=entry.effective))
        return acts


def _renamed(value: Any, ids: dict[str, str]) -> Any:
    if isinstance(value, msgspec.Struct):
        changed = {name: _renamed(getattr(value, name), ids) for name in value.__struct_fields__}
        return msgspec.structs.replace(value, **changed)
    if isinstance(value, tuple):
        return tuple(_renamed(one, ids) for one in value)
    return ids.get(value, value) if isinstance(value, str) else value

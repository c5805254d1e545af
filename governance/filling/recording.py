"""What is recorded when a form is filled in: the event, and before it whoever or whatever it names for the first time."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from events.border import event_from
from events.catalogue import AnyEvent, Event, MinutesIssued
from events.ids import made_by
from events.moments import Effective
from governance.book import Book, Plan
from governance.filling.fields import WHEN
from governance.filling.reading import REGISTERED, New, new_in
from governance.history import Recorded
from governance.importing.drafting import Draft
from governance.issuing import completed
from governance.rules import decide
from governance.rules.act import Act
from governance.rules.record import require_authority_of_ones_own
from governance.rules.timing import default_effective
from governance.state.fold import Fold


def recorded_by(event_type: type[Event], values: dict[str, Any]) -> Callable[[Book], Plan]:
    """Return what decides on an event with these values, as a form reads them."""
    fields = {name: value for name, value in values.items() if name != WHEN}
    return lambda book: Filled(book, event_type.__name__, fields, values.get(WHEN))


@dataclass(frozen=True)
class Filled:
    """The plan to record an event and the persons and bodies that are new with it. Raises as ``decide`` does."""

    book: Book
    event_type: str
    fields: dict[str, Any]
    when: str | None

    def __call__(self, fold: Fold, history: Recorded) -> Sequence[Act]:
        """Return what is to be recorded."""
        today = self.book.today()
        new = list(dict.fromkeys(new_in(self.fields)))
        if not new:
            return decide(fold, self._act(fold, history, {}), today=today, history=history)
        draft = Draft(history, self.book.name, today)
        ids: dict[New, str] = {}
        for one in new:
            number = draft.record(event_from(REGISTERED[one.kind].__name__, {"name": one.name}))
            ids[one] = made_by(one.kind, number)
        act = self._act(draft.fold, draft.history, ids)
        draft.record(act.event, effective=act.effective)
        return draft.acts

    def _act(self, fold: Fold, history: Recorded, ids: dict[New, str]) -> Act:
        fields = _with_ids(self.fields, ids)
        if self.event_type == MinutesIssued.__name__:
            fields = completed(fields, self.book)
        if str(fields.get("effective", "")).startswith("T"):
            fields["effective"] = _day_of(history, fields["entry"]) + fields["effective"]
        event = event_from(self.event_type, fields)
        require_authority_of_ones_own(event)
        return Act(event=event, effective=self._effective(fold, event))

    def _effective(self, fold: Fold, event: AnyEvent) -> Effective | None:
        if self.when is None or not self.when.startswith("T"):
            return Effective(self.when) if self.when else None
        today = self.book.today()
        return Effective((default_effective(fold, event, today) or today)[:10] + self.when)


def _with_ids(value: Any, ids: dict[New, str]) -> Any:
    if isinstance(value, New):
        return ids[value]
    if isinstance(value, dict):
        return {name: _with_ids(inner, ids) for name, inner in value.items()}
    return [_with_ids(one, ids) for one in value] if isinstance(value, list) else value


def _day_of(history: Recorded, number: int) -> str:
    entry = history.entry(number)
    return (entry.effective or "")[:10] if entry is not None else ""

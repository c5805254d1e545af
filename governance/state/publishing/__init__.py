"""Publishing the state: the fold as a tree of typed structs that nobody changes any more."""

from collections.abc import Callable
from typing import Any

from governance.state import model
from governance.state.fold import Fold
from governance.state.publishing import council, followup, matters, meetings, offices, people


def publish(fold: Fold) -> model.State:
    """Return the state as it stands after the last entry that was folded."""
    return model.State(**{name: make(fold) for name, make in SECTIONS.items()})


def _record(fold: Fold) -> model.RecordInfo:
    return model.RecordInfo(
        book=fold.book, entries=fold.number, schema_version=model.STATE_SCHEMA_VERSION, as_of=fold.as_of
    )


def _remarks(fold: Fold) -> list[model.Remark]:
    return [model.Remark(entry=entry, text=text) for entry, text in fold.remarks]


SECTIONS: dict[str, Callable[[Fold], Any]] = {
    "record": _record,
    "council": council.council,
    "persons": people.persons,
    "members": people.members,
    "stand_ins": offices.stand_ins,
    "stand_in_calls": offices.calls,
    "offices": offices.offices,
    "representations": offices.representations,
    "rules": council.rules,
    "bodies": people.bodies,
    "groups": followup.groups,
    "plans": followup.plans,
    "focus_areas": followup.focus_areas,
    "meetings": meetings.meetings,
    "matters": matters.matters,
    "dispatches": followup.dispatches,
    "tasks": followup.tasks,
    "approvals": followup.approvals,
    "remarks": _remarks,
}
"""How each part of the state is made, so that one of them can be made without the others."""

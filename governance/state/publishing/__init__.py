"""Publishing the state: the fold as a tree of typed structs that nobody changes any more."""

from collections.abc import Callable
from typing import Any

from governance.state import keys, model
from governance.state.fold import Fold
from governance.state.publishing import council, followup, matters, meetings, offices, people


def publish(fold: Fold) -> model.State:
    """Return the state as it stands after the last entry that was folded."""
    return model.State(**{name: make(fold) for name, make in SECTIONS.items()})


def _record(fold: Fold) -> model.RecordInfo:
    return model.RecordInfo(
        book=fold.book,
        entries=fold.number,
        schema_version=model.STATE_SCHEMA_VERSION,
        as_of=fold.as_of,
        origin=None,
        root=None,
    )


def _remarks(fold: Fold) -> list[model.Remark]:
    return [model.Remark(entry=entry, text=text) for entry, text in fold.remarks]


def _erasures(fold: Fold) -> list[model.Erasure]:
    return [
        model.Erasure(entry=held.entry, fields=list(held.fields), basis=held.basis, authority=held.authority)
        for held in fold.erasures
    ]


def _attachments(fold: Fold) -> list[model.Attachment]:
    return [
        model.Attachment(
            entry=number,
            meeting=held.meeting,
            item=held.item,
            name=held.name,
            sha256=held.sha256,
            size=held.size,
        )
        for number, held in fold.attachments.items()
    ]


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
    "keys": lambda fold: [keys.published(held) for held in fold.keys.values()],
    "erasures": _erasures,
    "attachments": _attachments,
}
"""How each part of the state is made, so that one of them can be made without the others."""

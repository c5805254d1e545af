"""When two documents say the same: names may be shortened, bodies abbreviated, and rules and lines do not count."""

from dataclasses import dataclass
from itertools import repeat

import msgspec

from governance.danish.names import folded, meant_by
from governance.documents.model import (
    Attendee,
    Chair,
    Document,
    Fact,
    Item,
    MeetingAgreement,
    MeetingPart,
    PlanAdoption,
    Statement,
)

_PERSONS = {
    "name": ("OrdstyrerElection", "ReferentElection", "Welcome", "OfficerElection", "RepresentativeElection"),
    "responsible": ("TaskAgreement", "TaskRevision"),
    "person": (
        "ReportDelivery",
        "DisqualificationClaim",
        "DisqualificationRuling",
        "CasePresentation",
        "RecordedStatement",
        "DissentingStatement",
    ),
    "proposed_by": ("LateRefusal", "Proposal", "Amendment"),
}
_BODIES = ("recipient", "body")


@dataclass(frozen=True)
class Names:
    """The names by which a document's short forms are understood: the persons in it, and abbreviation -> body."""

    persons: tuple[str, ...]
    bodies: dict[str, str]

    def person(self, written: str | None) -> str | None:
        """Return the full name that is meant, or the name as written where none is known."""
        found = meant_by(written, self.persons) if written else []
        return found[0] if len(found) == 1 else written

    def body(self, written: str | None) -> str | None:
        """Return the full name of a body, folded for comparison."""
        return folded(self.bodies.get(written, written)) if written else None


def names_in(document: Document) -> Names:
    """Return the names that a document itself makes known."""
    persons = tuple(attendee.name for attendee in document.attendees)
    return Names(persons, {held.abbreviation: held.body for held in document.abbreviations})


_HEAD = (
    "kind",
    "body",
    "municipality",
    "date",
    "start",
    "end",
    "place",
    "parts",
    "contents",
    "opened_at",
    "closed_at",
    "meeting_form",
    "meeting_kind",
    "agenda_sent",
    "stand_ins",
    "movements",
    "guests",
    "signatures",
)


def same_document(read: Document, wanted: Document) -> bool:
    """Tell whether two documents say the same."""
    names = names_in(wanted)
    return (
        all(getattr(read, name) == getattr(wanted, name) for name in _HEAD)
        and [_listed(held) for held in read.attendees] == [_listed(held) for held in wanted.attendees]
        and names.person(read.referent) == names.person(wanted.referent)
        and _same_chair(read.chair, wanted.chair, names)
        and _same_statements(read.statements, wanted.statements, names)
        and _same_statements(read.closing, wanted.closing, names)
        and len(read.items) == len(wanted.items)
        and all(
            same_item(one, other, names) and _same_statements(one.statements, other.statements, names)
            for one, other in zip(read.items, wanted.items, strict=True)
        )
    )


def _listed(held: Attendee) -> tuple[str, str, str | None]:
    return held.name, held.status, held.party


def _same_chair(read: Chair | None, wanted: Chair | None, names: Names) -> bool:
    """Tell whether the same person led; who was elected is told by the statements, the last of several too."""
    if read is None or wanted is None:
        return read is wanted
    return read.elected == wanted.elected and (wanted.elected or names.person(read.name) == names.person(wanted.name))


def _same_statements(read: tuple[Statement, ...], wanted: tuple[Statement, ...], names: Names) -> bool:
    return len(read) == len(wanted) and all(map(same_statement, read, wanted, repeat(names)))


def same_statement(read: Statement, wanted: Statement, names: Names) -> bool:
    """Tell whether two statements have the same wording and tell the same facts."""
    return read.text == wanted.text and read.bulleted == wanted.bulleted and same_facts(read.facts, wanted.facts, names)


def same_facts(read: tuple[Fact, ...], wanted: tuple[Fact, ...], names: Names) -> bool:
    """Tell whether two lots of facts are the same, in any order."""
    left = [_plain(fact, names) for fact in read]
    for fact in wanted:
        match = next((other for other in left if _meets(other, _plain(fact, names))), None)
        if match is None:
            return False
        left.remove(match)
    return not left


def same_item(read: Item, wanted: Item, names: Names) -> bool:
    """Tell whether two items are described alike, their statements apart."""
    same = ("number", "title", "kind", "standing", "closed", "matter_kind", "same_as", "opened_at")
    return (
        all(getattr(read, name) == getattr(wanted, name) for name in same)
        and names.person(read.presenter) == names.person(wanted.presenter)
        and names.body(read.addressee) == names.body(wanted.addressee)
    )


def _plain(fact: Fact, names: Names) -> Fact:
    changes: dict[str, object] = {"rule": ""}
    for field, types in _PERSONS.items():
        if type(fact).__name__ in types:
            changes[field] = names.person(getattr(fact, field))
    for field in _BODIES:
        if hasattr(fact, field):
            changes[field] = names.body(getattr(fact, field))
    if isinstance(fact, MeetingAgreement):
        changes["parts"] = tuple(_plain_part(part, names) for part in fact.parts)
    if isinstance(fact, PlanAdoption):
        changes["activities"] = tuple(
            msgspec.structs.replace(activity, responsible=names.person(activity.responsible))
            for activity in fact.activities
        )
    if hasattr(fact, "members"):
        changes["members"] = tuple(names.person(member) for member in fact.members)
    return msgspec.structs.replace(fact, **changes)


def _plain_part(part: MeetingPart, names: Names) -> MeetingPart:
    return msgspec.structs.replace(part, counterpart=names.body(part.counterpart))


def _meets(read: Fact, wanted: Fact) -> bool:
    if isinstance(read, MeetingAgreement) and isinstance(wanted, MeetingAgreement):
        return read == wanted or (
            set(wanted.items) <= set(read.items)
            and msgspec.structs.replace(read, items=()) == msgspec.structs.replace(wanted, items=())
        )
    return read == wanted

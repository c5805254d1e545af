"""When two documents say the same: names may be shortened, bodies abbreviated, and rules and lines do not count."""

from dataclasses import dataclass

import msgspec

from governance.danish.names import folded, meant_by
from governance.documents.model import Document, Fact, Item, MeetingAgreement, MeetingPart, Statement

_PERSONS = {
    "name": ("OrdstyrerElection", "ReferentElection", "Welcome"),
    "responsible": ("TaskAgreement",),
    "person": ("ReportDelivery",),
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
    same = ("number", "title", "kind", "standing", "closed", "matter_kind", "same_as")
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

"""From names to ids: who and what a document means, among those in it and those in the book."""

import re
from contextlib import suppress

from events.catalogue import BodyKind, EntryCorrected, ExternalBodyAbbreviated, ExternalBodyRegistered, PersonRegistered
from events.errors import N_
from events.ids import BodyId, PersonId, made_by
from events.moments import Effective
from governance.danish.names import folded, meant_by, split_party
from governance.documents.model import Abbreviation, Document, Lines, Problem
from governance.documents.reading.usage import NOTHING_TAUGHT, Usage, named
from governance.importing.drafting import Draft, LeftOut
from governance.importing.inference import BY_SOURCE
from governance.importing.marking import Marks
from governance.state.naming import former_names, named_on

_KINDS = (
    (r"udvalg(?:et)?\Z", BodyKind.COMMITTEE),
    (r"(?:råd|nævn|bestyrelse|repræsentantskab)(?:et|en)?\Z", BodyKind.COUNCIL),
    (r"team(?:et)?\Z", BodyKind.TEAM),
    (r"(?:forvaltning|sekretariat|styrelse|ministeri|center|afdeling|stab)\w*\Z", BodyKind.ADMINISTRATION),
)
_REASON = "Navnet er skrevet helt ud i et andet referat."


class Resolver:
    """Finds persons and bodies by what a document calls them, and registers those that are new to the book.

    ``usage`` is what the council's minutes call whom; ``shortened`` are the names that were not written in full, each
    with whom it was taken to mean.
    """

    def __init__(self, draft: Draft, document: Document, marks: Marks, usage: Usage = NOTHING_TAUGHT) -> None:
        self._draft = draft
        self._marks = marks
        self._day = document.date or ""
        self._listed = [attendee.name for attendee in document.attendees]
        self._usage = usage
        self.shortened: dict[str, PersonId] = {}
        self._short = {held.abbreviation: held.body for held in document.abbreviations}

    def registered_person(self, name: str, lines: Lines | None) -> PersonId:
        """Return the person with this full name, registered now where the book did not know them."""
        wanted = folded(name)
        for names in self._persons():
            for person, known in names:
                if folded(known) == wanted:
                    return person
        number = self._draft.record(PersonRegistered(name=name), provenance=self._marks.at(lines, "person-named"))
        return made_by(PersonId, number)

    def person(self, written: str | None) -> PersonId | None:
        """Return the person that a short or full name means: among the members listed, else among all in the book."""
        found = self.persons(written)
        return found[0] if len(found) == 1 else None

    def outsider(self, written: str) -> PersonId | None:
        """Return the person that a name means; one with a full name whom nobody knows is registered now."""
        found = self.persons(written)
        if not found and len(written.split()) > 1:
            return self.registered_person(written, None)
        return found[0] if len(found) == 1 else None

    def persons(self, written: str | None) -> list[PersonId]:
        """Return everybody whom a name may mean, the best kind of match only."""
        if written is None:
            return []
        bare, _ = split_party(written)
        found = self._meant(self._usage.names.get(named(bare), bare))
        if len(found) == 1 and folded(self._draft.fold.persons[found[0]]) != folded(bare):
            self.shortened[bare] = found[0]
        return found

    def _meant(self, bare: str) -> list[PersonId]:
        listed = {folded(name) for name in meant_by(bare, self._listed)}
        for names in self._persons():
            wanted = listed or {folded(name) for name in meant_by(bare, [name for _, name in names])}
            found = dict.fromkeys(person for person, name in names if folded(name) in wanted)
            if found:
                return list(found)
        return []

    def _persons(self) -> list[list[tuple[PersonId, str]]]:
        """Return the persons as they were called on the day; after them, everybody by every name they had or got."""
        fold = self._draft.fold
        on_the_day = list(named_on(fold, self._day).persons.items())
        return [on_the_day, list(former_names(fold))] if fold.renamed else [on_the_day]

    def unknown_person(self, written: str, lines: Lines | None) -> Problem:
        """Return the problem that a name means nobody, or more than one."""
        found = [self._draft.fold.persons[person] for person in self.persons(written)]
        if found:
            return Problem(
                code="ambiguous-person",
                message=N_("Line {line}: {name} may be {choices}. Write the whole name in the text."),
                details={"line": _line(lines), "name": written, "choices": ", ".join(found)},
                lines=lines,
                fatal=True,
            )
        return Problem(
            code="unknown-person",
            message=N_(
                "Line {line}: {name} is neither among the members listed nor in the book. Write the name as it is listed."
            ),
            details={"line": _line(lines), "name": written},
            lines=lines,
            fatal=True,
        )

    def body(self, written: str | None, lines: Lines | None) -> BodyId | None:
        """Return the body that a name or abbreviation means, registered now where the book did not know it."""
        if not written:
            return None
        known = self._known_body(self._short.get(written, written)) or self._known_body(written)
        if known is not None:
            return known
        name = self._short.get(written, written)
        number = self._draft.record(
            ExternalBodyRegistered(name=name, kind=kind_of_body(name)), provenance=self._marks.at(lines, "body-named")
        )
        return made_by(BodyId, number)

    def abbreviated(self, abbreviation: Abbreviation, effective: Effective) -> None:
        """Record what an abbreviation is short for. Every document that says so has an entry that says so."""
        short = self._known_body(abbreviation.abbreviation)
        held = self._draft.fold.bodies.get(short) if short is not None else None
        if held is not None and held.abbreviation is None and held.registered is not None:
            self._spelled_out(held.id, abbreviation, held.registered)
        body = self.body(abbreviation.body, abbreviation.lines)
        if body is not None:
            with suppress(LeftOut):
                self._draft.record(
                    ExternalBodyAbbreviated(body=body, abbreviation=abbreviation.abbreviation),
                    effective=effective,
                    provenance=self._marks.at(abbreviation.lines, abbreviation.rule),
                )

    def _spelled_out(self, body: BodyId, abbreviation: Abbreviation, registered: ExternalBodyRegistered) -> None:
        """Give a body that was known by its abbreviation only the name that it is short for."""
        if (
            folded(registered.name) != folded(abbreviation.abbreviation)
            or self._known_body(abbreviation.body) is not None
        ):
            return
        full = ExternalBodyRegistered(name=abbreviation.body, kind=kind_of_body(abbreviation.body))
        correction = EntryCorrected(entry=int(body[1:]), replacement=full, reason=_REASON, authority=BY_SOURCE)
        self._draft.record(correction, provenance=self._marks.at(abbreviation.lines, abbreviation.rule))

    def _known_body(self, name: str) -> BodyId | None:
        wanted = folded(name)
        bodies = self._draft.fold.bodies.values()
        for body in named_on(self._draft.fold, self._day).bodies.values():
            if body.registered is not None and folded(body.registered.name) == wanted:
                return body.id
        for body in bodies:
            if any(folded(held.said) == wanted for held in body.names):
                return body.id
        return next((body.id for body in bodies if body.abbreviation == name), None)


def kind_of_body(name: str) -> BodyKind:
    """Return the kind of a body, as far as its name shows."""
    return next((kind for pattern, kind in _KINDS if re.search(pattern, name, re.I)), BodyKind.OTHER)


def _line(lines: Lines | None) -> str:
    return str(lines[0]) if lines else "?"

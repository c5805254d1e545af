"""Beginning the book of a council: the council, its members and their stand-ins, as one command."""

from collections.abc import Sequence
from dataclasses import dataclass

from events.catalogue import (
    CouncilEstablished,
    CouncilKind,
    MemberAppointed,
    OfficerElected,
    PersonRegistered,
    StandInListed,
)
from events.ids import PersonId, made_by
from events.moments import Effective
from governance.danish.names import folded
from governance.history import Recorded
from governance.importing.drafting import Draft
from governance.planning.members import MemberLine
from governance.rules.act import Act
from governance.state.fold import Fold


@dataclass(frozen=True)
class NewCouncil:
    """A council to be. ``since`` and ``until`` are the first and last day of the members' term, where they are known."""

    name: str
    municipality: str | None
    kind: CouncilKind
    members: Sequence[MemberLine] = ()
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True)
class Beginning:
    """The plan that records a new council."""

    book: str
    today: str
    council: NewCouncil

    def __call__(self, _fold: Fold, history: Recorded) -> Sequence[Act]:
        """Return the acts."""
        draft = Draft(history, self.book, self.today)
        new = self.council
        draft.record(CouncilEstablished(name=new.name, municipality=new.municipality, kind=new.kind))
        people: dict[str, PersonId] = {}
        for member in new.members:
            _appoint(draft, _person(draft, people, member.name), member, new)
        for member in new.members:
            if member.stand_in:
                listed = StandInListed(
                    person=_person(draft, people, member.stand_in), position=1, member=people[folded(member.name)]
                )
                draft.record(listed, effective=_on(new.since))
        return draft.acts


def _appoint(draft: Draft, person: PersonId, member: MemberLine, new: NewCouncil) -> None:
    appointed = MemberAppointed(person=person, party=member.party, organisation=member.organisation, until=new.until)
    draft.record(appointed, effective=_on(new.since))
    if member.office is not None:
        draft.record(OfficerElected(person=person, office=member.office, until=new.until), effective=_on(new.since))


def _person(draft: Draft, people: dict[str, PersonId], name: str) -> PersonId:
    known = people.get(folded(name))
    if known is None:
        known = people[folded(name)] = made_by(PersonId, draft.record(PersonRegistered(name=name)))
    return known


def _on(day: str | None) -> Effective | None:
    return Effective(day) if day else None

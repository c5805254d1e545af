"""Who was what on a day: members, officers, representatives, stand-ins, working groups."""

import msgspec

from governance.state import model
from governance.state.published import Published
from governance.state.terms import covers, lasts, on_leave


class MemberThen(Published, frozen=True, kw_only=True):
    """A member on the day; ``certain`` is false where the minutes do not tell whether the person was one."""

    person: str
    name: str
    party: str | None
    organisation: str | None
    from_: str | None = msgspec.field(name="from")
    votes: bool
    on_leave: bool
    certain: bool


class Holder(Published, frozen=True, kw_only=True):
    """Somebody who held an office (``office``, and ``title`` where it has one of its own) or a seat in a ``body``."""

    person: str
    name: str
    office: str | None
    title: str | None
    body: str | None


class StandInThen(Published, frozen=True, kw_only=True):
    """A place on a list of stand-ins on the day: that of ``member``, that of a party or organisation, or the council's."""

    person: str
    name: str
    position: int
    member: str | None
    of: str | None


class GroupThen(Published, frozen=True, kw_only=True):
    """A working group that was at work."""

    id: str
    name: str | None
    focus_area: str | None
    members: list[str]


class Who(Published, frozen=True, kw_only=True):
    """Who was what on a day."""

    on: str
    members: list[MemberThen]
    offices: list[Holder]
    representatives: list[Holder]
    stand_ins: list[StandInThen]
    groups: list[GroupThen]


def who(state: model.State, on: str) -> Who:
    """Return who was what on a day (ISO date), from the state as it was in force on it."""
    names = {person.id: person.name for person in state.persons}
    return Who(
        on=on,
        members=sorted(
            (found for member in state.members if (found := _member(member, on)) is not None),
            key=lambda held: not held.certain,
        ),
        offices=[
            Holder(
                person=held.person,
                name=names.get(held.person, held.person),
                office=held.office,
                title=held.title,
                body=None,
            )
            for held in state.offices
            if lasts(held.from_, held.until, held.to, on)
        ],
        representatives=[
            Holder(
                person=held.person, name=names.get(held.person, held.person), office=None, title=None, body=held.body
            )
            for held in state.representations
            if lasts(held.from_, held.until, held.to, on)
        ],
        stand_ins=[
            StandInThen(
                person=held.person,
                name=names.get(held.person, held.person),
                position=held.position,
                member=held.member,
                of=held.of,
            )
            for held in state.stand_ins
            if lasts(held.from_, None, held.to, on)
        ],
        groups=[
            GroupThen(id=group.id, name=group.name, focus_area=group.focus_area, members=group.members)
            for group in state.groups
            if not group.dissolved
        ],
    )


def _member(member: model.Member, on: str) -> MemberThen | None:
    known = [(covers(term, on), term) for term in member.terms]
    held = next((term for covered, term in known if covered), None)
    term = held or next((term for covered, term in known if covered is None), None)
    if term is None:
        return None
    return MemberThen(
        person=member.id,
        name=member.name,
        party=member.party,
        organisation=term.organisation,
        from_=term.from_,
        votes=term.votes,
        on_leave=on_leave(member.leaves, on),
        certain=held is not None,
    )

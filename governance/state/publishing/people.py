"""Publishing: persons, members with their terms and leaves, and the bodies around the council."""

from collections.abc import Iterable

import msgspec

from events.catalogue import CompositionReported, LeaveGranted, MemberAppointed, MemberReappointed, MembershipEnded
from events.ids import PersonId
from events.moments import bounds, is_exact, order_of
from governance.state import model
from governance.state.facts import Dated, Leaving, in_order
from governance.state.fold import Body, Fold, MembershipFact
from governance.state.membership import Leave
from governance.state.publishing.council import namings
from governance.state.publishing.offices import day_after, over_on

Reappointed = Iterable[Dated[MemberReappointed]]


def persons(fold: Fold) -> list[model.Person]:
    """Return everybody the book names, under the name in force."""
    return [
        model.Person(id=person, name=name, names=namings(fold.person_names.get(person, [])))
        for person, name in fold.persons.items()
    ]


def members(fold: Fold) -> list[model.Member]:
    """Return everybody who is or was a member, in the order of their ids."""
    return [_member(fold, person, facts) for person, facts in sorted(fold.memberships.items(), key=_by_number)]


def terms_of(facts: list[MembershipFact], reappointed: Reappointed = ()) -> list[model.Term]:
    """Return a person's terms: each joining with the leaving that follows it in the order of the world.

    Who is appointed anew after the last day that was set begins another term.
    """
    terms: list[model.Term] = []
    joined: MembershipFact | None = None
    for fact in sorted(facts, key=_order):
        if not fact.joined:
            if joined is not None or not terms:
                terms.append(_term(joined, fact, reappointed))
                joined = None
        elif joined is None:
            joined = fact
        elif (until := _until(joined, _prolonging(joined, fact, reappointed))) and until < order_of(fact.effective):
            held = _term(joined, fact, reappointed)
            terms.append(msgspec.structs.replace(held, to=day_after(until), to_between=None, cause=None))
            joined = fact
    return [*terms, _term(joined, None, reappointed)] if joined is not None else terms


def may_be_member(facts: list[MembershipFact], day: str) -> bool:
    """Tell whether somebody with these facts may have been a member on the day: nothing known speaks against it."""
    return any(_may_cover(term, day) for term in terms_of(facts))


def is_member(facts: list[MembershipFact], day: str, reappointed: Reappointed = ()) -> bool:
    """Tell whether somebody with these facts certainly was a member on the day: no later than the last day set."""
    return any(_covers(term, day) for term in terms_of(facts, reappointed))


def _may_cover(term: model.Term, day: str) -> bool:
    start = term.from_ if term.from_ is not None else (term.from_between or (None, None))[0]
    starts_late = start is not None and (day < start if term.from_ is not None else day <= start)
    end = term.to if term.to is not None else (term.to_between or (None, None))[1]
    return not starts_late and not (end is not None and day >= end)


def _covers(term: model.Term, day: str) -> bool:
    start = term.from_ or (term.from_between or (None, None))[1]
    if start is None or day < start:
        return False
    if term.to is None and term.to_between is None:
        return term.until is None or day <= term.until
    end = term.to
    return day < end if end is not None else day <= ((term.to_between or (None, None))[0] or "")


def _member(fold: Fold, person: PersonId, facts: list[MembershipFact]) -> model.Member:
    parties = [fact.party for fact in sorted(facts, key=_order) if fact.party is not None]
    return model.Member(
        id=person,
        name=fold.persons.get(person, ""),
        party=parties[-1] if parties else None,
        terms=terms_of(facts, fold.reappointments.get(person, ())),
        leaves=leaves_of(fold.leaves.get(person, [])),
    )


def leaves_of(facts: list[Dated[Leaving]]) -> list[Leave]:
    """Return the leaves of absence: each with the day of coming back that follows it."""
    leaves: list[Leave] = []
    for fact in in_order(facts):
        if leaves and leaves[-1].to is None:
            leaves[-1] = msgspec.structs.replace(leaves[-1], to=over_on(leaves[-1].until, fact.day))
        if isinstance(fact.said, LeaveGranted):
            leaves.append(Leave(from_=fact.day, until=fact.said.until, to=None))
    return leaves


def _term(joined: MembershipFact | None, left: MembershipFact | None, reappointed: Reappointed) -> model.Term:
    start, start_between = _bound(joined)
    end, end_between = _bound(left)
    said = joined.said if joined is not None else None
    appointed = said if isinstance(said, MemberAppointed) else None
    ended = left.said if left is not None and isinstance(left.said, MembershipEnded) else None
    within = _prolonging(joined, left, reappointed)
    return model.Term(
        from_=start,
        from_between=start_between,
        to=end,
        to_between=end_between,
        inferred=any(fact is not None and fact.inferred for fact in (joined, left)),
        until=_until(joined, within),
        cause=ended.cause.value if ended is not None and ended.cause is not None else None,
        organisation=appointed.organisation if appointed is not None else None,
        appointed_by=appointed.appointed_by if appointed is not None else None,
        basis=appointed.basis.value if appointed is not None and appointed.basis is not None else None,
        votes=appointed.votes if appointed is not None else True,
        reappointed=[fact.day or "" for fact in within],
    )


def _prolonging(
    joined: MembershipFact | None, left: MembershipFact | None, reappointed: Reappointed
) -> list[Dated[MemberReappointed]]:
    """Return the reappointments between joining and leaving."""
    start = order_of(joined.effective) if joined is not None else ""
    end = order_of(left.effective) if left is not None else None
    return [fact for fact in in_order(reappointed) if start <= fact.order[0] and (end is None or fact.order[0] < end)]


def _until(joined: MembershipFact | None, within: list[Dated[MemberReappointed]]) -> str | None:
    if within:
        return within[-1].said.until
    said = joined.said if joined is not None else None
    return said.until if isinstance(said, MemberAppointed) else None


def _bound(fact: MembershipFact | None) -> tuple[str | None, model.Between | None]:
    if fact is None or fact.effective is None:
        return None, None
    if is_exact(fact.effective):
        return fact.effective[:10], None
    return None, bounds(fact.effective)


def _order(fact: MembershipFact) -> tuple[str, bool, int]:
    return order_of(fact.effective), fact.joined, fact.number


def _by_number(held: tuple[str, list[MembershipFact]]) -> int:
    return int(held[0][1:])


def bodies(fold: Fold) -> list[model.Body]:
    """Return the bodies outside the council that the book names."""
    return [_body(body) for body in fold.bodies.values()]


def _body(body: Body) -> model.Body:
    registered = body.registered
    return model.Body(
        id=body.id,
        name=registered.name if registered else "",
        abbreviation=body.abbreviation,
        kind=registered.kind.value if registered else "other",
        composition=_composition(body.composition, body.reported) if body.composition else None,
        names=namings(body.names),
    )


def _composition(reported: CompositionReported, day: str) -> model.Composition:
    seats = [
        model.SeatGroup(count=seat.count, basis=seat.basis, includes_chair=seat.includes_chair)
        for seat in reported.seats
    ]
    return model.Composition(total=sum(seat.count for seat in seats), seats=seats, reported_at=day or None)

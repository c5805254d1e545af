"""Publishing: members with their terms, and the bodies around the council."""

from events.catalogue import CompositionReported
from events.ids import PersonId
from events.moments import bounds, is_exact, order_of
from governance.state import model
from governance.state.fold import Body, Fold, MembershipFact


def members(fold: Fold) -> list[model.Member]:
    """Return everybody who is or was a member, in the order of their ids."""
    return [_member(fold, person, facts) for person, facts in sorted(fold.memberships.items(), key=_by_number)]


def terms_of(facts: list[MembershipFact]) -> list[model.Term]:
    """Return a person's terms: each joining with the leaving that follows it in the order of the world."""
    terms: list[model.Term] = []
    joined: MembershipFact | None = None
    for fact in sorted(facts, key=_order):
        if fact.joined:
            if joined is None:
                joined = fact
        elif joined is not None or not terms:
            terms.append(_term(joined, fact))
            joined = None
    return [*terms, _term(joined, None)] if joined is not None else terms


def may_be_member(facts: list[MembershipFact], day: str) -> bool:
    """Tell whether somebody with these facts may have been a member on the day: nothing known speaks against it."""
    return any(_may_cover(term, day) for term in terms_of(facts))


def is_member(facts: list[MembershipFact], day: str) -> bool:
    """Tell whether somebody with these facts certainly was a member on the day."""
    return any(_covers(term, day) for term in terms_of(facts))


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
        return True
    end = term.to
    return day < end if end is not None else day <= ((term.to_between or (None, None))[0] or "")


def _member(fold: Fold, person: PersonId, facts: list[MembershipFact]) -> model.Member:
    parties = [fact.party for fact in sorted(facts, key=_order) if fact.party is not None]
    return model.Member(
        id=person, name=fold.persons.get(person, ""), party=parties[-1] if parties else None, terms=terms_of(facts)
    )


def _term(joined: MembershipFact | None, left: MembershipFact | None) -> model.Term:
    start, start_between = _bound(joined)
    end, end_between = _bound(left)
    inferred = any(fact is not None and fact.inferred for fact in (joined, left))
    return model.Term(from_=start, from_between=start_between, to=end, to_between=end_between, inferred=inferred)


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
    )


def _composition(reported: CompositionReported, day: str) -> model.Composition:
    seats = [
        model.SeatGroup(count=seat.count, basis=seat.basis, includes_chair=seat.includes_chair)
        for seat in reported.seats
    ]
    return model.Composition(total=sum(seat.count for seat in seats), seats=seats, reported_at=day or None)

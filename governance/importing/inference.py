"""Who was a member when, as far as lists of members in minutes tell.

A list shows who was a member on a day and, where it names all members, who was not. Between two lists that differ,
somebody joined or left; the day is unknown, but not the interval. What follows is worked out from all lists anew
whenever one is added or taken back, so the order in which minutes are taken over does not matter.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from events.catalogue import (
    AnyEvent,
    Authority,
    AuthorityKind,
    EntryCorrected,
    EntryStruck,
    MemberAppointed,
    MembershipEnded,
)
from events.ids import PersonId
from events.moments import Effective, bounds, effective_between, order_of
from governance.state.fold import Fold, MembershipFact

BY_SOURCE = Authority(kind=AuthorityKind.SOURCE)
_REASON = "Følger af medlemslisterne i de overførte referater."


@dataclass(frozen=True)
class Roster:
    """The members that minutes list on a day, with party letters; ``complete`` where all members are named."""

    day: str
    listed: dict[PersonId, str | None]
    complete: bool


@dataclass(frozen=True)
class Change:
    """A membership that began or ended within an interval."""

    joined: bool
    effective: Effective
    party: str | None = None


def rosters_in(fold: Fold) -> list[Roster]:
    """Return the lists of members that the meetings in the book hold."""
    return [
        Roster(meeting.date, {person: meeting.parties.get(person) for person in meeting.attendance}, meeting.roster)
        for meeting in fold.meetings.values()
        if meeting.attendance and meeting.date
    ]


def reconciled(fold: Fold, rosters: list[Roster]) -> Iterator[tuple[AnyEvent, Effective | None]]:
    """Return the events, with their effective times, that bring the inferred memberships into line with the lists."""
    persons = {person: None for roster in rosters for person in roster.listed}
    persons.update(
        dict.fromkeys(person for person, facts in fold.memberships.items() if any(f.inferred for f in facts))
    )
    for person in persons:
        facts = fold.memberships.get(person, [])
        inferred = sorted((fact for fact in facts if fact.inferred), key=_order)
        known = [fact for fact in facts if not fact.inferred]
        yield from _steps(person, inferred, _wanted(person, rosters, known))


def _wanted(person: PersonId, rosters: list[Roster], known: list[MembershipFact]) -> list[Change]:
    seen = sorted(
        (roster.day, person in roster.listed) for roster in rosters if person in roster.listed or roster.complete
    )
    parties = {roster.day: party for roster in rosters if (party := roster.listed.get(person)) is not None}
    party = parties[min(parties)] if parties else None
    changes: list[Change] = []
    last_day, was_member = None, False
    for day, listed in seen:
        if listed != was_member and not _explained(known, joined=listed, after=last_day, until=day):
            interval = effective_between(_day(last_day), _day(day))
            changes.append(Change(listed, interval, party if listed else None))
        last_day, was_member = day, listed
    return changes


def _explained(known: list[MembershipFact], *, joined: bool, after: str | None, until: str) -> bool:
    """Tell whether something recorded in so many words explains the change between two lists."""
    return any(
        fact.joined == joined and (after or "") < order_of(fact.effective) <= until
        for fact in known
        if fact.effective is not None
    )


def _steps(
    person: PersonId, held: list[MembershipFact], wanted: list[Change]
) -> Iterator[tuple[AnyEvent, Effective | None]]:
    left = list(held)
    for change in wanted:
        match = next((fact for fact in left if fact.joined == change.joined and _overlap(fact.effective, change)), None)
        event = _event(person, change)
        if match is None:
            yield event, change.effective
            continue
        left.remove(match)
        if match.effective != change.effective or (change.joined and match.party != change.party):
            correction = EntryCorrected(
                entry=match.number,
                replacement=event,
                effective=change.effective,
                reason=_REASON,
                authority=BY_SOURCE,
            )
            yield correction, None
    for fact in left:
        yield EntryStruck(entry=fact.number, reason=_REASON, authority=BY_SOURCE), None


def _event(person: PersonId, change: Change) -> MemberAppointed | MembershipEnded:
    return MemberAppointed(person=person, party=change.party) if change.joined else MembershipEnded(person=person)


def _overlap(effective: Effective | None, change: Change) -> bool:
    if effective is None:
        return False
    (after, until), (other_after, other_until) = bounds(effective), bounds(change.effective)
    return (after or "") < (other_until or "9") and (other_after or "") < (until or "9")


def _order(fact: MembershipFact) -> tuple[str, int]:
    return order_of(fact.effective), fact.number


def _day(day: str | None) -> date | None:
    return date.fromisoformat(day) if day else None

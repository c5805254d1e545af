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
from events.moments import Effective, effective_between, order_of
from governance.state.fold import Fold, Meeting, MembershipFact
from governance.state.publishing.offices import called_in

BY_SOURCE = Authority(kind=AuthorityKind.SOURCE)
_REASON = "Følger af medlemslisterne i de overførte referater."


@dataclass(frozen=True)
class Roster:
    """The members that minutes list on a day, with party letters; ``complete`` where all members are named.

    ``source`` is the SHA-256 of the minutes.
    """

    day: str
    listed: dict[PersonId, str | None]
    complete: bool
    source: str


@dataclass(frozen=True)
class Change:
    """A membership that began or ended within an interval; ``source`` are the minutes that first show it."""

    joined: bool
    effective: Effective
    source: str
    party: str | None = None


@dataclass(frozen=True)
class Step:
    """An event that brings the inferred memberships into line, and the minutes that it follows from."""

    event: AnyEvent
    effective: Effective | None
    source: str | None


def rosters_in(fold: Fold) -> list[Roster]:
    """Return the lists of members that the meetings in the book hold. Stand-ins who were called in are none; those for
    whom they were called in are.
    """
    return [
        Roster(
            meeting.date,
            {
                person: meeting.parties.get(person)
                for person in (*meeting.attendance, *_stood_in_for(fold, meeting))
                if not called_in(fold, person, meeting.date)
            },
            meeting.roster,
            meeting.issued_sha256 or "",
        )
        for meeting in fold.meetings.values()
        if meeting.attendance and meeting.date
    ]


def _stood_in_for(fold: Fold, meeting: Meeting) -> list[PersonId]:
    return [call.said.member for call in fold.calls if call.said.meeting == meeting.id]


def reconciled(fold: Fold, rosters: list[Roster]) -> Iterator[Step]:
    """Return the steps that bring the inferred memberships into line with the lists."""
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
        (roster.day, person in roster.listed, roster.source)
        for roster in rosters
        if person in roster.listed or roster.complete
    )
    parties = {roster.day: party for roster in rosters if (party := roster.listed.get(person)) is not None}
    party = parties[min(parties)] if parties else None
    changes: list[Change] = []
    last_day, was_member = None, False
    for day, listed, source in seen:
        if listed != was_member and not _explained(known, joined=listed, after=last_day, until=day):
            interval = effective_between(_day(last_day), _day(day))
            changes.append(Change(listed, interval, source, party if listed else None))
        last_day, was_member = day, listed
    return changes


def _explained(known: list[MembershipFact], *, joined: bool, after: str | None, until: str) -> bool:
    """Tell whether something recorded in so many words explains the change between two lists."""
    return any(
        fact.joined == joined and (after or "") < order_of(fact.effective) <= until
        for fact in known
        if fact.effective is not None
    )


def _steps(person: PersonId, held: list[MembershipFact], wanted: list[Change]) -> Iterator[Step]:
    """Return what turns the inferred facts into the wanted ones: one correction where that does, else all is struck
    from the first difference on and recorded anew, in the order of time, so that no step is nonsense by itself.
    """
    same = 0
    while same < min(len(held), len(wanted)) and _is(held[same], wanted[same]):
        same += 1
    old, new = held[same:], wanted[same:]
    if old and new and len(old) == len(new) and old[0].joined == new[0].joined and all(map(_is, old[1:], new[1:])):
        yield Step(_correction(person, old[0], new[0]), None, new[0].source)
        return
    for fact in old:
        yield Step(EntryStruck(entry=fact.number, reason=_REASON, authority=BY_SOURCE), None, None)
    for change in new:
        yield Step(_event(person, change), change.effective, change.source)


def _is(fact: MembershipFact, change: Change) -> bool:
    return (fact.joined, fact.effective, fact.party) == (change.joined, change.effective, change.party)


def _correction(person: PersonId, fact: MembershipFact, change: Change) -> EntryCorrected:
    return EntryCorrected(
        entry=fact.number,
        replacement=_event(person, change),
        effective=change.effective,
        reason=_REASON,
        authority=BY_SOURCE,
    )


def _event(person: PersonId, change: Change) -> MemberAppointed | MembershipEnded:
    return MemberAppointed(person=person, party=change.party) if change.joined else MembershipEnded(person=person)


def _order(fact: MembershipFact) -> tuple[str, int]:
    return order_of(fact.effective), fact.number


def _day(day: str | None) -> date | None:
    return date.fromisoformat(day) if day else None

"""Decisions that were made with too few present."""

from collections.abc import Iterator
from itertools import groupby

import msgspec

from events.catalogue import Office, QuorumRule
from events.entry import Entry
from events.ids import PersonId
from governance.checking.examined import Examined
from governance.checking.finding import Finding, broken
from governance.checking.presence import Room, people_met, room, shown_away, was_there
from governance.checking.proceedings import Moment, moment_of
from governance.state.fold import Meeting


class _Lack(msgspec.Struct, frozen=True):
    """Why a meeting could not decide; ``needed`` is 0 where enough were there, but neither chair nor vice chair."""

    present: int
    seats: int
    needed: int
    gone: tuple[PersonId, ...]


def quorum(book: Examined) -> Iterator[Finding]:
    """At each decision as many are there as the rules ask for. Decisions in a row that lack the same are one finding."""
    for meeting in book.held():
        rules = book.rules(meeting.date, meeting)
        rule = rules.values.quorum
        if rule in (None, QuorumRule.ANY) or not people_met(meeting) or not meeting.attendance:
            continue
        decisions = book.proceedings.decisions(meeting)
        lacks = [(_lack(book, meeting, rule, moment_of(book.fold, entry)), entry) for entry in decisions]
        for lack, stretch in groupby(lacks, key=lambda held: held[0]):
            if lack is not None:
                yield _finding(book, meeting, lack, [entry for _, entry in stretch])


def _lack(book: Examined, meeting: Meeting, rule: QuorumRule, moment: Moment) -> _Lack | None:
    held = room(book, meeting, moment)
    if not held.seats:
        return None
    needed = needed_of(rule, held.seats)
    if held.most < needed:
        return _Lack(held.most, held.seats, needed, held.gone)
    if rule is QuorumRule.MAJORITY_WITH_CHAIR and _nobody_leads(book, meeting, moment, held):
        return _Lack(held.most, held.seats, 0, held.gone)
    return None


def needed_of(rule: QuorumRule, seats: int) -> int:
    """Return how many of the members must be there."""
    if rule is QuorumRule.HALF:
        return (seats + 1) // 2
    return 0 if rule is QuorumRule.ANY else seats // 2 + 1


def _nobody_leads(book: Examined, meeting: Meeting, moment: Moment, held: Room) -> bool:
    leaders = book.seating.holders(meeting.date, Office.CHAIR, Office.VICE_CHAIR)
    return bool(leaders) and all(
        person in held.gone or was_there(book, meeting, person, moment) is False for person in leaders
    )


def _finding(book: Examined, meeting: Meeting, lack: _Lack, decisions: list[Entry]) -> Finding:
    items = list(dict.fromkeys(getattr(entry.event, "item", None) or "" for entry in decisions))
    return broken(
        book.rules(meeting.date, meeting),
        "quorum",
        "no-quorum" if lack.needed else "quorum-without-chair",
        "breach",
        day=meeting.date,
        meeting=meeting.id,
        entries=[*(entry.number for entry in decisions), *_shown_by(book, meeting, lack, decisions)],
        items=",".join(items),
        present=lack.present,
        seats=lack.seats,
        needed=lack.needed,
        gone=",".join(lack.gone),
    )


def _shown_by(book: Examined, meeting: Meeting, lack: _Lack, decisions: list[Entry]) -> list[int]:
    """Return the entries that show who was missing: first of those who left or were inhabil, then of the others."""
    gone, away = list[int](), list[int]()
    leaders = book.seating.holders(meeting.date, Office.CHAIR, Office.VICE_CHAIR)
    for entry in decisions:
        moment = moment_of(book.fold, entry)
        held = room(book, meeting, moment)
        for people, found in ((held.gone, gone), (held.away, away)):
            for person in people:
                if lack.needed or person in leaders:
                    found += shown_away(book, meeting, person, moment.item)
    return [*sorted(set(gone)), *sorted(set(away))]


CHECKS = (quorum,)

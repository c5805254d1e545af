"""Votes that do not add up, or came out otherwise than the rules say."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from events.catalogue import (
    AmendmentMoved,
    BallotRule,
    CouncilKind,
    ItemKind,
    MeetingForm,
    Office,
    ProposalMade,
    StandInRule,
    TieRule,
    VoteChoice,
    VoteHeld,
)
from events.entry import Entry
from events.ids import PersonId, ProposalId
from governance.checking import grounds
from governance.checking.arithmetic import cast, counted, disagreements
from governance.checking.examined import Examined
from governance.checking.finding import Finding, Severity, broken, finding
from governance.checking.presence import is_inhabil, room, shown_away, was_there
from governance.checking.proceedings import moment_of
from governance.checking.seating import joined_by
from governance.profiles import InForce
from governance.state.fold import Item, Meeting
from governance.state.terms import covers


class Ballot(NamedTuple):
    """A vote with the meeting at which it was held and the rules it was held under."""

    entry: Entry
    vote: VoteHeld
    item: Item
    meeting: Meeting
    rules: InForce


def ballots(book: Examined) -> Iterator[Ballot]:
    """Return the votes that were held at a meeting."""
    for entry, vote in book.of(VoteHeld):
        meeting, item = book.fold.meeting_of(vote.item), book.fold.items.get(vote.item)
        if meeting is not None and item is not None and meeting.date:
            yield Ballot(entry, vote, item, meeting, book.rules(meeting.date, meeting))


def voters(book: Examined) -> Iterator[Finding]:
    """Who is named as having voted was there, had a vote, and was not inhabil; and no more voted than could."""
    for ballot in ballots(book):
        if ballot.meeting.is_general:
            continue
        named = [held.person for held in ballot.vote.named if held.choice is not VoteChoice.NOT_VOTING]
        wrongly = [found for person in named for found in _voter(book, ballot, person)]
        yield from wrongly
        yield from _turnout(book, ballot, len(wrongly))


def _voter(book: Examined, ballot: Ballot, person: PersonId) -> Iterator[Finding]:
    entry, meeting, rules = ballot.entry, ballot.meeting, ballot.rules
    at: dict[str, Any] = {"day": meeting.date, "meeting": meeting.id, "entries": [entry.number]}
    at |= {"item": ballot.item.id, "person": person}
    if is_inhabil(book, ballot.item.id, person):
        at["entries"] += shown_away(book, meeting, person, ballot.item.id)
        yield finding("disqualified-voted", "breach", source=grounds.disqualification(rules.kind), **at)
    elif _sits_as_observer(book, ballot, person):
        at["entries"] += _calls(book, meeting, person)
        yield broken(rules, "stand_in", "observer-voted", "breach", **at)
    elif not _has_vote(book, ballot, person):
        joined = joined_by(book.fold.memberships.get(person, []), meeting.date)
        at["entries"] += _calls(book, meeting, person) if joined is None else [joined]
        yield finding("voted-without-vote", "breach", **at)
    elif _must_be_there(ballot) and was_there(book, meeting, person, moment_of(book.fold, entry)) is False:
        at["entries"] += shown_away(book, meeting, person)
        yield broken(rules, "ballot", "voted-though-absent", "breach", **at)


def _calls(book: Examined, meeting: Meeting, person: PersonId) -> list[int]:
    return [called.number for called in book.seating.stand_ins(meeting) if called.person == person]


def _must_be_there(ballot: Ballot) -> bool:
    return ballot.rules.values.ballot is BallotRule.PRESENT_ONLY and ballot.meeting.form is not MeetingForm.WRITTEN


def _has_vote(book: Examined, ballot: Ballot, person: PersonId) -> bool:
    """Tell whether somebody may have a vote: who stands in for other items alone has none under this one."""
    term = book.seating.term(person, ballot.meeting.date)
    if term is not None:
        return term.votes
    items = [called.item for called in book.seating.stand_ins(ballot.meeting) if called.person == person]
    return not items or None in items or ballot.item.id in items


def _sits_as_observer(book: Examined, ballot: Ballot, person: PersonId) -> bool:
    if ballot.rules.values.stand_in is not StandInRule.OBSERVER:
        return False
    called = any(called.person == person for called in book.seating.stand_ins(ballot.meeting))
    term = book.seating.term(person, ballot.meeting.date)
    return called and (term is None or not covers(term, ballot.meeting.date))


def _turnout(book: Examined, ballot: Ballot, wrongly: int) -> Iterator[Finding]:
    """No more vote than could: those there, each with the proxies that the rules allow, or all where votes are in writing.

    Who voted ``wrongly`` by name is found already.
    """
    if any(disagreements(ballot.vote)) or not ballot.meeting.attendance:
        return
    votes, most = cast(ballot.vote) - wrongly, _most(book, ballot)
    if most is not None and votes > most:
        yield broken(
            ballot.rules,
            "proxies" if ballot.rules.values.ballot is BallotRule.PROXY else "ballot",
            "more-votes-than-voters",
            "breach",
            day=ballot.meeting.date,
            meeting=ballot.meeting.id,
            entries=[ballot.entry.number],
            item=ballot.item.id,
            votes=votes,
            most=most,
        )


def _most(book: Examined, ballot: Ballot) -> int | None:
    """Return how many votes there can have been at most; None where it is not known."""
    held = room(book, ballot.meeting, moment_of(book.fold, ballot.entry))
    if held.seats is None:
        return None
    rule, proxies = ballot.rules.values.ballot, ballot.rules.values.proxies
    if ballot.meeting.form is MeetingForm.WRITTEN or rule is BallotRule.WRITTEN:
        return held.seats
    if rule is BallotRule.PROXY:
        return held.seats if proxies is None else min(held.seats, held.most * (1 + proxies))
    return held.most


def results(book: Examined) -> Iterator[Finding]:
    """A vote is carried by most of the votes cast, and a tie is settled as the rules say (statement 18.1.2)."""
    for ballot in ballots(book):
        if any(disagreements(ballot.vote)):
            continue
        votes_for, against = counted(ballot.vote, VoteChoice.FOR), counted(ballot.vote, VoteChoice.AGAINST)
        if ballot.vote.unanimous and not votes_for:
            found = _untied(ballot, ballot.vote.adopted)
        elif votes_for is None or (against is None and not ballot.vote.unanimous):
            continue
        else:
            found = _tied(book, ballot) if votes_for == against else _untied(ballot, votes_for > (against or 0))
        for rule, kind, severity in found:
            yield _result(ballot, rule, kind, severity, votes_for or 0, against or 0)


def _untied(ballot: Ballot, carried: bool) -> Iterator[tuple[str | None, str, Severity]]:
    vote = ballot.vote
    if vote.casting_vote is not None:
        yield _tie_rule(ballot), "casting-vote-without-tie", "breach"
    elif vote.lots:
        yield _tie_rule(ballot), "lots-without-tie", "breach"
    elif vote.adopted and not carried:
        yield None, "adopted-without-majority", "breach"
    elif carried and not vote.adopted:
        may_need_more = ballot.meeting.is_general or ballot.rules.kind is CouncilKind.ASSOCIATION_BOARD
        yield None, "rejected-though-carried", "doubt" if may_need_more else "breach"


def _tied(book: Examined, ballot: Ballot) -> Iterator[tuple[str | None, str, Severity]]:
    vote, rule = ballot.vote, _tie_rule(ballot)
    settled = getattr(ballot.rules.values, rule)
    if settled is None:
        return
    if vote.casting_vote is not None and settled is not TieRule.CHAIR_DECIDES:
        yield rule, "casting-vote-not-allowed", "breach"
    elif vote.lots and settled is not TieRule.LOTS:
        yield rule, "lots-not-allowed", "breach"
    elif settled is TieRule.FALLS:
        if vote.adopted:
            yield rule, "adopted-though-tied", "breach"
    elif settled is TieRule.LOTS:
        if not vote.lots:
            yield rule, "tie-without-lots", "breach"
    elif vote.casting_vote is None:
        yield rule, "tie-without-casting-vote", "breach"
    elif vote.adopted != (vote.casting_vote is VoteChoice.FOR):
        yield rule, "otherwise-than-casting-vote", "breach"
    elif _nobody_to_cast_it(book, ballot):
        yield rule, "casting-vote-without-chair", "doubt"


def _tie_rule(ballot: Ballot) -> str:
    return "tie_in_elections" if ballot.item.kind == ItemKind.ELECTION else "tie"


def _nobody_to_cast_it(book: Examined, ballot: Ballot) -> bool:
    meeting = ballot.meeting
    leaders = book.seating.holders(meeting.date, Office.CHAIR, Office.VICE_CHAIR)
    moment = moment_of(book.fold, ballot.entry)
    return (
        meeting.ordstyrer is None
        and bool(leaders)
        and all(was_there(book, meeting, person, moment) is False for person in leaders)
    )


def _result(ballot: Ballot, rule: str | None, kind: str, severity: Severity, votes_for: int, against: int) -> Finding:
    day, meeting, entries = ballot.meeting.date, ballot.meeting.id, [ballot.entry.number]
    about: dict[str, Any] = {"item": ballot.item.id, "votes_for": votes_for, "votes_against": against}
    about["unanimous"] = int(ballot.vote.unanimous and not votes_for)
    if rule is not None:
        return broken(ballot.rules, rule, kind, severity, day=day, meeting=meeting, entries=entries, **about)
    source = grounds.majority(ballot.rules.kind)
    if severity == "breach":
        severity = grounds.weight(ballot.rules.kind, source)
    return finding(kind, severity, day=day, meeting=meeting, entries=entries, source=source, **about)


def amendments_first(book: Examined) -> Iterator[Finding]:
    """Amendments are voted on before what they are to change (statement 01.1.3)."""
    first: dict[ProposalId, int] = {}
    for ballot in ballots(book):
        proposal = ballot.vote.proposal
        amendment = ballot.item.proposals.get(proposal) if proposal is not None else None
        if proposal is not None:
            first.setdefault(proposal, ballot.entry.number)
        if not isinstance(amendment, AmendmentMoved):
            continue
        mains = [amendment.to] if amendment.to is not None else _mains(ballot.item)
        earlier = min((first[main] for main in mains if main in first), default=None)
        if earlier is not None:
            yield finding(
                "amendment-after-proposal",
                "doubt",
                day=ballot.meeting.date,
                meeting=ballot.meeting.id,
                entries=[ballot.entry.number, earlier],
                source=grounds.stated(ballot.rules.kind, "01.1.3"),
                item=ballot.item.id,
            )


def _mains(item: Item) -> list[ProposalId]:
    return [identifier for identifier, held in item.proposals.items() if isinstance(held, ProposalMade)]


CHECKS = (voters, results, amendments_first)

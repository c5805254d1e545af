"""Members who were inhabil, or of whom it was asked; and dissent that does not go with the vote."""

from collections.abc import Iterator

from events.catalogue import (
    AmendmentMoved,
    CasePresented,
    DisqualificationDecided,
    DisqualificationRaised,
    DissentEntered,
    ProposalMade,
    VoteChoice,
    VoteHeld,
)
from events.entry import Entry
from events.ids import ItemId, PersonId
from governance.checking import grounds
from governance.checking.examined import Examined
from governance.checking.finding import Finding, finding
from governance.checking.presence import people_met, shown_away, was_there
from governance.checking.proceedings import Moment, moment_of
from governance.state.fold import Meeting
from governance.state.publishing.items import deciding_vote


def absent_disqualified(book: Examined) -> Iterator[Finding]:
    """Only who is there can be held to be inhabil (statement 91.2a.1)."""
    for entry, decided in book.of(DisqualificationDecided):
        meeting = book.fold.meeting_of(decided.item)
        if meeting is None or not decided.disqualified or not people_met(meeting):
            continue
        if _was_away(book, meeting, decided.person, entry, decided.item):
            kind = book.rules(meeting.date).kind
            source = grounds.stated(kind, "91.2a.1")
            yield finding(
                "absent-disqualified",
                grounds.weight(kind, source),
                day=meeting.date,
                meeting=meeting.id,
                entries=[entry.number, *shown_away(book, meeting, decided.person)],
                source=source,
                item=decided.item,
                person=decided.person,
            )


def _was_away(book: Examined, meeting: Meeting, person: PersonId, entry: Entry, item: ItemId) -> bool:
    """Tell whether somebody was away when the meeting turned to an item, and still when an entry under it was made."""
    first = book.proceedings.under(item)[0]
    beginning = moment_of(book.fold, first) if first.number < entry.number else Moment(entry.number, item, None)
    return (
        was_there(book, meeting, person, beginning) is False
        and was_there(book, meeting, person, moment_of(book.fold, entry)) is False
    )


def undecided(book: Examined) -> Iterator[Finding]:
    """What is raised about a member is decided before the meeting is over."""
    for entry, raised in book.of(DisqualificationRaised):
        meeting, item = book.fold.meeting_of(raised.item), book.fold.items[raised.item]
        held = item.disqualifications.get(raised.person)
        if meeting is None or meeting.closed is None or held is None or held.disqualified is not None:
            continue
        yield finding(
            "disqualification-undecided",
            "doubt",
            day=meeting.date,
            meeting=meeting.id,
            entries=[entry.number],
            source=grounds.disqualification(book.rules(meeting.date).kind),
            item=raised.item,
            person=raised.person,
        )


def took_part(book: Examined) -> Iterator[Finding]:
    """Who is inhabil under an item leaves the room: presents nothing, proposes nothing and dissents from nothing."""
    for entry, decided in book.of(DisqualificationDecided):
        meeting = book.fold.meeting_of(decided.item)
        if meeting is None or not decided.disqualified:
            continue
        acts = [
            act.number
            for act in book.proceedings.under(decided.item)
            if act.number > entry.number and _actor(act) == decided.person
        ]
        if acts:
            yield finding(
                "disqualified-took-part",
                "breach",
                day=meeting.date,
                meeting=meeting.id,
                entries=[*acts, entry.number],
                source=grounds.disqualification(book.rules(meeting.date).kind),
                item=decided.item,
                person=decided.person,
            )


def _actor(entry: Entry) -> PersonId | None:
    event = entry.event
    if isinstance(event, ProposalMade | AmendmentMoved):
        return event.proposed_by
    if isinstance(event, DissentEntered):
        return None if event.procedural else event.person
    return event.person if isinstance(event, CasePresented) else None


def dissents(book: Examined) -> Iterator[Finding]:
    """A dissent is that of a member who took part, and goes with the vote (statement 95.1.4)."""
    for entry, dissent in book.of(DissentEntered):
        meeting = book.fold.meeting_of(dissent.item)
        if meeting is None or meeting.is_general:
            continue
        kind = book.rules(meeting.date).kind
        if people_met(meeting) and _was_away(book, meeting, dissent.person, entry, dissent.item):
            shown = shown_away(book, meeting, dissent.person)
            yield _dissent("absent-dissents", "breach", meeting, entry, dissent, grounds.dissent(kind), *shown)
            continue
        against = None if dissent.procedural else _speaks_against(book, dissent)
        if against is not None:
            number, choice = against
            source = grounds.stated(kind, "95.1.4")
            found = "abstainer-dissents" if choice is VoteChoice.ABSTAINED else "dissents-from-own-vote"
            yield _dissent(found, "doubt", meeting, entry, dissent, source, number)


def _dissent(
    kind: str, severity: str, meeting: Meeting, entry: Entry, dissent: DissentEntered, source: str, *more: int
) -> Finding:
    return finding(
        kind,
        "breach" if severity == "breach" else "doubt",
        day=meeting.date,
        meeting=meeting.id,
        entries=[entry.number, *more],
        source=source,
        item=dissent.item,
        person=dissent.person,
    )


def _speaks_against(book: Examined, dissent: DissentEntered) -> tuple[int, VoteChoice] | None:
    """Return the vote that a dissent does not go with: the person abstained in what decided, or voted as it came out.

    Who was outvoted under the item has something to dissent from.
    """
    votes = [(entry.number, entry.event) for entry in book.proceedings.under(dissent.item)]
    ballots = [(number, vote) for number, vote in votes if isinstance(vote, VoteHeld)]
    own = [
        (number, vote, held.choice) for number, vote in ballots for held in vote.named if held.person == dissent.person
    ]
    if any(choice is (VoteChoice.AGAINST if vote.adopted else VoteChoice.FOR) for _, vote, choice in own):
        return None
    deciding = deciding_vote(book.fold.items[dissent.item])
    return next(
        ((number, choice) for number, vote, choice in own if vote == deciding and choice is not VoteChoice.NOT_VOTING),
        None,
    )


CHECKS = (absent_disqualified, undecided, took_part, dissents)

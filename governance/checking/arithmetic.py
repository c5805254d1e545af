"""Votes that do not add up."""

from collections.abc import Iterator

from events.catalogue import VoteChoice, VoteHeld
from governance.checking.examined import Examined
from governance.checking.finding import Finding, finding

_COUNTED = {
    VoteChoice.FOR: "votes_for",
    VoteChoice.AGAINST: "votes_against",
    VoteChoice.ABSTAINED: "abstained",
    VoteChoice.NOT_VOTING: "not_voting",
}


def vote_adds_up(book: Examined) -> Iterator[Finding]:
    """A count that was given is that of those named with this vote."""
    for entry, vote in book.of(VoteHeld):
        meeting = book.fold.meeting_of(vote.item)
        for choice, field in _COUNTED.items():
            told = getattr(vote, field)
            named = sum(held.choice is choice for held in vote.named)
            if vote.named and told is not None and told != named:
                yield finding(
                    "vote-does-not-add-up",
                    "breach",
                    day=meeting.date if meeting else "",
                    meeting=meeting.id if meeting else None,
                    entries=[entry.number],
                    item=vote.item,
                    choice=choice.value,
                    counted=told,
                    named=named,
                )


CHECKS = (vote_adds_up,)

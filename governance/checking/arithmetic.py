"""Votes whose figures contradict each other: what was counted against those named and against the groups."""

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


def told(vote: VoteHeld, choice: VoteChoice) -> int | None:
    """Return the count that was given of the votes with a choice."""
    count: int | None = getattr(vote, _COUNTED[choice])
    return count


def named(vote: VoteHeld, choice: VoteChoice) -> int:
    """Return how many are named with a choice."""
    return sum(held.choice is choice for held in vote.named)


def in_groups(vote: VoteHeld, choice: VoteChoice) -> int | None:
    """Return how many of the groups voted with a choice; None where it was not told of each."""
    counts = [held.count for held in vote.groups if held.choice is choice]
    return sum(count or 0 for count in counts) if counts and None not in counts else None


def counted(vote: VoteHeld, choice: VoteChoice) -> int | None:
    """Return how many votes there were with a choice: as counted, else as named, else as the groups voted.

    None of those named or counted is nobody only where nothing was counted besides.
    """
    count = told(vote, choice)
    if count is not None:
        return count
    found = named(vote, choice) or in_groups(vote, choice)
    if found is not None and found > 0:
        return found
    uncounted = any(held.count is None for held in vote.groups)
    whole = bool(vote.named or vote.groups) and not uncounted and all(told(vote, one) is None for one in _COUNTED)
    return 0 if whole else None


def cast(vote: VoteHeld) -> int:
    """Return how many votes were cast, those of who abstained included."""
    return sum(counted(vote, choice) or 0 for choice in _COUNTED if choice is not VoteChoice.NOT_VOTING)


def disagreements(vote: VoteHeld) -> Iterator[tuple[str, VoteChoice, int, int]]:
    """Return where what was counted is not what the names or the groups add up to: which of them, and both figures.

    Where nobody is named with a choice, as where only those against are, the names say nothing about it.
    """
    for choice in _COUNTED:
        count = told(vote, choice)
        by_name, by_group = named(vote, choice), in_groups(vote, choice)
        if count is not None and by_name and by_name != count:
            yield "named", choice, count, by_name
        elif count is not None and by_group is not None and by_group != count:
            yield "groups", choice, count, by_group
        elif count is None and by_name and by_group is not None and by_group != by_name:
            yield "groups", choice, by_name, by_group


def votes_add_up(book: Examined) -> Iterator[Finding]:
    """A count that was given is that of those named, and of the groups, with this vote."""
    for entry, vote in book.of(VoteHeld):
        meeting = book.fold.meeting_of(vote.item)
        for by, choice, count, found in disagreements(vote):
            yield finding(
                "vote-does-not-add-up",
                "breach",
                day=meeting.date if meeting else "",
                meeting=meeting.id if meeting else None,
                entries=[entry.number],
                item=vote.item,
                choice=choice.value,
                counted=count,
                by=by,
                found=found,
            )


CHECKS = (votes_add_up,)

"""A meeting at which votes are held, and what is found about how they came out."""

from typing import Any

from events.catalogue import ItemKind, NamedVote, VoteChoice
from tests.governance.checking.checked_book import CheckedBook

FOR, AGAINST, ABSTAINED = VoteChoice.FOR, VoteChoice.AGAINST, VoteChoice.ABSTAINED
RESULTS = (
    "adopted-without-majority",
    "rejected-though-carried",
    "adopted-though-tied",
    "tie-without-lots",
    "tie-without-casting-vote",
    "otherwise-than-casting-vote",
    "casting-vote-without-chair",
    "casting-vote-not-allowed",
    "lots-not-allowed",
    "casting-vote-without-tie",
    "lots-without-tie",
)


def by_name(*votes: tuple[Any, VoteChoice]) -> tuple[NamedVote, ...]:
    """Return who voted how."""
    return tuple(NamedVote(person=person, choice=choice) for person, choice in votes)


class Voting(CheckedBook):
    """Five members, of whom ``there`` are at a meeting with one item."""

    def __init__(self, there: int = 5, *, item: ItemKind = ItemKind.DECISION, **more: Any) -> None:
        super().__init__(**more)
        self.m = self.held(self.people[:there], away=self.people[there:])
        self.one = self.put(self.m, kind=item)

    def vote(
        self, votes_for: int | None = None, against: int | None = None, *, adopted: bool = True, **more: Any
    ) -> int:
        return self.voted(self.one, votes_for, against, adopted=adopted, **more)

    def results(self) -> list[str]:
        return [one.kind for one in self.found(*RESULTS)]

"""Dated facts: what the fold keeps as it was said, and merges in the order of the world only when it is published."""

from collections.abc import Iterable
from typing import Generic, TypeVar

import msgspec

from events.catalogue import (
    LeaveEnded,
    LeaveGranted,
    MemberAppointed,
    MembershipEnded,
    OfficeEnded,
    OfficerElected,
    RepresentationEnded,
    RepresentativeElected,
    StandInListed,
    StandInRemoved,
)
from events.moments import Effective, order_of

S = TypeVar("S")


class Dated(msgspec.Struct, Generic[S], frozen=True, gc=False):
    """What entry ``number`` said, and when it took effect."""

    number: int
    effective: Effective | None
    said: S

    @property
    def order(self) -> tuple[str, int]:
        """The place of the fact in the order of the world."""
        return order_of(self.effective), self.number

    @property
    def day(self) -> str | None:
        """The day by which it had taken effect (ISO date); None where no day is known."""
        return order_of(self.effective)[:10] or None


class MembershipFact(msgspec.Struct, frozen=True, gc=False):
    """A person became a member (``joined``) or stopped being one, at or within ``effective``."""

    number: int
    joined: bool
    effective: Effective | None
    party: str | None
    inferred: bool
    said: MemberAppointed | MembershipEnded | None = None


Leaving = LeaveGranted | LeaveEnded
Listing = StandInListed | StandInRemoved
Holding = OfficerElected | OfficeEnded
Representing = RepresentativeElected | RepresentationEnded


def in_order(facts: Iterable[Dated[S]]) -> list[Dated[S]]:
    """Return facts in the order of the world; those of one day in the order in which they were recorded."""
    return sorted(facts, key=lambda fact: fact.order)


def by_then(facts: Iterable[Dated[S]], day: str) -> list[Dated[S]]:
    """Return the facts that had taken effect on a day (ISO date), in the order of the world."""
    return [fact for fact in in_order(facts) if (fact.day or "") <= day]

"""What somebody wants recorded, and how a refusal is said."""

from collections.abc import Iterator
from typing import Protocol

import msgspec

from events.catalogue import AnyEvent
from events.entry import Entry, Provenance
from events.errors import ReferatError
from events.moments import Effective
from governance.state.fold import Fold


class Act(msgspec.Struct, frozen=True, kw_only=True):
    """An event to be recorded, with when it took effect and where it was taken from."""

    event: AnyEvent
    effective: Effective | None = None
    provenance: Provenance | None = None


class RuleRefused(ReferatError):
    """The rules do not allow the act: it is nonsense in this state. What is merely irregular is allowed."""

    exit_code = 4


class TimeRefused(RuleRefused):
    """When the act took effect is not said and must be, or cannot be so."""


class History(Protocol):
    """The entries of the book, for the few rules that look back: those about striking and correcting."""

    def entry(self, number: int) -> Entry | None:
        """Return the entry with this number as it was recorded, or None where there is none."""

    def since(self, number: int) -> Iterator[Entry]:
        """Return the entries after this number that are in force, as they read now, and the corrections in force."""

    def without(self, number: int) -> Fold:
        """Return what the book says without this entry and what builds on it."""

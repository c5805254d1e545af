"""Marks on entries that are taken over: from which file and lines, by which rule, inferred or said."""

from events.entry import Provenance
from governance.documents.model import Lines


class Marks:
    """Makes the provenance of entries from one file; ``source`` is the SHA-256 of the file."""

    def __init__(self, source: str) -> None:
        self.source = source

    def at(self, lines: Lines | None, rule: str) -> Provenance | None:
        """Return the provenance of an entry that these lines tell."""
        return Provenance(source=self.source, lines=lines, rule=rule or None)

    def inferred(self, lines: Lines | None, rule: str) -> Provenance | None:
        """Return the provenance of an entry that follows from these lines without being said in them."""
        return inferred_from(self.source, rule, lines)


class Unmarked(Marks):
    """Makes no provenance: for what is said at the meeting itself and comes from no file."""

    def __init__(self) -> None:
        super().__init__("")

    def at(self, lines: Lines | None, rule: str) -> None:
        """Return None."""

    def inferred(self, lines: Lines | None, rule: str) -> None:
        """Return None."""


def inferred_from(source: str, rule: str, lines: Lines | None = None) -> Provenance:
    """Return the provenance of an entry that follows from a file without being said in it."""
    return Provenance(source=source, lines=lines, rule=rule, inferred=True)

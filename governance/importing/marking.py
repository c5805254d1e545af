"""Marks on entries that are taken over: from which file and lines, by which rule, inferred or said."""

from events.entry import Provenance
from governance.documents.model import Lines


class Marks:
    """Makes the provenance of entries from one file; ``source`` is the SHA-256 of the file."""

    def __init__(self, source: str) -> None:
        self.source = source

    def at(self, lines: Lines | None, rule: str) -> Provenance:
        """Return the provenance of an entry that these lines tell."""
        return Provenance(source=self.source, lines=lines, rule=rule or None)


def inferred_from(source: str, rule: str, lines: Lines | None = None) -> Provenance:
    """Return the provenance of an entry that follows from a file without being said in it."""
    return Provenance(source=source, lines=lines, rule=rule, inferred=True)

"""What the parts of a document have in common, and what a fact is."""

import msgspec

Lines = tuple[int, int]
"""First and last line of the source, from 1."""


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """A part of the whole document."""


class Fact(Part, frozen=True, kw_only=True, tag=True):
    """Something that a statement tells. ``rule`` names the rule that recognised it."""

    rule: str = ""

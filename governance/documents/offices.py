"""What minutes say of elections, and of rules that were adopted. ``begins`` is the day from which it counts, where that is
not the day of the meeting.
"""

from typing import Literal

from governance.documents.parts import Fact, Part


class OfficerElection(Fact, frozen=True, kw_only=True):
    """Somebody was elected to an office; ``title`` is what it is called where it is none of the usual ones."""

    name: str
    office: Literal["chair", "vice-chair", "treasurer", "secretary", "auditor", "board-member", "teller", "other"]
    title: str | None = None
    until: str | None = None
    begins: str | None = None


class RepresentativeElection(Fact, frozen=True, kw_only=True):
    """Somebody was elected to represent the council in another body."""

    name: str
    body: str
    until: str | None = None
    begins: str | None = None


class RuleValue(Part, frozen=True, kw_only=True):
    """A rule and what it lays down, both as the book names them."""

    name: str
    value: str


class RulesAdoption(Fact, frozen=True, kw_only=True):
    """The council adopted rules; ``profile`` is the kind of body whose usual rules fill the rest."""

    title: str | None = None
    profile: str | None = None
    rules: tuple[RuleValue, ...] = ()
    begins: str | None = None

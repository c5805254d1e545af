"""Ids of what the book speaks of: opaque, stable, free of personal data.

An id is one letter for the kind of thing and the number of the entry that introduced it: ``m12`` is the meeting that
entry 12 introduced. It stands in no body as a field of its own; it follows from the entry's number, so it cannot
disagree with it.
"""

import re
from typing import NewType, TypeVar

PersonId = NewType("PersonId", str)
BodyId = NewType("BodyId", str)
MeetingId = NewType("MeetingId", str)
ItemId = NewType("ItemId", str)
MatterId = NewType("MatterId", str)
StatementId = NewType("StatementId", str)
GroupId = NewType("GroupId", str)
PlanId = NewType("PlanId", str)
DispatchId = NewType("DispatchId", str)
TaskId = NewType("TaskId", str)
ProposalId = NewType("ProposalId", str)
VoteId = NewType("VoteId", str)
KeyId = NewType("KeyId", str)

LETTERS: dict[type[str], str] = {
    PersonId: "p",
    BodyId: "b",
    MeetingId: "m",
    ItemId: "i",
    MatterId: "s",
    StatementId: "n",
    GroupId: "g",
    PlanId: "h",
    DispatchId: "d",
    TaskId: "t",
    ProposalId: "f",
    VoteId: "a",
    KeyId: "k",
}
"""The letter of each kind; ``s`` is for sag (matter), ``h`` for handleplan (plan), ``n`` for a statement's note, ``f`` for forslag
(proposal), ``a`` for afstemning (vote)."""

K = TypeVar("K", bound=str)

_FORMS = {kind: re.compile(rf"{letter}[1-9][0-9]{{0,8}}\Z") for kind, letter in LETTERS.items()}


def made_by(kind: type[K], number: int) -> K:
    """Return the id of the thing of this kind that entry ``number`` introduced."""
    return f"{LETTERS[kind]}{number}"  # type: ignore[return-value]  # the check of the kind is for mypy; a call costs


def form_of(kind: type[str]) -> re.Pattern[str]:
    """Return the form of an id of this kind."""
    return _FORMS[kind]


def is_id(text: str, kind: type[str]) -> bool:
    """Tell whether the text has the form of an id of this kind."""
    return _FORMS[kind].match(text) is not None


def introducing_entry(identifier: str) -> int:
    """Return the number of the entry that introduced the thing with this id."""
    return int(identifier[1:])

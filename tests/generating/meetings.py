"""Random fields for acts: meetings, agendas, what happens under an item, votes and minutes."""

from collections.abc import Callable
from typing import Any

from governance.state.fold import Fold

_CHOICES = ("for", "against", "abstained", "not-voting")


def _item_and_before(acts: Any, fold: Fold) -> dict[str, Any]:
    item = acts.item(fold)
    meeting = fold.meeting_of(item) if item in fold.items else None
    return {"item": item, "before": acts.maybe(meeting.items if meeting else []), **acts.told(fold, item)}


def _coming(acts: Any, fold: Fold) -> dict[str, Any]:
    meeting = acts.meeting(fold)
    items = fold.meetings[meeting].items if meeting in fold.meetings else []
    return {"meeting": meeting, "person": acts.person(fold), "item": acts.maybe(items, 0.8)}


def _resumed(acts: Any, fold: Fold) -> dict[str, Any]:
    meeting = acts.one([held.id for held in fold.meetings.values() if held.interruptions], "m999")
    return {"meeting": meeting, **acts.told(fold, meeting)}


def _guest(acts: Any, fold: Fold) -> dict[str, Any]:
    return {**_coming(acts, fold), "role": acts.choice("guest", "observer", "presenter", "administration")}


def _proposal(acts: Any, fold: Fold, item: str) -> str | None:
    held = fold.items[item].proposals if item in fold.items else {}  # type: ignore[index]
    return acts.maybe(held, 0.7)  # type: ignore[no-any-return]


def _amendment(acts: Any, fold: Fold) -> dict[str, Any]:
    fields = acts.under_item(fold, amendment=acts.words(), proposed_by=acts.maybe(fold.persons))
    return {**fields, "to": _proposal(acts, fold, fields["item"])}


def _vote(acts: Any, fold: Fold) -> dict[str, Any]:
    fields = acts.under_item(fold, adopted=acts.chance(0.6), method=acts.choice("show-of-hands", "roll-call", "secret"))
    named = {acts.person(fold): acts.choice(*_CHOICES) for _ in range(acts.number(0, 2))}
    return {
        **fields,
        "proposal": _proposal(acts, fold, fields["item"]),
        "votes_for": acts.choice(None, 0, 3),
        "votes_against": acts.choice(None, 0, 2),
        "abstained": acts.choice(None, 1),
        "named": [{"person": person, "choice": choice} for person, choice in named.items()] or None,
        "groups": acts.choice(None, [{"group": acts.choice("A", "V", "Å | Ø"), "choice": "for", "count": 2}]),
        "casting_vote": acts.choice(None, None, "for"),
        "lots": acts.choice(None, None, True),
        "unanimous": acts.choice(None, True),
    }


FIELDS: dict[str, Callable[[Any, Fold], dict[str, Any]]] = {
    "MeetingInterrupted": lambda a, f: a.at_meeting(f),
    "MeetingResumed": _resumed,
    "MemberArrived": _coming,
    "MemberLeft": _coming,
    "GuestAttended": _guest,
    "DisqualificationRaised": lambda a, f: a.under_item(f, person=a.person(f), reason=a.choice(None, a.words())),
    "DisqualificationDecided": lambda a, f: a.under_item(f, person=a.person(f), disqualified=a.chance(0.5)),
    "AgendaItemMoved": _item_and_before,
    "AgendaItemWithdrawn": lambda a, f: a.under_item(f, reason=a.choice(None, a.words())),
    "AgendaSent": lambda a, f: {"meeting": a.meeting(f)},
    "LateItemAccepted": lambda a, f: a.under_item(f, votes=a.choice(None, 0, 1, 5)),
    "LateItemRefused": lambda a, f: {
        "meeting": (meeting := a.meeting(f)),
        "title": a.words(3),
        "proposed_by": a.maybe(f.persons),
        **a.told(f, meeting),
    },
    "ItemOpened": lambda a, f: {"item": a.item(f)},
    "ItemReopened": lambda a, f: a.under_item(f),
    "CasePresented": lambda a, f: a.under_item(f, person=a.maybe(f.persons)),
    "ProposalMade": lambda a, f: a.under_item(f, proposal=a.words(), proposed_by=a.maybe(f.persons)),
    "AmendmentMoved": _amendment,
    "VoteHeld": _vote,
    "ItemRecommended": lambda a, f: a.under_item(f, body=a.one(f.bodies, "b999")),
    "ItemSentBack": lambda a, f: a.under_item(f, body=a.maybe(f.bodies), reason=a.choice(None, a.words())),
    "StatementEntered": lambda a, f: a.under_item(f, person=a.person(f), statement=a.words()),
    "DissentEntered": lambda a, f: a.under_item(
        f, person=a.person(f), dissent=a.words(), procedural=a.choice(None, True)
    ),
    "MinutesSigned": lambda a, f: {
        "meeting": a.one([held.id for held in f.meetings.values() if held.issued_through is not None], "m999"),
        "person": a.person(f),
        "reservation": a.choice(None, a.words(), "En linje\nog en til"),
    },
}
"""For every event of these topics, how its fields are drawn: from the acts so far and the state."""
TIMED = ("MemberArrived", "MemberLeft", "MeetingInterrupted", "MeetingResumed", "ItemOpened", "ItemReopened")
"""What happens at a time of day."""

"""The usual wording in the minutes: votes."""

from collections.abc import Callable, Iterator
from typing import Any

from events.catalogue import AmendmentMoved, Event, VoteChoice, VoteHeld, VoteMethod
from governance.state.fold import Fold
from governance.wording.sentences.names import listed, person

_HOW = {
    VoteMethod.SHOW_OF_HANDS: "",
    VoteMethod.ROLL_CALL: " ved navneopråb",
    VoteMethod.WRITTEN: " ved skriftlig afstemning",
    VoteMethod.SECRET: " ved hemmelig afstemning",
    VoteMethod.ACCLAMATION: " ved akklamation",
}
_VOTED = {
    VoteChoice.FOR: "For stemte",
    VoteChoice.AGAINST: "Imod stemte",
    VoteChoice.ABSTAINED: "Hverken for eller imod stemte",
    VoteChoice.NOT_VOTING: "Stemte ikke",
}


def _vote(fold: Fold, event: VoteHeld) -> str:
    said = f"{_what(fold, event)} blev {'enstemmigt ' if event.unanimous else ''}"
    said += f"{'vedtaget' if event.adopted else 'forkastet'}{_HOW[event.method]}{_counted(event)}."
    return " ".join([said, *_decided_by(event), *_voted(fold, event)])


def _what(fold: Fold, event: VoteHeld) -> str:
    held = fold.items[event.item].proposals.get(event.proposal) if event.proposal and event.item in fold.items else None
    return "Ændringsforslaget" if isinstance(held, AmendmentMoved) else "Forslaget"


def _counted(event: VoteHeld) -> str:
    counts = (
        (event.votes_for, "for"),
        (event.votes_against, "imod"),
    )
    said = [f"{count} {word}" for count, word in counts if count is not None]
    if said:
        count, word = said[0].split(" ")
        said[0] = f"{count} {'stemme' if count == '1' else 'stemmer'} {word}"
    said += [f"{event.abstained} hverken for eller imod"] if event.abstained is not None else []
    away = f"; {event.not_voting} stemte ikke" if event.not_voting is not None else ""
    return (f" med {listed(said)}" if said else "") + away


def _decided_by(event: VoteHeld) -> Iterator[str]:
    if event.casting_vote is not None:
        way = "for" if event.casting_vote is VoteChoice.FOR else "imod"
        yield f"Ved stemmelighed stemte mødelederen {way}."
    if event.lots:
        yield "Der blev trukket lod."


def _voted(fold: Fold, event: VoteHeld) -> Iterator[str]:
    for choice, word in _VOTED.items():
        voters = [person(fold, held.person) for held in event.named if held.choice is choice]
        voters += [
            f"{held.group} ({held.count})" if held.count is not None else held.group
            for held in event.groups
            if held.choice is choice
        ]
        if voters:
            yield f"{word}: {', '.join(voters)}."


SENTENCES: dict[type[Event], Callable[[Fold, Any], str | None]] = {VoteHeld: _vote}

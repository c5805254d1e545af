"""The usual wording in the minutes: how an item is dealt with."""

from collections.abc import Callable
from typing import Any

from events.catalogue import (
    AmendmentMoved,
    CasePresented,
    DissentEntered,
    Event,
    ItemRecommended,
    ItemSentBack,
    ProposalMade,
    StatementEntered,
)
from governance.state.fold import Fold
from governance.wording.sentences.names import body, person


def _presented(fold: Fold, event: CasePresented) -> str:
    return f"{person(fold, event.person)} fremlagde sagen." if event.person is not None else "Sagen blev fremlagt."


def _proposal(fold: Fold, event: ProposalMade) -> str:
    by = f" fra {person(fold, event.proposed_by)}" if event.proposed_by is not None else ""
    return f"Forslag{by}: {_ended(event.proposal)}"


def _amendment(fold: Fold, event: AmendmentMoved) -> str:
    by = f" fra {person(fold, event.proposed_by)}" if event.proposed_by is not None else ""
    return f"Ændringsforslag{by}: {_ended(event.amendment)}"


def _recommended(fold: Fold, event: ItemRecommended) -> str:
    return f"Anbefales over for {body(fold, event.body)}."


def _sent_back(fold: Fold, event: ItemSentBack) -> str:
    to = f" til {body(fold, event.body)}" if event.body is not None else ""
    because = f", da {event.reason.rstrip('.')}" if event.reason else ""
    return f"Punktet sendes tilbage{to}{because}."


def _statement(fold: Fold, event: StatementEntered) -> str:
    return f"{person(fold, event.person)} ønskede ført til protokols: {_ended(event.statement)}"


def _dissent(fold: Fold, event: DissentEntered) -> str:
    about = " om behandlingen af punktet" if event.procedural else ""
    return f"{person(fold, event.person)} afgav en mindretalsudtalelse{about}: {_ended(event.dissent)}"


def _ended(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else f"{text}."


SENTENCES: dict[type[Event], Callable[[Fold, Any], str | None]] = {
    CasePresented: _presented,
    ProposalMade: _proposal,
    AmendmentMoved: _amendment,
    ItemRecommended: _recommended,
    ItemSentBack: _sent_back,
    StatementEntered: _statement,
    DissentEntered: _dissent,
}

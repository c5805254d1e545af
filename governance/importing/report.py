"""A reading as JSON for other programs: the keys that a labelled reading has, and where everything was found."""

from typing import Any

import msgspec

from governance.documents.model import (
    Continuation,
    Decision,
    Document,
    Fact,
    Item,
    MeetingAgreement,
    Postponement,
    Vote,
)
from governance.importing.source import Source
from governance.state.outcomes import weightiest

_OUTCOMES = {
    "AgendaApproval": "approved",
    "MinutesApproval": "approved",
    "OrdstyrerElection": "elected",
    "ReferentElection": "elected",
    "OfficerElection": "elected",
    "RepresentativeElection": "elected",
    "RulesAdoption": "decided",
    "Noting": "noted",
    "Discussion": "discussed",
    "Continuation": "discussed",
    "Postponement": "postponed",
    "Nothing": "none",
    "MeetingAgreement": "decided",
    "PlanAdoption": "decided",
    "FocusChoice": "decided",
    "Recommendation": "decided",
    "SendingBack": "postponed",
    "ItemWithdrawal": "none",
}


def outcome_of_reading(item: Item) -> str:
    """Return what came of an item, as the reading has it: none where nothing stands there, unknown where only notes do."""
    facts = [fact for statement in item.statements for fact in statement.facts]
    found = weightiest(outcome for fact in facts if (outcome := _outcome(fact)) is not None)
    if found is not None:
        return found
    votes = [fact.adopted for fact in facts if isinstance(fact, Vote)]
    if votes:
        return "decided" if votes[-1] else "rejected"
    return "unknown" if item.statements else "none"


def _outcome(fact: Fact) -> str | None:
    if isinstance(fact, Decision):
        return fact.outcome
    return _OUTCOMES.get(type(fact).__name__)


def reading_json(source: Source, document: Document) -> dict[str, Any]:
    """Return a reading in builtin form: names as written and unresolved, null or [] where the text does not say."""
    return {
        "file": source.name,
        "sha256": source.sha256,
        "encoding": source.encoding,
        "kind": document.kind,
        "language": document.language,
        "body": document.body if document.kind != "other" else None,
        "municipality": document.municipality,
        "date": document.date,
        "start": document.start or document.opened_at,
        "end": document.end or document.closed_at,
        "place": document.place,
        "present": _attending(document, "present"),
        "absent_with_apology": _attending(document, "apology"),
        "absent": _attending(document, "absent"),
        "others_present": [*document.others, *(guest.name for guest in document.guests)],
        "referent": document.referent,
        "chair": _chair(document),
        "items": [_item(item) for item in document.items] if document.kind != "other" else [],
        "next_meeting": _next_meeting(document),
        "statements": msgspec.to_builtins(document.statements),
        "closing": msgspec.to_builtins(document.closing),
        "abbreviations": msgspec.to_builtins(document.abbreviations),
        "problems": msgspec.to_builtins(document.problems),
    }


def _attending(document: Document, status: str) -> list[str]:
    return [attendee.as_written for attendee in document.attendees if attendee.status == status]


def _chair(document: Document) -> dict[str, Any] | None:
    chair = document.chair
    if chair is None:
        return None
    return {"name": chair.name, "role": chair.role, "elected_at_this_meeting": chair.elected}


def _item(item: Item) -> dict[str, Any]:
    facts = [fact for statement in item.statements for fact in statement.facts]
    postponed = next((fact.until for fact in facts if isinstance(fact, Postponement)), None)
    return {
        "number": item.number,
        "title": item.title,
        "outcome": outcome_of_reading(item),
        "postponed_to": postponed,
        "closed_session": item.closed,
        "kind": item.kind,
        "presenter": item.presenter,
        "continued": any(isinstance(fact, Continuation) for fact in facts),
        "lines": item.lines,
        "statements": msgspec.to_builtins(item.statements),
    }


def _next_meeting(document: Document) -> dict[str, Any] | None:
    under_items = [statement for item in document.items for statement in item.statements]
    for statement in [*under_items, *document.closing]:
        for fact in statement.facts:
            if isinstance(fact, MeetingAgreement):
                return {"date": fact.date, "start": fact.start, "end": fact.end, "place": fact.place}
    return None

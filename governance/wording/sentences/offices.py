"""The usual wording in the minutes: elections, and rules that were adopted."""

from collections.abc import Callable
from typing import Any

from events.catalogue import Event, Office, OfficerElected, RepresentativeElected, RulesAdopted
from governance.danish.dates import spoken_date
from governance.state.fold import Fold
from governance.wording.sentences.names import body, person

OFFICES = {
    Office.CHAIR: "formand",
    Office.VICE_CHAIR: "næstformand",
    Office.TREASURER: "kasserer",
    Office.SECRETARY: "sekretær",
    Office.AUDITOR: "revisor",
    Office.BOARD_MEMBER: "bestyrelsesmedlem",
    Office.TELLER: "stemmetæller",
}
"""What the minutes call an office."""


def _told(event: OfficerElected | RepresentativeElected | RulesAdopted) -> bool:
    return event.meeting is not None or event.item is not None


def _until(until: str | None) -> str:
    return f" frem til og med d. {spoken_date(until)}" if until else ""


def _officer(fold: Fold, event: OfficerElected) -> str | None:
    if not _told(event):
        return None
    office = event.title or OFFICES.get(event.office, "")
    return f"{person(fold, event.person)} blev valgt til {office}{_until(event.until)}."


def _representative(fold: Fold, event: RepresentativeElected) -> str | None:
    if not _told(event):
        return None
    where = body(fold, event.body)
    return f"{person(fold, event.person)} blev valgt som repræsentant i {where}{_until(event.until)}."


def _rules(_fold: Fold, event: RulesAdopted) -> str | None:
    if not _told(event):
        return None
    return f"{event.title.rstrip('.')} blev vedtaget." if event.title else "Reglerne blev vedtaget."


SENTENCES: dict[type[Event], Callable[[Fold, Any], str | None]] = {
    OfficerElected: _officer,
    RepresentativeElected: _representative,
    RulesAdopted: _rules,
}

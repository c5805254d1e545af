"""One line for each act: who is elected to what."""

from collections.abc import Callable
from typing import Any

from events.catalogue import Event, OfficeEnded, OfficerElected, RepresentationEnded, RepresentativeElected
from governance.language import _
from governance.state.facts import in_order
from governance.state.fold import Fold
from governance.wording.lines.membership import until_said
from governance.wording.offices import office_said
from governance.wording.speaking import body, item, meeting, person


def _where(fold: Fold, event: OfficerElected | RepresentativeElected, said: str) -> str:
    if event.item is not None:
        return f"{item(fold, event.item)}: {said}"
    return f"{meeting(fold, event.meeting)}: {said}" if event.meeting is not None else said


def _officer(fold: Fold, event: OfficerElected) -> str:
    said = _("{name} elected {office}").format(
        name=person(fold, event.person), office=office_said(event.office.value, event.title)
    )
    return until_said(_where(fold, event, said), event.until)


def _representative(fold: Fold, event: RepresentativeElected) -> str:
    said = _("{name} elected to represent the council in {body}").format(
        name=person(fold, event.person), body=body(fold, event.body)
    )
    return until_said(_where(fold, event, said), event.until)


def _left(fold: Fold, event: OfficeEnded) -> str:
    titles = [
        fact.said.title
        for fact in in_order(fold.offices)
        if isinstance(fact.said, OfficerElected)
        and (fact.said.person, fact.said.office) == (event.person, event.office)
    ]
    return _("{name} is no longer {office}").format(
        name=person(fold, event.person), office=office_said(event.office.value, titles[-1] if titles else None)
    )


LINES: dict[type[Event], Callable[[Fold, Any], str]] = {
    OfficerElected: _officer,
    OfficeEnded: _left,
    RepresentativeElected: _representative,
    RepresentationEnded: lambda f, e: _("{name} no longer represents the council in {body}").format(
        name=person(f, e.person), body=body(f, e.body)
    ),
}

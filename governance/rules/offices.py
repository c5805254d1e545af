"""Rules about elections: to an office of the council, and to represent it elsewhere."""

from typing import TypeVar

import msgspec

from events.catalogue import (
    Office,
    OfficeEnded,
    OfficerElected,
    RepresentationEnded,
    RepresentativeElected,
    RulesAdopted,
)
from events.errors import N_
from events.moments import Effective, order_of
from governance.rules import known
from governance.rules.act import RuleRefused
from governance.state.fold import Fold
from governance.state.publishing.offices import offices, representations

Done = TypeVar("Done", OfficerElected, RepresentativeElected, RulesAdopted)

FOR_MEMBERS = (Office.CHAIR, Office.VICE_CHAIR)
"""The offices that only a member holds."""


def officer_elected(fold: Fold, event: OfficerElected, when: Effective | None) -> OfficerElected:
    """The chair and the vice chair are members; an office of another kind says what it is called."""
    event = done_there(fold, event)
    if event.office in FOR_MEMBERS:
        known.member_on(fold, event.person, order_of(when)[:10])
    else:
        known.person(fold, event.person)
    if event.office is Office.OTHER and event.title is None:
        raise RuleRefused(N_("Say what the office is called: give its title."))
    known.not_over_before(event.until, when)
    return event


def office_ended(fold: Fold, event: OfficeEnded, when: Effective | None) -> OfficeEnded:
    """Only who holds an office leaves it."""
    name, day = known.person(fold, event.person), order_of(when)[:10]
    if not any(
        (held.person, held.office) == (event.person, event.office) and held.to is None and (held.from_ or "") <= day
        for held in offices(fold)
    ):
        raise RuleRefused(
            N_("{name} does not hold that office on {day}. Record the election first, or look up who does."),
            name=name,
            day=day,
        )
    return event


def representative_elected(fold: Fold, event: RepresentativeElected, when: Effective | None) -> RepresentativeElected:
    """The council sends somebody it knows to a body it knows."""
    event = done_there(fold, event)
    known.person(fold, event.person)
    known.body(fold, event.body)
    known.not_over_before(event.until, when)
    return event


def representation_ended(fold: Fold, event: RepresentationEnded, when: Effective | None) -> RepresentationEnded:
    """Only who represents the council stops doing so."""
    name, day = known.person(fold, event.person), order_of(when)[:10]
    known.body(fold, event.body)
    if not any(
        (held.person, held.body) == (event.person, event.body) and held.to is None and (held.from_ or "") <= day
        for held in representations(fold)
    ):
        raise RuleRefused(
            N_("{name} does not represent the council there on {day}. Record the election first."), name=name, day=day
        )
    return event


def done_there(fold: Fold, event: Done) -> Done:
    """Return the act with the meeting it was done at; an item says which. Only minutes have words for it."""
    if event.item is not None and event.meeting is None:
        event = msgspec.structs.replace(event, meeting=known.item(fold, event.item).meeting)
    if event.meeting is not None:
        known.meeting_that_counts(fold, event.meeting)
        known.item_of(fold, event.item, event.meeting)
    elif event.text is not None:
        raise RuleRefused(N_("A text stands in the minutes of a meeting. Name the meeting, or leave out the text."))
    return event

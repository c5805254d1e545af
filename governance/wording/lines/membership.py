"""One line for each act: members, stand-ins and officers."""

from collections.abc import Callable
from typing import Any

from events.catalogue import (
    Event,
    MemberAppointed,
    MembershipEnded,
    MemberWelcomed,
    PersonRegistered,
)
from governance.language import _
from governance.state.fold import Fold
from governance.wording.speaking import meeting, person


def _appointed(fold: Fold, event: MemberAppointed) -> str:
    name = person(fold, event.person)
    return (
        _("{name} ({party}) became a member").format(name=name, party=event.party)
        if event.party
        else _("{name} became a member").format(name=name)
    )


LINES: dict[type[Event], Callable[[Fold, Any], str]] = {
    PersonRegistered: lambda f, e: _("{name} is named for the first time").format(name=e.name),
    MemberAppointed: _appointed,
    MembershipEnded: lambda f, e: _("{name} ceased to be a member").format(name=person(f, e.person)),
    MemberWelcomed: lambda f, e: _("{name} was welcomed on {day}").format(
        name=person(f, e.person), day=meeting(f, e.meeting)
    ),
}

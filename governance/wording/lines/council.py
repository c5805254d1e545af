"""One line for each act: the council and its rules."""

from collections.abc import Callable
from typing import Any

from events.catalogue import (
    CouncilDissolved,
    CouncilEstablished,
    CouncilRenamed,
    Event,
    RulesAdopted,
)
from governance.language import _
from governance.state.fold import Fold
from governance.state.naming import name_before
from governance.wording.rules import kind_said, rules_said
from governance.wording.speaking import quoted


def _established(_fold: Fold, event: CouncilEstablished) -> str:
    if event.municipality:
        return _("The book of {name}, {municipality}, begins").format(name=event.name, municipality=event.municipality)
    return _("The book of {name} begins").format(name=event.name)


def _renamed(fold: Fold, event: CouncilRenamed) -> str:
    before = name_before(fold.council_names, event.name)
    if before is None:
        return _("The council is now called {name}").format(name=event.name)
    return _("{before} is now called {name}").format(before=before, name=event.name)


def _dissolved(_fold: Fold, event: CouncilDissolved) -> str:
    if event.successor:
        return _("The council was dissolved; {successor} takes over").format(successor=event.successor) + quoted(
            event.reason
        )
    return _("The council was dissolved") + quoted(event.reason)


def _rules(_fold: Fold, event: RulesAdopted) -> str:
    said = _("Rules adopted: {title}").format(title=event.title) if event.title else _("Rules adopted")
    if event.profile is not None:
        said += ", " + _("the rest as usual for: {kind}").format(kind=kind_said(event.profile.value))
    laid_down = rules_said(event.rules)
    return f"{said} ({laid_down})" if laid_down else said


LINES: dict[type[Event], Callable[[Fold, Any], str]] = {
    CouncilEstablished: _established,
    CouncilRenamed: _renamed,
    CouncilDissolved: _dissolved,
    RulesAdopted: _rules,
}

"""One line for each act: the agenda."""

from collections.abc import Callable
from typing import Any

from events.catalogue import (
    AgendaApproved,
    AgendaItemAdded,
    AgendaItemChanged,
    AgendaItemMoved,
    AgendaItemWithdrawn,
    AgendaSent,
    Event,
    LateItemAccepted,
    LateItemRefused,
    MatterOpened,
)
from governance.language import _, plural
from governance.state.fold import Fold
from governance.wording.speaking import item, meeting, person, quoted


def _item_added(fold: Fold, event: AgendaItemAdded) -> str:
    where = meeting(fold, event.meeting)
    if event.number:
        return _("Item {number} on the agenda of {day}: {title}").format(
            number=event.number, day=where, title=event.title
        )
    return _("On the agenda of {day}: {title}").format(day=where, title=event.title)


def _item_changed(fold: Fold, event: AgendaItemChanged) -> str:
    return _("{item} stated anew: {title}").format(
        item=item(fold, event.item), title=event.title or fold.item(event.item).title
    )


def _moved(fold: Fold, event: AgendaItemMoved) -> str:
    title = fold.items[event.item].title if event.item in fold.items else str(event.item)
    if event.before is None:
        return _("»{title}« moved to the end of the agenda").format(title=title)
    return _("»{title}« moved to stand before {item}").format(title=title, item=item(fold, event.before))


def _accepted(fold: Fold, event: LateItemAccepted) -> str:
    where = item(fold, event.item)
    if event.votes is None:
        return _("{item}: taken up though it came late").format(item=where)
    said = plural(
        "{item}: taken up though it came late, {count} vote for",
        "{item}: taken up though it came late, {count} votes for",
        event.votes,
    )
    return said.format(item=where, count=event.votes)


def _refused(fold: Fold, event: LateItemRefused) -> str:
    where = meeting(fold, event.meeting)
    if event.proposed_by is None:
        return _("Not taken up on {day}: {title}").format(day=where, title=event.title)
    return _("Not taken up on {day}, wanted by {name}: {title}").format(
        day=where, name=person(fold, event.proposed_by), title=event.title
    )


LINES: dict[type[Event], Callable[[Fold, Any], str]] = {
    MatterOpened: lambda f, e: _("Matter came up: {title}").format(title=e.title),
    AgendaItemAdded: _item_added,
    AgendaItemChanged: _item_changed,
    AgendaItemMoved: _moved,
    AgendaItemWithdrawn: lambda f, e: _("{item}: taken off the agenda").format(item=item(f, e.item)) + quoted(e.reason),
    AgendaSent: lambda f, e: _("Agenda of {day} sent out").format(day=meeting(f, e.meeting)),
    LateItemAccepted: _accepted,
    LateItemRefused: _refused,
    AgendaApproved: lambda f, e: (
        _("Agenda of {day} approved with changes") if e.changed else _("Agenda of {day} approved")
    ).format(day=meeting(f, e.meeting)),
}

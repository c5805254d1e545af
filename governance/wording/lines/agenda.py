"""One line for each act: the agenda."""

from collections.abc import Callable
from typing import Any

from events.catalogue import (
    AgendaApproved,
    AgendaItemAdded,
    AgendaItemChanged,
    Event,
    MatterOpened,
)
from governance.language import _
from governance.state.fold import Fold
from governance.wording.speaking import item, meeting


def _item_added(fold: Fold, event: AgendaItemAdded) -> str:
    where = meeting(fold, event.meeting)
    if event.number:
        return _("Item {number} on the agenda of {day}: {title}").format(
            number=event.number, day=where, title=event.title
        )
    return _("On the agenda of {day}: {title}").format(day=where, title=event.title)


def _item_changed(fold: Fold, event: AgendaItemChanged) -> str:
    return _("{item} stated anew: {title}").format(
        item=item(fold, event.item), title=event.title or fold.items[event.item].title
    )


LINES: dict[type[Event], Callable[[Fold, Any], str]] = {
    MatterOpened: lambda f, e: _("Matter came up: {title}").format(title=e.title),
    AgendaItemAdded: _item_added,
    AgendaItemChanged: _item_changed,
    AgendaApproved: lambda f, e: (
        _("Agenda of {day} approved with changes") if e.changed else _("Agenda of {day} approved")
    ).format(day=meeting(f, e.meeting)),
}

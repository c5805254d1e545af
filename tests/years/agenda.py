"""What is to come onto an agenda, and how it gets there."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from events.catalogue import AgendaItemAdded, ItemKind, MatterKind, MatterOpened
from events.ids import ItemId, MatterId, PersonId

if TYPE_CHECKING:
    from tests.years.calendar import Occasion
    from tests.years.life import Life
    from tests.years.sitting import Sitting

Doing = Callable[["Sitting", "Planned"], None]
"""What the meeting does under an item."""


@dataclass
class Planned:
    """An item to be: ``matter`` where it goes on with one. ``id`` is known once it stands on an agenda.

    ``application`` tells that its matter is an application to another body.
    """

    title: str
    doing: Doing
    kind: ItemKind = ItemKind.DISCUSSION
    standing: bool = False
    closed: bool = False
    matter: MatterId | None = None
    presenter: PersonId | None = None
    application: bool = False
    id: ItemId | None = None

    def again(self, doing: Doing | None = None) -> "Planned":
        """Return the same matter for a later agenda."""
        return Planned(self.title, doing or self.doing, self.kind, closed=self.closed, matter=self.matter)


def added(life: "Life", occasion: "Occasion", item: Planned) -> None:
    """Put an item on the agenda of a meeting, last."""
    assert occasion.id is not None
    if item.application and item.matter is None:
        opened = MatterOpened(title=item.title, kind=MatterKind.APPLICATION, addressee=life.rng.choice(life.bodies))
        item.matter = life.ledger.make(MatterId, opened)
    event = AgendaItemAdded(
        meeting=occasion.id,
        title=item.title,
        kind=item.kind,
        standing=item.standing,
        matter=item.matter,
        presenter=item.presenter,
        closed=item.closed,
    )
    item.id = life.ledger.make(ItemId, event)
    item.matter = life.ledger.fold.items[item.id].matter

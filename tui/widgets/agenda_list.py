"""The agenda with how far each item has come."""

from collections.abc import Sequence

from events.ids import ItemId
from governance.language import _
from governance.sitting.course import Mark, SittingItem
from tui.widgets.line_list import LineList
from tui.widgets.lines import Line, held

_MARKS: dict[Mark, str] = {"waiting": "·", "open": "○", "done": "✓", "postponed": "→", "withdrawn": "×"}
_LOOKS: dict[Mark, str] = {"done": "faint", "postponed": "faint", "withdrawn": "struck"}


class AgendaList(LineList):
    """The items of a meeting. The cursor stands on the one that is being dealt with."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id, classes="pane")
        self.items: Sequence[SittingItem] = ()
        self.projected = False
        """Whether others see the screen too: what is closed is not named then."""
        self._shown_lines: Sequence[Line] = ()

    def show_items(self, items: Sequence[SittingItem], current: ItemId | None, drafted: frozenset[ItemId]) -> None:
        """Show the agenda with the cursor on an item; ``drafted`` are those to which something is written unrecorded."""
        self.items = items
        lines = [self._line(item, item.id == current, item.id in drafted) for item in items] or [
            Line(_("No items yet."), "faint")
        ]
        place = next((place for place, item in enumerate(items) if item.id == current), 0)
        done = sum(item.mark not in ("waiting", "open") for item in items)
        self.entitle(_("Agenda"), f"{done}/{len(items)}")
        if lines != self._shown_lines or place != self.cursor:
            self._shown_lines = lines
            self.show_lines(len(lines), held(lines), cursor=place)

    def item_at(self, index: int) -> ItemId | None:
        """Return the item on a line."""
        return self.items[index].id if 0 <= index < len(self.items) else None

    def _line(self, item: SittingItem, current: bool, drafted: bool) -> Line:
        mark = "▶" if current and item.mark in ("waiting", "open") else "…" if drafted else _MARKS[item.mark]
        title = _("Closed item") if item.closed and self.projected else item.title
        late = _(" (late)") if item.late else ""
        look = "" if current or drafted else _LOOKS.get(item.mark, "")
        return Line(f"{mark} {item.number:>2} {title}{late}", look)

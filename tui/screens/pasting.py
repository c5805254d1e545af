"""Pasting an agenda: the text on one side, the items that it makes on the other."""

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.content import Content
from textual.widgets import Static, TextArea

from governance.language import _, plural
from governance.planning.pasted_agenda import PastedItem, agenda_in
from tui.screens.overlaying import Overlay
from tui.widgets.draft_area import DraftArea
from tui.widgets.lines import Line
from tui.widgets.wrapped_lines import WrappedLines

_PAUSE = 0.2
"""Seconds without a key after which the items are worked out anew."""


class PastingScreen(Overlay[Sequence[PastedItem] | None]):
    """Returns the items of the text; None where it was left. The text is kept under ``key`` until it is recorded."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "take", show=False, id="take-pasted", priority=True),
        Binding("escape", "give_up", show=False, id="leave-pasting", priority=True),
    ]

    def __init__(self, key: str) -> None:
        super().__init__()
        self._key = key
        self._items: Sequence[PastedItem] = ()

    def compose(self) -> ComposeResult:
        """Lay out the text, the items and the keys."""
        yield Static(_("PRACTICE: nothing is kept"), id="practice", markup=False)
        with Container(id="pasting-panes"):
            yield DraftArea(self._key, id="pasted")
            yield WrappedLines(id="pasted-items", classes="pane")
        yield Static(
            _("^S Put these items on the agenda   Esc Back (the text is kept)"), id="pasting-keys", markup=False
        )

    def on_mount(self) -> None:
        """Show what the text that was kept makes."""
        text = self.query_one("#pasted", DraftArea)
        text.border_title = Content(_("Paste or type the agenda here"))
        text.focus()
        self._timer = self.set_timer(0, self._work_out)

    @on(TextArea.Changed)
    def work_out_soon(self) -> None:
        """Work the items out once nothing more is typed."""
        self._timer.stop()
        self._timer = self.set_timer(_PAUSE, self._work_out)

    def _work_out(self) -> None:
        found = agenda_in(self.query_one("#pasted", DraftArea).text)
        self._items = found.items
        lines = [_line(place, item) for place, item in enumerate(found.items, 1)]
        if found.left_out:
            lines += [
                Line(""),
                Line(_("Not taken along:"), "heading"),
                *(Line(text, "faint") for text in found.left_out),
            ]
        shown = self.query_one("#pasted-items", WrappedLines)
        count = len(found.items)
        shown.entitle(plural("{count} item", "{count} items", count).format(count=count))
        shown.show_text(lines)

    def action_take(self) -> None:
        """Return the items."""
        self._work_out()
        if self._items:
            self.dismiss(self._items)

    def action_give_up(self) -> None:
        """Leave; the text is kept for the next time."""
        self.dismiss(None)


def _line(place: int, item: PastedItem) -> Line:
    closed = _("closed item")
    mark = f"  ({closed})" if item.closed else ""
    return Line(f"{place:>2}. {item.title}{mark}")

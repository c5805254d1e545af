"""Lines that wrap where the pane ends, with a cursor, each standing for something."""

from collections.abc import Sequence
from typing import Any

from textual import events

from tui.widgets.line_list import LineList
from tui.widgets.lines import Line, held
from tui.widgets.wrapped_lines import pieces


class PlacedLines(LineList):
    """Lines to read of which one is under the cursor; ``meant`` is what it stands for."""

    def __init__(self, *, id: str, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._told: Sequence[tuple[Line, Any]] = ()
        self._meanings: list[Any] = []

    def show_placed(self, told: Sequence[tuple[Line, Any]], *, toward: Any = None) -> None:
        """Show lines, each with what it stands for. The cursor goes to what stands for ``toward``, or else stays on what
        stands for the same, where that is there.
        """
        if told != self._told:
            meant = self.meant if toward is None else toward
            self._told = told
            self._wrap(meant)
            if toward is not None:
                self.call_after_refresh(self._show_around)

    def stand_at(self, meaning: Any) -> None:
        """Put the cursor on the first line that stands for something, with what stands around it in sight."""
        if meaning in self._meanings:
            self.cursor = self._meanings.index(meaning)
            self.call_after_refresh(self._show_around)

    @property
    def meant(self) -> Any:
        """What the line under the cursor stands for; None where there is no line."""
        return self._meanings[self.cursor] if 0 <= self.cursor < len(self._meanings) else None

    def on_resize(self, event: events.Resize) -> None:
        """Wrap anew."""
        super().on_resize(event)
        self._wrap(self.meant)

    def _wrap(self, meant: Any) -> None:
        width = max(10, self.scrollable_content_region.width - 2)
        wrapped = [(Line(piece, line.look), what) for line, what in self._told for piece in pieces(line.text, width)]
        self._meanings = [what for _, what in wrapped]
        lines = [line for line, _ in wrapped]
        there = meant is not None and meant in self._meanings
        self.show_lines(len(lines), held(lines), cursor=self._meanings.index(meant) if there else 0)

    def _show_around(self) -> None:
        """Have some lines before the cursor and more after it in sight."""
        self.scroll_to(y=max(0, self.cursor - self.scrollable_content_region.height // 3), animate=False)

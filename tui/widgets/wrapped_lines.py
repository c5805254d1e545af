"""Lines of text that wrap where the pane ends."""

from collections.abc import Sequence

from textual import events

from governance.wording.missing import missing_said
from tui.widgets.lines import Line, Lines, held


class WrappedLines(Lines):
    """Lines to read, wrapped to the width; what is indented stays indented."""

    def __init__(self, *, id: str, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self.told: Sequence[Line] = ()

    def show_text(self, lines: Sequence[Line]) -> None:
        """Show these lines from the first on."""
        if lines != self.told:
            self.told = lines
            self.scroll_to(y=0, animate=False)
            self._wrap()

    def on_resize(self, event: events.Resize) -> None:
        """Wrap anew."""
        super().on_resize(event)
        self._wrap()

    def _wrap(self) -> None:
        width = max(10, self.scrollable_content_region.width - 2)
        wrapped = [Line(piece, line.look) for line in self.told for piece in pieces(missing_said(line.text), width)]
        self.show_source(len(wrapped), held(wrapped))


def pieces(text: str, width: int) -> list[str]:
    """Return a text in lines of at most this width; what is indented stays indented."""
    import textwrap  # nothing is wrapped before the first paint

    pieces = []
    for line in text.split("\n"):
        indent = " " * min(width // 2, len(line) - len(line.lstrip()) + 2)
        pieces += textwrap.wrap(line, width, subsequent_indent=indent, break_on_hyphens=False) or [""]
    return pieces

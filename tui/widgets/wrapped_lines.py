"""Lines of text that wrap where the pane ends."""

import textwrap

from textual import events

from tui.widgets.line_list import LineList


class WrappedLines(LineList):
    """Plain lines, wrapped to the width; what is indented stays indented."""

    def __init__(self, *, id: str, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._lines: list[str] = []

    def show_text(self, lines: list[str]) -> None:
        """Show these lines from the first on."""
        self._lines = lines
        self._wrap(cursor=0)

    def on_resize(self, event: events.Resize) -> None:
        """Wrap anew."""
        super().on_resize(event)
        self._wrap(cursor=self.cursor)

    def _wrap(self, *, cursor: int) -> None:
        width = max(10, self.scrollable_content_region.width - 2)
        wrapped = [piece for line in self._lines for piece in _pieces(line, width)]
        self.show_lines(len(wrapped), lambda start, count: wrapped[start : start + count], cursor=cursor)


def _pieces(line: str, width: int) -> list[str]:
    indent = " " * (len(line) - len(line.lstrip()) + 2)
    return textwrap.wrap(line, width, subsequent_indent=indent, drop_whitespace=True) or [""]

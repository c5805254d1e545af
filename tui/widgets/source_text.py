"""The text of a file beside what was read in it: lines with their numbers, wrapped, and some of them marked."""

from collections.abc import Mapping

from rich.style import Style

from tui.widgets.lines import Line, Lines, held
from tui.widgets.wrapped_lines import pieces

_NUMBER = 5
"""Columns for the number of a line and what stands beside it."""
_GAP, _BAR = " ", "▌"
"""What stands between the number of a line and its text; the bar where the line is marked."""


class SourceText(Lines):
    """Shows a text. ``mark`` says which lines the chosen entry came from; ``looks`` how the reading of each line stands."""

    COMPONENT_CLASSES = {"source-text--marked"}  # noqa: RUF012 - as the base class declares it
    DEFAULT_CSS = """
    SourceText > .source-text--marked { background: $primary-muted; color: $text; text-style: bold; }
    """

    def __init__(self, *, id: str, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._text: list[str] = []
        self._looks: Mapping[int, tuple[str, str]] = {}
        self._begins: list[int] = []
        self._of: list[int] = []
        self._marked: tuple[int, int] | None = None

    @property
    def marked(self) -> tuple[int, int] | None:
        """The first and last line (from 1) that are marked."""
        return self._marked

    def show_text(self, text: str, looks: Mapping[int, tuple[str, str]]) -> None:
        """Show a text; ``looks`` are the sign and the look of lines, by their numbers."""
        self._text, self._looks = text.split("\n"), looks
        self._wrap()

    def mark(self, lines: tuple[int, int] | None) -> None:
        """Mark lines, and bring them into sight."""
        if lines == self._marked:
            return
        self._marked = lines
        self._strips.clear()
        self.refresh()
        if lines is not None:
            self.call_after_refresh(self._show_marked)

    def _show_marked(self) -> None:
        height = self.scrollable_content_region.height
        if self._marked is None or not height or self._marked[0] > len(self._begins):
            return
        first = self._begins[self._marked[0] - 1]
        last = self._begins[self._marked[1]] - 1 if self._marked[1] < len(self._begins) else len(self._of) - 1
        top = self.scroll_offset.y
        if first < top or last >= top + height:
            self.scroll_to(y=max(0, first - max(1, (height - (last - first + 1)) // 2)), animate=False)

    def on_resize(self, event) -> None:  # type: ignore[no-untyped-def]  # as the base class has it
        """Wrap anew."""
        super().on_resize(event)
        self._wrap()

    def _wrap(self) -> None:
        width = max(10, self.scrollable_content_region.width - _NUMBER - 2)
        lines: list[Line] = []
        self._begins, self._of = [], []
        for number, text in enumerate(self._text, 1):
            sign, look = self._looks.get(number, (" ", ""))
            self._begins.append(len(lines))
            for index, piece in enumerate(pieces(text, width)):
                before = f"{number:>4}{sign}" if index == 0 else " " * _NUMBER
                lines.append(Line(f"{before}{_GAP}{piece}", look))
                self._of.append(number)
        self.show_source(len(lines), held(lines))
        self._show_marked()

    def line(self, index: int) -> Line:
        """Return a line, with a bar where it is marked."""
        line = super().line(index)
        if not self._is_marked(index):
            return line
        return Line(f"{line.text[:_NUMBER]}{_BAR}{line.text[_NUMBER + 1 :]}", line.look)

    def manner_of(self, index: int) -> str:
        """Return whether the line is marked."""
        return "marked" if self._is_marked(index) else ""

    def style_of(self, index: int, line: Line) -> Style:
        """Return the style of the line, with that of what is marked."""
        if self._is_marked(index):
            return self.get_component_rich_style("source-text--marked")
        return super().style_of(index, line)

    def _is_marked(self, index: int) -> bool:
        return (
            self._marked is not None and index < len(self._of) and self._marked[0] <= self._of[index] <= self._marked[1]
        )

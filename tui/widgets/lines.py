"""Lines on a screen that draw only what is seen, however many there are."""

from collections.abc import Callable, Sequence
from typing import ClassVar, NamedTuple

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.cache import LRUCache
from textual.content import Content
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from events.text import shown
from governance.wording.missing import missing_said

PAGE = 128


class Line(NamedTuple):
    """A line as it is drawn. ``look`` is empty, ``heading``, ``faint``, ``struck``, ``unsure`` or ``problem``."""

    text: str
    look: str = ""


Fetch = Callable[[int, int], Sequence[Line]]
"""Returns the lines from an index (from 0), as many as asked for or there are."""


def held(lines: Sequence[Line]) -> Fetch:
    """Return lines that are at hand as a source to fetch from."""
    return lambda start, count: lines[start : start + count]


def picked(fetch: Fetch, indexes: Sequence[int]) -> Fetch:
    """Return a source of some lines of another, by their indexes there: an ``array('q')`` of a search or a filter."""
    return lambda start, count: [line for index in indexes[start : start + count] for line in fetch(index, 1)]


class Lines(ScrollView, can_focus=True):
    """Lines that are fetched in pages of 128 and drawn one by one; what was drawn is kept while it may be seen again."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "lines--heading",
        "lines--faint",
        "lines--struck",
        "lines--unsure",
        "lines--problem",
    }
    DEFAULT_CSS = """
    Lines { scrollbar-size-horizontal: 0; scrollbar-size-vertical: 1; }
    Lines > .lines--heading { text-style: bold; color: $text-accent; }
    Lines > .lines--faint { color: $text-muted; }
    Lines > .lines--struck { color: $text-muted; text-style: strike; }
    Lines > .lines--unsure { color: $text-warning; }
    Lines > .lines--problem { color: $text-error; }
    """

    def __init__(self, *, id: str, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self.count = 0
        self.title = ""
        self._fetch: Fetch = held(())
        self._pages: LRUCache[int, Sequence[Line]] = LRUCache(64)
        self._strips: LRUCache[tuple[int, int, str], Strip] = LRUCache(512)

    def entitle(self, title: str, subtitle: str = "") -> None:
        """Write a title into the upper border, and one into the lower; neither is markup."""
        self.title = shown(title)
        self.border_title = Content(self.title)
        self.border_subtitle = Content(shown(subtitle))

    def show_source(self, count: int, fetch: Fetch) -> None:
        """Show this many lines from here on."""
        self.count, self._fetch = count, fetch
        self._pages.clear()
        self._strips.clear()
        self.virtual_size = Size(0, count)  # lines are cut to the width: there is nothing to scroll to at their ends
        self.refresh()

    def line(self, index: int) -> Line:
        """Return the line at an index; an empty one where there is none."""
        page, offset = divmod(index, PAGE)
        lines = self._pages.get(page)
        if lines is None:
            lines = self._pages[page] = self._fetch(page * PAGE, PAGE)
        return lines[offset] if 0 <= offset < len(lines) else Line("")

    def render_line(self, y: int) -> Strip:
        """Draw one line."""
        index = self.scroll_offset.y + y
        width = self.scrollable_content_region.width
        if index >= self.count:
            return Strip.blank(width, self.rich_style)
        key = (index, width, self.manner_of(index))
        strip = self._strips.get(key)
        if strip is None:
            strip = self._strips[key] = self._drawn(index, width)
        return strip

    def manner_of(self, _index: int) -> str:
        """Return in which manner a line is drawn, where the same line may be drawn in more than one."""
        return ""

    def _drawn(self, index: int, width: int) -> Strip:
        line = self.line(index)
        style = self.style_of(index, line)
        text = f" {shown(missing_said(line.text))}"
        if cell_len(text) > width:
            text = set_cell_size(text, max(0, width - 1)) + "…"
        return Strip([Segment(text, style)]).crop_extend(0, width, style)

    def style_of(self, _index: int, line: Line) -> Style:
        """Return the style that a line is drawn in."""
        return self.get_component_rich_style(f"lines--{line.look}") if line.look else self.rich_style

    def on_resize(self, _event: events.Resize) -> None:
        """Take up the new width."""
        self._strips.clear()

    def notify_style_update(self) -> None:
        """Draw every line anew in the new style."""
        super().notify_style_update()
        self._strips.clear()

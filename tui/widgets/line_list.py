"""A list of lines that fetches only what is on the screen, however long it is."""

from collections.abc import Callable
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.cache import LRUCache
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from events.text import shown

PAGE = 128
Fetch = Callable[[int, int], list[str]]
"""Returns the lines from an index (from 0), as many as asked for or there are."""


class LineList(ScrollView, can_focus=True):
    """Lines with a cursor. They are fetched in pages of 128 and drawn one by one."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", show=False, id="line-up"),
        Binding("down", "move(1)", show=False, id="line-down"),
        Binding("pageup", "page(-1)", show=False, id="page-up"),
        Binding("pagedown", "page(1)", show=False, id="page-down"),
        Binding("home", "move_to(0)", show=False, id="first-line"),
        Binding("end", "move_to(-1)", show=False, id="last-line"),
        Binding("enter", "choose", show=False, id="choose-line"),
    ]
    COMPONENT_CLASSES: ClassVar[set[str]] = {"line-list--cursor"}
    DEFAULT_CSS = """
    LineList { scrollbar-size-horizontal: 1; scrollbar-size-vertical: 1; }
    LineList > .line-list--cursor { background: $surface-lighten-1; }
    LineList:focus > .line-list--cursor { background: $accent; color: $text; text-style: bold; }
    """

    cursor: reactive[int] = reactive(0)

    class Moved(Message):
        """The cursor stands on another line."""

        def __init__(self, line_list: "LineList", index: int) -> None:
            super().__init__()
            self.line_list = line_list
            self.index = index

        def can_replace(self, message: Message) -> bool:
            """Only the newest place counts."""
            return isinstance(message, LineList.Moved)

    class Chosen(Message):
        """A line was chosen with Enter or the mouse."""

        def __init__(self, line_list: "LineList", index: int) -> None:
            super().__init__()
            self.line_list = line_list
            self.index = index

    def __init__(self, *, id: str, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self.count = 0
        self._fetch: Fetch = lambda start, count: []
        self._pages: LRUCache[int, list[str]] = LRUCache(64)

    def show_lines(self, count: int, fetch: Fetch, *, cursor: int = 0) -> None:
        """Show this many lines from here on."""
        self.count, self._fetch = count, fetch
        self._pages.clear()
        self.virtual_size = Size(self.scrollable_content_region.width, count)
        self.cursor = max(0, min(cursor, count - 1))
        self.refresh()
        self.call_after_refresh(self._bring_into_view)

    def _bring_into_view(self) -> None:
        height = self.scrollable_content_region.height
        if not self.scroll_offset.y <= self.cursor < self.scroll_offset.y + height:
            self.scroll_to(y=max(0, self.cursor - height + 1), animate=False)

    def line(self, index: int) -> str:
        """Return the line at an index; empty where there is none."""
        page, offset = divmod(index, PAGE)
        held = self._pages.get(page)
        if held is None:
            held = self._fetch(page * PAGE, PAGE)
            self._pages[page] = held
        return held[offset] if 0 <= offset < len(held) else ""

    def render_line(self, y: int) -> Strip:
        """Draw one line."""
        index = self.scroll_offset.y + y
        width = self.scrollable_content_region.width
        if index >= self.count:
            return Strip.blank(width, self.rich_style)
        style: Style = self.rich_style
        if index == self.cursor and self.count > 1:
            style = self.get_component_rich_style("line-list--cursor")
        segment = Segment(f" {shown(self.line(index))}", style)
        return Strip([segment]).crop_extend(0, width, style)

    def on_resize(self, _event: events.Resize) -> None:
        """Take up the new width."""
        self.virtual_size = Size(self.scrollable_content_region.width, self.count)

    def validate_cursor(self, cursor: int) -> int:
        """Keep the cursor on a line."""
        return max(0, min(cursor, self.count - 1))

    def watch_cursor(self, before: int, after: int) -> None:
        """Draw the two lines that change, and follow the cursor."""
        if not self.is_mounted:
            return
        for index in (before, after):
            self.refresh(Region(0, index - self.scroll_offset.y, self.size.width, 1))
        height = self.scrollable_content_region.height
        if after < self.scroll_offset.y:
            self.scroll_to(y=after, animate=False)
        elif after >= self.scroll_offset.y + height:
            self.scroll_to(y=after - height + 1, animate=False)
        self.post_message(self.Moved(self, after))

    def watch_has_focus(self, _focused: bool) -> None:
        """Draw the cursor as it looks with or without the focus."""
        super().watch_has_focus(_focused)
        self.refresh()

    def action_move(self, lines: int) -> None:
        """Move the cursor."""
        self.cursor += lines

    def action_page(self, pages: int) -> None:
        """Move the cursor by what the screen holds."""
        self.cursor += pages * max(1, self.scrollable_content_region.height - 1)

    def action_move_to(self, index: int) -> None:
        """Move the cursor to a line; -1 is the last."""
        self.cursor = self.count - 1 if index < 0 else index

    def action_choose(self) -> None:
        """Choose the line under the cursor."""
        if self.count:
            self.post_message(self.Chosen(self, self.cursor))

    def on_click(self, event: events.Click) -> None:
        """Move the cursor to where the mouse is; a second click chooses."""
        index = self.scroll_offset.y + event.get_content_offset_capture(self).y
        if 0 <= index < self.count:
            if index == self.cursor:
                self.action_choose()
            self.cursor = index

"""A list of lines with a cursor."""

from typing import ClassVar

from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.reactive import reactive

from tui.widgets.lines import Fetch, Line, Lines


class LineList(Lines):
    """Lines of which one is under the cursor."""

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
    LineList > .line-list--cursor { background: $surface-lighten-1; }
    LineList:focus > .line-list--cursor { background: $block-cursor-background; color: $block-cursor-foreground; }
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
            return isinstance(message, LineList.Moved) and message.line_list is self.line_list

    class Chosen(Message):
        """A line was chosen with Enter or the mouse."""

        def __init__(self, line_list: "LineList", index: int) -> None:
            super().__init__()
            self.line_list = line_list
            self.index = index

        @property
        def control(self) -> "LineList":
            """The list, so that a screen with two can tell them apart."""
            return self.line_list

    def show_lines(self, count: int, fetch: Fetch, *, cursor: int = 0) -> None:
        """Show this many lines from here on, with the cursor on one of them."""
        self.show_source(count, fetch)
        self.cursor = cursor
        self.call_after_refresh(self._follow_cursor)

    def style_of(self, index: int, line: Line) -> Style:
        """Return the style of the line; under the cursor, that of the cursor too."""
        style = super().style_of(index, line)
        if index != self.cursor:
            return style
        return Style(strike=style.strike) + self.get_component_rich_style("line-list--cursor")

    def manner_of(self, index: int) -> str:
        """Return whether the cursor stands on the line, and whether the list has the focus."""
        return "" if index != self.cursor else "focus" if self.has_focus else "cursor"

    def on_resize(self, event: events.Resize) -> None:
        """Keep the cursor in sight."""
        super().on_resize(event)
        self.call_after_refresh(self._follow_cursor)

    def validate_cursor(self, cursor: int) -> int:
        """Keep the cursor on a line."""
        return max(0, min(cursor, self.count - 1))

    def watch_cursor(self, before: int, after: int) -> None:
        """Draw the two lines that change, and follow the cursor."""
        if not self.is_mounted:
            return
        for index in (before, after):
            self.refresh_line(index)
        self._follow_cursor()
        self.post_message(self.Moved(self, after))

    def _follow_cursor(self) -> None:
        height, top = self.scrollable_content_region.height, self.scroll_offset.y
        if not height or top <= self.cursor < top + height:
            return
        if not top - height <= self.cursor < top + 2 * height:
            self.scroll_to(y=self.cursor - height // 2, animate=False)
        elif self.cursor < top:
            self.scroll_to(y=self.cursor, animate=False)
        else:
            self.scroll_to(y=self.cursor - height + 1, animate=False)

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
        """Move the cursor to where the mouse is; a click where it stands chooses."""
        place = event.get_content_offset(self)
        if place is None or not 0 <= self.scroll_offset.y + place.y < self.count:
            return
        if self.scroll_offset.y + place.y == self.cursor:
            self.action_choose()
        self.cursor = self.scroll_offset.y + place.y

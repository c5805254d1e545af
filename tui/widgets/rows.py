"""A list of lines whose keys belong to the screen that it stands on."""

from textual import events

from tui.widgets.line_list import LineList


class Rows(LineList, can_focus=False):
    """Lines of which one is under the cursor; one click chooses."""

    DEFAULT_CSS = """
    Rows > .line-list--cursor { background: $block-cursor-background; color: $block-cursor-foreground; }
    """

    def on_click(self, event: events.Click) -> None:
        """Choose what is clicked on, once."""
        event.prevent_default()
        place = event.get_content_offset(self)
        if place is not None and 0 <= self.scroll_offset.y + place.y < self.count:
            self.cursor = self.scroll_offset.y + place.y
            self.action_choose()

"""A field for the names of files and folders, one a line; Tab completes the one under the cursor."""

import asyncio
from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message

from tui.completing_paths import completed
from tui.widgets.draft_area import DraftArea


class PathArea(DraftArea):
    """Names of files and folders. What there is to choose from is told in ``Completed``."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "complete", show=False, id="complete-path", priority=True),
    ]

    class Completed(Message):
        """A name was completed as far as it goes; ``names`` are those that it may go on to, ``typed`` what it was."""

        def __init__(self, typed: str, names: Sequence[str]) -> None:
            super().__init__()
            self.typed = typed
            self.names = names

    async def action_complete(self) -> None:
        """Complete the name under the cursor; on an empty line go on to the next field."""
        line, _ = self.cursor_location
        typed = self.document.get_line(line)
        if not typed.strip():
            self.screen.focus_next()
            return
        whole, names = await asyncio.to_thread(completed, typed.strip())
        if whole != typed and self.document.get_line(line) == typed:
            self.replace(whole, (line, 0), (line, len(typed)))
            self.move_cursor((line, len(whole)))
        self.post_message(self.Completed(typed, names))

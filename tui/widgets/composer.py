"""The field in which the secretary writes while people talk: of the item that is being dealt with, and always ready."""

from rich.cells import cell_len
from rich.text import Text
from textual import events
from textual.message import Message

from governance.drafts import Draft
from tui.widgets.draft_area import DraftArea

_ON_ITS_WAY = "/recorded?"
"""Behind the key of a draft: what was taken out of the field and may not be in the book yet."""


class Composer(DraftArea):
    """A text area for one note at a time. What was taken to be recorded stays kept until it is in the book."""

    class Entered(Message):
        """Enter was pressed with nothing written."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._on_the_way: set[str] = set()
        self._hidden = False

    def hide_text(self, hidden: bool) -> None:
        """Show dots for letters, so that one sees that one types and others do not see what; or show the letters again."""
        if hidden != self._hidden:
            self._hidden = hidden
            self.notify_style_update()
            self.refresh()

    def get_line(self, line_index: int) -> Text:
        """Return a line as it is shown."""
        line = super().get_line(line_index)
        if not self._hidden:
            return line
        return Text(dotted(line.plain), end="", no_wrap=True)

    def write_about(self, key: str) -> None:
        """Write about something else; what was taken when the application ended and is in no book stands there again."""
        self.write_for(key)
        lost = self.app.drafts.draft(key + _ON_ITS_WAY)
        if lost is not None and key not in self._on_the_way:
            self.put_back(key, lost.text)

    def take(self, key: str) -> str:
        """Return what is written, and empty the field. It stays kept until ``is_recorded`` or ``put_back``."""
        text = self.text
        if text.strip():
            self.app.keep_draft(key + _ON_ITS_WAY, Draft(text))
            self._on_the_way.add(key)
        self.give_up()
        return text

    def is_recorded(self, key: str) -> None:
        """Keep no more what was taken: the book has it."""
        self._on_the_way.discard(key)
        self.app.give_up_draft(key + _ON_ITS_WAY)

    def put_back(self, key: str, text: str) -> None:
        """Let what was taken stand in the field again, before what was typed meanwhile."""
        if text.strip():
            typed = self.text
            self.load_text(f"{text}\n{typed}" if typed.strip() else text)
            self.move_cursor(self.document.end)
            self.keep()
        self.is_recorded(key)

    async def _on_key(self, event: events.Key) -> None:
        if event.key == "enter" and not self.text:
            event.stop()
            event.prevent_default()
            self.post_message(self.Entered())
            return
        await super()._on_key(event)


def dotted(text: str) -> str:
    """Return a dot as wide as each letter; what is between words stays, so that lines break where they did."""
    return "".join(map(_dot, text))


def _dot(letter: str) -> str:
    return letter if letter.isspace() else "＊" if cell_len(letter) > 1 else "•"

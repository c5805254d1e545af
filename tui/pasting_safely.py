"""What is pasted comes from anywhere: nothing in it may drive the terminal on which the fields show it."""

import re

from textual import events
from textual.app import App

from events.text import shown

_BREAK = re.compile("\r\n?|[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")


class PastesSafely(App[None]):
    """An application that shows the control characters of what is pasted as symbols, and every line break as one."""

    async def on_event(self, event: events.Event) -> None:
        """Take what is pasted as it may be shown."""
        if isinstance(event, events.Paste):
            event.text = pasted(event.text)
        await super().on_event(event)


def pasted(text: str) -> str:
    """Return what was pasted with line feeds alone between its lines, and nothing in it that drives a terminal."""
    return shown(_BREAK.sub("\n", text))

"""Keys are taken in the order in which they were pressed, however fast: a key that a screen takes before the field that has
the focus does waits until the letters before it stand in the field.
"""

import asyncio
from collections.abc import Sequence

from textual import events
from textual.app import App
from textual.message_pump import MessagePump
from textual.screen import Screen

PATIENCE = 2.0
"""Seconds that a key waits for those before it, and leaving for what is being recorded."""


class TakesKeysInOrder(App[None]):
    """An application in which no key overtakes what was typed before it."""

    async def on_event(self, event: events.Event) -> None:
        """Take a key once all that was typed before it was handled; a letter at once, where a field is there for it."""
        if isinstance(event, events.Key) and not event.is_forwarded and self._has_to_wait(event):
            await self._typed_is_handled()
        await super().on_event(event)

    def _has_to_wait(self, key: events.Key) -> bool:
        return bool(self.screen_stack) and (self.screen.focused is None or not key.is_printable)

    async def _typed_is_handled(self) -> None:
        """Return once the field with the focus has its letters, and the screen was told what follows from them."""
        handled = asyncio.Event()
        _after(told_of_typing(self.screen), handled)
        try:
            await asyncio.wait_for(handled.wait(), PATIENCE)
        except TimeoutError:
            return


def told_of_typing(screen: Screen[object]) -> Sequence[MessagePump]:
    """Return who is told of what is typed, one after the other.

    A letter is told to the field, then by the field to itself, and from there by the same way up to the screen.
    """
    focused = screen.focused
    if focused is None:
        return (screen,)
    return (focused, *(node for node in focused.ancestors_with_self if not isinstance(node, App)))


def _after(working: Sequence[MessagePump], handled: asyncio.Event) -> None:
    """Set the event when each of these has done what it was asked for until now, the first one first."""
    if not working or not working[0].call_later(_after, working[1:], handled):
        handled.set()

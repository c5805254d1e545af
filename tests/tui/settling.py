"""When the application has done all that was asked of it: told by its queues, not by a clock or by an idle processor."""

import asyncio
import time
import unicodedata
from collections.abc import Iterator

from textual import events
from textual.app import App
from textual.keys import REPLACED_KEYS, _character_to_key, _get_unicode_name_from_key
from textual.message_pump import MessagePump
from textual.screen import Screen

_PATIENCE = 20.0
_TURNS = 2
"""So often in a row nothing is left to do: what is called in the end may ask for more."""
_SOON = 0.02
"""Seconds."""
_TURNS_AT_ONCE = 50
"""So often the loop turns before what is waited for is left some time on its thread."""


async def at_rest(app: App[None]) -> None:
    """Wait until no message is left, all is painted and no worker works. Who waits for an answer in a modal goes on waiting.

    Raises AssertionError where that never comes.
    """
    until, calm = time.monotonic() + _PATIENCE, 0
    while calm < _TURNS:
        await _all_handled(app, until)
        app.screen._on_timer_update()
        await asyncio.sleep(0)
        working = _working(app)
        if app._exit or app._exception_event.is_set():
            return
        delayed = _delayed(app)
        if working or delayed:
            await asyncio.sleep(0.001)
        calm = 0 if working or delayed or _more_to_do(app) else calm + 1
        if time.monotonic() > until:
            raise AssertionError(f"still at work: {working}")


async def press_key(app: App[None], key: str) -> None:
    """Press a key and wait until all that it asks for is done and shown."""
    send_key(app, key)
    await at_rest(app)


def send_key(app: App[None], key: str) -> None:
    """Press a key as a terminal hands it over, without waiting."""
    name = _character_to_key(key) if len(key) == 1 and not key.isalnum() else key
    original = REPLACED_KEYS.get(name, name)
    try:
        character: str | None = unicodedata.lookup(_get_unicode_name_from_key(original))
    except KeyError:
        character = name if len(name) == 1 else None
    pressed = events.Key(name, character)
    pressed.set_sender(app)
    app.post_message(pressed)


async def _all_handled(app: App[None], until: float) -> None:
    """Wait until everybody in sight has come to the end of what lay before them; who is taken away has nothing left."""
    waiting: set[MessagePump] = set()

    def handled(pump: MessagePump) -> None:
        waiting.discard(pump)

    for pump in [app, *app.screen.walk_children(with_self=True)]:  # a call to a screen below would paint it anew
        if pump.call_later(handled, pump):
            waiting.add(pump)
    turns = 0
    while any(not pump._closed for pump in waiting) and not app._exit and not app._exception_event.is_set():
        turns += 1
        await asyncio.sleep(0 if turns < _TURNS_AT_ONCE else 0.001)
        if time.monotonic() > until:
            raise AssertionError(f"never come to the end: {waiting}")


def _working(app: App[None]) -> list[object]:
    working = [worker for worker in app.workers if not worker.is_finished]
    return list(working) if len(working) > sum(map(_is_waited_for, app.screen_stack)) else []


def _is_waited_for(screen: Screen[object]) -> bool:
    """Tell whether a worker waits for what is answered on a screen."""
    return any(asked.future is not None and bool(asked.future._callbacks) for asked in screen._result_callbacks)


def _more_to_do(app: App[None]) -> bool:
    screen = app.screen
    return bool(
        screen._callbacks or screen._dirty_widgets or screen._layout_required or screen._repaint_required
    ) or any(pump._message_queue.qsize() or pump._next_callbacks for pump in _pumps(app))


def _delayed(app: App[None]) -> bool:
    """Tell whether something goes on in a moment: an animation, or what a timer does once and soon."""
    return bool(app._animator._animations or app._animator._scheduled) or any(
        timer._repeat == 0 and timer._interval <= _SOON for pump in _pumps(app) for timer in pump._timers
    )


def _pumps(app: App[None]) -> Iterator[MessagePump]:
    yield app
    for screen in app.screen_stack:
        if screen.is_running:
            yield from screen.walk_children(with_self=True)

"""When the application has done all that was asked of it: told by its queues, not by a clock or by an idle processor."""

import asyncio
import unicodedata
from collections.abc import Iterator

from textual import events
from textual.app import App
from textual.keys import REPLACED_KEYS, _character_to_key, _get_unicode_name_from_key
from textual.message_pump import MessagePump
from textual.screen import Screen

_PATIENCE = 20_000
"""So many turns of the loop, a thousandth of a second each at the least: a machine that stood still meanwhile counts for one."""
_TURNS = 2
"""So often in a row nothing is left to do: what is called in the end may ask for more."""
_SOON = 0.02
"""Seconds."""
_TURNS_AT_ONCE = 50
"""So often the loop turns before what is waited for is left some time on its thread."""


async def at_rest(app: App[None]) -> None:
    """Wait until no message is left, all is painted and no worker works. Who waits for an answer in a modal goes on waiting.

    Raises what the application fails with, and AssertionError where rest never comes.
    """
    turns, calm = 0, 0
    while calm < _TURNS:
        turns += 1
        await asyncio.sleep(0 if turns < _TURNS_AT_ONCE else 0.001)
        if app._exception is not None:
            raise app._exception
        if app._exit:
            return
        if turns > _PATIENCE:
            raise AssertionError(f"still at work: {_working(app)} {[pump for pump in _pumps(app) if _is_busy(pump)]}")
        if any(map(_is_busy, _pumps(app))) or _working(app) or _delayed(app):
            calm = 0
            continue
        to_paint = [screen for screen in app._background_screens if _is_changed(screen)]
        if app.screen._repaint_required or _is_changed(app.screen):
            to_paint.append(app.screen)
        for screen in to_paint:
            screen._on_timer_update()
        calm = 0 if to_paint else calm + 1


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


def _working(app: App[None]) -> list[object]:
    working = [worker for worker in app.workers if not worker.is_finished]
    return list(working) if len(working) > sum(map(_is_waited_for, app.screen_stack)) else []


def _is_waited_for(screen: Screen[object]) -> bool:
    """Tell whether a worker waits for what is answered on a screen."""
    return any(asked.future is not None and bool(asked.future._callbacks) for asked in screen._result_callbacks)


def _is_busy(pump: MessagePump) -> bool:
    """Tell whether somebody has anything left to handle: who has not waits for the next message."""
    waits = any(not waiter.done() for waiter in pump._message_queue.ready_event._waiters)
    return not waits or bool(pump._message_queue.qsize() or pump._next_callbacks)


def _is_changed(screen: Screen[object]) -> bool:
    """Tell whether something on a screen is to be laid out or painted; that it is seen through another one is no change."""
    return bool(
        screen._callbacks
        or screen._dirty_widgets
        or screen._layout_required
        or screen._scroll_required
        or screen._recompose_required
    )


def _delayed(app: App[None]) -> bool:
    """Tell whether something goes on in a moment: an animation, or what a timer does once and soon."""
    return bool(app._animator._animations or app._animator._scheduled) or any(
        timer._repeat == 0 and timer._interval <= _SOON for pump in _pumps(app) for timer in pump._timers
    )


def _pumps(app: App[None]) -> Iterator[MessagePump]:
    yield app
    for screen in app.screen_stack:
        yield from screen.walk_children(with_self=True)

"""How long the event loop is held up while something goes on, and by what: the loop's own stack comes first, those of threads after it."""

import asyncio
import sys
import threading
import time
import traceback
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

_BEAT = 0.004


class Lag:
    """The longest time that the loop did not turn, in seconds; ``held_up`` tells where it stood when it took long."""

    def __init__(self) -> None:
        self.longest = 0.0
        self.held_up: list[str] = []
        self.beat = time.perf_counter()


@asynccontextmanager
async def lag_of_loop(*, noticed: float = 0.03) -> AsyncIterator[Lag]:
    """Watch the loop; what holds it up for longer than ``noticed`` is looked at from another thread."""
    lag, over = Lag(), threading.Event()
    watching = threading.Thread(target=_watch, args=(lag, over, threading.get_ident(), noticed), daemon=True)
    beating = asyncio.create_task(_beat(lag))
    watching.start()
    try:
        yield lag
    finally:
        over.set()
        beating.cancel()
        watching.join()


async def _beat(lag: Lag) -> None:
    while True:
        lag.beat = time.perf_counter()
        await asyncio.sleep(_BEAT)
        lag.longest = max(lag.longest, time.perf_counter() - lag.beat - _BEAT)


def _watch(lag: Lag, over: threading.Event, thread: int, noticed: float) -> None:
    seen = 0.0
    while not over.wait(0.002):
        if time.perf_counter() - lag.beat > noticed and lag.beat != seen:
            seen = lag.beat
            own = threading.get_ident()
            frames = {number: frame for number, frame in sys._current_frames().items() if number != own}
            told = sorted(frames, key=lambda number: number != thread)
            lag.held_up.append("--\n".join("".join(traceback.format_stack(frames[number])[-6:]) for number in told))

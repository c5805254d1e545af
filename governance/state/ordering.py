"""The order of the world: what was stated of one thing more than once, merged by when it held."""

from typing import TypeVar

T = TypeVar("T")


def from_there(stated: list[tuple[str, int, T]], order: str, number: int, said: T) -> list[T]:
    """Keep what was stated in the order of the world, and return what now counts anew: the last, mostly."""
    last = not stated or (stated[-1][0], stated[-1][1]) < (order, number)
    stated.append((order, number, said))
    if last:
        return [said]
    stated.sort(key=_in_order)
    return [held for _, _, held in stated]


def _in_order(stated: tuple[str, int, object]) -> tuple[str, int]:
    return stated[0], stated[1]

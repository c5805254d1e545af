"""Which tests show that an outcome changes with a parameter of the rule profiles."""

from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T", bound=Callable[..., object])

SHOWN: dict[str, list[str]] = {}
"""For every parameter that is shown, the tests that do."""


def shows(*parameters: str) -> Callable[[T], T]:
    """Mark a test that shows an outcome changing with these parameters."""

    def mark(test: T) -> T:
        for parameter in parameters:
            SHOWN.setdefault(parameter, []).append(test.__qualname__)
        return test

    return mark

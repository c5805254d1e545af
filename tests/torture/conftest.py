"""What fault runs share: their figures stand at the end of the results, whichever process ran them."""

from collections.abc import Callable

import pytest

from tests.commandline.conftest import _two_minutes, referat
from tests.torture.seeds import Tell

__all__ = ["_two_minutes", "referat"]


@pytest.fixture
def tell(record_property: Callable[[str, object], None]) -> Tell:
    def told(what: str, seed: int, **figures: object) -> None:
        said = ", ".join(f"{name.replace('_', ' ')} {value}" for name, value in figures.items())
        record_property("figures", f"{what} (seed {seed}): {said}")

    return told

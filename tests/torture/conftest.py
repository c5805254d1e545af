"""What fault runs share: what the tests of the command line have too, and a seed that is told whatever comes of them."""

from collections.abc import Callable

import pytest

from tests.commandline.conftest import _two_minutes, referat
from tests.torture.seeds import SEED

__all__ = ["_two_minutes", "referat"]


@pytest.fixture(autouse=True)
def _seed_told(record_property: Callable[[str, object], None]) -> None:
    record_property("seed", SEED)

"""A regular book in which twenty irregularities are planted: the checks find these, where they are, and nothing else."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from governance.wording.findings import finding_sentence
from tests.governance.checking.irregularities import IRREGULARITIES
from tests.governance.checking.planting import Garden, Planted, regular_book, seen


@pytest.fixture(scope="module")
def regular(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The record with the regular book."""
    return regular_book(tmp_path_factory.mktemp("planted"))


@pytest.fixture
def garden(regular: Path, tmp_path: Path) -> Iterator[Garden]:
    """A copy of it to plant in."""
    made = Garden(regular, tmp_path)
    yield made
    made.close()


def place(planted: Planted) -> tuple[str, str, list[int]]:
    return planted.kind, planted.meeting or "", planted.entries


def test_nothing_is_found_before(garden: Garden) -> None:
    assert garden.findings() == []


@pytest.mark.parametrize("plant", IRREGULARITIES, ids=lambda plant: plant.__name__)
def test_each_alone_is_found_alone(garden: Garden, plant: Callable[[Garden], Planted]) -> None:
    planted = plant(garden)
    found = garden.findings()
    assert [seen(one) for one in found] == [planted]
    assert finding_sentence(garden.book.fold(), found[0])


def test_all_twenty_are_found_and_nothing_else(garden: Garden) -> None:
    planted = [plant(garden) for plant in IRREGULARITIES]
    assert len({one.kind for one in planted}) == 20
    assert sorted(map(seen, garden.findings()), key=place) == sorted(planted, key=place)

"""A record of its own for every test, empty or with two minutes in it."""

import shutil
from pathlib import Path

import pytest

from tests.commandline.running import JUNE, MARCH, Referat


@pytest.fixture
def empty(tmp_path: Path) -> Referat:
    """Commands on a record that is not there yet."""
    return Referat(tmp_path / "tom" / "protokol.referat")


@pytest.fixture(scope="session")
def _two_minutes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Keep the session's copy of a record with two minutes."""
    referat = Referat(tmp_path_factory.mktemp("minutes") / "protokol.referat")
    referat.done("import", MARCH, JUNE)
    return referat.record


@pytest.fixture
def referat(_two_minutes: Path, tmp_path: Path) -> Referat:
    """Commands on a record that holds the minutes of two meetings."""
    return Referat(Path(shutil.copy(_two_minutes, tmp_path / "protokol æøå.referat")))


@pytest.fixture(params=["da", "en"])
def language(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """The test runs in Danish and in English."""
    monkeypatch.setenv("REFERAT_LANG", request.param)
    return str(request.param)


@pytest.fixture(params=["no record", "a record"])
def either(request: pytest.FixtureRequest, empty: Referat, referat: Referat) -> Referat:
    """A record that is not there yet, and one that is."""
    return empty if request.param == "no record" else referat

"""A record for the tests of the application."""

from pathlib import Path

import pytest

from tests.tui.books import full_book
from tests.tui.meetings import council_with_a_closed_item


@pytest.fixture
def record(tmp_path: Path) -> Path:
    """A record with one book that holds an event of every type."""
    path = tmp_path / "protokol.referat"
    full_book(path)
    return path


@pytest.fixture
def closed_record(tmp_path: Path) -> Path:
    """A record with a meeting that has a closed item with a note."""
    path = tmp_path / "r"
    council_with_a_closed_item(path)
    return path

"""A record for the tests of the application."""

from pathlib import Path

import pytest

from tests.tui.books import full_book


@pytest.fixture
def record(tmp_path: Path) -> Path:
    """A record with one book that holds an event of every type."""
    path = tmp_path / "protokol.referat"
    full_book(path)
    return path

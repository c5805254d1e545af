"""Verifying in several processes finds what one process finds."""

from pathlib import Path

import pytest

from events.sqlite import verification
from events.sqlite.verification import verify
from tests.events.proofs.kept_book import as_insider, kept, recorded

COUNT = 8192 + 700


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("book") / "protokol.referat"
    recorded(path, COUNT, erased=[40])
    return path


@pytest.mark.parametrize(
    "statement",
    [
        "SELECT 1",
        "UPDATE entries SET type = 'MeetingClosed' WHERE number IN (5, 8193)",
        "DELETE FROM entries WHERE number = 8192",
        "UPDATE entries SET words = x'00' WHERE number > 8000",
        "DELETE FROM entries WHERE number BETWEEN 100 AND 8300",
        "UPDATE block_roots SET root = zeroblob(32) WHERE block = 31",
    ],
)
def test_two_processes_say_what_one_says(
    record: Path, tmp_path: Path, statement: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "protokol.referat"
    path.write_bytes(record.read_bytes())
    files = kept(path, tmp_path, [300, 8200], with_leaves=True)
    as_insider(path, lambda connection: connection.execute(statement))
    monkeypatch.setattr(verification, "SIDE_BY_SIDE", 0)
    told: list[tuple[int, int]] = []
    one = verify(path, files)
    two = verify(path, files, processes=2, progress=lambda done, total: told.append((done, total)))
    assert one.sound == (statement == "SELECT 1")
    assert [(f.damage, f.book, f.first, f.last, str(f.cause)) for f in one.findings] == [
        (f.damage, f.book, f.first, f.last, str(f.cause)) for f in two.findings
    ]
    assert (one.books, one.kept) == (two.books, two.kept)
    assert told == sorted(told)
    assert told


class Stopped(Exception):
    """Raised by who watches the progress."""


@pytest.mark.parametrize("processes", [1, 2])
def test_who_watches_can_stop_it(record: Path, processes: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(verification, "SIDE_BY_SIDE", 0)

    def stop(_done: int, _total: int) -> None:
        raise Stopped

    with pytest.raises(Stopped):
        verify(record, processes=processes, progress=stop)


def test_pages_that_cannot_be_read_are_findings(record: Path, tmp_path: Path) -> None:
    whole = record.read_bytes()
    path = tmp_path / "protokol.referat"
    for page in (2, 3, 7, 40, 200, len(whole) // 4096 - 1):
        path.write_bytes(whole[: page * 4096] + b"\xaa" * 4096 + whole[(page + 1) * 4096 :])
        assert not verify(path).sound

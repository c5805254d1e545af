"""A file of JSON Lines against an auditor who kept a checkpoint."""

from contextlib import closing
from pathlib import Path

import pytest

from events.damage import Damage
from events.jsonlines import written
from events.sqlite.log import SqliteLog
from events.sqlite.verification import verify
from tests.events.proofs.insider import EVERY
from tests.events.proofs.kept_book import BOOK, kept, recorded

COUNT = 24


@pytest.fixture
def path(tmp_path: Path) -> Path:
    record = tmp_path / "protokol.referat"
    recorded(record, COUNT, erased=[5])
    return record


def exported(path: Path) -> list[tuple[bytes, bytes]]:
    with closing(SqliteLog(path)) as log:
        return list(log.read(BOOK))


def in_lines(path: Path, rows: list[tuple[bytes, bytes]]) -> Path:
    file = path.with_name("protokol.jsonl")
    file.write_bytes(b"".join(written(*row) for row in rows))
    return file


def test_the_lines_of_a_record_verify_as_the_record_does(path: Path, tmp_path: Path) -> None:
    files = kept(path, tmp_path, [8, COUNT], with_leaves=False)
    report = verify(in_lines(path, exported(path)), files)
    assert report.sound
    assert report.books == verify(path).books
    assert [one.holds for one in report.kept] == [True, True]


@pytest.mark.parametrize("kind", EVERY)
def test_every_kind_of_change_is_named(path: Path, tmp_path: Path, kind: str) -> None:
    path.unlink()
    recorded(path, COUNT)
    files = kept(path, tmp_path, [COUNT], with_leaves=True)
    report = verify(in_lines(path, EVERY[kind](exported(path), 9)), files)
    assert report.first is not None
    assert report.first.first == report.first.last == 9, report.first


def test_a_line_that_is_none_is_named_by_its_number(path: Path) -> None:
    file = in_lines(path, exported(path))
    lines = file.read_bytes().splitlines(keepends=True)
    for bad in (b"{}\n", b"{\xff}\n", b'{"body":{"book":"bog","number":1e400},"words":{}}\n', b"{" * 20_000 + b"\n"):
        file.write_bytes(b"".join([*lines[:4], bad, *lines[4:]]))
        first = verify(file).first
        assert first is not None
        assert first.damage is Damage.FILE
        assert str(first.cause).startswith("Line 5 is no entry")

"""A file of JSON Lines against an auditor who kept a checkpoint."""

from contextlib import closing
from pathlib import Path

import pytest

from events.damage import Damage
from events.jsonlines import LONGEST_LINE, written
from events.sqlite.log import SqliteLog
from events.sqlite.verification import verify
from events.verifying.findings import MOST_FINDINGS
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
        assert str(first.cause) == "Line 5 is no entry: its bytes are no JSON of an entry."


@pytest.mark.parametrize("thrown_in", [b"x\n" * (MOST_FINDINGS + 20), b"x" * (3 * LONGEST_LINE) + b"\n"])
def test_lines_that_are_none_do_not_keep_those_after_them_from_being_read(
    path: Path, tmp_path: Path, thrown_in: bytes
) -> None:
    path.unlink()
    recorded(path, COUNT)
    files = kept(path, tmp_path, [COUNT], with_leaves=True)
    file = in_lines(path, EVERY["alter"](exported(path), 9))
    file.write_bytes(file.read_bytes().replace(b"\n", b"\n" + thrown_in, 1))
    report = verify(file, files)
    (entry,) = (finding for finding in report.findings if finding.book == BOOK)
    assert (entry.damage, entry.first, entry.last) == (Damage.ALTERED, 9, 9)
    assert report.findings.index(entry) == 1
    assert len(report.findings) + report.more == thrown_in.count(b"\n") + 1


def test_a_book_that_no_line_is_of_is_a_finding(path: Path) -> None:
    report = verify(in_lines(path, exported(path)), book="anden")
    assert [(finding.book, str(finding.cause)) for finding in report.findings] == [
        ("anden", "there is no such book in the record")
    ]

"""A file beside a record that can be rebuilt: when it is kept, made anew, and left alone."""

import os
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from governance.rebuildable_file import RebuildableFile, writing

KEPT = RebuildableFile(
    ending="kept",
    application_id=0x7A656272,
    form=3,
    making=("CREATE TABLE held (word TEXT)",),
    pragmas=("temp_store=MEMORY",),
)


@pytest.fixture
def record(tmp_path: Path) -> Path:
    """A record; nothing is ever read in it."""
    path = tmp_path / "protokol.referat"
    path.write_bytes(b"the record")
    return path


def _put(record: Path, word: str, kind: RebuildableFile = KEPT) -> None:
    with closing(kind.opened(record)) as connection, writing(connection):
        connection.execute("INSERT INTO held VALUES (?)", (word,))


def _held(record: Path, kind: RebuildableFile = KEPT) -> list[str]:
    with closing(kind.opened(record)) as connection:
        return [row[0] for row in connection.execute("SELECT word FROM held")]


def test_what_was_written_is_there_when_it_is_opened_again(record: Path) -> None:
    assert not KEPT.is_kept(record)
    _put(record, "one")
    assert KEPT.is_kept(record)
    assert _held(record) == ["one"]
    KEPT.throw_away(record)
    assert not KEPT.path(record).exists()


def test_nothing_stays_of_a_transaction_that_fails(record: Path) -> None:
    with closing(KEPT.opened(record)) as connection:
        with pytest.raises(sqlite3.ProgrammingError), writing(connection):
            connection.executemany("INSERT INTO held VALUES (?)", [("half",), ("whole", "and more")])
        assert not connection.in_transaction
    assert _held(record) == []


@pytest.mark.parametrize(
    "kind",
    [replace(KEPT, form=4), replace(KEPT, is_sound=lambda one: one.execute("SELECT * FROM held").fetchone() is None)],
)
def test_one_of_another_form_or_with_something_wrong_in_it_is_made_anew(record: Path, kind: RebuildableFile) -> None:
    _put(record, "one")
    assert _held(record, kind) == []
    _put(record, "two", replace(kind, is_sound=KEPT.is_sound))
    assert _held(record, replace(kind, is_sound=KEPT.is_sound)) == ["two"]


def test_a_broken_one_is_made_anew(record: Path) -> None:
    _put(record, "one")
    path = KEPT.path(record)
    content = path.read_bytes()
    path.write_bytes(content[:16] + b"\x00\x03" + content[18:])  # pages of three bytes
    assert _held(record) == []
    _put(record, "two")
    assert _held(record) == ["two"]


def test_one_that_another_program_has_locked_is_neither_waited_for_for_ever_nor_thrown_away(
    record: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("governance.rebuildable_file._WAIT_SECONDS", 0.05)
    _put(record, "one")
    with closing(sqlite3.connect(KEPT.path(record), isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        _put(record, "two")
        assert _held(record) == []
    assert _held(record) == ["one"]


@pytest.mark.parametrize("content", [b"somebody's notes", b"SQLite format 3\x00" + bytes(200)])
def test_one_of_somebody_else_is_left_alone(record: Path, content: bytes) -> None:
    KEPT.path(record).write_bytes(content)
    assert not KEPT.is_kept(record)
    _put(record, "one")
    KEPT.throw_away(record)
    assert KEPT.path(record).read_bytes() == content


@pytest.mark.skipif(os.name != "posix", reason="the rights of files")
@pytest.mark.parametrize("damaged", [False, True])
def test_nobody_reads_it_who_may_not_read_the_record(record: Path, damaged: bool) -> None:
    record.chmod(0o600)
    _put(record, "one")
    if damaged:
        _put(record, "two", replace(KEPT, form=4))
    assert KEPT.path(record).stat().st_mode & 0o777 == 0o600

"""Who takes STRICT off the tables, puts in values of another kind and forges the text back is found, and the entry named."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from events.damage import Damage
from events.sqlite.verification import verify
from tests.events.proofs.kept_book import BOOK, as_insider, kept, recorded

_COUNT = 40


@pytest.fixture
def record(tmp_path: Path) -> Path:
    path = tmp_path / "protokol.referat"
    recorded(path, _COUNT)
    return path


def without_strict(path: Path, statement: str) -> None:
    """Run a statement on tables that take any value; afterwards their text is as it was."""
    as_insider(
        path, lambda connection: _write_schema(connection, "replace(replace(sql, ' STRICT,', ''), ' STRICT', '')")
    )
    as_insider(path, lambda connection: connection.execute(statement))
    strict = "sql || iif(name = 'entries', ' STRICT', '')"
    without_rowid = f"iif(sql LIKE '%WITHOUT ROWID', replace(sql, ' WITHOUT', ' STRICT, WITHOUT'), {strict})"
    as_insider(path, lambda connection: _write_schema(connection, without_rowid))


def _write_schema(connection: sqlite3.Connection, text: str) -> None:
    connection.execute("PRAGMA writable_schema = ON")
    connection.execute(f"UPDATE sqlite_schema SET sql = {text} WHERE type = 'table'")
    version = connection.execute("PRAGMA schema_version").fetchone()[0]
    connection.execute(f"PRAGMA schema_version = {version + 1}")
    connection.execute("PRAGMA writable_schema = RESET")


@pytest.mark.parametrize(
    ("values", "damage"),
    [
        ("number = 'x'", Damage.MISSING),
        ("number = x'31'", Damage.MISSING),
        ("number = 17.5", Damage.MISSING),
        ("body = CAST(body AS TEXT)", Damage.COLUMN),
        ("words = CAST(words AS TEXT)", Damage.COLUMN),
        ("words = 7", Damage.COLUMN),
        ("type = x'00'", Damage.COLUMN),
    ],
)
def test_the_entry_is_named_in_words(record: Path, values: str, damage: Damage) -> None:
    files = kept(record, record.parent, [_COUNT], with_leaves=True)
    without_strict(record, f"UPDATE entries SET {values} WHERE number = 17")
    for against in ([], files):
        findings = verify(record, against).findings
        named = {one.first for one in findings if one.first is not None}
        assert 17 in named
        assert named <= {16, 17}
        assert damage in {one.damage for one in findings if one.first == 17}
        assert not [one for one in findings if "Error" in str(one.cause)]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE commands SET first = 'x' WHERE first = 17",
        "UPDATE commands SET last = x'00' WHERE first = 17",
        f"INSERT INTO block_roots VALUES ('{BOOK}', 'x', 'y')",
        "UPDATE entries SET book = CAST(book AS BLOB) WHERE number = 17",
        "UPDATE entries SET number = 'x' || number",
    ],
)
def test_what_lies_beside_the_entries_is_found_in_words(record: Path, statement: str) -> None:
    without_strict(record, statement)
    report = verify(record)
    assert not report.sound
    assert not [one for one in report.findings if "Error" in str(one.cause)]


def test_the_tables_are_as_they_were_otherwise(record: Path) -> None:
    without_strict(record, "SELECT 1")
    with closing(sqlite3.connect(record)) as connection:
        assert (
            connection.execute("SELECT sql FROM sqlite_schema WHERE name = 'entries'").fetchone()[0].endswith("STRICT")
        )
    assert verify(record).sound

"""A record that is damaged where a command does not look for damage: that is said, and not that the program failed."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from events.sqlite.log import SqliteLog
from governance.book import Book
from governance.damage_behind import damage_behind
from governance.rules.act import Act
from tests.commandline.running import Referat
from tests.each import BOOKS
from tests.events.proofs.kept_book import as_insider, recorded

BOOK = "bog"


@pytest.fixture
def record(tmp_path: Path) -> Path:
    """A record in which the disk has changed one byte of a day."""
    path = tmp_path / "protokol.referat"
    book = Book(SqliteLog(path), BOOK, actor="Alice")
    for event, when in BOOKS["meetings"]:
        book.record(Act(event=event, effective=when))
    book.log.close()
    held = b'"date":"2023-05-09"'
    whole = path.read_bytes()
    assert held in whole
    path.write_bytes(whole.replace(held, b'"date":"2 23-05-09"'))
    return path


@pytest.mark.parametrize("command", ["show", "check", "export"])
def test_a_command_that_fails_over_it_says_that_the_record_is_damaged(record: Path, command: str) -> None:
    ran = Referat(record)(command, BOOK)
    assert (ran.code, ran.data) == (5, b"")
    assert "Entry 10 of bog is not as it was recorded" in ran.messages
    assert "Something failed" not in ran.messages


def test_a_moment_that_is_none_is_shown_as_it_stands(record: Path) -> None:
    whole = record.read_bytes()
    record.write_bytes(whole.replace(b'"recorded_at":"20', b'"recorded_at":"2*'))
    assert "2*" in Referat(record).done("log", BOOK).out


def test_a_failure_over_a_sound_record_is_not_blamed_on_it(tmp_path: Path) -> None:
    path = tmp_path / "protokol.referat"
    assert damage_behind(path) is None
    recorded(path, 300)
    assert damage_behind(path) is None
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE block_roots SET root = zeroblob(32)")
    assert damage_behind(path) is None


def test_a_book_is_verified_beside_one_whose_name_is_no_text(tmp_path: Path) -> None:
    path = tmp_path / "protokol.referat"
    recorded(path, 3)
    row = "INSERT INTO entries (book, number, type, body, words) VALUES (CAST(x'ff41' AS TEXT), 1, 'x', x'00', x'00')"
    as_insider(path, lambda connection: connection.execute(row))
    assert Referat(path).done("verify", BOOK).data
    verified = Referat(path)("verify")
    assert verified.code == 5
    assert "books of such a name: 1" in verified.messages


def test_many_bad_entries_are_told_as_one_and_many_bad_books_are_counted(tmp_path: Path, language: str) -> None:
    path = tmp_path / "protokol.referat"
    recorded(path, 30)

    def bad(connection: sqlite3.Connection) -> None:
        connection.execute("DELETE FROM commands WHERE first BETWEEN 3 AND 20")
        for number in range(150):
            row = "INSERT INTO entries (book, number, type, body, words) VALUES (?, 1, 'x', x'00', x'00')"
            connection.execute(row, (f"a{number}",))

    as_insider(path, bad)
    run, more = {
        "da": ("Førelse 3 til 20 i bog er ikke", "51 fund"),
        "en": ("Entries 3 to 20 of bog are not", "51 more"),
    }[language]
    assert more in Referat(path)("verify").messages
    found = Referat(path)("verify", BOOK, "--json").json
    assert [(one["first"], one["last"], one["every"]) for one in found["findings"]] == [(3, 20, True)]
    assert found["more_findings"] == 0
    assert run in Referat(path)("verify", BOOK).messages

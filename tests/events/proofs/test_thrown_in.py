"""The first bad entry is named to who kept a checkpoint, whatever else an insider throws into the record."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import orjson
import pytest

from events.damage import Damage
from events.entry import canonical
from events.sqlite import listing
from events.sqlite.verification import verify
from events.verifying.findings import MOST_FINDINGS, Finding, Report
from tests.events.proofs.insider import EVERY, rewritten, rows_of
from tests.events.proofs.kept_book import BOOK, as_insider, kept, recorded

COUNT, BAD, LATER = 24, 11, 20
TOO_BIG = 17_000_000
ENTRY = "INSERT INTO entries (book, number, type, body, words) VALUES (?, ?, 'CouncilEstablished', ?, ?)"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    record = tmp_path / "protokol.referat"
    recorded(record, COUNT)
    return record


def altered(connection: sqlite3.Connection) -> None:
    statement = "SELECT body, words FROM entries WHERE book = ? ORDER BY number"
    body, words = EVERY["alter"](connection.execute(statement, (BOOK,)).fetchall(), BAD)[BAD - 1]
    connection.execute("UPDATE entries SET body = ?, words = ? WHERE book = ? AND number = ?", (body, words, BOOK, BAD))


def copied(connection: sqlite3.Connection, book: str) -> None:
    """Copy the entries and commands, word for word, under the name of another book."""
    connection.execute(
        "INSERT INTO entries (book, number, type, body, words) "
        "SELECT ?, number, type, body, words FROM entries WHERE book = ? ORDER BY number",
        (book, BOOK),
    )
    connection.execute(
        "INSERT INTO commands SELECT ?, command_id, first, last FROM commands WHERE book = ?", (book, BOOK)
    )


def begun(connection: sqlite3.Connection, book: str) -> None:
    """Begin a book as it should be."""
    body, words = connection.execute(
        "SELECT body, words FROM entries WHERE book = ? AND number = 1", (BOOK,)
    ).fetchone()
    connection.execute(ENTRY, (book, 1, canonical({**orjson.loads(body), "book": book}), words))
    connection.execute("INSERT INTO commands VALUES (?, ?, 1, 1)", (book, orjson.loads(body)["command_id"]))


def junk(connection: sqlite3.Connection, book: object, body: object = b"x") -> None:
    connection.execute(ENTRY, (book, 1, body, b"{}"))


def of(report: Report, book: str | None) -> list[Finding]:
    return [finding for finding in report.findings if finding.book == book]


def places(findings: list[Finding]) -> list[tuple[Damage, int | None, int | None]]:
    return [(finding.damage, finding.first, finding.last) for finding in findings]


def a_copy(connection: sqlite3.Connection) -> None:
    copied(connection, "zz")
    altered(connection)


def no_commands(connection: sqlite3.Connection) -> None:
    altered(connection)
    connection.execute("DELETE FROM commands")


def junk_books(connection: sqlite3.Connection) -> None:
    for number in range(MOST_FINDINGS + 20):
        junk(connection, f"a{number:03}")
    altered(connection)


def a_body_too_big_elsewhere(connection: sqlite3.Connection) -> None:
    altered(connection)
    connection.execute(ENTRY, ("a", 1, bytes(TOO_BIG), b"x"))


def a_body_too_big_in_the_book(connection: sqlite3.Connection) -> None:
    altered(connection)
    connection.execute("UPDATE entries SET body = zeroblob(?) WHERE number = ?", (TOO_BIG, LATER))


def a_name_that_is_no_text(connection: sqlite3.Connection) -> None:
    altered(connection)
    connection.execute(ENTRY.replace("?", "CAST(x'ff41' AS TEXT)", 1), (1, b"x", b"x"))


def a_name_too_big(connection: sqlite3.Connection) -> None:
    altered(connection)
    for name in ("", "a", "zz"):
        connection.execute(ENTRY, (name + "\0" * TOO_BIG, 1, b"x", b"x"))


def entries_out_of_the_middle(connection: sqlite3.Connection) -> None:
    altered(connection)
    connection.execute("DELETE FROM entries WHERE number = ?", (LATER,))


THROWN_IN = (
    a_copy,
    no_commands,
    junk_books,
    a_body_too_big_elsewhere,
    a_body_too_big_in_the_book,
    a_name_that_is_no_text,
    entries_out_of_the_middle,
)


@pytest.mark.parametrize("with_leaves", [True, False], ids=["auditor's file", "checkpoint"])
@pytest.mark.parametrize("throw_in", THROWN_IN)
def test_the_altered_entry_comes_first(
    path: Path, tmp_path: Path, throw_in: Callable[[sqlite3.Connection], None], with_leaves: bool
) -> None:
    files = kept(path, tmp_path, [8, COUNT], with_leaves=with_leaves)
    as_insider(path, throw_in)
    report = verify(path, files)
    assert report.first is not None
    assert (report.first.book, report.first.damage, report.first.outside) == (BOOK, Damage.ALTERED, True)
    assert (report.first.first, report.first.last) == ((BAD, BAD) if with_leaves else (9, COUNT))
    assert [held.holds for held in report.kept] == [True, False]


def test_a_name_too_big_comes_as_the_file_before_it(path: Path, tmp_path: Path) -> None:
    files = kept(path, tmp_path, [COUNT], with_leaves=True)
    as_insider(path, a_name_too_big)
    file, entry, names = verify(path, files).findings
    assert (file.damage, file.book) == (Damage.FILE, None)
    assert (entry.book, entry.damage, entry.first, entry.last) == (BOOK, Damage.ALTERED, BAD, BAD)
    assert names.cause.details["count"] == 3


def test_a_copy_under_another_name_is_one_finding(path: Path, tmp_path: Path) -> None:
    files = kept(path, tmp_path, [COUNT], with_leaves=True)
    as_insider(path, a_copy)
    report = verify(path, files)
    assert places(of(report, BOOK)) == [(Damage.ALTERED, BAD, BAD)]
    assert places(of(report, "zz")) == [(Damage.COLUMN, 1, COUNT)]
    assert of(report, "zz")[0].every
    assert report.kept[0].book == BOOK


def test_where_there_are_only_copies_the_one_that_fits_is_held(path: Path, tmp_path: Path) -> None:
    files = kept(path, tmp_path, [COUNT], with_leaves=True)

    def moved(connection: sqlite3.Connection) -> None:
        copied(connection, "zz")
        altered(connection)
        connection.execute("UPDATE entries SET book = 'aa' WHERE book = ?", (BOOK,))

    as_insider(path, moved)
    report = verify(path, files)
    assert [(held.book, held.holds) for held in report.kept] == [("zz", True)]
    assert {finding.book for finding in report.findings} >= {"aa", "zz"}


def test_entries_with_the_same_damage_are_one_finding(path: Path) -> None:
    as_insider(path, no_commands)
    assert places(of(verify(path), BOOK)) == [(Damage.COMMAND, 1, COUNT)]


def test_it_is_counted_how_many_findings_are_not_named(path: Path) -> None:
    as_insider(path, junk_books)
    report = verify(path)
    assert len(report.findings) == MOST_FINDINGS
    named, every = len({finding.book for finding in report.findings}), MOST_FINDINGS + 20
    assert report.more >= every - named > 0


@pytest.mark.parametrize("with_leaves", [True, False], ids=["auditor's file", "checkpoint"])
def test_words_that_cannot_be_read_are_no_other_entries(path: Path, tmp_path: Path, with_leaves: bool) -> None:
    files = kept(path, tmp_path, [8, COUNT], with_leaves=with_leaves)
    statement = f"UPDATE entries SET words = zeroblob({TOO_BIG}) WHERE number = {LATER}"
    as_insider(path, lambda connection: connection.execute(statement))
    report = verify(path, files)
    assert places(list(report.findings)) == [(Damage.UNREADABLE, LATER, LATER)]
    assert [held.holds for held in report.kept] == [True, True]


def test_an_entry_taken_out_is_told_before_the_notes_of_commands(path: Path, tmp_path: Path) -> None:
    """Whoever takes out an entry and numbers the others anew must also see to every command."""
    files = kept(path, tmp_path, [COUNT], with_leaves=False)

    def taken_out(connection: sqlite3.Connection) -> None:
        rewritten(connection, EVERY["delete"](rows_of(connection), BAD))
        connection.execute("DELETE FROM commands WHERE first = 20")

    as_insider(path, taken_out)
    report = verify(path, files)
    assert places(list(report.findings)) == [(Damage.TRUNCATED, 1, COUNT), (Damage.COMMAND, 20, 20)]


@pytest.mark.parametrize("given", [True, False], ids=["with a checkpoint", "without"])
def test_books_that_sort_before_it_do_not_hide_a_book(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, given: bool
) -> None:
    monkeypatch.setattr(listing, "MOST_BOOKS", 5)
    files = kept(path, tmp_path, [COUNT], with_leaves=True) if given else []

    def crowded(connection: sqlite3.Connection) -> None:
        for number in range(600):
            begun(connection, f"a{number:03}")
        copied(connection, "b-copy")
        copied(connection, "zz")
        altered(connection)

    as_insider(path, crowded)
    report = verify(path, files)
    (beyond,) = of(report, "a005")
    assert "more than 5" in str(beyond.cause)
    assert [book.book for book in report.books] == [*(f"a{number:03}" for number in range(5)), *([BOOK] * given)]
    assert places(of(report, BOOK)) == [(Damage.ALTERED, BAD, BAD)] * given
    assert [book.book for book in verify(path, book=BOOK).books] == [BOOK]


def test_a_book_that_is_not_there_is_a_finding(path: Path) -> None:
    report = verify(path, book="bo")
    assert not report.sound
    assert "no such book" in str(report.findings[0].cause)
    assert report.findings[0].book == "bo"


def test_names_that_are_no_text_are_counted(path: Path) -> None:
    def nameless(connection: sqlite3.Connection) -> None:
        for name in (b"\xfeA", b"a" * 100_000, b"a" * 100_000 + b"\xff", b"\xff" * 100_000):
            connection.execute(ENTRY.replace("?", "CAST(? AS TEXT)", 1), (name, 1, b"x", b"x"))

    as_insider(path, nameless)
    report = verify(path)
    assert [book.book for book in report.books] == [BOOK]
    assert [finding.cause.details["count"] for finding in report.findings] == [4]
    assert (report.findings[0].book or "").startswith("aaa")

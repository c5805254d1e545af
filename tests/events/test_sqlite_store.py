"""The SQLite store: the contract of all stores, the library's own tests, and what only a file can go through."""

import os
import shutil
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from eventsourcing.persistence import IntegrityError, StoredEvent
from eventsourcing.tests import persistence as library

from events.catalogue import NoteWritten
from events.entry import unseal
from events.errors import RecordError
from events.log import Log
from events.sqlite.log import SqliteLog
from events.sqlite.making import prepare_for_writing
from events.sqlite.opening import (
    RecordBusy,
    RecordForeign,
    RecordMissing,
    RecordNewer,
    RecordReadOnly,
)
from events.sqlite.recorder import RecordDatastore, RecordRecorder
from events.sqlite.schema import FORMAT
from events.sqlite.verification import BadEntry, verified
from tests.events.store_contract import StoreContract, sealed
from tests.rights import without_rights_to_everything


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "en mappe" / "protokol æøå.referat"


@pytest.fixture
def log(path: Path) -> Iterator[SqliteLog]:
    store = SqliteLog(path)
    yield store
    store.close()


@pytest.fixture
def reopened(path: Path) -> Iterator[Callable[[], Log]]:
    opened: list[SqliteLog] = []

    def reopen() -> Log:
        opened.append(SqliteLog(path))
        return opened[-1]

    yield reopen
    for store in opened:
        store.close()


class TestSqliteStore(StoreContract):
    """The contract."""


class TestLibraryContract(library.ApplicationRecorderTestCase[RecordRecorder]):
    """The tests that eventsourcing ships for recorders, with text ids.

    Two of them begin a stream at version 0. Entry numbers begin at 1, and a record refuses anything else: the two run
    here with versions from 1.
    """

    @pytest.fixture(autouse=True)
    def _path(self, tmp_path: Path) -> Iterator[None]:
        self._file = tmp_path / "library.referat"
        prepare_for_writing(self._file)
        self._datastore = RecordDatastore(self._file.as_uri())
        before = set(threading.enumerate())
        yield
        for reader in set(threading.enumerate()) - before:  # the library's test does not wait for its readers
            reader.join()
        self._datastore.close()

    def new_originator_id(self) -> str:
        return f"book-{os.urandom(8).hex()}"

    def create_recorder(self) -> RecordRecorder:
        recorder = RecordRecorder(self._datastore)
        insert = recorder.insert_events

        def from_one(stored_events: list[StoredEvent], **kwargs: object) -> object:
            shift = 1 if stored_events[0].originator_version == 0 else 0
            return insert(
                [StoredEvent(s.originator_id, s.originator_version + shift, s.topic, s.state) for s in stored_events],
                **kwargs,
            )

        recorder.insert_events = from_one  # type: ignore[method-assign,assignment]
        return recorder


def test_a_record_outlives_its_process(log: SqliteLog, path: Path) -> None:
    log.append([sealed(1), sealed(2)])
    code = "import sys; from pathlib import Path; from events.sqlite.log import SqliteLog; print(SqliteLog(Path(sys.argv[1])).head('bog'))"
    said = subprocess.run([sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "2"


def test_commits_are_durable_and_the_file_is_in_wal_mode(log: SqliteLog, path: Path) -> None:
    log.append([sealed(1)])
    writer = log._writing().factory.datastore  # type: ignore[attr-defined]
    with writer.get_connection(commit=True) as connection:
        assert connection._sqlite_conn.execute("PRAGMA synchronous").fetchone()[0] == 2
        assert connection._sqlite_conn.execute("PRAGMA journal_mode").fetchone()[0] == "wal"


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE entries SET body = x'00' WHERE number = 1",
        "UPDATE entries SET number = 9 WHERE number = 2",
        "UPDATE entries SET type = 'x'",
        "DELETE FROM entries",
        "DELETE FROM entries WHERE number = 2",
        "INSERT INTO entries (book, number, type, body, words) VALUES ('bog', 9, 'x', x'00', x'00')",
        "INSERT OR REPLACE INTO entries (position, book, number, type, body, words) VALUES (1, 'bog', 1, 'x', x'00', x'00')",
        "REPLACE INTO entries (book, number, type, body, words) VALUES ('bog', 1, 'x', x'00', x'00')",
        "UPDATE entries SET words = CAST('{}' AS BLOB)",
        """UPDATE entries SET words = CAST(json_set(CAST(words AS TEXT), '$."/recorded_by"', json('["x","Eve"]')) AS BLOB)""",
        """UPDATE entries SET words = CAST(json_set(CAST(words AS TEXT), '$."/event/extra"', json('null')) AS BLOB)""",
        "UPDATE commands SET first = 5",
        "DELETE FROM commands",
    ],
)
def test_the_file_itself_refuses_to_change_a_book(log: SqliteLog, path: Path, statement: str) -> None:
    log.append([sealed(1), sealed(2)])
    before = list(log.read("bog"))
    with closing(sqlite3.connect(path)) as connection, connection, pytest.raises(sqlite3.IntegrityError):
        connection.execute(statement)
    assert list(log.read("bog")) == before


def test_a_word_can_be_erased_and_the_body_stays(log: SqliteLog, path: Path) -> None:
    log.append([sealed(1), sealed(2)])
    before = [body for body, _ in log.read("bog")]
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(
            """UPDATE entries SET words = CAST(json_set(CAST(words AS TEXT), '$."/event/text"', json('null')) AS BLOB)
            WHERE number = 2"""
        )
    after = list(log.read("bog"))
    assert [body for body, _ in after] == before
    assert unseal(*after[1]).event == NoteWritten(meeting="m2", text="[erased]")  # type: ignore[arg-type]
    assert len(list(verified(path))) == 2


def tampered(path: Path, statement: str) -> None:
    """Change the file as somebody with plain sqlite3 would, who takes the triggers off first and puts them back."""
    with closing(sqlite3.connect(path)) as connection, connection:
        triggers = connection.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
        for name, _ in triggers:
            connection.execute(f"DROP TRIGGER {name}")
        connection.execute(statement)
        for _, sql in triggers:
            connection.execute(sql)
    connection.close()


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("UPDATE entries SET type = 'MeetingClosed' WHERE number = 2", "Entry 2 .* column"),
        ("UPDATE entries SET body = replace(body, '\"m2\"', '\"m3\"') WHERE number = 2", "Entry 2 "),
        ("UPDATE entries SET body = CAST(replace(body, '\"m2\"', '\"m3\"') AS BLOB) WHERE number = 2", None),
        ("UPDATE entries SET body = CAST(' ' || body AS BLOB) WHERE number = 3", "Entry 3 .* canonical"),
        (
            "UPDATE entries SET words = CAST(replace(words, 'Nr. 2', 'Nr. 9') AS BLOB) WHERE number = 2",
            "Entry 2 .* word",
        ),
        ("UPDATE entries SET words = x'ff' WHERE number = 2", "Entry 2 "),
        ("DELETE FROM entries WHERE number = 2", "Entry 3 .* follow"),
        ("UPDATE entries SET number = 99 WHERE number = 3", "Entry 99 .* column"),
        ("DELETE FROM commands WHERE first = 2", "Entry 2 .* command"),
    ],
)
def test_verification_names_the_first_bad_entry(log: SqliteLog, path: Path, statement: str, said: str | None) -> None:
    """A changed body that is well-formed shows only against an older root; that comes with the proofs."""
    log.append([sealed(1), sealed(2)])
    log.append([sealed(3)])
    log.close()
    if "replace(body" in statement and "CAST" not in statement:
        with pytest.raises(sqlite3.IntegrityError, match="cannot store TEXT"):
            tampered(path, statement)
        return
    tampered(path, statement)
    if said is None:
        assert len(list(verified(path))) == 3
        return
    with pytest.raises(BadEntry, match=said):
        list(verified(path))


class TestBadFiles:
    """A file that will not do is refused with a sentence; nothing is written."""

    def test_missing(self, path: Path) -> None:
        with pytest.raises(RecordMissing, match="There is no record at"):
            SqliteLog(path).books()
        assert not path.exists()

    @pytest.mark.parametrize("content", [b"Referat af m\xc3\xb8de", b"\x00" * 4096, b"SQLite format 3"])
    def test_not_a_database(self, tmp_path: Path, content: bytes) -> None:
        path = tmp_path / "referat.txt"
        path.write_bytes(content)
        for use in (lambda log: log.books(), lambda log: log.append([sealed(1)])):
            with pytest.raises(RecordError, match=r"not a record of referat|cut off"):
                use(SqliteLog(path))
        assert path.read_bytes() == content

    def test_another_programs_database(self, tmp_path: Path) -> None:
        path = tmp_path / "other.db"
        with closing(sqlite3.connect(path)) as connection, connection:
            connection.execute("CREATE TABLE entries (x)")
        before = path.read_bytes()
        for use in (lambda log: log.books(), lambda log: log.append([sealed(1)])):
            with pytest.raises(RecordForeign):
                use(SqliteLog(path))
        assert path.read_bytes() == before

    def test_truncated(self, log: SqliteLog, path: Path) -> None:
        log.append([sealed(number, command="all") for number in range(1, 400)])
        log.close()
        whole = path.read_bytes()
        for length in (50, 99, 4096, len(whole) // 2, len(whole) - 100):
            path.write_bytes(whole[:length])
            for use in (lambda log: list(log.read("bog")), lambda log: log.append([sealed(400)])):
                with pytest.raises(RecordError, match=r"cut off|damaged|not a record"):
                    use(SqliteLog(path))
            assert path.read_bytes() == whole[:length]

    def test_overwritten_in_the_middle(self, log: SqliteLog, path: Path) -> None:
        log.append([sealed(number, command="all") for number in range(1, 400)])
        log.close()
        whole = bytearray(path.read_bytes())
        whole[4096 * 3 : 4096 * 6] = b"\xaa" * 4096 * 3
        path.write_bytes(bytes(whole))
        with pytest.raises(RecordError):
            list(verified(path))

    def test_newer_than_the_program(self, log: SqliteLog, path: Path) -> None:
        log.append([sealed(1)])
        log.close()
        with closing(sqlite3.connect(path)) as connection, connection:
            connection.execute(f"PRAGMA user_version={FORMAT + 1}")
        with pytest.raises(RecordNewer, match=f"format {FORMAT + 1}, this one reads {FORMAT}"):
            SqliteLog(path).books()

    def test_tables_that_somebody_changed(self, log: SqliteLog, path: Path) -> None:
        log.append([sealed(1)])
        log.close()
        with closing(sqlite3.connect(path)) as connection, connection:
            connection.execute("DROP TRIGGER entries_never_deleted")
        with pytest.raises(RecordError, match="someone changed the file"):
            SqliteLog(path).books()

    def test_a_hostile_view_in_place_of_the_table(self, tmp_path: Path) -> None:
        path = tmp_path / "hostile.referat"
        with closing(sqlite3.connect(path)) as connection, connection:
            connection.execute("PRAGMA application_id=0x52656665")
            connection.execute(f"PRAGMA user_version={FORMAT}")
            connection.execute(
                "CREATE VIEW entries AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT x FROM n"
            )
        with pytest.raises(RecordError, match="someone changed the file"):
            SqliteLog(path).books()

    def test_locked_by_another_process(self, log: SqliteLog, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        log.append([sealed(1)])
        log.close()
        monkeypatch.setattr("events.sqlite.recorder.WAIT_SECONDS", 1)
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        try:
            with pytest.raises(RecordBusy, match="locked"):
                SqliteLog(path).append([sealed(2)])
        finally:
            other.execute("ROLLBACK")
            other.close()
        assert SqliteLog(path).head("bog") == 1

    def test_a_folder(self, tmp_path: Path) -> None:
        for use in (lambda log: log.books(), lambda log: log.append([sealed(1)])):
            with pytest.raises(RecordReadOnly):
                use(SqliteLog(tmp_path))

    def test_an_empty_file_is_a_record_to_be(self, tmp_path: Path) -> None:
        path = tmp_path / "new.referat"
        path.touch()
        with pytest.raises(RecordForeign):
            SqliteLog(path).books()
        SqliteLog(path).append([sealed(1)])
        assert SqliteLog(path).head("bog") == 1

    def test_read_only(self, log: SqliteLog, path: Path) -> None:
        """Without root's rights where the tests run as root, who may write everything."""
        log.append([sealed(1)])
        log.close()
        code = (
            "import sys; sys.path.insert(0, sys.argv[2])\n"
            "from pathlib import Path; from events.errors import RecordError; from events.sqlite.log import SqliteLog\n"
            "import events.sqlite.recorder; from tests.events.store_contract import sealed\n"
            "try: SqliteLog(Path(sys.argv[1])).append([sealed(2)])\n"
            "except RecordError as problem: print(type(problem).__name__, problem)"
        )
        path.chmod(0o444)
        path.parent.chmod(0o555)
        root = str(Path(__file__).parents[2])
        said = subprocess.run(
            [*without_rights_to_everything(), sys.executable, "-B", "-c", code, str(path), root],
            capture_output=True,
            text=True,
            check=False,
        )
        path.parent.chmod(0o755)
        assert said.stdout.startswith("RecordReadOnly"), said.stdout + said.stderr
        assert SqliteLog(path).head("bog") == 1


def test_positions_never_repeat(log: SqliteLog, path: Path) -> None:
    log.append([sealed(1, book="a"), sealed(2, book="a")])
    log.append([sealed(1, book="b")])
    with closing(sqlite3.connect(path)) as connection, connection:
        assert [row[0] for row in connection.execute("SELECT position FROM entries")] == [1, 2, 3]


def test_a_copy_by_vacuum_into_is_a_whole_record(log: SqliteLog, path: Path, tmp_path: Path) -> None:
    log.append([sealed(1), sealed(2)])
    copy = tmp_path / "copy.referat"
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("VACUUM INTO ?", (str(copy),))
    assert list(SqliteLog(copy).read("bog")) == list(log.read("bog"))
    shutil.copy(copy, tmp_path / "again.referat")
    assert len(list(verified(tmp_path / "again.referat"))) == 2


def test_the_library_refuses_a_version_twice(path: Path) -> None:
    prepare_for_writing(path)
    recorder = RecordRecorder(RecordDatastore(path.as_uri()))
    event = StoredEvent("b", 1, "topic", b"state")
    recorder.insert_events([event])
    with pytest.raises(IntegrityError):
        recorder.insert_events([event])
    recorder.datastore.close()

"""Records that will not do are refused in words that say what, where and what to do, and nothing is written."""

import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from events.sqlite.schema import FORMAT
from tests.commandline.running import MARCH, NORDHOLM, Referat, refused, stored
from tests.rights import without_rights_to_everything


def text_file(record: Path) -> None:
    record.write_text("Referat af møde\n", encoding="utf-8")


def other_database(record: Path) -> None:
    record.unlink()
    with closing(sqlite3.connect(record)) as connection, connection:
        connection.execute("CREATE TABLE adresser (navn)")


def cut_off(record: Path) -> None:
    record.write_bytes(record.read_bytes()[:-5000])


def cut_to_the_header(record: Path) -> None:
    record.write_bytes(record.read_bytes()[:60])


def newer(record: Path) -> None:
    with closing(sqlite3.connect(record)) as connection, connection:
        connection.execute(f"PRAGMA user_version={FORMAT + 1}")
    connection.close()


def meddled_with(record: Path) -> None:
    with closing(sqlite3.connect(record)) as connection, connection:
        connection.execute("DROP TRIGGER entries_never_deleted")
    connection.close()


class TestRecords:
    @pytest.mark.parametrize(
        ("spoil", "da", "en"),
        [
            (text_file, "ikke en protokol", "not a record of referat"),
            (other_database, "ikke en protokol", "not a record of referat"),
            (cut_off, "cut off", "cut off"),
            (cut_to_the_header, "cut off", "cut off"),
            (newer, "nyere", "newer"),
            (meddled_with, "ændret", "someone changed the file"),
        ],
    )
    def test_a_file_that_will_not_do(
        self, referat: Referat, tmp_path: Path, language: str, spoil: Callable[[Path], None], da: str, en: str
    ) -> None:
        jsonl = tmp_path / "b.jsonl"
        referat.done("export", "--format", "jsonl", "-o", jsonl)
        spoil(referat.record)
        for command in (
            ("books",),
            ("log", NORDHOLM),
            ("export",),
            ("verify",),
            ("import", MARCH),
            ("import", MARCH, "--dry-run"),
            ("record", NORDHOLM, "PersonRegistered", "--data", '{"name": "A B"}'),
            ("record", "ny", "CouncilEstablished", "--data", '{"name": "Rådet"}'),
            ("strike", NORDHOLM, 1, "--reason", "x"),
            ("restore", jsonl),
        ):
            ran = refused(referat, *command, code=5, says=(str(referat.record),))
            assert language == "da" or en in ran.messages
            assert language == "en" or en not in ran.messages

    def test_a_folder_in_its_place(self, empty: Referat, tmp_path: Path, language: str) -> None:
        empty.record = tmp_path
        for command in (("books",), ("import", MARCH), ("export",)):
            refused(empty, *command, code=5, says=(str(tmp_path),))

    def test_a_file_where_its_folder_should_be(self, empty: Referat, referat: Referat, tmp_path: Path) -> None:
        (tmp_path / "b.jsonl").write_bytes(referat.done("export", "--format", "jsonl").data)
        (tmp_path / "fil").touch()
        empty.record = tmp_path / "fil" / "protokol.referat"
        for command in (("books",), ("import", MARCH), ("restore", tmp_path / "b.jsonl")):
            refused(empty, *command, code=5, says=(str(tmp_path / "fil"),))

    @pytest.mark.parametrize("whole_folder", [False, True])
    def test_read_only(self, referat: Referat, tmp_path: Path, language: str, whole_folder: bool) -> None:
        """Without root's rights where the tests run as root, who may write everything."""
        folder = tmp_path / "låst"
        folder.mkdir()
        referat.record = Path(shutil.copy(referat.record, folder / "protokol.referat"))
        referat.record.chmod(0o444)
        folder.chmod(0o555 if whole_folder else 0o777)
        before = stored(referat.record)
        for command in (
            ["import", str(MARCH), "--book", "ny"],
            ["record", NORDHOLM, "PersonRegistered", "--data", '{"name": "A B"}'],
            ["record", "ny", "CouncilEstablished", "--data", '{"name": "Rådet"}'],
        ):
            ran = as_somebody_else(referat, command)
            assert (ran.returncode, ran.stdout) == (5, b""), ran
            assert str(referat.record) in ran.stderr.decode()
            assert ("rettigheder" in ran.stderr.decode()) == (language == "da")
        folder.chmod(0o755)
        assert stored(referat.record) == before

    def test_locked_by_another_process(self, referat: Referat, language: str, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("events.sqlite.recorder.WAIT_SECONDS", 0.2)
        with another_process_writing_in(referat.record):
            said = refused(
                referat,
                "record",
                NORDHOLM,
                "PersonRegistered",
                "--data",
                '{"name": "A B"}',
                code=5,
                says=(str(referat.record),),
            ).messages
            assert ("et andet program" in said.lower()) == (language == "da")
            assert referat.done("log", NORDHOLM).out
        referat.done("record", NORDHOLM, "PersonRegistered", "--data", '{"name": "A B"}')


def as_somebody_else(referat: Referat, command: list[str]) -> "subprocess.CompletedProcess[bytes]":
    """Run a command without root's right to write everything."""
    return subprocess.run(
        [*without_rights_to_everything(), *referat.command(*command)], capture_output=True, check=False, timeout=60
    )


class another_process_writing_in:  # noqa: N801 - reads as what it does
    """Another process that has begun to write and does not finish."""

    def __init__(self, record: Path) -> None:
        code = (
            "import sqlite3, sys; c = sqlite3.connect(sys.argv[1], isolation_level=None); c.execute('BEGIN IMMEDIATE')\n"
            "print('writing', flush=True); sys.stdin.read(); c.execute('ROLLBACK'); c.close()"
        )
        self._process = subprocess.Popen(
            [sys.executable, "-c", code, str(record)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )

    def __enter__(self) -> None:
        assert self._process.stdout is not None
        assert self._process.stdout.readline() == b"writing\n"

    def __exit__(self, *_: object) -> None:
        self._process.communicate(timeout=10)

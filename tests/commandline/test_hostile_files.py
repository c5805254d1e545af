"""What somebody put beside a record, or into its pages, keeps no command waiting, fills no memory, and is named."""

import os
import sqlite3
import subprocess
import sys
import tracemalloc
from contextlib import closing
from pathlib import Path

import pytest

from events.jsonlines import Line, parsed, written
from events.sqlite.log import SqliteLog
from events.sqlite.verification import verify
from events.verifying import lines
from governance.checkpoints import Kept
from governance.drafts import Draft, Drafts
from governance.travelling.cache_file import opened
from tests.commandline.running import PROGRAM, Ran, Referat
from tests.conftest import ROOT
from tests.events.proofs.endless import EVERY, endless_index, endless_schema
from tests.events.proofs.kept_book import BOOK, as_insider, kept, recorded, sealed

_HANGS = 60
"""Seconds after which a command is taken to hang; it takes less than two."""

_BEFORE = """
import sys
from pathlib import Path
from governance.drafts import Draft, Drafts, DraftsNotSaved
from governance.importing.usage_file import UsageRefused, load_usages
from governance.travelling.cache_file import opened
record = Path(sys.argv[1])
"""
_READING = {
    "sprogbrug": """
try:
    load_usages(record)
except UsageRefused as problem:
    print(problem)
""",
    "kladder-journal": """
drafts = Drafts(record)
drafts.keep("raadet/i2", Draft("mere"))
try:
    drafts.save()
except DraftsNotSaved as problem:
    print(problem)
""",
    "travel": """
opened(record).close()
print("opened")
""",
}


@pytest.fixture
def record(tmp_path: Path) -> Path:
    path = tmp_path / "protokol.referat"
    recorded(path, 40)
    return path


def ran(record: Path, *arguments: object) -> Ran:
    """Run a command in a process of its own, which is ended where it hangs."""
    command = [*PROGRAM, "--record", str(record), *map(str, arguments)]
    ended = subprocess.run(command, capture_output=True, timeout=_HANGS, stdin=subprocess.DEVNULL, check=False)
    return Ran(ended.returncode, ended.stdout, ended.stderr.decode())


def a_pipe(path: Path) -> None:
    os.mkfifo(path)


def a_device(path: Path) -> None:
    path.symlink_to("/dev/zero")


def a_huge_file(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(3 << 30)


class TestBesideTheRecord:
    @pytest.mark.parametrize(
        ("put", "said"),
        [(a_pipe, "no plain file"), (a_device, "no plain file"), (a_huge_file, "longer than it may be")],
    )
    def test_what_goes_by_the_name_of_a_checkpoint(self, record: Path, put: object, said: str) -> None:
        place = Kept(record).folder / BOOK / "30.checkpoint"
        place.parent.mkdir(parents=True)
        assert callable(put)
        put(place)
        verified = ran(record, "verify")
        assert verified.code == 5
        assert "30.checkpoint" in verified.messages
        assert said in verified.messages
        for command in (
            ["checkpoint", BOOK],
            ["prove", BOOK, 5],
            ["handout", BOOK, "-o", record.parent / "ud.referat"],
        ):
            assert ran(record, *command).code == 0

    @pytest.mark.parametrize("ending", ["-wal", "-shm", "-journal"])
    def test_pipes_in_the_place_of_its_companions_are_named(self, record: Path, ending: str) -> None:
        companion = record.with_name(record.name + ending)
        companion.unlink(missing_ok=True)
        os.mkfifo(companion)
        for command in ("verify", "books"):
            told = ran(record, command)
            assert told.code == 5
            assert f"{companion.name} beside the record" in told.messages

    def test_a_journal_that_is_none_is_named(self, record: Path) -> None:
        record.with_name(f"{record.name}-journal").write_bytes(bytes.fromhex("d9d505f920a163d7") + os.urandom(5000))
        told = ran(record, "verify")
        assert told.code == 5
        assert f"{record.name}-journal beside the record" in told.messages

    @pytest.mark.parametrize("ending", _READING)
    def test_pipes_in_the_place_of_other_files(self, record: Path, ending: str) -> None:
        drafts = Drafts(record)
        drafts.keep("raadet/i1", Draft("kladde"))
        drafts.save()
        os.mkfifo(record.with_name(f"{record.name}.{ending}"))
        command = [sys.executable, "-c", _BEFORE + _READING[ending], str(record)]
        ended = subprocess.run(command, cwd=ROOT, capture_output=True, timeout=_HANGS, check=False)
        assert ended.returncode == 0, ended.stderr
        assert ended.stdout in (b"", b"opened\n") or b"no plain file" in ended.stdout

    def test_pipes_in_the_place_of_settings_and_keys(self, record: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        settings, keys = record.with_name("settings.json"), record.with_name("keys")
        keys.mkdir()
        os.mkfifo(keys / "eva")
        os.mkfifo(keys / "eva.pub")
        monkeypatch.setenv("REFERAT_KEYS", str(keys))
        assert ran(record, "checkpoint", BOOK).code == 0
        os.mkfifo(settings)
        monkeypatch.setenv("REFERAT_SETTINGS", str(settings))
        told = ran(record, "books")
        assert told.code == 2
        assert "no plain file" in told.messages


class TestPagesWithoutEnd:
    @pytest.mark.parametrize(("ending", "table"), [("kladder", b"drafts"), ("travel", b"books")])
    def test_files_beside_the_record_are_opened_or_given_up(self, record: Path, ending: str, table: bytes) -> None:
        drafts = Drafts(record)
        drafts.keep("raadet/i1", Draft("kladde"))
        drafts.save()
        opened(record).close()
        endless_schema(record.with_name(f"{record.name}.{ending}"), table)
        reading = _READING["travel" if ending == "travel" else "kladder-journal"]
        ended = subprocess.run(
            [sys.executable, "-c", _BEFORE + reading, str(record)],
            cwd=ROOT,
            capture_output=True,
            timeout=_HANGS,
            check=False,
        )
        assert ended.returncode == 0, ended.stderr
        assert ended.stdout

    @pytest.mark.parametrize("kind", EVERY)
    def test_verifying_ends_and_says_that_the_file_is_damaged(self, record: Path, kind: str) -> None:
        EVERY[kind](record)
        told = ran(record, "verify")
        assert told.code == 5
        assert "comes to no end" in told.messages

    def test_other_commands_end(self, record: Path) -> None:
        endless_index(record)
        assert ran(record, "books").code == 5
        endless_schema(record)
        for command in (["books"], ["log", BOOK], ["checkpoint", BOOK]):
            told = ran(record, *command)
            assert told.code == 5
            assert "comes to no end" in told.messages


class TestHeader:
    @pytest.mark.parametrize(("field", "number"), [("application_id", 7), ("user_version", 3), ("user_version", 0)])
    def test_a_changed_header_hides_no_changed_entry(self, record: Path, field: str, number: int) -> None:
        files = kept(record, record.parent, [40], with_leaves=True)
        as_insider(record, lambda connection: connection.execute("DELETE FROM entries WHERE number = 17"))
        with closing(sqlite3.connect(record)) as connection:
            connection.execute(f"PRAGMA {field} = {number}")
        told = Referat(record)("verify", "--checkpoint", record.parent / files[0].name)
        assert told.code == 5
        assert f"{field} is {number}" in told.messages
        assert "should be" in told.messages
        assert "17" in told.messages

    def test_a_newer_format_is_not_judged(self, record: Path) -> None:
        with closing(sqlite3.connect(record, isolation_level=None)) as connection:
            connection.execute("CREATE TABLE nyt (a ANY) STRICT")
            connection.execute("PRAGMA user_version = 3")
        told = Referat(record)("verify")
        assert told.code == 5
        assert "newer referat" in told.messages
        assert "user_version" not in told.messages


class TestLongAndMany:
    def test_long_values_are_not_held_in_memory_together(self, record: Path) -> None:
        as_insider(record, lambda c: c.execute("UPDATE entries SET words = zeroblob(3000000) WHERE number > 20"))
        tracemalloc.start()
        try:
            report = verify(record)
            assert sum(1 for _ in SqliteLog(record).read(BOOK)) == 40
            assert tracemalloc.get_traced_memory()[1] < 25_000_000
        finally:
            tracemalloc.stop()
        assert [(one.first, one.last) for one in report.findings] == [(21, 40)]

    def test_long_words_that_are_right_are_no_finding(self, tmp_path: Path) -> None:
        path = tmp_path / "protokol.referat"
        with closing(SqliteLog(path)) as log:
            log.append(
                [
                    sealed(number, said="\N{CUNEIFORM SIGN A}" * 19_900 if number in (7, 300) else "y")
                    for number in range(1, 600)
                ]
            )
        assert verify(path, kept(path, tmp_path, [500], with_leaves=True)).sound
        with closing(SqliteLog(path)) as log:
            assert len(list(log.read(BOOK, after=3, upto=590))) == 587

    def test_each_line_of_many_books_is_read_a_few_times(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        path, first = tmp_path / "bøger.jsonl", sealed(1)
        bodies = [first.body.replace(b'"bog"', b'"bog%d"' % number) for number in range(200)]
        path.write_bytes(b"".join(written(body, first.words) for body in bodies))
        read = list[bytes]()

        def counted(line: bytes) -> Line:
            read.append(line)
            return parsed(line)

        monkeypatch.setattr(lines, "parsed", counted)
        report = lines.verify_lines(path)
        assert report.sound
        assert len(report.books) == 200
        assert len(read) < 200 * 10

"""An insider with plain sqlite3 against an auditor who kept a checkpoint: each change is found, and its entry named."""

import random
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from events.catalogue import MinutesSigned, SignOff, WordsErased
from events.damage import Damage
from events.ids import KeyId, MeetingId, PersonId
from events.proofs.encoding import encoded
from events.proofs.errors import KeptFileRefused
from events.proofs.leaf_lists import KeptCheckpoint, read_kept
from events.proofs.ssh_keys import new_private_key
from events.proofs.ssh_signatures import ssh_signature
from events.sqlite.log import SqliteLog
from events.sqlite.verification import verify
from events.verifying.findings import Finding, Report
from tests.events.proofs.insider import EVERY, Tampering, first_bad, rewritten, rows_of
from tests.events.proofs.kept_book import BOOK, Change, as_insider, kept, recorded, sealed
from tests.torture.seeds import SEED, Tell

COUNT = 24
SIZES = (8, 16, 24)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    record = tmp_path / "protokol.referat"
    recorded(record, COUNT)
    return record


def the_first(report: Report) -> Finding:
    assert report.first is not None
    return report.first


def tampered(path: Path, number: int, tampering: Tampering) -> Path:
    """Return a copy in which an insider did this and made everything in the file fit again."""
    copy = path.with_name("tampered.referat")
    shutil.copyfile(path, copy)
    as_insider(copy, lambda connection: rewritten(connection, tampering(rows_of(connection), number)))
    return copy


def outcome(kind: str, number: int, copy: Path, checkpoint: KeptCheckpoint, *, exact: bool) -> None:
    """Check what the auditor is told; a change after the checkpoint is none that it can show."""
    bad, report = first_bad(kind, number), verify(copy, [checkpoint])
    size = checkpoint.checkpoint.size
    if bad > size:
        assert report.sound or report.findings[0].first == bad, (kind, number, size, report)
        return
    finding = the_first(report)
    assert finding.book == BOOK
    assert finding.first is not None
    assert finding.last is not None
    if exact:
        assert finding.first == finding.last == bad, (kind, number, size, finding, str(finding.cause))
    else:
        assert finding.first <= bad <= finding.last, (kind, number, size, finding, str(finding.cause))


@pytest.mark.parametrize("with_leaves", [True, False], ids=["auditor's file", "checkpoint"])
@pytest.mark.parametrize("kind", EVERY)
def test_every_entry_times_every_kind_is_found_by_who_kept_a_checkpoint(
    path: Path, tmp_path: Path, kind: str, with_leaves: bool
) -> None:
    files = kept(path, tmp_path, SIZES, with_leaves=with_leaves)
    assert verify(path, files).sound
    for number in range(1 + (kind == "truncate"), COUNT + (kind not in ("swap", "merge", "duplicate"))):
        copy = tampered(path, number, EVERY[kind])
        for checkpoint in files:
            outcome(kind, number, copy, checkpoint, exact=with_leaves)


def test_several_checkpoints_narrow_the_place_down(path: Path, tmp_path: Path) -> None:
    files = kept(path, tmp_path, (8, 16, 19, 20, 24), with_leaves=False)
    finding = the_first(verify(tampered(path, 20, EVERY["alter"]), files))
    assert (finding.first, finding.last, finding.damage) == (20, 20, Damage.ALTERED)
    finding = the_first(verify(tampered(path, 17, EVERY["alter"]), files))
    assert (finding.first, finding.last) == (17, 19)


@pytest.mark.parametrize("with_leaves", [True, False], ids=["auditor's file", "checkpoint"])
@pytest.mark.parametrize("beside", [True, False], ids=["beside the record", "held too"])
def test_a_newer_checkpoint_of_the_changed_book_does_not_excuse_it(
    path: Path, tmp_path: Path, with_leaves: bool, beside: bool
) -> None:
    """An insider makes the checkpoints beside the record anew, or hands one out after the change."""
    files = kept(path, tmp_path, (8, 16), with_leaves=with_leaves)
    copy = tampered(path, 11, EVERY["alter"])
    (newer,) = kept(copy, tmp_path, [COUNT], with_leaves=False)
    newer = KeptCheckpoint(newer.name, newer.signed, beside=beside)
    finding = the_first(verify(copy, [*files, newer]))
    assert finding.damage is Damage.ALTERED
    assert (finding.first, finding.last) == ((11, 11) if with_leaves else (9, 16))
    assert ("though a checkpoint of 24 entries fits" in str(finding.cause)) is not (with_leaves or beside)


def test_a_checkpoint_beside_the_record_does_not_move_the_place(path: Path, tmp_path: Path) -> None:
    """Whoever changed entry 11 puts a checkpoint over 12 entries beside the record, and a false one over 3."""
    (file,) = kept(path, tmp_path, [16], with_leaves=False)
    copy = tampered(path, 11, EVERY["alter"])
    planted = [*kept(copy, tmp_path, [12], with_leaves=False)]
    planted += kept(tampered(path, 2, EVERY["alter"]), tmp_path, [3], with_leaves=False)
    copy = tampered(path, 11, EVERY["alter"])
    beside = [KeptCheckpoint(one.name, one.signed, beside=True) for one in planted]
    finding = the_first(verify(copy, [file, *beside]))
    assert (finding.damage, finding.first, finding.last) == (Damage.ALTERED, 1, 16)
    assert file.name in str(finding.cause)


@pytest.mark.parametrize(
    ("kind", "damage"),
    [
        ("alter", Damage.ALTERED),
        ("delete", Damage.MISSING),
        ("insert", Damage.INSERTED),
        ("duplicate", Damage.INSERTED),
        ("truncate", Damage.TRUNCATED),
    ],
)
def test_the_auditors_file_tells_the_kind(path: Path, tmp_path: Path, kind: str, damage: Damage) -> None:
    files = kept(path, tmp_path, [COUNT], with_leaves=True)
    finding = the_first(verify(tampered(path, 11, EVERY[kind]), files))
    assert (finding.damage, finding.first) == (damage, first_bad(kind, 11))


def run(statement: str) -> Change:
    return lambda connection: connection.execute(statement)


def swapped(connection: sqlite3.Connection) -> None:
    rows = connection.execute("SELECT body, words FROM entries WHERE number IN (7, 8) ORDER BY number DESC").fetchall()
    for number, (body, words) in enumerate(rows, 7):
        connection.execute("UPDATE entries SET body = ?, words = ? WHERE number = ?", (body, words, number))


def swapped_bodies(connection: sqlite3.Connection) -> None:
    rows = connection.execute("SELECT body FROM entries WHERE number IN (7, 8) ORDER BY number DESC").fetchall()
    for number, (body,) in enumerate(rows, 7):
        connection.execute("UPDATE entries SET body = ? WHERE number = ?", (body, number))


SET_BODY = "UPDATE entries SET body = CAST(replace(body, {}) AS BLOB) WHERE number = 7"
SET_WORDS = "UPDATE entries SET words = CAST(replace(words, {}) AS BLOB) WHERE number = 7"


@pytest.mark.parametrize(
    ("change", "damage", "number"),
    [
        (run("DELETE FROM entries WHERE number = 7"), Damage.MISSING, 7),
        (run(SET_BODY.format("'{', '{ '")), Damage.NOT_CANONICAL, 7),
        (run(SET_BODY.format("'NoteWritten', 'NoteErased'")), Damage.UNREADABLE, 7),
        (run("UPDATE entries SET body = x'ff00' WHERE number = 7"), Damage.UNREADABLE, 7),
        (run(SET_BODY.format("'2026-', '2025-'")), Damage.CLOCK, 7),
        (run(SET_BODY.format("'\"bog\"', '\"bok\"'")), Damage.COLUMN, 7),
        (run("UPDATE entries SET type = 'MeetingClosed' WHERE number = 7"), Damage.COLUMN, 7),
        (run(SET_WORDS.format("'Nr. 7', 'Nr. 9'")), Damage.WORD_REPLACED, 7),
        (run("UPDATE entries SET words = x'5b5d' WHERE number = 7"), Damage.UNREADABLE, 7),
        (
            run(
                """UPDATE entries SET words = CAST(json_set(words, '$."/event/text"', NULL) AS BLOB) WHERE number = 7"""
            ),
            Damage.WORD_LOST,
            7,
        ),
        (swapped, Damage.OUT_OF_ORDER, 7),
        (swapped_bodies, Damage.OUT_OF_ORDER, 7),
        (run("UPDATE entries SET position = 1000 WHERE number = 7"), Damage.OUT_OF_ORDER, 8),
        (run("DELETE FROM commands WHERE first = 7"), Damage.COMMAND, 7),
        (run("INSERT INTO commands VALUES ('bog', 'x', 3, 3)"), Damage.COMMAND, 24),
        (run("UPDATE commands SET last = 26 WHERE first = 24"), Damage.TRUNCATED, 25),
        (run("INSERT INTO block_roots VALUES ('bog', 0, x'00')"), Damage.BLOCK_ROOT, 24),
        (run("DELETE FROM entries WHERE number = 1"), Damage.MISSING, 1),
        (run("UPDATE entries SET number = 9007199254740992 WHERE number = 24"), Damage.MISSING, 24),
        (run("UPDATE entries SET number = -3 WHERE number = 24"), Damage.OUT_OF_ORDER, -3),
    ],
)
def test_a_clumsy_change_is_found_without_any_checkpoint(
    path: Path, change: Change, damage: Damage, number: int
) -> None:
    as_insider(path, change)
    finding = the_first(verify(path))
    assert (finding.damage, finding.first) == (damage, number), str(finding.cause)


def words_of_seven(path: Path) -> bytes:
    with closing(sqlite3.connect(path)) as connection:
        return bytes(connection.execute("SELECT words FROM entries WHERE number = 7").fetchone()[0])


def test_an_erased_word_that_is_put_back_is_found_without_any_checkpoint(path: Path, tmp_path: Path) -> None:
    files = kept(path, tmp_path, SIZES, with_leaves=False)
    before = words_of_seven(path)
    erased = WordsErased(entry=7, fields=("/event/text",), basis="Loven", authority="Rådet")
    with closing(SqliteLog(path)) as log:
        log.append([sealed(COUNT + 1, erased)])
    report = verify(path, files)
    assert report.sound
    assert report.books[0].erased == 1
    as_insider(path, lambda connection: connection.execute("UPDATE entries SET words = ? WHERE number = 7", (before,)))
    finding = the_first(verify(path))
    assert (finding.damage, finding.first) == (Damage.WORD_RESTORED, 7)


def test_a_signature_in_the_book_itself_holds_the_entries_before_it(path: Path, tmp_path: Path) -> None:
    """Who signs minutes keeps a root in the book that nobody without the key can make again."""
    (file,) = kept(path, tmp_path, [COUNT], with_leaves=False)
    root, key = encoded(file.checkpoint.root), new_private_key()
    signature = ssh_signature(b"message", "referat", key.public, key.sign)
    sign_off = SignOff(key=KeyId("k3"), size=COUNT, root=root, signature=signature)
    minutes = MinutesSigned(meeting=MeetingId("m2"), person=PersonId("p4"), sign_off=sign_off)
    with closing(SqliteLog(path)) as log:
        log.append([sealed(COUNT + 1, minutes)])
    assert verify(path).sound
    finding = the_first(verify(tampered(path, 9, EVERY["alter"])))
    assert (finding.damage, finding.first, finding.last) == (Damage.ALTERED, 1, COUNT)
    assert f"entry {COUNT + 1} signed" in str(finding.cause)


def test_a_book_that_was_taken_away_is_missed(path: Path, tmp_path: Path) -> None:
    files = kept(path, tmp_path, SIZES, with_leaves=True)
    finding = the_first(verify(tampered(path, 1, EVERY["truncate"]), files))
    assert (finding.damage, finding.book) == (Damage.CHECKPOINT, None)


def test_a_checkpoint_of_another_book_is_no_proof(path: Path, tmp_path: Path) -> None:
    recorded(tmp_path / "other.referat", COUNT)
    finding = the_first(verify(path, kept(tmp_path / "other.referat", tmp_path, [8], with_leaves=False)))
    assert finding.first == 1
    assert finding.damage is Damage.CHECKPOINT
    assert "belongs to no book of this record: it is one of another book" in str(finding.cause)


def test_a_first_entry_that_was_changed_is_told_from_another_book(path: Path, tmp_path: Path) -> None:
    """The auditor's file shows that the later entries are the same."""
    copy = tampered(path, 1, EVERY["alter"])
    for with_leaves, damage in ((True, Damage.ALTERED), (False, Damage.CHECKPOINT)):
        finding = the_first(verify(copy, kept(path, tmp_path, [8], with_leaves=with_leaves)))
        assert (finding.first, finding.last, finding.damage) == (1, 1, damage)


def test_a_log_s_name_that_was_typed_wrong_is_said_to_be(path: Path, tmp_path: Path) -> None:
    (file,) = kept(path, tmp_path, [8], with_leaves=False)
    place = tmp_path / file.name
    place.write_bytes(place.read_bytes().replace(b"referat/", b"referat/x", 1))
    (finding,) = verify(path, [read_kept(place)]).findings
    assert (finding.damage, finding.book, finding.first) == (Damage.CHECKPOINT, None, None)
    assert "a mistake in typing" in str(finding.cause)
    assert file.checkpoint.origin in str(finding.cause)


def test_a_checkpoint_of_no_entries_shows_nothing(path: Path, tmp_path: Path) -> None:
    (file,) = kept(path, tmp_path, [8], with_leaves=False)
    place = tmp_path / file.name
    place.write_bytes(place.read_bytes().replace(b"\n8\n", b"\n0\n"))
    (finding,) = verify(path, [read_kept(place), file]).findings
    assert "0 entries, which shows nothing" in str(finding.cause)


def test_words_that_are_withheld_are_counted_and_are_no_damage(path: Path, tmp_path: Path) -> None:
    files = kept(path, tmp_path, SIZES, with_leaves=False)
    as_insider(
        path, run("""UPDATE entries SET words = CAST(json_remove(words, '$."/event/text"') AS BLOB) WHERE number = 7""")
    )
    report = verify(path, files)
    assert report.sound
    assert (report.books[0].withheld, report.books[0].first_withheld) == (1, 7)


@pytest.mark.parametrize("change", ["swapped", "doubled", "missing", "replaced"])
def test_an_auditors_file_that_is_damaged_is_told_of_when_it_is_read(path: Path, tmp_path: Path, change: str) -> None:
    """Also while the book is as it was, and nobody would ask for its hashes."""
    (file,) = kept(path, tmp_path, [COUNT], with_leaves=True)
    head, *lines = (tmp_path / file.name).read_bytes().split(b"\n")
    begun = {
        "swapped": [lines[1], lines[0]],
        "doubled": [lines[0], lines[0], lines[1]],
        "missing": [lines[1]],
        "replaced": [encoded(bytes(32)).encode(), lines[1]],
    }[change]
    (tmp_path / file.name).write_bytes(b"\n".join([head, *begun, *lines[2:]]))
    with pytest.raises(KeptFileRefused, match="do not lead to the root"):
        read_kept(tmp_path / file.name)


def test_an_auditors_file_that_was_changed_is_told_of(path: Path, tmp_path: Path) -> None:
    (file,) = kept(path, tmp_path, [COUNT], with_leaves=True)
    lines = (tmp_path / file.name).read_bytes().split(b"\n")
    (tmp_path / file.name).write_bytes(b"\n".join([lines[0], lines[2], lines[1], *lines[3:]]))
    report = verify(tampered(path, 9, EVERY["alter"]), [file])
    assert [finding.damage for finding in report.findings] == [Damage.ALTERED, Damage.CHECKPOINT]
    assert (the_first(report).first, the_first(report).last) == (1, COUNT)


def test_a_hostile_view_is_found_and_does_not_keep_the_reader(path: Path) -> None:
    endless = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n)"
    for statement in (
        f"CREATE VIEW more AS {endless} SELECT x FROM n",
        "CREATE TRIGGER more AFTER INSERT ON entries BEGIN SELECT 1; END",
        "CREATE TABLE more (x)",
        "DROP TABLE entries",
        "DROP TRIGGER entries_never_deleted",
        "DROP TABLE commands",
    ):
        copy = path.with_name("hostile.referat")
        shutil.copyfile(path, copy)
        with closing(sqlite3.connect(copy)) as connection, connection:
            connection.execute(statement)
        finding = the_first(verify(copy))
        assert finding.damage is Damage.FILE, statement
        assert "someone changed the file" in str(finding.cause)


@pytest.mark.parametrize(
    "statement",
    ["DROP TRIGGER entries_never_deleted", "CREATE VIEW more AS SELECT 1", "DROP TABLE block_roots"],
)
def test_where_the_tables_were_changed_too_the_entry_is_named_all_the_same(path: Path, statement: str) -> None:
    (file,) = kept(path, path.parent, [COUNT], with_leaves=True)
    copy = tampered(path, 9, EVERY["alter"])
    with closing(sqlite3.connect(copy)) as connection, connection:
        connection.execute(statement)
    file_itself, entry = verify(copy, [file]).findings[:2]
    assert (file_itself.damage, entry.damage) == (Damage.FILE, Damage.ALTERED)
    assert (entry.first, entry.last) == (9, 9)


@pytest.mark.parametrize("length", [0, 10, 99, 100, 512, 4096, 5000, 12_000])
def test_a_file_that_is_cut_off_is_a_finding(path: Path, length: int) -> None:
    path.write_bytes(path.read_bytes()[:length])
    assert the_first(verify(path)).damage is Damage.FILE


@pytest.mark.torture
def test_every_entry_times_every_kind_at_full_size(tmp_path: Path, tell: Tell) -> None:
    path = tmp_path / "protokol.referat"
    recorded(path, 600)
    rng, found, beyond = random.Random(SEED), 0, 0
    sizes = [*sorted(rng.sample(range(1, 601), 4)), 600]
    files = kept(path, tmp_path, sizes, with_leaves=True)
    for kind, tampering in EVERY.items():
        for number in range(2, 600):
            copy = tampered(path, number, tampering)
            checkpoint = rng.choice(files)
            outcome(kind, number, copy, checkpoint, exact=True)
            within = first_bad(kind, number) <= checkpoint.checkpoint.size
            found, beyond = found + within, beyond + (not within)
    tell("entries tampered with", SEED, changes=len(EVERY) * 598, named=found, after_the_checkpoint=beyond, missed=0)
    assert found > beyond

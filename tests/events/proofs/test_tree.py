"""The tree over a book in a record: checkpoints and proofs of any size, and kept roots that nobody has to believe."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from events.damage import Damage
from events.proofs.checkpoints import unsigned
from events.proofs.errors import ProofRefused
from events.proofs.merkle import leaf_hash, root_of, verify_consistency, verify_inclusion
from events.proofs.proof_files import ConsistencyProof, InclusionProof, entry_line, proved_entry, read_inclusion_proof
from events.proofs.tree import BookTree
from events.sqlite.log import SqliteLog
from events.sqlite.opening import format_of, open_for_reading
from events.sqlite.schema import STATEMENTS
from events.sqlite.verification import verify
from tests.events.proofs.kept_book import BOOK, recorded, sealed

COUNT = 1100
SIZES = (1, 2, 255, 256, 257, 511, 512, 513, 768, 1024, 1099, COUNT)


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("book") / "protokol.referat"
    recorded(path, COUNT)
    return path


@pytest.fixture
def path(record: Path, tmp_path: Path) -> Path:
    copy = tmp_path / "protokol.referat"
    copy.write_bytes(record.read_bytes())
    return copy


def leaves(path: Path) -> list[bytes]:
    with closing(SqliteLog(path)) as log:
        return [leaf_hash(body) for body, _ in log.read(BOOK)]


def kept_roots(path: Path) -> dict[int, bytes]:
    with closing(SqliteLog(path)) as log:
        return dict(log.block_roots(BOOK, 0, 100))


def check_proofs(path: Path) -> None:
    hashes = leaves(path)
    with closing(SqliteLog(path)) as log:
        tree = BookTree(log, BOOK)
        for size in SIZES:
            root = root_of(hashes[:size])
            assert tree.checkpoint(size).root == root
            for number in {1, 2, 256, 257, size // 2, size - 1, size} & set(range(1, size + 1)):
                verify_inclusion(hashes[number - 1], number - 1, size, tree.inclusion(number, size, root), root)
            for first in (one for one in SIZES if one <= size):
                before = root_of(hashes[:first])
                verify_consistency(first, before, size, root, tree.consistency(first, size, (before, root)))


def test_checkpoints_and_proofs_of_all_sizes(path: Path) -> None:
    assert len(kept_roots(path)) == 4
    check_proofs(path)


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM block_roots",
        "DELETE FROM block_roots WHERE block = 1",
        "UPDATE block_roots SET root = zeroblob(32) WHERE block = 2",
        "UPDATE block_roots SET root = x'00'",
        "UPDATE block_roots SET block = block + 1000",
    ],
)
def test_proofs_are_right_whatever_the_kept_roots_are(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(statement)
    check_proofs(path)


@pytest.mark.parametrize(
    ("statement", "first"),
    [
        ("DELETE FROM block_roots WHERE block = 1", 257),
        ("UPDATE block_roots SET book = 'bgg' WHERE block = 2", 513),
        ("UPDATE block_roots SET root = zeroblob(32) WHERE block = 3", 769),
    ],
)
def test_a_kept_root_that_is_wrong_or_missing_is_found(path: Path, statement: str, first: int) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(statement)
    (finding,) = verify(path).findings
    assert (finding.damage, finding.first, finding.last) == (Damage.BLOCK_ROOT, first, first + 255)


def test_a_table_under_another_name_is_found(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("PRAGMA writable_schema=ON")
        connection.execute("UPDATE sqlite_schema SET name = 'block_rooTs' WHERE name = 'block_roots'")
    (finding,) = verify(path).findings
    assert finding.damage is Damage.FILE
    assert "someone changed the file" in str(finding.cause)


def test_roots_are_kept_as_blocks_become_full(tmp_path: Path) -> None:
    path = tmp_path / "protokol.referat"
    with closing(SqliteLog(path)) as log:
        for first, last in ((1, 255), (256, 256), (257, 511), (512, 1024)):
            log.append([sealed(number) for number in range(first, last + 1)])
            assert sorted(dict(log.block_roots(BOOK, 0, 100))) == list(range(last // 256))
    assert verify(path).sound


def older(path: Path) -> None:
    """Make a record of format 1 of it, which had no kept roots."""
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("DROP TABLE block_roots")
        connection.execute("PRAGMA user_version=1")


def test_a_record_of_format_1_is_read_as_it_is_and_brought_up_by_the_first_write(path: Path) -> None:
    whole = kept_roots(path)
    older(path)
    before = path.read_bytes()
    check_proofs(path)
    report = verify(path)
    assert report.sound
    assert path.read_bytes() == before
    with closing(SqliteLog(path)) as log:
        log.append([sealed(COUNT + 1)])
    assert kept_roots(path) == whole
    with closing(open_for_reading(path)) as connection:
        assert format_of(connection) == 2
        made = {row[0] for row in connection.execute("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL")}
    assert made == set(STATEMENTS[2])
    assert verify(path).sound


def test_a_proof_of_an_entry_needs_no_record(path: Path) -> None:
    with closing(SqliteLog(path)) as log:
        tree = BookTree(log, BOOK)
        signed = unsigned(tree.checkpoint())
        ((body, words),) = log.read(BOOK, after=699, upto=700)
        proof = InclusionProof(699, tuple(tree.inclusion(700)), signed, entry_line(body, words))
        read = read_inclusion_proof(proof.written())
        assert proved_entry(read).number == 700
        ((body, words),) = log.read(BOOK, after=700, upto=701)
        other = InclusionProof(699, proof.hashes, signed, entry_line(body, words))
        with pytest.raises(ProofRefused, match="not the entry"):
            proved_entry(other)
        grown = ConsistencyProof(300, tuple(tree.consistency(300)), signed)
        grown.verify(unsigned(tree.checkpoint(300)))
        with pytest.raises(ProofRefused):
            grown.verify(unsigned(tree.checkpoint(301)))


def test_what_is_not_there_is_not_proved(path: Path) -> None:
    with closing(SqliteLog(path)) as log:
        tree = BookTree(log, BOOK)
        for ask in (
            lambda: tree.checkpoint(COUNT + 1),
            lambda: tree.checkpoint(0),
            lambda: tree.inclusion(COUNT + 1),
            lambda: tree.inclusion(0),
            lambda: tree.inclusion(5, 4),
            lambda: tree.consistency(0),
            lambda: tree.consistency(5, 4),
            lambda: BookTree(log, "en anden").checkpoint(),
        ):
            with pytest.raises(ProofRefused):
                ask()
        with pytest.raises(ProofRefused, match="root"):
            tree.inclusion(5, 10, bytes(32))

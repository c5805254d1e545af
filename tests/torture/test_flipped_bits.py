"""Every single bit of a small record flipped: whoever holds a checkpoint finds it, or the book reads as it was.

Words are read too. What may flip unseen is space that holds nothing: that is counted.
"""

import random
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import pytest

from events.proofs.checkpoints import unsigned
from events.proofs.leaf_lists import KeptCheckpoint
from events.proofs.tree import BookTree
from events.sqlite.log import SqliteLog
from events.sqlite.verification import verify
from governance.book import Book
from governance.rules.act import Act
from tests.each import BOOKS
from tests.torture.seeds import SEED, Tell

ENTRIES = 6


def small_record(path: Path) -> bytes:
    book = Book(SqliteLog(path), "bog", actor="Alice")
    for event, _ in BOOKS["foundation"][:ENTRIES]:
        book.record(Act(event=event))
    book.log.close()
    return path.read_bytes()


def content(path: Path) -> list[tuple[bytes, bytes]]:
    log = SqliteLog(path)
    try:
        return list(log.read("bog"))
    finally:
        log.close()


def kept_outside(path: Path) -> KeptCheckpoint:
    log = SqliteLog(path)
    try:
        return KeptCheckpoint("kept", unsigned(BookTree(log, "bog").checkpoint()))
    finally:
        log.close()


def flip(path: Path, bits: Iterable[int]) -> Counter[str]:
    """Flip one bit after the other, each in a whole record, and return what came of them."""
    whole = small_record(path)
    before, kept = content(path), [kept_outside(path)]
    found: Counter[str] = Counter()
    for bit in bits:
        flipped = bytearray(whole)
        flipped[bit // 8] ^= 1 << (bit % 8)
        path.write_bytes(flipped)
        for ending in ("-wal", "-shm"):
            path.with_name(path.name + ending).unlink(missing_ok=True)
        if not verify(path, kept).sound:
            found["found"] += 1
            continue
        assert content(path) == before, f"bit {bit}: the log changed silently"
        found["in_slack_space"] += 1
    return found


def test_some_bits(tmp_path: Path, tell: Tell) -> None:
    path = tmp_path / "protokol.referat"
    size = len(small_record(tmp_path / "maal.referat")) * 8
    found = flip(path, random.Random(SEED).sample(range(size), 400))
    tell("bits flipped", SEED, **found)
    assert found["found"] > 20


PARTS = 8


@pytest.mark.torture
@pytest.mark.parametrize("part", range(PARTS))
def test_every_bit(tmp_path: Path, part: int, tell: Tell) -> None:
    path = tmp_path / "protokol.referat"
    size = len(small_record(tmp_path / "maal.referat")) * 8
    found = flip(path, range(part, size, PARTS))
    tell("every bit flipped", SEED, bits=sum(found.values()), **found, changed_silently=0)

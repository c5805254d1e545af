"""Every single bit of a small record flipped: whoever holds a checkpoint finds it, or the book reads as it was.

Words are read too. What may flip unseen is space that holds nothing: that is counted. Of a record that is big enough to
have a kept root, a strike, a correction and commands of many entries, bits are drawn.
"""

import os
import random
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from events.catalogue import PersonRegistered, WordsErased
from events.entry import unseal
from events.proofs.checkpoints import unsigned
from events.proofs.leaf_lists import KeptCheckpoint
from events.proofs.tree import BLOCK, BookTree
from events.sqlite.log import SqliteLog
from events.sqlite.verification import verify
from governance.book import Book
from governance.rules.act import Act
from tests.each import BOOKS
from tests.torture.seeds import SEED, Tell

SMALL = 6
AMENDED = 44
"""Entries of the book of each event type, up to a correction and a strike."""
ERASED = WordsErased(entry=2, fields=("/event/name",), basis="Loven", authority="Kommunen")
MOST_ROUNDS = 50
"""So often at most a verification of one book says how far it has come, or it goes round and round."""

Making = Callable[[Path], None]


def small(path: Path) -> None:
    """Make a record of a few entries, one with an erased word."""
    with_erased(path, SMALL)


def bigger(path: Path) -> None:
    """Make a record with a kept root, a strike and a correction."""
    book = with_erased(path, AMENDED)
    while book.log.head("bog") <= BLOCK:
        acts = [Act(event=PersonRegistered(name=f"Person {number}")) for number in range(25)]
        book.carry_out(lambda fold, history, acts=acts: acts)
    book.log.close()


def with_erased(path: Path, entries: int) -> Book:
    book = Book(SqliteLog(path), "bog", actor="Alice")
    for event, when in BOOKS["foundation"][:entries]:
        book.record(Act(event=event, effective=when))
    book.record(Act(event=ERASED))
    book.log.close()
    return book


def read(path: Path) -> list[object]:
    """Return what a log gives of the book, in all the ways in which it can be asked."""
    log = SqliteLog(path)
    try:
        entries = list(log.read("bog"))
        made = [log.recorded_by_command("bog", unseal(*entry).command_id) for entry in entries]
        amended, erased = list(log.amendments("bog")), list(log.of_type("bog", "WordsErased"))
        return [log.books(), log.head("bog"), entries, made, amended, erased, list(log.block_roots("bog", 0, 9))]
    finally:
        log.close()


def kept_outside(path: Path) -> KeptCheckpoint:
    log = SqliteLog(path)
    try:
        return KeptCheckpoint("kept", unsigned(BookTree(log, "bog").checkpoint()))
    finally:
        log.close()


def is_found(path: Path, kept: KeptCheckpoint) -> bool:
    """Tell whether verification finds anything; fail where it has no end."""
    rounds = 0

    def count(_done: int, _total: int) -> None:
        nonlocal rounds
        rounds += 1
        assert rounds < MOST_ROUNDS, "verification goes round and round"

    return not verify(path, [kept], progress=count).sound


def flip(path: Path, make: Making, bits: Iterable[int], seed: int) -> Counter[str]:
    """Flip one bit after the other in one file, and back; return what came of them."""
    make(path)
    whole, before, kept = path.read_bytes(), read(path), kept_outside(path)
    beside = [path.with_name(path.name + ending) for ending in ("-wal", "-shm")]
    found: Counter[str] = Counter()
    file = os.open(path, os.O_RDWR)
    try:
        for bit in bits:
            place = bit // 8
            os.pwrite(file, bytes([whole[place] ^ 1 << bit % 8]), place)
            for left in beside:
                left.unlink(missing_ok=True)
            try:
                finding = is_found(path, kept)
                assert finding or read(path) == before, "the log changed silently"
            except Exception as problem:
                problem.add_note(f"bit {bit} of the {make.__name__} record, seed {seed}; it is left in {path}")
                raise
            found["found" if finding else "in_slack_space"] += 1
            os.pwrite(file, whole[place : place + 1], place)
    finally:
        os.close(file)
    assert path.read_bytes() == whole, "verification wrote to the file"
    return found


def bits_in(folder: Path, make: Making) -> int:
    """Return how many bits such a record has."""
    make(folder / "maal.referat")
    return (folder / "maal.referat").stat().st_size * 8


@pytest.mark.parametrize(("make", "times"), [(small, 400), (bigger, 60)])
def test_some_bits(tmp_path: Path, make: Making, times: int, tell: Tell) -> None:
    bits = random.Random(SEED).sample(range(bits_in(tmp_path, make)), times)
    found = flip(tmp_path / "protokol.referat", make, bits, SEED)
    tell(f"bits flipped ({make.__name__} record)", SEED, **found, changed_silently=0)
    assert found["found"] > 20


PARTS = 8
DRAWN = 5_000


@pytest.mark.torture
@pytest.mark.parametrize("part", range(PARTS))
def test_every_bit(tmp_path: Path, part: int, tell: Tell) -> None:
    bits = range(part, bits_in(tmp_path, small), PARTS)
    found = flip(tmp_path / "protokol.referat", small, bits, SEED)
    tell(f"every bit {part} of {PARTS} flipped", SEED, bits=len(bits), **found, changed_silently=0)


@pytest.mark.torture
@pytest.mark.parametrize("part", range(PARTS))
def test_bits_of_a_bigger_record(tmp_path: Path, part: int, tell: Tell) -> None:
    seed = SEED + part
    bits = random.Random(seed).sample(range(bits_in(tmp_path, bigger)), DRAWN)
    found = flip(tmp_path / "protokol.referat", bigger, bits, seed)
    tell("bits of a bigger record flipped", seed, bits=DRAWN, **found, changed_silently=0)

"""Writers that are killed at random moments, again and again, in a process of its own that forks them.

Forking saves the loading of the program, so that a thousand kills take minutes and not an hour.
"""

import json
import os
import random
import select
import signal
import sys
import time
from pathlib import Path
from typing import NamedTuple

from events.catalogue import CouncilEstablished, PersonRegistered
from events.errors import BookConflict
from events.proofs.merkle import verify_consistency
from events.proofs.tree import BookTree
from events.sqlite.log import SqliteLog
from events.sqlite.recorder import Books
from governance.book import Book, Plan
from governance.rules.act import Act
from tests.torture.judging import sound_entries

BOOKS = ("bog", "anden-bog")
ROUNDS_ON_ONE_RECORD = 40
assert Books  # loaded before anything is forked


class Acknowledged(NamedTuple):
    """An entry that a writer was told to be recorded."""

    book: str
    number: int
    name: str


def write_until_killed(record: Path, who: str, book_name: str, seed: int, told: int) -> None:
    """Record one entry after the other, and say so on the pipe after each."""
    chance = random.Random(seed)
    book = Book(SqliteLog(record), book_name, actor=who)
    count = 0
    while True:
        together = chance.choice((1, 1, 1, 9))
        names = [f"{who} {seed} {count + index}" for index in range(together)]
        count += together
        acts = [Act(event=PersonRegistered(name=name)) for name in names]
        try:
            entries = book.record(acts[0]) if together == 1 else book.carry_out(_all(acts))
        except BookConflict:
            continue
        for entry, name in zip(entries, names, strict=True):
            os.write(told, f"{book_name}\t{entry.number}\t{name}\n".encode())


def _all(acts: list[Act]) -> Plan:
    return lambda fold, history: acts


def killed(record: Path, writers: int, chance: random.Random) -> list[Acknowledged]:
    """Fork writers, kill them one after the other at random moments, and return what they were told was recorded."""
    running: dict[int, int] = {}
    for index in range(writers):
        seed = chance.randrange(2**31)
        reading, told = os.pipe()
        book = BOOKS[index % 2] if writers > 1 else BOOKS[0]
        child = os.fork()
        if child == 0:
            try:
                os.close(reading)
                write_until_killed(record, f"W{index}", book, seed, told)
            finally:
                os._exit(1)
        os.close(told)
        running[child] = reading
    said = dict.fromkeys(running.values(), b"")
    until = time.monotonic() + chance.uniform(0.02, 0.25)
    _collect(said, until)
    for child in chance.sample(list(running), len(running)):
        os.kill(child, signal.SIGKILL)
        _collect(said, time.monotonic() + chance.uniform(0, 0.01))
    for child in running:
        _, status = os.waitpid(child, 0)
        assert os.WTERMSIG(status) == signal.SIGKILL, f"a writer ended by itself: {status}"
    for reading in said:
        while piece := os.read(reading, 65536):
            said[reading] += piece
        os.close(reading)
    return [_acknowledged(line) for text in said.values() for line in text.split(b"\n")[:-1]]


def _collect(said: dict[int, bytes], until: float) -> None:
    while (left := until - time.monotonic()) > 0:
        ready, _, _ = select.select(list(said), [], [], left)
        for reading in ready:
            said[reading] += os.read(reading, 65536)


def _acknowledged(line: bytes) -> Acknowledged:
    book, number, name = line.decode().split("\t")
    return Acknowledged(book, int(number), name)


def judge(record: Path, known: dict[tuple[str, int], str], checkpoints: dict[str, list[tuple[int, bytes]]]) -> int:
    """Check a record after kills: it verifies, holds what was acknowledged, and continues its old checkpoints."""
    held = {(entry.book, entry.number): entry for entry in sound_entries(record)}
    for (book, number), name in known.items():
        entry = held.get((book, number))
        assert entry is not None, f"lost: {book} {number}"
        assert isinstance(entry.event, PersonRegistered), f"another: {book} {number}"
        assert entry.event.name == name, f"another: {book} {number}"
    names = [entry.event.name for entry in held.values() if isinstance(entry.event, PersonRegistered)]
    assert len(set(names)) == len(names), "something was recorded twice"
    log = SqliteLog(record)
    for book, earlier in checkpoints.items():
        tree = BookTree(log, book)
        now = tree.checkpoint()
        for size, root in earlier[-3:]:
            verify_consistency(size, root, now.size, now.root, tree.consistency(size, now.size))
        earlier.append((now.size, now.root))
        writing = Book(log, book, actor="Alice")
        assert writing.record(Act(event=sign_of_life(book, now.size)))[0].number == now.size + 1
    log.close()
    return len(held)


def sign_of_life(book: str, number: int) -> PersonRegistered:
    """Return an event that shows that work goes on after the kills."""
    return PersonRegistered(name=f"Efter {book} {number}")


def run(folder: Path, writers: int, kills: int, seed: int) -> dict[str, int]:
    """Kill so many writers, so many at a time, and return the figures; an assertion fails where something was lost."""
    chance = random.Random(seed)
    done = rounds = acknowledged = entries = records = 0
    while done < kills:
        record = folder / f"protokol-{records}.referat"
        records += 1
        for book in BOOKS:
            log = SqliteLog(record)
            Book(log, book, actor="Alice").record(Act(event=CouncilEstablished(name="Rådet")))
            log.close()
        known: dict[tuple[str, int], str] = {}
        checkpoints: dict[str, list[tuple[int, bytes]]] = {book: [] for book in BOOKS}
        for _ in range(ROUNDS_ON_ONE_RECORD):
            for one in killed(record, writers, chance):
                assert (one.book, one.number) not in known, f"acknowledged twice: {one}"
                known[one.book, one.number] = one.name
            done += writers
            rounds += 1
            held = judge(record, known, checkpoints)
            if done >= kills:
                break
        acknowledged += len(known)
        entries += held
    return {"kills": done, "rounds": rounds, "acknowledged": acknowledged, "lost": 0, "entries": entries}


if __name__ == "__main__":
    print(json.dumps(run(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4]))))

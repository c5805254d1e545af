"""A process that records until the disk is full, and goes on when there is room again. It prints what became of it."""

import json
import os
import random
import resource
import signal
import sys
from pathlib import Path

from events.catalogue import CouncilEstablished, PersonRegistered
from events.errors import ReferatError
from events.sqlite.log import SqliteLog
from governance.book import Book
from governance.language import said
from governance.rules.act import Act
from tests.torture.judging import sound_entries

BALLAST = 600_000


def fill(way: str, record: Path) -> None:
    """Leave little room."""
    if way == "limit":
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        _, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, hard))
    elif way == "preload":
        Path(os.environ["REFERAT_SHIM_ROOM"]).write_text("400000")
    else:
        (record.parent / "ballast").write_bytes(bytes(BALLAST))


def make_room(way: str, record: Path) -> None:
    """Make room again."""
    if way == "limit":
        _, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
    elif way == "preload":
        Path(os.environ["REFERAT_SHIM_ROOM"]).write_text("99999999")
    else:
        (record.parent / "ballast").unlink()


def run(way: str, record: Path, seed: int) -> dict[str, object]:
    """Record until it is refused, three times over; return what was acknowledged, refused and found."""
    chance = random.Random(seed)
    book = Book(SqliteLog(record), "bog", actor="Alice")
    acknowledged = [book.record(Act(event=CouncilEstablished(name="Rådet")))[0].number]
    refusals = []
    fill(way, record)
    for _ in range(3):
        try:
            while True:
                name = f"Person {acknowledged[-1]} " + "x" * chance.randint(10, 9000)
                acknowledged.append(book.record(Act(event=PersonRegistered(name=name)))[0].number)
        except ReferatError as refusal:
            refusals.append([said(refusal), refusal.exit_code])
    held = len(sound_entries(record))
    make_room(way, record)
    (entry,) = book.record(Act(event=PersonRegistered(name="Nu er der plads")))
    book.log.close()
    return {
        "acknowledged": acknowledged[-1],
        "refusals": refusals,
        "held": held,
        "went_on_with": entry.number,
        "verified": len(sound_entries(record)),
    }


if __name__ == "__main__":
    print(json.dumps(run(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]))))

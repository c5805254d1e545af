"""The process whose writes and syncs are noted: it records in a book, and says in a file what was acknowledged."""

import os
import random
import sys
from pathlib import Path

from events.catalogue import CouncilEstablished, PersonRegistered, WordsErased
from events.sqlite.log import SqliteLog
from governance.book import Book
from governance.rules.act import Act


def run(record: Path, acknowledged: Path, seed: int, commands: int) -> None:
    """Record commands of one entry and of several, erase a word now and then, and open the record anew at times."""
    chance = random.Random(seed)
    told = os.open(acknowledged, os.O_WRONLY | os.O_CREAT, 0o600)
    log = SqliteLog(record)
    book = Book(log, "bog", actor="Alice")
    entries = book.record(Act(event=CouncilEstablished(name="Rådet")))
    os.write(told, f"{entries[-1].number}\n".encode())
    for command in range(commands):
        if chance.random() < 0.1:
            log.close()
        act = Act(event=PersonRegistered(name=f"Person {command} " + "x" * chance.choice((5, 300, 5000))))
        if chance.random() < 0.08 and entries[-1].number > 3:
            erasing = WordsErased(
                entry=entries[-1].number, fields=("/event/name",), basis="Loven", authority="Kommunen"
            )
            act = Act(event=erasing) if isinstance(entries[-1].event, PersonRegistered) else act
        together = chance.choice((1, 1, 1, 8)) if isinstance(act.event, PersonRegistered) else 1
        acts = [act] * together
        entries = book.carry_out(lambda fold, history, acts=acts: acts)
        os.write(told, f"{entries[-1].number}\n".encode())
    log.close()
    os.close(told)


if __name__ == "__main__":
    run(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4]))

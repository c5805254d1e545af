"""Making a record of bodies over some years."""

from collections.abc import Iterable
from pathlib import Path

from events.sqlite.log import SqliteLog
from tests.years.bodies import Body, bodies
from tests.years.ledger import Ledger
from tests.years.life import Life

SEED = 2014
FIRST, LAST = 2014, 2025


def written(
    path: Path, of: Iterable[Body] | None = None, *, first: int = FIRST, last: int = LAST, seed: int = SEED
) -> list[Ledger]:
    """Write the books of some bodies, of all thirty where none are named, into a record; return their ledgers."""
    log = SqliteLog(path)
    try:
        return [book_of(log, body, first=first, last=last, seed=seed) for body in (bodies() if of is None else of)]
    finally:
        log.close()


def book_of(log: SqliteLog, body: Body, *, first: int = FIRST, last: int = LAST, seed: int = SEED) -> Ledger:
    """Write the book of one body and return its ledger."""
    return Life(log, body, seed, first, last).live()

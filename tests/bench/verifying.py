"""Verifying a record, in one process and two, beside SELECT and SHA-256; proofs; and the memory that it takes.

``python -m tests.bench.verifying`` measures books of 10^4, 10^5 and 10^6 entries.
"""

import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import closing
from hashlib import sha256
from pathlib import Path

from events.proofs.tree import BookTree
from events.sqlite import verification
from events.sqlite.log import SqliteLog
from events.sqlite.verification import verify
from tests.bench.books import BOOK, recorded
from tests.bench.measuring import Ratio, compared
from tests.bench.reading import rows

_AGAINST = "SELECT + SHA-256 of body and words"
_PEAK = """\
import sys
from pathlib import Path
from events.sqlite.verification import verify
from tests.bench.measuring import peak_memory
path = Path(sys.argv[1])
entries = sum(book.entries for book in verify(path).books) if path.exists() else 0
print(entries, peak_memory())
"""
"""Prints entries and kilobytes."""


def verifying(record: Path, count: int) -> Iterator[Ratio]:
    """Return the ratios of verifying a record whole."""
    for name, processes, goal in (("verify", 1, 0.15), ("verify, two processes", 2, 0.3)):
        least, verification.SIDE_BY_SIDE = verification.SIDE_BY_SIDE, 0
        try:
            yield compared(
                name,
                ours=lambda count=processes: verify(record, processes=count),  # type: ignore[misc]
                raw=lambda: _hash(record),
                count=count,
                against=_AGAINST,
                goal=goal,
                rounds=3,
            )
        finally:
            verification.SIDE_BY_SIDE = least


def proving(record: Path, count: int) -> Iterator[Ratio]:
    """Return the ratios of the proof of one entry, beside hashing the whole book for it."""
    with closing(SqliteLog(record)) as log:
        tree = BookTree(log, BOOK)
        for name, make in (
            ("inclusion proof", lambda: tree.inclusion(count // 3)),
            ("consistency proof", lambda: tree.consistency(count // 3)),
        ):
            yield compared(name, ours=make, raw=tree.checkpoint, count=1, unit="proofs/s", against="hashing the book")


def memory(folder: Path, meetings: Sequence[int] = (227, 2270)) -> Iterator[str]:
    """Return lines that tell the most memory of a process that verifies books of so many meetings."""
    _, empty = _peak(folder / "none.referat")
    for size in meetings:
        path = folder / f"memory-{size}.referat"
        recorded(path, size)
        entries, peak = _peak(path)
        path.unlink()
        yield f"memory of verify  {entries:>12,} entries  {peak / 1024:>8.1f} MB at most, {(peak - empty) / 1024:.1f} of it for the book"


def _peak(path: Path) -> tuple[int, int]:
    said = subprocess.run([sys.executable, "-c", _PEAK, str(path)], capture_output=True, text=True, check=True).stdout
    entries, kilobytes = said.split()
    return int(entries), int(kilobytes)


def _hash(record: Path) -> None:
    for body, words in rows(record):
        sha256(body).digest()
        sha256(words).digest()


def main() -> int:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for meetings in (227, 2270, 22_700):
            record = folder / "book.referat"
            count = recorded(record, meetings)
            for ratio in (*verifying(record, count), *proving(record, count)):
                print(f"{count:>9,}  {ratio.line}", flush=True)
            record.unlink()
        for line in memory(folder, (227, 2270, 22_700)):
            print(line, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())

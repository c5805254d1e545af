"""Prints what reading, writing and starting reach beside their raw limits, in one run."""

import argparse
import platform
import sqlite3
import sys
import tempfile
from pathlib import Path

from tests.bench.books import recorded
from tests.bench.lists import lists
from tests.bench.loop import held_up
from tests.bench.reading import reading
from tests.bench.searching import searching
from tests.bench.starting import starting
from tests.bench.terminal import in_terminal
from tests.bench.travelling import travelling
from tests.bench.verifying import memory, proving, verifying
from tests.bench.writing import batches, durable, minutes


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--meetings", type=int, default=1500, help="meetings in the book that is read (1500)")
    asked = parser.parse_args()
    system = f"{platform.system()} {platform.machine()}"
    print(f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}, {system}")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        record = folder / "book.referat"
        count = recorded(record, asked.meetings)
        print(f"a book of {count:,} entries, {record.stat().st_size / count:,.0f} bytes of file each\n")
        for measured in (
            reading(record, count),
            verifying(record, count),
            proving(record, count),
            durable(folder),
            batches(folder),
            minutes(folder),
            starting(folder),
            in_terminal(folder),
            held_up(folder),
            lists(folder),
            searching(folder),
            travelling(folder),
        ):
            for ratio in measured:
                print(ratio.line, flush=True)
        for line in memory(folder):
            print(line, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())

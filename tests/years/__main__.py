"""Makes the record of thirty bodies over twelve years and prints what making, replaying, checking and exporting it takes."""

import argparse
import platform
import sys
import tempfile
from collections import Counter
from pathlib import Path

from tests.years.bodies import bodies
from tests.years.figures import Figures, measured
from tests.years.making import FIRST, LAST, SEED


def main() -> int:
    """Make, measure and print. The record stays where a path is given."""
    parser = argparse.ArgumentParser(prog="python -m tests.years", description=__doc__)
    parser.add_argument("record", nargs="?", type=Path, help="where to make the record; else in a passing folder")
    parser.add_argument("--seed", type=int, default=SEED, help=f"what everything follows from ({SEED})")
    parser.add_argument("--first", type=int, default=FIRST, help=f"the first year ({FIRST})")
    parser.add_argument("--last", type=int, default=LAST, help=f"the last year ({LAST})")
    asked = parser.parse_args()
    if asked.record is not None and asked.record.exists():
        parser.error(f"{asked.record} is there already")
    with tempfile.TemporaryDirectory() as folder:
        return _print(asked.record or Path(folder) / "years.referat", asked.seed, asked.first, asked.last)


def _print(record: Path, seed: int, first: int, last: int) -> int:
    print(
        f"Python {platform.python_version()}, {platform.system()} {platform.machine()}; {first} to {last}, seed {seed}"
    )
    print(Figures.heading())
    whole, types = [], Counter[str]()
    for body in bodies():
        figures = measured(record, body, first=first, last=last, seed=seed)
        whole.append(figures)
        types += figures.types
        print(figures.line(body.book), flush=True)
    total = Figures.total(whole)
    print(total.line(f"{len(whole)} books"))
    print(total.speeds())
    size = record.stat().st_size
    print(f"{size / 1e6:,.1f} MB of file, {size / total.entries:,.0f} bytes an entry, {len(types)} event types")
    return 1 if total.found else 0


if __name__ == "__main__":
    sys.exit(main())

"""Starting: ``referat export`` of a small book beside a bare interpreter."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.bench.books import BOOK, recorded
from tests.bench.measuring import Ratio, compared


def starting(folder: Path) -> Iterator[Ratio]:
    """Return the ratio of starting and exporting to starting Python."""
    record = folder / "small.referat"
    recorded(record, 3)
    environment = {**os.environ, "REFERAT_RECORD": str(record), "REFERAT_SETTINGS": str(folder / "settings.json")}

    def run(*command: str) -> None:
        subprocess.run([sys.executable, *command], check=True, env=environment, stdout=subprocess.DEVNULL)

    yield compared(
        "start-up: referat export",
        ours=lambda: run("-m", "tui", "export", BOOK),
        raw=lambda: run("-c", "pass"),
        count=1,
        unit="starts/s",
        against="python -c pass",
        rounds=15,
    )
    yield compared(
        "start-up: referat --version",
        ours=lambda: run("-m", "tui", "--version"),
        raw=lambda: run("-c", "pass"),
        count=1,
        unit="starts/s",
        against="python -c pass",
        rounds=15,
    )

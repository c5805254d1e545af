"""A record as one file that can be read from a medium that nobody can write to: a DVD, a write-protected stick."""

import os
import sqlite3
from pathlib import Path

from events.sqlite.opening import WAIT_SECONDS, said_in_words


def make_single(path: Path) -> None:
    """Bring all of a record that nobody has open into its one file, without free pages, and see it on the disk.

    A file in WAL mode cannot be opened where its companions cannot be made. Raises RecordError where that fails.
    """
    with said_in_words(path):
        connection = sqlite3.connect(path, isolation_level=None, timeout=WAIT_SECONDS)
        try:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            connection.execute("PRAGMA journal_mode=DELETE")
            connection.execute("VACUUM")
        finally:
            connection.close()
        with path.open("rb") as file:
            os.fsync(file.fileno())

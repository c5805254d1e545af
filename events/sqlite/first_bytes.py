"""Reading the beginning of a file that may be open as a database, and leaving the locks on it alone.

Whoever closes a file takes away every lock that their process has on it (POSIX fcntl), those of SQLite too. Another
process then believes that nobody has the record open, and clears away the writes that wait beside it. So what was opened
past SQLite stays open.
"""

import os
import stat
from pathlib import Path
from threading import Lock

from events.plain_files import NoPlainFile

DATABASE = b"SQLite format 3\x00"
"""How every database of SQLite begins."""

_MOST = 64
"""Files that are kept open; nobody works on so many records at once."""

_kept: dict[tuple[int, int], int] = {}
_lock = Lock()


def first_bytes(path: Path, count: int) -> bytes:
    """Return the first bytes of a plain file, at most so many. Raises NoPlainFile or another OSError."""
    with _lock:
        _let_go_of_deleted()
        found = path.stat()
        number = _kept.get((found.st_dev, found.st_ino))
        return os.pread(_keep(path) if number is None else number, count, 0)


def _keep(path: Path) -> int:
    number = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    opened = os.fstat(number)
    if not stat.S_ISREG(opened.st_mode):
        os.close(number)
        if stat.S_ISDIR(opened.st_mode):
            raise IsADirectoryError(path)
        raise NoPlainFile(f"no plain file: {path}")
    _kept[opened.st_dev, opened.st_ino] = number
    if len(_kept) > _MOST:
        os.close(_kept.pop(next(iter(_kept))))
    return number


def _let_go_of_deleted() -> None:
    """What was deleted must not stay on the disk for our sake."""
    for key, number in list(_kept.items()):
        if not os.fstat(number).st_nlink:
            os.close(_kept.pop(key))

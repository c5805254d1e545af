"""Reading files that somebody else may have put there: a pipe or a device would keep us waiting, or never end."""

import os
import stat
from pathlib import Path
from typing import BinaryIO


class NoPlainFile(OSError):
    """What stands at the path is a pipe, a socket, a device or a folder."""


class FileTooLong(OSError):
    """The file is longer than what it should hold can be."""


def open_plain(path: Path) -> BinaryIO:
    """Open a plain file for reading; never waits. Raises NoPlainFile, or OSError where it cannot be opened."""
    number = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    if not stat.S_ISREG(os.fstat(number).st_mode):
        os.close(number)
        raise NoPlainFile(f"no plain file: {path}")
    return os.fdopen(number, "rb")


def read_plain(path: Path, longest: int) -> bytes:
    """Return what a plain file holds, at most ``longest`` bytes. Raises NoPlainFile, FileTooLong or another OSError."""
    with open_plain(path) as file:
        data = file.read(longest + 1)
    if len(data) > longest:
        raise FileTooLong(f"too long: {path}")
    return data


def no_plain_file(path: Path) -> Path | None:
    """Return the first of a database of SQLite and its companions that is there and is no plain file; None if none."""
    for ending in ("", "-wal", "-shm", "-journal"):
        one = path.with_name(path.name + ending)
        try:
            plain = stat.S_ISREG(one.stat().st_mode)
        except OSError:
            continue  # it is not there, or opening says what is wrong with it
        if not plain:
            return one
    return None


def require_plain(path: Path) -> None:
    """Raise NoPlainFile where SQLite would not find plain files at the path of a database and of its companions."""
    hindering = no_plain_file(path)
    if hindering is not None:
        raise NoPlainFile(f"no plain file: {hindering}")

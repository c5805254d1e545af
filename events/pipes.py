"""Named pipes: a file to be read must not keep the program waiting for somebody who writes."""

import stat
from pathlib import Path

from events.errors import N_, ReferatError


class PipeRefused(ReferatError):
    """A named pipe stands where a file is to be read."""

    exit_code = 3


def require_no_pipe(path: Path) -> None:
    """Raise PipeRefused where the path itself is a named pipe or a socket.

    What a shell puts in the place of a file (``<(command)``) is a link to a pipe that has its writer, and is read.
    """
    try:
        kind = path.lstat().st_mode
    except OSError:
        return  # reading says what is wrong
    if stat.S_ISFIFO(kind) or stat.S_ISSOCK(kind):
        raise PipeRefused(N_("{file} is a pipe and no file. Nothing was read from it."), file=path)

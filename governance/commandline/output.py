"""Where output goes: data to standard output as UTF-8 bytes, messages to standard error, files whole or not at all."""

import os
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TypeVar

from events.errors import N_, ReferatError
from events.text import shown
from governance.language import _

T = TypeVar("T")


class OutputRefused(ReferatError):
    """The file that was to be written cannot be."""

    exit_code = 5


def put(data: bytes, path: str | None = None) -> None:
    """Write data to standard output, or to a file that is there whole or not at all."""
    put_all([data], path)


def put_all(chunks: Iterable[bytes], path: str | None = None) -> None:
    """Write data in pieces, as ``put``. Raises OutputRefused where the file cannot be written."""
    if path is None or path == "-":
        for chunk in chunks:
            sys.stdout.buffer.write(chunk)
        sys.stdout.buffer.flush()
        return
    target = Path(path)
    fresh = target.with_name(f".{target.name}.{os.getpid()}.new")
    try:
        with fresh.open("wb") as file:
            for chunk in chunks:
                file.write(chunk)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(target)
    except OSError as problem:
        fresh.unlink(missing_ok=True)
        raise OutputRefused(
            N_("{path} cannot be written: {problem}."), path=path, problem=problem.strerror or str(problem)
        ) from None
    except BaseException:
        fresh.unlink(missing_ok=True)
        raise


def put_line(text: str) -> None:
    """Write a line of text to standard output, with nothing in it that could drive a terminal."""
    sys.stdout.buffer.write(shown(text).encode() + b"\n")


def say(text: str) -> None:
    """Write a message to standard error."""
    sys.stdout.flush()
    print(shown(text), file=sys.stderr)


def progress(things: Iterable[T], total: int | None, label: str) -> Iterator[T]:
    """Pass things on, and show on a terminal how far it has come when it takes longer than a second."""
    begun = last = time.monotonic()
    shown_yet = False
    count = 0
    for count, thing in enumerate(things, 1):
        yield thing
        moment = time.monotonic()
        if sys.stderr.isatty() and moment - begun > 1 and moment - last > 0.1:
            last, shown_yet = moment, True
            of = f"/{total}" if total else ""
            print(f"\r{label} {count}{of}", end="", file=sys.stderr, flush=True)
    if shown_yet:
        print(f"\r{label} {count} " + _("done"), file=sys.stderr)

"""Where output goes: data to standard output as UTF-8 bytes, messages to standard error, files whole or not at all."""

import os
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

from events.errors import N_, ReferatError
from events.system_faults import system_fault
from events.text import shown
from governance.language import _
from governance.wording.missing import missing_said

T = TypeVar("T")


class OutputRefused(ReferatError):
    """The file or the standard output that was to be written cannot be."""

    exit_code = 5


def put(data: bytes, path: str | None = None) -> None:
    """Write data to standard output, or to a file that is there whole or not at all."""
    put_all([data], path)


def put_all(chunks: Iterable[bytes], path: str | None = None) -> None:
    """Write data in pieces, as ``put``. Raises OutputRefused where the file cannot be written."""
    if path is None or path == "-":
        for chunk in chunks:
            _write(chunk)
        flush()
        return
    try:
        if Path(path).exists() and not Path(path).is_file():
            _fill(Path(path), chunks)
        else:
            _replace(Path(path).resolve(), chunks)
    except OSError as problem:
        raise OutputRefused(
            N_("{path} cannot be written: {problem}."), path=path, problem=system_fault(problem)
        ) from None


def put_line(text: str) -> None:
    """Write a line of text to standard output, with nothing in it that could drive a terminal; missing words are named in
    the language that is spoken.
    """
    _write(shown(missing_said(text)).encode() + b"\n")


def flush() -> None:
    """Let everything reach standard output. Raises OutputRefused where it cannot."""
    _write(b"", through=True)


def say(text: str) -> None:
    """Write a message to standard error."""
    flush()
    print(shown(missing_said(text)), file=sys.stderr)


def let_go() -> None:
    """Write no more to standard output; what could not be written would fail again when the program ends."""
    with suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _write(data: bytes, *, through: bool = False) -> None:
    if data and sys.stdout.isatty():  # JSON may hold characters that would drive the terminal; files get it as it is
        data = shown(data.decode(errors="replace")).encode()
    try:
        sys.stdout.buffer.write(data)
        if through:
            sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as problem:
        let_go()
        raise OutputRefused(
            N_("The output cannot be written: {problem}. Not all of it is there."), problem=system_fault(problem)
        ) from None


def _replace(target: Path, chunks: Iterable[bytes]) -> None:
    """Put a new file in the place of the old one once it is whole."""
    fresh = target.with_name(f".{target.name}.{os.getpid()}.new")
    try:
        _fill(fresh, chunks, durably=True)
        fresh.replace(target)
    except BaseException:
        with suppress(OSError):
            fresh.unlink(missing_ok=True)
        raise


def _fill(path: Path, chunks: Iterable[bytes], *, durably: bool = False) -> None:
    """Write into a file or a device as it is; a device must not be replaced by a file."""
    with path.open("wb") as file:
        for chunk in chunks:
            file.write(chunk)
        file.flush()
        if durably:
            os.fsync(file.fileno())


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

"""The file beside the record that holds what each council's minutes call things.

It is no part of the book: it tells nothing of the council, only how its minutes are read, and it names persons by what
they are called among friends. So it may be erased at any time, in part or whole; readings then begin anew.
"""

import os
from collections.abc import Callable
from pathlib import Path

import msgspec

from events.errors import N_, ReferatError
from events.plain_files import read_plain
from events.system_faults import system_fault
from governance.documents.reading.usage import NOTHING_TAUGHT, Usage

_LONGEST = 10_000_000
"""Bytes that the file may have."""


class UsageRefused(ReferatError):
    """The file cannot be read or written."""

    exit_code = 3


def usage_path(record: Path) -> Path:
    """Return where the usages of a record's councils are kept."""
    return record.with_name(f"{record.name}.sprogbrug")


def load_usages(record: Path) -> dict[str, Usage]:
    """Return what was taught, by book; nothing where there is no file. Raises UsageRefused where it cannot be read."""
    path = usage_path(record)
    try:
        return msgspec.json.decode(read_plain(path, _LONGEST), type=dict[str, Usage])
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except (OSError, msgspec.DecodeError) as problem:
        raise UsageRefused(
            N_("{path} cannot be read ({problem}). It only holds what was taught in imports: mend or delete it."),
            path=path,
            problem=system_fault(problem),
        ) from None


def teach(record: Path, book: str, change: Callable[[Usage], Usage]) -> Usage:
    """Change what was taught for a book, and return it; the old file is intact until the new one is whole. Where nothing
    is left, the file is deleted. Raises UsageRefused.
    """
    usages = load_usages(record)
    usage = change(usages.get(book, NOTHING_TAUGHT))
    usages = {name: held for name, held in {**usages, book: usage}.items() if held != NOTHING_TAUGHT}
    path = usage_path(record)
    try:
        if usages:
            path.parent.mkdir(parents=True, exist_ok=True)
            fresh = path.with_name(f"{path.name}.{os.getpid()}.new")
            fresh.write_bytes(msgspec.json.format(msgspec.json.encode(usages), indent=2) + b"\n")
            fresh.replace(path)
        else:
            path.unlink(missing_ok=True)
    except OSError as problem:
        raise UsageRefused(
            N_("{path} cannot be written: {problem}."), path=path, problem=system_fault(problem)
        ) from None
    return usage

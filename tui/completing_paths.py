"""Completing the name of a file or folder while it is typed: as far as there is only one way to go on."""

import os
from pathlib import Path

from governance.importing.files import KINDS

MOST = 200
"""So many names are offered at most."""


def completed(typed: str) -> tuple[str, list[str]]:
    """Return what is typed, completed as far as it goes, and the names that there are to choose from. Folders end in the
    separator. Takes as long as the file system does.
    """
    folder, begun = os.path.split(typed)
    try:
        names = sorted(_names(Path(folder or ".").expanduser(), begun), key=str.casefold)[:MOST]
    except OSError:
        return typed, []
    if not names:
        return typed, []
    common = _in_common([name.casefold() for name in names])
    further = names[0][:common] if common > len(begun) else begun
    return os.path.join(folder, names[0] if len(names) == 1 else further), names


def _names(folder: Path, begun: str) -> list[str]:
    found = []
    with os.scandir(folder) as inside:
        for entry in inside:
            if not entry.name.casefold().startswith(begun.casefold()) or _is_hidden(entry.name, begun):
                continue
            if entry.is_dir():
                found.append(entry.name + os.sep)
            elif entry.name.lower().endswith(KINDS):
                found.append(entry.name)
    return found


def _in_common(names: list[str]) -> int:
    """Return how many letters all names begin with."""
    first, last = min(names), max(names)
    return next((at for at, (one, other) in enumerate(zip(first, last, strict=False)) if one != other), len(first))


def _is_hidden(name: str, begun: str) -> bool:
    return name.startswith(".") and not begun.startswith(".")

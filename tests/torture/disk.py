"""A disk that loses its power: what a process wrote and synced, and the states in which a crash may leave the files.

What was synced is kept. Of what was not, every sector is kept, dropped or garbled on its own; a file's length may be the
old or any later one. Names that were made, changed or removed since the last sync of their folder are kept in order, as
far as chance has it. That is harder than journalling file systems are.
"""

import os
import random
import struct
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

SECTOR = 512
_HEAD = struct.Struct("<cqqq")


class Step(NamedTuple):
    """One thing that the process did: the kind by its letter, as the shim notes it."""

    kind: str
    fd: int
    at: int
    data: bytes


def steps_in(notes: bytes) -> Iterator[Step]:
    """Return what the shim noted, in order."""
    place = 0
    while place < len(notes):
        kind, fd, at, length = _HEAD.unpack_from(notes, place)
        place += _HEAD.size
        yield Step(kind.decode(), fd, at, notes[place : place + length])
        place += length


class File:
    """The contents of a file: what is durable, and the changes since, in order."""

    def __init__(self) -> None:
        self.durable = b""
        self.since: list[tuple[int, bytes | None]] = []

    def synced(self) -> None:
        """Everything so far is on the disk."""
        self.durable = self.after(None)
        self.since = []

    def after(self, chance: random.Random | None) -> bytes:
        """Return the contents after a crash, as chance has it; all of it where there is no chance."""
        held = bytearray(self.durable)
        for at, data in self.since:
            if data is None:
                if chance is None or chance.random() < 0.5:
                    del held[at:]
                    held.extend(bytes(at - len(held)))
                continue
            for start in range(at - at % SECTOR, at + len(data), SECTOR):
                _keep(held, at, data, start, chance)
        return bytes(held)


def _keep(held: bytearray, at: int, data: bytes, start: int, chance: random.Random | None) -> None:
    first, last = max(start, at), min(start + SECTOR, at + len(data))
    drawn = 0.0 if chance is None else chance.random()
    if drawn >= 0.55:
        return
    held.extend(bytes(max(0, last - len(held))))
    kept = data[first - at : last - at]
    if drawn >= 0.5 and chance is not None:
        kept = chance.randbytes(len(kept))
    held[first:last] = kept


class Disk:
    """A folder while a process works in it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.names: dict[str, File] = {}
        self._durable_names: dict[str, File] = {}
        self._renamings: list[tuple[str, File | None]] = []
        self._open: dict[int, File | None] = {}

    def take(self, step: Step) -> None:
        """Take the next thing that the process did."""
        if step.kind == "O":
            self._opened(step)
        elif step.kind == "C":
            self._open.pop(step.fd, None)
        elif step.kind == "S":
            self._synced(step.fd)
        elif step.kind in "WT":
            file = self._open[step.fd]
            assert file is not None
            file.since.append((step.at, step.data if step.kind == "W" else None))
        else:
            self._named(step)

    def crashed(self, chance: random.Random, target: Path) -> None:
        """Write what a crash leaves, as chance has it, into an empty folder."""
        names = dict(self._durable_names)
        for name, file in self._renamings[: chance.randint(0, len(self._renamings))]:
            _name(names, name, file)
        for name, file in names.items():
            if not name.endswith("-shm"):
                (target / os.path.relpath(name, self.folder)).write_bytes(file.after(chance))

    def _opened(self, step: Step) -> None:
        path = step.data.decode()
        if step.at & os.O_DIRECTORY or path.rstrip("/") == str(self.folder):
            self._open[step.fd] = None
            return
        if path not in self.names:
            self.names[path] = File()
            self._renamings.append((path, self.names[path]))
        elif step.at & os.O_TRUNC:
            self.names[path].since.append((0, None))
        self._open[step.fd] = self.names[path]

    def _synced(self, fd: int) -> None:
        file = self._open.get(fd)
        if file is not None:
            file.synced()
            return
        for name, held in self._renamings:
            _name(self._durable_names, name, held)
        self._renamings = []

    def _named(self, step: Step) -> None:
        first, _, second = step.data.decode().partition("\0")
        file = self.names.get(first)
        if step.kind in "RL" and file is not None:
            self.names[second] = file
            self._renamings.append((second, file))
        if step.kind in "RU" and self.names.pop(first, None) is not None:
            self._renamings.append((first, None))


def _name(names: dict[str, File], name: str, file: File | None) -> None:
    if file is None:
        names.pop(name, None)
    else:
        names[name] = file

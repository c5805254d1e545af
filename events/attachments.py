"""The files of attached documents, kept beside the record under their SHA-256: ``NAME.files/ab/cdef…``.

What a file was called is a word of the entry that attached it and never part of a path. A file comes in under a name of
its own (``.new``) and gets its place once the entry is recorded, so that a file in its place always belongs to one.
"""

import os
import re
import uuid
from collections.abc import Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO, NamedTuple

from events.catalogue import DocumentAttached, EntryCorrected
from events.damage import Damage, EntryDamaged
from events.entry import Entry
from events.errors import N_, ReferatError
from events.plain_files import NoPlainFile, open_plain
from events.system_faults import system_fault
from events.text import RESERVED

LARGEST = 256_000_000
"""Bytes that an attached file may have at the most."""

_PIECE = 1 << 20
_DIGEST = re.compile(r"[0-9a-f]{64}\Z")
_NEW = ".new"


class FileRefused(ReferatError):
    """The file cannot be attached."""

    exit_code = 3


class AttachmentDamaged(EntryDamaged):
    """A file beside the record is missing, or is not the one that was attached."""


class Kept(NamedTuple):
    """A file that was taken in: its SHA-256 in lower-case hexadecimal, and its size in bytes."""

    sha256: str
    size: int


def attached_in(entry: Entry) -> DocumentAttached | None:
    """Return the document that an entry attaches, or corrects one to be, where its file is not erased or withheld."""
    said = entry.event.replacement if isinstance(entry.event, EntryCorrected) else entry.event
    return said if isinstance(said, DocumentAttached) and said.sha256 not in RESERVED else None


class Attachments:
    """The files beside one record. With ``read_only`` nothing is written when a file is checked."""

    def __init__(self, record: Path, *, read_only: bool = False) -> None:
        self._read_only = read_only
        self.folder = record.with_name(f"{record.name}.files")

    def take_in(self, source: Path, *, largest: int = LARGEST) -> Kept:
        """Copy a file in, on the disk before this returns, to be settled once its entry is recorded.

        Raises FileRefused where it is no plain file, is empty, too long, or cannot be read or kept.
        """
        fresh = self.folder / f".{uuid.uuid4().hex}.incoming"
        try:
            with _opened(source) as file:
                self.folder.mkdir(parents=True, exist_ok=True)
                kept = _copied(file, fresh, source, largest)
            waiting = self._waiting(kept.sha256)
            waiting.parent.mkdir(exist_ok=True)
            fresh.replace(waiting)
            _sync_folders(waiting.parent, self.folder, self.folder.parent)
        except OSError as problem:
            raise FileRefused(
                N_("{file} cannot be attached: {problem}. Nothing was recorded."),
                file=source,
                problem=system_fault(problem),
            ) from None
        finally:
            with suppress(OSError):
                fresh.unlink(missing_ok=True)
        return kept

    def settle(self, digest: str) -> None:
        """Give a file its place, now that an entry names it."""
        waiting = self._waiting(digest)
        with suppress(FileNotFoundError):
            waiting.replace(self.path(digest))
            _sync_folders(waiting.parent)

    def discard(self, digest: str) -> None:
        """Let a file go that no entry came to name."""
        self._waiting(digest).unlink(missing_ok=True)

    def path(self, digest: str) -> Path:
        """Return the place of a file, always inside the folder. Raises AttachmentDamaged where the digest is none."""
        if not _DIGEST.match(digest):
            raise AttachmentDamaged(
                N_("'{digest}' is no SHA-256 of an attached file"), Damage.ATTACHMENT, digest=digest
            )
        return self.folder / digest[:2] / digest[2:]

    def check(self, digest: str, size: int) -> Path:
        """Return where a file is. Raises AttachmentDamaged where it is missing or another one."""
        place = self.path(digest)
        if not place.is_file():  # whoever attached it may have been stopped right after recording
            if self._read_only and self._waiting(digest).is_file():
                place = self._waiting(digest)
            elif not self._read_only:
                self.settle(digest)
        try:
            with _opened(place) as file:
                found = _digest_of(file, size)
        except (OSError, FileRefused):
            raise AttachmentDamaged(
                N_("the attached file {file} is missing. Take it from a copy of the folder {folder}"),
                Damage.ATTACHMENT,
                file=f"{digest[:12]}…",
                folder=self.folder,
            ) from None
        if found != digest:
            raise AttachmentDamaged(
                N_(
                    "the attached file {path} is not the one that was attached. Take it from a copy of the folder {folder}"
                ),
                Damage.ATTACHMENT,
                path=place,
                folder=self.folder,
            )
        return place

    def check_entry(self, entry: Entry) -> None:
        """Check the file that an entry attaches, where it attaches one. Raises as ``check``."""
        document = attached_in(entry)
        if document is not None:
            self.check(document.sha256, document.size)

    def settled(self) -> Iterator[str]:
        """Return the digests of the files that are in their places."""
        for place in sorted(self.folder.glob("??/*")):
            digest = place.parent.name + place.name
            if _DIGEST.match(digest):
                yield digest

    def remove(self, digest: str) -> None:
        """Remove a file for good: its words were erased, and no other entry names it."""
        self.path(digest).unlink(missing_ok=True)
        self.discard(digest)

    def _waiting(self, digest: str) -> Path:
        place = self.path(digest)
        return place.with_name(place.name + _NEW)


def _opened(source: Path) -> BinaryIO:
    """Open a plain file; a pipe or a device would keep us waiting, or never end."""
    try:
        return open_plain(source)
    except NoPlainFile:
        raise FileRefused(N_("{file} is no plain file. Attach a document."), file=source) from None


def _copied(file: BinaryIO, fresh: Path, source: Path, largest: int) -> Kept:
    found, size = sha256(), 0
    with fresh.open("wb") as copy:
        while piece := file.read(_PIECE):
            size += len(piece)
            if size > largest:
                raise FileRefused(
                    N_("{file} is longer than {largest} MB. Attach a smaller one."),
                    file=source,
                    largest=largest // 1_000_000,
                )
            found.update(piece)
            copy.write(piece)
        copy.flush()
        os.fsync(copy.fileno())
    if not size:
        raise FileRefused(N_("{file} is empty. Attach a document."), file=source)
    return Kept(found.hexdigest(), size)


def _digest_of(file: BinaryIO, size: int) -> str | None:
    """Return the SHA-256, or None where the file is longer than it should be: it is not read to its end then."""
    found, left = sha256(), size
    while piece := file.read(min(_PIECE, left + 1)):
        left -= len(piece)
        if left < 0:
            return None
        found.update(piece)
    return found.hexdigest()


def _sync_folders(*folders: Path) -> None:
    if os.name != "posix":
        return
    for folder in folders:
        number = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(number)
        finally:
            os.close(number)

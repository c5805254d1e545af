"""The auditor's file: a checkpoint, and the leaf hash of every entry up to it, so that a changed entry can be named.

A checkpoint alone says *that* the beginning of a book is no longer what it was. The hashes say *where*. They need no
signature of their own: they count only where the root over them is the checkpoint's, which is checked whenever the
file is read. The file takes 45 bytes an entry::

    referat/leaves@v1
    <base64 of the leaf hash of entry 1>
    <base64 of the leaf hash of entry 2>
    …

    <the checkpoint: a signed note, verbatim>

Line N + 1 is entry N. An inner node of the tree is never in it.
"""

from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import BinaryIO

from events.errors import N_
from events.proofs.checkpoints import Checkpoint, SignedCheckpoint, read_checkpoint
from events.proofs.encoding import decoded, encoded
from events.proofs.errors import KeptFileRefused, NoteRefused
from events.proofs.merkle import HASH_BYTES
from events.proofs.notes import LONGEST_NOTE
from events.system_faults import system_fault

_FIRST_LINE = b"referat/leaves@v1\n"
_LINE_BYTES = len(encoded(bytes(HASH_BYTES))) + 1


def written(leaves: Iterable[bytes], checkpoint: SignedCheckpoint) -> Iterator[bytes]:
    """Return the file's lines. ``leaves`` are the leaf hashes of the entries that the checkpoint covers, in order."""
    yield _FIRST_LINE
    for leaf in leaves:
        yield encoded(leaf).encode("ascii") + b"\n"
    yield b"\n" + checkpoint.written()


class KeptCheckpoint:
    """A checkpoint that somebody kept, in whichever file; ``name`` is how messages call it. Who can change the record can
    also change what lies ``beside`` it: such a checkpoint speaks for nobody against one from outside.
    """

    def __init__(self, name: str, signed: SignedCheckpoint, path: Path | None = None, *, beside: bool = False) -> None:
        self.name = name
        self.signed = signed
        self.beside = beside
        self._path = path

    @property
    def checkpoint(self) -> Checkpoint:
        """What the checkpoint says."""
        return self.signed.checkpoint

    def leaves(self) -> Iterator[bytes] | None:
        """Return the leaf hashes that the file has, one by one, or None where it has none.

        Raises NoteRefused on the way where the file is not of its form. Whether they lead to the checkpoint's root is
        for the reader to see.
        """
        return None if self._path is None else _leaves(self._path)


def read_kept(path: Path) -> KeptCheckpoint:
    """Return the checkpoint that a file holds: a signed note, three lines copied from paper, or an auditor's file.

    Raises KeptFileRefused where it is none of them, or cannot be read.
    """
    try:
        if path.exists() and not path.is_file():
            raise KeptFileRefused(N_("{path} is no file."), path=path)
        with path.open("rb") as file:
            if file.readline(len(_FIRST_LINE)) == _FIRST_LINE:
                return KeptCheckpoint(path.name, read_checkpoint(_after_leaves(file)), path)
            file.seek(0)
            return KeptCheckpoint(path.name, read_checkpoint(file.read(LONGEST_NOTE + 1)))
    except FileNotFoundError:
        raise KeptFileRefused(N_("There is no file {file}."), file=path) from None
    except OSError as problem:
        raise KeptFileRefused(
            N_("{path} cannot be read: {problem}."), path=path, problem=system_fault(problem)
        ) from None
    except KeptFileRefused:
        raise
    except NoteRefused as problem:
        raise KeptFileRefused(N_("{name}: {problem}"), name=path, problem=problem) from None


def _after_leaves(file: BinaryIO) -> bytes:
    """Return what follows the empty line after the leaf hashes."""
    for _ in _lines(file):
        pass
    return file.read(LONGEST_NOTE + 1)


def _leaves(path: Path) -> Iterator[bytes]:
    with closing(path.open("rb")) as file:
        file.readline(len(_FIRST_LINE))
        for line in _lines(file):
            leaf = decoded(line.decode("ascii", "replace"))
            if leaf is None or len(leaf) != HASH_BYTES:
                raise NoteRefused(N_("A line of the auditor's file is no hash of an entry."))
            yield leaf


def _lines(file: BinaryIO) -> Iterator[bytes]:
    while (line := file.readline(_LINE_BYTES)) != b"\n":
        if len(line) != _LINE_BYTES or not line.endswith(b"\n"):
            raise NoteRefused(N_("A line of the auditor's file is no hash of an entry."))
        yield line[:-1]

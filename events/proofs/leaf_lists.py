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
from events.proofs.merkle import HASH_BYTES, Frontier
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

        Raises NoteRefused on the way where the file is no longer of its form. That they lead to the checkpoint's root
        was so when the file was read.
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
                frontier = _grown(file)
                signed = read_checkpoint(file.read(LONGEST_NOTE + 1))
                _require_root(frontier, signed.checkpoint)
                return KeptCheckpoint(path.name, signed, path)
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


def _grown(file: BinaryIO) -> Frontier:
    """Return the tree over the leaf hashes, and leave the file after the empty line that follows them."""
    frontier = Frontier()
    for leaf in _hashes(file):
        frontier.add(leaf)
    return frontier


def _require_root(frontier: Frontier, checkpoint: Checkpoint) -> None:
    if frontier.size != checkpoint.size or frontier.root() != checkpoint.root:
        raise NoteRefused(
            N_(
                "The hashes of the entries in the auditor's file do not lead to the root of its checkpoint: a line was "
                "changed, or is missing. Take another copy of the file, or its last lines alone, from the checkpoint on."
            )
        )


def _leaves(path: Path) -> Iterator[bytes]:
    with closing(path.open("rb")) as file:
        file.readline(len(_FIRST_LINE))
        yield from _hashes(file)


def _hashes(file: BinaryIO) -> Iterator[bytes]:
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

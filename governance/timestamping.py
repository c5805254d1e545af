"""The time stamp that is kept beside a file with a checkpoint, and the time that it proves or states."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from events.errors import N_, RecordError
from events.proofs.checkpoints import Checkpoint
from events.proofs.outside_time import LONGEST_TOKEN, OutsideTime, proved_time, stated_time
from events.system_faults import system_fault

if TYPE_CHECKING:
    from cryptography.x509 import Certificate

_ENDING = ".tsr"


def stamp_beside(checkpoint_file: Path) -> Path:
    """Return where the time stamp of a file with a checkpoint is kept."""
    return checkpoint_file.with_name(checkpoint_file.name + _ENDING)


def prove_time(stamp: Path, checkpoint: Checkpoint, trusted: "Sequence[Certificate]") -> OutsideTime:
    """Return the time that the stamp in a file proves. Raises TokenRefused where it proves none, RecordError where the
    file cannot be read.
    """
    return proved_time(_answer_in(stamp), checkpoint, trusted)


def state_time(stamp: Path, checkpoint: Checkpoint) -> OutsideTime:
    """Return the time that the stamp in a file states, which is not held against any certificate. Raises TokenRefused
    where it is none over this checkpoint, RecordError where the file cannot be read.
    """
    return stated_time(_answer_in(stamp), checkpoint)


def _answer_in(stamp: Path) -> bytes:
    try:
        if stamp.exists() and not stamp.is_file():
            raise RecordError(N_("{path} is no file."), path=stamp)
        with stamp.open("rb") as file:
            return file.read(LONGEST_TOKEN + 1)
    except OSError as problem:
        raise RecordError(N_("{path} cannot be read: {problem}."), path=stamp, problem=system_fault(problem)) from None

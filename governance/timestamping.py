"""The time stamp that is kept beside a file with a checkpoint, and the time that it proves."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from events.errors import N_, RecordError
from events.proofs.checkpoints import Checkpoint
from events.proofs.outside_time import LONGEST_TOKEN, OutsideTime, proved_time

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
    try:
        with stamp.open("rb") as file:
            answer = file.read(LONGEST_TOKEN + 1)
    except OSError as problem:
        raise RecordError(
            N_("{path} cannot be read: {problem}."), path=stamp, problem=problem.strerror or str(problem)
        ) from None
    return proved_time(answer, checkpoint, trusted)

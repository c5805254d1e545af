"""What an audit finds, as data."""

import msgspec

from events.proofs.outside_time import OutsideTime
from events.verifying.findings import Report
from governance.signing import Fault


class SignatureFound(msgspec.Struct, frozen=True):
    """A signature under minutes: by whom, on which meeting's, in which entry; ``fault`` tells why it is not good.

    ``by_key`` is false for one on paper, which only the paper proves.
    """

    book: str
    entry: int
    person: str
    meeting: str
    by_key: bool
    fault: Fault | None
    reservation: str | None = None


class CheckpointFound(msgspec.Struct, frozen=True):
    """A checkpoint: where it lies, of which book and size, whether the book still begins with it, and who signed it.

    ``signed_by`` are names from the book's own enrolled keys; ``false`` tells that such a signature does not hold.
    ``time`` is what a time stamp beside it proves, by certificates that the auditor trusts.
    """

    name: str
    book: str | None
    size: int
    holds: bool
    signed_by: tuple[str, ...]
    false: bool
    time: OutsideTime | None = None


class Audit(msgspec.Struct, frozen=True):
    """What an audit found: ``report`` on the entries, with everything that is wrong; signatures; checkpoints."""

    report: Report
    signatures: tuple[SignatureFound, ...] = ()
    checkpoints: tuple[CheckpointFound, ...] = ()

    @property
    def sound(self) -> bool:
        """Whether nothing is wrong."""
        return self.report.sound

"""What an audit finds, as data."""

from typing import Literal

import msgspec

from events.moments import Timestamp
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


class CosignatureFound(msgspec.Struct, frozen=True):
    """A witness's cosignature: the name that the witness gave, whose key it is, when it says to be made, and whether it holds.

    ``key`` and ``holds`` are None where no key is known that could tell, ``time`` where it says no time there is.
    """

    witness: str
    key: str | None
    time: Timestamp | None
    holds: bool | None


Stamp = Literal["proved", "unproved", "unread", "not-its-own"]
"""What a time stamp beside a checkpoint is: held against trusted certificates; over this checkpoint, but not held against
any; not read, for want of the extra; or none over this checkpoint.
"""


class CheckpointFound(msgspec.Struct, frozen=True):
    """A checkpoint: where it lies, of which book and size, whether the book still begins with it, and who signed it.

    ``signed_by`` are names from the book's own enrolled keys; ``false`` tells that such a signature does not hold.
    ``stamp`` is what lies beside it as a time stamp, None where nothing does. ``time`` is what that proves, by certificates
    that the auditor trusts; ``stated`` what an unproved one says.
    """

    name: str
    book: str | None
    size: int
    holds: bool
    signed_by: tuple[str, ...]
    false: bool
    time: OutsideTime | None = None
    stamp: Stamp | None = None
    stated: OutsideTime | None = None
    cosigned: tuple[CosignatureFound, ...] = ()


class Audit(msgspec.Struct, frozen=True):
    """What an audit found: ``report`` on the entries, with everything that is wrong; signatures; checkpoints."""

    report: Report
    signatures: tuple[SignatureFound, ...] = ()
    checkpoints: tuple[CheckpointFound, ...] = ()

    @property
    def sound(self) -> bool:
        """Whether nothing is wrong."""
        return self.report.sound

"""The kinds of damage that a book can have, and an error that names one."""

from enum import StrEnum

from events.errors import RecordDamaged


class Damage(StrEnum):
    """What is wrong with an entry, a file, or what somebody kept of it."""

    ALTERED = "altered"
    """The entry is not the one that stood there when the checkpoint was made."""
    MISSING = "missing"
    """There is no entry with this number, and there are later ones."""
    OUT_OF_ORDER = "out-of-order"
    """The entry stands in another's place."""
    INSERTED = "inserted"
    """The entry was put in between two that followed one another."""
    TRUNCATED = "truncated"
    """The book ends before an entry that it had."""
    NOT_CANONICAL = "not-canonical"
    """The bytes are not in the one form in which entries are written."""
    UNREADABLE = "unreadable"
    """The bytes are no entry, or a field of it is not as it may be recorded."""
    COLUMN = "column-differs"
    """A column beside the body says something else than the body."""
    COMMAND = "command-differs"
    """The note of the command that made the entry is missing or says something else."""
    CLOCK = "clock-backwards"
    """The entry was recorded before the entry before it."""
    WORD_REPLACED = "word-replaced"
    """A word is not the one whose digest the body holds."""
    WORD_RESTORED = "word-restored"
    """A word stands there that a later entry erased."""
    WORD_LOST = "word-lost"
    """A word was erased, and no entry tells of it."""
    WORD_WITHHELD = "word-withheld"
    """Words are left out, as they are of a public copy, and this is not said to be one."""
    BLOCK_ROOT = "block-root"
    """A kept root of 256 entries is wrong: proofs made from it fail, the entries themselves are as they were."""
    ATTACHMENT = "attachment"
    """The file of an attached document is missing, or is not the one that was attached."""
    CHECKPOINT = "checkpoint"
    """A checkpoint or a signature is of another book, or not what it should be."""
    TIME_STAMP = "time-stamp"
    """The time stamp beside a checkpoint does not prove a time for it."""
    FILE = "file"
    """The file is damaged, or was made by somebody else."""


class EntryDamaged(RecordDamaged):
    """An entry is not as it was recorded; ``damage`` is the kind, the message says in what."""

    def __init__(self, message: str, damage: Damage = Damage.UNREADABLE, **details: object) -> None:
        super().__init__(message, **details)
        self.damage = damage

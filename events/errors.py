"""What can go wrong, as typed errors that carry a sentence for the user.

Every error has an English template (translated at the edge through gettext) and the details that fill it.
"""

from typing import ClassVar


def N_(message: str) -> str:
    """Mark a sentence for translation without translating it here."""
    return message


class ReferatError(Exception):
    """A problem with a sentence for the user: what is wrong, where, and what to do.

    ``message`` is the English template, ``details`` fill its braces, ``exit_code`` is what the command line ends with.
    """

    exit_code: ClassVar[int] = 1

    def __init__(self, message: str, **details: object) -> None:
        super().__init__(message)
        self.message = message
        self.details = details

    def __str__(self) -> str:
        return self.message.format(**self.details)


class RefusedText(ReferatError):
    """A text that must not enter the book: control characters, too long, empty, or a reserved word."""

    exit_code = 3


class RefusedEvent(ReferatError):
    """An event whose fields are not of the catalogue's form (unknown field, wrong type, bad date)."""

    exit_code = 3


class IdRefused(RefusedEvent):
    """Something that is no id stands where the id of a person, a meeting or another thing is to stand."""


class RecordError(ReferatError):
    """The record (the file or database that keeps the books) cannot be used as asked."""

    exit_code = 5


class RecordDamaged(RecordError):
    """The stored bytes are not what this program writes: altered, truncated, or out of order."""


class BookConflict(ReferatError):
    """Someone else recorded in the book first; ``details`` name the entry and who wrote it."""

    exit_code = 6

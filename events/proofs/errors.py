"""What a proof can fail at, as errors with a sentence for the user."""

from events.errors import ReferatError


class ProofRefused(ReferatError):
    """A proof, a note or a checkpoint does not prove what it should, or is not of its format."""

    exit_code = 5


class NoteRefused(ProofRefused):
    """A note is not of the form of C2SP signed-note, or its signatures do not hold."""


class KeptFileRefused(NoteRefused):
    """A file that somebody kept and named is not there, cannot be read, or holds no checkpoint: it speaks neither for nor
    against a book.
    """

    exit_code = 3

"""Opening a record for reading only: what records is refused before it begins."""

from argparse import Namespace

from events.errors import N_, ReferatError

RECORDING = frozenset(
    {"import", "restore", "record", "strike", "correct", "erase", "attach", "sign", ("key", "enrol"), ("key", "revoke")}
)
"""The commands that write in a record; those of ``key`` with their part."""

_ONLY_SHOWING = ("dry_run", "show_signed", "show_signature")


class OnlyReading(ReferatError):
    """The record was opened for reading only."""

    exit_code = 4

    def __init__(self) -> None:
        super().__init__(
            N_("The record is open for reading only. Nothing was written. Leave out --read-only to record.")
        )


def require_reading(options: Namespace) -> None:
    """Raise OnlyReading where the command would write in the record."""
    part = getattr(options, "part", None)
    named = (options.command, part) if part is not None else options.command
    if named in RECORDING and not any(getattr(options, name, False) for name in _ONLY_SHOWING):
        raise OnlyReading

"""Opening a record for reading only: what records is refused before it begins."""

from argparse import Namespace

from events.errors import N_, ReferatError

RECORDING: frozenset[str | tuple[str, str]] = frozenset(
    {"import", "restore", "record", "strike", "correct", "erase", "attach", "sign", ("key", "enrol"), ("key", "revoke")}
)
"""The commands that write in a record; those of ``key`` with their part."""

KEEPING: frozenset[str | tuple[str, str]] = frozenset({"settings", ("key", "new")})
"""The commands that write among the user's own files. ``witness`` is none of them: what it remembers for its witness holds
that witness to what it cosigned, and who only reads a record may cosign.
"""

_ONLY_SHOWING = ("dry_run", "show_signed", "show_signature")


class OnlyReading(ReferatError):
    """The record was opened for reading only."""

    exit_code = 4

    def __init__(self) -> None:
        super().__init__(
            N_("The record is open for reading only. Nothing was written. Leave out --read-only to record.")
        )


def require_reading(options: Namespace) -> None:
    """Raise OnlyReading where the command would write in the record, or change the user's settings or keys."""
    part = getattr(options, "part", None)
    named = (options.command, part) if part is not None else options.command
    if named not in RECORDING | KEEPING:
        return
    only_shows = (
        options.value is None if named == "settings" else any(getattr(options, n, False) for n in _ONLY_SHOWING)
    )
    if not only_shows:
        raise OnlyReading

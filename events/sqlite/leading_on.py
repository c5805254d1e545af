"""Reading a table page by page: each page must lead on, or a broken index would have a reader go round for ever."""

from events.errors import N_, RecordDamaged


class IndexDamaged(RecordDamaged):
    """An index of the record file does not hold its entries in order."""

    def __init__(self, after: int | str, number: int | str) -> None:
        super().__init__(
            N_(
                "The index of the record is damaged: from {after} on it leads back to {number}. "
                "Do not write in the record; keep it, and take the newest copy."
            ),
            after=after,
            number=number,
        )


def led_on(after: int, number: int) -> int:
    """Return the number that was reached from ``after``. Raises IndexDamaged where it does not lie behind it."""
    if number <= after:
        raise IndexDamaged(after, number)
    return number

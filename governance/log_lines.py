"""The log of a book for people and for programs: entries with what later became of them."""

from typing import Any

import msgspec

from events.entry import Entry
from events.moments import bounds, is_exact
from governance.book import Book
from governance.language import _
from governance.wording.lines import line
from governance.wording.speaking import day, moment


class LogLines:
    """Words the entries of one book; names are those of the newest state, which is ``fold``."""

    def __init__(self, book: Book) -> None:
        self.fold = book.fold()
        self._amendments = book.amendments()

    def as_text(self, entry: Entry) -> str:
        """Return an entry as one line: number, when and by whom recorded, when in effect, what, and what became of it."""
        recorded, effective = moment(entry.recorded_at), _spoken_effective(entry)
        who = " ".join(entry.recorded_by.split())  # a name of several lines would read as several entries
        return f"{entry.number:>5}  {recorded}  {who}  {effective:<11}  {self.what(entry)}{self._marks(entry)}"

    def what(self, entry: Entry) -> str:
        """Return what an entry says, in one line."""
        return line(self.fold, entry.event)

    def as_data(self, entry: Entry) -> dict[str, Any]:
        """Return an entry in builtin form, words in place, with ``struck_by`` and ``corrected_by``."""
        correction = self._amendments.correction_of(entry.number)
        return {
            **msgspec.to_builtins(entry),
            "effective": entry.effective,
            "provenance": msgspec.to_builtins(entry.provenance) if entry.provenance else None,
            "line": self.what(entry),
            "struck_by": self._amendments.struck.get(entry.number),
            "corrected_by": correction.number if correction else None,
        }

    def _marks(self, entry: Entry) -> str:
        marks = []
        if entry.provenance is not None and entry.provenance.inferred:
            marks.append(_("inferred"))
        if entry.number in self._amendments.struck:
            marks.append(_("struck by {number}").format(number=self._amendments.struck[entry.number]))
        correction = self._amendments.correction_of(entry.number)
        if correction is not None:
            marks.append(_("corrected by {number}").format(number=correction.number))
        return f" [{', '.join(marks)}]" if marks else ""


def _spoken_effective(entry: Entry) -> str:
    if entry.effective is None:
        return ""
    if is_exact(entry.effective):
        return f"{day(entry.effective[:10])} {entry.effective[11:]}".rstrip()
    after, until = bounds(entry.effective)
    return f"{day(after) if after else ''}…{day(until) if until else ''}"

"""An explanation: what stands at a place, the entries that made it, what was taken back, and why it is so."""

from typing import Any, Literal

import msgspec

from events.catalogue import EntryCorrected, EntryStruck
from events.entry import Entry
from governance.explaining.leaving_out import LeavingOut
from governance.explaining.mattering import Mattering, mattering
from governance.explaining.reason import Looked, Reason
from governance.explaining.reasons import reasons
from governance.state.places import Place, value_at


class Amended(msgspec.Struct, frozen=True):
    """An entry that would have mattered as it was recorded, and the one that struck or corrected it."""

    how: Literal["struck", "corrected"]
    entry: Entry
    by: Entry


class Explanation(msgspec.Struct, frozen=True):
    """``value`` stands at ``place``; ``entries`` are those that matter, in force as they read now, with their part."""

    place: Place
    value: Any
    entries: list[tuple[Mattering, Entry]]
    amended: list[Amended]
    reasons: list[Reason]
    whole: bool = False
    """Whether so much stands there that only its parts are explained."""


def explain(book: LeavingOut, looked: Looked, place: Place) -> Explanation:
    """Return the explanation of what stands at a place; what stands at the top is only explained in its parts."""
    whole = len(place) < 2 and isinstance(value_at(looked.state, place), list | msgspec.Struct)
    found = [] if whole else mattering(book, looked.state, place)
    amended = [held for one in found if (held := _amended(book, one.number)) is not None]
    amending = {held.by.number for held in amended}
    entries = [
        (one, standing)
        for one in found
        if one.number not in amending and (standing := book.amendments.in_force(book.entry(one.number))) is not None
    ]
    return Explanation(place, value_at(looked.state, place), entries, amended, reasons(looked, place), whole)


def _amended(book: LeavingOut, number: int) -> Amended | None:
    entry = book.entry(number)
    if isinstance(entry.event, EntryStruck):
        return Amended("struck", book.entry(entry.event.entry), entry)
    if isinstance(entry.event, EntryCorrected):
        return Amended("corrected", book.entry(entry.event.entry), entry)
    return None

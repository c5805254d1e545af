"""The line at the top of a meeting: whose, which day, what time it is, how far it has come, and whether it may decide."""

from rich.cells import cell_len, set_cell_size

from governance.language import _
from governance.sitting.course import Sitting
from governance.wording.speaking import day

_LEAST = 10
"""Columns of the council's name that stay however narrow the window is."""


def room_line(council: str, held: Sitting, clock: str, width: int) -> str:
    """Return the line so that it fits; the council's name gives way first, then the words about the quorum."""
    when = "  ".join(filter(None, (day(held.day), clock)))
    for room in (_room(held, short=False), _room(held, short=True)):
        rest = "  ".join(filter(None, (when, _status(held), room)))
        left = width - cell_len(rest) - 2
        if left >= min(_LEAST, cell_len(council)):
            break
    name = council if cell_len(council) <= left else set_cell_size(council, max(0, left - 1)) + "…"
    return f"{name}  {rest}"


def _status(held: Sitting) -> str:
    return {
        "planned": _("○ PLANNED"),
        "called": _("○ CALLED"),
        "open": _("● OPEN"),
        "closed": _("■ CLOSED"),
        "issued": _("■ MINUTES ISSUED"),
        "approved": _("■ MINUTES APPROVED"),
        "cancelled": _("× CALLED OFF"),
    }[held.status]


def _room(held: Sitting, *, short: bool) -> str:
    there, seats = len(held.room.there), len(held.room.seats)
    count = f"{there}/{seats}" if short else _("{there}/{seats} present").format(there=there, seats=seats)
    if held.room.quorate is None:
        return count
    if short:
        return count + (_(" · quorum") if held.room.quorate else _(" · NO QUORUM"))
    return count + (_(" · may decide") if held.room.quorate else _(" · MAY NOT DECIDE"))

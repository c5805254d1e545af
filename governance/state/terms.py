"""Whether a time that the state tells covers a day."""

from governance.state.membership import Leave, Term


def covers(term: Term, day: str) -> bool | None:
    """Tell whether a term covers a day (ISO date): yes, no, or not known (None)."""
    ended = term.to is not None or term.to_between is not None
    start = term.from_ or (term.from_between[1] if term.from_between else None)
    earliest = term.from_ or (term.from_between[0] if term.from_between else None)
    if earliest is not None and (day < earliest or (term.from_ is None and day <= earliest)):
        return False
    last = term.to or (term.to_between[1] if term.to_between else None)
    if last is not None and day >= last:
        return False
    if not ended and term.until is not None and day > term.until:
        return None
    still = not ended or (term.to is not None) or (term.to_between is not None and day <= (term.to_between[0] or ""))
    return True if start is not None and day >= start and still else None


def lasts(start: str | None, until: str | None, to: str | None, day: str) -> bool:
    """Tell whether a day lies from ``start`` to before ``to``, and no later than the last day ``until``."""
    return (start is None or start <= day) and (until is None or day <= until) and (to is None or day < to)


def on_leave(leaves: list[Leave], day: str) -> bool:
    """Tell whether a member has leave of absence on a day."""
    return any(lasts(leave.from_, leave.until, leave.to, day) for leave in leaves)

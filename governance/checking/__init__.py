"""The checks: what in a book is not as the law, the council's rules or the book itself would have it.

Nothing here refuses or changes anything. A check is a function of the book under examination; each module has those of
one topic, and names them in its CHECKS.
"""

from collections.abc import Callable, Iterator

from governance.checking import arithmetic
from governance.checking.examined import Examined
from governance.checking.finding import Finding

Check = Callable[[Examined], Iterator[Finding]]

CHECKS: tuple[Check, ...] = (*arithmetic.CHECKS,)


def check(book: Examined) -> list[Finding]:
    """Return all that is found in a book, in the order of the days, then of the entries."""
    found = [one for look in CHECKS for one in look(book)]
    return sorted(found, key=lambda one: (one.day, one.meeting or "", one.entries, one.kind))

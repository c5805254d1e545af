"""Doing several things as one: what a meeting does is drafted entry by entry and recorded together or not at all."""

from collections.abc import Callable, Sequence

from governance.book import Book, Plan
from governance.history import Recorded
from governance.importing.drafting import Draft
from governance.rules.act import Act
from governance.state.fold import Fold

Deed = Callable[[Draft], object]
"""Adds to a draft what is to be recorded. It may be asked again, on a newer state. Raises a ReferatError."""

Planning = Callable[[Book], Plan]
"""Makes the plan for a book."""


def planned(deed: Deed) -> Planning:
    """Return what plans to record what a deed drafts, as one, in whichever book."""
    return lambda book: together(book.name, book.today(), deed)


def together(book: str, today: str, deed: Deed) -> Plan:
    """Return the plan that records what a deed drafts, as one."""

    def plan(_fold: Fold, history: Recorded) -> Sequence[Act]:
        draft = Draft(history, book, today)
        deed(draft)
        return draft.acts

    return plan

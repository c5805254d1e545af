"""Doing several things as one: what a meeting does is drafted entry by entry and recorded together or not at all."""

from collections.abc import Callable, Sequence

from governance.history import Recorded
from governance.importing.drafting import Draft
from governance.rules.act import Act
from governance.state.fold import Fold

Deed = Callable[[Draft], None]
"""Adds to a draft what is to be recorded. It may be asked again, on a newer state. Raises a ReferatError."""


def together(book: str, today: str, deed: Deed) -> Callable[[Fold, Recorded], Sequence[Act]]:
    """Return the plan that records what a deed drafts, as one."""

    def plan(_fold: Fold, history: Recorded) -> Sequence[Act]:
        draft = Draft(history, book, today)
        deed(draft)
        return draft.acts

    return plan

"""Striking an entry together with all that builds on it."""

from collections.abc import Sequence

import msgspec

from events.catalogue import EntryStruck
from governance.book import Book, Plan
from governance.history import Recorded
from governance.importing.drafting import Draft
from governance.rules.act import Act
from governance.rules.record import StrikeRefused
from governance.state.fold import Fold


def struck_with_dependents(book: Book, event: EntryStruck, *, all_of_them: bool) -> Plan:
    """Return the plan that strikes an entry and, where asked, first the entries that build on it, the latest first."""

    def plan(_fold: Fold, history: Recorded) -> Sequence[Act]:
        draft = Draft(history, book.name, book.today())
        strike(draft, event, all_of_them=all_of_them)
        return draft.acts

    return plan


def strike(draft: Draft, event: EntryStruck, *, all_of_them: bool) -> None:
    """Strike an entry in a draft and, where asked, first the entries that build on it, the latest first."""
    try:
        draft.record(event)
    except StrikeRefused as refusal:
        if not all_of_them:
            raise
        for number in sorted(refusal.dependents, reverse=True):
            draft.record(msgspec.structs.replace(event, entry=number))
        draft.record(event)

"""Closed items on the agenda of a council whose meetings are public (kommunestyrelsesloven section 10)."""

from collections.abc import Iterator

from events.catalogue import ItemKind, PublicityRule
from governance.checking.course import was_held
from governance.checking.examined import Examined
from governance.checking.finding import Finding, broken
from governance.state.fold import Item
from governance.state.publishing.agenda import agenda_of

_LAST_ANYHOW = (ItemKind.NEXT_MEETING, ItemKind.ANY_OTHER_BUSINESS)


def closed_before_open(book: Examined) -> Iterator[Finding]:
    """Closed items stand last where that can be, so that listeners need not go and come again."""
    for meeting in book.fold.meetings.values():
        if meeting.cancelled or not (was_held(book.fold, meeting) or meeting.sent):
            continue
        rules = book.rules(meeting.date, meeting)
        if rules.values.publicity in (None, PublicityRule.NOT_PUBLIC):
            continue
        items = [item for item in agenda_of(book.fold, meeting) if item.withdrawn is None]
        first = next((place for place, item in enumerate(items) if item.closed), None)
        behind = [
            item
            for item in items[first or 0 :]
            if not item.closed and item.matter is not None and item.kind not in _LAST_ANYHOW
        ]
        if first is not None and behind:
            closed = items[first]
            yield broken(
                rules,
                "publicity",
                "closed-before-open",
                "doubt",
                day=meeting.date,
                meeting=meeting.id,
                entries=[_stated_by(closed), _stated_by(behind[0])],
                item=closed.id,
                open=behind[0].id,
                count=len(behind),
            )


def _stated_by(item: Item) -> int:
    """Return the entry that said last whether an item is closed, else the one that put it on the agenda."""
    said = [number for _, number, version in item.versions if version.closed]
    return (said or [number for _, number, _ in item.versions[:1]])[-1]


CHECKS = (closed_before_open,)

"""Items that a meeting took up though they were not on its agenda, against the rule that says when it may."""

from collections.abc import Iterator

import msgspec

from events.catalogue import LateItemAccepted, LateItemRule, Office
from events.entry import Entry
from governance.checking.examined import Examined
from governance.checking.finding import Finding, broken
from governance.checking.presence import Room, people_met, room, shown_away, was_there
from governance.checking.proceedings import moment_of
from governance.state.fold import Meeting


class Bar(msgspec.Struct, frozen=True):
    """What speaks against taking up an item: the rule, what kind of finding it is, how many there should have been, and the
    entries that show who was not there.
    """

    rule: str
    kind: str
    least: int
    given: int
    shown: tuple[int, ...] = ()


def late_items(book: Examined) -> Iterator[Finding]:
    """A late item is taken up as the council's rules allow."""
    for entry, event in book.of(LateItemAccepted):
        meeting = book.fold.meeting_of(event.item)
        if meeting is None or meeting.cancelled:
            continue
        bar = _bar(book, meeting, entry, event)
        if bar is not None:
            yield broken(
                book.rules(meeting.date, meeting),
                bar.rule,
                bar.kind,
                "breach",
                day=meeting.date,
                meeting=meeting.id,
                entries=[entry.number, *bar.shown],
                item=event.item,
                least=bar.least,
                given=bar.given,
                voted="no" if event.votes is None else "yes",
            )


def _bar(book: Examined, meeting: Meeting, entry: Entry, event: LateItemAccepted) -> Bar | None:
    values = book.rules(meeting.date, meeting).values
    if values.late_item is LateItemRule.NEVER:
        return Bar("late_item", "late-item-barred", 0, 0)
    there = room(book, meeting, moment_of(book.fold, entry))
    if meeting.is_general or not people_met(meeting) or not meeting.attendance:
        return None
    if values.late_item is LateItemRule.ALL_MEMBERS_PRESENT:
        missing = there.seats is not None and there.most < there.seats
        shown = (number for one in (*there.gone, *there.away) for number in shown_away(book, meeting, one, event.item))
        return (
            Bar("late_item", "late-item-absent-members", there.seats or 0, there.most, tuple(shown))
            if missing
            else None
        )
    given = there.most if event.votes is None else event.votes
    least = _least(book, meeting, entry, values.late_item, there)
    if least is not None and given < least:
        return Bar("late_item", "late-item-votes", least, given)
    if values.late_item_least is not None and given < values.late_item_least:
        return Bar("late_item_least", "late-item-votes", values.late_item_least, given)
    return None


def _least(book: Examined, meeting: Meeting, entry: Entry, rule: LateItemRule | None, there: Room) -> int | None:
    """Return how many must be for it; None where that is not known. Without the chair, it may take everybody."""
    if rule is LateItemRule.MAJORITY_OF_MEMBERS:
        return there.seats // 2 + 1 if there.seats is not None else None
    if there.maybe or not there.there:
        return None
    present = len(there.there)
    if rule is LateItemRule.CHAIR_AND_MAJORITY_OR_UNANIMITY and _is_without_lead(book, meeting, entry):
        return present
    return present // 2 + 1


def _is_without_lead(book: Examined, meeting: Meeting, entry: Entry) -> bool:
    """Tell whether the book knows a chair, and neither the chair nor the vice chair was there."""
    moment = moment_of(book.fold, entry)
    leads = book.seating.holders(meeting.date, Office.CHAIR, Office.VICE_CHAIR)
    return bool(leads) and all(was_there(book, meeting, one, moment) is False for one in leads)


CHECKS = (late_items,)

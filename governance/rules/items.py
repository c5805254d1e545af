"""Rules about what happens under an item, and what follows from it."""

from events.catalogue import (
    CompositionReported,
    ItemContinued,
    ItemDecided,
    ItemDiscussed,
    ItemNoted,
    ItemPostponed,
    NoteWritten,
    NothingRaised,
    PlanProposed,
    ReportGiven,
)
from events.errors import N_
from events.ids import ItemId, MeetingId
from events.moments import Effective
from governance.rules import known
from governance.rules.act import RuleRefused
from governance.state.fold import Fold


def note_written(fold: Fold, event: NoteWritten, _when: Effective | None) -> NoteWritten:
    """A note has words, and stands under an item of its meeting or before them all."""
    known.meeting_that_counts(fold, event.meeting)
    known.item_of(fold, event.item, event.meeting)
    if event.text is None:
        raise RuleRefused(N_("A note needs a text."))
    return event


def under_item(
    fold: Fold, event: ItemDecided | ItemNoted | ItemDiscussed | NothingRaised | PlanProposed, _when: Effective | None
) -> ItemDecided | ItemNoted | ItemDiscussed | NothingRaised | PlanProposed:
    """It happens under an item of a meeting that counts."""
    known.item(fold, event.item)
    if isinstance(event, PlanProposed):
        known.group(fold, event.group)
    return event


def item_continued(fold: Fold, event: ItemContinued, _when: Effective | None) -> ItemContinued:
    """Work goes on later."""
    _require_later(fold, event.item, event.to_meeting)
    return event


def item_postponed(fold: Fold, event: ItemPostponed, _when: Effective | None) -> ItemPostponed:
    """An item is put off to a later day."""
    _require_later(fold, event.item, event.to_meeting)
    here = fold.meeting_of(event.item)
    if event.to_date is not None and here is not None and event.to_date <= here.date:
        raise RuleRefused(
            N_("The item cannot be put off to {day}, which is not after the meeting of {date}."),
            day=event.to_date,
            date=here.date,
        )
    return event


def _require_later(fold: Fold, item: ItemId, to: MeetingId | None) -> None:
    known.item(fold, item)
    if to is None:
        return
    there, here = known.meeting_that_counts(fold, to), fold.meeting_of(item)
    if here is not None and there.date <= here.date:
        raise RuleRefused(
            N_("The item cannot be put off to {day}, which is not after the meeting of {date}."),
            day=there.date,
            date=here.date,
        )


def report_given(fold: Fold, event: ReportGiven, _when: Effective | None) -> ReportGiven:
    """A report is about what has been."""
    known.item(fold, event.item)
    known.person(fold, event.person)
    known.body(fold, event.body)
    here = fold.meeting_of(event.item)
    if event.held_on is not None and here is not None and event.held_on > here.date:
        raise RuleRefused(
            N_("Nobody can report on {date} from what is on {day} only."), date=here.date, day=event.held_on
        )
    return event


def composition_reported(fold: Fold, event: CompositionReported, _when: Effective | None) -> CompositionReported:
    """A composition is that of a body that the book knows."""
    known.item(fold, event.item)
    known.body(fold, event.body)
    if not event.seats:
        raise RuleRefused(N_("No seats are given. Write how the body is made up."))
    return event

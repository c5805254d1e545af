"""Settling an item: what is written under it, and what came of it, recorded as one."""

from collections.abc import Callable

import msgspec

from events.catalogue import (
    AgendaApproved,
    AnyEvent,
    DecisionOutcome,
    ItemContinued,
    ItemDecided,
    ItemDiscussed,
    ItemKind,
    ItemNoted,
    ItemPostponed,
    MinutesApproved,
    NoteWritten,
    NothingRaised,
    OrdstyrerElected,
)
from events.errors import N_
from events.ids import ItemId, MeetingId, StatementId
from governance.importing.drafting import Draft
from governance.rules.act import RuleRefused
from governance.sitting.coming import planned_after
from governance.sitting.course import DEALT_WITH, Mark, mark_of
from governance.sitting.hearing import Heard, heard_in, said_under
from governance.sitting.leading import role_of
from governance.sitting.together import Deed
from governance.sitting.usual import Came, Outcome, outcomes
from governance.sitting.writing import Place, Said, meeting_of, notes_in, without, write_down
from governance.state.fold import Fold

_NEXT = "næste møde"
"""What the minutes say where no day is named."""


class Offer(msgspec.Struct, frozen=True):
    """How an item may be settled: the outcomes, what is usual first, and what its text tells."""

    outcomes: tuple[Outcome, ...]
    heard: tuple[Heard, ...] = ()


def offer(draft: Draft, item: ItemId, text: str) -> Offer:
    """Return how an item may be settled under which this text stands. The draft is spoilt by it."""
    found = outcomes(draft.fold, item, written=bool(text.strip()))
    return Offer(found, tuple(heard_in(draft, item, said_under(draft, item, text))))


def note(item: ItemId | None, meeting: MeetingId, text: str) -> Deed:
    """Return the deed that writes down a text under an item, or about the meeting itself: a note for each paragraph."""

    def deed(draft: Draft) -> None:
        for held in notes_in(text):
            draft.record(NoteWritten(meeting=meeting, item=item, text=held.text, bulleted=held.bulleted))

    return deed


def settle_as_told(item: ItemId, text: str, left_out: frozenset[Place] = frozenset()) -> Deed:
    """Return the deed that records a text and what it tells, but for what is left out."""

    def deed(draft: Draft) -> None:
        write_down(draft, item, without(said_under(draft, item, text), left_out))

    return deed


def settle(item: ItemId, outcome: Outcome, text: str = "", left_out: frozenset[Place] = frozenset()) -> Deed:
    """Return the deed that records what came of an item. A decision is worded by the last paragraph of the text; what the
    text tells besides is recorded too, but for what is left out.
    """

    def deed(draft: Draft) -> None:
        said = without(said_under(draft, item, text), left_out)
        wording = _wording(said) if outcome.came in _WORDED else None
        last = _written(draft, item, said if wording is None else said[:-1])
        event = _event(draft.fold, item, outcome)
        draft.record(_told(draft.fold.items[item].kind, event, wording, last, outcome.came))

    return deed


def unless_dealt_with(item: ItemId, seen: Mark, deed: Deed) -> Deed:
    """Return a deed that is refused where somebody else dealt with the item after one looked.

    ``seen`` is how far it had come when one looked. What had been dealt with already may be dealt with again.
    """

    def checked(draft: Draft) -> None:
        held = draft.fold.items.get(item)
        now = mark_of(held) if held is not None else seen
        if now != seen and now in DEALT_WITH:
            raise RuleRefused(
                N_("The item was dealt with meanwhile. What you wrote is kept; do it again to record it too.")
            )
        deed(draft)

    return checked


def postpone(item: ItemId, to: MeetingId | None = None, text: str = "") -> Deed:
    """Return the deed that puts an item off: to the meeting that was picked, else to the next one, whenever that is."""

    def deed(draft: Draft) -> None:
        _written(draft, item, tuple(Said("", statement) for statement in notes_in(text)))
        draft.record(ItemPostponed(item=item, to_meeting=to, until=None if to else _NEXT))

    return deed


def _written(draft: Draft, item: ItemId, said: tuple[Said, ...]) -> StatementId | None:
    """Write down what was said with what it tells, and return the last of the item's statements."""
    write_down(draft, item, said)
    held = draft.fold.items[item].statements
    return held[-1].id if held else None


def _wording(said: tuple[Said, ...]) -> str | None:
    """Return the last paragraph, where it is new and tells nothing besides."""
    if not said or said[-1].stands is not None:
        return None
    last = said[-1].statement
    return None if last.bulleted or last.facts else last.text


_WORDED = frozenset(
    {
        Came.AGENDA_APPROVED,
        Came.AGENDA_CHANGED,
        Came.MINUTES_APPROVED,
        Came.APPROVED,
        Came.DECIDED,
        Came.ELECTED,
        Came.REJECTED,
    }
)
"""What is worded by the text itself; of the rest the text is a note."""


def _told(kind: str, event: AnyEvent, wording: str | None, last: StatementId | None, came: Came) -> AnyEvent:
    """Return the event with its wording: none of its own where the notes say enough for their kind of item."""
    if wording is not None:
        return msgspec.structs.replace(event, text=wording)
    enough = came in (Came.DISCUSSED, Came.NOTHING) or (came is Came.NOTED and kind == ItemKind.INFORMATION)
    if last is None or not enough:
        return event
    return msgspec.structs.replace(event, told_in=last)


def _event(fold: Fold, item: ItemId, outcome: Outcome) -> AnyEvent:
    meeting = meeting_of(fold, item)
    came = outcome.came
    if came in (Came.AGENDA_APPROVED, Came.AGENDA_CHANGED):
        return AgendaApproved(meeting=meeting, item=item, changed=came is Came.AGENDA_CHANGED)
    if came is Came.MINUTES_APPROVED:
        return MinutesApproved(meeting=meeting, item=item, of=outcome.of)
    if came is Came.LEADER and outcome.person is not None:
        role = role_of(fold, fold.meetings[meeting])
        return OrdstyrerElected(meeting=meeting, person=outcome.person, item=item, role=role)
    if came is Came.CONTINUED:
        later = planned_after(fold, fold.meetings[meeting])
        return ItemContinued(item=item, to_meeting=later[0].id if later else None)
    return _PLAIN[came](item)


_PLAIN: dict[Came, Callable[[ItemId], AnyEvent]] = {
    Came.APPROVED: lambda item: ItemDecided(item=item, outcome=DecisionOutcome.APPROVED),
    Came.DECIDED: lambda item: ItemDecided(item=item, outcome=DecisionOutcome.DECIDED),
    Came.ELECTED: lambda item: ItemDecided(item=item, outcome=DecisionOutcome.ELECTED),
    Came.REJECTED: lambda item: ItemDecided(item=item, outcome=DecisionOutcome.REJECTED),
    Came.NOTED: lambda item: ItemNoted(item=item),
    Came.DISCUSSED: lambda item: ItemDiscussed(item=item),
    Came.NOTHING: lambda item: NothingRaised(item=item),
}

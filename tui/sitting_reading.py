"""Reading a meeting for the screen: everything that the screen shows, read at once where the recorder's thread has it."""

from typing import NamedTuple

from events.ids import ItemId, MeetingId
from governance.book import Book
from governance.sitting.attending import Attendee, attendees, listed_stand_ins
from governance.sitting.coming import Coming, planned_after, proposed_after
from governance.sitting.course import Sitting, sitting
from governance.sitting.leading import usual_referent
from governance.sitting.told import TellingLine, first_entry, told_of
from governance.sitting.usual import Outcome, outcomes
from governance.sitting.voting import Question, Tie, questions, usual_tie
from governance.state.fold import Fold, Meeting


class Shown(NamedTuple):
    """A meeting as it stands now. ``told`` is what was recorded by item, ``usual`` what usually comes of each item with
    and without a text, ``later`` the meetings that are planned, ``next`` the one to propose,
    ``questions`` what may be put to the vote, ``tie`` how the rules decide one.
    """

    council: str
    sitting: Sitting
    attendees: tuple[Attendee, ...]
    told: dict[ItemId | None, list[TellingLine]]
    usual: dict[tuple[ItemId, bool], tuple[Outcome, ...]]
    names: dict[str, str]
    later: tuple[Coming, ...]
    next: Coming
    referent: str
    stand_ins: tuple[str, ...]
    questions: dict[ItemId, tuple[Question, ...]]
    tie: Tie
    paused: bool


def read_sitting(book: Book, identifier: MeetingId, actor: str) -> Shown:
    """Return everything about a meeting. Raises KeyError where the book has no such meeting."""
    fold = book.current()
    meeting = fold.meetings[identifier]
    entries = book.entries(after=first_entry(fold, identifier) - 1)
    held = sitting(fold, identifier)
    return Shown(
        council=fold.council.name if fold.council else book.name,
        sitting=held,
        attendees=attendees(fold, identifier),
        told=told_of(fold, identifier, entries, book.amendments()),
        usual={
            (item.id, written): outcomes(fold, item.id, written=written)
            for item in held.items
            for written in (False, True)
        },
        names=dict(fold.persons),  # type: ignore[arg-type]  # the screen knows persons by the text of their id
        later=tuple(_coming(later) for later in planned_after(fold, meeting)),
        next=proposed_after(fold, meeting),
        referent=_referent(fold, meeting, actor),
        stand_ins=listed_stand_ins(fold, meeting),
        questions={item.id: questions(fold, item.id) for item in held.items},
        tie=usual_tie(fold, identifier),
        paused=bool(meeting.interruptions) and not meeting.interruptions[-1].resumed,
    )


def _coming(meeting: Meeting) -> Coming:
    return Coming(meeting.date, meeting.start, meeting.end, meeting.place, meeting.id)


def _referent(fold: Fold, meeting: Meeting, actor: str) -> str:
    """Return the name of who writes the minutes, or is to be proposed for it."""
    person = meeting.referent or usual_referent(fold, meeting, actor)
    return fold.persons.get(person, actor) if person is not None else actor

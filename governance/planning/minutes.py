"""The minutes of a meeting: as they read now, issuing them, approving them, signing them."""

import msgspec

from events.catalogue import (
    ApprovalForm,
    AttendanceStatus,
    EntryCorrected,
    EntryStruck,
    MinutesApproved,
    MinutesIssued,
    MinutesSigned,
)
from events.entry import Entry
from events.ids import ItemId, MeetingId, PersonId
from events.moments import Effective
from governance.book import Book, Plan
from governance.documents.composing import compose_minutes
from governance.documents.writing.document import write
from governance.documents.writing.head import Form
from governance.history import Recorded
from governance.importing.drafting import Draft
from governance.issuing import completed
from governance.sitting.together import Planning, planned
from governance.state import model
from governance.state.fold import Fold, Meeting
from governance.state.publishing.agenda import agenda_of
from governance.state.publishing.later import chronological
from governance.state.publishing.meetings import status_of


class MinutesNow(msgspec.Struct, frozen=True):
    """The minutes of a meeting as they read after entry ``number``; ``signed`` are the names of who signed them."""

    number: int
    meeting: MeetingId
    day: str
    status: model.MeetingStatus
    text: str
    signed: tuple[str, ...]


class Approver(msgspec.Struct, frozen=True):
    """A meeting that may approve the minutes of an earlier one, under an item of its agenda where there is one."""

    meeting: MeetingId
    day: str
    item: ItemId | None


class Signer(msgspec.Struct, frozen=True):
    """Somebody who may sign the minutes of a meeting."""

    person: PersonId
    name: str
    present: bool


def minutes_now(book: Book, identifier: MeetingId, form: Form = "txt") -> MinutesNow:
    """Return the minutes of a meeting as they would read if they were issued now. Raises KeyError for no such meeting."""
    fold = book.current()
    meeting = fold.meetings[identifier]
    return MinutesNow(
        number=fold.number,
        meeting=identifier,
        day=meeting.date,
        status=status_of(fold, meeting),
        text=write(compose_minutes(fold, book.standing(), meeting), form),
        signed=tuple(fold.persons.get(held.person, "") for held in meeting.signatures),
    )


def issuing(identifier: MeetingId, day: str | None = None) -> Planning:
    """Return the plan that issues the minutes of a meeting, on a day where one is given."""

    def planning(book: Book) -> Plan:
        def deed(draft: Draft) -> None:
            issued = MinutesIssued(**completed({"meeting": identifier}, book))
            draft.record(issued, effective=Effective(day) if day else None)

        return planned(deed)(book)

    return planning


def approvers(fold: Fold, identifier: MeetingId) -> tuple[Approver, ...]:
    """Return the later meetings at which minutes may be approved: those whose own minutes are not issued yet."""
    meeting = fold.meetings[identifier]
    later = [
        held
        for held in fold.meetings.values()
        if held.date > meeting.date and not held.cancelled and held.issued_through is None
    ]
    return tuple(Approver(held.id, held.date, _item_for(fold, held)) for held in sorted(later, key=chronological))


def _item_for(fold: Fold, meeting: Meeting) -> ItemId | None:
    """Return the item under which a meeting approves minutes."""
    items = [item for item in agenda_of(fold, meeting) if item.kind == "approval" and item.withdrawn is None]
    return next(
        (item.id for item in items if "referat" in item.title.casefold() or "protokol" in item.title.casefold()), None
    )


def approving(identifier: MeetingId, how: ApprovalForm, approver: Approver | None, day: str | None) -> Planning:
    """Return the plan that approves the minutes of a meeting with what was struck or corrected in them since."""

    def deed(draft: Draft) -> None:
        meeting = draft.fold.meetings[identifier]
        approved = MinutesApproved(
            meeting=approver.meeting if approver else None,
            of=meeting.date,
            item=approver.item if approver else None,
            corrections=corrections_since(draft.history, draft.fold, meeting),
            how=how,
        )
        draft.record(approved, effective=Effective(day) if day else None)

    return planned(deed)


def corrections_since(history: Recorded, fold: Fold, meeting: Meeting) -> tuple[int, ...]:
    """Return the numbers of the strikes and corrections, made since the minutes were issued, of what they tell."""
    through = meeting.issued_through
    if through is None:
        return ()
    entries = list(history.entries())
    found = [
        entry.number
        for entry in entries[through:]
        if isinstance(entry.event, EntryStruck | EntryCorrected)
        and entry.number not in fold.struck
        and entry.event.entry <= through
        and _is_told(entries[entry.event.entry - 1], meeting)
    ]
    return tuple(found)


def _is_told(entry: Entry, meeting: Meeting) -> bool:
    event = entry.event
    return getattr(event, "meeting", None) == meeting.id or getattr(event, "item", None) in meeting.items


def signers(fold: Fold, identifier: MeetingId) -> tuple[Signer, ...]:
    """Return who may sign the minutes of a meeting and has not: who was there first."""
    meeting = fold.meetings[identifier]
    signed = {held.person for held in meeting.signatures}
    there = [person for person, status in meeting.attendance.items() if status is AttendanceStatus.PRESENT]
    people = [*there, *(person for person in (meeting.ordstyrer, meeting.referent) if person is not None)]
    others = [person for person in fold.memberships if person not in people]
    return tuple(
        Signer(person, fold.persons[person], person in people)
        for person in dict.fromkeys((*people, *others))
        if person not in signed and person in fold.persons
    )


def signing(identifier: MeetingId, person: PersonId, reservation: str | None, day: str) -> Planning:
    """Return the plan that records a signature."""
    signed = MinutesSigned(meeting=identifier, person=person, reservation=reservation)
    return planned(lambda draft: draft.record(signed, effective=Effective(day)))

"""Opening and closing a meeting."""

from events.catalogue import MeetingClosed, MeetingOpened, PersonRegistered, ReferentNamed
from events.ids import MeetingId, PersonId, made_by
from governance.importing.drafting import Draft
from governance.sitting.hours import effective_at
from governance.sitting.together import Deed


def open_meeting(meeting: MeetingId, time: str, referent: str) -> Deed:
    """Return the deed that opens a meeting, and names who writes the minutes where the book does not say so already."""

    def deed(draft: Draft) -> None:
        held = draft.fold.meetings[meeting]
        draft.record(MeetingOpened(meeting=meeting), effective=effective_at(held.date, time))
        if not referent:
            return
        person = named(draft, referent)
        if held.referent != person:
            draft.record(ReferentNamed(meeting=meeting, person=person))

    return deed


def close_meeting(meeting: MeetingId, time: str) -> Deed:
    """Return the deed that closes a meeting."""

    def deed(draft: Draft) -> None:
        held = draft.fold.meetings[meeting]
        draft.record(MeetingClosed(meeting=meeting), effective=effective_at(held.date, time))

    return deed


def named(draft: Draft, name: str) -> PersonId:
    """Return the person of that name, registered now where the book did not know one."""
    wanted = " ".join(name.split()).casefold()
    for person, known in draft.fold.persons.items():
        if known.casefold() == wanted:
            return person
    return made_by(PersonId, draft.record(PersonRegistered(name=" ".join(name.split()))))

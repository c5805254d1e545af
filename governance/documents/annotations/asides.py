"""What lines in brackets say that is no fact of a statement: about an item, about the head, or that there is nothing more."""

from governance.documents import model
from governance.documents.model import (
    Attendee,
    Fact,
    Guest,
    MeetingForm,
    MeetingKind,
    MeetingPart,
    Movement,
    Signature,
    StandIn,
)


class ItemAside(model.Part, frozen=True, kw_only=True):
    """What a bracketed line below a heading says about the item itself."""

    title: str | None = None
    kind: str | None = None
    standing: bool | None = None
    closed: bool | None = None
    presenter: str | None = None
    matter_kind: str | None = None
    addressee: str | None = None
    same_as: tuple[str, str] | None = None


class OnlyNote(model.Part, frozen=True, kw_only=True):
    """The statement is a note and nothing else, whatever it seems to say."""


class HeadAside(model.Part, frozen=True, kw_only=True):
    """What a bracketed line in the head says about the meeting itself; it outranks the rest of the head."""

    body: str | None = None
    municipality: str | None = None
    date: str | None = None
    start: str | None = None
    end: str | None = None
    place: str | None = None
    parts: tuple[MeetingPart, ...] = ()
    contents: str | None = None
    meeting_form: MeetingForm | None = None
    meeting_kind: MeetingKind | None = None
    agenda_sent: str | None = None
    opened_at: str | None = None
    closed_at: str | None = None
    attendees: tuple[Attendee, ...] = ()
    stand_ins: tuple[StandIn, ...] = ()
    movements: tuple[Movement, ...] = ()
    guests: tuple[Guest, ...] = ()
    referent: str | None = None
    chair: str | None = None


Aside = Fact | ItemAside | HeadAside | OnlyNote | Signature

"""What an entry is about: the topics under which it is found again when somebody travels to a place in the book.

A topic is the id of a thing; ``council`` for what tells who and what the council is; ``=p3`` for what p3 is called;
``@m12`` for when the meeting m12 is and how far it came; a day for the meetings of that day; ``of:`` with a day for
the approvals of minutes of that day; ``to:`` with a period for what was put off to it.
"""

from collections.abc import Iterator

from events.catalogue import (
    AnyEvent,
    CompositionReported,
    CouncilDissolved,
    CouncilEstablished,
    CouncilRenamed,
    EntryCorrected,
    EntryStruck,
    ExternalBodyAbbreviated,
    ExternalBodyRenamed,
    ItemContinued,
    ItemPostponed,
    LeaveEnded,
    LeaveGranted,
    MeetingCancelled,
    MeetingOpened,
    MeetingRescheduled,
    MeetingScheduled,
    MemberAppointed,
    MemberReappointed,
    MembershipEnded,
    MemberWelcomed,
    MinutesApproved,
    MinutesIssued,
    OfficeEnded,
    OfficerElected,
    PersonRenamed,
    RepresentationEnded,
    RepresentativeElected,
    RulesAdopted,
    StandInCalled,
    StandInListed,
    StandInRemoved,
    WordsErased,
)
from events.event import Event
from events.ids import MeetingId, made_by
from events.naming import names

COUNCIL = "council"

FOLLOWED = frozenset("miafnsghdt")
"""The kinds of things, by the letters of their ids, that every entry is found under which names them; people and bodies
are named too often for that to help anybody.
"""

OF_THE_COUNCIL: tuple[type[Event], ...] = (
    CouncilEstablished,
    CouncilRenamed,
    CouncilDissolved,
    RulesAdopted,
    MemberAppointed,
    MemberReappointed,
    MembershipEnded,
    MemberWelcomed,
    LeaveGranted,
    LeaveEnded,
    StandInListed,
    StandInRemoved,
    StandInCalled,
    OfficerElected,
    OfficeEnded,
    RepresentativeElected,
    RepresentationEnded,
)
_NAMING = (PersonRenamed, ExternalBodyRenamed, ExternalBodyAbbreviated, CompositionReported)
_COURSE = (MeetingRescheduled, MeetingCancelled, MeetingOpened, MinutesIssued, MinutesApproved)


def topics(event: AnyEvent, number: int) -> set[str]:
    """Return what an entry with this event and number is about; a correction is about what it lets the entry say."""
    return set(_topics(said(event), target(event) or number))


def said(event: AnyEvent) -> AnyEvent:
    """Return what an event says, for a correction what the entry is to say."""
    return event.replacement if isinstance(event, EntryCorrected) else event


def target(event: AnyEvent) -> int | None:
    """Return the entry that an event strikes or corrects, or None where it does neither."""
    return event.entry if isinstance(event, EntryStruck | EntryCorrected) else None


def changed_entry(event: AnyEvent) -> int | None:
    """Return the entry that an event strikes or corrects, or whose words it erases, or None where it does none of these."""
    return event.entry if isinstance(event, WordsErased) else target(event)


def called(identifier: str) -> str:
    """Return the topic of what somebody or something is called."""
    return f"={identifier}"


def course_of(meeting: str) -> str:
    """Return the topic of when a meeting is and how far it came."""
    return f"@{meeting}"


def approved_of(day: str) -> str:
    """Return the topic of the approvals of the minutes of a day."""
    return f"of:{day}"


def put_off_to(period: str) -> str:
    """Return the topic of what was put off to a period."""
    return f"to:{period}"


def _topics(event: AnyEvent, number: int) -> Iterator[str]:
    naming = isinstance(event, _NAMING)
    for name in names(event):
        if name[:1] in FOLLOWED:
            yield name
        elif naming:
            yield called(name)
    if isinstance(event, OF_THE_COUNCIL):
        yield COUNCIL
    if isinstance(event, _COURSE) and event.meeting is not None:
        yield course_of(event.meeting)
    if isinstance(event, MeetingScheduled | MeetingRescheduled):
        yield event.date
        if isinstance(event, MeetingScheduled):
            yield course_of(made_by(MeetingId, number))
    elif isinstance(event, MinutesApproved) and event.of is not None:
        yield approved_of(event.of)
    elif isinstance(event, ItemPostponed) and event.to_date is not None:
        yield put_off_to(event.to_date)
    elif isinstance(event, ItemContinued) and event.to_period is not None:
        yield put_off_to(event.to_period)

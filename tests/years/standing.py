"""The items that every meeting has: its agenda, the minutes before, who leads, the next meeting, any other business."""

from collections.abc import Iterator

from events.catalogue import (
    AgendaApproved,
    Authority,
    AuthorityKind,
    CouncilKind,
    DecisionOutcome,
    EntryCorrected,
    ItemDecided,
    ItemNoted,
    LateItemRefused,
    MemberWelcomed,
    MinutesApproved,
    NoteWritten,
    NothingRaised,
    OfficerElected,
)
from events.catalogue import Office as OfficeName
from events.ids import PersonId
from governance.danish.dates import spoken_date, spoken_weekday
from tests.years.agenda import Planned
from tests.years.calendar import Occasion
from tests.years.late import takes_up_late
from tests.years.sitting import Sitting
from tests.years.voting import election


def approves_agenda(sitting: Sitting, item: Planned) -> None:
    """Approve the agenda, welcome who is new, refuse what comes too late."""
    for person in sitting.life.welcome(sitting.present):
        sitting.tell(MemberWelcomed(meeting=sitting.meeting, person=person))
    if sitting.rng.random() < 0.03:
        title = sitting.rng.choice(sitting.life.titles)
        sitting.tell(LateItemRefused(meeting=sitting.meeting, title=title, proposed_by=sitting.someone()))
    changed = takes_up_late(sitting.life, sitting)
    sitting.tell(AgendaApproved(meeting=sitting.meeting, item=item.id, changed=changed))


def approves_minutes(sitting: Sitting, item: Planned) -> None:
    """Approve the minutes that wait for it, now and then with a correction."""
    for waiting in sitting.life.waiting(sitting.occasion):
        corrections = _corrected(sitting, waiting) if sitting.rng.random() < 0.05 else ()
        approval = MinutesApproved(
            meeting=sitting.meeting, of=waiting.day.isoformat(), item=item.id, corrections=corrections
        )
        sitting.tell(approval)


def _corrected(sitting: Sitting, waiting: Occasion) -> tuple[int, ...]:
    written = sitting.life.notes.get(waiting.day)
    if written is None:
        return ()
    number, note = written
    replacement = NoteWritten(
        meeting=note.meeting, item=note.item, text=f"{(note.text or '').rstrip('.')}, som ønsket."
    )
    authority = Authority(kind=AuthorityKind.MEETING, meeting=sitting.meeting)
    return (
        sitting.ledger.tell(
            EntryCorrected(entry=number, replacement=replacement, reason="Upræcist gengivet", authority=authority)
        ),
    )


def elects_leader(sitting: Sitting, item: Planned) -> None:
    """Elect who leads the meeting."""
    sitting.elects_leader(item)


def elects_officers(sitting: Sitting, item: Planned) -> None:
    """Elect the chair and the vice chair, and the treasurer of an association: of those who stay for the year."""
    assert item.id is not None
    people, until = sitting.people, sitting.life.term_ends(sitting.day)
    for office, candidates in _candidates(sitting):
        person = sitting.rng.choice(candidates)
        if office is OfficeName.CHAIR:
            election(sitting, item.id)
        event = OfficerElected(
            person=person,
            office=office,
            meeting=sitting.meeting,
            item=item.id,
            until=until.isoformat() if until else None,
        )
        sitting.tell(event)
        people.officers[office] = person
    sitting.tell(ItemDecided(item=item.id, outcome=DecisionOutcome.ELECTED))


def _candidates(sitting: Sitting) -> Iterator[tuple[OfficeName, list[PersonId]]]:
    """Return the offices to fill, each with who may: chair and vice chair are not up for election in the same year, nor
    from the same side of a disability council.
    """
    here = {seat.person for seat in sitting.room}
    seats = [seat for seat in sitting.people.seats if seat.votes]
    one, other = seats[0::2], seats[1::2]
    if sitting.life.body.kind is CouncilKind.DISABILITY_COUNCIL:
        one = [seat for seat in seats if seat.organisation]
        other = [seat for seat in seats if seat.party]
    if sitting.life.body.kind is CouncilKind.ASSOCIATION_BOARD:
        wanted = {OfficeName.CHAIR: one, OfficeName.VICE_CHAIR: other, OfficeName.TREASURER: seats[2:4]}
    else:
        wanted = {OfficeName.CHAIR: one, OfficeName.VICE_CHAIR: other}
    taken: set[PersonId] = set(sitting.people.officers.values())
    for office, candidates in wanted.items():
        may = [seat.person for seat in candidates if seat.person in here and seat.person not in taken]
        if office not in sitting.people.officers and may:
            yield office, may
            taken.add(sitting.people.officers[office])


def plans_year(sitting: Sitting, item: Planned) -> None:
    """Decide when the meetings of the next year are."""
    assert item.id is not None
    for occasion in sitting.life.planned_in(sitting.day.year + 1):
        sitting.life.schedules(occasion, agreed_in=item.id)
    sitting.tell(ItemDecided(item=item.id, outcome=DecisionOutcome.APPROVED))


def next_meeting(sitting: Sitting, item: Planned) -> None:
    """Say when the next meeting is."""
    following = sitting.life.following(sitting.occasion)
    text = "Dagen for det næste møde meldes ud senere."
    if following is not None and following.id is not None:
        day = following.day
        text = f"Næste møde holdes {spoken_weekday(day.isoformat())} d. {spoken_date(day.isoformat())}."
    sitting.tell(NoteWritten(meeting=sitting.meeting, item=item.id, text=text))


def any_other_business(sitting: Sitting, item: Planned) -> None:
    """Mostly nothing is raised; else a note is made."""
    assert item.id is not None
    if sitting.rng.random() < 0.7:
        sitting.tell(NothingRaised(item=item.id))
    else:
        sitting.life.note(sitting, item)
        sitting.tell(ItemNoted(item=item.id))

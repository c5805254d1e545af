"""A meeting from its agenda to its signed minutes, each step on its day."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from hashlib import sha256
from typing import TYPE_CHECKING

from events.catalogue import (
    AgendaSent,
    ApprovalForm,
    ApprovalRule,
    AttendanceStatus,
    CouncilKind,
    ItemDecided,
    MeetingCalled,
    MeetingCancelled,
    MeetingForm,
    MeetingKind,
    MeetingRescheduled,
    MinutesApproved,
    MinutesIssued,
    MinutesSigned,
    RemarkRecorded,
    SignerRule,
)
from events.ids import PersonId
from events.moments import ClockTime
from tests.years import keeping
from tests.years.agenda import Planned
from tests.years.calendar import Fate, Occasion
from tests.years.drafting import drafted
from tests.years.sitting import Sitting

if TYPE_CHECKING:
    from tests.years.life import Life

_GENERAL = 24, 20
_LEADS = {
    CouncilKind.MUNICIPAL_COUNCIL: (14, 12),
    CouncilKind.COMMITTEE: (14, 12),
    CouncilKind.ASSOCIATION_BOARD: (12, 10),
}
_ADVISORY = 19, 13
"""How many days before a meeting the agenda is drafted, and sent: enough by all the rules that the bodies have."""


def look_ahead(life: "Life", occasion: Occasion) -> None:
    """Put the steps of a meeting into the diary."""
    draft, send = _GENERAL if occasion.general else _LEADS.get(life.body.kind, _ADVISORY)
    if occasion.fate is Fate.CANCELLED:
        life.at(occasion.day - timedelta(days=draft + 2), partial(_cancelled, life, occasion))
        return
    life.at(occasion.day - timedelta(days=draft), partial(_drafted, life, occasion, send))


def _cancelled(life: "Life", occasion: Occasion) -> None:
    if occasion.id is None:
        life.schedules(occasion)
    assert occasion.id is not None
    life.ledger.tell(MeetingCancelled(meeting=occasion.id, reason="Der er for få sager"))


def _drafted(life: "Life", occasion: Occasion, send: int) -> None:
    if occasion.id is None:
        life.schedules(occasion)
    assert occasion.id is not None
    if occasion.fate is Fate.MOVED:
        moved = MeetingRescheduled(meeting=occasion.id, date=occasion.day.isoformat(), start=ClockTime(occasion.start))
        life.ledger.tell(moved, occasion.day - timedelta(days=send + 1))
    items = drafted(life, occasion)
    life.at(occasion.day - timedelta(days=send), partial(_sent, life, occasion))
    life.at(occasion.day, partial(_held, life, occasion, items))


def _sent(life: "Life", occasion: Occasion) -> None:
    assert occasion.id is not None
    day = date.fromisoformat(life.ledger.book.today())
    demanding: tuple[PersonId, ...] = ()
    if occasion.kind is MeetingKind.EXTRAORDINARY:
        seats = life.people.seats
        demanding = tuple(seat.person for seat in seats[: -(-len(seats) // 3)])
    life.ledger.tell(AgendaSent(meeting=occasion.id), day)
    life.ledger.tell(MeetingCalled(meeting=occasion.id, demanded_by=demanding), day)
    keeping.attaches(life, occasion, day)


def _held(life: "Life", occasion: Occasion, items: list[Planned]) -> None:
    sitting = Sitting(life, occasion)
    sitting.opens(len(items))
    sitting.goes_through(items)
    through = sitting.closes()
    issued = occasion.day + timedelta(days=life.rng.randint(2, 4))
    life.at(issued, partial(_issued, life, sitting, through, issued))


def _issued(life: "Life", sitting: Sitting, through: int, day: date) -> None:
    digest = sha256(f"{life.body.book} {sitting.day}".encode()).hexdigest()
    life.tell(MinutesIssued(meeting=sitting.meeting, through=through, document_sha256=digest), day)
    life.at(day + timedelta(days=2), partial(_signed, life, sitting, day + timedelta(days=2)))
    rule = sitting.rules.approval
    if rule is ApprovalRule.SILENCE:
        _approved_later(
            life, sitting, ApprovalForm.SILENCE, day + timedelta(days=(sitting.rules.silence_days or 0) + 2)
        )
    elif rule in (ApprovalRule.WRITTEN, ApprovalRule.EACH_MEMBER):
        _approved_later(life, sitting, ApprovalForm.WRITTEN, day + timedelta(days=5))
    else:
        life.awaits(sitting.occasion)
    if life.rng.random() < 0.04:
        _remarked(life, sitting)


def _approved_later(life: "Life", sitting: Sitting, how: ApprovalForm, day: date) -> None:
    life.at(day, lambda: life.tell(MinutesApproved(of=sitting.day.isoformat(), how=how), day))


def _remarked(life: "Life", sitting: Sitting) -> None:
    decided = [
        entry.number for entry in life.ledger.entries[sitting.first - 1 :] if isinstance(entry.event, ItemDecided)
    ]
    if decided:
        remark = life.ledger.tell(RemarkRecorded(entry=life.rng.choice(decided), text="Se også sagens bilag."))
        keeping.erases_in_time(life, remark, date.fromisoformat(life.ledger.book.today()))


def _signed(life: "Life", sitting: Sitting, day: date) -> None:
    reservation = "Tog forbehold for gengivelsen af drøftelsen" if life.rng.random() < 0.03 else None
    for person in signers(sitting):
        life.tell(MinutesSigned(meeting=sitting.meeting, person=person, reservation=reservation), day)
        reservation = None


def signers(sitting: Sitting) -> list[PersonId]:
    """Return who signs the minutes of a meeting, by the rules of its day."""
    attached = {seat.person for seat in sitting.people.seats if not seat.votes}
    attendance = sitting.ledger.fold.meeting(sitting.meeting).attendance
    chair = sitting.chair
    wanted: dict[SignerRule | None, Callable[[], list[PersonId | None]]] = {
        SignerRule.ALL_PRESENT: lambda: [
            person
            for person, status in attendance.items()
            if status is AttendanceStatus.PRESENT and person not in attached
        ],
        SignerRule.CHAIR: lambda: [chair],
        SignerRule.CHAIR_AND_SECRETARY: lambda: [chair, sitting.people.secretary],
        SignerRule.DIRIGENT: lambda: [sitting.presiding],
        SignerRule.DIRIGENT_AND_CHAIR: lambda: [sitting.presiding, chair],
        SignerRule.REFERENT: lambda: [sitting.people.secretary],
    }
    if sitting.occasion.form is MeetingForm.WRITTEN or sitting.rules.signers not in wanted:
        return []
    return [person for person in wanted[sitting.rules.signers]() if person is not None]

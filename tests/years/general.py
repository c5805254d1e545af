"""The general meeting of an association: a dirigent, reports, proposals, and elections to the board."""

from typing import TYPE_CHECKING

from events.catalogue import (
    CasePresented,
    DecisionOutcome,
    ItemDecided,
    ItemKind,
    ItemNoted,
    MeetingKind,
    NoteWritten,
    Office,
    OfficerElected,
)
from tests.years import matters, standing
from tests.years.agenda import Planned
from tests.years.calendar import Occasion
from tests.years.sitting import Sitting

if TYPE_CHECKING:
    from tests.years.life import Life


def items(life: "Life", occasion: Occasion) -> list[Planned]:
    """Return what a general meeting deals with; an extraordinary one only decides on the end of the association."""
    start = [Planned("Valg af dirigent", standing.elects_leader, ItemKind.ELECTION, standing=True)]
    if life.waiting(occasion, take=False):
        start.append(Planned("Godkendelse af referat", standing.approves_minutes, ItemKind.APPROVAL, standing=True))
    if occasion.kind is MeetingKind.EXTRAORDINARY_GENERAL_MEETING:
        return [*start, Planned("Foreningens opløsning", matters.voted, ItemKind.DECISION)]
    return [
        *start,
        Planned("Valg af stemmetællere", elects_tellers, ItemKind.ELECTION),
        Planned("Bestyrelsens beretning", hears_report, ItemKind.INFORMATION),
        Planned("Godkendelse af regnskab", matters.voted, ItemKind.APPROVAL),
        Planned("Fastsættelse af kontingent", matters.voted, ItemKind.DECISION),
        Planned("Valg til bestyrelsen", elects_board, ItemKind.ELECTION),
        Planned("Valg af revisor", elects_auditor, ItemKind.ELECTION),
        Planned("Eventuelt", standing.any_other_business, ItemKind.ANY_OTHER_BUSINESS, standing=True),
    ]


def elects_tellers(sitting: Sitting, item: Planned) -> None:
    """Elect who counts the votes, for the day."""
    assert item.id is not None
    day = sitting.day.isoformat()
    event = OfficerElected(
        person=sitting.people.officials[1], office=Office.TELLER, meeting=sitting.meeting, item=item.id, until=day
    )
    sitting.tell(event)
    sitting.tell(ItemDecided(item=item.id, outcome=DecisionOutcome.ELECTED))


def hears_report(sitting: Sitting, item: Planned) -> None:
    """Hear the report of the board."""
    assert item.id is not None
    chair = sitting.people.officers.get(Office.CHAIR)
    count = sitting.rng.randint(70, 90)
    sitting.tell(
        NoteWritten(meeting=sitting.meeting, item=item.id, text=f"Der var {count} stemmeberettigede til stede.")
    )
    sitting.tell(CasePresented(item=item.id, person=chair))
    sitting.tell(ItemNoted(item=item.id))


def elects_board(sitting: Sitting, item: Planned) -> None:
    """Elect half of the board, who take their seats on the next day."""
    assert item.id is not None
    for seat, _ in sitting.people.general_election(sitting.day):
        event = OfficerElected(person=seat.person, office=Office.BOARD_MEMBER, meeting=sitting.meeting, item=item.id)
        sitting.ledger.tell(event, sitting.next_day)
        sitting.people.board.add(seat.person)
    sitting.tell(ItemDecided(item=item.id, outcome=DecisionOutcome.ELECTED))


def elects_auditor(sitting: Sitting, item: Planned) -> None:
    """Elect the auditor."""
    assert item.id is not None
    auditor = sitting.people.officials[0]
    event = OfficerElected(person=auditor, office=Office.AUDITOR, meeting=sitting.meeting, item=item.id)
    sitting.tell(event)
    sitting.tell(ItemDecided(item=item.id, outcome=DecisionOutcome.ELECTED))

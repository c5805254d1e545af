"""What a body does with its matters: it hears, debates, votes, passes on, puts off, and comes back to them."""

from events.catalogue import (
    AgendaItemWithdrawn,
    AmendmentMoved,
    AttendanceRecorded,
    AttendanceStatus,
    CasePresented,
    DecisionOutcome,
    DisqualificationDecided,
    DisqualificationRaised,
    DissentEntered,
    GuestAttended,
    GuestRole,
    ItemContinued,
    ItemDecided,
    ItemDiscussed,
    ItemNoted,
    ItemPostponed,
    ItemRecommended,
    ItemReopened,
    ItemSentBack,
    MeetingInterrupted,
    MeetingResumed,
    MemberArrived,
    MemberLeft,
    NamedVote,
    ProposalMade,
    StandInCalled,
    StandInRule,
    StatementEntered,
    VoteChoice,
    VoteHeld,
    VoteMethod,
)
from events.ids import ItemId, ProposalId
from events.moments import Period
from tests.years.agenda import Doing, Planned
from tests.years.people import Seat
from tests.years.sitting import Sitting
from tests.years.voting import vote
from tests.years.words import AMENDMENTS, DISSENTS, PROPOSALS, REASONS, STATEMENTS


def _id(item: Planned) -> ItemId:
    assert item.id is not None
    return item.id


def informed(sitting: Sitting, item: Planned) -> None:
    """Hear of a matter and take note of it."""
    if sitting.rng.random() < 0.5:
        sitting.tell(CasePresented(item=_id(item), person=item.presenter))
    sitting.tell(ItemNoted(item=_id(item)))


def discussed(sitting: Sitting, item: Planned) -> None:
    """Discuss a matter without a decision."""
    sitting.life.note(sitting, item)
    sitting.tell(ItemDiscussed(item=_id(item)))


def approved(sitting: Sitting, item: Planned) -> None:
    """Approve what is put, all agreeing."""
    if sitting.rng.random() < 0.3:
        sitting.life.note(sitting, item)
    sitting.tell(ItemDecided(item=_id(item), outcome=DecisionOutcome.APPROVED))


def voted(sitting: Sitting, item: Planned) -> None:
    """Put a proposal, change it perhaps, and vote."""
    _presented_by_guest(sitting, item)
    proposal = sitting.ledger.make(
        ProposalId,
        ProposalMade(item=_id(item), proposal=sitting.rng.choice(PROPOSALS), proposed_by=sitting.someone()),
        sitting.day,
    )
    if sitting.rng.random() < 0.25:
        amendment = AmendmentMoved(
            item=_id(item), amendment=sitting.rng.choice(AMENDMENTS), to=proposal, proposed_by=sitting.someone()
        )
        vote(sitting, _id(item), sitting.ledger.make(ProposalId, amendment, sitting.day))
    adopted, outvoted = vote(sitting, _id(item), proposal)
    if outvoted and sitting.rng.random() < 0.3:
        dissent = sitting.rng.choice(DISSENTS)
        sitting.tell(DissentEntered(item=_id(item), person=outvoted[0], dissent=dissent))
    if sitting.rng.random() < 0.1:
        said = sitting.rng.choice(STATEMENTS)
        sitting.tell(StatementEntered(item=_id(item), person=sitting.someone(), statement=said))
    outcome = DecisionOutcome.DECIDED if adopted else DecisionOutcome.REJECTED
    sitting.tell(ItemDecided(item=_id(item), outcome=outcome))


def _presented_by_guest(sitting: Sitting, item: Planned) -> None:
    if sitting.rng.random() < 0.3:
        guest = sitting.people.officials[2]
        sitting.tell(GuestAttended(meeting=sitting.meeting, person=guest, role=GuestRole.PRESENTER, item=item.id))
        sitting.tell(CasePresented(item=_id(item), person=guest))


def recommended(sitting: Sitting, item: Planned) -> None:
    """Recommend to another body what to decide."""
    sitting.tell(ItemRecommended(item=_id(item), body=sitting.rng.choice(sitting.life.bodies)))


def sent_back(sitting: Sitting, item: Planned) -> None:
    """Send a matter back to whom it came from."""
    body, reason = sitting.rng.choice(sitting.life.bodies), sitting.rng.choice(REASONS)
    sitting.tell(ItemSentBack(item=_id(item), body=body, reason=reason))


def postponed(sitting: Sitting, item: Planned) -> None:
    """Put a matter off to the next meeting, where it is dealt with."""
    following = sitting.life.can_return(sitting.occasion)
    if following is None:
        approved(sitting, item)
        return
    named = following.id is not None and sitting.rng.random() < 0.6
    sitting.tell(
        ItemPostponed(
            item=_id(item),
            to_meeting=following.id if named else None,
            until=None if named else "næste møde",
            reason=sitting.rng.choice(REASONS),
        )
    )
    sitting.life.returning.append(item.again(sitting.rng.choice((approved, voted, postponed))))


def continued(sitting: Sitting, item: Planned) -> None:
    """Go on with a matter at the next meeting."""
    following = sitting.life.can_return(sitting.occasion)
    if following is None:
        discussed(sitting, item)
        return
    period = None if following.id is not None else Period(following.day.isoformat()[:7])
    sitting.tell(ItemContinued(item=_id(item), to_meeting=following.id, to_period=period))
    sitting.life.returning.append(item.again(discussed))


def withdrawn(sitting: Sitting, item: Planned) -> None:
    """Take an item off the agenda."""
    sitting.tell(AgendaItemWithdrawn(item=_id(item), reason=sitting.rng.choice(REASONS)))


def interrupted(sitting: Sitting, item: Planned) -> None:
    """Break off for a while under an item, and come back to the one before."""
    if not sitting.timed:
        approved(sitting, item)
        return
    sitting.tell(MeetingInterrupted(meeting=sitting.meeting, item=item.id), sitting.now(5))
    sitting.tell(MeetingResumed(meeting=sitting.meeting, item=item.id), sitting.now(10))
    approved(sitting, item)


def reopened(sitting: Sitting, item: Planned) -> None:
    """Come back to a matter that was dealt with already."""
    discussed(sitting, item)
    sitting.tell(ItemReopened(item=_id(item)), sitting.now(5) if sitting.timed else None)
    sitting.tell(ItemNoted(item=_id(item)))


def inhabil(sitting: Sitting, item: Planned) -> None:
    """Decide whether a member is inhabil; where that is the rule, the first stand-in comes in for the item."""
    may = [seat for seat in sitting.voters() if seat in sitting.people.seats and not sitting.people.is_officer(seat)]
    if len(may) < 5:
        approved(sitting, item)
        return
    member = sitting.rng.choice(may)
    is_so = sitting.rng.random() < 0.8
    reason = "medlemmet har en personlig interesse i sagen"
    sitting.tell(DisqualificationRaised(item=_id(item), person=member.person, reason=reason))
    sitting.tell(DisqualificationDecided(item=_id(item), person=member.person, disqualified=is_so))
    called = None
    if is_so:
        sitting.inhabil.add(member.person)
        called = _called_for_item(sitting, item, member)
    voted(sitting, item)
    if called is not None:
        sitting.room.remove(called)


def _called_for_item(sitting: Sitting, item: Planned, member: Seat) -> Seat | None:
    called = sitting.people.first_free(member)
    if sitting.rules.stand_in is not StandInRule.EACH_MEETING or called is None:
        return None
    if sitting.ledger.fold.meeting(sitting.meeting).attendance.get(called.person) is not None:
        return None
    meeting, person = sitting.meeting, called.person
    sitting.tell(StandInCalled(person=person, member=member.person, meeting=meeting, item=item.id))
    sitting.tell(AttendanceRecorded(meeting=meeting, person=person, status=AttendanceStatus.PRESENT))
    sitting.tell(MemberArrived(meeting=meeting, person=person, item=item.id))
    sitting.tell(MemberLeft(meeting=meeting, person=person, item=item.id))
    sitting.room.append(called)
    return called


def by_letter(sitting: Sitting, item: Planned) -> None:
    """Decide in written procedure: every member answers."""
    named = tuple(NamedVote(person=seat.person, choice=VoteChoice.FOR) for seat in sitting.people.voting())
    sitting.tell(VoteHeld(item=_id(item), adopted=True, method=VoteMethod.WRITTEN, named=named))
    sitting.tell(ItemDecided(item=_id(item), outcome=DecisionOutcome.APPROVED))


USUAL: tuple[tuple[Doing, int], ...] = (
    (informed, 20),
    (discussed, 12),
    (approved, 24),
    (voted, 10),
    (recommended, 4),
    (sent_back, 1),
    (postponed, 3),
    (continued, 2),
    (withdrawn, 1),
    (interrupted, 1),
    (reopened, 1),
    (inhabil, 1),
)
"""What becomes of a matter, and how often."""

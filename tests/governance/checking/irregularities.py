"""Twenty irregularities, one of each kind, that can be planted in a regular book of an integration council."""

from collections.abc import Callable
from datetime import date, timedelta

from msgspec.structs import replace

from events.catalogue import (
    AgendaItemAdded,
    AgendaSent,
    AnswerReceived,
    ApprovalForm,
    AttendanceRecorded,
    AttendanceStatus,
    DecisionOutcome,
    DisqualificationDecided,
    DissentEntered,
    ItemDecided,
    ItemPostponed,
    LateItemAccepted,
    LeaveEnded,
    LeaveGranted,
    MeetingCalled,
    MeetingClosed,
    MeetingKind,
    MeetingOpened,
    MemberAppointed,
    MemberLeft,
    MembershipEnded,
    MinutesApproved,
    MinutesIssued,
    NoteWritten,
    OrdstyrerElected,
    RulesAdopted,
    StandInCalled,
    TaskChanged,
    TaskCompleted,
    VoteChoice,
    VoteHeld,
    VoteMethod,
)
from events.ids import ItemId, PersonId, made_by
from governance.checking.proceedings import Proceedings
from governance.danish.dates import WEEKDAYS
from governance.state.fold import Meeting
from governance.state.publishing.offices import offices, stand_ins
from governance.state.publishing.people import is_member
from governance.state.terms import lasts
from tests.governance.checking.planting import Garden, Planted


def quorum_lost(garden: Garden) -> Planted:
    """Most of the members leave after an item, and the others go on deciding."""
    proceedings = Proceedings(garden.fold, garden.entries)
    for meeting in garden.free():
        items = meeting.items
        last = items[len(items) // 2]
        later = [entry for entry in proceedings.decisions(meeting) if _place(meeting, entry.event) > len(items) // 2]
        members = [one for one in garden.present(meeting) if one != meeting.ordstyrer]
        plain = later and all(isinstance(entry.event, ItemDecided) for entry in later)
        if plain and not meeting.moves and not meeting.movements and len(members) > 6:
            garden.take(meeting)
            for person in members[:6]:
                garden.adds(MemberLeft(meeting=meeting.id, person=person, item=last))
            return Planted("no-quorum", meeting.id, [entry.number for entry in later])
    raise LookupError


def _place(meeting: Meeting, event: object) -> int:
    return meeting.items.index(event.item) if getattr(event, "item", None) in meeting.items else -1  # type: ignore[attr-defined]


def short_notice(garden: Garden) -> Planted:
    """The notice and the agenda go out three days before the meeting."""
    meeting = garden.take(next(one for one in garden.free() if one.kind is MeetingKind.ORDINARY))
    day = (date.fromisoformat(meeting.date) - timedelta(days=3)).isoformat()
    sent, called = garden.first(AgendaSent, meeting), garden.first(MeetingCalled, meeting)
    for entry in (sent, called):
        garden.corrects(entry, entry.event, day)
    return Planted("notice-too-short", meeting.id, [sent.number, called.number])


def minutes_not_approved(garden: Garden) -> Planted:
    """The next meeting does not approve the minutes."""
    entry, approval, there = next(
        (entry, said, there)
        for entry, said, there in garden.of(MinutesApproved)
        if sum(held.event.meeting == there.id for held in garden.entries if isinstance(held.event, MinutesApproved))
        == 1
        and there in garden.free()
    )
    garden.take(there)
    of = next(one for one in garden.held() if one.date == approval.of)
    garden.strikes(entry)
    closed, issued = garden.first(MeetingClosed, there), garden.first(MinutesIssued, of)
    return Planted("minutes-not-approved", there.id, [closed.number, issued.number])


def absent_held_to_be_inhabil(garden: Garden) -> Planted:
    """It is decided of a member who sent an apology."""
    meeting, person = next(
        (one, person)
        for one in garden.free()
        for person, status in one.attendance.items()
        if status is AttendanceStatus.APOLOGY
    )
    garden.take(meeting)
    number = garden.adds(DisqualificationDecided(item=meeting.items[-1], person=person, disqualified=True))
    return Planted("absent-disqualified", meeting.id, [number])


def below_the_legal_minimum(garden: Garden) -> Planted:
    """Between two meetings so many leave that fewer than seven are left, until others follow."""
    day, back = "2023-06-20", "2023-06-30"
    in_office = {held.person for held in offices(garden.fold) if lasts(held.from_, held.until, held.to, day)}
    leaving = [one for one in _members(garden, day) if one not in in_office][:4]
    numbers = [garden.adds(MembershipEnded(person=person), day) for person in leaving]
    for person in leaving:
        garden.adds(MemberAppointed(person=person, until="2025-12-31"), back)
    return Planted("too-few-members", None, numbers)


def _members(garden: Garden, day: str) -> list[PersonId]:
    return [
        person
        for person, facts in garden.fold.memberships.items()
        if is_member(facts, day, garden.fold.reappointments.get(person, ()))
        and all(getattr(fact.said, "votes", True) for fact in facts)
    ]


def stand_in_out_of_order(garden: Garden) -> Planted:
    """While a member is on leave the second on the list is called in."""
    day, back = "2024-06-20", "2024-06-30"
    listed = [one for one in stand_ins(garden.fold) if lasts(one.from_, None, one.to, day)]
    second = next(one for one in listed if one.position == 2 and _is_first_free(listed, one.of))
    member = next(one for one in _members(garden, day) if _list_of(garden, one) == second.of)
    garden.adds(LeaveGranted(person=member), day)
    number = garden.adds(StandInCalled(person=second.person, member=member), day)  # type: ignore[arg-type]
    garden.adds(LeaveEnded(person=member), back)
    return Planted("stand-in-out-of-order", None, [number])


def _is_first_free(listed: list, of: str | None) -> bool:  # type: ignore[type-arg]
    return any(one.of == of and one.position == 1 for one in listed)


def _list_of(garden: Garden, member: PersonId) -> str | None:
    said = [fact.said for fact in garden.fold.memberships[member] if isinstance(fact.said, MemberAppointed)]
    return said[-1].party or said[-1].organisation


def vote_that_does_not_add_up(garden: Garden) -> Planted:
    """One vote more is counted than members are named."""
    entry, vote, meeting = _by_name(garden)
    garden.corrects(entry, replace(vote, votes_for=(vote.votes_for or 0) + 1, text=None))
    return Planted("vote-does-not-add-up", garden.take(meeting).id, [entry.number])


def _by_name(garden: Garden, *choices: VoteChoice) -> tuple:  # type: ignore[type-arg]
    """Return a vote by name that was the only one under its item, at which somebody voted so."""
    return next(
        (entry, vote, meeting)
        for entry, vote, meeting in garden.of(VoteHeld)
        if vote.method is VoteMethod.ROLL_CALL
        and len(garden.votes(vote.item)) == 1
        and meeting in garden.free()
        and set(choices) <= {held.choice for held in vote.named}
        and not any(isinstance(one.event, DissentEntered) for one in garden.under(vote.item))
    )


def carried_against_the_majority(garden: Garden) -> Planted:
    """A proposal is announced as adopted that most voted against."""
    entry, vote, meeting = next(
        (entry, vote, meeting)
        for entry, vote, meeting in garden.of(VoteHeld)
        if (vote.votes_for or 0) < (vote.votes_against or 0) and meeting in garden.free()
    )
    garden.corrects(entry, replace(vote, adopted=True, text=None))
    return Planted("adopted-without-majority", garden.take(meeting).id, [entry.number])


def decided_off_the_agenda(garden: Garden) -> Planted:
    """Something is decided that was not on the agenda, and that nobody took up as a late item."""
    meeting = next(one for one in garden.free() if not any(garden.fold.items[item].closed for item in one.items))
    garden.take(meeting)
    placed = garden.adds(AgendaItemAdded(meeting=meeting.id, title="Indkøb af nye stole"))
    decided = garden.adds(ItemDecided(item=made_by(ItemId, placed)))
    return Planted("decided-off-agenda", meeting.id, [decided, placed, garden.first(AgendaSent, meeting).number])


def never_came_back(garden: Garden) -> Planted:
    """A matter is put off to the next meeting, and nobody thinks of it again."""
    entry, decided, meeting = next(
        (entry, decided, meeting)
        for entry, decided, meeting in garden.of(ItemDecided)
        if decided.outcome is DecisionOutcome.APPROVED and meeting in garden.free() and _is_alone(garden, decided.item)
    )
    garden.corrects(entry, ItemPostponed(item=decided.item, until="næste møde"))
    return Planted("postponed-never-back", garden.take(meeting).id, [entry.number])


def _is_alone(garden: Garden, item: ItemId) -> bool:
    """Tell whether an item is the only one of its matter, and nothing but its decision was recorded under it."""
    matter = garden.fold.items[item].matter
    same = [one for one in garden.fold.items.values() if one.matter == matter]
    return matter is not None and len(same) == 1 and len(garden.under(item)) == 1


def answer_overdue(garden: Garden) -> Planted:
    """An answer that was due never came."""
    for entry in garden.entries:
        if isinstance(entry.event, AnswerReceived):
            dispatch = garden.fold.dispatches[entry.event.dispatch]
            if dispatch.sent is not None and dispatch.sent.answer_due is not None:
                meeting = garden.fold.meeting_of(dispatch.sent.item)
                garden.strikes(entry)
                return Planted("answer-overdue", meeting and meeting.id, [int(entry.event.dispatch[1:])])
    raise LookupError


def task_overdue(garden: Garden) -> Planted:
    """A task is never done."""
    changed = {entry.event.task for entry in garden.entries if isinstance(entry.event, TaskChanged)}
    for entry in garden.entries:
        event = entry.event
        if isinstance(event, TaskCompleted) and event.item is None and event.task not in changed:
            agreed = garden.fold.tasks[event.task].agreed
            meeting = garden.fold.meeting_of(agreed.item) if agreed is not None else None
            garden.strikes(entry)
            return Planted("task-overdue", meeting and meeting.id, [int(event.task[1:])])
    raise LookupError


def acted_early(garden: Garden) -> Planted:
    """A member sits at a meeting before the appointment takes effect."""
    for entry in garden.entries:
        event = entry.event
        if not isinstance(event, MemberAppointed) or not event.votes or (entry.effective or "") < "2015":
            continue
        meeting = next(one for one in garden.held() if one.date >= (entry.effective or ""))
        attended = meeting.attendance.get(event.person) is AttendanceStatus.PRESENT
        if meeting not in garden.free() or not attended or _does_more(garden, meeting, event.person):
            continue
        garden.take(meeting)
        day = (date.fromisoformat(meeting.date) + timedelta(days=3)).isoformat()
        garden.corrects(entry, event, day)
        numbers = [
            one.number
            for one in garden.entries
            if isinstance(one.event, AttendanceRecorded)
            and (one.event.meeting, one.event.person) == (meeting.id, event.person)
        ]
        return Planted("acted-before-appointment", meeting.id, [*numbers, entry.number])
    raise LookupError


def _does_more(garden: Garden, meeting: Meeting, person: PersonId) -> bool:
    """Tell whether votes were counted at a meeting, or a person did more there than attend."""
    acts = [entry.event for entry in garden.entries if garden.meeting_of(entry.event) is meeting]
    counted = any(isinstance(event, VoteHeld) and not event.unanimous for event in acts)
    named = (getattr(event, name, None) == person for event in acts for name in ("person", "proposed_by"))
    return counted or meeting.kind is MeetingKind.INAUGURAL or sum(named) > 1


def too_few_meetings(garden: Garden) -> Planted:
    """The council promises nine meetings in a year, and holds fewer."""
    last = [fact.said for fact in garden.fold.rules if (fact.day or "") < "2019"][-1]
    garden.adds(RulesAdopted(title="Mål for 2019", rules=replace(last.rules, meetings_a_year=9)), "2019-12-30")
    garden.adds(RulesAdopted(title=last.title, rules=last.rules), "2020-01-01")
    held = [one for one in garden.held() if one.date.startswith("2019")]
    return Planted("too-few-meetings", None, [garden.first(MeetingOpened, one).number for one in held])


def wrong_weekday(garden: Garden) -> Planted:
    """The day of the next meeting is said to be another day of the week."""
    entry, note, meeting = next(
        (entry, note, meeting)
        for entry, note, meeting in garden.of(NoteWritten)
        if "Næste møde holdes" in (note.text or "") and meeting in garden.free()
    )
    said = note.text or ""
    right = next(weekday for weekday in WEEKDAYS if weekday in said)
    garden.corrects(entry, replace(note, text=said.replace(right, "lørdag")))
    return Planted("weekday-disagrees", garden.take(meeting).id, [entry.number])


def late_item_irregularly_taken_up(garden: Garden) -> Planted:
    """An item is taken up late though only one was for it."""
    entry, late, meeting = next(found for found in garden.of(LateItemAccepted) if found[2] in garden.free())
    garden.corrects(entry, replace(late, votes=1, text=None))
    return Planted("late-item-votes", garden.take(meeting).id, [entry.number])


def nobody_leads(garden: Garden) -> Planted:
    """No ordstyrer is elected, though each meeting is to elect one."""
    entry, _, meeting = next(
        found
        for found in garden.of(OrdstyrerElected)
        if found[2] in garden.free() and found[2].kind is MeetingKind.ORDINARY and found[2].date > "2015"
    )
    garden.strikes(entry)
    decided = Proceedings(garden.fold, garden.entries).decisions(garden.take(meeting))
    return Planted("no-ordstyrer", meeting.id, [decided[0].number])


def inhabil_and_voted(garden: Garden) -> Planted:
    """A member votes who was held to be inhabil under the item."""
    entry, vote, meeting = _by_name(garden)
    garden.adds(DisqualificationDecided(item=vote.item, person=vote.named[0].person, disqualified=True))
    return Planted("disqualified-voted", garden.take(meeting).id, [entry.number])


def abstainer_dissents(garden: Garden) -> Planted:
    """A member who abstained has a dissent about the matter itself entered."""
    entry, vote, meeting = _by_name(garden, VoteChoice.ABSTAINED)
    person = next(held.person for held in vote.named if held.choice is VoteChoice.ABSTAINED)
    number = garden.adds(DissentEntered(item=vote.item, person=person, dissent="Forslaget er for dyrt"))
    return Planted("abstainer-dissents", garden.take(meeting).id, [number, entry.number])


def approved_by_silence(garden: Garden) -> Planted:
    """Minutes that a meeting is to approve stand because nobody objected."""
    entry, approval, there = next(
        found for found in garden.of(MinutesApproved) if found[2] in garden.free() and not found[1].corrections
    )
    of = next(one for one in garden.fold.meetings.values() if one.date == approval.of)
    garden.take(there)
    silent = MinutesApproved(of=approval.of, how=ApprovalForm.SILENCE)
    garden.corrects(entry, silent, (date.fromisoformat(there.date) - timedelta(days=1)).isoformat())
    return Planted("minutes-approved-otherwise", of.id, [entry.number])


IRREGULARITIES: tuple[Callable[[Garden], Planted], ...] = (
    quorum_lost,
    short_notice,
    minutes_not_approved,
    absent_held_to_be_inhabil,
    below_the_legal_minimum,
    stand_in_out_of_order,
    vote_that_does_not_add_up,
    carried_against_the_majority,
    decided_off_the_agenda,
    never_came_back,
    answer_overdue,
    task_overdue,
    acted_early,
    too_few_meetings,
    wrong_weekday,
    late_item_irregularly_taken_up,
    nobody_leads,
    inhabil_and_voted,
    abstainer_dissents,
    approved_by_silence,
)

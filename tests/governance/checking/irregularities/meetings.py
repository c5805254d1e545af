"""Irregular meetings: too few there or too few of them, called late, led by nobody, off the agenda, minutes not in order."""

from datetime import date, timedelta

from msgspec.structs import replace

from events.catalogue import (
    AgendaItemAdded,
    AgendaSent,
    ApprovalForm,
    ItemDecided,
    LateItemAccepted,
    MeetingCalled,
    MeetingClosed,
    MeetingKind,
    MeetingOpened,
    MemberLeft,
    MinutesApproved,
    MinutesIssued,
    NoteWritten,
    OrdstyrerElected,
    RulesAdopted,
)
from events.ids import ItemId, made_by
from governance.checking.proceedings import Proceedings
from governance.danish.dates import WEEKDAYS
from governance.state.fold import Meeting
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
            left = [garden.adds(MemberLeft(meeting=meeting.id, person=one, item=last)) for one in members[:6]]
            away = [garden.attended(meeting, one) for one in garden.away(meeting)]
            return Planted("no-quorum", meeting.id, [*(entry.number for entry in later), *left, *sorted(away)])
    raise LookupError


def _place(meeting: Meeting, event: object) -> int:
    return meeting.items.index(event.item) if getattr(event, "item", None) in meeting.items else -1  # type: ignore[attr-defined]


def short_notice(garden: Garden) -> Planted:
    """The agenda goes out three days before the meeting, and no notice before it."""
    meeting = garden.take(next(one for one in garden.free() if one.kind is MeetingKind.ORDINARY))
    day = (date.fromisoformat(meeting.date) - timedelta(days=3)).isoformat()
    sent = garden.first(AgendaSent, meeting)
    garden.corrects(sent, sent.event, day)
    garden.strikes(garden.first(MeetingCalled, meeting))
    return Planted("notice-too-short", meeting.id, [sent.number])


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


def decided_off_the_agenda(garden: Garden) -> Planted:
    """Something is decided that was not on the agenda, and that nobody took up as a late item."""
    meeting = next(one for one in garden.free() if not any(garden.fold.items[item].closed for item in one.items))
    garden.take(meeting)
    placed = garden.adds(AgendaItemAdded(meeting=meeting.id, title="Indkøb af nye stole"))
    decided = garden.adds(ItemDecided(item=made_by(ItemId, placed)))
    return Planted("decided-off-agenda", meeting.id, [decided, placed, garden.first(AgendaSent, meeting).number])


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

"""Who was there, and could vote, when something was done at a meeting."""

from typing import TYPE_CHECKING

import msgspec

from events.catalogue import AttendanceStatus, DisqualificationDecided, MeetingForm, StandInRule
from events.ids import ItemId, PersonId
from governance.checking.proceedings import Coming, Moment, Turning
from governance.checking.seating import may_be_stand_in
from governance.state.fold import Meeting
from governance.state.publishing.agenda import agenda_of
from governance.state.publishing.presence import in_order

if TYPE_CHECKING:
    from governance.checking.examined import Examined


class Room(msgspec.Struct, frozen=True):
    """Who could vote at a moment. Of ``maybe`` the book does not tell whether they were there.

    ``seats`` are those that vote, filled or not; None where it is not known how many there were. ``gone`` are those who
    were at the meeting but not there then: come later, gone already, or inhabil; ``away`` are the other members.
    """

    there: frozenset[PersonId]
    maybe: frozenset[PersonId]
    seats: int | None
    gone: tuple[PersonId, ...]
    away: tuple[PersonId, ...]

    @property
    def most(self) -> int:
        """How many were there at most."""
        return len(self.there) + len(self.maybe)


def people_met(meeting: Meeting) -> bool:
    """Tell whether members met in person, and only they: at a general meeting others vote too."""
    return meeting.form is not MeetingForm.WRITTEN and not meeting.is_general


def is_inhabil(book: "Examined", item: ItemId | None, person: PersonId) -> bool:
    """Tell whether a member was held to be inhabil under an item."""
    held = book.fold.items.get(item) if item is not None else None
    found = held.disqualifications.get(person) if held is not None else None
    return found is not None and found.disqualified is True


def was_there(book: "Examined", meeting: Meeting, person: PersonId, moment: Moment) -> bool | None:
    """Tell whether somebody was at the meeting at a moment; None where the book does not tell."""
    status = meeting.attendance.get(person)
    if status is None:
        return False if book.seating.is_on_leave(person, meeting.date) else None
    if status is not AttendanceStatus.PRESENT:
        return False
    told = book.proceedings.comings(meeting, person)
    if not told:
        return True
    comings = in_order(book.fold, meeting, told)
    there: bool | None = not comings[0].arrived
    for coming in comings:
        happened = _by_then(book, meeting, coming, moment)
        if happened is False:
            break
        there = coming.arrived if happened or coming.arrived is there else None
    return there


def shown_away(book: "Examined", meeting: Meeting, person: PersonId, item: ItemId | None = None) -> list[int]:
    """Return the entries that show why somebody was not in the room: held to be inhabil under the item, an apology or an
    absence, leave, or else the comings and goings.
    """
    if item is not None and is_inhabil(book, item, person):
        return [
            entry.number
            for entry in book.proceedings.under(item)
            if isinstance(entry.event, DisqualificationDecided) and entry.event.person == person
        ]
    attended = book.proceedings.attended(meeting, person)
    if attended is None:
        return book.seating.shown_on_leave(person, meeting.date)
    if meeting.attendance.get(person) is not AttendanceStatus.PRESENT:
        return [attended.number]
    return [coming.number for coming in book.proceedings.comings(meeting, person)]


def room(book: "Examined", meeting: Meeting, moment: Moment) -> Room:
    """Return who could vote at a moment of a meeting."""
    day = meeting.date
    rules = book.rules(day, meeting).values
    seats = book.seating.on(day, continues=rules.continues_until_successor is True)
    stand_ins = _stand_ins(book, meeting, moment) if rules.stand_in is not StandInRule.OBSERVER else {}
    listed = set(meeting.attendance)
    known = not seats.inferred and not seats.maybe and not seats.expired & listed
    members = set(seats.members)
    if not known and meeting.roster:
        called = {called.person for called in book.seating.stand_ins(meeting)}
        members, known = listed - called - seats.attached, True
    there, maybe = set(), set()
    for member in members:
        found = [(one, _votes(book, meeting, one, moment)) for one in (member, *stand_ins.get(member, ()))]
        present = next((one for one, is_there in found if is_there), None)
        if present is not None:
            there.add(present)
        elif any(is_there is None for _, is_there in found):
            maybe.add(member)
    sitting = members | {one for several in stand_ins.values() for one in several}
    missing = sorted(sitting - there - maybe, key=lambda one: int(one[1:]))
    gone = tuple(
        one
        for one in missing
        if meeting.attendance.get(one) is AttendanceStatus.PRESENT and _votes(book, meeting, one, moment) is False
    )
    away = tuple(one for one in missing if one in members and one not in gone)
    count = len(members) - _doubled(book, members, day) if known else None
    return Room(frozenset(there), frozenset(maybe), count, gone, away)


def _votes(book: "Examined", meeting: Meeting, person: PersonId, moment: Moment) -> bool | None:
    return False if is_inhabil(book, moment.item, person) else was_there(book, meeting, person, moment)


def _stand_ins(book: "Examined", meeting: Meeting, moment: Moment) -> dict[PersonId, list[PersonId]]:
    found: dict[PersonId, list[PersonId]] = {}
    for called in book.seating.stand_ins(meeting):
        if called.item in (None, moment.item):
            found.setdefault(called.member, []).append(called.person)
    return found


def _doubled(book: "Examined", members: set[PersonId], day: str) -> int:
    """Return how many members on leave have their seat taken by somebody who was appointed in their place."""
    away = sum(book.seating.is_on_leave(person, day) for person in members)
    if not away:
        return 0
    terms = (book.seating.term(person, day) for person in members)
    return min(away, sum(term is not None and may_be_stand_in(term) for term in terms))


def _by_then(book: "Examined", meeting: Meeting, coming: Coming, moment: Moment) -> bool | None:
    """Tell whether somebody had come or gone by a moment: by time, else by item, else by the order of recording.

    What has but a time, and was recorded before or after all that was done, tells nothing about things without one.
    """
    if coming.time and moment.time and coming.time != moment.time:
        return coming.time < moment.time
    if coming.item is not None and moment.item is not None:
        if coming.item == moment.item:
            return coming.arrived
        return _comes_before(book, meeting, coming.item, moment)
    if coming.time and moment.item is not None:
        opened = _turning_to(book, meeting, moment.item, moment.number)
        if opened is not None and opened.time and coming.time <= opened.time:
            return True
        after = _turning_from(book, meeting, opened) if opened is not None else None
        if after is not None and after.time and after.time <= coming.time:
            return False
    if coming.item is None and not book.proceedings.is_amid(meeting, coming.number):
        return None
    return coming.number < moment.number


def _comes_before(book: "Examined", meeting: Meeting, item: ItemId, moment: Moment) -> bool:
    """Tell whether an item was dealt with before what was done at a moment: as opened, else as on the agenda."""
    assert moment.item is not None
    mine = _turning_to(book, meeting, item, moment.number)
    here = _turning_to(book, meeting, moment.item, moment.number)
    if mine is not None and here is not None:
        timed = mine.time and here.time and mine.time != here.time
        return (mine.time or "") < (here.time or "") if timed else mine.number < here.number
    places = {held.id: place for place, held in enumerate(agenda_of(book.fold, meeting))}
    return places.get(item, 0) < places.get(moment.item, 0)


def _turning_to(book: "Examined", meeting: Meeting, item: ItemId, number: int) -> Turning | None:
    """Return when the meeting turned to an item, the last time before an entry; else the first time."""
    turnings = [turning for turning in book.proceedings.turnings(meeting) if turning.item == item]
    before = [turning for turning in turnings if turning.number < number]
    return before[-1] if before else next(iter(turnings), None)


def _turning_from(book: "Examined", meeting: Meeting, turning: Turning) -> Turning | None:
    later = [other for other in book.proceedings.turnings(meeting) if other.number > turning.number]
    return later[0] if later else None

"""One meeting as it goes: opened, who is there, item after item, closed."""

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from events.catalogue import (
    AbsenceReason,
    AnyEvent,
    AttendanceRecorded,
    AttendanceStatus,
    CouncilKind,
    GuestAttended,
    GuestRole,
    ItemOpened,
    MeetingClosed,
    MeetingForm,
    MeetingOpened,
    MemberArrived,
    MemberLeft,
    OrdstyrerElected,
    PresidingRole,
    PresidingRule,
    ReferentNamed,
    Rules,
    StandInCalled,
    StandInRule,
)
from events.catalogue import Office as OfficeName
from events.ids import ItemId, MeetingId, PersonId
from governance.profiles import at_general_meeting
from governance.state.rules import rules_in_force
from tests.years.agenda import Planned
from tests.years.calendar import Occasion
from tests.years.people import Seat

if TYPE_CHECKING:
    from tests.years.life import Life

_REASONS = tuple(reason for reason in AbsenceReason if reason is not AbsenceReason.LEAVE)


class Sitting:
    """``room`` are those who sit there at the moment, ``present`` those who were there from the beginning or came later.

    ``timed`` tells whether the minutes give the times of the items.
    """

    def __init__(self, life: "Life", occasion: Occasion) -> None:
        assert occasion.id is not None
        self.life, self.occasion = life, occasion
        self.rng, self.people, self.ledger = life.rng, life.people, life.ledger
        self.meeting: MeetingId = occasion.id
        self.day: date = occasion.day
        self.first = self.ledger.fold.number + 1
        self.room: list[Seat] = []
        self.inhabil: set[PersonId] = set()
        self.presiding: PersonId | None = None
        self.next_day = self.day + timedelta(days=1)
        self.present: list[Seat] = []
        self.timed = self.rng.random() < (0.15 if life.body.kind is CouncilKind.MUNICIPAL_COUNCIL else 0.5)
        self._clock = datetime.combine(self.day, time.fromisoformat(occasion.start))
        self.items: list[Planned] = []
        self._chair: PersonId | None = None
        self._arriving: dict[int, Seat] = {}
        self._leaving: dict[int, Seat] = {}
        rules = rules_in_force(self.ledger.fold, self.day.isoformat())
        self.rules: Rules = (at_general_meeting(rules) if occasion.general else rules).values

    # telling

    def tell(self, event: AnyEvent, when: str | None = None) -> int:
        """Tell the book what happened, at the day of the meeting where nothing else is said."""
        return self.ledger.tell(event, when or self.day.isoformat())

    def now(self, minutes: int = 0) -> str:
        """Let some minutes go by, and return the time."""
        self._clock += timedelta(minutes=minutes)
        return self._clock.isoformat(timespec="minutes")

    def voters(self) -> list[Seat]:
        """Return those in the room who vote."""
        return [seat for seat in self.room if seat.votes and seat.person not in self.inhabil]

    def someone(self) -> PersonId:
        """Return somebody who could vote."""
        return self.rng.choice(self.voters()).person

    @property
    def chair(self) -> PersonId | None:
        """Who is in the chair on the day: also who was elected to it at the meeting."""
        return self._chair or self.people.officers.get(OfficeName.CHAIR)

    @property
    def whole(self) -> bool:
        """Whether every member is there from beginning to end."""
        full = len(self.present) == len(self.people.seats)
        return full and not self._arriving and not self._leaving

    # the course of the meeting

    def opens(self, items: int) -> None:
        """Open the meeting: who is there, and who writes. In written procedure nobody is."""
        self.tell(MeetingOpened(meeting=self.meeting), self.now())
        if self.occasion.form is MeetingForm.WRITTEN:
            self.timed = False
        else:
            self._attend(items)
        self.tell(ReferentNamed(meeting=self.meeting, person=self.people.secretary))
        if self.rng.random() < 0.3:
            official = self.people.officials[1]
            self.tell(GuestAttended(meeting=self.meeting, person=official, role=GuestRole.ADMINISTRATION))

    def goes_through(self, items: list[Planned]) -> None:
        """Deal with the items in order; more may come up on the way."""
        self.items = items
        for at, item in enumerate(items):
            assert item.id is not None
            self._comes_in(at, item.id)
            if self.timed:
                self.tell(ItemOpened(item=item.id), self.now(self.rng.randint(2, 12)))
            self.inhabil.clear()
            item.doing(self, item)
            self._goes_out(at, item.id)

    def closes(self) -> int:
        """Close the meeting and return the number of its last entry."""
        self._chair = self.people.officers.get(OfficeName.CHAIR)
        return self.tell(MeetingClosed(meeting=self.meeting), self.now(self.rng.randint(3, 9)))

    def _attend(self, items: int) -> None:
        seats = self.people.seated()
        away = self._away(seats)
        for seat in seats:
            status = self._stays_away() if seat in away else AttendanceStatus.PRESENT
            excused = status is AttendanceStatus.APOLOGY and self.rng.random() < 0.6
            reason = self.rng.choice(_REASONS).value if excused else None
            self.tell(AttendanceRecorded(meeting=self.meeting, person=seat.person, status=status, reason=reason))
        self.present = [seat for seat in seats if seat not in away]
        self.room = list(self.present)
        if self.rules.stand_in is StandInRule.EACH_MEETING:
            self._stand_ins_for(away)
        elif self.rules.stand_in is StandInRule.OBSERVER:
            self._observer()
        if len(seats) - len(away) > 5 and items > 5:
            self._come_and_go(items, self._spare(seats) - len(away))

    def _stays_away(self) -> AttendanceStatus:
        """Return how somebody stays away: hardly ever without an apology, and never where that has consequences."""
        lenient = self.rules.stand_in is not StandInRule.PERMANENT_EXIT_OR_TWO_ABSENCES
        return AttendanceStatus.ABSENT if lenient and self.rng.random() < 0.05 else AttendanceStatus.APOLOGY

    def _spare(self, seats: list[Seat]) -> int:
        """Return how many may be away, so that there are enough by every rule."""
        unfilled = len(self.people.seats) - len(seats)
        return max(0, (sum(seat.votes for seat in seats) - 1) // 2 - 1 - unfilled)

    def _away(self, seats: list[Seat]) -> list[Seat]:
        if self.rng.random() < 0.2:
            return []
        leading = set(self.people.officers.values())
        may = [seat for seat in seats if seat.person not in leading and self.rng.random() < 0.11]
        return may[: self._spare(seats)]

    def _stand_ins_for(self, away: list[Seat]) -> None:
        for seat in away:
            called = self.people.first_free(seat)
            taken = called is not None and any(held.person == called.person for held in self.present)
            if called is None or taken or seat not in self.people.seats or self.rng.random() < 0.6:
                continue
            self.tell(StandInCalled(person=called.person, member=seat.person, meeting=self.meeting))
            present = AttendanceStatus.PRESENT
            self.tell(AttendanceRecorded(meeting=self.meeting, person=called.person, status=present))
            self.present.append(called)
            self.room.append(called)

    def _observer(self) -> None:
        listed = [person for held in self.people.lists.values() for person in held]
        if listed and self.rng.random() < 0.5:
            who = self.rng.choice(listed)
            self.tell(GuestAttended(meeting=self.meeting, person=who, role=GuestRole.OBSERVER))

    def _come_and_go(self, items: int, spare: int) -> None:
        may = [seat for seat in self.present if not self.people.is_officer(seat) and seat.votes]
        self.rng.shuffle(may)
        if spare > 0 and self.rng.random() < 0.3:
            late = may.pop()
            self._arriving[self.rng.randint(1, 3)] = late
            self.room.remove(late)
            spare -= 1
        if spare > 0 and self.rng.random() < 0.3:
            self._leaving[self.rng.randint(items - 3, items - 2)] = may.pop()

    def _comes_in(self, at: int, item: ItemId) -> None:
        if at not in self._arriving:
            return
        late = self._arriving[at]
        self.room.append(late)
        if self.timed:
            self.tell(MemberArrived(meeting=self.meeting, person=late.person), self.now(1))
        else:
            self.tell(MemberArrived(meeting=self.meeting, person=late.person, item=item))

    def _goes_out(self, at: int, item: ItemId) -> None:
        if at not in self._leaving:
            return
        gone = self._leaving[at]
        self.room.remove(gone)
        if self.timed:
            self.tell(MemberLeft(meeting=self.meeting, person=gone.person), self.now(1))
        else:
            self.tell(MemberLeft(meeting=self.meeting, person=gone.person, item=item))

    # who leads

    def elects_leader(self, item: Planned) -> None:
        """Elect who leads the meeting: a dirigent from outside the board, else a member, in turn where that is the rule."""
        assert item.id is not None
        role, leader = PresidingRole.ORDSTYRER, self._next_leader()
        if self.rules.presiding is PresidingRule.DIRIGENT:
            role, leader = PresidingRole.DIRIGENT, self.people.officials[2]
        self.presiding = leader
        self.tell(OrdstyrerElected(meeting=self.meeting, person=leader, item=item.id, role=role))

    def _next_leader(self) -> PersonId:
        staying = [seat.person for seat in self.voters() if seat not in self._leaving.values()]
        turn = self.life.led
        chosen = min(staying, key=lambda person: (turn.get(person, date.min), int(person[1:])))
        if self.rules.presiding is PresidingRule.ELECTED_EACH_MEETING:
            chosen = self.rng.choice(staying)
        turn[chosen] = self.day
        return chosen

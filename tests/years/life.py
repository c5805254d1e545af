"""The life of a body from its first day to its last, a day at a time."""

import random
from collections.abc import Callable
from datetime import date
from heapq import heappop, heappush
from itertools import count

from events.catalogue import (
    AnyEvent,
    CouncilKind,
    EntryStruck,
    MeetingForm,
    MeetingKind,
    MeetingPart,
    MeetingScheduled,
    NoteWritten,
    Office,
    RepresentationEnded,
)
from events.ids import BodyId, ItemId, KeyId, MeetingId, PersonId
from events.moments import ClockTime
from events.sqlite.log import SqliteLog
from tests.years import changes, holding, keeping
from tests.years.agenda import Planned
from tests.years.bodies import Body
from tests.years.calendar import TERMS, Fate, Occasion, occasions
from tests.years.ledger import Ledger
from tests.years.people import People, Seat
from tests.years.sitting import Sitting
from tests.years.words import NOTES, PLACES, titles


class Life:
    """A body with all that is under way in it. ``live`` writes its book."""

    def __init__(self, log: SqliteLog, body: Body, seed: int, first: int, last: int) -> None:
        self.body, self.first, self.last = body, first, last
        self.rng = random.Random(f"{seed} {body.book}")
        self.ledger = Ledger(log, body.book, by="Sekretariatet", rng=random.Random(f"{seed} {body.book} salts"))
        self.begins = date(first, 1, 1)
        self.titles = titles(body.kind)
        self.occasions = occasions(body, first, last, self.rng)
        self.bodies: list[BodyId] = []
        self.returning: list[Planned] = []
        """The matters that come back at the next ordinary meeting."""
        self.newcomers: list[PersonId] = []
        self.notes: dict[date, tuple[int, NoteWritten]] = {}
        self.led: dict[PersonId, date] = {}
        """When each member led a meeting, where they do so in turn."""
        self.represented: set[tuple[PersonId, BodyId]] = set()
        self.key: KeyId | None = None
        """The secretary's key that counts."""
        self.erases = False
        """Whether the words of a remark are erased, or are to be."""
        self._unapproved: list[Occasion] = []
        self._diary: list[tuple[date, int, Callable[[], object]]] = []
        self._order = count()
        self.people: People

    def live(self) -> Ledger:
        """Write the book, and return the ledger with its state."""
        changes.founded(self)
        for year in range(self.first, self.last + 1):
            changes.look_ahead(self, year)
            keeping.look_ahead(self, year)
        for occasion in self.occasions:
            holding.look_ahead(self, occasion)
        end = date(self.last, 12, 31)
        while self._diary:
            day, _, act = heappop(self._diary)
            if day > end:
                break
            self.ledger.on(day)
            act()
        self.ledger.turn()
        return self.ledger

    def at(self, day: date, act: Callable[[], object]) -> None:
        """Have something done on a day."""
        heappush(self._diary, (day, next(self._order), act))

    def tell(self, event: AnyEvent, day: date) -> int:
        """Tell the book what happened on a day."""
        return self.ledger.tell(event, day)

    # meetings to come

    def planned_in(self, year: int) -> list[Occasion]:
        """Return the meetings of a year that are planned before it begins."""
        kinds = (MeetingKind.ORDINARY, MeetingKind.INAUGURAL, MeetingKind.GENERAL_MEETING)
        return [
            one
            for one in self.occasions
            if one.day.year == year and one.kind in kinds and one.form is not MeetingForm.WRITTEN
        ]

    def schedules(self, occasion: Occasion, agreed_in: ItemId | None = None) -> None:
        """Plan a meeting for the day first chosen."""
        hour, minute = occasion.start.split(":")
        event = MeetingScheduled(
            date=occasion.planned.isoformat(),
            start=ClockTime(occasion.start),
            end=ClockTime(f"{int(hour) + 3}:{minute}"),
            place=None if occasion.form is MeetingForm.ONLINE else self.rng.choice(PLACES),
            form=occasion.form,
            kind=occasion.kind,
            agreed_in=agreed_in,
            parts=self._parts(occasion),
        )
        occasion.id = self.ledger.make(MeetingId, event)

    def _parts(self, occasion: Occasion) -> tuple[MeetingPart, ...]:
        """Return the parts of a meeting: an integration council's in May is held with another body at first."""
        if self.body.kind is not CouncilKind.INTEGRATION_COUNCIL or occasion.day.month != 5:
            return ()
        hour, minute = occasion.start.split(":")
        turn, end = (ClockTime(f"{int(hour) + more}:{minute}") for more in (1, 3))
        first = MeetingPart(start=ClockTime(occasion.start), end=turn, counterpart=self.bodies[1])
        return first, MeetingPart(start=turn, end=end)

    def following(self, occasion: Occasion) -> Occasion | None:
        """Return the next meeting that people come to and that is held; None after the last one."""
        later = self.occasions[self.occasions.index(occasion) + 1 :]
        return next(
            (
                one
                for one in later
                if one.fate is not Fate.CANCELLED and one.form is not MeetingForm.WRITTEN and not one.general
            ),
            None,
        )

    def can_return(self, occasion: Occasion) -> Occasion | None:
        """Return the next meeting where a matter can come back there: an ordinary one."""
        following = self.following(occasion)
        return following if following is not None and following.regular and not occasion.general else None

    def constitutes(self, occasion: Occasion) -> bool:
        """Tell whether a meeting fills the offices: the inaugural one, and a board's first after its general meeting."""
        if occasion.kind is MeetingKind.INAUGURAL:
            return True
        if self.body.kind is not CouncilKind.ASSOCIATION_BOARD or not occasion.regular:
            return False
        before = self.occasions[: self.occasions.index(occasion)]
        held = [one for one in before if one.form is not MeetingForm.WRITTEN and one.fate is not Fate.CANCELLED]
        return bool(held) and held[-1].kind is MeetingKind.GENERAL_MEETING

    def plans_next_year(self, occasion: Occasion) -> bool:
        """Tell whether a meeting is the last ordinary one of its year, and another year follows."""
        mine = [one for one in self.occasions if one.regular and one.day.year == occasion.day.year]
        held = [one for one in mine if one.fate is not Fate.CANCELLED]
        return occasion is held[-1] and occasion.day.year < self.last

    # minutes that wait for approval

    def awaits(self, occasion: Occasion) -> None:
        """Let the minutes of a meeting wait for the next one of its kind."""
        self._unapproved.append(occasion)

    def waiting(self, occasion: Occasion, *, take: bool = True) -> list[Occasion]:
        """Return the meetings whose minutes wait for this one to approve them; they wait no longer where it takes them."""
        found = [one for one in self._unapproved if one.general == occasion.general]
        if take:
            self._unapproved = [one for one in self._unapproved if one.general != occasion.general]
        return found

    # what items ask for

    def term_ends(self, day: date) -> date | None:
        """Return the last day of the term; None for an association."""
        if self.body.kind is CouncilKind.ASSOCIATION_BOARD:
            return None
        return date(max(year for year in TERMS if year <= day.year) + 3, 12, 31)

    def presenter(self) -> PersonId | None:
        """Return who presents an item: the chair, an official, or nobody by name."""
        chance = self.rng.random()
        if chance < 0.3:
            return self.people.officers.get(Office.CHAIR)
        return self.people.officials[2] if chance < 0.5 else None

    def welcome(self, present: list[Seat]) -> list[PersonId]:
        """Return the new members who are there and have not been welcomed yet."""
        found = [seat.person for seat in present if seat.person in self.newcomers]
        self.newcomers = [person for person in self.newcomers if person not in found]
        return found

    def note(self, sitting: Sitting, item: Planned) -> None:
        """Write a note under an item; once in a long while twice, of which one is struck."""
        event = NoteWritten(meeting=sitting.meeting, item=item.id, text=self.rng.choice(NOTES))
        number = sitting.tell(event)
        if self.rng.random() < 0.01:
            twice = sitting.tell(event)
            self.ledger.tell(EntryStruck(entry=twice, reason="Ført to gange"))
        self.notes[sitting.day] = number, event

    def ends_representation(self, event: RepresentationEnded, day: date) -> None:
        """End a representation where it goes on."""
        if (event.person, event.body) in self.represented:
            self.represented.remove((event.person, event.body))
            self.tell(event, day)

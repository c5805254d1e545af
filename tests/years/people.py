"""The people of a body over the years: who has a seat, who stands in, who is elected to what."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import cycle

from events.catalogue import (
    CouncilKind,
    EndCause,
    LeaveEnded,
    LeaveGranted,
    MemberAppointed,
    MemberReappointed,
    MembershipBasis,
    MembershipEnded,
    OfficeEnded,
    PersonRegistered,
    PersonRenamed,
    StandInCalled,
    StandInListed,
    StandInRemoved,
)
from events.catalogue import Office as OfficeName
from events.ids import PersonId
from tests.years.bodies import Body
from tests.years.ledger import Ledger
from tests.years.words import LAST_NAMES, ORGANISATIONS, PARTIES, names

_BASES = {
    CouncilKind.MUNICIPAL_COUNCIL: MembershipBasis.ELECTED,
    CouncilKind.COMMITTEE: MembershipBasis.APPOINTED,
    CouncilKind.INTEGRATION_COUNCIL: MembershipBasis.NOMINATED,
    CouncilKind.SENIORS_COUNCIL: MembershipBasis.ELECTED,
    CouncilKind.DISABILITY_COUNCIL: MembershipBasis.NOMINATED,
    CouncilKind.ASSOCIATION_BOARD: MembershipBasis.ELECTED,
}
_LISTED = 2
"""How many stand on each list of stand-ins."""


@dataclass
class Seat:
    """A seat and who has it. ``list`` is the list of stand-ins that it is filled from; ``away`` tells of leave."""

    person: PersonId
    name: str
    party: str | None = None
    organisation: str | None = None
    votes: bool = True
    until: date | None = None
    away: bool = False
    filled_by: "Seat | None" = None

    @property
    def list(self) -> str | None:
        """The party or organisation whose list it is filled from; None for that of the whole body."""
        return self.party or self.organisation


class People:
    """``seats`` are those of the present day; ``chair`` and ``vice`` whom the body elected, ``secretary`` who writes."""

    def __init__(self, ledger: Ledger, body: Body, rng: random.Random) -> None:
        self._ledger, self._body, self._rng = ledger, body, rng
        self._names = iter(names(rng))
        self._named: dict[PersonId, str] = {}
        self.seats: list[Seat] = []
        self.lists: dict[str | None, list[PersonId]] = {}
        self.officers: dict[OfficeName, PersonId] = {}
        self.board: set[PersonId] = set()
        """Who was elected to the board at a general meeting."""
        self.secretary = self.register()
        self.officials = [self.register() for _ in range(3)]

    def register(self) -> PersonId:
        """Name somebody new."""
        name = next(self._names)
        person = self._ledger.make(PersonId, PersonRegistered(name=name))
        self._named[person] = name
        return person

    def seated(self) -> list[Seat]:
        """Return who sits at the table: the members who are not on leave, and who stands in for those who are."""
        found = [seat.filled_by if seat.away else seat for seat in self.seats]
        return [seat for seat in found if seat is not None]

    def voting(self) -> list[Seat]:
        """Return those of the seated who vote."""
        return [seat for seat in self.seated() if seat.votes]

    def seat_of(self, person: PersonId) -> Seat:
        """Return the seat of a member."""
        return next(seat for seat in self.seats if seat.person == person)

    def is_officer(self, seat: Seat) -> bool:
        """Tell whether somebody holds an office."""
        return seat.person in self.officers.values()

    # terms

    def first_term(self, begins: date, until: date | None) -> None:
        """Fill every seat from a day on."""
        self.seats = [self._appointed(seat, begins, until) for seat in self._new_seats()]
        if self._body.attached:
            official = Seat(self.officials[0], self._named[self.officials[0]], votes=False)
            self.seats.append(self._appointed(official, begins, until))
        self._list_stand_ins(begins)

    def next_term(self, begins: date, until: date) -> list[Seat]:
        """Say who goes on, who goes and who comes on the first day of a new term. Return the seats as they are then."""
        seats = []
        for seat in self.seats:
            if self._rng.random() < 0.55 or not seat.votes:
                self._ledger.tell(MemberReappointed(person=seat.person, until=until.isoformat()), begins)
                seats.append(Seat(seat.person, seat.name, seat.party, seat.organisation, seat.votes, until))
                continue
            self._ledger.tell(MembershipEnded(person=seat.person, cause=EndCause.TERM_ENDED), begins)
            new = Seat(self.register(), "", seat.party, seat.organisation)
            seats.append(self._appointed(new, begins, until))
        return seats

    def term_begins(self, seats: list[Seat], begins: date) -> None:
        """Let the seats of the new term be those of the day; offices ended with the old one."""
        self.seats = seats
        self.officers.clear()
        for place in [person for listed in self.lists.values() for person in listed]:
            self._ledger.tell(StandInRemoved(person=place), begins)
        self._list_stand_ins(begins)

    def _new_seats(self) -> Iterator[Seat]:
        kind, count = self._body.kind, self._body.members
        parties, organisations = cycle(PARTIES), cycle(ORGANISATIONS.get(kind, ()))
        appointed = {CouncilKind.INTEGRATION_COUNCIL: 2, CouncilKind.DISABILITY_COUNCIL: count // 2}.get(kind, 0)
        political = kind in (CouncilKind.MUNICIPAL_COUNCIL, CouncilKind.COMMITTEE)
        for at in range(count):
            seat = Seat(self.register(), "")
            if political or at < appointed:
                seat.party = next(parties)
            elif kind in ORGANISATIONS:
                seat.organisation = next(organisations)
            yield seat

    def _appointed(self, seat: Seat, begins: date, until: date | None, basis: MembershipBasis | None = None) -> Seat:
        municipal = self._body.kind not in (CouncilKind.MUNICIPAL_COUNCIL, CouncilKind.ASSOCIATION_BOARD)
        elected = self._body.kind is CouncilKind.SENIORS_COUNCIL
        seat.name, seat.until = self._named[seat.person], until
        usual = MembershipBasis.APPOINTED if seat.party else _BASES[self._body.kind]
        if self._body.kind is CouncilKind.MUNICIPAL_COUNCIL:
            usual = MembershipBasis.ELECTED
        event = MemberAppointed(
            person=seat.person,
            party=seat.party,
            organisation=seat.organisation,
            appointed_by="Byrådet" if municipal and not elected else None,
            basis=basis or (usual if seat.votes else None),
            until=until.isoformat() if until else None,
            votes=seat.votes,
        )
        self._ledger.tell(event, begins)
        return seat

    # stand-ins

    def _list_stand_ins(self, begins: date) -> None:
        self.lists = {}
        for of in sorted({seat.list for seat in self.seats if seat.votes}, key=lambda of: of or ""):
            self.lists[of] = [self.register() for _ in range(_LISTED if of else _LISTED + 2)]
            for position, person in enumerate(self.lists[of], 1):
                self._ledger.tell(StandInListed(person=person, position=position, of=of), begins)

    def first_free(self, seat: Seat) -> Seat | None:
        """Return whose turn it is to stand in for a member; None where that one does so for another already."""
        busy = {held.filled_by.person for held in self.seats if held.filled_by is not None}
        listed = self.lists.get(seat.list, [])
        if not listed or listed[0] in busy:
            return None
        return Seat(listed[0], self._named[listed[0]], seat.party, seat.organisation)

    def leaves_for_good(self, seat: Seat, day: date) -> PersonId | None:
        """End a membership; the first on the list takes the seat. Return who that is."""
        successor = self.first_free(seat)
        if successor is None or self.is_officer(seat) or seat.away:
            return None
        cause = self._rng.choice((EndCause.MOVED, EndCause.LEFT, EndCause.LOST_ELIGIBILITY, EndCause.DIED))
        self._ledger.tell(MembershipEnded(person=seat.person, cause=cause), day)
        self._appointed(successor, day, seat.until, MembershipBasis.STAND_IN)
        self._ledger.tell(StandInRemoved(person=successor.person), day)
        self.lists[seat.list].remove(successor.person)
        self.seats[self.seats.index(seat)] = successor
        return successor.person

    def goes_on_leave(self, seat: Seat, day: date, until: date, *, filled: bool) -> None:
        """Grant a member leave of absence; ``filled`` where the first on the list takes the seat meanwhile."""
        self._ledger.tell(LeaveGranted(person=seat.person, until=until.isoformat()), day)
        seat.away, seat.filled_by = True, self.first_free(seat) if filled else None
        if seat.filled_by is not None:
            self._ledger.tell(StandInCalled(person=seat.filled_by.person, member=seat.person), day)

    def is_back(self, seat: Seat, day: date) -> None:
        """End a leave."""
        self._ledger.tell(LeaveEnded(person=seat.person), day)
        seat.away, seat.filled_by = False, None

    # other changes

    def marries(self, day: date) -> None:
        """Give a member another name."""
        seat = self._rng.choice(self.seats)
        first, last = seat.name.split()
        another = self._rng.choice([name for name in LAST_NAMES if name != last])
        seat.name = self._named[seat.person] = f"{first} {another}"
        self._ledger.tell(PersonRenamed(person=seat.person, name=seat.name), day)

    def general_election(self, held: date) -> list[tuple[Seat, bool]]:
        """Put half of the seats up for election at a general meeting; return those elected, and whether anew.

        They take their seats on the day after it.
        """
        begins, half = held + timedelta(days=1), held.year % 2
        elected = []
        for at, seat in enumerate(self.seats):
            if at % 2 != half:
                continue
            if self._rng.random() < 0.7:
                elected.append((seat, True))
                self._ledger.tell(MemberReappointed(person=seat.person), begins)
                continue
            self._resigns(seat, begins)
            new = Seat(self.register(), "")
            self.seats[at] = self._appointed(new, begins, None)
            elected.append((new, False))
        return elected

    def _resigns(self, seat: Seat, begins: date) -> None:
        for office, person in list(self.officers.items()):
            if person == seat.person:
                self._ledger.tell(OfficeEnded(person=person, office=office), begins)
                del self.officers[office]
        if seat.person in self.board:
            self._ledger.tell(OfficeEnded(person=seat.person, office=OfficeName.BOARD_MEMBER), begins)
            self.board.remove(seat.person)
        self._ledger.tell(MembershipEnded(person=seat.person, cause=EndCause.TERM_ENDED), begins)

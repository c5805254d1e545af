"""What changes in a body between its meetings: terms, members, names, rules, and its end."""

from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING

from events.catalogue import (
    BodyKind,
    CouncilDissolved,
    CouncilEstablished,
    CouncilKind,
    CouncilRenamed,
    ExternalBodyAbbreviated,
    ExternalBodyRegistered,
    ExternalBodyRenamed,
    ItemDecided,
    ItemKind,
    Rules,
    RulesAdopted,
    StandInRule,
)
from events.ids import BodyId
from governance.state.rules import rules_in_force
from tests.years.agenda import Planned
from tests.years.calendar import TERMS, Occasion
from tests.years.people import People
from tests.years.sitting import Sitting
from tests.years.words import BODIES

if TYPE_CHECKING:
    from tests.years.life import Life

_NATIONAL = "Rådet for Etniske Minoriteter", "Det Nationale Integrationsråd"


def founded(life: "Life") -> None:
    """Begin the book: whose it is, who is around, the first members and the first year's meetings."""
    body, ledger = life.body, life.ledger
    ledger.on(life.begins - timedelta(days=28))
    ledger.tell(CouncilEstablished(name=body.name, municipality=body.municipality, kind=body.kind))
    for name, short in BODIES:
        body_id = ledger.make(BodyId, ExternalBodyRegistered(name=name, kind=BodyKind.COMMITTEE))
        ledger.tell(ExternalBodyAbbreviated(body=body_id, abbreviation=short), life.begins)
        life.bodies.append(body_id)
    if body.kind is CouncilKind.INTEGRATION_COUNCIL:
        life.bodies.append(ledger.make(BodyId, ExternalBodyRegistered(name=_NATIONAL[0], kind=BodyKind.COUNCIL)))
    life.people = People(ledger, body, life.rng)
    life.people.first_term(life.begins, life.term_ends(life.begins))
    for occasion in life.planned_in(life.first):
        life.schedules(occasion)


def look_ahead(life: "Life", year: int) -> None:
    """Put the changes of a year into the diary."""
    if year in TERMS and year > life.first and life.body.kind is not CouncilKind.ASSOCIATION_BOARD:
        life.at(date(year - 1, 12, 20), partial(_next_term, life, year))
    busy = 3 if life.body.kind is CouncilKind.MUNICIPAL_COUNCIL else 1
    for _ in range(busy):
        if life.rng.random() < 0.5:
            life.at(_some_day(life, year), partial(_left, life))
    if life.rng.random() < 0.2:
        day = _some_day(life, year)
        life.at(day, lambda: life.people.marries(day))
    _only_once(life, year)


def _some_day(life: "Life", year: int) -> date:
    """Return a day on which nobody meets."""
    held = {one.day for one in life.occasions}
    days = (date(year, 4, 2) + timedelta(days=life.rng.randint(0, 200)) for _ in range(99))
    return next(day for day in days if day not in held)


def _only_once(life: "Life", year: int) -> None:
    if life.body.renamed and year == 2018:
        day = date(2018, 7, 1)
        life.at(day, lambda: life.tell(CouncilRenamed(name=life.body.renamed or ""), day))
    if life.body.kind is CouncilKind.INTEGRATION_COUNCIL and year == 2022:
        changed = date(2022, 1, 1)
        life.at(changed, lambda: life.tell(ExternalBodyRenamed(body=life.bodies[-1], name=_NATIONAL[1]), changed))
    if life.body.dissolved and year == life.last:
        end = date(year, 12, 31)
        life.at(end, lambda: life.tell(CouncilDissolved(successor="Midtfjord Kulturforening"), end))


def _next_term(life: "Life", year: int) -> None:
    begins = date(year, 1, 1)
    seats = life.people.next_term(begins, date(year + 3, 12, 31))
    life.newcomers = [seat.person for seat in seats if seat not in life.people.seats]
    life.at(begins, lambda: life.people.term_begins(seats, begins))


def _left(life: "Life") -> None:
    day = date.fromisoformat(life.ledger.book.today())
    seat = life.rng.choice(life.people.voting())
    if seat in life.people.seats:
        successor = life.people.leaves_for_good(seat, day)
        life.newcomers += [successor] if successor is not None else []


def adopts_rules(life: "Life", occasion: Occasion) -> Planned | None:
    """Return the item under which the body adopts its rules, or changes them."""
    mine = [one for one in life.occasions if one.regular and one.day.year == occasion.day.year]
    changed = occasion.day.year == life.body.changed_in
    if occasion is not mine[0] or not (occasion.day.year == life.first or changed):
        return None
    rules = life.body.changed if changed else life.body.adopted
    title = "Vedtægter" if life.body.kind is CouncilKind.ASSOCIATION_BOARD else "Forretningsorden"
    return Planned(title, partial(_adopts, rules=rules), ItemKind.DECISION)


def _adopts(sitting: Sitting, item: Planned, rules: Rules) -> None:
    assert item.id is not None
    title = f"{item.title} af {sitting.day.year}"
    event = RulesAdopted(title=title, rules=rules, meeting=sitting.meeting, item=item.id)
    sitting.ledger.tell(event, sitting.next_day)
    sitting.tell(ItemDecided(item=item.id))


def grants_leave(life: "Life", occasion: Occasion) -> Planned | None:
    """Return the item under which a member is granted leave of absence, once in a while."""
    rare = 0.2 if life.body.kind in (CouncilKind.MUNICIPAL_COUNCIL, CouncilKind.COMMITTEE) else 0.1
    if occasion.day.month not in range(2, 8) or life.rng.random() > rare:
        return None
    return Planned("Ansøgning om orlov", _leave, ItemKind.DECISION)


def _leave(sitting: Sitting, item: Planned) -> None:
    assert item.id is not None
    life, begins = sitting.life, sitting.next_day
    sitting.tell(ItemDecided(item=item.id))
    until = begins + timedelta(days=sitting.rng.randint(60, 110))
    may = [seat for seat in life.people.seats if seat.votes and not seat.away and not life.people.is_officer(seat)]
    rules = rules_in_force(life.ledger.fold, begins.isoformat()).values
    filled = rules.stand_in is StandInRule.EACH_MEETING
    if filled:
        may = [seat for seat in may if life.people.first_free(seat) is not None]
    if may:
        seat = sitting.rng.choice(may)
        back = until + timedelta(days=1)
        life.at(begins, lambda: life.people.goes_on_leave(seat, begins, until, filled=filled))
        life.at(back, lambda: life.people.is_back(seat, back))

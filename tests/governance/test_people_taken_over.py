"""Minutes that tell elections and rules are taken over as the same acts; old and new names mean the same."""

from pathlib import Path

from events.catalogue import (
    AgendaItemAdded,
    AnyEvent,
    AttendanceRecorded,
    AttendanceStatus,
    CouncilRenamed,
    Event,
    ExternalBodyRegistered,
    ItemDecided,
    ItemKind,
    MeetingOpened,
    MeetingScheduled,
    MemberAppointed,
    Office,
    OfficerElected,
    PersonRegistered,
    PersonRenamed,
    RepresentativeElected,
    RulesAdopted,
    StandInCalled,
)
from events.entry import Entry
from events.sqlite.log import SqliteLog
from governance.book import Book
from governance.documents.composing import compose_minutes
from governance.documents.writing.document import write
from governance.rules.act import Act
from governance.state.publishing import publish
from tests.each.people import RULES
from tests.governance.test_documents import in_force
from tests.scenario import Scenario
from tests.taken import only_book, take

HEAD = """\
Referat
af møde i Integrationsrådet i Nordholm Kommune

{day}

Indbudte:\tMedlemmer:
Mødt\tAmina Farah
Mødt\t{other}

1. Konstituering.

{said}

2. Byfest.

Rådet drøftede byfesten.
"""


def entries(path: Path) -> list[Entry]:
    return list(only_book(path).standing())


def events(path: Path, kind: type[Event]) -> list[tuple[AnyEvent, str | None]]:
    return [(entry.event, entry.effective) for entry in entries(path) if isinstance(entry.event, kind)]


def test_what_was_written_out_is_taken_over_as_it_was(tmp_path: Path) -> None:
    book = Scenario()
    anna, bo = book.member("Anna Ægidius"), book.member("Bo Ørum")
    body = f"b{book.given(ExternalBodyRegistered(name='Kulturudvalget'))}"
    meeting = f"m{book.given(MeetingScheduled(date='2023-01-10', start='15:30'), '2022-10-01')}"  # type: ignore[arg-type]
    book.given(MeetingOpened(meeting=meeting), "2023-01-10T15:30")  # type: ignore[arg-type]
    for person in (anna, bo):
        book.given(AttendanceRecorded(meeting=meeting, person=person, status=AttendanceStatus.PRESENT))  # type: ignore[arg-type]
    item = f"i{book.given(AgendaItemAdded(meeting=meeting, number='1', title='Konstituering', kind=ItemKind.ELECTION))}"  # type: ignore[arg-type]
    book.given(AgendaItemAdded(meeting=meeting, number="2", title="Byfest"))  # type: ignore[arg-type]
    book.given(OfficerElected(person=anna, office=Office.CHAIR, until="2025-12-31", item=item))  # type: ignore[arg-type]
    book.given(OfficerElected(person=bo, office=Office.OTHER, title="fanebærer", item=item))  # type: ignore[arg-type]
    book.given(RepresentativeElected(person=bo, body=body, item=item), "2023-03-01")  # type: ignore[arg-type]
    book.given(RulesAdopted(title="Forretningsorden", rules=RULES, item=item), "2023-02-01")  # type: ignore[arg-type]
    fold = book.draft.fold
    take(tmp_path / "a.referat", [write(compose_minutes(fold, in_force(book.draft), fold.meetings[meeting]), "md")])  # type: ignore[index]

    state = publish(only_book(tmp_path / "a.referat").fold())
    names = {person.id: person.name for person in state.persons}
    assert [(names[held.person], held.office, held.title, held.from_, held.until) for held in state.offices] == [
        ("Anna Ægidius", "chair", None, "2023-01-10", "2025-12-31"),
        ("Bo Ørum", "other", "fanebærer", "2023-01-10", None),
    ]
    assert [(names[held.person], held.from_) for held in state.representations] == [("Bo Ørum", "2023-03-01")]
    ((adopted, effective),) = events(tmp_path / "a.referat", RulesAdopted)
    assert isinstance(adopted, RulesAdopted)
    assert (adopted.title, adopted.rules, effective) == ("Forretningsorden", RULES, "2023-02-01")


def test_the_usual_sentence_is_enough(tmp_path: Path) -> None:
    said = "Amina Farah blev genvalgt til næstformand."
    take(tmp_path / "a.referat", [HEAD.format(day="Tirsdag d. 11. marts 2025", other="Bjørn Kjær (F)", said=said)])
    ((elected, _),) = events(tmp_path / "a.referat", OfficerElected)
    assert isinstance(elected, OfficerElected)
    assert (elected.office, elected.text) == (Office.VICE_CHAIR, said)
    assert not events(tmp_path / "a.referat", ItemDecided)


def test_where_it_is_not_clear_who_somebody_was_elected_all_the_same(tmp_path: Path) -> None:
    said = "Yrsa Ukendt blev valgt til formand."
    take(tmp_path / "a.referat", [HEAD.format(day="Tirsdag d. 11. marts 2025", other="Bjørn Kjær (F)", said=said)])
    assert not events(tmp_path / "a.referat", OfficerElected)
    ((decided, _),) = events(tmp_path / "a.referat", ItemDecided)
    assert isinstance(decided, ItemDecided)
    assert decided.text == said


def test_old_and_new_names_mean_the_same(tmp_path: Path) -> None:
    path = tmp_path / "a.referat"
    said = "Bjørn Kjær blev valgt til kasserer."
    take(path, [HEAD.format(day="Tirsdag d. 11. marts 2025", other="Bjørn Kjær (F)", said=said)])
    name = only_book(path).name
    log = SqliteLog(path)
    book = Book(log, name, actor="Alice Ørsted")
    bjorn = next(person.id for person in publish(book.fold()).persons if person.name == "Bjørn Kjær")
    book.record(Act(event=PersonRenamed(person=bjorn, name="Bjørn Lind"), effective="2025-05-01"))  # type: ignore[arg-type]
    book.record(Act(event=CouncilRenamed(name="Medborgerrådet"), effective="2025-05-01"))  # type: ignore[arg-type]
    log.close()
    later = HEAD.format(day="Tirsdag d. 9. september 2025", other="Bjørn Lind (F)", said="Bjørn fortsætter.")
    earlier = HEAD.format(day="Tirsdag d. 14. januar 2025", other="Bjørn Kjær (F)", said="Bjørn fortsætter.")
    take(path, [later.replace("Integrationsrådet", "Medborgerrådet"), earlier])
    state = publish(only_book(path).fold())
    assert sorted(person.name for person in state.persons) == ["Amina Farah", "Bjørn Lind"]
    assert len(state.meetings) == 3
    assert only_book(path).council().name == "Medborgerrådet"  # type: ignore[union-attr]


def test_a_stand_in_who_was_called_in_is_no_member(tmp_path: Path) -> None:
    path = tmp_path / "a.referat"
    take(path, [HEAD.format(day="Tirsdag d. 11. marts 2025", other="Bjørn Kjær (F)", said="Intet.")])
    log = SqliteLog(path)
    book = Book(log, only_book(path).name, actor="Alice Ørsted")
    amina = next(person.id for person in publish(book.fold()).persons if person.name == "Amina Farah")
    stand_in = f"p{book.record(Act(event=PersonRegistered(name='Chau Nguyen')))[-1].number}"
    meeting = f"m{book.record(Act(event=MeetingScheduled(date='2025-04-08')))[-1].number}"
    book.record(Act(event=StandInCalled(person=stand_in, member=amina, meeting=meeting)))  # type: ignore[arg-type]
    present = AttendanceRecorded(meeting=meeting, person=stand_in, status=AttendanceStatus.PRESENT)  # type: ignore[arg-type]
    book.record(Act(event=present))
    log.close()
    take(path, [HEAD.format(day="Tirsdag d. 9. september 2025", other="Bjørn Kjær (F)", said="Intet.")])
    assert stand_in not in {event.person for event, _ in events(path, MemberAppointed)}  # type: ignore[union-attr]

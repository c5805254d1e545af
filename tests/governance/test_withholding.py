"""The public copy: what is closed is nowhere in it, every body is the same, and it restores, verifies and replays."""

from hashlib import sha256
from pathlib import Path
from typing import Any

import jsonschema
import msgspec
import orjson
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from events.catalogue import (
    AbsenceReason,
    AgendaItemAdded,
    AgendaItemChanged,
    AnswerReceived,
    AnyEvent,
    ApplicationSent,
    AttendanceRecorded,
    AttendanceStatus,
    CompositionReported,
    CouncilEstablished,
    EntryCorrected,
    EntryStruck,
    ExternalBodyAbbreviated,
    ExternalBodyRegistered,
    ExternalBodyRenamed,
    ItemDecided,
    MatterOpened,
    MeetingOpened,
    MeetingScheduled,
    MemberAppointed,
    NoteWritten,
    Office,
    OfficeEnded,
    OfficerElected,
    PersonRegistered,
    ReferentNamed,
    RemarkRecorded,
    ReportGiven,
    RepresentationEnded,
    RepresentativeElected,
    Seats,
    StandInCalled,
    StandInListed,
    StatementEntered,
    TaskAgreed,
    TaskChanged,
    WorkingGroupFormed,
)
from events.jsonlines import written
from events.moments import Effective
from events.sqlite.log import SqliteLog
from events.sqlite.verification import verified
from events.text import WITHHELD
from governance.book import Book
from governance.exporting import state_json, state_schema
from governance.restoring import restore
from governance.rules.act import Act
from governance.state.model import State
from governance.state.publishing import publish
from governance.withholding import PublicCopy
from tests.governance.test_laws import recorded

VALIDATOR = jsonschema.Draft202012Validator(state_schema())


class Record:
    """A book in a record of its own: a meeting in January 2023 with an open item and a closed one."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.book = Book(SqliteLog(path), "bog", actor="Hanne Bro")
        self.given(CouncilEstablished(name="Rådet", municipality="Nordholm Kommune"))
        self.anna: Any = f"p{self.given(PersonRegistered(name='Anna Ægidius'))}"
        self.given(MemberAppointed(person=self.anna), "2020-01-01")
        self.guest: Any = f"p{self.given(PersonRegistered(name='Gæst Gæstesen'))}"
        self.body: Any = f"b{self.given(ExternalBodyRegistered(name='Kulturudvalget'))}"
        self.meeting: Any = f"m{self.given(MeetingScheduled(date='2023-01-10'), '2022-12-01')}"
        self.given(MeetingOpened(meeting=self.meeting))
        self.open: Any = self.item("Sommerfest")
        self.closed: Any = self.item("Ansøgning fra en borger", closed=True)

    def given(self, event: AnyEvent, effective: str | None = None) -> int:
        act = Act(event=event, effective=Effective(effective) if effective else None)
        return self.book.record(act)[-1].number

    def item(self, title: str, **more: Any) -> str:
        return f"i{self.given(AgendaItemAdded(meeting=self.meeting, title=title, **more))}"

    def lines(self) -> bytes:
        return b"".join(written(body, words) for body, words in PublicCopy(self.book.log).read("bog"))

    def text(self) -> str:
        return self.lines().decode()

    def state(self) -> State:
        return publish(Book(PublicCopy(self.book.log), "bog").fold())

    def words(self, number: int) -> list[str]:
        """Return where an entry of the copy holds words."""
        ((_, words),) = PublicCopy(self.book.log).read("bog", after=number - 1, upto=number)
        return sorted(orjson.loads(words))


@pytest.fixture
def record(tmp_path: Path) -> Any:
    record = Record(tmp_path / "bog.referat")
    yield record
    record.book.log.close()


def secretly(record: Record) -> None:
    """Record under the closed item, and what follows from it, words that begin with Hemmelig."""
    item = record.closed
    note = record.given(NoteWritten(meeting=record.meeting, item=item, text="Hemmelig note."))
    record.given(ItemDecided(item=item, text="Hemmelig afgørelse."))
    record.given(WorkingGroupFormed(item=item, focus_area="Hemmelig gruppe", told_in=f"n{note}"))  # type: ignore[arg-type]
    task: Any = f"t{record.given(TaskAgreed(item=item, task='Hemmelig opgave'))}"
    record.given(TaskChanged(task=task, wording="Hemmelig ny opgave"))
    sent: Any = f"d{record.given(ApplicationSent(item=item, title='Hemmelig ansøgning', recipient=record.body))}"
    record.given(AnswerReceived(dispatch=sent, answer="Hemmeligt svar"))
    record.given(AnswerReceived(dispatch=sent, item=record.open, answer="Hemmeligt svar igen"))
    record.given(RemarkRecorded(entry=note, text="Hemmelig bemærkning"))
    record.given(
        EntryCorrected(
            entry=note,
            replacement=NoteWritten(meeting=record.meeting, item=item, text="Hemmelig rettelse."),
            reason="Hemmelig grund",
        )
    )
    extra = record.given(NoteWritten(meeting=record.meeting, item=item, text="Hemmelig streg."))
    record.given(EntryStruck(entry=extra, reason="Hemmelig grund til streg"))


class TestClosedItems:
    def test_are_nowhere_in_the_copy(self, record: Record) -> None:
        secretly(record)
        record.given(NoteWritten(meeting=record.meeting, item=record.open, text="Festen er i juni."))
        assert "Hemmelig" not in record.text()
        assert "Ansøgning fra en borger" not in record.text()
        assert "Festen er i juni." in record.text()
        assert "Sommerfest" in record.text()
        (meeting,) = record.state().meetings
        closed = next(item for item in meeting.agenda if item.id == record.closed)
        assert (closed.title, closed.closed, closed.outcome, closed.decision) == (WITHHELD, True, "decided", WITHHELD)

    def test_what_was_recorded_openly_of_an_item_that_was_closed_later_is_withheld(self, record: Record) -> None:
        record.given(NoteWritten(meeting=record.meeting, item=record.open, text="Navnet på en borger."))
        assert "Navnet på en borger." in record.text()
        record.given(AgendaItemChanged(item=record.open, closed=True))
        assert "Navnet på en borger." not in record.text()
        assert "Sommerfest" not in record.text()

    def test_an_item_that_was_opened_is_public_under_its_new_title(self, record: Record) -> None:
        record.given(NoteWritten(meeting=record.meeting, item=record.closed, text="Bevilget."))
        record.given(AgendaItemChanged(item=record.closed, closed=False, title="Ansøgning nr. 7"))
        assert "Ansøgning fra en borger" not in record.text()
        assert "Bevilget." in record.text()
        assert "Ansøgning nr. 7" in record.text()

    def test_a_mistaken_tick_is_mended_by_a_correction(self, record: Record) -> None:
        number = int(record.closed[1:])
        mended = AgendaItemAdded(meeting=record.meeting, title="Ansøgning nr. 7", closed=False)
        correction = record.given(EntryCorrected(entry=number, replacement=mended, reason="Var åben"))
        assert record.words(correction) == ["/event/reason", "/event/replacement/title"]
        assert record.words(number) == []

    def test_a_closed_item_that_was_struck_stays_closed(self, record: Record) -> None:
        note = record.given(NoteWritten(meeting=record.meeting, item=record.closed, text="Hemmelig note."))
        for number in (note, int(record.closed[1:])):
            record.given(EntryStruck(entry=number, reason="Hemmelig grund"))
        assert "Hemmelig" not in record.text()

    def test_what_a_correction_moves_under_a_closed_item_is_withheld(self, record: Record) -> None:
        number = record.given(TaskAgreed(item=record.open, task="Hemmelig opgave"))
        record.given(TaskChanged(task=f"t{number}", wording="Hemmelig ny opgave"))  # type: ignore[arg-type]
        assert record.text().count("Hemmelig") > 1
        moved = TaskAgreed(item=record.closed, task="Hemmelig opgave")
        record.given(EntryCorrected(entry=number, replacement=moved, reason="Forkert punkt"))
        assert "Hemmelig" not in record.text()


class TestBodies:
    def known_by_a_closed_item(self, record: Record) -> Any:
        """Register a body, in words that begin with Hemmelig, that the closed item alone names."""
        number = record.given(ExternalBodyRegistered(name="Hemmelig fond"))
        body: Any = f"b{number}"
        record.given(ExternalBodyAbbreviated(body=body, abbreviation="Hemmeligt HF"), "2023-01-10")
        record.given(ExternalBodyRenamed(body=body, name="Hemmelig pulje"), "2023-02-01")
        seats = (Seats(count=3, basis="Hemmeligt valgt"),)
        record.given(CompositionReported(item=record.closed, body=body, seats=seats, text="Hemmelig sammensætning."))
        record.given(RepresentativeElected(person=record.anna, body=body, item=record.closed), "2023-01-10")
        record.given(RepresentationEnded(person=record.anna, body=body), "2023-03-01")
        named = ExternalBodyRegistered(name="Hemmelig fonden")
        correction = record.given(EntryCorrected(entry=number, replacement=named, reason="Hemmelig grund"))
        record.given(RemarkRecorded(entry=correction, text="Hemmelig bemærkning"))
        return body

    def test_named_by_closed_items_alone_are_nowhere_in_the_copy(self, record: Record) -> None:
        body = self.known_by_a_closed_item(record)
        record.given(ApplicationSent(item=record.closed, title="Hemmelig ansøgning", recipient=body))
        data = state_json(record.state())
        for copy in (record.lines(), data):
            assert b"Hemmelig" not in copy
            assert b"Kulturudvalget" in copy
        VALIDATOR.validate(msgspec.json.decode(data))

    def test_named_by_an_open_item_too_are_told(self, record: Record) -> None:
        body = self.known_by_a_closed_item(record)
        record.given(ApplicationSent(item=record.open, title="Ansøgning", recipient=body))
        for copy in (record.lines(), state_json(record.state())):
            assert b"Hemmelig fonden" in copy
            assert b"Hemmelig pulje" in copy
            assert "Hemmelig sammensætning".encode() not in copy
            assert b"Hemmeligt valgt" not in copy

    def test_in_the_matter_of_a_closed_item_are_not_told(self, record: Record) -> None:
        body: Any = f"b{record.given(ExternalBodyRegistered(name='Hemmelig fond'))}"
        matter: Any = f"s{record.given(MatterOpened(title='Hemmelig sag', addressee=body))}"
        record.given(AgendaItemChanged(item=record.closed, matter=matter))
        assert "Hemmelig" not in record.text()


class TestPersons:
    def test_elected_under_a_closed_item_alone_is_nowhere_in_the_copy(self, record: Record) -> None:
        for event, ended in (
            (
                OfficerElected(person=record.guest, office=Office.AUDITOR, item=record.closed),
                OfficeEnded(person=record.guest, office=Office.AUDITOR),
            ),
            (
                RepresentativeElected(person=record.guest, body=record.body, item=record.closed),
                RepresentationEnded(person=record.guest, body=record.body),
            ),
        ):
            record.given(event, "2023-01-10")
            record.given(ended, "2023-03-01")
        for copy in (record.lines(), state_json(record.state())):
            assert "Gæst".encode() not in copy
            assert "Anna Ægidius".encode() in copy
        record.given(OfficerElected(person=record.guest, office=Office.AUDITOR, item=record.open), "2023-01-10")
        assert "Gæst Gæstesen" in record.text()

    def test_called_in_for_a_closed_item_is_told_where_attendance_is(self, record: Record) -> None:
        record.given(StandInCalled(person=record.guest, member=record.anna, item=record.closed))
        assert "Gæst" not in record.text()
        present = AttendanceStatus.PRESENT
        record.given(AttendanceRecorded(meeting=record.meeting, person=record.guest, status=present))
        assert "Gæst Gæstesen" in record.text()

    def test_why_somebody_stayed_away_is_withheld(self, record: Record) -> None:
        away = AttendanceRecorded(
            meeting=record.meeting,
            person=record.anna,
            status=AttendanceStatus.APOLOGY,
            reason=AbsenceReason.ILLNESS,
            party="A",
        )
        number = record.given(away)
        record.given(RemarkRecorded(entry=number, text="Influenza."))
        correction = record.given(EntryCorrected(entry=number, replacement=away, reason="Var syg"))
        assert record.words(number) == ["/event/party"]
        assert record.words(correction) == ["/event/replacement/party"]
        assert not {"illness", "Influenza.", "Var syg"} & set(record.text().split('"'))
        (meeting,) = record.state().meetings
        assert [held.status for held in meeting.attendance] == ["apology"]

    def test_the_words_of_those_who_are_not_of_the_council(self, record: Record) -> None:
        record.given(ReferentNamed(meeting=record.meeting, person=record.guest))
        record.given(ReportGiven(item=record.open, person=record.guest, occasion="et årsmøde", text="Han fortalte."))
        record.given(StatementEntered(item=record.open, person=record.guest, statement="Jeg er imod.", text="Imod."))
        record.given(NoteWritten(meeting=record.meeting, item=record.open, text="Vi takker gæst gæstesens kone."))
        record.given(ReportGiven(item=record.open, person=record.anna, occasion="et kursus"))
        text = record.text()
        for word in ("Gæst", "gæst", "årsmøde", "fortalte.", "imod", "Imod"):
            assert word not in text, word
        assert "et kursus" in text
        assert [person.name for person in record.state().persons] == ["Anna Ægidius", WITHHELD]

    def test_who_stands_in_is_of_the_council(self, record: Record) -> None:
        record.given(StandInListed(person=record.guest, position=1), "2023-01-01")
        assert "Gæst Gæstesen" in record.text()

    def test_a_short_name_is_not_found_inside_a_longer_one(self, record: Record) -> None:
        record.given(PersonRegistered(name="Anna"))
        record.given(NoteWritten(meeting=record.meeting, item=record.open, text="Anna Ægidius holdt annas tale."))
        record.given(NoteWritten(meeting=record.meeting, item=record.open, text="Annasminde er en gård."))
        record.given(NoteWritten(meeting=record.meeting, item=record.open, text="Anna Ægidius' tale."))
        assert "annas tale" not in record.text()
        assert "Annasminde" in record.text()
        assert "Anna Ægidius' tale." in record.text()

    def test_who_recorded_is_told_where_that_is_a_member(self, record: Record) -> None:
        assert "Hanne Bro" not in record.text()
        record.book = Book(record.book.log, "bog", actor="Anna Ægidius")
        number = record.given(NoteWritten(meeting=record.meeting, item=record.open, text="Note."))
        assert record.words(number) == ["/event/text", "/recorded_by"]


class TestTheCopy:
    def test_has_the_same_bodies_and_no_word_that_was_not_there(self, record: Record) -> None:
        secretly(record)
        whole, public = list(record.book.log.read("bog")), list(PublicCopy(record.book.log).read("bog"))
        assert [sha256(body).digest() for body, _ in whole] == [sha256(body).digest() for body, _ in public]
        for (_, words), (_, left) in zip(whole, public, strict=True):
            assert orjson.loads(left).items() <= orjson.loads(words).items()

    def test_restores_verifies_and_replays(self, record: Record, tmp_path: Path) -> None:
        secretly(record)
        file = tmp_path / "public.jsonl"
        file.write_bytes(record.lines())
        restore(tmp_path / "public.referat", str(file))
        assert len(list(verified(tmp_path / "public.referat"))) == record.book.log.head("bog")
        log = SqliteLog(tmp_path / "public.referat")
        again = publish(Book(log, "bog").fold())
        assert state_json(again) == state_json(record.state())
        assert b"".join(written(body, words) for body, words in PublicCopy(log).read("bog")) == record.lines()
        log.close()

    def test_its_state_is_valid(self, record: Record) -> None:
        secretly(record)
        data = state_json(record.state())
        VALIDATOR.validate(msgspec.json.decode(data))
        assert b"Hemmelig" not in data

    def test_is_judged_by_the_newest_state(self, record: Record) -> None:
        head = record.book.log.head("bog")
        record.given(AgendaItemChanged(item=record.open, closed=True))
        early = [words for _, words in PublicCopy(record.book.log).read("bog", upto=head)]
        assert len(early) == head
        assert b"Sommerfest" not in b"".join(early)

    def test_is_not_recorded_in(self, record: Record) -> None:
        copy = PublicCopy(record.book.log)
        with pytest.raises(TypeError):
            copy.prepare()
        with pytest.raises(TypeError):
            copy.append([])


@settings(max_examples=8)
@given(st.integers(0, 2**32))
def test_random_books_have_public_copies(tmp_path_factory: pytest.TempPathFactory, seed: int) -> None:
    folder = tmp_path_factory.mktemp("public")
    book = recorded(folder / "one.referat", seed, 60)
    copy = PublicCopy(book.log)
    (folder / "lines.jsonl").write_bytes(b"".join(written(body, words) for body, words in copy.read("law")))
    restore(folder / "two.referat", str(folder / "lines.jsonl"))
    assert len(list(verified(folder / "two.referat"))) == book.log.head("law")
    state = publish(Book(copy, "law").fold())
    VALIDATOR.validate(msgspec.json.decode(state_json(state)))
    kept = {item.id: item for meeting in state.meetings for item in meeting.agenda}
    assert all(item.title == WITHHELD for item in kept.values() if item.closed)
    book.log.close()

"""Minutes tell who stood in for whom, and are taken over as such: a stand-in is no member."""

from pathlib import Path
from typing import Any

import pytest

from events.catalogue import (
    AttendanceRecorded,
    AttendanceStatus,
    MeetingOpened,
    MemberAppointed,
    MemberArrived,
    MemberLeft,
    NamedVote,
    NoteWritten,
    PersonRegistered,
    PersonRenamed,
    StandInCalled,
    VoteChoice,
    VoteHeld,
)
from events.moments import Effective
from events.sqlite.log import SqliteLog
from governance.book import Book
from governance.documents.model import StandIn
from governance.documents.reading.reading import read_text
from governance.documents.writing.document import Form, write
from governance.importing.taking_back import TakingBack
from governance.importing.taking_over import ImportRefused
from governance.rules.act import Act
from governance.state.fold import Fold
from governance.state.publishing import publish
from tests.governance.meeting_book import MeetingBook
from tests.governance.test_documents import differences
from tests.taken import only_book, take

FORMS: tuple[Form, ...] = ("md", "txt")
WHOLE, FOR_ITEM = "Stedfortræder for Bo Ørum: Karen Krag", "Stedfortræder for Carl Åkjær under punkt 2: Gæst Gæstesen"
LATER = """\
Referat
af møde i {body} i {municipality}

Tirsdag d. 14. marts 2023

Indbudte:\tMedlemmer:
Mødt\tAnna Ægidius
Mødt\tBo Ørum
Afbud\tCarl Åkjær

1. Budget.

Intet.
"""


class Stood(MeetingBook):
    """Anna is there; Karen stands in for Bo throughout, the guest for Carl under item 2, where both vote by name."""

    def __init__(self) -> None:
        super().__init__()
        self.karen: Any = f"p{self.given(PersonRegistered(name='Karen Krag'))}"
        self.given(MeetingOpened(meeting=self.m), "2023-01-10T15:00")
        self.given(StandInCalled(person=self.karen, member=self.bo, meeting=self.m))
        self.given(StandInCalled(person=self.guest, member=self.carl, item=self.two))
        for person in (self.anna, self.karen, self.guest):
            self.given(AttendanceRecorded(meeting=self.m, person=person, status=AttendanceStatus.PRESENT))
        self.given(MemberArrived(meeting=self.m, person=self.guest, item=self.two))
        self.given(MemberLeft(meeting=self.m, person=self.guest, item=self.two))
        voters = (self.anna, self.karen, self.guest)
        named = tuple(NamedVote(person=person, choice=VoteChoice.FOR) for person in voters)
        self.given(VoteHeld(item=self.two, adopted=True, named=named, text="Alle stemte for."))


@pytest.fixture
def book() -> Stood:
    return Stood()


def called(fold: Fold) -> list[tuple[str, str, str | None]]:
    """Return who was called in for whom, and under which item, by names and numbers."""
    return [
        (
            fold.persons[call.said.person],
            fold.persons[call.said.member],
            fold.items[call.said.item].number if call.said.item else None,
        )
        for call in fold.calls
    ]


def notes(book: Book) -> list[str | None]:
    """Return the words of all notes."""
    return [entry.event.text for entry in book.standing() if isinstance(entry.event, NoteWritten)]


def members(fold: Fold) -> set[str]:
    """Return the names of those who were ever appointed."""
    return {fold.persons[person] for person, facts in fold.memberships.items() if any(fact.joined for fact in facts)}


class TestWriting:
    def test_a_line_tells_it_below_the_attendance(self, book: Stood) -> None:
        text = book.written()
        assert f"\n\n{WHOLE}\n\n{FOR_ITEM}\n\n" in text
        assert text.index("Mødt") < text.index(WHOLE) < text.index("1. Budget")

    @pytest.mark.parametrize("form", FORMS)
    def test_it_reads_back(self, book: Stood, form: Form) -> None:
        document = book.minutes()
        assert document.stand_ins == (
            StandIn(name="Karen Krag", member="Bo Ørum"),
            StandIn(name="Gæst Gæstesen", member="Carl Åkjær", item="2"),
        )
        assert not differences(read_text(write(document, form)), document)

    def test_until_further_notice_is_not_of_a_meeting(self, book: Stood) -> None:
        before = book.written()
        book.given(StandInCalled(person=book.guest, member=book.bo), "2023-01-01")
        assert book.written() == before

    def test_everybody_is_called_as_on_the_day(self, book: Stood) -> None:
        book.given(PersonRenamed(person=book.karen, name="Karen Kvist"), "2023-01-05")
        book.given(PersonRenamed(person=book.bo, name="Bo Lind"), "2023-02-01")
        assert "Stedfortræder for Bo Ørum: Karen Kvist" in book.written()

    @pytest.mark.parametrize("form", FORMS)
    @pytest.mark.parametrize("name", ["karen krag", "Karen: Krag", "K | for Bo | punkt 3", "A under punkt 7", "[K]; L"])
    def test_names_that_make_no_such_line_read_back(self, book: Stood, form: Form, name: str) -> None:
        for person in (book.karen, book.bo):
            book.given(PersonRenamed(person=person, name=name + ("" if person == book.bo else " x")), "2023-01-01")
        document = book.minutes()
        text = write(document, form)
        assert read_text(text).stand_ins == document.stand_ins, text
        assert not differences(read_text(text), document), text

    @pytest.mark.parametrize("line", ["Stedfortræder for formanden: Karen Krag", "Stedfortræder for Bo Ørum"])
    def test_what_names_nobody_is_text(self, book: Stood, line: str) -> None:
        assert read_text(book.written().replace(WHOLE, line)).stand_ins == read_text(book.written()).stand_ins[1:]


class TestTakingOver:
    @pytest.mark.parametrize("form", FORMS)
    def test_the_same_stand_ins_are_called(self, book: Stood, tmp_path: Path, form: Form) -> None:
        path = tmp_path / "a.referat"
        ((proposal, _, _),) = take(path, [write(book.minutes(), form)])
        assert proposal.problems == []
        fold = only_book(path).fold()
        assert called(fold) == [("Karen Krag", "Bo Ørum", None), ("Gæst Gæstesen", "Carl Åkjær", "2")]
        assert members(fold) == {"Anna Ægidius", "Bo Ørum", "Carl Åkjær"}
        (meeting,) = publish(fold).meetings
        assert [(fold.persons[one.member], one.status) for one in meeting.attendance] == [  # type: ignore[index]
            ("Anna Ægidius", "present"),
            ("Karen Krag", "present"),
            ("Gæst Gæstesen", "present"),
        ]
        (vote,) = meeting.agenda[1].votes
        assert len(vote.named) == 3

    def test_other_minutes_make_no_members_of_them(self, book: Stood, tmp_path: Path) -> None:
        council = book.draft.fold.council
        assert council is not None
        later = LATER.format(body=council.name, municipality=council.municipality)
        for name, texts in (("a", [book.written(), later]), ("b", [later, book.written()])):
            take(tmp_path / name, texts)
            fold = only_book(tmp_path / name).fold()
            assert members(fold) == {"Anna Ægidius", "Bo Ørum", "Carl Åkjær"}
            assert all(fact.joined for facts in fold.memberships.values() for fact in facts)

    def test_it_is_taken_back_whole(self, book: Stood, tmp_path: Path) -> None:
        ((proposal, _, _),) = take(tmp_path / "a.referat", [book.written()])
        log = SqliteLog(tmp_path / "a.referat")
        held = Book(log, proposal.book, actor="Alice Ørsted")
        back = TakingBack(proposal.book, proposal.file.source.sha256, None, held.today())
        held.carry_out(back.plan)
        fold = held.fold()
        assert (back.kept, fold.calls, members(fold)) == ([], [], set())
        log.close()

    def test_an_unknown_item_is_taken_as_the_meeting(self, book: Stood, tmp_path: Path) -> None:
        text = "\n".join(
            line
            for line in book.written().replace("under punkt 2: G", "under punkt 9: G").split("\n")
            if not line.startswith(("Alle stemte", "[Afstemning"))
        )
        take(tmp_path / "a.referat", [text])
        assert called(only_book(tmp_path / "a.referat").fold())[1] == ("Gæst Gæstesen", "Carl Åkjær", None)

    def test_a_name_that_means_nobody_must_be_mended_or_stays_a_note(self, book: Stood, tmp_path: Path) -> None:
        text = book.written().replace(WHOLE, "Stedfortræder for Yrsa: Karen Krag")
        with pytest.raises(ImportRefused, match="Yrsa"):
            take(tmp_path / "a.referat", [text])
        take(tmp_path / "b.referat", [text], keep_unclear=True)
        assert "Stedfortræder for Yrsa: Karen Krag" in notes(only_book(tmp_path / "b.referat"))

    def test_a_member_stands_in_for_nobody(self, book: Stood, tmp_path: Path) -> None:
        ((first, _, _),) = take(tmp_path / "a.referat", [LATER.format(body="Rådet", municipality="Nordholm Kommune")])
        log = SqliteLog(tmp_path / "a.referat")
        held = Book(log, first.book, actor="Alice Ørsted")
        karen: Any = f"p{held.record(Act(event=PersonRegistered(name='Karen Krag')))[-1].number}"
        held.record(Act(event=MemberAppointed(person=karen), effective=Effective("2022-01-01")))
        log.close()
        ((proposal, _, _),) = take(tmp_path / "a.referat", [book.written()])
        assert [problem.code for problem in proposal.problems] == ["refused"]
        after = only_book(tmp_path / "a.referat")
        assert WHOLE in notes(after)
        assert called(after.fold()) == [("Gæst Gæstesen", "Carl Åkjær", "2")]

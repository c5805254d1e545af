"""Striking and correcting: by addition, at the place of the original, and never what others build on."""

import pytest

from events.catalogue import (
    AgendaItemAdded,
    AttendanceRecorded,
    AttendanceStatus,
    Authority,
    AuthorityKind,
    CouncilEstablished,
    DecisionOutcome,
    EntryCorrected,
    EntryStruck,
    ItemDecided,
    ItemPostponed,
    MeetingClosed,
    MeetingOpened,
    MeetingScheduled,
    MemberAppointed,
    MinutesApproved,
    MinutesIssued,
    NoteWritten,
    OrdstyrerElected,
    PersonRegistered,
    RemarkRecorded,
)
from governance.history import Recorded, approved_entries, replay_standing
from governance.state.publishing import publish
from tests.scenario import Scenario

WRITTEN = Authority(kind=AuthorityKind.WRITTEN_PROCEDURE)


@pytest.fixture
def book() -> Scenario:
    book = Scenario()
    book.anna = book.member("Anna Ægidius")  # type: ignore[attr-defined]
    book.m = f"m{book.given(MeetingScheduled(date='2023-01-10'))}"  # type: ignore[attr-defined]
    book.i = f"i{book.given(AgendaItemAdded(meeting=book.m, number='1', title='Budget'))}"  # type: ignore[attr-defined]
    return book


def test_what_is_struck_counts_no_more_and_is_still_there(book) -> None:
    number = book.given(ItemDecided(item=book.i))
    book.given(EntryStruck(entry=number, reason="Forkert punkt"))
    assert book.item(book.i).outcome == "none"
    assert [type(entry.event).__name__ for entry in book.draft.history.entries()][-2:] == ["ItemDecided", "EntryStruck"]


def test_a_strike_is_never_struck_and_nothing_twice(book) -> None:
    number = book.given(ItemDecided(item=book.i))
    strike = book.given(EntryStruck(entry=number, reason="Fejl"))
    assert "struck already" in book.refused(EntryStruck(entry=number, reason="Fejl"))
    assert "never struck" in book.refused(EntryStruck(entry=strike, reason="Fortryd"))
    assert "struck already" in book.refused(
        EntryCorrected(entry=number, replacement=ItemDecided(item=book.i), reason="x")
    )
    assert "no entry 999" in book.refused(EntryStruck(entry=999, reason="x"))
    assert "whose book" in book.refused(EntryStruck(entry=1, reason="x"))


def test_what_others_build_on_is_struck_with_them_or_not_at_all(book) -> None:
    meeting, item = int(book.m[1:]), int(book.i[1:])
    note = book.given(NoteWritten(meeting=book.m, item=book.i, text="Et notat"))
    said = book.refused(EntryStruck(entry=meeting, reason="Forkert møde"))
    assert f"entries {item}, {note} build on it" in said
    for number in (note, item, meeting):
        book.given(EntryStruck(entry=number, reason="Forkert møde"))
    assert book.state.meetings == []


def test_dependence_goes_through_what_is_introduced_on_the_way(book) -> None:
    note = book.given(NoteWritten(meeting=book.m, item=book.i, text="Udsat til maj."))
    told = book.given(ItemPostponed(item=book.i, told_in=f"n{note}"))  # type: ignore[arg-type]
    assert f"entries {told} build" in book.refused(EntryStruck(entry=note, reason="x"))


def test_a_correction_acts_at_the_place_of_the_original(book) -> None:
    first = book.given(NoteWritten(meeting=book.m, item=book.i, text="Første notat"))
    book.given(NoteWritten(meeting=book.m, item=book.i, text="Andet notat"))
    book.given(
        EntryCorrected(
            entry=first, replacement=NoteWritten(meeting=book.m, item=book.i, text="1. notat"), reason="Slåfejl"
        )
    )
    assert book.item(book.i).notes == ["1. notat", "Andet notat"]


def test_and_keeps_the_id_that_the_original_introduced(book) -> None:
    number = int(book.m[1:])
    book.given(EntryCorrected(entry=number, replacement=MeetingScheduled(date="2023-01-11"), reason="Forkert dag"))
    assert book.meeting(book.m).date == "2023-01-11"
    assert [item.id for item in book.meeting(book.m).agenda] == [book.i]


def test_a_correction_must_introduce_what_others_build_on(book) -> None:
    number = int(book.m[1:])
    said = book.refused(EntryCorrected(entry=number, replacement=PersonRegistered(name="x"), reason="x"))
    assert "must introduce the same" in said


def test_an_item_keeps_its_matter_and_number_when_its_title_is_corrected(book) -> None:
    before = book.item(book.i)
    book.given(
        EntryCorrected(
            entry=int(book.i[1:]), replacement=AgendaItemAdded(meeting=book.m, title="Budget 2024"), reason="Titel"
        )
    )
    after = book.item(book.i)
    assert (after.title, after.matter, after.number) == ("Budget 2024", before.matter, before.number)


def test_the_last_correction_stands_and_a_struck_one_gives_way(book) -> None:
    number = book.given(ItemDecided(item=book.i, text="Besluttet."))
    one = book.given(EntryCorrected(entry=number, replacement=ItemDecided(item=book.i, text="1"), reason="x"))
    two = book.given(EntryCorrected(entry=number, replacement=ItemDecided(item=book.i, text="2"), reason="x"))
    assert book.item(book.i).decision == "2"
    book.given(EntryStruck(entry=two, reason="x"))
    assert book.item(book.i).decision == "1"
    book.given(EntryStruck(entry=one, reason="x"))
    assert book.item(book.i).decision == "Besluttet."
    three = book.given(EntryCorrected(entry=number, replacement=ItemDecided(item=book.i, text="3"), reason="x"))
    assert "act on the record" in book.refused(
        EntryCorrected(entry=three, replacement=ItemDecided(item=book.i), reason="x")
    )


def test_a_correction_is_judged_as_if_it_stood_at_its_place(book) -> None:
    book.given(PersonRegistered(name="Gæst"))
    guest = f"p{book.draft.fold.number}"
    number = book.given(OrdstyrerElected(meeting=book.m, person=book.anna, item=book.i))
    said = book.refused(
        EntryCorrected(
            entry=number, replacement=OrdstyrerElected(meeting=book.m, person=guest, item=book.i), reason="x"
        )  # type: ignore[arg-type]
    )
    assert "not a member" in said
    appointed = int(book.anna[1:]) + 1
    book.given(
        EntryCorrected(
            entry=appointed,
            replacement=MemberAppointed(person=book.anna, party="A"),
            effective="2019-06-01",  # type: ignore[arg-type]
            reason="Forkert dag",
        )
    )
    member = book.state.members[0]
    assert (member.party, member.terms[0].from_) == ("A", "2019-06-01")


def test_other_consequences_are_allowed(book) -> None:
    """A minute book must be able to record what happened: that the ordstyrer turned out to be absent is a finding."""
    book.given(AttendanceRecorded(meeting=book.m, person=book.anna, status=AttendanceStatus.PRESENT))
    attended = book.draft.fold.number
    book.given(OrdstyrerElected(meeting=book.m, person=book.anna, item=book.i))
    absent = AttendanceRecorded(meeting=book.m, person=book.anna, status=AttendanceStatus.ABSENT)
    book.given(EntryCorrected(entry=attended, replacement=absent, reason="Var der ikke"))
    assert book.meeting(book.m).ordstyrer == book.anna


class TestAfterIssuing:
    @pytest.fixture
    def issued(self, book) -> Scenario:
        book.given(MeetingOpened(meeting=book.m))
        book.decided = book.given(ItemDecided(item=book.i, outcome=DecisionOutcome.APPROVED, text="Godkendt."))
        book.given(MeetingClosed(meeting=book.m))
        book.given(MinutesIssued(meeting=book.m, through=book.draft.fold.number, document_sha256="0" * 64))
        return book

    def test_an_authority_is_named(self, issued) -> None:
        book = issued
        strike = EntryStruck(entry=book.decided, reason="Fejl")
        assert "on what authority" in book.refused(strike)
        by_meeting = Authority(kind=AuthorityKind.MEETING)
        assert "Name the meeting" in book.refused(EntryStruck(entry=book.decided, reason="Fejl", authority=by_meeting))
        gone = Authority(kind=AuthorityKind.MEETING, meeting="m99")  # type: ignore[arg-type]
        assert "no meeting m99" in book.refused(EntryStruck(entry=book.decided, reason="Fejl", authority=gone))
        book.given(EntryStruck(entry=book.decided, reason="Fejl", authority=WRITTEN))

    def test_what_came_after_needs_none(self, issued) -> None:
        book = issued
        remark = book.given(RemarkRecorded(entry=2, text="x"))
        book.given(EntryStruck(entry=remark, reason="Fejl"))

    def test_as_approved_and_as_corrected(self, issued) -> None:
        """S9 and S14 of the scenarios: what the approval lists counts, what comes later does not."""
        book = issued
        listed = book.given(
            EntryCorrected(
                entry=book.decided,
                replacement=ItemDecided(item=book.i, outcome=DecisionOutcome.APPROVED, text="Godkendt med ændring."),
                reason="Rettet ved godkendelsen",
                authority=WRITTEN,
            )
        )
        later = f"m{book.given(MeetingScheduled(date='2023-03-14'))}"
        book.given(MinutesApproved(meeting=later, of="2023-01-10", corrections=(listed,)))  # type: ignore[arg-type]
        book.given(
            EntryCorrected(
                entry=book.decided,
                replacement=ItemDecided(item=book.i, outcome=DecisionOutcome.REJECTED, text="Forkastet."),
                reason="Senere rettelse",
                authority=WRITTEN,
            )
        )
        assert book.item(book.i).decision == "Forkastet."
        recorded = Recorded("test", lambda: list(book.draft.history.entries()))
        fold = book.draft.fold
        approved = publish(replay_standing("test", approved_entries(recorded, fold, fold.meeting(book.m))))
        item = approved.meetings[0].agenda[0]
        assert (item.decision, item.outcome) == ("Godkendt med ændring.", "approved")
        assert [meeting.date for meeting in approved.meetings] == ["2023-01-10"]


def test_the_council_is_corrected_not_struck(book) -> None:
    book.given(EntryCorrected(entry=1, replacement=CouncilEstablished(name="Ældrerådet"), reason="Forkert navn"))
    assert (book.state.council.name, book.state.council.municipality) == ("Ældrerådet", None)

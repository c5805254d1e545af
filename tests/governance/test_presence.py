"""Given, when, then: who was there and when, guests, breaks, who led, and who is inhabil."""

import pytest

from events.border import event_from
from events.catalogue import (
    AbsenceReason,
    AttendanceRecorded,
    AttendanceStatus,
    DisqualificationDecided,
    DisqualificationRaised,
    GuestAttended,
    GuestRole,
    MeetingForm,
    MeetingInterrupted,
    MeetingKind,
    MeetingOpened,
    MeetingRescheduled,
    MeetingResumed,
    MeetingScheduled,
    MemberArrived,
    MemberLeft,
    OrdstyrerElected,
    PresidingRole,
)
from events.errors import RefusedEvent
from governance.exporting import state_json
from tests.governance.meeting_book import MeetingBook

APOLOGY, PRESENT = AttendanceStatus.APOLOGY, AttendanceStatus.PRESENT
Span = tuple[str | None, str | None, str | None, str | None]


@pytest.fixture
def book() -> MeetingBook:
    return MeetingBook()


def spans(book: MeetingBook, person: str) -> list[Span]:
    """Return for which times a member was there."""
    held = next(held for held in book.the_meeting.attendance if held.member == person)
    return [(one.from_time, one.from_item, one.to_time, one.to_item) for one in held.present]


class TestComingAndGoing:
    def test_who_is_present_is_there_throughout(self, book: MeetingBook) -> None:
        book.opened()
        assert spans(book, book.anna) == [(None, None, None, None)]

    def test_who_came_late_and_went_early_was_there_in_between(self, book: MeetingBook) -> None:
        book.opened().given(MemberArrived(meeting=book.m, person=book.bo), "2023-01-10T15:20")
        book.given(MemberLeft(meeting=book.m, person=book.bo, item=book.two))
        assert spans(book, book.bo) == [("15:20", None, None, book.two)]

    def test_who_went_and_came_back_was_there_twice(self, book: MeetingBook) -> None:
        book.opened().given(MemberLeft(meeting=book.m, person=book.bo), "2023-01-10T15:20")
        book.given(MemberArrived(meeting=book.m, person=book.bo), "2023-01-10T15:40")
        assert spans(book, book.bo) == [(None, None, "15:20", None), ("15:40", None, None, None)]

    def test_the_order_of_the_meeting_counts_and_not_that_of_recording(self, book: MeetingBook) -> None:
        book.opened().given(MemberLeft(meeting=book.m, person=book.bo), "2023-01-10T16:00")
        book.given(MemberArrived(meeting=book.m, person=book.bo), "2023-01-10T15:20")
        assert spans(book, book.bo) == [("15:20", None, "16:00", None)]
        book.given(MemberLeft(meeting=book.m, person=book.carl, item=book.two))
        book.given(MemberArrived(meeting=book.m, person=book.carl, item=book.two))
        assert spans(book, book.carl) == [(None, book.two, None, book.two)]

    def test_who_came_was_there_even_where_nobody_listed_it(self, book: MeetingBook) -> None:
        book.given(MemberArrived(meeting=book.m, person=book.bo, item=book.two))
        assert [(held.member, held.status) for held in book.the_meeting.attendance] == [(book.bo, "present")]

    def test_nonsense_is_refused(self, book: MeetingBook) -> None:
        come, go = MemberArrived(meeting=book.m, person=book.bo), MemberLeft(meeting=book.m, person=book.bo)
        assert "Say when Bo Ørum came or left" in book.refused(come)
        assert "not a member" in book.refused(MemberArrived(meeting=book.m, person=book.guest), "2023-01-10T15:20")
        book.given(come, "2023-01-10T15:20")
        assert "has come already" in book.refused(come, "2023-01-10T15:30")
        book.given(go, "2023-01-10T15:40")
        assert "has left already" in book.refused(go, "2023-01-10T15:50")
        book.given(AttendanceRecorded(meeting=book.m, person=book.anna, status=APOLOGY))
        assert "stands as absent" in book.refused(MemberLeft(meeting=book.m, person=book.anna, item=book.one))
        wrong = MemberLeft(meeting=book.m, person=book.carl, item=book.elsewhere)
        assert "does not stand on the agenda" in book.refused(wrong)

    def test_it_is_told(self, book: MeetingBook) -> None:
        book.opened()
        assert book.said(MemberArrived(meeting=book.m, person=book.bo), "2023-01-10T15:20")[:2] == (
            "Bo Ørum ankom til mødet 10.01.2023",
            "Bo Ørum came late to the meeting of 10.01.2023",
        )
        assert book.said(MemberLeft(meeting=book.m, person=book.bo, item=book.two))[:2] == (
            "Bo Ørum gik efter 10.01.2023 punkt 2",
            "Bo Ørum left after 10.01.2023 item 2",
        )
        assert book.said(MemberArrived(meeting=book.m, person=book.carl, item=book.two))[:2] == (
            "Carl Åkjær ankom til 10.01.2023 punkt 2",
            "Carl Åkjær came as 10.01.2023 item 2 began",
        )
        assert book.said(MemberLeft(meeting=book.m, person=book.anna), "2023-01-10T16:00")[:2] == (
            "Anna Ægidius forlod mødet 10.01.2023 før tid",
            "Anna Ægidius left the meeting of 10.01.2023 early",
        )
        text = book.written()
        assert "Ankom kl. 15.20: Bo Ørum\n\nForlod mødet efter punkt 2: Bo Ørum" in text


class TestReasons:
    def test_a_reason_stays_in_the_book(self, book: MeetingBook) -> None:
        book.opened().given(
            AttendanceRecorded(meeting=book.m, person=book.bo, status=APOLOGY, reason=AbsenceReason.ILLNESS)
        )
        assert book.draft.fold.meetings[book.m].reasons == {book.bo: "illness"}
        assert b"illness" not in state_json(book.state)
        assert "illness" not in book.written()
        book.given(AttendanceRecorded(meeting=book.m, person=book.bo, status=APOLOGY))
        assert book.draft.fold.meetings[book.m].reasons == {}

    def test_who_was_there_has_none(self, book: MeetingBook) -> None:
        present = AttendanceRecorded(meeting=book.m, person=book.bo, status=PRESENT, reason=AbsenceReason.WORK)
        assert "was present" in book.refused(present)

    def test_it_is_one_of_a_few_words(self) -> None:
        fields = {"meeting": "m1", "person": "p1", "status": "apology", "reason": "flu"}
        with pytest.raises(RefusedEvent, match="reason cannot be 'flu'"):
            event_from("AttendanceRecorded", fields)


class TestGuests:
    def test_a_guest_is_there_for_the_meeting_or_an_item(self, book: MeetingBook) -> None:
        book.opened().given(GuestAttended(meeting=book.m, person=book.guest, role=GuestRole.OBSERVER))
        book.given(GuestAttended(meeting=book.m, person=book.guest, item=book.two))
        assert [(held.person, held.role, held.item) for held in book.the_meeting.guests] == [
            (book.guest, "observer", None),
            (book.guest, "guest", book.two),
        ]
        assert "Deltog som gæst under punkt 2: Gæst Gæstesen" in book.written()

    def test_nonsense_is_refused(self, book: MeetingBook) -> None:
        attended = GuestAttended(meeting=book.m, person=book.guest)
        book.given(attended)
        assert "among the guests already" in book.refused(attended)
        assert "is a member" in book.refused(GuestAttended(meeting=book.m, person=book.anna))

    @pytest.mark.parametrize(
        ("role", "danish", "english"),
        [
            (GuestRole.GUEST, "deltog som gæst", "was a guest"),
            (GuestRole.OBSERVER, "deltog som observatør", "was an observer"),
            (GuestRole.PRESENTER, "deltog som oplægsholder", "was there to present"),
            (GuestRole.ADMINISTRATION, "deltog fra forvaltningen", "was there from the administration"),
        ],
    )
    def test_it_is_told(self, book: MeetingBook, role: GuestRole, danish: str, english: str) -> None:
        assert book.said(GuestAttended(meeting=book.m, person=book.guest, role=role))[:2] == (
            f"Gæst Gæstesen {danish}: 10.01.2023",
            f"Gæst Gæstesen {english}: 10.01.2023",
        )


class TestBreaks:
    def test_a_meeting_is_interrupted_and_goes_on(self, book: MeetingBook) -> None:
        book.opened()
        assert book.said(MeetingInterrupted(meeting=book.m), "2023-01-10T15:30") == (
            "Mødet 10.01.2023 afbrudt",
            "Meeting of 10.01.2023 interrupted",
            "Mødet blev afbrudt kl. 15.30.",
        )
        assert book.said(MeetingResumed(meeting=book.m, item=book.two), "2023-01-11T09:00") == (
            "10.01.2023 punkt 2: mødet genoptaget",
            "10.01.2023 item 2: meeting resumed",
            "Mødet blev genoptaget kl. 09.00.",
        )
        (held,) = book.the_meeting.interruptions
        assert (held.from_, held.to, held.resumed, held.resumed_in) == (
            "2023-01-10T15:30",
            "2023-01-11T09:00",
            True,
            book.two,
        )

    def test_under_an_item_and_without_a_time(self, book: MeetingBook) -> None:
        book.opened()
        assert book.said(MeetingInterrupted(meeting=book.m, item=book.one)) == (
            "10.01.2023 punkt 1: mødet afbrudt",
            "10.01.2023 item 1: meeting interrupted",
            "Mødet blev afbrudt.",
        )
        assert book.said(MeetingResumed(meeting=book.m))[1] == "Meeting of 10.01.2023 resumed"

    def test_nonsense_is_refused(self, book: MeetingBook) -> None:
        interrupted, resumed = MeetingInterrupted(meeting=book.m), MeetingResumed(meeting=book.m)
        assert "has not been opened" in book.refused(interrupted)
        book.opened()
        assert "is not interrupted" in book.refused(resumed)
        book.given(interrupted)
        assert "is interrupted already" in book.refused(interrupted)


class TestDisqualification:
    def test_it_is_raised_and_decided(self, book: MeetingBook) -> None:
        assert book.said(DisqualificationRaised(item=book.one, person=book.bo, reason="Bo ejer grunden")) == (
            "10.01.2023 punkt 1: rejst, om Bo Ørum er inhabil: »Bo ejer grunden«",
            "10.01.2023 item 1: raised whether Bo Ørum is inhabil: »Bo ejer grunden«",
            "Det blev rejst, om Bo Ørum er inhabil, da Bo ejer grunden.",
        )
        assert book.said(DisqualificationDecided(item=book.one, person=book.bo, disqualified=True)) == (
            "10.01.2023 punkt 1: Bo Ørum erklæret inhabil",
            "10.01.2023 item 1: Bo Ørum declared inhabil",
            "Bo Ørum blev erklæret inhabil og forlod lokalet.",
        )
        (held,) = book.first.disqualifications
        assert (held.member, held.reason, held.disqualified) == (book.bo, "Bo ejer grunden", True)

    def test_somebody_is_found_not_to_be(self, book: MeetingBook) -> None:
        assert book.said(DisqualificationDecided(item=book.one, person=book.bo, disqualified=False)) == (
            "10.01.2023 punkt 1: Bo Ørum fundet ikke inhabil",
            "10.01.2023 item 1: Bo Ørum found not inhabil",
            "Det blev besluttet, at Bo Ørum ikke er inhabil.",
        )

    def test_of_an_absent_member_it_is_recorded_for_the_checks_to_find(self, book: MeetingBook) -> None:
        book.given(AttendanceRecorded(meeting=book.m, person=book.bo, status=APOLOGY))
        book.given(DisqualificationDecided(item=book.one, person=book.bo, disqualified=True))

    def test_nonsense_is_refused(self, book: MeetingBook) -> None:
        assert "not a member" in book.refused(DisqualificationRaised(item=book.one, person=book.guest))
        book.given(DisqualificationRaised(item=book.one, person=book.bo))
        assert "raised already" in book.refused(DisqualificationRaised(item=book.one, person=book.bo))
        decided = DisqualificationDecided(item=book.one, person=book.bo, disqualified=False)
        book.given(decided)
        assert "decided already" in book.refused(decided)


class TestLeading:
    def test_a_dirigent_need_be_no_member(self, book: MeetingBook) -> None:
        elected = OrdstyrerElected(meeting=book.m, person=book.guest, item=book.one)
        assert "not a member" in book.refused(elected)
        dirigent = OrdstyrerElected(meeting=book.m, person=book.guest, item=book.one, role=PresidingRole.DIRIGENT)
        assert book.said(dirigent) == (
            "Gæst Gæstesen valgt til dirigent 10.01.2023",
            "Gæst Gæstesen elected dirigent of 10.01.2023",
            "Gæst Gæstesen blev valgt til dirigent.",
        )
        assert (book.the_meeting.ordstyrer, book.the_meeting.ordstyrer_role) == (book.guest, "dirigent")

    def test_the_chair_leads_without_being_elected(self, book: MeetingBook) -> None:
        book.opened()
        leads = OrdstyrerElected(meeting=book.m, person=book.anna, role=PresidingRole.CHAIR)
        assert book.said(leads)[:2] == (
            "Anna Ægidius leder mødet 10.01.2023",
            "Anna Ægidius leads the meeting of 10.01.2023",
        )
        assert "Mødeleder: Anna Ægidius" in book.written()


class TestHowAMeetingIsHeld:
    def test_it_is_of_a_kind_and_a_form(self, book: MeetingBook) -> None:
        assert (book.the_meeting.kind, book.the_meeting.form) == ("ordinary", None)
        extraordinary = MeetingScheduled(date="2023-02-01", kind=MeetingKind.EXTRAORDINARY, form=MeetingForm.ONLINE)
        danish, english, _ = book.said(extraordinary, "2023-01-20")
        assert danish == "Møde 01.02.2023, ekstraordinært møde, online"
        assert english == "Meeting on 01.02.2023, extraordinary, online"
        meeting = next(held for held in book.state.meetings if held.date == "2023-02-01")
        assert (meeting.kind, meeting.form) == ("extraordinary", "online")

    def test_what_is_left_out_stays(self, book: MeetingBook) -> None:
        book.given(MeetingRescheduled(meeting=book.m, date="2023-01-10", form=MeetingForm.WRITTEN), "2023-01-01")
        book.given(MeetingRescheduled(meeting=book.m, date="2023-01-11"), "2023-01-02")
        book.given(MeetingOpened(meeting=book.m))
        assert book.the_meeting.form == "written"
        assert "Mødeform: skriftlig behandling" in book.written()

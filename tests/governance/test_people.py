"""Given, when, then: names that change, members and their leave, stand-ins, offices, representatives."""

import pytest

from events.catalogue import (
    AgendaItemAdded,
    AnyEvent,
    AttendanceRecorded,
    AttendanceStatus,
    CouncilDissolved,
    CouncilRenamed,
    EndCause,
    ExternalBodyRegistered,
    ExternalBodyRenamed,
    ItemKind,
    LeaveEnded,
    LeaveGranted,
    MeetingOpened,
    MeetingScheduled,
    MemberAppointed,
    MemberReappointed,
    MembershipBasis,
    MembershipEnded,
    Office,
    OfficeEnded,
    OfficerElected,
    PersonRegistered,
    PersonRenamed,
    RepresentationEnded,
    RepresentativeElected,
    RulesAdopted,
    StandInCalled,
    StandInListed,
    StandInRemoved,
)
from governance.documents.composing import compose_minutes
from governance.history import amendments_in, replay
from governance.language import speak
from governance.state.model import Member, State
from governance.state.publishing import publish
from governance.wording.lines import line
from tests.governance.test_documents import in_force
from tests.scenario import Scenario


class People(Scenario):
    """A council of two members, with a guest, a meeting on 10 January 2023 with an item, and another body."""

    def __init__(self) -> None:
        super().__init__()
        self.anna = self.member("Anna Ægidius")
        self.bo = self.member("Bo Ørum")
        self.chau = f"p{self.given(PersonRegistered(name='Chau Nguyen'))}"
        self.m = f"m{self.given(MeetingScheduled(date='2023-01-10'), '2022-10-01')}"
        self.i = f"i{self.given(AgendaItemAdded(meeting=self.m, number='1', title='Valg', kind=ItemKind.ELECTION))}"  # type: ignore[arg-type]
        self.b = f"b{self.given(ExternalBodyRegistered(name='Kulturudvalget'))}"

    def on(self, day: str) -> State:
        """The state as in force on a day."""
        entries = list(self.draft.history.entries())
        return publish(replay("test", entries, amendments_in(entries), on=day))

    def person(self, identifier: str) -> Member:
        """A member of the published state."""
        return next(member for member in self.state.members if member.id == identifier)

    def said(self, event: AnyEvent, effective: str | None = None) -> tuple[str, str]:
        """Record an event and return its line in English and in Danish."""
        self.given(event, effective)
        recorded = list(self.draft.history.entries())[-1].event
        try:
            speak("da")
            danish = line(self.draft.fold, recorded)
        finally:
            speak("en")
        return line(self.draft.fold, recorded), danish

    @property
    def minutes(self) -> list[str]:
        """What stands in the minutes under the item."""
        meeting = self.draft.fold.meetings[self.m]  # type: ignore[index]
        document = compose_minutes(self.draft.fold, in_force(self.draft), meeting)
        return [statement.text for statement in document.items[0].statements]


@pytest.fixture
def book() -> People:
    speak("en")
    return People()


class TestNames:
    def test_a_person_keeps_the_old_name_with_its_days(self, book: People) -> None:
        said = book.said(PersonRenamed(person=book.bo, name="Bo Lind"), "2023-06-01")
        assert said == ("Bo Ørum is now called Bo Lind", "Bo Ørum hedder nu Bo Lind")
        held = next(person for person in book.state.persons if person.id == book.bo)
        assert (held.name, [(one.name, one.from_) for one in held.names]) == (
            "Bo Lind",
            [("Bo Ørum", None), ("Bo Lind", "2023-06-01")],
        )
        assert [member.name for member in book.on("2023-05-31").members] == ["Anna Ægidius", "Bo Ørum"]
        assert [member.name for member in book.on("2023-06-01").members] == ["Anna Ægidius", "Bo Lind"]

    def test_an_earlier_name_recorded_later_counts_before(self, book: People) -> None:
        book.given(PersonRenamed(person=book.bo, name="Bo Lind"), "2023-06-01")
        book.given(PersonRenamed(person=book.bo, name="Bo Holm"), "2022-06-01")
        assert next(person for person in book.state.persons if person.id == book.bo).name == "Bo Lind"
        assert book.on("2022-12-31").members[1].name == "Bo Holm"

    def test_the_same_name_is_no_new_one(self, book: People) -> None:
        assert "is Bo Ørum already" in book.refused(PersonRenamed(person=book.bo, name="Bo Ørum"))
        assert "is Rådet already" in book.refused(CouncilRenamed(name="Rådet"))
        assert "is Kulturudvalget already" in book.refused(ExternalBodyRenamed(body=book.b, name="Kulturudvalget"))  # type: ignore[arg-type]
        assert "no person p99" in book.refused(PersonRenamed(person="p99", name="X"))  # type: ignore[arg-type]
        assert "no body b99" in book.refused(ExternalBodyRenamed(body="b99", name="X"))  # type: ignore[arg-type]

    def test_older_minutes_keep_the_old_names(self, book: People) -> None:
        """S18."""
        book.given(MeetingOpened(meeting=book.m))  # type: ignore[arg-type]
        present = AttendanceRecorded(meeting=book.m, person=book.bo, status=AttendanceStatus.PRESENT)  # type: ignore[arg-type]
        book.given(present)
        book.given(PersonRenamed(person=book.bo, name="Bo Lind"), "2023-06-01")
        book.given(ExternalBodyRenamed(body=book.b, name="Trivselsudvalget"), "2023-06-01")  # type: ignore[arg-type]
        book.given(CouncilRenamed(name="Rådet for Medborgerskab"), "2023-06-01")
        book.given(RepresentativeElected(person=book.bo, body=book.b, item=book.i))  # type: ignore[arg-type]
        assert book.minutes == ["Bo Ørum blev valgt som repræsentant i Kulturudvalget."]
        document = compose_minutes(book.draft.fold, in_force(book.draft), book.draft.fold.meetings[book.m])  # type: ignore[index]
        assert (document.body, [attendee.name for attendee in document.attendees]) == ("Rådet", ["Bo Ørum"])
        assert book.state.council.name == "Rådet for Medborgerskab"
        assert [body.name for body in book.state.bodies] == ["Trivselsudvalget"]

    def test_two_bodies_are_not_called_the_same(self, book: People) -> None:
        other = f"b{book.given(ExternalBodyRegistered(name='Jobteamet'))}"
        assert "registered already" in book.refused(ExternalBodyRenamed(body=other, name="kulturudvalget"))  # type: ignore[arg-type]

    def test_the_lines_of_a_council_and_a_body(self, book: People) -> None:
        assert book.said(CouncilRenamed(name="Nyt Råd"), "2024-01-01") == (
            "Rådet is now called Nyt Råd",
            "Rådet hedder nu Nyt Råd",
        )
        assert book.said(ExternalBodyRenamed(body=book.b, name="Jobteamet"), "2024-01-01") == (  # type: ignore[arg-type]
            "Kulturudvalget is now called Jobteamet",
            "Kulturudvalget hedder nu Jobteamet",
        )


class TestDissolution:
    def test_a_council_ends_once(self, book: People) -> None:
        said = book.said(CouncilDissolved(successor="Udvalget", reason="Sammenlagt."), "2024-01-01")
        assert said == (
            "The council was dissolved; Udvalget takes over: »Sammenlagt.«",
            "Rådet nedlagt; Udvalget tager over: »Sammenlagt.«",
        )
        held = book.state.council.dissolved
        assert held is not None
        assert (held.on, held.successor, held.reason) == ("2024-01-01", "Udvalget", "Sammenlagt.")
        assert book.on("2023-12-31").council.dissolved is None
        assert "already" in book.refused(CouncilDissolved())

    def test_and_adopts_nothing_after_that(self, book: People) -> None:
        book.given(CouncilDissolved(), "2024-01-01")
        assert "dissolved on 2024-01-01" in book.refused(CouncilRenamed(name="Nyt Råd"), "2024-02-01")
        assert "dissolved on 2024-01-01" in book.refused(RulesAdopted(title="Forretningsorden"), "2024-02-01")
        book.given(CouncilRenamed(name="Nyt Råd"), "2023-12-01")


class TestTerms:
    def test_how_somebody_became_a_member(self, book: People) -> None:
        said = book.said(
            MemberAppointed(
                person=book.chau,  # type: ignore[arg-type]
                organisation="Kvindeforeningen",
                appointed_by="Byrådet",
                basis=MembershipBasis.NOMINATED,
                until="2025-12-31",
                votes=False,
            ),
            "2023-01-01",
        )
        assert said == (
            "Chau Nguyen became a member, nominated, by Byrådet, for Kvindeforeningen, without a vote, until 31.12.2025",
            "Chau Nguyen blev medlem, indstillet, af Byrådet, for Kvindeforeningen, uden stemmeret, til og med 31.12.2025",
        )
        (term,) = book.person(book.chau).terms
        assert (term.organisation, term.appointed_by, term.basis) == ("Kvindeforeningen", "Byrådet", "nominated")
        assert (term.until, term.votes, term.to) == ("2025-12-31", False, None)

    def test_no_term_ends_before_it_begins(self, book: People) -> None:
        appointed = MemberAppointed(person=book.chau, until="2022-12-31")  # type: ignore[arg-type]
        assert "lies before the first" in book.refused(appointed, "2023-01-01")
        again = MemberReappointed(person=book.anna, until="2022-12-31")
        assert "lies before the first" in book.refused(again, "2023-01-01")

    def test_after_the_last_day_a_new_term_begins(self, book: People) -> None:
        """S19: an old term ran out, and nobody recorded its end."""
        book.given(MemberAppointed(person=book.chau, until="2025-12-31"), "2022-01-01")  # type: ignore[arg-type]
        again = MemberAppointed(person=book.chau)  # type: ignore[arg-type]
        assert "member already" in book.refused(again, "2025-12-31")
        book.given(again, "2026-02-01")
        assert [(term.from_, term.to) for term in book.person(book.chau).terms] == [
            ("2022-01-01", "2026-01-01"),
            ("2026-02-01", None),
        ]

    def test_a_member_is_reappointed(self, book: People) -> None:
        book.given(MemberAppointed(person=book.chau, until="2025-12-31"), "2022-01-01")  # type: ignore[arg-type]
        said = book.said(MemberReappointed(person=book.chau, until="2029-12-31"), "2026-01-01")  # type: ignore[arg-type]
        assert said == (
            "Chau Nguyen reappointed as a member, until 31.12.2029",
            "Chau Nguyen genudpeget som medlem, til og med 31.12.2029",
        )
        (term,) = book.person(book.chau).terms
        assert (term.until, term.reappointed, term.to) == ("2029-12-31", ["2026-01-01"], None)
        assert "member already" in book.refused(MemberAppointed(person=book.chau), "2028-01-01")  # type: ignore[arg-type]

    def test_who_is_no_member_is_not_reappointed(self, book: People) -> None:
        assert "not a member" in book.refused(MemberReappointed(person=book.chau))  # type: ignore[arg-type]

    def test_why_a_membership_ended(self, book: People) -> None:
        said = book.said(MembershipEnded(person=book.bo, cause=EndCause.MOVED), "2023-06-30")
        assert said == ("Bo Ørum ceased to be a member: moved away", "Bo Ørum udtrådte: fraflyttet")
        (term,) = book.person(book.bo).terms
        assert (term.to, term.cause) == ("2023-06-30", "moved")


class TestLeave:
    def test_a_member_goes_on_leave_and_comes_back(self, book: People) -> None:
        assert book.said(LeaveGranted(person=book.anna, until="2023-09-30"), "2023-04-01") == (
            "Anna Ægidius has leave, until 30.09.2023",
            "Anna Ægidius har orlov, til og med 30.09.2023",
        )
        assert "on leave already" in book.refused(LeaveGranted(person=book.anna), "2023-05-01")
        assert book.said(LeaveEnded(person=book.anna), "2023-09-01") == (
            "Anna Ægidius is back from leave",
            "Anna Ægidius er tilbage fra orlov",
        )
        (leave,) = book.person(book.anna).leaves
        assert (leave.from_, leave.until, leave.to) == ("2023-04-01", "2023-09-30", "2023-09-01")

    def test_anew_after_the_last_day(self, book: People) -> None:
        book.given(LeaveGranted(person=book.anna, until="2023-09-30"), "2023-04-01")
        book.given(LeaveGranted(person=book.anna), "2024-01-01")
        assert [(leave.from_, leave.to) for leave in book.person(book.anna).leaves] == [
            ("2023-04-01", "2023-10-01"),
            ("2024-01-01", None),
        ]

    def test_what_is_no_leave(self, book: People) -> None:
        assert "not a member" in book.refused(LeaveGranted(person=book.chau))  # type: ignore[arg-type]
        assert "lies before the first" in book.refused(LeaveGranted(person=book.bo, until="2023-01-01"), "2023-02-01")
        assert "not on leave" in book.refused(LeaveEnded(person=book.anna))
        book.given(LeaveGranted(person=book.anna), "2023-04-01")
        assert "not on leave on 2023-03-01" in book.refused(LeaveEnded(person=book.anna), "2023-03-01")


class TestStandIns:
    def test_lists_have_an_order(self, book: People) -> None:
        dorte = f"p{book.given(PersonRegistered(name='Dorte Åkjær'))}"
        book.given(StandInListed(person=dorte, position=2, of="A"), "2022-01-01")  # type: ignore[arg-type]
        said = book.said(StandInListed(person=book.chau, position=1, of="A"), "2022-01-01")  # type: ignore[arg-type]
        assert said == (
            "Chau Nguyen is stand-in no. 1 on the list of A",
            "Chau Nguyen er stedfortræder nr. 1 på listen for A",
        )
        assert [(held.person, held.position) for held in book.state.stand_ins] == [(book.chau, 1), (dorte, 2)]
        assert "Number 2 on that list is Dorte Åkjær" in book.refused(
            StandInListed(person=book.chau, position=2, of="A")  # type: ignore[arg-type]
        )
        assert "number 1 on that list already" in book.refused(StandInListed(person=book.chau, position=1, of="A"))  # type: ignore[arg-type]

    def test_the_list_of_a_member_and_of_the_council(self, book: People) -> None:
        assert book.said(StandInListed(person=book.chau, position=1, member=book.anna)) == (  # type: ignore[arg-type]
            "Chau Nguyen is stand-in no. 1 for Anna Ægidius",
            "Chau Nguyen er stedfortræder nr. 1 for Anna Ægidius",
        )
        assert book.said(StandInListed(person=book.chau, position=3))[1] == "Chau Nguyen er stedfortræder nr. 3"  # type: ignore[arg-type]
        assert "Leave out one" in book.refused(StandInListed(person=book.chau, position=1, member=book.bo, of="A"))  # type: ignore[arg-type]
        assert "cannot stand in for Bo Ørum" in book.refused(StandInListed(person=book.bo, position=1, member=book.bo))
        assert "not a member" in book.refused(StandInListed(person=book.bo, position=1, member=book.chau))  # type: ignore[arg-type]

    def test_who_moves_on_the_list_gives_the_place_free(self, book: People) -> None:
        book.given(StandInListed(person=book.chau, position=1), "2022-01-01")  # type: ignore[arg-type]
        book.given(StandInListed(person=book.chau, position=2), "2022-02-01")  # type: ignore[arg-type]
        assert [(held.position, held.to) for held in book.state.stand_ins] == [(2, None), (1, "2022-02-01")]

    def test_and_off_it(self, book: People) -> None:
        assert "no list of stand-ins" in book.refused(StandInRemoved(person=book.chau))  # type: ignore[arg-type]
        book.given(StandInListed(person=book.chau, position=1), "2022-01-01")  # type: ignore[arg-type]
        assert book.said(StandInRemoved(person=book.chau), "2022-06-01") == (  # type: ignore[arg-type]
            "Chau Nguyen is no longer a stand-in",
            "Chau Nguyen er ikke længere stedfortræder",
        )
        assert book.state.stand_ins[0].to == "2022-06-01"

    def test_who_is_called_in_may_be_present(self, book: People) -> None:
        present = AttendanceRecorded(meeting=book.m, person=book.chau, status=AttendanceStatus.PRESENT)  # type: ignore[arg-type]
        assert "not a member" in book.refused(present)
        assert book.said(StandInCalled(person=book.chau, member=book.bo, meeting=book.m)) == (  # type: ignore[arg-type]
            "Chau Nguyen called in for Bo Ørum, meeting of 10.01.2023",
            "Chau Nguyen indkaldt for Bo Ørum, mødet 10.01.2023",
        )
        book.given(present)
        later = f"m{book.given(MeetingScheduled(date='2023-03-14'), '2022-10-01')}"
        absent = AttendanceRecorded(meeting=later, person=book.chau, status=AttendanceStatus.PRESENT)  # type: ignore[arg-type]
        assert "not a member" in book.refused(absent)

    def test_for_one_item(self, book: People) -> None:
        said = book.said(StandInCalled(person=book.chau, member=book.bo, item=book.i))  # type: ignore[arg-type]
        assert said[0] == "Chau Nguyen called in for Bo Ørum, 10.01.2023 item 1"
        (call,) = book.state.stand_in_calls
        assert (call.meeting, call.item, call.from_) == (book.m, book.i, "2023-01-10")

    def test_until_further_notice(self, book: People) -> None:
        book.given(LeaveGranted(person=book.bo), "2023-01-01")
        assert "until further notice" in book.said(StandInCalled(person=book.chau, member=book.bo), "2023-01-01")[0]  # type: ignore[arg-type]
        book.given(AttendanceRecorded(meeting=book.m, person=book.chau, status=AttendanceStatus.PRESENT))  # type: ignore[arg-type]
        book.given(LeaveEnded(person=book.bo), "2023-02-01")
        later = f"m{book.given(MeetingScheduled(date='2023-03-14'), '2022-10-01')}"
        present = AttendanceRecorded(meeting=later, person=book.chau, status=AttendanceStatus.PRESENT)  # type: ignore[arg-type]
        assert "not a member" in book.refused(present)

    def test_who_is_not_called_in(self, book: People) -> None:
        assert "is a member on" in book.refused(StandInCalled(person=book.anna, member=book.bo))
        assert "cannot stand in" in book.refused(StandInCalled(person=book.bo, member=book.bo))
        assert "not a member" in book.refused(StandInCalled(person=book.anna, member=book.chau))  # type: ignore[arg-type]
        assert "no meeting m99" in book.refused(StandInCalled(person=book.chau, member=book.bo, meeting="m99"))  # type: ignore[arg-type]


class TestOffices:
    def test_a_chair_is_elected(self, book: People) -> None:
        said = book.said(OfficerElected(person=book.anna, office=Office.CHAIR, until="2025-12-31", item=book.i))  # type: ignore[arg-type]
        assert said == (
            "10.01.2023 item 1: Anna Ægidius elected chair, until 31.12.2025",
            "10.01.2023 punkt 1: Anna Ægidius valgt til formand, til og med 31.12.2025",
        )
        assert book.minutes == ["Anna Ægidius blev valgt til formand frem til og med d. 31. december 2025."]
        (held,) = book.state.offices
        assert (held.person, held.office, held.from_, held.meeting) == (book.anna, "chair", "2023-01-10", book.m)
        assert book.item(book.i).outcome == "elected"

    def test_who_is_no_member_leads_no_council(self, book: People) -> None:
        assert "not a member" in book.refused(OfficerElected(person=book.chau, office=Office.CHAIR))  # type: ignore[arg-type]
        assert "not a member" in book.refused(OfficerElected(person=book.chau, office=Office.VICE_CHAIR))  # type: ignore[arg-type]
        book.given(OfficerElected(person=book.chau, office=Office.AUDITOR))  # type: ignore[arg-type]

    def test_the_next_chair_takes_the_place(self, book: People) -> None:
        book.given(OfficerElected(person=book.anna, office=Office.CHAIR), "2022-01-01")
        book.given(OfficerElected(person=book.bo, office=Office.CHAIR), "2023-01-01")
        assert [(held.person, held.to) for held in book.state.offices] == [(book.anna, "2023-01-01"), (book.bo, None)]
        assert "does not hold that office" in book.refused(OfficeEnded(person=book.anna, office=Office.CHAIR))

    def test_auditors_sit_side_by_side(self, book: People) -> None:
        book.given(OfficerElected(person=book.anna, office=Office.AUDITOR), "2022-01-01")
        book.given(OfficerElected(person=book.bo, office=Office.AUDITOR), "2023-01-01")
        assert [held.to for held in book.state.offices] == [None, None]

    def test_an_office_of_another_kind_has_a_title(self, book: People) -> None:
        assert "its title" in book.refused(OfficerElected(person=book.bo, office=Office.OTHER))
        said = book.said(OfficerElected(person=book.bo, office=Office.OTHER, title="fanebærer", meeting=book.m))  # type: ignore[arg-type]
        assert said[1] == "10.01.2023: Bo Ørum valgt til fanebærer"
        assert book.meeting(book.m).notes == ["Bo Ørum blev valgt til fanebærer."]

    def test_an_election_that_no_minutes_tell_has_no_text(self, book: People) -> None:
        book.given(OfficerElected(person=book.bo, office=Office.CHAIR), "2022-01-01")
        worded = OfficerElected(person=book.bo, office=Office.CHAIR, text="Bo er formand.")
        assert "Name the meeting" in book.refused(worded)

    def test_an_office_ends(self, book: People) -> None:
        book.given(OfficerElected(person=book.anna, office=Office.CHAIR, title="forperson"), "2022-01-01")
        assert "does not hold" in book.refused(OfficeEnded(person=book.anna, office=Office.CHAIR), "2021-12-31")
        assert book.said(OfficeEnded(person=book.anna, office=Office.CHAIR), "2023-01-01") == (
            "Anna Ægidius is no longer forperson",
            "Anna Ægidius er ikke længere forperson",
        )
        assert book.state.offices[0].to == "2023-01-01"

    def test_a_representative_is_elected_and_leaves(self, book: People) -> None:
        elected = RepresentativeElected(person=book.bo, body=book.b, item=book.i)  # type: ignore[arg-type]
        assert book.said(elected) == (
            "10.01.2023 item 1: Bo Ørum elected to represent the council in Kulturudvalget",
            "10.01.2023 punkt 1: Bo Ørum valgt til at repræsentere rådet i Kulturudvalget",
        )
        assert book.minutes == ["Bo Ørum blev valgt som repræsentant i Kulturudvalget."]
        assert book.said(RepresentationEnded(person=book.bo, body=book.b), "2024-01-01") == (  # type: ignore[arg-type]
            "Bo Ørum no longer represents the council in Kulturudvalget",
            "Bo Ørum repræsenterer ikke længere rådet i Kulturudvalget",
        )
        (held,) = book.state.representations
        assert (held.from_, held.to, held.item) == ("2023-01-10", "2024-01-01", book.i)

    def test_what_is_no_representation(self, book: People) -> None:
        assert "no body b99" in book.refused(RepresentativeElected(person=book.bo, body="b99"))  # type: ignore[arg-type]
        assert "no person p99" in book.refused(RepresentativeElected(person="p99", body=book.b))  # type: ignore[arg-type]
        assert "does not represent" in book.refused(RepresentationEnded(person=book.bo, body=book.b))  # type: ignore[arg-type]
        early = RepresentativeElected(person=book.bo, body=book.b, until="2022-01-01", meeting=book.m)  # type: ignore[arg-type]
        assert "lies before the first" in book.refused(early)

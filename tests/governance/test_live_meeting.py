"""A meeting while it goes on: attendance, the next meeting, votes, late items, and what is told of it."""

from datetime import UTC, datetime
from typing import Any

import msgspec
import pytest

from events.catalogue import (
    AttendanceStatus,
    EntryStruck,
    MeetingScheduled,
    MemberAppointed,
    PersonRegistered,
    ProposalMade,
    Rules,
    RulesAdopted,
    StandInListed,
    StandInRule,
    TieRule,
    VoteChoice,
    VoteMethod,
)
from governance.history import amendments_in
from governance.language import speak
from governance.sitting.attending import attend, attendees, call_in, come_or_go, listed_stand_ins
from governance.sitting.changing import attend_as_guest, move, pause, sit_in, take_up_late, withdraw
from governance.sitting.coming import Wanted, WantedPart, hours_typed, parts_typed, proposed_after, schedule
from governance.sitting.course import sitting
from governance.sitting.hours import clock_at
from governance.sitting.leading import usual_referent
from governance.sitting.opening import close_meeting, open_meeting
from governance.sitting.settling import note, postpone
from governance.sitting.told import first_entry, told_of
from governance.sitting.voting import Ballot, by_group, by_name, parties, questions, usual_tie, vote, voters
from tests.governance.meeting_book import MeetingBook


@pytest.fixture
def book() -> MeetingBook:
    return MeetingBook().opened()


def _told(book: MeetingBook) -> Any:
    recorded: Any = "2023-01-12T09:00:00.000000Z"
    entries = [msgspec.structs.replace(entry, recorded_at=recorded) for entry in book.draft.history.entries()]
    after = [entry for entry in entries if entry.number >= first_entry(book.draft.fold, book.m)]
    return told_of(book.draft.fold, book.m, after, amendments_in(entries))


class TestAttendance:
    def test_only_what_changes_is_recorded(self, book: MeetingBook) -> None:
        before = book.draft.fold.number
        statuses = {book.anna: AttendanceStatus.PRESENT, book.bo: AttendanceStatus.APOLOGY}
        attend(book.m, statuses)(book.draft)
        assert book.draft.fold.number == before + 1
        assert sitting(book.draft.fold, book.m).room.there == (book.anna, book.carl)

    def test_who_is_there_leaves_and_comes_back(self, book: MeetingBook) -> None:
        come_or_go(book.m, book.bo, "15:40")(book.draft)
        assert not next(one for one in attendees(book.draft.fold, book.m) if one.person == book.bo).there
        come_or_go(book.m, book.bo, "16:05")(book.draft)
        held = next(held for held in book.the_meeting.attendance if held.member == book.bo)
        assert [(one.from_time, one.to_time) for one in held.present] == [(None, "15:40"), ("16:05", None)]

    def test_who_sent_an_apology_comes_after_all(self, book: MeetingBook) -> None:
        attend(book.m, {book.bo: AttendanceStatus.APOLOGY})(book.draft)
        come_or_go(book.m, book.bo, "15:40")(book.draft)
        held = next(held for held in book.the_meeting.attendance if held.member == book.bo)
        assert (held.status, held.present[0].from_time) == ("present", "15:40")

    def test_a_stand_in_sits_for_a_member(self, book: MeetingBook) -> None:
        dora: Any = f"p{book.given(PersonRegistered(name='Dora Åby'))}"
        book.given(StandInListed(person=dora, position=1), "2022-01-01")
        assert listed_stand_ins(book.draft.fold, book.draft.fold.meetings[book.m]) == (dora,)
        call_in(book.m, dora, book.carl)(book.draft)
        one = next(one for one in attendees(book.draft.fold, book.m) if one.person == dora)
        assert (one.as_, one.stands_in_for, one.status) == ("stand-in", "Carl Åkjær", AttendanceStatus.PRESENT)
        assert sitting(book.draft.fold, book.m).room.there == (book.anna, book.bo, dora)
        assert listed_stand_ins(book.draft.fold, book.draft.fold.meetings[book.m]) == ()

    def test_somebody_unknown_is_registered_on_the_way_in(self, book: MeetingBook) -> None:
        attend_as_guest(book.m, "new:Gerda  Gran")(book.draft)
        sit_in(book.m, "new:Eva Æbelø", book.anna)(book.draft)
        names = {person.id: person.name for person in book.state.persons}
        assert [names[guest.person] for guest in book.the_meeting.guests] == ["Gerda Gran"]
        assert [one.name for one in attendees(book.draft.fold, book.m) if one.as_ != "member"] == [
            "Eva Æbelø",
            "Gerda Gran",
        ]

    def test_who_votes_without_being_a_member_is_told_apart(self, book: MeetingBook) -> None:
        dora: Any = f"p{book.given(PersonRegistered(name='Dora Åby'))}"
        book.given(MemberAppointed(person=dora, votes=False), "2022-01-01")
        assert {one.name: one.as_ for one in attendees(book.draft.fold, book.m)}["Dora Åby"] == "attached"


class TestHours:
    @pytest.mark.parametrize(
        ("moment", "time"),
        [((2023, 1, 10, 14, 30), "15:30"), ((2023, 1, 10, 23, 30), None), ((2023, 1, 9, 23, 30), "00:30")],
    )
    def test_the_clock_tells_the_time_on_the_day_in_denmark_only(
        self, moment: tuple[int, ...], time: str | None
    ) -> None:
        assert clock_at("2023-01-10", datetime(*moment, tzinfo=UTC)) == time  # type: ignore[arg-type,misc]

    def test_opened_and_closed_with_and_without_a_time(self) -> None:
        book = MeetingBook()
        open_meeting(book.m, "15:31", "Gæst Gæstesen")(book.draft)
        close_meeting(book.m, "")(book.draft)
        held = book.the_meeting
        assert (held.opened_at, held.closed_at, held.status, held.referent) == ("15:31", None, "closed", book.guest)

    def test_who_records_writes_the_minutes_else_who_did_last(self, book: MeetingBook) -> None:
        fold = book.draft.fold
        assert usual_referent(fold, fold.meetings[book.m], "gæst gæstesen") == book.guest
        assert usual_referent(fold, fold.meetings[book.m], "Nobody") is None
        open_meeting(book.later, "", "Bo Ørum")(book.draft)
        third: Any = f"m{book.given(MeetingScheduled(date='2023-05-01'))}"
        assert usual_referent(fold, book.draft.fold.meetings[third], "Nobody") == book.bo

    def test_interrupted_and_resumed(self, book: MeetingBook) -> None:
        pause(book.m, book.one, "15:50", resumed=False)(book.draft)
        pause(book.m, book.one, "16:00", resumed=True)(book.draft)
        (held,) = book.the_meeting.interruptions
        assert (held.from_, held.to, held.resumed) == ("2023-01-10T15:50", "2023-01-10T16:00", True)


class TestNextMeeting:
    def test_the_rhythm_of_the_meetings_before_is_kept(self) -> None:
        book = MeetingBook()
        for day in ("2022-10-18", "2022-11-15", "2022-12-13"):
            book.given(MeetingScheduled(date=day), "2022-10-01")
        found = proposed_after(book.draft.fold, book.draft.fold.meetings[book.m])
        assert found.date == "2023-04-11"

    def test_nobody_meets_in_july_or_between_christmas_and_new_year(self) -> None:
        book = MeetingBook()
        june: Any = f"m{book.given(MeetingScheduled(date='2024-06-12', start='15:30', end='17:30', place='Rådhuset'))}"
        found = proposed_after(book.draft.fold, book.draft.fold.meetings[june])
        assert found.date >= "2024-08-01"
        assert (found.start, found.end, found.place) == ("15:30", "17:30", "Rådhuset")

    def test_without_earlier_meetings_the_rules_say_how_often(self) -> None:
        book = MeetingBook()
        book.given(RulesAdopted(rules=Rules(meetings_a_year=12)), "2020-01-01")
        del book.draft.fold.meetings[book.later]
        assert proposed_after(book.draft.fold, book.draft.fold.meetings[book.m]).date == "2023-02-07"

    def test_planned_in_parts_with_what_was_put_off(self, book: MeetingBook) -> None:
        postpone(book.two)(book.draft)
        parts = (
            WantedPart("14:30", "15:30", "Jobcentret", "Integrationsteamet"),
            WantedPart("15:30", "16:00", None, "kulturudvalget"),
        )
        schedule(book.m, book.three, Wanted("2023-02-01", "14:30", "16:00", "Jobcentret", None, parts))(book.draft)
        held = next(held for held in book.state.meetings if held.date == "2023-02-01")
        names = {body.id: body.name for body in book.state.bodies}
        assert [names[part.counterpart or ""] for part in held.parts] == ["Integrationsteamet", "Kulturudvalget"]
        assert [(item.title, item.matter) for item in held.agenda] == [("Høring", book.item(book.two).matter)]
        assert book.item(book.three).outcome == "decided"

    def test_a_day_with_a_meeting_is_stated_anew(self, book: MeetingBook) -> None:
        schedule(book.m, book.three, Wanted("2023-03-14", "16:00", "18:00"))(book.draft)
        assert book.meeting(book.later).start == "16:00"

    def test_hours_and_parts_as_they_are_typed(self) -> None:
        assert hours_typed("15.30-17.30") == ("15:30", "17:30")
        assert hours_typed("kl. 16") == ("16:00", None)
        assert hours_typed(" ") == (None, None)
        assert hours_typed("sent") is None
        assert parts_typed("") == ()
        assert parts_typed("14.30-15.30 Jobcentret med Integrationsteamet; 15.30-16.00") == (
            WantedPart("14:30", "15:30", "Jobcentret", "Integrationsteamet"),
            WantedPart("15:30", "16:00", None, None),
        )
        assert parts_typed("kl. 9-10 med AMU.; så er der kaffe") is None


class TestVotes:
    def test_the_result_follows_from_the_figures(self, book: MeetingBook) -> None:
        vote(book.one, Ballot(counts={VoteChoice.FOR: 2, VoteChoice.AGAINST: 1}))(book.draft)
        (held,) = book.first.votes
        assert (held.adopted, held.votes_for, held.votes_against, held.unanimous) == (True, 2, 1, False)
        assert book.first.decision == "Forslaget blev vedtaget med 2 stemmer for og 1 imod."

    @pytest.mark.parametrize(
        ("tie", "adopted", "casting", "lots"),
        [
            ("falls", False, None, False),
            ("chair-for", True, "for", False),
            ("chair-against", False, "against", False),
            ("lots-for", True, None, True),
            ("lots-against", False, None, True),
        ],
    )
    def test_a_tie_is_decided(
        self, book: MeetingBook, tie: Any, adopted: bool, casting: str | None, lots: bool
    ) -> None:
        vote(book.one, Ballot(counts={VoteChoice.FOR: 1, VoteChoice.AGAINST: 1}, tie=tie))(book.draft)
        (held,) = book.first.votes
        assert (held.adopted, held.casting_vote, held.lots) == (adopted, casting, lots)

    def test_by_name_and_by_group_the_figures_follow(self, book: MeetingBook) -> None:
        choices = {book.anna: VoteChoice.FOR, book.bo: VoteChoice.FOR, book.carl: VoteChoice.FOR}
        vote(book.one, Ballot(method=VoteMethod.ROLL_CALL, named=by_name(choices)))(book.draft)
        vote(book.two, Ballot(groups=by_group({"A": VoteChoice.FOR, "V": VoteChoice.AGAINST}, {"A": 1, "V": 2})))(
            book.draft
        )
        (named,), (grouped,) = book.first.votes, book.item(book.two).votes
        assert (named.unanimous, named.votes_for, len(named.named)) == (True, 3, 3)
        assert (grouped.adopted, grouped.votes_for, grouped.votes_against) == (False, 1, 2)

    def test_without_figures_only_the_result_is_known(self, book: MeetingBook) -> None:
        vote(book.one, Ballot(adopted=False, tie="chair-for"), "Forslaget faldt.")(book.draft)
        (held,) = book.first.votes
        assert (held.adopted, held.votes_for, held.casting_vote, book.first.decision) == (
            False,
            None,
            None,
            "Forslaget faldt.",
        )

    def test_what_is_put_to_the_vote(self, book: MeetingBook) -> None:
        first: Any = f"f{book.given(ProposalMade(item=book.one, proposal='Vi køber stole'))}"
        book.given(ProposalMade(item=book.one, proposal="Vi køber borde"))
        vote(book.one, Ballot(proposal=first, counts={VoteChoice.FOR: 3}))(book.draft)
        assert [one.words for one in questions(book.draft.fold, book.one)] == ["Vi køber borde", "Vi køber stole", ""]

    def test_ties_and_voters_by_the_rules(self, book: MeetingBook) -> None:
        book.given(
            RulesAdopted(rules=Rules(tie=TieRule.CHAIR_DECIDES, stand_in=StandInRule.EACH_MEETING)), "2020-01-01"
        )
        assert usual_tie(book.draft.fold, book.m) == "chair-for"
        come_or_go(book.m, book.bo, "15:40")(book.draft)
        people = attendees(book.draft.fold, book.m)
        assert [one.person for one in voters(people)] == [book.anna, book.carl]
        assert parties(people) == {}


class TestAgenda:
    def test_a_late_item_stands_where_it_was_put(self, book: MeetingBook) -> None:
        take_up_late(book.m, "Orientering om branden", book.two)(book.draft)
        late = book.the_meeting.agenda[1]
        assert (late.title, late.kind, late.accepted_late) == ("Orientering om branden", "information", True)
        assert late.notes == ["Punktet blev optaget på dagsordenen."]

    def test_an_item_is_moved_or_taken_off(self, book: MeetingBook) -> None:
        move(book.one, None)(book.draft)
        withdraw(book.two)(book.draft)
        assert [item.title for item in book.the_meeting.agenda] == ["Høring", "Udflugt", "Budget"]
        assert [item.mark for item in sitting(book.draft.fold, book.m).items] == ["withdrawn", "waiting", "open"]


class TestTold:
    def test_by_item_with_the_time_and_who_left_meanwhile(self, book: MeetingBook) -> None:
        note(book.one, book.m, "Budgettet holder.")(book.draft)
        come_or_go(book.m, book.bo, "15:40")(book.draft)
        note(book.two, book.m, "Udsat lidt.")(book.draft)
        told = _told(book)
        assert [(held.time, held.text or held.words) for held in told[book.one]] == [
            ("", "Budgettet holder."),
            ("15:40", "Bo Ørum left the meeting"),
        ]
        assert [held.text for held in told[book.two]] == ["Udsat lidt."]
        assert [held.words for held in told[None]] == ["The meeting was opened"]

    def test_what_was_struck_stays_in_sight(self, book: MeetingBook) -> None:
        note(book.one, book.m, "Forkert.")(book.draft)
        number = book.draft.fold.number
        book.given(EntryStruck(entry=number, reason="Fortrudt."))
        (held,) = _told(book)[book.one]
        assert (held.number, held.struck, held.text) == (number, True, "Forkert.")

    def test_an_item_is_not_named_again_under_itself(self, book: MeetingBook) -> None:
        postpone(book.one)(book.draft)
        speak("da")
        assert _told(book)[book.one][0].words == "Udsat til næste møde"

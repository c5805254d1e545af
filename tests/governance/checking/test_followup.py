"""Given what was to follow from meetings, whether it did."""

from typing import Any

import pytest

from events.catalogue import (
    AnswerReceived,
    ApplicationSent,
    CouncilDissolved,
    ExternalBodyRegistered,
    ItemContinued,
    MeetingCancelled,
    MemberAppointed,
    MembershipEnded,
    QuestionsSent,
    TaskAgreed,
    TaskChanged,
    TaskCompleted,
    WorkingGroupChanged,
    WorkingGroupDissolved,
    WorkingGroupFormed,
)
from tests.governance.checking.kept_book import MARCH, MAY, KeptBook

BACK = ("postponed-never-back", "continued-never-back")


class Put(KeptBook):
    """A book with an item at the meeting of January."""

    def __init__(self) -> None:
        super().__init__()
        self.m = self.planned()
        self.one = self.listed(self.m, "Ansøgning")
        self.opened(self.m)
        self.over(self.m)
        self.body: Any = f"b{self.given(ExternalBodyRegistered(name='Kulturudvalget'))}"

    @property
    def matter(self) -> Any:
        return self.draft.fold.items[self.one].matter


class TestComesBack:
    """S12 of the scenarios: put off, put off again, and then taken or forgotten."""

    def test_what_was_put_off_comes_at_the_next_meeting(self) -> None:
        book = Put()
        entry = book.postponed(book.one)
        assert not book.found(*BACK)
        book.went(MARCH)
        assert book.shown("postponed-never-back") == [("doubt", book.m, [entry])]
        assert book.said("postponed-never-back") == (
            "Punkt 1, Ansøgning: udsat 10.01.2023; sagen kom ikke på det næste møde 14.03.2023 og er ikke taget op "
            "siden.",
            "Item 1, Ansøgning: put off on 10.01.2023; it was not taken up at the next meeting, of 14.03.2023, nor "
            "since.",
        )

    def test_or_later(self) -> None:
        book = Put()
        book.postponed(book.one)
        book.went(MARCH)
        book.listed(book.planned(MAY), "Ansøgning", matter=book.matter)
        assert not book.found(*BACK)

    def test_the_last_time_it_was_put_off_counts(self) -> None:
        book = Put()
        book.postponed(book.one)
        second = book.planned(MARCH)
        again = book.listed(second, "Ansøgning", matter=book.matter)
        book.opened(second)
        entry = book.postponed(again)
        book.over(second)
        book.went(MAY)
        assert book.shown("postponed-never-back") == [("doubt", second, [entry])]

    def test_to_the_meeting_that_was_picked(self) -> None:
        book = Put()
        third = book.planned(MAY)
        entry = book.postponed(book.one, to_meeting=third)
        book.went(MARCH)
        assert not book.found(*BACK)
        book.opened(third)
        book.over(third)
        assert book.shown("postponed-never-back") == [("doubt", book.m, [entry])]
        assert book.said("postponed-never-back") == (
            "Punkt 1, Ansøgning: udsat 10.01.2023 til mødet 09.05.2023, som blev holdt, uden at sagen kom på.",
            "Item 1, Ansøgning: put off on 10.01.2023 to the meeting of 09.05.2023, which was held without it.",
        )

    def test_to_the_next_one_where_that_was_called_off(self) -> None:
        book = Put()
        third = book.planned(MARCH)
        entry = book.postponed(book.one, to_meeting=third)
        book.given(MeetingCancelled(meeting=third), "2023-03-01")
        book.went(MAY)
        assert book.shown("postponed-never-back") == [("doubt", book.m, [entry])]

    def test_by_the_day_that_was_said(self) -> None:
        book = Put()
        book.postponed(book.one, to_date="2023-04-01")
        book.went(MARCH)
        assert not book.found(*BACK)
        book.went(MAY)
        assert book.said("postponed-never-back") == (
            "Punkt 1, Ansøgning: udsat 10.01.2023 til 01.04.2023; sagen kom ikke på mødet 09.05.2023 og er ikke taget op "
            "siden.",
            "Item 1, Ansøgning: put off on 10.01.2023 to 01.04.2023; it was not taken up on 09.05.2023, nor since.",
        )

    def test_not_where_the_book_may_lack_the_meeting(self) -> None:
        book = Put()
        book.postponed(book.one)
        third = book.went(MAY)
        book.approved(third, MARCH)
        assert not book.found(*BACK)

    def test_what_was_decided_after_all_needs_not(self) -> None:
        book = Put()
        book.postponed(book.one)
        book.decided(book.one)
        book.went(MARCH)
        assert not book.found(*BACK)

    @pytest.mark.parametrize(
        ("period", "days", "without"),
        [
            ("2023-03", (MARCH, MAY), MARCH),
            ("2023-04", (MARCH, MAY), MAY),
            ("2023-W11", (MARCH,), MARCH),
            ("2023-W19", (MARCH,), None),
        ],
    )
    def test_work_goes_on_when_that_was_said(self, period: Any, days: tuple[str, ...], without: str | None) -> None:
        book = Put()
        entry = book.given(ItemContinued(item=book.one, to_period=period))
        for day in days:
            book.went(day)
        assert [(one.severity, one.meeting, one.entries, one.about["without"]) for one in book.found(*BACK)] == (
            [("doubt", book.m, [entry], without)] if without else []
        )

    def test_work_that_goes_on_at_no_named_time(self) -> None:
        book = Put()
        book.given(ItemContinued(item=book.one))
        book.went(MARCH)
        assert not book.found(*BACK)

    def test_it_says_when_work_was_to_go_on(self) -> None:
        book = Put()
        book.given(ItemContinued(item=book.one, to_period="2023-03"))  # type: ignore[arg-type]
        book.went(MARCH)
        assert book.said("continued-never-back") == (
            "Punkt 1, Ansøgning: arbejdet skulle fortsætte i marts 2023; sagen kom ikke på mødet 14.03.2023 og er "
            "ikke taget op siden.",
            "Item 1, Ansøgning: work was to go on in March 2023; it was not taken up on 14.03.2023, nor since.",
        )
        book = Put()
        second = book.planned(MARCH)
        book.given(ItemContinued(item=book.one, to_meeting=second))
        book.opened(second)
        book.over(second)
        assert book.said("continued-never-back") == (
            "Punkt 1, Ansøgning: arbejdet skulle fortsætte på mødet 14.03.2023, som blev holdt, uden at sagen kom på.",
            "Item 1, Ansøgning: work was to go on at the meeting of 14.03.2023, which was held without it.",
        )
        book = Put()
        second = book.planned(MARCH)
        book.given(ItemContinued(item=book.one, to_meeting=second))
        book.given(MeetingCancelled(meeting=second), "2023-03-01")
        book.went(MAY)
        assert book.said("continued-never-back") == (
            "Punkt 1, Ansøgning: arbejdet skulle fortsætte; sagen kom ikke på det næste møde 09.05.2023 og er ikke taget "
            "op siden.",
            "Item 1, Ansøgning: work was to go on; it was not taken up at the next meeting, of 09.05.2023, nor since.",
        )


class TestAnswers:
    """S13 of the scenarios: sent to a committee, and no answer in time."""

    def _sent(self, book: Put, due: str | None) -> int:
        return book.given(ApplicationSent(item=book.one, title="Pulje til fester", recipient=book.body, answer_due=due))

    @pytest.mark.parametrize(
        ("due", "answered", "found"),
        [("2023-03-01", False, True), ("2023-03-01", True, False), (None, False, False), ("2026-11-21", False, False)],
    )
    def test_an_answer_comes_in_time(self, due: str | None, answered: bool, found: bool) -> None:
        book = Put()
        sent = self._sent(book, due)
        if answered:
            book.given(AnswerReceived(dispatch=f"d{sent}", granted=True), "2023-04-01")  # type: ignore[arg-type]
        assert book.shown("answer-overdue") == ([("reminder", book.m, [sent])] if found else [])

    def test_it_says_for_how_long(self) -> None:
        book = Put()
        self._sent(book, "2026-11-20")
        assert book.said("answer-overdue") == (
            "Kulturudvalget skulle svare på »Pulje til fester« senest 20.11.2026; fristen er overskredet med 1 dag.",
            "Kulturudvalget was to answer »Pulje til fester« by 20.11.2026, 1 day ago.",
        )
        book = Put()
        book.given(QuestionsSent(item=book.one, recipient=book.body, questions=("Hvornår?",), answer_due="2026-11-19"))
        assert book.said("answer-overdue") == (
            "Kulturudvalget skulle svare på spørgsmålene under punkt 1, Ansøgning senest 19.11.2026; fristen er "
            "overskredet med 2 dage.",
            "Kulturudvalget was to answer the questions under item 1, Ansøgning by 19.11.2026, 2 days ago.",
        )


class TestTasks:
    def test_a_task_is_done_in_time(self) -> None:
        book = Put()
        task = book.given(TaskAgreed(item=book.one, task="ringer til skolen", due="2026-11-01"))
        changed = book.given(TaskChanged(task=f"t{task}", due="2026-11-11", responsible=book.people[0]), "2026-10-01")  # type: ignore[arg-type]
        assert book.shown("task-overdue") == [("reminder", book.m, [task, changed])]
        assert book.said("task-overdue") == (
            "»ringer til skolen« (Anna Ægidius) skulle være udført senest 11.11.2026; fristen er overskredet med 10 "
            "dage.",
            "»ringer til skolen« was to be done by 11.11.2026, 10 days ago: Anna Ægidius.",
        )

    def test_nobody_in_particular(self) -> None:
        book = Put()
        book.given(TaskAgreed(item=book.one, task="ringer til skolen", due="2026-11-11"))
        assert book.said("task-overdue") == (
            "»ringer til skolen« skulle være udført senest 11.11.2026; fristen er overskredet med 10 dage.",
            "»ringer til skolen« was to be done by 11.11.2026, 10 days ago.",
        )

    def test_what_was_done_late_is_done(self) -> None:
        book = Put()
        task = book.given(TaskAgreed(item=book.one, task="ringer til skolen", due="2023-02-01"))
        book.given(TaskCompleted(task=f"t{task}"), "2023-06-01")  # type: ignore[arg-type]
        assert not book.found("task-overdue")


class TestGroups:
    def _book(self) -> tuple[Put, int, int]:
        book = Put()
        members = tuple(book.people[:2])
        group = book.given(WorkingGroupFormed(item=book.one, focus_area="Fester", members=members))
        return book, group, book.given(MembershipEnded(person=book.people[1]), "2023-06-01")

    def test_who_left_the_council_leaves_its_groups(self) -> None:
        book, group, ended = self._book()
        assert book.shown("group-of-one-who-left") == [("reminder", book.m, [group, ended])]
        assert book.said("group-of-one-who-left") == (
            "Bo Ørum sidder i arbejdsgruppen Fester, men har ikke været medlem siden 01.06.2023.",
            "Bo Ørum is in the working group Fester, but is no member any more since 01.06.2023.",
        )

    @pytest.mark.parametrize("how", ["changed", "dissolved", "back", "council dissolved"])
    def test_or_the_group_is_another(self, how: str) -> None:
        book, group, _ = self._book()
        name: Any = f"g{group}"
        if how == "changed":
            book.given(WorkingGroupChanged(item=book.one, group=name, members=(book.people[0],)))
        elif how == "dissolved":
            book.given(WorkingGroupDissolved(item=book.one, group=name))
        elif how == "back":
            book.given(MemberAppointed(person=book.people[1]), "2024-01-01")
        else:
            book.given(CouncilDissolved(), "2024-01-01")
        assert not book.found("group-of-one-who-left")

    def test_a_group_without_a_name(self) -> None:
        book = Put()
        book.given(WorkingGroupFormed(item=book.one, members=(book.people[1],)))
        book.given(MembershipEnded(person=book.people[1]), "2023-06-01")
        assert book.said("group-of-one-who-left") == (
            "Bo Ørum sidder i en arbejdsgruppe, men har ikke været medlem siden 01.06.2023.",
            "Bo Ørum is in a working group, but is no member any more since 01.06.2023.",
        )


class TestPlanned:
    def test_the_book_tells_whether_a_meeting_was_held(self) -> None:
        book = KeptBook()
        meeting = book.planned()
        assert book.shown("neither-held-nor-called-off") == [("reminder", meeting, [int(meeting[1:])])]
        assert book.said("neither-held-nor-called-off") == (
            "Mødet 10.01.2023 var planlagt; bogen fortæller hverken, at det blev holdt, eller at det blev aflyst.",
            "The meeting of 10.01.2023 was planned; the book tells neither that it was held nor that it was called off.",
        )

    def test_it_was_called_off_or_held_or_is_to_come(self) -> None:
        book = KeptBook()
        book.given(MeetingCancelled(meeting=book.planned()), "2023-01-01")
        book.opened(book.planned(MARCH))
        book.planned("2026-11-21")
        assert not book.found("neither-held-nor-called-off")
        assert [one.day for one in book.findings(on="2026-11-22") if one.kind == "neither-held-nor-called-off"] == [
            "2026-11-21"
        ]

    def test_nobody_meets_after_the_end(self) -> None:
        book = KeptBook()
        book.planned(MAY)
        book.given(CouncilDissolved(), "2023-05-01")
        assert not book.found("neither-held-nor-called-off")

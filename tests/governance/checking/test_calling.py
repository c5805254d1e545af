"""Given when a meeting was called and by whom, whether that was in time and in order."""

from typing import Any

import pytest

from events.catalogue import (
    CouncilKind,
    DaysKind,
    Deadline,
    ExtraordinaryRule,
    MeetingCalled,
    MeetingCancelled,
    MeetingForm,
    MeetingKind,
    Rules,
)
from governance.language import speak
from governance.wording.lines import line
from tests.governance.checking.kept_book import JANUARY, MARCH, KeptBook
from tests.governance.checking.parameters import shows

WEEKDAYS = DaysKind.WEEKDAYS
EXTRAORDINARY = MeetingKind.EXTRAORDINARY
ASSOCIATION = CouncilKind.ASSOCIATION_BOARD


class TestNotice:
    @shows("notice")
    @pytest.mark.parametrize(
        ("notice", "sent", "found"),
        [
            (Deadline(days=7), "2023-01-03", False),
            (Deadline(days=7), "2023-01-04", True),
            (Deadline(days=4, kind=WEEKDAYS), "2023-01-04", False),
            (Deadline(days=4, kind=WEEKDAYS), "2023-01-05", True),
            (Deadline(days=4), "2023-01-06", False),
        ],
    )
    def test_the_agenda_goes_out_in_time(self, notice: Deadline, sent: str, found: bool) -> None:
        book = KeptBook(rules=Rules(notice=notice))
        meeting = book.planned()
        book.listed(meeting, on="2022-12-01")
        entry = book.sent(meeting, sent)
        assert book.shown("notice-too-short") == ([("breach", meeting, [entry])] if found else [])

    def test_a_notice_alone_tells_it_too(self) -> None:
        book = KeptBook(rules=Rules(notice=Deadline(days=7)))
        meeting = book.planned()
        entry = book.noticed(meeting, "2023-01-05")
        assert book.shown("notice-too-short") == [("breach", meeting, [entry])]
        assert book.grounds("notice-too-short") == ("notice", "adopted")

    def test_the_law_gives_a_municipal_council_four_weekdays(self) -> None:
        book = KeptBook(kind=CouncilKind.MUNICIPAL_COUNCIL)
        book.noticed(book.planned(), "2023-01-06")
        assert book.grounds("notice-too-short") == ("notice", "kommunestyrelsesloven § 8")
        assert book.said("notice-too-short") == (
            "Mødet 10.01.2023 blev indkaldt 06.01.2023, 2 hverdage før; der skal være 4 hverdage.",
            "The notice of the meeting of 10.01.2023 went out on 06.01.2023, 2 weekdays before it; it is to be 4 weekdays.",
        )

    def test_an_agenda_behind_a_notice_in_time_is_doubtful(self) -> None:
        book = KeptBook(rules=Rules(notice=Deadline(days=7)))
        meeting = book.planned()
        noticed = book.noticed(meeting, "2023-01-02")
        book.listed(meeting, on="2023-01-02")
        sent = book.sent(meeting, "2023-01-09")
        assert book.shown("agenda-sent-late") == [("doubt", meeting, [sent, noticed])]
        assert not book.found("notice-too-short")
        assert book.said("agenda-sent-late") == (
            "Mødet 10.01.2023 blev indkaldt rettidigt 02.01.2023, men dagsordenen blev først udsendt 09.01.2023, "
            "1 dag før; der skal være 7 dage.",
            "The notice of the meeting of 10.01.2023 went out in time, on 02.01.2023, but the agenda on 09.01.2023, "
            "1 day before; it is to be 7 days.",
        )

    def test_the_first_sending_counts(self) -> None:
        book = KeptBook(rules=Rules(notice=Deadline(days=7)))
        meeting = book.planned()
        book.listed(meeting, on="2022-12-01")
        book.sent(meeting, "2023-01-02")
        book.sent(meeting, "2023-01-09")
        assert not book.found("notice-too-short", "agenda-sent-late")

    @shows("notice_extraordinary")
    @pytest.mark.parametrize(("own", "found"), [(None, []), (Deadline(days=2), ["notice_extraordinary"])])
    def test_an_extraordinary_meeting_has_a_notice_of_its_own(self, own: Deadline | None, found: list[str]) -> None:
        book = KeptBook(rules=Rules(notice=Deadline(days=7), notice_extraordinary=own))
        book.noticed(book.planned(kind=EXTRAORDINARY), "2023-01-09")
        assert [one.rule for one in book.found("notice-too-short")] == found

    def test_a_general_meeting_is_called_two_weeks_before(self) -> None:
        book = KeptBook(kind=ASSOCIATION)
        book.noticed(book.planned(kind=MeetingKind.GENERAL_MEETING), "2023-01-01")
        assert book.only("notice-too-short").about["least"] == 14

    def test_what_nobody_came_to_needs_no_notice(self) -> None:
        book = KeptBook(rules=Rules(notice=Deadline(days=7)))
        book.noticed(book.planned(form=MeetingForm.WRITTEN), "2023-01-09")
        cancelled = book.planned(MARCH)
        book.noticed(cancelled, "2023-03-13")
        book.given(MeetingCancelled(meeting=cancelled), "2023-03-13")
        assert not book.found("notice-too-short")


class TestNotSent:
    def _book(self, *, sent: bool, told_before: bool = True) -> tuple[KeptBook, Any, int]:
        book = KeptBook(rules=Rules(notice=Deadline(days=7)))
        first = book.planned()
        if told_before:
            book.noticed(first, "2022-12-20")
        book.opened(first)
        second = book.planned(MARCH)
        if sent:
            book.noticed(second, "2023-03-01")
        return book, second, book.opened(second)

    def test_a_book_that_tells_of_one_agenda_tells_of_the_next(self) -> None:
        book, meeting, opened = self._book(sent=False)
        assert book.shown("agenda-not-sent") == [("doubt", meeting, [opened])]
        assert book.said("agenda-not-sent") == (
            "Bogen fortæller ikke, at dagsordenen for mødet 14.03.2023 blev udsendt, sådan som den gør for det forrige "
            "møde 10.01.2023.",
            "The book does not tell that the agenda of 14.03.2023 went out, as it does of the meeting before, of "
            "10.01.2023.",
        )

    @pytest.mark.parametrize(("sent", "told_before"), [(True, True), (False, False)])
    def test_it_was_sent_or_no_agenda_was_ever_told_of(self, sent: bool, told_before: bool) -> None:
        book, _, _ = self._book(sent=sent, told_before=told_before)
        assert not book.found("agenda-not-sent")


class TestItemsInTime:
    def _book(self, deadline: Deadline | None, on: str, presenter: int | None = 2) -> tuple[KeptBook, Any, Any]:
        book = KeptBook(rules=Rules(item_deadline=deadline, fee=100)).chaired()
        meeting = book.planned()
        person = book.people[presenter] if presenter is not None else None
        return book, meeting, book.listed(meeting, on=on, presenter=person)

    @shows("item_deadline")
    @pytest.mark.parametrize(
        ("days", "on", "found"),
        [(10, "2023-01-01", True), (10, "2022-12-31", False), (14, "2022-12-31", True), (None, "2023-01-01", False)],
    )
    def test_a_member_proposes_in_time(self, days: int | None, on: str, found: bool) -> None:
        deadline = Deadline(days=days) if days is not None else None
        book, meeting, item = self._book(deadline, on)
        assert book.shown("item-too-late") == ([("doubt", meeting, [int(item[1:])])] if found else [])

    def test_it_says_whose_item_came_late(self) -> None:
        book, _, _ = self._book(Deadline(days=14), "2023-01-02")
        assert book.said("item-too-late") == (
            "Punkt 1, Budget (Carl Åkjær) kom på dagsordenen 02.01.2023; punkter skal være indsendt 14 dage før mødet "
            "10.01.2023.",
            "Item 1, Budget (Carl Åkjær) came onto the agenda on 02.01.2023; items are to be in 14 days before the "
            "meeting of 10.01.2023.",
        )

    @pytest.mark.parametrize("presenter", [None, 0])
    def test_who_puts_the_agenda_together_may_do_so_later(self, presenter: int | None) -> None:
        book, _, _ = self._book(Deadline(days=14), "2023-01-02", presenter)
        assert not book.found("item-too-late")

    def test_what_comes_back_was_proposed_before(self) -> None:
        book, _, item = self._book(Deadline(days=14), "2022-12-01")
        book.listed(book.planned(MARCH), on="2023-03-10", presenter=book.people[2], matter=_matter(book, item))
        assert not book.found("item-too-late")


class TestDemand:
    @shows("extraordinary")
    @pytest.mark.parametrize(
        ("rule", "demanding", "found"),
        [
            (ExtraordinaryRule.CHAIR_OR_THIRD, 2, False),
            (ExtraordinaryRule.CHAIR_OR_THIRD, 1, True),
            (ExtraordinaryRule.CHAIR_OR_MAJORITY, 2, True),
            (ExtraordinaryRule.CHAIR_OR_MAJORITY, 3, False),
            (ExtraordinaryRule.CHAIR, 4, True),
        ],
    )
    def test_enough_members_demand_it(self, rule: ExtraordinaryRule, demanding: int, found: bool) -> None:
        book = KeptBook(rules=Rules(extraordinary=rule)).chaired()
        meeting = book.planned(kind=EXTRAORDINARY)
        entry = book.noticed(meeting, "2023-01-02", demanded_by=tuple(book.people[1 : 1 + demanding]))
        assert book.shown("not-entitled-to-demand") == ([("breach", meeting, [entry])] if found else [])

    def test_the_chair_may_always(self) -> None:
        book = KeptBook(rules=Rules(extraordinary=ExtraordinaryRule.CHAIR)).chaired()
        book.noticed(book.planned(kind=EXTRAORDINARY), "2023-01-02", demanded_by=(book.people[0],))
        assert not book.found("not-entitled-to-demand")

    def test_without_a_chair_in_the_book_it_is_doubtful(self) -> None:
        book = KeptBook()
        book.noticed(book.planned(kind=EXTRAORDINARY), "2023-01-02", demanded_by=(book.people[0],))
        assert book.only("not-entitled-to-demand").severity == "doubt"
        assert book.said("not-entitled-to-demand") == (
            "Det ekstraordinære møde 10.01.2023 er krævet af Anna Ægidius, 1 af 5 medlemmer; det kræver formanden eller "
            "2 medlemmer.",
            "The extraordinary meeting of 10.01.2023 was demanded by Anna Ægidius, 1 of 5 members; it takes the chair "
            "or 2 members.",
        )

    def test_only_the_chair_may(self) -> None:
        book = KeptBook(rules=Rules(extraordinary=ExtraordinaryRule.CHAIR)).chaired()
        book.noticed(book.planned(kind=EXTRAORDINARY), "2023-01-02", demanded_by=(book.people[1],))
        assert book.said("not-entitled-to-demand") == (
            "Det ekstraordinære møde 10.01.2023 er krævet af Bo Ørum; kun formanden kan kræve et sådant møde.",
            "The extraordinary meeting of 10.01.2023 was demanded by Bo Ørum; only the chair may demand one.",
        )


class TestWhatIsRefused:
    def test_only_members_demand_an_extraordinary_meeting_each_once(self) -> None:
        book = KeptBook()
        ordinary, other = book.planned(kind=MeetingKind.ORDINARY), book.planned(MARCH)
        outside, anna = book.person("Gæst Gæstesen"), book.people[0]
        assert "no extraordinary one" in book.refused(MeetingCalled(meeting=ordinary, demanded_by=(anna,)), JANUARY)
        assert "not a member" in book.refused(MeetingCalled(meeting=other, demanded_by=(outside,)), JANUARY)
        assert "twice" in book.refused(MeetingCalled(meeting=other, demanded_by=(anna, anna)), JANUARY)

    def test_the_state_and_the_log_tell_who_demanded_it(self) -> None:
        book = KeptBook()
        meeting = book.planned(kind=EXTRAORDINARY)
        book.noticed(meeting, "2023-01-02", demanded_by=tuple(book.people[:2]))
        assert book.meeting(meeting).demanded_by == book.people[:2]
        event = list(book.draft.history.entries())[-1].event
        said = []
        for language in ("da", "en"):
            speak(language)
            said.append(line(book.draft.fold, event))
        assert said == [
            "Indkaldelse til mødet 10.01.2023 sendt, krævet af Anna Ægidius, Bo Ørum",
            "Notice of the meeting of 10.01.2023 sent, demanded by Anna Ægidius, Bo Ørum",
        ]


def _matter(book: KeptBook, item: Any) -> Any:
    return book.draft.fold.items[item].matter

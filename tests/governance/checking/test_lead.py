"""Given who led the meetings, whether that was whom the rules say; and how many meetings there were in a year."""

from typing import Any

import pytest

from events.catalogue import (
    CouncilDissolved,
    CouncilKind,
    MeetingForm,
    MeetingKind,
    MemberArrived,
    MinutesApproved,
    Office,
    OfficerElected,
    OrdstyrerElected,
    PresidingRole,
    PresidingRule,
    Rules,
)
from tests.governance.checking.kept_book import MARCH, KeptBook
from tests.governance.checking.parameters import shows

ASSOCIATION = CouncilKind.ASSOCIATION_BOARD
GENERAL = MeetingKind.GENERAL_MEETING


def _led(book: KeptBook, meeting: Any, person: Any, **more: Any) -> int:
    return book.given(OrdstyrerElected(meeting=meeting, person=person, **more))


class TestTheChair:
    def _book(self, *, away: int = 0, rule: PresidingRule = PresidingRule.CHAIR) -> tuple[KeptBook, Any]:
        """A meeting without the first ones: the chair, the vice chair."""
        book = KeptBook(rules=Rules(presiding=rule)).chaired()
        return book, book.held(book.people[away:], away=book.people[:away])

    @shows("presiding")
    @pytest.mark.parametrize(
        ("rule", "found"), [(PresidingRule.CHAIR, True), (PresidingRule.ELECTED_EACH_MEETING, False)]
    )
    def test_a_chair_who_is_there_leads(self, rule: PresidingRule, found: bool) -> None:
        book, meeting = self._book(rule=rule)
        entry = _led(book, meeting, book.people[2])
        shown = [entry, *book.attendance(meeting, book.people[0])]
        assert book.shown("led-past-the-chair") == ([("breach", meeting, shown)] if found else [])

    @pytest.mark.parametrize(("away", "leads", "found"), [(0, 0, False), (1, 1, False), (1, 2, True), (2, 2, False)])
    def test_then_the_vice_chair_then_whoever_is_elected(self, away: int, leads: int, found: bool) -> None:
        book, meeting = self._book(away=away)
        _led(book, meeting, book.people[leads])
        assert bool(book.found("led-past-the-chair")) is found

    def test_who_came_late_could_not(self) -> None:
        book, meeting = self._book()
        book.given(MemberArrived(meeting=meeting, person=book.people[0]), "2023-01-10T15:20")
        _led(book, meeting, book.people[2])
        assert not book.found("led-past-the-chair")

    def test_nor_who_was_elected_that_day(self) -> None:
        book = KeptBook()
        meeting = book.held(book.people)
        _led(book, meeting, book.people[2])
        book.given(OfficerElected(person=book.people[0], office=Office.CHAIR, meeting=meeting))
        assert not book.found("led-past-the-chair")

    def test_it_names_both(self) -> None:
        book, meeting = self._book()
        _led(book, meeting, book.people[2])
        assert book.said("led-past-the-chair") == (
            "Carl Åkjær ledede mødet 10.01.2023, selv om formanden, Anna Ægidius, var til stede.",
            "Carl Åkjær led the meeting of 10.01.2023, though the chair, Anna Ægidius, was there.",
        )
        book, meeting = self._book(away=1)
        _led(book, meeting, book.people[2])
        assert book.said("led-past-the-chair") == (
            "Carl Åkjær ledede mødet 10.01.2023, selv om næstformanden, Bo Ørum, var til stede.",
            "Carl Åkjær led the meeting of 10.01.2023, though the vice chair, Bo Ørum, was there.",
        )


class TestWhoIsElected:
    @pytest.mark.parametrize(
        ("decides", "elects", "found"), [(True, False, True), (True, True, False), (False, False, False)]
    )
    def test_a_meeting_that_decides_elects_its_ordstyrer(self, decides: bool, elects: bool, found: bool) -> None:
        book = KeptBook(rules=Rules(presiding=PresidingRule.ELECTED_EACH_MEETING))
        meeting = book.held(book.people)
        item = book.put(meeting)
        decision = book.decided(item) if decides else 0
        if elects:
            _led(book, meeting, book.people[2])
        assert book.shown("no-ordstyrer") == ([("doubt", meeting, [decision])] if found else [])

    def test_it_says_that_nothing_tells(self) -> None:
        book = KeptBook(rules=Rules(presiding=PresidingRule.ELECTED_EACH_MEETING))
        book.decided(book.put(book.held(book.people)))
        assert book.said("no-ordstyrer") == (
            "Mødet 10.01.2023 traf beslutninger, men intet fortæller, hvem det valgte til ordstyrer.",
            "The meeting of 10.01.2023 decided, but nothing tells whom it elected ordstyrer.",
        )

    @pytest.mark.parametrize(
        ("rule", "second", "found"),
        [
            (PresidingRule.ROTATING, 0, True),
            (PresidingRule.ROTATING, 1, False),
            (PresidingRule.ELECTED_EACH_MEETING, 0, False),
        ],
    )
    def test_in_turn_nobody_leads_twice_running(self, rule: PresidingRule, second: int, found: bool) -> None:
        book = KeptBook(rules=Rules(presiding=rule))
        before, meeting = book.held(book.people), book.held(book.people, day=MARCH)
        first = _led(book, before, book.people[0])
        entry = _led(book, meeting, book.people[second])
        assert book.shown("led-twice-running") == ([("breach", meeting, [entry, first])] if found else [])
        if found:
            assert book.said("led-twice-running") == (
                "Anna Ægidius var ordstyrer 10.01.2023 og igen 14.03.2023; medlemmerne skal skiftes.",
                "Anna Ægidius was ordstyrer on 10.01.2023 and again on 14.03.2023; the members are to take turns.",
            )

    def test_a_meeting_in_between_may_be_lacking(self) -> None:
        book = KeptBook(rules=Rules(presiding=PresidingRule.ROTATING))
        _led(book, book.held(book.people), book.people[0])
        meeting = book.held(book.people, day=MARCH)
        _led(book, meeting, book.people[0])
        book.given(MinutesApproved(meeting=meeting, of="2023-02-14"))
        assert not book.found("led-twice-running")


class TestTheDirigent:
    def _book(self) -> tuple[KeptBook, Any]:
        book = KeptBook(kind=ASSOCIATION)
        meeting = book.planned(kind=GENERAL)
        book.opened(meeting)
        return book, meeting

    def test_a_general_meeting_elects_one(self) -> None:
        book, meeting = self._book()
        decision = book.decided(book.put(meeting))
        assert book.shown("no-dirigent") == [("doubt", meeting, [decision])]
        assert book.said("no-dirigent") == (
            "Mødet 10.01.2023 traf beslutninger, men intet fortæller, hvem det valgte til dirigent.",
            "The meeting of 10.01.2023 decided, but nothing tells whom it elected dirigent.",
        )

    @pytest.mark.parametrize("sits", [True, False])
    def test_who_is_not_of_the_board(self, sits: bool) -> None:
        book, meeting = self._book()
        book.decided(book.put(meeting))
        person = book.people[1] if sits else book.person("Dirigent Dam")
        entry = _led(book, meeting, person, role=PresidingRole.DIRIGENT)
        assert not book.found("no-dirigent")
        assert book.shown("dirigent-not-neutral") == ([("doubt", meeting, [entry])] if sits else [])
        if sits:
            assert book.said("dirigent-not-neutral") == (
                "Bo Ørum, dirigent 10.01.2023, sad i bestyrelsen eller havde et tillidshverv; en dirigent skal være "
                "neutral.",
                "Bo Ørum, dirigent on 10.01.2023, sat on the board or held an office; a dirigent is neutral.",
            )


class TestMeetingsAYear:
    def _book(self, least: int, days: tuple[str, ...], **more: Any) -> tuple[KeptBook, list[int]]:
        book = KeptBook(rules=Rules(meetings_a_year=least), **more)
        opened = [book.opened(book.planned(day)) for day in ("2021-05-04", *days, "2023-05-09")]
        return book, opened[1:-1]

    @shows("meetings_a_year")
    @pytest.mark.parametrize(
        ("least", "days", "found"),
        [
            (2, ("2022-02-01", "2022-06-07"), False),
            (3, ("2022-02-01", "2022-06-07"), True),
            (3, ("2022-02-01", "2022-06-07", "2022-10-04"), False),
        ],
    )
    def test_as_many_as_the_rules_say(self, least: int, days: tuple[str, ...], found: bool) -> None:
        book, opened = self._book(least, days)
        mine = [one for one in book.found("too-few-meetings") if one.about["year"] == 2022]
        assert [(one.severity, one.meeting, one.day, one.entries, one.rule) for one in mine] == (
            [("breach", None, "2022-12-31", opened, "meetings_a_year")] if found else []
        )

    def test_a_year_that_began_before_the_book_does_not_count(self) -> None:
        book, _ = self._book(4, ("2022-02-01",))
        assert [one.about["year"] for one in book.found("too-few-meetings")] == [2022, 2023, 2024, 2025]

    def test_a_meeting_that_the_book_may_lack_counts(self) -> None:
        book, _ = self._book(2, ("2022-02-01",))
        assert [one.about["year"] for one in book.found("too-few-meetings")][:2] == [2022, 2023]
        at = book.draft.fold.meetings[next(reversed(book.draft.fold.meetings))].id
        book.given(MinutesApproved(meeting=at, of="2022-11-01"))
        assert [one.about["year"] for one in book.found("too-few-meetings")][:1] == [2023]

    def test_nobody_meets_in_writing_nor_after_the_end(self) -> None:
        book, _ = self._book(2, ("2022-02-01",))
        book.opened(book.planned("2022-09-06", form=MeetingForm.WRITTEN))
        book.given(CouncilDissolved(), "2023-06-01")
        assert [one.about["year"] for one in book.found("too-few-meetings")] == [2022]

    def test_it_says_how_many(self) -> None:
        book, _ = self._book(4, ("2022-02-01",))
        book.given(CouncilDissolved(), "2023-06-01")
        assert book.said("too-few-meetings") == (
            "Der blev kun holdt 1 møde i 2022; der skal holdes 4.",
            "Only 1 meeting was held in 2022; it takes 4.",
        )

    @pytest.mark.parametrize("held", [True, False])
    def test_an_association_has_a_general_meeting_each_year(self, held: bool) -> None:
        book = KeptBook(kind=ASSOCIATION)
        for year in (2021, *((2022,) if held else ()), 2023):
            book.opened(book.planned(f"{year}-03-08", kind=GENERAL))
        book.given(CouncilDissolved(), "2023-06-01")
        assert len(book.found("too-few-general-meetings")) == (0 if held else 1)
        if not held:
            assert book.said("too-few-general-meetings") == (
                "Der blev ikke holdt generalforsamling i 2022.",
                "No general meeting was held in 2022.",
            )

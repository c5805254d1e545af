"""Given how a book was kept, of which years it is told that too few meetings were held."""

from typing import Any

import pytest

from events.catalogue import (
    CouncilDissolved,
    CouncilEstablished,
    CouncilKind,
    MeetingKind,
    MeetingOpened,
    MeetingScheduled,
    MemberAppointed,
    PersonRegistered,
    Rules,
    RulesAdopted,
)
from events.entry import Provenance
from events.event import Sha256
from events.moments import Effective
from governance.checking import check
from governance.checking.examined import Examined
from governance.history import amendments_in, standing
from tests.scenario import Scenario

_PAPER = Provenance(source=Sha256("ab" * 32))


class Kept(Scenario):
    """A council that is to meet twice a year, established on a day where one is given, with a member."""

    def __init__(
        self,
        day: str | None,
        *,
        kind: CouncilKind = CouncilKind.OTHER,
        member_from: str | None = None,
    ) -> None:
        super().__init__(council=False)
        self.established = self.given(CouncilEstablished(name="Rådet", municipality="Nordholm Kommune", kind=kind), day)
        self.given(RulesAdopted(rules=Rules(meetings_a_year=2)), member_from or day)
        person: Any = f"p{self.given(PersonRegistered(name='Anna Holm'))}"
        self.given(MemberAppointed(person=person), member_from or day)

    def met(self, *days: str, taken_over: bool = False, **more: Any) -> list[int]:
        """Hold meetings and return the entries that opened them."""
        return [self._met(day, _PAPER if taken_over else None, **more) for day in days]

    def _met(self, day: str, provenance: Provenance | None, **more: Any) -> int:
        planned = self.draft.record(MeetingScheduled(date=day, **more), effective=Effective(day), provenance=provenance)
        meeting: Any = f"m{planned}"
        return self.draft.record(MeetingOpened(meeting=meeting), effective=Effective(day), provenance=provenance)

    def years(self, on: str, kind: str = "too-few-meetings") -> list[tuple[Any, str]]:
        """The years in which too few meetings were held, each with how weighty that is."""
        return [(one.about["year"], one.severity) for one in self.found(on, kind)]

    def found(self, on: str, kind: str = "too-few-meetings") -> list[Any]:
        """The findings of a kind on a day."""
        entries = list(self.draft.history.entries())
        found = check(Examined(self.draft.fold, standing(entries, amendments_in(entries)), on))
        return [one for one in found if one.kind == kind]


class TestFromTheEstablishment:
    @pytest.mark.parametrize(
        ("day", "years"),
        [
            ("2020-01-01", [(2020, "doubt"), (2021, "breach"), (2022, "doubt")]),
            ("2020-01-02", [(2021, "breach"), (2022, "doubt")]),
        ],
    )
    def test_each_whole_year_counts(self, day: str, years: list[tuple[int, str]]) -> None:
        book = Kept(day)
        book.met("2021-03-09")
        assert book.years("2023-01-01") == years
        assert book.years("2022-12-31") == years[:-1], "the year is not over"

    def test_years_with_enough_are_in_order(self) -> None:
        book = Kept("2020-01-01")
        book.met("2020-03-10", "2020-09-08", "2021-03-09", "2021-09-14")
        assert book.years("2022-01-01") == []

    def test_a_council_that_never_met(self) -> None:
        book = Kept("2020-05-01")
        assert book.years("2022-06-01") == [(2021, "doubt")]
        assert book.found("2022-06-01")[0].entries == [book.established]

    def test_an_empty_year_stands_on_the_meeting_before(self) -> None:
        book = Kept("2020-01-01")
        opened = book.met("2020-03-10", "2020-09-08")
        assert [one.entries for one in book.found("2022-01-01")] == [[opened[-1]]]

    def test_until_the_dissolution(self) -> None:
        book = Kept("2020-01-01")
        book.met("2020-03-10", "2020-09-08")
        book.given(CouncilDissolved(), "2022-06-01")
        assert book.years("2025-01-01") == [(2021, "doubt")]

    def test_an_old_council_whose_book_was_opened_late(self) -> None:
        book = Kept("1932-05-01", member_from="2020-03-01")
        assert book.years("2022-06-01") == [(2021, "doubt")]

    def test_an_association_that_held_no_general_meeting(self) -> None:
        book = Kept("2020-01-01", kind=CouncilKind.ASSOCIATION_BOARD)
        book.met("2020-03-10", kind=MeetingKind.GENERAL_MEETING)
        book.met("2020-03-11", "2020-09-08", "2021-03-09", "2021-09-14")
        assert book.years("2022-01-01", "too-few-general-meetings") == [(2021, "doubt")]


class TestWithoutIt:
    def test_the_year_of_the_first_meeting_is_not_whole(self) -> None:
        book = Kept(None, member_from="2020-01-01")
        book.met("2020-09-08")
        assert book.years("2022-01-01") == [(2021, "doubt")]


class TestOldMinutes:
    @pytest.mark.parametrize("day", [None, "2015-01-01"])
    def test_the_years_around_them_are_not_covered(self, day: str | None) -> None:
        book = Kept(day, member_from="2015-01-01")
        book.met("2018-03-06", "2019-03-05", "2019-09-03", "2020-03-10", taken_over=True)
        assert book.years("2025-01-01") == []

    def test_those_between_are(self) -> None:
        book = Kept(None, member_from="2015-01-01")
        book.met("2018-03-06", "2019-03-05", "2021-03-10", taken_over=True)
        assert book.years("2025-01-01") == [(2019, "breach"), (2020, "doubt")]

    def test_and_what_was_kept_afterwards(self) -> None:
        book = Kept(None, member_from="2015-01-01")
        book.met("2018-03-06", taken_over=True)
        book.met("2022-03-08")
        assert book.years("2024-01-01") == [(2023, "doubt")]

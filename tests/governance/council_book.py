"""A council with two members and a meeting, for the tests of the rules."""

from typing import Any

from events.catalogue import AgendaItemAdded, ExternalBodyRegistered, MeetingScheduled, PersonRegistered
from events.moments import ClockTime
from tests.scenario import Scenario


class CouncilBook(Scenario):
    """A council with two members, a meeting on 10 January 2023 with an item, and a later meeting."""

    def __init__(self) -> None:
        super().__init__()
        self.anna: Any = self.member("Anna Ægidius")
        self.bo: Any = self.member("Bo Ørum")
        self.guest: Any = f"p{self.given(PersonRegistered(name='Gæst Gæstesen'))}"
        first = MeetingScheduled(date="2023-01-10", start=ClockTime("15:30"), end=ClockTime("17:30"))
        self.m: Any = f"m{self.given(first, '2022-10-01')}"
        self.later: Any = f"m{self.given(MeetingScheduled(date='2023-03-14'), '2022-10-01')}"
        self.i: Any = f"i{self.given(AgendaItemAdded(meeting=self.m, number='1', title='Budget'))}"
        self.body: Any = f"b{self.given(ExternalBodyRegistered(name='Kulturudvalget'))}"

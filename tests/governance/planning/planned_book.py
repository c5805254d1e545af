"""A book with a meeting that was held and one to come, for the tests of what is before and after a meeting."""

from typing import Any

from events.catalogue import (
    ItemContinued,
    ItemDecided,
    ItemPostponed,
    MeetingClosed,
    MeetingOpened,
    MeetingScheduled,
)
from governance.book import Plan
from governance.sitting.together import Planning
from tests.scenario import TODAY, Scenario


class PlannedBook(Scenario):
    """A council with two members; a meeting was held on 1 September 2026, another is planned for 12 January 2027."""

    name = "test"

    def __init__(self) -> None:
        super().__init__()
        self.anna, self.bo = self.member("Anna Ægidius"), self.member("Bo Ørum")
        self.before: Any = f"m{self.given(MeetingScheduled(date='2026-09-01'), '2026-08-01')}"
        self.next: Any = f"m{self.given(MeetingScheduled(date='2027-01-12'), '2026-08-01')}"

    def held(self, *titles: str) -> list[Any]:
        """Put items on the agenda of the first meeting and open it; return their ids."""
        from events.catalogue import AgendaItemAdded

        numbers = [self.given(AgendaItemAdded(meeting=self.before, title=title)) for title in titles]
        self.given(MeetingOpened(meeting=self.before), "2026-09-01T16:00")
        return [f"i{number}" for number in numbers]

    def closed(self) -> None:
        """Close the first meeting."""
        self.given(MeetingClosed(meeting=self.before), "2026-09-01T18:00")

    def today(self) -> str:
        """The day it is, as a book tells it."""
        return TODAY

    def carried(self, planning: Planning) -> list[str]:
        """Carry out a plan and return the names of the events that it recorded."""
        plan: Plan = planning(self)  # type: ignore[arg-type]
        acts = plan(self.draft.fold, self.draft.history)
        for act in acts:
            self.given(act.event, act.effective)
        return [type(act.event).__name__ for act in acts]

    def decided(self, item: Any) -> None:
        """Decide an item."""
        self.given(ItemDecided(item=item), "2026-09-01")

    def postponed(self, item: Any, **where: Any) -> None:
        """Put an item off."""
        self.given(ItemPostponed(item=item, **where), "2026-09-01")

    def continued(self, item: Any) -> None:
        """Let work on an item go on."""
        self.given(ItemContinued(item=item), "2026-09-01")

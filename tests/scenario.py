"""Given, when, then: a book in memory that decides and folds as the real one does."""

from typing import Any

from events.catalogue import AnyEvent, CouncilEstablished, MemberAppointed, PersonRegistered
from events.moments import Effective
from governance.history import Recorded
from governance.importing.drafting import Draft
from governance.rules.act import RuleRefused
from governance.state.model import Item, Meeting, State
from governance.state.publishing import publish

TODAY = "2026-11-21"


class Scenario:
    """A book that begins with a council. ``given`` records, ``refused`` expects a refusal, ``state`` publishes."""

    def __init__(self, *, council: bool = True) -> None:
        self.draft = Draft(Recorded("test", list), "test", TODAY)
        if council:
            self.given(CouncilEstablished(name="Rådet", municipality="Nordholm Kommune"))

    def given(self, event: AnyEvent, effective: str | None = None) -> int:
        """Record an event and return its entry number."""
        return self.draft.record(event, effective=Effective(effective) if effective else None)

    def refused(self, event: AnyEvent, effective: str | None = None) -> str:
        """Return why the rules refuse the event; fail where they do not."""
        try:
            self.given(event, effective)
        except RuleRefused as refusal:
            return str(refusal)
        raise AssertionError(f"not refused: {event}")

    def member(self, name: str, effective: str = "2020-01-01") -> Any:
        """Register a person as a member and return the id."""
        person = f"p{self.given(PersonRegistered(name=name))}"
        self.given(MemberAppointed(person=person), effective)  # type: ignore[arg-type]
        return person

    @property
    def state(self) -> State:
        """The state as published."""
        return publish(self.draft.fold)

    def meeting(self, identifier: str) -> Meeting:
        """A meeting of the published state."""
        return next(meeting for meeting in self.state.meetings if meeting.id == identifier)

    def item(self, identifier: str) -> Item:
        """An item of the published state."""
        return next(item for meeting in self.state.meetings for item in meeting.agenda if item.id == identifier)

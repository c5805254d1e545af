"""What the council has set going, while it is being folded: working groups, tasks, and what it sent to others.

What was stated anew is merged in the order of the world, as the rest of the fold is. A thing whose own entry lies
outside what is folded has neither ``formed``, ``agreed`` nor ``sent``, and is not published.
"""

import msgspec

from events.catalogue import (
    AnswerReceived,
    ApplicationSent,
    DocumentSent,
    FocusAreaChosen,
    PlanAdopted,
    PlanProposed,
    QuestionsSent,
    TaskAgreed,
    TaskChanged,
    WorkingGroupChanged,
    WorkingGroupFormed,
)
from events.ids import DispatchId, GroupId, PersonId, TaskId
from events.moments import Effective, order_of
from governance.state.ordering import from_there

AnyPlan = PlanProposed | PlanAdopted
AnyDispatch = DocumentSent | QuestionsSent | ApplicationSent


class Group(msgspec.Struct, gc=False):
    """A working group; ``versions`` are what was stated of it, ``since`` is when it was formed in the world's order."""

    id: GroupId
    formed: WorkingGroupFormed | None = None
    since: str = ""
    versions: list[tuple[str, int, WorkingGroupFormed | WorkingGroupChanged]] = []
    name: str | None = None
    focus_area: str | None = None
    members: tuple[PersonId, ...] = ()
    dissolved: Effective | None = None
    over: bool = False

    def stated(self, order: str, number: int, version: WorkingGroupFormed | WorkingGroupChanged) -> None:
        """Take in what an entry says about the group; the latest in the world's order counts."""
        for said in from_there(self.versions, order, number, version):
            self.name = said.name or self.name
            self.focus_area = said.focus_area or self.focus_area
            self.members = said.members or self.members

    def about(self, day: str | None = None) -> str | None:
        """Return what the group is called by: its name, else what it looks at; as it was before ``day`` where one is
        given, else as it was at first.
        """
        if day is None:
            return self.name or self.focus_area
        name = focus_area = None
        for index, (order, _, said) in enumerate(self.versions):
            if index and order[:10] >= day:
                break
            name, focus_area = said.name or name, said.focus_area or focus_area
        return name or focus_area

    def about_before(self, change: WorkingGroupChanged) -> str | None:
        """Return what the group was called by until a change; as it is now where the change is not known yet."""
        until = next((index for index, (_, _, said) in enumerate(self.versions) if said == change), None)
        held = self.versions[:until]
        names, focus_areas = [said.name for _, _, said in held], [said.focus_area for _, _, said in held]
        return next(filter(None, (*reversed(names), *reversed(focus_areas))), None)

    def goes_by(self, about: str | None) -> bool:
        """Tell whether the group was ever called so; None is what a group without name and focus area goes by."""
        if about is None:
            return self.about() is None
        return any(about in (said.name, said.focus_area) for _, _, said in self.versions)


class Task(msgspec.Struct, gc=False):
    """Something that is to be done; ``since`` is when it was agreed, in the world's order."""

    id: TaskId
    agreed: TaskAgreed | None = None
    since: str = ""
    versions: list[tuple[str, int, TaskAgreed | TaskChanged]] = []
    task: str = ""
    responsible: PersonId | None = None
    due: str | None = None
    completed: Effective | None = None
    over: bool = False

    def stated(self, order: str, number: int, version: TaskAgreed | TaskChanged) -> None:
        """Take in what an entry says about the task; the latest in the world's order counts."""
        for said in from_there(self.versions, order, number, version):
            self.task = _wording(said) or self.task
            self.responsible = said.responsible or self.responsible
            self.due = said.due or self.due

    def wording(self, day: str | None = None) -> str:
        """Return what is to be done; as it read before ``day`` where one is given, else as it read at first."""
        if day is None:
            return self.task
        found = ""
        for index, (order, _, said) in enumerate(self.versions):
            if index and order[:10] >= day:
                break
            found = _wording(said) or found
        return found

    def wording_before(self, change: TaskChanged) -> str:
        """Return what was to be done until a change; what is to be done now where the change is not known yet."""
        until = next((index for index, (_, _, said) in enumerate(self.versions) if said == change), None)
        return next(filter(None, (_wording(said) for _, _, said in reversed(self.versions[:until]))), "")

    def reads(self, wording: str) -> bool:
        """Tell whether the task ever read so."""
        return any(wording == _wording(said) for _, _, said in self.versions)


def _wording(said: TaskAgreed | TaskChanged) -> str | None:
    return said.task if isinstance(said, TaskAgreed) else said.wording


class Answer(msgspec.Struct, frozen=True, gc=False):
    """An answer that came, at or within ``effective``."""

    number: int
    effective: Effective | None
    said: AnswerReceived


class Dispatch(msgspec.Struct, gc=False):
    """Something that went to another body, with the answers that came; ``since`` is when it was sent."""

    id: DispatchId
    sent: AnyDispatch | None = None
    since: str = ""
    answers: list[Answer] = []

    @property
    def title(self) -> str | None:
        """The title of what was sent; questions have none."""
        return None if isinstance(self.sent, QuestionsSent) or self.sent is None else self.sent.title

    def answered(self, answer: Answer) -> None:
        """Keep an answer in the order of the world."""
        self.answers.append(answer)
        self.answers.sort(key=lambda held: (order_of(held.effective), held.number))


class FocusArea(msgspec.Struct, frozen=True, gc=False):
    """What the council chose to look at, by which entry."""

    number: int
    effective: Effective | None
    said: FocusAreaChosen

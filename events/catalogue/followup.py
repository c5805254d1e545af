"""What follows from a meeting: working groups, plans, tasks, what was sent, and reports that were given."""

from enum import StrEnum
from typing import ClassVar

from events.event import Date, Told
from events.ids import BodyId, DispatchId, GroupId, ItemId, PersonId, PlanId, TaskId
from events.moments import Period
from events.words import Word


class WorkingGroupFormed(Told, frozen=True, kw_only=True):
    """A working group (arbejdsgruppe) was formed among the members, with what it is to look at."""

    introduces: ClassVar[type[str] | None] = GroupId

    item: ItemId
    name: Word | None = None
    focus_area: Word | None = None
    members: tuple[PersonId, ...] = ()


class PlanProposed(Told, frozen=True, kw_only=True):
    """A proposal for a plan (handle- og tidsplan) was drawn up, by a working group where one is named."""

    introduces: ClassVar[type[str] | None] = PlanId

    item: ItemId
    title: Word
    group: GroupId | None = None


class TaskAgreed(Told, frozen=True, kw_only=True):
    """Something is to be done, by whom and when where that was said, for ``recipient`` where it is for another body."""

    introduces: ClassVar[type[str] | None] = TaskId

    item: ItemId
    task: Word
    responsible: PersonId | None = None
    recipient: BodyId | None = None
    due: Date | None = None


class DocumentKind(StrEnum):
    """What kind of document is sent."""

    REPORT = "report"
    STATEMENT = "statement"
    LETTER = "letter"
    OTHER = "other"


class DocumentSent(Told, frozen=True, kw_only=True):
    """A document goes to another body, for its meeting in ``for_meeting`` where that was said."""

    introduces: ClassVar[type[str] | None] = DispatchId

    item: ItemId
    title: Word
    recipient: BodyId
    kind: DocumentKind = DocumentKind.OTHER
    for_meeting: Period | None = None


class QuestionsSent(Told, frozen=True, kw_only=True):
    """A list of questions goes to another body, on an occasion in a period where that was said."""

    introduces: ClassVar[type[str] | None] = DispatchId

    item: ItemId
    recipient: BodyId
    questions: tuple[Word, ...]
    occasion: Word | None = None
    period: Period | None = None


class ReportGiven(Told, frozen=True, kw_only=True):
    """A person reported from an occasion elsewhere, e.g. a meeting of a body that the council has someone in."""

    item: ItemId
    person: PersonId
    occasion: Word
    body: BodyId | None = None
    held_on: Date | None = None

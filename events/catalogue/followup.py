"""What follows from a meeting: working groups, plans, tasks, what was sent, and reports that were given."""

from enum import StrEnum
from typing import ClassVar

import msgspec

from events.event import Date, Told
from events.ids import BodyId, DispatchId, GroupId, ItemId, PersonId, PlanId, TaskId
from events.moments import Period
from events.words import Text, Word


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
    answer_due: Date | None = None


class QuestionsSent(Told, frozen=True, kw_only=True):
    """A list of questions goes to another body, on an occasion in a period where that was said."""

    introduces: ClassVar[type[str] | None] = DispatchId

    item: ItemId
    recipient: BodyId
    questions: tuple[Word, ...]
    occasion: Word | None = None
    period: Period | None = None
    answer_due: Date | None = None


class ReportGiven(Told, frozen=True, kw_only=True):
    """A person reported from an occasion elsewhere, e.g. a meeting of a body that the council has someone in."""

    item: ItemId
    person: PersonId
    occasion: Word
    body: BodyId | None = None
    held_on: Date | None = None


class WorkingGroupChanged(Told, frozen=True, kw_only=True):
    """A working group was stated anew: its name, what it looks at, or its members. What is left out stays as it was."""

    item: ItemId
    group: GroupId
    name: Word | None = None
    focus_area: Word | None = None
    members: tuple[PersonId, ...] = ()


class WorkingGroupDissolved(Told, frozen=True, kw_only=True):
    """A working group is at work no more."""

    item: ItemId
    group: GroupId


class FocusAreaChosen(Told, frozen=True, kw_only=True):
    """The council chose what it looks at (fokusområde), for a period where one was named."""

    item: ItemId
    focus_area: Word
    period: Period | None = None


class Activity(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True, gc=False):
    """One activity of a plan: when, by whom, and for how much, in øre."""

    activity: Word
    period: Period | None = None
    responsible: PersonId | None = None
    budget: int | None = None


class PlanAdopted(Told, frozen=True, kw_only=True):
    """A plan (handle- og tidsplan) was adopted with its activities: one that was proposed, or a new one."""

    introduces: ClassVar[type[str] | None] = PlanId

    item: ItemId
    title: Word
    activities: tuple[Activity, ...] = ()
    proposed: PlanId | None = None


class TaskChanged(Told, frozen=True, kw_only=True):
    """A task was stated anew. What is left out stays as it was."""

    task: TaskId
    item: ItemId | None = None
    wording: Word | None = None
    responsible: PersonId | None = None
    due: Date | None = None


class TaskCompleted(Told, frozen=True, kw_only=True):
    """A task was done on the effective date."""

    task: TaskId
    item: ItemId | None = None


class ApplicationSent(Told, frozen=True, kw_only=True):
    """An application goes to another body, for an amount in øre where one is named."""

    introduces: ClassVar[type[str] | None] = DispatchId

    item: ItemId
    title: Word
    recipient: BodyId
    amount: int | None = None
    for_meeting: Period | None = None
    answer_due: Date | None = None


class AnswerReceived(Told, frozen=True, kw_only=True):
    """An answer came to what was sent, on the effective date; ``granted`` tells how an application went."""

    dispatch: DispatchId
    item: ItemId | None = None
    answer: Text | None = None
    granted: bool | None = None

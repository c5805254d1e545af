"""What minutes say of what follows from a meeting: groups, plans, tasks, what is sent, and reports.

What was set going earlier is named as it was called then: a working group by its name, else what it looks at; a task by
its words; something sent by its title, to whom and on which day it went.
"""

from typing import Literal

from governance.documents.parts import Fact, Part


class GroupFormation(Fact, frozen=True, kw_only=True):
    """A working group was formed."""

    name: str | None = None
    focus_area: str | None = None
    members: tuple[str, ...] = ()


class GroupChange(Fact, frozen=True, kw_only=True):
    """A working group was stated anew; ``group`` is what it was called."""

    group: str | None = None
    name: str | None = None
    focus_area: str | None = None
    members: tuple[str, ...] = ()


class GroupDissolution(Fact, frozen=True, kw_only=True):
    """A working group was dissolved."""

    group: str | None = None


class FocusChoice(Fact, frozen=True, kw_only=True):
    """The council chose what it looks at."""

    focus_area: str
    period: str | None = None


class PlanProposal(Fact, frozen=True, kw_only=True):
    """A plan was proposed; ``group`` is the name or focus area of the working group."""

    title: str
    group: str | None = None


class PlannedActivity(Part, frozen=True, kw_only=True):
    """One activity of a plan; the budget is in øre."""

    activity: str
    period: str | None = None
    responsible: str | None = None
    budget: int | None = None


class PlanAdoption(Fact, frozen=True, kw_only=True):
    """A plan was adopted; ``proposed`` is the title of the proposal, ``proposed_on`` the day of the meeting at which it
    was put, ``group`` the working group that drew it up.
    """

    title: str
    activities: tuple[PlannedActivity, ...] = ()
    proposed: str | None = None
    proposed_on: str | None = None
    group: str | None = None


class TaskAgreement(Fact, frozen=True, kw_only=True):
    """Something is to be done."""

    task: str
    responsible: str | None = None
    recipient: str | None = None
    due: str | None = None


class TaskRevision(Fact, frozen=True, kw_only=True):
    """A task was stated anew; ``task`` is how it read. ``agreed_on`` is when it was agreed, where others read so too."""

    task: str
    agreed_on: str | None = None
    wording: str | None = None
    responsible: str | None = None
    due: str | None = None


class TaskCompletion(Fact, frozen=True, kw_only=True):
    """A task is done; ``on`` is the day where it was another than that of the meeting. ``agreed_on`` is as above."""

    task: str
    agreed_on: str | None = None
    on: str | None = None


class DocumentDispatch(Fact, frozen=True, kw_only=True):
    """A document goes to another body."""

    title: str
    recipient: str
    kind: Literal["report", "statement", "letter", "other"] = "other"
    for_meeting: str | None = None
    answer_due: str | None = None


class QuestionsDispatch(Fact, frozen=True, kw_only=True):
    """Questions go to another body."""

    recipient: str
    questions: tuple[str, ...]
    occasion: str | None = None
    period: str | None = None
    answer_due: str | None = None


class ApplicationDispatch(Fact, frozen=True, kw_only=True):
    """An application goes to another body, for an amount in øre."""

    title: str
    recipient: str
    amount: int | None = None
    for_meeting: str | None = None
    answer_due: str | None = None


class AnswerReceipt(Fact, frozen=True, kw_only=True):
    """An answer came to what went to ``recipient`` on the day ``sent_on``: ``title``, or questions where there is none.

    ``on`` is the day on which it came, where it was another than that of the meeting.
    """

    recipient: str
    title: str | None = None
    sent_on: str | None = None
    answer: str | None = None
    granted: bool | None = None
    on: str | None = None


class ReportDelivery(Fact, frozen=True, kw_only=True):
    """Somebody reported from an occasion."""

    person: str
    occasion: str
    body: str | None = None
    held_on: str | None = None

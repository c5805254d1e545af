"""The published state of what follows from meetings: working groups, plans, focus areas, dispatches and tasks."""

from typing import Literal

from governance.state.published import Published

DispatchKind = Literal["report", "statement", "letter", "other", "questions", "application"]


class Activity(Published, frozen=True, kw_only=True):
    """One activity of a plan: when (``2023-06``), by whom, and for how much, in øre."""

    activity: str
    period: str | None
    responsible: str | None
    budget: int | None


class Plan(Published, frozen=True, kw_only=True):
    """A plan (handle- og tidsplan) that was proposed or adopted.

    ``adopted_as`` is the plan that a proposal became, ``proposed`` the proposal that an adopted plan was; ``budget`` is
    what its activities add up to, in øre.
    """

    id: str
    title: str
    group: str | None
    meeting: str | None
    item: str
    matter: str | None
    status: Literal["proposed", "adopted"]
    proposed: str | None
    adopted_as: str | None
    adopted_on: str | None
    activities: list[Activity]
    budget: int | None


class Group(Published, frozen=True, kw_only=True):
    """A working group (arbejdsgruppe); ``plans`` are the ids of the plans it proposed. ``dissolved_on`` is null where
    the group is at work, or the day is not known.
    """

    id: str
    name: str | None
    focus_area: str | None
    members: list[str]
    item: str
    meeting: str | None
    matter: str | None
    plans: list[str]
    dissolved: bool
    dissolved_on: str | None


class FocusArea(Published, frozen=True, kw_only=True):
    """What the council chose to look at (fokusområde), for a period (``2023``) where one was named."""

    focus_area: str
    period: str | None
    chosen_on: str | None
    meeting: str | None
    item: str
    matter: str | None


class Answer(Published, frozen=True, kw_only=True):
    """An answer that came; ``granted`` tells how an application went."""

    received_on: str | None
    answer: str | None
    granted: bool | None
    item: str | None


class Dispatch(Published, frozen=True, kw_only=True):
    """Something that goes to another body. ``for_period`` is when that body is to have it, as text (``2022-11``);
    ``amount`` is what an application asks for, in øre. ``granted`` is what the latest answer says of it.
    """

    id: str
    kind: DispatchKind
    title: str | None
    recipient: str
    questions: list[str]
    occasion: str | None
    for_period: str | None
    date: str | None
    meeting: str | None
    item: str
    matter: str | None
    amount: int | None
    answer_due: str | None
    answers: list[Answer]
    granted: bool | None


class Task(Published, frozen=True, kw_only=True):
    """Something that is to be done, as it reads now. ``completed_on`` is null where the day is not known, too."""

    id: str
    task: str
    responsible: str | None
    recipient: str | None
    due: str | None
    agreed_on: str | None
    meeting: str | None
    item: str
    matter: str | None
    completed: bool
    completed_on: str | None

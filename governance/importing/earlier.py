"""From what minutes call it to what an earlier meeting set going: a working group, a proposal, a task, something sent."""

from collections.abc import Callable

from events.catalogue import PlanAdopted, PlanProposed
from events.ids import BodyId, DispatchId, GroupId, ItemId, MeetingId, PlanId, TaskId
from governance.state.fold import Fold


class Earlier:
    """Finds what is meant among what the book holds up to the day of a meeting; of several, the last still going."""

    def __init__(self, fold: Callable[[], Fold], meeting: MeetingId) -> None:
        self._fold = fold
        self._meeting = meeting

    @property
    def _day(self) -> str:
        return self._fold().meeting(self._meeting).date

    def group(self, about: str | None, item: ItemId) -> GroupId | None:
        """Return the working group that was ever called so: that of the item itself, else one at work."""
        found = [
            group
            for group in self._fold().groups.values()
            if group.formed is not None and group.since[:10] <= self._day and group.goes_by(about)
        ]
        found.sort(key=lambda group: (group.formed is not None and group.formed.item == item, not group.over))
        return found[-1].id if found else None

    def proposal(self, title: str, group: str | None, on: str | None) -> PlanId | None:
        """Return the plan that was proposed under this title, by this working group, on this day where one is named,
        and is not adopted yet.
        """
        plans = self._fold().plans
        adopted = {said.proposed for said in plans.values() if isinstance(said, PlanAdopted)}
        found = [
            plan
            for plan, said in plans.items()
            if isinstance(said, PlanProposed)
            and said.title == title
            and plan not in adopted
            and self._by_then(said.item)
            and on in (None, self._day_of(said.item))
            and self._is_of(said, group)
        ]
        return found[-1] if found else None

    def task(self, wording: str, on: str | None) -> TaskId | None:
        """Return the task that ever read so, agreed on this day where one is named; one still to be done first."""
        found = [
            task
            for task in self._fold().tasks.values()
            if task.agreed is not None
            and task.since[:10] <= self._day
            and task.reads(wording)
            and on in (None, self._day_of(task.agreed.item))
        ]
        found.sort(key=lambda task: not task.over)
        return found[-1].id if found else None

    def dispatch(self, recipient: BodyId, title: str | None, sent_on: str | None) -> DispatchId | None:
        """Return what was sent to a body under this title, on this day where one is named."""
        found = [
            dispatch
            for dispatch in self._fold().dispatches.values()
            if dispatch.sent is not None
            and dispatch.sent.recipient == recipient
            and dispatch.title == title
            and self._by_then(dispatch.sent.item)
            and sent_on in (None, self._day_of(dispatch.sent.item))
        ]
        found.sort(key=lambda dispatch: not dispatch.answers)
        return found[-1].id if found else None

    def _is_of(self, proposal: PlanProposed, about: str | None) -> bool:
        group = self._fold().groups.get(proposal.group) if proposal.group is not None else None
        return group.goes_by(about) if group is not None else about is None

    def _day_of(self, item: ItemId) -> str:
        meeting = self._fold().meeting_of(item)
        return meeting.date if meeting is not None else ""

    def _by_then(self, item: ItemId) -> bool:
        return self._day_of(item) <= self._day

"""What follows from a meeting: groups at work, plans, tasks, what is sent and answered, reports from elsewhere."""

from datetime import date, timedelta

from events.catalogue import (
    Activity,
    AnswerReceived,
    ApplicationSent,
    CompositionReported,
    DecisionOutcome,
    DocumentKind,
    DocumentSent,
    FocusAreaChosen,
    ItemDecided,
    ItemDiscussed,
    ItemNoted,
    PlanAdopted,
    PlanProposed,
    QuestionsSent,
    ReportGiven,
    RepresentationEnded,
    RepresentativeElected,
    Seats,
    TaskAgreed,
    TaskChanged,
    TaskCompleted,
    WorkingGroupChanged,
    WorkingGroupDissolved,
    WorkingGroupFormed,
)
from events.ids import DispatchId, GroupId, PlanId, TaskId
from events.moments import Period
from tests.years.agenda import Doing, Planned
from tests.years.sitting import Sitting
from tests.years.words import FOCUS_AREAS, GROUPS, OCCASIONS, QUESTIONS, TASKS


def task_agreed(sitting: Sitting, item: Planned) -> None:
    """Agree on a task. It is put off now and then, and done in time."""
    assert item.id is not None
    rng, life = sitting.rng, sitting.life
    due = sitting.day + timedelta(days=rng.randint(30, 110))
    agreed = TaskAgreed(item=item.id, task=rng.choice(TASKS), responsible=sitting.someone(), due=due.isoformat())
    task = sitting.ledger.make(TaskId, agreed, sitting.day)
    sitting.tell(ItemDecided(item=item.id))
    following = life.can_return(sitting.occasion)
    if following is not None and following.day < due and rng.random() < 0.3:
        life.returning.append(item.again(_completes(task)))
        return
    if rng.random() < 0.3:
        changed, due = due - timedelta(days=10), due + timedelta(days=30)
        later = due.isoformat()
        life.at(changed, lambda: life.tell(TaskChanged(task=task, due=later), changed))
    done = due - timedelta(days=rng.randint(1, 9))
    life.at(done, lambda: life.tell(TaskCompleted(task=task), done))


def _completes(task: TaskId) -> Doing:
    def hears(sitting: Sitting, item: Planned) -> None:
        assert item.id is not None
        sitting.tell(TaskCompleted(task=task, item=item.id))
        sitting.tell(ItemNoted(item=item.id))

    return hears


def something_sent(sitting: Sitting, item: Planned) -> None:
    """Send a document, questions or an application; the answer comes in time."""
    assert item.id is not None
    rng, life = sitting.rng, sitting.life
    body = rng.choice(life.bodies)
    due = sitting.day + timedelta(days=rng.randint(30, 100))
    said = due.isoformat() if rng.random() < 0.8 else None
    kind = rng.randint(0, 2)
    event: DocumentSent | QuestionsSent | ApplicationSent = (
        DocumentSent(item=item.id, title=item.title, recipient=body, kind=DocumentKind.STATEMENT, answer_due=said),
        QuestionsSent(item=item.id, recipient=body, questions=tuple(rng.sample(QUESTIONS, 2)), answer_due=said),
        ApplicationSent(
            item=item.id, title=item.title, recipient=body, amount=rng.randint(5, 90) * 100_000, answer_due=said
        ),
    )[kind]
    dispatch = sitting.ledger.make(DispatchId, event, sitting.day)
    sitting.tell(ItemDecided(item=item.id))
    answered = due - timedelta(days=rng.randint(1, 25))
    granted = rng.random() < 0.6 if kind == 2 else None
    answer = AnswerReceived(
        dispatch=dispatch, answer="Tak for henvendelsen, som vil indgå i arbejdet.", granted=granted
    )
    life.at(answered, lambda: life.tell(answer, answered))


def group_formed(sitting: Sitting, item: Planned) -> None:
    """Form a working group, which changes, proposes a plan, and is dissolved as the plan is adopted."""
    assert item.id is not None
    members = [seat.person for seat in sitting.rng.sample(sitting.voters(), 3)]
    formed = WorkingGroupFormed(
        item=item.id, name=sitting.rng.choice(GROUPS), focus_area=item.title, members=tuple(members)
    )
    group = sitting.ledger.make(GroupId, formed, sitting.day)
    sitting.tell(ItemDecided(item=item.id))
    _goes_on(sitting, item, group, lambda later, again: _group_changed(later, again, group))


def _group_changed(sitting: Sitting, item: Planned, group: GroupId) -> None:
    assert item.id is not None
    members = [seat.person for seat in sitting.rng.sample(sitting.voters(), 4)]
    sitting.tell(WorkingGroupChanged(item=item.id, group=group, members=tuple(members)))
    sitting.tell(ItemDiscussed(item=item.id))
    _goes_on(sitting, item, group, lambda later, again: _plan_proposed(later, again, group))


def _plan_proposed(sitting: Sitting, item: Planned, group: GroupId) -> None:
    assert item.id is not None
    proposed = PlanProposed(item=item.id, title="handleplan", group=group)
    plan = sitting.ledger.make(PlanId, proposed, sitting.day)
    sitting.tell(ItemDiscussed(item=item.id))
    _goes_on(sitting, item, group, lambda later, again: _plan_adopted(later, again, group, plan))


def _plan_adopted(sitting: Sitting, item: Planned, group: GroupId, plan: PlanId) -> None:
    assert item.id is not None
    when = Period(f"{sitting.day.year + 1}-{sitting.rng.randint(1, 12):02}")
    activities = tuple(
        Activity(activity=said, period=when, responsible=sitting.someone(), budget=sitting.rng.randint(1, 40) * 50_000)
        for said in ("Temamøde", "Besøg hos naboerne")
    )
    sitting.tell(PlanAdopted(item=item.id, title="handleplan", activities=activities, proposed=plan))
    sitting.tell(WorkingGroupDissolved(item=item.id, group=group))
    sitting.tell(ItemDecided(item=item.id, outcome=DecisionOutcome.APPROVED))


def _goes_on(sitting: Sitting, item: Planned, group: GroupId, doing: Doing) -> None:
    """Come back to a group at the next meeting; where nothing can, its work is over."""
    if sitting.life.can_return(sitting.occasion) is not None:
        sitting.life.returning.append(item.again(doing))
    else:
        assert item.id is not None
        sitting.tell(WorkingGroupDissolved(item=item.id, group=group))


def focus_chosen(sitting: Sitting, item: Planned) -> None:
    """Choose what to look at."""
    assert item.id is not None
    area, year = sitting.rng.choice(FOCUS_AREAS), Period(str(sitting.day.year))
    sitting.tell(FocusAreaChosen(item=item.id, focus_area=area, period=year))
    sitting.tell(ItemDecided(item=item.id))


def represented(sitting: Sitting, item: Planned) -> None:
    """Elect somebody to another body, for whom the time ends by itself or before."""
    assert item.id is not None
    life, person, body = sitting.life, sitting.someone(), sitting.rng.choice(sitting.life.bodies)
    life.represented.add((person, body))
    until = date(sitting.day.year, 12, 31)
    elected = RepresentativeElected(
        person=person, body=body, until=until.isoformat(), meeting=sitting.meeting, item=item.id
    )
    sitting.tell(elected)
    sitting.tell(ItemDecided(item=item.id, outcome=DecisionOutcome.ELECTED))
    if sitting.day.month < 9 and sitting.rng.random() < 0.5:
        day = sitting.day + timedelta(days=60)
        life.at(day, lambda: life.ends_representation(RepresentationEnded(person=person, body=body), day))


def reported(sitting: Sitting, item: Planned) -> None:
    """Hear a report from elsewhere, and how a body is made up."""
    assert item.id is not None
    body, held = sitting.rng.choice(sitting.life.bodies), sitting.day - timedelta(days=sitting.rng.randint(2, 20))
    report = ReportGiven(
        item=item.id,
        person=sitting.someone(),
        occasion=sitting.rng.choice(OCCASIONS),
        body=body,
        held_on=held.isoformat(),
    )
    sitting.tell(report)
    if sitting.rng.random() < 0.3:
        seats = (Seats(count=4, basis="valgt af byrådet", includes_chair=True), Seats(count=3, basis="udpeget"))
        sitting.tell(CompositionReported(item=item.id, body=body, seats=seats))
    sitting.tell(ItemNoted(item=item.id))


FOLLOWING: tuple[tuple[Doing, int], ...] = (
    (task_agreed, 4),
    (something_sent, 5),
    (group_formed, 1),
    (focus_chosen, 1),
    (represented, 1),
    (reported, 3),
)
"""What follows from a matter, and how often."""

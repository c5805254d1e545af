"""Random fields for acts: what follows from a meeting."""

from collections.abc import Callable
from typing import Any

from governance.state.fold import Fold

_KINDS = ("report", "statement", "letter", "other")


def _due(acts: Any) -> Any:
    return acts.choice(None, acts.day(ahead=True))


def _for_meeting(acts: Any) -> Any:
    return acts.choice(None, "2023", "2023-02", "2023-W06", "2023-02-14")


def _members(acts: Any, fold: Fold) -> list[str] | None:
    people = list(dict.fromkeys(acts.person(fold) for _ in range(acts.number(0, 3))))
    return people or None


def _under(acts: Any, fold: Fold, **more: Any) -> dict[str, Any]:
    """Return the fields of an act that need not stand under an item; then it has no words in the minutes."""
    return acts.under_item(fold, **more) if acts.chance(0.6) else more


def _activities(acts: Any, fold: Fold) -> list[dict[str, Any]]:
    drawn = [
        {
            "activity": acts.words(3),
            "period": _for_meeting(acts),
            "responsible": acts.maybe(fold.persons),
            "budget": acts.choice(None, acts.number(1, 9_999_999)),
        }
        for _ in range(acts.number(0, 2))
    ]
    return [{key: value for key, value in activity.items() if value is not None} for activity in drawn]


FIELDS: dict[str, Callable[[Any, Fold], dict[str, Any]]] = {
    "WorkingGroupFormed": lambda a, f: a.under_item(
        f, focus_area=a.choice(None, a.words(2)), name=a.choice(None, a.words(2)), members=_members(a, f)
    ),
    "WorkingGroupChanged": lambda a, f: a.under_item(
        f,
        group=a.one(f.groups, "g999"),
        name=a.choice(None, a.words(2)),
        focus_area=a.choice(None, a.words(2)),
        members=_members(a, f),
    ),
    "WorkingGroupDissolved": lambda a, f: a.under_item(f, group=a.one(f.groups, "g999")),
    "FocusAreaChosen": lambda a, f: a.under_item(f, focus_area=a.words(3), period=_for_meeting(a)),
    "PlanAdopted": lambda a, f: a.under_item(
        f, title=a.words(2), activities=_activities(a, f), proposed=a.maybe(f.plans, 0.6)
    ),
    "TaskAgreed": lambda a, f: a.under_item(
        f, task=a.words(4), responsible=a.maybe(f.persons), recipient=a.maybe(f.bodies, 0.2), due=_due(a)
    ),
    "TaskChanged": lambda a, f: _under(
        a,
        f,
        task=a.one(f.tasks, "t999"),
        wording=a.choice(None, a.words(4)),
        responsible=a.maybe(f.persons),
        due=_due(a),
    ),
    "TaskCompleted": lambda a, f: _under(a, f, task=a.one(f.tasks, "t999")),
    "DocumentSent": lambda a, f: a.under_item(
        f,
        title=a.words(3),
        recipient=a.one(f.bodies, "b999"),
        kind=a.choice(*_KINDS),
        for_meeting=_for_meeting(a),
        answer_due=_due(a),
    ),
    "QuestionsSent": lambda a, f: a.under_item(
        f,
        recipient=a.one(f.bodies, "b999"),
        questions=[a.words() + "?" for _ in range(a.number(0, 3))],
        period=_for_meeting(a),
        answer_due=_due(a),
    ),
    "ApplicationSent": lambda a, f: a.under_item(
        f,
        title=a.words(3),
        recipient=a.one(f.bodies, "b999"),
        amount=a.choice(None, a.number(1, 9_999_999)),
        for_meeting=_for_meeting(a),
        answer_due=_due(a),
    ),
    "AnswerReceived": lambda a, f: _under(
        a,
        f,
        dispatch=a.one(f.dispatches, "d999"),
        answer=a.choice(None, a.words(9)),
        granted=a.choice(None, None, True, False),
    ),
}
"""For every event of these topics, how its fields are drawn: from the acts so far and the state."""

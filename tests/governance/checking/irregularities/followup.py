"""Irregular follow-up: matters, answers and tasks that were forgotten."""

from events.catalogue import (
    AnswerReceived,
    DecisionOutcome,
    ItemDecided,
    ItemPostponed,
    TaskChanged,
    TaskCompleted,
)
from events.ids import ItemId
from tests.governance.checking.planting import Garden, Planted


def never_came_back(garden: Garden) -> Planted:
    """A matter is put off to the next meeting, and nobody thinks of it again."""
    entry, decided, meeting = next(
        (entry, decided, meeting)
        for entry, decided, meeting in garden.of(ItemDecided)
        if decided.outcome is DecisionOutcome.APPROVED and meeting in garden.free() and _is_alone(garden, decided.item)
    )
    garden.corrects(entry, ItemPostponed(item=decided.item, until="næste møde"))
    return Planted("postponed-never-back", garden.take(meeting).id, [entry.number])


def _is_alone(garden: Garden, item: ItemId) -> bool:
    """Tell whether an item is the only one of its matter, and nothing but its decision was recorded under it."""
    matter = garden.fold.items[item].matter
    same = [one for one in garden.fold.items.values() if one.matter == matter]
    return matter is not None and len(same) == 1 and len(garden.under(item)) == 1


def answer_overdue(garden: Garden) -> Planted:
    """An answer that was due never came."""
    for entry in garden.entries:
        if isinstance(entry.event, AnswerReceived):
            dispatch = garden.fold.dispatches[entry.event.dispatch]
            if dispatch.sent is not None and dispatch.sent.answer_due is not None:
                meeting = garden.fold.meeting_of(dispatch.sent.item)
                garden.strikes(entry)
                return Planted("answer-overdue", meeting.id if meeting else None, [int(entry.event.dispatch[1:])])
    raise LookupError


def task_overdue(garden: Garden) -> Planted:
    """A task is never done."""
    changed = {entry.event.task for entry in garden.entries if isinstance(entry.event, TaskChanged)}
    for entry in garden.entries:
        event = entry.event
        if isinstance(event, TaskCompleted) and event.item is None and event.task not in changed:
            agreed = garden.fold.tasks[event.task].agreed
            meeting = garden.fold.meeting_of(agreed.item) if agreed is not None else None
            garden.strikes(entry)
            return Planted("task-overdue", meeting.id if meeting else None, [int(event.task[1:])])
    raise LookupError

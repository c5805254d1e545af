"""Looking up what an act speaks of: an id that the book does not know is refused, with a sentence."""

from events.errors import N_
from events.ids import BodyId, DispatchId, GroupId, ItemId, MatterId, MeetingId, PersonId, TaskId
from events.moments import Effective, order_of
from governance.rules.act import RuleRefused, TimeRefused
from governance.state.fold import Body, Fold, Item, Meeting
from governance.state.publishing.offices import called_in
from governance.state.publishing.people import may_be_member
from governance.state.undertakings import Dispatch, Group, Task


def person(fold: Fold, identifier: PersonId) -> str:
    """Return the person's name. Raises RuleRefused where the book knows no such person."""
    name = fold.persons.get(identifier)
    if name is None:
        raise RuleRefused(N_("There is no person {id} in the book. Register the person first."), id=identifier)
    return name


def meeting(fold: Fold, identifier: MeetingId) -> Meeting:
    """Return the meeting. Raises RuleRefused where the book knows no such meeting."""
    found = fold.meetings.get(identifier)
    if found is None or not found.date:
        raise RuleRefused(N_("There is no meeting {id} in the book."), id=identifier)
    return found


def meeting_that_counts(fold: Fold, identifier: MeetingId) -> Meeting:
    """Return the meeting as ``meeting`` does. Raises RuleRefused where it was called off."""
    found = meeting(fold, identifier)
    if found.cancelled:
        raise RuleRefused(
            N_("The meeting of {date} was called off; nothing can be recorded under it."), date=found.date
        )
    return found


def item(fold: Fold, identifier: ItemId) -> Item:
    """Return the item, on an agenda of a meeting that counts. Raises RuleRefused otherwise."""
    found = fold.items.get(identifier)
    if found is None or found.meeting is None:
        raise RuleRefused(N_("There is no item {id} on any agenda in the book."), id=identifier)
    meeting_that_counts(fold, found.meeting)
    return found


def item_of(fold: Fold, identifier: ItemId | None, of: MeetingId) -> None:
    """Raise RuleRefused where an item is named that does not stand on the agenda of this meeting."""
    if identifier is not None and item(fold, identifier).meeting != of:
        raise RuleRefused(
            N_("Item {id} does not stand on the agenda of the meeting of {date}."),
            id=identifier,
            date=meeting(fold, of).date,
        )


def body(fold: Fold, identifier: BodyId | None) -> Body | None:
    """Return the body, or None for none. Raises RuleRefused where the book knows no such body."""
    if identifier is None:
        return None
    found = fold.bodies.get(identifier)
    if found is None or found.registered is None:
        raise RuleRefused(N_("There is no body {id} in the book. Register the body first."), id=identifier)
    return found


def matter(fold: Fold, identifier: MatterId) -> None:
    """Raise RuleRefused where the book knows no such matter."""
    if identifier not in fold.matters:
        raise RuleRefused(N_("There is no matter {id} in the book."), id=identifier)


def group(fold: Fold, identifier: GroupId | None) -> Group | None:
    """Return the working group, or None for none. Raises RuleRefused where the book knows no such group."""
    if identifier is None:
        return None
    found = fold.groups.get(identifier)
    if found is None or found.formed is None:
        raise RuleRefused(N_("There is no working group {id} in the book."), id=identifier)
    return found


def task(fold: Fold, identifier: TaskId) -> Task:
    """Return the task. Raises RuleRefused where the book knows no such task."""
    found = fold.tasks.get(identifier)
    if found is None or found.agreed is None:
        raise RuleRefused(N_("There is no task {id} in the book."), id=identifier)
    return found


def dispatch(fold: Fold, identifier: DispatchId) -> Dispatch:
    """Return what was sent. Raises RuleRefused where the book knows no such thing."""
    found = fold.dispatches.get(identifier)
    if found is None or found.sent is None:
        raise RuleRefused(N_("Nothing that was sent has the id {id}."), id=identifier)
    return found


def member_on(fold: Fold, identifier: PersonId, day: str) -> str:
    """Return the name of a person who may be a member on the day. Raises RuleRefused for anybody else."""
    name = person(fold, identifier)
    if not may_be_member(fold.memberships.get(identifier, []), day):
        raise RuleRefused(
            N_("{name} is not a member on {day}. Record the appointment first, or choose somebody else."),
            name=name,
            day=day,
        )
    return name


def seated_on(fold: Fold, identifier: PersonId, day: str) -> str:
    """Return the name of a person who may have a seat on the day: a member, or a stand-in who was called in. Raises
    RuleRefused for anybody else.
    """
    name = person(fold, identifier)
    return name if called_in(fold, identifier, day) else member_on(fold, identifier, day)


def council_that_counts(fold: Fold, when: Effective | None) -> None:
    """Raise RuleRefused where the council had been dissolved by then."""
    if fold.dissolved is not None and fold.dissolved.order[0][:10] < order_of(when)[:10]:
        raise RuleRefused(
            N_("The council was dissolved on {day}; it adopts nothing and gets no other name after that."),
            day=fold.dissolved.day or "?",
        )


def not_over_before(until: str | None, when: Effective | None) -> None:
    """Raise RuleRefused where something ends before it begins."""
    day = order_of(when)[:10]
    if until is not None and until < day:
        raise TimeRefused(
            N_("The last day, {until}, lies before the first, {day}. Give a later last day, or an earlier first one."),
            until=until,
            day=day,
        )

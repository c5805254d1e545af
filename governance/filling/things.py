"""What a field that refers to something can be filled with: everything the book holds, by kind, in words."""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple, TypeVar

from events.catalogue import AmendmentMoved
from events.entry import Entry
from events.ids import (
    BodyId,
    DispatchId,
    GroupId,
    ItemId,
    KeyId,
    MatterId,
    MeetingId,
    PersonId,
    PlanId,
    ProposalId,
    StatementId,
    TaskId,
)
from governance.language import _
from governance.matching import plain
from governance.state.fold import Fold, Item, Meeting
from governance.state.publishing.agenda import agenda_of, shown_numbers
from governance.state.publishing.later import chronological
from governance.state.publishing.people import may_be_member
from governance.wording.codes import code
from governance.wording.lines import line
from governance.wording.lines.keys import fingerprint
from governance.wording.speaking import body, day, numbered, person, time
from governance.wording.speaking import item as item_said

_LONGEST = 70


class Thing(NamedTuple):
    """Something to choose. ``topic`` is the heading it stands under; ``within`` what it belongs to: an item's meeting."""

    id: str
    words: str
    hint: str = ""
    topic: str = ""
    within: str = ""


K = TypeVar("K")
T = TypeVar("T")
Things = dict[type[str], list[Thing]]


def things_in(fold: Fold, today: str) -> Things:
    """Return everything there is to choose from, by kind: what is likeliest first."""
    return {kind: list(found(fold, today)) for kind, found in _KINDS.items()}


def entries_told(fold: Fold, entries: Iterable[Entry]) -> list[Thing]:
    """Return entries to choose from, the newest first; those struck already are left out."""
    told = [entry for entry in entries if entry.number not in fold.struck]
    return [
        Thing(str(entry.number), _("{number}  {line}").format(number=entry.number, line=_line(fold, entry)))
        for entry in reversed(told)
    ]


def _line(fold: Fold, entry: Entry) -> str:
    try:
        return line(fold, entry.event)
    except KeyError:
        return "…"


def _people(fold: Fold, today: str) -> Iterator[Thing]:
    members = {one for one, facts in fold.memberships.items() if may_be_member(facts, today)}
    people = [
        Thing(one, name, _party(fold, one), _("Members") if one in members else _("Others"))
        for one, name in fold.persons.items()
    ]
    yield from sorted(people, key=lambda thing: (thing.id not in members, plain(thing.words)))


def _party(fold: Fold, one: PersonId) -> str:
    held = [fact.party for fact in fold.memberships.get(one, []) if fact.party]
    return held[-1] if held else ""


def _bodies(fold: Fold, _today: str) -> Iterator[Thing]:
    held = [
        (one, found.registered.name, found.abbreviation or "") for one, found in fold.bodies.items() if found.registered
    ]
    for one, name, short in sorted(held, key=lambda found: plain(found[1])):
        yield Thing(one, name, short)


def _meetings(fold: Fold, today: str) -> Iterator[Thing]:
    for meeting in _newest_first(fold):
        hint = ", ".join(filter(None, (time(meeting.start, meeting.end), meeting.place)))
        if meeting.cancelled:
            hint = ", ".join(filter(None, (code("cancelled"), hint)))
        yield Thing(meeting.id, day(meeting.date), hint, _("Coming") if meeting.date >= today else _("Already held"))


def _items(fold: Fold, _today: str) -> Iterator[Thing]:
    for meeting, item, number in _all_items(fold):
        yield Thing(
            item.id,
            f"{number}  {item.title}",
            day(meeting.date),
            _("Meeting of {day}").format(day=day(meeting.date)),
            meeting.id,
        )


def _matters(fold: Fold, _today: str) -> Iterator[Thing]:
    for one, opened in reversed(fold.matters.items()):
        yield Thing(one, opened.title, code(opened.kind) if opened.kind != "general" else "")


def _statements(fold: Fold, _today: str) -> Iterator[Thing]:
    for meeting in _newest_first(fold):
        for held in meeting.statements:
            yield Thing(held.id, _short(held.text), "", _("Meeting of {day}").format(day=day(meeting.date)), meeting.id)
    for meeting, item, number in _all_items(fold):
        for held in item.statements:
            yield Thing(held.id, _short(held.text), "", numbered(meeting.date, number), item.id)


def _proposals(fold: Fold, _today: str) -> Iterator[Thing]:
    for meeting, item, number in _all_items(fold):
        for one, held in item.proposals.items():
            amends = isinstance(held, AmendmentMoved)
            text = held.amendment if isinstance(held, AmendmentMoved) else held.proposal
            hint = ", ".join(filter(None, (_("amendment") if amends else "", _by(fold, held.proposed_by))))
            yield Thing(one, _short(text), hint, numbered(meeting.date, number), item.id)


def _groups(fold: Fold, _today: str) -> Iterator[Thing]:
    for one, held in _open_first(fold.groups, lambda held: held.over):
        members = ", ".join(person(fold, member) for member in held.members)
        yield Thing(one, held.about() or members or _("working group without a name"), members, _over(held.over))


def _plans(fold: Fold, _today: str) -> Iterator[Thing]:
    for one, held in reversed(fold.plans.items()):
        yield Thing(one, held.title, item_said(fold, held.item))


def _dispatches(fold: Fold, _today: str) -> Iterator[Thing]:
    for one, held in _open_first(fold.dispatches, lambda held: bool(held.answers)):
        if held.sent is not None:
            hint = _("to {body}").format(body=body(fold, held.sent.recipient))
            yield Thing(one, held.title or _("questions"), hint, _("Answered") if held.answers else _("Not answered"))


def _tasks(fold: Fold, _today: str) -> Iterator[Thing]:
    for one, held in _open_first(fold.tasks, lambda held: held.over):
        said = (_by(fold, held.responsible), day(held.due) if held.due else "")
        yield Thing(one, _short(held.task), ", ".join(filter(None, said)), _over(held.over))


def _keys(fold: Fold, _today: str) -> Iterator[Thing]:
    for one, held in _open_first(fold.keys, lambda held: held.revoked_in is not None):
        over = held.revoked_in is not None
        topic = _("Revoked") if over else _("In force")
        yield Thing(one, person(fold, held.person), fingerprint(held.public_key), topic)


def _newest_first(fold: Fold) -> list[Meeting]:
    known = [meeting for meeting in fold.meetings.values() if meeting.date]
    return sorted(known, key=chronological, reverse=True)


def _open_first(held: dict[K, T], is_over: Callable[[T], bool]) -> list[tuple[K, T]]:
    newest = list(reversed(held.items()))
    return sorted(newest, key=lambda found: is_over(found[1]))


def _all_items(fold: Fold) -> Iterator[tuple[Meeting, Item, str]]:
    for meeting in _newest_first(fold):
        agenda = agenda_of(fold, meeting)
        numbers = shown_numbers(agenda)
        for item in agenda:
            yield meeting, item, numbers[item.id]


def _by(fold: Fold, one: PersonId | None) -> str:
    return person(fold, one) if one is not None else ""


def _over(over: bool) -> str:
    return _("Done with") if over else _("Under way")


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= _LONGEST else f"{flat[: _LONGEST - 1]}…"


_KINDS: dict[type[str], Callable[[Fold, str], Iterator[Thing]]] = {
    PersonId: _people,
    BodyId: _bodies,
    MeetingId: _meetings,
    ItemId: _items,
    MatterId: _matters,
    StatementId: _statements,
    ProposalId: _proposals,
    GroupId: _groups,
    PlanId: _plans,
    DispatchId: _dispatches,
    TaskId: _tasks,
    KeyId: _keys,
}

"""What stands around a place in the book, line by line, each with the place in the state that it tells."""

from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from governance.language import _
from governance.state import model
from governance.state.places import Place, elements
from governance.state.terms import covers, lasts
from governance.wording.codes import code
from governance.wording.item_summary import dealt_with_lines, detail_of
from governance.wording.presence_summary import arrangement_lines, attended, closing_lines, guest_lines
from governance.wording.seats import office_line, representation_line, stand_in_line
from governance.wording.speaking import day, time
from governance.wording.summary import matter_line, member_line, names_in
from governance.wording.things import things_named
from governance.wording.undertakings import dispatch_line, group_line, task_line


class Standing(NamedTuple):
    """A line, the place that it tells (none for a heading), and how it looks: plain, ``heading`` or ``faint``; ``in_hand``
    is that of the item that is dealt with.
    """

    text: str
    place: Place = ()
    look: Literal["", "heading", "faint"] = ""
    in_hand: bool = False


_MARKS = {"none": "·", "unknown": "·", "postponed": "→"}


def meeting_standing(state: model.State, meeting: str, item: str = "") -> Iterator[Standing]:
    """Return how far a meeting is: who is there, who leads it, and its agenda; of the ``item`` in hand every word."""
    held = next(((step, one) for step, one in elements(state.meetings) if one.id == meeting), None)
    if held is None:
        yield Standing(_("There is no meeting here yet."), (), "faint")
        return
    step, found = held
    here: Place = ("meetings", step)
    names = things_named(state)
    heading = _("Meeting of {day}").format(day=day(found.date))
    yield Standing(heading, (*here, "date"), "heading")
    yield Standing(_("Status: {status}").format(status=_status_said(found.status)), (*here, "status"))
    where = ", ".join(filter(None, (time(found.start, found.end), found.place)))
    if where:
        yield Standing(where, (*here, "place" if found.place else "start"))
    yield from (Standing(line, here, "faint") for line in arrangement_lines(found))
    yield from _attendance(here, found, names)
    if found.ordstyrer:
        yield Standing(
            f"{code(found.ordstyrer_role or 'ordstyrer').capitalize()}: {names[found.ordstyrer]}", (*here, "ordstyrer")
        )
    if found.referent:
        yield Standing(_("Referent: {name}").format(name=names[found.referent]), (*here, "referent"))
    yield from (Standing(line, (*here, "guests")) for line in guest_lines(found, names))
    if found.agenda:
        yield Standing(_("Agenda"), (*here, "agenda"), "heading")
    for place, one in elements(found.agenda):
        yield from _item((*here, "agenda", place), one, names, whole=one.id == item)
    yield from (Standing(line, here) for line in closing_lines(found, names))


def council_standing(state: model.State, on: str) -> Iterator[Standing]:
    """Return who is a member and holds an office on a day (ISO)."""
    names = names_in(state)
    yield Standing(_("Members {day}").format(day=day(on)), ("members",), "heading")
    told = [(step, member, [covers(term, on) for term in member.terms]) for step, member in elements(state.members)]
    certain = [(step, member) for step, member, covered in told if True in covered]
    perhaps = [(step, member) for step, member, covered in told if True not in covered and None in covered]
    for step, member in certain:
        yield Standing(member_line(member), ("members", step, "terms"))
    if not certain:
        yield Standing(_("none"), ("members",), "faint")
    if perhaps:
        yield Standing(_("Members or not, the minutes do not tell"), (), "heading")
    for step, member in perhaps:
        yield Standing(member_line(member), ("members", step, "terms"))
    yield from _those_that_last(state, on, names)


def matters_standing(state: model.State) -> Iterator[Standing]:
    """Return what is not done with: matters, tasks, what was sent and not answered, and working groups."""
    names = names_in(state)
    matters = [(("matters", step), matter_line(one)) for step, one in elements(state.matters) if one.status != "closed"]
    yield from _section(_("Open matters"), matters)
    tasks = [(("tasks", step), task_line(one, names)) for step, one in elements(state.tasks) if not one.completed]
    yield from _section(_("Tasks"), tasks)
    sent = [(("dispatches", step), dispatch_line(one, names)) for step, one in elements(state.dispatches)]
    yield from _section(_("Sent"), sent)
    groups = [(("groups", step), group_line(one, names)) for step, one in elements(state.groups) if not one.dissolved]
    yield from _section(_("Working groups"), groups)


def _section(title: str, lines: Iterable[tuple[Place, str]]) -> Iterator[Standing]:
    held = list(lines)
    yield Standing(f"{title} ({len(held)})", (), "heading")
    yield from (Standing(text, place) for place, text in held)


def _those_that_last(state: model.State, on: str, names: dict[str, str]) -> Iterator[Standing]:
    parts: tuple[tuple[str, str, list[tuple[Place, str]]], ...] = (
        (
            _("Offices"),
            "offices",
            [
                (("offices", step), office_line(held, names))
                for step, held in elements(state.offices)
                if lasts(held.from_, held.until, held.to, on)
            ],
        ),
        (
            _("Represent the council"),
            "representations",
            [
                (("representations", step), representation_line(held, names))
                for step, held in elements(state.representations)
                if lasts(held.from_, held.until, held.to, on)
            ],
        ),
        (
            _("Stand-ins"),
            "stand_ins",
            [
                (("stand_ins", step), stand_in_line(held, names))
                for step, held in elements(state.stand_ins)
                if lasts(held.from_, None, held.to, on)
            ],
        ),
    )
    for title, section, lines in parts:
        if lines:
            yield Standing(title, (section,), "heading")
            yield from (Standing(text, place) for place, text in lines)


def _attendance(here: Place, meeting: model.Meeting, names: dict[str, str]) -> Iterator[Standing]:
    for status in ("present", "apology", "absent"):
        people = [attended(meeting, held, names) for held in meeting.attendance if held.status == status]
        if people:
            said = f"{code(status).capitalize()} {len(people)}: {', '.join(people)}"
            yield Standing(said, (*here, "attendance"))


def _item(here: Place, item: model.Item, names: dict[str, str], *, whole: bool) -> Iterator[Standing]:
    mark = "▶" if whole else _MARKS.get(item.outcome, "✓")
    said = ", ".join(filter(None, (_outcome(item, names), detail_of(item, names))))
    worded = f"{mark} {item.number}. {item.title}" + (f": {said}" if said else "")
    yield Standing(worded, (*here, "postponed_to" if item.postponed_to else "outcome"), in_hand=whole)
    if not whole:
        return
    yield from (Standing(f"   {line}", here) for line in dealt_with_lines(item, names))
    for text in item.notes:
        yield from _indented(text, (*here, "notes"))
    if item.decision:
        yield from _indented(item.decision, (*here, "decision"))
    if item.postponed_because:
        yield Standing(f"   {item.postponed_because}", (*here, "postponed_because"))


def _indented(text: str, place: Place) -> Iterator[Standing]:
    return (Standing(f"   {line}", place) for line in text.splitlines())


def _outcome(item: model.Item, names: dict[str, str]) -> str:
    if item.outcome in ("none", "unknown"):
        return ""
    until = names.get(item.postponed_to or "") or (day(item.postponed_until) if item.postponed_until else "")
    if item.outcome == "postponed" and until:
        return _("postponed to {day}").format(day=until)
    return code(item.outcome)


def _status_said(status: str) -> str:
    own = {"approved": _("minutes approved"), "issued": _("minutes issued")}
    return own.get(status) or code(status)

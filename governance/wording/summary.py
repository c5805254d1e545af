"""A state in plain lines: the council, its members, meetings, open matters, tasks and what was sent."""

from collections.abc import Iterable, Iterator

from governance.language import _, plural
from governance.state import model
from governance.state.terms import covers
from governance.wording.attachments import attachment_line
from governance.wording.erasures import erasure_line
from governance.wording.keys import key_line
from governance.wording.seats import (
    call_line,
    council_lines,
    leave_said,
    office_line,
    renamed_lines,
    representation_line,
    rules_lines,
    stand_in_line,
    term_details,
)
from governance.wording.speaking import day, moment, time
from governance.wording.undertakings import dispatch_line, focus_line, group_line, plan_line, task_line


def summary(state: model.State, *, on: str | None = None) -> Iterator[str]:
    """Return the lines. ``on`` is the day (ISO date) that was asked for; members are then those of the day."""
    names = names_in(state)
    council = state.council
    yield f"{council.name}{', ' + council.municipality if council.municipality else ''}"
    yield _("Entries: {count}. Last recorded: {moment}.").format(
        count=state.record.entries, moment=moment(state.record.as_of) if state.record.as_of else "-"
    )
    if on:
        yield _("What was in force on {day}.").format(day=day(on))
    yield from council_lines(council)
    yield from _members(state, on)
    yield from _section(_("Offices"), (office_line(held, names) for held in state.offices))
    yield from _section(
        _("Represent the council"), (representation_line(held, names) for held in state.representations)
    )
    yield from _section(_("Stand-ins"), (stand_in_line(held, names) for held in state.stand_ins))
    yield from _section(_("Called in"), (call_line(call, names) for call in state.stand_in_calls))
    yield from _section(_("Rules"), rules_lines(state.rules))
    yield from _section(_("Meetings"), (meeting_line(meeting, names) for meeting in state.meetings))
    open_matters = [matter for matter in state.matters if matter.status != "closed"]
    yield from _section(_("Open matters"), (matter_line(matter) for matter in open_matters))
    yield from _section(_("Working groups"), (group_line(group, names) for group in state.groups))
    yield from _section(_("Plans"), (plan_line(plan, names) for plan in state.plans))
    yield from _section(_("Focus areas"), (focus_line(focus) for focus in state.focus_areas))
    yield from _section(_("Tasks"), (task_line(task, names) for task in state.tasks))
    yield from _section(_("Sent"), (dispatch_line(sent, names) for sent in state.dispatches))
    yield from _section(_("Other bodies"), (body_line(body) for body in state.bodies))
    members = {member.id for member in state.members}
    yield from _section(_("Others named"), (person.name for person in state.persons if person.id not in members))
    yield from _section(_("Other names"), renamed_lines(state.persons))
    yield from _section(_("Keys for signing"), (key_line(held, names) for held in state.keys))
    yield from _section(_("Attached documents"), (attachment_line(held) for held in state.attachments))
    yield from _section(_("Erased words"), (erasure_line(held) for held in state.erasures))
    yield from _section(_("Remarks"), (f"{remark.entry}: {remark.text}" for remark in state.remarks))


def names_in(state: model.State) -> dict[str, str]:
    """Return the names of the people, bodies and groups by id."""
    names = {person.id: person.name for person in state.persons}
    names |= {body.id: body.name for body in state.bodies}
    return names | {group.id: group.name or group.focus_area or group.id for group in state.groups}


def _section(title: str, lines: Iterable[str]) -> Iterator[str]:
    held = list(lines)
    if held:
        yield ""
        yield f"{title}:"
        yield from (f"  {line}" for line in held)


def _members(state: model.State, on: str | None) -> Iterator[str]:
    certain = [member for member in state.members if any(_covers(term, on) is True for term in member.terms)]
    possible = [
        member
        for member in state.members
        if member not in certain and any(_covers(term, on) is None for term in member.terms)
    ]
    former = [member for member in state.members if member not in certain and member not in possible]
    yield from _section(_("Members"), (member_line(member) for member in certain))
    yield from _section(_("Members or not, the minutes do not tell"), (member_line(member) for member in possible))
    if on is None:
        yield from _section(_("Former members"), (member_line(member) for member in former))


def _covers(term: model.Term, on: str | None) -> bool | None:
    """Tell whether a term covers a day (None: today's state, whatever the day): yes, no, or not known (None)."""
    return covers(term, on) if on is not None else term.to is None and term.to_between is None


def member_line(member: model.Member) -> str:
    """Return a member in one line: name, party, and from when to when."""
    party = f" ({member.party})" if member.party else ""
    said = [term_said(term) + term_details(term) for term in member.terms]
    said += [leave_said(leave) for leave in member.leaves]
    return f"{member.name}{party}: {'; '.join(said)}"


def term_said(term: model.Term) -> str:
    """Return from when to when a term is."""
    start = day(term.from_) if term.from_ else between_said(term.from_between)
    end = day(term.to) if term.to else between_said(term.to_between)
    said = _("from {start}").format(start=start) if start else _("from an unknown day")
    return said + ", " + _("to {end}").format(end=end) if end else said


def between_said(between: model.Between | None) -> str:
    """Return between which days a day lies; empty where nothing is known of it."""
    if between is None:
        return ""
    after, until = between
    if after and until:
        return _("a day after {after}, no later than {until}").format(after=day(after), until=day(until))
    return (
        _("no later than {until}").format(until=day(until))
        if until
        else _("after {after}").format(after=day(after or ""))
    )


def meeting_line(meeting: model.Meeting, names: dict[str, str]) -> str:
    """Return a meeting in one line: id, day, time, how far it has come, how many items."""
    status = {
        "planned": _("planned"),
        "called": _("called"),
        "open": _("open"),
        "closed": _("closed"),
        "issued": _("minutes issued"),
        "approved": _("minutes approved"),
        "cancelled": _("called off"),
    }[meeting.status]
    items = plural("{count} item", "{count} items", len(meeting.agenda)).format(count=len(meeting.agenda))
    head = f"{meeting.id}  {day(meeting.date)} {time(meeting.start, meeting.end)}".rstrip()
    leader = f", ordstyrer {names.get(meeting.ordstyrer, '')}" if meeting.ordstyrer else ""
    return f"{head}  {status}, {items}{leader}"


def matter_line(matter: model.Matter) -> str:
    """Return a matter in one line: title, how it stands, for how long, and how often it was put off."""
    status = {
        "open": _("open"),
        "postponed": _("postponed"),
        "continued": _("work goes on"),
        "closed": _("dealt with"),
    }[matter.status]
    days = plural("{count} day", "{count} days", matter.age_days).format(count=matter.age_days)
    times = plural("postponed {count} time", "postponed {count} times", matter.postponements).format(
        count=matter.postponements
    )
    return f"{matter.title}: {status}, {days}" + (f", {times}" if matter.postponements else "")


def body_line(body: model.Body) -> str:
    """Return a body in one line."""
    named = f"{body.name}{' (' + body.abbreviation + ')' if body.abbreviation else ''}"
    return f"{named}, {seats_line(body.composition)}" if body.composition else named


def seats_line(composition: model.Composition) -> str:
    """Return how many seats a body has, and how they are filled."""
    total = plural("{count} seat", "{count} seats", composition.total).format(count=composition.total)
    return f"{total}: " + ", ".join(f"{seats.count} {seats.basis}" for seats in composition.seats)

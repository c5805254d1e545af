"""The things in the state by name: what each is called by its id, and what a part of the state is called."""

from collections.abc import Callable
from typing import Any

import msgspec

from governance.language import _
from governance.state import council, followup, item, keys, meeting, membership, model
from governance.wording.attachments import attachment_line
from governance.wording.erasures import erasure_line
from governance.wording.keys import key_line
from governance.wording.offices import office_said
from governance.wording.rules import kind_said
from governance.wording.seats import call_line, leave_said, office_line, representation_line, stand_in_line
from governance.wording.speaking import day, time
from governance.wording.summary import member_line, seats_line, term_said

Names = dict[str, str]


def things_named(state: model.State) -> Names:
    """Return what everything in the state that has an id is called."""
    names = {person.id: person.name for person in state.persons}
    names |= {body.id: body.name for body in state.bodies}
    names |= {matter.id: matter.title for matter in state.matters}
    names |= {group.id: group.name or group.focus_area or group.id for group in state.groups}
    names |= {plan.id: plan.title for plan in state.plans}
    names |= {sent.id: sent.title or _("questions") for sent in state.dispatches}
    names |= {task.id: task.task for task in state.tasks}
    for held in state.meetings:
        names[held.id] = day(held.date)
        for one in held.agenda:
            names[one.id] = _("{day} item {number}").format(day=day(held.date), number=one.number)
            names |= {proposal.id: f"»{proposal.text}«" for proposal in one.proposals}
    return names


def called(thing: Any, names: Names) -> str | None:
    """Return what one thing of a list is called, or None where it has no name of its own."""
    say = _CALLED.get(type(thing))
    return say(thing, names) if say is not None else None


def described(thing: Any, names: Names) -> str | None:
    """Return a thing in one line that says more than its name, or None where its fields have to."""
    say = _DESCRIBED.get(type(thing)) or _CALLED.get(type(thing))
    return say(thing, names) if say is not None else None


def _by_name(thing: Any, names: Names) -> str:
    return names.get(thing.id, str(thing.id))


def _of_person(thing: Any, names: Names) -> str:
    return names.get(thing.person, str(thing.person))


def _of_member(thing: Any, names: Names) -> str:
    return names.get(thing.member, str(thing.member))


def _office(held: membership.OfficeHeld, names: Names) -> str:
    return f"{office_said(held.office, held.title)} {names.get(held.person, held.person)}"


def _naming(held: membership.Naming, _names: Names) -> str:
    return _("{name} from {day}").format(name=held.name, day=day(held.from_)) if held.from_ else held.name


def _term_begun(held: membership.Term, _names: Names) -> str:
    return term_said(msgspec.structs.replace(held, to=None, to_between=None))


def _item(held: item.Item, _names: Names) -> str:
    return _("item {number}, {title}").format(number=held.number, title=held.title)


def _meeting(held: meeting.Meeting, _names: Names) -> str:
    return _("meeting of {day}").format(day=day(held.date))


def _meeting_described(held: meeting.Meeting, names: Names) -> str:
    return ", ".join(filter(None, (_meeting(held, names), time(held.start, held.end), held.place)))


def _part(held: meeting.Part, names: Names) -> str:
    said = time(held.start, held.end), held.place, names.get(held.counterpart or "", "")
    return ", ".join(filter(None, said))


def _presence(held: meeting.Presence, names: Names) -> str:
    start = held.from_time or names.get(held.from_item or "")
    end = held.to_time or names.get(held.to_item or "")
    said = [_("from {start}").format(start=start)] if start else []
    said += [_("to {end}").format(end=end)] if end else []
    return ", ".join(said) or _("all of the meeting")


def _version(held: council.RulesVersion, _names: Names) -> str:
    said = held.title or _("rules")
    return said + (", " + _("from {start}").format(start=day(held.from_)) if held.from_ else "")


def _composition(held: model.Composition, _names: Names) -> str:
    return seats_line(held)


def _approval(held: model.Approval, _names: Names) -> str:
    return _("approval of the minutes of {day}").format(day=day(held.of) if held.of else "-")


def _remark(held: model.Remark, _names: Names) -> str:
    return _("remark on entry {number}").format(number=held.entry)


def _erasure(held: model.Erasure, _names: Names) -> str:
    return _("words erased in entry {number}").format(number=held.entry)


def _key(held: keys.Key, names: Names) -> str:
    return _("{key} of {person}").format(key=held.id, person=names.get(held.person, held.person))


def _appearance(held: model.Appearance, names: Names) -> str:
    return names.get(held.item, held.item)


_CALLED: dict[type, Callable[[Any, Names], str]] = {
    membership.Person: lambda held, names: held.name,
    membership.Member: lambda held, names: held.name,
    membership.Term: _term_begun,
    membership.Leave: lambda held, names: leave_said(held),
    membership.Naming: _naming,
    membership.StandIn: _of_person,
    membership.StandInCall: _of_person,
    membership.OfficeHeld: _office,
    membership.Representation: _of_person,
    council.RulesVersion: _version,
    model.Body: lambda held, names: held.name,
    model.Composition: _composition,
    model.SeatGroup: lambda held, names: f"{held.count} {held.basis}",
    model.Matter: lambda held, names: held.title,
    model.Appearance: _appearance,
    model.Approval: _approval,
    model.Remark: _remark,
    model.Erasure: _erasure,
    model.Attachment: lambda held, names: held.name,
    keys.Key: _key,
    meeting.Meeting: _meeting,
    meeting.Part: _part,
    meeting.AgendaSending: lambda held, names: day(held.on or "-"),
    meeting.Attendance: _of_member,
    meeting.Presence: _presence,
    meeting.Guest: _of_person,
    meeting.RefusedItem: lambda held, names: held.title,
    meeting.Signature: _of_person,
    item.Item: _item,
    item.Report: _of_person,
    item.Disqualification: _of_member,
    item.Proposal: lambda held, names: f"»{held.text}«",
    item.NamedVote: _of_member,
    item.GroupVote: lambda held, names: held.group,
    item.Entered: _of_person,
    item.Dissent: _of_person,
    followup.Group: _by_name,
    followup.Plan: _by_name,
    followup.Dispatch: _by_name,
    followup.Task: _by_name,
    followup.FocusArea: lambda held, names: held.focus_area,
    followup.Activity: lambda held, names: held.activity,
}
_DESCRIBED: dict[type, Callable[[Any, Names], str]] = {
    membership.Term: lambda held, names: term_said(held),
    membership.Member: lambda held, names: member_line(held),
    membership.StandIn: stand_in_line,
    membership.StandInCall: call_line,
    membership.OfficeHeld: office_line,
    membership.Representation: representation_line,
    council.RulesInForce: lambda held, names: kind_said(held.profile),
    meeting.Meeting: _meeting_described,
    model.Erasure: lambda held, names: erasure_line(held),
    model.Attachment: attachment_line,
    keys.Key: key_line,
}

"""The people of a council and the rules they work by, in plain lines: names, offices, stand-ins, rules."""

from collections.abc import Iterator

from governance.language import _
from governance.state.council import Council, DeadlineSet, RuleSet, RulesInForce, RulesVersion
from governance.state.membership import (
    Leave,
    Naming,
    OfficeHeld,
    Person,
    Representation,
    StandIn,
    StandInCall,
    Term,
)
from governance.wording.offices import basis_said, cause_said, office_said
from governance.wording.rules import deadline_said, kind_said, rule_name, rule_value
from governance.wording.speaking import day


def council_lines(council: Council) -> Iterator[str]:
    """Return what became of the council: its names where it had more than one, and its end."""
    if len(council.names) > 1:
        yield _("Names: {names}.").format(names=names_said(council.names))
    if council.dissolved is not None:
        held = council.dissolved
        said = _("Dissolved on {day}").format(day=day(held.on or "-"))
        if held.successor:
            said += "; " + _("{successor} takes over").format(successor=held.successor)
        yield f"{said}. {held.reason or ''}".rstrip()


def names_said(names: list[Naming]) -> str:
    """Return names with the days from which they count."""
    return "; ".join(
        _("{name} from {day}").format(name=held.name, day=day(held.from_)) if held.from_ else held.name
        for held in names
    )


def renamed_lines(persons: list[Person]) -> Iterator[str]:
    """Return who goes by another name than at first."""
    return (names_said(person.names) for person in persons if len(person.names) > 1)


def term_details(term: Term) -> str:
    """Return what is known of a term besides its days, each part with a comma before it."""
    said = [basis_said(term.basis)] if term.basis else []
    said += [_("by {body}").format(body=term.appointed_by)] if term.appointed_by else []
    said += [_("for {organisation}").format(organisation=term.organisation)] if term.organisation else []
    said += [] if term.votes else [_("without a vote")]
    said += [_("reappointed {day}").format(day=day(held)) for held in term.reappointed]
    said += [_("set until {day}").format(day=day(term.until))] if term.until else []
    said += [cause_said(term.cause)] if term.cause else []
    return "".join(f", {part}" for part in said)


def leave_said(leave: Leave) -> str:
    """Return a leave of absence."""
    return _("on leave") + _span(leave.from_, leave.until, leave.to)


def office_line(held: OfficeHeld, names: dict[str, str]) -> str:
    """Return an office with who holds it."""
    who = names.get(held.person, held.person)
    return f"{office_said(held.office, held.title)}: {who}{_span(held.from_, held.until, held.to)}"


def representation_line(held: Representation, names: dict[str, str]) -> str:
    """Return a body with who represents the council in it."""
    where, who = names.get(held.body, held.body), names.get(held.person, held.person)
    return f"{where}: {who}{_span(held.from_, held.until, held.to)}"


def stand_in_line(held: StandIn, names: dict[str, str]) -> str:
    """Return a place on a list of stand-ins."""
    of = names.get(held.member, held.member) if held.member else held.of
    place = _("no. {position} for {of}").format(position=held.position, of=of) if of else None
    place = place or _("no. {position}").format(position=held.position)
    return f"{names.get(held.person, held.person)}: {place}{_span(held.from_, None, held.to)}"


def call_line(call: StandInCall, names: dict[str, str]) -> str:
    """Return a stand-in who was called in."""
    said = _("{name} for {member}").format(
        name=names.get(call.person, call.person), member=names.get(call.member, call.member)
    )
    if call.meeting:
        where = ", ".join(filter(None, (call.meeting, call.item)))
        return f"{said}, {where}"
    return said + ", " + _("from {start}").format(start=day(call.from_ or "-"))


def rules_lines(rules: RulesInForce) -> Iterator[str]:
    """Return the rules that the council adopted: what they are called, and what those in force lay down."""
    for version in rules.versions:
        yield _version_line(version)
    for name in rules.__struct_fields__:
        held = getattr(rules, name)
        if isinstance(held, RuleSet) and held.source == "adopted":
            yield f"  {rule_name(name)}: {_value(name, held)}"


def _version_line(version: RulesVersion) -> str:
    said = version.title or _("rules")
    said += ", " + _("from {start}").format(start=day(version.from_)) if version.from_ else ""
    return f"{said} ({kind_said(version.profile)})"


def _value(name: str, held: RuleSet) -> str:
    if isinstance(held.value, DeadlineSet):
        return deadline_said(held.value.days, held.value.kind)
    return rule_value(name, held.value)


def _span(start: str | None, until: str | None, end: str | None) -> str:
    said = [_("from {start}").format(start=day(start))] if start else []
    said += [_("set until {day}").format(day=day(until))] if until else []
    said += [_("to {end}").format(end=day(end))] if end else []
    return "".join(f", {part}" for part in said)

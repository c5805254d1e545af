"""An explanation in plain lines: what stands there, why, and the entries that made it."""

from collections.abc import Iterator
from typing import Any, Protocol

import msgspec

from events.entry import Entry
from events.naming import introduced
from governance.explaining.explanation import Amended, Explanation
from governance.explaining.pointing import NoSuchPlace
from governance.language import _
from governance.state import council
from governance.state.model import State
from governance.state.places import Element, Place, is_id, parts_at, pointer, steps_from, value_at
from governance.wording.fields import field_label
from governance.wording.placing import place_said
from governance.wording.reasons import reason_said
from governance.wording.things import Names, called, described, things_named
from governance.wording.values import field_value, rule_said, value_said

_MOST = 12
"""So many choices or entries at most are listed in one place."""


class Telling(Protocol):
    """Says an entry in one line, as the log does."""

    def as_text(self, entry: Entry) -> str:
        """Return the whole line."""

    def what(self, entry: Entry) -> str:
        """Return only what the entry says."""


def explanation_lines(explanation: Explanation, state: State, log: Telling) -> Iterator[str]:
    """Return an explanation in lines."""
    names = things_named(state)
    yield place_said(state, explanation.place, names)
    yield pointer(state, explanation.place)
    yield from (f"  {line}" for line in value_lines(state, explanation.place, names))
    if explanation.reasons:
        yield ""
        yield _("Why:")
        yield from (f"  {reason_said(reason, names)}" for reason in explanation.reasons)
    yield from _entries(explanation, log)
    yield from _amendments(explanation.amended, log)


def value_lines(state: State, place: Place, names: Names) -> Iterator[str]:
    """Return what stands at a place: a value in one line, or the fields or things of a larger part."""
    parts = parts_at(state, place)
    value = parts[-1]
    if isinstance(value, msgspec.Struct):
        yield from _fields(value, place, names)
    elif isinstance(value, list) and value and isinstance(value[0], msgspec.Struct):
        for step, one in steps_from(value):
            assert isinstance(step, Element)
            yield f"{_typed(step, one, value)}  {described(one, names) or value_said(type(one), '', one, names)}"
    else:
        owner = next(part for part in reversed(parts[:-1]) if isinstance(part, msgspec.Struct))
        yield field_value(owner, place, value, names)


def choices_at(state: State, place: Place, names: Names) -> list[str]:
    """Return what can be typed after a place, each with what it means."""
    part = value_at(state, place)
    found = []
    for step, held in steps_from(part):
        if isinstance(step, Element):
            said = called(held, names) if isinstance(held, msgspec.Struct) else str(held)
            found.append(f"{_typed(step, held, part)} ({said})" if said else _typed(step, held, part))
        elif isinstance(step, str):
            found.append(f"{step} ({field_label(type(part), step)})")
        else:
            found.append(str(step.which))
    return found


def missing_lines(problem: NoSuchPlace, state: State) -> Iterator[str]:
    """Return what is wrong with what was typed, how far it leads, and what there is to choose from."""
    names = things_named(state)
    if problem.several:
        yield _("{missed} may be any of these; type one of them:").format(missed=problem.missed)
        yield from (f"  {pointer(state, place)}  {place_said(state, place, names)}" for place in problem.several)
        return
    if problem.reached:
        where = f"{pointer(state, problem.reached)} ({place_said(state, problem.reached, names)})"
        yield _("There is nothing called {missed} in {where}.").format(missed=problem.missed, where=where)
    else:
        yield _("There is nothing called {missed} in the book.").format(missed=problem.missed)
    choices = choices_at(state, problem.reached, names)
    if not choices:
        yield _("Nothing stands below it.")
        return
    rest = len(choices) - _MOST * 3
    yield _("There you can choose: {choices}").format(choices=", ".join(choices[: _MOST * 3])) + (
        ", " + _("and {count} more").format(count=rest) if rest > 0 else ""
    )


def _fields(part: msgspec.Struct, place: Place, names: Names) -> Iterator[str]:
    for step, held in steps_from(part):
        if held is None or held == [] or step == "id":
            continue
        yield f"{field_label(type(part), str(step))}: {_short(part, place, str(step), held, names)}"


def _short(part: msgspec.Struct, place: Place, name: str, held: Any, names: Names) -> str:
    if isinstance(held, council.RuleSet):
        return rule_said(name, held)
    if isinstance(part, council.RuleSet):
        return field_value(part, (*place, name), held, names)
    if isinstance(held, list) and isinstance(held[0], msgspec.Struct) and len(held) > _MOST:
        return str(len(held))
    return value_said(type(part), name, held, names, longest=200)


def _typed(step: Element, thing: Any, within: list[Any]) -> str:
    identifier = getattr(thing, "id", None)
    if identifier is not None:
        return str(identifier)
    return str(next(index for index, (found, _held) in enumerate(steps_from(within)) if found == step))


def _entries(explanation: Explanation, log: Telling) -> Iterator[str]:
    by_role: dict[str, list[Entry]] = {}
    for one, entry in explanation.entries:
        by_role.setdefault(one.role, []).append(entry)
    empty = explanation.value in (None, False, 0, "") or explanation.value == []
    headings = {
        "made": _("No entry says more of it. It came in with:") if empty else _("By these entries:"),
        "together": _("Entries that say the same; only without all of them would it be otherwise:"),
        "ground": _("What these build on:"),
    }
    for role, heading in headings.items():
        if role in by_role:
            yield ""
            yield heading
            yield from _listed(by_role[role], explanation.place, log)
    if explanation.whole:
        yield ""
        yield _("Name one of these to have it explained.")
    elif not by_role and not explanation.amended and explanation.place[0] != "record":
        yield ""
        yield _("No entry says so: without any of them it would be the same.")


def _listed(entries: list[Entry], place: Place, log: Telling) -> Iterator[str]:
    """Return entries with where they come from; of very many those that brought in what the place names, and the last."""
    named = {held for step in place if isinstance(step, Element) for held in step.key if is_id(held)}
    shown = entries
    if len(entries) > _MOST:
        own = [entry for entry in entries if not named.isdisjoint(introduced(entry.event, entry.number))]
        last = [entry for entry in entries if entry not in own][len(own) - _MOST :]
        shown = [entry for entry in entries if entry in own or entry in last]
    for entry in shown:
        yield f"  {log.as_text(entry).strip()}"
        yield from (f"      {line}" for line in provenance_lines(entry))
    rest = [str(entry.number) for entry in entries if entry not in shown]
    if rest:
        yield "  " + _("and the entries {numbers}").format(numbers=", ".join(rest))


def provenance_lines(entry: Entry) -> Iterator[str]:
    """Return where an entry was taken over from, in one line; nothing where it was not."""
    told = entry.provenance
    if told is None:
        return
    said = [_("from the file {digest}").format(digest=f"{told.source[:12]}…")]
    if told.lines is not None:
        first, last = told.lines
        said.append(
            _("line {first}").format(first=first)
            if first == last
            else _("lines {first} to {last}").format(first=first, last=last)
        )
    if told.rule is not None:
        said.append(_("by the rule {rule}").format(rule=told.rule))
    if told.inferred:
        said.append(_("inferred: the document does not say so itself"))
    yield ", ".join(said)


def _amendments(amended: list[Amended], log: Telling) -> Iterator[str]:
    if not amended:
        return
    yield ""
    yield _("Struck or corrected:")
    for held in amended:
        yield f"  {amended_said(held, log)}"


def amended_said(held: Amended, log: Telling) -> str:
    """Return which entry said otherwise, and by which one it was struck or corrected, and why."""
    reason = str(getattr(held.by.event, "reason", ""))
    text = (
        _("Entry {number} said otherwise ({line}); entry {by} struck it: {reason}")
        if held.how == "struck"
        else _("Entry {number} read otherwise ({line}); entry {by} corrected it: {reason}")
    )
    return text.format(number=held.entry.number, line=log.what(held.entry), by=held.by.number, reason=reason)

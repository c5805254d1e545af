"""A form to correct an entry: the fields of its own event with what they say now, why, and who allowed it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import msgspec

from events.catalogue import Correctable, CouncilEstablished, EntryCorrected, EntryStruck, Event, WordsErased
from events.entry import Entry
from events.errors import N_, ReferatError
from events.event import Told
from governance.filling.fields import WHEN, Field, Holds, fields_of
from governance.filling.reading import Raws, values
from governance.rules.act import RuleRefused

_OWN = "correction"
REASON = f"{_OWN}.reason"
WORDING = "text"
AUTHORITY = f"{_OWN}.authority.kind"


def ways_to_amend(entry: Entry, *, struck: bool) -> tuple[str, ...]:
    """Return what can be done about an entry: ``correct``, ``strike``, ``remark``, ``erase``, the likeliest first."""
    if isinstance(entry.event, WordsErased):
        return ("remark",)
    if struck or isinstance(entry.event, EntryStruck):
        return "remark", "erase"
    if isinstance(entry.event, CouncilEstablished):
        return "correct", "remark", "erase"
    ways = ("strike", "remark", "erase")
    return ("correct", *ways) if isinstance(entry.event, Correctable) else ways


def correction_fields(event_type: type[Event]) -> tuple[Field, ...]:
    """Return the fields of the event, and behind them those of the correction itself."""
    own = (field for field in fields_of(EntryCorrected) if field.name == "reason" or field.path[0] == "authority")
    return *fields_of(event_type), *(replace(field, path=(_OWN, *field.path)) for field in own)


def given_by(entry: Entry) -> dict[str, Any]:
    """Return the values (as in JSON) with which the form begins: what the entry says now."""
    return {**msgspec.to_builtins(entry.event), WHEN: entry.effective}


def correction_of(
    entry: Entry, fields: Sequence[Field], raws: Raws, today: str
) -> tuple[dict[str, Any], dict[str, ReferatError]]:
    """Return the values of EntryCorrected for what is filled in, and what is wrong, by the key of the field.

    When it took effect is part of the correction only where it reads otherwise than the entry.
    """
    event_fields = [field for field in fields if field.path[0] != _OWN]
    found, problems = values(event_fields, raws, today)
    own, wrong = values([field for field in fields if field.path[0] == _OWN], raws, today)
    if not str(raws.get(REASON, "")).strip():
        wrong[REASON] = RuleRefused(N_("Say why: the reason stands in the book beside what it changes."))
    when = found.pop(WHEN, None)
    corrected = {
        "entry": entry.number,
        "replacement": {"type": type(entry.event).__name__, **found},
        **own.get(_OWN, {}),
        **({"effective": when} if when not in (None, entry.effective) else {}),
    }
    return corrected, {**problems, **wrong}


def changes_anything(fields: Sequence[Field], before: Raws, raws: Raws) -> bool:
    """Tell whether the entry reads otherwise with what is filled in."""
    return any(before.get(field.key, "") != raws.get(field.key, "") for field in fields if field.path[0] != _OWN)


def leaves_wording(event_type: type[Event], before: Raws, raws: Raws) -> bool:
    """Tell whether what is told is corrected, and the wording in which the minutes tell it stays as it was."""
    told = issubclass(event_type, Told) and bool(before.get(WORDING))
    facts = (key for key in {*before, *raws} if key not in (WORDING, WHEN) and not key.startswith(f"{_OWN}."))
    return (
        told
        and before.get(WORDING) == raws.get(WORDING)
        and any(before.get(key, "") != raws.get(key, "") for key in facts)
    )


def chosen_around(field: Field, raws: Raws) -> Mapping[str, Any]:
    """Return what the fields around a field hold, by the names they have there."""
    around = f"{_OWN}." if field.path[0] == _OWN and field.holds is not Holds.EVENT else ""
    return {key.removeprefix(around): raw for key, raw in raws.items() if key.startswith(around)}

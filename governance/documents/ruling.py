"""Rules as a document says them: each with its name and what it lays down, as text; and back."""

from typing import Any

import msgspec

from events.catalogue import Deadline, Rules
from governance.documents.offices import RuleValue


def values_of(rules: Rules) -> tuple[RuleValue, ...]:
    """Return what rules lay down; what they leave out is left out."""
    return tuple(
        RuleValue(name=name, value=_text(value))
        for name in rules.__struct_fields__
        if (value := getattr(rules, name)) is not None
    )


def rules_from(values: tuple[RuleValue, ...]) -> Rules:
    """Return the rules that lay this down. Raises ValueError where that makes no rules."""
    try:
        return msgspec.convert({held.name: _value(held.name, held.value) for held in values}, Rules)
    except msgspec.ValidationError as problem:
        raise ValueError(str(problem)) from None


def _text(value: Any) -> str:
    if isinstance(value, Deadline):
        return f"{value.days} {value.kind.value}"
    return str(value).lower() if isinstance(value, bool) else str(value)


def _value(name: str, text: str) -> Any:
    if name in _DEADLINES:
        days, _, kind = text.partition(" ")
        return {"days": int(days), "kind": kind}
    if text in ("true", "false"):
        return text == "true"
    return int(text) if text.isdecimal() else text


_DEADLINES = ("notice", "notice_extraordinary", "item_deadline")

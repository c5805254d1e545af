"""Publishing: the council, its names, and the rules it works by."""

from typing import Any

from events.catalogue import Deadline, Rules
from governance.profiles import ADOPTED, PARAMETERS, InForce, Version
from governance.state import council as model
from governance.state.facts import Dated, in_order
from governance.state.fold import Fold
from governance.state.membership import Naming
from governance.state.rules import rules_in_force, versions_in


def council(fold: Fold) -> model.Council:
    """Return the council under the name in force."""
    held, dissolved = fold.council, fold.dissolved
    return model.Council(
        name=held.name if held else "",
        municipality=held.municipality if held else None,
        kind=held.kind.value if held else "other",
        names=namings(fold.council_names),
        dissolved=None
        if dissolved is None
        else model.Dissolution(on=dissolved.day, successor=dissolved.said.successor, reason=dissolved.said.reason),
    )


def namings(names: list[Dated[str]]) -> list[Naming]:
    """Return names with the days from which they count."""
    return [Naming(name=fact.said, from_=fact.day) for fact in in_order(names)]


def rules(fold: Fold) -> model.RulesInForce:
    """Return every rule in force, with where it stands."""
    held = rules_in_force(fold)
    versions = sorted(versions_in(fold), key=lambda version: (version.day, version.number))
    return model.RulesInForce(
        profile=held.kind.value,
        versions=[_version(fold, version) for version in versions],
        **{name: _set(held, name) for name in PARAMETERS},
    )


def _version(fold: Fold, version: Version) -> model.RulesVersion:
    said = version.said
    own = fold.council.kind.value if fold.council is not None else "other"
    return model.RulesVersion(
        title=said.title,
        from_=version.day or None,
        profile=said.profile.value if said.profile is not None else own,
        meeting=said.meeting,
        item=said.item,
        sets=set_by(said.rules),
    )


def set_by(rules: Rules) -> list[str]:
    """Return the names of the rules that these set."""
    return [name for name in PARAMETERS if getattr(rules, name) is not None]


def _set(held: InForce, name: str) -> model.RuleSet:
    source = held.sources[name]
    own = held.version if source == ADOPTED else None
    return model.RuleSet(
        value=_value(getattr(held.values, name)),
        source=source,
        title=own.said.title if own is not None else None,
        since=(own.day or None) if own is not None else None,
    )


def _value(value: Any) -> model.DeadlineSet | bool | int | str | None:
    if isinstance(value, Deadline):
        return model.DeadlineSet(days=value.days, kind=value.kind.value)
    return str(value) if isinstance(value, str) else value

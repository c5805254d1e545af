"""What a rule profile is: for every rule a council works by, what it says for one kind of body, and where that stands."""

from typing import Any

import msgspec

from events.catalogue import Rules

USUAL = "usual"
"""The source of what no law says, but councils of the kind usually have it so."""

ADOPTED = "adopted"
"""The source of what a council adopted itself."""

PARAMETERS = Rules.__struct_fields__
"""The names of all rules there are."""


class Setting(msgspec.Struct, frozen=True):
    """What one rule says; ``source`` names the law, or is USUAL. A value of None fixes nothing."""

    value: Any
    source: str


class Profile(msgspec.Struct, frozen=True):
    """The rules of one kind of body. ``values`` are complete; ``sources`` tell for each rule where it stands."""

    values: Rules
    sources: dict[str, str]


def law(source: str, **values: Any) -> dict[str, Setting]:
    """Return what a law lays down."""
    return {name: Setting(value, source) for name, value in values.items()}


def usual(**values: Any) -> dict[str, Setting]:
    """Return what is usual."""
    return law(USUAL, **values)


def profile(*parts: dict[str, Setting]) -> Profile:
    """Return the profile that says all this; what a later part says counts. Raises ValueError where a rule is left out."""
    said = {name: setting for part in parts for name, setting in part.items()}
    if set(said) != set(PARAMETERS):
        raise ValueError(f"a profile says every rule once: {set(said) ^ set(PARAMETERS)}")
    return Profile(
        values=Rules(**{name: setting.value for name, setting in said.items()}),
        sources={name: said[name].source for name in PARAMETERS},
    )

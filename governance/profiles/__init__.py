"""The rules that a council works by: what the law and usage say for its kind, and what it adopted itself, by date.

Data and lookups only. Nothing is refused here; the rules say what is nonsense, the checks what is irregular.
"""

from collections.abc import Iterable

import msgspec

from events.catalogue import CouncilKind, Rules, RulesAdopted
from governance.profiles import advisory, association, municipal
from governance.profiles.profile import ADOPTED, PARAMETERS, USUAL, Profile

__all__ = [
    "ADOPTED",
    "GENERAL_MEETING",
    "PARAMETERS",
    "PROFILES",
    "USUAL",
    "InForce",
    "Profile",
    "Version",
    "at_general_meeting",
    "rules_on",
]

PROFILES: dict[CouncilKind, Profile] = {
    CouncilKind.MUNICIPAL_COUNCIL: municipal.MUNICIPAL_COUNCIL,
    CouncilKind.COMMITTEE: municipal.COMMITTEE,
    CouncilKind.INTEGRATION_COUNCIL: advisory.INTEGRATION_COUNCIL,
    CouncilKind.SENIORS_COUNCIL: advisory.SENIORS_COUNCIL,
    CouncilKind.DISABILITY_COUNCIL: advisory.DISABILITY_COUNCIL,
    CouncilKind.YOUTH_COUNCIL: advisory.YOUTH_COUNCIL,
    CouncilKind.ASSOCIATION_BOARD: association.ASSOCIATION_BOARD,
    CouncilKind.OTHER: association.OTHER,
}
GENERAL_MEETING = association.GENERAL_MEETING

_OF_ALL_MEETINGS = ("ballot", "proxies", "tie", "tie_in_elections", "late_item_least")
"""What an association's own rules say of its general meetings too; the rest of them is about the board."""


class Version(msgspec.Struct, frozen=True):
    """Rules that were adopted: the day from which they count (empty where no day is known), and the entry."""

    day: str
    number: int
    said: RulesAdopted


class InForce(msgspec.Struct, frozen=True):
    """The rules in force: ``values`` are complete, ``sources`` say where each stands, ``version`` whose ADOPTED are."""

    kind: CouncilKind
    values: Rules
    sources: dict[str, str]
    version: Version | None = None


def rules_on(kind: CouncilKind, versions: Iterable[Version], day: str | None = None) -> InForce:
    """Return the rules of a council of this kind on a day (ISO date); without one, after all versions.

    Rules that were adopted count in place of all earlier ones; what they leave out is as in the profile they name.
    """
    held = sorted((version.day, version.number, version) for version in versions if day is None or version.day <= day)
    if not held:
        profile = PROFILES[kind]
        return InForce(kind, profile.values, profile.sources)
    version = held[-1][2]
    base = version.said.profile or kind
    return _adopted(base, PROFILES[base], version, PARAMETERS)


def at_general_meeting(rules: InForce) -> InForce:
    """Return the rules for a general meeting of an association whose rules are these."""
    if rules.version is None:
        return InForce(rules.kind, GENERAL_MEETING.values, GENERAL_MEETING.sources)
    return _adopted(rules.kind, GENERAL_MEETING, rules.version, _OF_ALL_MEETINGS)


def _adopted(kind: CouncilKind, base: Profile, version: Version, names: tuple[str, ...]) -> InForce:
    own = {name: value for name in names if (value := getattr(version.said.rules, name)) is not None}
    return InForce(
        kind,
        msgspec.structs.replace(base.values, **own),
        {**base.sources, **dict.fromkeys(own, ADOPTED)},
        version,
    )

"""The items that stand on every agenda of a kind of body. Agendas are Danish, whatever language the program speaks."""

from collections.abc import Sequence

from events.catalogue import ApprovalRule, CouncilKind, MeetingKind, PresidingRule
from governance.profiles import InForce

AGENDA, MINUTES = "Godkendelse af dagsorden", "Godkendelse af referat"
CLOSING_KINDS = ("next-meeting", "any-other-business")
"""What stands last on an agenda, so that other items are put before it."""

_GENERAL_MEETING = (
    "Valg af dirigent",
    "Valg af stemmetællere",
    "Bestyrelsens beretning",
    "Fremlæggelse af regnskab til godkendelse",
    "Behandling af indkomne forslag",
    "Fastsættelse af kontingent",
    "Valg af bestyrelse og suppleanter",
    "Valg af revisor",
    "Eventuelt",
)
_LEADERS = {
    PresidingRule.ELECTED_EACH_MEETING: "Valg af ordstyrer",
    PresidingRule.ROTATING: "Valg af ordstyrer",
    PresidingRule.DIRIGENT: "Valg af dirigent",
}


def usual_titles(rules: InForce, kind: MeetingKind | None) -> Sequence[str]:
    """Return the titles in their order, for a meeting of this kind under these rules."""
    if kind is MeetingKind.GENERAL_MEETING:
        return _GENERAL_MEETING
    if kind is MeetingKind.EXTRAORDINARY_GENERAL_MEETING:
        return ("Valg af dirigent",)
    if kind is MeetingKind.INAUGURAL:
        return (AGENDA, "Valg af formand", "Valg af næstformand", "Fastsættelse af mødeplan", "Eventuelt")
    return [*_opening(rules, kind), *_closing(rules, kind)]


def _opening(rules: InForce, kind: MeetingKind | None) -> list[str]:
    titles = [AGENDA]
    if rules.values.approval is ApprovalRule.NEXT_MEETING and kind is not MeetingKind.EXTRAORDINARY:
        titles.append(MINUTES)
    if rules.values.presiding in _LEADERS:
        titles.append(_LEADERS[rules.values.presiding])
    if kind is not MeetingKind.EXTRAORDINARY and rules.kind is not CouncilKind.MUNICIPAL_COUNCIL:
        titles.append("Meddelelser")
    return titles


def _closing(rules: InForce, kind: MeetingKind | None) -> list[str]:
    if kind is MeetingKind.EXTRAORDINARY or rules.kind is CouncilKind.MUNICIPAL_COUNCIL:
        return []  # a municipal council decides on what is on its agenda, and talks of nothing else
    return ["Næste møde", "Eventuelt"] if rules.kind is not CouncilKind.COMMITTEE else ["Eventuelt"]

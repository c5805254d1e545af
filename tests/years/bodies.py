"""The thirty bodies: five municipalities, each with one body of every kind, all with rules of their own."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from msgspec.structs import replace

from events.catalogue import (
    ApprovalRule,
    CouncilKind,
    DaysKind,
    Deadline,
    LateItemRule,
    PresidingRule,
    PublicityRule,
    QuorumRule,
    Rules,
    SignerRule,
    StandInRule,
    TieRule,
)

MUNICIPALITIES = ("Nordholm", "Sønderlund", "Østerby", "Vestermose", "Midtfjord")
KINDS = (
    CouncilKind.MUNICIPAL_COUNCIL,
    CouncilKind.COMMITTEE,
    CouncilKind.INTEGRATION_COUNCIL,
    CouncilKind.SENIORS_COUNCIL,
    CouncilKind.DISABILITY_COUNCIL,
    CouncilKind.ASSOCIATION_BOARD,
)


@dataclass(frozen=True)
class Body:
    """A body and how it works. ``months`` are those in which it meets, ``items`` the least and most on an agenda.

    ``adopted`` are the rules that it gives itself at first, ``changed`` those of a later year (``changed_in``).
    """

    book: str
    name: str
    municipality: str
    kind: CouncilKind
    members: int
    months: tuple[int, ...]
    weekday: int
    start: str
    items: tuple[int, int]
    adopted: Rules
    changed: Rules
    changed_in: int
    renamed: str | None = None
    dissolved: bool = False
    attached: bool = False
    """Whether an official is attached to it without a vote (tilforordnet)."""


_MONTHLY = tuple(range(1, 13))
_NO_SUMMER = (1, 2, 3, 4, 5, 6, 8, 9, 10, 11, 12)
_EVERY_OTHER = (1, 3, 5, 8, 9, 11)
_QUARTERLY = (2, 3, 5, 8, 11)
_BOARD = (1, 2, 4, 5, 6, 8, 9, 10, 11, 12)
_COMMITTEES = (
    "Teknik- og Miljøudvalget",
    "Kultur- og Fritidsudvalget",
    "Børne- og Skoleudvalget",
    "Social- og Sundhedsudvalget",
    "Beskæftigelses- og Erhvervsudvalget",
)
_ASSOCIATIONS = ("Sejlklub", "Vandværk", "Grundejerforening", "Idrætsforening", "Lokalhistoriske Forening")


def bodies() -> list[Body]:
    """Return all thirty, kind by kind."""
    return [_MAKERS[kind](index) for kind in KINDS for index in range(len(MUNICIPALITIES))]


def body_of(kind: CouncilKind, index: int = 0) -> Body:
    """Return one of the thirty."""
    return _MAKERS[kind](index)


def _municipal_council(at: int) -> Body:
    if at == 0:
        own, later = Rules(fee=43_000), Rules(fee=46_000, notice=_weekdays(5))
    else:
        own = Rules(meetings_a_year=11, approval=ApprovalRule.NEXT_MEETING, signers=SignerRule.CHAIR_AND_SECRETARY)
        later = replace(own, late_item=LateItemRule.MAJORITY_OF_MEMBERS)
    return Body(
        **_common(at, CouncilKind.MUNICIPAL_COUNCIL, "byraad", "Byrådet"),
        members=(25, 25, 27, 29, 31)[at],
        months=_NO_SUMMER if at else _MONTHLY,
        items=(5, 8),
        adopted=own,
        changed=later,
    )


def _committee(at: int) -> Body:
    own = Rules(meetings_a_year=11, approval=ApprovalRule.NEXT_MEETING, signers=SignerRule.CHAIR) if at else Rules()
    own = replace(own, fee=12_000, quorum=QuorumRule.MAJORITY if at == 2 else None)
    return Body(
        **_common(at, CouncilKind.COMMITTEE, "udvalg", _COMMITTEES[at]),
        members=(7, 5, 7, 9, 7)[at],
        months=_NO_SUMMER if at else _MONTHLY,
        items=(6, 10),
        adopted=own,
        changed=replace(own, notice=_weekdays(5)),
    )


def _integration_council(at: int) -> Body:
    own = (
        Rules(presiding=PresidingRule.ELECTED_EACH_MEETING, publicity=PublicityRule.PUBLIC),
        Rules(presiding=PresidingRule.ROTATING, late_item=LateItemRule.MAJORITY_OF_MEMBERS),
        Rules(
            approval=ApprovalRule.SILENCE,
            silence_days=10,
            late_item=LateItemRule.CHAIR_AND_MAJORITY_OR_UNANIMITY,
        ),
        Rules(late_item_least=4, stand_in=StandInRule.PERMANENT_EXIT_OR_TWO_ABSENCES),
        Rules(approval=ApprovalRule.WRITTEN, stand_in=StandInRule.OBSERVER),
    )[at]
    return Body(
        **_common(at, CouncilKind.INTEGRATION_COUNCIL, "integrationsraad", "Integrationsrådet"),
        members=(10, 9, 11, 12, 13)[at],
        months=_EVERY_OTHER,
        items=(5, 8),
        adopted=own,
        changed=replace(own, notice=Deadline(days=8)),
        attached=at < 2,
    )


def _seniors_council(at: int) -> Body:
    own = (
        Rules(meetings_a_year=5),
        Rules(tie=TieRule.CHAIR_DECIDES),
        Rules(signers=SignerRule.CHAIR),
        Rules(signers=SignerRule.REFERENT),
        Rules(fee=8_000),
    )[at]
    return Body(
        **_common(at, CouncilKind.SENIORS_COUNCIL, "aeldreraad", "Ældrerådet"),
        members=(7, 7, 9, 9, 8)[at],
        months=_EVERY_OTHER,
        items=(5, 8),
        adopted=own,
        changed=replace(own, meetings_a_year=5, fee=9_000),
        renamed="Seniorrådet" if at == 1 else None,
    )


def _disability_council(at: int) -> Body:
    own = (
        Rules(meetings_a_year=5),
        Rules(signers=SignerRule.CHAIR_AND_SECRETARY),
        Rules(approval=ApprovalRule.SILENCE, silence_days=8),
        Rules(item_deadline=Deadline(days=10)),
        Rules(quorum=QuorumRule.MAJORITY),
    )[at]
    return Body(
        **_common(at, CouncilKind.DISABILITY_COUNCIL, "handicapraad", "Handicaprådet"),
        members=(8, 8, 10, 12, 8)[at],
        months=_QUARTERLY,
        items=(4, 7),
        adopted=own,
        changed=replace(own, notice=Deadline(days=10)),
    )


def _association_board(at: int) -> Body:
    own = (
        Rules(tie=TieRule.CHAIR_DECIDES),
        Rules(signers=SignerRule.CHAIR),
        Rules(quorum=QuorumRule.MAJORITY),
        Rules(late_item=LateItemRule.CHAIR_AND_MAJORITY_PRESENT),
        Rules(meetings_a_year=6),
    )[at]
    return Body(
        **_common(at, CouncilKind.ASSOCIATION_BOARD, "forening", f"{MUNICIPALITIES[at]} {_ASSOCIATIONS[at]}"),
        members=(5, 7, 9, 5, 6)[at],
        months=_QUARTERLY if at == 3 else _BOARD,
        items=(2, 3) if at == 3 else (3, 6),
        adopted=own,
        changed=replace(own, notice=Deadline(days=7)),
        dissolved=at == 4,
    )


def _common(at: int, kind: CouncilKind, slug: str, name: str) -> dict[str, Any]:
    place = MUNICIPALITIES[at]
    return {
        "book": f"{slug}-{place.lower().replace('ø', 'oe')}",
        "name": name,
        "municipality": f"{place} Kommune",
        "kind": kind,
        "weekday": (KINDS.index(kind) + at) % 4,
        "start": ("17:00", "15:30", "16:00", "10:00", "15:00", "19:00")[KINDS.index(kind)],
        "changed_in": 2016 + at,
    }


def _weekdays(days: int) -> Deadline:
    return Deadline(days=days, kind=DaysKind.WEEKDAYS)


_MAKERS: dict[CouncilKind, Callable[[int], Body]] = {
    CouncilKind.MUNICIPAL_COUNCIL: _municipal_council,
    CouncilKind.COMMITTEE: _committee,
    CouncilKind.INTEGRATION_COUNCIL: _integration_council,
    CouncilKind.SENIORS_COUNCIL: _seniors_council,
    CouncilKind.DISABILITY_COUNCIL: _disability_council,
    CouncilKind.ASSOCIATION_BOARD: _association_board,
}

"""The law behind what no parameter of a rule profile says, by kind of body."""

from events.catalogue import CouncilKind
from governance.checking.finding import Severity
from governance.profiles import USUAL

_ACT = "kommunestyrelsesloven"
_STATEMENT = "ministeriets udtalelse"
_COUNCIL, _COMMITTEE = CouncilKind.MUNICIPAL_COUNCIL, CouncilKind.COMMITTEE
_ADVISORY = (
    CouncilKind.INTEGRATION_COUNCIL,
    CouncilKind.SENIORS_COUNCIL,
    CouncilKind.DISABILITY_COUNCIL,
    CouncilKind.YOUTH_COUNCIL,
)


def majority(kind: CouncilKind) -> str:
    """Return where it stands that most of the votes cast decide."""
    return {_COUNCIL: f"{_ACT} § 11", _COMMITTEE: f"{_ACT} § 20"}.get(kind) or stated(kind, "18.1.2")


def disqualification(kind: CouncilKind) -> str:
    """Return where it stands that who is inhabil takes no part."""
    if kind in _ADVISORY:
        return "forvaltningsloven § 3"
    return f"{_ACT} § 14" if kind in (_COUNCIL, _COMMITTEE) else USUAL


def dissent(kind: CouncilKind) -> str:
    """Return where it stands that a member who takes part may have a dissent entered."""
    return f"{_ACT} § 13" if kind in (_COUNCIL, _COMMITTEE) else USUAL


def order_of_stand_ins(kind: CouncilKind) -> str:
    """Return where it stands that stand-ins are called in the order of their list."""
    return f"{_ACT} § 15" if kind in (_COUNCIL, _COMMITTEE) else USUAL


def weight(kind: CouncilKind, source: str) -> Severity:
    """Return how weighty it is that a source was not followed. The ministry states the law of the municipal council and
    its committees; whether a council beside them is bound by it too is not settled.
    """
    return "doubt" if source.startswith(_STATEMENT) and kind in _ADVISORY else "breach"


def stated(kind: CouncilKind, number: str) -> str:
    """Return the ministry's statement with this number; to bodies of no municipality it is but a guide."""
    return f"{_STATEMENT} {number}" if kind in (_COUNCIL, _COMMITTEE, *_ADVISORY) else USUAL


def agenda(kind: CouncilKind) -> str:
    """Return where it stands that the members know beforehand what a meeting decides."""
    return {_COUNCIL: f"{_ACT} § 8", _COMMITTEE: f"{_ACT} § 20"}.get(kind, USUAL)

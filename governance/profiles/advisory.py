"""The councils that a municipality sets up: integrationsråd, ældreråd, handicapråd, ungdomsråd."""

from events.catalogue import (
    ApprovalRule,
    BallotRule,
    Deadline,
    ExtraordinaryRule,
    LateItemRule,
    PresidingRule,
    PublicityRule,
    QuorumRule,
    SignerRule,
    StandInRule,
    TieRule,
)
from governance.profiles.profile import law, profile, usual

_COMMON = usual(
    notice=Deadline(days=7),
    notice_extraordinary=None,
    item_deadline=Deadline(days=14),
    late_item=LateItemRule.CHAIR_AND_MAJORITY_PRESENT,
    late_item_least=None,
    quorum=QuorumRule.HALF,
    presiding=PresidingRule.CHAIR,
    ballot=BallotRule.PRESENT_ONLY,
    proxies=None,
    tie=TieRule.FALLS,
    tie_in_elections=TieRule.LOTS,
    publicity=PublicityRule.NOT_PUBLIC,
    stand_in=StandInRule.PERMANENT_EXIT,
    meetings_a_year=4,
    extraordinary=ExtraordinaryRule.CHAIR_OR_THIRD,
    approval=ApprovalRule.NEXT_MEETING,
    silence_days=None,
    signers=SignerRule.NOBODY,
    continues_until_successor=True,
    least_members=None,
    most_members=None,
    fee=None,
)

INTEGRATION_COUNCIL = profile(_COMMON, law("integrationsloven § 42", least_members=7))

SENIORS_COUNCIL = profile(_COMMON, law("retssikkerhedsloven §§ 30-32", least_members=5))

DISABILITY_COUNCIL = profile(
    _COMMON, law("retssikkerhedsloven § 37 a", least_members=6, most_members=14, presiding=PresidingRule.CHAIR)
)

YOUTH_COUNCIL = profile(_COMMON, usual(publicity=PublicityRule.PUBLIC))

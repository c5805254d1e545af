"""The municipal council and its standing committees."""

from events.catalogue import (
    ApprovalRule,
    BallotRule,
    DaysKind,
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

_ACT = "kommunestyrelsesloven"

_COMMON = usual(
    notice_extraordinary=None,
    item_deadline=None,
    late_item=LateItemRule.CHAIR_AND_MAJORITY_PRESENT,
    late_item_least=None,
    presiding=PresidingRule.CHAIR,
    ballot=BallotRule.PRESENT_ONLY,
    proxies=None,
    tie=TieRule.FALLS,
    tie_in_elections=TieRule.LOTS,
    meetings_a_year=12,
    silence_days=None,
    continues_until_successor=False,
    least_members=None,
    most_members=None,
    fee=None,
)

MUNICIPAL_COUNCIL = profile(
    _COMMON,
    law(
        f"{_ACT} § 8",
        notice=Deadline(days=4, kind=DaysKind.WEEKDAYS),
        extraordinary=ExtraordinaryRule.CHAIR_OR_THIRD,
    ),
    law(f"{_ACT} § 10", publicity=PublicityRule.PUBLIC),
    law(f"{_ACT} § 11", quorum=QuorumRule.HALF),
    law(f"{_ACT} § 13", approval=ApprovalRule.EACH_MEMBER, signers=SignerRule.ALL_PRESENT),
    law(f"{_ACT} § 15", stand_in=StandInRule.EACH_MEETING),
)

COMMITTEE = profile(
    _COMMON,
    usual(
        notice=Deadline(days=4, kind=DaysKind.WEEKDAYS),
        extraordinary=ExtraordinaryRule.CHAIR_OR_THIRD,
        approval=ApprovalRule.EACH_MEMBER,
        signers=SignerRule.ALL_PRESENT,
        stand_in=StandInRule.EACH_MEETING,
    ),
    law(f"{_ACT} § 20", quorum=QuorumRule.HALF, publicity=PublicityRule.NOT_PUBLIC),
)

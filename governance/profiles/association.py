"""The board of an association and its general meeting; and a body of a kind that the book does not tell."""

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
from governance.profiles.profile import profile, usual

_BOARD = usual(
    notice=Deadline(days=4),
    notice_extraordinary=None,
    item_deadline=None,
    late_item=LateItemRule.ALL_MEMBERS_PRESENT,
    late_item_least=None,
    quorum=QuorumRule.MAJORITY_WITH_CHAIR,
    presiding=PresidingRule.CHAIR,
    ballot=BallotRule.PRESENT_ONLY,
    proxies=None,
    tie=TieRule.FALLS,
    tie_in_elections=TieRule.LOTS,
    publicity=PublicityRule.NOT_PUBLIC,
    stand_in=StandInRule.PERMANENT_EXIT,
    meetings_a_year=None,
    extraordinary=ExtraordinaryRule.CHAIR_OR_THIRD,
    approval=ApprovalRule.NEXT_MEETING,
    silence_days=None,
    signers=SignerRule.ALL_PRESENT,
    continues_until_successor=True,
    least_members=None,
    most_members=None,
    fee=None,
)

ASSOCIATION_BOARD = profile(_BOARD)

GENERAL_MEETING = profile(
    _BOARD,
    usual(
        notice=Deadline(days=14),
        late_item=LateItemRule.NEVER,
        quorum=QuorumRule.ANY,
        presiding=PresidingRule.DIRIGENT,
        ballot=BallotRule.PROXY,
        proxies=1,
        stand_in=StandInRule.NEVER,
        meetings_a_year=1,
        signers=SignerRule.DIRIGENT,
    ),
)
"""For the general meetings of an association, which stand in the book of its board."""

OTHER = profile(
    _BOARD,
    usual(
        notice=None,
        late_item=LateItemRule.CHAIR_AND_MAJORITY_PRESENT,
        quorum=QuorumRule.HALF,
        signers=SignerRule.NOBODY,
    ),
)

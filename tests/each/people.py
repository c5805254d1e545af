"""One event of every type that the foundation lacks: the council, its rules, members, stand-ins, officers, other bodies."""

from events.catalogue import (
    AgendaItemAdded,
    AnyEvent,
    ApprovalRule,
    BallotRule,
    BodyKind,
    CouncilDissolved,
    CouncilEstablished,
    CouncilKind,
    CouncilRenamed,
    DaysKind,
    Deadline,
    EndCause,
    ExternalBodyRegistered,
    ExternalBodyRenamed,
    ExtraordinaryRule,
    ItemKind,
    LateItemRule,
    LeaveEnded,
    LeaveGranted,
    MeetingOpened,
    MeetingScheduled,
    MemberAppointed,
    MemberReappointed,
    MembershipBasis,
    MembershipEnded,
    Office,
    OfficeEnded,
    OfficerElected,
    PersonRegistered,
    PersonRenamed,
    PresidingRule,
    PublicityRule,
    QuorumRule,
    RepresentationEnded,
    RepresentativeElected,
    Rules,
    RulesAdopted,
    SignerRule,
    StandInCalled,
    StandInListed,
    StandInRemoved,
    StandInRule,
    TieRule,
)

RULES = Rules(
    notice=Deadline(days=5, kind=DaysKind.WEEKDAYS),
    notice_extraordinary=Deadline(days=2),
    item_deadline=Deadline(days=10),
    late_item=LateItemRule.CHAIR_AND_MAJORITY_PRESENT,
    late_item_least=4,
    quorum=QuorumRule.MAJORITY,
    presiding=PresidingRule.ROTATING,
    ballot=BallotRule.PROXY,
    proxies=2,
    tie=TieRule.CHAIR_DECIDES,
    tie_in_elections=TieRule.LOTS,
    publicity=PublicityRule.EACH_ITEM,
    stand_in=StandInRule.PERMANENT_EXIT_OR_TWO_ABSENCES,
    meetings_a_year=6,
    extraordinary=ExtraordinaryRule.CHAIR_OR_MAJORITY,
    approval=ApprovalRule.SILENCE,
    silence_days=14,
    signers=SignerRule.CHAIR_AND_SECRETARY,
    continues_until_successor=True,
    least_members=9,
    most_members=15,
    fee=41000,
)
"""Rules that lay down everything."""


def book() -> list[tuple[AnyEvent, str | None]]:
    """Return the events with their effective times; entry numbers follow from the order (1, 2, 3 …)."""
    return [
        (  # 1
            CouncilEstablished(
                name="Integrationsrådet", municipality="Nordholm Kommune", kind=CouncilKind.INTEGRATION_COUNCIL
            ),
            None,
        ),
        (PersonRegistered(name="Anna Ægidius"), None),  # 2
        (PersonRegistered(name="Bo Ørum"), None),  # 3
        (PersonRegistered(name="Chau Nguyen"), None),  # 4
        (  # 5
            MemberAppointed(
                person="p2",
                organisation="Kvindeforeningen",
                appointed_by="Byrådet",
                basis=MembershipBasis.NOMINATED,
                until="2025-12-31",
                votes=False,
            ),
            "2022-01-01",
        ),
        (MemberAppointed(person="p3", party="A"), "2022-01-01"),  # 6
        (ExternalBodyRegistered(name="Rådet for Etniske Minoriteter", kind=BodyKind.COUNCIL), None),  # 7
        (MeetingScheduled(date="2022-02-01", start="15:30", place="Rådhuset"), "2022-01-05"),  # 8
        (MeetingOpened(meeting="m8"), "2022-02-01T15:30"),  # 9
        (  # 10
            AgendaItemAdded(meeting="m8", number="1", title="Konstituering", kind=ItemKind.ELECTION, standing=True),
            None,
        ),
        (  # 11
            OfficerElected(
                person="p2",
                office=Office.CHAIR,
                title="forperson",
                until="2025-12-31",
                meeting="m8",
                item="i10",
                text="Anna Ægidius blev valgt til forperson.",
            ),
            None,
        ),
        (  # 12
            RepresentativeElected(
                person="p3",
                body="b7",
                until="2023-12-31",
                meeting="m8",
                item="i10",
                text="Bo Ørum er rådets repræsentant.",
            ),
            "2022-03-01",
        ),
        (  # 13
            RulesAdopted(
                title="Forretningsorden",
                profile=CouncilKind.INTEGRATION_COUNCIL,
                rules=RULES,
                meeting="m8",
                item="i10",
                text="Forretningsordenen blev vedtaget.",
            ),
            "2022-02-15",
        ),
        (StandInListed(person="p4", position=1, of="Kvindeforeningen"), "2022-02-01"),  # 14
        (StandInListed(person="p4", position=2, member="p3"), "2022-02-02"),  # 15
        (LeaveGranted(person="p2", until="2022-09-30"), "2022-04-01"),  # 16
        (StandInCalled(person="p4", member="p2", meeting="m8", item="i10"), None),  # 17
        (StandInCalled(person="p4", member="p2"), "2022-04-01"),  # 18
        (LeaveEnded(person="p2"), "2022-09-01"),  # 19
        (StandInRemoved(person="p4"), "2022-10-01"),  # 20
        (PersonRenamed(person="p3", name="Bo Ørum Lind"), "2022-11-01"),  # 21
        (ExternalBodyRenamed(body="b7", name="Det Nationale Integrationsråd"), "2022-01-20"),  # 22
        (RepresentationEnded(person="p3", body="b7"), "2023-06-30"),  # 23
        (OfficeEnded(person="p2", office=Office.CHAIR), "2023-07-01"),  # 24
        (MembershipEnded(person="p3", cause=EndCause.MOVED), "2023-08-01"),  # 25
        (MemberReappointed(person="p2", until="2029-12-31"), "2026-01-01"),  # 26
        (CouncilRenamed(name="Rådet for Medborgerskab"), "2026-02-01"),  # 27
        (  # 28
            CouncilDissolved(successor="Medborgerskabsudvalget", reason="Sammenlagt med udvalget."),
            "2026-06-30",
        ),
    ]

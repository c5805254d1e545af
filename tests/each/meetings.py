"""One event of every type that the foundation's book does not hold: meetings, agendas, what happens under an item, votes and minutes."""

from events.catalogue import (
    AbsenceReason,
    AgendaItemAdded,
    AgendaItemMoved,
    AgendaItemWithdrawn,
    AgendaSent,
    AmendmentMoved,
    AnyEvent,
    ApprovalForm,
    AttendanceRecorded,
    AttendanceStatus,
    BodyKind,
    CasePresented,
    CouncilEstablished,
    CouncilKind,
    DisqualificationDecided,
    DisqualificationRaised,
    DissentEntered,
    ExternalBodyRegistered,
    GroupVote,
    GuestAttended,
    GuestRole,
    ItemKind,
    ItemOpened,
    ItemRecommended,
    ItemReopened,
    ItemSentBack,
    KeyEnrolled,
    KeyRevoked,
    LateItemAccepted,
    LateItemRefused,
    MatterOpened,
    MeetingClosed,
    MeetingForm,
    MeetingInterrupted,
    MeetingKind,
    MeetingOpened,
    MeetingRescheduled,
    MeetingResumed,
    MeetingScheduled,
    MemberAppointed,
    MemberArrived,
    MemberLeft,
    MinutesApproved,
    MinutesIssued,
    MinutesSigned,
    NamedVote,
    OrdstyrerElected,
    PersonRegistered,
    PresidingRole,
    ProposalMade,
    SignOff,
    StatementEntered,
    VoteChoice,
    VoteHeld,
    VoteMethod,
)

PUBLIC_KEY = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4"
SIGNATURE = (
    "U1NIU0lHAAAAAQAAADMAAAALc3NoLWVkMjU1MTkAAAAgA6EHv/POEL4dcN0Y50vAmWfk1jCbpQ1fHdyGZBJVMbgAAAAXbWludXRl"
    "c0ByZWZlcmF0LmludmFsaWQAAAAAAAAABnNoYTUxMgAAAFMAAAALc3NoLWVkMjU1MTkAAABAK1xdRyvIjcvmEeq545wwHvyyEPP2"
    "SlPfel/YT7Ds/aZXsG6O2NxfXqPBNRQRnSbwefj6sxbro91CIW9oNRdbCg=="
)
"""An SSHSIG by this key, on something else than these minutes: the book only has to hold it."""


def book() -> list[tuple[AnyEvent, str | None]]:
    """Return the events with their effective times; entry numbers follow from the order (1, 2, 3 …)."""
    return [*_before(), *_beginning(), *_debate(), *_votes(), *_end()]


def _before() -> list[tuple[AnyEvent, str | None]]:
    return [
        (
            CouncilEstablished(
                name="Handicaprådet", municipality="Nordholm Kommune", kind=CouncilKind.DISABILITY_COUNCIL
            ),
            None,
        ),  # 1
        (PersonRegistered(name="Ella Åkjær"), None),  # 2
        (PersonRegistered(name="Finn Bæk"), None),  # 3
        (PersonRegistered(name="Gitte Ørsted"), None),  # 4
        (PersonRegistered(name="Hans Lærke"), None),  # 5
        (MemberAppointed(person="p2", party="A"), "2022-01-01"),  # 6
        (MemberAppointed(person="p3"), "2022-01-01"),  # 7
        (MemberAppointed(person="p4"), "2022-01-01"),  # 8
        (ExternalBodyRegistered(name="Kulturudvalget", kind=BodyKind.COMMITTEE), None),  # 9
        (
            MeetingScheduled(
                date="2023-05-09",
                start="16:00",
                end="18:00",
                place="Rådhuset",
                form=MeetingForm.ROOM,
                kind=MeetingKind.ORDINARY,
            ),
            "2023-04-01",
        ),  # 10
        (
            MeetingRescheduled(
                meeting="m10", date="2023-05-09", form=MeetingForm.HYBRID, kind=MeetingKind.EXTRAORDINARY
            ),
            "2023-04-10",
        ),  # 11
        (MatterOpened(title="Ny rampe ved biblioteket"), "2023-04-20"),  # 12
        (
            AgendaItemAdded(
                meeting="m10", number="1", title="Godkendelse af dagsorden", kind=ItemKind.APPROVAL, standing=True
            ),
            "2023-04-20",
        ),  # 13
        (
            AgendaItemAdded(
                meeting="m10", number="2", title="Ny rampe ved biblioteket", kind=ItemKind.DECISION, matter="s12"
            ),
            "2023-04-20",
        ),  # 14
        (MatterOpened(title="Politik for tilgængelighed"), "2023-04-20"),  # 15
        (
            AgendaItemAdded(
                meeting="m10", number="3", title="Politik for tilgængelighed", kind=ItemKind.DECISION, matter="s15"
            ),
            "2023-04-20",
        ),  # 16
        (MatterOpened(title="Kørselsordning"), "2023-04-20"),  # 17
        (AgendaItemAdded(meeting="m10", number="4", title="Kørselsordning", matter="s17"), "2023-04-20"),  # 18
        (MatterOpened(title="Sommerudflugt"), "2023-04-20"),  # 19
        (AgendaItemAdded(meeting="m10", number="5", title="Sommerudflugt", matter="s19"), "2023-04-20"),  # 20
        (AgendaSent(meeting="m10"), "2023-05-02"),  # 21
    ]


def _beginning() -> list[tuple[AnyEvent, str | None]]:
    return [
        (MeetingOpened(meeting="m10"), "2023-05-09T16:00"),  # 22
        (AttendanceRecorded(meeting="m10", person="p2", status=AttendanceStatus.PRESENT, party="A"), None),  # 23
        (
            AttendanceRecorded(
                meeting="m10", person="p4", status=AttendanceStatus.APOLOGY, reason=AbsenceReason.ILLNESS
            ),
            None,
        ),  # 24
        (AttendanceRecorded(meeting="m10", person="p4", status=AttendanceStatus.PRESENT), None),  # 25
        (MemberArrived(meeting="m10", person="p3", item="i14"), "2023-05-09T16:20"),  # 26
        (MemberLeft(meeting="m10", person="p3", item="i16"), "2023-05-09T17:10"),  # 27
        (GuestAttended(meeting="m10", person="p5", role=GuestRole.PRESENTER, item="i14"), None),  # 28
        (
            OrdstyrerElected(
                meeting="m10",
                person="p5",
                item="i13",
                role=PresidingRole.DIRIGENT,
                text="Hans Lærke blev valgt til dirigent.",
            ),
            None,
        ),  # 29
        (
            LateItemAccepted(item="i20", votes=3, text="Punktet blev optaget på dagsordenen med 3 stemmer for."),
            None,
        ),  # 30
        (
            LateItemRefused(
                meeting="m10",
                title="Julefrokost",
                proposed_by="p3",
                text="Et ønske fra Finn Bæk om at optage »Julefrokost« på dagsordenen blev ikke imødekommet.",
            ),
            None,
        ),  # 31
        (AgendaItemMoved(item="i18", before="i16", text="Punktet blev flyttet og behandles før punkt 3."), None),  # 32
        (
            AgendaItemWithdrawn(item="i20", reason="Tilbuddet mangler", text="Punktet udgår, da Tilbuddet mangler."),
            None,
        ),  # 33
    ]


def _debate() -> list[tuple[AnyEvent, str | None]]:
    return [
        (ItemOpened(item="i14"), "2023-05-09T16:20"),  # 34
        (
            DisqualificationRaised(
                item="i14",
                person="p3",
                reason="Finn ejer firmaet",
                text="Det blev rejst, om Finn Bæk er inhabil, da Finn ejer firmaet.",
            ),
            None,
        ),  # 35
        (
            DisqualificationDecided(
                item="i14",
                person="p3",
                disqualified=True,
                text="Finn Bæk blev erklæret inhabil og forlader lokalet under punktet.",
            ),
            None,
        ),  # 36
        (CasePresented(item="i14", person="p5", text="Hans Lærke fremlagde sagen."), None),  # 37
        (
            ProposalMade(
                item="i14",
                proposal="Rampen bygges i 2024",
                proposed_by="p2",
                text="Forslag fra Ella Åkjær: Rampen bygges i 2024.",
            ),
            None,
        ),  # 38
        (
            AmendmentMoved(
                item="i14",
                amendment="Rampen bygges i 2023",
                to="f38",
                proposed_by="p4",
                text="Ændringsforslag fra Gitte Ørsted: Rampen bygges i 2023.",
            ),
            None,
        ),  # 39
        (MeetingInterrupted(meeting="m10", item="i14", text="Mødet blev afbrudt kl. 16.40."), "2023-05-09T16:40"),  # 40
        (MeetingResumed(meeting="m10", item="i14", text="Mødet blev genoptaget kl. 16.50."), "2023-05-09T16:50"),  # 41
    ]


def _votes() -> list[tuple[AnyEvent, str | None]]:
    return [
        (
            VoteHeld(
                item="i14",
                adopted=False,
                proposal="f39",
                method=VoteMethod.ROLL_CALL,
                votes_for=1,
                votes_against=1,
                abstained=0,
                not_voting=1,
                named=(
                    NamedVote(person="p4", choice=VoteChoice.FOR),
                    NamedVote(person="p2", choice=VoteChoice.AGAINST),
                ),
                casting_vote=VoteChoice.AGAINST,
                text=(
                    "Ændringsforslaget blev forkastet ved navneopråb med 1 for, 1 imod og 0 hverken for eller imod; 1 stemte ikke. "
                    "Ved stemmelighed stemte mødelederen imod. For stemte: Gitte Ørsted. Imod stemte: Ella Åkjær."
                ),
            ),
            None,
        ),  # 42
        (
            VoteHeld(
                item="i14",
                adopted=True,
                proposal="f38",
                groups=(
                    GroupVote(group="A", choice=VoteChoice.FOR, count=1),
                    GroupVote(group="Uden for partierne", choice=VoteChoice.ABSTAINED),
                ),
                text="Forslaget blev vedtaget. For stemte: A (1). Hverken for eller imod stemte: Uden for partierne.",
            ),
            None,
        ),  # 43
        (
            VoteHeld(
                item="i16",
                adopted=True,
                votes_for=1,
                votes_against=1,
                lots=True,
                text="Forslaget blev vedtaget med 1 for og 1 imod. Der blev trukket lod.",
            ),
            None,
        ),  # 44
        (
            VoteHeld(
                item="i18",
                adopted=True,
                method=VoteMethod.ACCLAMATION,
                unanimous=True,
                text="Forslaget blev enstemmigt vedtaget ved akklamation.",
            ),
            None,
        ),  # 45
        (
            StatementEntered(
                item="i14",
                person="p4",
                statement="Rampen haster",
                text="Gitte Ørsted ønskede ført til protokols: Rampen haster.",
            ),
            None,
        ),  # 46
        (
            DissentEntered(
                item="i14",
                person="p4",
                dissent="Sagen var ikke oplyst",
                procedural=True,
                text="Gitte Ørsted afgav en mindretalsudtalelse om behandlingen af punktet: Sagen var ikke oplyst.",
            ),
            None,
        ),  # 47
        (ItemRecommended(item="i14", body="b9", told_in="n43"), None),  # 48
        (
            ItemSentBack(
                item="i16",
                body="b9",
                reason="Budgettet mangler",
                text="Punktet sendes tilbage til Kulturudvalget, da Budgettet mangler.",
            ),
            None,
        ),  # 49
        (ItemReopened(item="i14", text="Punktet blev taget op igen kl. 17.30."), "2023-05-09T17:30"),  # 50
    ]


def _end() -> list[tuple[AnyEvent, str | None]]:
    return [
        (MeetingClosed(meeting="m10"), "2023-05-09T17:55"),  # 51
        (MinutesIssued(meeting="m10", through=51, document_sha256="cd" * 32), "2023-05-10"),  # 52
        (MinutesSigned(meeting="m10", person="p2"), "2023-05-12"),  # 53
        (MinutesSigned(meeting="m10", person="p4", reservation="Punkt 2 er for kort"), "2023-05-13"),  # 54
        (MinutesApproved(of="2023-05-09", how=ApprovalForm.SILENCE), "2023-05-24"),  # 55
        (KeyEnrolled(person="p3", public_key=PUBLIC_KEY), "2023-05-24"),  # 56
        (  # 57
            MinutesSigned(
                meeting="m10",
                person="p3",
                reservation="Punkt 4 mangler",
                sign_off=SignOff(
                    key="k56",
                    size=56,
                    root="e0uDDvGj2/ACs8pFRdlCnWCcxrnR60/g8Y1JpOkQIjU=",
                    signature=SIGNATURE,
                    reservation_digest="hHMjTgV9pHy9e6hgP9o__ltJ3v12Y382-KAV9AsRt_M",
                    reservation_salt="salt-for-golden-file00",
                ),
            ),
            "2023-05-25",
        ),
        (KeyRevoked(key="k56", reason="Mistet"), "2023-05-26"),  # 58
    ]

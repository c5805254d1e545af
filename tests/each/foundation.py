"""One event of every type, with every field set: a book that holds them all, in an order that the rules allow."""

from events.catalogue import (
    AgendaApproved,
    AgendaItemAdded,
    AgendaItemChanged,
    AnyEvent,
    AttendanceRecorded,
    AttendanceStatus,
    Authority,
    AuthorityKind,
    BodyKind,
    CompositionReported,
    CouncilEstablished,
    CouncilKind,
    DecisionOutcome,
    DocumentAttached,
    DocumentKind,
    DocumentSent,
    EntryCorrected,
    EntryStruck,
    ExternalBodyAbbreviated,
    ExternalBodyRegistered,
    ItemContinued,
    ItemDecided,
    ItemDiscussed,
    ItemKind,
    ItemNoted,
    ItemPostponed,
    MatterKind,
    MatterOpened,
    MeetingCalled,
    MeetingCancelled,
    MeetingClosed,
    MeetingOpened,
    MeetingPart,
    MeetingRescheduled,
    MeetingScheduled,
    MemberAppointed,
    MembershipEnded,
    MemberWelcomed,
    MinutesApproved,
    MinutesIssued,
    NoteWritten,
    NothingRaised,
    OrdstyrerElected,
    PersonRegistered,
    PlanProposed,
    QuestionsSent,
    ReferentNamed,
    RemarkRecorded,
    ReportGiven,
    Seats,
    TaskAgreed,
    WordsErased,
    WorkingGroupFormed,
)


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
        (MemberAppointed(person="p2", party="A"), "2022-01-01"),  # 4
        (MemberAppointed(person="p3"), "../2023-01-10"),  # 5
        (ExternalBodyRegistered(name="Arbejdsmarkedsudvalget", kind=BodyKind.COMMITTEE), None),  # 6
        (ExternalBodyAbbreviated(body="b6", abbreviation="AMU"), "2023-01-10"),  # 7
        (  # 8
            MeetingScheduled(
                date="2023-01-10",
                start="15:30",
                end="17:30",
                place="Rådhuset",
                parts=(
                    MeetingPart(start="15:30", end="16:00", place="Biblioteket", counterpart="b6"),
                    MeetingPart(start="16:00", end="17:30"),
                ),
                contents="Fælles temamøde",
            ),
            "2022-12-01",
        ),
        (MeetingRescheduled(meeting="m8", date="2023-01-10", start="15:45", end="17:30"), "2022-12-10"),  # 9
        (MeetingCalled(meeting="m8", demanded_by=("p2",)), "2023-01-03"),  # 10
        (MeetingOpened(meeting="m8"), "2023-01-10T15:45"),  # 11
        (AttendanceRecorded(meeting="m8", person="p2", status=AttendanceStatus.PRESENT, party="A"), None),  # 12
        (AttendanceRecorded(meeting="m8", person="p3", status=AttendanceStatus.APOLOGY), None),  # 13
        (ReferentNamed(meeting="m8", person="p3"), None),  # 14
        (MemberWelcomed(meeting="m8", person="p3", text="Velkomst til Bo Ørum."), None),  # 15
        (  # 16
            AgendaItemAdded(
                meeting="m8", number="1", title="Godkendelse af dagsorden", kind=ItemKind.APPROVAL, standing=True
            ),
            None,
        ),
        (
            AgendaApproved(meeting="m8", item="i16", changed=True, text="Dagsordenen blev godkendt med ændringer."),
            None,
        ),  # 17
        (OrdstyrerElected(meeting="m8", person="p2", item="i16", text="Anna blev valgt til ordstyrer."), None),  # 18
        (MatterOpened(title="Ansøgning til AMU", kind=MatterKind.APPLICATION, addressee="b6"), "2023-01-10"),  # 19
        (  # 20
            AgendaItemAdded(
                meeting="m8",
                number="2",
                title="Ansøgning til AMU",
                kind=ItemKind.DECISION,
                matter="s19",
                presenter="p2",
                closed=True,
            ),
            None,
        ),
        (  # 21
            AgendaItemChanged(
                item="i20",
                meeting="m8",
                title="Ansøgning til Arbejdsmarkedsudvalget",
                number="3",
                kind=ItemKind.DISCUSSION,
                matter="s19",
                presenter="p3",
                closed=False,
            ),
            None,
        ),
        (NoteWritten(meeting="m8", item="i20", text="Udvalget har en pulje.", bulleted=True), None),  # 22
        (ItemDiscussed(item="i20", told_in="n22"), None),  # 23
        (ItemDecided(item="i20", outcome=DecisionOutcome.APPROVED, text="Ansøgningen blev godkendt."), None),  # 24
        (ItemNoted(item="i20", text="Orienteringen blev taget til efterretning."), None),  # 25
        (ItemContinued(item="i20", to_period="2023-03", text="Arbejdet fortsættes til marts."), None),  # 26
        (  # 27
            ItemPostponed(
                item="i20", to_date="2023-03-14", until="næste møde", reason="Der mangler bilag", text="Udsat."
            ),
            None,
        ),
        (NothingRaised(item="i16", text="Intet."), None),  # 28
        (  # 29
            WorkingGroupFormed(
                item="i20", name="Puljegruppen", focus_area="Puljer", members=("p2", "p3"), told_in="n22"
            ),
            None,
        ),
        (PlanProposed(item="i20", title="handleplan", group="g29", told_in="n22"), None),  # 30
        (  # 31
            TaskAgreed(
                item="i20", task="skrive ansøgningen", responsible="p2", recipient="b6", due="2023-02-01", told_in="n22"
            ),
            None,
        ),
        (  # 32
            DocumentSent(
                item="i20",
                title="Rapport",
                recipient="b6",
                kind=DocumentKind.REPORT,
                for_meeting="2023-02",
                told_in="n22",
            ),
            None,
        ),
        (  # 33
            QuestionsSent(
                item="i20",
                recipient="b6",
                questions=("Hvorfor?", "Hvornår?"),
                occasion="besøg",
                period="2023-W06",
                told_in="n22",
            ),
            None,
        ),
        (  # 34
            ReportGiven(item="i20", person="p2", occasion="årsmødet", body="b6", held_on="2022-11-05", told_in="n22"),
            None,
        ),
        (  # 35
            CompositionReported(
                item="i20",
                body="b6",
                seats=(Seats(count=4, basis="valgt af byrådet", includes_chair=True), Seats(count=3, basis="udpeget")),
                told_in="n22",
            ),
            None,
        ),
        (MeetingScheduled(date="2023-03-14", agreed_in="i16", text="Næste møde: 14. marts."), None),  # 36
        (MeetingCancelled(meeting="m36", reason="For få tilmeldte"), "2023-03-01"),  # 37
        (
            MinutesApproved(meeting="m8", of="2022-11-08", item="i16", corrections=(5,), text="Referatet godkendt."),
            None,
        ),  # 38
        (MeetingClosed(meeting="m8"), "2023-01-10T17:20"),  # 39
        (MinutesIssued(meeting="m8", through=39, document_sha256="ab" * 32), "2023-01-15"),  # 40
        (MembershipEnded(person="p3"), "2023-06-30"),  # 41
        (RemarkRecorded(entry=24, text="Enstemmigt."), None),  # 42
        (  # 43
            EntryCorrected(
                entry=24,
                replacement=ItemDecided(item="i20", outcome=DecisionOutcome.REJECTED, text="Ansøgningen blev afvist."),
                effective="2023-01-10",
                reason="Forkert gengivet",
                authority=Authority(kind=AuthorityKind.MEETING, meeting="m8"),
            ),
            None,
        ),
        (  # 44
            EntryStruck(entry=25, reason="Ført to gange", authority=Authority(kind=AuthorityKind.WRITTEN_PROCEDURE)),
            None,
        ),
        (DocumentAttached(item="i20", name="Bilag 1.pdf", sha256="cd" * 32, size=1234), "2023-01-15"),  # 45
        (DocumentAttached(meeting="m8", name="Dagsorden.docx", sha256="ef" * 32, size=99), "2023-01-15"),  # 46
        (  # 47
            WordsErased(
                entry=42,
                fields=("/recorded_by",),
                basis="Databeskyttelsesforordningen art. 17, stk. 1, litra d",
                authority="Kommunens databeskyttelsesrådgiver",
            ),
            None,
        ),
    ]

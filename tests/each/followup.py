"""One event of every type that the foundation's book does not hold: what follows from a meeting."""

from events.catalogue import (
    Activity,
    AgendaItemAdded,
    AnswerReceived,
    AnyEvent,
    ApplicationSent,
    BodyKind,
    CouncilEstablished,
    DocumentKind,
    DocumentSent,
    ExternalBodyRegistered,
    FocusAreaChosen,
    MeetingOpened,
    MeetingScheduled,
    MemberAppointed,
    NoteWritten,
    PersonRegistered,
    PlanAdopted,
    PlanProposed,
    QuestionsSent,
    TaskAgreed,
    TaskChanged,
    TaskCompleted,
    WorkingGroupChanged,
    WorkingGroupDissolved,
    WorkingGroupFormed,
)


def book() -> list[tuple[AnyEvent, str | None]]:
    """Return the events with their effective times; entry numbers follow from the order (1, 2, 3 …)."""
    return [*_council(), *_january(), *_may()]


def _council() -> list[tuple[AnyEvent, str | None]]:
    return [
        (CouncilEstablished(name="Ældrerådet", municipality="Nordholm Kommune"), None),  # 1
        (PersonRegistered(name="Anna Ægidius"), None),  # 2
        (PersonRegistered(name="Bo Ørum"), None),  # 3
        (MemberAppointed(person="p2"), "2022-01-01"),  # 4
        (MemberAppointed(person="p3"), "2022-01-01"),  # 5
        (ExternalBodyRegistered(name="Kulturudvalget", kind=BodyKind.COMMITTEE), None),  # 6
        (MeetingScheduled(date="2023-01-10", start="15:30"), "2022-12-01"),  # 7
        (MeetingScheduled(date="2023-05-09", start="15:30"), "2022-12-01"),  # 8
        (MeetingOpened(meeting="m7"), "2023-01-10T15:30"),  # 9
        (MeetingOpened(meeting="m8"), "2023-05-09T15:30"),  # 10
        (AgendaItemAdded(meeting="m7", number="1", title="Årets arbejde", standing=True), None),  # 11
        (AgendaItemAdded(meeting="m8", number="1", title="Siden sidst", standing=True), None),  # 12
    ]


def _january() -> list[tuple[AnyEvent, str | None]]:
    return [
        (  # 13
            WorkingGroupFormed(
                item="i11",
                focus_area="Besøgsvenner",
                members=("p2",),
                text="Der nedsættes en arbejdsgruppe om Besøgsvenner med Anna Ægidius.",
            ),
            None,
        ),
        (PlanProposed(item="i11", title="handleplan", group="g13", text="Gruppen har et forslag."), None),  # 14
        (  # 15
            TaskAgreed(
                item="i11",
                task="skrive til foreningerne",
                responsible="p2",
                due="2023-03-01",
                text="Anna skriver til foreningerne inden marts.",
            ),
            None,
        ),
        (  # 16
            FocusAreaChosen(
                item="i11", focus_area="Ensomhed", period="2023", text="Rådet ser på ensomhed og trafik i 2023."
            ),
            None,
        ),
        (FocusAreaChosen(item="i11", focus_area="Kollektiv trafik", told_in="n16"), None),  # 17
        (  # 18
            DocumentSent(
                item="i11",
                title="Høringssvar om bustider",
                recipient="b6",
                kind=DocumentKind.STATEMENT,
                for_meeting="2023-02",
                answer_due="2023-03-15",
                text="Høringssvar om bustider sendes til Kulturudvalget.",
            ),
            None,
        ),
        (  # 19
            QuestionsSent(
                item="i11",
                recipient="b6",
                questions=("Hvornår kører den sidste bus?",),
                answer_due="2023-03-15",
                text="Følgende spørgsmål sendes til Kulturudvalget med svar senest 15. marts 2023:",
            ),
            None,
        ),
        (  # 20
            ApplicationSent(
                item="i11",
                title="Tilskud til en sommerfest",
                recipient="b6",
                amount=1_250_050,
                for_meeting="2023-02",
                answer_due="2023-04-01",
                text="Ansøgning om 12.500,50 kr. sendes til Kulturudvalget: Tilskud til en sommerfest.",
            ),
            None,
        ),
        (ApplicationSent(item="i11", title="Lån af lokaler", recipient="b6", text="Der søges om lokaler."), None),  # 21
        (NoteWritten(meeting="m7", item="i11", text="Arbejdet er i gang."), None),  # 22
        (TaskAgreed(item="i11", task="finde en dato", told_in="n22"), None),  # 23
        (WorkingGroupFormed(item="i11", name="Madgruppen", told_in="n22"), None),  # 24
    ]


def _may() -> list[tuple[AnyEvent, str | None]]:
    return [
        (  # 25
            WorkingGroupChanged(
                item="i12",
                group="g13",
                name="Vennerne",
                focus_area="Besøgsvenner i Sønderby",
                members=("p3", "p2"),
                text="Vennerne tager sig fra nu af af Sønderby.",
            ),
            None,
        ),
        (WorkingGroupChanged(item="i12", group="g24", members=("p3",), text="Bo står for maden."), None),  # 26
        (WorkingGroupDissolved(item="i12", group="g24", text="Arbejdsgruppen »Madgruppen« er nedlagt."), None),  # 27
        (  # 28
            PlanAdopted(
                item="i12",
                title="Handleplan 2023",
                activities=(
                    Activity(activity="Sommerfest", period="2023-06", responsible="p3", budget=1_250_050),
                    Activity(activity="Nyt skilt | ved havnen"),
                ),
                proposed="h14",
                text="Handleplan 2023 blev vedtaget.",
            ),
            None,
        ),
        (PlanAdopted(item="i12", title="tidsplan", text="Tidsplanen følger."), None),  # 29
        (  # 30
            TaskChanged(
                task="t15",
                item="i12",
                wording="ringe til foreningerne; alle",
                responsible="p3",
                due="2023-06-01",
                text="Bo ringer i stedet til alle foreninger.",
            ),
            None,
        ),
        (TaskChanged(task="t23", due="2023-08-01"), "2023-05-10"),  # 31
        (TaskCompleted(task="t23", item="i12", text="Opgaven »finde en dato« er udført."), "2023-05-01"),  # 32
        (TaskCompleted(task="t15"), "2023-06-02"),  # 33
        (  # 34
            AnswerReceived(
                dispatch="d20",
                item="i12",
                answer="Der er ingen penge.\nSøg igen til næste år.",
                granted=False,
                text="Kulturudvalget har givet afslag.",
            ),
            "2023-04-14",
        ),
        (AnswerReceived(dispatch="d19", item="i12", answer="Kl. 23.30.", text="Udvalget har svaret."), None),  # 35
        (AnswerReceived(dispatch="d21", granted=True), "2023-05-20"),  # 36
    ]

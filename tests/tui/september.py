"""The meeting of 28 September 2022, in our own words: a book with the agenda sent out, and what was said."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from events.catalogue import (
    AgendaItemAdded,
    AgendaSent,
    AnyEvent,
    CouncilEstablished,
    CouncilKind,
    ItemKind,
    MeetingCalled,
    MeetingScheduled,
    MemberAppointed,
    PersonRegistered,
)
from events.moments import Effective
from events.sqlite.log import SqliteLog
from governance.book import Book
from governance.documents.reading.items import described
from governance.rules.act import Act

BOOK, ACTOR = "integrationsraadet", "Alice Flink"
AFTERWARDS = datetime(2022, 10, 3, 9, 0, tzinfo=UTC)
PLACE = "Kultur & Frivillighuset, Nygade 22, 7500 Holstebro"
MEMBERS = (
    "Ghassan Rahmi",
    "Josaph Francis Ragunathan",
    "Dinos Kananda Byamungu",
    "Ghada Mansour",
    "Karina Byskov Viborg",
    "Tiaheswery Thiaharaja",
    "Lise Østermark",
)
TITLES = (
    "Godkendelse af dagsorden",
    "Godkendelse af referat fra d. 9. juni",
    "Valg af ordstyrer",
    "Afsluttende status på projektet",
    "Handle- og tidsplan samt budget for fokusområderne 2022-2023",
    "Spørgsmål til Integrationsteamet ved besøg i uge 43",
    "Beboerdemokratisk styregruppe for helhedsplanen",
    "Referat fra repræsentantskabsmøde i Det Nationale Integrationsråd",
    "Næste møde, sted og indhold",
    "Evt",
)
REPORT = (
    "Guiderne for job og uddannelse har skrevet en afsluttende rapport, der vil blive sendt til "
    "Arbejdsmarkedsudvalget til behandling på mødet i november."
)
GROUPS = (
    "Rådet blev delt i 2 arbejdsgrupper, hvor fokusområderne Social kontrol og Etnisk ligestilling blev drøftet. "
    "Der blev udarbejdet forslag til de 2 handle- og tidsplaner. Arbejdet fortsættes til mødet i november."
)
QUESTIONS = (
    "Følgende spørgsmål sendes til Integrationsteamet:",
    "- Hvilket program tilbyder kommunen, fortalt i korte træk?",
    "- Hvor er indsatsen stærk, og hvor kan den blive bedre?",
    "- Hvordan kan råd og team hjælpe hinanden?",
    "- Hvornår er en integration lykkedes?",
)
ASSEMBLY = (
    "Tiaheswery fortalte om Repræsentantskabsmødet d. 21. maj.",
    "- Fem medlemmer er udpeget af ministeren, herunder formanden.",
    "- De fire største kommuner er permanent repræsenteret af et medlem.",
    "- Fem medlemmer vælges fra et stort repræsentantskab af alle kommuner.",
    "Referaterne bliver fremover sendt rundt på mail.",
)
OCTOBER = (
    "Næste møde: Tirsdag d. 25. oktober kl. 14.30-15.30 på Jobcentret, hvor der er møde med Integrationsteamet. "
    "Derefter fortsættes med ordinært møde i Integrationsrådet fra 15.30-16.00 med punkt 7."
)
NOVEMBER = (
    "Kommende møde: Mandag d. 21. november kl. 15.30-17.30. Indhold: Social kontrol, synlighed og Etnisk ligestilling."
)
SAID: dict[int, tuple[str, ...]] = {
    1: ("Dagsordenen blev godkendt.",),
    2: ("Referatet fra d. 9. juni 2022 blev godkendt.",),
    3: ("Ghassan Rahmi blev valgt til ordstyrer.",),
    4: (REPORT,),
    5: (GROUPS,),
    6: QUESTIONS,
    7: ("Udsat til næste møde.",),
    8: ASSEMBLY,
    9: (OCTOBER, NOVEMBER),
    10: ("Intet.",),
}


def minutes_text() -> str:
    """The minutes of the meeting as text, for an import."""
    listed = "\n".join(f"Mødt\t{name}" for name in MEMBERS)
    items = "\n\n".join(
        "\n\n".join((f"{number}. {title}.", "\n".join(_lines(SAID[number])))) for number, title in enumerate(TITLES, 1)
    )
    return (
        "Referat\naf møde i Integrationsrådet i Holstebro Kommune\n\nOnsdag d. 28. september 2022\n"
        f"i {PLACE}\n\nIndbudte:\tMedlemmer:\n{listed}\n\nReferent: {ACTOR}\n\n{items}\n"
    )


def _lines(said: tuple[str, ...]) -> list[str]:
    return [line if line.startswith("- ") else f"{line}\n" for line in said]


def called_meeting(path: Path) -> Any:
    """Record the council, its members, and the meeting with the agenda that was sent out; return the meeting's id."""
    log = SqliteLog(path)
    book = Book(log, BOOK, actor=ACTOR, clock=lambda: datetime(2022, 9, 20, 8, 0, tzinfo=UTC))
    council = CouncilEstablished(
        name="Integrationsrådet", municipality="Holstebro Kommune", kind=CouncilKind.INTEGRATION_COUNCIL
    )
    _record(book, council)
    for name in MEMBERS:
        person: Any = f"p{_record(book, PersonRegistered(name=name))}"
        _record(book, MemberAppointed(person=person), "2022-01-01")
    meeting: Any = f"m{_record(book, MeetingScheduled(date='2022-09-28', place=PLACE), '2022-09-20')}"
    for number, title in enumerate(TITLES, 1):
        held = described(str(number), title)
        item = AgendaItemAdded(
            meeting=meeting, title=title, number=str(number), kind=ItemKind(held.kind), standing=held.standing
        )
        _record(book, item, "2022-09-20")
    _record(book, AgendaSent(meeting=meeting), "2022-09-20")
    _record(book, MeetingCalled(meeting=meeting), "2022-09-20")
    log.close()
    return meeting


def _record(book: Book, event: AnyEvent, when: str | None = None) -> int:
    return book.record(Act(event=event, effective=Effective(when) if when else None))[-1].number

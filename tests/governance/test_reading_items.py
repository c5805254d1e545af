"""Reading the items: how they are numbered, what came of them, and what only looks as if something had come of them."""

import pytest

from governance.documents.model import Document, Item, MeetingAgreement, Postponement
from governance.documents.reading.reading import read_text
from governance.importing.report import outcome_of_reading

HEAD = "Referat af møde i Ældrerådet i Lemvig Kommune\n\nTorsdag d. 16. marts 2023\n\nTil stede: Bodil Krag, Jørn Sand, Mie Lau\n\n"


def minutes(text: str) -> Document:
    return read_text(HEAD + text)


def item(said: str, title: str = "Ny sansehave") -> Item:
    read = minutes(f"1. Godkendelse af dagsorden\nGodkendt.\n\n2. {title}\n{said}\n\n3. Evt.\nIntet.\n")
    assert [held.number for held in read.items] == ["1", "2", "3"]
    return read.items[1]


NUMBERS = ("1", "2", "3")


@pytest.mark.parametrize(
    ("heading", "numbers"),
    [
        ("{n}. {t}", NUMBERS),
        ("{n}) {t}", NUMBERS),
        ("0{n}. {t}", NUMBERS),
        ("{n}: {t}", NUMBERS),
        ("{n} - {t}", NUMBERS),
        ("{n}.\t{t}", NUMBERS),
        ("({n}) {t}", NUMBERS),
        ("Punkt {n}: {t}", NUMBERS),
        ("PUNKT {n}: {t}", NUMBERS),
        ("Punkt {n} – {t}", NUMBERS),
        ("Pkt. {n} {t}", NUMBERS),
        ("pkt {n}. {t}", NUMBERS),
        ("Ad {n}. {t}", NUMBERS),
        ("ad {n}) {t}", NUMBERS),
        ("Ad pkt. {n}: {t}", NUMBERS),
        ("Dagsordenspunkt {n}: {t}", NUMBERS),
        ("§ {n}. {t}", NUMBERS),
        ("**{n}. {t}**", NUMBERS),
        ("{n}. **{t}**", NUMBERS),
        ("- {n}. {t}**", NUMBERS),
        ("## {n}. {t}", NUMBERS),
        ("### Punkt {n}: {t}", NUMBERS),
        ("{n}\\. {t}", NUMBERS),
        ("Sag 12{n}: {t}", ("121", "122", "123")),
        ("## {t}", (None, None, None)),
        ("**{t}**", (None, None, None)),
    ],
)
def test_headings(heading: str, numbers: tuple[str | None, ...]) -> None:
    told = {"Godkendelse af dagsordenen": "Godkendt.", "Ny sansehave": "Drøftet.", "Eventuelt": "Intet."}
    blocks = [f"{heading.format(n=n, t=title)}\n\n{said}" for n, (title, said) in enumerate(told.items(), 1)]
    read = minutes("\n\n".join(blocks))
    assert [held.title for held in read.items] == list(told)
    assert tuple(held.number for held in read.items) == numbers
    assert [outcome_of_reading(held) for held in read.items] == ["approved", "discussed", "none"]


@pytest.mark.parametrize(
    "listed",
    [
        "1. Træer\n2. Bænke\n3. Stier",
        "- Træer\n- Bænke\n3. Stier\n4. Skilte",
        "a) Træer\nb) Bænke",
    ],
)
def test_a_numbered_list_inside_an_item_is_no_item(listed: str) -> None:
    titles = ["Godkendelse af dagsorden", "Valg af ordstyrer", "Budget", "Sommerfest", "Ny sansehave", "Evt"]
    blocks = [f"{number}. {title}.\nGodkendt." for number, title in enumerate(titles, 1)]
    blocks[4] = f"5. Ny sansehave.\nFølgende blev drøftet:\n{listed}"
    assert [held.title for held in minutes("\n\n".join(blocks)).items] == titles


def test_a_title_broken_over_two_lines() -> None:
    read = minutes(
        "1. Dagsorden\nGodkendt.\n\n2. Høringssvar om kommunens nye strategi for frivillighed og\nmedborgerskab i landsbyerne\nDrøftet.\n"
    )
    assert (
        read.items[1].title == "Høringssvar om kommunens nye strategi for frivillighed og medborgerskab i landsbyerne"
    )


def test_a_day_or_a_time_at_the_beginning_of_a_line_is_no_heading() -> None:
    read = minutes(
        "1. Dagsorden\nGodkendt.\n\n2. Udflugt\nDer er afgang fra torvet kl.\n9.30-10.00, og turen er\n3. maj 2023.\n\n3. Evt.\nIntet.\n"
    )
    assert [held.title for held in read.items] == ["Dagsorden", "Udflugt", "Evt"]


@pytest.mark.parametrize(
    ("said", "outcome"),
    [
        ("Godkendt.", "approved"),
        ("Indstillingen blev godkendt.", "approved"),
        ("Rådet tiltrådte forslaget.", "approved"),
        ("Rådet havde ingen bemærkninger og godkendte planen.", "approved"),
        ("Rådet drøftede planen og godkendte den.", "approved"),
        ("Taget til efterretning.", "noted"),
        ("Jørn orienterede om de nye bede.", "noted"),
        ("Rådet noterede sig, at bedene er anlagt.", "noted"),
        ("Rådet besluttede at plante tre æbletræer.", "decided"),
        ("Det blev aftalt, at Mie spørger gartneren.", "decided"),
        ("Der var enighed om at vente med stierne.", "decided"),
        ("Mie kontakter gartneren.", "decided"),
        ("Der udarbejdes en plan og et overslag.", "decided"),
        ("Oplægget sendes til Teknikudvalget.", "decided"),
        ("Rådet drøftede placeringen.", "discussed"),
        ("Der blev talt om hegnet.", "discussed"),
        ("Grundig drøftelse af hegnet.", "discussed"),
        ("Mie blev valgt.", "elected"),
        ("Rådet udpegede enstemmigt Mie.", "elected"),
        ("Jørn og Mie blev genvalgt.", "elected"),
        ("Forslaget blev forkastet med to stemmer mod en.", "rejected"),
        ("Ansøgningen blev ikke imødekommet.", "rejected"),
        ("Rådet kan ikke støtte forslaget.", "rejected"),
        ("Punktet blev udskudt.", "postponed"),
        ("Intet.", "none"),
        ("Ingen bemærkninger.", "none"),
        ("", "none"),
    ],
)
def test_what_came_of_an_item(said: str, outcome: str) -> None:
    assert outcome_of_reading(item(said)) == outcome


@pytest.mark.parametrize(
    ("said", "outcome"),
    [
        # What others did is only reported.
        ("Jørn fortalte, at byrådet har godkendt lokalplanen.", "noted"),
        ("Mie oplyste, at sagen er udsat i økonomiudvalget.", "noted"),
        ("Jørn orienterede om, at fonden har afvist ansøgningen.", "noted"),
        # What will be done with a report is no decision of this meeting; what is sent by it is one.
        ("Der er lavet en samlet rapport, der vil blive sendt til Teknikudvalget.", "noted"),
        ("Følgende spørgsmål sendes til Teknikudvalget:\n- Hvem vander bedene?\n- Hvem betaler?", "decided"),
        # Nothing was decided.
        ("Sagen blev drøftet, men der blev ikke truffet beslutning.", "discussed"),
        ("Rådet drøftede, om planen skal godkendes.", "discussed"),
        ("Rådet blev delt i 2 grupper, hvor bede og stier blev drøftet.", "discussed"),
        # A refusal is no approval.
        ("Planen blev ikke godkendt.", "rejected"),
        ("Rådet kunne ikke godkende planen.", "rejected"),
        # The weightiest counts.
        ("Jørn fremlagde planen. Rådet besluttede at anlægge haven.", "decided"),
        ("Rådet besluttede at udsætte punktet.", "postponed"),
        # A word that only looks like an outcome.
        ("Projektet retter sig mod udsatte unge.", "unknown"),
        ("Forslaget er stillet af Mie.", "unknown"),
    ],
)
def test_what_only_looks_like_another_outcome(said: str, outcome: str) -> None:
    assert outcome_of_reading(item(said)) == outcome


@pytest.mark.parametrize(
    ("said", "outcome"),
    [
        ("Indstilling: Det indstilles, at forslaget godkendes.\nBeslutning: Forkastet.", "rejected"),
        ("**Sagsfremstilling:** Haven blev besluttet i 2019.\n\n**Beslutning:** Udsat.", "postponed"),
        ("Indstilling: Det indstilles, at rådet drøfter sagen.\nBeslutning: Haven anlægges til foråret.", "decided"),
    ],
)
def test_only_the_part_that_decides_counts(said: str, outcome: str) -> None:
    assert outcome_of_reading(item(said)) == outcome


@pytest.mark.parametrize(
    ("said", "until", "to"),
    [
        ("Udsat.", None, None),
        ("Punktet udsættes til næste møde.", "næste møde", None),
        ("Udskudt til mødet i juni, da gartneren var forhindret.", "mødet i juni", None),
        ("Sagen blev udsat til mødet d. 20. april.", "mødet d. 20. april", "2023-04-20"),
        ("Tages op igen på næste møde.", "næste møde", None),
    ],
)
def test_until_when_an_item_is_put_off(said: str, until: str | None, to: str | None) -> None:
    facts = [fact for statement in item(said).statements for fact in statement.facts]
    (postponed,) = (fact for fact in facts if isinstance(fact, Postponement))
    assert (postponed.until, postponed.to) == (until, to)


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("Mie blev valgt til ordstyrer.", "Mie"),
        ("Til ordstyrer valgtes Mie Lau.", "Mie Lau"),
        ("Rådet valgte Mie som ordstyrer.", "Mie"),
        ("Valgt blev Mie.", "Mie"),
        ("Mie.", "Mie"),
        ("Mie påtog sig hvervet som ordstyrer.", "Mie"),
    ],
)
def test_who_was_elected_to_lead(said: str, name: str) -> None:
    read = minutes(f"1. Valg af ordstyrer\n{said}\n\n2. Evt.\nIntet.\n")
    assert read.chair is not None
    assert (read.chair.name, read.chair.role, read.chair.elected) == (name, "ordstyrer", True)
    assert outcome_of_reading(read.items[0]) == "elected"


@pytest.mark.parametrize("said", ["Forkastet.", "Ingenting.", "Udsat."])
def test_nobody_was_elected(said: str) -> None:
    assert outcome_of_reading(item(said, "Valg af kasserer")) in ("rejected", "none", "postponed")


def arranged(read: Document) -> list[tuple[str | None, str | None, str | None, str | None]]:
    statements = [*(held for told in read.items for held in told.statements), *read.closing]
    facts = [fact for held in statements for fact in held.facts if isinstance(fact, MeetingAgreement)]
    return [(fact.date, fact.start, fact.end, fact.place) for fact in facts]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Næste møde er tirsdag d. 9. maj kl. 16.00-17.30.", ("2023-05-09", "16:00", "17:30", None)),
        ("Næste møde: d. 9/5 2023 kl. 16.00 på Biblioteket.", ("2023-05-09", "16:00", None, "Biblioteket")),
        ("Tirsdag den 9. maj 2023", ("2023-05-09", None, None, None)),
        ("Vi mødes næste gang den 10. januar kl. 16.00-17.30.", ("2024-01-10", "16:00", "17:30", None)),
        ("Næste møde finder sted tirsdag d. 9. maj kl.\n16.00-17.30 på\nBiblioteket.",
         ("2023-05-09", "16:00", "17:30", "Biblioteket")),
    ],
)  # fmt: skip
def test_the_next_meeting(said: str, expected: tuple[str | None, ...]) -> None:
    assert arranged(minutes(f"1. Dagsorden\nGodkendt.\n\n2. Næste møde\n{said}\n\n3. Evt.\nIntet.\n")) == [expected]


def test_a_meeting_in_two_parts() -> None:
    said = (
        "Næste møde: Tirsdag d. 9. maj kl. 14.00-15.00 på Biblioteket, hvor der er møde med Kulturforvaltningen. "
        "Derefter fortsættes med ordinært møde fra 15.00-16.30 med punkt 4."
    )
    read = minutes(f"1. Dagsorden\nGodkendt.\n\n2. Næste møde\n{said}\n")
    assert arranged(read) == [("2023-05-09", "14:00", "16:30", "Biblioteket")]
    (fact,) = (fact for held in read.items[1].statements for fact in held.facts if isinstance(fact, MeetingAgreement))
    assert [(part.start, part.end) for part in fact.parts] == [("14:00", "15:00"), ("15:00", "16:30")]
    assert fact.items == ("4",)


@pytest.mark.parametrize("said", ["Ordningen er ændret pr. 1. maj.", "Kalenderen udsættes til mødet d. 9. maj."])
def test_a_day_under_the_calendar_of_meetings_on_which_nobody_meets(said: str) -> None:
    assert arranged(minutes(f"1. Dagsorden\nGodkendt.\n\n2. Mødekalender 2024\n{said}\n\n3. Evt.\nIntet.\n")) == []


@pytest.mark.parametrize(
    "closing",
    [
        "Underskrifter:\n\n______________________________",
        "Venlig hilsen\nPer Ly",
        "Referatet er udsendt d. 20.03.2023.",
        "Referent: Per Ly",
        "Næste møde: Tirsdag d. 9. maj kl. 16.00",
        "Mødet sluttede kl. 17.20.",
    ],
)
def test_what_stands_behind_the_last_item_is_not_said_under_it(closing: str) -> None:
    read = minutes(f"1. Dagsorden\nGodkendt.\n\n2. Evt.\nIntet.\n\n{closing}\n")
    assert outcome_of_reading(read.items[-1]) == "none"


@pytest.mark.parametrize(
    ("text", "closed"),
    [
        ("1. Dagsorden\nGodkendt.\n\n2. Personsag (lukket punkt)\nDrøftet.", [False, True]),
        ("1. Dagsorden\nGodkendt.\n\n2. Personsag\nPunktet blev behandlet for lukkede døre.\nDrøftet.", [False, True]),
        (
            "1. Dagsorden\nGodkendt.\n\nLukkede punkter\n\n2. Personsag\nDrøftet.\n\n3. Køb af ejendom\nGodkendt.",
            [False, True, True],
        ),
        ("Åbne punkter\n\n1. Dagsorden\nGodkendt.\n\n2. Lukning af havelågen\nDrøftet.", [False, False]),
    ],
)
def test_closed_items(text: str, closed: list[bool]) -> None:
    assert [held.closed for held in minutes(text).items] == closed


def test_no_sentence_is_lost() -> None:
    said = "Haven måler 40 gange 60 meter.\n\nDer er sol det meste af dagen.\n\n- Æble\n- Pære\n\nRådet besluttede at begynde i april."
    assert [held.text for held in item(said).statements] == [
        "Haven måler 40 gange 60 meter.", "Der er sol det meste af dagen.", "Æble", "Pære",
        "Rådet besluttede at begynde i april.",
    ]  # fmt: skip

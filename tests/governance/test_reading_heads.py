"""Reading the head of minutes and what is found in any line: days, times, names, titles, who was there."""

from datetime import date

import pytest

from governance.danish.dates import dates_in, resolved
from governance.danish.names import looks_like_name, meant_by, names_in_list, split_party
from governance.danish.times import times_in
from governance.documents.model import Document
from governance.documents.reading.reading import read_text

DAY = date(2023, 3, 16)


@pytest.mark.parametrize(
    "written",
    [
        "Torsdag d. 16. marts 2023",
        "torsdag den 16. marts 2023",
        "Torsdag, den 16. marts 2023",
        "tors. d. 16. marts 2023",
        "16. marts 2023",
        "16. mar. 2023",
        "Torsdag d. 16 marts 2023",
        "d. 16.03.2023",
        "16-03-2023",
        "16.3.2023",
        "d. 16/3 2023",
        "16/3-2023",
        "16/03/2023",
        "16.03.23",
        "16-mar-2023",
        "2023-03-16",
        "2023.03.16",
        "TORSDAG DEN 16. MARTS 2023",
    ],
)
def test_a_day_in_full(written: str) -> None:
    (mention,) = dates_in(f"Mødet holdes {written} i kantinen")
    assert resolved(mention, None, "past") == DAY
    assert mention.weekday in (None, 3)


@pytest.mark.parametrize(
    ("written", "near", "toward", "expected"),
    [
        ("d. 9. juni", date(2022, 9, 28), "past", date(2022, 6, 9)),
        ("d. 14. oktober", date(2022, 9, 28), "past", date(2021, 10, 14)),
        ("d. 25. oktober", date(2022, 9, 28), "future", date(2022, 10, 25)),
        ("den 11. januar", date(2022, 9, 28), "future", date(2023, 1, 11)),
        ("d. 29. februar", date(2022, 9, 28), "future", date(2024, 2, 29)),
    ],
)
def test_a_day_without_a_year(written: str, near: date, toward: str, expected: date) -> None:
    (mention,) = dates_in(written)
    assert resolved(mention, near, toward) == expected  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "written",
    ["kl. 9.30-11.00", "Version 4.1.2 af planen", "Budget 2023-2024", "Stuen 1.12", "70.500 kr.", "§ 17, stk. 4"],
)
def test_what_is_no_day(written: str) -> None:
    assert dates_in(written) == []


@pytest.mark.parametrize("written", ["30. februar 2023", "31.04.2023"])
def test_a_day_that_does_not_exist(written: str) -> None:
    (mention,) = dates_in(written)
    assert resolved(mention, None, "past") is None


@pytest.mark.parametrize(
    ("written", "begins", "ends"),
    [
        ("kl. 15.30-17.30", "15:30", "17:30"),
        ("kl. 15:30 – 17:30", "15:30", "17:30"),
        ("fra kl. 9.00 til kl. 11.15", "09:00", "11:15"),
        ("klokken 19-21", "19:00", "21:00"),
        ("Kl. 16:00", "16:00", None),
        ("kl. 8", "08:00", None),
        ("kl. 1530-1730", "15:30", "17:30"),
        ("9.00-10.00", "09:00", "10:00"),
        ("kl. 16.30 til ca. 18.00", "16:30", "18:00"),
    ],
)
def test_a_time(written: str, begins: str, ends: str | None) -> None:
    (time,) = times_in(f"Vi ses {written} i salen")
    assert (time.begins, time.ends) == (begins, ends)


@pytest.mark.parametrize("written", ["lokale 2.14", "12.500 kr.", "d. 9.10.2021"])
def test_what_is_no_time(written: str) -> None:
    assert times_in(written) == []


@pytest.mark.parametrize(
    "name",
    [
        "Bodil Krag",
        "Hanne-Lis Bech",
        "Jørn P. Sand",
        "Carl von der Osten",
        "Nadia al-Jabiri",
        "Mary O'Hara",
        "Ümran Yıldırım",
        "Þóra Egilsdóttir",
        "Jógvan á Heygum",
        "Nguyễn Thị Lan",
        "Solveig Dam (V)",
    ],
)
def test_a_name(name: str) -> None:
    assert looks_like_name(name)


@pytest.mark.parametrize(
    "words", ["Godkendt.", "rådet", "Evt.", "Forkastet", "AMU", "Udsat til næste møde", "Ingen", ""]
)
def test_what_is_no_name(words: str) -> None:
    assert not looks_like_name(words)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Bodil Krag, Jørn Sand og Mie Lau", ["Bodil Krag", "Jørn Sand", "Mie Lau"]),
        ("Bodil Krag (A); Jørn Sand (V)", ["Bodil Krag (A)", "Jørn Sand (V)"]),
        ("formand Bodil Krag samt centerleder Jørn Sand", ["Bodil Krag", "Jørn Sand"]),
        ("Ingen", []),
        ("-", []),
    ],
)
def test_names_in_a_list(text: str, names: list[str]) -> None:
    assert names_in_list(text) == names


def test_the_party_stands_in_brackets() -> None:
    assert split_party("Solveig Dam (Ø)") == ("Solveig Dam", "Ø")
    assert split_party("Solveig Dam (formand)") == ("Solveig Dam", None)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Thavarasa", ["Thavarasa Kandiah"]),
        ("Thava", ["Thavarasa Kandiah"]),
        ("Solveig Dam", ["Solveig Marie Dam"]),
        ("Ole", ["Ole Bang", "Ole Kirk"]),
        ("Preben", []),
    ],
)
def test_who_is_meant(written: str, meant: list[str]) -> None:
    assert meant_by(written, ["Thavarasa Kandiah", "Solveig Marie Dam", "Ole Bang", "Ole Kirk"]) == meant


TAIL = "\n\n1. Godkendelse af dagsorden\nGodkendt.\n\n2. Evt.\nIntet.\n"


@pytest.mark.parametrize(
    ("title", "body", "town"),
    [
        ("Referat af møde i Ældrerådet i Lemvig Kommune", "Ældrerådet", "Lemvig Kommune"),
        ("Referat\n\naf møde i Ældrerådet i Lemvig Kommune", "Ældrerådet", "Lemvig Kommune"),
        ("REFERAT AF MØDE I ÆLDRERÅDET I LEMVIG KOMMUNE", "Ældrerådet", "Lemvig Kommune"),
        ("REFERAT\n\nÆldrerådet\nLemvig Kommune", "Ældrerådet", "Lemvig Kommune"),
        ("# Referat fra Ældrerådets møde i Lemvig Kommune", "Ældrerådet", "Lemvig Kommune"),
        ("Beslutningsprotokol fra ordinært møde i Kultur- og Fritidsudvalget", "Kultur- og Fritidsudvalget", None),
        ("Godkendt referat af ekstraordinært møde i Teknisk Udvalg, Høje-Taastrup Kommune", "Teknisk Udvalg",
         "Høje-Taastrup Kommune"),
        ("Udkast til referat af ekstraordinært møde i Sundhedsudvalget i Esbjerg\nKommune", "Sundhedsudvalget",
         "Esbjerg Kommune"),
        ("Referat af møde i Bruger- og pårørenderådet på Ærø", "Bruger- og pårørenderådet", None),
    ],
)  # fmt: skip
def test_the_title(title: str, body: str, town: str | None) -> None:
    read = read_text(f"{title}\n\nTorsdag d. 16. marts 2023\ni Medborgerhuset{TAIL}")
    assert (read.kind, read.body, read.municipality, read.date) == ("minutes", body, town, DAY.isoformat())


@pytest.mark.parametrize(
    ("lines", "start", "end"),
    [
        ("Torsdag d. 16. marts 2023\ni Medborgerhuset", None, None),
        ("Torsdag d. 16. marts 2023 kl. 16.00-17.30\ni Medborgerhuset", "16:00", "17:30"),
        ("16. marts 2023, kl. 16.00-17.30, Medborgerhuset", "16:00", "17:30"),
        ("Dato: 16-03-2023\nTid: 16.00-17.30\nSted: Medborgerhuset", "16:00", "17:30"),
        ("| Dato | 16. marts 2023 |\n| Tid | kl. 16.00 |\n| Sted | Medborgerhuset |", "16:00", None),
        ("Mødedato: 16-03-2023 16:00:00\nMødested: Medborgerhuset", "16:00", None),
        ("Dato: 16. marts 2023\nMødet begyndt: kl. 16.00\nMødet hævet: kl. 17.30\nSted: Medborgerhuset", None, None),
    ],
)
def test_when_and_where(lines: str, start: str | None, end: str | None) -> None:
    read = read_text(f"Referat af møde i Ældrerådet\n\n{lines}{TAIL}")
    assert (read.date, read.place) == (DAY.isoformat(), "Medborgerhuset")
    assert (read.start, read.end) == (start, end)


def test_when_the_meeting_opened_and_closed_is_kept_apart_from_when_it_was_called() -> None:
    read = read_text(
        f"Referat af møde i Ældrerådet\n\nDato: 16. marts 2023\nMødet begyndt: kl. 16.05{TAIL}\nMødet sluttede kl. 17.20."
    )
    assert (read.start, read.opened_at, read.closed_at) == (None, "16:05", "17:20")


def test_a_place_broken_over_two_lines() -> None:
    read = read_text(
        f"Referat af møde i Ældrerådet\n\nTorsdag den 16. marts 2023, kl. 16.00-17.30, Borgerhuset\nLiljen, Kirkestræde 4{TAIL}"
    )
    assert read.place == "Borgerhuset Liljen, Kirkestræde 4"


def there(read: Document) -> dict[str, str]:
    return {held.name: held.status for held in read.attendees}


BODIL_AND_JORN = {"Bodil Krag": "present", "Mie Lau": "present", "Jørn Sand": "apology"}


@pytest.mark.parametrize(
    "lines",
    [
        "Indbudte:\tMedlemmer:\nMødt\tBodil Krag\nMødt\tMie Lau (A)\nAfbud\tJørn Sand",
        "| | |\n|---|---|\n| Indbudte: | Medlemmer: |\n| Mødt | Bodil Krag |\n| Mødt | Mie Lau (A) |\n| Afbud | Jørn Sand |",
        "| Navn | Mødt | Afbud |\n|---|---|---|\n| Bodil Krag | x | |\n| Mie Lau | x | |\n| Jørn Sand | | x |",
        "Til stede: Bodil Krag og Mie Lau\nAfbud: Jørn Sand",
        "Til stede: Bodil Krag, Mie Lau. Afbud: Jørn Sand.",
        "Deltagere:\n- Bodil Krag\n- Mie Lau (A)\n\nAfbud fra:\n- Jørn Sand",
        "**Fremmødte:**\n\n* Bodil Krag (formand)\n* Mie Lau\n\n**Fraværende med afbud:**\n\n* Jørn Sand",
        "I mødet deltog: Bodil Krag; Mie Lau\n\nJørn Sand havde meldt afbud.",
        "Medlemmer:\nBodil Krag – mødt\nMie Lau – mødt\nJørn Sand – afbud",
        "Mødedeltagere:\nBodil Krag\nMie Lau\n\nDer var afbud fra Jørn Sand.",
    ],
)
def test_who_was_there(lines: str) -> None:
    read = read_text(f"Referat af møde i Ældrerådet\n\nTorsdag d. 16. marts 2023\n\n{lines}{TAIL}")
    assert there(read) == BODIL_AND_JORN


@pytest.mark.parametrize("nobody", ["Afbud:", "Afbud: Ingen", "Afbud: -"])
def test_nobody_sent_an_apology(nobody: str) -> None:
    read = read_text(
        f"Referat af møde i Ældrerådet\n\n16. marts 2023\n\nTil stede: Bodil Krag, Mie Lau\n{nobody}\n\nReferent: Per Ly{TAIL}"
    )
    assert there(read) == {"Bodil Krag": "present", "Mie Lau": "present"}
    assert read.referent == "Per Ly"


def test_names_broken_over_two_lines() -> None:
    text = "Til stede: Bodil Krag, Hanne-Lis Bech, Carl-Emil Rosenvinge, Ole von\nder Osten, Mie Lau og\nJørn Sand"
    read = read_text(f"Referat af møde i Ældrerådet\n\n16. marts 2023\n\n{text}{TAIL}")
    assert list(there(read)) == [
        "Bodil Krag",
        "Hanne-Lis Bech",
        "Carl-Emil Rosenvinge",
        "Ole von der Osten",
        "Mie Lau",
        "Jørn Sand",
    ]


def test_who_sent_no_apology_and_who_came_as_guest() -> None:
    lines = "Til stede: Bodil Krag\nFraværende uden afbud: Jørn Sand\nGæster: Mie Lau, centerleder Per Ly"
    read = read_text(f"Referat af møde i Ældrerådet\n\n16. marts 2023\n\n{lines}{TAIL}")
    assert there(read) == {"Bodil Krag": "present", "Jørn Sand": "absent"}
    assert read.others == ("Mie Lau", "Per Ly")


@pytest.mark.parametrize(
    "line", ["Referent: Per Ly", "Ref.: Per Ly", "**Referent:** Per Ly", "Referat: Per Ly", "Referent\tPer Ly"]
)
def test_who_kept_the_minutes(line: str) -> None:
    assert read_text(f"Referat af møde i Ældrerådet\n\n16. marts 2023\n\n{line}{TAIL}").referent == "Per Ly"


@pytest.mark.parametrize(("line", "role"), [("Ordstyrer: Mie Lau", "ordstyrer"), ("Dirigent: Mie Lau", "dirigent")])
def test_who_led_the_meeting(line: str, role: str) -> None:
    chair = read_text(f"Referat af møde i Ældrerådet\n\n16. marts 2023\n\n{line}{TAIL}").chair
    assert chair is not None
    assert (chair.name, chair.role, chair.elected) == ("Mie Lau", role, False)


def test_a_remark_before_the_first_item_welcomes_a_member() -> None:
    read = read_text(f"Referat af møde i Ældrerådet\n\n16. marts 2023\n\nDer blev budt velkommen til Mie Lau.{TAIL}")
    (remark,) = read.statements
    assert remark.text == "Der blev budt velkommen til Mie Lau."


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Indkøb\n\n1. Mælk\n2. Rugbrød\n3. Kaffe\n",
        "Kære Bodil\n\nTak for sidst. Vi ses torsdag d. 16. marts 2023 kl. 16.\n\nHilsen Per\n",
        "Vejledning\n\n1. Åbn låget.\n2. Hæld vand i.\n3. Tænd for kontakten, og vent.\n",
    ],
)
def test_other_texts(text: str) -> None:
    assert read_text(text).kind == "other"


def test_an_agenda() -> None:
    read = read_text(
        "Dagsorden for møde i Ældrerådet\n\nTorsdag d. 16. marts 2023 kl. 16.00\n\n1. Godkendelse af dagsorden\n2. Budget\n3. Evt.\n"
    )
    assert (read.kind, [item.title for item in read.items]) == ("agenda", ["Godkendelse af dagsorden", "Budget", "Evt"])


@pytest.mark.parametrize(
    ("line", "code"),
    [("Onsdag d. 16. marts 2023", "weekday"), ("Torsdag d. 31. juni 2023", "no-such-day")],
)
def test_a_day_that_cannot_be_right_is_told(line: str, code: str) -> None:
    assert [problem.code for problem in read_text(f"Referat af møde i Ældrerådet\n\n{line}{TAIL}").problems] == [code]


def test_characters_that_no_book_holds_are_reported_where_they_were_left_out() -> None:
    read = read_text("Referat\x0c\naf møde i Rådet d. 10. januar 2023\x1b[31m\n\n1. Budget\n\nGodkendt\u202e.\n")
    assert [(held.lines, held.details["code"], held.fatal) for held in read.problems] == [
        ((2, 2), "001B", False),
        ((6, 6), "202E", False),
    ]


def test_a_line_of_thousands_of_blanks_is_read_like_any_other() -> None:
    """Trying every way to share the blanks between the parts of a pattern would take hours."""
    document = read_text(f"Referat\naf møde i Ældrerådet\n\nAnna Bro{' ' * 5000}Bo Ørum\n\n1. Emne\nDrøftet.\n")
    assert [item.title for item in document.items] == ["Emne"]

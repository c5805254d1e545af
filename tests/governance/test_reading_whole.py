"""No word of the source is lost: what a line says besides what was read of it is kept as a remark."""

import re
from pathlib import Path
from random import Random

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from governance.documents.model import Document, TaskAgreement
from governance.documents.reading.reading import read_text
from governance.importing.taking_over import ImportRefused
from governance.state.publishing import publish
from tests.taken import only_book, take

BEGINS = (
    "Referat af møde i Ældrerådet i Lemvig Kommune\n\nTorsdag d. 16. marts 2023 kl. 14.00-16.00\ni Medborgerhuset\n\n"
)
HEAD = f"{BEGINS}Til stede: Bodil Krag, Jørn Sand, Mie Lau\nReferent: Per Ly\n"
ITEMS = "\n1. Godkendelse af dagsorden\nGodkendt.\n\n2. Ny sansehave\nDrøftet.\n\n3. Evt.\nIntet.\n"

_WORD = re.compile(r"[^\W\d_]{3,}")


def words(text: str) -> set[str]:
    return {word.casefold() for word in _WORD.findall(text)}


def words_read(read: Document) -> set[str]:
    return words(msgspec.json.encode(read).decode())


@pytest.mark.parametrize(
    "line",
    [
        "Formanden: Bodil er syg, så Jørn leder mødet i dag.",
        "Referent: tak til Hanne for kagen.",
        "Referent: Jørn Sand",
        "Ordstyrer: Bodil Krag, der kom for sent",
        "Afbud: tak for de mange gode hilsner til jubilæet.",
        "Afbud: Dorte Vad (ferie)",
        "Øvrige deltagere: centerleder Ove Bang",
        "Fra sundhedshuset: Ove Bang",
        "Sted: Biblioteket",
        "Tid: 16-18 og derefter kage",
        "Dato: 17. april 2023",
        "Tirsdag d. 4. april 2023 spiser vi sammen",
        "| Ove Bang | kasserer | mødt |",
        "**Sommerudflugten er udsolgt**",
        "a)\tFormanden: har været til møde i Danske Ældreråd den 3. maj.",
        "Mødet hævet: kl. 16.00 efter en lang debat",
        "For referat: HB",
    ],
)
def test_a_line_that_is_not_wholly_read_is_kept(line: str) -> None:
    for text in (f"{HEAD}{line}\n{ITEMS}", f"{HEAD}{ITEMS}\n{line}\n"):
        read = read_text(text)
        kept = [statement.text for statement in (*read.statements, *read.closing, *read.items[-1].statements)]
        said = re.sub(r"[*|\t]+", " ", line).split()
        assert any(set(said) <= set(text.split()) for text in kept), kept


@pytest.mark.parametrize(
    "line",
    ["Referent: Per Ly", "Afbud: Dorte Vad", "| Mødt | Ove Bang (A) |", "Sted: Medborgerhuset", "Tid: 14.00-16.00"],
)
def test_a_line_that_is_wholly_read_is_no_remark(line: str) -> None:
    assert read_text(f"{BEGINS}{line}\n{ITEMS}").statements == ()


def test_what_is_said_behind_names_in_a_list_is_kept() -> None:
    line = "Til stede: Bodil Krag (formand), Jørn Sand (gik kl. 11), Mie Lau (ankom kl. 10.30 under punkt 2)"
    read = read_text(f"{BEGINS}{line}\n{ITEMS}")
    assert [held.name for held in read.attendees] == ["Bodil Krag", "Jørn Sand", "Mie Lau"]
    assert [statement.text for statement in read.statements] == [line]


@pytest.mark.parametrize("before", [HEAD, f"{HEAD}{ITEMS}4. Haven\n"])
def test_a_line_in_brackets_with_nothing_before_it_is_kept(before: str) -> None:
    read = read_text(f"{before}[Opgave: Skrive til kommunen]\n")
    (kept,) = read.items[-1].statements if read.items else read.statements
    assert kept.text == "[Opgave: Skrive til kommunen]"
    assert [type(fact) for fact in kept.facts] == [TaskAgreement]


_WORDS = (
    "kagebord jubilæum hilsen Hanne Vestergård forsinket Struer tak busser lånte nøglen syg Danske Ældreråd Sagen "
    "kasserer valgt næstformand gik punkt møde referat mødt afbud fra med sendt kl. 14.00 3. maj, og i på ferie? "
    "(formand) (ferie) 35. 11/3 AMU udsat 4. april 2023 Bodil Krag"
)
_LABELS = (
    "Referent: ;Ordstyrer: ;Afbud: ;Til stede: ;Sted: ;Tid: ;Dato: ;Formand: ;Mødt\t;Øvrige: ;Fra ;- ;a)\t;1) ;"
    "Næste møde: ;For referat: ;Mødet hævet: ;Udvalg: ;Kommune: ;Indhold: ;Del 1: ;Beslutning: ;**;## ;| Mødt | ;"
    "Punkter til "
)
_PLAIN = st.sampled_from(_WORDS.split())
_SAID = st.lists(_PLAIN, min_size=1, max_size=7).map(" ".join)
_LABEL = st.sampled_from(_LABELS.split(";"))
_LINE = st.builds(str.__add__, _LABEL, _SAID)


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(_LINE, max_size=3), st.lists(_LINE, max_size=2), st.lists(_LINE, max_size=2))
def test_no_word_is_lost(head: list[str], under: list[str], behind: list[str]) -> None:
    """The words of labels and of titles, of days and of statuses apart: they are read as what they mean."""
    items = ITEMS.replace("Drøftet.\n", "Drøftet.\n" + "".join(f"{line}\n" for line in under))
    text = HEAD + "".join(f"{line}\n" for line in head) + items + "".join(f"{line}\n" for line in behind)
    apart = words(
        "referat møde mødet dagsorden torsdag marts april maj afbud mødt referent ordstyrer stede sted tid dato udvalg "
        "ældreråd kommune indhold del hævet øvrige fra med til for den der var sendt punkter punkt og godkendelse"
    )
    assert words(text) - words_read(read_text(text)) - apart == set()


def test_no_word_is_lost_from_shuffled_lines() -> None:
    lines = f"{HEAD}{ITEMS}Næste møde: tirsdag d. 4. april 2023 på Biblioteket.\nBodil takkede for kagen.".split("\n")
    for seed in range(30):
        shuffled = "\n".join(Random(seed).sample(lines, len(lines)))
        lost = words(shuffled) - words_read(read_text(shuffled))
        assert lost <= words("referat møde til torsdag marts april stede referent tirsdag"), (seed, lost)


@pytest.mark.parametrize(
    ("said", "task", "due"),
    [
        ("Mie L. skriver ansøgningen inden 1. april.", "skriver ansøgningen inden 1. april", "2023-04-01"),
        ("Mie skriver ansøgningen inden d. 1. april. Tak.", "skriver ansøgningen inden d. 1. april", "2023-04-01"),
        ("Mie skriver ansøgningen inden den 1. februar", "skriver ansøgningen inden den 1. februar", "2024-02-01"),
        ("Mie skriver ansøgningen senest 1/4.", "skriver ansøgningen senest 1/4", "2023-04-01"),
        ("Mie skriver ansøgningen senest 1. marts 2024.", "skriver ansøgningen senest 1. marts 2024", "2024-03-01"),
        ("Mie ringer før kl. 12.30. Alle var glade.", "ringer før kl. 12.30", None),
        ("Der laves en plakat inden 1. april. Tak.", "en plakat inden 1. april", "2023-04-01"),
        ("Mie sender bl.a. kage. Alle var glade.", "sender bl.a. kage", None),
    ],
)
def test_the_stop_of_a_day_ends_no_task(said: str, task: str, due: str | None) -> None:
    read = read_text(f"{HEAD}{ITEMS.replace('Drøftet.', said)}")
    (found,) = [fact for held in read.items[1].statements for fact in held.facts if isinstance(fact, TaskAgreement)]
    assert (found.task, found.due) == (task, due)


@pytest.mark.parametrize("day", ["Tirsdag d. 35. marts 2024", "0. maj 2024", "30. februar 2024", "den 32. maj"])
def test_a_coming_day_that_does_not_exist_is_told(day: str) -> None:
    text = f"{HEAD}{ITEMS}\n4. Næste møde\nNæste møde: {day}\n"
    assert [(held.code, held.lines) for held in read_text(text).problems] == [("no-such-day", (19, 19))]


@pytest.mark.parametrize("said", ["Uge 35 marts 2024", "Side 40. Marts var kold", "De 45 maj-roser"])
def test_a_number_before_a_month_is_no_day(said: str) -> None:
    assert read_text(f"{HEAD}{ITEMS.replace('Drøftet.', said)}").problems == ()


@pytest.mark.parametrize(
    "of", ["Danske Ældreråd", "Ældrerådet", "Lemvig Kommune", "Ældre Sagen", "Social- og Sundhedsudvalget"]
)
def test_a_body_behind_a_name_is_nobody(of: str) -> None:
    read = read_text(f"{BEGINS}Til stede:\n- Bodil Krag, {of}\n- Jørn Sand\n{ITEMS}")
    assert [held.name for held in read.attendees] == ["Bodil Krag", "Jørn Sand"]


@pytest.mark.parametrize(
    ("lists", "told"),
    [
        ("Til stede: Bodil Krag, Jørn Sand\nAfbud: Jørn Sand", [(6, 7)]),
        ("Mødt\tBodil Krag\nMødt\tJørn Sand\nMødt\tBodil Krag (A)", [(6, 8)]),
        ("Til stede: Bodil Krag, Jørn Sand, Bodil Krag", [(6, 6)]),
        ("Medlemmer: Bodil Krag, Jørn Sand\nAfbud: Jørn Sand", []),
        ("Til stede: Bodil Krag\nAfbud: Jørn Sand", []),
    ],
)
def test_who_is_listed_twice_is_told(lists: str, told: list[tuple[int, int]]) -> None:
    problems = read_text(f"{BEGINS}{lists}\n{ITEMS}").problems
    assert [(held.code, held.lines, held.fatal) for held in problems] == [("listed-twice", at, False) for at in told]


def test_a_list_goes_on_behind_tabs() -> None:
    read = read_text(f"{BEGINS}Mødt:\tBodil Krag\n\tJørn Sand\n\tMie Lau\nAfbud:\tOve Bang\n{ITEMS}")
    assert [(held.name, held.status) for held in read.attendees] == [
        ("Bodil Krag", "present"),
        ("Jørn Sand", "present"),
        ("Mie Lau", "present"),
        ("Ove Bang", "apology"),
    ]


def test_numbers_behind_bullets_and_tabs() -> None:
    read = read_text(
        f"{HEAD}\n•\t1.\tGodkendelse af dagsorden\nGodkendt.\n•\t2.\tNy sansehave\nDrøftet.\n•\t3.\tEvt.\n"
    )
    assert [(held.number, held.title) for held in read.items] == [
        ("1", "Godkendelse af dagsorden"),
        ("2", "Ny sansehave"),
        ("3", "Evt"),
    ]


def test_minutes_without_items_are_told() -> None:
    read = read_text(f"{HEAD}\nVi talte om haven.\n")
    assert (read.kind, [(held.code, held.fatal) for held in read.problems]) == ("minutes", [("no-items", False)])


def test_what_stands_behind_the_items_changes_no_title() -> None:
    read = read_text(f"{HEAD}{ITEMS}\nMødet hævet: kl. 16.00\nUdvalg: Teknisk Udvalg\nKommune: Struer\n")
    assert (read.body, read.municipality) == ("Ældrerådet", "Lemvig Kommune")
    assert [statement.text for statement in read.closing] == ["Udvalg: Teknisk Udvalg", "Kommune: Struer"]


def test_who_led_is_kept_where_somebody_else_was_elected() -> None:
    elected = ITEMS.replace("Drøftet.", "Jørn Sand blev valgt til ordstyrer.")
    kept = read_text(f"{HEAD}Ordstyrer: Mie Lau\n{elected}")
    assert [statement.text for statement in kept.statements] == ["Ordstyrer: Mie Lau"]
    assert read_text(f"{HEAD}Ordstyrer: Jørn Sand\n{elected}").statements == ()


@pytest.mark.parametrize("name", ["Ukendt Person", "Bodil"])
def test_an_ordstyrer_of_the_head_who_is_nobody_is_told_with_the_line(tmp_path: Path, name: str) -> None:
    text = f"{BEGINS}Til stede: Bodil Krag, Bodil Lau\nOrdstyrer: {name}\n{ITEMS}"
    with pytest.raises(ImportRefused, match=rf"Line 7: {name}"):
        take(tmp_path / "r.referat", [text])
    ((done, _, _),) = take(tmp_path / "r.referat", [text], keep_unclear=True)
    assert [problem.lines for problem in done.problems] == [(7, 7)]
    assert f"Ordstyrer: {name}" in msgspec.json.encode(publish(only_book(tmp_path / "r.referat").fold())).decode()


def test_a_first_name_that_two_have_is_told_below_a_task(tmp_path: Path) -> None:
    said = ITEMS.replace("Drøftet.", "Bodil skriver ansøgningen.")
    ((done, _, _),) = take(tmp_path / "r.referat", [f"{BEGINS}Til stede: Bodil Krag, Bodil Lau\n{said}"])
    (problem,) = done.problems
    assert (problem.code, problem.lines, problem.fatal) == ("ambiguous-person", (12, 12), False)
    assert problem.details["choices"] == "Bodil Krag, Bodil Lau"


@pytest.mark.parametrize("until", ["Udsættes til mødet i maj.", "Udsat til mødet d. 2. maj.", "Udsat til næste møde."])
def test_what_is_put_off_to_a_month_ends_on_the_meeting_agreed_there(tmp_path: Path, until: str) -> None:
    agreed = "\n4. Næste møde\nNæste møde: tirsdag d. 2. maj 2023\n"
    take(tmp_path / "r.referat", [f"{HEAD}{ITEMS.replace('Drøftet.', until)}{agreed}"])
    held, coming = publish(only_book(tmp_path / "r.referat").fold()).meetings
    assert held.agenda[1].postponed_to == coming.id
    assert [item.title for item in coming.agenda] == ["Ny sansehave"]

"""Given minutes that were taken over: what they do not tell is no finding, what they tell is."""

from pathlib import Path

from governance.checking import disqualification, offices, quorum, seats, size, stand_ins, voting
from governance.checking.examined import Examined
from governance.checking.finding import Finding
from tests.taken import only_book, take

TOPIC = (disqualification, offices, quorum, seats, size, stand_ins, voting)

HEAD = """\
Referat
af møde i Integrationsrådet i Nordholm Kommune

Tirsdag d. 10. januar 2023

Indbudte:\tMedlemmer:
{members}

1. Byfest.

Det blev besluttet at holde en byfest.
"""
NAMES = ("Amina Farah", "Bo Ørum", "Carl Åkjær", "Dorte Holm", "Emil Friis", "Fatma Lund", "Gerda Skov")


def found_in(record: Path) -> list[Finding]:
    book = only_book(record)
    examined = Examined(book.fold(), book.standing(), book.newest_day())
    return [one for module in TOPIC for look in module.CHECKS for one in look(examined)]


def minutes(present: int, of: int) -> str:
    rows = (f"{'Mødt' if place < present else 'Afbud'}\t{name}" for place, name in enumerate(NAMES[:of]))
    return HEAD.format(members="\n".join(rows))


def test_the_seeds_show_nothing_wrong(seeds: tuple[Path, Path], tmp_path: Path) -> None:
    take(tmp_path / "r.referat", [path.read_text(encoding="utf-8") for path in seeds])
    assert found_in(tmp_path / "r.referat") == []


def test_a_list_of_all_members_tells_the_quorum(tmp_path: Path) -> None:
    take(tmp_path / "r.referat", [minutes(4, 7)])
    assert found_in(tmp_path / "r.referat") == []
    take(tmp_path / "s.referat", [minutes(3, 7)])
    (found,) = found_in(tmp_path / "s.referat")
    assert (found.kind, found.about["present"], found.about["seats"], found.about["needed"]) == ("no-quorum", 3, 7, 4)


def test_and_how_many_there_are(tmp_path: Path) -> None:
    take(tmp_path / "r.referat", [minutes(6, 6)])
    (found,) = found_in(tmp_path / "r.referat")
    assert (found.kind, found.about["members"], found.day) == ("too-few-members", 6, "2023-01-10")


def test_a_list_of_those_present_tells_neither(tmp_path: Path) -> None:
    listed = "Til stede: " + ", ".join(NAMES[:3])
    text = minutes(0, 0).replace("Indbudte:\tMedlemmer:\n", f"{listed}\n")
    take(tmp_path / "r.referat", [text])
    assert found_in(tmp_path / "r.referat") == []

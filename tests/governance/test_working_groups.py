"""A working group is called by its name, and by what it looks at where it has none."""

from typing import Any

import pytest

from events.catalogue import WorkingGroupChanged, WorkingGroupDissolved, WorkingGroupFormed
from governance.documents.model import GroupFormation
from governance.documents.reading.phrases import recognised
from governance.documents.reading.phrases.rule import Context
from governance.language import speak
from tests.governance.test_followup import Book


@pytest.fixture
def book() -> Any:
    yield Book()
    speak("en")


def test_a_group_goes_by_its_name_and_its_focus_area_where_it_has_none(book: Book) -> None:
    formed = WorkingGroupFormed(item=book.i, name="Kokkene", focus_area="Sund mad", members=(book.anna, book.bo))
    assert book.said(formed) == (
        "10.01.2023 punkt 1: arbejdsgruppe nedsat: Kokkene, om Sund mad",
        "10.01.2023 item 1: working group formed: Kokkene, on Sund mad",
        "Der nedsættes en arbejdsgruppe, Kokkene, om Sund mad med Anna Ægidius og Bo Ørum.",
    )
    group: Any = list(book.draft.fold.groups)[-1]
    assert book.said(WorkingGroupChanged(item=book.later, group=group, name="Køkkenholdet")) == (
        "09.05.2023 punkt 1: arbejdsgruppen Kokkene ændret: navn: Køkkenholdet",
        "09.05.2023 item 1: working group Kokkene changed: name: Køkkenholdet",
        "Kokkene hedder nu Køkkenholdet.",
    )
    assert book.said(WorkingGroupDissolved(item=book.later, group=group)) == (
        "09.05.2023 punkt 1: arbejdsgruppen Køkkenholdet nedlagt",
        "09.05.2023 item 1: working group Køkkenholdet dissolved",
        "Køkkenholdet er nedlagt.",
    )


@pytest.mark.parametrize(
    ("name", "focus_area", "words"),
    [
        ("Kokkene", "Sund mad", "Der nedsættes en arbejdsgruppe, Kokkene, om Sund mad."),
        ("Kokkene", None, "Der nedsættes en arbejdsgruppe, Kokkene."),
        (None, "Sund mad", "Der nedsættes en arbejdsgruppe om Sund mad."),
        (None, None, "Der nedsættes en arbejdsgruppe."),
    ],
)
def test_a_group_that_is_formed_is_read_from_its_sentence(
    book: Book, name: str | None, focus_area: str | None, words: str
) -> None:
    assert book.said(WorkingGroupFormed(item=book.i, name=name, focus_area=focus_area))[2] == words
    (group,) = [fact for fact in recognised(words, Context()) if isinstance(fact, GroupFormation)]
    assert (group.name, group.focus_area) == (name, focus_area)


def test_several_things_that_are_new_are_told_in_one_sentence(book: Book) -> None:
    changed = WorkingGroupChanged(item=book.later, group=book.group, name="Kokkene", focus_area="Fest")
    assert book.said(changed)[2] == "Arbejdsgruppen om Mad hedder nu Kokkene og arbejder med Fest."

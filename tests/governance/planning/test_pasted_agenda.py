"""Agendas as they are pasted: numbered, lettered, tabbed, bulleted, unnumbered; with heads and text around the items."""

import pytest

from governance.planning.pasted_agenda import agenda_in

_THREE = ["Godkendelse af dagsorden", "Sommerfest 2027", "Eventuelt"]


@pytest.mark.parametrize(
    "text",
    [
        "1. Godkendelse af dagsorden\n2. Sommerfest 2027\n3. Eventuelt\n",
        "1) Godkendelse af dagsorden\n2) Sommerfest 2027\n3) Eventuelt",
        "1 Godkendelse af dagsorden\n2 Sommerfest 2027\n3 Eventuelt",
        "Punkt 1: Godkendelse af dagsorden\nPunkt 2: Sommerfest 2027\nPunkt 3: Eventuelt",
        "1.\nGodkendelse af dagsorden\n2.\nSommerfest 2027\n3.\nEventuelt",
        "1.\tGodkendelse af dagsorden\r\n2.\tSommerfest 2027\r\n3.\tEventuelt\r\n",
        "1. Godkendelse af dagsorden\n1. Sommerfest 2027\n1. Eventuelt",
        "4. Godkendelse af dagsorden\n5. Sommerfest 2027\n6. Eventuelt",
        "a) Godkendelse af dagsorden\nb) Sommerfest 2027\nc) Eventuelt",
        "A. Godkendelse af dagsorden\nB. Sommerfest 2027\nC. Eventuelt",
        "I. Godkendelse af dagsorden\nII. Sommerfest 2027\nIII. Eventuelt",
        "• Godkendelse af dagsorden\n• Sommerfest 2027\n• Eventuelt",
        "·\tGodkendelse af dagsorden\n·\tSommerfest 2027\n·\tEventuelt",
        "- Godkendelse af dagsorden\n- Sommerfest 2027\n- Eventuelt",
        "Godkendelse af dagsorden\nSommerfest 2027\nEventuelt",
        "Godkendelse af dagsorden.\n\nSommerfest 2027.\n\nEventuelt.\n",
        "Godkendelse af dagsorden\x0bSommerfest 2027\x0bEventuelt",
        "Godkendelse af dags\u00adorden\nSommer\u00adfest 2027\nEventuelt",
        "Dagsorden:\n• Godkendelse af dagsorden\n• Sommerfest 2027\n• Eventuelt",
        "DAGSORDEN\nÆldrerådet\nTirsdag den 12. januar 2027 kl. 16-18\nSted: Rådhuset\n\n"
        "Godkendelse af dagsorden\nSommerfest 2027\nEventuelt",
        "Dagsorden til mødet den 12. januar 2027\n\n1. Godkendelse af dagsorden\n2. Sommerfest 2027\n3. Eventuelt",
    ],
)
def test_the_items_of_a_paste(text: str) -> None:
    assert [item.title for item in agenda_in(text).items] == _THREE
    assert [item.kind.value for item in agenda_in(text).items] == ["approval", "discussion", "any-other-business"]
    assert [item.standing for item in agenda_in(text).items] == [True, False, True]


def test_presenters_stand_behind_the_title_or_in_a_column_of_their_own() -> None:
    found = agenda_in("1. Velkomst\n2. Budget v/ Anna Holm\n3. Eventuelt").items
    assert [(item.title, item.presenter) for item in found][1] == ("Budget v/ Anna Holm", "Anna Holm")
    columns = agenda_in("1.\tVelkomst\tFormanden\n2.\tNyt skilt\tBo Ørum\n3.\tEventuelt\tAlle")
    assert [item.presenter for item in columns.items] == [None, "Bo Ørum", None]
    assert columns.items[1].title == "Nyt skilt v/ Bo Ørum"
    assert columns.left_out == ("Formanden", "Alle")


def test_what_is_closed_is_seen() -> None:
    found = agenda_in("1. Godkendelse af dagsorden\n2. Lukket punkt: Personsag\n3. Eventuelt").items
    assert [item.closed for item in found] == [False, True, False]
    part = agenda_in("1. Godkendelse af dagsorden\n2. Budget\nLukkede punkter\n3. Personsag").items
    assert [item.closed for item in part] == [False, False, True]


def test_what_stands_below_a_title_is_said_to_be_left_out() -> None:
    text = "1. Velkomst\n\n2. Budget\nForvaltningen indstiller, at budgettet godkendes.\n\n3. Eventuelt"
    found = agenda_in(text)
    assert [item.title for item in found.items] == ["Velkomst", "Budget", "Eventuelt"]
    assert found.left_out == ("Forvaltningen indstiller, at budgettet godkendes.",)


def test_a_title_that_was_broken_to_fit_a_width_is_one() -> None:
    found = agenda_in(
        "1. Orientering om den nye lov om aktiv beskæftigelsesindsats og dens virkning i\nkommunen\n2. Evt."
    )
    assert found.items[0].title.endswith("virkning i kommunen")
    assert found.left_out == ()


def test_points_below_an_item_are_no_items() -> None:
    found = agenda_in("1. Velkomst\n2. Økonomi\n  a. Regnskab\n  b. Budget\n3. Eventuelt")
    assert [item.title for item in found.items] == ["Velkomst", "Økonomi", "Eventuelt"]
    assert found.left_out == ("a. Regnskab", "b. Budget")


@pytest.mark.parametrize("text", ["", "\n\n", "   ", "---"])
def test_nothing_is_no_agenda(text: str) -> None:
    assert agenda_in(text).items == ()


def test_one_line_is_one_item() -> None:
    assert [item.title for item in agenda_in("Sommerfest 2027").items] == ["Sommerfest 2027"]

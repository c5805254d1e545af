"""Members as they are typed, pasted, or kept in a table."""

import pytest

from events.catalogue import CouncilKind, Office
from governance.history import Recorded
from governance.planning.members import MemberLine, MembersRefused, members_in
from governance.planning.new_council import Beginning, NewCouncil
from governance.state.fold import Fold
from tests.scenario import TODAY, Scenario


@pytest.mark.parametrize(
    ("line", "member"),
    [
        ("Anna Ægidius", MemberLine(1, "Anna Ægidius")),
        ("1. Anna Ægidius", MemberLine(1, "Anna Ægidius")),
        ("- Anna Ægidius (A)", MemberLine(1, "Anna Ægidius", "A")),
        ("Anna Ægidius, A", MemberLine(1, "Anna Ægidius", "A")),
        ("Anna Ægidius; Ældre Sagen", MemberLine(1, "Anna Ægidius", None, "Ældre Sagen")),
        ("Anna Ægidius\tA\tBo Ørum", MemberLine(1, "Anna Ægidius", "A", "Bo Ørum")),
        ("Anna Ægidius; A; suppleant: Bo Ørum", MemberLine(1, "Anna Ægidius", "A", None, "Bo Ørum")),
        ("Anna Ægidius; Ældre Sagen; Bo Ørum", MemberLine(1, "Anna Ægidius", None, "Ældre Sagen", "Bo Ørum")),
        ("Anna Ægidius, formand", MemberLine(1, "Anna Ægidius", office=Office.CHAIR)),
        ('"Ægidius, Anna";B', MemberLine(1, "Ægidius, Anna", "B")),
    ],
)
def test_a_line(line: str, member: MemberLine) -> None:
    assert members_in(line) == [member]


def test_a_table_says_what_its_columns_hold() -> None:
    text = "Efternavn;Fornavn;Repræsenterer;Suppleant;Hverv\nÆgidius;Anna;Ældre Sagen;Bo Ørum;næstformand\n;;;;\nAahl;Carl;;;"
    assert members_in(text) == [
        MemberLine(2, "Anna Ægidius", None, "Ældre Sagen", "Bo Ørum", Office.VICE_CHAIR),
        MemberLine(4, "Carl Aahl"),
    ]


def test_each_line_may_be_parted_in_its_own_way() -> None:
    found = members_in("Anna Ægidius; A\nBo Ørum, Ældre Sagen\n\nCarl Aahl")
    assert [(member.name, member.party, member.organisation) for member in found] == [
        ("Anna Ægidius", "A", None),
        ("Bo Ørum", None, "Ældre Sagen"),
        ("Carl Aahl", None, None),
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Anna Holm\n;A", "Line 2: there is no name. Write one member a line."),
        ("Anna Holm\nBo Ørum\nanna holm", "Line 3: anna holm stands in line 1 already."),
    ],
)
def test_what_will_not_do_is_said_with_its_line(text: str, said: str) -> None:
    with pytest.raises(MembersRefused) as refused:
        members_in(text)
    assert str(refused.value) == said


def test_a_council_is_begun_with_its_members_stand_ins_and_offices() -> None:
    members = members_in("Anna Ægidius; A; suppleant: Bo Ørum\nCarl Aahl, formand\nBo Ørum, Ældre Sagen")
    new = NewCouncil("Ældrerådet", "Ærø Kommune", CouncilKind.SENIORS_COUNCIL, members, since="2026-01-01")
    plan = Beginning("test", TODAY, new)
    book = Scenario(council=False)
    for act in plan(Fold("test"), Recorded("test", list)):
        book.given(act.event, act.effective)
    state = book.state
    assert state.council is not None
    assert (state.council.name, state.council.kind) == ("Ældrerådet", "seniors-council")
    assert [(member.name, member.terms[0].from_) for member in state.members] == [
        ("Anna Ægidius", "2026-01-01"),
        ("Carl Aahl", "2026-01-01"),
        ("Bo Ørum", "2026-01-01"),
    ]
    names = {person.id: person.name for person in state.persons}
    assert [(names[held.person], names[held.member or ""]) for held in state.stand_ins] == [("Bo Ørum", "Anna Ægidius")]
    assert [(names[held.person], held.office) for held in state.offices] == [("Carl Aahl", "chair")]

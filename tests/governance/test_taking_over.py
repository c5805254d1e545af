"""Taking over minutes: any order gives the same facts, nothing is recorded twice, and a document can be taken back."""

import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from events.catalogue import Authority, AuthorityKind
from governance.documents.model import OrdstyrerElection
from governance.importing.drafting import Draft
from governance.importing.files import read_files
from governance.importing.meetings import AlreadyThere
from governance.importing.proposing import propose
from governance.importing.source import SourceRefused
from governance.importing.taking_back import NothingToTakeBack, TakingBack, sources_in
from governance.importing.taking_over import ImportRefused
from governance.state.publishing import publish
from tests.chronicle import chronicle
from tests.facts import facts_of
from tests.taken import documents_of, file_read, only_book, take

MINUTES = """\
Referat
af møde i Integrationsrådet i Nordholm Kommune

Tirsdag d. 11. marts 2025

Indbudte:\tMedlemmer:
Mødt\tAmina Farah
Mødt\tBjørn Kjær (F)

1. Valg af ordstyrer.

Amina blev valgt til ordstyrer.

2. Byfest.

Rådet drøftede byfesten.
"""


def days_of(texts: list[str]) -> list[str]:
    return sorted({file_read(text).document.date or "" for text in texts})


@settings(max_examples=12)
@given(st.integers(0, 10_000), st.integers(2, 5))
def test_any_order_gives_the_same_facts_on_any_day(
    tmp_path_factory: pytest.TempPathFactory, seed: int, count: int
) -> None:
    texts = chronicle(seed, count)
    shuffled = texts[:]
    random.Random(seed).shuffle(shuffled)
    folder = tmp_path_factory.mktemp("order")
    take(folder / "a.referat", texts)
    take(folder / "b.referat", shuffled)
    one, other = only_book(folder / "a.referat"), only_book(folder / "b.referat")
    for on in (None, *(day for held in days_of(texts) for day in (_before(held), held))):
        assert facts_of(publish(one.fold(on=on))) == facts_of(publish(other.fold(on=on))), on


def _before(day: str) -> str:
    from datetime import date, timedelta

    return (date.fromisoformat(day) - timedelta(days=1)).isoformat()


@settings(max_examples=12)
@given(st.integers(0, 10_000), st.integers(2, 4))
def test_taking_a_document_back_is_as_if_it_had_never_been(
    tmp_path_factory: pytest.TempPathFactory, seed: int, count: int
) -> None:
    texts = chronicle(seed, count)
    shuffled = texts[:]
    random.Random(seed).shuffle(shuffled)
    gone = random.Random(seed).choice(shuffled)
    folder = tmp_path_factory.mktemp("back")
    take(folder / "all.referat", shuffled)
    take(folder / "without.referat", [text for text in shuffled if text != gone])
    book = only_book(folder / "all.referat")
    allowed = Authority(kind=AuthorityKind.WRITTEN_PROCEDURE)
    back = TakingBack(book.name, file_read(gone).source.sha256, "Forkert fil", book.today(), authority=allowed)
    book.carry_out(back.plan)
    assert back.kept == []
    after, never = publish(book.fold()), publish(only_book(folder / "without.referat").fold())
    assert _used(facts_of(after)) == _used(facts_of(never))
    with pytest.raises(NothingToTakeBack):
        book.carry_out(back.plan)


def _used(facts: dict[str, list[dict[str, object]]]) -> dict[str, list[dict[str, object]]]:
    """Leave out names that nothing uses any more."""
    rest = repr({key: value for key, value in facts.items() if key not in ("persons", "bodies")})
    facts["persons"] = [person for person in facts["persons"] if str(person["id"]) in rest]
    facts["bodies"] = [body for body in facts["bodies"] if str(body["id"]) in rest]
    return facts


@settings(max_examples=10)
@given(st.integers(0, 10_000), st.sampled_from(["md", "txt"]))
def test_a_chronicle_written_out_reads_back(tmp_path_factory: pytest.TempPathFactory, seed: int, form: str) -> None:
    folder = tmp_path_factory.mktemp("again")
    take(folder / "one.referat", chronicle(seed, 3))
    book = only_book(folder / "one.referat")
    take(folder / "two.referat", documents_of(book, form, agendas=True))  # type: ignore[arg-type]
    assert facts_of(publish(only_book(folder / "two.referat").fold())) == facts_of(publish(book.fold()))


def test_a_meeting_is_not_taken_over_twice(tmp_path: Path) -> None:
    ((first, _, last),) = take(tmp_path / "r.referat", [MINUTES])
    assert (first.skipped, last) == (None, only_book(tmp_path / "r.referat").current().number)
    ((again, _, _),) = take(tmp_path / "r.referat", [MINUTES])
    assert "in the book already" in (again.skipped or "")
    ((other, _, _),) = take(tmp_path / "r.referat", [MINUTES.replace("drøftede byfesten", "talte om byfesten")])
    assert "in the book already" in (other.skipped or "")
    assert only_book(tmp_path / "r.referat").current().number == last


def test_after_it_was_taken_back_it_can_be_taken_over_anew(tmp_path: Path) -> None:
    path = tmp_path / "r.referat"
    take(path, [MINUTES])
    book = only_book(path)
    before = facts_of(publish(book.fold()))
    (source,) = sources_in(book.entries())
    book.carry_out(TakingBack(book.name, source, "Forkert fil", book.today()).plan)
    assert publish(book.fold()).meetings == []
    take(path, [MINUTES])
    assert facts_of(publish(only_book(path).fold())) == before


def test_a_meeting_that_was_planned_is_held_with_what_was_planned(tmp_path: Path) -> None:
    planned = MINUTES.replace(
        "2. Byfest.\n\nRådet drøftede byfesten.", "2. Næste møde.\n\nNæste møde: Tirsdag d. 10. juni kl. 16.00-18.00."
    )
    held = MINUTES.replace("11. marts", "10. juni").replace("2025\n", "2025\ni Rådhuset\n", 1)
    take(tmp_path / "r.referat", [planned, held])
    state = publish(only_book(tmp_path / "r.referat").fold())
    assert [(meeting.date, meeting.start, meeting.place, meeting.status) for meeting in state.meetings] == [
        ("2025-03-11", None, None, "issued"),
        ("2025-06-10", "16:00", "Rådhuset", "issued"),
    ]


def test_an_unknown_ordstyrer_stops_the_import_and_names_line_and_choice(tmp_path: Path) -> None:
    text = MINUTES.replace("Amina blev valgt", "Bente blev valgt")
    with pytest.raises(ImportRefused, match=r"Line 12: Bente is neither among the members listed nor in the book"):
        take(tmp_path / "r.referat", [text])
    assert not (tmp_path / "r.referat").exists() or only_book_or_none(tmp_path / "r.referat") is None
    take(tmp_path / "r.referat", [text], keep_unclear=True)
    meeting = publish(only_book(tmp_path / "r.referat").fold()).meetings[0]
    assert (meeting.ordstyrer, meeting.agenda[0].notes) == (None, ["Bente blev valgt til ordstyrer."])


def only_book_or_none(path: Path) -> object:
    from events.sqlite.log import SqliteLog

    return next(iter(SqliteLog(path).books()), None)


def test_two_members_of_one_first_name_are_told_apart_by_more(tmp_path: Path) -> None:
    text = MINUTES.replace("Bjørn Kjær (F)", "Amina Holm (F)")
    with pytest.raises(ImportRefused, match="Amina may be Amina Farah, Amina Holm"):
        take(tmp_path / "r.referat", [text])
    take(tmp_path / "r.referat", [text.replace("Amina blev", "Amina H. blev")])
    state = publish(only_book(tmp_path / "r.referat").fold())
    assert {person.id: person.name for person in state.persons}[state.meetings[0].ordstyrer or ""] == "Amina Holm"


def test_an_ordstyrer_who_sent_an_apology_is_kept_as_a_note_and_reported(tmp_path: Path) -> None:
    text = MINUTES.replace("Mødt\tAmina", "Afbud\tAmina")
    ((done, _, _),) = take(tmp_path / "r.referat", [text])
    assert {problem.code for problem in done.problems} == {"refused"}
    assert "cannot lead it" in done.problems[0].details["reason"]
    assert publish(only_book(tmp_path / "r.referat").fold()).meetings[0].agenda[0].notes


def test_a_live_appointment_is_not_inferred_again(tmp_path: Path) -> None:
    from events.catalogue import MembershipEnded
    from events.moments import Effective
    from governance.rules.act import Act

    path = tmp_path / "r.referat"
    take(path, [MINUTES])
    book = only_book(path)
    bo = next(person.id for person in publish(book.fold()).persons if person.name == "Bjørn Kjær")
    book.record(Act(event=MembershipEnded(person=bo), effective=Effective("2025-05-01")))  # type: ignore[arg-type]
    take(path, [MINUTES.replace("11. marts", "10. juni").replace("Mødt\tBjørn Kjær (F)", "Mødt\tIda Holm")])
    member = next(member for member in publish(only_book(path).fold()).members if member.id == bo)
    assert [(term.to, term.to_between) for term in member.terms] == [("2025-05-01", None)]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Kære alle\n\nHusk at købe ind.\n", "neither minutes nor an agenda"),
        (MINUTES.replace("11. marts 2025", "31. juni 2025"), "day that does not exist"),
        (MINUTES.replace("11. marts 2025", "11. marts"), "does not say on which day"),
        (
            MINUTES + "\n" + MINUTES.replace("Integrationsrådet", "Ældrerådet"),
            r"second document begins at line 18 \(Ældrerådet\)",
        ),
        (MINUTES + "\n" + MINUTES.replace("11. marts", "10. juni"), "second document begins at line 18"),
    ],
)
def test_what_cannot_be_taken_over_is_refused_in_words(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "referat.txt"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(SourceRefused, match=said):
        read_files([str(path)])


def test_a_day_that_does_not_exist_in_the_text_stops_the_import(tmp_path: Path) -> None:
    text = MINUTES + "\n3. Næste møde.\n\nNæste møde: d. 31. juni.\n"
    with pytest.raises(ImportRefused, match="Line 20 names a day that does not exist"):
        take(tmp_path / "r.referat", [text])


def test_a_wrong_weekday_is_reported(tmp_path: Path) -> None:
    ((done, _, _),) = take(tmp_path / "r.referat", [MINUTES.replace("Tirsdag", "Onsdag")])
    assert [(problem.code, problem.details["right"]) for problem in done.problems] == [("weekday", "tirsdag")]


def test_a_proposal_says_where_everything_comes_from() -> None:
    from governance.history import Recorded

    draft = Draft(Recorded("b", list), "b", "2026-11-21")
    file = file_read(MINUTES)
    assert propose(draft, file.document, file.source.sha256) == []
    elected = next(act for act in draft.acts if type(act.event).__name__ == "OrdstyrerElected")
    assert elected.provenance is not None
    assert (elected.provenance.source, elected.provenance.lines, elected.provenance.rule) == (
        file.source.sha256,
        (12, 12),
        "ordstyrer-elected",
    )
    told = [fact for item in file.document.items for statement in item.statements for fact in statement.facts]
    assert isinstance(told[0], OrdstyrerElection)
    with pytest.raises(AlreadyThere):
        propose(draft, file.document, file.source.sha256)

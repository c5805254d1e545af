"""What a council's minutes call things: taught once, kept in a file beside the record, and erasable."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from governance.documents.reading.reading import read_text
from governance.documents.reading.usage import IN_HEAD, IN_ITEMS, NOTHING_TAUGHT, Usage, label_in, section_meant
from governance.importing.usage_file import UsageRefused, load_usages, teach, usage_path

TEXT = """\
Referat af møde i Ældrerådet i Nordholm Kommune
Tirsdag d. 11. marts 2025 kl. 10.00-12.00
{head}
1. Godkendelse af dagsorden
Godkendt.
2. Skilt
{said}
3. Evt.
Intet.
"""


@pytest.mark.parametrize(
    ("meaning", "label", "value"),
    [
        ("present", "Disse kom", "Anna Holm, Bo Ørum"),
        ("apology", "Måtte blive hjemme", "Carl Åkjær"),
        ("absent", "Manglede", "Carl Åkjær"),
        ("others", "Med ved bordet", "Dorte Vad"),
        ("referent", "Skriver", "Hanne Bro"),
        ("chair", "Styrede", "Anna Holm"),
        ("place", "Vi sad", "den gamle mølle"),
    ],
)
def test_every_label_of_a_head_can_be_taught(meaning: str, label: str, value: str) -> None:
    text = TEXT.format(head=f"{label}: {value}", said="Drøftet.")
    usual = NOTHING_TAUGHT.with_label(label, meaning)  # type: ignore[arg-type]
    before, after = read_text(text), read_text(text, usual.labels)
    assert [statement.text for statement in before.statements] == [f"{label}: {value}"]
    assert after.statements == ()
    assert value.split(",")[0] in repr((after.attendees, after.others, after.referent, after.chair, after.place))


def test_what_a_head_keeps_as_a_remark_keeps_its_own_label() -> None:
    text = TEXT.format(head="Skriver: Hanne Bro, som afløser for Ida", said="Drøftet.")
    read = read_text(text, {"skriver": "referent"})
    assert [statement.text for statement in read.statements] == ["Skriver: Hanne Bro, som afløser for Ida"]


@pytest.mark.parametrize(("meaning", "decides"), [("decision", True), ("account", False), ("other", False)])
def test_every_label_of_an_item_can_be_taught(meaning: str, decides: bool) -> None:
    text = TEXT.format(head="", said="Sådan blev det: Skiltet er sat op.")
    assert read_text(text).items[1].statements[0].facts == ()
    read = read_text(text, {"sådan blev det": meaning})  # type: ignore[dict-item]
    assert bool(read.items[1].statements[0].facts) is decides
    assert read.items[1].statements[0].text == "Sådan blev det: Skiltet er sat op."


def test_under_a_recommendation_nothing_is_decided() -> None:
    text = TEXT.format(head="", said="Ønske fra Bo: At forslaget godkendes.\nBeslutning: Udsat til næste møde.")
    read = read_text(text, {"ønske fra bo": "other"})
    assert [type(fact).__name__ for held in read.items[1].statements for fact in held.facts] == ["Postponement"]


@given(st.text(max_size=60))
def test_no_text_is_taken_for_a_label_that_was_not_taught(text: str) -> None:
    assert section_meant(text, {}) is None
    found = label_in(text)
    assert found is None or text.lstrip().startswith(found[0])


def test_what_can_be_taught_has_its_place() -> None:
    assert not set(IN_HEAD) & set(IN_ITEMS)


def test_what_is_taught_is_kept_and_the_file_goes_with_the_last_of_it(tmp_path: Path) -> None:
    record = tmp_path / "protokol.referat"
    assert load_usages(record) == {}
    teach(record, "raadet", lambda usage: usage.with_name("Mina", "Amina Farah"))
    teach(record, "raadet", lambda usage: usage.with_label("Udfald:", "decision"))
    teach(record, "udvalget", lambda usage: usage.with_name("Bo", "Bo Ørum"))
    assert load_usages(record) == {
        "raadet": Usage(names={"mina": "Amina Farah"}, labels={"udfald": "decision"}),
        "udvalget": Usage(names={"bo": "Bo Ørum"}),
    }
    for book, taught in (("raadet", "mina"), ("raadet", "udfald"), ("udvalget", "bo")):
        teach(record, book, lambda usage, taught=taught: usage.without(taught))  # type: ignore[misc]
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("data", [b"{", b'{"raadet": {"labels": {"x": "nonsense"}}}', b"[]"])
def test_a_file_that_is_damaged_is_said_and_left_as_it_is(data: bytes, tmp_path: Path) -> None:
    record = tmp_path / "protokol.referat"
    usage_path(record).write_bytes(data)
    with pytest.raises(UsageRefused, match="mend or delete it"):
        teach(record, "raadet", lambda usage: usage.with_name("Mina", "Amina Farah"))
    assert usage_path(record).read_bytes() == data


def test_where_the_file_cannot_be_written_the_reason_is_said(tmp_path: Path) -> None:
    record = tmp_path / "file" / "protokol.referat"
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(UsageRefused):
        teach(record, "raadet", lambda usage: usage.with_name("Mina", "Amina Farah"))

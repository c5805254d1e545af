"""Minutes and agendas written as text read back as what was written."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from events.entry import Entry
from events.errors import ReferatError
from events.text import clean
from governance.documents.composing import compose_agenda, compose_minutes
from governance.documents.equivalence import names_in, same_item, same_statement
from governance.documents.model import Document, Item, Statement
from governance.documents.reading.reading import read_text
from governance.documents.writing.document import Form, write
from governance.history import Recorded, amendments_in, standing
from governance.importing.drafting import Draft
from governance.rules.act import RuleRefused
from governance.state.fold import Fold
from tests.each import BOOKS
from tests.generating import Acts
from tests.scenario import TODAY, Scenario

_HOW_HELD = ("meeting_form", "meeting_kind", "agenda_sent", "stand_ins", "movements", "guests", "signatures")
_SAME = (
    "kind",
    "body",
    "municipality",
    "date",
    "start",
    "end",
    "place",
    "parts",
    "contents",
    "opened_at",
    "closed_at",
    *_HOW_HELD,
)


def differences(read: Document, written: Document) -> list[str]:
    """Return in what a document that was read differs from the one that was written."""
    names = names_in(written)
    found = [
        f"{name}: {getattr(read, name)!r} for {getattr(written, name)!r}"
        for name in _SAME
        if getattr(read, name) != getattr(written, name)
    ]
    if [(held.name, held.status, held.party) for held in read.attendees] != [
        (held.name, held.status, held.party) for held in written.attendees
    ]:
        found.append(f"attendees: {read.attendees} for {written.attendees}")
    for name in ("referent", "chair"):
        one, other = getattr(read, name), getattr(written, name)
        if one != other and not (name == "chair" and one and other and one.elected == other.elected):
            found.append(f"{name}: {one!r} for {other!r}")
    found += _statements("statements", read.statements, written.statements, written)
    found += _statements("closing", read.closing, written.closing, written)
    if len(read.items) != len(written.items):
        return [*found, f"items: {[i.title for i in read.items]} for {[i.title for i in written.items]}"]
    for one, other in zip(read.items, written.items, strict=True):
        if not same_item(one, other, names):
            found.append(f"item: {one} for {other}")
        found += _statements(f"item {other.number}", one.statements, other.statements, written)
    return found


def _statements(
    where: str, read: tuple[Statement, ...], written: tuple[Statement, ...], document: Document
) -> list[str]:
    names = names_in(document)
    if len(read) == len(written) and all(
        same_statement(one, other, names) for one, other in zip(read, written, strict=True)
    ):
        return []
    return [f"{where}: {read} for {written}"]


def written_out(fold: Fold, entries: list[Entry]) -> list[Document]:
    """Return the minutes of every meeting that was opened, and the agenda of every other."""
    return [
        compose_minutes(fold, entries, meeting) if meeting.opened else compose_agenda(fold, meeting)
        for meeting in fold.meetings.values()
        if meeting.date
    ]


def grown(seed: int, steps: int) -> list[Document]:
    """Return the documents of a random book."""
    draft, acts = Draft(Recorded("law", list), "law", TODAY), Acts(seed)
    for _ in range(steps):
        act = acts.next(draft.fold)
        try:
            if act is not None:
                draft.record(act.event, effective=act.effective)
        except RuleRefused:
            continue
    return written_out(draft.fold, in_force(draft))


def in_force(draft: Draft) -> list[Entry]:
    """Return the entries of a draft as they read now."""
    return list(standing(draft.history.entries(), amendments_in(draft.history.entries())))


@pytest.mark.parametrize("form", ["md", "txt"])
@given(seed=st.integers(0, 2**32))
@settings(max_examples=30)
def test_random_books_written_out_read_back(form: Form, seed: int) -> None:
    for document in grown(seed, random.Random(seed).randint(20, 150)):
        text = write(document, form)
        assert not differences(read_text(text), document), text


_SIGNS = st.sampled_from("abcæøåÅ12.:;,-–*_|<>[]()\\`#§\"'!?/ \u00ad\n")
_PIECES = st.sampled_from(
    (
        *(
            "Udsat",
            "Godkendt.",
            "Referat",
            "Dagsorden",
            "Afbud:",
            "Mødt",
            "Punkt 3:",
            "1.",
            "Evt.",
            "Næste møde:",
            "Sted:",
        ),
        *(
            "d. 3. maj 2022",
            "kl. 15.30",
            "Mødet hævet kl. 17",
            "Beslutning:",
            "[Kun notat]",
            "\\",
            "- ",
            "## ",
            "**",
            "§ 4",
        ),
        *(
            "Ordstyrer: Bo",
            "Anna Holm",
            "sendes til Byrådet",
            "(A)",
            "Lukket punkt",
            "Rådet drøftede",
            "a) ",
            "I. ",
            "|",
        ),
    )
)
_TEXTS = st.one_of(st.text(_SIGNS, min_size=1, max_size=40), st.lists(_PIECES, min_size=1, max_size=5).map(" ".join))


def _lines(text: str) -> str | None:
    """Return the text as the border takes it, or None where it refuses it."""
    try:
        return clean(text, field="text")
    except ReferatError:
        return None


_STATEMENTS = st.lists(_TEXTS.map(_lines).filter(bool), max_size=4)
_NAMED = _TEXTS.map(lambda text: _lines(text.replace("\n", " "))).filter(bool)


@pytest.mark.parametrize("form", ["md", "txt"])
@given(
    remarks=_STATEMENTS, items=st.lists(st.tuples(_NAMED, _STATEMENTS), max_size=3), closing=_STATEMENTS, place=_NAMED
)
@settings(max_examples=80)
def test_whatever_the_texts_are_they_read_back(
    form: Form, remarks: list[str], items: list[tuple[str, list[str]]], closing: list[str], place: str
) -> None:
    document = Document(
        kind="minutes",
        body="Rådet",
        municipality="Nordholm Kommune",
        date="2022-05-03",
        start="15:30",
        place=place,
        statements=tuple(Statement(text=text) for text in remarks),
        items=tuple(
            Item(number=str(number), title=title, statements=tuple(Statement(text=text) for text in texts))
            for number, (title, texts) in enumerate(items, 1)
        ),
        closing=tuple(Statement(text=text) for text in closing) if items else (),
    )
    text = write(document, form)
    assert not differences(read_text(text), document), text


@pytest.mark.parametrize("book", BOOKS)
@pytest.mark.parametrize("form", ["md", "txt"])
def test_every_event_written_out_reads_back(form: Form, book: str) -> None:
    scenario = Scenario(council=False)
    for event, effective in BOOKS[book]:
        scenario.given(event, effective)
    documents = written_out(scenario.draft.fold, in_force(scenario.draft))
    for document in documents:
        text = write(document, form)
        assert not differences(read_text(text), document), text

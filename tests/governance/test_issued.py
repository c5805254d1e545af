"""Minutes that were issued: what they say is changed by addition only, and taking back leaves nothing behind."""

from pathlib import Path

import pytest

from events.catalogue import (
    AgendaItemAdded,
    AttendanceRecorded,
    AttendanceStatus,
    Authority,
    AuthorityKind,
    CouncilEstablished,
    EntryCorrected,
    ItemDecided,
    MeetingClosed,
    MeetingOpened,
    MeetingRescheduled,
    MeetingScheduled,
    MinutesIssued,
    NoteWritten,
    OrdstyrerElected,
    PersonRegistered,
    RemarkRecorded,
)
from governance.importing.taking_back import TakingBack, sources_in
from governance.rules.act import Act
from governance.state.publishing import publish
from tests.scenario import Scenario
from tests.taken import only_book, take

FIRST = """Referat
af møde i Rådet i Nordholm Kommune

Tirsdag d. 10. januar 2023 kl. 15.30

Mødt:	Anna Holm
Mødt:	Bo Ørum

1. Godkendelse af dagsorden.

Godkendt.

2. Sprogcafé.

Anna sender brevet. Ønskerne sendes til Kulturudvalget (KU).
"""


@pytest.fixture
def issued() -> Scenario:
    scenario = Scenario()
    scenario.anna = scenario.member("Anna Holm")  # type: ignore[attr-defined]
    meeting = f"m{scenario.given(MeetingScheduled(date='2023-01-10'))}"
    scenario.m = meeting  # type: ignore[attr-defined]
    scenario.given(MeetingOpened(meeting=meeting))  # type: ignore[arg-type]
    scenario.given(AgendaItemAdded(meeting=meeting, title="Sprogcafé"))  # type: ignore[arg-type]
    scenario.i = f"i{scenario.draft.fold.number}"  # type: ignore[attr-defined]
    note = scenario.given(NoteWritten(meeting=meeting, item=scenario.i, text="Rådet besluttede at søge."))  # type: ignore
    scenario.n = f"n{note}"  # type: ignore[attr-defined]
    scenario.given(MeetingClosed(meeting=meeting))  # type: ignore[arg-type]
    scenario.given(MinutesIssued(meeting=meeting, through=note, document_sha256="0" * 64))  # type: ignore[arg-type]
    return scenario


def test_an_act_by_hand_does_not_change_what_issued_minutes_tell(issued) -> None:
    for event in (
        OrdstyrerElected(meeting=issued.m, person=issued.anna),
        AttendanceRecorded(meeting=issued.m, person=issued.anna, status=AttendanceStatus.PRESENT),
        MeetingRescheduled(meeting=issued.m, date="2023-01-11"),
        NoteWritten(meeting=issued.m, item=issued.i, text="Rådet bevilgede 50.000 kr."),
        AgendaItemAdded(meeting=issued.m, title="Nyt punkt"),
        ItemDecided(item=issued.i, text="Vedtaget."),
    ):
        assert "have been issued" in issued.refused(event)


def test_what_the_minutes_tell_already_can_be_recorded_as_the_act_it_was(issued) -> None:
    issued.given(ItemDecided(item=issued.i, told_in=issued.n))
    assert issued.item(issued.i).outcome == "decided"
    issued.given(RemarkRecorded(entry=int(issued.n[1:]), text="Beløbet blev glemt."))


def test_names_in_issued_minutes_are_corrected_on_an_authority(issued) -> None:
    for entry, replacement in (
        (int(issued.anna[1:]), PersonRegistered(name="Anna Holme")),
        (1, CouncilEstablished(name="Et andet råd", municipality="Nordholm Kommune")),
    ):
        event = EntryCorrected(entry=entry, replacement=replacement, reason="Slåfejl")
        assert "on what authority" in issued.refused(event)


def test_taking_back_leaves_no_name_that_only_the_document_used(tmp_path: Path) -> None:
    take(tmp_path / "r.referat", [FIRST])
    book = only_book(tmp_path / "r.referat")
    (source,) = sources_in(book.entries())
    book.carry_out(TakingBack(book.name, source, None, book.today()).plan)
    state = publish(book.fold())
    assert (state.persons, state.bodies, state.meetings, state.matters) == ([], [], [], [])


def test_taking_back_takes_a_correction_by_hand_along(tmp_path: Path) -> None:
    take(tmp_path / "r.referat", [FIRST])
    book = only_book(tmp_path / "r.referat")
    (source,) = sources_in(book.entries())
    task = next(entry for entry in book.entries() if type(entry.event).__name__ == "TaskAgreed")
    later = book.record(Act(event=PersonRegistered(name="Chau Nguyen")))[-1]
    corrected = {**_fields(task.event), "responsible": f"p{later.number}"}
    book.record(
        Act(
            event=EntryCorrected(
                entry=task.number,
                replacement=type(task.event)(**corrected),  # type: ignore[arg-type]
                reason="Det var Chau",
                authority=Authority(kind=AuthorityKind.WRITTEN_PROCEDURE),
            )
        )
    )
    back = TakingBack(book.name, source, None, book.today())
    book.carry_out(back.plan)
    assert back.kept == []
    assert publish(book.fold()).meetings == []
    take(tmp_path / "r.referat", [FIRST])
    assert len(publish(only_book(tmp_path / "r.referat").fold()).meetings) == 1


def _fields(event: object) -> dict[str, object]:
    return {name: getattr(event, name) for name in event.__struct_fields__}  # type: ignore[attr-defined]

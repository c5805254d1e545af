"""Minutes that were issued: what they say is changed by addition only, and taking back leaves nothing behind."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from events.catalogue import (
    AgendaItemAdded,
    AnyEvent,
    AttendanceRecorded,
    AttendanceStatus,
    Authority,
    AuthorityKind,
    CouncilEstablished,
    EntryCorrected,
    EntryStruck,
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
from events.entry import Entry
from events.ids import ItemId, MeetingId, PersonId, StatementId, made_by
from governance.importing.taking_back import TakingBack, sources_in
from governance.rules.act import Act, RuleRefused
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


SECOND = """Referat
af møde i Rådet i Nordholm Kommune

Tirsdag d. 14. marts 2023 kl. 15.30

Mødt:	Anna Holm
Mødt:	Bo Ørum

1. Godkendelse af referat fra d. 10. januar 2023.

Referatet blev godkendt.
"""


@dataclass
class Issued:
    """A book with one meeting whose minutes were issued, and the ids of what they tell."""

    scenario: Scenario
    anna: PersonId
    meeting: MeetingId
    item: ItemId
    note: StatementId

    def refused(self, event: AnyEvent) -> str:
        """Return why the rules refuse the event."""
        return self.scenario.refused(event)


@pytest.fixture
def issued() -> Issued:
    scenario = Scenario()
    anna = scenario.member("Anna Holm")
    meeting = made_by(MeetingId, scenario.given(MeetingScheduled(date="2023-01-10")))
    scenario.given(MeetingOpened(meeting=meeting))
    item = made_by(ItemId, scenario.given(AgendaItemAdded(meeting=meeting, title="Sprogcafé")))
    note = scenario.given(NoteWritten(meeting=meeting, item=item, text="Rådet besluttede at søge."))
    scenario.given(MeetingClosed(meeting=meeting))
    scenario.given(MinutesIssued(meeting=meeting, through=note, document_sha256="0" * 64))
    return Issued(scenario, anna, meeting, item, made_by(StatementId, note))


def test_an_act_by_hand_does_not_change_what_issued_minutes_tell(issued: Issued) -> None:
    for event in (
        OrdstyrerElected(meeting=issued.meeting, person=issued.anna),
        AttendanceRecorded(meeting=issued.meeting, person=issued.anna, status=AttendanceStatus.PRESENT),
        MeetingRescheduled(meeting=issued.meeting, date="2023-01-11"),
        NoteWritten(meeting=issued.meeting, item=issued.item, text="Rådet bevilgede 50.000 kr."),
        AgendaItemAdded(meeting=issued.meeting, title="Nyt punkt"),
        ItemDecided(item=issued.item, text="Vedtaget."),
    ):
        assert "have been issued" in issued.refused(event)


def test_what_the_minutes_tell_already_can_be_recorded_as_the_act_it_was(issued: Issued) -> None:
    issued.scenario.given(ItemDecided(item=issued.item, told_in=issued.note))
    assert issued.scenario.item(issued.item).outcome == "decided"
    issued.scenario.given(RemarkRecorded(entry=int(issued.note[1:]), text="Beløbet blev glemt."))


def test_names_in_issued_minutes_are_corrected_on_an_authority(issued: Issued) -> None:
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


def test_approved_minutes_are_taken_back_by_whom_allowed_it_only(tmp_path: Path) -> None:
    take(tmp_path / "r.referat", [FIRST, SECOND])
    book = only_book(tmp_path / "r.referat")
    first = next(entry for entry in book.entries() if entry.provenance is not None)
    assert first.provenance is not None
    source, before = first.provenance.source, list(book.entries())
    allowed = Authority(kind=AuthorityKind.WRITTEN_PROCEDURE)
    for reason, authority in ((None, None), ("Forkert fil", None), (None, allowed)):
        with pytest.raises(RuleRefused, match="have been approved"):
            book.carry_out(TakingBack(book.name, source, reason, book.today(), authority=authority).plan)
    assert list(book.entries()) == before
    book.carry_out(TakingBack(book.name, source, "Forkert fil", book.today(), authority=allowed).plan)
    by_source = {
        entry.event.entry: entry.event.authority
        for entry in list(book.entries())[len(before) :]
        if isinstance(entry.event, EntryStruck) and _is_from(before, entry.event.entry, source)
    }
    assert by_source
    assert set(by_source.values()) == {allowed}


def test_a_document_is_no_authority_for_an_act_by_hand(tmp_path: Path) -> None:
    take(tmp_path / "r.referat", [FIRST])
    book = only_book(tmp_path / "r.referat")
    by_source = Authority(kind=AuthorityKind.SOURCE)
    with pytest.raises(RuleRefused, match="no authority for an act by hand"):
        book.record(Act(event=EntryStruck(entry=3, reason="Forkert", authority=by_source)))


def _is_from(entries: list[Entry], number: int, source: str) -> bool:
    said = entries[number - 1].provenance if number <= len(entries) else None
    return said is not None and said.source == source and said.rule != "membership-inferred"


def _fields(event: object) -> dict[str, object]:
    return {name: getattr(event, name) for name in event.__struct_fields__}  # type: ignore[attr-defined]
